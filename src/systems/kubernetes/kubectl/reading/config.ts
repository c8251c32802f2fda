import { yamlText } from '../../printing/yaml.ts'
import { inColumns } from '../../printing/columns.ts'
import { type Asked, DONE, family, type Going, leftOut, verb, wrongUse } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'

/** The one cluster there is, its only user and the context of both. */
const CONTEXT = 'lab'

function setContext({ args, flags, streams, turn }: Asked): Going<never> {
  const [name] = args
  if (args.length > 1 || (name === undefined) === !flags.is('current'))
    throw wrongUse('config set-context', 'Unexpected args: [' + args.join(' ') + ']')
  if (name !== undefined && name !== CONTEXT)
    throw new ClientError(`this laboratory's kubectl has one context, "${CONTEXT}"`)
  if (flags.given('namespace')) {
    const namespace = flags.text('namespace') || 'default'
    const shells = Object.entries(turn.world().shells)
    // One file of settings serves all terminals.
    turn.put(
      'shells',
      Object.fromEntries(shells.map(([key, shell]) => [key, { ...shell, namespace }])),
    )
  }
  streams.out(`Context "${CONTEXT}" modified.\n`)
  return DONE
}

const namespaceSet = ({ turn }: Asked): string => {
  const [shell] = Object.values(turn.world().shells)
  return shell?.namespace ?? 'default'
}

function view(asked: Asked): Going<never> {
  const namespace = namespaceSet(asked)
  asked.streams.out(
    yamlText({
      apiVersion: 'v1',
      clusters: [
        {
          cluster: {
            'certificate-authority-data': 'DATA+OMITTED',
            server: 'https://127.0.0.1:6443',
          },
          name: CONTEXT,
        },
      ],
      contexts: [
        {
          context: {
            cluster: CONTEXT,
            ...(namespace === 'default' ? {} : { namespace }),
            user: CONTEXT,
          },
          name: CONTEXT,
        },
      ],
      'current-context': CONTEXT,
      kind: 'Config',
      preferences: {},
      users: [{ name: CONTEXT, user: { 'client-certificate-data': 'DATA+OMITTED' } }],
    }),
  )
  return DONE
}

function getContexts(asked: Asked): Going<never> {
  const namespace = namespaceSet(asked)
  const { flags, streams } = asked
  if (flags.text('output') === 'name') streams.out(`${CONTEXT}\n`)
  else
    streams.out(
      inColumns(
        [
          ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'],
          ['*', CONTEXT, CONTEXT, CONTEXT, namespace === 'default' ? '' : namespace],
        ],
        { minWidth: 6, padding: 3 },
      ),
    )
  return DONE
}

function useContext({ args, streams }: Asked): Going<never> {
  const [name] = args
  if (name === undefined || args.length > 1)
    throw wrongUse('config use-context', `Unexpected args: [${args.join(' ')}]`)
  if (name !== CONTEXT) throw new ClientError(`no context exists with the name: "${name}"`)
  streams.out(`Switched to context "${CONTEXT}".\n`)
  return DONE
}

const one = (name: string, begin: (asked: Asked) => Going<never>, flags = [] as const) =>
  verb<never>({ name: `config ${name}`, flags, begin })

const noSettings = (name: string) =>
  leftOut(`config ${name}`, 'there is one cluster, and nothing else to set than a namespace')

/** `kubectl config`. */
export const configCommand = family('config', {
  'current-context': one('current-context', ({ streams }) => {
    streams.out(`${CONTEXT}\n`)
    return DONE
  }),
  'get-clusters': one('get-clusters', ({ streams }) => {
    streams.out(`NAME\n${CONTEXT}\n`)
    return DONE
  }),
  'get-contexts': verb<never>({
    name: 'config get-contexts',
    flags: [{ name: 'output', short: 'o', takes: 'text' }],
    begin: getContexts,
  }),
  'set-context': verb<never>({
    name: 'config set-context',
    flags: [{ name: 'current', takes: 'switch' }],
    begin: setContext,
  }),
  'use-context': one('use-context', useContext),
  view: verb<never>({
    name: 'config view',
    flags: [
      { name: 'minify', takes: 'switch' },
      { name: 'raw', takes: 'switch' },
    ],
    begin: view,
  }),
  'delete-context': noSettings('delete-context'),
  'rename-context': noSettings('rename-context'),
  set: noSettings('set'),
  'set-cluster': noSettings('set-cluster'),
  'set-credentials': noSettings('set-credentials'),
  unset: noSettings('unset'),
})
