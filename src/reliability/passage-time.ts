/**
 * The mean time in which a count that starts at 0 first comes to `levels`, where it moves one up or
 * one down at a time.
 *
 * From each level the mean time to the next is h(i) = 1/up(i) + down(i)/up(i) · h(i - 1): positive
 * terms only, so the mean keeps its digits however rare the passage.
 *
 * @param levels the level to come to, a whole number, at least 0
 * @param up rate from a level to the next, at least 0
 * @param down rate from a level to the one before, at least 0; not asked for level 0
 * @returns the mean in the unit of the rates; Infinity if a level is never left upwards
 * @source trivedi-2001
 * @example meanPassageTime(2, () => 1, () => 1) // 3
 */
export function meanPassageTime(
  levels: number,
  up: (level: number) => number,
  down: (level: number) => number,
): number {
  let step = 0
  let mean = 0
  for (let level = 0; level < levels; level += 1) {
    const upward = up(level)
    const back = level === 0 ? 0 : down(level) / upward
    // A step of Infinity that is never taken again must not make 0 · Infinity.
    step = 1 / upward + (back === 0 ? 0 : back * step)
    mean += step
    if (upward === 0) return Infinity
  }
  return mean
}
