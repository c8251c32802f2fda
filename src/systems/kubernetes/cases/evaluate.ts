import type { CaseLine } from './case-line.ts'
import { apiCases } from './api.ts'
import { kubeletCases } from './kubelet.ts'
import { schedulerCases } from './scheduler.ts'
import { workloadCases } from './workloads.ts'

/** For each kind of line of an .ndjson file, what our model says and what the line expects. */
export const lineEvaluators: Readonly<Record<string, CaseLine>> = {
  ...apiCases,
  ...kubeletCases,
  ...schedulerCases,
  ...workloadCases,
}
