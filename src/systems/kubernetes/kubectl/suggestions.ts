/** All commands of the real kubectl, in the order in which it lists what you might have meant. */
const ORDER = (
  'create expose run set explain get edit delete rollout scale autoscale certificate cluster-info ' +
  'top cordon uncordon drain taint describe logs attach exec port-forward proxy cp auth debug ' +
  'events diff apply patch replace wait kustomize label annotate completion api-resources ' +
  'api-versions config plugin version'
).split(' ')

/** How many letters have to be put in, taken away or changed to make one word of another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** The commands that a wrong word may have meant: two letters away, or begun with it. */
export function suggestionsFor(word: string): readonly string[] {
  const lower = word.toLowerCase()
  return ORDER.filter((name) => distance(lower, name) <= 2 || name.startsWith(lower))
}
