import { use } from 'react'
import type { QrPath } from './draw-code.ts'

const made = new Map<string, Promise<QrPath>>()

function drawn(text: string): Promise<QrPath> {
  const known = made.get(text)
  if (known) return known
  // The encoder comes only where a code is drawn.
  const drawing = import('./draw-code.ts').then(({ drawCode }) => drawCode(text))
  made.set(text, drawing)
  drawing.catch(() => made.delete(text))
  return drawing
}

/** The light border that a reader of codes needs, in squares. */
const QUIET = 4

/** The drawing of a code: black on white in every theme, since cameras want it so. */
export const QrDrawing = ({
  path,
  size,
  label,
}: {
  readonly path: string
  readonly size: number
  readonly label: string
}) => (
  <svg
    viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
    shapeRendering="crispEdges"
    role="img"
    aria-label={label}
  >
    <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)

/** An address as a code to be photographed. Suspends until it is drawn. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  return <QrDrawing {...use(drawn(text))} label={label} />
}
