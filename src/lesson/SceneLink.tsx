import type { ReactNode } from 'react'
import { useLesson } from './lesson-context.ts'

interface Props {
  readonly widget: string
  readonly scene: string
  readonly children?: ReactNode
}

/** Words in the text that put the figure on this page into a scene; elsewhere, a plain link. */
export function SceneLink({ widget, scene, children }: Props) {
  const { hrefOf, showScene } = useLesson()
  return (
    <a
      href={`${hrefOf(widget)}?scene=${scene}`}
      data-scene={scene}
      data-replay
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        if (showScene(widget, scene)) event.preventDefault()
      }}
    >
      {children}
    </a>
  )
}
