import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { FlightModel } from './model.ts'
import { PLACES, shownOf } from './shown.ts'

/** What each part and each function comes to. */
export const data = (model: FlightModel): DataTable => {
  const shown = shownOf(model)
  return {
    columns: [m.flight_data_part(), m.flight_data_state()],
    rows: PLACES.map((place) => [shown[place].name, shown[place].note]),
  }
}
