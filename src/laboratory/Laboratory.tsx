import * as m from '#messages/messages.js'
import { useEffect, useMemo, useRef, useState } from 'react'
import { LiveDescription } from '../frame/LiveDescription.tsx'
import { SETTLED_MS, threeNodes } from './clusters.ts'
import { Files } from './files/Files.tsx'
import { Happenings } from './Happenings.tsx'
import {
  createLaboratory,
  LaboratoryContext,
  type LaboratoryStore,
  useLaboratory,
  useLaboratoryStore,
} from './laboratory.ts'
import styles from './Laboratory.module.css'
import type { Manual } from '../systems/kubernetes/printing/manual/manual.ts'
import type { Mission } from './missions/mission.ts'
import { describe } from './picture/describe.ts'
import { Picture } from './picture/Picture.tsx'
import { surveyOf } from './picture/survey.ts'
import { workloadsOf } from './picture/workloads.ts'
import { Readings } from './Readings.tsx'
import { Terminals } from './terminal/Terminals.tsx'
import { Things } from './Things.tsx'
import { TimeBar } from './TimeBar.tsx'
import { useClock } from './use-clock.ts'

/** The cluster as it is at the moment that is looked at, and what can be done to it. */
function Stage() {
  const store = useLaboratoryStore()
  const world = useLaboratory(({ session }) => session.frame.world)
  const chosen = useLaboratory((state) => state.chosen)
  const survey = useMemo(() => surveyOf(world), [world])
  const workloads = useMemo(() => workloadsOf(world), [world])
  return (
    <>
      <div className={styles['stage']}>
        <Picture survey={survey} chosen={chosen} onChoose={store.getState().choose} />
        <Readings workloads={workloads} />
      </div>
      <LiveDescription text={describe(survey)} />
      <Things survey={survey} workloads={workloads} />
    </>
  )
}

function Tools() {
  const bench = useRef<HTMLDivElement>(null)
  const store = useLaboratoryStore()
  const begun = useLaboratory((state) => state.begun)
  useClock(bench)
  return (
    <div ref={bench} className={styles['tools']}>
      <TimeBar />
      <div className={styles['view']}>
        <Stage />
      </div>
      <section className={styles['terminals']} aria-labelledby="lab-terminals">
        <h3 id="lab-terminals">{m.lab_terminals()}</h3>
        <Terminals />
      </section>
      <section className={styles['files']} aria-labelledby="lab-files">
        <h3 id="lab-files">{m.lab_files()}</h3>
        <Files />
      </section>
      <div className={styles['after']}>
        <Happenings />
        <p className={styles['reset']}>
          <button
            type="button"
            aria-disabled={!begun}
            onClick={() => begun && store.getState().reset()}
          >
            {m.lab_reset()}
          </button>
        </p>
      </div>
    </div>
  )
}

interface Props {
  readonly mission: Mission | undefined
  /** What `kubectl explain` tells; comes in a file of its own. */
  readonly manual: Manual
  readonly onStore: (store: LaboratoryStore | undefined) => void
}

/** A cluster with everything around it: picture, time, terminals, files. */
export function Laboratory({ mission, manual, onStore }: Props) {
  const [store] = useState(() =>
    createLaboratory(
      mission
        ? {
            parameters: { ...mission.cluster, manual },
            before: mission.before,
            startMs: mission.startMs,
            mission,
          }
        : {
            parameters: { ...threeNodes, manual },
            before: [],
            startMs: SETTLED_MS,
            mission: undefined,
          },
    ),
  )
  useEffect(() => {
    onStore(store)
    return () => onStore(undefined)
  }, [store, onStore])
  return (
    <LaboratoryContext value={store}>
      <Tools />
    </LaboratoryContext>
  )
}
