import * as m from '#messages/messages.js'
import type { Prediction } from '../../frame/contract.ts'
import { share } from './describe.ts'
import { parameters, spareModel, type SpareValues } from './model.ts'

/** What is asked is the first scene, in which nothing has been moved. */
const values: SpareValues = {
  needed: parameters.needed.default,
  spare: parameters.spare.default,
  fill: parameters.fill.default,
  target: parameters.target.default,
  zones: parameters.zones.default,
  serviced: parameters.serviced.default,
  failed: parameters.failed.default,
  zoneLost: parameters.zoneLost.default,
}
const first = spareModel(values)
const before = first.losses[0]?.perSurvivor ?? 0
const after = first.now.perSurvivor

/** The reader's guess: what each server that is left is asked for. */
export type GuessMark = number

const said = () => ({ busy: share(before), asked: share(after) })

export const prediction: Prediction<GuessMark> = {
  question: () => m.spare_predict(said()),
  options: [
    {
      id: 'same',
      label: () => m.spare_predict_same(said()),
      mark: before,
      answer: () => m.spare_answer_same(said()),
    },
    {
      id: 'full',
      label: () => m.spare_predict_full(),
      mark: 1,
      answer: () => m.spare_answer_full(said()),
    },
    {
      id: 'more',
      label: () => m.spare_predict_more(said()),
      mark: after,
      answer: () => m.spare_answer_more(said()),
    },
  ],
}
