import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { CostBars } from './CostBars.tsx'
import styles from './Figure.module.css'
import type { DetectorModel, GuessMark } from './model.ts'
import { TradeOff } from './TradeOff.tsx'

/** What a threshold trades for what, beside what each comes to in a year. */
export function DetectorFigure({ model, guess }: FigureProps<DetectorModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={
          <TradeOff
            model={model}
            guess={guess}
            width={600}
            height={410}
            across={m.detector_plot_x()}
          />
        }
        narrow={
          <TradeOff
            model={model}
            guess={guess}
            width={350}
            height={340}
            across={m.detector_plot_x_short()}
          />
        }
      />
      <Fitted
        wide={<CostBars model={model} guess={guess} width={540} />}
        narrow={<CostBars model={model} guess={guess} width={350} />}
      />
    </div>
  )
}
