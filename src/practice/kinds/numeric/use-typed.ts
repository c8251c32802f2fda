import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useState } from 'react'
import { valueText } from '../../number-text.ts'
import type { Sum, Unit } from '../../question.ts'
import { readTyped, type Typed } from '../../typed-number.ts'
import { maybeShare } from './judge.ts'
import { problemText, typedText } from './unit-words.ts'

interface Options {
  readonly unit: Unit
  /** What the draft holds, in the unit of the answer. */
  readonly value: number | undefined
  /** Gets nothing while what is typed is no answer yet. */
  readonly onValue: (value: number | undefined) => void
  /** The right number, whose size tells whether a share may have been typed for per cent. */
  readonly right: Pick<Sum, 'answer'>
  /** Why a number cannot be taken, if it cannot. */
  readonly refused?: (value: number) => string | undefined
}

export interface TypedField {
  readonly text: string
  readonly typed: Typed
  /** Why what stands there is no answer yet; nothing while it is being typed. */
  readonly said: string | undefined
  readonly onText: (text: string) => void
  readonly onLeave: () => void
}

/** A text that is to be a number: what is typed, what it is read as, and what is wrong with it. */
export function useTyped({ unit, value, onValue, right, refused }: Options): TypedField {
  const [typing, setTyping] = useState('')
  const [left, setLeft] = useState(false)
  const locale = getLocale()
  // What came from elsewhere, such as a drag or an earlier draft, is shown as it would be typed.
  const isOwn = value === undefined || readTyped(typing, unit, locale).value === value
  const text = isOwn ? typing : typedText(value, unit)
  const typed = readTyped(text, unit, locale)
  // A value that was taken, as from an earlier draft, has been asked about.
  const slipped = value === undefined && maybeShare(typed, right)

  const whyNot = (): string | undefined => {
    if (typed.problem !== undefined)
      return typed.problem === 'empty' || !left ? undefined : problemText(typed.problem, unit)
    if (slipped)
      return m.practice_typed_share({
        percent: valueText(typed.value, 'percent', locale),
        share: valueText(typed.share ?? 0, 'percent', locale),
      })
    return left ? refused?.(typed.value) : undefined
  }

  return {
    text,
    typed,
    said: whyNot(),
    onText: (next) => {
      setTyping(next)
      const read = readTyped(next, unit, locale)
      const taken =
        read.problem === undefined &&
        !maybeShare(read, right) &&
        refused?.(read.value) === undefined
      onValue(taken ? read.value : undefined)
    },
    onLeave: () => setLeft(true),
  }
}
