import { getLocale } from '#messages/runtime.js'
import { useLesson } from './lesson-context.ts'

/** Every term of the course with its definition, in the order of the alphabet. */
export function Glossary() {
  const { terms } = useLesson().outline
  const entries = Object.entries(terms).toSorted(([left], [right]) =>
    left.localeCompare(right, getLocale()),
  )
  return (
    <dl data-glossary>
      {entries.map(([term, definition]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  )
}
