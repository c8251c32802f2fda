import { it } from 'vitest'
import { machine } from '../../simulation/machine.ts'
import { regions } from './rules.ts'
import { servedShare } from './traffic.ts'
import type { RegionsAction } from './world.ts'
const P = { strategy:'active-active', steering:'dns', ttlMs:300_000, stubborn:.1, stubbornFactor:4, convergenceMs:30_000, replication:'async', lagMs:2000, intervalMs:10_000, threshold:3, decideMs:0, promoteMs:20_000, headroom:1.5, toNearest:.5 } as const
function go(over: object, deeds: [number, RegionsAction][], until=900_000, loud=true) {
  const t0=performance.now()
  const run = machine(regions, { parameters: {...P, ...over} }, 1)
  const q=[...deeds]; const out: string[]=[]
  for(;;){
    const d=q[0]
    const due=Math.min(run.nextAtMs(), d?.[0]??Infinity)
    if(due>until)break
    let e
    if(d && d[0]<run.nextAtMs()){q.shift(); e=run.act(d[1],d[0])} else e=run.advance()
    for(const x of e) out.push(`${x.atMs/1000} ${JSON.stringify(x.note)} served ${servedShare(run.world().traffic).toFixed(3)} dead ${run.world().traffic.deadEnd.toFixed(3)}`)
  }
  const t=performance.now()-t0
  if(loud) console.log(JSON.stringify(over)+'\n'+out.join('\n'), '\n', t.toFixed(1),'ms', run.count(), JSON.stringify(run.world().breaches), run.world().batches.length)
}
const outage: [number, RegionsAction][] = [[60_000,{kind:'lose',region:'america'}],[480_000,{kind:'restore',region:'america'}],[600_000,{kind:'fail-back'}]]
it('x',{timeout:60000},()=>{
  go({},outage)
  go({replication:'sync'},outage)
  go({steering:'anycast'},outage)
  go({strategy:'pilot-light'},outage)
  go({strategy:'warm-standby',decideMs:120_000},outage)
  go({headroom:1},outage)
  go({flaw:'fails-back-early'},[outage[0]!,outage[1]!,[485_000,{kind:'fail-back'}]])
  go({},[[60_000,{kind:'cut',link:'america-europe'}],[480_000,{kind:'mend',link:'america-europe'}]])
  go({flaw:'promotes-unasked'},[[60_000,{kind:'cut',link:'america-europe'}],[480_000,{kind:'mend',link:'america-europe'}]])
  go({},[[60_000,{kind:'cut',link:'america-europe'}],[60_000,{kind:'cut',link:'america-asia'}],[480_000,{kind:'mend',link:'america-europe'}],[480_000,{kind:'mend',link:'america-asia'}]])
  go({flaw:'keeps-writing'},[[60_000,{kind:'cut',link:'america-europe'}],[60_000,{kind:'cut',link:'america-asia'}],[480_000,{kind:'mend',link:'america-europe'}],[480_000,{kind:'mend',link:'america-asia'}]])
  go({intervalMs:2000,threshold:2,lagMs:60_000},outage)
})
