import * as m from '#messages/messages.js'
import { lazy, Suspense, useRef, useState } from 'react'
import type { View, Widget } from '../contract.ts'
import type { InstanceStore } from '../instance.ts'
import type { Addresses } from '../WidgetFrame.tsx'

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }))

export interface ShareProps {
  readonly widget: Widget
  readonly store: InstanceStore
  readonly view: View
  readonly addresses: Addresses
}

/** Everything by which a state leaves the page; its script comes when it is asked for. */
export function ShareButton(props: ShareProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        ref={button}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        data-replay
      >
        {m.frame_share()}
      </button>
      {open && (
        <Suspense fallback={<span role="status">{m.frame_share_loading()}</span>}>
          <ShareDialog
            {...props}
            figure={() => button.current?.closest('figure') ?? undefined}
            onClose={() => {
              setOpen(false)
              button.current?.focus()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
