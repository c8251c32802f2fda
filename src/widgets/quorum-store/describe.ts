import * as m from '#messages/messages.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { overlaps } from '../../systems/quorum-store/promises.ts'
import type { Operation } from '../../systems/quorum-store/world.ts'
import { MOMENTS } from './fixed.ts'
import { type QuorumModel, type Served, staleShare } from './model.ts'
import { milliseconds, share, versionName, whole, working } from './words.ts'

const readsOf = ({ operations }: QuorumModel): readonly Operation[] =>
  operations.filter(({ kind, outcome }) => kind === 'read' && outcome === 'done')

export const staleReads = (model: QuorumModel): readonly Operation[] =>
  readsOf(model).filter(({ result, due }) => (result ?? due) < due)

export const backwardReads = (model: QuorumModel): readonly Operation[] =>
  readsOf(model).filter(({ result, seen }) => (result ?? seen) < seen)

export const failedOperations = ({ operations }: QuorumModel): readonly Operation[] =>
  operations.filter(({ outcome }) => outcome === 'failed')

/** R + W − N: in so many copies any read meets any write, where it is above 0. */
export const guaranteed = ({ world: { n, read, write } }: QuorumModel): number => read + write - n

function broken(model: QuorumModel): Verdict | undefined {
  const { world } = model
  const { n, read: r, write: w, sloppy } = world
  const sizes = { n: whole(n), r: whole(r), w: whole(w) }
  const [stale] = staleReads(model)
  if (stale) {
    const said = {
      ...sizes,
      time: milliseconds(stale.endMs ?? 0),
      version: versionName(stale.result ?? 0),
      due: versionName(stale.due),
    }
    if (model.samples.length > 2 && r + w <= n)
      return {
        tone: 'fails',
        text: m.quorum_store_verdict_often({
          ...said,
          stale: whole(staleReads(model).length),
          reads: whole(model.samples.length),
        }),
      }
    const text =
      sloppy && r + w > n ? m.quorum_store_verdict_sloppy(said) : m.quorum_store_verdict_stale(said)
    return { tone: 'fails', text }
  }
  const [back] = backwardReads(model)
  if (!back) return undefined
  const said = {
    time: milliseconds(back.endMs ?? 0),
    version: versionName(back.result ?? 0),
    seen: versionName(back.seen),
  }
  return {
    tone: 'fails',
    text: overlaps(world)
      ? m.quorum_store_verdict_backwards(said)
      : m.quorum_store_verdict_backwards_apart(said),
  }
}

export function verdict(model: QuorumModel): Verdict {
  const { world, values } = model
  const worse = broken(model)
  if (worse) return worse
  const { n, read: r, write: w } = world
  const sizes = { n: whole(n), r: whole(r), w: whole(w) }
  const failed = failedOperations(model)
  const reads = readsOf(model)
  const [uncertain] = failed.filter(
    ({ kind, version }) => kind === 'write' && reads.some(({ result }) => result === version),
  )
  if (uncertain && world.repair === 'before' && overlaps(world))
    return {
      tone: 'works',
      text: m.quorum_store_verdict_repaired({ version: versionName(uncertain.version) }),
    }
  if (failed.length > 0)
    return {
      tone: 'fails',
      text: m.quorum_store_verdict_failed({
        ...sizes,
        writes: whole(failed.filter(({ kind }) => kind === 'write').length),
        reads: whole(failed.filter(({ kind }) => kind === 'read').length),
      }),
    }
  if (reads.length === 0) return { tone: 'neutral', text: m.quorum_store_verdict_calm() }
  if (overlaps(world))
    return {
      tone: 'works',
      text: m.quorum_store_verdict_sure({ ...sizes, overlap: whole(guaranteed(model)) }),
    }
  if (world.sloppy && r + w > n)
    return { tone: 'neutral', text: m.quorum_store_verdict_sloppy_luck(sizes) }
  return {
    tone: 'neutral',
    text: m.quorum_store_verdict_luck({
      ...sizes,
      share: share(staleShare(model.staleUntilMs, values.gapMs)),
      gap: milliseconds(values.gapMs),
    }),
  }
}

/** The whole run, for those who do not see it. */
export const describe = (model: QuorumModel): string =>
  m.quorum_store_description({
    n: whole(model.world.n),
    w: whole(model.world.write),
    r: whole(model.world.read),
    operations: whole(model.operations.length),
    reads: whole(readsOf(model).length),
    stale: whole(staleReads(model).length),
    failed: whole(failedOperations(model).length),
    verdict: verdict(model).text,
  })

/** A stale read where a write stays where it was waited for: copies chosen out of those without it. */
export function formula({ world: { n, read: r, write: w }, worst }: QuorumModel): Expression {
  const choose = (symbol: string, value: number) =>
    row('C(', variable(symbol, whole(value)), ',', variable('R', whole(r)), ')')
  return row(
    variable('P', share(worst.unreliability), m.quorum_store_symbol_stale()),
    '=',
    fraction(
      row(
        'C(',
        variable('N', whole(n)),
        '−',
        variable('W', whole(w)),
        ',',
        variable('R', whole(r)),
        ')',
      ),
      choose('N', n),
    ),
  )
}

const overlapFormula = (model: QuorumModel): Expression => {
  const { n, read, write } = model.world
  return row(
    variable('o', whole(guaranteed(model))),
    '=',
    variable('R', whole(read)),
    '+',
    variable('W', whole(write)),
    '−',
    variable('N', whole(n)),
  )
}

const servedReading = (id: string, label: string, { exact, counted }: Served): Reading => ({
  id,
  label,
  value: working(exact),
  unit: m.quorum_store_counted({ share: share(counted / MOMENTS) }),
})

export function readings(model: QuorumModel): readonly Reading[] {
  const { world, values, waits, served, samples, worst } = model
  const wait = (list: readonly number[], answers: number) =>
    whole(Math.round(list[answers - 1] ?? 0))
  return [
    {
      id: 'overlap',
      label: m.quorum_store_reading_overlap(),
      value: whole(overlaps(world) ? guaranteed(model) : 0),
      ...(!world.sloppy && { formula: overlapFormula(model) }),
    },
    {
      id: 'stale',
      label: m.quorum_store_reading_stale(),
      value: whole(samples.filter(({ stale }) => stale).length),
      unit: m.quorum_store_of({ all: whole(samples.length) }),
    },
    {
      id: 'staleness',
      label: m.quorum_store_reading_staleness({ gap: milliseconds(values.gapMs) }),
      value: share(staleShare(model.staleUntilMs, values.gapMs)),
    },
    {
      id: 'worst',
      label: m.quorum_store_reading_worst(),
      value: share(worst.unreliability),
      formula: formula(model),
    },
    servedReading('writes', m.quorum_store_reading_writes(), served.write),
    servedReading('reads', m.quorum_store_reading_reads(), served.read),
    {
      id: 'write-wait',
      label: m.quorum_store_reading_write_wait(),
      value: wait(waits.write, world.write),
      unit: 'ms',
    },
    {
      id: 'read-wait',
      label: m.quorum_store_reading_read_wait(),
      value: wait(waits.read, world.read),
      unit: 'ms',
    },
  ]
}
