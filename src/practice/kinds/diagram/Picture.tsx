import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../../../ui/format.ts'
import type { DiagramQuestion } from '../../question.ts'
import styles from './Form.module.css'
import { layOut } from './layout.ts'
import { linksOf } from './links.ts'
import { lostWith } from './lost.ts'
import { PartInPicture, type Badge } from './PartInPicture.tsx'
import { nameOf } from './words.ts'

interface Props {
  readonly question: DiagramQuestion
  readonly ticked: readonly string[]
  /** The part that the reader has taken away. */
  readonly struck: string | undefined
  /** What a click on a part does; those served cannot be ticked. */
  readonly onPick: (id: string) => void
  readonly width: number
}

/** All parts with lines to what each needs. */
export function Picture({ question, ticked, struck, onPick, width }: Props) {
  const { parts, served } = question
  const { height, placed } = layOut(parts, width, {
    ids: served,
    word: m.practice_diagram_served(),
  })
  const lost = struck === undefined ? undefined : lostWith(parts, struck)
  const badgeOf = (id: string): Badge => {
    if (lost) return { kind: 'lamp', works: !lost.includes(id) }
    return served.includes(id) ? { kind: 'none' } : { kind: 'box', ticked: ticked.includes(id) }
  }
  const label =
    lost && struck !== undefined
      ? m.practice_diagram_picture_lost({
          part: nameOf(question, struck),
          lost: listed(
            getLocale(),
            lost.map((id) => nameOf(question, id)),
          ),
        })
      : m.practice_diagram_picture({ count: parts.length })
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="img"
      aria-label={label}
      className={styles['picture']}
    >
      {linksOf(placed).map(({ from, to, any, line, head }) => {
        const dead = lost?.includes(to) ?? false
        return (
          <g key={`${from} ${to}`} className={styles['link']} data-any={any} data-dead={dead}>
            <path d={line} />
            <path d={head} data-head />
          </g>
        )
      })}
      {placed.map((one) => {
        const { id } = one.part
        return (
          <PartInPicture
            key={id}
            placed={one}
            badge={badgeOf(id)}
            served={served.includes(id)}
            struck={struck === id}
            onPick={served.includes(id) ? undefined : () => onPick(id)}
          />
        )
      })}
    </svg>
  )
}
