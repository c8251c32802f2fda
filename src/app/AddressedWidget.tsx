import { useCallback, useEffect, useRef, useState } from 'react'
import type { AddressProblem } from '../frame/address.ts'
import type { Widget } from '../frame/contract.ts'
import { createInstance, type InstanceStore } from '../frame/instance.ts'
import { readState, writeState, type State } from '../frame/state.ts'
import { WidgetFrame } from '../frame/WidgetFrame.tsx'
import { announceLive } from './EmbeddedWidget.tsx'
import { useWidgetAddresses } from './page-context.ts'

const SETTLED_MS = 250

interface Props {
  readonly widget: Widget
  /** Given the widget's state; must stay the same function. */
  readonly onStore?: (store: InstanceStore) => (() => void) | undefined
}

/** A widget whose state is its address: read when the page opens, written as the reader plays. */
export function AddressedWidget({ widget, onStore }: Props) {
  const [store] = useState(() => createInstance(widget.first))
  const before = useRef<State>(store.getState())
  const [problems, setProblems] = useState<readonly AddressProblem[]>([])

  useEffect(() => {
    const read = () => {
      const { search } = location
      const found = readState(widget, search)
      setProblems(found.problems)
      store.getState().show(found.values, found.course)
      delete document.documentElement.dataset['pending']
    }
    read()
    addEventListener('popstate', read)
    // Replaced once the reader lets go: browsers refuse an address for every step of a slider.
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe((state, previous) => {
      before.current = previous
      clearTimeout(timer)
      timer = setTimeout(() => {
        const query = writeState(widget, state)
        if (query === writeState(widget, readState(widget, location.search))) return
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

  useEffect(() => onStore?.(store), [onStore, store])

  // A scene is a place to come back to; the steps of a slider are not.
  const onScene = useCallback(() => {
    const addressOf = (state: State) => {
      const query = writeState(widget, state)
      return location.pathname + (query && `?${query}`)
    }
    const [from, to] = [addressOf(before.current), addressOf(store.getState())]
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
      addresses={useWidgetAddresses(widget.id)}
      problems={problems}
      heading="h2"
      onScene={onScene}
      onReady={announceLive}
    />
  )
}
