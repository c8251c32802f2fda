import * as m from '#messages/messages.js'
import { checkFields } from '../../systems/kubernetes/api/schema/check.ts'
import { serverProblems } from '../../systems/kubernetes/api/schema/problems.ts'
import { manifestsIn } from '../../systems/kubernetes/kubectl/manifests.ts'
import type { ProfileName } from '../../systems/kubernetes/resources.ts'

/** Something wrong with a file, and where. */
export interface Problem {
  /** From 1 on; absent where it concerns the whole. */
  readonly line?: number
  readonly text: string
}

type FieldProblem = ReturnType<typeof checkFields>[number]

function fieldText(problem: FieldProblem, kind: string): string {
  const { what, path } = problem
  if (what === 'missing') return m.lab_problem_missing({ path })
  if (what === 'unknown') return m.lab_problem_unknown({ path, kind })
  return serverProblems([problem], kind, '') ?? path
}

/** The first line that sets a field of this name. */
function lineOf(text: string, field: string): number | undefined {
  const index = text
    .split('\n')
    .findIndex((line) => line.replace(/^[\s-]*/, '').startsWith(`${field}:`))
  return index < 0 ? undefined : index + 1
}

const at = (line: number | undefined): { readonly line?: number } =>
  line === undefined ? {} : { line }

/** What would be said of a file if it was applied: by kubectl, which reads it, and by the API. */
export function check(profile: ProfileName, name: string, text: string): readonly Problem[] {
  if (!/\.(ya?ml|json)$/.test(name)) return []
  return manifestsIn(text, name).flatMap((found): readonly Problem[] => {
    if (found instanceof Error) {
      const line = /\bline (\d+)/.exec(found.message)?.[1]
      return [{ text: found.message, ...at(line === undefined ? undefined : Number(line)) }]
    }
    const kind = String(found.object['kind'])
    return checkFields(profile, kind, found.object).map((problem) => ({
      text: fieldText(problem, kind),
      ...at(problem.what === 'missing' ? undefined : lineOf(text, problem.field)),
    }))
  })
}
