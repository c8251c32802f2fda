import * as m from '#messages/messages.js'
import { memo } from 'react'
import type { Counts } from '../systems/kubernetes/proxy/series.ts'
import {
  type Budget,
  type Rollout,
  type Served,
  SHOWN_S,
  type Workloads,
} from './picture/workloads.ts'
import styles from './Readings.module.css'
import { whole } from './words.ts'

function RolloutReading({ rollout }: { readonly rollout: Rollout }) {
  const { name, wanted, updated, old, available, paused, stuck } = rollout
  const parts = Math.max(wanted, updated + old, 1)
  const share = (count: number) => `${(100 * count) / parts}%`
  return (
    <section data-tone={stuck ? 'fails' : available < wanted ? 'limps' : 'works'}>
      <h3>{m.lab_deployment({ name })}</h3>
      <p className={styles['number']}>
        {m.lab_available({ available: whole(available), wanted: whole(wanted) })}
      </p>
      <svg className={styles['bar']} aria-hidden="true">
        <rect className={styles['old']} width={share(old + updated)} height="100%" />
        <rect className={styles['new']} width={share(updated)} height="100%" />
        <line x1={share(wanted)} x2={share(wanted)} y1="0" y2="100%" />
      </svg>
      <p>
        {m.lab_revisions({ updated: whole(updated), old: whole(old) })}
        {paused && ` ${m.lab_paused()}`}
        {stuck && ` ${m.lab_stuck()}`}
      </p>
    </section>
  )
}

function BudgetReading({ budget }: { readonly budget: Budget }) {
  const { name, healthy, needed, allowed } = budget
  return (
    <section data-tone={allowed > 0 ? 'works' : 'limps'}>
      <h3>{m.lab_budget({ name })}</h3>
      <p className={styles['number']}>{m.lab_allowed({ count: allowed })}</p>
      <p>{m.lab_budget_why({ healthy: whole(healthy), needed: whole(needed) })}</p>
    </section>
  )
}

/** A minute of requests as bars by the second: what was answered, and on top what was not. */
function Requests({ seconds }: Pick<Served, 'seconds'>) {
  const end = seconds.at(-1)?.atS ?? 0
  const most = Math.max(1, ...seconds.map(({ answered, ...one }) => answered + failedOf(one)))
  return (
    <svg
      className={styles['requests']}
      viewBox={`0 0 ${SHOWN_S} 30`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {seconds.map((second) => {
        const x = second.atS - end + SHOWN_S - 1
        const answered = (28 * second.answered) / most
        const failed = (28 * failedOf(second)) / most
        return (
          <g key={second.atS}>
            <rect
              x={x}
              y={30 - answered}
              width="0.8"
              height={answered}
              className={styles['answered']}
            />
            <rect
              x={x}
              y={30 - answered - failed}
              width="0.8"
              height={failed}
              className={styles['failed']}
            />
          </g>
        )
      })}
    </svg>
  )
}

const failedOf = ({ refused, timeout, reset }: Omit<Counts, 'sent' | 'answered'>): number =>
  refused + timeout + reset

function loadWords({ load, seconds }: Served): string {
  if (load === 0 && seconds.length === 0) return m.lab_no_load()
  const answered = whole(seconds.reduce((sum, one) => sum + one.answered, 0))
  const failed = whole(seconds.reduce((sum, one) => sum + failedOf(one), 0))
  return load > 0
    ? m.lab_load({ load: whole(load), answered, failed })
    : m.lab_load_over({ answered, failed })
}

function ServiceReading({ service }: { readonly service: Served }) {
  const { name, ready, all, seconds } = service
  return (
    <section data-tone={ready === 0 ? 'fails' : ready < all ? 'limps' : 'works'}>
      <h3>{m.lab_service({ name })}</h3>
      <p className={styles['number']}>
        {m.lab_endpoints({ ready: whole(ready), all: whole(all) })}
      </p>
      {seconds.length > 0 && <Requests seconds={seconds} />}
      <p>{loadWords(service)}</p>
    </section>
  )
}

/** What runs on the cluster: each Deployment, Service and budget with its numbers. */
export const Readings = memo(function Readings({ workloads }: { readonly workloads: Workloads }) {
  const { rollouts, budgets, services } = workloads
  if (rollouts.length + budgets.length + services.length === 0)
    return <p className={styles['empty']}>{m.lab_nothing_runs()}</p>
  return (
    <div className={styles['readings']}>
      {rollouts.map((rollout) => (
        <RolloutReading key={rollout.key} rollout={rollout} />
      ))}
      {services.map((service) => (
        <ServiceReading key={service.key} service={service} />
      ))}
      {budgets.map((budget) => (
        <BudgetReading key={budget.key} budget={budget} />
      ))}
    </div>
  )
})
