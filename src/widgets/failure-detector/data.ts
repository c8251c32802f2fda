import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { DetectorModel } from './model.ts'

/** What each threshold brings in a year: the dots of the plot and the parts of the bars. */
export const data = ({ costs }: DetectorModel): DataTable => ({
  columns: [
    m.detector_data_threshold(),
    m.detector_data_detection(),
    m.detector_data_worst(),
    m.detector_data_between(),
    m.detector_data_false(),
    m.detector_data_unnoticed(),
    m.detector_data_needed(),
    m.detector_data_needless(),
    m.detector_data_total(),
  ],
  rows: costs.map((cost) => [
    cost.threshold,
    cost.detectionSeconds,
    cost.worstSeconds,
    // Where no probe is lost there is no false alarm, and no time between two.
    Number.isFinite(cost.falseAlarmHours) ? cost.falseAlarmHours : '',
    cost.falsePerYear,
    cost.unnoticedHours,
    cost.neededHours,
    cost.falseHours,
    cost.totalHours,
  ]),
})
