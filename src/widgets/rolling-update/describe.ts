import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, row, variable, type Expression } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import type { RolloutModel } from './model.ts'

export const count = (value: number) => number(getLocale(), value, 3)

const last = ({ steps }: RolloutModel) => steps.at(-1)?.pods ?? []
const updated = (model: RolloutModel) =>
  last(model).filter(({ version, node }) => version === 'new' && node !== undefined).length
const waiting = (model: RolloutModel) => last(model).filter(({ node }) => node === undefined).length

/** The most updated pods that stand on one node at the end. */
const together = (model: RolloutModel) =>
  Math.max(
    0,
    ...last(model).map(({ node }) => last(model).filter((other) => other.node === node).length),
  )

const said = (model: RolloutModel) => ({
  replicas: count(model.values.replicas),
  fewest: count(model.fewestReady),
  most: count(model.most),
  updated: count(updated(model)),
  waiting: count(waiting(model)),
  nodes: count(model.values.nodes),
  together: count(together(model)),
})

export function verdict(model: RolloutModel): Verdict {
  switch (model.outcome) {
    case 'refused':
      return { tone: 'fails', text: m.rollout_verdict_refused() }
    case 'no-room':
      return { tone: 'fails', text: m.rollout_verdict_no_room(said(model)) }
    case 'stuck':
      return { tone: 'fails', text: m.rollout_verdict_stuck(said(model)) }
    case 'done':
      return { tone: model.fewestReady === 0 ? 'fails' : 'works', text: doneText(model) }
  }
}

function doneText(model: RolloutModel): string {
  const text =
    model.fewestReady === 0
      ? m.rollout_verdict_done_none(said(model))
      : model.fewestReady < model.values.replicas
        ? m.rollout_verdict_done_fewer(said(model))
        : m.rollout_verdict_done(said(model))
  return together(model) > 1 ? `${text} ${m.rollout_verdict_together(said(model))}` : text
}

export const describe = (model: RolloutModel): string =>
  m.rollout_description({
    ...said(model),
    surge: count(model.values.surge),
    unavailable: count(model.values.unavailable),
    steps: count(model.steps.length - 1),
    verdict: verdict(model).text,
  })

export const readings = (model: RolloutModel): readonly Reading[] => [
  {
    id: 'updated',
    label: m.rollout_reading_updated(),
    value: m.rollout_of({ some: count(updated(model)), all: count(model.values.replicas) }),
  },
  {
    id: 'fewest',
    label: m.rollout_reading_fewest(),
    value: count(model.fewestReady),
    ...(model.outcome === 'stuck' || model.outcome === 'done' ? { formula: formula(model) } : {}),
  },
  { id: 'waiting', label: m.rollout_reading_waiting(), value: count(waiting(model)) },
]

/** What the controller may go down to; whether it gets there is the run's. */
export function formula({ values }: RolloutModel): Expression {
  return row(
    variable(m.rollout_symbol_ready(), count(Math.max(0, values.replicas - values.unavailable))),
    '=',
    variable(m.rollout_symbol_replicas(), count(values.replicas)),
    '−',
    variable(m.rollout_symbol_unavailable(), count(values.unavailable)),
    ...(values.unavailable > values.replicas ? [constant(m.rollout_at_least_none())] : []),
  )
}
