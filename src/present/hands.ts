/** Hands that were raised for each option of a prediction. */
export type Hands = Readonly<Record<string, number>>

export const raised = (hands: Hands): number =>
  Object.values(hands).reduce((sum, each) => sum + each, 0)

/** The option that most chose; none where nobody did, or two are level. */
export function favourite(hands: Hands): string | undefined {
  const [first, second] = Object.entries(hands).toSorted(([, a], [, b]) => b - a)
  if (!first || first[1] === 0 || first[1] === second?.[1]) return undefined
  return first[0]
}
