import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import styles from './Figure.module.css'
import { Flow } from './Flow.tsx'
import { across, down } from './flow-layout.ts'
import type { GuessMark, ParadoxModel } from './model.ts'
import { Plot } from './Plot.tsx'

/** What happens to the requests, beside what it means against A alone. */
export function ParadoxFigure({ model, guess }: FigureProps<ParadoxModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<Flow model={model} layout={across(model.values.inPath)} />}
        narrow={<Flow model={model} layout={down(model.values.inPath)} />}
      />
      <Fitted
        wide={<Plot model={model} guess={guess} width={560} height={340} />}
        narrow={<Plot model={model} guess={guess} width={350} height={330} />}
      />
    </div>
  )
}
