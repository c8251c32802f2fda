import type { Box } from '../../figures/ComponentBox.tsx'
import type { Part } from './model.ts'

export type Place = Part | 'thrust' | 'power' | 'control'
export type Domain = 'air' | 'design1' | 'design2'

/** Where the parts stand, what surrounds them, and which way their links run. */
export interface FlightLayout {
  readonly direction: 'across' | 'down'
  readonly width: number
  readonly height: number
  readonly boxes: Readonly<Record<Place, Box>>
  readonly hulls: Readonly<Record<Domain, Box>>
}

const box = (x: number, y: number, width = 148, height = 60): Box => ({ x, y, width, height })

export const across: FlightLayout = {
  direction: 'across',
  width: 900,
  height: 334,
  boxes: {
    engine1: box(30, 46),
    engine2: box(30, 124),
    turbine: box(30, 240),
    power: box(276, 218),
    elac: box(506, 150, 168),
    sec: box(506, 252, 168),
    thrust: box(740, 70),
    control: box(740, 202),
  },
  hulls: {
    air: box(14, 24, 180, 178),
    design1: box(490, 132, 200, 92),
    design2: box(490, 236, 200, 88),
  },
}

export const down: FlightLayout = {
  direction: 'down',
  width: 352,
  height: 560,
  boxes: {
    engine1: box(16, 34),
    engine2: box(186, 34),
    turbine: box(16, 152),
    thrust: box(192, 152),
    power: box(60, 260),
    elac: box(14, 374, 152),
    sec: box(184, 374, 154),
    control: box(102, 490),
  },
  hulls: {
    air: box(4, 14, 344, 96),
    design1: box(4, 354, 170, 94),
    design2: box(178, 354, 168, 94),
  },
}
