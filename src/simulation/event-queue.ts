/** An event with its time and its place among those of the same time. */
export interface Scheduled<Event> {
  /** In whole milliseconds. */
  readonly at: number
  /** Counts up as events are scheduled: of two at the same time, the earlier scheduled one is first. */
  readonly sequence: number
  readonly event: Event
}

/** Events in the order of their time. */
export interface EventQueue<Event> {
  readonly add: (scheduled: Scheduled<Event>) => void
  /** The next event, which stays in the queue. */
  readonly first: () => Scheduled<Event> | undefined
  /** Takes the next event out. */
  readonly take: () => Scheduled<Event> | undefined
  /** What is in it, in no order that matters; to be given to {@link eventQueue} again. */
  readonly save: () => readonly Scheduled<Event>[]
}

const before = <Event>(first: Scheduled<Event>, second: Scheduled<Event>): boolean =>
  first.at < second.at || (first.at === second.at && first.sequence < second.sequence)

/**
 * A priority queue: a binary heap, so that adding and taking cost the logarithm of its length.
 *
 * @param from what an earlier queue saved
 * @example eventQueue([{ at: 5, sequence: 0, event: 'tick' }]).first()?.at // 5
 */
export function eventQueue<Event>(from: readonly Scheduled<Event>[] = []): EventQueue<Event> {
  const heap = [...from]
  return {
    add(scheduled) {
      let place = heap.length
      heap.push(scheduled)
      while (place > 0) {
        const parent = (place - 1) >> 1
        const above = heap[parent]
        if (above === undefined || !before(scheduled, above)) break
        heap[place] = above
        place = parent
      }
      heap[place] = scheduled
    },
    first: () => heap[0],
    take() {
      const [top] = heap
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return top
      let place = 0
      for (;;) {
        let child = 2 * place + 1
        let below = heap[child]
        if (below === undefined) break
        const other = heap[child + 1]
        if (other !== undefined && before(other, below)) {
          child += 1
          below = other
        }
        if (!before(below, last)) break
        heap[place] = below
        place = child
      }
      heap[place] = last
      return top
    },
    save: () => [...heap],
  }
}
