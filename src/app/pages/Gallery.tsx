import * as m from '#messages/messages.js'
import { EmbeddedWidget } from '../EmbeddedWidget.tsx'
import { useHref } from '../page-context.ts'
import styles from '../Page.module.css'
import { widgetIds } from '../registry.ts'

/** Every widget of the course, by the registry: a new folder appears here by itself. */
export function Page() {
  const href = useHref()
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        <h1 tabIndex={-1}>{m.app_gallery_title()}</h1>
        <p className={styles['lead']}>{m.app_gallery_lead()}</p>
        {widgetIds.map((id) => (
          <div key={id} className={styles['shown']}>
            <EmbeddedWidget id={id} heading="h2" />
            <p>
              <a href={href({ kind: 'widget', widget: id })}>{m.app_gallery_open()}</a>
            </p>
          </div>
        ))}
      </div>
    </div>
  )
}
