import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Prediction } from '../../frame/contract.ts'
import { downtime } from '../../reliability/downtime.ts'
import { percent } from '../../ui/format.ts'
import { moneyText, plain, timeText } from './describe.ts'
import {
  type GuessMark,
  lost,
  parameters,
  price,
  type PriceValues,
  type SparesCost,
} from './model.ts'

/** What is asked is the first scene, where nothing has been moved; its answers are the model's there. */
const values: PriceValues = {
  needed: parameters.needed.default,
  spares: parameters.spares.default,
  server: parameters.server.default,
  machinery: parameters.machinery.default,
  hour: parameters.hour.default,
  unavailable: parameters.unavailable.default,
  shared: parameters.shared.default,
}
const { costs, floorHours } = price(values)

const at = (spares: number): SparesCost => {
  const cost = costs[spares]
  if (!cost) throw new RangeError(`redundancy-cost: no cost of ${spares} spares`)
  return cost
}

const saved = (from: number, to: number) => moneyText(lost(at(from)) - lost(at(to)))

const option = (spares: number, answer: () => string) => ({
  id: String(spares),
  label: () =>
    spares === 0 ? m.price_predict_none() : m.price_predict_option({ spares: plain(spares) }),
  mark: spares,
  answer,
})

/** How many spares cost least? */
export const prediction: Prediction<GuessMark> = {
  question: () =>
    m.price_predict({
      needed: plain(values.needed),
      server: moneyText(values.server),
      machinery: moneyText(values.machinery),
      hour: moneyText(values.hour),
      down: timeText(downtime(1 - values.unavailable).hours),
      shared: percent(getLocale(), values.shared),
    }),
  options: [
    option(0, () =>
      m.price_answer_0({ hours: timeText(at(0).downHours), lost: moneyText(lost(at(0))) }),
    ),
    option(1, () => m.price_answer_1({ saves: saved(1, 2), server: moneyText(values.server) })),
    option(2, () =>
      m.price_answer_2({
        saves: saved(1, 2),
        third: saved(2, 3),
        server: moneyText(values.server),
        floor: timeText(floorHours),
      }),
    ),
    option(4, () =>
      m.price_answer_4({
        saves: saved(2, 4),
        costs: moneyText(2 * values.server),
        floor: timeText(floorHours),
      }),
    ),
  ],
}
