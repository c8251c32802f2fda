import { labelKeyProblems, labelValueProblems } from '../../label-syntax.ts'
import type { Node, Taint, TaintEffect } from '../../objects.ts'
import { type Asked, verb, wrongUse } from './asked.ts'
import { storeChanged } from './changed.ts'
import { toEach } from './each.ts'
import { ClientError, failureOf } from './failures.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, type Target, targetsOf } from './targets.ts'

/** A taint to take away: of one effect, or of every one. */
interface Gone {
  readonly key: string
  readonly value?: string
  readonly effect?: TaintEffect
}

function effectOf(text: string): TaintEffect {
  if (text === 'NoSchedule' || text === 'PreferNoSchedule' || text === 'NoExecute') return text
  throw wrongUse('taint', `invalid taint effect: ${text}, unsupported taint effect`)
}

/**
 * Reads `key=value:Effect`, `key:Effect` or `key`.
 *
 * @throws UsageError where it is none of them
 */
function parseTaint(spec: string): Gone {
  const [left = '', effect, ...more] = spec.split(':')
  const [key = '', value, ...rest] = left.split('=')
  if (more.length > 0 || rest.length > 0) throw wrongUse('taint', `invalid taint spec: ${spec}`)
  const read = effect === undefined ? {} : { effect: effectOf(effect) }
  // Without an effect the whole of it has to be a key.
  const problems = labelKeyProblems(effect === undefined ? left : key)
  if (problems.length > 0)
    throw wrongUse('taint', `invalid taint spec: ${spec}, ${problems.join('; ')}`)
  if (value === undefined) return { key, ...read }
  const wrong = labelValueProblems(value)
  if (wrong.length > 0) throw wrongUse('taint', `invalid taint spec: ${spec}, ${wrong.join('; ')}`)
  return { key, value, ...read }
}

interface Edits {
  readonly add: readonly Taint[]
  readonly remove: readonly Gone[]
}

const isSame = (a: Gone, b: Gone): boolean => a.key === b.key && a.effect === b.effect

function editsOf(specs: readonly string[]): Edits {
  const add = specs
    .filter((spec) => !spec.endsWith('-'))
    .map((spec): Taint => {
      const { key, value, effect } = parseTaint(spec)
      if (effect === undefined) throw wrongUse('taint', `invalid taint spec: ${spec}`)
      return { key, ...(value === undefined || value === '' ? {} : { value }), effect }
    })
  const twice = add.find((one, index) => add.slice(0, index).some((other) => isSame(one, other)))
  if (twice)
    throw wrongUse(
      'taint',
      `duplicated taints with the same key and effect: {${twice.key} ${twice.value ?? ''} ${twice.effect} <nil>}`,
    )
  const remove = specs
    .filter((spec) => spec.endsWith('-'))
    .map((spec) => parseTaint(spec.slice(0, -1)))
  const both = add.filter((one) =>
    remove.some(({ key, effect }) => key === one.key && (effect ?? one.effect) === one.effect),
  )
  if (both.length > 0)
    throw new ClientError(
      `can not both modify and remove the following taint(s) in the same command: ${both.map(({ key, effect }) => `${key}=${effect}`).join(', ')}`,
    )
  return { add, remove }
}

function textOf({ key, value = '', effect }: Gone): string {
  const left = value === '' ? key : `${key}=${value}`
  if (effect !== undefined) return `${left}:${effect}`
  return value === '' ? key : `${left}:`
}

const matches = (taint: Taint, { key, effect }: Gone): boolean =>
  taint.key === key && (effect === undefined || taint.effect === effect)

function taintNode(asked: Asked, target: Target, node: Node, { add, remove }: Edits): void {
  const { taints = [] } = node.spec
  const overwrite = asked.flags.is('overwrite')
  const already = add.filter((one) => taints.some((taint) => isSame(taint, one)))
  if (!overwrite && already.length > 0)
    throw new ClientError(
      `node ${node.metadata.name} already has ${already.map(({ key }) => key).join(',')} taint(s) with same effect(s) and --overwrite is false`,
    )
  const missing = remove.filter((gone) => !taints.some((taint) => matches(taint, gone)))
  if (missing.length > 0)
    throw failureOf(missing.map((gone) => new ClientError(`taint "${textOf(gone)}" not found`)))
  const merged = [...add, ...taints.filter((taint) => !add.some((one) => isSame(one, taint)))]
  const added = merged.length !== taints.length
  const left = merged.filter((taint) => !remove.some((gone) => matches(taint, gone)))
  const { taints: _, ...spec } = node.spec
  const changed = { ...node, spec: left.length === 0 ? spec : { ...spec, taints: left } }
  const both = added && left.length < merged.length
  storeChanged(asked, target, changed)
  sayDone(
    asked,
    target.info,
    changed,
    both || overwrite ? 'modified' : added ? 'tainted' : 'untainted',
  )
}

/** `taint`: keeps pods off nodes, or lets them come again. */
export const taint = verb<never>({
  name: 'taint',
  flags: [...CHOOSING, ...SAYING, { name: 'overwrite', takes: 'switch' }],
  begin(asked) {
    const at = asked.args.findIndex(
      (arg) => arg.includes('=') || arg.includes(':') || arg.endsWith('-'),
    )
    const names = at < 0 ? asked.args : asked.args.slice(0, at)
    if (at < 0) throw new ClientError('at least one taint update is required')
    const [first = ''] = names
    const type = first.split('/')[0] ?? ''
    if (!['node', 'nodes', 'no'].includes(type.toLowerCase()))
      throw new ClientError(`invalid resource type ${type}, only node types are supported`)
    const edits = editsOf(asked.args.slice(at))
    return toEach(targetsOf(asked, names), (target) =>
      // Only nodes are named here, as was seen to above.
      taintNode(asked, target, target.object as Node, edits),
    )
  },
})
