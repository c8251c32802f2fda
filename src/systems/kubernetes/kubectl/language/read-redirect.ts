import { peek, plainText, skipBlanks, unexpected } from './cursor.ts'
import { type Cursor, type ReadList, readWord } from './read-word.ts'
import { type Redirect, SyntaxProblem, type Word } from './syntax.ts'

/** A redirection at the cursor; undefined where there is none. */
export function readRedirect(cursor: Cursor, list: ReadList): { redirect: Redirect } | undefined {
  const [all = '', digit, op = ''] =
    /^(\d?)(<<<|<<-|<<|<>|>>|>&|>\||>|<&|<)|^(&>>|&>)/.exec(cursor.text.slice(cursor.at)) ?? []
  if (all === '') return undefined
  cursor.at += all.length
  skipBlanks(cursor)
  const target = readWord(cursor, list)
  if (!target) {
    if (cursor.at >= cursor.text.length) throw unexpected('\n')
    throw unexpected(peek(cursor))
  }
  if (all.startsWith('&>')) return { redirect: { fd: 3, op: all === '&>' ? '>' : '>>', target } }
  const fd = digit === '' || digit === undefined ? (op.startsWith('<') ? 0 : 1) : Number(digit)
  if ((fd !== 0 && fd !== 1 && fd !== 2) || op === '<>' || op === '<&')
    throw new SyntaxProblem(`bash: ${all}: this redirection is left out of this terminal`)
  if (op === '<<<')
    return {
      redirect: {
        fd: 0,
        op: 'text',
        target: [...target, { part: 'text', text: '\n', quoted: true }],
      },
    }
  if (op === '<<' || op === '<<-') {
    const redirect: { fd: 0; op: 'text'; target: Word } = { fd: 0, op: 'text', target: [] }
    cursor.heredocs.push({
      delimiter: plainText(target),
      quoted: target.some(({ quoted }) => quoted),
      stripTabs: op === '<<-',
      fill: (body) => {
        redirect.target = body
      },
    })
    return { redirect }
  }
  return {
    redirect: {
      fd,
      op: op === '>|' ? '>' : op === '>&' ? '>&' : op === '>>' ? '>>' : op === '<' ? '<' : '>',
      target,
    },
  }
}

/** All redirections at the cursor. */
export function readRedirects(cursor: Cursor, list: ReadList): readonly Redirect[] {
  const redirects: Redirect[] = []
  for (;;) {
    skipBlanks(cursor)
    const found = readRedirect(cursor, list)
    if (!found) return redirects
    redirects.push(found.redirect)
  }
}
