import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, row, variable } from '../../frame/expression.ts'
import { HOURS_PER_YEAR } from '../../reliability/downtime.ts'
import { fromUnreliability } from '../../reliability/probability.ts'
import { KINDS, type Kind } from '../../systems/failure-domains/estate.ts'
import { duration, listed, number } from '../../ui/format.ts'
import type { DomainsModel } from './model.ts'
import { hostName, names, ninesText, whole, yearly } from './words.ts'

/** The domains that take the service down alone. */
export const singlesOf = ({ cutSets }: DomainsModel): readonly string[] =>
  cutSets.flatMap((set) => (set.length === 1 ? set : []))

export function verdict(model: DomainsModel): Verdict {
  const singles = singlesOf(model)
  const said = { time: yearly(model.downHours), naive: yearly(model.independentDownHours) }
  return singles.length > 0
    ? {
        tone: 'fails',
        text: m.domains_verdict_single({ ...said, count: singles.length, list: names(singles) }),
      }
    : {
        tone: 'works',
        text: m.domains_verdict_none({ ...said, fewest: whole(model.cutSets[0]?.length ?? 0) }),
      }
}

/** The placement and what comes of it, for those who do not see it. */
export const describe = (model: DomainsModel): string =>
  m.domains_description({
    count: whole(model.service.hosts.length),
    hosts: listed(getLocale(), model.service.hosts.map(hostName)),
    needed: whole(model.service.needed),
    verdict: verdict(model).text,
  })

const plain = (value: number): string => number(getLocale(), value, 3)

/** The single points apart from the rest: what they take, and what is left of the time. */
export function formula({ exact, singlePoints, otherwise }: DomainsModel): Expression {
  const S = variable('S', plain(singlePoints.unreliability))
  return row(
    variable('U', plain(exact.unreliability)),
    '=',
    S,
    '+',
    row('(', constant('1'), '−', S, ')', '×', variable('U′', plain(otherwise.unreliability))),
  )
}

const RAISED = '⁰¹²³⁴⁵⁶'

/** A power with its symbol and its value. */
const power = (symbol: string, base: number, exponent: number): Expression =>
  variable(exponent === 1 ? symbol : `${symbol}${RAISED[exponent] ?? ''}`, plain(base ** exponent))

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

/** The binomial law: too many of the replicas down, as if each fell for itself. */
function independentFormula({ service, independent, replica }: DomainsModel): Expression {
  const n = service.hosts.length
  const { reliability: p, unreliability: q } = replica
  const terms = Array.from({ length: service.needed }, (_, up) => {
    const down = n - up
    return row(
      ...(up === 0 ? [] : [constant(whole(choose(n, up))), '×']),
      power('q', q, down),
      ...(up === 0 ? [] : ['×', power('p', p, up)]),
    )
  })
  return row(
    variable('U', plain(independent.unreliability), m.domains_symbol_independent()),
    '=',
    ...terms.toReversed().flatMap((term, index) => (index === 0 ? [term] : ['+', term])),
  )
}

const SYMBOLS: Readonly<Record<Kind, string>> = {
  host: 'h',
  rack: 'r',
  zone: 'z',
  region: 'g',
  feed: 'f',
  version: 'v',
}

const replicaFormula = ({ replica, unavailability }: DomainsModel): Expression =>
  row(
    variable('q', plain(replica.unreliability)),
    '=',
    constant('1'),
    '−',
    ...KINDS.flatMap((kind) => [
      '(',
      constant('1'),
      '−',
      variable(SYMBOLS[kind], plain(unavailability[kind])),
      ')',
    ]),
  )

/** The interval of the simulation, in nines. */
function simulatedText({ simulated: { interval } }: DomainsModel): string {
  const from = ninesText(fromUnreliability(interval.upper))
  return interval.lower === 0
    ? m.domains_above({ from })
    : m.domains_between({ from, to: ninesText(fromUnreliability(interval.lower)) })
}

export function readings(model: DomainsModel): readonly Reading[] {
  const { exact, independent, replica, downHours } = model
  const unit = m.domains_nines()
  const down = duration(getLocale(), downHours)
  return [
    {
      id: 'exact',
      label: m.domains_reading_exact(),
      value: ninesText(exact),
      unit,
      formula: formula(model),
    },
    {
      id: 'down',
      label: m.domains_reading_down(),
      ...down,
      formula: row(
        variable('D', `${down.value} ${down.unit}`),
        '=',
        variable('U', plain(exact.unreliability)),
        '×',
        constant(whole(HOURS_PER_YEAR)),
      ),
    },
    {
      id: 'independent',
      label: m.domains_reading_independent(),
      value: ninesText(independent),
      unit,
      formula: independentFormula(model),
    },
    {
      id: 'simulated',
      label: m.domains_reading_simulated(),
      value: simulatedText(model),
      unit,
    },
    {
      id: 'replica',
      label: m.domains_reading_replica(),
      value: ninesText(replica),
      unit,
      formula: replicaFormula(model),
    },
    { id: 'singles', label: m.domains_reading_singles(), value: whole(singlesOf(model).length) },
  ]
}
