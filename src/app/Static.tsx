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

const widgetKey = (id: string) => `widget ${id}`

/** The first picture of a figure, as the page was prerendered with it. */
export const useFirstPicture = (id: string) => usePage().statics?.[widgetKey(id)]

/** What a page was prerendered with, by name: its runs of text, and the first pictures. */
export function staticsOf(page: ParentNode): Readonly<Record<string, string>> {
  const entries = (attribute: string, nameOf: (value: string) => string) =>
    [...page.querySelectorAll(`[${attribute}]`)].map((part) => [
      nameOf(part.getAttribute(attribute) ?? ''),
      part.innerHTML,
    ])
  return Object.fromEntries([
    ...entries('data-static', (name) => name),
    ...entries('data-widget-place', widgetKey),
  ])
}
