// A static server for the built course, as plain as the hosts it will live on: what works here
// works on a CDN, in a subfolder, from a zip. Node's own modules only.
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import zlib from 'node:zlib'
import { freePort } from './free-port.mjs'
import { command, isEntry } from './set-up.mjs'

const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
}
const worthPacking = /^(text\/|application\/(json|xml|manifest|wasm)|image\/(svg|x-icon))/

const everyAnswer = {
  // The page's own meta tag says the rest; this directive is the one a meta tag cannot carry.
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

const isEmbed = (file) => /^([a-zA-Z-]+\/)?embed\/[^/]+\/index\.html$/.test(file)

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const packers = {
  br: (body) => brotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body) => gzip(body, { level: 9 }),
}

/** The coding to answer in, from an Accept-Encoding header: brotli before gzip before none. */
export function chooseCoding(header = '') {
  const refused = (coding) => new RegExp(`\\b${coding}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(header)
  return ['br', 'gzip'].find((one) => new RegExp(`\\b${one}\\b`).test(header) && !refused(one))
}

/** The path below the mount that a request means, or null: bad escapes, hidden files, ways out. */
export function safePath(pathname) {
  let decoded
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  // A doubled slash would turn a redirect into an address on another host.
  if (!decoded.startsWith('/') || decoded.includes('//') || /[\\\0]/.test(decoded)) return null
  const hidden = decoded.split('/').some((part) => part.startsWith('.') && part !== '.well-known')
  return hidden ? null : decoded
}

const cacheControl = (file) =>
  /(^|\/)assets\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'

async function statOrNull(file) {
  try {
    return await stat(file)
  } catch {
    return null
  }
}

/** `/a/b` -> `/a/b/`, so that a mount path can be compared by its beginning. */
export const normaliseBase = (base) => `/${base}/`.replace(/\/+/g, '/')

function handler(dir, base) {
  const packed = new Map()

  async function body(file, info, coding) {
    const key = `${file}|${info.mtimeMs}|${info.size}|${coding}`
    if (!packed.has(key)) {
      packed.set(
        key,
        readFile(file).then((plain) => (coding ? packers[coding](plain) : plain)),
      )
    }
    return packed.get(key)
  }

  async function sendFile(request, response, file, info, status) {
    const type = mimeTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    const packable = worthPacking.test(type) && info.size > 256
    const coding = packable ? chooseCoding(request.headers['accept-encoding']) : undefined
    const tag = `W/"${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}"`
    const headers = {
      ...everyAnswer,
      // Figures to stand in other people's pages, and nothing else, may be framed by anybody.
      ...(isEmbed(path.relative(dir, file))
        ? { 'Content-Security-Policy': 'frame-ancestors *' }
        : {}),
      'Content-Type': type,
      'Cache-Control': status === 200 ? cacheControl(path.relative(dir, file)) : 'no-cache',
      ...(packable ? { Vary: 'Accept-Encoding' } : {}),
      ...(status === 200 ? { ETag: tag } : {}),
    }
    if (status === 200 && request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end()
      return
    }
    const bytes = await body(file, info, coding)
    response.writeHead(status, {
      ...headers,
      ...(coding ? { 'Content-Encoding': coding } : {}),
      'Content-Length': bytes.length,
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  function sendText(request, response, status, text, headers = {}) {
    response.writeHead(status, {
      ...everyAnswer,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  }

  async function sendNotFound(request, response) {
    const page = path.join(dir, '404.html')
    const info = await statOrNull(page)
    if (info?.isFile()) await sendFile(request, response, page, info, 404)
    else sendText(request, response, 404, 'Not found')
  }

  return async function handle(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(request, response, 405, 'Only GET and HEAD', { Allow: 'GET, HEAD' })
      return
    }
    const [pathname = '/', ...rest] = (request.url ?? '/').split('?')
    const query = rest.length > 0 ? `?${rest.join('?')}` : ''
    if (pathname === base.slice(0, -1)) {
      sendText(request, response, 301, 'Moved', { Location: `${base}${query}` })
      return
    }
    const below = pathname.startsWith(base) ? safePath(`/${pathname.slice(base.length)}`) : null
    if (below === null) {
      await sendNotFound(request, response)
      return
    }
    const file = path.join(dir, below)
    const info = await statOrNull(file)
    if (info?.isDirectory()) {
      const index = path.join(file, 'index.html')
      const indexInfo = await statOrNull(index)
      if (!indexInfo?.isFile()) await sendNotFound(request, response)
      else if (below.endsWith('/')) await sendFile(request, response, index, indexInfo, 200)
      else sendText(request, response, 301, 'Moved', { Location: `${pathname}/${query}` })
    } else if (info?.isFile() && !below.endsWith('/')) {
      await sendFile(request, response, file, info, 200)
    } else {
      await sendNotFound(request, response)
    }
  }
}

/**
 * Serves a folder. `port` is where the search for a free one begins, `base` the path it is mounted
 * on. Resolves to the address, with the mount path, and a function that ends the server.
 */
export async function serve({ dir = 'dist', port = 4173, base = '/', host = '127.0.0.1' } = {}) {
  const mount = normaliseBase(base)
  const handle = handler(path.resolve(dir), mount)
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500, everyAnswer)
      response.end()
    })
  })
  const free = await freePort(port, host)
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(free, host, resolve)
  })
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://${host}:${free}${mount}`, close }
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  const { url, close } = await serve({ ...values, port: Number(values.port) })
  console.log(`Serving ${values.dir} on ${url}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close())
}

if (isEntry(import.meta.url)) await command(main)
