import * as m from '#messages/messages.js'
import type { ChoiceParameter, Values, ValuesOf } from '../../frame/parameters.ts'
import {
  type Architecture,
  LINES,
  type LineId,
  type Mend,
  lineAt,
} from '../../systems/hidden-causes/architecture.ts'
import {
  ARCHITECTURES,
  ARCHITECTURE_IDS,
  type ArchitectureId,
} from '../../systems/hidden-causes/architectures.ts'
import { type Grade, type Pulled, gradeOf, pullDown } from '../../systems/hidden-causes/grade.ts'
import { ADDED, type System, hangsOn, systemOf } from '../../systems/hidden-causes/system.ts'
import { TEXTS, lineName, price } from './words.ts'

/** The architecture that values speak of. */
const idIn = ({ architecture }: Values): ArchitectureId =>
  ARCHITECTURE_IDS.find((id) => id === architecture) ?? 'uplinks'

const architecture: ChoiceParameter<ArchitectureId> = {
  kind: 'choice',
  label: m.hidden_architecture,
  default: 'uplinks',
  list: true,
  options: {
    uplinks: () => TEXTS.uplinks.name(),
    names: () => TEXTS.names.name(),
    vendors: () => TEXTS.vendors.name(),
    standby: () => TEXTS.standby.name(),
    copies: () => TEXTS.copies.name(),
    namesakes: () => TEXTS.namesakes.name(),
    voters: () => TEXTS.voters.name(),
    clouds: () => TEXTS.clouds.name(),
  },
}

type Marked = LineId | 'none'

/** Any line of the architecture that is shown. */
const marked = (label: () => string): ChoiceParameter<Marked> => ({
  kind: 'choice',
  label,
  default: 'none',
  list: true,
  // The edge of the type: entries of a mapped union lose their keys.
  options: Object.fromEntries([
    ['none', m.hidden_unmarked],
    ...LINES.map((line) => [line, (values: Values) => lineName(idIn(values), line)]),
  ]) as ChoiceParameter<Marked>['options'],
})

const MENDS = ['one', 'two', 'three', 'four'] as const
type MendId = (typeof MENDS)[number] | 'keep'

const mendAt = (id: ArchitectureId, mend: MendId): Mend | undefined =>
  mend === 'keep' ? undefined : ARCHITECTURES[id].mends[MENDS.indexOf(mend)]

const mendLabel = (mend: (typeof MENDS)[number]) => (values: Values) => {
  const id = idIn(values)
  const text = TEXTS[id].mends[MENDS.indexOf(mend)]?.()
  const costs = mendAt(id, mend)?.price
  return text === undefined || costs === undefined
    ? undefined
    : m.hidden_priced({ mend: text, price: price(costs) })
}

const mend: ChoiceParameter<MendId> = {
  kind: 'choice',
  label: m.hidden_mend,
  default: 'keep',
  options: {
    keep: m.hidden_keep,
    one: mendLabel('one'),
    two: mendLabel('two'),
    three: mendLabel('three'),
    four: mendLabel('four'),
  },
}

/** A reader commits to one architecture; another one is still sealed then. */
const commits = (id: ArchitectureId) => (values: Values) =>
  idIn(values) === id ? m.hidden_committed_now() : undefined

const committed: ChoiceParameter<ArchitectureId | 'sealed'> = {
  kind: 'choice',
  label: m.hidden_committed,
  default: 'sealed',
  options: {
    sealed: m.hidden_committed_not,
    uplinks: commits('uplinks'),
    names: commits('names'),
    vendors: commits('vendors'),
    standby: commits('standby'),
    copies: commits('copies'),
    namesakes: commits('namesakes'),
    voters: commits('voters'),
    clouds: commits('clouds'),
  },
}

export const parameters = {
  architecture,
  first: marked(m.hidden_first),
  second: marked(m.hidden_second),
  mend,
  committed,
}

export type HiddenValues = ValuesOf<typeof parameters>

/** What committing shows. */
export interface Opened {
  readonly grade: Grade
  /** What was pulled down to test the claim, as the architecture is; none where nothing hangs. */
  readonly pulled: Pulled | undefined
  /** The same with the mend, as it is drawn. */
  readonly drawn: Pulled | undefined
}

export interface HiddenModel {
  readonly id: ArchitectureId
  readonly architecture: Architecture
  readonly first: LineId | undefined
  readonly second: LineId | undefined
  readonly mend: Mend | undefined
  /** Everything with a name of its own that can be lost, parts left out. */
  readonly things: readonly string[]
  /** Nothing of it before the reader commits. */
  readonly opened: Opened | undefined
}

/** Of some things, the one whose loss takes most parts. */
const worst = (system: System, parts: readonly string[], things: readonly string[]) =>
  things
    .map((thing) => pullDown(system, parts, thing))
    .toSorted(
      (one, other) =>
        Number(one.serves) - Number(other.serves) || other.falls.length - one.falls.length,
    )[0]

/**
 * One architecture, what the reader says of it, and once that is committed what happens when it is
 * pulled down.
 *
 * @param values sound values of {@link parameters}
 */
export function hiddenCauses(values: HiddenValues): HiddenModel {
  const id = values.architecture
  const plan = ARCHITECTURES[id]
  const mark = (line: Marked) => (line !== 'none' && lineAt(plan, line) ? line : undefined)
  const claim = {
    first: mark(values.first),
    second: mark(values.second),
    mend: mendAt(id, values.mend),
  }
  const system = systemOf(plan)
  const parts = plan.columns.flatMap((column) => column.parts)
  const base = {
    id,
    architecture: plan,
    ...claim,
    things: [...system.things.keys()],
  }
  if (values.committed !== id) return { ...base, opened: undefined }
  const grade = gradeOf(plan, claim)
  const lines = [claim.first, claim.second].filter((line) => line !== undefined)
  const apart = lines.flatMap((line) => hangsOn(system, system.lines.get(line) ?? { all: [] }))
  const suspects =
    grade.kind === 'nothing' ? grade.before.singles : grade.shared.length > 0 ? grade.shared : apart
  const pulled = worst(system, parts, suspects)
  const mended = systemOf(plan, claim.mend)
  return {
    ...base,
    opened: {
      grade,
      pulled,
      drawn:
        pulled &&
        pullDown(mended, mended.things.has(ADDED) ? [...parts, ADDED] : parts, pulled.thing),
    },
  }
}
