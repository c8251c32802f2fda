import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react'
import type { View } from '../frame/contract.ts'
import type { InstanceStore } from '../frame/instance.ts'
import { Stage } from '../frame/Stage.tsx'
import { drawingsIn } from './drawings.ts'
import { fit } from './fit.ts'
import styles from './Present.module.css'
import type { Room, Shown } from './room.ts'
import { useShown } from './use-room.ts'

interface Props {
  readonly room: Room
  readonly view: View
  readonly store: InstanceStore
  readonly guess: string | undefined
}

/** How many times a point is enlarged. */
const TIMES = 2

/** The transform that enlarges a point of the picture, or fills the box with one of its drawings. */
function enlarged(box: HTMLElement, lens: HTMLElement, zoom: NonNullable<Shown['zoom']>): string {
  lens.style.transform = 'none'
  const { left, top, width, height } = box.getBoundingClientRect()
  const drawing = zoom.drawing === undefined ? undefined : drawingsIn(lens)[zoom.drawing]
  const at = drawing?.getBoundingClientRect()
  const scale = at ? Math.min(width / at.width, height / at.height, 2 * TIMES) : TIMES
  // Of a drawing its middle comes to the middle; a point stays where it is.
  const move = (from: number, size: number, share: number, own?: readonly [number, number]) =>
    own ? size / 2 - (own[0] - from + own[1] / 2) * scale : size * share * (1 - scale)
  const x = move(left, width, zoom.x, at && [at.left, at.width])
  const y = move(top, height, zoom.y, at && [at.top, at.height])
  return `translate(${x}px, ${y}px) scale(${scale})`
}

const percentOf = (share: number) => `${share * 100}%`

/** The figure as large as the window lets it be; part of it enlarged, or lit, where that is asked. */
export function Picture({ room, view, store, guess }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const zoom = useShown(room, (shown) => shown.zoom)
  const light = useShown(room, (shown) => shown.light)
  const lens = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (box.current && content.current) fit(box.current, content.current)
  }, [view])
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, lens.current]
    if (outer && inner) inner.style.transform = zoom ? enlarged(outer, inner, zoom) : 'none'
  }, [zoom, view])
  useEffect(() => {
    const [outer, inner] = [box.current, content.current]
    if (!outer || !inner) return undefined
    const observer = new ResizeObserver(() => fit(outer, inner))
    observer.observe(outer)
    void document.fonts.ready.then(() => fit(outer, inner))
    return () => observer.disconnect()
  }, [])
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const at = (share: number) => Math.min(1, Math.max(0, share))
    return { x: at((event.clientX - left) / width), y: at((event.clientY - top) / height) }
  }
  return (
    <div
      className={styles['box']}
      ref={box}
      data-picture
      data-zoomed={zoom !== undefined}
      onPointerMove={(event) => {
        const { light: lit, zoom: now } = room.store.getState().shown
        if (lit) room.change({ light: point(event) })
        else if (now && event.buttons === 1) {
          const { width, height } = event.currentTarget.getBoundingClientRect()
          const moved = (share: number, by: number) => Math.min(1, Math.max(0, share - by))
          room.change({
            zoom: {
              x: moved(now.x, event.movementX / width),
              y: moved(now.y, event.movementY / height),
            },
          })
        }
      }}
      onDoubleClick={(event) => {
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
        const { zoom: now } = room.store.getState().shown
        const at = { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
        room.change({ zoom: now ? undefined : at })
      }}
    >
      <div className={styles['lens']} ref={lens}>
        <div className={styles['content']} ref={content}>
          <Stage view={view} guess={guess} store={store} />
        </div>
      </div>
      {light && (
        <div
          className={styles['light']}
          style={{ left: percentOf(light.x), top: percentOf(light.y) }}
          data-light
        />
      )}
    </div>
  )
}
