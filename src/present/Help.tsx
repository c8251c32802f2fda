import * as m from '#messages/messages.js'
import { useEffect, useRef } from 'react'
import type { Widget } from '../frame/contract.ts'
import { bindings } from './keys.ts'
import styles from './Present.module.css'

const others = [
  { written: '⇧ ← ↑ ↓ →', does: m.present_move },
  { written: 'P', does: m.present_open_console },
  { written: 'F', does: m.present_full_screen },
  { written: 'Esc', does: m.present_whole },
  { written: 'H  ?', does: m.present_help },
]

/** Every key of the projected window. */
export function Help({
  widget,
  onClose,
}: {
  readonly widget: Widget
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const actions = widget.actions ?? []
  return (
    <dialog ref={dialog} className={styles['help']} aria-label={m.present_help()} onClose={onClose}>
      <dl>
        {[...bindings, ...others].map(({ written, does }) => (
          <div key={written}>
            <dt>
              {written.split('  ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does()}</dd>
          </div>
        ))}
        {actions.slice(0, 9).map((action, index) => (
          <div key={action.id}>
            <dt>
              <kbd>{index + 1}</kbd>
            </dt>
            <dd>{action.label()}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{m.present_close()}</button>
      </form>
    </dialog>
  )
}
