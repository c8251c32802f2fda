import * as m from '#messages/messages.js'
import type { Prediction } from '../../frame/contract.ts'
import { moneyText, shareText } from './describe.ts'
import { costOf, type GuessMark, parameters, type UntestedValues } from './model.ts'

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

const said = () => {
  const { dead, failing } = costOf(values, values.interval)
  return { dead: shareText(dead), failing: moneyText(failing) }
}

const option = (share: number, answer: () => string) => ({
  id: String(Math.round(share * 100)),
  label: () => m.untested_predict_option({ share: shareText(share) }),
  mark: share,
  answer,
})

/** How many failovers find the standby dead? */
export const prediction: Prediction<GuessMark> = {
  question: m.untested_predict,
  options: [
    option(0.02, () => m.untested_answer_few(said())),
    option(0.1, () => m.untested_answer_tenth(said())),
    option(0.28, () => m.untested_answer_right(said())),
    option(0.5, () => m.untested_answer_half(said())),
  ],
}
