import * as m from '#messages/messages.js'
import { Suspense, useCallback, useEffect, useState } from 'react'
import type { InstanceStore } from '../../frame/instance.ts'
import { readState, shareQuery } from '../../frame/state.ts'
import { AddressedWidget } from '../AddressedWidget.tsx'
import { onHostMessage, tellHost } from '../embed-messages.ts'
import styles from '../Page.module.css'
import { useHref, usePage } from '../page-context.ts'
import { useWidget } from '../use-widget.ts'

const SETTLED_MS = 120

/** Tells the page around this one how much room the figure wants, now and whenever that changes. */
function useSize(widget: string) {
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      tellHost({
        type: 'still-flying:resize',
        widget,
        height: Math.ceil(document.documentElement.getBoundingClientRect().height),
      })
    })
    observer.observe(document.documentElement)
    return () => observer.disconnect()
  }, [widget])
}

function Embedded({ id }: { readonly id: string }) {
  const widget = useWidget(id)
  const href = useHref()
  const own = href({ kind: 'widget', widget: id })
  const [query, setQuery] = useState('')
  useSize(id)
  const onStore = useCallback(
    (store: InstanceStore) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      let told = shareQuery(widget, store.getState())
      setQuery(told)
      const tell = () => {
        clearTimeout(timer)
        told = shareQuery(widget, store.getState())
        setQuery(told)
        tellHost({ type: 'still-flying:state', widget: id, query: told })
      }
      const tellNews = () => {
        if (shareQuery(widget, store.getState()) !== told) tell()
      }
      const stops = [
        store.subscribe(() => {
          clearTimeout(timer)
          timer = setTimeout(tellNews, SETTLED_MS)
        }),
        onHostMessage((asked) => {
          const { values, course } = readState(widget, asked)
          store.getState().show(values, course)
          // Who asks is told what came of it, even where nothing did.
          tell()
        }),
      ]
      tellHost({ type: 'still-flying:ready', widget: id, query: told })
      return () => {
        clearTimeout(timer)
        stops.forEach((stop) => stop())
      }
    },
    [widget, id],
  )
  return (
    <div className={styles['embedded']}>
      <h1 className="unseen">{widget.title()}</h1>
      <AddressedWidget widget={widget} onStore={onStore} />
      <p className={styles['origin']}>
        <a href={query ? `${own}?${query}` : own} target="_blank" rel="noreferrer">
          {m.app_embedded_from()}
        </a>
      </p>
    </div>
  )
}

export function Page() {
  const { route } = usePage().place
  return (
    route.kind === 'embed' && (
      <div data-widget-place={route.widget}>
        <Suspense>
          <Embedded key={route.widget} id={route.widget} />
        </Suspense>
      </div>
    )
  )
}
