import type { Manual } from './printing/manual/manual.ts'
import type { Chronicled } from './chronicle.ts'
import type { ControllerName } from './controllers/controller.ts'
import type { KubeletEvent } from './kubelet/kubelet.ts'
import type { Machine } from './kubelet/machine.ts'
import type { Shell, ShellEvent } from './kubectl/shell.ts'
import type { KubeObject, Kinds, Resource } from './objects.ts'
import type { Traffic, TrafficEvent } from './proxy/traffic.ts'
import type { ProfileName } from './resources.ts'
import type { SchedulerMemory } from './scheduler/queue.ts'
import type { NodeLifecycleMemory } from './controllers/node-lifecycle.ts'

/** A table of one resource: objects by `namespace/name`, or by name where there is no namespace. */
export type Table<R extends Resource> = Readonly<Record<string, Kinds[R]>>

/** One line of the log that watches read. */
export interface Change {
  /** The revision that the write made; counts up by one. */
  readonly revision: number
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly resource: Resource
  readonly key: string
  /** The object as it is now; for a deletion, as it was last. */
  readonly object: KubeObject
  /** The object before; absent for what is new. */
  readonly before?: KubeObject
}

/** What the API server remembers: all that controllers, kubelets and kubectl know of one another. */
export interface Store {
  readonly revision: number
  readonly tables: { readonly [R in Exclude<Resource, 'events'>]: Table<R> }
  /** Events, which become thousands, in the order in which they were first told, a few to a shelf. */
  readonly events: readonly Table<'events'>[]
  /** The latest changes, oldest first; older ones are forgotten. */
  readonly log: readonly Change[]
}

/** For each controller, what it still has to look at and when, by key. */
export type Pending = Readonly<Partial<Record<ControllerName, Readonly<Record<string, number>>>>>

/** How many machines there are, of what size, and which Kubernetes runs on them. */
export interface ClusterParameters {
  readonly profile: ProfileName
  /** In the order in which nodes register. */
  readonly nodes: readonly {
    readonly name: string
    readonly zone: string
    /** Quantities: `2`, `500m`. */
    readonly cpu: string
    readonly memory: string
  }[]
  /** What `kubectl explain` tells of kinds and fields; without it, only their names. */
  readonly manual?: Manual
  /** Files in the reader's directory at the start, by name. */
  readonly files: Readonly<Record<string, string>>
}

/** A cluster, the machines under it, the clients before it, and the person at its terminals. */
export interface World {
  readonly profile: ProfileName
  readonly store: Store
  readonly pending: Pending
  /** The names of events by what they say, in boxes by its digest; see `recordEvent`. */
  readonly told: readonly Readonly<Record<string, string>>[]
  readonly scheduler: SchedulerMemory
  readonly nodeLifecycle: NodeLifecycleMemory
  /** Nodes as they are, whatever the API believes of them, by name. */
  readonly machines: Readonly<Record<string, Machine>>
  readonly traffic: Traffic
  /** Terminals by name; `1` and `2` in the page. */
  readonly shells: Readonly<Record<string, Shell>>
  readonly manual: Manual
  /** The reader's directory. */
  readonly files: Readonly<Record<string, string>>
}

/** What happens by itself. */
export type ClusterEvent =
  | { readonly kind: 'sync'; readonly controller: ControllerName; readonly key: string }
  | KubeletEvent
  | TrafficEvent
  | ShellEvent

/** What a person or another program does to the cluster. */
export type ClusterAction =
  /** A line, or several of them, at a terminal. */
  | { readonly do: 'type'; readonly shell: string; readonly text: string }
  /** Ctrl-C. */
  | { readonly do: 'interrupt'; readonly shell: string }
  /** A file saved by the editor. */
  | { readonly do: 'save'; readonly file: string; readonly text: string }
  /** The power switch of a node. */
  | { readonly do: 'power'; readonly node: string; readonly on: boolean }
  /** The network between these nodes and all the rest, control plane included. */
  | { readonly do: 'link'; readonly nodes: readonly string[]; readonly up: boolean }
  /** Makes the probes of one kind fail in a pod, or in a Deployment's pods, or heals them. */
  | {
      readonly do: 'probe'
      readonly namespace: string
      readonly pod: string
      readonly probe: 'readiness' | 'liveness' | 'startup'
      readonly works: boolean
    }
  /** Requests a second to a Service from inside the cluster; 0 ends them. */
  | {
      readonly do: 'load'
      readonly namespace: string
      readonly service: string
      readonly perSecond: number
    }

/** What the event table and the terminals say; plain data, words are made elsewhere. */
export type ClusterNote =
  /** Text that a terminal shows. */
  | {
      readonly note: 'output'
      readonly shell: string
      readonly stream: 'typed' | 'stdout' | 'stderr'
      readonly text: string
    }
  | { readonly note: 'exit'; readonly shell: string; readonly code: number }
  | { readonly note: 'power'; readonly node: string; readonly on: boolean }
  | { readonly note: 'link'; readonly nodes: readonly string[]; readonly up: boolean }
  | {
      readonly note: 'probe'
      readonly pod: string
      readonly probe: 'readiness' | 'liveness' | 'startup'
      readonly works: boolean
    }
  | Chronicled
  /** What traffic saw change: requests began to fail, or to be answered again. */
  | {
      readonly note: 'traffic'
      readonly service: string
      readonly what: 'failing' | 'answered'
    }
