import type { Architecture } from './architecture.ts'
import { clouds } from './architectures/clouds.ts'
import { copies } from './architectures/copies.ts'
import { names } from './architectures/names.ts'
import { namesakes } from './architectures/namesakes.ts'
import { standby } from './architectures/standby.ts'
import { uplinks } from './architectures/uplinks.ts'
import { vendors } from './architectures/vendors.ts'
import { voters } from './architectures/voters.ts'

/** From a cause in the open to those that go by two names, to two at once, and to none. */
export const ARCHITECTURE_IDS = [
  'uplinks',
  'names',
  'vendors',
  'standby',
  'copies',
  'namesakes',
  'voters',
  'clouds',
] as const
export type ArchitectureId = (typeof ARCHITECTURE_IDS)[number]

export const ARCHITECTURES: Readonly<Record<ArchitectureId, Architecture>> = {
  uplinks,
  names,
  vendors,
  standby,
  copies,
  namesakes,
  voters,
  clouds,
}
