import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
} from '../../frame/parameters.ts'
import type { SplitBrainParameters } from '../../systems/split-brain/world.ts'
import { AGAIN_MS, STRUCK_MS } from './fixed.ts'
import { seconds } from './words.ts'

export type Planned = 'cut' | 'isolate' | 'all' | 'one-way' | 'dies' | 'twice' | 'nothing'

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: () => m.split_brain_planned({ time: seconds(STRUCK_MS) }),
  default: 'cut',
  options: {
    cut: m.split_brain_planned_cut,
    isolate: m.split_brain_planned_isolate,
    all: m.split_brain_planned_all,
    'one-way': m.split_brain_planned_one_way,
    dies: m.split_brain_planned_dies,
    twice: () => m.split_brain_planned_twice({ time: seconds(AGAIN_MS) }),
    nothing: m.split_brain_planned_nothing,
  },
}

export type Rule = 'none' | 'both' | 'witness' | 'living' | 'keeps' | 'stale' | 'fence' | 'unfenced'

/** What each rule is to the world. */
export const RULES: Readonly<Record<Rule, Pick<SplitBrainParameters, 'arbitration' | 'flaw'>>> = {
  none: { arbitration: 'none' },
  both: { arbitration: 'both' },
  witness: { arbitration: 'witness' },
  living: { arbitration: 'witness', flaw: 'counts-the-living' },
  keeps: { arbitration: 'witness', flaw: 'keeps-leading' },
  stale: { arbitration: 'witness', flaw: 'votes-for-stale' },
  fence: { arbitration: 'fence' },
  unfenced: { arbitration: 'fence', flaw: 'promotes-unfenced' },
}

const rule: ChoiceParameter<Rule> = {
  kind: 'choice',
  label: m.split_brain_rule,
  default: 'none',
  options: {
    none: m.split_brain_rule_none,
    both: m.split_brain_rule_both,
    witness: m.split_brain_rule_witness,
    living: m.split_brain_rule_living,
    keeps: m.split_brain_rule_keeps,
    stale: m.split_brain_rule_stale,
    fence: m.split_brain_rule_fence,
    unfenced: m.split_brain_rule_unfenced,
  },
}

const count = (
  label: () => string,
  usual: number,
  stops: readonly number[],
  rules?: readonly Rule[],
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
  ...(rules && { only: { choice: 'rule', is: rules } }),
})

/** Times are in the unit that their names end in. */
export const parameters = {
  planned,
  rule,
  detectMs: count(m.split_brain_detect, 1000, [500, 750, 1000, 1500, 2000]),
  ttlMs: count(
    m.split_brain_ttl,
    1000,
    [500, 750, 1000, 1500, 2000],
    ['both', 'witness', 'living', 'keeps', 'stale'],
  ),
  headStartMs: count(
    m.split_brain_head_start,
    800,
    [0, 200, 400, 600, 800, 1200],
    ['fence', 'unfenced'],
  ),
  latencyMs: count(m.split_brain_latency, 50, [10, 20, 50, 75, 100]),
}

export type SplitBrainValues = ValuesOf<typeof parameters>
