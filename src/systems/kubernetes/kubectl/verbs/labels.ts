import { same } from '../../api/same.ts'
import { labelValueProblems } from '../../label-syntax.ts'
import type { KubeObject, Labels } from '../../objects.ts'
import type { Commands } from '../command.ts'
import type { Flag } from '../flags.ts'
import { type Asked, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { toEach } from './each.ts'
import { ClientError, failureOf } from './failures.ts'
import { type Edits, editsOf, splitPairs } from './pairs.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, type Target, targetsOf } from './targets.ts'

const FLAGS: readonly Flag[] = [
  ...CHOOSING,
  ...SAYING,
  { name: 'overwrite', takes: 'switch' },
  { name: 'list', takes: 'switch' },
  { name: 'resource-version', takes: 'text' },
]

function withMap(
  object: KubeObject,
  field: 'labels' | 'annotations',
  { set, remove }: Edits,
): KubeObject {
  const kept = Object.entries(object.metadata[field] ?? {}).filter(([key]) => !remove.includes(key))
  const map: Labels = { ...Object.fromEntries(kept), ...set }
  return { ...object, metadata: { ...object.metadata, [field]: map } }
}

/** The part of the arguments that says what to change, read. */
function changesOf(asked: Asked, what: 'label' | 'annotation') {
  const { names, pairs } = splitPairs(asked.args, what)
  if (names.length === 0)
    throw new ClientError(
      'one or more resources must be specified as <resource> <name> or <resource>/<name>',
    )
  const lists = asked.flags.is('list')
  if (pairs.length === 0 && !lists) throw new ClientError(`at least one ${what} update is required`)
  const article = what === 'label' ? 'a label' : 'an annotation'
  return { names, edits: editsOf(pairs, article), lists: lists && pairs.length === 0 }
}

/** Values are looked at here; what is wrong with a key the server says. */
function checkLabels({ set }: Edits): void {
  for (const [key, value] of Object.entries(set)) {
    const problems = labelValueProblems(value)
    if (problems.length > 0)
      throw new ClientError(`invalid label value: "${key}=${value}": ${problems.join(';')}`)
  }
}

function listMap({ streams }: Asked, map: Labels | undefined): void {
  for (const [key, value] of Object.entries(map ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    streams.out(`${key}=${value}\n`)
}

function labelOne(asked: Asked, target: Target, edits: Edits): void {
  const { object, info } = target
  const before = object.metadata.labels ?? {}
  const overwrite = asked.flags.is('overwrite')
  const taken = Object.entries(edits.set).filter(
    ([key, value]) => before[key] !== undefined && before[key] !== value,
  )
  if (!overwrite && taken.length > 0)
    throw failureOf(
      taken.map(
        ([key]) =>
          new ClientError(
            `'${key}' already has a value (${before[key] ?? ''}), and --overwrite is false`,
          ),
      ),
    )
  for (const key of edits.remove)
    if (before[key] === undefined) asked.streams.out(`label "${key}" not found.\n`)
  const changed = withMap(object, 'labels', edits)
  const after = changed.metadata.labels ?? {}
  const stored = same(before, after) ? object : storeChanged(asked, target, changed)
  const fewer = Object.keys(after).length < Object.keys(before).length
  const done = same(before, after) ? 'not labeled' : !overwrite && fewer ? 'unlabeled' : 'labeled'
  sayDone(asked, info, stored, done)
}

function annotateOne(asked: Asked, target: Target, edits: Edits): void {
  const { object, info } = target
  const before = object.metadata.annotations ?? {}
  const taken = Object.keys(edits.set).filter(
    (key) => key !== 'kubernetes.io/change-cause' && before[key] !== undefined,
  )
  if (!asked.flags.is('overwrite') && taken.length > 0) {
    const found = taken.map((key) => `'${key}' already has a value (${before[key] ?? ''})`)
    throw new ClientError(
      `--overwrite is false but found the following declared annotation(s): ${found.join('; ')}`,
    )
  }
  sayDone(
    asked,
    info,
    storeChanged(asked, target, withMap(object, 'annotations', edits)),
    'annotated',
  )
}

/** `label` and `annotate`. */
export const labelCommands: Commands = {
  label: verb<never>({
    name: 'label',
    flags: FLAGS,
    begin(asked) {
      const { names, edits, lists } = changesOf(asked, 'label')
      checkLabels(edits)
      return toEach(targetsOf(asked, names), (target) =>
        lists ? listMap(asked, target.object.metadata.labels) : labelOne(asked, target, edits),
      )
    },
  }),
  annotate: verb<never>({
    name: 'annotate',
    flags: FLAGS,
    begin(asked) {
      const { names, edits, lists } = changesOf(asked, 'annotation')
      return toEach(targetsOf(asked, names), (target) =>
        lists
          ? listMap(asked, target.object.metadata.annotations)
          : annotateOne(asked, target, edits),
      )
    },
  }),
}
