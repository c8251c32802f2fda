import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, row, variable } from '../../frame/expression.ts'
import { sumOf } from '../../systems/incident/bills.ts'
import { FAILS, PER_SECOND } from '../../systems/incident/clock.ts'
import { drillsHeld, type Incident } from '../../systems/incident/incident.ts'
import { number } from '../../ui/format.ts'
import type { IncidentModel } from './model.ts'
import { clockToSecond, dayOf, dollars, finderName, span, whole } from './words.ts'

/** What the safeguards that are switched on cost, whether they were needed or not. */
function prices({ circumstances }: Incident): string {
  const { drills, pages, objective, looks, synchronous, automatic } = circumstances
  const said = [
    drills ? m.incident_price_drills({ count: whole(drillsHeld(drills)) }) : '',
    pages ? m.incident_price_pages() : '',
    objective ? m.incident_price_objective() : '',
    looks ? m.incident_price_looks() : '',
    synchronous ? m.incident_price_synchronous() : '',
    automatic ? m.incident_price_automatic() : '',
  ].filter((text) => text !== '')
  return said.length === 0 ? '' : ` ${said.join(' ')}`
}

function outcome({ run }: IncidentModel): Verdict {
  const { found, lost, calledOff, missingSeconds, lagSeconds, circumstances } = run
  const outage = span(run.outageSeconds)
  const refused = whole(run.refused)
  if (found) {
    const said = { by: finderName(found.by), when: dayOf(found.at), outage }
    return { tone: 'works', text: m.incident_verdict_found(said) }
  }
  if (calledOff) {
    return {
      tone: 'neutral',
      text: m.incident_verdict_called_off({ outage, refused, lag: span(missingSeconds) }),
    }
  }
  if (lost === 0) {
    const said = { lag: span(lagSeconds), outage }
    return { tone: 'works', text: m.incident_verdict_received(said) }
  }
  const said = {
    lost: whole(lost),
    from: clockToSecond(FAILS - missingSeconds),
    outage,
    cost: dollars(sumOf(run.bills)),
  }
  return {
    tone: 'fails',
    text: circumstances.automatic
      ? m.incident_verdict_automatic(said)
      : m.incident_verdict_lost(said),
  }
}

export function verdict(model: IncidentModel): Verdict {
  const { tone, text } = outcome(model)
  return { tone, text: `${text}${prices(model.run)}` }
}

export function describe(model: IncidentModel): string {
  const { found, lagSeconds, lost, outageSeconds } = model.run
  const said = {
    lag: span(lagSeconds),
    lost: whole(lost),
    outage: span(outageSeconds),
    verdict: verdict(model).text,
  }
  return found
    ? m.incident_description_found({
        ...said,
        by: finderName(found.by),
        when: dayOf(found.at),
      })
    : m.incident_description(said)
}

/** Lost transactions: the seconds that were never received, times transactions a second. */
export const formula = ({ run }: IncidentModel): Expression => {
  const perMinute = PER_SECOND * 60
  return row(
    variable('W', whole(run.missingSeconds * PER_SECOND), m.incident_symbol_missing()),
    '=',
    variable('ℓ', number(getLocale(), run.missingSeconds / 60, 4), m.incident_symbol_minutes()),
    '×',
    variable('w', number(getLocale(), perMinute), m.incident_symbol_rate()),
  )
}

export function readings(model: IncidentModel): readonly Reading[] {
  const { run } = model
  return [
    { id: 'lag', label: m.incident_reading_lag(), value: span(run.lagSeconds) },
    {
      id: 'lost',
      label: m.incident_reading_lost(),
      value: whole(run.lost),
      unit: m.incident_unit_transactions(),
      ...(run.calledOff ? {} : { formula: formula(model) }),
    },
    {
      id: 'outage',
      label: m.incident_reading_outage(),
      value: span(run.outageSeconds),
      unit: m.incident_refused({ count: whole(run.refused) }),
    },
    { id: 'cost', label: m.incident_reading_cost(), value: dollars(sumOf(run.bills)) },
  ]
}
