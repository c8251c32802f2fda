import * as m from '#messages/messages.js'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { readAddress, writeAddress, type AddressProblem } from '../../frame/address.ts'
import type { Widget } from '../../frame/contract.ts'
import { createInstance } from '../../frame/instance.ts'
import type { Values } from '../../frame/parameters.ts'
import { WidgetFrame } from '../../frame/WidgetFrame.tsx'
import { announceLive } from '../EmbeddedWidget.tsx'
import { useHref, usePage, useShareHref } from '../page-context.ts'
import styles from '../Page.module.css'
import { loadWidget } from '../registry.ts'

const SETTLED_MS = 250

/** A widget whose state is its address: read when the page opens, written as the reader plays. */
function Addressed({ widget }: { readonly widget: Widget }) {
  const href = useHref()
  const shareHref = useShareHref()
  const [store] = useState(() => createInstance(widget.first))
  const before = useRef(widget.first)
  const [problems, setProblems] = useState<readonly AddressProblem[]>([])

  useEffect(() => {
    const read = () => {
      const { search } = location
      const found = readAddress(widget.parameters, widget.scenes, widget.first, search)
      setProblems(found.problems)
      store.getState().show(found.values)
      delete document.documentElement.dataset['pending']
    }
    read()
    addEventListener('popstate', read)
    // Replaced once the reader lets go: browsers refuse an address for every step of a slider.
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(({ values }, previous) => {
      before.current = previous.values
      clearTimeout(timer)
      timer = setTimeout(() => {
        const query = writeAddress(widget.parameters, widget.first, values)
        const now = readAddress(widget.parameters, widget.scenes, widget.first, location.search)
        if (query === writeAddress(widget.parameters, widget.first, now.values)) return
        history.replaceState(history.state, '', location.pathname + (query && `?${query}`))
        setProblems([])
      }, SETTLED_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
      removeEventListener('popstate', read)
    }
  }, [widget, store])

  // A scene is a place to come back to; the steps of a slider are not.
  const onScene = useCallback(() => {
    const addressOf = (values: Values) => {
      const query = writeAddress(widget.parameters, widget.first, values)
      return location.pathname + (query && `?${query}`)
    }
    const [from, to] = [addressOf(before.current), addressOf(store.getState().values)]
    if (to === from) return
    // What the sliders did last may not be in the address yet; Back must find it there.
    history.replaceState(history.state, '', from)
    history.pushState(null, '', to)
    setProblems([])
  }, [widget, store])

  return (
    <WidgetFrame
      widget={widget}
      store={store}
      href={href({ kind: 'widget', widget: widget.id })}
      shareHref={shareHref({ kind: 'widget', widget: widget.id })}
      problems={problems}
      heading="h2"
      onScene={onScene}
      onReady={announceLive}
    />
  )
}

function WidgetText({ widget }: { readonly widget: Widget }) {
  return (
    <>
      <h1 tabIndex={-1}>{widget.title()}</h1>
      <p className={styles['lead']}>{m.app_widget_lead()}</p>
      <Addressed widget={widget} />
    </>
  )
}

const loaded = (id: string) =>
  lazy(async () => {
    const widget = await loadWidget(id)
    return { default: () => <WidgetText widget={widget} /> }
  })

function WidgetAlone({ id }: { readonly id: string }) {
  const [Loaded] = useState(() => loaded(id))
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`} data-widget-place={id}>
        <Suspense>
          <Loaded />
        </Suspense>
      </div>
    </div>
  )
}

export function Page() {
  const { route } = usePage().place
  return route.kind === 'widget' && <WidgetAlone key={route.widget} id={route.widget} />
}
