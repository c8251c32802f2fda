import type { ClusterDeed } from '../session.ts'

/** The commands typed at a terminal, oldest first; one typed twice in a row stands once. */
export function commandsOf(deeds: readonly ClusterDeed[], shell: string): readonly string[] {
  const typed = deeds.flatMap(({ action }) =>
    action.do === 'type' && action.shell === shell ? [action.text.replace(/\n$/, '')] : [],
  )
  return typed.filter((text, index) => text.trim() !== '' && text !== typed[index - 1])
}
