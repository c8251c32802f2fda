import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../ui/format.ts'
import { useLesson } from './lesson-context.ts'

/** "Arnold", "Knight and Leveson", "Mosleh et al.": surnames stand before the comma. */
const citedBy = (authors: readonly string[]) => {
  const surnames = authors.map((author) => author.split(',')[0] ?? author)
  return surnames.length > 2
    ? m.lesson_et_al({ first: surnames[0] ?? '' })
    : listed(getLocale(), surnames)
}

/** A source in the text: who and when, linked to the list at the foot of the lesson. */
export function Cite({ id }: { readonly id: string }) {
  const source = useLesson().outline.sources[id]
  if (!source) throw new Error(`Cite: the lesson has no source "${id}"`)
  return (
    <a href={`#source-${id}`}>
      {citedBy(source.authors)} {source.year}
    </a>
  )
}
