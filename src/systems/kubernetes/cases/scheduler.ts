import type { CaseLine } from './case-line.ts'

/** By the kind of the line. */
export const schedulerCases: Readonly<Record<string, CaseLine>> = {}
