/** One thing to show to a room: a scene of a figure, or its question before anything is shown. */
export type Slide =
  | { readonly kind: 'scene'; readonly widget: string; readonly scene: string }
  | { readonly kind: 'ask'; readonly widget: string }

/** Slides in their order, and how long the whole is meant to take. */
export interface Show {
  /** Names the room in which every window of it meets, as `present/redundancy-paradox`. */
  readonly id: string
  readonly title: string
  readonly slides: readonly Slide[]
  /** Planned minutes for each slide, where somebody planned them. */
  readonly minutes?: readonly number[]
}

/** The scene that a slide opens with, as a widget knows its scenes. */
export const openingOf = <V>(
  widget: {
    readonly first: V
    readonly scenes: readonly { readonly id: string; readonly values: V }[]
  },
  slide: Slide,
): V =>
  (slide.kind === 'scene' && widget.scenes.find(({ id }) => id === slide.scene)?.values) ||
  widget.first

/** The planned minutes up to the end of a slide. */
export const plannedUntil = ({ minutes = [] }: Pick<Show, 'minutes'>, slide: number): number =>
  minutes.slice(0, slide + 1).reduce((sum, each) => sum + each, 0)
