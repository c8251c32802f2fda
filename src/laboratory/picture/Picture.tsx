import * as m from '#messages/messages.js'
import { memo, useId, useMemo } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { Hull } from '../../figures/Hull.tsx'
import { describe } from './describe.ts'
import { type Layout, layOut } from './layout.ts'
import { NodeBox } from './NodeBox.tsx'
import styles from './Picture.module.css'
import { PodBox } from './PodBox.tsx'
import type { Survey } from './survey.ts'

interface Props {
  readonly survey: Survey
  readonly chosen: string | undefined
  readonly onChoose: (thing: string) => void
}

const WIDE = { width: 690, across: 3 } as const
const NARROW = { width: 340, across: 1 } as const

function Drawing({
  layout,
  label,
  chosen,
  onChoose,
}: Omit<Props, 'survey'> & { readonly layout: Layout; readonly label: string }) {
  const id = useId()
  const { width, height, zones, podSize, roomy, tray, unplaced } = layout
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{label}</title>
      {zones.map(({ name, at, nodes }) => (
        <g key={name}>
          <Hull
            at={at}
            label={name}
            struck={nodes.length > 0 && nodes.every(({ node }) => node.lamp === 'failed')}
          />
          {nodes.map((placed) => (
            <NodeBox
              key={placed.node.name}
              placed={placed}
              size={podSize}
              roomy={roomy}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </g>
      ))}
      <rect {...tray} rx="9" className={styles['tray']} />
      <rect x={tray.x + 12} y={tray.y - 9} width="86" height="18" className={styles['tab']} />
      <text x={tray.x + 18} y={tray.y + 4.5} className={figureText('soft')}>
        {m.lab_not_placed()}
      </text>
      {unplaced.length === 0 && (
        <text
          x={tray.x + 18}
          y={tray.y + tray.height / 2 + 6}
          className={`${figureText('soft')} ${styles['word']}`}
        >
          {m.lab_none_waits()}
        </text>
      )}
      {unplaced.map((pod) => (
        <PodBox
          key={pod.pod.key}
          placed={pod}
          size={podSize}
          chosen={chosen === `pod ${pod.pod.key}`}
          onChoose={() => onChoose(`pod ${pod.pod.key}`)}
        />
      ))}
    </svg>
  )
}

/** Zones, the nodes in them and the pods on these; drawn anew only where something changed. */
export const Picture = memo(function Picture({ survey, ...rest }: Props) {
  const label = useMemo(() => describe(survey), [survey])
  const layouts = useMemo(
    () =>
      [
        layOut(survey, WIDE.width, WIDE.across),
        layOut(survey, NARROW.width, NARROW.across),
      ] as const,
    [survey],
  )
  return (
    <div className={styles['picture']}>
      <Fitted
        wide={<Drawing layout={layouts[0]} label={label} {...rest} />}
        narrow={<Drawing layout={layouts[1]} label={label} {...rest} />}
      />
    </div>
  )
})
