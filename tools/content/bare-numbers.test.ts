// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { bareNumbers } from './bare-numbers.mjs'

const numbers = (text: string) => bareNumbers(text).map(({ number }) => number.trim())
const note = '\n\n[^one]: <Cite id="a-book" />\n'

describe('a number in the prose', () => {
  it.each([
    ['It works 99% of the time.', ['99%']],
    ['At 3:24 there were 155 people.', ['3:24', '155']],
    ['## Why 1,000 drills?', ['1,000']],
    ['| a | 12.5% |\n| --- | --- |\n| b | 7 |', ['12.5%', '7']],
    ['<Correction>\n  Said to be 33% each.\n</Correction>', ['33%']],
    [`It was 155. They lived.[^one]${note}`, ['155.']],
    ['Two of <Value of={x} as="percent" /> and 5.', ['5.']],
    [`All 155.[^one]\n\n[^one]: A remark.\n`, ['155.']],
  ])('is found where it is typed in: %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })

  it.each([
    'It works <Value of={a} as="percent" /> of the time.',
    'There were <Source id="a-book">155 people</Source>.',
    `All 155 people lived.[^one]${note}`,
    `There were 155, of whom five were crew.[^one] It was calm.${note}`,
    'Set `maxSurge: 1` and $n = 3$.',
    'On 15 January 2009, in the 1970s, for the 2nd time.',
    'Flight 1549 was an A320; RAID 5, CRC-32, HTTP 503, N+1, 2N and Kubernetes 1.33 are names.',
    '```yaml\nreplicas: 3\n```',
    'Chapters 5, 8 and 9 of the book.',
  ])('may stand as it is: %j', (text) => {
    expect(numbers(text)).toEqual([])
  })

  it('is found with its line and its sentence, for whoever has to mend it', () => {
    expect(bareNumbers('Fine.\n\nIt fails. One in 100 is lost.\n')).toEqual([
      { line: 3, number: '100 ', sentence: 'One in 100 is lost.' },
    ])
  })
})
