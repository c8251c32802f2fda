/** What the node life cycle controller remembers beside the store. */
export interface NodeLifecycleMemory {
  /** When it last saw each node's kubelet live, by node. */
  readonly seenMs: Readonly<Record<string, number>>
}
export const noNodeLifecycle: NodeLifecycleMemory = { seenMs: {} }
