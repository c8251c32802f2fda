import { valueToEstree } from 'estree-util-value-to-estree'

/** The parts of an MDX tree, as one writes them. */
export const attribute = (name, value) => ({ type: 'mdxJsxAttribute', name, value })
export const element = (name, attributes, children, flow = true) => ({
  type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
  name,
  attributes: Object.entries(attributes).map(([key, value]) => attribute(key, String(value))),
  children,
})

export const exportConst = (name, value) => ({
  type: 'mdxjsEsm',
  value: '',
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      comments: [],
      body: [
        {
          type: 'ExportNamedDeclaration',
          specifiers: [],
          source: null,
          attributes: [],
          declaration: {
            type: 'VariableDeclaration',
            kind: 'const',
            declarations: [
              {
                type: 'VariableDeclarator',
                id: { type: 'Identifier', name },
                init: valueToEstree(value),
              },
            ],
          },
        },
      ],
    },
  },
})

export const attributeOf = (node, name) =>
  node.attributes.find((found) => found.type === 'mdxJsxAttribute' && found.name === name)?.value
