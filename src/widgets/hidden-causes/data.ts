import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { lineAt, linesOf, partOf } from '../../systems/hidden-causes/architecture.ts'
import { pullDown } from '../../systems/hidden-causes/grade.ts'
import { systemOf, works } from '../../systems/hidden-causes/system.ts'
import type { HiddenModel } from './model.ts'
import { TEXTS, aboutOf, listOf, partName, thingName } from './words.ts'

/** Every line of every part; once the reader has committed, what each single loss takes down. */
export function data({ id, architecture, mend, opened }: HiddenModel): DataTable {
  if (!opened) {
    return {
      columns: [m.hidden_data_part(), m.hidden_data_about(), m.hidden_data_says()],
      rows: linesOf(architecture).map((line) => [
        partName(id, partOf(line) ?? ''),
        aboutOf(lineAt(architecture, line)?.about ?? ''),
        TEXTS[id].lines[line]?.() ?? '',
      ]),
    }
  }
  const system = systemOf(architecture)
  const mended = systemOf(architecture, mend)
  const parts = architecture.columns.flatMap((column) => column.parts)
  const told = (serves: boolean) => (serves ? m.hidden_drill_stands() : m.hidden_drill_dark())
  return {
    columns: [
      m.hidden_data_thing(),
      m.hidden_data_falls(),
      m.hidden_data_before(),
      m.hidden_data_after(),
    ],
    rows: [...new Set([...system.things.keys(), ...mended.things.keys()])].map((thing) => {
      const { falls, serves } = pullDown(system, parts, thing)
      return [
        thingName(id, thing),
        falls.length === 0
          ? m.hidden_nothing_falls()
          : listOf(falls.map((part) => partName(id, part))),
        told(serves),
        told(works(mended, mended.service, thing)),
      ]
    }),
  }
}
