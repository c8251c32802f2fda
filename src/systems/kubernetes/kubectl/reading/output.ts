import type { KubeObject } from '../../objects.ts'
import { customColumnsText } from '../../printing/custom-columns.ts'
import { plain } from '../../printing/json.ts'
import { jsonpathText } from '../../printing/jsonpath.ts'
import { sortedBy } from '../../printing/sort-by.ts'
import { ClientError } from '../verbs/failures.ts'

/** What `-o` asks for. */
export type OutputFormat =
  | { readonly form: 'table' }
  | { readonly form: 'name' }
  | { readonly form: 'yaml' }
  | { readonly form: 'json' }
  | TemplateFormat

/** A format with a text of its own: `jsonpath=…`. */
export interface TemplateFormat {
  readonly form: 'jsonpath' | 'custom-columns'
  readonly template: string
}

const ALLOWED =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml'

const LEFT_OUT = new Set([
  'custom-columns-file',
  'go-template',
  'go-template-file',
  'jsonpath-as-json',
  'jsonpath-file',
  'template',
  'templatefile',
])

/**
 * The format that the text after `-o` names.
 *
 * @throws ClientError with kubectl's words where there is none of that name
 */
export function formatOf(text: string): OutputFormat {
  const [, name = '', template = ''] = /^([^=]*)=?([\s\S]*)$/.exec(text) ?? []
  switch (name) {
    case '':
    case 'wide':
      return { form: 'table' }
    case 'name':
    case 'yaml':
    case 'json':
      return { form: name }
    case 'jsonpath':
      if (template === '') throw new ClientError('template format specified but no template given')
      return { form: name, template }
    case 'custom-columns':
      if (template === '')
        throw new ClientError('custom-columns format specified but no custom columns given')
      return { form: name, template }
    default:
      if (LEFT_OUT.has(name))
        throw new ClientError(
          `-o ${name} is left out of this laboratory's kubectl; jsonpath and custom-columns are there`,
        )
      throw new ClientError(
        `unable to match a printer suitable for the output format "${text}", allowed formats are: ${ALLOWED}`,
      )
  }
}

/**
 * The text of a template for a value.
 *
 * @param value an object, or a list of them, as `-o json` would show it
 * @param objects the same without the list around them
 * @throws ClientError with kubectl's words where the template is wrong or finds no such element
 */
export function printed(
  format: TemplateFormat,
  value: unknown,
  objects: readonly KubeObject[],
  noHeaders: boolean,
): string {
  const result =
    format.form === 'jsonpath'
      ? jsonpathText(format.template, plain(value))
      : customColumnsText(format.template, objects, noHeaders)
  if ('error' in result) throw new ClientError(result.error)
  return result.text
}

/** @throws ClientError with kubectl's words where a path finds nothing to sort by */
export function inOrder(objects: readonly KubeObject[], path: string): readonly KubeObject[] {
  const result = sortedBy(path, objects)
  if ('error' in result) throw new ClientError(result.error)
  return result.objects
}
