import type { Evaluate, Recording } from '../../../reliability/cases/case-arguments.ts'
import { machine } from '../../../simulation/machine.ts'
import { replication } from '../rules.ts'
import { rowsOf, serverOf, visibleAt } from '../turn.ts'
import type {
  ReplicationAction,
  ReplicationParameters,
  ReplicationWorld,
  SERVER_DEEDS,
} from '../world.ts'
import type recorded from './postgresql-15.json'

/** One primary and one standby on one machine; the standby is promoted by hand. */
const POSTGRESQL: ReplicationParameters = {
  replicas: 1,
  confirmations: 0,
  confirms: 'received',
  latencyMs: 1,
  // 400,000 rows in about two seconds, as scenario D recorded.
  applyMsPerRow: 1980 / 2_400_000,
  detectMs: Infinity,
  lagCheck: false,
  fencing: false,
}

/** Long enough for whatever is still to come; the recording waited three seconds for an answer. */
const WAIT_MS = 3000

/** What was done in a scenario: settings, and the deeds in their order. */
interface Script {
  readonly settings: Partial<ReplicationParameters>
  readonly deeds: readonly (ReplicationAction | 'wait' | 'apply')[]
  /** Writes that the recording does not list: what was there before. */
  readonly before?: number
}

const write = (rows: number, at?: string): ReplicationAction => ({
  kind: 'write',
  rows,
  ...(at !== undefined && { at }),
})
const on = (kind: (typeof SERVER_DEEDS)[number], server: string): ReplicationAction => ({
  kind,
  server,
})

/** The recording says in prose what was done; here it is in deeds. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  A: {
    settings: {},
    deeds: [
      write(1000),
      'wait',
      on('stop-receiving', 'R1'),
      write(1000),
      'wait',
      on('kill', 'P'),
      on('promote', 'R1'),
      'wait',
    ],
  },
  B: {
    settings: { confirmations: 1 },
    deeds: [
      write(1000),
      'wait',
      on('stop-receiving', 'R1'),
      write(1000),
      'wait',
      on('kill', 'P'),
      on('promote', 'R1'),
      'wait',
    ],
  },
  C: {
    settings: { confirmations: 1 },
    deeds: [
      write(1000),
      'wait',
      on('stop-replay', 'R1'),
      write(1000),
      'wait',
      // From here on a commit waits until it is applied.
      'apply',
      write(1000),
      'wait',
      on('kill', 'P'),
      on('promote', 'R1'),
      'wait',
    ],
  },
  D: {
    settings: {},
    before: 1,
    deeds: [
      write(1000),
      'wait',
      on('stop-replay', 'R1'),
      write(2_400_000),
      'wait',
      on('kill', 'P'),
      on('promote', 'R1'),
      'wait',
    ],
  },
  E: {
    settings: {},
    before: 1,
    deeds: [write(10), 'wait', on('promote', 'R1'), 'wait', write(1, 'P'), write(1, 'R1'), 'wait'],
  },
}

/** What a scenario came to. */
export function play(id: string) {
  const script = SCRIPTS[id]
  if (!script) throw new TypeError(`no scenario ${id}`)
  const parameters = { ...POSTGRESQL, ...script.settings }
  let run = machine(replication, { parameters }, 1)
  const worlds: ReplicationWorld[] = []
  let nowMs = 0
  for (const deed of script.deeds) {
    if (deed === 'wait') {
      nowMs += WAIT_MS
      while (run.nextAtMs() <= nowMs) run.advance()
      worlds.push(run.world())
    } else if (deed === 'apply') {
      const saved = run.save()
      const world = {
        ...saved.world,
        parameters: { ...saved.world.parameters, confirms: 'applied' as const },
      }
      run = machine(replication, { saved: { ...saved, world } }, 1)
    } else run.act(deed, nowMs)
  }
  return { worlds, last: run.world() }
}

const isRecorded = (file: object): file is typeof recorded =>
  'suite' in file && file.suite === 'replication' && 'scenarios' in file

type Scenario = (typeof recorded)['scenarios'][number]

/** What the recording says of a scenario, in numbers. */
function expectedOf(scenario: Scenario) {
  const steps = 'steps' in scenario ? scenario.steps : []
  const acknowledged = steps.map((one) => one.acknowledged)
  if ('after' in scenario && scenario.after)
    return {
      acknowledged,
      // Rows numbered 1 to 10 were there before; 11 is the old primary's own, 12 the new one's.
      onlyOnOld: 1,
      onlyOnNew: 1,
    }
  const standby = steps.flatMap((one) =>
    'readOnStandbySees' in one && one.readOnStandbySees !== undefined
      ? [one.readOnStandbySees]
      : [],
  )
  const hidden = steps.some((one) => 'visibleOnPrimary' in one && one.visibleOnPrimary === false)
  return {
    acknowledged,
    rows: 'afterPromotion' in scenario ? scenario.afterPromotion?.rows : undefined,
    ...(standby.length > 0 && { standby }),
    ...(hidden && { hiddenOnPrimary: true }),
  }
}

/** Each scenario that was run on PostgreSQL. */
export const recording: Recording = (file) =>
  isRecorded(file)
    ? file.scenarios.map((scenario) => ({
        op: 'postgresqlScenario',
        args: { id: scenario.id },
        expected: expectedOf(scenario),
      }))
    : null

/** What our model makes of a scenario, in the same numbers. */
export const postgresqlScenario: Evaluate = ({ id }) => {
  const { worlds, last } = play(String(id))
  const beforePromotion = worlds.at(-2) ?? last
  const heard = ({ fates }: ReplicationWorld) =>
    fates
      .slice(SCRIPTS[String(id)]?.before ?? 0)
      .map(({ acknowledgedMs }) => acknowledgedMs !== undefined)
  const only = (at: string, other: string) => {
    const there = new Set(serverOf(last, other).log.map(({ write: number }) => number))
    return serverOf(last, at).log.filter(({ write: number }) => !there.has(number)).length
  }
  if (id === 'E')
    return {
      acknowledged: heard(last),
      onlyOnOld: only('P', 'R1'),
      onlyOnNew: only('R1', 'P'),
    }
  const hidden =
    rowsOf(serverOf(beforePromotion, 'P').log) - rowsOf(visibleAt(beforePromotion, 'P'))
  return {
    acknowledged: heard(beforePromotion),
    rows: rowsOf(serverOf(last, 'R1').log),
    standby: [rowsOf(visibleAt(worlds[1] ?? last, 'R1'))],
    hiddenOnPrimary: hidden > 0,
  }
}
