import * as m from '#messages/messages.js'
import { type KeyboardEvent, useId } from 'react'
import { promptOf } from '../../systems/kubernetes/kubectl/shell.ts'
import { SHELLS, type ShellName, useLaboratory, useLaboratoryStore } from '../laboratory.ts'
import { Prompt } from './Prompt.tsx'
import { Screen } from './Screen.tsx'
import styles from './Terminal.module.css'

/** One terminal: its screen and its input line. */
function Terminal({ shell }: { readonly shell: ShellName }) {
  const state = useLaboratory(({ session }) => session.frame.world.shells[shell])
  return (
    <div className={styles['terminal']}>
      <Screen shell={shell} />
      <Prompt
        shell={shell}
        sign={state ? promptOf(state) : '$ '}
        busy={state?.running !== undefined}
      />
    </div>
  )
}

/** Two terminals of one cluster: one to watch in while the other works. */
export function Terminals() {
  const id = useId()
  const store = useLaboratoryStore()
  const front = useLaboratory(({ shell }) => shell)
  const shells = useLaboratory(({ session }) => session.frame.world.shells)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = SHELLS.find((shell) => shell !== front) ?? front
    store.getState().openShell(other)
    document.getElementById(`${id}-tab-${other}`)?.focus()
  }
  return (
    <div className={styles['terminals']}>
      <div role="tablist" aria-label={m.lab_terminals()} className={styles['tabs']}>
        {SHELLS.map((shell) => {
          const busy = shells[shell]?.running !== undefined
          return (
            <button
              key={shell}
              type="button"
              role="tab"
              id={`${id}-tab-${shell}`}
              aria-selected={front === shell}
              aria-controls={`${id}-panel-${shell}`}
              tabIndex={front === shell ? 0 : -1}
              onClick={() => store.getState().openShell(shell)}
              onKeyDown={onKeyDown}
            >
              {m.lab_terminal({ shell })}
              {busy && <small> {m.lab_busy()}</small>}
            </button>
          )
        })}
      </div>
      {SHELLS.map((shell) => (
        <div
          key={shell}
          role="tabpanel"
          id={`${id}-panel-${shell}`}
          aria-labelledby={`${id}-tab-${shell}`}
          hidden={front !== shell}
        >
          <Terminal shell={shell} />
        </div>
      ))}
    </div>
  )
}
