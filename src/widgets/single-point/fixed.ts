/** When what is planned strikes: just after a probe, so that the next one is a whole interval away. */
export const STRUCK_MS = 8001
/** How long after A, where B dies too. */
export const SECOND_MS = 4000
export const LENGTH_MS = 30_000
/** Where it stands untouched: some time into the outage. */
export const REST_MS = 13_400
export const SERVICE_MS = 800
/** How long a client waits for its answer. */
export const PATIENCE_MS = 2000
/** How long at most before it tries again. */
export const PAUSE_MS = 500
/** Failed probes that take a server out. */
export const FALL = 2
/** Requests that a server works on at once: more than ever come here. */
export const WORKERS = 1000
