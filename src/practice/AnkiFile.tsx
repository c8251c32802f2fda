import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { save } from '../ui/save.ts'
import { ankiText } from './anki.ts'
import { formatOf } from './format.ts'
import styles from './Practice.module.css'
import type { Question } from './question.ts'
import { variantOf } from './variant.ts'

/** The numbers on the cards: those of a seed that no check is likely to have. */
const CARD_SEED = 4_000_000_000

/** All questions as a file that Anki imports. */
export function AnkiFile({ questions }: { readonly questions: readonly Question[] }) {
  const write = () => {
    const locale = getLocale()
    const cards = questions.map((question) => ({
      question,
      seed: CARD_SEED,
      laid: variantOf(question, CARD_SEED, formatOf(locale)),
    }))
    const words = { locale, deck: m.practice_deck(), solution: m.practice_solution() }
    save('still-flying-anki.csv', ankiText(cards, words), 'text/csv')
  }
  return (
    <div className={styles['anki']}>
      <h3>{m.practice_anki()}</h3>
      <p>{m.practice_anki_about()}</p>
      <button type="button" className={styles['quiet']} onClick={write}>
        {m.practice_anki_save()}
      </button>
    </div>
  )
}
