import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { claims } from './claims.ts'
import { daysText, plain, shareText } from './describe.ts'

interface Props {
  readonly interval: number
  readonly width: number
  readonly y: number
}

/** How many clean tests a claim takes, and how long that is at this interval. */
export function Claims({ interval, width, y }: Props) {
  const rows = claims(interval)
  const most = Math.max(...rows.map(({ drills }) => drills))
  const narrow = width < 400
  const words = narrow ? 168 : 190
  const length = width - 66 - words
  return (
    <g>
      <text x="8" y={y} className={figureText('soft')}>
        {narrow ? m.untested_claims_title_short() : m.untested_claims_title()}
      </text>
      {rows.map(({ coverage, drills, days }, index) => {
        const top = y + 14 + 28 * index
        const bar = (drills / most) * length
        return (
          <g key={coverage}>
            <text x="50" y={top + 14} textAnchor="end" fontSize="14.5" className={figures['value']}>
              {shareText(coverage)}
            </text>
            <rect x="60" y={top + 2} width={bar} height="15" fill="var(--standby)" />
            <text x={68 + bar} y={top + 15} className={figureText()}>
              {m.untested_claim_row({ drills: plain(drills), time: daysText(days) })}
            </text>
          </g>
        )
      })}
    </g>
  )
}
