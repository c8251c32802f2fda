import type { Turn } from '../turn.ts'
import type { Call, Command, Commands, Outcome, Streams } from './command.ts'
import { GLOBAL_FLAGS, parseFlags, UsageError } from './flags.ts'
import { helpOf, optionsText, overview } from './kubectl-help.ts'
import { aboutCommands } from './reading/about.ts'
import { configCommand } from './reading/config.ts'
import { describeCommand } from './reading/describe.ts'
import { eventsCommand } from './reading/events.ts'
import { explainCommand } from './reading/explain.ts'
import { getCommand } from './reading/get.ts'
import { leftOutCommands } from './reading/left-out.ts'
import { logsCommand } from './reading/logs.ts'
import { topCommand } from './reading/top.ts'
import { suggestionsFor } from './suggestions.ts'
import { verbs } from './verbs/verbs.ts'

/** All of kubectl's commands, by name. */
export const commands: Commands = {
  ...aboutCommands,
  ...leftOutCommands,
  ...verbs,
  config: configCommand,
  describe: describeCommand,
  events: eventsCommand,
  explain: explainCommand,
  get: getCommand,
  logs: logsCommand,
  top: topCommand,
}

/** Whether a call reads what comes through the pipe: `-f -`. */
export const takesInput = (words: readonly string[]): boolean =>
  words.some(
    (word, index) =>
      /^(?:-f=?-|--filename=-)$/.test(word) ||
      (/^(?:-f|--filename)$/.test(word) && words[index + 1] === '-'),
  )

/** How many words at the front are flags that every command takes, with their values. */
function leadingFlags(words: readonly string[]): number {
  let at = 0
  while (words[at]?.startsWith('-') && words[at] !== '--') {
    const word = words[at] ?? ''
    const flag = GLOBAL_FLAGS.find(({ name, short }) =>
      word.startsWith('--') ? word.slice(2).split('=')[0] === name : word[1] === short,
    )
    // Says what is wrong with it.
    if (!flag) parseFlags('', [], words.slice(0, at + 1))
    const attached = word.includes('=') || (!word.startsWith('--') && word.length > 2)
    at += flag?.takes === 'switch' || attached ? 1 : 2
  }
  return at
}

/** A command that was found, and its words in the order in which it expects them: flags last. */
interface Chosen {
  readonly name: string
  readonly command: Command
  readonly words: readonly string[]
}

function choose(words: readonly string[], among: Commands): Chosen | undefined {
  const at = leadingFlags(words)
  const name = words[at] ?? ''
  const command = Object.hasOwn(among, name) ? among[name] : undefined
  if (!command) return undefined
  const rest = [...words.slice(0, at), ...words.slice(at + 1)]
  const inner = command.members && choose(rest, command.members)
  if (!inner) return { name, command, words: [name, ...rest] }
  return { name: `${name} ${inner.name}`, command: inner.command, words: [name, ...inner.words] }
}

const wantsHelp = (words: readonly string[]): boolean => {
  const end = words.indexOf('--')
  return words
    .slice(0, end < 0 ? undefined : end)
    .some((word) => /^(?:-h|--help|--help=true)$/.test(word))
}

function help(words: readonly string[], streams: Streams): Outcome {
  if (words.length === 0) {
    streams.out(overview(commands))
    return { exit: 0 }
  }
  const chosen = choose(words, commands)
  if (!chosen) {
    streams.out(`Unknown help topic [\`${words.join(' ')}\`]\n${overview(commands)}`)
    return { exit: 0 }
  }
  streams.out(helpOf(chosen.name, chosen.command))
  return { exit: 0 }
}

function unknown(word: string, streams: Streams): Outcome {
  const meant = suggestionsFor(word)
  const list = meant.map((name) => `\t${name}\n`).join('')
  streams.err(
    `error: unknown command "${word}" for "kubectl"\n${list === '' ? '' : `\nDid you mean this?\n${list}`}`,
  )
  return { exit: 1 }
}

/** Calls kubectl. */
export function kubectl(turn: Turn, call: Call, streams: Streams): Outcome {
  try {
    const { words } = call
    const first = words[leadingFlags(words)]
    if (first === 'options') {
      streams.out(optionsText())
      return { exit: 0 }
    }
    if (first === undefined || first === 'help') {
      const at = words.indexOf('help')
      return help(at < 0 ? [] : words.slice(at + 1), streams)
    }
    const chosen = choose(words, commands)
    if (!chosen) return unknown(first, streams)
    if (wantsHelp(words)) return help(chosen.words, streams)
    return chosen.command.run(turn, { ...call, words: chosen.words }, streams)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    streams.err(`error: ${error.message}\n`)
    return { exit: 1 }
  }
}

/** Goes on with a call that waits. */
export function goOnWithKubectl(turn: Turn, call: Call, streams: Streams, state: unknown): Outcome {
  const chosen = choose(call.words, commands)
  if (!chosen?.command.resume)
    throw new RangeError(`goOnWithKubectl: nothing goes on for ${call.words.join(' ')}`)
  return chosen.command.resume(turn, { ...call, words: chosen.words }, streams, state)
}
