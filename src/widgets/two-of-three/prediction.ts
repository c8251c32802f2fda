import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Prediction } from '../../frame/contract.ts'
import { kOfN } from '../../reliability/k-of-n.ts'
import { number } from '../../ui/format.ts'
import { count, oneIn, share } from './describe.ts'
import { parameters, SERVERS, trio } from './model.ts'

/** What is asked is the first scene, in which nothing is shared. */
const first = trio({
  down: parameters.down.default,
  shared: parameters.shared.default,
  luck: parameters.luck.default,
})

/** The reader's guess: how often two of the three are down. */
export type GuessMark = number

const said = () => ({
  down: share(first.values.down),
  quoted: oneIn(first.quoted),
  any: oneIn(first.anyTwo),
  times: count(first.anyTwo / first.quoted),
})

/** That at least one of the three is down: all of them would have to work. */
const anyOne = kOfN(SERVERS, SERVERS, 1 - first.values.down).unreliability

/** Rounded to two digits: the right one is not to be known by being the only exact one. */
const about = (probability: number) =>
  m.trio_predict_option({ count: number(getLocale(), Number((1 / probability).toPrecision(2))) })

export const prediction: Prediction<GuessMark> = {
  question: () => m.trio_predict(said()),
  options: [
    {
      id: 'product',
      label: () => about(first.quoted),
      mark: first.quoted,
      answer: () => m.trio_answer_product(said()),
    },
    {
      id: 'sum',
      label: () => about(first.anyTwo),
      mark: first.anyTwo,
      answer: () => m.trio_answer_sum(said()),
    },
    {
      id: 'any-one',
      label: () => about(anyOne),
      mark: anyOne,
      answer: () => m.trio_answer_any_one(said()),
    },
  ],
}
