import { explainText } from '../../printing/explain.ts'
import { type Asked, DONE, type Going, verb } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'
import { hasMapping, mappingOf } from '../verbs/mapping.ts'

function explain({ args, flags, streams, turn }: Asked): Going<never> {
  const [what] = args
  if (what === undefined)
    throw new ClientError(
      'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.\n',
    )
  if (args.length > 1) throw new ClientError('We accept only this format: explain RESOURCE\n')
  const { profile, manual } = turn.world()
  const [type = '', ...path] = what.split('.').filter((part) => part !== '')
  if (!hasMapping(profile, type)) {
    // The one place where kubectl says this without `error:` before it.
    streams.err(`the server doesn't have a resource type "${type}"\n`)
    return { exit: 1 }
  }
  const info = mappingOf(profile, type)
  const { text, error } = explainText(profile, info, manual, path, flags.is('recursive'))
  streams.out(text)
  if (error !== undefined) throw new ClientError(error)
  return DONE
}

/** `kubectl explain`. */
export const explainCommand = verb<never>({
  name: 'explain',
  flags: [
    { name: 'recursive', takes: 'switch' },
    { name: 'api-version', takes: 'text', leftOut: true },
    { name: 'output', takes: 'text', leftOut: true },
  ],
  begin: explain,
})
