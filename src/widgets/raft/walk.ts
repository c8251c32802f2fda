import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import { majorityOf } from '../../systems/raft/quorum.ts'
import type { RaftNote } from '../../systems/raft/world.ts'
import { type RaftModel, worldAt } from './model.ts'
import { milliseconds, whole } from './words.ts'

type Walk = NonNullable<Timeline['walk']>
type Kind = RaftNote['kind']
type Of<K extends Kind> = RaftNote & { readonly kind: K }
interface Found<K extends Kind> {
  readonly atMs: number
  readonly note: Of<K>
}

/** The first event of a kind from a moment on. */
const findIn =
  ({ entries }: RaftModel) =>
  <K extends Kind>(
    kind: K,
    fromMs: number,
    is: (note: Of<K>, atMs: number) => boolean = () => true,
  ): Found<K> | undefined =>
    entries.find(
      ({ atMs, note }) => atMs >= fromMs && note.kind === kind && is(note as Of<K>, atMs),
    ) as Found<K> | undefined

const say = <K extends Kind>(found: Found<K> | undefined, text: (note: Of<K>) => string): Walk =>
  found ? [{ atMs: found.atMs, text: text(found.note) }] : []

/** In the order of time, and of one moment one step: nobody can stand between. */
const oneEach = (walk: Walk): Walk =>
  [...new Set(walk.map(({ atMs }) => atMs).toSorted((one, other) => one - other))].map((atMs) => ({
    atMs,
    text: walk
      .filter((step) => step.atMs === atMs)
      .map(({ text }) => text)
      .join(' '),
  }))

/** A write on its way from the client to every log, each step after the one before. */
function aWrite(model: RaftModel, leader: string): Walk {
  const find = findIn(model)
  const own = find('appended', 0, ({ server, index }) => server === leader && index > 1)
  if (!own) return []
  const { index } = own.note
  const copied = find('appended', own.atMs, (note) => note.server !== leader && note.index >= index)
  const committed =
    copied &&
    find('committed', copied.atMs, (note) => note.server === leader && note.index >= index)
  const answered = committed && find('acknowledged', committed.atMs, (note) => note.index >= index)
  const learnt =
    committed &&
    find('committed', committed.atMs, (note) => note.server !== leader && note.index >= index)
  return [
    ...say(own, ({ server }) => m.raft_walk_write({ server, index: whole(index) })),
    ...say(copied, ({ server }) => m.raft_walk_copied({ server, index: whole(index) })),
    ...say(committed, ({ server }) =>
      m.raft_walk_committed({ server, index: whole(index), ...majorityIn(model) }),
    ),
    ...say(answered, () => m.raft_walk_answered()),
    ...say(learnt, ({ server }) => m.raft_walk_learnt({ server })),
  ]
}

const majorityIn = ({ ids }: RaftModel) => ({
  majority: whole(majorityOf(ids.length)),
  servers: whole(ids.length),
})

/** From the trouble on: who stands, who wins, and what becomes of whoever led before. */
function anElection(model: RaftModel, struckMs: number, gone: string | undefined): Walk {
  const find = findIn(model)
  const asks = find('asks-first', struckMs)
  const stands = find('stands', struckMs)
  const elected = stands && find('elected', stands.atMs)
  const voted =
    stands &&
    find(
      'voted',
      stands.atMs,
      ({ server, candidate, term }) => server !== candidate && term === stands.note.term,
    )
  const again =
    stands &&
    elected?.note.term !== stands.note.term &&
    find('stands', stands.atMs, ({ term }) => term > stands.note.term)
  const ownTerm =
    elected &&
    find('committed', elected.atMs, ({ server }, atMs) => {
      const at = worldAt(model, atMs).servers[server]
      return (
        server === elected.note.server && at?.role === 'leader' && at.term === elected.note.term
      )
    })
  return [
    ...say(asks, ({ server }) => m.raft_walk_asks_first({ server })),
    ...(stands
      ? say(stands, ({ server, term }) =>
          model.values.preVote
            ? m.raft_walk_stands_in_earnest({ server, term: whole(term) })
            : m.raft_walk_stands({
                server,
                term: whole(term),
                time: milliseconds(stands.atMs - struckMs),
              }),
        )
      : []),
    ...say(voted, ({ server, candidate, term }) =>
      m.raft_walk_voted({ server, candidate, term: whole(term) }),
    ),
    ...say(again || undefined, ({ server, term }) =>
      m.raft_walk_split({ server, term: whole(term) }),
    ),
    ...say(elected, ({ server, term }) =>
      m.raft_walk_elected({ server, term: whole(term), ...majorityIn(model) }),
    ),
    ...(elected
      ? say(ownTerm, ({ server, index }) =>
          m.raft_walk_own_term({ server, index: whole(index), term: whole(elected.note.term) }),
        )
      : []),
    ...say(ownTerm && find('acknowledged', ownTerm.atMs), () => m.raft_walk_goes_on()),
    ...say(
      find('restarted', struckMs, ({ server }) => server === gone),
      ({ server }) => m.raft_walk_returns({ server }),
    ),
    ...(gone === undefined ? say(find('healed', struckMs), () => m.raft_walk_healed()) : []),
    ...say(find('makes-way', struckMs), ({ server, term }) =>
      m.raft_walk_makes_way({ server, term: whole(term) }),
    ),
    ...say(find('steps-down', struckMs), ({ server, term }) =>
      m.raft_walk_yields({ server, term: whole(term) }),
    ),
    ...say(find('overwritten', struckMs), ({ server, count, index }) =>
      m.raft_walk_overwritten({ server, count, index: whole(index) }),
    ),
  ]
}

/**
 * Raft told in the events of this very run: a write, the trouble, an election, and the return of
 * whoever led. Where a rule is left out the sentences would not hold, and there are none.
 */
export function walkOf(model: RaftModel): Walk | undefined {
  // One server alone decides everything at once.
  if (model.values.rule !== 'all' || model.ids.length === 1) return undefined
  const first = model.entries.find(({ note }) => note.kind === 'elected')?.note as
    Of<'elected'> | undefined
  if (!first) return undefined
  const struck = model.entries.find(
    ({ note: { kind } }) => kind === 'crashed' || kind === 'paused' || kind === 'partitioned',
  )
  const write = aWrite(model, first.server).filter(({ atMs }) => atMs <= (struck?.atMs ?? Infinity))
  const begins = m.raft_walk_begins({ server: first.server, term: whole(first.term) })
  const calm = [{ atMs: 0, text: begins }, ...write]
  if (!struck) return oneEach(calm)
  const { atMs, note } = struck
  const gone = note.kind === 'crashed' || note.kind === 'paused' ? note.server : undefined
  const led = gone !== undefined && worldAt(model, atMs - 1).servers[gone]?.role === 'leader'
  const text =
    gone === undefined
      ? m.raft_walk_parted()
      : !led
        ? m.raft_walk_follower_gone({ server: gone })
        : note.kind === 'crashed'
          ? m.raft_walk_dies({ server: gone })
          : m.raft_walk_sleeps({ server: gone })
  const after = anElection(model, atMs, gone)
  return oneEach([...calm, { atMs, text }, ...after])
}
