import * as m from '#messages/messages.js'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { Hull } from '../../figures/Hull.tsx'
import type { Choose, FigureProps } from '../../frame/contract.ts'
import { plain } from './numbers.ts'
import styles from './Figure.module.css'
import { KindList } from './KindList.tsx'
import { hullsOf, type KindsLayout, narrow, type Placed, placed, wide } from './layout.ts'
import type { KindsModel } from './model.ts'
import { guardName, kindName } from './names.ts'
import { type Item, type Miniature, miniature } from './stage.ts'

/** From each box of a group to each of the next. */
function Links({
  from,
  to,
  stacked,
}: {
  readonly from: readonly Placed[]
  readonly to: readonly Placed[]
  readonly stacked: boolean
}) {
  return from.flatMap((source) =>
    to.map((target) => {
      const a = source.at
      const b = target.at
      const start = stacked
        ? [a.x + a.width / 2, a.y + a.height]
        : [a.x + a.width, a.y + a.height / 2]
      const end = stacked ? [b.x + b.width / 2, b.y] : [b.x, b.y + b.height / 2]
      const dead = [source, target].some(
        ({ item }) => item.state === 'failed' || item.state === 'standby',
      )
      return (
        <path
          key={`${start.join(' ')} ${end.join(' ')}`}
          d={`M${start.join(' ')}L${end.join(' ')}`}
          className={styles['link']}
          data-dead={dead}
        />
      )
    }),
  )
}

/** The bits of a word side by side, and what becomes of it below. */
function BitRow({
  bits,
  word,
  layout,
}: {
  readonly bits: readonly Item[]
  readonly word: Item | undefined
  readonly layout: KindsLayout
}) {
  const { stage, stacked } = layout
  const pitch = stacked ? 41 : 58
  const side = pitch - 8
  const left = stage.x + (stage.width - bits.length * pitch + 8) / 2
  const y = stage.y + (stacked ? 26 : 90)
  return (
    <g>
      {bits.map(({ name, state }, index) => {
        const x = left + index * pitch
        return (
          <g key={x}>
            <rect
              x={x}
              y={y}
              width={side}
              height={side}
              rx="7"
              className={styles['bit']}
              data-flipped={state === 'failed'}
            />
            <text
              x={x + side / 2}
              y={y + side / 2 + 5}
              textAnchor="middle"
              className={figureText('value', ...(state === 'failed' ? ['strong'] : []))}
            >
              {name}
            </text>
            {state === 'failed' && <Cross x={x + side - 7} y={y + 7} r={3} />}
          </g>
        )
      })}
      {word && (
        <ComponentBox
          at={{ x: stage.x + stage.width / 2 - 85, y: y + side + 44, width: 170, height: 54 }}
          name={word.name}
          note={word.note}
          state={word.state}
        />
      )}
    </g>
  )
}

function Groups({
  groups,
  layout,
}: {
  readonly groups: readonly (readonly Placed[])[]
  readonly layout: KindsLayout
}) {
  return groups.map((group, index) => {
    const next = groups[index + 1]
    const key = group.map(({ at }) => `${at.x} ${at.y}`).join()
    return (
      <g key={key}>
        {next && <Links from={group} to={next} stacked={layout.stacked} />}
        {hullsOf(group).map((hull) => (
          <Hull key={hull.label} {...hull} />
        ))}
        {group.map(({ item, at }) => (
          <ComponentBox
            key={`${at.x} ${at.y}`}
            at={at}
            name={item.name}
            note={item.note}
            state={item.state}
          />
        ))}
      </g>
    )
  })
}

const bottomOf = (groups: readonly (readonly Placed[])[]): number =>
  Math.max(...groups.flat().map(({ at }) => at.y + at.height))

function Drawing({
  model,
  layout,
  guess,
  choose,
}: {
  readonly model: KindsModel
  readonly layout: KindsLayout
  readonly guess: number | undefined
  readonly choose: Choose | undefined
}) {
  const groups: Miniature = miniature(model)
  const bits = model.values.kind === 'information'
  const boxes = bits ? [] : placed(groups, layout)
  const foot = layout.row * 6 + 18
  const tall = layout.stacked
    ? bits
      ? layout.stage.y + 170
      : bottomOf(boxes) + 14
    : Math.max(foot + 8, layout.stage.height)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tall}`} aria-hidden="true">
      <KindList model={model} layout={layout} choose={choose} />
      {guess !== undefined && (
        <text x="32" y={foot} className={figureText('guessed')}>
          {m.kinds_you_said({ count: plain(guess) })}
        </text>
      )}
      <text
        x={layout.stage.x + (layout.stacked ? 2 : 16)}
        y={layout.stage.y + (layout.stacked ? -2 : 24)}
        className={figureText('soft')}
      >
        {m.kinds_built({
          kind: kindName(model.values.kind),
          guard: guardName(model.values.kind, model.values.guard, model.values.count),
        })}
      </text>
      {bits ? (
        <BitRow bits={groups[0] ?? []} word={groups[1]?.[0]} layout={layout} />
      ) : (
        <Groups groups={boxes} layout={layout} />
      )}
    </svg>
  )
}

/** The six kinds in one situation, and one of them in a picture of its own. */
export const KindsFigure = ({ model, guess, choose }: FigureProps<KindsModel, number>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} guess={guess} choose={choose} />}
    narrow={<Drawing model={model} layout={narrow} guess={guess} choose={choose} />}
  />
)
