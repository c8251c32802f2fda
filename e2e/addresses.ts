/** Every page of the course in English, relative to the course's folder, and its first heading. */
export interface Address {
  readonly path: string
  readonly heading: string
  /** The figures on it, in their order. */
  readonly figures: readonly string[]
}

export const overview: Address = {
  path: 'en/',
  heading: 'What keeps flying when something breaks?',
  figures: [],
}
export const lesson: Address = {
  path: 'en/lessons/independence/',
  heading: 'Would the same thing break both?',
  figures: ['flight-1549', 'redundancy-paradox'],
}
export const gallery: Address = {
  path: 'en/widgets/',
  heading: 'All figures',
  figures: [],
}
export const paradox: Address = {
  path: 'en/w/redundancy-paradox/',
  heading: 'The paradox, opened up',
  figures: ['redundancy-paradox'],
}
export const flight: Address = {
  path: 'en/w/flight-1549/',
  heading: 'What the flock could reach',
  figures: ['flight-1549'],
}

export const timeline: Address = {
  path: 'en/w/ha-versus-ft/',
  heading: 'The same fault, two designs',
  figures: ['ha-versus-ft'],
}
export const activeActive: Address = {
  path: 'en/w/active-active/',
  heading: 'One waits, or all work',
  figures: ['active-active'],
}
export const failureDetector: Address = {
  path: 'en/w/failure-detector/',
  heading: 'How soon to give a server up',
  figures: ['failure-detector'],
}
export const circuitBreaker: Address = {
  path: 'en/w/circuit-breaker/',
  heading: 'The circuit breaker at work',
  figures: ['circuit-breaker'],
}
export const singlePoint: Address = {
  path: 'en/w/single-point/',
  heading: 'One server, and a pair',
  figures: ['single-point'],
}
export const retryStorm: Address = {
  path: 'en/w/retry-storm/',
  heading: 'Everybody tries again',
  figures: ['retry-storm'],
}
export const incident: Address = {
  path: 'en/w/incident/',
  heading: 'The failover that lost six hours',
  figures: ['incident'],
}
export const breakerDesign: Address = {
  path: 'en/w/breaker-design/',
  heading: 'Design a breaker, and have it examined',
  figures: ['breaker-design'],
}
export const whoLeads: Address = {
  path: 'en/w/raft/',
  heading: 'Who leads?',
  figures: ['raft'],
}
export const electionTime: Address = {
  path: 'en/w/election-time/',
  heading: 'What chance is good for',
  figures: ['election-time'],
}
export const regions: Address = {
  path: 'en/w/regions/',
  heading: 'A region goes dark',
  figures: ['regions'],
}
export const twoHolders: Address = {
  path: 'en/w/fencing/',
  heading: 'Two who hold one lease',
  figures: ['fencing'],
}
export const twoSets: Address = {
  path: 'en/w/quorum-store/',
  heading: 'Do the two sets meet?',
  figures: ['quorum-store'],
}
export const bothWrote: Address = {
  path: 'en/w/multi-primary/',
  heading: 'Both wrote, one vanished',
  figures: ['multi-primary'],
}
export const twoPrimaries: Address = {
  path: 'en/w/split-brain/',
  heading: 'Two who both think they lead',
  figures: ['split-brain'],
}
export const whatAReplicaLacks: Address = {
  path: 'en/w/replication/',
  heading: 'What a replica has not got yet',
  figures: ['replication'],
}
export const fallsTogether: Address = {
  path: 'en/w/failure-domains/',
  heading: 'What falls together',
  figures: ['failure-domains'],
}
export const hiddenCauses: Address = {
  path: 'en/w/hidden-causes/',
  heading: 'What do they share?',
  figures: ['hidden-causes'],
}
export const sixKinds: Address = {
  path: 'en/w/six-kinds/',
  heading: 'Six kinds, and the pitfall of each',
  figures: ['six-kinds'],
}
export const flippedBits: Address = {
  path: 'en/w/flipped-bits/',
  heading: 'Flip a bit, and see who notices',
  figures: ['flipped-bits'],
}
export const fencingTask: Address = {
  path: 'en/tasks/fencing/',
  heading: 'Write the store that fences',
  figures: [],
}
export const quorumTask: Address = {
  path: 'en/tasks/quorum-write/',
  heading: 'Count a quorum',
  figures: [],
}
export const electionTask: Address = {
  path: 'en/tasks/leader-election/',
  heading: 'Elect one leader',
  figures: [],
}
export const laboratory: Address = {
  path: 'en/lab/',
  heading: 'What does the cluster do when you pull the plug?',
  figures: [],
}
export const mission: Address = {
  path: 'en/lab/never-met/',
  heading: 'A budget of everything',
  figures: [],
}
export const practice: Address = {
  path: 'en/practice/',
  heading: 'What do you know when nobody helps?',
  figures: [],
}
export const practiceKey: Address = {
  path: 'en/practice/key/',
  heading: 'Questions with keys',
  figures: [],
}
export const haLesson: Address = {
  path: 'en/lessons/ha-and-ft/',
  heading: 'What does a user notice when a server dies?',
  figures: ['single-point', 'ha-versus-ft', 'ha-or-ft'],
}
export const architectures: Address = {
  path: 'en/lessons/architectures/',
  heading: 'When one fails, who does its work?',
  figures: ['active-active', 'failure-detector'],
}
export const breakers: Address = {
  path: 'en/lessons/breakers-and-retries/',
  heading: 'When does trying again make it worse?',
  figures: ['retry-storm', 'circuit-breaker', 'breaker-design'],
}
export const spareCapacity: Address = {
  path: 'en/w/spare-capacity/',
  heading: 'How many may be missing?',
  figures: ['spare-capacity'],
}
export const twoOfThree: Address = {
  path: 'en/w/two-of-three/',
  heading: 'Two of three',
  figures: ['two-of-three'],
}
export const recoverOrHide: Address = {
  path: 'en/w/ha-or-ft/',
  heading: 'Recover, or hide it?',
  figures: ['ha-or-ft'],
}
export const rollingUpdate: Address = {
  path: 'en/w/rolling-update/',
  heading: 'A rollout that waits for itself',
  figures: ['rolling-update'],
}
export const disruptionBudget: Address = {
  path: 'en/w/disruption-budget/',
  heading: 'What a budget refuses',
  figures: ['disruption-budget'],
}
export const kubernetesLesson: Address = {
  path: 'en/lessons/kubernetes/',
  heading: 'What did you ask for, and what did you get?',
  figures: ['rolling-update', 'disruption-budget'],
}
export const sixLesson: Address = {
  path: 'en/lessons/six-kinds/',
  heading: 'What can be had twice?',
  figures: ['single-point', 'six-kinds', 'flipped-bits'],
}
export const untestedLesson: Address = {
  path: 'en/lessons/untested-failover/',
  heading: 'Is the standby ready?',
  figures: ['incident'],
}
export const takeAwayLesson: Address = {
  path: 'en/lessons/take-away/',
  heading: 'When one fails, why is the other still working?',
  figures: ['redundancy-paradox'],
}
export const fiveFailures: Address = {
  path: 'en/w/five-failures/',
  heading: 'Five ways in which a spare fails',
  figures: ['five-failures'],
}
export const spareLesson: Address = {
  path: 'en/lessons/spare-capacity/',
  heading: 'How many can be missing before it shows?',
  figures: ['spare-capacity', 'two-of-three'],
}
export const replicationLesson: Address = {
  path: 'en/lessons/replication/',
  heading: 'What has the copy not got yet?',
  figures: ['replication', 'multi-primary'],
}
export const quorumsLesson: Address = {
  path: 'en/lessons/quorums/',
  heading: 'How many must have heard of it?',
  figures: ['quorum-store'],
}
export const leadersLesson: Address = {
  path: 'en/lessons/leaders-and-fencing/',
  heading: 'Who may act, and who still believes it?',
  figures: ['split-brain', 'raft', 'election-time', 'fencing'],
}
export const regionsLesson: Address = {
  path: 'en/lessons/regions/',
  heading: 'Who still knocks at the dark one?',
  figures: ['regions', 'failure-domains', 'hidden-causes'],
}
export const redundancyCost: Address = {
  path: 'en/w/redundancy-cost/',
  heading: 'How many spares pay?',
  figures: ['redundancy-cost'],
}
export const untestedStandby: Address = {
  path: 'en/w/untested-standby/',
  heading: 'Dead, and nobody knows',
  figures: ['untested-standby'],
}
export const costs: Address = {
  path: 'en/lessons/costs/',
  heading: 'What does a spare cost, and what does it save?',
  figures: ['redundancy-cost', 'five-failures', 'untested-standby'],
}
export const reference: Address = {
  path: 'en/reference/',
  heading: 'The reliability library',
  figures: [],
}
export const referenceStructure: Address = {
  path: 'en/reference/structure/',
  heading: 'Structure',
  figures: [],
}

export const pages: readonly Address[] = [
  overview,
  lesson,
  haLesson,
  architectures,
  breakers,
  spareLesson,
  replicationLesson,
  quorumsLesson,
  leadersLesson,
  regionsLesson,
  kubernetesLesson,
  sixLesson,
  untestedLesson,
  costs,
  takeAwayLesson,
  gallery,
  paradox,
  flight,
  timeline,
  activeActive,
  failureDetector,
  circuitBreaker,
  singlePoint,
  retryStorm,
  breakerDesign,
  whoLeads,
  electionTime,
  twoHolders,
  regions,
  twoSets,
  bothWrote,
  twoPrimaries,
  whatAReplicaLacks,
  fallsTogether,
  hiddenCauses,
  sixKinds,
  flippedBits,
  spareCapacity,
  twoOfThree,
  recoverOrHide,
  rollingUpdate,
  disruptionBudget,
  fiveFailures,
  redundancyCost,
  untestedStandby,
  incident,
  fencingTask,
  quorumTask,
  electionTask,
  laboratory,
  mission,
  practice,
  practiceKey,
  reference,
  referenceStructure,
]

/** A figure that stands in a lesson is looked at there; by themselves, one that rests and one that runs. */
export const eachOnce: readonly Address[] = pages.filter(
  ({ path, figures }) =>
    !path.includes('/w/') ||
    path === paradox.path ||
    path === whoLeads.path ||
    !pages.some(
      (page) => page.path.includes('/lessons/') && page.figures.includes(figures[0] ?? ''),
    ),
)

/** Without a language, as links are shared: `w/redundancy-paradox/`. */
export const neutral = (address: Address): Address => ({
  ...address,
  path: address.path.replace(/^en\//, ''),
})

export const everyAddress: readonly Address[] = [...pages, ...pages.map(neutral)]

/** What stands at an address that nobody wrote. */
export const missing: Address = {
  path: 'en/lessons/no-such-lesson/',
  heading: 'Nothing is at this address',
  figures: [],
}
