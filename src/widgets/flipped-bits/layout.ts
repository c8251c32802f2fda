/** Where things stand in one layout of the picture. */
export interface BitsLayout {
  readonly width: number
  readonly stacked: boolean
  /** Left edge of the first bit, from one bit to the next, and its side. */
  readonly left: number
  readonly pitch: number
  readonly cell: number
  /** Bars of how patterns end: left edge, width, and their top where that is beside the word. */
  readonly bars: { readonly x: number; readonly width: number }
  /** A frame: bytes in a row, from one bit to the next, and between two bytes. */
  readonly bytes: number
  readonly bitPitch: number
  readonly gap: number
}

export const wide: BitsLayout = {
  width: 980,
  stacked: false,
  left: 108,
  pitch: 56,
  cell: 46,
  bars: { x: 640, width: 336 },
  bytes: 5,
  bitPitch: 21,
  gap: 24,
}

export const narrow: BitsLayout = {
  width: 350,
  stacked: true,
  left: 89,
  pitch: 32.5,
  cell: 29,
  bars: { x: 22, width: 326 },
  bytes: 2,
  bitPitch: 20.5,
  gap: 18,
}

/** Left edge of a bit of a word, counted from 0. */
export const bitX = ({ left, pitch }: BitsLayout, index: number): number => left + index * pitch
