import type { Commands } from '../command.ts'
import { leftOut } from '../verbs/asked.ts'

const ONE_CLUSTER = 'the cluster is in the page, and nothing runs in its containers'

/** Commands that the real kubectl has and this one answers with what stands against it. */
export const leftOutCommands: Commands = {
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
