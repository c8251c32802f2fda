import type { Evaluated } from './evaluate.ts'

/** What the worker is sent. */
export interface Asked {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

/** What came of it, or that it took too long, or that the library could not be fetched. */
export type Outcome = Evaluated | { readonly kind: 'too-long' } | { readonly kind: 'failed' }

/** Longer than anything in the library takes with arguments that make sense. */
const PATIENCE_MS = 10_000

let worker: Worker | undefined
let count = 0

/** Calls a function of the library in a worker, which is made on first use. */
export function ask(name: string, args: readonly unknown[]): Promise<Outcome> {
  worker ??= new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  const id = ++count
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      asked.removeEventListener('message', hear)
      asked.removeEventListener('error', fail)
      resolve(outcome)
    }
    const drop = (outcome: Outcome) => {
      asked.terminate()
      if (worker === asked) worker = undefined
      end(outcome)
    }
    const hear = ({ data }: MessageEvent<{ id: number; evaluated: Evaluated }>) => {
      if (data.id === id) end(data.evaluated)
    }
    const fail = () => drop({ kind: 'failed' })
    const timer = setTimeout(() => drop({ kind: 'too-long' }), PATIENCE_MS)
    asked.addEventListener('message', hear)
    asked.addEventListener('error', fail)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    asked.postMessage({ id, name, args } satisfies Asked)
  })
}
