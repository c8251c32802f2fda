import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { running } from '../../frame/running.ts'
import { downtime } from '../../reliability/downtime.ts'
import { percent } from '../../ui/format.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { subjects, timeline } from './events.ts'
import { DomainsFigure } from './Figure.tsx'
import { SNAPSHOTS } from './fixed.ts'
import {
  type DomainsModel,
  type DomainsValues,
  type GuessMark,
  failureDomains,
  parameters,
} from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { whole, yearly } from './words.ts'

/** What the question is about: the first scene, which is all defaults. */
const asked = (): DomainsModel =>
  failureDomains(complete(parameters, {}) as DomainsValues, FIRST_COURSE)

/** What the answers say of it. */
function answers() {
  const { downHours, independentDownHours } = asked()
  return { exact: yearly(downHours), independent: yearly(independentDownHours) }
}

const usual = (key: 'host' | 'rack' | 'zone' | 'region' | 'feed' | 'version'): string =>
  percent(getLocale(), parameters[key].default)

export const widget = defineWidget<typeof parameters, DomainsModel, GuessMark>({
  id: 'failure-domains',
  title: m.domains_title,
  scale: m.domains_scale,
  parameters,
  scenes,
  firstScene: 'one-rack',
  model: failureDomains,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  subjects,
  caption: () => [m.domains_claim(), m.domains_rest()],
  assumptions: () => [
    m.domains_assume_numbers({
      host: usual('host'),
      rack: usual('rack'),
      zone: usual('zone'),
      region: usual('region'),
      feed: usual('feed'),
      version: usual('version'),
    }),
    m.domains_assume_independent(),
    m.domains_assume_naive(),
    m.domains_assume_estate(),
    m.domains_assume_service(),
    m.domains_assume_drill(),
    m.domains_assume_simulation({ snapshots: whole(SNAPSHOTS) }),
  ],
  sources,
  prediction: {
    question: () => m.domains_predict({ alone: yearly(downtime(asked().replica).hours) }),
    options: [
      {
        id: 'blink',
        label: m.domains_predict_blink,
        mark: [7.5, 9],
        answer: () => m.domains_answer_blink(answers()),
      },
      {
        id: 'minutes',
        label: m.domains_predict_minutes,
        mark: [4.5, 5.5],
        answer: () => m.domains_answer_minutes(answers()),
      },
      {
        id: 'hours',
        label: m.domains_predict_hours,
        mark: [3, 3.9],
        answer: () => m.domains_answer_hours(answers()),
      },
    ],
  },
  Figure: DomainsFigure,
})
