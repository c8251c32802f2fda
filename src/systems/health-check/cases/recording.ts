import type { Evaluate, Recording } from '../../../reliability/cases/case-arguments.ts'
import { type HealthCheckOptions, probed, startHealthCheck, statusText } from '../health-check.ts'
import type recorded from './haproxy-health-check.json'

/** When the recording saw each server for the first time, and its state from then on. */
const SEEN_MS = 113

/** The status page was read every so often, so that a change shows a little after its probe. */
export const LATEST_MS = 25

const isRecorded = (file: object): file is typeof recorded =>
  'program' in file && 'config' in file && 'probes' in file && 'transitions' in file

/** The options of a server line of HAProxy's configuration. */
export function optionsOf(line: string): HealthCheckOptions {
  const of = (name: string): Readonly<Record<string, number>> => {
    const value = new RegExp(`\\b${name} (\\d+)`).exec(line)?.[1]
    return value === undefined ? {} : { [name]: Number(value) }
  }
  const { inter, fastinter, downinter, fall, rise } = {
    ...of('inter'),
    ...of('fastinter'),
    ...of('downinter'),
    ...of('fall'),
    ...of('rise'),
  }
  return {
    ...(inter !== undefined && { interMs: inter }),
    ...(fastinter !== undefined && { fastInterMs: fastinter }),
    ...(downinter !== undefined && { downInterMs: downinter }),
    ...(fall !== undefined && { fall }),
    ...(rise !== undefined && { rise }),
  }
}

/** Each server that HAProxy watched: its probes, and the changes that it made of them. */
export const recording: Recording = (file) => {
  if (!isRecorded(file)) return null
  return Object.entries(file.config).map(([server, config]) => ({
    op: 'haproxyServer',
    args: {
      server,
      config,
      probes: file.probes.filter((probe) => probe.server === server),
    },
    expected: {
      changes: file.transitions
        .filter((change) => change.server === server && change.from !== null)
        .map(({ t, from, to }) => ({ at: t, from, to })),
    },
    absTol: LATEST_MS,
  }))
}

/** What our health check makes of the probes of one server. */
export const haproxyServer: Evaluate = ({ config, probes }) => {
  if (!Array.isArray(probes)) throw new TypeError('probes of a server must be a list')
  let check = startHealthCheck(optionsOf(String(config)))
  const changes = probes.map(({ t, probe }: { readonly t: number; readonly probe: string }) => {
    const from = statusText(check)
    check = probed(check, probe === 'ok')
    return { at: t, from, to: statusText(check) }
  })
  return { changes: changes.filter(({ at, from, to }) => from !== to && at >= SEEN_MS) }
}
