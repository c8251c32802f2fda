import { requireWholeNumber } from './domain.ts'
import { kOfN } from './k-of-n.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'

/** What {@link gridQuorum} answers. */
export interface GridQuorum {
  /** Whether every column has a copy that is up. */
  readonly read: Probability
  /** Whether besides some column is up as a whole. */
  readonly write: Probability
}

const LONGEST_SIDE = 1_000_000

/** Given that a column has a copy that is up: whether all of them are. */
function wholeColumn(rows: number, copy: Probability): Probability {
  const down = { reliability: copy.unreliability, unreliability: copy.reliability }
  const whole = kOfN(rows, rows, copy).reliability
  // 1 - q^r - p^r as p(1 - p^(r-1)) + q(1 - q^(r-1)): no difference of nearly equal numbers.
  const mixed =
    copy.reliability * kOfN(rows - 1, rows - 1, copy).unreliability +
    copy.unreliability * kOfN(rows - 1, rows - 1, down).unreliability
  return fromBothSides(whole / (whole + mixed), mixed / (whole + mixed))
}

/**
 * The grid protocol: copies stand in rows and columns; a read asks one of every column, and a write
 * also takes all of one column, so that any read meets the last write.
 *
 * Read (1 - q^r)^c, write (1 - q^r)^c - (1 - q^r - p^r)^c.
 *
 * @param grid.rows copies in a column, a whole number from 1 to 1,000,000
 * @param grid.columns number of columns, a whole number from 1 to 1,000,000
 * @param grid.copy one copy; a bare number is a reliability in [0, 1]
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula R = (1 - q^r)^c
 * @formula W = (1 - q^r)^c - (1 - q^r - p^r)^c
 * @where r rows; c columns; p the reliability of a copy, q = 1 - p; R reads, W writes
 * @assumes Copies are alike and independent.
 * @source cheung-1992
 * @example gridQuorum({ rows: 2, columns: 2, copy: 0.5 }) // read 9/16, write 5/16
 */
export function gridQuorum(grid: {
  readonly rows: number
  readonly columns: number
  readonly copy: Component
}): GridQuorum {
  const rows = requireWholeNumber(grid.rows, 1, LONGEST_SIDE, 'rows', 'gridQuorum')
  const columns = requireWholeNumber(grid.columns, 1, LONGEST_SIDE, 'columns', 'gridQuorum')
  const copy = toProbability(grid.copy, 'gridQuorum', 'copy')
  if (copy.reliability === 0) return { read: fromReliability(0), write: fromReliability(0) }
  const read = kOfN(columns, columns, kOfN(rows, 1, copy))
  const someWhole = kOfN(columns, 1, wholeColumn(rows, copy))
  return {
    read,
    write: fromBothSides(
      read.reliability * someWhole.reliability,
      read.unreliability + read.reliability * someWhole.unreliability,
    ),
  }
}
