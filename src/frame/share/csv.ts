import * as m from '#messages/messages.js'
import { csvFormatRows } from 'd3-dsv'
import type { DataTable, Timeline } from '../contract.ts'

/** Spreadsheets take a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

/** A cell that a spreadsheet would run as a formula begins like one; a number is none. */
const safe = (cell: string | number): string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)

/** A table as a file that spreadsheets and programs read: commas, quotes where needed, CRLF. */
export const toCsv = ({ columns, rows }: DataTable): string =>
  BYTE_ORDER_MARK +
  csvFormatRows([columns, ...rows].map((row) => row.map(safe))).replaceAll('\n', '\r\n') +
  '\r\n'

/** The event table: when, by the figure's own clock too where it has one, and what. */
export const eventTable = ({ entries, clock }: Pick<Timeline, 'entries' | 'clock'>): DataTable => ({
  columns: [m.frame_csv_time(), ...(clock ? [m.player_when()] : []), m.player_what()],
  rows: entries.map(({ atMs, text }) => [atMs, ...(clock ? [clock(atMs)] : []), text]),
})
