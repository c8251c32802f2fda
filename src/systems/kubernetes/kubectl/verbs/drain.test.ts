// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lines, masked, shop } from './trial-shop.ts'
import { trial } from './trial.ts'

const FILES = Object.fromEntries(
  ['shop', 'web-app', 'pdb', 'pdb1'].map((name) => [
    `${name}.yaml`,
    readFileSync(
      new URL(`../../../../../tools/lab/recorded/${name}.yaml`, import.meta.url),
      'utf8',
    ),
  ]),
)

// Session s2: three nodes drained one after the other, under a budget that wants two pods.
test('a drain goes on where pods find another place, and is blocked where they find none', () => {
  const { kubectl, pass } = trial(FILES)
  pass(1000)
  kubectl('create namespace redundancy-lab')
  kubectl('apply -f web-app.yaml')
  kubectl('rollout status deployment/web-app -n redundancy-lab')
  expect(kubectl('apply -f pdb.yaml').err).toBe(
    'error: resource mapping not found for name: "web-app-pdb" namespace: "redundancy-lab" from "pdb.yaml": no matches for kind "PodDisruptionBudget" in version "policy/v1"\nensure CRDs are installed first\n',
  )
  kubectl('apply -f pdb1.yaml')
  pass(1000)
  for (const node of ['node-1', 'node-2']) {
    expect(masked(kubectl(`drain ${node}`).out)).toBe(
      lines(
        `node/${node} cordoned`,
        'evicting pod redundancy-lab/web-app-HASH-NAME',
        'pod/web-app-HASH-NAME evicted',
        `node/${node} drained`,
      ),
    )
    pass(9000)
  }
  const evicting = 'evicting pod redundancy-lab/web-app-HASH-NAME'
  const blocked = kubectl('drain node-3', { limitMs: 25_000 })
  expect(blocked.exit).toBe(124)
  expect(masked(blocked.out)).toBe(
    lines(
      'node/node-3 cordoned',
      evicting,
      evicting,
      evicting,
      'pod/web-app-HASH-NAME evicted',
      ...Array.from({ length: 8 }, () => evicting),
    ),
  )
  const late = kubectl('drain node-3 --timeout=8s')
  const error = 'error when evicting pods/"web-app-HASH-NAME" -n "redundancy-lab"'
  const retry = `${error} (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.`
  const both = `[${error}: global timeout reached: 8s, ${error}: global timeout reached: 8s]`
  expect(late).toMatchObject({ exit: 1, tookMs: 10_000 })
  expect(masked(late.err)).toBe(
    lines(
      retry,
      retry,
      retry,
      retry,
      `There are pending pods in node "node-3" when an error occurred: ${both}`,
      'pod/web-app-HASH-NAME',
      'pod/web-app-HASH-NAME',
      `error: unable to drain node "node-3" due to error: ${both}, continuing command...`,
      'There are pending nodes to be drained:',
      ' node-3',
      `${error}: global timeout reached: 8s`,
      `${error}: global timeout reached: 8s`,
    ),
  )
  expect(kubectl('uncordon node-1 node-2 node-3').out).toBe(
    lines('node/node-1 uncordoned', 'node/node-2 uncordoned', 'node/node-3 uncordoned'),
  )
})

// Session s2, t=84.9 and t=85.2.
test('a pod that nobody would replace is not drained, and goes at once by force', () => {
  const { kubectl, pass, world } = shop(FILES)
  kubectl('run naked --image=nginx -n shop')
  pass(3000)
  const node = world().store.tables.pods['shop/naked']?.spec.nodeName ?? ''
  const why =
    'cannot delete cannot delete Pods that declare no controller (use --force to override): shop/naked'
  expect(kubectl(`drain ${node} --ignore-daemonsets`)).toMatchObject({
    out: `node/${node} cordoned\n`,
    err: lines(
      `error: unable to drain node "${node}" due to error: ${why}, continuing command...`,
      'There are pending nodes to be drained:',
      ` ${node}`,
      why,
    ),
    exit: 1,
  })
  expect(kubectl('delete pod naked -n shop --grace-period=0 --force')).toMatchObject({
    out: 'pod "naked" force deleted\n',
    err: 'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
    exit: 0,
  })
})
