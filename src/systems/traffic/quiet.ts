import type { TrafficParameters } from './parameters.ts'

/** A quiet world to change one thing in; the cases of the tests and the widgets begin with it. */
export const QUIET: TrafficParameters = {
  design: 'single',
  servers: 1,
  workers: 4,
  queue: 100,
  serviceMs: 100,
  service: 'fixed',
  arrivalsPerSecond: 10,
  arrivals: 'even',
  untilMs: 20_000,
  timeoutMs: 1000,
  retry: { retries: 0, baseMs: 100, capMs: 2000 },
  check: { intervalMs: 1000, timeoutMs: 500, fall: 3, rise: 2, loss: 0 },
  promotion: { decideMs: 500, promoteMs: 2000, warmUpMs: 1500 },
  replicationLagMs: 0,
  faults: [],
  maintenance: [],
}
