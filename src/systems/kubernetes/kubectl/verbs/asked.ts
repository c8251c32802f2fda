import type { World } from '../../world.ts'
import type { Turn } from '../../turn.ts'
import type { Call, Command, Outcome, Streams } from '../command.ts'
import { caught, complain } from './failures.ts'
import { dryRunIn } from './dry-run.ts'
import { type Flag, type Parsed, UsageError, parseFlags } from '../flags.ts'

/** A command as it was asked for, its flags read. */
export interface Asked {
  readonly turn: Turn
  readonly streams: Streams
  readonly args: readonly string[]
  readonly flags: Parsed
  readonly namespace: string
  readonly files: World['files']
  readonly stdin: string | undefined
}

/** What a command does, once its flags are read. */
export interface Verb<State> {
  /** As its usage names it: `rollout status`. */
  readonly name: string
  readonly flags: readonly Flag[]
  readonly begin: (asked: Asked) => Going<State>
  /** Goes on after a wait. */
  readonly goOn?: (asked: Asked, state: State) => Going<State>
}

/** An end, or a state to go on from. */
export type Going<State> =
  | { readonly exit: number }
  | { readonly state: State; readonly onChange: boolean; readonly wakeAtMs?: number }

/** A command that did what it was asked for. */
export const DONE: { readonly exit: number } = { exit: 0 }

/** A command out of what it does: reads flags, and says what it fails with. */
export function verb<State>({ name, flags: specs, begin, goOn }: Verb<State>): Command {
  const attempt = (
    turn: Turn,
    call: Call,
    streams: Streams,
    go: (asked: Asked) => Going<State>,
  ): Outcome => {
    try {
      const skipped = name.split(' ').length
      const flags = parseFlags(name, specs, call.words.slice(skipped))
      const context = flags.text('context')
      if (context !== '' && context !== 'lab')
        throw new UsageError(`context "${context}" does not exist`)
      if (specs.some(({ name: flag }) => flag === 'dry-run')) dryRunIn(flags)
      const world = turn.world()
      const going = go({
        turn,
        streams,
        args: flags.args,
        flags,
        namespace: flags.text('namespace') || (world.shells[call.shell]?.namespace ?? 'default'),
        files: world.files,
        stdin: call.stdin,
      })
      if ('exit' in going) return going
      const { state, onChange, wakeAtMs } = going
      return { wait: { state, onChange, ...(wakeAtMs === undefined ? {} : { wakeAtMs }) } }
    } catch (error) {
      if (error instanceof UsageError) {
        streams.err(`error: ${error.message}\n`)
        return { exit: 1 }
      }
      return { exit: complain(streams, caught(error)) }
    }
  }
  return {
    flags: specs,
    run: (turn, call, streams) => attempt(turn, call, streams, begin),
    ...(goOn === undefined
      ? {}
      : {
          resume: (turn, call, streams, state) =>
            // What the world kept of this very command.
            attempt(turn, call, streams, (asked) => goOn(asked, state as State)),
        }),
  }
}

/** One of several sub-commands by its first word. */
export function family(name: string, members: Readonly<Record<string, Command>>): Command {
  const depth = name.split(' ').length
  const of = ({ words }: Call): Command | undefined => {
    const word = words[depth] ?? ''
    return Object.hasOwn(members, word) ? members[word] : undefined
  }
  return {
    members,
    run(turn, call, streams) {
      const member = of(call)
      if (member) return member.run(turn, call, streams)
      const word = call.words[depth]
      if (word === undefined || word.startsWith('-')) {
        const list = Object.keys(members)
          .toSorted()
          .map((one) => `  ${one}`)
        streams.out(
          [
            'Available Commands:',
            ...list,
            '',
            'Usage:',
            `  kubectl ${name} SUBCOMMAND [options]`,
            '',
          ].join('\n'),
        )
        return { exit: 1 }
      }
      streams.err(
        `error: unknown command "${call.words.slice(depth).join(' ')}"\nSee 'kubectl ${name} -h' for help and examples\n`,
      )
      return { exit: 1 }
    },
    resume(turn, call, streams, state) {
      const member = of(call)
      if (!member?.resume) throw new RangeError(`family: ${name} has nothing to resume`)
      return member.resume(turn, call, streams, state)
    },
  }
}

/** A command of kubectl that this laboratory does without, and says so. */
export function leftOut(name: string, why: string): Command {
  return {
    run(_turn, _call, streams) {
      streams.err(complaintOf(name, why))
      return { exit: 1 }
    },
  }
}

const complaintOf = (name: string, why: string): string =>
  `error: this laboratory's kubectl has no "${name}": ${why}\n`

/** A wrong call, with the hint that kubectl gives after it. */
export const wrongUse = (name: string, message: string): UsageError =>
  new UsageError(`${message}\nSee 'kubectl ${name} -h' for help and examples`)
