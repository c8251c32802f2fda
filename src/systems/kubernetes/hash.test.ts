// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fnv32a, templateHash } from './hash.ts'

const template = (image: string) => ({
  metadata: { labels: { app: 'web', tier: 'front' } },
  spec: { containers: [{ name: 'web', image }] },
})

describe('the hash of a template', () => {
  it('is that of its bytes in UTF-8', () => {
    // Python: functools.reduce(lambda h, b: (h ^ b) * 0x01000193 & 0xffffffff, 'é€😀a'.encode(), 0x811c9dc5)
    expect(fnv32a('é€😀a')).toBe(3010714149)
    expect(fnv32a('')).toBe(0x811c9dc5)
  })

  it('does not depend on the order of fields, or on fields that are not there', () => {
    const { spec, metadata } = template('web:1')
    const reordered = { spec: { ...spec, affinity: undefined }, metadata }
    // An absent field is undefined only where a client builds objects carelessly.
    expect(templateHash(JSON.parse(JSON.stringify(reordered)))).toBe(
      templateHash(template('web:1')),
    )
    expect(templateHash({ spec, metadata: { labels: { tier: 'front', app: 'web' } } })).toBe(
      templateHash(template('web:1')),
    )
  })

  it('differs for another image, and after a collision', () => {
    const hashes = [templateHash(template('a')), templateHash(template('b'))]
    hashes.push(templateHash(template('a'), 1), templateHash(template('a'), 2))
    expect(new Set(hashes).size).toBe(4)
  })

  it('has 8 to 10 letters without vowels', () => {
    for (let version = 0; version < 200; version += 1)
      expect(templateHash(template(`web:${version}`))).toMatch(
        /^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/,
      )
  })
})
