// npm run fuzz -- [--seeds 100000] [--from 0] [--flaw counts-old-terms]
// Runs Raft on so many random schedules. Prints how fast that went; at the first breach the seed,
// the invariant and the shortest schedule that breaks it too, as JSON. Exit code 1 at a breach, 2
// for arguments that are none.
import { parseArgs } from 'node:util'
import { FLAWS, type Flaw } from '../src/systems/raft/parameters.ts'
import { explore } from '../src/systems/raft/schedule.ts'
import { shrink } from '../src/systems/raft/shrink.ts'

const isFlaw = (name: string): name is Flaw => FLAWS.some((flaw) => flaw === name)

const isCount = (text: string): boolean => /^\d{1,9}$/.test(text)

/**
 * @param args as on the command line
 * @param print where a line goes
 * @returns the exit code
 */
export function main(args: readonly string[], print: (line: string) => void = console.log): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '100000' },
      from: { type: 'string', default: '0' },
      flaw: { type: 'string' },
    },
  })
  const { seeds, from, flaw } = values
  if (!isCount(seeds) || !isCount(from) || (flaw !== undefined && !isFlaw(flaw))) {
    print(`Usage: npm run fuzz -- [--seeds N] [--from N] [--flaw ${FLAWS.join('|')}]`)
    return 2
  }
  const [first, last] = [Number(from), Number(from) + Number(seeds)]
  const startedMs = performance.now()
  let events = 0
  for (let seed = first; seed < last; seed += 1) {
    const explored = explore(seed, flaw)
    events += explored.events
    if (explored.broken) {
      print(`seed ${seed}: ${explored.broken.message}`)
      print(JSON.stringify(shrink(explored.schedule)))
      return 1
    }
    if ((seed - first) % 10_000 === 9_999) print(`${seed - first + 1} schedules`)
  }
  const seconds = (performance.now() - startedMs) / 1000
  print(
    `${last - first} schedules, ${events} events in ${seconds.toFixed(1)} s: every invariant held`,
  )
  return 0
}
