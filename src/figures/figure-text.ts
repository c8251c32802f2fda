import figures from './figures.module.css'

/** The class of words in a figure, with further roles such as `strong`. */
export const figureText = (...roles: readonly string[]): string =>
  ['text', ...roles].map((role) => figures[role]).join(' ')

/** About as wide as these words are in a figure, generously. */
export const figureTextWidth = (words: string): number => words.length * 7.2 + 4
