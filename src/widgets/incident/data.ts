import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { DAY } from '../../systems/incident/clock.ts'
import { lagAt } from '../../systems/incident/incident.ts'
import type { IncidentModel } from './model.ts'
import { dayOf } from './words.ts'

/** How far the standby was behind at noon, every seven days. */
export const data = ({ run, months }: IncidentModel): DataTable => ({
  columns: [m.incident_data_day(), m.incident_data_lag()],
  rows: Array.from({ length: Math.ceil(months.to / DAY / 7) }, (_, week) => {
    const at = (week * 7 + 0.5) * DAY
    return [dayOf(at), Math.round(lagAt(run, at))]
  }),
})
