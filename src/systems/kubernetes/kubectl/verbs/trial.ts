import { drawFrom } from '../../../../simulation/draw.ts'
import { type Turn, turnOf } from '../../turn.ts'
import type { World } from '../../world.ts'
import { emptyWorld } from '../../world-begins.ts'
import type { ProfileName } from '../../resources.ts'
import type { Outcome, Streams } from '../command.ts'
import { create } from '../../api/write.ts'
import { verbs } from './verbs.ts'

/** What a command has said so far, and its exit code once it has ended. */
export interface Said {
  readonly out: string
  readonly err: string
  readonly exit: number | 'waits'
}

/** A store with nobody behind it, and one terminal before it: for tests of single commands. */
export interface Trial {
  readonly world: () => World
  readonly nowMs: () => number
  /** Runs a command; what it waits for is done with `goOn`. */
  readonly kubectl: (line: string, stdin?: string) => Said
  /** Changes the store after some time, as a controller would, and wakes the command. */
  readonly later: (afterMs: number, act: (turn: Turn) => void) => Said
}

/** Words of a line; quotes keep them together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|([^\s']+(?:'[^']*')?)/g)].map(
    ([, quoted, bare]) => quoted ?? (bare ?? '').replaceAll("'", ''),
  )

/**
 * Begins a trial on an empty store with the namespaces `default` and `shop` and three nodes.
 *
 * @param files the reader's directory
 */
export function trial(
  files: Readonly<Record<string, string>> = {},
  profile: ProfileName = '1.20',
): Trial {
  const { draw } = drawFrom(1)
  let nowMs = 0
  let world = emptyWorld({ profile, nodes: [], files })
  let running:
    | { words: readonly string[]; stdin: string | undefined; state: unknown; wakeAtMs: number }
    | undefined
  let out = ''
  let err = ''
  const streams: Streams = {
    out(text) {
      out += text
    },
    err(text) {
      err += text
    },
  }
  const inTurn = <T>(act: (turn: Turn) => T): T => {
    const { turn, end } = turnOf(world, { nowMs, draw })
    const result = act(turn)
    ;({ world } = end())
    return result
  }
  const callOf = (words: readonly string[], stdin: string | undefined) => ({
    words,
    shell: '1',
    ...(stdin === undefined ? {} : { stdin }),
  })
  const take = (words: readonly string[], stdin: string | undefined, outcome: Outcome): Said => {
    if ('exit' in outcome) {
      running = undefined
      return { out, err, exit: outcome.exit }
    }
    const { state, wakeAtMs = Infinity } = outcome.wait
    running = { words, stdin, state, wakeAtMs }
    return { out, err, exit: 'waits' }
  }
  const goOn = (): Said => {
    if (!running) throw new RangeError('trial: nothing runs')
    const { words, stdin, state } = running
    const command = verbs[words[0] ?? '']
    if (!command?.resume) throw new RangeError(`trial: ${words.join(' ')} cannot go on`)
    const { resume } = command
    return take(
      words,
      stdin,
      inTurn((turn) => resume(turn, callOf(words, stdin), streams, state)),
    )
  }
  inTurn((turn) => {
    for (const name of ['default', 'shop'])
      create(turn, 'namespaces', { metadata: { name }, spec: {} })
    for (const name of ['node-1', 'node-2', 'node-3'])
      create(turn, 'nodes', { metadata: { name, labels: {} }, spec: {} })
  })
  return {
    world: () => world,
    nowMs: () => nowMs,
    kubectl(line, stdin) {
      out = ''
      err = ''
      const words = wordsOf(line)
      const command = verbs[words[0] ?? '']
      if (!command) throw new RangeError(`trial: no command ${line}`)
      return take(
        words,
        stdin,
        inTurn((turn) => command.run(turn, callOf(words, stdin), streams)),
      )
    },
    later(afterMs, act) {
      const until = nowMs + afterMs
      while (running && running.wakeAtMs < until) {
        nowMs = Math.max(nowMs, running.wakeAtMs)
        goOn()
      }
      nowMs = until
      inTurn(act)
      return running ? goOn() : { out, err, exit: 0 }
    },
  }
}
