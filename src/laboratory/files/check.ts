import { manifestsIn } from '../../systems/kubernetes/kubectl/manifests.ts'

/** Something wrong with a file, and where. */
export interface Problem {
  /** From 1 on; absent where it concerns the whole. */
  readonly line?: number
  readonly text: string
}

/** What kubectl would say of a file, before it asks the API. */
export function check(name: string, text: string): readonly Problem[] {
  if (!/\.(ya?ml|json)$/.test(name)) return []
  return manifestsIn(text, name).flatMap((found) => {
    if (!(found instanceof Error)) return []
    const line = /\bline (\d+)/.exec(found.message)?.[1]
    return [{ text: found.message, ...(line === undefined ? {} : { line: Number(line) }) }]
  })
}
