import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  evenStops,
  type NumberParameter,
  type Values,
  type ValuesOf,
} from '../../frame/parameters.ts'
import { eventName, guardName, kindName } from './names.ts'

export const KINDS = ['hardware', 'software', 'data', 'place', 'time', 'information'] as const
export type Kind = (typeof KINDS)[number]
export type Happening = 'nothing' | 'usual' | 'pitfall'
export type Guard = 'bare' | 'guarded'

/** The kind that values speak of. */
const kindIn = ({ kind }: Values): Kind => KINDS.find((each) => each === kind) ?? 'hardware'

const countIn = ({ count }: Values): number => Number(count)

const kind: ChoiceParameter<Kind> = {
  kind: 'choice',
  label: m.kinds_kind,
  default: 'hardware',
  list: true,
  options: {
    hardware: () => kindName('hardware'),
    software: () => kindName('software'),
    data: () => kindName('data'),
    place: () => kindName('place'),
    time: () => kindName('time'),
    information: () => kindName('information'),
  },
}

const happening: ChoiceParameter<Happening> = {
  kind: 'choice',
  label: m.kinds_happening,
  default: 'pitfall',
  options: {
    nothing: m.kinds_nothing,
    usual: (values) => eventName(kindIn(values), 'usual', countIn(values)),
    pitfall: (values) => eventName(kindIn(values), 'pitfall', countIn(values)),
  },
}

const guard: ChoiceParameter<Guard> = {
  kind: 'choice',
  label: m.kinds_guard,
  default: 'bare',
  options: {
    bare: (values) => guardName(kindIn(values), 'bare', countIn(values)),
    guarded: (values) => guardName(kindIn(values), 'guarded', countIn(values)),
  },
}

const count: NumberParameter = {
  kind: 'number',
  unit: 'count',
  label: m.kinds_count,
  default: 3,
  minimum: 1,
  maximum: 5,
  stops: evenStops(1, 5, 1),
  only: { choice: 'kind', is: ['hardware', 'software', 'data', 'place', 'time'] },
}

/** Where the slider of the distance rests, in km. */
export const distances: readonly number[] = [
  10, 50, 100, 300, 1000, 2000, 4000, 6000, 10_000, 15_000, 20_000,
]

const distanceKm: NumberParameter = {
  kind: 'number',
  unit: 'count',
  label: m.kinds_distance,
  default: 6000,
  minimum: 10,
  maximum: 20_000,
  stops: distances,
  only: { choice: 'kind', is: ['place'] },
}

export const parameters = { kind, happening, guard, count, distanceKm }
export type KindsValues = ValuesOf<typeof parameters>
