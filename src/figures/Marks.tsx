import styles from './time.module.css'

type Place = readonly [x: number, y: number]

const tenth = (value: number): number => Math.round(value * 10) / 10

/** Many requests at once, each a dot: one element, so that hundreds move in one stroke. */
export const Dots = ({ places, r }: { readonly places: readonly Place[]; readonly r: number }) => (
  <path
    d={places.map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`).join('')}
    strokeWidth={2 * r}
    className={styles['dots']}
  />
)

/** Where many of them died. */
export const Crosses = ({
  places,
  r,
}: {
  readonly places: readonly Place[]
  readonly r: number
}) => (
  <path
    d={places
      .map(
        ([x, y]) =>
          `M${tenth(x - r)} ${tenth(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`,
      )
      .join('')}
    className={styles['cross']}
  />
)
