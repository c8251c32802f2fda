import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Choose } from '../../frame/contract.ts'
import type { Bits, Outcome } from '../../systems/error-codes/outcome.ts'
import { CHECKS, DATA_AT } from '../../systems/error-codes/small-codes.ts'
import { Cell } from './Cell.tsx'
import { pointing } from './describe.ts'
import styles from './Figure.module.css'
import { type BitsLayout, bitX } from './layout.ts'
import type { SmallWord } from './model.ts'
import { LAMPS, outcomeName, whole } from './words.ts'

const CHECK_ROW = 30

interface Props {
  readonly word: SmallWord
  readonly layout: BitsLayout
  readonly guess: Outcome | undefined
  readonly choose: Choose | undefined
}

const rowsOf = ({ cell }: BitsLayout, checks: number) => {
  const written = 24
  const read = written + cell + 12
  const first = read + cell + 16
  const says = first + checks * CHECK_ROW + 12
  const out = says + 16
  return { written, read, first, says, out, ends: out + cell + 34 }
}

/** How tall the word of a code is drawn, with its checks. */
export const wordHeight = (layout: BitsLayout, { code }: SmallWord): number =>
  rowsOf(layout, CHECKS[code].length).ends + 26

/** A word as it was written, read and handed out, with its checks between. */
export function Word({ word, layout, guess, choose }: Props) {
  const { code, written, read, handedOut, flips, failing, outcome } = word
  const { cell, left } = layout
  const rows = rowsOf(layout, CHECKS[code].length)
  const isCheck = (index: number) => !DATA_AT[code].includes(index + 1)
  const label = (text: string, y: number, x = 0) => (
    <text x={x} y={y} className={figureText('soft')}>
      {text}
    </text>
  )
  const cells = (bits: Bits, y: number, stateOf: (index: number) => 'right' | 'wrong' | 'mended') =>
    bits.map((bit, index) => (
      <Cell
        key={bitX(layout, index)}
        x={bitX(layout, index)}
        y={y}
        side={cell}
        bit={bit}
        check={isCheck(index)}
        state={stateOf(index)}
        onClick={
          y === rows.read && choose
            ? () => choose(`bit${index + 1}`, !flips.includes(index))
            : undefined
        }
      />
    ))
  return (
    <g>
      {written.map((_, index) => (
        <text
          key={bitX(layout, index)}
          x={bitX(layout, index) + cell / 2}
          y="14"
          textAnchor="middle"
          className={`${figureText('soft', 'value')} ${styles['small']}`}
        >
          {whole(index + 1)}
        </text>
      ))}
      {label(m.bits_written(), rows.written + cell / 2 + 5)}
      {cells(written, rows.written, () => 'right')}
      {label(m.bits_read(), rows.read + cell / 2 + 5)}
      {cells(read, rows.read, (index) => (flips.includes(index) ? 'wrong' : 'right'))}
      {CHECKS[code].map(({ weight, covers }, row) => {
        const y = rows.first + row * CHECK_ROW
        const fails = failing[row] === true
        const from = (covers[0] ?? 1) - 1
        return (
          <g key={weight}>
            {layout.stacked && <Lamp state={fails ? 'failed' : 'healthy'} x={6} y={y} />}
            {label(
              weight === 0 ? m.bits_check_whole() : m.bits_check_row({ weight: whole(weight) }),
              y + 5,
              layout.stacked ? 15 : 0,
            )}
            <line
              x1={bitX(layout, from) + cell / 2}
              x2={bitX(layout, (covers.at(-1) ?? 1) - 1) + cell / 2}
              y1={y}
              y2={y}
              className={styles['through']}
            />
            {covers.map((position) => (
              <circle
                key={position}
                cx={bitX(layout, position - 1) + cell / 2}
                cy={y}
                r="4.5"
                className={styles['covers']}
                data-fails={fails}
              />
            ))}
            {!layout.stacked && (
              <g>
                <Lamp
                  state={fails ? 'failed' : 'healthy'}
                  x={bitX(layout, written.length) + 6}
                  y={y}
                />
                <text
                  x={bitX(layout, written.length) + 18}
                  y={y + 5}
                  className={figureText(...(fails ? ['fails'] : []))}
                >
                  {fails ? m.bits_odd() : m.bits_even()}
                </text>
              </g>
            )}
          </g>
        )
      })}
      <text x={layout.stacked ? 0 : left} y={rows.says} className={figureText()}>
        {pointing(word)}
      </text>
      {label(m.bits_handed_out(), rows.out + cell / 2 + 5)}
      {handedOut ? (
        cells(handedOut, rows.out, (index) =>
          handedOut[index] !== written[index]
            ? 'wrong'
            : handedOut[index] !== read[index]
              ? 'mended'
              : 'right',
        )
      ) : (
        <text x={left} y={rows.out + cell / 2 + 5} className={figureText('strong')}>
          {m.bits_refused()}
        </text>
      )}
      <Lamp state={LAMPS[outcome]} x={left + 6} y={rows.ends - 10} />
      <text x={left + 20} y={rows.ends - 5} className={figureText('strong')}>
        {outcomeName(outcome)}
      </text>
      {guess && (
        <text x={left} y={rows.ends + 17} className={figureText('guessed')}>
          {m.bits_you_said({ outcome: outcomeName(guess) })}
        </text>
      )}
    </g>
  )
}
