import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, row, variable } from '../../frame/expression.ts'
import { goodsIn } from '../../systems/multi-primary/basket.ts'
import { shown } from '../../systems/multi-primary/conflict.ts'
import { seesConflicts } from '../../systems/multi-primary/ledger.ts'
import { meantBy } from '../../systems/multi-primary/meaning.ts'
import { isQuiet } from '../../systems/multi-primary/replicate.ts'
import type { Invariant, MultiPrimaryWorld } from '../../systems/multi-primary/world.ts'
import { listed, number } from '../../ui/format.ts'
import { type MultiPrimaryModel, agree, differMs } from './model.ts'
import { goodsAt } from './subjects.ts'
import { basketName, goodName, linkName, seconds, whole, writeName } from './words.ts'

/** When an invariant was broken, if it was. */
const brokenMs = ({ last }: MultiPrimaryModel, invariant: Invariant): number | undefined =>
  last.breaches[invariant]

/** What is shown at A, whose baskets stand for all where the sites agree. */
const shownAtA = ({ parameters, sites }: MultiPrimaryWorld) =>
  shown(parameters.rule, sites['A']?.versions ?? [])

/** What lies in some basket though everybody who put it in had it thrown out. */
function returned({ ids, last }: MultiPrimaryModel): string {
  const goods = ids.flatMap((id) =>
    shown(last.parameters.rule, last.sites[id]?.versions ?? []).flatMap(({ basket, history }) => {
      const meant = goodsIn(meantBy(last.writes, history))
      return goodsIn(basket).filter((good) => !meant.includes(good))
    }),
  )
  return listed(getLocale(), [...new Set(goods)].map(goodName))
}

function lostVerdict({ last, entries }: MultiPrimaryModel): Verdict | undefined {
  // A write that its own site did not take, for what it held had a later stamp.
  const shadowed = entries.flatMap(({ note }) =>
    note.kind === 'written' && note.shadowed ? [note.write] : [],
  )
  const first = last.lost.find(({ write }) => shadowed.includes(write)) ?? last.lost[0]
  const write = first && last.writes[first.write]
  if (!write) return undefined
  const facts = {
    what: writeName(write),
    site: write.site,
    at: seconds(write.atMs),
    gone: seconds(first.atMs),
    count: whole(last.lost.length),
  }
  const tone = 'fails'
  if (shadowed.includes(write.number)) return { tone, text: m.multi_primary_verdict_order(facts) }
  return {
    tone,
    text:
      last.lost.length > 1
        ? m.multi_primary_verdict_lost_more(facts)
        : m.multi_primary_verdict_lost(facts),
  }
}

/** How it stands at the end where nothing was broken. */
function soundVerdict(model: MultiPrimaryModel): Verdict {
  const { last, writes, pairs, cuts } = model
  if (writes.length === 0) return { tone: 'neutral', text: m.multi_primary_verdict_calm() }
  if (!agree(last)) {
    const cut = last.network.cut.length > 0 ? cuts.at(-1) : undefined
    if (!cut) return { tone: 'neutral', text: m.multi_primary_verdict_on_its_way() }
    const links = listed(getLocale(), cut.links.map(linkName))
    return {
      tone: 'neutral',
      text: seesConflicts(last.parameters.rule)
        ? m.multi_primary_verdict_apart({ links })
        : m.multi_primary_verdict_apart_one_stays({ links }),
    }
  }
  const baskets = shownAtA(last)
  if (baskets.length > 1)
    return {
      tone: 'neutral',
      text: m.multi_primary_verdict_siblings({ count: whole(baskets.length) }),
    }
  const basket = basketName(goodsAt(last, 'A'))
  return {
    tone: 'works',
    text:
      pairs.length > 0
        ? m.multi_primary_verdict_merged({ basket, time: seconds(differMs(model)) })
        : m.multi_primary_verdict_in_turn({ basket }),
  }
}

export function verdict(model: MultiPrimaryModel): Verdict {
  const apart = brokenMs(model, 'agreement')
  if (apart !== undefined && !agree(model.last)) {
    const never = m.multi_primary_verdict_never({ time: seconds(apart) })
    return {
      tone: 'fails',
      text: isQuiet(model.last) ? `${never} ${m.multi_primary_verdict_for_good()}` : never,
    }
  }
  const lost = lostVerdict(model)
  if (lost) return lost
  const order = brokenMs(model, 'order')
  if (order !== undefined)
    return { tone: 'fails', text: m.multi_primary_verdict_undone({ time: seconds(order) }) }
  const back = brokenMs(model, 'removals')
  const goods = returned(model)
  if (back !== undefined)
    return {
      tone: 'fails',
      text: goods
        ? m.multi_primary_verdict_back({ goods, time: seconds(back) })
        : m.multi_primary_verdict_was_back({ time: seconds(back) }),
    }
  return soundVerdict(model)
}

/** The whole run, for those who do not see it. */
export function describe(model: MultiPrimaryModel): string {
  const { ids, last, writes, pairs } = model
  return m.multi_primary_description({
    sites: whole(ids.length),
    writes: whole(writes.length),
    pairs: whole(pairs.length),
    lost: whole(last.lost.length),
    verdict: verdict(model).text,
  })
}

/** What was acknowledged, less what somebody still holds. */
export function formula({ last, writes }: MultiPrimaryModel): Expression {
  const lost = last.lost.length
  return row(
    variable('l', whole(lost), m.multi_primary_symbol_lost()),
    '=',
    variable('a', whole(writes.length), m.multi_primary_symbol_acknowledged()),
    '−',
    variable('h', whole(writes.length - lost), m.multi_primary_symbol_held()),
  )
}

export function readings(model: MultiPrimaryModel): readonly Reading[] {
  const { last, writes, pairs } = model
  return [
    {
      id: 'acknowledged',
      label: m.multi_primary_reading_acknowledged(),
      value: whole(writes.length),
    },
    {
      id: 'lost',
      label: m.multi_primary_reading_lost(),
      value: whole(last.lost.length),
      formula: formula(model),
    },
    { id: 'pairs', label: m.multi_primary_reading_pairs(), value: whole(pairs.length) },
    {
      id: 'noticed',
      label: m.multi_primary_reading_noticed(),
      value: whole(last.conflicts.length),
    },
    {
      id: 'differ',
      label: m.multi_primary_reading_differ(),
      value: number(getLocale(), differMs(model) / 1000, 3),
      unit: 's',
    },
    {
      id: 'agree',
      label: m.multi_primary_reading_agree(),
      value: agree(last) ? m.multi_primary_yes() : m.multi_primary_no(),
    },
  ]
}
