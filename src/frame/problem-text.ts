import * as m from '#messages/messages.js'
import type { AddressProblem } from './address.ts'
import type { Widget } from './contract.ts'
import { spoken } from './NumberControl.tsx'

/** What was wrong with an address, and what is shown instead. */
export function problemText(widget: Widget, problem: AddressProblem): string {
  switch (problem.kind) {
    case 'too-long':
      return m.frame_address_too_long()
    case 'newer':
      return m.frame_address_newer()
    case 'unknown':
      return m.frame_address_unknown({ key: problem.key })
    default: {
      const parameter = widget.parameters[problem.key]
      const name = parameter?.label() ?? problem.key
      const used =
        parameter?.kind === 'number' && typeof problem.used === 'number'
          ? spoken(parameter, problem.used)
          : parameter?.kind === 'choice'
            ? (parameter.options[String(problem.used)]?.(widget.first) ?? '')
            : problem.used === true
              ? m.frame_on()
              : m.frame_off()
      return problem.kind === 'unreadable'
        ? m.frame_address_unreadable({ name, used })
        : m.frame_address_range({ name, used })
    }
  }
}
