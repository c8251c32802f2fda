/** What the night cost, in the order in which it was counted, in dollars. Made up with the story. */
export const BILLS = [
  { id: 'consulting', kind: 'direct', dollars: 89_000 },
  { id: 'recovery', kind: 'direct', dollars: 45_000 },
  { id: 'compensation', kind: 'direct', dollars: 127_000 },
  { id: 'fine', kind: 'direct', dollars: 500_000 },
  { id: 'engineering', kind: 'indirect', dollars: 340_000 },
  { id: 'insurance', kind: 'indirect', dollars: 180_000 },
  { id: 'launch', kind: 'indirect', dollars: 2_000_000 },
  { id: 'churn', kind: 'indirect', dollars: 2_100_000 },
  { id: 'brand', kind: 'indirect', dollars: 3_200_000 },
] as const

export type Bill = (typeof BILLS)[number]

/** The sum of some bills, in dollars. */
export const sumOf = (bills: readonly Bill[]): number =>
  bills.reduce((sum, { dollars }) => sum + dollars, 0)

/** What was paid, in dollars. */
export const directOf = (bills: readonly Bill[]): number =>
  sumOf(bills.filter(({ kind }) => kind === 'direct'))

/** What was estimated, in dollars. */
export const indirectOf = (bills: readonly Bill[]): number =>
  sumOf(bills.filter(({ kind }) => kind === 'indirect'))
