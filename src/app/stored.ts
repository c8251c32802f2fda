/** Where the reader's progress, theme and language are kept; the boot script reads it first. */
export const STORAGE_KEY = 'still-flying'
export const THEMES = ['light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]
