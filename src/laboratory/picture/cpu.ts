/** Cores in a quantity of CPU: `500m` is half of one. Nothing asked for is none. */
export function cpuOf(quantity: string | undefined): number {
  if (quantity === undefined) return 0
  const value = Number.parseFloat(quantity)
  if (Number.isNaN(value)) return 0
  return quantity.endsWith('m') ? value / 1000 : value
}
