export const LENGTH_MS = 720_000
/** When what is planned strikes. */
export const STRUCK_MS = 60_000
/** When it is over, where it ends. */
export const OVER_MS = 420_000
/** So many users must be served again before a recovery counts as one. */
export const ENOUGH = 0.95
