// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lines, masked, shop } from './trial-shop.ts'

const FILES = Object.fromEntries(
  ['shop'].map((name) => [
    `${name}.yaml`,
    readFileSync(
      new URL(`../../../../../tools/lab/recorded/${name}.yaml`, import.meta.url),
      'utf8',
    ),
  ]),
)

// Session s6; the waiting lines between are as many as the Deployment's changes.
test('a rollout is followed change by change to its end', () => {
  const { kubectl, pass } = shop(FILES)
  expect(kubectl('rollout restart deploy/checkout -n shop').out).toBe(
    'deployment.apps/checkout restarted\n',
  )
  pass(100)
  const { out, exit } = kubectl('rollout status deploy/checkout -n shop')
  expect(exit).toBe(0)
  const going = (what: string) => `Waiting for deployment "checkout" rollout to finish: ${what}...`
  expect([...new Set(out.split('\n'))]).toEqual([
    going('1 out of 3 new replicas have been updated'),
    going('2 out of 3 new replicas have been updated'),
    going('1 old replicas are pending termination'),
    'deployment "checkout" successfully rolled out',
    '',
  ])
  expect(kubectl('rollout history deploy/checkout -n shop').out).toBe(
    'deployment.apps/checkout \nREVISION  CHANGE-CAUSE\n1         <none>\n2         <none>\n\n',
  )
  expect(kubectl('rollout undo deploy/checkout -n shop').out).toBe(
    'deployment.apps/checkout rolled back\n',
  )
})

// What each line printed: session s6 where it is there, otherwise kubectl 1.32.4 put to our own
// cluster behind HTTP.
describe('a cluster with a Deployment', () => {
  const { kubectl, pass } = shop(FILES, '1.33')
  test.each([
    ['scale deploy/checkout --replicas=12 -n shop', 'deployment.apps/checkout scaled'],
    [
      'scale deploy/checkout --replicas=3 --current-replicas=5 -n shop',
      '!error: Expected replicas to be 5, was 12',
    ],
    [
      'scale deploy/nope --replicas=3 -n shop',
      '!error: no objects passed to scale deployments.apps "nope" not found',
    ],
    ['scale deploy/checkout --replicas=3 -n shop', 'deployment.apps/checkout scaled'],
    ['scale deploy checkout -n shop', '!error: required flag(s) "replicas" not set'],
    ['rollout pause deploy/checkout -n shop', 'deployment.apps/checkout paused'],
    [
      'rollout pause deploy/checkout -n shop',
      '!error: deployments.apps "checkout" is already paused',
    ],
    [
      'rollout restart deploy/checkout -n shop',
      `!error: deployments.apps "checkout" can't restart paused deployment (run rollout resume first)`,
    ],
    [
      'set image deploy/checkout web=shop/checkout:2 -n shop',
      'deployment.apps/checkout image updated',
    ],
    ['set image deploy/checkout web=shop/checkout:2 -n shop', ''],
    [
      'set image deploy/checkout foo=shop/checkout:2 -n shop',
      '!error: unable to find container named "foo"',
    ],
    ['rollout resume deploy/checkout -n shop', 'deployment.apps/checkout resumed'],
    ['rollout resume deploy/checkout -n shop', '!error: deployments.apps "checkout" is not paused'],
    [
      'rollout undo deploy/checkout --to-revision=99 -n shop',
      '!error: unable to find specified revision 99 in history',
    ],
    [
      'rollout history deploy/checkout --revision=9 -n shop',
      '!error: unable to find the specified revision',
    ],
    [
      'rollout undo svc/checkout -n shop',
      '!error: error retrieving rollbacker for "Service", no visitor method exists for { Service}',
    ],
    ['label node node-1 disk=ssd', 'node/node-1 labeled'],
    ['label node node-1 disk=ssd', 'node/node-1 not labeled'],
    [
      'label node node-1 disk=hdd',
      "!error: 'disk' already has a value (ssd), and --overwrite is false",
    ],
    ['label node node-1 disk=hdd --overwrite', 'node/node-1 labeled'],
    ['label node node-1 disk-', 'node/node-1 unlabeled'],
    ['annotate deploy/checkout a=b -n shop', 'deployment.apps/checkout annotated'],
    [
      'annotate deploy/checkout a=c -n shop',
      `!error: --overwrite is false but found the following declared annotation(s): 'a' already has a value (b)`,
    ],
    ['taint nodes node-2 dedicated=batch:NoSchedule', 'node/node-2 tainted'],
    [
      'taint nodes node-2 dedicated=batch:NoSchedule',
      '!error: node node-2 already has dedicated taint(s) with same effect(s) and --overwrite is false',
    ],
    ['taint nodes node-2 dedicated=other:NoSchedule --overwrite', 'node/node-2 modified'],
    ['taint nodes node-2 dedicated=batch:NoSchedule-', 'node/node-2 untainted'],
    ['taint nodes node-2 dedicated-', '!error: taint "dedicated" not found'],
    ['cordon node-9', '!Error from server (NotFound): nodes "node-9" not found'],
    ['cordon node-3', 'node/node-3 cordoned'],
    ['uncordon node-3', 'node/node-3 uncordoned'],
    ['uncordon node-3', 'node/node-3 already uncordoned'],
    [
      `patch deploy checkout -n shop -p '{"spec":{"replicas":3}}'`,
      'deployment.apps/checkout patched (no change)',
    ],
    [
      `patch deploy checkout -n shop --type=merge -p '{"spec":{"minReadySeconds":1}}'`,
      'deployment.apps/checkout patched',
    ],
    [
      `patch deploy checkout -n shop -p '{}' --type=foo`,
      '!error: --type must be one of [json merge strategic], not "foo"',
    ],
    [
      'expose deploy checkout --name=checkout2 --port=80 --target-port=8080 -n shop',
      'service/checkout2 exposed',
    ],
    ['delete svc checkout2 -n shop', 'service "checkout2" deleted'],
    ['run naked --image=nginx -n shop', 'pod/naked created'],
    [
      'delete pod naked nope -n shop --wait=false',
      'pod "naked" deleted\n!Error from server (NotFound): pods "nope" not found',
    ],
    ['delete pod nope --ignore-not-found -n shop', ''],
    ['delete pod', '!error: resource(s) were provided, but no name was specified'],
    ['delete pod x -l app=y', '!error: name cannot be provided when a selector is specified'],
    ['delete podz x', `!error: the server doesn't have a resource type "podz"`],
    ['wait --for=foo pod/x', '!error: unrecognized condition: "foo"'],
    [
      'wait --for=condition=foo deploy/checkout -n shop --timeout=1s',
      '!error: timed out waiting for the condition on deployments/checkout',
    ],
    ['apply', '!error: must specify one of -f and -k'],
    ['drain', "!error: USAGE: drain NODE [flags]\nSee 'kubectl drain -h' for help and examples"],
  ])('answers %s', (line, wanted) => {
    pass(1500)
    const { out, err } = kubectl(line)
    const said = [out, err && `!${err}`].join('')
    expect(said).toBe(wanted === '' ? '' : `${wanted}\n`)
  })
})

// Session s6, t=53.7 to t=60.0.
test('what is deleted is named as it is marked, and the command ends when it is gone', () => {
  const { kubectl, world } = shop(FILES)
  const { out, tookMs } = kubectl('delete pods --all -n shop')
  expect(masked(out)).toBe(
    lines(...Array.from({ length: 3 }, () => 'pod "checkout-HASH-NAME" deleted')),
  )
  expect(tookMs).toBeGreaterThan(500)
  expect(kubectl('delete deploy,svc -l app=checkout -n shop').out).toBe(
    'deployment.apps "checkout" deleted\n',
  )
  expect(kubectl('delete -f shop.yaml')).toMatchObject({
    out: 'service "checkout" deleted\n',
    err: 'Error from server (NotFound): error when deleting "shop.yaml": deployments.apps "checkout" not found\n',
    exit: 1,
  })
  expect(kubectl('delete namespace shop').out).toBe('namespace "shop" deleted\n')
  expect(world().store.tables.namespaces['shop']).toBeUndefined()
})
