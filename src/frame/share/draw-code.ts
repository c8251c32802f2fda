import { correction, generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

export interface QrPath {
  /** The dark squares, each one unit wide. */
  readonly path: string
  /** Squares along a side, without the light border. */
  readonly size: number
}

/** The longest address that a state can have still fits: a code holds 2,953 bytes. */
export function drawCode(text: string): QrPath {
  // As much correction as costs no larger code: the encoder raises it by itself.
  const code = generate(text, { minCorrectionLevel: correction.L })
  return { path: toSvgPath(code), size: code.size }
}
