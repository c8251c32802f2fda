// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import shop from './lab/recorded/shop.yaml?raw'
import { type LabServer, serveLab } from './lab-serve.ts'
import { findKubectl } from './lab/real-kubectl.ts'

/* A real kubectl against the model behind HTTP, and our terminal on a cluster of its own. */

const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-kubectl-'))
const found = findKubectl(folder)
if ('missing' in found) console.log(`Skipped the comparison with a real kubectl: ${found.missing}.`)

/** A command that takes longer is ended. */
const LONGEST_MS = 10_000

/** A cluster goes so many times faster than the wall clock, so that rollouts take a second. */
const SPEED = 6

interface Printed {
  readonly out: string
  readonly code: number
}

/** A text without what is different each time: names by chance, addresses, ages, widths. */
function bare(text: string): string {
  return text
    .replaceAll(/\b10\.\d+\.\d+\.\d+\b/g, 'ADDRESS')
    .replaceAll(/\b(checkout-[a-z0-9]{8,10})-[a-z0-9]{5}\b/g, '$1-POD')
    .replaceAll(/\bcheckout-[a-z0-9]{5}\b/g, 'checkout-SLICE')
    .replaceAll(/\b(?:\d+m)?\d+s\b/g, 'AGE')
    .replaceAll(/ +/g, ' ')
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}

/** Runs a command line with the real kubectl. */
const real = (server: LabServer, kubectl: string, line: string): Promise<Printed> =>
  new Promise((resolve) => {
    execFile(
      kubectl,
      line.split(' '),
      {
        cwd: folder,
        timeout: LONGEST_MS,
        env: { ...process.env, KUBECONFIG: server.kubeconfig, HOME: folder },
      },
      (error, stdout, stderr) => {
        resolve({ out: stdout + stderr, code: error ? Number(error.code ?? 124) : 0 })
      },
    )
  })

/** A line for a shell: words with signs that it would read are put in quotes. */
const quoted = (line: string): string =>
  line
    .split(' ')
    .map((word) => (word.startsWith('{') ? `'${word}'` : word))
    .join(' ')

/** Types a command line at our terminal. */
const ours = (server: LabServer, line: string): Promise<Printed> =>
  new Promise((resolve) => {
    let [out, err] = ['', '']
    const done = (code: number): void => {
      clearTimeout(late)
      end()
      resolve({ out: out + err, code })
    }
    const late = setTimeout(() => done(124), LONGEST_MS)
    const end = server.clock.hear((notes) => {
      for (const note of notes) {
        if (note.note === 'output' && note.stream === 'stdout') out += note.text
        if (note.note === 'output' && note.stream === 'stderr') err += note.text
        if (note.note === 'exit') done(note.code)
      }
    })
    server.clock.act({ do: 'type', shell: '1', text: `kubectl ${quoted(line)}\n` })
  })

/** In this order, on both sides. */
const COMMANDS = [
  'get nodes',
  'create namespace shop',
  'create namespace shop',
  // Clients of different age check fields at different ends; that is not what is compared here.
  'apply -f shop.yaml --validate=false',
  'rollout status deploy/checkout -n shop --timeout=9s',
  'get deploy,rs,svc -n shop',
  'apply -f shop.yaml --validate=false',
  'scale deploy/checkout --replicas=2 -n shop',
  'get pods -n shop -l app=nothing',
  'get pods nope -n shop',
  'label node node-1 disk=ssd',
  'taint nodes node-2 dedicated=batch:NoSchedule',
  'patch deploy checkout -n shop -p {"spec":{"replicas":-1}}',
  'set image deploy/checkout web=shop/checkout:2 -n shop',
  'cordon node-3',
  'uncordon node-3',
  'get endpointslices -n shop -o name',
  'delete deploy,svc -l app=checkout -n shop',
  'get deploy -n shop',
]

describe.skipIf('missing' in found)('a real kubectl', () => {
  const kubectl = 'kubectl' in found ? found.kubectl : ''
  let behind: LabServer
  let alone: LabServer

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'shop.yaml'), shop)
    behind = await serveLab({ speed: SPEED })
    alone = await serveLab({ speed: SPEED })
    alone.clock.act({ do: 'save', file: 'shop.yaml', text: shop })
  })

  afterAll(async () => {
    await Promise.all([behind.stop(), alone.stop()])
    rmSync(folder, { recursive: true, force: true })
  })

  it('prints with our API what our terminal prints', { timeout: 90_000 }, async () => {
    const told: string[] = []
    const expected: string[] = []
    for (const line of COMMANDS) {
      const [one, other] = await Promise.all([real(behind, kubectl, line), ours(alone, line)])
      // How often a rollout reports on its way depends on what else the machine does.
      const last = (text: string): string =>
        line.startsWith('rollout') ? (text.split('\n').at(-1) ?? '') : text
      expected.push(`$ ${line}\n${last(bare(one.out))}\n[exit ${one.code}]`)
      told.push(`$ ${line}\n${last(bare(other.out))}\n[exit ${other.code}]`)
    }
    expect(told).toEqual(expected)
  })
})
