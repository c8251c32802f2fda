import * as m from '#messages/messages.js'
import { taskIds } from '../../implement/task-ids.ts'
import { tasks } from '../../implement/tasks.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { Static } from '../Static.tsx'

/**
 * Every widget of the course as the picture that it opens with, by the registry: a new folder
 * appears here by itself. The pictures are prerendered and need no script; each leads to its figure.
 */
export function Page() {
  const href = useHref()
  const widgets = usePage().widgets
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        <h1 tabIndex={-1}>{m.app_gallery_title()}</h1>
        <p className={styles['lead']}>{m.app_gallery_lead()}</p>
        <div className={styles['gallery']}>
          <Static n="gallery">
            {import.meta.env.SSR &&
              widgets.map((widget) => {
                const [claim, rest] = widget.caption()
                const own = href({ kind: 'widget', widget: widget.id })
                const view = widget.view(widget.first)
                return (
                  <section key={widget.id} aria-labelledby={`gallery-${widget.id}`}>
                    <h2 id={`gallery-${widget.id}`}>
                      <a href={own}>{widget.title()}</a>
                    </h2>
                    <div className={styles['picture']} role="img" aria-label={view.description}>
                      {view.figure(undefined)}
                    </div>
                    <p>
                      <strong>{claim}</strong> {rest}
                    </p>
                    <p className={styles['open']}>
                      <a href={own} aria-label={`${m.app_gallery_open()}: ${widget.title()}`}>
                        {m.app_gallery_open()}
                      </a>
                    </p>
                  </section>
                )
              })}
          </Static>
        </div>
        <h2 className={styles['also']}>{m.lab_kicker()}</h2>
        <p>
          {m.lab_gallery_lead()} <a href={href({ kind: 'lab' })}>{m.lab_open()}</a>
        </p>
        <h2 className={styles['also']}>{m.implement_gallery()}</h2>
        <p>{m.implement_gallery_lead()}</p>
        <div className={styles['gallery']}>
          <Static n="tasks">
            {import.meta.env.SSR &&
              taskIds.map((id) => (
                <section key={id} aria-labelledby={`task-${id}`}>
                  <h3 id={`task-${id}`}>
                    <a href={href({ kind: 'task', task: id })}>{tasks[id].title()}</a>
                  </h3>
                  <p>{tasks[id].lead()}</p>
                </section>
              ))}
          </Static>
        </div>
      </div>
    </div>
  )
}
