// npm run lab -- SESSION.txt [--compare]
// Replays the commands of a session that was recorded on a real cluster on ours, with the manifests
// beside it, and prints the transcript in the same form. With --compare it prints what differs
// instead, and exits 1 if anything does. Sessions of one folder were recorded one after another on
// one cluster: those with a smaller number are played first, unseen.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { chain, NEAREST_LUCK } from '../src/systems/kubernetes/lab/chain.ts'
import { differenceLines, differences } from '../src/systems/kubernetes/lab/compare.ts'
import { transcript } from '../src/systems/kubernetes/lab/replay.ts'

const isWanted = (name: string): boolean => /\.(ya?ml|json)$|^s\d+.*\.txt$/.test(name)

/**
 * Replays a session file and prints it.
 *
 * @returns the exit code: 0, or 1 where `--compare` finds a difference, or 2 where nothing can be read
 */
export function main(args: readonly string[], print: (text: string) => void = console.log): number {
  const file = args.find((arg) => !arg.startsWith('-'))
  if (file === undefined) {
    print('Usage: npm run lab -- SESSION.txt [--compare]')
    return 2
  }
  const folder = path.dirname(file)
  const own = path.basename(file)
  const names = [...readdirSync(folder).filter(isWanted), own]
  const texts = names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const)
  const played = chain(Object.fromEntries(texts), own, NEAREST_LUCK).at(-1)
  if (!played) return 2
  const { session, replay } = played
  if (!args.includes('--compare')) {
    print(transcript(replay))
    return 0
  }
  const found = differences(session, replay)
  for (const line of differenceLines(found)) print(line)
  const commands = session.steps.filter(({ kind }) => kind === 'command').length
  print(`${commands} commands: ${commands - found.length} the same, ${found.length} not`)
  return found.length === 0 ? 0 : 1
}
