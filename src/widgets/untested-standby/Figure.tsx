import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { CostCurve } from './CostCurve.tsx'
import styles from './Figure.module.css'
import type { GuessMark, UntestedModel } from './model.ts'
import { Years } from './Years.tsx'

/** Three years of a standby that fails unseen, beside what an interval between tests costs. */
export function UntestedFigure({ model, guess }: FigureProps<UntestedModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<Years model={model} guess={guess} width={620} />}
        narrow={<Years model={model} guess={guess} width={350} />}
      />
      <Fitted
        wide={<CostCurve model={model} width={520} height={420} />}
        narrow={<CostCurve model={model} width={350} height={330} />}
      />
    </div>
  )
}
