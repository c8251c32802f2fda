// @vitest-environment node
// Every expected text was printed by kubectl 1.32 of three pods with these names, nodes and states.
import { describe, expect, it } from 'vitest'
import { customColumnsText } from './custom-columns.ts'
import { jsonpathText } from './jsonpath.ts'
import { sortedBy } from './sort-by.ts'

const pod = (name: string, priority: number, ready: boolean, nodeName?: string) => ({
  kind: 'Pod',
  metadata: { name, labels: { app: 'web', 'pod-template-hash': '7c9' } },
  spec: { priority, ...(nodeName === undefined ? {} : { nodeName }), containers: [{ name: 'c' }] },
  status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
})
const PODS = [
  pod('plain', 0, false, 'node-1'),
  pod('rich', 1000, true, 'node-2'),
  pod('pending', 0, false),
]
const LIST = { kind: 'List', items: PODS }

const print = (template: string): string => {
  const printed = jsonpathText(template, LIST)
  return 'text' in printed
    ? printed.text
    : `error: ${printed.error.split(' Printing more')[0] ?? ''}`
}

describe('-o jsonpath', () => {
  it.each([
    ['{.items[*].metadata.name}', 'plain rich pending'],
    ['{.items[0].metadata.name} {.items[1].metadata.name}', 'plain rich'],
    [
      '{range .items[*]}{.metadata.name} {.spec.nodeName}{"\\n"}{end}',
      'plain node-1\nrich node-2\npending \n',
    ],
    [
      '{range .items[*]}[{.metadata.name}:{range .spec.containers[*]}{.name},{end}]{end}!',
      '[plain:c,][rich:c,][pending:c,]!',
    ],
    ['{range .nope[*]}x{end}after', 'after'],
    ['{.items[?(@.metadata.name=="rich")].spec.nodeName}', 'node-2'],
    ["{.items[?(@.spec.priority>1)]['metadata.name','kind']}", 'rich Pod'],
    ['{.items[?(@.spec.nodeName)].metadata.name}', 'plain rich'],
    ['{.items[0].status.conditions[?(@.type=="Ready")].status}', 'False'],
    ['{.items[-1:].metadata.name}', 'pending'],
    ['{.items[::2].metadata.name}', 'plain pending'],
    ['{.items[0,2].metadata.name}', 'plain pending'],
    ["{.items[0].metadata.labels['pod-template-hash']}", '7c9'],
    ['{.items[1].metadata.labels}', '{"app":"web","pod-template-hash":"7c9"}'],
    ['{.items[0].spec.containers..name}', 'c'],
    ['{.nope.deeper}{.kind.nope}', ''],
    ["text {$.kind}{'-'}{@.kind}", 'text List-List'],
  ])('prints %s', (template, text) => {
    expect(print(template)).toBe(text)
  })

  it.each([
    [
      '{.items[9].metadata.name}',
      'error: error executing jsonpath "{.items[9].metadata.name}": Error executing template: array index out of bounds: index 9, length 3.',
    ],
    [
      '{.kind[0]}',
      'error: error executing jsonpath "{.kind[0]}": Error executing template: string is not array or slice.',
    ],
    [
      '{end}',
      'error: error executing jsonpath "{end}": Error executing template: not in range, nothing to end.',
    ],
    [
      '{kind}',
      'error: error executing jsonpath "{kind}": Error executing template: unrecognized identifier kind.',
    ],
    [
      '{.items[0].metadata.name',
      'error: error parsing jsonpath {.items[0].metadata.name, unclosed action',
    ],
    ['{.items[0', 'error: error parsing jsonpath {.items[0, unterminated array'],
    ['{.items[a]}', 'error: error parsing jsonpath {.items[a]}, invalid array index a'],
    ['{"x', 'error: error parsing jsonpath {"x, unterminated quoted string'],
    [
      '{.items[?(@.a=="b")}',
      'error: error parsing jsonpath {.items[?(@.a=="b")}, unclosed array expect ]',
    ],
    [
      '{{.kind}}',
      "error: error parsing jsonpath {{.kind}}, unrecognized character in action: U+007B '{'",
    ],
  ])('refuses %s in the words of kubectl', (template, text) => {
    expect(print(template)).toBe(text)
  })

  it('shows in an error the template and the object as Go writes it', () => {
    expect(jsonpathText('{.a[1]}', { a: ['x'] })).toEqual({
      error:
        'error executing jsonpath "{.a[1]}": Error executing template: array index out of bounds: index 1, length 1. ' +
        'Printing more information for debugging the template:\n\ttemplate was:\n\t\t{.a[1]}\n' +
        '\tobject given to jsonpath engine was:\n\t\tmap[string]interface {}{"a":[]interface {}{"x"}}\n\n',
    })
  })
})

describe('-o custom-columns', () => {
  it('takes paths with and without their dot and braces', () => {
    expect(customColumnsText('A:.spec.x,B:spec.nodeName,C:{.metadata.labels}', PODS)).toEqual({
      text: `A        B        C
<none>   node-1   map[app:web pod-template-hash:7c9]
<none>   node-2   map[app:web pod-template-hash:7c9]
<none>   <none>   map[app:web pod-template-hash:7c9]
`,
    })
  })
  it('refuses a column without a path, and ends where a path fails', () => {
    expect(customColumnsText('A', PODS).error).toBe(
      'unexpected custom-columns spec: A, expected <header>:<json-path-expr>',
    )
    expect(customColumnsText('A:.spec.containers[9].name', PODS)).toEqual({
      text: 'A\n',
      error: 'array index out of bounds: index 9, length 1',
    })
  })
})

describe('--sort-by', () => {
  const names = (path: string) => {
    const sorted = sortedBy(path, PODS)
    return 'objects' in sorted ? sorted.objects.map(({ metadata }) => metadata.name) : sorted.error
  }
  it('puts what lacks the field first', () => {
    expect(names('.spec.nodeName')).toEqual(['pending', 'plain', 'rich'])
    expect(names('metadata.name')).toEqual(['pending', 'plain', 'rich'])
    expect(names('{.spec.priority}')).toEqual(['plain', 'pending', 'rich'])
  })
  it('refuses a field that no object has', () => {
    expect(names('.nope')).toBe(
      'couldn\'t find any field with path "{.nope}" in the list of objects',
    )
  })
})
