import { figureText } from '../../figures/figure-text.ts'
import { Crosses } from '../../figures/Marks.tsx'
import type { Act } from '../../frame/contract.ts'
import { HOSTS, type Host } from '../../systems/failure-domains/estate.ts'
import type { Now } from './drill.ts'
import styles from './Figure.module.css'
import type { Estate } from './layout.ts'
import type { DomainsModel } from './model.ts'
import { whole } from './words.ts'

interface Props {
  readonly model: DomainsModel
  readonly now: Now
  readonly places: Estate
  readonly cell: number
  readonly act: Act | undefined
}

/** The replica of a host that a click chooses: the one after the chosen one, if that is here. */
function nextOf(here: readonly number[], chosen: number): number {
  return here[(here.indexOf(chosen) + 1) % here.length] ?? 0
}

/** Every host, and the replicas on it. */
export function Hosts({ model, now, places, cell, act }: Props) {
  const { service, chosen } = model
  const replicasOn = ({ id }: Host) =>
    service.hosts.flatMap((host, replica) => (host.id === id ? [replica] : []))
  const corner = cell / 4 + 0.5
  return HOSTS.map((host) => {
    const x = places.rackX.get(host.rack) ?? 0
    const y = places.rowY.get(host.version) ?? 0
    const here = replicasOn(host)
    const dead = here.some((replica) => now.lost.includes(replica))
    const at = { x: x + 2, y: y + 2, width: cell - 4, height: cell - 4 }
    return (
      <g key={host.id}>
        <rect
          {...at}
          rx="4"
          className={styles[here.length > 0 ? 'replica' : 'host']}
          data-lost={dead}
        />
        {dead && <Crosses places={[[x + cell - corner, y + corner]]} r={cell / 8} />}
        {here.length > 0 && (
          <text
            x={x + cell / 2 - (dead ? cell / 11 : 0)}
            y={y + cell / 2 + 5 + (dead ? 1 : 0)}
            textAnchor="middle"
            className={figureText('strong', ...(dead ? ['fails'] : []))}
          >
            {here.length > 2
              ? `${whole(here.length)}×`
              : here.map((each) => whole(each + 1)).join(' ')}
          </text>
        )}
        {act && here.includes(chosen) && (
          <rect
            x={x - 0.5}
            y={y - 0.5}
            width={cell + 1}
            height={cell + 1}
            rx="6"
            className={styles['chosen']}
          />
        )}
        {act && (
          <rect
            x={x}
            y={y}
            width={cell}
            height={cell}
            rx="5"
            className={styles['target']}
            onClick={() =>
              act(here.length > 0 ? `choose-${nextOf(here, chosen) + 1}` : `put-${host.id}`)
            }
          />
        )}
      </g>
    )
  })
}
