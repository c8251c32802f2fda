/** How many schedules a rule is tried on. */
export const SEEDS = 400
