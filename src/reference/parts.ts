import * as m from '#messages/messages.js'

interface Named {
  readonly title: () => string
  readonly lead: () => string
}

/** The categories of the library in the order in which they build on one another. */
export const parts: Readonly<Record<string, Named>> = {
  structure: { title: m.reference_structure, lead: m.reference_structure_lead },
  failover: { title: m.reference_failover, lead: m.reference_failover_lead },
  dependence: { title: m.reference_dependence, lead: m.reference_dependence_lead },
  dynamics: { title: m.reference_dynamics, lead: m.reference_dynamics_lead },
  capacity: { title: m.reference_capacity, lead: m.reference_capacity_lead },
  objectives: { title: m.reference_objectives, lead: m.reference_objectives_lead },
  quorums: { title: m.reference_quorums, lead: m.reference_quorums_lead },
  overload: { title: m.reference_overload, lead: m.reference_overload_lead },
  storage: { title: m.reference_storage, lead: m.reference_storage_lead },
  economics: { title: m.reference_economics, lead: m.reference_economics_lead },
  randomness: { title: m.reference_randomness, lead: m.reference_randomness_lead },
}
