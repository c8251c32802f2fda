import * as m from '#messages/messages.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { Remark } from '../../judgement.ts'
import { Mark } from './Mark.tsx'
import styles from './remark.module.css'

interface Props {
  readonly remark: Remark
  /** What it is about, and whether that is right, where "right" alone would not say it. */
  readonly words?: string
}

/** What is said of a part of an answer, with its shape and its word. */
export const RemarkText = ({ remark: { right, text }, words }: Props) => (
  <p className={styles['remark']} data-right={right}>
    <Mark right={right} />
    <strong>{words ?? (right ? m.practice_remark_right() : m.practice_remark_wrong())}</strong>{' '}
    <Coded text={text} />
  </p>
)
