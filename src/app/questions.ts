import type { Question } from '../practice/question.ts'
import { BASE_LOCALE } from './content.ts'

const files = import.meta.glob<{ readonly questions: readonly Question[] }>(
  '../../content/*/questions/*.yaml',
)

/** The parts of the course that have questions, by their base text. */
export const questionedParts: readonly string[] = Object.keys(files)
  .filter((file) => file.includes(`/${BASE_LOCALE}/`))
  .map((file) => file.split('/').at(-1)?.replace('.yaml', '') ?? '')

/** Every question of the course in a language; what is not translated is in the base language. */
export async function loadQuestions(locale: string): Promise<readonly Question[]> {
  const found = await Promise.all(
    questionedParts.map((part) => {
      const own = files[`../../content/${locale}/questions/${part}.yaml`]
      const load = own ?? files[`../../content/${BASE_LOCALE}/questions/${part}.yaml`]
      if (!load) throw new Error(`loadQuestions: no questions of ${part}`)
      return load()
    }),
  )
  return found.flatMap(({ questions }) => questions)
}
