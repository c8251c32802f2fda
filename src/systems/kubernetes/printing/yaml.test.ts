// @vitest-environment node
// Every expected text was printed by kubectl 1.33 (`get -o yaml`) of an object with these values.
import { describe, expect, it } from 'vitest'
import { yamlText } from './yaml.ts'

describe('-o yaml', () => {
  it('quotes text that would be read as something else', () => {
    const lines = ['true', 'y', 'No', '~', '1', '1.5', '0x1f', '12:30', '2026-11-24T21:07:29Z', '']
    expect(yamlText(lines)).toBe(lines.map((one) => `- "${one}"\n`).join(''))
  })
  it('quotes text that would end early or begin wrongly', () => {
    const lines = ['a: b', 'a #b', '- a', "'a'", '{}', 'a ', '---']
    expect(yamlText(lines)).toBe(
      `- 'a: b'\n- 'a #b'\n- '- a'\n- '''a'''\n- '{}'\n- 'a '\n- '---'\n`,
    )
  })
  it('leaves bare what cannot be mistaken', () => {
    const lines = ['nginx:alpine', '25%', '500m', '/ready', 'a"b', 'tRue', '1.2.3', 'x:y', '-a']
    expect(yamlText(lines)).toBe(lines.map((one) => `- ${one}\n`).join(''))
  })
  it('writes several lines as a block that says how it ends', () => {
    expect(yamlText({ a: 'x\ny', b: 'x\n', c: 'x\n\n', d: ' x\ny', e: 'x \ny' })).toBe(
      'a: |-\n  x\n  y\nb: |\n  x\nc: |+\n  x\n\nd: |2-\n   x\n  y\ne: "x \\ny"\n',
    )
  })
  it('sorts keys as people do and sets lists as deep as their key', () => {
    expect(yamlText({ k10: [], k2: [{ b: 1, a: [1] }], 'a/b': {}, a: null })).toBe(
      'a: null\na/b: {}\nk2:\n- a:\n  - 1\n  b: 1\nk10: []\n',
    )
  })
  it('breaks long lines at the first space past column 80', () => {
    const words = Array.from({ length: 40 }, () => 'word').join(' ')
    const line = Array.from({ length: 15 }, () => 'word').join(' ')
    expect(yamlText({ metadata: { annotations: { k87: words } } })).toContain(
      `    k87: ${line}\n      word`,
    )
  })
})
