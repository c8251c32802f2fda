/** With reduced motion a figure goes from event to event instead of moving, one in so long. */
export const STEP_EVERY_MS = 900

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
