import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../ui/format.ts'
import type { Fault } from './protocol.ts'
import { LIMITS } from './limits.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const seconds = (ms: number): string =>
  m.implement_s({ seconds: number(getLocale(), ms / 1000, 3) })

export const milliseconds = (ms: number): string => m.implement_ms({ ms: whole(Math.round(ms)) })

/** What is wrong with the reader's code, in words. */
export function faultText({ why, name = '', message = '' }: Fault): string {
  switch (why) {
    case 'syntax':
      return m.implement_fault_syntax({ message })
    case 'missing':
      return m.implement_fault_missing({ name })
    case 'threw':
      return name
        ? m.implement_fault_threw({ name, message })
        : m.implement_fault_threw_early({ message })
    case 'answer':
      return m.implement_fault_answer({ name, message })
    case 'steps':
      return m.implement_fault_steps({ steps: whole(LIMITS.steps) })
    case 'memory':
      return m.implement_fault_memory({ made: whole(LIMITS.made) })
    case 'forbidden':
      return m.implement_fault_forbidden({ message })
    case 'silent':
      return m.implement_fault_silent({ time: seconds(LIMITS.silentMs) })
    case 'long':
      return m.implement_fault_long({ time: seconds(LIMITS.longestMs) })
    case 'garbled':
      return m.implement_fault_garbled()
    case 'unavailable':
      return m.implement_fault_unavailable()
  }
}
