import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { majorityOf } from '../../systems/split-brain/turn.ts'
import { number } from '../../ui/format.ts'
import { FENCE_MS, HEARTBEAT_MS, STRUCK_MS } from './fixed.ts'
import { branchesOf, type SplitBrainModel } from './model.ts'
import { seconds, whole } from './words.ts'

/** From here on nobody answering is what the run is about, not a pause in it. */
const LONG_MS = 4500

/** How many have a vote, where votes are asked. */
export const votersOf = ({ parameters: { arbitration } }: SplitBrainModel): number =>
  arbitration === 'witness' ? 3 : arbitration === 'both' ? 2 : 1

function broken(model: SplitBrainModel): string | undefined {
  const { outcome, last } = model
  const two = seconds(outcome.twoMs)
  const { lost } = outcome
  if (last.breaches.onePrimary === undefined)
    return lost > 0 ? m.split_brain_verdict_stale({ lost }) : undefined
  if (lost > 0)
    return m.split_brain_verdict_lost({ two, lost, conflicts: whole(outcome.conflicts) })
  const { A, B } = branchesOf(last)
  return A.length > 0 && B.length > 0
    ? m.split_brain_verdict_parted({ two, a: whole(A.length), b: whole(B.length) })
    : m.split_brain_verdict_luck({ two })
}

/** Whether A died while it answered without B. */
const diedAlone = ({ lives: { A } }: SplitBrainModel): boolean =>
  A.some(({ state }, index) => state === 'down' && A[index - 1]?.state === 'alone')

/** What the run means, and whether that is good. */
export function verdict(model: SplitBrainModel): Verdict {
  const { entries, outcome } = model
  const text = broken(model)
  if (text !== undefined) return { tone: 'fails', text }
  const [nobody, unanswered] = [seconds(outcome.nobodyMs), whole(outcome.unanswered)]
  const off = entries.filter(({ note }) => note.kind === 'powered-off')
  const duel = off.some((one) =>
    off.some((other) => other !== one && Math.abs(one.atMs - other.atMs) <= FENCE_MS),
  )
  if (duel) return { tone: 'fails', text: m.split_brain_verdict_duel({ nobody }) }
  const taken = entries.some(({ note }) => note.kind === 'promoted' && note.node === 'B')
  const guesses = model.parameters.arbitration === 'none'
  if (diedAlone(model) && !taken && !guesses)
    return { tone: 'neutral', text: m.split_brain_verdict_died_alone({ nobody, unanswered }) }
  if (outcome.nobodyMs >= LONG_MS)
    return { tone: 'neutral', text: m.split_brain_verdict_stopped({ nobody }) }
  if (taken && guesses) return { tone: 'works', text: m.split_brain_verdict_guessed({ nobody }) }
  if (taken) return { tone: 'works', text: m.split_brain_verdict_taken({ nobody, unanswered }) }
  const alone = entries.some(({ note }) => note.kind === 'goes-alone')
  if (alone) return { tone: 'works', text: m.split_brain_verdict_kept({ unanswered }) }
  return outcome.nobodyMs > 0 || outcome.unanswered > 0
    ? { tone: 'works', text: m.split_brain_verdict_brief({ nobody }) }
    : { tone: 'neutral', text: m.split_brain_verdict_calm() }
}

/** The whole run, for those who do not see it. */
export const describe = (model: SplitBrainModel): string =>
  m.split_brain_description({
    two: seconds(model.outcome.twoMs),
    nobody: seconds(model.outcome.nobodyMs),
    writes: whole(model.outcome.writes),
    unanswered: whole(model.outcome.unanswered),
    lost: whole(model.outcome.lost),
    verdict: verdict(model).text,
  })

/**
 * Until B answers in A's place, at most, from when A dies: its last words are still on their way, the
 * silence must be long enough, and B looks at each heartbeat. With votes four more messages: for the
 * lead, and for leave to answer alone. Nothing where B never does.
 */
export function takeoverMs({ parameters }: SplitBrainModel): number | undefined {
  const { arbitration, detectMs, ttlMs, headStartMs, latencyMs } = parameters
  switch (arbitration) {
    case 'none':
      return latencyMs + detectMs + HEARTBEAT_MS
    case 'both':
      return undefined
    case 'witness':
      return Math.max(detectMs, ttlMs) + HEARTBEAT_MS + 5 * latencyMs
    case 'fence':
      return latencyMs + detectMs + headStartMs + HEARTBEAT_MS + FENCE_MS
  }
}

const majority = (model: SplitBrainModel): Expression =>
  row(
    variable('m', whole(majorityOf(votersOf(model)))),
    '=',
    '⌊',
    fraction(variable('n', whole(votersOf(model))), constant('2')),
    '⌋',
    '+',
    constant('1'),
  )

/** How long a takeover takes at most; where there is none, how many votes a majority is. */
export function formula(model: SplitBrainModel): Expression {
  const atMost = takeoverMs(model)
  if (atMost === undefined) return majority(model)
  const { arbitration, detectMs, ttlMs, headStartMs, latencyMs } = model.parameters
  const d = variable('d', whole(detectMs))
  const h = variable('h', whole(HEARTBEAT_MS))
  const l = variable('l', whole(latencyMs))
  const start = [variable('t', whole(atMost), m.split_brain_symbol_takeover()), '≤'] as const
  switch (arbitration) {
    case 'witness':
      return row(
        ...start,
        'max(',
        d,
        ',',
        variable('v', whole(ttlMs)),
        ')',
        '+',
        h,
        '+',
        constant('5'),
        '×',
        l,
      )
    case 'fence':
      return row(
        ...start,
        d,
        '+',
        variable('s', whole(headStartMs)),
        '+',
        h,
        '+',
        l,
        '+',
        variable('f', whole(FENCE_MS)),
      )
    default:
      return row(...start, d, '+', h, '+', l)
  }
}

export function readings(model: SplitBrainModel): readonly Reading[] {
  const { outcome } = model
  const inSeconds = (ms: number) => number(getLocale(), Math.round(ms / 10) / 100, 3)
  const atMost = takeoverMs(model)
  return [
    { id: 'two', label: m.split_brain_reading_two(), value: inSeconds(outcome.twoMs), unit: 's' },
    {
      id: 'conflicts',
      label: m.split_brain_reading_conflicts(),
      value: whole(outcome.conflicts),
    },
    { id: 'lost', label: m.split_brain_reading_lost(), value: whole(outcome.lost) },
    {
      id: 'unanswered',
      label: m.split_brain_reading_unanswered(),
      value: whole(outcome.unanswered),
      unit: m.split_brain_of({ all: whole(outcome.writes) }),
    },
    atMost === undefined
      ? {
          id: 'votes',
          label: m.split_brain_reading_votes(),
          value: whole(majorityOf(votersOf(model))),
          unit: m.split_brain_of({ all: whole(votersOf(model)) }),
          formula: majority(model),
        }
      : {
          id: 'takeover',
          label: m.split_brain_reading_takeover(),
          value: inSeconds(atMost),
          unit: 's',
          formula: formula(model),
        },
  ]
}

/** When B answered in A's place, after the trouble began; nothing where it never did. */
export const tookOverMs = ({ moments }: SplitBrainModel): number | undefined =>
  moments.find(
    ({ atMs, world: { nodes } }) =>
      atMs > STRUCK_MS && nodes.B.role === 'primary' && nodes.B.alone === 'yes',
  )?.atMs
