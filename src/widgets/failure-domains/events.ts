import * as m from '#messages/messages.js'
import type { Subject, Timeline } from '../../frame/contract.ts'
import { HOSTS } from '../../systems/failure-domains/estate.ts'
import { singlesOf } from './describe.ts'
import { lengthOf, restOf } from './drill.ts'
import { PACE } from './fixed.ts'
import type { DomainsModel } from './model.ts'
import { domainName, hostName, whole } from './words.ts'

export function timeline(model: DomainsModel): Timeline {
  const { drill, holds } = model
  const lengthMs = lengthOf(drill)
  const losses = drill
    .filter(({ occupied }) => occupied)
    .map(({ domain, fromMs, lost, stands }) => {
      const said = { count: lost.length, name: domainName(domain.id) }
      return {
        atMs: fromMs,
        text: stands ? m.domains_event_stands(said) : m.domains_event_falls(said),
      }
    })
  const deeds = holds.flatMap(({ id, fromMs, toMs }) => {
    const name = domainName(id)
    return [
      { atMs: fromMs, text: m.domains_event_held({ name }) },
      { atMs: toMs, text: m.domains_event_released({ name }) },
    ]
  })
  return {
    lengthMs,
    restMs: restOf(model),
    pace: PACE,
    chance: true,
    entries: [...losses, ...deeds]
      .filter(({ atMs }) => atMs <= lengthMs)
      .toSorted((one, other) => one.atMs - other.atMs),
  }
}

/** What can be pulled down, moved, and moved to. */
export const subjects: readonly Subject<DomainsModel>[] = [
  {
    id: 'domain',
    label: m.domains_subject_domain,
    targets: (model) => {
      const singles = singlesOf(model)
      const others = model.behind.map(({ id }) => id).filter((id) => !singles.includes(id))
      // What is held down stays in reach, though no replica may stand in it any more.
      const held = model.holds.map(({ id }) => id)
      return [...new Set([...singles, ...others, ...held])].map((id) => ({
        id,
        label: domainName(id),
      }))
    },
    actions: [
      { id: 'down', label: m.domains_down },
      { id: 'up', label: m.domains_up },
    ],
  },
  {
    id: 'replica',
    label: m.domains_subject_replica,
    targets: ({ service, chosen }) =>
      service.hosts.map((host, index) => ({
        id: `${index + 1}`,
        label: (index === chosen ? m.domains_replica_chosen : m.domains_replica_at)({
          replica: whole(index + 1),
          host: hostName(host),
        }),
      })),
    actions: [{ id: 'choose', label: m.domains_choose }],
  },
  {
    id: 'host',
    label: m.domains_subject_host,
    targets: () => HOSTS.map((host) => ({ id: host.id, label: hostName(host) })),
    actions: [{ id: 'put', label: m.domains_put }],
  },
]
