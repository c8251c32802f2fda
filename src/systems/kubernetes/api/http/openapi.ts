import { MANUAL } from '../../printing/manual/whole.ts'
import { apiVersionOf, resourcesOf, type ProfileName, type ResourceInfo } from '../../resources.ts'
import type { FieldType } from '../schema/model.ts'
import { type Model, modelNames, modelOf } from '../schema/schema.ts'
import { groupVersionsOf } from './discovery.ts'

const PLAIN: Readonly<Record<string, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer', format: 'int32' },
  boolean: { type: 'boolean' },
  any: { type: 'object' },
  Time: { type: 'string', format: 'date-time' },
}

/** Plain types that have a name of their own. */
const NAMED: Readonly<Record<string, { readonly fullName: string; readonly schema: object }>> = {
  Quantity: {
    fullName: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
    schema: { description: 'An amount, such as 500m or 64Mi.', type: 'string' },
  },
  IntOrString: {
    fullName: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
    schema: {
      description: 'A number, or a text such as 25%.',
      format: 'int-or-string',
      oneOf: [{ type: 'integer' }, { type: 'string' }],
    },
  },
}

const reference = (fullName: string): object => ({ $ref: `#/components/schemas/${fullName}` })

function schemaOf(profile: ProfileName, { shape, of, mergeKey }: FieldType): object {
  const model = modelOf(profile, of)
  const fullName = model?.fullName ?? NAMED[of]?.fullName
  const one = fullName === undefined ? (PLAIN[of] ?? {}) : reference(fullName)
  switch (shape) {
    case 'one':
      return one
    case 'map':
      return { type: 'object', additionalProperties: one }
    case 'list':
      return {
        type: 'array',
        items: one,
        ...(mergeKey === undefined
          ? {}
          : {
              'x-kubernetes-patch-strategy': 'merge',
              ...(mergeKey === '=' ? {} : { 'x-kubernetes-patch-merge-key': mergeKey }),
            }),
      }
  }
}

function property(profile: ProfileName, model: Model, type: Model['fields'][number]): object {
  const schema = schemaOf(profile, type)
  const about = MANUAL[model.name]?.fields[type.name]
  // A reference stands alone, so that a description needs a list of one beside it.
  return '$ref' in schema
    ? { description: about, allOf: [schema], default: {} }
    : { description: about, ...schema }
}

function modelSchema(profile: ProfileName, model: Model): object {
  const info = resourcesOf(profile).find(({ kind }) => kind === model.name)
  const required = model.fields.filter((field) => field.required).map(({ name }) => name)
  return {
    description: MANUAL[model.name]?.about,
    type: 'object',
    properties: Object.fromEntries(
      model.fields.map((field) => [field.name, property(profile, model, field)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(info ? { 'x-kubernetes-group-version-kind': [groupVersionKind(info)] } : {}),
  }
}

const groupVersionKind = ({ group, versions, kind }: ResourceInfo): object => ({
  group,
  version: versions[0] ?? 'v1',
  kind,
})

/** How a resource is reached, as far as clients ask the document about it. */
function pathsOf(info: ResourceInfo): readonly (readonly [string, object])[] {
  const root = info.group === '' ? '/api/v1' : `/apis/${apiVersionOf(info)}`
  const list = `${root}${info.namespaced ? '/namespaces/{namespace}' : ''}/${info.name}`
  const kind = { 'x-kubernetes-group-version-kind': groupVersionKind(info) }
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string', uniqueItems: true },
  }))
  const responses = { 200: { description: 'OK' } }
  return [
    [
      list,
      {
        get: { 'x-kubernetes-action': 'list', ...kind, responses },
        post: { 'x-kubernetes-action': 'post', ...kind, parameters, responses },
      },
    ],
    [
      `${list}/{name}`,
      {
        get: { 'x-kubernetes-action': 'get', ...kind, responses },
        put: { 'x-kubernetes-action': 'put', ...kind, parameters, responses },
        patch: { 'x-kubernetes-action': 'patch', ...kind, parameters, responses },
      },
    ],
  ]
}

/** The document of one group and version. */
function documentOf(profile: ProfileName, version: string): object {
  const served = resourcesOf(profile).filter((info) => apiVersionOf(info) === version)
  const models = modelNames.flatMap((name) => modelOf(profile, name) ?? [])
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1' },
    paths: Object.fromEntries(served.flatMap(pathsOf)),
    components: {
      schemas: Object.fromEntries([
        ...models.map((model) => [model.fullName, modelSchema(profile, model)] as const),
        ...Object.values(NAMED).map(({ fullName, schema }) => [fullName, schema] as const),
      ]),
    },
  }
}

/**
 * What the server says of the fields of its kinds, at `/openapi/v3` and below; undefined where the
 * path is none of these, and for 1.20, which had the older form alone.
 */
export function described(profile: ProfileName, path: string): object | undefined {
  if (profile === '1.20' || !path.startsWith('/openapi/v3')) return undefined
  const versions = ['api/v1', ...groupVersionsOf(profile).map((one) => `apis/${one}`)]
  const asked = path.slice('/openapi/v3/'.length)
  if (asked === '')
    return {
      paths: Object.fromEntries(
        versions.map((one) => [one, { serverRelativeURL: `/openapi/v3/${one}` }]),
      ),
    }
  return versions.includes(asked) ? documentOf(profile, asked.replace(/^apis?\//, '')) : undefined
}
