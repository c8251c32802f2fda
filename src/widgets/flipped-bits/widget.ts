import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { BitsFigure } from './Figure.tsx'
import type { Outcome } from '../../systems/error-codes/outcome.ts'
import { type BitsModel, flippedBits, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, BitsModel, Outcome>({
  id: 'flipped-bits',
  title: m.bits_title,
  scale: m.bits_scale,
  parameters,
  scenes,
  firstScene: 'hamming-two',
  model: flippedBits,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.bits_claim(), m.bits_rest()],
  assumptions: () => [
    m.bits_assume_small(),
    m.bits_assume_order(),
    m.bits_assume_crc(),
    m.bits_assume_decoder(),
    m.bits_assume_malice(),
  ],
  sources,
  prediction: {
    question: m.bits_predict,
    options: [
      { id: 'right', label: m.bits_predict_right, mark: 'corrected', answer: m.bits_answer_right },
      { id: 'error', label: m.bits_predict_error, mark: 'detected', answer: m.bits_answer_error },
      {
        id: 'wrong',
        label: m.bits_predict_wrong,
        mark: 'miscorrected',
        answer: m.bits_answer_wrong,
      },
    ],
  },
  Figure: BitsFigure,
})
