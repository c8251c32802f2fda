import { MANUAL } from '../../src/systems/kubernetes/printing/manual/whole.ts'
// The fields of all kinds in the older form of OpenAPI, in protobuf: clients up to 1.27, and all
// clients of a server of 1.20, read nothing else. Field numbers are those of gnostic's OpenAPIv2.
import type { FieldType } from '../../src/systems/kubernetes/api/schema/model.ts'
import { type Model, modelNames, modelOf } from '../../src/systems/kubernetes/api/schema/schema.ts'
import {
  apiVersionOf,
  type ProfileName,
  resourcesOf,
  type ResourceInfo,
} from '../../src/systems/kubernetes/resources.ts'

/** What the answer is called; clients ask for it by a name with an @, which is no media type. */
export const OPENAPI_V2 = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf'

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

/** A field with a text or a message in it. */
function field(number: number, ...parts: readonly (string | Buffer)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return Buffer.concat([varint((number << 3) | 2), varint(content.length), content])
}

const extension = (number: number, name: string, yaml: string): Buffer =>
  field(number, field(1, name), field(2, field(2, yaml)))

const named = (number: number, name: string, value: Buffer): Buffer =>
  field(number, field(1, name), field(2, value))

const type = (name: string): Buffer => field(22, field(1, name))
const format = (name: string): Buffer => field(2, name)
const reference = (name: string): Buffer => field(1, `#/definitions/${name}`)

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity'
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString'

function plain(profile: ProfileName, of: string): Buffer {
  const model = modelOf(profile, of)
  if (model) return reference(model.fullName)
  switch (of) {
    case 'Quantity':
      return reference(QUANTITY)
    case 'IntOrString':
      return reference(INT_OR_STRING)
    case 'integer':
      return Buffer.concat([format('int32'), type('integer')])
    case 'boolean':
      return type('boolean')
    case 'any':
      return type('object')
    default:
      return type('string')
  }
}

function schema(profile: ProfileName, { shape, of }: FieldType): Buffer {
  switch (shape) {
    case 'one':
      return plain(profile, of)
    case 'list':
      return Buffer.concat([type('array'), field(23, field(1, plain(profile, of)))])
    case 'map':
      return Buffer.concat([field(21, field(1, plain(profile, of))), type('object')])
  }
}

function groupVersionKind({ group, versions, kind }: ResourceInfo, dash: boolean): string {
  const [first, next] = dash ? ['- ', '  '] : ['', '']
  return `${first}group: ${JSON.stringify(group)}\n${next}kind: ${kind}\n${next}version: ${versions[0] ?? 'v1'}\n`
}

const KIND = 'x-kubernetes-group-version-kind'

function definition(profile: ProfileName, model: Model): Buffer {
  const info = resourcesOf(profile).find(({ kind }) => kind === model.name)
  const properties = model.fields.map(({ name, ...of }) =>
    named(
      1,
      name,
      Buffer.concat([field(4, MANUAL[model.name]?.fields[name] ?? ''), schema(profile, of)]),
    ),
  )
  return Buffer.concat([
    field(4, MANUAL[model.name]?.about ?? ''),
    ...model.fields.filter(({ required }) => required).map(({ name }) => field(19, name)),
    type('object'),
    field(25, ...properties),
    ...(info ? [extension(31, KIND, groupVersionKind(info, true))] : []),
  ])
}

/** How a resource is changed: clients look there for what a server can do. */
function path(profile: ProfileName, info: ResourceInfo): Buffer {
  const root = info.group === '' ? '/api/v1' : `/apis/${apiVersionOf(info)}`
  const place = info.namespaced ? '/namespaces/{namespace}' : ''
  const names = profile === '1.20' ? ['dryRun'] : ['dryRun', 'fieldValidation']
  const parameters = names.map((name) =>
    field(8, field(1, field(2, field(3, field(2, 'query'), field(4, name), field(6, 'string'))))),
  )
  const patch = field(8, ...parameters, extension(13, KIND, groupVersionKind(info, false)))
  return named(2, `${root}${place}/${info.name}/{name}`, patch)
}

/** The whole document. */
export function openapiV2(profile: ProfileName): Buffer {
  const models = modelNames.flatMap((name) => modelOf(profile, name) ?? [])
  return Buffer.concat([
    field(1, '2.0'),
    field(2, field(1, 'Kubernetes'), field(2, 'v1')),
    field(8, ...resourcesOf(profile).map((info) => path(profile, info))),
    field(
      9,
      ...models.map((model) => named(1, model.fullName, definition(profile, model))),
      named(1, QUANTITY, type('string')),
      named(1, INT_OR_STRING, Buffer.concat([format('int-or-string'), type('string')])),
    ),
  ])
}
