export const LENGTH_MS = 6000
/** When what is planned strikes: while a write is prepared, after the look at the lease. */
export const STRUCK_MS = 2003
/** How long a message takes, one way. */
export const LATENCY_MS = 20
export const RENEW_MS = 300
export const WRITE_EVERY_MS = 250
export const PREPARE_MS = 10
export const POWER_OFF_MS = 300
