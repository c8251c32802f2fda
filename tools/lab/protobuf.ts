// Bodies in protobuf: kubectl from 1.32 on sends what it makes itself (`create`, `drain`) in that
// form. Read here into the JSON that the API takes, as far as kubectl makes such objects.

/** A field: its name, and how its bytes are read. `[]` stands for a list. */
type FieldForm = readonly [
  name: string,
  form:
    | 'text'
    | 'int'
    | 'bool'
    | '[]text'
    | 'labels'
    | 'intOrString'
    | MessageName
    | `[]${MessageName}`,
]

type MessageName = keyof typeof MESSAGES

/** By message, its fields by their numbers, as the `generated.proto` files of Kubernetes have them. */
const MESSAGES = {
  ObjectMeta: {
    1: ['name', 'text'],
    2: ['generateName', 'text'],
    3: ['namespace', 'text'],
    11: ['labels', 'labels'],
    12: ['annotations', 'labels'],
  },
  Namespace: { 1: ['metadata', 'ObjectMeta'] },
  Eviction: { 1: ['metadata', 'ObjectMeta'], 2: ['deleteOptions', 'DeleteOptions'] },
  DeleteOptions: {
    1: ['gracePeriodSeconds', 'int'],
    2: ['preconditions', 'Preconditions'],
    4: ['propagationPolicy', 'text'],
    5: ['dryRun', '[]text'],
  },
  Preconditions: { 1: ['uid', 'text'], 2: ['resourceVersion', 'text'] },
  Deployment: { 1: ['metadata', 'ObjectMeta'], 2: ['spec', 'DeploymentSpec'] },
  DeploymentSpec: {
    1: ['replicas', 'int'],
    2: ['selector', 'LabelSelector'],
    3: ['template', 'PodTemplateSpec'],
  },
  LabelSelector: { 1: ['matchLabels', 'labels'] },
  PodTemplateSpec: { 1: ['metadata', 'ObjectMeta'], 2: ['spec', 'PodSpec'] },
  PodSpec: { 2: ['containers', '[]Container'] },
  Container: {
    1: ['name', 'text'],
    2: ['image', 'text'],
    3: ['command', '[]text'],
    4: ['args', '[]text'],
    6: ['ports', '[]ContainerPort'],
  },
  ContainerPort: { 3: ['containerPort', 'int'], 4: ['protocol', 'text'] },
  Service: { 1: ['metadata', 'ObjectMeta'], 2: ['spec', 'ServiceSpec'] },
  ServiceSpec: {
    1: ['ports', '[]ServicePort'],
    2: ['selector', 'labels'],
    3: ['clusterIP', 'text'],
    4: ['type', 'text'],
  },
  ServicePort: {
    1: ['name', 'text'],
    2: ['protocol', 'text'],
    3: ['port', 'int'],
    4: ['targetPort', 'intOrString'],
    5: ['nodePort', 'int'],
  },
  PriorityClass: {
    1: ['metadata', 'ObjectMeta'],
    2: ['value', 'int'],
    3: ['globalDefault', 'bool'],
    4: ['description', 'text'],
    5: ['preemptionPolicy', 'text'],
  },
  PodDisruptionBudget: { 1: ['metadata', 'ObjectMeta'], 2: ['spec', 'PodDisruptionBudgetSpec'] },
  PodDisruptionBudgetSpec: {
    1: ['minAvailable', 'intOrString'],
    2: ['selector', 'LabelSelector'],
    3: ['maxUnavailable', 'intOrString'],
  },
} as const

interface RawField {
  readonly number: number
  /** A number, or the bytes of a text or a message. */
  readonly value: bigint | Buffer
}

function* fieldsOf(bytes: Buffer): Generator<RawField> {
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at]
      if (byte === undefined) throw new SyntaxError('protobuf: a number has no end')
      at += 1
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    const number = tag >> 3
    if ((tag & 7) === 0) yield { number, value: varint() }
    else if ((tag & 7) === 2) {
      const length = Number(varint())
      yield { number, value: bytes.subarray(at, at + length) }
      at += length
    } else throw new SyntaxError(`protobuf: wire type ${tag & 7} is not used by Kubernetes`)
  }
}

const text = (value: bigint | Buffer): string =>
  typeof value === 'bigint' ? String(value) : value.toString('utf8')

const whole = (value: bigint | Buffer): number =>
  typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0

/** The fields of a message that has only numbers and texts, by number. */
const plain = (value: bigint | Buffer): ReadonlyMap<number, bigint | Buffer> =>
  new Map(
    typeof value === 'bigint'
      ? []
      : [...fieldsOf(value)].map((field) => [field.number, field.value] as const),
  )

function intOrString(value: bigint | Buffer): number | string {
  const fields = plain(value)
  return whole(fields.get(1) ?? 0n) === 1
    ? text(fields.get(3) ?? Buffer.of())
    : whole(fields.get(2) ?? 0n)
}

const isMessage = (form: string): form is MessageName => Object.hasOwn(MESSAGES, form)

function valueOf(value: bigint | Buffer, form: string): unknown {
  switch (form) {
    case 'text':
      return text(value)
    case 'int':
      return whole(value)
    case 'bool':
      return value === 1n
    case 'intOrString':
      return intOrString(value)
    default:
      return isMessage(form) && typeof value !== 'bigint' ? message(value, form) : undefined
  }
}

function message(bytes: Buffer, name: MessageName): Record<string, unknown> {
  const forms: Readonly<Record<number, FieldForm>> = MESSAGES[name]
  const result: Record<string, unknown> = {}
  for (const { number, value } of fieldsOf(bytes)) {
    const form = forms[number]
    if (!form) continue
    const [field, how] = form
    const before = result[field]
    if (how === 'labels') {
      const pair = plain(value)
      const entry = { [text(pair.get(1) ?? Buffer.of())]: text(pair.get(2) ?? Buffer.of()) }
      result[field] = { ...(typeof before === 'object' ? before : {}), ...entry }
    } else if (how.startsWith('[]'))
      result[field] = [...(Array.isArray(before) ? before : []), valueOf(value, how.slice(2))]
    else {
      const one = valueOf(value, how)
      // What is not set is written as an empty text all the same.
      if (one !== '') result[field] = one
    }
  }
  return result
}

const MAGIC = Buffer.from('k8s\0', 'latin1')

/**
 * A body in protobuf as JSON.
 *
 * @throws SyntaxError where it is none, or of a kind that is not known here
 */
export function fromProtobuf(body: Buffer): unknown {
  if (!body.subarray(0, 4).equals(MAGIC)) throw new SyntaxError('protobuf: no Kubernetes object')
  const outer = plain(body.subarray(4))
  const typeMeta = plain(outer.get(1) ?? Buffer.of())
  const apiVersion = text(typeMeta.get(1) ?? Buffer.of())
  const kind = text(typeMeta.get(2) ?? Buffer.of())
  const raw = outer.get(2)
  if (!isMessage(kind) || !Buffer.isBuffer(raw))
    throw new SyntaxError(`protobuf: ${apiVersion} ${kind} is not known here`)
  return { apiVersion, kind, ...message(raw, kind) }
}
