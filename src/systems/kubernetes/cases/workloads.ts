import type { CaseLine } from './case-line.ts'

/** By the kind of the line. */
export const workloadCases: Readonly<Record<string, CaseLine>> = {}
