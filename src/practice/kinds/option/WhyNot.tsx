import { Coded } from '../../../ui/Coded.tsx'
import styles from './option.module.css'

interface Props {
  readonly question: string
  readonly why: string
}

/** Why nobody should have chosen what this reader did not choose: for whoever asks. */
export const WhyNot = ({ question, why }: Props) => (
  <details className={styles['whyNot']}>
    <summary>{question}</summary>
    <p>
      <Coded text={why} />
    </p>
  </details>
)
