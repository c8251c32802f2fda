/**
 * Begins anew at a heading, by eye and by ear, where what the reader pressed is gone: the focus alone would
 * leave the heading in the middle of the window, and half of what follows below it.
 *
 * @param heading can take the focus
 */
export function readFrom(heading: HTMLElement): void {
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}
