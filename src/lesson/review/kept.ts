import { EMPTY, parseReview, type ReviewAnswers } from './model.ts'

/** Where the review is kept, apart from the reader's progress: either may be lost without the other. */
export const REVIEW_KEY = 'still-flying:review'
const SET_ASIDE_MOST = 5

/** Puts what cannot be read under a key of its own, each text once. @returns the key, if there was room */
function setAside(storage: Storage, raw: string): string | undefined {
  for (let index = 1; index <= SET_ASIDE_MOST; index++) {
    const key = `${REVIEW_KEY}:set-aside-${index}`
    const there = storage.getItem(key)
    if (there === raw) return key
    if (there !== null) continue
    storage.setItem(key, raw)
    return key
  }
  return undefined
}

export interface LoadedReview {
  readonly answers: ReviewAnswers
  /** Where damage was put; nothing where all was read. */
  readonly aside?: string
  /** Whether what is written from now on is kept. */
  readonly keeps: boolean
}

/** Reads what is kept. Damage that cannot be set aside is left where it is: then nothing is kept. */
export function loadReview(storage: Storage): LoadedReview {
  try {
    const raw = storage.getItem(REVIEW_KEY)
    if (raw === null) return { answers: EMPTY, keeps: true }
    const { answers, whole } = parseReview(raw)
    if (whole) return { answers, keeps: true }
    const aside = setAside(storage, raw)
    return aside === undefined ? { answers, keeps: false } : { answers, aside, keeps: true }
  } catch {
    return { answers: EMPTY, keeps: false }
  }
}

/** @returns whether it is kept now */
export function keepReview(storage: Storage, answers: ReviewAnswers): boolean {
  try {
    storage.setItem(REVIEW_KEY, JSON.stringify(answers))
    return true
  } catch {
    return false
  }
}
