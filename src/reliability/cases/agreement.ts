/** How far an answer may be from the expected one: |got - expected| <= absolute + relative · |expected|. */
export interface Tolerance {
  readonly relative: number
  readonly absolute: number
}

/** The verdict on one answer. */
export interface Agreement {
  /** Where and how the answer first differs beyond tolerance; null where it agrees. */
  readonly disagreement: string | null
  /** Largest |got - expected| / |expected| over the numbers compared; Infinity for a wrong 0 or kind. */
  readonly relativeError: number
}

/** Below the smallest normal double digits are lost by design: an answer there may be 0 or denormal. */
const SMALLEST_NORMAL = 2.3e-308

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** A decimal string as a number; null for text that is not one. */
function parseDecimal(text: string): number | null {
  if (/^[+-]?Infinity$/.test(text) || DECIMAL.test(text)) return Number(text)
  return null
}

function compareNumbers(got: number, expected: number, tolerance: Tolerance): Agreement {
  const tiny = Math.abs(expected) < SMALLEST_NORMAL && Math.abs(got) < SMALLEST_NORMAL
  if (got === expected || tiny) return { disagreement: null, relativeError: 0 }
  const error = Math.abs(got - expected)
  // NaN, and Infinity against anything else, must not slip through a comparison with Infinity.
  const comparable = Number.isFinite(got) && Number.isFinite(expected)
  const agrees = comparable && error <= tolerance.absolute + tolerance.relative * Math.abs(expected)
  return {
    disagreement: agrees ? null : `${got} instead of ${expected}`,
    relativeError: comparable ? error / Math.abs(expected) : Infinity,
  }
}

function differs(got: unknown, expected: unknown): Agreement {
  return {
    disagreement: `${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`,
    relativeError: Infinity,
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function compareEntries(
  got: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  tolerance: Tolerance,
): Agreement {
  let relativeError = 0
  let disagreement: string | null = null
  for (const [key, value] of Object.entries(expected)) {
    const entry = compare(got[key], value, tolerance)
    relativeError = Math.max(relativeError, entry.relativeError)
    if (entry.disagreement !== null) disagreement ??= `${key}: ${entry.disagreement}`
  }
  return { disagreement, relativeError }
}

/**
 * Compares an answer with what a golden case expects.
 *
 * Expected numbers are decimal strings of more digits than a double holds, "Infinity", or plain
 * numbers; a list must match in length; of an object the keys expected are compared and others
 * ignored, and one that expects no key at all is refused, because it would agree with anything.
 *
 * @param got the answer
 * @param expected what the case expects, as it stands in the file
 * @param tolerance of the case
 * @example compare({ r: 0.5, extra: 1 }, { r: '5e-1' }, { relative: 0, absolute: 0 }).disagreement // null
 */
export function compare(got: unknown, expected: unknown, tolerance: Tolerance): Agreement {
  if (typeof got === 'number' && (typeof expected === 'number' || typeof expected === 'string')) {
    const number = typeof expected === 'number' ? expected : parseDecimal(expected)
    return number === null ? differs(got, expected) : compareNumbers(got, number, tolerance)
  }
  if (isRecord(got) && isRecord(expected) && Array.isArray(got) === Array.isArray(expected)) {
    const sameLength = !Array.isArray(got) || got.length === Object.keys(expected).length
    const saysSomething = Array.isArray(expected) || Object.keys(expected).length > 0
    if (sameLength && saysSomething) return compareEntries(got, expected, tolerance)
    return differs(got, expected)
  }
  if (expected !== undefined && got === expected) return { disagreement: null, relativeError: 0 }
  return differs(got, expected)
}
