import * as m from '#messages/messages.js'
import { memo } from 'react'
import type { Budget, Rollout, Served, Workloads } from './picture/workloads.ts'
import styles from './Readings.module.css'
import { whole } from './words.ts'

function RolloutReading({ rollout }: { readonly rollout: Rollout }) {
  const { name, wanted, updated, old, available, paused, stuck } = rollout
  const parts = Math.max(wanted, updated + old, 1)
  const share = (count: number) => `${(100 * count) / parts}%`
  return (
    <section data-tone={stuck ? 'fails' : available < wanted ? 'limps' : 'works'}>
      <h4>{m.lab_deployment({ name })}</h4>
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
      <h4>{m.lab_budget({ name })}</h4>
      <p className={styles['number']}>{m.lab_allowed({ count: allowed })}</p>
      <p>{m.lab_budget_why({ healthy: whole(healthy), needed: whole(needed) })}</p>
    </section>
  )
}

function ServiceReading({ service }: { readonly service: Served }) {
  const { name, ready, all, load } = service
  return (
    <section data-tone={ready === 0 ? 'fails' : ready < all ? 'limps' : 'works'}>
      <h4>{m.lab_service({ name })}</h4>
      <p className={styles['number']}>{m.lab_endpoints({ ready: whole(ready), all: whole(all) })}</p>
      <p>{load > 0 ? m.lab_load({ load: whole(load) }) : m.lab_no_load()}</p>
    </section>
  )
}

/** What runs on the cluster: each Deployment, Service and budget with its numbers. */
export const Readings = memo(function Readings({ workloads }: { readonly workloads: Workloads }) {
  const { rollouts, budgets, services } = workloads
  if (rollouts.length + budgets.length + services.length === 0) return null
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
