import * as m from '#messages/messages.js'
import { useState } from 'react'
import { Bench } from './Bench.tsx'
import { CommandText } from './CommandText.tsx'
import styles from './Text.module.css'
import { useOffer } from './use-offer.ts'
import type { LaboratoryStore } from './laboratory.ts'

/** What a reader may try first: a command, and what it is for. */
const STEPS: readonly { readonly say: () => string; readonly command?: string }[] = [
  { say: m.lab_first_nodes, command: 'kubectl get nodes -L topology.kubernetes.io/zone' },
  { say: m.lab_first_namespace, command: 'kubectl create namespace redundancy-lab' },
  { say: m.lab_first_apply, command: 'kubectl apply -f web-app.yaml' },
  { say: m.lab_first_watch, command: 'kubectl get pods -n redundancy-lab -o wide' },
  { say: m.lab_first_delete, command: 'kubectl delete pods -n redundancy-lab --all' },
  { say: m.lab_first_power },
]

/** A cluster without a task, and a few first steps in it. */
export function FreeLaboratory() {
  const [store, setStore] = useState<LaboratoryStore>()
  const offer = useOffer(store)
  return (
    <>
      <div className={styles['text']}>
        <h2>{m.lab_first()}</h2>
        <p data-needs-script>{m.lab_first_lead()}</p>
        <ol role="list" className={styles['first']}>
          {STEPS.map(({ say, command }, index) => (
            <li key={index}>
              <span>
                {say()}{' '}
                {command !== undefined && <CommandText text={`\`${command}\``} onCommand={offer} />}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <Bench mission={undefined} onStore={setStore} />
    </>
  )
}
