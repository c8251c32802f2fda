import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { Crosses } from '../../figures/Marks.tsx'
import { percent } from '../../ui/format.ts'
import styles from './Figure.module.css'
import type { DomainsLayout } from './layout.ts'
import type { DomainsModel } from './model.ts'
import { domainName, shortName, whole } from './words.ts'

interface Props {
  readonly model: DomainsModel
  readonly layout: DomainsLayout
}

const LINE = 22
const LINES = 5

/** A smaller part of the downtime is not worth a line. */
const LEAST_PART = 0.001

/** A set in words, shorter where there is no room. */
function setWords(set: readonly string[], room: number): string {
  const long = set.map(domainName).join(' + ')
  return figureTextWidth(long) <= room ? long : set.map(shortName).join('+')
}

/** The smallest sets of domains whose loss takes the service down, single points first. */
export function Sets({ model: { cutSets }, layout }: Props) {
  const { x, y, width } = layout.sets
  const room = cutSets.length > LINES ? LINES - 1 : LINES
  const shown = cutSets.slice(0, room)
  return (
    <g>
      <text x={x} y={y} className={figureText('strong')}>
        {m.domains_sets()}
      </text>
      {shown.map((set, index) => {
        const line = y + (index + 1) * LINE
        const single = set.length === 1
        return (
          <g key={set.join()}>
            {single && <Crosses places={[[x + 6, line - 5]]} r={4} />}
            <text
              x={single ? x + 17 : x}
              y={line}
              className={figureText(...(single ? ['fails'] : []))}
            >
              {setWords(set, width)}
            </text>
          </g>
        )
      })}
      {cutSets.length > shown.length && (
        <text x={x} y={y + (shown.length + 1) * LINE} className={figureText('soft')}>
          {m.domains_sets_more({ count: whole(cutSets.length - shown.length) })}
        </text>
      )}
    </g>
  )
}

/** In how much of the downtime each domain has a part, the largest first. */
export function Parts({ model: { behind }, layout }: Props) {
  const { x, y, width } = layout.parts
  const most = behind
    .filter(({ fussellVesely }) => fussellVesely >= LEAST_PART)
    .toSorted((one, other) => other.fussellVesely - one.fussellVesely)
    .slice(0, LINES)
  const bar = x + 122
  const full = width - 122 - 46
  return (
    <g>
      <text x={x} y={y} className={figureText('strong')}>
        {m.domains_parts()}
      </text>
      {most.length === 0 && (
        <text x={x} y={y + LINE} className={figureText('soft')}>
          {m.domains_endless()}
        </text>
      )}
      {most.map(({ id, fussellVesely }, index) => {
        const line = y + (index + 1) * LINE
        return (
          <g key={id}>
            <text x={x} y={line} className={figureText()}>
              {domainName(id)}
            </text>
            <rect
              x={bar}
              y={line - 12}
              width={Math.max(1, full * fussellVesely)}
              height="14"
              className={styles['part']}
            />
            <text x={x + width} y={line} textAnchor="end" className={figureText('value', 'soft')}>
              {percent(getLocale(), fussellVesely, 2)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
