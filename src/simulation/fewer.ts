/**
 * Leaves away what can be left away, in parts from halves down to single ones: the ddmin of Zeller and
 * Hildebrandt.
 *
 * @param holds whether a part still does what the whole does
 */
export function fewer<T>(all: readonly T[], holds: (part: readonly T[]) => boolean): readonly T[] {
  let kept = all
  for (let parts = 2; kept.length > 0;) {
    const size = Math.ceil(kept.length / parts)
    const starts = Array.from({ length: Math.ceil(kept.length / size) }, (_, part) => part * size)
    const without = starts
      .map((start) => [...kept.slice(0, start), ...kept.slice(start + size)])
      .find(holds)
    if (without) {
      kept = without
      parts = Math.max(2, parts - 1)
    } else if (size > 1) parts = Math.min(kept.length, parts * 2)
    else return kept
  }
  return kept
}
