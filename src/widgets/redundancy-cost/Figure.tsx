import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { CostBars } from './CostBars.tsx'
import styles from './Figure.module.css'
import type { GuessMark, PriceModel } from './model.ts'
import { TradeOff } from './TradeOff.tsx'

/** What each number of spares costs in a year, beside what it buys. */
export function PriceFigure({ model, guess }: FigureProps<PriceModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<CostBars model={model} guess={guess} width={600} />}
        narrow={<CostBars model={model} guess={guess} width={350} />}
      />
      <Fitted
        wide={<TradeOff model={model} guess={guess} width={540} height={430} />}
        narrow={<TradeOff model={model} guess={guess} width={350} height={370} />}
      />
    </div>
  )
}
