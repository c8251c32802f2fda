import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import type { Widget } from '../frame/contract.ts'
import { problemText } from '../frame/problem-text.ts'
import { readState } from '../frame/state.ts'
import styles from './Present.module.css'
import type { Asked } from './room-address.ts'
import { openingOf, type Slide } from './show.ts'

interface Props {
  readonly widget: Widget
  readonly slide: Slide
  readonly asked: Asked
}

/** Says what of an address could not be used; nothing where all of it could. */
export function Notice({ widget, slide, asked }: Props) {
  const problems = useMemo(
    () => [
      ...(asked.unknown === undefined ? [] : [{ kind: 'unknown', key: asked.unknown } as const]),
      ...readState(widget, asked.search, openingOf(widget, slide)).problems,
    ],
    [widget, slide, asked],
  )
  if (problems.length === 0) return null
  return (
    <p role="status" className={styles['notice']}>
      {m.frame_address_mended()}{' '}
      {problems
        .slice(0, 3)
        .map((problem) => problemText(widget, problem))
        .join(' ')}
    </p>
  )
}
