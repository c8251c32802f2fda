// @vitest-environment node
import { expect, test } from 'vitest'
import { atTerminal } from './at-terminal.ts'
import { complete } from './complete.ts'

const ALLOWED =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml'

// Printed by kubectl 1.33.1, or recorded from kubectl 1.32 against the real API server.
test.each([
  ['kubectl frobnicate', 'error: unknown command "frobnicate" for "kubectl"\n'],
  [
    'kubectl gett pods',
    'error: unknown command "gett" for "kubectl"\n\nDid you mean this?\n\tset\n\tget\n',
  ],
  [
    'kubectl gt',
    'error: unknown command "gt" for "kubectl"\n\nDid you mean this?\n\tset\n\tget\n\tcp\n',
  ],
  ['kubectl pods', 'error: unknown command "pods" for "kubectl"\n\nDid you mean this?\n\tlogs\n'],
  [
    'kubectl desc',
    'error: unknown command "desc" for "kubectl"\n\nDid you mean this?\n\tdescribe\n',
  ],
  ['kubectl --nosuch get', "error: unknown flag: --nosuch\nSee 'kubectl --help' for usage.\n"],
  ['kubectl -z', "error: unknown shorthand flag: 'z' in -z\nSee 'kubectl --help' for usage.\n"],
  [
    'kubectl get pods --replicas=3',
    "error: unknown flag: --replicas\nSee 'kubectl get --help' for usage.\n",
  ],
  [
    'kubectl get',
    'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\nerror: Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\nSee \'kubectl get -h\' for help and examples\n',
  ],
  ['kubectl get podz', 'error: the server doesn\'t have a resource type "podz"\n'],
  ['kubectl get pod nope', 'Error from server (NotFound): pods "nope" not found\n'],
  ['kubectl get pod -l a=b nope', 'error: name cannot be provided when a selector is specified\n'],
  [
    'kubectl get pods -o foo',
    `error: unable to match a printer suitable for the output format "foo", allowed formats are: ${ALLOWED}\n`,
  ],
  [
    'kubectl get pods --field-selector foo=bar',
    'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "", field selector "foo=bar": field label not supported: foo\n',
  ],
  ['kubectl get pods -o jsonpath', 'error: template format specified but no template given\n'],
  ["kubectl get pods -o jsonpath='{'", 'error: error parsing jsonpath {, unclosed action\n'],
  ['kubectl version extra', 'error: extra arguments: [extra]\n'],
  ['kubectl version -o foo --client', "error: --output must be 'yaml' or 'json'\n"],
  ['kubectl api-resources -o foo', 'error: --output foo is not available\n'],
  ['kubectl config use-context x', 'error: no context exists with the name: "x"\n'],
  [
    'kubectl config foo',
    'error: unknown command "foo"\nSee \'kubectl config -h\' for help and examples\n',
  ],
  [
    'kubectl logs',
    "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples\n",
  ],
])('%s fails in kubectl’s words', (line, words) => {
  const { err, exit } = atTerminal().type(line)
  expect(err).toBe(words)
  expect(exit).toBe(1)
})

test('an empty list is no failure', () => {
  const { err, exit } = atTerminal().type('kubectl get pods -n nope')
  expect([err, exit]).toEqual(['No resources found in nope namespace.\n', 0])
})

test('flags of all commands may stand before the command and between its words', () => {
  const at = atTerminal()
  at.type('kubectl create ns shop; kubectl create deploy web --image=nginx -n shop')
  expect(at.type('kubectl -n shop get deploy -o name').out).toBe('deployment.apps/web\n')
  expect(at.type('kubectl rollout -n shop pause deploy/web').out).toBe(
    'deployment.apps/web paused\n',
  )
})

test('the namespace that config sets is meant by all terminals', () => {
  const at = atTerminal()
  at.type('kubectl config set-context --current --namespace=nope')
  expect(at.type('kubectl get pods', 1000, '2').err).toBe('No resources found in nope namespace.\n')
})

test('Endpoints are warned of today and were not in the recordings', () => {
  const warned =
    'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n'
  expect(atTerminal().type('kubectl get endpoints -n nope').err).toContain(warned)
  const before = atTerminal({ profile: '1.20' }).type('kubectl get ep -n nope').err
  expect(before).not.toContain('Warning')
})

// Recorded: the session on budgets.
test('the recorded client says how far it is from its server', () => {
  const { out, err } = atTerminal({ profile: '1.20' }).type('kubectl version --client=false')
  expect(out).toBe('Client Version: v1.32.5\nKustomize Version: v5.5.0\nServer Version: v1.20.2\n')
  expect(err).toBe(
    'WARNING: version difference between client (1.32) and server (1.20) exceeds the supported minor version skew of +/-1\n',
  )
})

test('commands that are left out say so', () => {
  expect(atTerminal().type('kubectl exec web -- sh').err).toContain('no "exec"')
})

// The recorded cluster has no metrics server; today's has one, which has to look first.
test('top has nothing to tell before the metrics server has looked', () => {
  const recorded = atTerminal({ profile: '1.20' }).type('kubectl top nodes')
  expect(recorded.err).toBe('error: Metrics API not available\n')
  expect(atTerminal().type('kubectl top nodes').err).toBe('error: metrics not available yet\n')
})

test('top tells what pods and nodes use', () => {
  const terminal = atTerminal()
  terminal.type('kubectl run web --image=nginx:1.27')
  terminal.wait(60_000)
  // The form is that of kubectl 1.33; the amounts are this model's.
  expect(terminal.type('kubectl top pod').out).toBe(
    'NAME   CPU(cores)   MEMORY(bytes)   \nweb    1m           12Mi            \n',
  )
  expect(terminal.type('kubectl top node').out).toMatch(
    /^NAME +CPU\(cores\) +CPU\(%\) +MEMORY\(bytes\) +MEMORY\(%\) +\n\S+ +\d+m +\d+% +\d+Mi +\d+% +\n/,
  )
})

// Printed by kubectl 1.33.1 against this model behind HTTP.
test('apply shows the patch that the server refused', () => {
  const terminal = atTerminal({
    files: {
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: c, image: a}]}\n',
      'typo.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: c, imagee: a}]}\n',
    },
  })
  terminal.type('kubectl apply -f pod.yaml')
  expect(terminal.type('kubectl apply -f typo.yaml').err).toContain(
    '"spec":{"$setElementOrder/containers":[{"name":"c"}],"containers":[{"image":null,"imagee":"a","name":"c"}]}}\nto:\nResource: "/v1, Resource=pods", GroupVersionKind: "/v1, Kind=Pod"\nName: "web", Namespace: "default"\nfor: "typo.yaml": error when patching "typo.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.containers[0].imagee"\n',
  )
})

test('the Tab key knows commands, kinds, names, namespaces, flags and files', () => {
  const at = atTerminal({ files: { 'web-app.yaml': '' } })
  const after = (line: string) => complete(at.world(), '1', line)
  expect(after('kubectl dr')).toEqual({ from: 8, candidates: ['drain'] })
  expect(after('kubectl drain node-')).toEqual({
    from: 14,
    candidates: ['node-1', 'node-2', 'node-3'],
  })
  expect(after('kubectl get node').candidates).toEqual(['nodes'])
  expect(after('kubectl get no node-2').candidates).toEqual(['node-2'])
  expect(after('kubectl get pods -n def').candidates).toEqual(['default'])
  expect(after('kubectl get pods --field').candidates).toEqual(['--field-selector'])
  expect(after('kubectl apply -f w').candidates).toEqual(['web-app.yaml'])
  expect(after('kubectl rollout un').candidates).toEqual(['undo'])
  expect(after('echo x | gr').candidates).toEqual(['grep'])
  expect(after('timeout 5 kubectl get node/').candidates).toEqual([
    'node/node-1',
    'node/node-2',
    'node/node-3',
  ])
})
