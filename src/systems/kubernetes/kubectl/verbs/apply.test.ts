// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lines, shop } from './trial-shop.ts'
import { trial } from './trial.ts'

const FILES = Object.fromEntries(
  [
    'shop',
    'bad-field',
    'bad-indent',
    'bad-name',
    'bad-selector',
    'bad-version',
    'no-image',
    'no-selector',
  ].map((name) => [
    `${name}.yaml`,
    readFileSync(
      new URL(`../../../../../tools/lab/recorded/${name}.yaml`, import.meta.url),
      'utf8',
    ),
  ]),
)

// Session s6: what was recorded of each line, in this order, on one cluster.
test('files are applied, refused and half applied as recorded', () => {
  const { kubectl, pass } = trial(FILES)
  pass(1000)
  const absent =
    'Error from server (NotFound): error when creating "shop.yaml": namespaces "shop" not found'
  expect(kubectl('apply -f shop.yaml')).toMatchObject({ err: lines(absent, absent), exit: 1 })
  expect(kubectl('create namespace shop').out).toBe('namespace/shop created\n')
  expect(kubectl('apply -f bad-field.yaml').err).toBe(
    'error: error validating "bad-field.yaml": error validating data: ValidationError(Deployment.spec): unknown field "replicaz" in io.k8s.api.apps.v1.DeploymentSpec; if you choose to ignore these errors, turn validation off with --validate=false\n',
  )
  expect(kubectl('apply -f no-selector.yaml').err).toContain('missing required field "selector" in')
  expect(kubectl('apply -f bad-selector.yaml')).toMatchObject({
    out: 'service/checkout created\n',
    err: 'The Deployment "checkout" is invalid: spec.template.metadata.labels: Invalid value: map[string]string{"app":"checkout", "tier":"web"}: `selector` does not match template `labels`\n',
    exit: 1,
  })
  expect(kubectl('apply -f no-image.yaml').err).toContain('unknown field "imagen" in')
  expect(kubectl('apply -f bad-indent.yaml').err).toBe(
    'error: error parsing bad-indent.yaml: error converting YAML to JSON: yaml: line 5: mapping values are not allowed in this context\n',
  )
  expect(kubectl('apply -f bad-version.yaml')).toMatchObject({
    out: 'service/checkout unchanged\n',
    err: 'error: resource mapping not found for name: "checkout" namespace: "shop" from "bad-version.yaml": no matches for kind "Deployment" in version "apps/v9"\nensure CRDs are installed first\n',
    exit: 1,
  })
  expect(kubectl('apply -f bad-name.yaml').err.split('\n')).toEqual([
    expect.stringMatching(
      /^Error from server \(Invalid\): .*: Deployment\.apps "Check_Out" is invalid: /,
    ),
    expect.stringMatching(/^Error from server \(Invalid\): .*: Service "Check_Out" is invalid: /),
    '',
  ])
  expect(kubectl('apply -f missing.yaml').err).toBe(
    'error: the path "missing.yaml" does not exist\n',
  )
  expect(kubectl('apply -f shop.yaml --dry-run=client').out).toBe(
    lines('deployment.apps/checkout created (dry run)', 'service/checkout configured (dry run)'),
  )
  expect(kubectl('apply -f shop.yaml --dry-run=server').out).toBe(
    lines(
      'deployment.apps/checkout created (server dry run)',
      'service/checkout unchanged (server dry run)',
    ),
  )
  expect(kubectl('apply -f shop.yaml').out).toBe(
    lines('deployment.apps/checkout created', 'service/checkout unchanged'),
  )
})

// Session s6, the annotation of `get deploy checkout -o yaml`.
test('what was applied is remembered in one line of JSON', () => {
  const { world } = shop(FILES)
  const deployment = world().store.tables.deployments['shop/checkout']
  expect(
    deployment?.metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'],
  ).toBe(
    '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"annotations":{},"labels":{"app":"checkout"},"name":"checkout","namespace":"shop"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"checkout"}},"template":{"metadata":{"labels":{"app":"checkout","tier":"web"}},"spec":{"containers":[{"image":"shop/checkout:1","name":"web","ports":[{"containerPort":8080}],"readinessProbe":{"httpGet":{"path":"/ready","port":8080},"initialDelaySeconds":1,"periodSeconds":2},"resources":{"requests":{"cpu":"500m","memory":"256Mi"}}}],"topologySpreadConstraints":[{"labelSelector":{"matchLabels":{"app":"checkout"}},"maxSkew":1,"topologyKey":"topology.kubernetes.io/zone","whenUnsatisfiable":"DoNotSchedule"}]}}}}\n',
  )
})
