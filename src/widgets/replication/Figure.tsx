import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import type { Act, FigureProps } from '../../frame/contract.ts'
import { PROMISES } from '../../systems/replication/world.ts'
import styles from './Figure.module.css'
import { LENGTH_MS } from './fixed.ts'
import { Lanes } from './Lanes.tsx'
import { type ReplicationLayout, momentHeight, narrow, topsOf, wide } from './layout.ts'
import { Logs } from './Logs.tsx'
import { Key } from './Messages.tsx'
import { type GuessMark, type ReplicationModel, worldAt } from './model.ts'
import { Promises } from './Promises.tsx'
import { Servers } from './Servers.tsx'
import { CellKey } from './Cell.tsx'

interface Props {
  readonly model: ReplicationModel
  readonly layout: ReplicationLayout
}

/** Everything in the picture of time that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout }: Props) {
  return (
    <Lanes model={model} layout={layout} tops={topsOf(layout, model.ids.length, PROMISES.length)} />
  )
})

/** What the marks are, which stands still too. */
const Keys = memo(function Keys({ layout, servers }: Pick<Props, 'layout'> & Counted) {
  return (
    <>
      <Key layout={layout} />
      <CellKey layout={layout} servers={servers} />
    </>
  )
})

interface Counted {
  readonly servers: number
}

function Drawing({
  atMs,
  act,
  guess,
  ...still
}: Props & {
  readonly atMs: number
  readonly act: Act | undefined
  readonly guess: GuessMark | undefined
}) {
  const { model, layout } = still
  const servers = model.ids.length
  const tops = topsOf(layout, servers, PROMISES.length)
  const now = Math.min(atMs, LENGTH_MS)
  const world = worldAt(model, now)
  return (
    <div className={styles['pictures']}>
      <svg viewBox={`0 0 ${layout.width} ${momentHeight(layout, servers)}`} aria-hidden="true">
        <Servers model={model} world={world} atMs={now} layout={layout} act={act} />
        <Logs model={model} world={world} guess={guess} layout={layout} />
        <Keys layout={layout} servers={servers} />
      </svg>
      <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
        <Still {...still} />
        <Promises world={world} layout={layout} y={tops.promises} />
        {now < LENGTH_MS && (
          <Playhead
            x={linearScale([0, LENGTH_MS], layout.axis)(now)}
            end={layout.axis[1] + 6}
            top={tops.lanes - 6}
            bottom={tops.takeover + ROW_END}
          />
        )}
      </svg>
    </div>
  )
}

/** The takeover's bar is the last row that time runs through. */
const ROW_END = 24

/** Servers, messages and logs at a moment; lives, writes, reads and the takeover through time. */
export const ReplicationFigure = ({
  model,
  guess,
  atMs,
  act,
}: FigureProps<ReplicationModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={narrow} />}
  />
)
