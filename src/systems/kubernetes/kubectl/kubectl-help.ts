import type { Command, Commands } from './command.ts'
import { type Flag, GLOBAL_FLAGS } from './flags.ts'

const GROUPS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Look',
    [
      ['get', 'list objects, or watch them with -w'],
      ['describe', 'all about some objects, with their events'],
      ['events', 'what happened, latest last'],
      ['logs', 'what a container printed'],
      ['explain', 'what the fields of an object mean'],
      ['api-resources', 'the kinds of objects that there are'],
      ['api-versions', 'the groups and versions of the API'],
      ['cluster-info', 'where the cluster is'],
      ['version', 'of kubectl and of the cluster'],
      ['config', 'the namespace that is meant where none is given'],
      ['top', 'use of CPU and memory, as this laboratory works it out'],
    ],
  ],
  [
    'Change',
    [
      ['apply', 'make objects as files say'],
      ['create', 'make new objects'],
      ['run', 'start one pod'],
      ['expose', 'put a service before pods'],
      ['set', 'change an image and the like'],
      ['scale', 'change how many replicas there are'],
      ['rollout', 'status, history, undo, pause, resume, restart'],
      ['patch', 'change some fields'],
      ['replace', 'put a new object in the place of an old one'],
      ['label', 'set labels'],
      ['annotate', 'set annotations'],
      ['delete', 'remove objects'],
      ['wait', 'until something holds'],
    ],
  ],
  [
    'Nodes',
    [
      ['cordon', 'let no more pods onto a node'],
      ['uncordon', 'let pods onto a node again'],
      ['drain', 'empty a node'],
      ['taint', 'keep pods off that do not tolerate it'],
    ],
  ],
]

const flagLine = ({ name, short, takes, initial = '' }: Flag): string => {
  const title = `${short === undefined ? '    ' : `-${short}, `}--${name}`
  const value =
    takes === 'switch' ? initial || 'false' : takes === 'whole' ? initial || '0' : initial
  return `    ${title}=${takes === 'list' || takes === 'texts' ? '[]' : value === '' ? "''" : value}`
}

/** What `kubectl` alone prints. */
export function overview(commands: Commands): string {
  const known = new Set(GROUPS.flatMap(([, rows]) => rows.map(([name]) => name)))
  const without = Object.keys(commands).filter((name) => !known.has(name))
  return [
    'kubectl, as this laboratory has it, talks to the cluster in the page.',
    '',
    ...GROUPS.flatMap(([title, rows]) => [
      `${title}:`,
      ...rows
        .filter(([name]) => Object.hasOwn(commands, name))
        .map(([name, what]) => `  ${name.padEnd(15)} ${what}`),
      '',
    ]),
    `Known and left out: ${without.toSorted().join(', ')}.`,
    '',
    'kubectl COMMAND --help shows the flags of a command; kubectl options those of all commands.',
    '',
  ].join('\n')
}

/** What `--help` prints: the flags of a command, or its sub-commands. */
export function helpOf(name: string, { flags = [], members }: Command): string {
  if (members)
    return [
      `kubectl ${name}: one of`,
      ...Object.keys(members)
        .toSorted()
        .map((one) => `  kubectl ${name} ${one}`),
      '',
    ].join('\n')
  const here = flags.filter(({ leftOut }) => !leftOut)
  const without = flags.filter(({ leftOut }) => leftOut).map((flag) => `--${flag.name}`)
  return [
    `kubectl ${name}`,
    ...(here.length === 0 ? [] : ['', 'Options:', ...here.map(flagLine)]),
    ...(without.length === 0 ? [] : ['', `Left out: ${without.join(', ')}.`]),
    '',
    'kubectl options lists the flags of all commands.',
    '',
  ].join('\n')
}

/** What `kubectl options` prints. */
export const optionsText = (): string =>
  [
    'The following options can be passed to any command:',
    ...GLOBAL_FLAGS.filter(({ leftOut }) => !leftOut).map(flagLine),
    '',
  ].join('\n')
