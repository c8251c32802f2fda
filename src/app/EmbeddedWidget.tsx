import * as m from '#messages/messages.js'
import { Component, lazy, Suspense, useEffect, useId, useState, type ReactNode } from 'react'
import type { Widget } from '../frame/contract.ts'
import { createInstance, type InstanceStore } from '../frame/instance.ts'
import { WidgetFrame } from '../frame/WidgetFrame.tsx'
import styles from './EmbeddedWidget.module.css'
import pageStyles from './Page.module.css'
import { useWidgetAddresses } from './page-context.ts'
import { arrivedWidget, loadWidget } from './registry.ts'
import { useFirstPicture } from './Static.tsx'

/** Tells the boot script that this part of the page answers from now on. */
export const announceLive = (element: Element) =>
  element.dispatchEvent(new Event('still-flying:live', { bubbles: true }))

/** Resolves when the element with this id is within half a window of being seen. */
async function near(id: string): Promise<void> {
  // While a page is being built for the first time the element is drawn after this is asked.
  while (!document.getElementById(id)) await new Promise((next) => requestAnimationFrame(next))
  const element = document.getElementById(id)
  if (!element) return
  await new Promise<void>((seen) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        seen()
      },
      { rootMargin: '50% 0px' },
    )
    observer.observe(element)
  })
}

interface Props {
  readonly id: string
  readonly scene?: string
  readonly label?: string
  readonly heading?: 'h2' | 'h3'
  /** Whether its question comes before it, where it has one. */
  readonly asks?: boolean
  /** Given the widget's state once it is there, so that links in the text can set it. */
  readonly onInstance?: (widget: Widget, store: InstanceStore) => void
}

interface LiveProps extends Omit<Props, 'id'> {
  readonly widget: Widget
}

function Live({ widget, scene, label, heading = 'h3', asks = true, onInstance }: LiveProps) {
  const addresses = useWidgetAddresses(widget.id)
  const opening = widget.scenes.find((candidate) => candidate.id === scene)?.values ?? widget.first
  const [store] = useState(() => createInstance(opening))
  useEffect(() => onInstance?.(widget, store), [onInstance, widget, store])
  return (
    <WidgetFrame
      widget={widget}
      store={store}
      addresses={addresses}
      opening={opening}
      heading={heading}
      asks={asks}
      {...(label === undefined ? {} : { label })}
      onReady={announceLive}
    />
  )
}

/** Catches a script that did not arrive; the text stays, and the figure can be asked for again. */
class Arrival extends Component<
  { readonly children: ReactNode; readonly onRetry: () => void },
  { readonly failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className={styles['reserved']}>
        <p>{m.app_figure_failed()}</p>
        <button
          type="button"
          onClick={() => {
            this.props.onRetry()
            this.setState({ failed: false })
          }}
        >
          {m.app_retry()}
        </button>
      </div>
    )
  }
}

const deferred = (id: string, place: string) =>
  lazy(async () => {
    if (!import.meta.env.SSR) await near(place)
    const widget = await loadWidget(id)
    return { default: (props: Omit<LiveProps, 'widget'>) => <Live widget={widget} {...props} /> }
  })

/**
 * A widget in a page. Prerendered, its first picture is there at once; its script comes when the
 * reader comes near, and takes over the picture as it stands.
 */
export function EmbeddedWidget({ id, ...props }: Props) {
  const place = useId()
  const [Deferred, setDeferred] = useState(() => deferred(id, place))
  const firstPicture = useFirstPicture(id)
  // On the way back to a page its figures are here, and its height must be right at once.
  const [arrived] = useState(() => (import.meta.env.SSR ? undefined : arrivedWidget(id)))
  return (
    <div id={place} className={pageStyles['place']} data-widget-place={id}>
      <Arrival onRetry={() => setDeferred(() => deferred(id, place))}>
        <Suspense
          fallback={
            firstPicture === undefined ? (
              <div className={styles['reserved']} aria-busy="true">
                <p>{m.app_figure_loading()}</p>
              </div>
            ) : (
              <div
                aria-busy="true"
                // oxlint-disable-next-line react/no-danger -- from our own prerendered page
                dangerouslySetInnerHTML={{ __html: firstPicture }}
              />
            )
          }
        >
          {arrived ? <Live widget={arrived} {...props} /> : <Deferred {...props} />}
        </Suspense>
      </Arrival>
    </div>
  )
}
