import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseCoding, safePath, serve } from './serve.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-serve-'))
const dir = path.join(folder, 'dist')
const long = 'A sentence that packs well. '.repeat(100)
const sites: Awaited<ReturnType<typeof serve>>[] = []
let atRoot = ''
let below = ''

beforeAll(async () => {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  write('secret.txt', 'outside')
  write('dist/index.html', '<h1>Home</h1>')
  write('dist/404.html', '<h1>Lost</h1>')
  write('dist/lessons/one/index.html', '<h1>One</h1>')
  write('dist/assets/app-1a2b.js', `/* ${long} */`)
  write('dist/picture.svg', '<svg/>')
  write('dist/font.woff2', long)
  write('dist/.vite/manifest.json', '{}')
  write('dist/empty/readme.txt', 'no index here')
  const first = await serve({ dir, port: 46_300 })
  const second = await serve({ dir, port: 46_300, base: 'a/sub/folder' })
  sites.push(first, second)
  atRoot = first.url
  below = second.url
})

afterAll(async () => {
  await Promise.all(sites.map((site) => site.close()))
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Asks without the tidying of paths and the unpacking that `fetch` does by itself. */
function ask(base: string, rawPath: string, headers = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: rawPath, headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('serve', () => {
  it('answers a folder with its index', async () => {
    const { status, body, headers } = await ask(atRoot, '/lessons/one/')
    expect([status, body.toString()]).toEqual([200, '<h1>One</h1>'])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('sends a folder without slash on to the one with it and keeps the query', async () => {
    const { status, headers } = await ask(atRoot, '/lessons/one?failover=0.5&x=a?b')
    expect([status, headers['location']]).toEqual([301, '/lessons/one/?failover=0.5&x=a?b'])
  })

  it('mounts the same folder below a path, and nothing beside it', async () => {
    expect(new URL(below).pathname).toBe('/a/sub/folder/')
    expect((await ask(below, '/a/sub/folder/lessons/one/')).body.toString()).toBe('<h1>One</h1>')
    expect((await ask(below, '/a/sub/folder')).headers['location']).toBe('/a/sub/folder/')
    expect((await ask(below, '/a/sub/folder/lessons/one')).headers['location']).toBe(
      '/a/sub/folder/lessons/one/',
    )
    expect((await ask(below, '/lessons/one/')).status).toBe(404)
    expect((await ask(below, '/a/sub/folders/')).status).toBe(404)
  })

  it('answers what it does not know with the page for that, as a 404 nobody keeps', async () => {
    for (const unknown of ['/nowhere', '/lessons/two/', '/empty/', '/index.html/']) {
      const { status, body, headers } = await ask(atRoot, unknown)
      expect([status, body.toString()]).toEqual([404, '<h1>Lost</h1>'])
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/lessons/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/lessons/one/../../../secret.txt',
    '/index.html%00.txt',
    '/%',
    '/.vite/manifest.json',
    '//lessons/one',
  ])('gives nothing for %s', async (way) => {
    const { status, body } = await ask(atRoot, way)
    expect([status, body.toString()]).toEqual([404, '<h1>Lost</h1>'])
  })

  it('packs with brotli, else gzip, else not at all, and the text stays the same', async () => {
    const get = (accept: string) =>
      ask(atRoot, '/assets/app-1a2b.js', { 'accept-encoding': accept })
    const [brotli, gzip, plain] = await Promise.all([get('gzip, br'), get('gzip'), get('identity')])
    const text = `/* ${long} */`
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(text)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(text)
    expect(brotli.body.length).toBeLessThan(text.length / 10)
    expect(brotli.headers['vary']).toBe('Accept-Encoding')
  })

  it('does not pack a font a second time', async () => {
    const { headers } = await ask(atRoot, '/font.woff2', { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers['content-type']).toBe('font/woff2')
  })

  it('lets hashed files be kept for good', async () => {
    const { headers } = await ask(atRoot, '/assets/app-1a2b.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('says 304 to who has the page already', async () => {
    const first = await ask(atRoot, '/')
    const again = await ask(atRoot, '/', { 'if-none-match': String(first.headers['etag']) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const [get, head] = await Promise.all([ask(atRoot, '/'), ask(atRoot, '/', {}, 'HEAD')])
    expect(head.body.length).toBe(0)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  it('takes no writing', async () => {
    expect((await ask(atRoot, '/', {}, 'POST')).status).toBe(405)
  })

  it('sends its protective headers with every answer', async () => {
    for (const any of ['/', '/nowhere', '/lessons/one', '/picture.svg']) {
      const { headers } = await ask(atRoot, any)
      expect(headers['content-security-policy']).toBe("frame-ancestors 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('takes the next port where the first is taken', () => {
    expect(Number(new URL(below).port)).toBeGreaterThan(Number(new URL(atRoot).port))
  })
})

describe('chooseCoding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['deflate', undefined],
    ['', undefined],
  ])('for %j takes %s', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding)
  })
})

it('keeps an escaped name that is harmless', () => {
  expect(safePath('/%D1%83%D1%80%D0%BE%D0%BA/a%20b.html')).toBe('/урок/a b.html')
})
