export const LENGTH_MS = 3000
/** When what is planned strikes, and when it is over where it ends. */
export const STRUCK_MS = 1005
export const HEALED_MS = 2405
/** Between the client and any server, and between the beginnings of its writes. */
export const CLIENT_MS = 20
export const WRITE_EVERY_MS = 100
export const PATIENCE_MS = 800
/** From the suspicion to the decision to promote. */
export const DECIDE_MS = 120
/** By how much a reader delays a message. */
export const DELAY_MS = 200
