import type { Kind, Laid, Sum } from './question.ts'

const solution = ['Two of three is a majority.']
const otherwise = { why: 'No.', misconception: 'half-is-a-quorum' }
const right = {
  id: 'r',
  text: 'Run `kubectl drain`',
  why: 'It moves the pods.',
  correct: true,
} as const
const wrong = {
  id: 'w',
  text: 'Pull the plug',
  why: 'It does not.',
  misconception: 'failover-is-free',
}
const columns = [
  { id: 'ha', text: 'High availability' },
  { id: 'ft', text: 'Fault tolerance' },
]
const items = [
  { id: 'raid', text: 'RAID 1', in: 'ft', why: 'No read is lost.', mistakes: { ha: otherwise } },
  {
    id: 'vip',
    text: 'A floating address',
    in: 'ha',
    why: 'It moves.',
    mistakes: { ft: otherwise },
  },
]
const sum: Sum = {
  answer: 0.028,
  unit: 'percent',
  tolerance: { relative: 0.01 },
  traps: [],
  otherwise,
}

/** A question of each kind, for tests. */
export const SAMPLES: { readonly [K in Kind]: Extract<Laid, { kind: K }> } = {
  choice: { kind: 'choice', prompt: 'What comes first?', solution, options: [wrong, right] },
  choices: {
    kind: 'choices',
    prompt: 'Which hold?',
    solution,
    options: [right, wrong, { id: 'q', text: 'Wait!', why: 'It helps.', correct: true }],
  },
  numeric: {
    kind: 'numeric',
    prompt: 'How likely?',
    solution,
    why: 'Three times, less two.',
    ...sum,
  },
  classify: { kind: 'classify', prompt: 'Which is which?', solution, columns, items },
  match: { kind: 'match', prompt: 'What belongs?', solution, columns, items },
  order: {
    kind: 'order',
    prompt: 'In which order?',
    solution,
    steps: [
      { id: 'promote', text: 'Promote the standby' },
      { id: 'fence', text: 'Fence the old primary' },
    ],
    rules: [{ earlier: 'fence', later: 'promote', ...otherwise }],
    why: 'Two primaries are worse than none.',
  },
  fill: {
    kind: 'fill',
    prompt: 'Fill in.',
    solution,
    pieces: [
      'To be safe, ',
      { id: 'a', options: [wrong, right] },
      ' in ',
      { id: 'b', sum: { ...sum, unit: 'minutes', answer: 42, why: 'As computed.' } },
      '.',
    ],
  },
  graph: {
    kind: 'graph',
    prompt: 'Draw it.',
    solution,
    x: { label: 'Copies', unit: 'number', from: 1, to: 5 },
    y: { label: 'Availability', unit: 'percent', from: 0, to: 1 },
    at: [
      { x: 1, y: 0.9 },
      { x: 3, y: 0.999 },
    ],
    tolerance: 0.02,
    curve: [
      [1, 0.9],
      [5, 0.99999],
    ],
    traps: [],
    otherwise,
    why: 'Each copy takes nine tenths of what is missing.',
  },
  diagram: {
    kind: 'diagram',
    prompt: 'Which part alone stops it?',
    solution,
    parts: [
      {
        id: 'web',
        text: 'Web',
        needs: ['dns'],
        anyOf: ['a', 'b'],
        at: [0, 0],
        why: 'It is served.',
      },
      { id: 'dns', text: 'DNS', needs: [], anyOf: [], at: [1, 0], why: 'Everybody asks it.' },
      { id: 'a', text: 'Copy A', needs: [], anyOf: [], at: [1, 1], why: 'Copy B is left.' },
      { id: 'b', text: 'Copy B', needs: [], anyOf: [], at: [1, 2], why: 'Copy A is left.' },
    ],
    served: ['web'],
    key: ['dns'],
    overlooked: 'hidden-cause',
    imagined: 'all-is-shared',
  },
  design: {
    kind: 'design',
    prompt: 'Choose a design.',
    solution,
    knobs: [
      {
        id: 'n',
        text: 'Copies',
        options: [
          { id: 'two', text: 'two' },
          { id: 'three', text: 'three' },
        ],
      },
    ],
    demands: [{ text: 'Survive one failure with a majority', misconception: 'half-is-a-quorum' }],
    designs: [
      {
        settings: { n: 'two' },
        meets: [{ met: false, why: 'One of two is no majority.' }],
        cost: 2,
        costText: 'Two machines',
      },
      {
        settings: { n: 'three' },
        meets: [{ met: true, why: 'Two of three are left.' }],
        cost: 3,
        costText: 'Three machines',
      },
    ],
    dear: otherwise,
    why: 'The least that has a majority to lose.',
  },
  free: {
    kind: 'free',
    prompt: 'Why does a standby rot?',
    solution,
    model: 'Nobody uses it, so nobody notices.',
    points: [{ id: 'unused', text: 'It is not in use' }],
  },
}
