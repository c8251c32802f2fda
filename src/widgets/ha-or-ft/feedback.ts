import * as m from '#messages/messages.js'
import type { Design, System } from './model.ts'

/** What is said of each answer about each system; the right ones say why, too. */
export const FEEDBACK: Readonly<Record<System, Readonly<Record<Design, () => string>>>> = {
  blog: {
    recover: m.either_blog_recover,
    fast: m.either_blog_fast,
    mask: m.either_blog_mask,
    safe: m.either_blog_safe,
  },
  bank: {
    recover: m.either_bank_recover,
    fast: m.either_bank_fast,
    mask: m.either_bank_mask,
    safe: m.either_bank_safe,
  },
  flight: {
    recover: m.either_flight_recover,
    fast: m.either_flight_fast,
    mask: m.either_flight_mask,
    safe: m.either_flight_safe,
  },
  checkout: {
    recover: m.either_checkout_recover,
    fast: m.either_checkout_fast,
    mask: m.either_checkout_mask,
    safe: m.either_checkout_safe,
  },
  pacemaker: {
    recover: m.either_pacemaker_recover,
    fast: m.either_pacemaker_fast,
    mask: m.either_pacemaker_mask,
    safe: m.either_pacemaker_safe,
  },
}
