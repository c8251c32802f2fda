/** What an id is made with; parts of it are missing in old browsers and on insecure pages. */
export interface IdSource {
  readonly crypto?: Partial<Pick<Crypto, 'randomUUID' | 'getRandomValues'>> | undefined
  readonly now: () => number
  readonly random: () => number
}

const browser: IdSource = {
  get crypto() {
    return typeof crypto === 'undefined' ? undefined : crypto
  },
  now: () => Date.now(),
  random: () => Math.random(),
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')

/**
 * An id that no other tab makes: random by the browser where that can be had, which a page without
 * https may not; else the time and as much chance as there is.
 */
export function newAttemptId(source: IdSource = browser): string {
  try {
    if (source.crypto?.randomUUID) return source.crypto.randomUUID()
    if (source.crypto?.getRandomValues)
      return [...source.crypto.getRandomValues(new Uint32Array(4))]
        .map((part) => hex(part, 8))
        .join('')
  } catch {
    // A browser that offers it and refuses: chance of the plain sort will do.
  }
  const chance = () => hex(Math.floor(source.random() * 2 ** 32), 8)
  return `${hex(source.now(), 12)}-${chance()}${chance()}`
}
