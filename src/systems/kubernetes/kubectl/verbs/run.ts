import type { Json } from '../manifests.ts'
import { type Asked, verb, wrongUse } from './asked.ts'
import { createMade } from './create.ts'
import { ClientError } from './failures.ts'
import { required } from './each.ts'
import { SAYING } from './results.ts'

function labelsOf(text: string, name: string): Json {
  if (text === '') return { run: name }
  return Object.fromEntries(
    text.split(',').map((pair): [string, string] => {
      const [key = '', value, ...more] = pair.split('=')
      if (value === undefined || more.length > 0)
        throw new ClientError(`unexpected label spec: ${pair}`)
      return [key, value]
    }),
  )
}

function containerOf({ flags, args }: Asked, name: string, image: string): Json {
  const command = args.slice(1)
  const port = flags.text('port')
  const env = flags.list('env').map((pair) => {
    const at = pair.indexOf('=')
    if (at <= 0) throw new ClientError(`invalid env: ${pair}`)
    return { name: pair.slice(0, at), value: pair.slice(at + 1) }
  })
  const policy = flags.text('image-pull-policy')
  return {
    ...(command.length === 0 ? {} : { [flags.is('command') ? 'command' : 'args']: command }),
    ...(env.length === 0 ? {} : { env }),
    image,
    ...(policy === '' ? {} : { imagePullPolicy: policy }),
    name,
    ...(port === '' ? {} : { ports: [{ containerPort: Number(port) }] }),
    resources: {},
  }
}

function begin(asked: Asked): { readonly exit: number } {
  const { flags, args } = asked
  const image = required(asked, 'image')
  const [name] = args
  if (name === undefined) throw wrongUse('run', 'NAME is required for run')
  if (flags.is('rm')) throw wrongUse('run', '--rm should only be used for attached containers')
  const restart = flags.text('restart')
  if (!['Always', 'OnFailure', 'Never'].includes(restart))
    throw wrongUse('run', `invalid restart policy: ${restart}`)
  const annotations = flags.list('annotations')
  return createMade(asked, 'pods', name, {
    metadata: {
      labels: labelsOf(flags.text('labels'), name),
      ...(annotations.length === 0 ? {} : { annotations: labelsOf(annotations.join(','), name) }),
    },
    spec: {
      containers: [containerOf(asked, name, image)],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: restart,
    },
    status: {},
  })
}

/** `run`: one pod of one container. */
export const run = verb<never>({
  name: 'run',
  flags: [
    ...SAYING,
    { name: 'image', takes: 'text' },
    { name: 'image-pull-policy', takes: 'text' },
    { name: 'labels', short: 'l', takes: 'text' },
    { name: 'annotations', takes: 'texts' },
    { name: 'port', takes: 'text' },
    { name: 'env', takes: 'texts' },
    { name: 'restart', takes: 'text', initial: 'Always' },
    { name: 'command', takes: 'switch' },
    { name: 'rm', takes: 'switch' },
    { name: 'stdin', short: 'i', takes: 'switch', leftOut: true },
    { name: 'tty', short: 't', takes: 'switch', leftOut: true },
    { name: 'attach', takes: 'switch', leftOut: true },
    { name: 'overrides', takes: 'text', leftOut: true },
    { name: 'expose', takes: 'switch', leftOut: true },
    { name: 'quiet', short: 'q', takes: 'switch' },
    { name: 'save-config', takes: 'switch' },
  ],
  begin,
})
