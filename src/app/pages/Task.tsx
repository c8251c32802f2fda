import * as m from '#messages/messages.js'
import { Coded } from '../../ui/Coded.tsx'
import { isTask, type TaskId } from '../../implement/task-ids.ts'
import { promises, tasks } from '../../implement/tasks.ts'
import { Workbench } from '../../implement/Workbench.tsx'
import workbench from '../../implement/Workbench.module.css'
import { LIMITS } from '../../implement/limits.ts'
import { seconds, whole } from '../../implement/words.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { reader, useReader } from '../reader.ts'
import { widgetIds } from '../registry.ts'

/** What the reader has to know before the first line: without a script, this is the page. */
function Given({ id }: { readonly id: TaskId }) {
  const { say, promises: names } = tasks[id]
  return (
    <div className={workbench['given']}>
      {say.map((paragraph, index) => (
        <p key={index}>
          <Coded text={paragraph()} />
        </p>
      ))}
      <h2>{m.implement_promises()}</h2>
      <p>{m.implement_promises_lead()}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{promises[name]()}</li>
        ))}
      </ul>
    </div>
  )
}

function Limits() {
  const counts = { steps: whole(LIMITS.steps), made: whole(LIMITS.made) }
  return (
    <details className={workbench['more']}>
      <summary>{m.implement_limits()}</summary>
      <p>{m.implement_limits_where()}</p>
      <p>{m.implement_limits_counted(counts)}</p>
      <p>{m.implement_limits_ended({ time: seconds(LIMITS.silentMs) })}</p>
      <p>{m.implement_limits_honest()}</p>
    </details>
  )
}

function TaskText({ id }: { readonly id: TaskId }) {
  const href = useHref()
  const draft = useReader(({ drafts }) => drafts[id])
  const solved = useReader((state) => state.solved[id] === true)
  const { title, lead, widget } = tasks[id]
  return (
    <div className={styles['page']}>
      <article className={`${styles['alone']} ${styles['text']} ${workbench['task']}`}>
        <p className={styles['kicker']}>
          <a href={href({ kind: 'widgets' })}>{m.implement_gallery()}</a>
          {solved && <span> · {m.implement_solved()}</span>}
        </p>
        <h1 tabIndex={-1}>{title()}</h1>
        <p className={styles['lead']}>{lead()}</p>
        <Given id={id} />
        <Workbench
          task={id}
          draft={draft}
          solved={solved}
          onDraft={(code) => reader.getState().keepDraft(id, code)}
          onSolved={() => reader.getState().solve(id)}
        />
        <Limits />
        {widgetIds.includes(widget) && (
          <p className={styles['open']}>
            <a href={href({ kind: 'widget', widget })}>{m.implement_figure()}</a>
          </p>
        )}
      </article>
    </div>
  )
}

export function Page() {
  const { route } = usePage().place
  return (
    route.kind === 'task' && isTask(route.task) && <TaskText key={route.task} id={route.task} />
  )
}
