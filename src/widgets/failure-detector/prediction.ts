import * as m from '#messages/messages.js'
import type { Prediction } from '../../frame/contract.ts'
import { plain, secondsText, timeText } from './describe.ts'
import {
  type DetectorValues,
  type GuessMark,
  type ThresholdCost,
  detector,
  parameters,
} from './model.ts'

/** What is asked is the first scene, where nothing has been moved; its answers are the model's there. */
const values: DetectorValues = {
  intervalMs: parameters.intervalMs.default,
  timeoutMs: parameters.timeoutMs.default,
  threshold: parameters.threshold.default,
  probeLoss: parameters.probeLoss.default,
  failures: parameters.failures.default,
  failoverSeconds: parameters.failoverSeconds.default,
}
const { costs } = detector(values)

const at = (threshold: number): ThresholdCost => {
  const cost = costs[threshold - 1]
  if (!cost) throw new RangeError(`failure-detector: no threshold ${threshold}`)
  return cost
}

const setting = () => ({
  interval: secondsText(values.intervalMs / 1000),
  oneIn: plain(1 / values.probeLoss),
  failures: plain(values.failures),
  failover: secondsText(values.failoverSeconds),
})

/** What a further wait costs in a year, from one threshold to another. */
const waited = (from: number, to: number) => ({
  later: secondsText(at(to).detectionSeconds - at(from).detectionSeconds),
  wait: timeText(at(to).unnoticedHours - at(from).unnoticedHours),
})

const option = (threshold: number, answer: () => string) => ({
  id: String(threshold),
  label: () =>
    threshold === 1
      ? m.detector_predict_first()
      : m.detector_predict_option({ threshold: plain(threshold) }),
  mark: threshold,
  answer,
})

/** Which threshold costs least? */
export const prediction: Prediction<GuessMark> = {
  question: () => m.detector_predict(setting()),
  options: [
    option(1, () =>
      m.detector_answer_1({
        ...setting(),
        total: timeText(at(1).totalHours),
        saved: secondsText(at(4).detectionSeconds - at(1).detectionSeconds),
      }),
    ),
    option(2, () =>
      m.detector_answer_2({
        every: timeText(at(2).falseAlarmHours),
        total: timeText(at(2).totalHours),
        least: timeText(at(4).totalHours),
        ...waited(2, 4),
      }),
    ),
    option(4, () =>
      m.detector_answer_4({
        ...setting(),
        ...waited(3, 4),
        three: timeText(at(3).falseHours),
        four: timeText(at(4).falseHours),
      }),
    ),
    option(8, () =>
      m.detector_answer_8({
        total: timeText(at(8).totalHours),
        least: timeText(at(4).totalHours),
        ...waited(4, 8),
      }),
    ),
  ],
}
