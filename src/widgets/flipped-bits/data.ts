import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { burstUndetected } from '../../reliability/error-detection.ts'
import { CRC_BITS } from '../../systems/error-codes/crc32.ts'
import { type BitsModel, talliesOf } from './model.ts'

/** How every pattern ends, by the number of flips; for a checksum which share of bursts it misses. */
export function data(model: BitsModel): DataTable {
  if (model.kind === 'crc')
    return {
      columns: [m.bits_data_burst(), m.bits_data_share()],
      rows: Array.from({ length: 40 }, (_, index) => [
        index + 1,
        burstUndetected(CRC_BITS, index + 1),
      ]),
    }
  return {
    columns: [
      m.bits_data_flips(),
      m.bits_data_patterns(),
      m.bits_data_corrected(),
      m.bits_data_detected(),
      m.bits_data_missed(),
      m.bits_data_miscorrected(),
    ],
    rows: talliesOf(model.code).map(({ flips, patterns, counts }) => [
      flips,
      patterns,
      counts.corrected,
      counts.detected,
      counts.missed,
      counts.miscorrected,
    ]),
  }
}
