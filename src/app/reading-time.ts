import { CHECK_LENGTH } from '../practice/check-length.ts'
import type { CourseModule } from './content.ts'

/** A round figure between the 238 of Brysbaert 2019 (brysbaert-2019) and the 200 of a second language. */
const WORDS_A_MINUTE = 220

/** For each figure: its question, its scenes, and one attempt of one's own. */
const MINUTES_A_FIGURE = 2

/** For each question: to think, to choose, and to read what is said about the choice. */
const MINUTES_A_QUESTION = 1

/** What there is in a text. */
export interface Work {
  readonly words: number
  readonly figures: number
  readonly questions: number
}

/** The minutes of reading alone, at least one. */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE))

/** The minutes that a text takes with everything in it that is to be done. */
export const minutesOf = ({ words, figures, questions }: Work) =>
  readingMinutes(words) + figures * MINUTES_A_FIGURE + questions * MINUTES_A_QUESTION

type Part = CourseModule['parts'][number]

/** The minutes of a part of the course; of practice, those of one self-check. */
export const minutesOfPart = ({ page, words, figures, questions }: Part) =>
  page === 'lesson'
    ? minutesOf({ words, figures, questions: questions.length })
    : minutesOf({ words, figures, questions: CHECK_LENGTH })
