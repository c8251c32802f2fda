import { jsonText } from '../../printing/json.ts'
import { yamlText } from '../../printing/yaml.ts'
import type { ResourceInfo } from '../../resources.ts'
import type { Asked } from './asked.ts'
import { type DryRun, dryRunIn } from './dry-run.ts'
import { ClientError } from './failures.ts'
import type { Flag } from '../flags.ts'
import { kindName } from './mapping.ts'

/** Flags of commands that say what they did. */
export const SAYING: readonly Flag[] = [
  { name: 'output', takes: 'text', short: 'o' },
  { name: 'dry-run', takes: 'text', initial: 'none', bare: 'unchanged' },
  { name: 'field-manager', takes: 'text' },
  { name: 'show-managed-fields', takes: 'switch' },
]

/** Whether a command only pretends. */
export const dryRunOf = ({ flags }: Asked): DryRun => dryRunIn(flags)

const PRETENDED: Readonly<Record<DryRun, string>> = {
  none: '',
  client: ' (dry run)',
  server: ' (server dry run)',
}

/**
 * Says what was done to an object: `deployment.apps/web scaled`, or with `-o` shows it.
 *
 * @param object as it is now
 * @throws ClientError for an output that is not known
 */
export function sayDone(
  asked: Asked,
  info: ResourceInfo,
  object: { readonly metadata?: { readonly name?: string } },
  done: string,
): void {
  const output = asked.flags.text('output')
  const name = `${kindName(info)}/${object.metadata?.name ?? ''}`
  switch (output) {
    case '':
      asked.streams.out(`${name} ${done}${PRETENDED[dryRunOf(asked)]}\n`)
      return
    case 'name':
      asked.streams.out(`${name}\n`)
      return
    case 'yaml':
      asked.streams.out(yamlText(object))
      return
    case 'json':
      asked.streams.out(jsonText(object))
      return
    default:
      throw new ClientError(
        `unable to match a printer suitable for the output format "${output}", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,yaml`,
      )
  }
}
