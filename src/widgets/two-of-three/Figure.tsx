import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { Chances } from './Chances.tsx'
import styles from './Figure.module.css'
import { Moments } from './Moments.tsx'
import type { TrioModel } from './model.ts'
import type { GuessMark } from './prediction.ts'

/** Ten thousand moments as they came, beside how often each kind should come. */
export function TrioFigure({ model, guess }: FigureProps<TrioModel, GuessMark>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<Moments model={model} width={400} />}
        narrow={<Moments model={model} width={350} />}
      />
      <Fitted
        wide={<Chances model={model} guess={guess} width={600} />}
        narrow={<Chances model={model} guess={guess} width={350} />}
      />
    </div>
  )
}
