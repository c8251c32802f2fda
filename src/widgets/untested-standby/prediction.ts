import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Prediction } from '../../frame/contract.ts'
import { percent } from '../../ui/format.ts'
import { moneyText, shareText } from './describe.ts'
import { type GuessMark, parameters, untested, type UntestedValues } from './model.ts'

/** What is asked is the first scene, where nothing has been moved; its answers are the model's there. */
const values: UntestedValues = {
  interval: parameters.interval.default,
  life: parameters.life.default,
  failovers: parameters.failovers.default,
  loss: parameters.loss.default,
  price: parameters.price.default,
  harm: parameters.harm.default,
  luck: parameters.luck.default,
}

const { current, approximation } = untested(values)
const said = () => ({ dead: shareText(current.dead), failing: moneyText(current.failing) })

const MONTHS_A_YEAR = 12
/** That it has died when a test comes. */
const atTheEnd = -Math.expm1(-values.interval / values.life)

const option = (share: number, answer: () => string) => ({
  id: String(Math.round(share * 100)),
  label: () => m.untested_predict_option({ share: percent(getLocale(), share, 2) }),
  mark: share,
  answer,
})

/** How many failovers find the standby dead? The wrong answers come from wrong reasoning, and look alike. */
export const prediction: Prediction<GuessMark> = {
  question: m.untested_predict,
  options: [
    option(1 / MONTHS_A_YEAR, () => m.untested_answer_month(said())),
    option(current.dead, () => m.untested_answer_right(said())),
    option(approximation, () => m.untested_answer_half(said())),
    option(atTheEnd, () => m.untested_answer_end(said())),
  ],
}
