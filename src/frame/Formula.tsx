import { getLocale } from '#messages/runtime.js'
import type { ReactNode } from 'react'
import type { Expression } from './expression.ts'
import styles from './Formula.module.css'

const breaksBefore = new Set(['=', '+', '−', '∧'])

type Showing = 'symbols' | 'numbers'

function Term({ term, showing }: { term: Expression; showing: Showing }): ReactNode {
  switch (term.kind) {
    case 'operator':
      // A line may begin with it, and is still the middle of a sum.
      return <mo {...(breaksBefore.has(term.sign) ? { form: 'infix' } : {})}>{term.sign}</mo>
    case 'constant':
      return <mn>{term.text}</mn>
    case 'variable':
      if (showing === 'numbers') return <mn>{term.value}</mn>
      return term.subscript === undefined ? (
        <mi>{term.symbol}</mi>
      ) : (
        <msub>
          <mi>{term.symbol}</mi>
          <mi>{term.subscript}</mi>
        </msub>
      )
    case 'fraction':
      return (
        <mfrac>
          <Term term={term.over} showing={showing} />
          <Term term={term.under} showing={showing} />
        </mfrac>
      )
    case 'row':
      return (
        <mrow>
          {term.terms.map((inner, index) => (
            <Term key={index} term={inner} showing={showing} />
          ))}
        </mrow>
      )
  }
}

/** Splits a row where a line may break: MathML itself does not wrap, and a phone is narrow. */
function pieces(expression: Expression): Expression[][] {
  if (expression.kind !== 'row') return [[expression]]
  const found: Expression[][] = [[]]
  let depth = 0
  for (const term of expression.terms) {
    if (term.kind === 'operator') {
      if (depth === 0 && breaksBefore.has(term.sign)) found.push([])
      if (term.sign === '(') depth++
      if (term.sign === ')') depth--
    }
    found.at(-1)?.push(term)
  }
  return found.filter((piece) => piece.length > 0)
}

/** A formula with its symbols, and under it the same with the numbers of this moment. */
export function Formula({ expression }: { expression: Expression }) {
  const line = (showing: Showing) =>
    pieces(expression).map((piece, index) => (
      <math key={index} lang={getLocale()}>
        <mrow>
          {piece.map((term, at) => (
            <Term key={at} term={term} showing={showing} />
          ))}
        </mrow>
      </math>
    ))
  return (
    <div className={styles['formula']}>
      <div className={styles['symbols']}>{line('symbols')}</div>
      <div>{line('numbers')}</div>
    </div>
  )
}
