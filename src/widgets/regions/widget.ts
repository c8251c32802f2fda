import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { SCALE_MS, TARGET_UTILISATION, WORK_MS } from '../../systems/regions/capacity.ts'
import { SWITCH_MS } from '../../systems/regions/lead.ts'
import { ACCESS_MS, LINKS, REGIONS } from '../../systems/regions/parameters.ts'
import { CATCH_UP } from '../../systems/regions/replicate.ts'
import { COPY_COST, TRAFFIC_COST } from '../../systems/regions/report.ts'
import { RESOLVERS, WRITES_PER_SECOND } from '../../systems/regions/rules.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { RegionsFigure } from './Figure.tsx'
import { stateOf } from './lives.ts'
import {
  type GuessMark,
  LINK_CODES,
  parameters,
  type RegionsModel,
  regionsRun,
  worldAt,
} from './model.ts'
import { passes } from '../../simulation/network.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { linkName, milliseconds, nameOf, seconds, share, stateName, times, whole } from './words.ts'
import { ENDS } from '../../systems/regions/parameters.ts'

const USUAL_TTL_MS = parameters.ttlS.default * 1000

export const widget = defineWidget<typeof parameters, RegionsModel, GuessMark>({
  id: 'regions',
  title: m.regions_title,
  scale: m.regions_scale,
  parameters,
  scenes,
  firstScene: 'caches-remember',
  model: regionsRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  actions: [{ id: 'fail-back', label: m.regions_act_fail_back }],
  subjects: [
    {
      id: 'region',
      label: m.regions_subject_region,
      targets: (model, atMs) => {
        const world = worldAt(model, atMs)
        return REGIONS.map((id) => ({
          id,
          label: m.regions_target({ name: nameOf(id), state: stateName(stateOf(world, id, atMs)) }),
        }))
      },
      actions: [
        { id: 'lose', label: m.regions_act_lose },
        { id: 'restore', label: m.regions_act_restore },
        { id: 'promote', label: m.regions_act_promote },
      ],
    },
    {
      id: 'link',
      label: m.regions_subject_link,
      targets: (model, atMs) => {
        const { network } = worldAt(model, atMs)
        return LINKS.map((id) => ({
          id: LINK_CODES[id],
          label: passes(network, ...ENDS[id])
            ? linkName(id)
            : m.regions_target({ name: linkName(id), state: m.regions_cut() }),
        }))
      },
      actions: [
        { id: 'cut', label: m.regions_act_cut },
        { id: 'mend', label: m.regions_act_mend },
      ],
    },
  ],
  caption: () => [m.regions_claim(), m.regions_rest()],
  assumptions: () => [
    m.regions_assume_latency({ access: milliseconds(ACCESS_MS), work: milliseconds(WORK_MS) }),
    m.regions_assume_caches({ count: whole(RESOLVERS) }),
    m.regions_assume_primary(),
    m.regions_assume_lease(),
    m.regions_assume_probes(),
    m.regions_assume_servers({ target: share(TARGET_UTILISATION), scale: seconds(SCALE_MS) }),
    m.regions_assume_writes({ writes: whole(WRITES_PER_SECOND), catching: whole(CATCH_UP) }),
    m.regions_assume_switch({ time: seconds(SWITCH_MS) }),
    m.regions_assume_anycast(),
    m.regions_assume_cost({ copy: times(COPY_COST), traffic: times(TRAFFIC_COST) }),
  ],
  sources,
  prediction: {
    question: () => m.regions_predict({ ttl: seconds(USUAL_TTL_MS), all: whole(REGIONS.length) }),
    options: [
      {
        id: 'none',
        label: m.regions_predict_none,
        mark: 0,
        answer: m.regions_answer_none,
      },
      {
        id: 'tenth',
        label: () => m.regions_predict_about({ share: share(0.1) }),
        mark: 0.1,
        answer: () => m.regions_answer_tenth({ ttl: seconds(USUAL_TTL_MS) }),
      },
      {
        id: 'third',
        label: () => m.regions_predict_about({ share: share(0.3) }),
        mark: 0.3,
        answer: () => m.regions_answer_third({ ttl: seconds(USUAL_TTL_MS) }),
      },
    ],
  },
  Figure: RegionsFigure,
})
