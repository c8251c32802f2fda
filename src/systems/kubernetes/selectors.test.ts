// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  labelSelectorFrom,
  meetsFields,
  parseFieldSelector,
  selects,
  selectorText,
} from './selectors.ts'

const web = { app: 'web', tier: 'front', rank: '7' }

describe('a label selector as text', () => {
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web,tier!=back', true],
    ['app=api', false],
    ['missing!=x', true],
    ['tier in (front, back)', true],
    ['tier notin (front)', false],
    ['missing notin (a)', true],
    ['app', true],
    ['!app', false],
    ['!missing , app', true],
    ['rank>6,rank<8', true],
    ['app>6', false],
    ['missing=', false],
    ['in', false],
  ])('%s', (text, matches) => {
    expect(labelSelectorFrom(text)(web)).toBe(matches)
  })

  it('takes empty places in a list for the empty value', () => {
    expect(labelSelectorFrom('a in (,b)')({ a: '' })).toBe(true)
    expect(labelSelectorFrom('a in ()')({ a: '' })).toBe(true)
    expect(labelSelectorFrom('a in (b)')({ a: '' })).toBe(false)
  })

  // Texts of k8s.io/apimachinery, labels.Parse.
  it.each([
    ['a=b=c', "found '=', expected: ',' or 'end of string'"],
    ['a,,b', "found ',', expected: identifier after ','"],
    ['a,', "found '', expected: identifier after ','"],
    ['=a', "found '=', expected: !, identifier, or 'end of string'"],
    ['!', "unable to parse requirement: found '', expected: identifier"],
    ['a b', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ['a in b', "unable to parse requirement: found 'b' expected: '('"],
    ['a in (b', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['a>x', /^unable to parse requirement: values\[0\]: Invalid value: "x": for 'Gt', 'Lt'/],
    ['-a', /^unable to parse requirement: <nil>: Invalid value: "-a": name part must consist/],
    ['a=-b', /^unable to parse requirement: values\[0\]\[a\]: Invalid value: "-b": a valid label/],
  ])('%s is refused', (text, message) => {
    expect(() => labelSelectorFrom(text)).toThrow(message)
  })
})

describe('a label selector as an object', () => {
  it('selects nothing if there is none, everything if it is empty', () => {
    expect(selects(undefined, web)).toBe(false)
    expect(selects({}, undefined)).toBe(true)
  })

  it('wants every label and every expression', () => {
    const matchLabels = { app: 'web' }
    expect(selects({ matchLabels }, web)).toBe(true)
    expect(selects({ matchLabels }, {})).toBe(false)
    const front = { key: 'tier', operator: 'In', values: ['front'] } as const
    expect(selects({ matchLabels, matchExpressions: [front] }, web)).toBe(true)
    expect(selects({ matchLabels, matchExpressions: [{ ...front, operator: 'NotIn' }] }, web)).toBe(
      false,
    )
  })

  it('is not fooled by names that every object has', () => {
    const selector = { matchExpressions: [{ key: 'toString', operator: 'Exists' }] } as const
    expect(selects(selector, {})).toBe(false)
  })

  it('is written as kubectl writes it', () => {
    expect(selectorText(undefined)).toBe('<none>')
    expect(selectorText({ matchLabels: { tier: 'front', app: 'web' } })).toBe('app=web,tier=front')
    expect(
      selectorText({
        matchExpressions: [
          { key: 'z', operator: 'NotIn', values: ['b', 'a'] },
          { key: 'x', operator: 'DoesNotExist' },
        ],
      }),
    ).toBe('!x,z notin (a,b)')
  })
})

describe('a field selector', () => {
  const pod = { metadata: { name: 'one' }, spec: {}, status: { phase: 'Pending' } }

  it.each([
    ['metadata.name=one', true],
    ['status.phase==Pending,spec.nodeName!=node-1', true],
    ['spec.nodeName=', true],
    ['status.phase!=Pending', false],
    ['', true],
  ])('%s', (text, matches) => {
    expect(meetsFields(parseFieldSelector(text), pod)).toBe(matches)
  })

  it('refuses what it cannot take apart', () => {
    expect(() => parseFieldSelector('reason')).toThrow(
      "invalid selector: 'reason'; can't understand 'reason'",
    )
  })
})
