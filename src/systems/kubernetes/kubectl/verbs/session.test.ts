// @vitest-environment node
import { test } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import { trial } from './trial.ts'

test('x', () => {
  const dir = new URL(`../../lab/recorded/`, import.meta.url)
  const t = trial(
    Object.fromEntries(
      readdirSync(dir)
        .filter((f) => f.endsWith('yaml'))
        .map((f) => [f, readFileSync(new URL(f, dir), 'utf8')]),
    ),
  )
  const go = (line: string, limitMs = 600000) => {
    const at = t.nowMs()
    const { out, err, exit, tookMs } = t.kubectl(line, { limitMs })
    console.log(
      `[t=${at / 1000}] $ ${line}\n${out}${err.replaceAll(/^(?=.)/gm, '[stderr] ')}[exit ${exit}] took ${tookMs}`,
    )
    t.pass(200)
  }
  t.pass(5000)
  go('create namespace redundancy-lab')
  go('apply -f web-app.yaml')
  go('rollout status deployment/web-app -n redundancy-lab', 60000)
  go('apply -f pdb1.yaml')
  t.pass(1000)
  for (const l of ['drain node-1', 'drain node-1 --ignore-daemonsets']) go(l, 60000)
  t.pass(8000)
  go('drain node-2 --ignore-daemonsets', 60000)
  t.pass(8000)
  go('drain node-3 --ignore-daemonsets', 25000)
  go('drain node-3 --ignore-daemonsets --timeout=8s', 25000)
  go('uncordon node-1 node-2 node-3')
  t.pass(8000)
  go('rollout restart deploy/web-app -n redundancy-lab')
  go('rollout status deploy/web-app -n redundancy-lab', 60000)
  go('rollout history deploy/web-app -n redundancy-lab')
  go('rollout undo deploy/web-app -n redundancy-lab')
  go('rollout status deploy/web-app -n redundancy-lab', 60000)
  go('wait --for=condition=ready pod -l app=web-app -n redundancy-lab --timeout=5s')
  go('delete pods --all -n redundancy-lab', 30000)
  go('delete namespace redundancy-lab', 60000)
})
