import * as m from '#messages/messages.js'
import type { GuessMark, PriceModel } from './model.ts'

/** A word that stands at a number of spares. */
export interface Name {
  readonly text: string
  readonly role: 'strong' | 'works' | 'guessed'
}

/** What a number of spares is called on the picture, the reader's own first. */
export function namesOf(
  spares: number,
  { current, least }: PriceModel,
  guess: GuessMark | undefined,
): readonly Name[] {
  const yours = spares === current.spares
  const best = spares === least.spares
  const own: readonly Name[] =
    yours && best
      ? [{ text: m.price_both(), role: 'works' }]
      : yours
        ? [{ text: m.price_yours(), role: 'strong' }]
        : best
          ? [{ text: m.price_least(), role: 'works' }]
          : []
  return spares === guess ? [...own, { text: m.price_guess(), role: 'guessed' }] : own
}
