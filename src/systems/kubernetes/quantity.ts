/**
 * Amounts as Kubernetes writes them: `500m`, `64Mi`, `1.5Gi`, `2e3`. They are kept exact, in whole
 * billionths of a unit, which is the finest amount the API knows.
 */

type Form = 'binary' | 'decimal' | 'exponent'

const NANO = 1_000_000_000n

/** Decimal suffixes with their power of a thousand. */
const DECIMAL: readonly (readonly [string, number])[] = [
  ['n', -3],
  ['u', -2],
  ['m', -1],
  ['', 0],
  ['k', 1],
  ['M', 2],
  ['G', 3],
  ['T', 4],
  ['P', 5],
  ['E', 6],
]
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const

/** What the API says of a text that is no amount at all. */
const WRONG_FORM =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
const WRONG_SUFFIX = "unable to parse quantity's suffix"

interface Amount {
  readonly nanos: bigint
  readonly form: Form
}

interface Scale {
  readonly form: Form
  /** What one unit of the suffix is in billionths, as a fraction. */
  readonly times: bigint
  readonly over: bigint
}

function scaleOf(suffix: string): Scale {
  const binary = BINARY.findIndex((one) => one === suffix)
  if (binary >= 0) return { form: 'binary', times: NANO * 1024n ** BigInt(binary + 1), over: 1n }
  const decimal = DECIMAL.find(([one]) => one === suffix)
  if (decimal) return { form: 'decimal', times: 1000n ** BigInt(decimal[1] + 3), over: 1n }
  const exponent = /^[eE]([-+]?\d{1,3})$/.exec(suffix)
  if (!exponent) throw new RangeError(WRONG_SUFFIX)
  const power = Number(exponent[1])
  return power >= 0
    ? { form: 'exponent', times: NANO * 10n ** BigInt(power), over: 1n }
    : { form: 'exponent', times: NANO, over: 10n ** BigInt(-power) }
}

/** Division that rounds away from zero, so that no request gets smaller by being read. */
function outwards(value: bigint, by: bigint): bigint {
  const whole = value / by
  return value % by === 0n ? whole : whole + (value < 0n ? -1n : 1n)
}

function parse(text: string): Amount {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/.exec(text)
  if (!parts || text === '') throw new RangeError(WRONG_FORM)
  const [, sign = '', whole = '', fraction = '', suffix = ''] = parts
  const { form, times, over } = scaleOf(suffix)
  const digits = BigInt(`${whole}${fraction}` || '0')
  const nanos = outwards(digits * times, over * 10n ** BigInt(fraction.length))
  return { nanos: sign === '-' ? -nanos : nanos, form }
}

/**
 * An amount in thousandths, as processors are counted: `quantityMillis('1.5')` is 1500.
 *
 * @throws RangeError in the API's words if the text is no quantity
 */
export const quantityMillis = (text: string): number =>
  Number(outwards(parse(text).nanos, NANO / 1000n))

/**
 * An amount in whole units, rounded up, as memory in bytes: `quantityUnits('64Mi')` is 67,108,864.
 *
 * @throws RangeError in the API's words if the text is no quantity
 */
export const quantityUnits = (text: string): number => Number(outwards(parse(text).nanos, NANO))

/** Takes a factor out as often as it goes, at most so many times. */
function takenOut(value: bigint, factor: bigint, most: number): readonly [bigint, number] {
  let rest = value
  let times = 0
  while (times < most && rest !== 0n && rest % factor === 0n) {
    rest /= factor
    times += 1
  }
  return [rest, times]
}

function written({ nanos, form }: Amount): string {
  if (nanos === 0n) return '0'
  const units = nanos / NANO
  // Small amounts and broken ones are written in tens even if they came as powers of two.
  if (form === 'binary' && nanos % NANO === 0n && (units >= 1024n || units <= -1024n)) {
    const [rest, times] = takenOut(units, 1024n, BINARY.length)
    return `${rest}${times === 0 ? '' : (BINARY[times - 1] ?? '')}`
  }
  const [rest, times] = takenOut(nanos, 1000n, form === 'exponent' ? 30 : DECIMAL.length - 1)
  if (form !== 'exponent') return `${rest}${DECIMAL[times]?.[0] ?? ''}`
  return times === 3 ? `${rest}` : `${rest}e${(times - 3) * 3}`
}

/**
 * An amount as the API gives it back, in the largest unit that leaves it whole: `1000m` as `1`,
 * `1.5Gi` as `1536Mi`, `0.5` as `500m`.
 *
 * @throws RangeError in the API's words if the text is no quantity
 */
export const canonicalQuantity = (text: string): string => written(parse(text))

/**
 * The sum of amounts as the API would write it, in the form of the first that is not nothing.
 *
 * @throws RangeError in the API's words if a text is no quantity
 */
export function sumOfQuantities(texts: readonly string[]): string {
  const amounts = texts.map(parse)
  const form = amounts.find(({ nanos }) => nanos !== 0n)?.form ?? 'decimal'
  return written({ nanos: amounts.reduce((sum, { nanos }) => sum + nanos, 0n), form })
}
