import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Choose } from '../../frame/contract.ts'
import { bytesOf } from '../../systems/error-codes/crc32.ts'
import { Cell } from './Cell.tsx'
import styles from './Figure.module.css'
import type { BitsLayout } from './layout.ts'
import { type CrcFrame, MESSAGE } from './model.ts'
import { character, hex, LAMPS, outcomeName, textOf } from './words.ts'

const PITCH = 54
const HEADING = 26

/** Where each byte of the frame begins, the check on lines of its own. */
const placeOf = (byte: number, { bytes, bitPitch, gap }: BitsLayout) => {
  const check = byte >= MESSAGE.length
  const within = check ? byte - MESSAGE.length : byte
  const lines = Math.ceil(MESSAGE.length / bytes)
  const line = Math.floor(within / bytes) + (check ? lines : 0)
  return {
    x: 2 + (within % bytes) * (8 * bitPitch + gap),
    y: HEADING + line * PITCH + (check ? HEADING + 8 : 0),
  }
}

const endOf = (layout: BitsLayout, byte: number) => placeOf(byte, layout).y + PITCH

/** How tall a frame is drawn. */
export const frameHeight = (layout: BitsLayout): number => endOf(layout, 12) + 124

/** A frame bit by bit, and whether its check agrees with its text. */
export function Frame({
  model,
  layout,
  choose,
}: {
  readonly model: CrcFrame
  readonly layout: BitsLayout
  readonly choose: Choose | undefined
}) {
  const { read, flips, message, checkRead, checkComputed, outcome } = model
  const { bitPitch } = layout
  const foot = endOf(layout, 12) + 14
  const same = checkRead === checkComputed
  const line = (text: string, row: number, ...roles: readonly string[]) => (
    <text x="2" y={foot + row * 23} className={figureText(...roles)}>
      {text}
    </text>
  )
  return (
    <g>
      <text x="2" y="14" className={figureText('soft')}>
        {m.bits_message()}
      </text>
      <text x="2" y={placeOf(9, layout).y - 10} className={figureText('soft')}>
        {m.bits_check_bytes()}
      </text>
      {bytesOf(read).map((value, byte) => {
        const { x, y } = placeOf(byte, layout)
        const changed = flips.some((flip) => Math.floor(flip / 8) === byte)
        return (
          <g key={`${x} ${y}`}>
            <text x={x} y={y + 12} className={figureText('value', ...(changed ? ['fails'] : []))}>
              {byte < MESSAGE.length ? `${character(value)}  ` : ''}
              {value.toString(16).padStart(2, '0')}
            </text>
            {read.slice(byte * 8, byte * 8 + 8).map((bit, index) => (
              <Cell
                key={x + index * bitPitch}
                x={x + index * bitPitch}
                y={y + 19}
                side={bitPitch - 2.5}
                bit={bit}
                check={byte >= MESSAGE.length}
                state={flips.includes(byte * 8 + index) ? 'wrong' : 'right'}
                onClick={choose && (() => choose('start', byte * 8 + index + 1))}
              />
            ))}
          </g>
        )
      })}
      {line(m.bits_sent({ text: textOf(MESSAGE) }), 0)}
      {line(m.bits_received({ text: textOf(message) }), 1)}
      {line(m.bits_check_read({ value: hex(checkRead) }), 2)}
      {line(m.bits_check_computed({ value: hex(checkComputed) }), 3)}
      <Lamp state={LAMPS[outcome]} x={9} y={foot + 4 * 23 - 5} />
      <text x="24" y={foot + 4 * 23} className={`${figureText('strong')} ${styles['digit']}`}>
        {`${same ? m.bits_equal() : m.bits_differ()}: ${outcomeName(outcome)}`}
      </text>
    </g>
  )
}
