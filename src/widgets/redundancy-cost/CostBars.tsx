import * as m from '#messages/messages.js'
import { type BarPart, type StackedBar, StackedBars } from '../../figures/StackedBars.tsx'
import { moneyText } from './describe.ts'
import { fullBar, type Segment, segments } from './layout.ts'
import type { GuessMark, PriceModel } from './model.ts'
import { namesOf } from './names.ts'
import { SparesDot } from './SparesDot.tsx'

interface Props {
  readonly model: PriceModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

interface Look extends Omit<BarPart, 'id' | 'label' | 'at'> {
  readonly part: Segment['part']
  readonly label: () => string
}

/** Downtime is drawn in the colour of failure, with its own frame where it is only tinted. */
const LOOKS: readonly Look[] = [
  {
    part: 'servers',
    label: m.price_part_servers,
    fill: 'var(--healthy)',
    texture: 'plain',
  },
  { part: 'spares', label: m.price_part_spares, fill: 'var(--standby)', texture: 'dots' },
  {
    part: 'machinery',
    label: m.price_part_machinery,
    fill: 'var(--degraded)',
    texture: 'upright',
  },
  {
    part: 'own',
    label: m.price_part_own,
    fill: 'var(--failed-tint)',
    edge: 'var(--failed)',
    texture: 'level',
  },
  { part: 'shared', label: m.price_part_shared, fill: 'var(--failed)', texture: 'crossed' },
]

/** Where the keys stand: one row of the wide layout holds three, of the narrow one two. */
const keysOf = (narrow: boolean): readonly (readonly [x: number, y: number])[] =>
  narrow
    ? [
        [4, 40],
        [232, 40],
        [4, 62],
        [130, 62],
        [4, 84],
      ]
    : [
        [4, 40],
        [228, 40],
        [318, 40],
        [4, 62],
        [228, 62],
      ]

const dotOf =
  (spares: number, yours: boolean, least: boolean): StackedBar['mark'] =>
  (x, y) => <SparesDot {...{ x, y, spares, yours, least }} />

/** The cost of a year at each number of spares, as a sum of what it consists of. */
export function CostBars({ model, guess, width }: Props) {
  const narrow = width < 400
  const keys = keysOf(narrow)
  const full = fullBar(model)
  return (
    <StackedBars
      width={width}
      title={m.price_bars_title()}
      top={narrow ? 96 : 74}
      namesAt={116}
      parts={LOOKS.map(({ part, label, ...look }, index) => ({
        ...look,
        id: part,
        label: label(),
        at: keys[index] ?? [0, 0],
      }))}
      bars={model.costs.map((cost) => {
        const yours = cost.spares === model.current.spares
        const least = cost.spares === model.least.spares
        return {
          key: cost.spares,
          mark: dotOf(cost.spares, yours, least),
          value: moneyText(cost.total),
          yours,
          guessed: cost.spares === guess,
          names: namesOf(cost.spares, model, guess),
          segments: segments(cost, full, 1),
          torn: cost.total > full,
        }
      })}
    />
  )
}
