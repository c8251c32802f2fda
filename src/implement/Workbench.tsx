import * as m from '#messages/messages.js'
import { type ComponentProps, useEffect, useId, useRef, useState } from 'react'
import type { Editor as CodeEditor } from './Editor.tsx'
import { MOST_CODE } from './limits.ts'
import { Evidence, Verdict } from './Result.tsx'
import { Coded } from '../ui/Coded.tsx'
import type { Outcome } from './run.ts'
import { SEEDS } from './seeds.ts'
import type { TaskId } from './task-ids.ts'
import { tasks } from './tasks.ts'
import styles from './Workbench.module.css'
import { whole } from './words.ts'

interface Props {
  readonly task: TaskId
  /** What the reader wrote the last time; nothing where that is the first code. */
  readonly draft: string | undefined
  /** Whether the reader has solved it before: then nothing is hidden any more. */
  readonly solved: boolean
  readonly onDraft: (code: string | undefined) => void
  readonly onSolved: () => void
}

type Run =
  | { readonly kind: 'none' | 'stopped' }
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'over'; readonly outcome: Outcome; readonly code: string }

/** The editor, which comes with these pages alone and after them; until then the code as it is. */
function EditorPlace(props: ComponentProps<typeof CodeEditor>) {
  const [loaded, setLoaded] = useState<{ readonly Editor: typeof CodeEditor }>()
  useEffect(() => {
    let wanted = true
    void import('./Editor.tsx').then((module) => {
      if (wanted) setLoaded(module)
    })
    return () => {
      wanted = false
    }
  }, [])
  return (
    <div className={styles['editor']}>
      {loaded ? (
        <loaded.Editor {...props} />
      ) : (
        <pre>
          <code>{props.value}</code>
        </pre>
      )}
    </div>
  )
}

/** Runs code of a task, one run at a time. */
function useRun(task: TaskId, onSolved: () => void) {
  const [run, setRun] = useState<Run>({ kind: 'none' })
  const [tried, setTried] = useState(false)
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])
  const end = (ended: Run) => {
    setRun(ended)
    setTried(true)
  }
  const start = async (code: string): Promise<void> => {
    stopper.current?.abort()
    const mine = new AbortController()
    stopper.current = mine
    setRun({ kind: 'running', done: 0 })
    const onProgress = (done: number) => setRun({ kind: 'running', done })
    try {
      const { runTask } = await import('./run.ts')
      mine.signal.throwIfAborted()
      const outcome = await runTask(task, code, onProgress, mine.signal)
      if (outcome.kind === 'passed') onSolved()
      end({ kind: 'over', outcome, code })
    } catch {
      // Stopped by the reader; or the scripts could not be fetched.
      if (!mine.signal.aborted)
        end({ kind: 'over', outcome: { kind: 'fault', why: 'unavailable' }, code })
    }
  }
  const stop = () => {
    stopper.current?.abort()
    end({ kind: 'stopped' })
  }
  return { run, tried, start, stop }
}

/** Code to complete, the run of it on hundreds of schedules, and what came of that. */
export function Workbench({ task, draft, solved, onDraft, onSolved }: Props) {
  const id = useId()
  const { types, hints, solution } = tasks[task]
  const first = tasks[task].start.trimEnd()
  const { run, tried, start, stop } = useRun(task, onSolved)
  const [undo, setUndo] = useState<string>()
  const code = draft ?? first
  const fault = run.kind === 'over' && run.outcome.kind === 'fault' ? run.outcome.line : undefined
  const change = (next: string | undefined) => {
    onDraft(next === first ? undefined : next?.slice(0, MOST_CODE))
  }
  return (
    <div className={styles['workbench']} data-task={task}>
      <div className={styles['bench']}>
        <section aria-labelledby={`${id}-types`} className={styles['types']}>
          <h2 id={`${id}-types`}>{m.implement_given()}</h2>
          <pre>
            <code>{types}</code>
          </pre>
        </section>
        <section aria-labelledby={`${id}-code`}>
          <h2 id={`${id}-code`}>{m.implement_code()}</h2>
          <EditorPlace value={code} label={m.implement_editor()} fault={fault} onChange={change} />
          <p className={styles['keys']} data-needs-script>
            {m.implement_editor_hint()}
          </p>
        </section>
      </div>
      <div className={styles['buttons']} data-needs-script>
        {run.kind === 'running' ? (
          <button type="button" className={styles['main']} onClick={stop}>
            {m.implement_stop()}
          </button>
        ) : (
          <button type="button" className={styles['main']} onClick={() => void start(code)}>
            {m.implement_run({ seeds: whole(SEEDS) })}
          </button>
        )}
        {draft === undefined && undo !== undefined ? (
          <button
            type="button"
            onClick={() => {
              change(undo)
              setUndo(undefined)
            }}
          >
            {m.implement_reset_undo()}
          </button>
        ) : (
          <button
            type="button"
            aria-disabled={draft === undefined}
            onClick={() => {
              if (draft === undefined) return
              setUndo(draft)
              change(undefined)
            }}
          >
            {m.implement_reset()}
          </button>
        )}
        {run.kind === 'running' && (
          <span className={styles['progress']}>
            <progress max={SEEDS} value={run.done} aria-label={m.implement_started()} />
            {m.implement_running({ done: whole(run.done), seeds: whole(SEEDS) })}
          </span>
        )}
      </div>
      <div role="status" className={styles['status']}>
        {run.kind === 'running' && <p className="unseen">{m.implement_started()}</p>}
        {run.kind === 'stopped' && <p>{m.implement_stopped()}</p>}
        {run.kind === 'over' && <Verdict outcome={run.outcome} />}
        {run.kind === 'over' && run.code !== code && <p>{m.implement_changed()}</p>}
      </div>
      {run.kind === 'over' && <Evidence task={task} outcome={run.outcome} />}
      <h2>{m.implement_hints()}</h2>
      {hints.map((hint, index) => (
        <details key={index} className={styles['more']}>
          <summary>{m.implement_hint({ number: whole(index + 1) })}</summary>
          <p>
            <Coded text={hint()} />
          </p>
        </details>
      ))}
      <h2>{m.implement_solution()}</h2>
      {tried || solved ? (
        <details className={styles['more']}>
          <summary>{m.implement_solution_show()}</summary>
          <pre>
            <code>{solution}</code>
          </pre>
        </details>
      ) : (
        <p className={styles['locked']}>{m.implement_solution_locked()}</p>
      )}
    </div>
  )
}
