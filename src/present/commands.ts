import type { Timeline, Widget } from '../frame/contract.ts'
import type { InstanceStore } from '../frame/instance.ts'
import type { Clock } from '../frame/PlayerControls.tsx'
import { nextStop, previousStop } from '../frame/stops.ts'
import type { Room, Shown } from './room.ts'
import type { Show } from './show.ts'

/** All that can be done to what the room sees, by key, clicker, touch or the presenter's window. */
export interface Commands {
  readonly goTo: (slide: number) => void
  readonly next: () => void
  readonly previous: () => void
  readonly play: () => void
  readonly step: () => void
  readonly stepBack: () => void
  readonly reset: () => void
  readonly black: () => void
  readonly zoom: () => void
  readonly light: () => void
  /** Moves the enlarged part, or the light, by shares of the picture. */
  readonly move: (x: number, y: number) => void
  readonly code: () => void
  /** Does the figure's own action with this place in its list. */
  readonly act: (index: number) => void
}

const within = (value: number) => Math.min(1, Math.max(0, value))
const MIDDLE = { x: 0.5, y: 0.5 }

/** @param drawings how many drawings the figure that is shown consists of */
export function commandsOf(
  show: Show,
  room: Room,
  widget: Widget,
  store: InstanceStore,
  timeline: Timeline | undefined,
  clock: Clock,
  drawings: () => number,
): Commands {
  const shown = () => room.store.getState().shown
  const now = () =>
    timeline ? Math.min(store.getState().course.atMs ?? timeline.restMs, timeline.lengthMs) : 0
  const goTo = (slide: number) => {
    const to = Math.min(show.slides.length - 1, Math.max(0, slide))
    if (to !== shown().slide) room.change({ ...AT_REST, slide: to })
  }
  return {
    goTo,
    next: () => goTo(shown().slide + 1),
    previous: () => goTo(shown().slide - 1),
    play: () => timeline && clock.setPlaying(!clock.playing),
    step: () => timeline && clock.goAndStop(nextStop(timeline, now())),
    stepBack: () => timeline && clock.goAndStop(previousStop(timeline, now())),
    reset: () => room.change(AT_REST),
    black: () => room.change({ black: !shown().black }),
    zoom() {
      const { zoom, light } = shown()
      const last = drawings() - 1
      const drawing = zoom ? (zoom.drawing ?? last) + 1 : 0
      if (last > 0) room.change({ zoom: drawing > last ? undefined : { ...MIDDLE, drawing } })
      else room.change({ zoom: zoom ? undefined : (light ?? MIDDLE) })
    },
    light: () => room.change({ light: shown().light ? undefined : MIDDLE }),
    move(x, y) {
      const { zoom, light } = shown()
      const moved = ({ x: fromX, y: fromY }: { readonly x: number; readonly y: number }) => ({
        x: within(fromX + x),
        y: within(fromY + y),
      })
      if (light) room.change({ light: moved(light) })
      else if (zoom) room.change({ zoom: moved(zoom) })
    },
    code: () => room.change({ code: !shown().code }),
    act(index) {
      const action = timeline && widget.actions?.[index]
      if (action) store.getState().act(action.id, Math.round(now()))
    },
  }
}

/** A slide as it opens: at its scene, at rest, seen whole. */
const AT_REST: Partial<Shown> = {
  search: '',
  atMs: undefined,
  playing: undefined,
  zoom: undefined,
  light: undefined,
  code: false,
}
