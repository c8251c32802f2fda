import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, row, variable, type Expression } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import type { EvictionModel, Step } from './model.ts'

export const count = (value: number) => number(getLocale(), value, 3)

const said = ({ values, fewestReady, refused, steps }: EvictionModel) => ({
  budget: count(values.budget),
  replicas: count(values.replicas),
  nodes: count(values.nodes),
  fewest: count(fewestReady),
  refused: count(refused),
  ready: count(steps.at(-1)?.ready ?? 0),
})

/** Each step in words. */
export const stepWords = ({ steps }: EvictionModel): readonly string[] =>
  steps.map(({ deed, ready }: Step) => {
    switch (deed.kind) {
      case 'before':
        return m.evict_step_before({ ready: count(ready) })
      case 'evicted': {
        const evicted = count(deed.evicted)
        const refused = count(deed.refused)
        return deed.evicted === 0
          ? m.evict_step_refused({ refused })
          : deed.refused === 0
            ? m.evict_step_evicted({ evicted })
            : m.evict_step_some({ evicted, refused })
      }
      case 'failed':
        return m.evict_step_failed({ pods: count(deed.pods) })
      case 'deleted':
        return m.evict_step_deleted({ pods: count(deed.pods) })
      case 'replaced':
        return m.evict_step_replaced({ pods: count(deed.pods) })
    }
  })

export function verdict(model: EvictionModel): Verdict {
  const { values, fewestReady, blocked } = model
  const below = fewestReady < values.budget
  switch (values.happens) {
    case 'drain':
      if (blocked) return { tone: 'fails', text: m.evict_verdict_blocked(said(model)) }
      return { tone: 'works', text: m.evict_verdict_drained(said(model)) }
    case 'failure':
      return below
        ? { tone: 'fails', text: m.evict_verdict_failed(said(model)) }
        : { tone: 'neutral', text: m.evict_verdict_failed_kept(said(model)) }
    case 'deletion':
      return {
        tone: 'fails',
        text: below ? m.evict_verdict_deleted(said(model)) : m.evict_verdict_deleted_none(),
      }
  }
}

export const describe = (model: EvictionModel): string =>
  m.evict_description({ ...said(model), verdict: verdict(model).text })

export const readings = (model: EvictionModel): readonly Reading[] => [
  { id: 'fewest', label: m.evict_reading_fewest(), value: count(model.fewestReady) },
  { id: 'budget', label: m.evict_reading_budget(), value: count(model.values.budget) },
  {
    id: 'refused',
    label: m.evict_reading_refused(),
    value: count(model.refused),
    formula: formula(model),
  },
]

/** How many evictions the budget allows before anything has happened. */
export function formula({ values: { replicas, budget } }: EvictionModel): Expression {
  return row(
    variable(m.evict_symbol_allowed(), count(Math.max(0, replicas - budget))),
    '=',
    variable(m.evict_symbol_ready(), count(replicas)),
    '−',
    variable(m.evict_symbol_budget(), count(budget)),
    ...(budget > replicas ? [constant(m.evict_at_least_none())] : []),
  )
}
