// @vitest-environment node
import { it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { timeline } from './events.ts'
import { curveOf, quorumRun, staleShare, worldOf } from './model.ts'
import { play } from './play.ts'
import { parameters, type QuorumValues } from './parameters.ts'
import { scenes } from './scenes.ts'
import { countServing } from '../../systems/quorum-store/serving.ts'
import { meanWaits } from '../../systems/quorum-store/waits.ts'
import { nodeIds } from '../../systems/quorum-store/turn.ts'
import { spellsOf } from './spells.ts'
it('x', () => {
  for (const s of scenes) {
    const v = complete(parameters, s.values) as QuorumValues
    const mo = quorumRun(v, FIRST_COURSE)
    console.log(
      s.id,
      verdict(mo).tone,
      timeline(mo).restMs,
      verdict(mo).text,
      JSON.stringify(
        mo.operations.map((o) => [o.kind, o.outcome, o.result, o.startMs, o.endMs].join(' ')),
      ).slice(0, 200),
      mo.samples.length,
    )
  }
  const v = complete(parameters, {
    planned: 'stream',
    n: 7,
    w: 3,
    r: 3,
    members: 'sloppy',
    repair: 'after',
  }) as QuorumValues
  const cpu = (name: string, f: () => unknown) => {
    for (let i = 0; i < 10; i++) f()
    const t = process.cpuUsage()
    for (let i = 0; i < 10; i++) f()
    const d = process.cpuUsage(t)
    console.log(name, (d.user + d.system) / 10000)
  }
  const w = worldOf(v)
  cpu('all', () => quorumRun(v, FIRST_COURSE))
  cpu('play', () => play(v, w, FIRST_COURSE))
  cpu('count', () => countServing(w, 0.99, 1000, 1))
  cpu('waits', () => meanWaits(7, 100, 20))
  cpu('curve', () => curveOf(v))
  const pl = play(v, w, FIRST_COURSE)
  console.log(pl.moments.length)
  cpu('spells', () => spellsOf(nodeIds(w), 7, pl.moments, 12000))
  for (const writeMs of [100, 150, 200])
    for (const otherMs of [5, 10, 20])
      for (const gapMs of [0, 10, 20, 50]) {
        const x = complete(parameters, { writeMs, otherMs, gapMs }) as QuorumValues
        const mo = quorumRun(x, FIRST_COURSE)
        console.log(
          writeMs,
          otherMs,
          gapMs,
          mo.samples[0]?.stale,
          staleShare(mo.staleUntilMs, gapMs),
        )
      }
})
