/** Where a panel stands. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface IncidentLayout {
  readonly width: number
  readonly height: number
  readonly months: Place
  readonly hours: Place
  readonly night: Place
  readonly choices: Place
  readonly bills: Place
}

const left = { x: 14, width: 570 }
const right = { x: 628, width: 338 }
export const wide: IncidentLayout = {
  width: 980,
  height: 512,
  months: { ...left, y: 0 },
  hours: { ...left, y: 204 },
  night: { ...left, y: 306 },
  choices: { ...right, y: 0 },
  bills: { ...right, y: 260 },
}

const column = { x: 6, width: 338 }
export const narrow: IncidentLayout = {
  width: 350,
  height: 1004,
  months: { ...column, y: 0 },
  hours: { ...column, y: 192 },
  night: { ...column, y: 284 },
  choices: { ...column, y: 480 },
  bills: { ...column, y: 746 },
}
