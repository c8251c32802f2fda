import { LIMITS } from '../limits.ts'

/** A call that was stopped, and why. */
export class StoppedError extends Error {
  readonly why: 'steps' | 'memory' | 'forbidden'
  readonly line: number | undefined

  constructor(why: StoppedError['why'], message: string, line?: number) {
    super(message)
    this.why = why
    this.line = line
  }
}

let inside = false
let steps = 0
let made = 0

/** Calls something of the reader's under the limits. */
export function limited<T>(call: () => T): T {
  inside = true
  steps = 0
  made = 0
  try {
    return call()
  } finally {
    inside = false
  }
}

/** Called by every round of a loop in the reader's code. */
export function step(line: number): void {
  steps += 1
  if (steps > LIMITS.steps) throw new StoppedError('steps', '', line)
}

function make(count: unknown): void {
  if (!inside || typeof count !== 'number') return
  made += count
  if (made > LIMITS.made) throw new StoppedError('memory', '')
}

/** Names by which a worker reaches others, keeps something, tells the time or draws lots. */
const FORBIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'importScripts',
  'BroadcastChannel',
  'MessageChannel',
  'Worker',
  'indexedDB',
  'caches',
  'postMessage',
  'close',
  'navigator',
  'location',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'queueMicrotask',
  'WebAssembly',
  'SharedArrayBuffer',
  'crypto',
  'performance',
  'Date',
] as const

const ARRAYS = [
  'ArrayBuffer',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const

type Constructor = new (...args: unknown[]) => object

/** A constructor that counts what it makes. */
const counting = (original: Constructor): Constructor =>
  new Proxy(original, {
    construct(target, args, made) {
      if (args.length === 1) make(args[0])
      return Reflect.construct(target, args, made) as object
    },
    apply(target, self, args) {
      if (args.length === 1) make(args[0])
      return Reflect.apply(target as unknown as () => object, self, args)
    },
  })

/** A method that counts what it makes, before it does. */
function count<T>(
  on: T,
  name: keyof T & string,
  size: (self: unknown, args: unknown[]) => unknown,
) {
  const original = on[name] as (...args: unknown[]) => unknown
  Object.defineProperty(on, name, {
    value(this: unknown, ...args: unknown[]) {
      make(size(this, args))
      return Reflect.apply(original, this, args)
    },
  })
}

const lengthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'length' in value ? Number(value.length) : 1

/**
 * Takes away from a worker what a pure rule has no use for, and counts what makes much at once. That is
 * for clear messages; what holds is the policy of the frame, and a worker that can be ended.
 */
export function confine(scope: typeof globalThis): void {
  const refuse = (on: object, name: string): void => {
    Object.defineProperty(on, name, {
      configurable: true,
      get() {
        throw new StoppedError('forbidden', name)
      },
    })
  }
  for (const name of FORBIDDEN) if (name in scope) refuse(scope, name)
  Object.defineProperty(Math, 'random', {
    value() {
      throw new StoppedError('forbidden', 'Math.random')
    },
  })
  const names = new Map(Object.entries(Object.getOwnPropertyDescriptors(scope)))
  for (const name of ['Array', ...ARRAYS]) {
    const original: unknown = names.get(name)?.value
    if (typeof original === 'function')
      Object.defineProperty(scope, name, { value: counting(original as Constructor) })
  }
  count(Array, 'from', (_, [like]) => lengthOf(like))
  count(Array.prototype, 'fill', lengthOf)
  count(Array.prototype, 'concat', (self, args) =>
    args.reduce<number>((sum, each) => sum + lengthOf(each), lengthOf(self)),
  )
  count(String.prototype, 'repeat', (self, [times]) => String(self).length * Number(times))
  count(String.prototype, 'padStart', (_, [length]) => length)
  count(String.prototype, 'padEnd', (_, [length]) => length)
}
