import { expander } from '../language/expand.ts'
import type { List, Redirect } from '../language/syntax.ts'
import {
  type Advance,
  type Input,
  NO_INPUT,
  type Place,
  type Redirection,
  type Sink,
  type Substitution,
  variable,
} from './task.ts'

/** A file's name as the reader's directory has it: `./web.yaml` and `~/web.yaml` are `web.yaml`. */
export const fileNamed = (name: string): string => name.replace(/^(?:\.\/+|~\/+)+/, '')

/** A file's text; undefined where there is none of that name. */
export function fileText(place: Place, name: string): string | undefined {
  const { files } = place.turn.world()
  const key = fileNamed(name)
  return Object.hasOwn(files, key) ? files[key] : undefined
}

/** Writes a file, or the end of one. */
export function writeFile(place: Place, name: string, text: string, append: boolean): void {
  const { turn } = place
  const files = turn.world().files
  const before = append ? (fileText(place, name) ?? '') : ''
  turn.put('files', { ...files, [fileNamed(name)]: before + text })
}

/** A sink for a file that is written to; the reason where it cannot be. */
function opened(place: Place, name: string, op: '>' | '>>'): Sink | string {
  if (name === '/dev/null') return { to: 'nowhere' }
  if (name === '/dev/stdout') return { to: 'out' }
  if (name === '/dev/stderr') return { to: 'err' }
  const file = fileNamed(name)
  if (file === '') return `bash: ${name}: No such file or directory`
  if (file.includes('/')) return `bash: ${name}: No such file or directory`
  if (op === '>' || fileText(place, file) === undefined) writeFile(place, file, '', false)
  return { to: 'file', file }
}

/** Where redirections send the streams, from left to right; bash's complaint where one cannot be. */
export function sinksOf(
  redirects: readonly Redirect[],
  outputs: readonly string[],
  place: Place,
): Redirection | string {
  let input: Input | undefined
  let out: Sink = { to: 'out' }
  let err: Sink = { to: 'err' }
  const { single } = expander({ variable: (name) => variable(place, name), outputs, files: [] })
  for (const { fd, op, target } of redirects) {
    const name = single(target)
    if (op === 'text') input = { text: name, ended: true }
    else if (op === '<') {
      const text = name === '/dev/null' ? '' : fileText(place, name)
      if (text === undefined) return `bash: ${name}: No such file or directory`
      input = { text, ended: true }
    } else if (op === '>&') {
      if (name !== '1' && name !== '2') return `bash: ${name}: Bad file descriptor`
      const sink: Sink = name === '1' ? out : err
      if (fd === 2) err = sink
      else out = sink
    } else {
      const sink = opened(place, name, op)
      if (typeof sink === 'string') return sink
      if (fd !== 2) out = sink
      if (fd !== 1) err = sink
    }
  }
  return { ...(input ? { input } : {}), out, err }
}

/** The same place with streams that go where a redirection says. */
export function redirected({ input, out, err }: Redirection, place: Place): Place {
  const through = (sink: Sink) => (text: string) => {
    if (sink.to === 'out') place.out(text)
    else if (sink.to === 'err') place.err(text)
    else if (sink.to === 'file') writeFile(place, sink.file, text, true)
  }
  return { ...place, input: input ?? place.input, out: through(out), err: through(err) }
}

/** Runs the commands of `$( … )`, one after the other; `running` is left where one has to wait. */
export function substitute(
  from: Substitution,
  lists: readonly List[],
  place: Place,
  advance: Advance,
): Substitution {
  let { running, exit } = from
  const outputs = [...from.outputs]
  while (outputs.length < lists.length) {
    let text = running?.text ?? ''
    const within: Place = {
      ...place,
      scope: running?.scope ?? place.scope,
      input: NO_INPUT,
      out: (more) => {
        text += more
      },
    }
    const list = lists[outputs.length] ?? []
    const progress = advance(running?.task ?? { do: 'list', list, at: 0 }, within)
    if ('task' in progress)
      return { outputs, exit, running: { task: progress.task, scope: within.scope, text } }
    running = undefined
    exit = progress.exit
    outputs.push(text)
  }
  return { outputs, exit }
}
