import type { ClusterParameters } from '../systems/kubernetes/world.ts'
import k3d from './manifests/k3d.yaml?raw'
import kind from './manifests/kind.yaml?raw'
import budget from './manifests/pdb.yaml?raw'
import webApp from './manifests/web-app.yaml?raw'

/** Three nodes in three zones, as in the exercise; today's Kubernetes. */
export const threeNodes: ClusterParameters = {
  profile: '1.33',
  nodes: [
    { name: 'node-1', zone: 'zone-a', cpu: '2', memory: '4Gi' },
    { name: 'node-2', zone: 'zone-b', cpu: '2', memory: '4Gi' },
    { name: 'node-3', zone: 'zone-c', cpu: '2', memory: '4Gi' },
  ],
  // The last two are for a cluster of the reader's own: they say how it is set up.
  files: { 'web-app.yaml': webApp, 'pdb.yaml': budget, 'kind.yaml': kind, 'k3d.yaml': k3d },
}

/** The reader comes once nodes are registered and ready. */
export const SETTLED_MS = 30_000
