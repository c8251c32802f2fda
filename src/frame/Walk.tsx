import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../ui/format.ts'
import type { Timeline } from './contract.ts'
import styles from './Player.module.css'

interface Props {
  readonly steps: NonNullable<Timeline['walk']>
  readonly atMs: number
  readonly onGo: (atMs: number) => void
}

/** The run told in sentences: each waits for its event, and leads to the one before and after. */
export function Walk({ steps, atMs, onGo }: Props) {
  const now = steps.findLastIndex((step) => step.atMs <= atMs)
  const last = steps.length - 1
  // Within a step its own start comes first, as players of music have it.
  const before = steps.findLastIndex((step) => step.atMs < atMs)
  const go = (index: number) => {
    const step = steps[index]
    if (step) onGo(step.atMs)
  }
  return (
    <div className={styles['walk']} role="group" aria-label={m.player_walk()}>
      <button
        type="button"
        onClick={() => go(before)}
        aria-disabled={before < 0}
        aria-label={m.player_walk_back()}
      >
        <span aria-hidden="true">←</span>
      </button>
      <p role="status">
        <span className={styles['place']}>
          {m.player_walk_at({
            step: number(getLocale(), now + 1),
            steps: number(getLocale(), steps.length),
          })}
        </span>{' '}
        {steps[now]?.text ?? m.player_walk_start()}
      </p>
      <button
        type="button"
        onClick={() => go(now + 1)}
        aria-disabled={now >= last}
        aria-label={m.player_walk_on()}
      >
        <span aria-hidden="true">→</span>
      </button>
    </div>
  )
}
