import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Timeline, Verdict } from '../../frame/contract.ts'
import { type Expression, row, variable } from '../../frame/expression.ts'
import type { Stretch } from '../../systems/traffic/report.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import { number } from '../../ui/format.ts'
import { FIXED, type HaFtModel, type Lane } from './model.ts'

export const seconds = (ms: number): string =>
  m.haft_seconds({ seconds: number(getLocale(), ms / 1000, 3) })

const whole = (value: number): string => number(getLocale(), value)

/** How long nobody answered, over all outages of a lane. */
export const outageMs = ({ outages }: Lane): number =>
  outages.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

/** How often a server was taken over from. */
const takeovers = ({ report }: Lane): number =>
  report.stretches.filter(({ kind }) => kind === 'deciding').length

export function verdict({ values, available, tolerant }: HaFtModel): Verdict {
  if (values.happening === 'jumpy') {
    return available.report.falseAlarms === 0
      ? { tone: 'neutral', text: m.haft_verdict_calm() }
      : {
          tone: 'fails',
          text: m.haft_verdict_jumpy({ times: m.haft_takeovers({ count: takeovers(available) }) }),
        }
  }
  if (tolerant.report.failed > 0) return { tone: 'fails', text: m.haft_verdict_bug() }
  const outage = seconds(outageMs(available))
  const { fates, lost, failed } = available.report
  if (lost > 0) {
    return { tone: 'fails', text: m.haft_verdict_lost({ seconds: outage, count: lost }) }
  }
  const late = fates.filter(({ outcome, attempts }) => outcome === 'served' && attempts > 1)
  if (late.length === 0) return { tone: 'neutral', text: m.haft_verdict_crash({ seconds: outage }) }
  const waits = late.map(({ bornMs, endMs }) => (endMs ?? bornMs) - bornMs)
  const slowest = seconds(Math.max(...waits))
  const given = { saved: whole(late.length), seconds: slowest }
  return failed === 0
    ? { tone: 'works', text: m.haft_verdict_retry(given) }
    : { tone: 'neutral', text: m.haft_verdict_some({ ...given, failed: whole(failed) }) }
}

/** The whole run, for those who do not see it. */
export const describe = (model: HaFtModel): string =>
  m.haft_description({
    failed: whole(model.available.report.failed),
    all: whole(model.available.report.fates.length),
    seconds: seconds(outageMs(model.available)),
    tolerantFailed: whole(model.tolerant.report.failed),
    verdict: verdict(model).text,
  })

export function readings(model: HaFtModel): readonly Reading[] {
  const { available, tolerant } = model
  const of = ({ report }: Lane) => m.haft_of({ all: whole(report.fates.length) })
  const machines = whole((1 + 1) / 1)
  return [
    {
      id: 'available',
      label: m.haft_reading_available(),
      value: whole(available.report.failed),
      unit: of(available),
    },
    {
      id: 'outage',
      label: m.haft_reading_outage(),
      value: number(getLocale(), outageMs(available) / 1000, 3),
      unit: 's',
    },
    {
      id: 'tolerant',
      label: m.haft_reading_tolerant(),
      value: whole(tolerant.report.failed),
      unit: of(tolerant),
    },
    { id: 'lost', label: m.haft_reading_lost(), value: whole(available.report.lost) },
    {
      id: 'machines',
      label: m.haft_reading_machines(),
      value: machines,
      formula: row(
        variable('k', machines),
        '=',
        row('(', variable('N', '1'), '+', variable('M', '1'), ')', '÷', variable('N', '1')),
      ),
    },
  ]
}

/** The outage as the sum of its parts; those that did not happen are 0. */
export function formula({ available, lengthMs }: HaFtModel): Expression {
  const total = (kind: Stretch['kind']) =>
    available.report.stretches
      .filter((stretch) => stretch.kind === kind)
      .reduce((sum, { fromMs, toMs }) => sum + Math.min(toMs, lengthMs) - fromMs, 0)
  const parts = [
    { symbol: m.haft_symbol_detect(), ms: total('detecting') },
    { symbol: m.haft_symbol_decide(), ms: total('deciding') },
    { symbol: m.haft_symbol_promote(), ms: total('promoting') },
    { symbol: m.haft_symbol_warm(), ms: total('warming') },
  ]
  // A detector that gave up both servers has nobody left to promote.
  const idleMs = parts.reduce((left, { ms }) => left - ms, outageMs(available))
  if (idleMs >= 1) parts.push({ symbol: m.haft_symbol_idle(), ms: idleMs })
  return row(
    variable(m.haft_symbol_outage(), seconds(outageMs(available))),
    ...parts.flatMap(({ symbol, ms }, index) => [
      index === 0 ? '=' : '+',
      variable(symbol, seconds(ms)),
    ]),
  )
}

const server = (index: number): string => 'AB'.charAt(index)

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(note: TrafficNote): string | undefined {
  switch (note.kind) {
    case 'struck':
      return note.fault === 'hang'
        ? m.haft_event_struck_hang({ server: server(note.server) })
        : m.haft_event_struck_crash({ server: server(note.server) })
    case 'suspected':
      return m.haft_event_suspected({ server: server(note.server), count: whole(note.against) })
    case 'taken-out':
      return note.rightly
        ? m.haft_event_taken_out({ server: server(note.server) })
        : m.haft_event_taken_wrongly({ server: server(note.server) })
    case 'brought-back':
      return m.haft_event_back({ server: server(note.server) })
    case 'phase': {
      const name = { server: server(note.server) }
      switch (note.phase) {
        case 'deciding':
          return m.haft_event_deciding(name)
        case 'promoting':
          return m.haft_event_promoting(name)
        case 'warming':
          return m.haft_event_warming(name)
        case 'serving':
          return m.haft_event_serving(name)
      }
      return undefined
    }
    case 'lost':
      return m.haft_event_lost({
        count: note.requests.length,
        server: server(note.server),
      })
    case 'masked':
      return m.haft_event_masked({ request: whole(note.request + 1) })
    case 'attempt-failed': {
      const name = { request: whole(note.request + 1) }
      switch (note.why) {
        case 'cut':
          return m.haft_event_cut(name)
        case 'refused':
          return m.haft_event_refused(name)
        case 'timed-out':
          return m.haft_event_timed_out({ ...name, seconds: seconds(FIXED.patienceMs) })
        case 'error':
          return m.haft_event_error(name)
      }
      return undefined
    }
    default:
      return undefined
  }
}

/** How the run lies in time: at rest it is over, and the whole of it can be read. */
export function timeline({ values, available, tolerant, lengthMs }: HaFtModel): Timeline {
  const rows = (lane: Lane, name: string) =>
    lane.entries.flatMap(({ atMs, note }) => {
      // Two copies in step are probed too, and nothing follows from it.
      if (lane.design === 'lockstep' && /suspected|taken-out|brought-back/.test(note.kind))
        return []
      const what = sentence(note)
      return what === undefined ? [] : [{ atMs, text: m.haft_event_in({ lane: name, what }) }]
    })
  return {
    lengthMs,
    restMs: lengthMs,
    pace: 2000,
    // Probes get lost by chance, and a client waits for a random time before it tries again.
    chance: values.happening === 'jumpy' || values.retries > 0,
    entries: [
      ...rows(available, m.haft_lane_available()),
      ...rows(tolerant, m.haft_lane_tolerant()),
    ].toSorted((first, second) => first.atMs - second.atMs),
  }
}
