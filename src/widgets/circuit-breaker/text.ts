import figures from '../../figures/figures.module.css'

/** The class of words in this figure, with further roles such as `strong`. */
export const text = (...names: readonly string[]) =>
  ['text', ...names].map((name) => figures[name]).join(' ')

/** About as wide as these words are in a figure, generously. */
export const widthOf = (words: string) => words.length * 7.6 + 8

/** A coordinate as a path carries it: no reader sees less than a tenth. */
export const tenth = (value: number) => Math.round(value * 10) / 10
