/** Where a question names one: a diagram has two for all of its parts. */
const NAMES = ['misconception', 'overlooked', 'imagined']

/** The ids under these names, wherever in a question they stand. */
function named(value) {
  if (Array.isArray(value)) return value.flatMap(named)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    NAMES.includes(key) && typeof inner === 'string' ? [inner] : named(inner),
  )
}

/**
 * What is wrong between the list and the questions, and which of the list no question asks about.
 * `there` says whether a scene of a widget and a lesson exist.
 */
export function misconceptionComplaints(list, questions, there) {
  const asked = new Map(Object.values(questions).map((one) => [one.id, new Set(named(one))]))
  const used = new Set([...asked.values()].flatMap((ids) => [...ids]))
  const ids = Object.keys(list)
  return {
    wrong: [
      ...[...asked].flatMap(([question, own]) =>
        [...own]
          .filter((id) => !Object.hasOwn(list, id))
          .map((id) => `question "${question}" rests on "${id}": no such misconception`),
      ),
      ...Object.entries(list).flatMap(([id, { widget, scene, lesson }]) => [
        ...(there.scene(widget, scene)
          ? []
          : [`misconception "${id}" is shown in ${widget}/${scene}: no such scene`]),
        ...(there.lesson(lesson)
          ? []
          : [`misconception "${id}" is taught in "${lesson}": no such lesson`]),
      ]),
      ...ids
        .filter((id, at) => at > 0 && id < ids[at - 1])
        .map((id) => `misconception "${id}" is not in the order of the alphabet`),
    ],
    unasked: ids
      .filter((id) => !used.has(id))
      .map((id) => `no question asks about the misconception "${id}"`),
  }
}
