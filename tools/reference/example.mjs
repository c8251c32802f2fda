// The example of a docstring as values: what a form begins with.
import { parseSync } from 'vite'

/** A value as the example writes it; a function stays source text, under the path it stands at. */
function valueOf(node, names, path, code, fixed) {
  switch (node.type) {
    case 'Literal':
      return node.value
    case 'TemplateLiteral':
      return node.quasis[0].value.cooked
    case 'UnaryExpression':
      if (node.operator === '-') return -valueOf(node.argument, names, path, code, fixed)
      break
    case 'ArrayExpression':
      return node.elements.map((item, index) => valueOf(item, names, [...path, index], code, fixed))
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((property) => {
          const key = property.key.name ?? String(property.key.value)
          return [key, valueOf(property.value, names, [...path, key], code, fixed)]
        }),
      )
    case 'Identifier':
      if (node.name === 'Infinity') return Infinity
      if (names.has(node.name)) return names.get(node.name)
      break
    case 'ArrowFunctionExpression':
      fixed.push({ path, source: code.slice(node.start, node.end) })
      return null
  }
  throw new Error(`only literals: ${code.slice(node.start, node.end)}`)
}

/** The call in an expression such as `f(1).x`. */
function callIn(node, name) {
  if (node?.type === 'CallExpression' && node.callee.name === name) return node
  return node?.type === 'MemberExpression' ? callIn(node.object, name) : undefined
}

/**
 * @param name the function that is called
 * @param text the example: statements, the call last, and the answer in a remark behind it
 * @returns the arguments as values, and the functions among them as source text
 */
export function exampleOf(name, text, file) {
  try {
    const { program, errors, comments } = parseSync('example.ts', text)
    if (errors.length > 0) throw new Error(errors[0].message)
    const names = new Map()
    const fixed = []
    let call
    for (const statement of program.body) {
      if (statement.type === 'VariableDeclaration') {
        for (const { id, init } of statement.declarations) {
          const found = callIn(init, name)
          if (found) call = found
          else names.set(id.name, valueOf(init, names, [], text, []))
        }
      } else call = callIn(statement.expression, name) ?? call
    }
    if (!call) throw new Error(`no call of ${name}`)
    return {
      args: call.arguments.map((one, index) => valueOf(one, names, [index], text, fixed)),
      fixed,
      answer: comments.map(({ value }) => value.trim()).join(' '),
    }
  } catch (error) {
    throw new Error(`${file}: the example of ${name}: ${error.message}`, { cause: error })
  }
}
