import { machine } from '../../../../simulation/machine.ts'
import type { Rules } from '../../../../simulation/rules.ts'
import type { ProfileName } from '../../resources.ts'
import { cluster, tell } from '../../rules.ts'
import { type Turn, turnOf } from '../../turn.ts'
import type { ClusterEvent, ClusterNote, ClusterParameters, World } from '../../world.ts'
import type { Outcome } from '../command.ts'
import { verbs } from './verbs.ts'

type Deed = (turn: Turn) => void

const rules: Rules<ClusterParameters, World, ClusterEvent, Deed, ClusterNote> = {
  ...cluster,
  act(world, deed, moment) {
    const { turn, end } = turnOf(world, moment)
    deed(turn)
    tell(turn)
    return end()
  },
}

/** What a command said, how it ended, and how long it took. */
export interface Said {
  readonly out: string
  readonly err: string
  /** 124 where it was still running when its time was up. */
  readonly exit: number
  readonly tookMs: number
}

/** Words of a line; quotes keep them together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''))

/** A cluster of three nodes with a person before it who types commands of this folder alone. */
export interface Trial {
  readonly world: () => World
  readonly nowMs: () => number
  /** Lets everything happen for some time. */
  readonly pass: (ms: number) => void
  /** Runs a command to its end, or for so long. */
  readonly kubectl: (
    line: string,
    more?: { readonly stdin?: string; readonly limitMs?: number },
  ) => Said
}

/**
 * Begins a trial.
 *
 * @param files the reader's directory
 */
export function trial(
  files: Readonly<Record<string, string>> = {},
  profile: ProfileName = '1.20',
  seed = 1,
): Trial {
  const nodes = ['a', 'b', 'c'].map((zone, index) => ({
    name: `node-${index + 1}`,
    zone: `zone-${zone}`,
    cpu: '2',
    memory: '2Gi',
  }))
  const engine = machine(rules, { parameters: { profile, nodes, files } }, seed)
  let nowMs = 0
  const to = (untilMs: number): void => {
    while (engine.nextAtMs() <= untilMs) engine.advance()
    nowMs = untilMs
  }
  /** Goes on to the next moment that may concern a command that waits. */
  const next = ({
    onChange,
    wakeAtMs = Infinity,
  }: {
    onChange: boolean
    wakeAtMs?: number
  }): void => {
    const { revision } = engine.world().store
    while (engine.nextAtMs() <= wakeAtMs) {
      nowMs = engine.nextAtMs()
      engine.advance()
      if (onChange && engine.world().store.revision !== revision) return
    }
    nowMs = wakeAtMs
  }
  return {
    world: engine.world,
    nowMs: () => nowMs,
    pass: (ms) => to(nowMs + ms),
    kubectl(line, { stdin, limitMs = 600_000 } = {}) {
      const words = wordsOf(line)
      const command = verbs[words[0] ?? '']
      if (!command) throw new RangeError(`trial: no command ${line}`)
      const call = { words, shell: '1', ...(stdin === undefined ? {} : { stdin }) }
      const said = { out: '', err: '' }
      const streams = {
        out: (text: string) => void (said.out += text),
        err: (text: string) => void (said.err += text),
      }
      const beganMs = nowMs
      const inTurn = (act: (turn: Turn) => Outcome): Outcome => {
        let outcome: Outcome = { exit: 0 }
        engine.act((turn) => {
          outcome = act(turn)
        }, nowMs)
        return outcome
      }
      let outcome = inTurn((turn) => command.run(turn, call, streams))
      while ('wait' in outcome) {
        const { wait } = outcome
        next({ ...wait, wakeAtMs: Math.min(wait.wakeAtMs ?? Infinity, beganMs + limitMs) })
        if (nowMs >= beganMs + limitMs) return { ...said, exit: 124, tookMs: limitMs }
        const { resume } = command
        if (!resume) throw new RangeError(`trial: ${line} cannot go on`)
        outcome = inTurn((turn) => resume(turn, call, streams, wait.state))
      }
      return { ...said, exit: outcome.exit, tookMs: nowMs - beganMs }
    },
  }
}
