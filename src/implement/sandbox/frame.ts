// The page of the sandbox: it takes code by its one port, runs it in a worker of its own, and ends the
// worker when nothing is heard of it. It can reach nothing but that port; see tools/sandbox.mjs.
import * as v from 'valibot'
import { LIMITS } from '../limits.ts'
import { type Asked, type Fault, type Told, asked, told } from '../protocol.ts'

/** The script of worker.ts, which leaves its exports in a variable of this name. */
declare const JUDGE: string

const linesOf = (code: string): number => code.split('\n').length

/** The reader's code first; what it defines is handed to the judge. */
const scriptOf = ({ task, functions, code }: Asked): string => {
  const given = functions.map((name) => `${name}:typeof ${name}==="function"?${name}:undefined`)
  return `function written(__step){"use strict";${code}\n;return{${given.join(',')}}}
${JUDGE}
judge.work(${JSON.stringify(task)},written,${linesOf(code)})`
}

function run(ask: Asked, tell: (message: Told) => void): void {
  const address = URL.createObjectURL(new Blob([scriptOf(ask)], { type: 'text/javascript' }))
  const worker = new Worker(address)
  const end = (verdict: unknown): void => {
    worker.terminate()
    URL.revokeObjectURL(address)
    clearTimeout(silence)
    clearTimeout(limit)
    tell({ kind: 'verdict', verdict })
  }
  const fail = (fault: Omit<Fault, 'kind'>): void => end({ kind: 'fault', ...fault })
  const watch = () => setTimeout(() => fail({ why: 'silent' }), LIMITS.silentMs)
  let silence = watch()
  const limit = setTimeout(() => fail({ why: 'long' }), LIMITS.longestMs)
  worker.addEventListener('message', ({ data }) => {
    const message = v.safeParse(told, data)
    if (!message.success) return fail({ why: 'garbled' })
    if (message.output.kind === 'verdict') return end(message.output.verdict)
    clearTimeout(silence)
    silence = watch()
    tell(message.output)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    fail({
      why: 'syntax',
      ...(event.message && { message: event.message.replace('Uncaught ', '').slice(0, 300) }),
      ...(event.lineno >= 1 && { line: Math.min(event.lineno, linesOf(ask.code)) }),
    })
  })
}

addEventListener(
  'message',
  ({ ports: [port], source }) => {
    // An origin of its own is all that keeps the code from the page.
    if (!port || source !== parent || self.origin !== 'null') return
    port.addEventListener('message', ({ data }) => {
      const ask = v.safeParse(asked, data)
      if (ask.success) run(ask.output, (message) => port.postMessage(message))
    })
    port.start()
  },
  { once: true },
)
