import * as m from '#messages/messages.js'
import type { ReactNode } from 'react'

/**
 * A block of code. In YAML the indentation is the meaning, so its lines do not go on below: what is
 * longer than a phone is wide scrolls in its own box, which therefore has to be reached by keyboard.
 */
export const Code = ({ children }: { readonly children?: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
  <pre tabIndex={0} role="group" aria-label={m.lesson_code()}>
    {children}
  </pre>
)
