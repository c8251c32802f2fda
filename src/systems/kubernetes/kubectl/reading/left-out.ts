import type { Commands } from '../command.ts'
import { family, type Going, leftOut, verb } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'

const ONE_CLUSTER = 'the cluster is in the page, and nothing runs in its containers'

/** What the real one says where no metrics server is installed, as on a fresh cluster of kind. */
function noMetrics(): Going<never> {
  throw new ClientError('Metrics API not available')
}

const usage = (name: string) =>
  verb<never>({
    name: `top ${name}`,
    flags: [
      { name: 'selector', short: 'l', takes: 'text' },
      { name: 'all-namespaces', short: 'A', takes: 'switch' },
      { name: 'containers', takes: 'switch' },
      { name: 'sort-by', takes: 'text' },
      { name: 'no-headers', takes: 'switch' },
    ],
    begin: noMetrics,
  })

const [node, pod] = [usage('node'), usage('pod')]

/** Commands that the real kubectl has and this one answers with what stands against it. */
export const leftOutCommands: Commands = {
  top: family('top', { node, nodes: node, no: node, pod, pods: pod, po: pod }),
  attach: leftOut('attach', ONE_CLUSTER),
  auth: leftOut('auth', 'everybody may do everything here'),
  autoscale: leftOut('autoscale', 'there is no horizontal autoscaler here; use "kubectl scale"'),
  certificate: leftOut('certificate', 'nothing is signed here'),
  completion: leftOut('completion', 'the Tab key completes without it'),
  cp: leftOut('cp', ONE_CLUSTER),
  debug: leftOut('debug', ONE_CLUSTER),
  exec: leftOut('exec', ONE_CLUSTER),
  kustomize: leftOut('kustomize', 'write the manifests out'),
  plugin: leftOut('plugin', 'there are no plugins here'),
  'port-forward': leftOut('port-forward', 'the load control sends requests to a service'),
  proxy: leftOut('proxy', ONE_CLUSTER),
}
