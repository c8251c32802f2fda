import styles from './Header.module.css'
import { usePage } from './page-context.ts'

/** The course as a flight: the part flown is solid, the rest is dotted. */
export function FlightPath() {
  const { place, course } = usePage()
  const { route } = place
  const at =
    route.kind === 'lesson' ? course.parts.findIndex((part) => part.id === route.lesson) : -1
  const flown = (100 * (at + 1)) / (course.parts.length + 1)
  const path = 'M0 20C80 20 90 6 170 6C250 6 300 7 400 8'
  return (
    <svg
      className={styles['track']}
      viewBox="0 0 400 26"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        d={path}
        fill="none"
        stroke="var(--rule-strong)"
        strokeWidth="2"
        strokeDasharray="2 5"
        vectorEffect="non-scaling-stroke"
      />
      <svg
        width={`${flown}%`}
        height="26"
        viewBox={`0 0 ${4 * flown || 1} 26`}
        preserveAspectRatio="none"
        className={styles['flown']}
      >
        <path
          d={path}
          fill="none"
          stroke="var(--healthy)"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </svg>
  )
}
