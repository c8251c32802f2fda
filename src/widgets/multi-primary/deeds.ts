import { GOODS } from '../../systems/multi-primary/basket.ts'
import type { SiteId } from '../../systems/multi-primary/version-vector.ts'
import type { MultiPrimaryAction } from '../../systems/multi-primary/world.ts'
import { DELAY_MS } from './fixed.ts'

const siteOf = (part: string): SiteId => part.toUpperCase()

/** What a reader did, in the words of the world; nothing where nobody could do that. */
export function actionOf(action: string): MultiPrimaryAction | undefined {
  const [kind, one = '', other = ''] = action.split('-')
  switch (kind) {
    case 'add':
    case 'settle':
      return { kind, site: siteOf(one) }
    case 'remove': {
      const good = GOODS.find((name) => name === other)
      return good && { kind, site: siteOf(one), good }
    }
    case 'cut':
    case 'mend':
      return { kind, one: siteOf(one), other: siteOf(other) }
    case 'drop':
      return { kind, flight: Number(one) }
    case 'delay':
      return { kind, flight: Number(one), byMs: DELAY_MS }
    default:
      return undefined
  }
}
