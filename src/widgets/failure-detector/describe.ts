import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, fraction, row, variable, type Expression } from '../../frame/expression.ts'
import { HOURS_PER_YEAR } from '../../reliability/downtime.ts'
import { duration, number } from '../../ui/format.ts'
import { MOST_THRESHOLD, type DetectorModel } from './model.ts'

/** Fewer false failovers a year than this are shown as "under" it, in words and on the plot. */
export const RAREST = 1e-4

const MILLISECOND = 1 / 3.6e6

export const plain = (value: number, digits = 3) => number(getLocale(), value, digits)

/** A length of time; what is too short to print is said to be short. */
export function time(hours: number): Pick<Reading, 'value' | 'unit'> {
  if (hours === 0) return { value: m.detector_none() }
  if (hours < MILLISECOND) {
    const { value, unit } = duration(getLocale(), MILLISECOND * (1 + 1e-9), 1)
    return { value: m.detector_under({ value }), unit }
  }
  return duration(getLocale(), hours)
}

/** The same in one piece, which no end of a line takes apart. */
export const timeText = (hours: number) => {
  const { value, unit } = time(hours)
  return unit === undefined ? value : `${value}\u00a0${unit}`
}

export const secondsText = (seconds: number) => timeText(seconds / 3600)

/** How many false failovers a year, down to the rarest that is worth a number. */
export const rateText = (perYear: number) =>
  perYear === 0
    ? m.detector_none()
    : perYear < RAREST
      ? m.detector_under({ value: plain(RAREST) })
      : plain(perYear)

/** A tick of the plot: its lowest is a floor, and many zeros are put short. */
export const tickText = (perYear: number) =>
  perYear <= RAREST
    ? `≤ ${plain(perYear)}`
    : perYear > 1e6
      ? new Intl.NumberFormat(getLocale(), { notation: 'compact' }).format(perYear)
      : plain(perYear)

// Closer to the least than this, another threshold buys nothing that a reader would notice.
const NEAR = 1.05

/** What the state means: is this the threshold to have, and if not, which way does it err? */
export function verdict({ current, least }: DetectorModel): Verdict {
  const ratio = current.totalHours / least.totalHours
  const said = {
    total: timeText(current.totalHours),
    least: timeText(least.totalHours),
    threshold: plain(least.threshold),
    falseAlarms: rateText(current.falsePerYear),
    cost: timeText(current.falseHours),
    wait: timeText(current.unnoticedHours),
  }
  if (current.threshold === least.threshold)
    return {
      tone: 'works',
      text:
        current.threshold === 1
          ? m.detector_verdict_first(said)
          : current.threshold === MOST_THRESHOLD
            ? m.detector_verdict_last(said)
            : m.detector_verdict_least(said),
    }
  if (ratio <= NEAR) return { tone: 'neutral', text: m.detector_verdict_near(said) }
  return {
    tone: 'fails',
    text:
      current.threshold < least.threshold
        ? m.detector_verdict_jumpy(said)
        : m.detector_verdict_sluggish(said),
  }
}

/** The state of the whole picture, for those who do not see it. */
export function describe(model: DetectorModel): string {
  const { current, values } = model
  return m.detector_description({
    threshold: plain(current.threshold),
    interval: secondsText(values.intervalMs / 1000),
    detection: secondsText(current.detectionSeconds),
    falseAlarms: rateText(current.falsePerYear),
    total: timeText(current.totalHours),
    verdict: verdict(model).text,
  })
}

/** The variables of this state, as the readings and the formula share them. */
function symbols({ values, current }: DetectorModel) {
  const seconds = (symbol: string, value: number) => variable(symbol, secondsText(value))
  return {
    detection: seconds('D', current.detectionSeconds),
    interval: seconds('T', values.intervalMs / 1000),
    timeout: seconds('τ', values.timeoutMs / 1000),
    failover: seconds('R', values.failoverSeconds),
    threshold: variable('m', plain(values.threshold)),
    failures: variable('f', plain(values.failures)),
    falseAlarms: variable('a', rateText(current.falsePerYear)),
    outage: variable('O', timeText(current.totalHours)),
    fromTrue: variable('O', timeText(current.unnoticedHours + current.neededHours), 'f'),
    fromFalse: variable('O', timeText(current.falseHours), 'a'),
  }
}

export function readings(model: DetectorModel): readonly Reading[] {
  const { current } = model
  const s = symbols(model)
  const one = constant('1')
  const year = constant(timeText(HOURS_PER_YEAR))
  return [
    {
      id: 'detection',
      label: m.detector_reading_detection(),
      ...time(current.detectionSeconds / 3600),
      formula: row(
        s.detection,
        '=',
        row('(', s.threshold, '−', one, ')', '×', s.interval),
        '+',
        fraction(s.interval, constant('2')),
        '+',
        s.timeout,
      ),
    },
    {
      id: 'false',
      label: m.detector_reading_false(),
      value: rateText(current.falsePerYear),
      unit: m.detector_reading_a_year(),
      ...(current.falsePerYear === 0
        ? {}
        : {
            formula: row(
              s.falseAlarms,
              '=',
              fraction(
                row(year, '−', s.fromTrue),
                row(variable('M', marginText(current.falseAlarmHours)), '+', s.failover),
              ),
            ),
          }),
    },
    {
      id: 'from-true',
      label: m.detector_reading_from_true(),
      ...time(current.unnoticedHours + current.neededHours),
      formula: row(s.fromTrue, '=', s.failures, '×', row('(', s.detection, '+', s.failover, ')')),
    },
    {
      id: 'from-false',
      label: m.detector_reading_from_false(),
      ...time(current.falseHours),
      formula: row(s.fromFalse, '=', s.falseAlarms, '×', s.failover),
    },
    {
      id: 'total',
      label: m.detector_reading_total(),
      ...time(current.totalHours),
      formula: row(s.outage, '=', s.fromTrue, '+', s.fromFalse),
    },
  ]
}

// Between false alarms of a careful detector lie ages.
const marginText = (hours: number) =>
  hours < 1e6 ? timeText(hours) : m.detector_years({ years: plain(hours / HOURS_PER_YEAR) })

export function formula(model: DetectorModel): Expression {
  const s = symbols(model)
  return row(
    s.outage,
    '=',
    s.failures,
    '×',
    row('(', s.detection, '+', s.failover, ')'),
    '+',
    s.falseAlarms,
    '×',
    s.failover,
  )
}
