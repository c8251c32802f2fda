import * as m from '#messages/messages.js'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Laboratory as LaboratoryView } from './Laboratory.tsx'
import type { LaboratoryStore } from './laboratory.ts'
import styles from './Laboratory.module.css'
import type { Mission } from './missions/mission.ts'

interface Props {
  /** Absent in the free laboratory. */
  readonly mission: Mission | undefined
  /** Stands at the top of the bench, also before the cluster is there. */
  readonly children?: ReactNode
  readonly onStore: (store: LaboratoryStore | undefined) => void
}

type Arrived = { readonly Laboratory: typeof LaboratoryView }

/** Where the laboratory stands: its scripts come with these pages alone, and after their text. */
export function Bench({ mission, children, onStore }: Props) {
  const [arrived, setArrived] = useState<Arrived | 'failed'>()
  const wanted = useRef(true)
  const load = useCallback(() => {
    setArrived(undefined)
    import('./Laboratory.tsx').then(
      (module) => wanted.current && setArrived(module),
      () => wanted.current && setArrived('failed'),
    )
  }, [])
  useEffect(() => {
    wanted.current = true
    load()
    return () => {
      wanted.current = false
    }
  }, [load])
  return (
    <section className={styles['bench']} aria-label={m.lab_cluster()} data-laboratory>
      {children}
      {arrived === 'failed' ? (
        <div role="alert" className={styles['waiting']}>
          <p>{m.lab_failed()}</p>
          <button type="button" onClick={load}>
            {m.lab_retry()}
          </button>
        </div>
      ) : arrived ? (
        <arrived.Laboratory mission={mission} onStore={onStore} />
      ) : (
        <div className={styles['waiting']} aria-busy="true">
          <p data-needs-script>{m.lab_loading()}</p>
          <noscript>
            <p>{m.lab_no_script()}</p>
          </noscript>
        </div>
      )}
    </section>
  )
}
