import type { ProfileName } from '../resources.ts'

/** What a program in an image does. Durations in milliseconds. */
export interface Behaviour {
  /** From its start until it answers requests. */
  readonly startMs: number
  /** What it does when it is asked to end. */
  readonly onTerm:
    /** Ends at once: requests under way are lost. */
    | 'quits'
    /** Ends at once, as a shell does that nobody taught better: killed by the signal itself. */
    | 'dies'
    /** Takes no new requests, answers those under way, then ends. */
    | 'drains'
    /** Does nothing: it will be killed when the grace period is over. */
    | 'ignores'
  /** After so long it ends by itself, with this code. */
  readonly exits?: { readonly afterMs: number; readonly code: number }
  /** Whether it answers requests at all. */
  readonly serves: boolean
  /** The ports it listens on; none stands for whatever port it is asked at. */
  readonly ports: readonly number[]
  /** The paths that it knows; it answers others with 404. None stands for all. */
  readonly paths: readonly string[]
  /** How long one request takes it. */
  readonly requestMs: number
  /** How many requests a second it can answer; what comes on top slows all, probes included. */
  readonly perSecond: number
  /** What it prints as it starts. */
  readonly says: readonly string[]
  /** What it prints as it ends by itself. */
  readonly lastWords?: readonly string[]
  /** A Service in its namespace that must have endpoints as it starts, or it ends with an error. */
  readonly needs?: string
}

export interface Image {
  readonly sizeBytes: number
  /** How long a node without it takes to fetch it. */
  readonly pullMs: number
  readonly behaviour: Behaviour
}

const SERVER: Behaviour = {
  startMs: 200,
  onTerm: 'quits',
  serves: true,
  ports: [],
  paths: [],
  requestMs: 20,
  perSecond: 500,
  says: [],
}

const NGINX: Behaviour = {
  ...SERVER,
  ports: [80],
  paths: ['/', '/index.html', '/50x.html'],
  says: [
    '/docker-entrypoint.sh: Configuration complete; ready for start up',
    'nginx: start worker processes',
  ],
}
const HTTPD: Behaviour = {
  ...NGINX,
  paths: ['/', '/index.html'],
  says: ["AH00094: Command line: 'httpd -D FOREGROUND'"],
}
const REDIS: Behaviour = {
  ...SERVER,
  ports: [6379],
  requestMs: 2,
  perSecond: 5000,
  says: ['oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', 'Ready to accept connections tcp'],
}
const CHECKOUT: Behaviour = {
  ...SERVER,
  ports: [8080],
  startMs: 1500,
  requestMs: 50,
  perSecond: 100,
  says: ['checkout: listening on :8080'],
}
const once = (afterMs: number, code: number, says: readonly string[]): Behaviour => ({
  ...SERVER,
  serves: false,
  onTerm: 'dies',
  exits: { afterMs, code },
  says,
})

const mega = (megabytes: number, behaviour: Behaviour): Image => ({
  sizeBytes: megabytes * 1_000_000,
  // A node fetches and unpacks some 20 MB a second, after half a second of greetings.
  pullMs: 500 + megabytes * 50,
  behaviour,
})

const EXACT: Readonly<Record<string, Image>> = {
  'shop/checkout:slow-start': mega(40, { ...CHECKOUT, startMs: 25_000 }),
  'shop/checkout:stubborn': mega(40, { ...CHECKOUT, onTerm: 'ignores' }),
  'shop/checkout:drains': mega(40, { ...CHECKOUT, onTerm: 'drains' }),
  'shop/checkout:crashes': mega(40, {
    ...CHECKOUT,
    exits: { afterMs: 5000, code: 1 },
    lastWords: ['panic: runtime error: invalid memory address or nil pointer dereference'],
  }),
  'shop/checkout:needs-db': mega(40, {
    ...CHECKOUT,
    needs: 'db',
    lastWords: ['checkout: cannot reach db: connection refused'],
  }),
  'shop/checkout:frail': mega(40, { ...CHECKOUT, requestMs: 200, perSecond: 20 }),
}

const REPOSITORIES: Readonly<Record<string, { readonly tags: RegExp; readonly image: Image }>> = {
  nginx: {
    tags: /^(latest|alpine|stable|mainline|1\.(2[0-9])(\.\d+)?(-alpine)?|1-alpine|1)$/,
    image: mega(70, NGINX),
  },
  httpd: { tags: /^(latest|alpine|2|2\.4(\.\d+)?(-alpine)?)$/, image: mega(60, HTTPD) },
  redis: { tags: /^(latest|alpine|[67](\.\d+)*(-alpine)?)$/, image: mega(45, REDIS) },
  busybox: {
    tags: /^(latest|stable|musl|glibc|1\.3\d(\.\d+)?)$/,
    image: mega(2, once(100, 0, [])),
  },
  'hashicorp/http-echo': { tags: /^(latest|1\.0)$/, image: mega(5, { ...SERVER, ports: [5678] }) },
  'registry.k8s.io/pause': {
    tags: /^3\.\d+$/,
    image: mega(1, { ...SERVER, serves: false }),
  },
  'shop/checkout': { tags: /^(latest|[1-9])$/, image: mega(40, CHECKOUT) },
}

/** An image as written, its tag apart; `latest` where none is written. */
export function splitImage(image: string): { readonly repository: string; readonly tag: string } {
  const colon = image.lastIndexOf(':')
  return colon > image.lastIndexOf('/')
    ? { repository: image.slice(0, colon), tag: image.slice(colon + 1) }
    : { repository: image, tag: 'latest' }
}

/** The name as the node's list of images has it: registry, repository, tag. */
export function fullName(image: string): string {
  const { repository, tag } = splitImage(image)
  const parts = repository.split('/')
  const first = parts[0] ?? ''
  if (parts.length === 1) return `docker.io/library/${repository}:${tag}`
  return first.includes('.') || first.includes(':')
    ? `${repository}:${tag}`
    : `docker.io/${repository}:${tag}`
}

/** Words in a name or tag by which the recordings' kubelets tell that there is no such image. */
const MISSING =
  /bad|bogus|broken|missing|nope|no-?such|oops|wrong|typo|unknown|nonexist|does-?not-?exist|invalid|not-?found|fail|[:v]9\.?9/

/**
 * The image of a name in the laboratory's registry; nothing where there is none. In the recorded
 * release every image can be pulled unless its name says otherwise, as its kubelets were played.
 */
export function imageOf(name: string, profile: ProfileName): Image | undefined {
  const exact = EXACT[name]
  if (exact) return exact
  const { repository, tag } = splitImage(name)
  const short = repository.replace(/^(docker\.io\/)?(library\/)?/, '')
  const known = REPOSITORIES[short]
  if (known?.tags.test(tag)) return known.image
  if (profile === '1.20' && !MISSING.test(name)) return mega(10, SERVER)
  return undefined
}

/** What a container does by its image and command; `sleep` and a shell that sleeps just wait. */
export function behaviourOf(image: Image, command: readonly string[]): Behaviour {
  if (command.length === 0) return image.behaviour
  const line = command.join(' ')
  const seconds = /sleep (\d+|infinity|inf)/.exec(line)?.[1]
  const code = Number(/exit (\d+)/.exec(line)?.[1] ?? (/\bfalse\b/.test(line) ? 1 : 0))
  const waits: Behaviour = { ...SERVER, serves: false, onTerm: 'ignores', says: [] }
  if (/while true|while :/.test(line) || seconds?.startsWith('inf') === true) return waits
  if (seconds !== undefined) return { ...waits, exits: { afterMs: Number(seconds) * 1000, code } }
  if (/^(\/bin\/)?(sh|bash|echo|true|false|date|ls|cat)\b/.test(line)) return once(100, code, [])
  return image.behaviour
}
