import * as m from '#messages/messages.js'
import { lazy, Suspense, useState } from 'react'
import type { Widget } from '../../frame/contract.ts'
import { AddressedWidget } from '../AddressedWidget.tsx'
import { taskOf } from '../../implement/task-ids.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { loadWidget } from '../registry.ts'

function WidgetText({ widget }: { readonly widget: Widget }) {
  const href = useHref()
  const task = taskOf(widget.id)
  return (
    <>
      <h1 tabIndex={-1}>{widget.title()}</h1>
      <p className={styles['lead']}>{m.app_widget_lead()}</p>
      <AddressedWidget widget={widget} />
      {task !== undefined && (
        <p className={styles['open']}>
          <a href={href({ kind: 'task', task })}>{m.implement_from_figure()}</a>
        </p>
      )}
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
