// The form of a function: a field for each value of its example, and for each that may be added.

const COMPONENTS = new Set(['Component', 'Probability', 'EventProbability'])

/** What a field takes, by the type it is declared with. */
function kindOf(type, types, value) {
  if (type === 'number' && typeof value !== 'object') return { kind: 'number' }
  if (type === 'boolean') return { kind: 'choice', options: ['true', 'false'] }
  if (COMPONENTS.has(type) && typeof value !== 'object') return { kind: 'component' }
  const union = types.get(type)?.code ?? type
  const options = union.split('|').map((part) => part.trim().replace(/^'(.*)'$/, '$1'))
  if (/^('[\w-]+'\s*\|?\s*)+$/.test(union)) return { kind: 'choice', options }
  return { kind: 'json' }
}

/** @returns the fields by where their value belongs in the arguments, and what cannot be edited */
export function formOf({ name, parameters, example }, types) {
  const single = parameters.length === 1
  const fields = []
  const isFixed = (at) => example.fixed.some(({ path }) => path.join() === at.join())
  const visit = (at, label, { type, optional, opened }, value) => {
    if (isFixed(at)) return
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (opened && !opened.many && isRecord && !COMPONENTS.has(type)) {
      for (const field of opened.fields) {
        const inner = single && at.length === 1 ? field.name : `${label}.${field.name}`
        visit([...at, field.name], inner, field, value[field.name])
      }
      return
    }
    fields.push({ path: at, label, optional, value, ...kindOf(type, types, value) })
  }
  parameters.forEach((parameter, index) =>
    visit([index], parameter.name || 'options', parameter, example.args[index]),
  )
  return {
    name,
    fields,
    fixed: example.fixed.map(({ path, source }) => {
      const [index, ...inner] = path
      const own = single && inner.length > 0 ? [] : [parameters[index].name]
      return { path, label: [...own, ...inner].join('.'), source }
    }),
  }
}
