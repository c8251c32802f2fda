import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { type DesignModel, WHOSE, counted } from './model.ts'
import { kindName } from './words.ts'

/** What each design came to on each fault that counts. */
export const data = (model: DesignModel): DataTable => ({
  columns: [
    m.design_data_fault(),
    m.design_data_kind(),
    m.design_data_breaker(),
    m.design_data_calls(),
    m.design_data_errors(),
    m.design_data_reached(),
    m.design_data_unchecked(),
    m.design_data_bad(),
    m.design_data_again(),
    m.design_data_opens(),
    m.design_data_euros(),
  ],
  rows: counted(model).flatMap(({ fault, practice, scores }, index) =>
    WHOSE.map((whose) => {
      const score = scores[whose]
      return [
        practice ? m.design_practice() : m.design_fault({ number: index + 1 }),
        kindName(fault.kind),
        { mine: m.design_mine, none: m.design_none, usual: m.design_usual }[whose](),
        score.calls,
        score.errors,
        score.reached,
        score.unchecked,
        score.bad,
        score.againMs,
        score.falseOpens,
        score.euros,
      ]
    }),
  ),
})
