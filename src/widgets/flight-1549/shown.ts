import * as m from '#messages/messages.js'
import type { State } from '../../figures/Lamp.tsx'
import type { Place } from './layout.ts'
import type { FlightModel } from './model.ts'

export const PLACES: readonly Place[] = [
  'engine1',
  'engine2',
  'turbine',
  'power',
  'elac',
  'sec',
  'thrust',
  'control',
]

/** What stands in a box. */
interface Shown {
  readonly name: string
  readonly note: string
  readonly state: State
}

/** What each box says in a state. */
export function shownOf(model: FlightModel): Readonly<Record<Place, Shown>> {
  const { works } = model
  const part = (name: string, alive: boolean): Shown => ({
    name,
    note: alive ? m.flight_works() : m.flight_lost(),
    state: alive ? 'healthy' : 'failed',
  })
  const thrust: Shown =
    model.enginesWorking === 1
      ? { name: m.flight_thrust(), note: m.flight_half(), state: 'degraded' }
      : part(m.flight_thrust(), model.thrust)
  const control: Shown =
    model.control && model.computerKinds === 1
      ? { name: m.flight_control(), note: m.flight_other_kind(), state: 'degraded' }
      : part(m.flight_control(), model.control)
  return {
    engine1: part(m.flight_engine({ number: 1 }), works.engine1),
    engine2: part(m.flight_engine({ number: 2 }), works.engine2),
    turbine: {
      name: m.flight_turbine(),
      note: model.turbineRuns ? m.flight_started() : m.flight_waiting(),
      state: model.turbineRuns ? 'healthy' : 'standby',
    },
    elac: part(m.flight_elac(), works.elac),
    sec: part(m.flight_sec(), works.sec),
    thrust,
    power: part(m.flight_power(), model.power),
    control,
  }
}
