import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../../../ui/format.ts'
import type { DiagramQuestion, Part } from '../../question.ts'
import { lostWith } from './lost.ts'

const plain = (text: string) => text.replaceAll('`', '')

export const nameOf = ({ parts }: DiagramQuestion, id: string): string =>
  plain(parts.find((part) => part.id === id)?.text ?? id)

/** What a part needs, as the picture shows it. */
export function needsText(question: DiagramQuestion, { id, needs, anyOf }: Part): string {
  const part = nameOf(question, id)
  const named = (ids: readonly string[]) => ids.map((one) => nameOf(question, one))
  const words = {
    part,
    needs: listed(getLocale(), named(needs)),
    any: listed(getLocale(), named(anyOf), 'disjunction'),
  }
  if (needs.length === 0 && anyOf.length === 0) return m.practice_diagram_needs_nothing({ part })
  if (anyOf.length === 0) return m.practice_diagram_needs(words)
  return needs.length === 0
    ? m.practice_diagram_needs_any(words)
    : m.practice_diagram_needs_both(words)
}

/** What stops when one part is lost. */
export function lossText(question: DiagramQuestion, id: string): string {
  const { parts, served } = question
  const lost = lostWith(parts, id)
  const list = (ids: readonly string[]) =>
    listed(
      getLocale(),
      ids.map((one) => nameOf(question, one)),
    )
  const part = nameOf(question, id)
  const others = lost.filter((one) => one !== id)
  const left = served.filter((one) => !lost.includes(one))
  if (left.length === 0) return m.practice_diagram_stops_all({ part, lost: list(others) })
  return others.length === 0
    ? m.practice_diagram_stops_none({ part, served: list(left) })
    : m.practice_diagram_stops_some({ part, lost: list(others), served: list(left) })
}
