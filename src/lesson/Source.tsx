import type { ReactNode } from 'react'

interface Props {
  /** A reference of content/sources.yaml, which the lesson then lists at its foot. */
  readonly id: string
  /** The figure or the words that stand in that reference. */
  readonly children?: ReactNode
}

/** A number that somebody else measured, linked to where it stands. */
export const Source = ({ id, children }: Props) => (
  <a href={`#source-${id}`} data-source>
    {children}
  </a>
)

/** A number that is said elsewhere and is wrong: the text quotes it to correct it. */
export const Claimed = ({ children }: { readonly children?: ReactNode }) => (
  <span data-claimed>{children}</span>
)
