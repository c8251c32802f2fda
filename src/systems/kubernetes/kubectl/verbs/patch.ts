import { type JsonPatchStep, jsonPatch, mergePatch } from '../../api/json-patch.ts'
import { sameObject } from '../../api/refusals.ts'
import { same } from '../../api/same.ts'
import { strategicPatch } from '../../api/strategic-patch.ts'
import { ApiError } from '../../api/status.ts'
import { type Json, isJson } from '../manifests.ts'
import { type Asked, verb } from './asked.ts'
import { toEach } from './each.ts'
import { ClientError, caught } from './failures.ts'
import { jsonProblem } from './go-json.ts'
import { jsonFromYaml } from './go-yaml.ts'
import { SAYING, sayDone } from './results.ts'
import { sendChanged } from './sending.ts'
import { BY_NAME, type Target, targetsOf } from './targets.ts'

const TYPES: readonly string[] = ['json', 'merge', 'strategic']

const unreadable = (message: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message })

/** What looks like JSON is sent as it is; the server says what is wrong with it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw unreadable(jsonProblem(text))
  }
}

/** The patch that the flags give, as JSON. */
function patchOf({ flags, files }: Asked): unknown {
  const inline = flags.text('patch')
  const file = flags.text('patch-file')
  if (inline === '' && file === '')
    throw new ClientError(
      'must specify --patch or --patch-file containing the contents of the patch',
    )
  if (inline !== '' && file !== '')
    throw new ClientError('cannot specify --patch and --patch-file together')
  const text = file === '' ? inline : files[file]
  if (text === undefined)
    throw new ClientError(`unable to read patch file: open ${file}: no such file or directory`)
  if (/^\s*[{[]/.test(text)) return jsonOf(text)
  try {
    return jsonFromYaml(text)
  } catch (error) {
    throw new ClientError(`unable to parse "${text}": ${caught(error).message}`)
  }
}

function applied(asked: Asked, { info }: Target, object: Json, patch: unknown): unknown {
  const type = asked.flags.text('type')
  if (type === 'json') {
    if (!Array.isArray(patch))
      throw unreadable('json: cannot unmarshal object into Go value of type jsonpatch.Patch')
    try {
      // Steps that are none are refused by the patch itself.
      return jsonPatch(object, patch as readonly JsonPatchStep[])
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new ApiError({
        code: 422,
        reason: 'Invalid',
        message: `the server rejected our request due to an error in our request: ${error.message}`,
      })
    }
  }
  if (!isJson(patch))
    throw unreadable('json: cannot unmarshal array into Go value of type map[string]interface {}')
  if (type === 'merge') return mergePatch(object, patch)
  return strategicPatch(asked.turn.world().profile, info.kind, object, patch)
}

function patchOne(asked: Asked, target: Target, patch: unknown): void {
  // Stored objects are plain JSON.
  const object = target.object as unknown as Json
  const next = applied(asked, target, object, patch)
  if (!isJson(next)) throw unreadable('the patch leaves no object')
  sameObject(next, target.object)
  const stored = same(next, object) ? object : sendChanged(asked, target.info, next, 'warn')
  sayDone(asked, target.info, stored, same(stored, object) ? 'patched (no change)' : 'patched')
}

/** `patch`: changes fields of an object. */
export const patch = verb<never>({
  name: 'patch',
  flags: [
    ...SAYING,
    { name: 'patch', short: 'p', takes: 'text' },
    { name: 'patch-file', takes: 'text' },
    { name: 'type', takes: 'text', initial: 'strategic' },
    { name: 'filename', short: 'f', takes: 'list', leftOut: true },
    { name: 'local', takes: 'switch', leftOut: true },
    { name: 'subresource', takes: 'text', leftOut: true },
  ],
  begin(asked) {
    const type = asked.flags.text('type')
    if (asked.flags.text('patch') === '' && asked.flags.text('patch-file') === '') patchOf(asked)
    if (!TYPES.includes(type))
      throw new ClientError(`--type must be one of [json merge strategic], not "${type}"`)
    const given = patchOf(asked)
    return toEach(targetsOf(asked, asked.args, BY_NAME), (target) => patchOne(asked, target, given))
  },
})
