// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { bareNumbers } from './bare-numbers.mjs'

const numbers = (text: string) => bareNumbers(text).map(({ number }) => number.trim())
const note = '\n\n[^one]: <Cite id="a-book" />\n'
const notes = `${note}\n[^two]: <Cite id="a-book" />\n`

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
    [`It was “so”.[^one][^two] Then 40 fell.${notes}`, ['40']],
    [`They said “never again.”[^one] Then 40 fell.${notes}`, ['40']],
    [`They said “never again.” Then 40 fell.[^one]${notes}`, []],
    ['It took 30ms over 5km, 10x as long.', ['30', '5', '10']],
    ['Of 2000 requests 1850 failed.', ['2000', '1850']],
    ['It was hit by 2000 requests in 1900 ways.', ['2000', '1900']],
    ['As part 3, 200 people came; in parts 3, 200 came.', ['200', '200']],
    ['<Table caption="Of 40 servers">\n\n| a |\n| --- |\n| b |\n\n</Table>', ['40']],
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
    'Chapters 5, 8 and 9 of the book, and chapters 19 to 23.',
    'In 2008 the store stopped, in December 2018 another, and since 2010 Amazon has none.',
    'Traces from about the year 2000 had more than those of 1998, or of 1999.',
    'Between 2N and 2N+1 lie 2f+1, N−1 and DO-178C.',
  ])('may stand as it is: %j', (text) => {
    expect(numbers(text)).toEqual([])
  })

  it('is found with its line and its sentence, for whoever has to mend it', () => {
    expect(bareNumbers('Fine.\n\nIt fails. One in 100 is lost.\n')).toEqual([
      { line: 3, number: '100 ', sentence: 'One in 100 is lost.' },
    ])
  })
})
