import * as m from '#messages/messages.js'
import styles from './Text.module.css'

/** Whether words between backticks are a whole command, not a name. */
const isCommand = (code: string): boolean => /^(kubectl|cat|watch) /.test(code)

interface Props {
  readonly text: string
  readonly onCommand: (command: string) => void
}

/** A sentence with code between backticks; whole commands can be put into the terminal. */
export const CommandText = ({ text, onCommand }: Props) =>
  text.split('`').map((part, index) => {
    if (index % 2 === 0) return part
    if (!isCommand(part)) return <code key={index}>{part}</code>
    return (
      <button
        key={index}
        type="button"
        className={styles['command']}
        title={m.lab_put()}
        data-wakes
        onClick={() => onCommand(part)}
      >
        <code>{part}</code>
        <span className="unseen"> {m.lab_put()}</span>
      </button>
    )
  })
