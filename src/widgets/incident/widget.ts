import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { CONTROLLER_SECONDS, REPLAY_SPEED } from '../../systems/incident/clock.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { IncidentFigure } from './Figure.tsx'
import { incident, type IncidentModel, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { span, whole } from './words.ts'

export const widget = defineWidget<typeof parameters, IncidentModel, number>({
  id: 'incident',
  title: m.incident_title,
  scale: m.incident_scale,
  parameters,
  scenes,
  firstScene: 'as-it-was',
  model: incident,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  caption: () => [m.incident_claim(), m.incident_rest()],
  assumptions: () => [
    m.incident_assume_composite(),
    m.incident_assume_even(),
    m.incident_assume_kept({ fit: span(CONTROLLER_SECONDS), speed: whole(REPLAY_SPEED) }),
    m.incident_assume_bills(),
    m.incident_assume_found(),
  ],
  sources,
  prediction: {
    question: m.incident_predict,
    options: [
      { id: 'none', label: m.incident_predict_none, mark: 0, answer: m.incident_answer_none },
      {
        id: 'minutes',
        label: m.incident_predict_minutes,
        mark: 300,
        answer: m.incident_answer_minutes,
      },
      {
        id: 'hours',
        label: m.incident_predict_hours,
        mark: 21_600,
        answer: m.incident_answer_hours,
      },
    ],
  },
  Figure: IncidentFigure,
})
