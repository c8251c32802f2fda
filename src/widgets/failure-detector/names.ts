import * as m from '#messages/messages.js'
import type { DetectorModel, GuessMark } from './model.ts'

/** A word that stands at a threshold. */
export interface Name {
  readonly text: string
  readonly role: 'strong' | 'works' | 'guessed'
}

/** What a threshold is called on the picture, the reader's own first. */
export function namesOf(
  threshold: number,
  { current, least }: DetectorModel,
  guess: GuessMark | undefined,
): readonly Name[] {
  const yours = threshold === current.threshold
  const best = threshold === least.threshold
  return [
    ...(yours && best
      ? [{ text: m.detector_both(), role: 'works' } as const]
      : yours
        ? [{ text: m.detector_yours(), role: 'strong' } as const]
        : best
          ? [{ text: m.detector_least(), role: 'works' } as const]
          : []),
    ...(threshold === guess ? [{ text: m.detector_guess(), role: 'guessed' } as const] : []),
  ]
}
