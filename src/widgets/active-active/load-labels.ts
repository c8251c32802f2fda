import { figureTextWidth } from '../../figures/figure-text.ts'
import * as m from '#messages/messages.js'
import { SERVICE_MS } from './fixed.ts'
import { type Life, type Spell, meanLoad } from './lives.ts'
import { share } from './words.ts'

/** A load in words, and where its stretch of time ends. */
export interface LoadLabel {
  readonly atMs: number
  readonly words: string
}

/**
 * What is written into a server's row: its load once it has settled, before and after each turn in
 * the life of the server that it happened to, where there is room and the words are news.
 *
 * @param width of a stretch of time in the picture
 */
export function loadLabels(
  life: Life,
  turns: readonly Spell[],
  lastMs: number,
  width: (ms: number) => number,
): readonly LoadLabel[] {
  const labels: LoadLabel[] = []
  for (const spell of life.spells) {
    if (spell.state !== 'works') continue
    for (const turn of turns) {
      const fromMs = Math.max(spell.fromMs, turn.fromMs)
      const toMs = Math.min(spell.toMs, turn.toMs, lastMs)
      // Each load is a mean over the last service time, and comes to rest after two of them.
      if (toMs - fromMs < 2.5 * SERVICE_MS) continue
      const settled = { fromMs: fromMs === 0 ? 0 : fromMs + 2 * SERVICE_MS, toMs }
      const load = share(Math.round(meanLoad(life, settled) * 20) / 20)
      const queued = life.loads.some(
        ({ atMs, waiting }) => atMs > settled.fromMs && atMs <= toMs && waiting > 1,
      )
      const words = queued ? m.aa_full({ share: load }) : load
      if (labels.at(-1)?.words === words) continue
      const fitting = [words, load].find(
        (each) => figureTextWidth(each) <= width(toMs) - width(fromMs),
      )
      if (fitting !== undefined) labels.push({ atMs: toMs, words: fitting })
    }
  }
  return labels
}
