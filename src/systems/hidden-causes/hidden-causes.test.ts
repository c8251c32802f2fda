import { describe, expect, it } from 'vitest'
import {
  type Architecture,
  LINES,
  type Mend,
  type Need,
  lineAt,
  linesOf,
  partOf,
} from './architecture.ts'
import { ARCHITECTURES, ARCHITECTURE_IDS, type ArchitectureId } from './architectures.ts'
import { type Claim, FULL, finds, gradeOf, pullDown, sharedBy } from './grade.ts'
import {
  ADDED,
  UNAVAILABILITY,
  failureOf,
  hangsOn,
  reportOn,
  singlesOf,
  systemOf,
  works,
} from './system.ts'

const SHAPE = { parts: [4, 6], lines: [3, 5] } as const

/**
 * By hand, from the drawings: what ends each one alone, the mends that leave nothing, and what the
 * others leave. Written down here and nowhere in the code.
 */
const KEY: Readonly<
  Record<
    ArchitectureId,
    { readonly causes: readonly string[]; readonly after: readonly (readonly string[])[] }
  >
> = {
  uplinks: { causes: ['mill-lane'], after: [[], [], ['mill-lane'], ['mill-lane']] },
  names: { causes: ['core'], after: [['core'], ['core'], [], ['core3']] },
  vendors: { causes: ['cert'], after: [['cert'], ['cert'], ['renewed'], []] },
  standby: { causes: ['row-d'], after: [['row-d'], ['row-d'], [], []] },
  copies: { causes: ['account'], after: [['account'], ['account'], ['account'], []] },
  namesakes: { causes: [], after: [[], [], [], []] },
  voters: { causes: ['harlow'], after: [['harlow', 'leeds'], ['harlow'], [], []] },
  clouds: { causes: ['green', 'vault'], after: [['green', 'vault'], ['vault'], ['green'], []] },
}

/**
 * A second evaluation that shares no code with the first: it takes the words of the architecture
 * as they are, strikes out everything that is lost again and again, and looks at what is left.
 */
function endsIt(plan: Architecture, mend: Mend | undefined, lost: string): boolean {
  const gone = new Set([lost])
  const meets = (need: Need | undefined): boolean =>
    need === undefined ||
    (typeof need === 'string'
      ? !gone.has(need)
      : 'all' in need
        ? need.all.filter((one) => !meets(one)).length === 0
        : 'any' in need
          ? need.any.filter(meets).length > 0
          : need.atLeast[1].filter(meets).length >= need.atLeast[0])
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const [name, { needs }] of Object.entries(plan.things)) if (!meets(needs)) gone.add(name)
    for (const line of LINES) {
      const part = partOf(line)
      if (part && lineAt(plan, line) && !meets(mend?.lines?.[line] ?? lineAt(plan, line)?.needs))
        gone.add(part)
    }
    if (mend?.adds && !meets(mend.adds.needs)) gone.add(ADDED)
  }
  const does = plan.columns.map(({ needed, parts }, index) => {
    const adds = mend?.adds?.column === index ? mend.adds : undefined
    const left = [...parts, ...(adds ? [ADDED] : [])].filter((part) => !gone.has(part))
    return left.length >= (adds?.needed ?? needed)
  })
  return plan.join === 'all' ? does.includes(false) : !does.includes(true)
}

const everything = (plan: Architecture): readonly string[] => [
  ...Object.keys(plan.things),
  ...Object.keys(plan.parts),
  ADDED,
]

const mendsOf = (plan: Architecture) => [undefined, ...plan.mends]

describe.each(ARCHITECTURE_IDS)('%s', (id) => {
  const plan = ARCHITECTURES[id]
  const key = KEY[id]

  it('has parts and lines that a picture can hold, and four mends of different prices', () => {
    const parts = Object.values(plan.parts)
    expect(parts.length).toBeGreaterThanOrEqual(SHAPE.parts[0])
    expect(parts.length).toBeLessThanOrEqual(SHAPE.parts[1])
    for (const lines of parts) {
      expect(lines.length).toBeGreaterThanOrEqual(SHAPE.lines[0])
      expect(lines.length).toBeLessThanOrEqual(SHAPE.lines[1])
    }
    expect(plan.columns.flatMap((column) => column.parts)).toEqual(Object.keys(plan.parts))
    expect(new Set(plan.mends.map(({ price }) => price)).size).toBe(4)
  })

  it('has no thing that nothing hangs on', () => {
    const used = mendsOf(plan).flatMap((mend) => [...systemOf(plan, mend).things.keys()])
    expect(everything(plan).filter((thing) => thing !== ADDED && !used.includes(thing))).toEqual([])
  })

  it('is ended by exactly what is hidden in it, and by no other single loss', () => {
    expect(everything(plan).filter((lost) => endsIt(plan, undefined, lost))).toEqual(key.causes)
    expect(reportOn(systemOf(plan)).singles).toEqual(key.causes)
  })

  it('is mended by its sound mends and by no other', () => {
    plan.mends.forEach((mend, index) => {
      const singles = key.after[index] ?? []
      expect([index, everything(plan).filter((lost) => endsIt(plan, mend, lost))]).toEqual([
        index,
        singles,
      ])
      expect([index, reportOn(systemOf(plan, mend)).singles]).toEqual([index, singles])
    })
  })

  it('falls alike in the tree of the library, in the walk and in the test’s own', () => {
    for (const mend of mendsOf(plan)) {
      const system = systemOf(plan, mend)
      const { singles } = reportOn(system)
      for (const lost of system.things.keys()) {
        const dark = endsIt(plan, mend, lost)
        expect([lost, works(system, system.service, lost)]).toEqual([lost, !dark])
        expect([lost, singles.includes(lost)]).toEqual([lost, dark])
      }
      expect([...singles].toSorted()).toEqual([...singlesOf(system)].toSorted())
    }
  })

  it('has a pair of lines for each cause, on two parts, whatever the order', () => {
    for (const cause of key.causes) {
      const system = systemOf(plan)
      const lines = [...system.lines].flatMap(([line, needs]) =>
        hangsOn(system, needs).includes(cause) ? [line] : [],
      )
      expect(new Set(lines.map(partOf)).size).toBeGreaterThan(1)
      for (const first of lines) {
        for (const second of lines) {
          const grade = gradeOf(plan, { first, second, mend: undefined })
          expect(grade.found).toBe(partOf(first) !== partOf(second))
        }
      }
    }
  })

  it('gives no points for the cause to any other pair', () => {
    const system = systemOf(plan)
    const lines = linesOf(plan)
    const wrong: unknown[] = []
    for (const first of lines) {
      for (const second of lines) {
        const shared = sharedBy(system, [first, second])
        const named = shared.some((thing) => key.causes.includes(thing))
        const found = finds(system, { first, second, mend: undefined }, key.causes)
        if (found !== (named && partOf(first) !== partOf(second))) wrong.push([first, second])
      }
    }
    expect(wrong).toEqual([])
  })

  it('gives all points for the cause and the cheapest sound mend, and to nothing else', () => {
    const system = systemOf(plan)
    const cause = key.causes[0]
    const lines = [...system.lines].flatMap(([line, needs]) =>
      cause !== undefined && hangsOn(system, needs).includes(cause) ? [line] : [],
    )
    const first = lines[0]
    const second = lines.find((line) => first && partOf(line) !== partOf(first))
    const right: Omit<Claim, 'mend'> = { first, second }
    const points = mendsOf(plan).map((mend) => gradeOf(plan, { ...right, mend }).points)
    expect(points.filter((one) => one === FULL)).toHaveLength(1)
    expect(Math.max(...points)).toBe(FULL)
    for (const one of points) expect(one).toBeGreaterThanOrEqual(0)
    // Nothing claimed and nothing done is worth all where nothing is wrong, and else nothing.
    const idle = gradeOf(plan, { first: undefined, second: undefined, mend: undefined })
    expect(idle.points).toBe(key.causes.length === 0 ? FULL : 0)
  })

  it('is down at least as long as what ends it alone, and with a sound mend for less', () => {
    const before = reportOn(systemOf(plan)).unavailability
    const alone = key.causes.map((cause) => UNAVAILABILITY[plan.things[cause]?.kind ?? 'machine'])
    expect(before).toBeGreaterThan(Math.max(0, ...alone))
    plan.mends.forEach((mend, index) => {
      const after = reportOn(systemOf(plan, mend)).unavailability
      if (key.causes.length > 0 && key.after[index]?.length === 0)
        expect(after).toBeLessThan(before)
    })
  })
})

// By hand: two machines of which one must work, each on a line of its own and both on a common one.
describe('a system', () => {
  const pair: Architecture = {
    join: 'all',
    columns: [{ needed: 1, parts: ['a', 'b'] }],
    parts: { a: [{ about: 'x', needs: 'duct' }], b: [{ about: 'x', needs: 'duct' }] },
    things: { duct: { kind: 'way' } },
    mends: [{ price: 3, adds: { column: 0, needed: 1, needs: 'moon' } }],
  }

  it('is down while the duct is, or both machines are', () => {
    const duct = 0.0005
    const machines = 0.005 ** 2
    expect(reportOn(systemOf(pair))).toMatchObject({
      things: ['a', 'duct', 'b'],
      singles: ['duct'],
    })
    expect(reportOn(systemOf(pair)).unavailability).toBeCloseTo(duct + (1 - duct) * machines, 15)
  })

  it('tells what falls and what stays', () => {
    expect(pullDown(systemOf(pair), ['a', 'b'], 'a')).toEqual({
      thing: 'a',
      falls: ['a'],
      stays: ['b'],
      lines: [],
      serves: true,
    })
    expect(pullDown(systemOf(pair), ['a', 'b'], 'duct')).toEqual({
      thing: 'duct',
      falls: ['a', 'b'],
      stays: [],
      lines: ['a1', 'b1'],
      serves: false,
    })
  })

  it('refuses to hang on what is not there', () => {
    expect(() => systemOf(pair, pair.mends[0])).toThrow('systemOf: there is no thing moon')
  })

  it('never fails by a column of which none is needed', () => {
    const helped = { ...pair, columns: [{ needed: 0, parts: ['a', 'b'] as const }] }
    expect(reportOn(systemOf(helped)).singles).toEqual([])
    expect(failureOf(systemOf(helped))).toMatchObject({ or: [{ atLeast: [3, [{}, {}]] }] })
  })
})
