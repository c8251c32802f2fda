import * as m from '#messages/messages.js'
import { type ReactNode, useEffect, useState } from 'react'
import type { Laboratory as LaboratoryView } from './Laboratory.tsx'
import type { LaboratoryStore } from './laboratory.ts'
import styles from './Laboratory.module.css'
import type { Manual } from '../systems/kubernetes/printing/manual/manual.ts'
import type { Mission } from './missions/mission.ts'

interface Props {
  /** Absent in the free laboratory. */
  readonly mission: Mission | undefined
  /** Stands at the top of the bench, also before the cluster is there. */
  readonly children?: ReactNode
  readonly onStore: (store: LaboratoryStore | undefined) => void
}

type Arrival =
  { readonly Laboratory: typeof LaboratoryView; readonly manual: Manual } | 'failed' | undefined

/** The laboratory's scripts, which come with these pages alone and after their text. */
function useArrival() {
  const [arrival, arrive] = useState<Arrival>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    Promise.all([
      import('./Laboratory.tsx'),
      import('../systems/kubernetes/printing/manual/whole.ts'),
    ]).then(
      ([{ Laboratory }, { MANUAL: manual }]) => wanted && arrive({ Laboratory, manual }),
      () => wanted && arrive('failed'),
    )
    return () => {
      wanted = false
    }
  }, [tries])
  const again = () => {
    arrive(undefined)
    setTries(tries + 1)
  }
  return [arrival, again] as const
}

/** Where the laboratory stands, and what stands there until it comes. */
export function Bench({ mission, children, onStore }: Props) {
  const [arrival, again] = useArrival()
  return (
    <section className={styles['bench']} aria-label={m.lab_cluster()} data-laboratory>
      {children}
      {arrival === 'failed' ? (
        <div role="alert" className={styles['waiting']}>
          <p>{m.lab_failed()}</p>
          <button type="button" onClick={again}>
            {m.lab_retry()}
          </button>
        </div>
      ) : arrival ? (
        <arrival.Laboratory mission={mission} manual={arrival.manual} onStore={onStore} />
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
