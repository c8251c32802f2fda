import { useState, type DragEvent } from 'react'

interface Props {
  readonly ids: readonly string[]
  /** The order that the reader gave; nothing where none was given yet. */
  readonly given: readonly string[] | undefined
  readonly onOrder: (ids: readonly string[] | undefined) => void
}

interface Dragged {
  readonly id: string
  /** To go back to, where it is let go outside the list. */
  readonly before: Props['given']
}

/** @returns the ids with the first brought to where the second stands */
export function brought(ids: readonly string[], id: string, to: string): readonly string[] {
  const rest = ids.filter((other) => other !== id)
  const later = ids.indexOf(id) < ids.indexOf(to)
  return rest.toSpliced(rest.indexOf(to) + (later ? 1 : 0), 0, id)
}

/**
 * Steps dragged with a pointer: an extra beside the buttons, by what the browser itself offers. The
 * list is in the new order while the step is still held.
 */
export function useDragging({ ids, given, onOrder }: Props) {
  const [dragged, setDragged] = useState<Dragged>()

  const over = (id: string) => (event: DragEvent<HTMLElement>) => {
    if (!dragged) return
    event.preventDefault()
    if (id === dragged.id) return
    // Past the middle of a step, not on its edge: else two steps of unlike height change places for ever.
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const isBelow = event.clientY > top + height / 2
    const comesLater = ids.indexOf(dragged.id) < ids.indexOf(id)
    if (isBelow === comesLater) onOrder(brought(ids, dragged.id, id))
  }
  const end = ({ dataTransfer }: DragEvent<HTMLElement>) => {
    if (dragged && dataTransfer.dropEffect === 'none') onOrder(dragged.before)
    setDragged(undefined)
  }

  /** For the element of a step. */
  return (id: string, text: string) => ({
    draggable: true,
    'data-dragged': id === dragged?.id || undefined,
    onDragStart: ({ dataTransfer }: DragEvent<HTMLElement>) => {
      dataTransfer.effectAllowed = 'move'
      dataTransfer.setData('text/plain', text)
      setDragged({ id, before: given })
    },
    onDragOver: over(id),
    onDrop: (event: DragEvent<HTMLElement>) => event.preventDefault(),
    onDragEnd: end,
  })
}
