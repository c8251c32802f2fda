import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Contrast of the roles on each theme's grounds, from the style sheet itself. The conversion is
 * Björn Ottosson's OKLab (2020) and the ratio that of WCAG 2.2; both are written out here so that
 * the check does not depend on a browser.
 */
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function rolesOf(selector: string): ReadonlyMap<string, string> {
  // A theme may have more than one name; its roles stand behind the last.
  const from =
    css.indexOf(`${selector} {`) < 0 ? css.indexOf(`${selector},`) : css.indexOf(`${selector} {`)
  expect(from, selector).toBeGreaterThan(0)
  const block = css.slice(from, css.indexOf('}', from))
  return new Map(
    [...block.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
}

type Triple = readonly [number, number, number]

function labOf(roles: ReadonlyMap<string, string>, role: string): Triple {
  const value = roles.get(role) ?? ''
  const alias = /^var\(--([a-z-]+)\)$/.exec(value)?.[1]
  if (alias) return labOf(roles, alias)
  const parts = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/.exec(value)
  if (!parts) throw new Error(`${role}: ${value}`)
  const hue = (Number(parts[3]) * Math.PI) / 180
  const chroma = Number(parts[2])
  return [Number(parts[1]) / 100, chroma * Math.cos(hue), chroma * Math.sin(hue)]
}

const clip = (channel: number) => Math.min(1, Math.max(0, channel))

function linearOf([L, a, b]: Triple): Triple {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function labOfLinear([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function luminance(roles: ReadonlyMap<string, string>, role: string): number {
  const [red, green, blue] = linearOf(labOf(roles, role))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(roles: ReadonlyMap<string, string>, first: string, second: string): number {
  const [light, dark] = [luminance(roles, first), luminance(roles, second)].sort((p, q) => q - p)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const themes = {
  light: rolesOf('  :root'),
  dark: rolesOf("  :root[data-theme='dark']"),
  'dark by preference': rolesOf('    :root:not([data-theme])'),
  projector: rolesOf("  :root[data-theme='projector']"),
}
const grounds = ['paper', 'raised', 'sunk']
const written = ['ink', 'soft', 'healthy', 'failed', 'degraded-text', 'guess']
const drawn = ['healthy', 'failed', 'degraded', 'standby', 'guess', 'rule-strong']

describe.each(Object.entries(themes))('the %s theme', (_, roles) => {
  it.each(written)('can be read where it is written in %s: at least 4.5 to 1', (role) => {
    for (const ground of grounds)
      expect(contrast(roles, role, ground), ground).toBeGreaterThanOrEqual(4.5)
  })
  it.each(drawn)('shows what is drawn in %s: at least 3 to 1', (role) => {
    for (const ground of grounds)
      expect(contrast(roles, role, ground), ground).toBeGreaterThanOrEqual(3)
  })
})

describe('the projector theme', () => {
  it.each(['healthy-tint', 'failed-tint', 'degraded-tint', 'guess-tint'])(
    'has no tint that a beamer would swallow: %s at least 3 to 1 on white',
    (role) => {
      expect(contrast(themes.projector, role, 'paper')).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('the dark theme', () => {
  it('is the same whether it is chosen or preferred', () => {
    expect(themes['dark by preference']).toEqual(themes.dark)
  })
})

/** Full deficiency on linear RGB, by Machado, Oliveira and Fernandes 2009. */
const deficiencies: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

describe.each(Object.entries(deficiencies))('with %s', (_, matrix) => {
  const seen = (roles: ReadonlyMap<string, string>, role: string) => {
    const linear = linearOf(labOf(roles, role))
    const mixed = matrix.map((line) =>
      clip(line.reduce((sum, weight, index) => sum + weight * (linear[index] ?? 0), 0)),
    )
    return labOfLinear([mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0])
  }
  it.each([
    ['healthy', 'failed'],
    ['healthy', 'degraded'],
    ['failed', 'degraded'],
    ['healthy', 'guess'],
    ['failed', 'guess'],
  ])('%s and %s stay apart in every theme: at least 0.05 in OKLab', (first, second) => {
    for (const [theme, roles] of Object.entries(themes)) {
      const [one, other] = [seen(roles, first), seen(roles, second)]
      const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
      expect(distance, theme).toBeGreaterThanOrEqual(0.05)
    }
  })
})
