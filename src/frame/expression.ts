/**
 * A formula that can be shown twice: with its symbols and with the numbers they stand for now.
 * One tree for both, so that the two lines can never disagree.
 */
export type Expression =
  | { readonly kind: 'row'; readonly terms: readonly Expression[] }
  | { readonly kind: 'operator'; readonly sign: string }
  | { readonly kind: 'constant'; readonly text: string }
  | {
      readonly kind: 'variable'
      readonly symbol: string
      readonly subscript?: string
      readonly value: string
    }
  | { readonly kind: 'fraction'; readonly over: Expression; readonly under: Expression }

export const row = (...terms: readonly (Expression | string)[]): Expression => ({
  kind: 'row',
  terms: terms.map((term) => (typeof term === 'string' ? { kind: 'operator', sign: term } : term)),
})
export const constant = (text: string): Expression => ({ kind: 'constant', text })
export const variable = (symbol: string, value: string, subscript?: string): Expression =>
  subscript === undefined
    ? { kind: 'variable', symbol, value }
    : { kind: 'variable', symbol, value, subscript }
export const fraction = (over: Expression, under: Expression): Expression => ({
  kind: 'fraction',
  over,
  under,
})
