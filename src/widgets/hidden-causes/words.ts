import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import {
  type LineId,
  PARTS,
  type PartId,
  lineAt,
  partOf,
} from '../../systems/hidden-causes/architecture.ts'
import { ARCHITECTURES, type ArchitectureId } from '../../systems/hidden-causes/architectures.ts'
import { ADDED } from '../../systems/hidden-causes/system.ts'
import { listed, number } from '../../ui/format.ts'
import { ABOUTS } from './abouts.ts'
import { clouds } from './texts/clouds.ts'
import { copies } from './texts/copies.ts'
import { names } from './texts/names.ts'
import { namesakes } from './texts/namesakes.ts'
import { standby } from './texts/standby.ts'
import type { Texts } from './texts/texts.ts'
import { uplinks } from './texts/uplinks.ts'
import { vendors } from './texts/vendors.ts'
import { voters } from './texts/voters.ts'

export const TEXTS: Readonly<Record<ArchitectureId, Texts>> = {
  uplinks,
  names,
  vendors,
  standby,
  copies,
  namesakes,
  voters,
  clouds,
}

export const whole = (value: number): string => number(getLocale(), value)

export const listOf = (items: readonly string[]): string => listed(getLocale(), items)

export const price = (thousands: number): string =>
  thousands === 0 ? m.hidden_free() : m.hidden_price({ thousands: whole(thousands) })

export const aboutOf = (about: string): string => ABOUTS[about]?.() ?? about

const isPart = (name: string): name is PartId => PARTS.some((part) => part === name)

/** A part's name, or that of what a mend added. */
export const partName = (id: ArchitectureId, part: string): string =>
  isPart(part) ? (TEXTS[id].parts[part]?.() ?? part) : m.hidden_added()

/** Something that can be lost, by its name. */
export const thingName = (id: ArchitectureId, thing: string): string =>
  isPart(thing) || thing === ADDED ? partName(id, thing) : (TEXTS[id].things[thing]?.() ?? thing)

/** A line in one row; nothing where the architecture has no such line. */
export function lineName(id: ArchitectureId, line: LineId): string | undefined {
  const about = lineAt(ARCHITECTURES[id], line)?.about
  const text = TEXTS[id].lines[line]?.()
  const part = partOf(line)
  return about === undefined || text === undefined || part === undefined
    ? undefined
    : m.hidden_line({ part: partName(id, part), about: aboutOf(about), text })
}
