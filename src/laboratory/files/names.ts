/** The name of a file from what was asked for: a plain name, `.yaml` where it has no ending. */
export function fileName(asked: string): string | undefined {
  const name = asked.trim()
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(name)) return undefined
  return /\.[a-z]+$/.test(name) ? name : `${name}.yaml`
}
