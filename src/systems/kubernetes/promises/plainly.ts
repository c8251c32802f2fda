import type { IntOrString, Labels, Pod } from '../objects.ts'

// The few questions that promises ask of objects, answered apart from the code that is judged.

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
}

/** What a quantity comes to, in whole units. */
export function amount(quantity = '0'): number {
  const [, digits, unit] = /^([\d.]+)([a-zA-Z]*)$/.exec(quantity) ?? []
  return Number(digits) * (UNITS[unit ?? ''] ?? Number.NaN)
}

/** A number as it is, or its percentage of a total. */
export const share = (value: IntOrString, of: number, round: (exact: number) => number): number =>
  typeof value === 'number' ? value : round((Number.parseInt(value, 10) * of) / 100)

/** Whether labels have all those wanted. */
export const matches = (labels: Labels | undefined, wanted: Labels | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels?.[key] === value)

/** Whether a pod says that it answers. */
export const ready = ({ status }: Pod): boolean =>
  status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false

/** Whether a pod has been told to end. */
export const going = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined

/** Whether all that a pod had to do is done, well or badly. */
export const over = ({ status }: Pod): boolean =>
  status.phase === 'Succeeded' || status.phase === 'Failed'

/** The rows of a table. */
export const values = <T>(table: Readonly<Record<string, T>>): readonly T[] => Object.values(table)

/** Who keeps an object, if anybody does. */
export const ownerUid = ({ metadata }: Pick<Pod, 'metadata'>): string | undefined =>
  metadata.ownerReferences?.find(({ controller }) => controller === true)?.uid
