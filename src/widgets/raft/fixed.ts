/** When what is planned strikes, half way between two heartbeats as they come; and when all is whole. */
export const STRUCK_MS = 525
export const HEALED_MS = 1400
export const LENGTH_MS = 2000
/** How long a reader holds a message up: longer than the longest timeout as the figure opens. */
export const DELAY_MS = 400
/** A leader sends so many heartbeats within the shortest timeout. */
export const HEARTBEATS = 3
/** How long a client waits between an answer and its next write, and for an answer. */
export const WRITE_EVERY_MS = 60
export const PATIENCE_MS = 200
