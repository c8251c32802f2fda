import { Fitted } from '../../figures/Fitted.tsx'
import type { Choose, FigureProps } from '../../frame/contract.ts'
import type { Outcome } from '../../systems/error-codes/outcome.ts'
import { Frame, frameHeight } from './Frame.tsx'
import { type BitsLayout, narrow, wide } from './layout.ts'
import type { BitsModel } from './model.ts'
import { Tallies, talliesHeight } from './Tallies.tsx'
import { Word, wordHeight } from './Word.tsx'

interface DrawingProps {
  readonly model: BitsModel
  readonly layout: BitsLayout
  readonly guess: Outcome | undefined
  readonly choose: Choose | undefined
}

function Drawing({ model, layout, guess, choose }: DrawingProps) {
  if (model.kind === 'crc')
    return (
      <svg viewBox={`0 0 ${layout.width} ${frameHeight(layout)}`} aria-hidden="true">
        <Frame model={model} layout={layout} choose={choose} />
      </svg>
    )
  const word = wordHeight(layout, model)
  const bars = talliesHeight(model.written.length)
  const height = layout.stacked ? word + bars + 6 : Math.max(word, bars)
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      <Word word={model} layout={layout} guess={guess} choose={choose} />
      <Tallies word={model} layout={layout} y={layout.stacked ? word : 0} />
    </svg>
  )
}

/** A word whose bits flip, and what its code makes of it. */
export const BitsFigure = ({ model, guess, choose }: FigureProps<BitsModel, Outcome>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} guess={guess} choose={choose} />}
    narrow={<Drawing model={model} layout={narrow} guess={guess} choose={choose} />}
  />
)
