import type { Piece } from './library.ts'

interface Props {
  readonly of: readonly Piece[]
  /** The address of another entry by the name of its function; nothing for what has no entry. */
  readonly hrefOf: (name: string) => string | undefined
}

/** The words of a docstring. */
export function Words({ of, hrefOf }: Props) {
  return of.map((piece, index) => {
    if (typeof piece === 'string') return piece
    if ('code' in piece) return <code key={index}>{piece.code}</code>
    if ('symbol' in piece)
      return (
        <i key={index}>
          {piece.symbol}
          <sub>{piece.index}</sub>
        </i>
      )
    if ('link' in piece) {
      const href = hrefOf(piece.link)
      const name = <code>{piece.text}</code>
      return href === undefined ? (
        <span key={index}>{name}</span>
      ) : (
        <a key={index} href={href}>
          {name}
        </a>
      )
    }
    if ('paragraph' in piece)
      return (
        <p key={index}>
          <Words of={piece.paragraph} hrefOf={hrefOf} />
        </p>
      )
    if ('list' in piece)
      return (
        <ul key={index}>
          <Words of={piece.list} hrefOf={hrefOf} />
        </ul>
      )
    return (
      <li key={index}>
        <Words of={piece.item} hrefOf={hrefOf} />
      </li>
    )
  })
}
