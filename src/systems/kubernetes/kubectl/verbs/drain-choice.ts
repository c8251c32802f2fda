import { listed } from '../../turn.ts'
import type { Pod } from '../../objects.ts'
import type { Asked } from './asked.ts'
import { ClientError, Failures } from './failures.ts'
import { selectorOf } from './targets.ts'

/** The pods that a drain takes off a node, and what there is to warn of. */
export interface Choice {
  readonly pods: readonly Pod[]
  readonly warning: string
}

type Verdict =
  | { readonly go: true; readonly warning?: string }
  | { readonly go: false; readonly warning?: string; readonly refusal?: string }

const GO: Verdict = { go: true }

const isOver = ({ status }: Pod): boolean =>
  status.phase === 'Succeeded' || status.phase === 'Failed'

function ofDaemonSet(asked: Asked, kind: string | undefined): Verdict {
  if (kind !== 'DaemonSet') return GO
  return asked.flags.is('ignore-daemonsets')
    ? { go: false, warning: 'ignoring DaemonSet-managed Pods' }
    : { go: false, refusal: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' }
}

function ofStorage(asked: Asked, pod: Pod): Verdict {
  const { volumes = [] } = pod.spec as { readonly volumes?: readonly object[] }
  if (isOver(pod) || !volumes.some((volume) => 'emptyDir' in volume)) return GO
  return asked.flags.is('delete-emptydir-data') || asked.flags.is('delete-local-data')
    ? { go: true, warning: 'deleting Pods with local storage' }
    : { go: false, refusal: 'Pods with local storage (use --delete-emptydir-data to override)' }
}

function ofOwner(asked: Asked, pod: Pod, kind: string | undefined): Verdict {
  if (isOver(pod) || kind !== undefined) return GO
  return asked.flags.is('force')
    ? { go: true, warning: 'deleting Pods that declare no controller' }
    : {
        go: false,
        refusal: 'cannot delete Pods that declare no controller (use --force to override)',
      }
}

function verdictOn(asked: Asked, pod: Pod): Verdict {
  const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller)
  let warning: string | undefined
  for (const verdict of [
    ofDaemonSet(asked, owner?.kind),
    ofStorage(asked, pod),
    ofOwner(asked, pod, owner?.kind),
  ]) {
    warning = verdict.warning ?? warning
    if (!verdict.go) return verdict
  }
  return { go: true, ...(warning === undefined ? {} : { warning }) }
}

/** Texts with the pods they are about: `deleting Pods …: ns/a, ns/b`. */
function grouped(lines: readonly (readonly [string, Pod])[]): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const [text, { metadata }] of lines) {
    const pods = groups.get(text) ?? []
    pods.push(`${metadata.namespace ?? ''}/${metadata.name}`)
    groups.set(text, pods)
  }
  return [...groups].map(([text, pods]) => `${text}: ${pods.join(', ')}`)
}

/**
 * The pods that a drain would take off a node.
 *
 * @throws Failures with the pods that it may not touch
 * @source k8s-drain
 */
export function podsToGo(asked: Asked, node: string): Choice {
  const selects = selectorOf(asked.flags.text('pod-selector'))
  const judged = listed(asked.turn.world().store, 'pods')
    .filter(({ spec, metadata }) => spec.nodeName === node && selects(metadata.labels))
    .map((pod) => ({ pod, verdict: verdictOn(asked, pod) }))
  const refused = judged.flatMap(({ pod, verdict }): (readonly [string, Pod])[] =>
    verdict.go || verdict.refusal === undefined ? [] : [[`cannot delete ${verdict.refusal}`, pod]],
  )
  if (refused.length > 0) throw new Failures(grouped(refused).map((text) => new ClientError(text)))
  const warned = judged.flatMap(({ pod, verdict }): (readonly [string, Pod])[] =>
    verdict.warning === undefined ? [] : [[verdict.warning, pod]],
  )
  return {
    pods: judged.filter(({ verdict }) => verdict.go).map(({ pod }) => pod),
    warning: grouped(warned).join('; '),
  }
}
