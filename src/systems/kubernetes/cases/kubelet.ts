import type { CaseLine } from './case-line.ts'

/** By the kind of the line. */
export const kubeletCases: Readonly<Record<string, CaseLine>> = {}
