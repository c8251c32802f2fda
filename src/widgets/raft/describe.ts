import * as m from '#messages/messages.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { majorityOf } from '../../systems/raft/quorum.ts'
import { INVARIANTS } from '../../systems/raft/world.ts'
import { HEALED_MS, HEARTBEATS } from './fixed.ts'
import { type RaftModel, canCommit, lastWorld, withoutMs } from './model.ts'
import { invariantName, milliseconds, whole } from './words.ts'

const TROUBLES: readonly string[] = [
  'crashed',
  'paused',
  'partitioned',
  'cut',
  'dropped',
  'delayed',
]

/** When the trouble began, planned or done by the reader: the start where there was none. */
const troubleMs = ({ entries }: RaftModel): number =>
  entries.find(({ note }) => TROUBLES.includes(note.kind))?.atMs ?? 0

/** Who was elected after the trouble began, in their order. */
const electedAfter = (model: RaftModel) =>
  model.entries.flatMap(({ atMs, note }) =>
    note.kind === 'elected' && atMs > troubleMs(model) ? [{ atMs, ...note }] : [],
  )

/** How often somebody stood for election after the trouble began, and up to a moment. */
export function candidacies(model: RaftModel, untilMs = Infinity): number {
  const fromMs = troubleMs(model)
  return model.entries.filter(
    ({ atMs, note }) => note.kind === 'stands' && atMs > fromMs && atMs <= untilMs,
  ).length
}

/** Whether nothing happened, and nobody missed anything. */
const isCalm = (model: RaftModel): boolean =>
  candidacies(model) === 0 && !model.entries.some(({ note }) => TROUBLES.includes(note.kind))

/** The breaches of the run, the first one first. */
export function breachesOf(model: RaftModel) {
  const { breaches } = lastWorld(model).ledger
  return INVARIANTS.flatMap((invariant) => {
    const breach = breaches[invariant]
    return breach ? [{ invariant, ...breach }] : []
  }).toSorted((one, other) => one.atMs - other.atMs)
}

export function verdict(model: RaftModel): Verdict {
  const { values, ids } = model
  const [breach] = breachesOf(model)
  if (breach)
    return {
      tone: 'fails',
      text: m.raft_verdict_broken({
        rule: invariantName(breach.invariant),
        time: milliseconds(breach.atMs),
        term: whole(breach.term),
      }),
    }
  const ms = milliseconds(withoutMs(model))
  const majority = { majority: whole(majorityOf(ids.length)), all: whole(ids.length) }
  if (ids.length === 1 && withoutMs(model) > 0)
    return { tone: 'fails', text: m.raft_verdict_alone({ ms }) }
  const outsider = ids.length > 2 && values.planned === 'outsider' ? ids.at(-1) : undefined
  if (outsider !== undefined && withoutMs(model) === 0 && values.preVote)
    return { tone: 'works', text: m.raft_verdict_asked({ server: outsider }) }
  if (withoutMs(model) === 0)
    return isCalm(model)
      ? { tone: 'neutral', text: m.raft_verdict_calm() }
      : { tone: 'works', text: m.raft_verdict_unharmed() }
  if (!canCommit(lastWorld(model)))
    return { tone: 'fails', text: m.raft_verdict_never({ ms, ...majority }) }
  const deposed = model.entries.some(
    ({ atMs, note }) => atMs > HEALED_MS && note.kind === 'steps-down',
  )
  if (outsider !== undefined && deposed)
    return { tone: 'neutral', text: m.raft_verdict_deposed({ ms, server: outsider }) }
  const [first] = electedAfter(model)
  if (values.planned === 'halves' && ids.length % 2 === 0)
    return { tone: 'works', text: m.raft_verdict_halves({ ms, ...majority }) }
  if (!first) return { tone: 'works', text: m.raft_verdict_back({ ms }) }
  const stood = candidacies(model, first.atMs)
  const said = { ms, leader: first.server, term: whole(first.term), stood: whole(stood) }
  return stood > 2
    ? { tone: 'neutral', text: m.raft_verdict_split(said) }
    : { tone: 'works', text: m.raft_verdict_elected(said) }
}

/** The whole run, for those who do not see it. */
export const describe = (model: RaftModel): string =>
  m.raft_description({
    servers: whole(model.ids.length),
    ms: milliseconds(withoutMs(model)),
    stood: whole(candidacies(model)),
    acknowledged: whole(lastWorld(model).ledger.acknowledged.length),
    verdict: verdict(model).text,
  })

/** From the death of a leader to the next one, where the first election is won. */
export function formula({ values, expectedMs }: RaftModel): Expression {
  const { lowMs, spreadMs, servers, latencyMs } = values
  return row(
    variable('d', milliseconds(expectedMs), m.raft_symbol_down()),
    '≈',
    variable('T', whole(lowMs)),
    '+',
    fraction(variable('s', whole(spreadMs)), variable('n', whole(servers))),
    '−',
    fraction(variable('h', whole(Math.round(lowMs / HEARTBEATS))), constant('2')),
    '+',
    constant('3'),
    '×',
    variable('l', whole(latencyMs)),
  )
}

export function readings(model: RaftModel): readonly Reading[] {
  const { ledger } = lastWorld(model)
  return [
    {
      id: 'without',
      label: m.raft_reading_without(),
      value: whole(withoutMs(model)),
      unit: 'ms',
    },
    {
      id: 'expected',
      label: m.raft_reading_expected(),
      value: whole(Math.round(model.expectedMs)),
      unit: 'ms',
      formula: formula(model),
    },
    { id: 'stood', label: m.raft_reading_stood(), value: whole(candidacies(model)) },
    {
      id: 'acknowledged',
      label: m.raft_reading_acknowledged(),
      value: whole(ledger.acknowledged.length),
    },
    {
      id: 'broken',
      label: m.raft_reading_broken(),
      value: whole(breachesOf(model).length),
      unit: m.raft_of({ all: whole(INVARIANTS.length) }),
    },
  ]
}
