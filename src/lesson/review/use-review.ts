import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { keepReview, loadReview, type LoadedReview, REVIEW_KEY } from './kept.ts'
import { EMPTY, type ReviewAnswers } from './model.ts'

/** A blocked storage throws when it is asked for. */
function storageOf(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

const load = (): LoadedReview => {
  const storage = storageOf()
  return storage ? loadReview(storage) : { answers: EMPTY, keeps: false }
}

/** Blank at first, as the page was prerendered; what is kept comes after the page is taken over. */
const review = createStore<{ readonly loaded: LoadedReview | undefined }>(() => ({
  loaded: undefined,
}))

if (!import.meta.env.SSR) {
  review.setState({ loaded: load() })
  // What another tab wrote is here too, or the next answer here would undo it.
  addEventListener('storage', ({ key }) => {
    if (key === REVIEW_KEY) review.setState({ loaded: load() })
  })
}

/** Changes the answers, and keeps them. */
export function changeReview(next: (answers: ReviewAnswers) => ReviewAnswers): void {
  const before = review.getState().loaded ?? load()
  const answers = next(before.answers)
  const storage = storageOf()
  const keeps = before.keeps && storage !== undefined && keepReview(storage, answers)
  review.setState({ loaded: { ...before, answers, keeps } })
}

/** The review as it is kept in this browser; `undefined` until it has been read. */
export const useReview = (): LoadedReview | undefined => useStore(review, ({ loaded }) => loaded)
