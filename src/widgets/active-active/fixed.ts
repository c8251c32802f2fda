/** When it happens: just after a probe, so that the next one is a whole interval away. */
export const STRUCK_MS = 5001
export const SERVICE_MS = 2000
export const WORKERS = 2
/** How long a client waits for its answer. */
export const PATIENCE_MS = 5000
export const DRAIN_MS = 3000
export const MAINTENANCE_MS = 8000
export const BALANCER_DOWN_MS = 5000
/** Failed probes that take a server out. */
export const FALL = 2
