import type { ReactNode } from 'react'
import { useLesson } from './lesson-context.ts'

interface Props {
  readonly widget: string
  readonly scene: string
  readonly children?: ReactNode
}

/**
 * Words in the text that put the figure on this page into a scene: the page listens for clicks on
 * them. Without a script it is a link to the figure's own page.
 */
export function SceneLink({ widget, scene, children }: Props) {
  const { hrefOf } = useLesson()
  return (
    <a href={`${hrefOf(widget)}?scene=${scene}`} data-scene={`${widget}/${scene}`} data-replay>
      {children}
    </a>
  )
}
