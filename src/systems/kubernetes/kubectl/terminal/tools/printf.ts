const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  e: '\u001b',
  '\\': '\\',
  '"': '"',
}

/** Text in which backslashes mean what they mean to `printf` and `echo -e`. */
export function escapes(text: string): string {
  return text.replace(/\\(0?[0-7]{1,3}|x[0-9a-fA-F]{1,2}|[\s\S])/g, (all, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(parseInt(code, 8))
    if (/^x./.test(code)) return String.fromCharCode(parseInt(code.slice(1), 16))
    return NAMED[code] ?? all
  })
}

function padded(text: string, flags: string, width: string): string {
  const size = Number(width || '0')
  if (flags.includes('-')) return text.padEnd(size)
  return text.padStart(size, flags.includes('0') ? '0' : ' ')
}

/**
 * What `printf FORMAT VALUES` prints: `%s`, `%d`, `%f`, `%x`, `%%` with widths, the format again as
 * long as values are left.
 *
 * @example formatted('%-5s|\n', ['a', 'b']) // 'a    |\nb    |\n'
 */
export function formatted(format: string, values: readonly string[]): string {
  let at = 0
  let text = ''
  do {
    const begun = at
    text += escapes(format).replace(
      /%([-0+ ]*)(\d*)(?:\.(\d+))?([sdifxqc%])/g,
      (_, flags: string, width: string, precision: string | undefined, kind: string) => {
        if (kind === '%') return '%'
        const value = values[at] ?? ''
        at += 1
        switch (kind) {
          case 'd':
          case 'i':
            return padded(String(Math.trunc(Number(value)) || 0), flags, width)
          case 'x':
            return padded((Math.trunc(Number(value)) || 0).toString(16), flags, width)
          case 'f':
            return padded((Number(value) || 0).toFixed(Number(precision ?? '6')), flags, width)
          default:
            return padded(
              precision === undefined ? value : value.slice(0, Number(precision)),
              flags,
              width,
            )
        }
      },
    )
    if (at === begun) break
  } while (at < values.length)
  return text
}
