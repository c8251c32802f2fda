import type { ReactNode } from 'react'
import { usePage } from './page-context.ts'

interface Props {
  readonly n: string
  /** The text, while prerendering; a browser build leaves it out and keeps what is in the page. */
  readonly children?: ReactNode
}

/** A run of text that nobody operates: shipped once, as HTML, and left alone by React. */
export function Static({ n, children }: Props) {
  const { statics } = usePage()
  return children ? (
    <div data-static={n}>{children}</div>
  ) : (
    <div
      data-static={n}
      suppressHydrationWarning
      // oxlint-disable-next-line react/no-danger -- our own prerendered page, from our own host
      dangerouslySetInnerHTML={{ __html: statics?.[n] ?? '' }}
    />
  )
}

/** The static runs of a page, by name: of the one that stands, or of one that was fetched. */
export function staticsOf(page: ParentNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...page.querySelectorAll('[data-static]')].map((run) => [
      run.getAttribute('data-static') ?? '',
      run.innerHTML,
    ]),
  )
}
