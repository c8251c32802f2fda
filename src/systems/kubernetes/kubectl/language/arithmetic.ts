import { SyntaxProblem } from './syntax.ts'

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
]

const whole = (value: boolean): number => (value ? 1 : 0)

function combine(operator: string, left: number, right: number): number {
  switch (operator) {
    case '||':
      return whole(left !== 0 || right !== 0)
    case '&&':
      return whole(left !== 0 && right !== 0)
    case '==':
      return whole(left === right)
    case '!=':
      return whole(left !== right)
    case '<=':
      return whole(left <= right)
    case '>=':
      return whole(left >= right)
    case '<':
      return whole(left < right)
    case '>':
      return whole(left > right)
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    default:
      if (right === 0) throw new SyntaxProblem('bash: division by 0')
      return operator === '/' ? Math.trunc(left / right) : left % right
  }
}

/**
 * The value of `$(( … ))`: whole numbers, variables, `+ - * / %`, comparisons, `&&`, `||`, brackets.
 *
 * @throws SyntaxProblem where it is something else
 * @example evaluate('2 * (x + 1)', (name) => (name === 'x' ? '3' : '')) // 8
 */
export function evaluate(text: string, valueOf: (name: string) => string): number {
  const tokens = text.match(/\d+|\$?[A-Za-z_]\w*|\|\||&&|[=!<>]=|[-+*/%()<>!]|\S/g) ?? []
  let at = 0
  const wrong = (): SyntaxProblem =>
    new SyntaxProblem(
      `bash: ${text.trim()}: syntax error: operand expected (error token is "${tokens[at] ?? ''}")`,
    )
  const operand = (): number => {
    const token = tokens[at]
    at += 1
    if (token === '-') return -operand()
    if (token === '+') return operand()
    if (token === '!') return whole(operand() === 0)
    if (token === '(') {
      const inside = level(0)
      if (tokens[at] !== ')') throw wrong()
      at += 1
      return inside
    }
    if (token !== undefined && /^\d+$/.test(token)) return Number(token)
    if (token !== undefined && /^\$?[A-Za-z_]/.test(token))
      return Math.trunc(Number(valueOf(token.replace('$', '')) || '0')) || 0
    at -= 1
    throw wrong()
  }
  const level = (depth: number): number => {
    const operators = LEVELS[depth]
    if (!operators) return operand()
    let left = level(depth + 1)
    for (;;) {
      const operator = tokens[at]
      if (operator === undefined || !operators.includes(operator)) return left
      at += 1
      left = combine(operator, left, level(depth + 1))
    }
  }
  if (tokens.length === 0) return 0
  const value = level(0)
  if (at < tokens.length) throw wrong()
  // The real one never says -0.
  return value + 0
}
