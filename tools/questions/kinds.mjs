// What is particular to each kind of question, as code: what src/practice/lay.ts is given of it.
import { AuthorError, expression, pieceOfText, template } from './expression.mjs'
import { add, facts, json, list, object } from './code.mjs'

const mistake = ({ why, misconception }, scope) =>
  object([
    ['why', template(why, scope)],
    ['misconception', json(misconception)],
  ])

const named = ({ id, text }, scope) =>
  object([
    ['id', json(id)],
    ['text', template(text, scope)],
  ])

function option({ id, text, why, correct, wrong, misconception }, scope) {
  const head = `"id": ${json(id)}, "text": ${template(text, scope)}`
  if (correct === true) return `{ ${head}, "why": ${template(why, scope)}, "correct": true }`
  if (correct === undefined)
    return `{ ${head}, "why": ${template(why, scope)}, "misconception": ${json(misconception)} }`
  return `(${expression(correct, scope)} ? { ${head}, "why": ${template(why, scope)}, "correct": true } : { ${head}, ...${mistake(wrong, scope)} })`
}

const options = (question, scope) => list(question.options.map((each) => option(each, scope)))

const sum = ({ answer, proof, unit, tolerance, traps, otherwise, why }, scope) => [
  ['answer', expression(answer, scope)],
  ['proof', proof === undefined ? undefined : expression(proof, scope)],
  ['unit', json(unit)],
  ['tolerance', json(tolerance)],
  [
    'traps',
    list(
      traps.map((trap) =>
        object([
          ['value', expression(trap.value, scope)],
          ['why', template(trap.why, scope)],
          ['misconception', json(trap.misconception)],
        ]),
      ),
    ),
  ],
  ['otherwise', mistake(otherwise, scope)],
  ['why', template(why, scope)],
]

const grid = ({ columns, items }, scope) => [
  ['columns', list(columns.map((column) => named(column, scope)))],
  [
    'items',
    list(
      items.map((item) =>
        object([
          ['id', json(item.id)],
          ['text', template(item.text, scope)],
          ['in', json(item.in)],
          ['why', template(item.why, scope)],
          [
            'mistakes',
            object(
              columns
                .filter(({ id }) => id !== item.in)
                .map(({ id }) => [id, mistake(item.mistakes?.[id] ?? item.mistake, scope)]),
            ),
          ],
        ]),
      ),
    ),
  ],
]

/** The text between the gaps and the gaps, in their order. */
function fill({ text, blanks }, scope) {
  const found = []
  const pieces = text.split(/\[\[([a-z0-9-]+)\]\]/).flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [pieceOfText(piece, scope)]
    const blank = blanks[piece]
    if (!blank) throw new AuthorError(`the text has a gap [[${piece}]] that blanks do not describe`)
    found.push(piece)
    const inner =
      'options' in blank ? ['options', options(blank, scope)] : ['sum', object(sum(blank, scope))]
    return [object([['id', json(piece)], inner])]
  })
  const unused = Object.keys(blanks).find((id) => !found.includes(id))
  if (unused) throw new AuthorError(`the text has no gap [[${unused}]]`)
  return [['pieces', list(pieces)]]
}

function graph(question, scope) {
  const inner = { ...scope, names: new Set(scope.names) }
  add('x', inner)
  const curve = (code) => `(x) => ${expression(code, inner)}`
  return [
    ['x', axis(question.x, scope)],
    ['y', axis(question.y, scope)],
    ['places', json(question.at)],
    ['tolerance', json(question.tolerance)],
    ['curve', curve(question.curve)],
    [
      'traps',
      list(
        question.traps.map((trap) =>
          object([
            ['curve', curve(trap.curve)],
            ['why', template(trap.why, scope)],
            ['misconception', json(trap.misconception)],
          ]),
        ),
      ),
    ],
    ['otherwise', mistake(question.otherwise, scope)],
    ['why', template(question.why, scope)],
  ]
}

const axis = ({ label, unit, from, to }, scope) =>
  object([
    ['label', template(label, scope)],
    ['unit', json(unit)],
    ['from', json(from)],
    ['to', json(to)],
  ])

function diagram({ parts, served, overlooked, imagined }, scope) {
  return [
    [
      'parts',
      list(
        parts.map(({ id, text, needs, anyOf, at, why }) =>
          object([
            ['id', json(id)],
            ['text', template(text, scope)],
            ['needs', json(needs)],
            ['anyOf', json(anyOf)],
            ['at', json(at)],
            ['why', template(why, scope)],
          ]),
        ),
      ),
    ],
    ['served', json(served)],
    ['overlooked', json(overlooked)],
    ['imagined', json(imagined)],
  ]
}

function design(question, scope) {
  const { knobs, demands } = question
  const ids = knobs.map(({ id }) => id)
  const inner = { ...scope, names: new Set(scope.names) }
  for (const id of ids) add(id, inner)
  const lines = facts(question.facts ?? {}, inner)
  const result = object([
    [
      'meets',
      list(
        demands.map(({ met, why }) =>
          object([
            ['met', expression(met, inner)],
            ['why', template(why, inner)],
          ]),
        ),
      ),
    ],
    ['cost', expression(question.cost, inner)],
    ['costText', template(question.costText, inner)],
  ])
  return [
    [
      'knobs',
      list(
        knobs.map((knob) =>
          object([
            ['id', json(knob.id)],
            ['text', template(knob.text, scope)],
            [
              'options',
              list(
                knob.options.map((each) =>
                  object([
                    ['id', json(each.id)],
                    ['text', template(each.text, scope)],
                    ['value', expression(each.value, scope)],
                  ]),
                ),
              ),
            ],
          ]),
        ),
      ),
    ],
    [
      'demands',
      list(
        demands.map(({ text, misconception }) =>
          object([
            ['text', template(text, scope)],
            ['misconception', json(misconception)],
          ]),
        ),
      ),
    ],
    ['judge', `({ ${ids.join(', ')} }) => { ${lines.join(' ')} return ${result} }`],
    ['dear', mistake(question.dear, scope)],
    ['why', template(question.why, scope)],
  ]
}

/** For each kind: the function of src/practice/lay.ts that completes it, and what it is given. */
export const kinds = {
  choice: ['layChoice', (question, scope) => [['options', options(question, scope)]]],
  choices: ['layChoices', (question, scope) => [['options', options(question, scope)]]],
  numeric: ['layNumeric', sum],
  classify: ['layClassify', grid],
  match: ['layMatch', grid],
  order: [
    'layOrder',
    ({ steps, rules, why }, scope) => [
      ['steps', list(steps.map((step) => named(step, scope)))],
      [
        'rules',
        list(
          rules.map(
            ({ earlier, later, ...wrong }) =>
              `{ "earlier": ${json(earlier)}, "later": ${json(later)}, ...${mistake(wrong, scope)} }`,
          ),
        ),
      ],
      ['why', template(why, scope)],
    ],
  ],
  fill: ['layFill', fill],
  graph: ['layGraph', graph],
  diagram: ['layDiagram', diagram],
  design: ['layDesign', design],
  free: [
    'layFree',
    ({ model, points }, scope) => [
      ['model', template(model, scope)],
      ['points', list(points.map((point) => named(point, scope)))],
    ],
  ],
}
