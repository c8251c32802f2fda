import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { GAP_MS, SLOW_MS, TIMEOUT_MS, USUAL_FAILURES } from '../../systems/circuit-breaker/calls.ts'
import { number, percent } from '../../ui/format.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { DesignFigure } from './Figure.tsx'
import { type DesignModel, breakerDesign, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import { BAD_EVERYONE, BAD_KNOWN, KNOWN_SHARE } from './score.ts'
import sources from './sources.yaml'
import { seconds } from './words.ts'

const share = (value: number): string => percent(getLocale(), value, 3)

export const widget = defineWidget<typeof parameters, DesignModel>({
  id: 'breaker-design',
  title: m.design_title,
  scale: m.design_scale,
  parameters,
  scenes,
  firstScene: 'defaults',
  model: breakerDesign,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.design_claim(), m.design_rest()],
  assumptions: () => [
    m.design_assume_invented(),
    m.design_assume_known({
      known: share(KNOWN_SHARE),
      bad: share(BAD_KNOWN),
      everyone: share(BAD_EVERYONE),
    }),
    m.design_assume_sealed(),
    m.design_assume_usual(),
    m.design_assume_call(),
    m.design_assume_fixed({
      rate: number(getLocale(), 1000 / GAP_MS),
      usual: share(USUAL_FAILURES),
      timeout: seconds(TIMEOUT_MS),
      slow: seconds(SLOW_MS),
    }),
  ],
  sources,
  Figure: DesignFigure,
})
