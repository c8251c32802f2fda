import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { callsOf } from '../../systems/circuit-breaker/calls.ts'
import { LENGTH_MS, inTrouble } from '../../systems/circuit-breaker/provider.ts'
import { verdict } from './describe.ts'
import { KINDS, practice, sealedFaults } from './faults.ts'
import { breakerDesign, type DesignValues, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import { type Design, scoreOf } from './score.ts'

const modelOf = (change: Partial<DesignValues> = {}) =>
  // The edge between the schema and its type, as in the frame.
  breakerDesign(complete(parameters, change) as DesignValues)
const ofScene = (id: string, change: Partial<DesignValues> = {}) =>
  modelOf({
    ...scenes.find((scene) => scene.id === id)?.values,
    ...change,
  } as Partial<DesignValues>)

const ROUNDS = Array.from({ length: 99 }, (_, index) => index + 1)

describe('the sealed faults', () => {
  it('are one of each kind, alike in each round that has the same number, and else not', () => {
    for (const round of ROUNDS) {
      const faults = sealedFaults(round)
      expect(faults.map(({ kind }) => kind)).toEqual(KINDS)
      expect(sealedFaults(round)).toEqual(faults)
    }
    const lives = new Set(ROUNDS.map((round) => JSON.stringify(sealedFaults(round))))
    expect(lives.size).toBe(ROUNDS.length)
  })

  it('fill their time end to end, leave time to recover, and are never the one to practise on', () => {
    for (const round of ROUNDS) {
      for (const { health, kind } of sealedFaults(round)) {
        expect(health[0]?.fromMs).toBe(0)
        expect(health.at(-1)?.toMs).toBe(LENGTH_MS)
        health.slice(1).forEach(({ fromMs }, index) => expect(fromMs).toBe(health[index]?.toMs))
        expect(health.filter(inTrouble).length > 0).toBe(kind !== 'calm')
        expect(health.filter(inTrouble).every(({ toMs }) => toMs <= LENGTH_MS - 15_000)).toBe(true)
        expect(health).not.toEqual(practice.health)
      }
    }
  })
})

describe('a score', () => {
  const prices = { error: 4, call: 3, bad: 60 }
  const none: Design = { breaker: undefined, givesUp: true, fallback: 'error' }

  // By hand, from the calls themselves: each that fails is a customer sent away, each that comes
  // while the provider is down is a call to it.
  it('without a breaker is the failures at their price, and the calls that met the trouble', () => {
    const calls = callsOf(practice.health, practice.seed, true)
    const failed = calls.filter(({ fails }) => fails).length
    const met = calls.filter(({ atMs }) => atMs >= 15_000 && atMs < 55_000).length
    expect(scoreOf(none, practice, prices)).toMatchObject({
      errors: failed,
      reached: met,
      bad: 0,
      euros: failed * 4 + met * 3,
    })
  })

  // By hand: of 100 customers 60 are known, and 0.5% of their payments are bad; of everyone’s 12%.
  it('counts errors and bad payments in expectation, as the fallback has it', () => {
    const { errors } = scoreOf(none, practice, prices)
    const known = scoreOf({ ...none, fallback: 'known' }, practice, prices)
    expect(known.errors).toBeCloseTo(errors * 0.4, 9)
    expect(known.unchecked).toBeCloseTo(errors * 0.6, 9)
    expect(known.bad).toBeCloseTo(errors * 0.003, 9)
    const everyone = scoreOf({ ...none, fallback: 'everyone' }, practice, prices)
    expect([everyone.errors, everyone.unchecked]).toEqual([0, errors])
    expect(everyone.bad).toBeCloseTo(errors * 0.12, 9)
  })

  it('of a breaker that cannot open is that of none, but for the name', () => {
    // More than nine in ten of a hundred calls, in faults of a few seconds.
    const numb: Design = {
      ...none,
      breaker: {
        semantics: 'cockatiel',
        halfOpenAfterMs: 1000,
        rule: { kind: 'consecutive', threshold: 100_000 },
      },
    }
    for (const fault of sealedFaults(3)) {
      expect(scoreOf(numb, fault, prices)).toEqual(scoreOf(none, fault, prices))
    }
  })

  it('sees a false opening on a calm day, and none of a breaker that asks for ten in a row', () => {
    const calm = sealedFaults(1)[5]
    if (!calm) throw new Error('no calm day')
    const inRow = (threshold: number): Design => ({
      ...none,
      breaker: {
        semantics: 'cockatiel',
        halfOpenAfterMs: 1000,
        rule: { kind: 'consecutive', threshold },
      },
    })
    // 3 in 100 fail, of about 360 calls.
    expect(scoreOf(inRow(1), calm, prices).falseOpens).toBeGreaterThan(3)
    expect(scoreOf(inRow(10), calm, prices).falseOpens).toBe(0)
  })
})

describe('the designs', () => {
  it('stand on the practice alone until they are committed', () => {
    const open = modelOf()
    expect(open.sealed).toEqual([])
    expect(open.totals.mine).toBe(open.practice.scores.mine.euros)
    expect(verdict(open).tone).toBe('neutral')
    expect(modelOf({ committed: true }).sealed).toHaveLength(6)
  })

  it(
    'called sound beat no breaker in every round, and the library’s own in nearly all',
    { timeout: 60_000 },
    () => {
      const totals = ROUNDS.map((round) => ofScene('sound', { round }).totals)
      expect(totals.every(({ mine, none }) => mine < none)).toBe(true)
      expect(totals.filter(({ mine, usual }) => mine < usual).length).toBeGreaterThan(90)
    },
  )

  it(
    'as they come, jumpy or too trusting cost more than no breaker, in most rounds',
    { timeout: 60_000 },
    () => {
      for (const id of ['defaults', 'jumpy', 'trusting']) {
        const worse = ROUNDS.slice(0, 30).filter((round) => {
          const none = ofScene('sound', { round }).totals.none
          return ofScene(id, { round }).totals.mine > none
        })
        expect([id, worse.length > 27]).toEqual([id, true])
      }
    },
  )

  it('are told what they did wrong', () => {
    expect(verdict(ofScene('sound')).tone).toBe('works')
    expect(verdict(ofScene('defaults'))).toMatchObject({ tone: 'fails' })
    expect(verdict(ofScene('defaults')).text).toContain('stays open too long')
    expect(verdict(ofScene('jumpy')).text).toContain('too jumpy')
    expect(verdict(ofScene('trusting')).text).toContain('nobody checked')
  })

  it('cost nothing where nothing has a price', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cockatiel', 'opossum', 'resilience4j'),
        fc.constantFrom('error', 'known', 'everyone'),
        fc.integer({ min: 1, max: 99 }),
        (library, fallback, round) => {
          const free = { error: 0, call: 0, bad: 0, committed: true }
          const { totals } = modelOf({ ...free, library, fallback, round } as Partial<DesignValues>)
          expect(totals).toEqual({ mine: 0, none: 0, usual: 0 })
        },
      ),
      { seed: 20_261_125, numRuns: 20 },
    )
  })
})
