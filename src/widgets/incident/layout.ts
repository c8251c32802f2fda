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

const whole = { x: 20, width: 940 }
export const wide: IncidentLayout = {
  width: 980,
  height: 700,
  months: { ...whole, y: 0 },
  hours: { ...whole, y: 190 },
  night: { ...whole, y: 276 },
  choices: { x: 20, y: 450, width: 500 },
  bills: { x: 560, y: 450, width: 400 },
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
