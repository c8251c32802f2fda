import * as m from '#messages/messages.js'
import { type BarPart, type StackedBar, StackedBars } from '../../figures/StackedBars.tsx'
import { timeText } from './describe.ts'
import { fullBar, type Segment, segments } from './layout.ts'
import type { DetectorModel, GuessMark } from './model.ts'
import { namesOf } from './names.ts'
import { ThresholdDot } from './ThresholdDot.tsx'

interface Props {
  readonly model: DetectorModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

interface Look extends Omit<BarPart, 'id' | 'label' | 'at'> {
  readonly part: Segment['part']
  readonly label: () => string
}

const LOOKS: readonly Look[] = [
  {
    part: 'unnoticed',
    label: m.detector_part_unnoticed,
    fill: 'var(--degraded)',
    texture: 'upright',
  },
  { part: 'needed', label: m.detector_part_needed, fill: 'var(--standby)', texture: 'dots' },
  { part: 'false', label: m.detector_part_false, fill: 'var(--failed)', texture: 'crossed' },
]

const dotOf =
  (threshold: number, yours: boolean, least: boolean): StackedBar['mark'] =>
  (x, y) => <ThresholdDot {...{ x, y, threshold, yours, least }} />

/** The outage of a year at each threshold, as a sum of what it consists of. */
export function CostBars({ model, guess, width }: Props) {
  const narrow = width < 400
  const full = fullBar(model)
  const keyWidth = narrow ? 170 : 178
  return (
    <StackedBars
      width={width}
      title={m.detector_bars_title()}
      top={narrow ? 70 : 56}
      namesAt={92}
      parts={LOOKS.map(({ part, label, ...look }, index) => ({
        ...look,
        id: part,
        label: label(),
        at: narrow && index === 2 ? [4, 60] : [4 + keyWidth * index, 40],
      }))}
      bars={model.costs.map((cost) => {
        const yours = cost.threshold === model.current.threshold
        const least = cost.threshold === model.least.threshold
        return {
          key: cost.threshold,
          mark: dotOf(cost.threshold, yours, least),
          value: timeText(cost.totalHours),
          yours,
          guessed: cost.threshold === guess,
          names: namesOf(cost.threshold, model, guess),
          segments: segments(cost, full, 1),
          torn: cost.totalHours > full,
        }
      })}
    />
  )
}
