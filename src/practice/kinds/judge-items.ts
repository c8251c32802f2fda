import type { Judgement, Remark } from '../judgement.ts'
import type { ClassifyQuestion, Item, MatchQuestion } from '../question.ts'

type Grid = ClassifyQuestion | MatchQuestion
type Columns = Readonly<Record<string, string>>

/** Whether each item has been put into a column. */
export const allPlaced = (columns: Columns | undefined, { items, ...grid }: Grid): boolean =>
  items.every((item) => grid.columns.some(({ id }) => id === columns?.[item.id]))

function remarkOn(item: Item, column: string | undefined): Remark {
  const about = item.id
  if (column === item.in) return { about, right: true, text: item.why }
  const mistake = column === undefined ? undefined : item.mistakes[column]
  if (!mistake) throw new RangeError(`judge: ${item.id} cannot be in ${column ?? 'no column'}`)
  return { about, right: false, text: mistake.why, misconception: mistake.misconception }
}

/**
 * Each item is judged by itself; the credit is the share that is where it belongs.
 *
 * @throws RangeError unless each item is in a column
 */
export function judgeItems({ items }: Grid, columns: Columns): Judgement {
  const remarks = items.map((item) => remarkOn(item, columns[item.id]))
  const right = remarks.filter((remark) => remark.right).length
  return { right: right === items.length, credit: right / items.length, remarks }
}
