// Pieces of the code that questions become.
import { checkName, expression } from './expression.mjs'

export const json = JSON.stringify
export const object = (entries) =>
  `{ ${entries
    .filter(([, code]) => code !== undefined)
    .map(([key, code]) => `${json(key)}: ${code}`)
    .join(', ')} }`
export const list = (codes) => `[${codes.join(', ')}]`

/** Lets what follows refer to a name. */
export function add(name, scope) {
  checkName(name, scope)
  scope.names.add(name)
}

/** A line for each thing that is worked out, each from those before it. */
export const facts = (written, scope) =>
  Object.entries(written).map(([name, code]) => {
    const line = `const ${name} = ${expression(code, scope)};`
    add(name, scope)
    return line
  })
