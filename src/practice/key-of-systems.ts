import * as m from '#messages/messages.js'
import { listed } from '../ui/format.ts'
import { soundDesigns } from './key.ts'
import { because, letter, lettered, sentence, textOf, type InWords } from './key-lines.ts'
import type { DesignQuestion, DiagramQuestion } from './question.ts'

/** A diagram on paper: what needs what, and which loss stops all that is served. */
export function ofDiagram({ parts, served, key }: DiagramQuestion, locale: string): InWords {
  const names = (ids: readonly string[], type?: 'disjunction') =>
    listed(
      locale,
      ids.map((id) => textOf(parts, id)),
      type,
    )
  return {
    front: [
      ...parts.map(({ text, needs, anyOf }) =>
        [
          sentence(text),
          ...(needs.length > 0 ? [m.practice_words_needs({ parts: names(needs) })] : []),
          ...(anyOf.length > 0
            ? [m.practice_words_any_of({ parts: names(anyOf, 'disjunction') })]
            : []),
        ].join(' '),
      ),
      m.practice_words_served({ parts: names(served, 'disjunction') }),
    ],
    key: [
      key.length > 0 ? names(key) : m.practice_words_no_part(),
      ...parts.filter(({ id }) => !served.includes(id)).map(({ text, why }) => because(text, why)),
    ],
  }
}

/** A design on paper: what may be chosen, what it must do, and the cheapest that does it. */
export function ofDesign(laid: DesignQuestion, locale: string): InWords {
  const sound = soundDesigns(laid)
  const best = sound.filter(({ cost }) => cost === sound[0]?.cost)
  const settingsOf = (settings: Readonly<Record<string, string>>) =>
    listed(
      locale,
      laid.knobs.map((knob) =>
        m.practice_words_setting({
          knob: knob.text,
          option: textOf(knob.options, settings[knob.id] ?? ''),
        }),
      ),
    )
  return {
    front: [
      ...laid.knobs.map((knob) =>
        m.practice_words_setting({
          knob: knob.text,
          option: listed(
            locale,
            knob.options.map(({ text }) => text),
            'disjunction',
          ),
        }),
      ),
      m.practice_words_demands(),
      ...lettered(laid.demands),
    ],
    key: [
      ...best.flatMap(({ settings, costText, meets }) => [
        because(settingsOf(settings), costText),
        ...meets.map(({ why }, index) => m.practice_words_item({ mark: letter(index), text: why })),
      ]),
      laid.why,
    ],
  }
}
