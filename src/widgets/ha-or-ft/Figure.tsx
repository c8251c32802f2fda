import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import styles from './Figure.module.css'
import { Matrix } from './Matrix.tsx'
import type { EitherModel } from './model.ts'
import { Path } from './Path.tsx'

/** What was asked and answered, beside all that might have been. */
export function EitherFigure({ model }: FigureProps<EitherModel, never>) {
  return (
    <div className={styles['stage']}>
      <Fitted
        wide={<Path model={model} width={430} />}
        narrow={<Path model={model} width={350} />}
      />
      <Fitted
        wide={<Matrix model={model} width={650} head={116} />}
        narrow={<Matrix model={model} width={350} head={0} />}
      />
    </div>
  )
}
