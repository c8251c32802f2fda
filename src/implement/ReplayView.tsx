import * as m from '#messages/messages.js'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createInstance } from '../frame/instance.ts'
import { Player } from '../frame/Player.tsx'
import type { Broken, Replay } from './replays/replay.ts'
import { loadReplay } from './replays/replays.ts'
import type { TaskId } from './task-ids.ts'
import styles from './Workbench.module.css'

const NO_SUBJECTS = () => []

function Playing({ replay }: { readonly replay: Replay }) {
  const store = useMemo(() => createInstance({}), [])
  const atMs = useStore(store, ({ course }) => course.atMs) ?? replay.timeline.restMs
  return (
    <>
      <div className={styles['stage']} role="img" aria-label={replay.description}>
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
      {replay && <Playing replay={replay} />}
    </figure>
  )
}
