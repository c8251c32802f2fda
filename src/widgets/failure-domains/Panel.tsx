import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { KINDS, type Kind } from '../../systems/failure-domains/estate.ts'
import { singlesOf } from './describe.ts'
import type { Now } from './drill.ts'
import type { DomainsLayout } from './layout.ts'
import type { DomainsModel } from './model.ts'
import { KIND_WORDS, domainName, whole } from './words.ts'

interface Props {
  readonly model: DomainsModel
  readonly now: Now
  readonly layout: DomainsLayout
  /** Whether something can be done in the picture. */
  readonly live: boolean
}

/** What is down, as far as there is room to say it. */
function downWords({ slot, held }: Now): string {
  const [first, ...others] = new Set([...(slot ? [slot.domain.id] : []), ...held])
  if (first === undefined) return m.domains_all_up()
  const name = domainName(first)
  return others.length === 0
    ? m.domains_now_down({ name })
    : m.domains_now_more({ name, count: whole(others.length) })
}

function lampWords(kind: Kind, ids: readonly string[]): string {
  const [first] = ids
  if (first === undefined) return m.domains_lamp_none({ kind: KIND_WORDS[kind].one() })
  if (ids.length === 1) return m.domains_lamp_one({ name: domainName(first) })
  return m.domains_lamp_any({ count: whole(ids.length), kinds: KIND_WORDS[kind].many() })
}

/** How things stand at the playhead, and a lamp for each kind of domain. */
export function Panel({ model, now, layout, live }: Props) {
  const [x, y] = layout.now
  const { hosts, needed } = model.service
  const singles = singlesOf(model)
  return (
    <g>
      <Lamp state={now.stands ? 'healthy' : 'failed'} x={x + 6} y={y + 12} />
      <text x={x + 20} y={y + 17} className={figureText('strong', now.stands ? 'works' : 'fails')}>
        {now.stands ? m.domains_service_stands() : m.domains_service_down()}
      </text>
      <text x={x + 20} y={y + 39} className={figureText()}>
        {downWords(now)}
      </text>
      <text x={x + 20} y={y + 61} className={figureText('soft')}>
        {m.domains_up_of({
          up: whole(hosts.length - now.lost.length),
          all: whole(hosts.length),
          needed: whole(needed),
        })}
      </text>
      {KINDS.map((kind, index) => {
        const fatal = singles.filter((id) =>
          model.behind.some((domain) => domain.id === id && domain.kind === kind),
        )
        const line = y + 95 + index * 25
        return (
          <g key={kind}>
            <Lamp state={fatal.length > 0 ? 'failed' : 'healthy'} x={x + 6} y={line - 5} />
            <text
              x={x + 20}
              y={line}
              className={figureText(...(fatal.length > 0 ? ['fails'] : []))}
            >
              {lampWords(kind, fatal)}
            </text>
          </g>
        )
      })}
      {live &&
        [m.domains_hint_move(), m.domains_hint_down()].map((hint, index) => (
          <text
            key={hint}
            x={x + 20}
            y={y + 100 + KINDS.length * 25 + index * 20}
            className={figureText('soft')}
          >
            {hint}
          </text>
        ))}
    </g>
  )
}
