import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { DESIGN_NAMES, PAUSE_NAMES, REPEAT_NAMES } from './describe.ts'
import { designOf, PAUSES, REPEATS } from './model.ts'

/** The whole matrix, with and without a safe state. */
export const data = (): DataTable => ({
  columns: [
    m.either_data_pause(),
    m.either_data_repeat(),
    m.either_data_safe(),
    m.either_data_design(),
  ],
  rows: PAUSES.flatMap((pause) =>
    REPEATS.flatMap((repeat) =>
      [false, true].map((safeState) => [
        PAUSE_NAMES[pause](),
        REPEAT_NAMES[repeat](),
        safeState ? 1 : 0,
        DESIGN_NAMES[designOf({ pause, repeat, safeState })](),
      ]),
    ),
  ),
})
