/** What a decision is asked about, and what it says: plain JSON, so that it can be kept. */
export type Plain =
  null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * Decisions that the rules of a world leave open: each is a pure function of plain facts. Rules are
 * made with the course's own, with somebody else's, or with the recorded answers of either.
 */
export type Decisions<D> = { readonly [name in keyof D]: (facts: never) => Plain }

/** The same decisions, which note each answer in the order in which they are asked. */
export function recorded<D extends Decisions<D>>(
  decisions: D,
): { readonly decisions: D; readonly answers: readonly Plain[] } {
  const answers: Plain[] = []
  const noting = Object.entries<(facts: never) => Plain>(decisions).map(([name, decide]) => [
    name,
    (facts: never) => {
      const answer = decide(facts)
      answers.push(answer)
      return answer
    },
  ])
  return { decisions: Object.fromEntries(noting) as D, answers }
}

/**
 * Decisions that give recorded answers again, whatever they are asked: in the run in which they were
 * recorded they are asked the same. Those beyond the last are the answers of `after`.
 */
export function replayed<D extends Decisions<D>>(answers: readonly Plain[], after: D): D {
  let next = 0
  const repeating = Object.entries<(facts: never) => Plain>(after).map(([name, decide]) => [
    name,
    (facts: never) => {
      const answer = answers[next]
      next += 1
      return answer === undefined ? decide(facts) : answer
    },
  ])
  return Object.fromEntries(repeating) as D
}
