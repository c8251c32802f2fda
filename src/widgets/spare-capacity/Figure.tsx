import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import styles from './Figure.module.css'
import { Fleet } from './Fleet.tsx'
import { LossBars } from './LossBars.tsx'
import type { SpareModel } from './model.ts'
import type { GuessMark } from './prediction.ts'

/** The servers as they stand, beside what each number of lost ones would leave the others with. */
export function SpareFigure({ model, guess, choose }: FigureProps<SpareModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<Fleet model={model} choose={choose} width={560} perRow={7} />}
        narrow={<Fleet model={model} choose={choose} width={350} perRow={4} />}
      />
      <Fitted
        wide={<LossBars model={model} guess={guess} width={560} />}
        narrow={<LossBars model={model} guess={guess} width={350} />}
      />
    </div>
  )
}
