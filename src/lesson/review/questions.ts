import * as m from '#messages/messages.js'

/** One question of the review. Yes is the answer of a system that holds. */
export interface ReviewQuestion {
  readonly id: string
  readonly ask: () => string
  /** What would show that it is so. */
  readonly evidence: () => string
  /** The part of the course about it, from the page of another part. */
  readonly href: string
}

/** In the order in which they are worth mending. */
export const questions: readonly ReviewQuestion[] = [
  {
    id: 'domains',
    ask: m.review_domains,
    evidence: m.review_domains_evidence,
    href: '../independence/#when-are-two-really-two',
  },
  { id: 'room', ask: m.review_room, evidence: m.review_room_evidence, href: '../spare-capacity/' },
  {
    id: 'drill',
    ask: m.review_drill,
    evidence: m.review_drill_evidence,
    href: '../costs/#how-often-must-a-standby-be-tested',
  },
  { id: 'lag', ask: m.review_lag, evidence: m.review_lag_evidence, href: '../replication/' },
  {
    id: 'leader',
    ask: m.review_leader,
    evidence: m.review_leader_evidence,
    href: '../leaders-and-fencing/#does-the-old-leader-know',
  },
  {
    id: 'health',
    ask: m.review_health,
    evidence: m.review_health_evidence,
    href: '../architectures/',
  },
  {
    id: 'alerts',
    ask: m.review_alerts,
    evidence: m.review_alerts_evidence,
    href: '../untested-failover/#who-was-told',
  },
  { id: 'shared', ask: m.review_shared, evidence: m.review_shared_evidence, href: '../regions/' },
  {
    id: 'recovery',
    ask: m.review_recovery,
    evidence: m.review_recovery_evidence,
    href: '../untested-failover/#what-would-have-found-it',
  },
  {
    id: 'drift',
    ask: m.review_drift,
    evidence: m.review_drift_evidence,
    href: '../costs/#how-does-it-fail',
  },
  {
    id: 'maintenance',
    ask: m.review_maintenance,
    evidence: m.review_maintenance_evidence,
    href: '../spare-capacity/#what-about-the-losses-that-you-plan',
  },
  {
    id: 'retries',
    ask: m.review_retries,
    evidence: m.review_retries_evidence,
    href: '../breakers-and-retries/#what-keeps-a-retry-harmless',
  },
]
