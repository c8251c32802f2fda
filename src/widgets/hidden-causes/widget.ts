import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { POINTS } from '../../systems/hidden-causes/grade.ts'
import { UNAVAILABILITY } from '../../systems/hidden-causes/system.ts'
import { percent } from '../../ui/format.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { HiddenFigure } from './Figure.tsx'
import { type HiddenModel, hiddenCauses, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { whole } from './words.ts'

const share = (value: number): string => percent(getLocale(), value, 3)

export const widget = defineWidget<typeof parameters, HiddenModel>({
  id: 'hidden-causes',
  title: m.hidden_title,
  scale: m.hidden_scale,
  parameters,
  scenes,
  firstScene: 'worked',
  model: hiddenCauses,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.hidden_claim(), m.hidden_rest()],
  assumptions: () => [
    m.hidden_assume_composite(),
    m.hidden_assume_shown(),
    m.hidden_assume_single(),
    m.hidden_assume_rates({
      machine: share(UNAVAILABILITY.machine),
      release: share(UNAVAILABILITY.release),
      way: share(UNAVAILABILITY.way),
    }),
    m.hidden_assume_points({
      found: whole(POINTS.found),
      mended: whole(POINTS.mended),
      thrift: whole(POINTS.thrift),
    }),
  ],
  sources,
  Figure: HiddenFigure,
})
