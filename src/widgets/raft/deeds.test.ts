// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { clickOnLink, clickOnServer } from './deeds.ts'
import { breachesOf } from './describe.ts'
import { DELAY_MS, LENGTH_MS } from './fixed.ts'
import { type RaftValues, parameters, raftRun, worldAt } from './model.ts'
import { subjects } from './subjects.ts'
import { walkOf } from './walk.ts'
import { widget } from './widget.ts'

type Deeds = readonly { readonly atMs: number; readonly action: string }[]

const run = (over: Partial<RaftValues>, deeds: Deeds = [], seed = 1) =>
  raftRun(complete(parameters, over) as RaftValues, { ...FIRST_COURSE, seed, deeds })
const calm = { planned: 'nothing' } as const
const targets = (id: string, model: ReturnType<typeof run>, atMs: number) =>
  subjects.find((subject) => subject.id === id)?.targets(model, atMs) ?? []
const network = (deeds: Deeds) => worldAt(run(calm, deeds), LENGTH_MS).network

describe('what can be done to one thing', () => {
  it('kills, pauses and cuts off a server, and lets it run again', () => {
    const at = (deeds: Deeds) =>
      worldAt(run(calm, deeds), 600).servers['S3']?.life.condition ?? 'none'
    expect(at([{ atMs: 500, action: 'kill-s3' }])).toBe('down')
    expect(at([{ atMs: 500, action: 'pause-s3' }])).toBe('paused')
    for (const ended of ['kill-s3', 'pause-s3'])
      expect(
        at([
          { atMs: 500, action: ended },
          { atMs: 550, action: 'wake-s3' },
        ]),
      ).toBe('up')
    expect(network([{ atMs: 500, action: 'cut-off-s3' }]).sides['S3']).not.toBe(
      network([{ atMs: 500, action: 'cut-off-s3' }]).sides['S1'],
    )
  })

  it('cuts a link in both directions or in one, and mends it', () => {
    expect(network([{ atMs: 500, action: 'sever-s1-s2' }]).cut).toEqual(['S1>S2', 'S2>S1'])
    expect(network([{ atMs: 500, action: 'sever-s1-to-s2' }]).cut).toEqual(['S1>S2'])
    expect(
      network([
        { atMs: 500, action: 'sever-s1-s2' },
        { atMs: 600, action: 'mend-s2-to-s1' },
      ]).cut,
    ).toEqual(['S1>S2'])
  })

  it('parts the network in two, in every way that there is', () => {
    // By hand: 2⁴ - 1 ways to part five, 2³ - 1 to part four, none to part one.
    expect(targets('sides', run({ servers: 5 }), 0)).toHaveLength(15)
    expect(targets('sides', run({ servers: 4 }), 0)).toHaveLength(7)
    expect(targets('sides', run({ servers: 1 }), 0)).toHaveLength(0)
    const { sides } = network([{ atMs: 500, action: 'split-s2-s4' }])
    expect(sides['S2']).toBe(sides['S4'])
    expect(sides['S1']).toBe(sides['S3'])
    expect(sides['S1']).not.toBe(sides['S2'])
  })

  it('loses a message that is on its way, or holds it up', () => {
    const model = run(calm)
    const [first] = targets('message', model, 300)
    if (!first) throw new RangeError('a cluster with heartbeats has messages on their way')
    const on = (deeds: Deeds) =>
      worldAt(run(calm, deeds), 300).flights.find(({ number }) => String(number) === first.id)
    const arrivesMs = on([])?.arrivesMs ?? 0
    expect(on([{ atMs: 300, action: `drop-${first.id}` }])).toBeUndefined()
    expect(on([{ atMs: 300, action: `delay-${first.id}` }])?.arrivesMs).toBe(arrivesMs + DELAY_MS)
  })

  it('can hold up every message to a follower until it stands for election', () => {
    const deaf = [1, 2, 3, 5].map((from) => ({ atMs: 400, action: `sever-s${from}-to-s4` }))
    const { entries } = run(calm, deaf)
    expect(entries.some(({ note }) => note.kind === 'stands' && note.server === 'S4')).toBe(true)
  })

  it('mends one link of a server that was cut off, and no other', () => {
    const { sides, cut } = network([
      { atMs: 500, action: 'cut-off-s1' },
      { atMs: 600, action: 'mend-s1-s2' },
    ])
    expect(sides).toEqual({})
    // By hand: three others on each of two ways are left.
    expect([...cut].toSorted()).toEqual(
      ['S1>S3', 'S1>S4', 'S1>S5', 'S3>S1', 'S4>S1', 'S5>S1'].toSorted(),
    )
  })

  it('cuts a second server off without bringing the first one back', () => {
    const { sides } = network([
      { atMs: 500, action: 'cut-off-s1' },
      { atMs: 600, action: 'cut-off-s3' },
    ])
    expect(new Set(['S1', 'S2', 'S3'].map((id) => sides[id])).size).toBe(3)
    expect(sides['S2']).toBe(sides['S5'])
  })

  it('leaves alone what does not exist', () => {
    const same = worldAt(run(calm), LENGTH_MS).ledger
    for (const action of [
      'drop-99999',
      'delay-x',
      'wake-s3',
      'kill-s9',
      'split-s9',
      'sever-s8-s9',
      'cut-off-s9',
    ])
      expect(worldAt(run(calm, [{ atMs: 500, action }]), LENGTH_MS).ledger).toEqual(same)
  })

  it('is what a click does', () => {
    const killed = worldAt(run(calm, [{ atMs: 500, action: 'kill-s3' }]), 600)
    expect(clickOnServer(killed, 'S1')).toBe('kill-s1')
    expect(clickOnServer(killed, 'S3')).toBe('wake-s3')
    const severed = worldAt(run(calm, [{ atMs: 500, action: 'sever-s1-s2' }]), 600)
    expect(clickOnLink(severed, 'S1', 'S2')).toBe('mend-s1-s2')
    expect(clickOnLink(severed, 'S1', 'S3')).toBe('sever-s1-s3')
    for (const deed of ['kill-s1', 'wake-s3', 'mend-s1-s2', 'drop-7', 'kill-leader'])
      expect(widget.can(deed)).toBe(true)
    expect(widget.can('drop-')).toBe(false)
    expect(widget.can('drop')).toBe(false)
  })

  it('breaks nothing as long as the rules are kept', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const deeds = [
        { atMs: 200, action: 'split-s1-s2' },
        { atMs: 450, action: `kill-s${(seed % 5) + 1}` },
        { atMs: 700, action: 'sever-s3-to-s4' },
        { atMs: 900, action: 'recover' },
        { atMs: 1000, action: `drop-${100 + seed}` },
        { atMs: 1200, action: 'pause-leader' },
      ]
      expect(breachesOf(run(calm, deeds, seed))).toEqual([])
    }
  })
})

describe('the walk', () => {
  it('tells a write, a death, an election and a return, each at its event', () => {
    const walk = walkOf(run({})) ?? []
    const order = [
      /^S1 leads in term 1/,
      /puts it into its own log as entry 2/,
      /has entry 2 in its log too|have entry 2 in its log too/,
      /counts 3 of 5 logs/,
      /Only now does the client hear/,
      /learns with the next message/,
      /^S1 dies/,
      /begins term 2, votes for itself/,
      /gets the vote/,
      /has 3 of 5 votes and leads in term 2/,
      /of its own term 2/,
      /answered again/,
      /^S1 is back/,
    ]
    expect(walk).toHaveLength(order.length)
    walk.forEach(({ text }, index) => expect(text).toMatch(order[index] ?? /^$/))
  })

  it('goes forward in time, and says nothing where a rule is left out', () => {
    for (const scene of widget.scenes) {
      const { walk } = widget.view(scene.values).timeline ?? {}
      expect(walk === undefined).toBe(scene.values['rule'] !== 'all')
      for (const seed of [1, 2, 3, 4, 5]) {
        const times = (
          widget.view(scene.values, { ...FIRST_COURSE, seed }).timeline?.walk ?? []
        ).map(({ atMs }) => atMs)
        // No step hides another one: each has a moment of its own.
        expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other))
      }
    }
  })

  it('tells of a term that nobody spent, where candidates ask first', () => {
    const texts = (walkOf(run({ planned: 'outsider', preVote: true })) ?? []).map(
      ({ text }) => text,
    )
    expect(texts.some((text) => text.includes('only asks'))).toBe(true)
    expect(texts.some((text) => text.includes('steps down'))).toBe(false)
    const without = (walkOf(run({ planned: 'outsider' })) ?? []).map(({ text }) => text)
    expect(without.some((text) => text.includes('steps down'))).toBe(true)
  })
})
