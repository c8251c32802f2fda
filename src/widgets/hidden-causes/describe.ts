import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, row, variable } from '../../frame/expression.ts'
import { partOf } from '../../systems/hidden-causes/architecture.ts'
import { FULL, POINTS } from '../../systems/hidden-causes/grade.ts'
import { reportOn, systemOf } from '../../systems/hidden-causes/system.ts'
import { duration, number } from '../../ui/format.ts'
import type { HiddenModel, Opened } from './model.ts'
import { TEXTS, lineName, listOf, partName, price, thingName, whole } from './words.ts'

const namesOf = ({ id }: HiddenModel, things: readonly string[]): string =>
  listOf(things.map((thing) => thingName(id, thing)))

const partsOf = ({ id }: HiddenModel, parts: readonly string[]): string =>
  parts.length === 0 ? m.hidden_nothing_falls() : listOf(parts.map((part) => partName(id, part)))

/** What is marked, before anything is pulled down. */
function reading(model: HiddenModel): string {
  const { id, first, second } = model
  const one = first ?? second
  if (one === undefined) return m.hidden_verdict_reading({ story: TEXTS[id].story() })
  const name = lineName(id, one) ?? one
  if (first === undefined || second === undefined) return m.hidden_verdict_half({ first: name })
  const part = partOf(first)
  if (part !== undefined && part === partOf(second))
    return m.hidden_verdict_same_part({ part: partName(id, part) })
  return m.hidden_verdict_marked({ first: name, second: lineName(id, second) ?? second })
}

/** What pulling it down says of the claim. */
function claimTold(model: HiddenModel, { grade, pulled }: Opened): string {
  const { id, first, second } = model
  const { kind, before, shared, found } = grade
  if (kind === 'nothing') {
    return found
      ? m.hidden_found_nothing({ count: whole(before.things.length) })
      : m.hidden_missed({ singles: namesOf(model, before.singles) })
  }
  const part = first && partOf(first)
  if (kind === 'unfinished' && first && second && part)
    return m.hidden_verdict_same_part({ part: partName(id, part) })
  if (!pulled) {
    const line = first ?? second
    return kind === 'unfinished' && line
      ? m.hidden_drill_nothing({ line: lineName(id, line) ?? line })
      : m.hidden_apart_safe()
  }
  const said = {
    thing: thingName(id, pulled.thing),
    falls: partsOf(model, pulled.falls),
    stays: partsOf(model, pulled.stays),
  }
  if (kind === 'unfinished') {
    const serves = pulled.serves ? m.hidden_drill_stands() : m.hidden_drill_dark()
    return m.hidden_drill({ ...said, serves })
  }
  if (found) {
    const others = before.singles.filter((single) => !shared.includes(single))
    return others.length === 0
      ? m.hidden_found(said)
      : `${m.hidden_found(said)} ${m.hidden_other_cause({ others: namesOf(model, others) })}`
  }
  if (shared.length > 0) return m.hidden_shared_harmless(said)
  return pulled.serves ? m.hidden_apart(said) : m.hidden_apart_dark(said)
}

/** What pulling everything down says of the mend. */
function mendTold(model: HiddenModel, { grade }: Opened): string {
  const { mend } = model
  const { before, after, leastPrice } = grade
  const singles = namesOf(model, after.singles)
  if (after.singles.length === 0) {
    if (!mend) return ''
    const prices = { price: price(mend.price), least: price(leastPrice) }
    if (before.singles.length === 0) return m.hidden_mend_needless(prices)
    return mend.price > leastPrice ? m.hidden_mend_dear(prices) : m.hidden_mend_sound()
  }
  if (!mend) return m.hidden_mend_none()
  const more = after.singles.length - before.singles.length
  if (more > 0) return m.hidden_mend_worse({ singles })
  const moved = after.singles.some((single) => !before.singles.includes(single))
  if (moved) return m.hidden_mend_moved({ singles })
  return more < 0 ? m.hidden_mend_half({ singles }) : m.hidden_mend_useless({ singles })
}

export function verdict(model: HiddenModel): Verdict {
  const { opened } = model
  if (!opened) return { tone: 'neutral', text: reading(model) }
  const { found, mended } = opened.grade
  const sound = mended === 1
  return {
    tone: found && sound ? 'works' : found || sound ? 'neutral' : 'fails',
    text: [claimTold(model, opened), mendTold(model, opened)].filter(Boolean).join(' '),
  }
}

/** What the picture shows: what is pulled down, and whether the service stands. */
export function now(model: HiddenModel): string {
  const { id, mend, opened } = model
  if (!opened) return m.hidden_now_reading()
  const { drawn, grade } = opened
  if (!drawn) return m.hidden_now_nothing()
  const thing = thingName(id, drawn.thing)
  const serves = drawn.serves ? m.hidden_serves() : m.hidden_dark()
  if (!mend) return `${m.hidden_now_pulled({ thing })} ${serves}`
  return grade.after.things.includes(drawn.thing)
    ? `${m.hidden_now_mended({ thing })} ${serves}`
    : m.hidden_now_gone({ thing })
}

export const describe = (model: HiddenModel): string =>
  m.hidden_description({
    name: TEXTS[model.id].name(),
    story: TEXTS[model.id].story(),
    now: now(model),
    verdict: verdict(model).text,
  })

const digits = (value: number) => number(getLocale(), value, 3)

export function formula({ opened }: HiddenModel): Expression {
  const shown = (value: number | undefined) => (value === undefined ? '?' : digits(value))
  const grade = opened?.grade
  return row(
    variable('P', shown(grade?.points)),
    '=',
    variable('p', whole(POINTS.found), m.hidden_symbol_found()),
    '×',
    variable('f', shown(grade && Number(grade.found))),
    '+',
    variable('p', whole(POINTS.mended), m.hidden_symbol_mended()),
    '×',
    variable('g', shown(grade?.mended)),
    '+',
    variable('p', whole(POINTS.thrift), m.hidden_symbol_thrift()),
    '×',
    variable('c', shown(grade?.thrift)),
  )
}

const HOURS_A_YEAR = 8766

const downtime = (unavailability: number) => {
  const { value, unit } = duration(getLocale(), unavailability * HOURS_A_YEAR)
  return `${value} ${unit}`
}

export function readings(model: HiddenModel): readonly Reading[] {
  const { architecture, mend, opened } = model
  const grade = opened?.grade
  const before = grade?.before ?? reportOn(systemOf(architecture))
  const cost: Reading = {
    id: 'cost',
    label: m.hidden_reading_cost(),
    value: price(mend?.price ?? 0),
    ...(grade && { unit: m.hidden_least({ least: price(grade.leastPrice) }) }),
  }
  const down: Reading = {
    id: 'downtime',
    label: m.hidden_reading_downtime(),
    value: downtime(before.unavailability),
    ...(grade && mend && { unit: m.hidden_then({ after: downtime(grade.after.unavailability) }) }),
  }
  if (!grade) return [down, cost]
  return [
    {
      id: 'points',
      label: m.hidden_reading_points(),
      value: digits(grade.points),
      unit: m.hidden_of_points({ full: whole(FULL) }),
      formula: formula(model),
    },
    {
      id: 'singles',
      label: m.hidden_reading_singles(),
      value: whole(before.singles.length),
      ...(mend && { unit: m.hidden_then({ after: whole(grade.after.singles.length) }) }),
    },
    down,
    cost,
  ]
}
