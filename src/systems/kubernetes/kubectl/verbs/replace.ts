import { read } from '../../api/client.ts'
import { notFound } from '../../api/refusals.ts'
import type { Resource } from '../../objects.ts'
import { eachManifest } from './apply.ts'
import { verb, wrongUse } from './asked.ts'
import { caught, fromSource } from './failures.ts'
import { FILES, VALIDATING, validationOf } from './manifest-targets.ts'
import { SAYING, sayDone } from './results.ts'
import { sendChanged } from './sending.ts'

/** `replace`: puts what files say in the place of what is there. */
export const replace = verb<never>({
  name: 'replace',
  flags: [
    ...FILES,
    ...SAYING,
    ...VALIDATING,
    { name: 'force', takes: 'switch', leftOut: true },
    { name: 'save-config', takes: 'switch', leftOut: true },
  ],
  begin(asked) {
    if (asked.args.length > 0)
      throw wrongUse('replace', `Unexpected args: [${asked.args.join(' ')}]`)
    return eachManifest(
      asked,
      'no objects passed to replace',
      ({ info, source, key, name, object }) => {
        try {
          const before = read<Resource>(asked.turn, info.name, key)
          if (!before) throw notFound(info.name, name)
          const metadata = {
            resourceVersion: before.metadata.resourceVersion,
            ...(before.metadata.generation === undefined
              ? {}
              : { generation: before.metadata.generation }),
            ...(typeof object['metadata'] === 'object' ? object['metadata'] : {}),
            name: before.metadata.name,
          }
          sayDone(
            asked,
            info,
            sendChanged(asked, info, { ...object, metadata }, validationOf(asked)),
            'replaced',
          )
        } catch (error) {
          throw fromSource('replacing', source, caught(error))
        }
      },
    )
  },
})
