import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp, type State as LampState } from '../../figures/Lamp.tsx'
import type { Act } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import type { Flight, Message, NodeId, SplitBrainWorld } from '../../systems/split-brain/world.ts'
import { linkOf } from '../../systems/split-brain/turn.ts'
import styles from './Figure.module.css'
import { LINK_IDS, type LinkId, LINKS } from './links.ts'
import { boxOf, clientsOf, lineOf, type SplitBrainLayout } from './layout.ts'
import { isCut, nodeName, stateName } from './names.ts'
import { type State, stateOf } from './spells.ts'
import { whole } from './words.ts'

interface Props {
  readonly world: SplitBrainWorld
  readonly atMs: number
  readonly layout: SplitBrainLayout
  readonly act: Act | undefined
}

const LAMPS: Readonly<Record<State, LampState>> = {
  leads: 'healthy',
  alone: 'degraded',
  waits: 'unknown',
  both: 'failed',
  standby: 'standby',
  silent: 'unknown',
  down: 'failed',
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** A deed by a click; the same one is in the selects. */
const clickable = (act: Act | undefined, action: string) =>
  act && { onClick: () => act(action), className: styles['clickable'] }

function Box({ id, world, atMs, layout, act }: Props & { readonly id: NodeId }) {
  const { x, y, width, height } = boxOf(layout, id, world.parameters.arbitration)
  const state = stateOf(world, id, atMs)
  const deed = onTarget(state === 'down' ? 'restart' : 'crash', id.toLowerCase())
  return (
    <g {...clickable(act, deed)}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="9"
        className={styles['node']}
        data-state={state}
      />
      <Lamp state={LAMPS[state]} x={x + 17} y={y + 20} />
      <text x={x + 30} y={y + 25} className={figureText('strong')}>
        {nodeName(id)}
      </text>
      <text
        x={x + 12}
        y={y + height - 11}
        className={figureText(state === 'both' ? 'fails' : 'soft')}
      >
        {stateName(state)}
      </text>
    </g>
  )
}

/** The third vote, and to whom it is given now. */
function WitnessBox({ world, atMs, layout }: Omit<Props, 'act'>) {
  const { x, y, width, height } = layout.nodes.W
  const { to, untilMs } = world.witness.vote
  const given = to !== undefined && atMs < untilMs
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx="9" className={styles['node']} />
      <text x={x + width / 2} y={y + 20} textAnchor="middle" className={figureText('strong')}>
        {m.split_brain_witness()}
      </text>
      <text
        x={x + width / 2}
        y={y + height - 10}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {given ? m.split_brain_vote_of({ node: nodeName(to) }) : m.split_brain_vote_free()}
      </text>
    </g>
  )
}

/** The head of an arrow at the end of a level line. */
const headOf = ([x1, y1, x2]: ReturnType<typeof lineOf>): string => {
  const back = x2 > x1 ? -7 : 7
  return `M${x2 + back} ${y1 - 4}L${x2} ${y1}L${x2 + back} ${y1 + 4}`
}

function Line({ id, world, layout, act }: Omit<Props, 'atMs'> & { readonly id: LinkId }) {
  const line = lineOf(layout, id, world.parameters.arbitration)
  const [x1, y1, x2, y2] = line
  const cut = isCut(world.cut, id)
  const path = `M${x1} ${y1}L${x2} ${y2}`
  const management = id.includes('fence')
  return (
    <g {...clickable(act, onTarget(cut ? 'mend' : 'cut', id))}>
      <path
        d={management ? path + headOf(line) : path}
        className={styles[cut ? 'severed' : management ? 'management' : 'link']}
      />
      {cut && <Cross x={(x1 + x2) / 2} y={(y1 + y2) / 2} r={management ? 5 : 8} />}
      <path d={path} className={styles['reach']} data-slim={management} />
    </g>
  )
}

type Glyph = 'copy' | 'ask' | 'vote' | 'refusal' | 'order'

const GLYPHS: Readonly<Record<Message['kind'], Glyph>> = {
  append: 'copy',
  confirm: 'copy',
  hello: 'copy',
  forward: 'copy',
  answer: 'copy',
  ask: 'ask',
  grant: 'vote',
  refuse: 'refusal',
  fence: 'order',
}

function Letter({
  glyph,
  x,
  y,
}: {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
}) {
  if (glyph === 'refusal') return <Cross x={x} y={y} r={4} />
  if (glyph === 'order')
    return <path d={`M${x - 5} ${y}l5 -5l5 5l-5 5z`} className={styles['order']} />
  return <circle cx={x} cy={y} r={glyph === 'copy' ? 3 : 5} className={styles[glyph]} />
}

const linkIdOf = ({ from, to, message }: Flight): LinkId => {
  const direction = linkOf(from, to, message)
  return LINK_IDS.find((id) => (LINKS[id] as readonly string[]).includes(direction)) ?? 'a-b'
}

/** Where a message is: each direction of a cable has a side of its own. */
function placeOf(flight: Flight, world: SplitBrainWorld, atMs: number, layout: SplitBrainLayout) {
  const { from, sentMs, arrivesMs, message } = flight
  const [x1, y1, x2, y2] = lineOf(layout, linkIdOf(flight), world.parameters.arbitration)
  const done = Math.min(1, Math.max(0, (atMs - sentMs) / Math.max(1, arrivesMs - sentMs)))
  const backwards =
    message.kind !== 'fence' && (from === 'W' || (from === 'B' && flight.to === 'A'))
  const part = backwards ? 1 - done : done
  const side = message.kind === 'fence' ? 0 : backwards ? 5 : -5
  return [tenth(x1 + part * (x2 - x1)), tenth(y1 + part * (y2 - y1) + side)] as const
}

/** Who asks at a node, and how many of their writes were answered so far. */
function Clients({ id, world, layout }: Omit<Props, 'act' | 'atMs'> & { readonly id: NodeId }) {
  const { x, y, width, height } = clientsOf(layout, id, world.parameters.arbitration)
  const own = world.fates.filter(({ side }) => side === id)
  const answered = own.filter(({ answeredMs }) => answeredMs !== undefined).length
  const words = { answered: whole(answered), all: whole(own.length) }
  const middle = x + width / 2
  return (
    <g>
      <path d={`M${middle} ${y - 26}V${y}`} className={styles['link']} />
      <rect x={x} y={y} width={width} height={height} rx="4" className={styles['clients']} />
      <text x={middle} y={y + 18} textAnchor="middle" className={figureText()}>
        {m.split_brain_clients()}
      </text>
      <text x={middle} y={y + 36} textAnchor="middle" className={figureText('soft')}>
        {m.split_brain_clients_answered(words)}
      </text>
    </g>
  )
}

/** The nodes, what lies between them, and every message on its way. */
export function Network(props: Props) {
  const { world, atMs, layout } = props
  const { arbitration } = world.parameters
  const lines: readonly LinkId[] =
    arbitration === 'witness'
      ? ['a-b', 'a-w', 'b-w']
      : arbitration === 'fence'
        ? ['a-b', 'a-fence-b', 'b-fence-a']
        : ['a-b']
  const [left, cable, right] = lineOf(layout, 'a-b', arbitration)
  const [to, from] = [world.cut.includes('A>B'), world.cut.includes('B>A')]
  const oneWay = to
    ? { from: nodeName('A'), to: nodeName('B') }
    : { from: nodeName('B'), to: nodeName('A') }
  const words =
    to && from
      ? m.split_brain_link_cut()
      : to || from
        ? m.split_brain_one_way(oneWay)
        : m.split_brain_link_whole()
  return (
    <g>
      {lines.map((id) => (
        <Line key={id} {...props} id={id} />
      ))}
      <text
        x={(left + right) / 2}
        y={cable - 14}
        textAnchor="middle"
        className={figureText(to || from ? 'fails' : 'soft', 'halo')}
      >
        {words}
      </text>
      {arbitration === 'fence' && (
        <text
          x={(left + right) / 2}
          y={cable + 62}
          textAnchor="middle"
          className={figureText('soft')}
        >
          {m.split_brain_off_link()}
        </text>
      )}
      {arbitration === 'witness' && <WitnessBox world={world} atMs={atMs} layout={layout} />}
      <Box {...props} id="A" />
      <Box {...props} id="B" />
      <Clients {...props} id="A" />
      <Clients {...props} id="B" />
      {world.flights
        .filter(({ arrivesMs }) => arrivesMs > atMs)
        .map((flight) => {
          const [x, y] = placeOf(flight, world, atMs, layout)
          return <Letter key={flight.number} glyph={GLYPHS[flight.message.kind]} x={x} y={y} />
        })}
    </g>
  )
}

/** What the messages are. */
export function GlyphKey({
  arbitration,
  layout,
}: {
  readonly arbitration: SplitBrainWorld['parameters']['arbitration']
  readonly layout: SplitBrainLayout
}) {
  const { columns, y } = layout.glyphs
  const votes: readonly (readonly [Glyph, string])[] = [
    ['ask', m.split_brain_glyph_ask()],
    ['vote', m.split_brain_glyph_vote()],
    ['refusal', m.split_brain_glyph_refusal()],
  ]
  const names: readonly (readonly [Glyph, string])[] = [
    ['copy', m.split_brain_glyph_copy()],
    ...(arbitration === 'fence' ? ([['order', m.split_brain_glyph_order()]] as const) : []),
    ...(arbitration === 'witness' || arbitration === 'both' ? votes : []),
  ]
  return names.map(([glyph, name], index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 22
    return (
      <g key={glyph}>
        <Letter glyph={glyph} x={x + 6} y={line - 5} />
        <text x={x + 18} y={line} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}
