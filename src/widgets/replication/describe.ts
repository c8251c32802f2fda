import * as m from '#messages/messages.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, row, variable } from '../../frame/expression.ts'
import { CLIENT_MS, LENGTH_MS } from './fixed.ts'
import { type ReplicationModel, confirmationsOf, lagsOf } from './model.ts'
import { type Takeover, lengthOf, phaseMs } from './takeovers.ts'
import { milliseconds, whole } from './words.ts'

/** A write that waits for so much longer than usual says that writes stand still. */
const STANDS_STILL_MS = 500

/** Reads that did not show the client its own last write. */
export const staleOf = ({ last }: ReplicationModel) =>
  last.reads.filter(({ value, wrote }) => value < wrote)

/** The longest time that a write waited for its confirmations while its primary was there. */
export function longestWaitMs({ last }: ReplicationModel): number {
  return Math.max(
    0,
    ...last.fates
      .filter(({ at }) => at === last.primary)
      .map(({ sentMs, answeredMs, gaveUpMs }) => (answeredMs ?? gaveUpMs ?? LENGTH_MS) - sentMs),
  )
}

/** Why something that was acknowledged is gone. */
function lossVerdict(model: ReplicationModel): Verdict | undefined {
  const { lost, lostMs, last, values } = model
  const { durable, oneHistory } = last.breaches
  if (!durable) return undefined
  const said = {
    count: lost.length,
    ms: milliseconds(lostMs),
    server: durable.server,
    old: oneHistory?.server ?? '',
  }
  if (oneHistory) return { tone: 'fails', text: m.replication_verdict_split(said) }
  if (confirmationsOf(values) === 0)
    return { tone: 'fails', text: m.replication_verdict_async(said) }
  return values.lagCheck
    ? { tone: 'fails', text: m.replication_verdict_lost(said) }
    : { tone: 'fails', text: m.replication_verdict_flaw(said) }
}

/** Why there is no primary at the end. */
function unledVerdict({ entries }: ReplicationModel, takeover: Takeover): Verdict {
  const ms = milliseconds(lengthOf(takeover))
  if (takeover.phases.some(({ phase }) => phase === 'promote'))
    return { tone: 'neutral', text: m.replication_verdict_applying({ ms }) }
  const refused = entries.some(
    ({ atMs, note }) => note.kind === 'nobody' && atMs >= takeover.missedMs,
  )
  return {
    tone: 'fails',
    text: refused ? m.replication_verdict_nobody({ ms }) : m.replication_verdict_early({ ms }),
  }
}

function takeoverVerdict(model: ReplicationModel, takeover: Takeover): Verdict {
  const ms = milliseconds(lengthOf(takeover))
  const { by } = takeover
  if (by === undefined) return unledVerdict(model, takeover)
  if (!takeover.over)
    return { tone: 'fails', text: m.replication_verdict_unfinished({ ms, server: by }) }
  const promote = milliseconds(phaseMs(takeover, 'promote'))
  if (phaseMs(takeover, 'promote') > lengthOf(takeover) / 3)
    return { tone: 'neutral', text: m.replication_verdict_slow({ ms, server: by, promote }) }
  const { values } = model
  const confirmations = confirmationsOf(values)
  const byLuck = confirmations === 0 || (!values.lagCheck && confirmations < values.replicas)
  return byLuck
    ? { tone: 'neutral', text: m.replication_verdict_lucky({ ms, server: by }) }
    : { tone: 'works', text: m.replication_verdict_kept({ ms, server: by }) }
}

export function verdict(model: ReplicationModel): Verdict {
  const loss = lossVerdict(model)
  if (loss) return loss
  const { last, takeovers, values, writeMs } = model
  const reads = { all: whole(last.reads.length), count: staleOf(model).length }
  if (last.breaches.ownWrites) return { tone: 'fails', text: m.replication_verdict_stale(reads) }
  if (last.breaches.oneHistory)
    return {
      tone: 'fails',
      text: m.replication_verdict_two({ old: last.breaches.oneHistory.server }),
    }
  const [takeover] = takeovers
  if (takeover) return takeoverVerdict(model, takeover)
  const waited = longestWaitMs(model)
  if (waited > STANDS_STILL_MS + model.expectedMs)
    return { tone: 'neutral', text: m.replication_verdict_waits({ ms: milliseconds(waited) }) }
  if (values.reads === 'session')
    return {
      tone: 'works',
      text: m.replication_verdict_session({
        all: whole(last.reads.length),
        count: elsewhere(model),
      }),
    }
  const gone = last.fates.filter(({ gaveUpMs }) => gaveUpMs !== undefined).length
  if (gone > 0) return { tone: 'neutral', text: m.replication_verdict_gave_up({ count: gone }) }
  return {
    tone: 'neutral',
    text: m.replication_verdict_calm({ ms: milliseconds(writeMs ?? 0) }),
  }
}

/** Reads that a replica answered. */
const elsewhere = ({ last }: ReplicationModel): number =>
  last.reads.filter(({ at }) => at !== last.primary).length

/** The whole run, for those who do not see it. */
export const describe = (model: ReplicationModel): string =>
  m.replication_description({
    written: whole(model.last.fates.length),
    acknowledged: whole(
      model.last.fates.filter(({ acknowledgedMs }) => acknowledgedMs !== undefined).length,
    ),
    lost: whole(model.lost.length),
    reads: whole(model.last.reads.length),
    stale: whole(staleOf(model).length),
    verdict: verdict(model).text,
  })

/** How long a write takes, by its ways. */
export function writeFormula({ values, expectedMs }: ReplicationModel): Expression {
  const waitsFor = confirmationsOf(values)
  const lags = lagsOf(values).toSorted((one, other) => one - other)
  const terms = [
    variable('w', whole(expectedMs), m.replication_symbol_write()),
    '=',
    constant('2'),
    '×',
    variable('c', whole(CLIENT_MS)),
    ...(waitsFor > 0
      ? ['+', constant('2'), '×', variable('l', whole(lags[waitsFor - 1] ?? 0), whole(waitsFor))]
      : []),
    ...(waitsFor > 0 && values.applied ? ['+', variable('a', whole(values.applyMs))] : []),
  ]
  return row(...terms)
}

const phase = (takeover: Takeover, which: Parameters<typeof phaseMs>[1]): string =>
  whole(phaseMs(takeover, which))

/** The takeover in its phases; where there was none, how long a write takes. */
export function formula(model: ReplicationModel): Expression {
  const [takeover] = model.takeovers
  if (!takeover) return writeFormula(model)
  return row(
    variable('t', whole(lengthOf(takeover)), m.replication_symbol_takeover()),
    '=',
    variable('d', phase(takeover, 'detect')),
    '+',
    variable('v', phase(takeover, 'decide')),
    '+',
    variable('p', phase(takeover, 'promote')),
    '+',
    variable('r', phase(takeover, 'reconnect')),
    '+',
    variable('w', phase(takeover, 'write')),
  )
}

export function readings(model: ReplicationModel): readonly Reading[] {
  const { last, lost, lostMs, takeovers, writeMs, expectedMs } = model
  const [takeover] = takeovers
  return [
    {
      id: 'lost',
      label: m.replication_reading_lost(),
      value: whole(lost.length),
      unit: m.replication_of_last({ ms: milliseconds(lostMs) }),
    },
    {
      id: 'takeover',
      label: m.replication_reading_takeover(),
      value: takeover ? whole(lengthOf(takeover)) : m.replication_none(),
      ...(takeover && { unit: 'ms', formula: formula(model) }),
    },
    {
      id: 'write',
      label: m.replication_reading_write(),
      value: writeMs === undefined ? m.replication_none() : whole(writeMs),
      ...(writeMs !== undefined && { unit: 'ms' }),
    },
    {
      id: 'expected',
      label: m.replication_reading_expected(),
      value: whole(expectedMs),
      unit: 'ms',
      formula: writeFormula(model),
    },
    {
      id: 'stale',
      label: m.replication_reading_stale(),
      value: whole(staleOf(model).length),
      unit: m.replication_of({ all: whole(last.reads.length) }),
    },
  ]
}
