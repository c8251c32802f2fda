export const LENGTH_MS = 12_000
/** When what is planned strikes, when the network is whole again, and when the management links are. */
export const STRUCK_MS = 3000
export const HEALED_MS = 9000
export const MANAGED_MS = 10_000
/** Where two troubles are planned: when the second one strikes. */
export const AGAIN_MS = 6000
export const HEARTBEAT_MS = 250
export const FENCE_MS = 400
export const REBOOT_MS = 2000
export const WRITE_EVERY_MS = 600
export const PATIENCE_MS = 1500
/** The names of what is written to. */
export const KEYS = ['x', 'y', 'z', 'w'] as const
/** The moment that the reader is asked about. */
export const ASKED_MS = 8000
/** How long the network was parted in GitHub's report of 2018. */
export const GITHUB_MS = 43_000
