import { type Layer, layers } from './rules.ts'

/**
 * Reads the table "folder | holds | may import" out of ARCHITECTURE.md.
 *
 * In the last column a folder or package stands in backticks; `nothing`, `anything`, `any package`
 * and `never a sibling` are the words with a meaning of their own, the rest is for people.
 */
export function readTable(markdown: string): Readonly<Record<string, Layer>> {
  const lines = markdown.split('\n')
  const head = lines.findIndex((line) =>
    /^\|\s*folder\s*\|\s*holds\s*\|\s*may import\s*\|/i.test(line),
  )
  if (head < 0) throw new SyntaxError('readTable: no table with folder, holds and may import')
  const rows: Record<string, Layer> = {}
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break
    const [, folderCell = '', , importCell = ''] = line.split('|')
    const folder = /`([^`/]+)\/?`/.exec(folderCell)?.[1]
    if (!folder) throw new SyntaxError(`readTable: no folder in backticks in ${line}`)
    rows[folder] = readCell(importCell)
  }
  return rows
}

function readCell(cell: string): Layer {
  const siblingsApart = /never a sibling/.test(cell)
  if (/\banything\b/.test(cell)) return { folders: 'anything', packages: 'any', siblingsApart }
  const names = Array.from(cell.matchAll(/`([^`]+?)\/?`/g), ([, name = '']) => name)
  if (names.length === 0 && !/\b(nothing|any package)\b/.test(cell)) {
    throw new SyntaxError(`readTable: a cell that says nothing: ${cell}`)
  }
  return {
    folders: names.filter((name) => name in layers),
    packages: /\bany package\b/.test(cell) ? 'any' : names.filter((name) => !(name in layers)),
    siblingsApart,
  }
}
