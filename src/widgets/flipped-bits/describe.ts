import * as m from '#messages/messages.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { distance, type Outcome } from '../../systems/error-codes/outcome.ts'
import { CHECKS, dataOf } from '../../systems/error-codes/small-codes.ts'
import { type BitsModel, type CrcFrame, MESSAGE, type SmallWord } from './model.ts'
import { atHome, bitsFor, here, share } from './overhead.ts'
import { codeName, outcomeName, textOf, whole } from './words.ts'

const codeOf = (model: BitsModel) => (model.kind === 'crc' ? 'crc' : model.code)

const TONES: Readonly<Record<Outcome, Verdict['tone']>> = {
  clean: 'neutral',
  corrected: 'works',
  detected: 'works',
  missed: 'fails',
  miscorrected: 'fails',
}

/** What the checks that fail say together. */
export function pointing({ code, failing, syndrome, blamed }: SmallWord): string {
  if (!failing.includes(true)) return m.bits_points_none()
  if (code === 'parity') return m.bits_points_odd()
  if (blamed === undefined) return m.bits_points_two()
  const said = { at: whole(blamed) }
  return syndrome === 0 ? m.bits_points_whole(said) : m.bits_points_at(said)
}

function smallText({ code, flips, outcome, blamed, written, handedOut }: SmallWord): string {
  const said = {
    flips: whole(flips.length),
    at: blamed === undefined ? '' : whole(blamed),
    wrong: whole(handedOut ? distance(written, handedOut) : 0),
  }
  switch (outcome) {
    case 'clean':
      return m.bits_verdict_clean()
    case 'corrected':
      return m.bits_verdict_corrected(said)
    case 'detected':
      return code === 'parity' ? m.bits_verdict_odd(said) : m.bits_verdict_refused(said)
    case 'missed':
      return code === 'parity' ? m.bits_verdict_even(said) : m.bits_verdict_other_word(said)
    case 'miscorrected':
      return m.bits_verdict_miscorrected(said)
  }
}

function crcText({ pattern, span, flips, outcome, message }: CrcFrame): string {
  const said = { span: whole(span), flips: whole(flips.length), text: textOf(message) }
  if (outcome === 'missed') return m.bits_verdict_crafted(said)
  if (flips.length === 1) return m.bits_verdict_crc_one()
  if (pattern === 'ends') return m.bits_verdict_ends(said)
  return span <= 32 ? m.bits_verdict_burst(said) : m.bits_verdict_long_burst(said)
}

export const verdict = (model: BitsModel): Verdict => ({
  tone: TONES[model.outcome],
  text: model.kind === 'crc' ? crcText(model) : smallText(model),
})

/** The state of the picture, for those who do not see it. */
export const describe = (model: BitsModel): string =>
  m.bits_description({
    code: codeName(codeOf(model)),
    flips:
      model.flips.length === 0
        ? m.bits_no_flips()
        : m.bits_flips_at({
            count: whole(model.flips.length),
            first: whole((model.flips[0] ?? 0) + 1),
          }),
    outcome: outcomeName(model.outcome),
    verdict: verdict(model).text,
  })

/** How many bits of the data that is handed out are wrong; nothing where none is. */
function wrongData(model: BitsModel): number | undefined {
  if (model.kind === 'crc')
    return model.outcome === 'missed'
      ? model.flips.filter((flip) => flip < MESSAGE.length * 8).length
      : undefined
  return model.handedOut
    ? distance(dataOf(model.code, model.handedOut), dataOf(model.code, model.written))
    : undefined
}

export function readings(model: BitsModel): readonly Reading[] {
  const code = codeOf(model)
  const wrong = wrongData(model)
  return [
    {
      id: 'flips',
      label: m.bits_reading_flips(),
      value: whole(model.flips.length),
      unit: m.bits_of({ count: whole(model.written.length) }),
    },
    {
      id: 'wrong',
      label: m.bits_reading_wrong(),
      value: wrong === undefined ? m.bits_nothing_out() : whole(wrong),
      ...(wrong === undefined ? {} : { unit: m.bits_of({ count: whole(here(code).data) }) }),
    },
    {
      id: 'here',
      label: m.bits_reading_here(),
      value: share(here(code)),
      unit: bitsFor(here(code)),
    },
    {
      id: 'home',
      label: m.bits_reading_home(),
      value: share(atHome(code)),
      unit: bitsFor(atHome(code)),
    },
  ]
}

/** Where the error is, as the checks have it; for a checksum what it costs. */
export function formula(model: BitsModel): Expression {
  if (model.kind === 'crc') {
    const { check, data } = here('crc')
    return row(
      variable(m.bits_symbol_overhead(), share(here('crc'))),
      '=',
      fraction(variable('r', whole(check)), variable('k', whole(data))),
    )
  }
  const { code, failing, syndrome, read } = model
  if (code === 'parity')
    return row(
      variable('s', whole(failing[0] === true ? 1 : 0)),
      '=',
      ...read.flatMap((bit, index) => [
        ...(index > 0 ? ['⊕'] : []),
        variable('b', whole(bit), String(index + 1)),
      ]),
    )
  const weighed = CHECKS[code].flatMap(({ weight }, index) =>
    weight === 0 ? [] : [{ weight, fails: failing[index] === true }],
  )
  return row(
    variable(m.bits_symbol_position(), whole(syndrome)),
    '=',
    ...weighed.flatMap(({ weight, fails }, index) => [
      ...(index > 0 ? ['+'] : []),
      whole(weight),
      '×',
      variable('s', whole(fails ? 1 : 0), String(weight)),
    ]),
  )
}
