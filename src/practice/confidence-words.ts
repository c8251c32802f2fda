import * as m from '#messages/messages.js'
import type { Confidence } from './confidences.ts'

/** What a reader says of their own answer. */
export const confidenceWords: Readonly<Record<Confidence, () => string>> = {
  guess: m.practice_sure_guess,
  unsure: m.practice_sure_unsure,
  sure: m.practice_sure_sure,
}
