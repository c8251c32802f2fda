import * as m from '#messages/messages.js'
import type { Prediction } from '../../frame/contract.ts'
import { count, oneIn, share } from './describe.ts'
import { parameters, trio } from './model.ts'

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

export const prediction: Prediction<GuessMark> = {
  question: () => m.trio_predict(said()),
  options: [
    {
      id: 'product',
      label: () => oneIn(first.quoted),
      mark: first.quoted,
      answer: () => m.trio_answer_product(said()),
    },
    {
      id: 'sum',
      label: () => oneIn(first.anyTwo),
      mark: first.anyTwo,
      answer: () => m.trio_answer_sum(said()),
    },
    {
      id: 'double',
      label: () => oneIn(2 * first.values.down),
      mark: 2 * first.values.down,
      answer: () => m.trio_answer_double(said()),
    },
  ],
}
