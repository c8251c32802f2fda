/** How many times as fast as its pace a figure can run. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4]
