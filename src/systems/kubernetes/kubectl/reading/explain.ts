import { explainText } from '../../printing/explain.ts'
import { type Asked, DONE, type Going, verb } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'
import { mappingOf } from '../verbs/mapping.ts'

function explain({ args, flags, streams, turn }: Asked): Going<never> {
  const [what] = args
  if (what === undefined)
    throw new ClientError(
      'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.\n',
    )
  if (args.length > 1) throw new ClientError('We accept only this format: explain RESOURCE\n')
  const { profile } = turn.world()
  const [type = '', ...path] = what.split('.').filter((part) => part !== '')
  const { text, error } = explainText(
    profile,
    mappingOf(profile, type),
    path,
    flags.is('recursive'),
  )
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
