// What an author may write in content/<language>/questions/<part>.yaml.
import { z } from 'zod'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a name such as servers or repairHours')
/** An expression; a number is one too. */
const expression = z.union([text, z.number(), z.boolean()])
const mistake = z.strictObject({ why: text, misconception: slug })
const named = z.strictObject({ id: slug, text })
const unique = (list) => new Set(list.map(({ id }) => id)).size === list.length
const uniqueIds = { message: 'every id here stands once' }
const namedList = (least) => z.array(named).min(least).refine(unique, uniqueIds)

const option = z.union(
  [
    z.strictObject({ id: slug, text, why: text, correct: z.literal(true) }),
    z.strictObject({ id: slug, text, why: text, misconception: slug }),
    // Right or wrong by the numbers that were drawn, with what is said of each.
    z.strictObject({ id: slug, text, correct: text, why: text, wrong: mistake }),
  ],
  {
    error:
      'an option has id, text, why, and either correct: true, or misconception, or correct: <expression> with wrong: { why, misconception }',
  },
)
const options = z.array(option).min(2).refine(unique, uniqueIds)

const unit = z.enum([
  'percent',
  'number',
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'days',
  'money',
])
const tolerance = z.union([
  z.strictObject({ relative: z.number().min(0).max(0.2) }),
  z.strictObject({ absolute: z.number().min(0) }),
])
const sum = {
  answer: expression,
  /** The same worked out in another way, by hand: the solver compares the two. */
  proof: expression.optional(),
  unit,
  tolerance,
  traps: z.array(z.strictObject({ value: expression, ...mistake.shape })),
  otherwise: mistake,
  why: text,
}

const range = z.union([
  z.strictObject({ of: z.array(z.union([z.number(), z.string()])).min(1) }),
  z
    .strictObject({ from: z.number(), to: z.number(), step: z.number().positive() })
    .refine(({ from, to }) => from <= to, { message: 'a range goes from less to more' }),
])

const common = {
  id: slug,
  outcome: slug,
  aim: text,
  depth: z.enum(['recall', 'apply', 'design']),
  parameters: z.record(name, range).optional(),
  /** What follows from the parameters, each from those before it. */
  given: z.record(name, expression).optional(),
  /** Numbers that make no good question are drawn again. */
  unless: text.optional(),
  prompt: text,
  /** The worked solution, a step to an entry. */
  solution: z.array(text).optional(),
}

const item = z
  .strictObject({
    id: slug,
    text,
    in: slug,
    why: text,
    /** What is said of every other column, or of each. */
    mistake: mistake.optional(),
    mistakes: z.record(slug, mistake).optional(),
  })
  .refine((one) => one.mistake || one.mistakes, {
    message: 'an item needs mistake, for every other column, or mistakes, for each',
  })

function gridIssues({ columns, items }, context, once) {
  const ids = columns.map(({ id }) => id)
  for (const [index, one] of items.entries()) {
    const wrong = ids.filter((id) => id !== one.in)
    const problem = !ids.includes(one.in)
      ? `"${one.in}" is no column; there are: ${ids.join(', ')}`
      : !one.mistake && wrong.some((id) => !(id in (one.mistakes ?? {})))
        ? `nothing is said of the column ${wrong.find((id) => !(id in (one.mistakes ?? {})))}`
        : undefined
    if (problem) context.addIssue({ code: 'custom', message: problem, path: ['items', index] })
  }
  if (once && new Set(items.map((one) => one.in)).size < items.length)
    context.addIssue({
      code: 'custom',
      message: 'in a match each partner belongs to one item',
      path: ['items'],
    })
}

const grid = {
  columns: namedList(2),
  items: z.array(item).min(2).refine(unique, uniqueIds),
}

const axis = z
  .strictObject({ label: text, unit, from: z.number(), to: z.number() })
  .refine(({ from, to }) => from < to, { message: 'an axis goes from less to more' })

const kinds = {
  choice: z
    .strictObject({ ...common, kind: z.literal('choice'), options })
    .superRefine((question, context) => {
      const computed = question.options.some(({ wrong }) => wrong)
      const right = question.options.filter(({ correct }) => correct === true).length
      if (!computed && right !== 1)
        context.addIssue({
          code: 'custom',
          message: `exactly one option is correct, and here it is ${right}; ask for several with kind: choices`,
          path: ['options'],
        })
    }),
  choices: z.strictObject({ ...common, kind: z.literal('choices'), options }),
  numeric: z.strictObject({ ...common, kind: z.literal('numeric'), ...sum }),
  classify: z
    .strictObject({ ...common, kind: z.literal('classify'), ...grid })
    .superRefine((question, context) => gridIssues(question, context, false)),
  match: z
    .strictObject({ ...common, kind: z.literal('match'), ...grid })
    .superRefine((question, context) => gridIssues(question, context, true)),
  order: z
    .strictObject({
      ...common,
      kind: z.literal('order'),
      /** In an order that keeps every rule. */
      steps: namedList(3),
      rules: z.array(z.strictObject({ earlier: slug, later: slug, ...mistake.shape })).min(1),
      why: text,
    })
    .superRefine(({ steps, rules }, context) => {
      const place = (id) => steps.findIndex((step) => step.id === id)
      for (const [index, { earlier, later }] of rules.entries()) {
        const problem =
          place(earlier) < 0 || place(later) < 0
            ? `"${place(earlier) < 0 ? earlier : later}" is no step`
            : place(earlier) > place(later)
              ? `the steps themselves break the rule that ${earlier} comes before ${later}`
              : undefined
        if (problem) context.addIssue({ code: 'custom', message: problem, path: ['rules', index] })
      }
    }),
  fill: z.strictObject({
    ...common,
    kind: z.literal('fill'),
    /** The text with its gaps: The write waits for [[who]] copies. */
    text,
    blanks: z.record(slug, z.union([z.strictObject({ options }), z.strictObject(sum)])),
  }),
  graph: z
    .strictObject({
      ...common,
      kind: z.literal('graph'),
      x: axis,
      y: axis,
      at: z.array(z.number()).min(2).max(8),
      /** y as an expression in x. */
      curve: text,
      tolerance: z.number().positive().max(0.2),
      traps: z.array(z.strictObject({ curve: text, ...mistake.shape })),
      otherwise: mistake,
      why: text,
    })
    .refine(({ x, at }) => at.every((place) => place >= x.from && place <= x.to), {
      message: 'every place that is asked for lies on the x axis',
      path: ['at'],
    }),
  diagram: z.strictObject({
    ...common,
    kind: z.literal('diagram'),
    parts: z
      .array(
        z.strictObject({
          id: slug,
          text,
          needs: z.array(slug).default([]),
          anyOf: z.array(slug).default([]),
          at: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
          why: text,
        }),
      )
      .min(3)
      .refine(unique, uniqueIds),
    served: z.array(slug).min(1),
    overlooked: slug,
    imagined: slug,
  }),
  design: z.strictObject({
    ...common,
    kind: z.literal('design'),
    knobs: z
      .array(
        z.strictObject({
          /** Stands for the value of its setting in the expressions below. */
          id: z.string().regex(/^[a-z][a-z0-9]*$/, 'one lower-case word'),
          text,
          options: z
            .array(z.strictObject({ id: slug, text, value: expression }))
            .min(2)
            .refine(unique, uniqueIds),
        }),
      )
      .min(1),
    /** What follows from the settings, each from those before it. */
    facts: z.record(name, expression).optional(),
    demands: z.array(z.strictObject({ text, met: text, why: text, misconception: slug })).min(1),
    cost: expression,
    costText: text,
    dear: mistake,
    why: text,
  }),
  free: z.strictObject({
    ...common,
    kind: z.literal('free'),
    model: text,
    points: namedList(2),
  }),
}

export const Question = z.discriminatedUnion('kind', Object.values(kinds), {
  error: (issue) =>
    issue.code === 'invalid_union' ? `kind is one of ${Object.keys(kinds).join(', ')}` : undefined,
})
export const Questions = z.array(Question)
