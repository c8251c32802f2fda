import * as m from '#messages/messages.js'
import { Suspense, useEffect, useRef, useState } from 'react'
import { CopyField } from './CopyField.tsx'
import { eventTable, toCsv } from './csv.ts'
import { embedSnippet } from './embed-snippet.ts'
import { save } from '../../ui/save.ts'
import type { ShareProps } from './ShareButton.tsx'
import { QrCode } from './QrCode.tsx'
import styles from './Share.module.css'
import { shareQuery } from '../state.ts'

interface Props extends ShareProps {
  /** The figure on the page, to be drawn into a file as it stands. */
  readonly figure: () => Element | undefined
  readonly onClose: () => void
}

const whole = (href: string) => new URL(href, document.baseURI).href

/** Link, code, snippet and files of exactly the state that the figure is in. */
export function ShareDialog({ widget, store, view, addresses, figure, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [failed, setFailed] = useState<string>()
  const [query] = useState(() => shareQuery(widget, store.getState()))
  useEffect(() => dialog.current?.showModal(), [])
  const link = whole(`${addresses.share}?${query}`)
  const snippet = embedSnippet(whole(`${addresses.embed}?${query}`), widget.title())
  const make = async (work: () => Promise<void> | void) => {
    try {
      setFailed(undefined)
      await work()
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    }
  }
  const picture = async () => {
    const stage = figure()?.querySelector('[role="img"]')
    if (!stage) throw new Error(widget.id)
    const { pictureOf } = await import('./picture.ts')
    return pictureOf(stage, { title: widget.title(), text: view.description, address: link })
  }
  const { timeline } = view
  return (
    <dialog
      ref={dialog}
      className={styles['share']}
      aria-labelledby={`share-${widget.id}`}
      onClose={onClose}
    >
      <h2 id={`share-${widget.id}`}>{m.frame_share_title()}</h2>
      <div className={styles['columns']}>
        <div className={styles['code']}>
          <Suspense fallback={m.frame_share_loading()}>
            <QrCode text={link} label={m.frame_share_code()} />
          </Suspense>
        </div>
        <div className={styles['fields']}>
          <CopyField name={m.frame_share_link()} text={link} />
          <CopyField name={m.frame_share_embed()} text={snippet} lines={4} />
          <h3>{m.frame_share_files()}</h3>
          <div className={styles['files']}>
            <button
              type="button"
              onClick={() =>
                void make(async () =>
                  save(`${widget.id}.svg`, (await picture()).svg, 'image/svg+xml'),
                )
              }
            >
              {m.frame_share_svg()}
            </button>
            <button
              type="button"
              onClick={() =>
                void make(async () => {
                  const { toPng } = await import('./picture.ts')
                  save(`${widget.id}.png`, await toPng(await picture()), 'image/png')
                })
              }
            >
              {m.frame_share_png()}
            </button>
            {timeline && (
              <button
                type="button"
                onClick={() =>
                  void make(() =>
                    save(`${widget.id}-events.csv`, toCsv(eventTable(timeline)), 'text/csv'),
                  )
                }
              >
                {m.frame_share_events()}
              </button>
            )}
            <button
              type="button"
              onClick={() =>
                void make(async () => save(`${widget.id}-data.csv`, toCsv(view.data()), 'text/csv'))
              }
            >
              {m.frame_share_data()}
            </button>
          </div>
          <p role="alert" className={styles['failed']}>
            {failed !== undefined && m.frame_share_failed({ reason: failed })}
          </p>
        </div>
      </div>
      <form method="dialog">
        <button type="submit">{m.frame_share_close()}</button>
      </form>
    </dialog>
  )
}
