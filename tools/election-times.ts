// npm run election-times
// Lets a cluster lose its leader a thousand times for each range of timeouts in the paper's figure
// 16, and writes how long nobody led to src/widgets/election-time/runs.json. Takes some minutes,
// nearly all of them for the range without any spread, where elections do not end.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withoutLeaderMs } from '../src/systems/raft/election-times.ts'
import { RANGES, STEP, TRIALS } from '../src/widgets/election-time/ranges.ts'

const tenth = (ms: number): number => Math.round(ms * 10) / 10

const runs = RANGES.map((range) => {
  const times = Array.from({ length: TRIALS }, (_, index) => withoutLeaderMs(range, index + 1))
  const sorted = times.toSorted((one, other) => one - other)
  const meanMs = tenth(times.reduce((sum, ms) => sum + ms, 0) / TRIALS)
  console.log(`${range.lowMs} to ${range.highMs} ms: mean ${meanMs} ms`)
  return {
    ...range,
    meanMs,
    leastMs: tenth(sorted[0] ?? 0),
    ms: sorted.filter((_, index) => (index + 1) % STEP === 0).map(tenth),
  }
})

const file = path.join(import.meta.dirname, '../src/widgets/election-time/runs.json')
writeFileSync(file, `${JSON.stringify(runs)}\n`)
