// @vitest-environment node
import { expect, test } from 'vitest'
import { jsonFromYaml } from './go-yaml.ts'
import { ClientError } from './failures.ts'

const said = (text: string): string => {
  try {
    return JSON.stringify(jsonFromYaml(text))
  } catch (error) {
    if (error instanceof ClientError) return error.message
    throw error
  }
}

// What kubectl 1.32.4 says of the same texts, between "error converting YAML to JSON: " and the end.
test.each([
  ['a: b\n\tc: d\n', 'yaml: line 2: found a tab character that violates indentation'],
  ['a:\n\tb: c\n', 'yaml: line 2: found character that cannot start any token'],
  ['a:\n  b: c\n d: e\n', 'yaml: line 2: did not find expected key'],
  ['a:\n  - b\n  c: d\n', "yaml: line 2: did not find expected '-' indicator"],
  ['a: [1, 2\nb: c\n', "yaml: line 1: did not find expected ',' or ']'"],
  ['a: {b: c\nd: e\n', "yaml: line 1: did not find expected ',' or '}'"],
  ['a: "abc\nb: c\n', 'yaml: line 3: found unexpected end of stream'],
  ["a: 'abc\nb: c\n", 'yaml: line 3: found unexpected end of stream'],
  ['a: b: c\n', 'yaml: mapping values are not allowed in this context'],
  ['a: b\nc\n', "yaml: line 3: could not find expected ':'"],
  ['a: b\nc\nd: e\n', "yaml: line 3: could not find expected ':'"],
  ['@a: b\n', 'yaml: found character that cannot start any token'],
  ['a: `b\n', 'yaml: found character that cannot start any token'],
  ['a: %b\n', 'yaml: found character that cannot start any token'],
  ['a: *x\n', "yaml: unknown anchor 'x' referenced"],
  ['- a\nb: c\n', "yaml: line 1: did not find expected '-' indicator"],
  ['a: b\n- c\n', 'yaml: line 1: did not find expected key'],
  ['a: |\n b\n  c\n d: e\nf\n', "yaml: line 6: could not find expected ':'"],
  ['a: "x\\qy"\n', 'yaml: found unknown escape character'],
  ['a: {b: c}}\n', 'yaml: did not find expected key'],
  ['a: [b]]\n', 'yaml: did not find expected key'],
  ['a: - b\n', 'yaml: block sequence entries are not allowed in this context'],
  ['a: ? b\n', 'yaml: mapping keys are not allowed in this context'],
  ['a:\n- b: c\n   d: e\n', 'yaml: line 3: mapping values are not allowed in this context'],
  ['a:\n- b: c\n d: e\n', 'yaml: line 2: did not find expected key'],
  ['a:\n  b:\n    c: d\n   e: f\n', 'yaml: line 3: did not find expected key'],
  ['a:b\nc: d\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['kind: X\nspec\n  a: b\n', "yaml: line 3: could not find expected ':'"],
  ['kind: X\nspec:\n  a: b\n  c\n  d: e\n', "yaml: line 5: could not find expected ':'"],
  ['kind: X\nspec:\n  a: "b" c\n', 'yaml: line 2: did not find expected key'],
  ['kind: X\nspec:\n  a: [b] c\n', 'yaml: line 2: did not find expected key'],
  ['kind: X\n  spec: b\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['a: >x\n  b\n', 'yaml: did not find expected comment or line break'],
  ['a: \u0001\n', 'yaml: control characters are not allowed'],
  ['---\na: b: c\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['  \n\t\na: b\n', 'yaml: line 2: found character that cannot start any token'],
  ['a: |\n\tb\n', 'yaml: line 2: found a tab character where an indentation space is expected'],
  ['a: [b, c]\n d: e\n', 'yaml: line 1: did not find expected key'],
  ['a:\n - b\n- c\n', 'yaml: line 2: did not find expected key'],
  ['a:\n  b: c\nd\n', "yaml: line 4: could not find expected ':'"],
  ['a: b\n  c: d\n', 'yaml: line 2: mapping values are not allowed in this context'],
  [']\n', 'yaml: did not find expected node content'],
  ['a: }\n', 'yaml: did not find expected node content'],
  ['a: "b"c: d\n', 'yaml: did not find expected key'],
  ['a: b\n"c"\n', "yaml: line 3: could not find expected ':'"],
  ['a: b\n\t\nc: d\n', 'yaml: line 2: found a tab character that violates indentation'],
  ['a: b\n \t c: d\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['a:\n  - b: c\n    d: e\n   f: g\n', "yaml: line 3: did not find expected '-' indicator"],
])('%j is refused as go-yaml refuses it', (text, words) => {
  expect(said(text)).toBe(words)
})

// What kubectl 1.32.4 shows of the same texts as JSON.
test.each([
  ['a: b\na: c\n', '{"a":"c"}'],
  ['? a\n: b\n', '{"a":"b"}'],
  ['<<: {a: b}\nc: d\n', '{"a":"b","c":"d"}'],
  ['a: "b\n c"\n', '{"a":"b c"}'],
  ['a: b #c\n', '{"a":"b"}'],
  ['a: "\\x41\\u263a"\n', '{"a":"A☺"}'],
  ['a: !!str 5\n', '{"a":"5"}'],
  ['a: b\n    c\nd: e\n', '{"a":"b c","d":"e"}'],
  ['a: {b: c, d}\n', '{"a":{"b":"c","d":null}}'],
  ['a: b,\nc: d}\n', '{"a":"b,","c":"d}"}'],
  ['a: &x b\nc: *x\n', '{"a":"b","c":"b"}'],
  [
    'a: 1.0\nc: y\nd: Yes\ne: NULL\nf: TRUE\ng: n\nh: "yes"\n',
    '{"a":1,"c":true,"d":true,"e":null,"f":true,"g":false,"h":"yes"}',
  ],
])('%j is read as Go reads it', (text, json) => {
  expect(said(text)).toBe(json)
})
