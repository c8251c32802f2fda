import * as m from '#messages/messages.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { Remark } from '../../judgement.ts'
import type { Part } from '../../question.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'

interface Props {
  readonly part: Part
  readonly ticked: boolean
  readonly onTick: () => void
  readonly remark: Remark | undefined
}

const wordsFor = (right: boolean, ticked: boolean): string => {
  if (right) return ticked ? m.practice_diagram_found() : m.practice_diagram_left()
  return ticked ? m.practice_diagram_imagined() : m.practice_diagram_missed()
}

/** A part to tick and, once judged, what is said of it. */
export function PartRow({ part, ticked, onTick, remark }: Props) {
  return (
    <li className={styles['row']}>
      <label>
        <input
          type="checkbox"
          checked={ticked}
          // Not disabled: whoever just ticked it keeps the place.
          aria-disabled={remark !== undefined || undefined}
          onChange={() => {
            if (!remark) onTick()
          }}
        />
        <span>
          <Coded text={part.text} />
        </span>
      </label>
      {remark && <RemarkText remark={remark} words={wordsFor(remark.right, ticked)} />}
    </li>
  )
}
