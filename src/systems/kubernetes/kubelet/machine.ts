/** A node as it is, whether or not the API has heard: its power, its cable, what runs on it. */
export interface Machine {
  readonly name: string
  readonly zone: string
  readonly on: boolean
  /** Whether it reaches the rest of the cluster, control plane included. */
  readonly linked: boolean
}
