import type { Turn } from '../turn.ts'
import type { Call, Outcome, Streams } from './command.ts'

/** Whether a call reads what comes through the pipe: `-f -`. */
export const takesInput = (words: readonly string[]): boolean =>
  words.some(
    (word, index) =>
      /^(?:-f-|-f=-|--filename=-)$/.test(word) ||
      (/^(?:-f|--filename)$/.test(word) && words[index + 1] === '-'),
  )

export function kubectl(_turn: Turn, call: Call, streams: Streams): Outcome {
  streams.out(`${call.words.join(' ')}\n`)
  return { exit: 0 }
}

export function goOnWithKubectl(
  _turn: Turn,
  _call: Call,
  _streams: Streams,
  _state: unknown,
): Outcome {
  return { exit: 1 }
}
