import * as m from '#messages/messages.js'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createInstance } from '../frame/instance.ts'
import { Player } from '../frame/Player.tsx'
import type { Broken, Replay } from './replays/replay.ts'
import { loadReplay } from './replays/replays.ts'
import type { TaskId } from './task-ids.ts'
import { promiseText } from './tasks.ts'
import type { Breach } from './trials/trial.ts'
import styles from './Workbench.module.css'
import { milliseconds } from './words.ts'

const NO_SUBJECTS = () => []

/** The run up to the breach, for those who do not see it. */
const describe = ({ timeline }: Replay, { invariant, atMs }: Breach): string =>
  m.implement_replay_description({
    time: milliseconds(atMs),
    promise: promiseText(invariant),
    events: timeline.entries
      .filter((entry) => entry.atMs <= atMs)
      .map(({ text }) => text)
      .join(' '),
  })

function Playing({ replay, breach }: { readonly replay: Replay; readonly breach: Breach }) {
  const store = useMemo(() => createInstance({}), [])
  const atMs = useStore(store, ({ course }) => course.atMs) ?? replay.timeline.restMs
  return (
    <>
      <div className={styles['stage']} role="img" aria-label={describe(replay, breach)}>
        {replay.figure(atMs)}
      </div>
      <Player timeline={replay.timeline} actions={[]} subjects={NO_SUBJECTS} store={store} />
    </>
  )
}

/** The schedule that breaks the reader's code, to be played. */
export function ReplayView({
  task,
  broken,
}: {
  readonly task: TaskId
  readonly broken: Broken<unknown, unknown>
}) {
  const [replay, setReplay] = useState<Replay>()
  useEffect(() => {
    let wanted = true
    void loadReplay(task, broken).then((loaded) => {
      if (wanted) setReplay(loaded)
    })
    return () => {
      wanted = false
    }
  }, [task, broken])
  return (
    <figure className={styles['replay']} aria-label={m.implement_replay()}>
      {replay && <Playing replay={replay} breach={broken.breach} />}
    </figure>
  )
}
