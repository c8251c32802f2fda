import * as m from '#messages/messages.js'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import { Hull } from '../../figures/Hull.tsx'
import type { State } from '../../figures/Lamp.tsx'
import type { Choose } from '../../frame/contract.ts'
import { count, share, toneOf } from './describe.ts'
import styles from './Figure.module.css'
import type { Server, SpareModel } from './model.ts'

interface Props {
  readonly model: SpareModel
  readonly choose: Choose | undefined
  readonly width: number
  readonly perRow: number
}

const HEIGHT = 62
const WIDEST = 118
const GAP = 6
const HEAD = 22
const PADDING = 10

const stateOf = ({ state }: Server, model: SpareModel): State =>
  state === 'serviced'
    ? 'standby'
    : state === 'works'
      ? toneOf(model) === 'works'
        ? 'healthy'
        : 'degraded'
      : 'failed'

const noteOf = ({ state }: Server, model: SpareModel): string => {
  switch (state) {
    case 'works':
      return share(model.now.perSurvivor)
    case 'failed':
      return m.spare_state_failed()
    case 'serviced':
      return m.spare_state_serviced()
    case 'zone-lost':
      return m.spare_state_lost()
  }
}

/**
 * One server more that fails, or one of those that are out comes back; which of them is all one. What
 * is counted is drawn: a value may ask for more servers than there are.
 */
function press({ state }: Server, { servers }: SpareModel, choose: Choose): void {
  const drawn = (of: Server['state']) => servers.filter((server) => server.state === of).length
  if (state === 'works') choose('failed', drawn('failed') + 1)
  if (state === 'failed') choose('failed', drawn('failed') - 1)
  if (state === 'serviced') choose('serviced', drawn('serviced') - 1)
  if (state === 'zone-lost') choose('zoneLost', false)
}

/** Every server in its zone, with what it is asked for. */
export function Fleet({ model, choose, width, perRow }: Props) {
  const { servers, values } = model
  const zones = Array.from({ length: values.zones }, (_, zone) =>
    servers.filter((server) => server.zone === zone),
  ).filter((inZone) => inZone.length > 0)
  // Few servers are drawn larger, as many as fit beside one another at most.
  const columns = Math.min(perRow, Math.max(...zones.map((inZone) => inZone.length)))
  const boxWidth = Math.min(WIDEST, (width - 2 * PADDING - GAP * (columns - 1)) / columns)
  const hullWidth = 2 * PADDING + columns * (boxWidth + GAP) - GAP - 4
  let top = 0
  const laid = zones.map((inZone) => {
    const y = top
    top += HEAD + Math.ceil(inZone.length / columns) * (HEIGHT + GAP) + PADDING + 8
    return { inZone, y, height: top - y - 8 - 10 }
  })
  return (
    <svg viewBox={`0 0 ${width} ${top}`} aria-hidden="true">
      {laid.map(({ inZone, y, height }, zone) => (
        <g key={inZone[0]?.index}>
          <Hull
            at={{ x: 2, y: y + 10, width: hullWidth, height }}
            label={m.spare_zone({ zone: count(zone + 1) })}
            struck={values.zoneLost && zone === 0}
          />
          {inZone.map((server, at) => (
            <g
              key={server.index}
              className={choose && styles['pressed']}
              onClick={choose && (() => press(server, model, choose))}
            >
              <ComponentBox
                at={{
                  x: PADDING + (at % columns) * (boxWidth + GAP),
                  y: y + HEAD + Math.floor(at / columns) * (HEIGHT + GAP),
                  width: boxWidth,
                  height: HEIGHT,
                }}
                name={m.spare_server({ number: count(server.index + 1) })}
                note={noteOf(server, model)}
                state={stateOf(server, model)}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
