import * as m from '#messages/messages.js'

/** One question of the review. Yes is the answer of a system that holds. */
export interface ReviewQuestion {
  readonly id: string
  readonly ask: () => string
  /** What would show that it is so. */
  readonly evidence: () => string
  /** The section of the course about it, from the page of another part, and what it is called. */
  readonly href: string
  readonly section: () => string
}

/** Questions that are asked together, under a question that all of them come to. */
export interface ReviewGroup {
  readonly id: string
  readonly title: () => string
  readonly questions: readonly ReviewQuestion[]
}

/** In the order in which they are worth mending. */
export const groups: readonly ReviewGroup[] = [
  {
    id: 'spare',
    title: m.review_group_spare,
    questions: [
      {
        id: 'domains',
        ask: m.review_domains,
        evidence: m.review_domains_evidence,
        href: '../independence/#when-are-two-really-two',
        section: m.review_domains_section,
      },
      {
        id: 'room',
        ask: m.review_room,
        evidence: m.review_room_evidence,
        href: '../spare-capacity/#how-busy-may-each-one-be',
        section: m.review_room_section,
      },
      {
        id: 'drill',
        ask: m.review_drill,
        evidence: m.review_drill_evidence,
        href: '../costs/#how-often-must-a-standby-be-tested',
        section: m.review_drill_section,
      },
    ],
  },
  {
    id: 'handover',
    title: m.review_group_handover,
    questions: [
      {
        id: 'lag',
        ask: m.review_lag,
        evidence: m.review_lag_evidence,
        href: '../replication/#what-does-saved-mean',
        section: m.review_lag_section,
      },
      {
        id: 'leader',
        ask: m.review_leader,
        evidence: m.review_leader_evidence,
        href: '../leaders-and-fencing/#does-the-old-leader-know',
        section: m.review_leader_section,
      },
      {
        id: 'health',
        ask: m.review_health,
        evidence: m.review_health_evidence,
        href: '../architectures/#how-fast-should-a-failure-be-noticed',
        section: m.review_health_section,
      },
    ],
  },
  {
    id: 'people',
    title: m.review_group_people,
    questions: [
      {
        id: 'alerts',
        ask: m.review_alerts,
        evidence: m.review_alerts_evidence,
        href: '../untested-failover/#who-was-told',
        section: m.review_alerts_section,
      },
      {
        id: 'shared',
        ask: m.review_shared,
        evidence: m.review_shared_evidence,
        href: '../regions/#what-do-the-regions-share',
        section: m.review_shared_section,
      },
      {
        id: 'recovery',
        ask: m.review_recovery,
        evidence: m.review_recovery_evidence,
        href: '../untested-failover/#what-would-have-found-it',
        section: m.review_recovery_section,
      },
    ],
  },
  {
    id: 'daily',
    title: m.review_group_daily,
    questions: [
      {
        id: 'drift',
        ask: m.review_drift,
        evidence: m.review_drift_evidence,
        href: '../costs/#how-does-it-fail',
        section: m.review_drift_section,
      },
      {
        id: 'maintenance',
        ask: m.review_maintenance,
        evidence: m.review_maintenance_evidence,
        href: '../spare-capacity/#what-about-the-losses-that-you-plan',
        section: m.review_maintenance_section,
      },
      {
        id: 'retries',
        ask: m.review_retries,
        evidence: m.review_retries_evidence,
        href: '../breakers-and-retries/#what-keeps-a-retry-harmless',
        section: m.review_retries_section,
      },
    ],
  },
]

export const questions: readonly ReviewQuestion[] = groups.flatMap((group) => group.questions)
