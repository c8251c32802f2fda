import { describe, expect, it } from 'vitest'
import { flight, parameters, type Cause, type FlightModel, type Part } from './model.ts'

type Row = readonly [Cause, lost: readonly Part[], Omit<FlightModel, 'cause' | 'works'>]

// By hand, from what each cause reaches: thrust needs an engine; power an engine or the turbine,
// which is started when no engine drives a generator; control needs power and one kind of computer.
const table: readonly Row[] = [
  [
    'nothing',
    [],
    {
      enginesWorking: 2,
      turbineRuns: false,
      powerSources: 2,
      computerKinds: 2,
      thrust: true,
      power: true,
      control: true,
    },
  ],
  [
    'one-engine',
    ['engine1'],
    {
      enginesWorking: 1,
      turbineRuns: false,
      powerSources: 1,
      computerKinds: 2,
      thrust: true,
      power: true,
      control: true,
    },
  ],
  [
    'flock',
    ['engine1', 'engine2'],
    {
      enginesWorking: 0,
      turbineRuns: true,
      powerSources: 1,
      computerKinds: 2,
      thrust: false,
      power: true,
      control: true,
    },
  ],
  [
    'one-design',
    ['elac'],
    {
      enginesWorking: 2,
      turbineRuns: false,
      powerSources: 2,
      computerKinds: 1,
      thrust: true,
      power: true,
      control: true,
    },
  ],
]

describe('what each cause reaches', () => {
  it('is told for every cause that can be chosen', () => {
    expect(table.map(([cause]) => cause)).toEqual(Object.keys(parameters.cause.options))
  })

  it.each(table)('%s takes out %j and leaves the rest', (cause, lost, rest) => {
    const { works, ...shown } = flight({ cause })
    const dead = Object.entries(works).filter(([, alive]) => !alive)
    expect(dead.map(([part]) => part)).toEqual(lost)
    expect(shown).toEqual({ cause, ...rest })
  })

  it('takes the thrust in one case only, and the control in none: the point of the picture', () => {
    const lost = (of: 'thrust' | 'control') =>
      table.filter(([cause]) => !flight({ cause })[of]).map(([cause]) => cause)
    expect(lost('thrust')).toEqual(['flock'])
    expect(lost('control')).toEqual([])
  })
})
