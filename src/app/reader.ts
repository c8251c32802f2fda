import * as v from 'valibot'
import { useStore } from 'zustand'
import { persist, type PersistStorage } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { MOST_CODE } from '../implement/limits.ts'
import { STORAGE_KEY, THEMES } from './stored.ts'

// Apart from the one of practice, which comes later than the reader's state.
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
const kept = v.fallback(v.record(slug, slug), {})

/** What is kept in the browser. One damaged field falls back alone and takes no other with it. */
const Kept = v.object({
  theme: v.fallback(v.optional(v.picklist(THEMES)), undefined),
  locale: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20))), undefined),
  lessons: v.fallback(v.record(slug, v.picklist(['opened', 'finished'])), {}),
  guesses: kept,
  answers: kept,
  /** What the reader wrote in a task, and the tasks whose schedules all held. */
  drafts: v.fallback(v.record(slug, v.pipe(v.string(), v.maxLength(MOST_CODE))), {}),
  solved: v.fallback(v.record(slug, v.literal(true)), {}),
})
type Kept = v.InferOutput<typeof Kept>

export interface Reader extends Kept {
  readonly setTheme: (theme: Kept['theme']) => void
  readonly openLesson: (lesson: string) => void
  readonly finishLesson: (lesson: string) => void
  readonly keepGuess: (widget: string, option: string) => void
  readonly keepAnswer: (question: string, choice: string) => void
  /** `undefined` forgets it. */
  readonly keepDraft: (task: string, code: string | undefined) => void
  readonly solve: (task: string) => void
}

export const VERSION = 1

/**
 * Parses what an earlier visit left. What cannot be read is set aside under another key instead
 * of being overwritten, so that nothing the reader saved is lost.
 */
export function parseKept(raw: string, setAside: (raw: string) => void): Kept | undefined {
  try {
    const { state } = v.parse(
      v.object({ state: v.record(v.string(), v.unknown()) }),
      JSON.parse(raw),
    )
    const parsed = v.parse(Kept, state)
    const kept = new Map<string, unknown>(Object.entries(parsed))
    const whole = Object.entries(state).every(
      ([field, value]) => JSON.stringify(value) === JSON.stringify(kept.get(field)),
    )
    if (!whole) setAside(raw)
    return parsed
  } catch {
    setAside(raw)
    return undefined
  }
}

/**
 * One state of what was kept here and in a file. What only one of them knows is in it; a lesson that was
 * finished in either is finished; of two answers, guesses or drafts the one here stays.
 *
 * @returns nothing for another key, or where either cannot be read
 */
export function combineKept(key: string, here: string, there: string): string | undefined {
  if (key !== STORAGE_KEY) return undefined
  let whole = true
  const parse = (raw: string) => parseKept(raw, () => (whole = false))
  const [mine, other] = [parse(here), parse(there)]
  if (!mine || !other || !whole) return undefined
  const finished = Object.entries(other.lessons).filter(([, state]) => state === 'finished')
  const state: Kept = {
    theme: mine.theme ?? other.theme,
    locale: mine.locale ?? other.locale,
    lessons: { ...other.lessons, ...mine.lessons, ...Object.fromEntries(finished) },
    guesses: { ...other.guesses, ...mine.guesses },
    answers: { ...other.answers, ...mine.answers },
    drafts: { ...other.drafts, ...mine.drafts },
    solved: { ...other.solved, ...mine.solved },
  }
  return JSON.stringify({ state, version: VERSION })
}

const SET_ASIDE_MOST = 5

/** Keeps unreadable progress under a key of its own; the first few are kept, each once. */
function setAside(name: string, raw: string) {
  for (let index = 1; index <= SET_ASIDE_MOST; index++) {
    const key = index === 1 ? `${name}:set-aside` : `${name}:set-aside-${index}`
    const there = localStorage.getItem(key)
    if (there === raw) return
    if (there !== null) continue
    localStorage.setItem(key, raw)
    return
  }
}

/** A reader who has not been here before. */
const NEW: Kept = {
  theme: undefined,
  locale: undefined,
  lessons: {},
  guesses: {},
  answers: {},
  drafts: {},
  solved: {},
}

const storage: PersistStorage<Kept> = {
  getItem(name) {
    const raw = localStorage.getItem(name)
    if (raw === null) return null
    const state = parseKept(raw, (lost) => setAside(name, lost))
    // What is not kept is as for a new reader, and not as it was in this tab.
    return state ? { state: { ...NEW, ...state }, version: VERSION } : null
  },
  setItem(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value))
    } catch {
      // A full or forbidden storage: the page works on, and forgets when it is closed.
    }
  },
  removeItem: (name) => localStorage.removeItem(name),
}

const withEntry = <T>(record: Readonly<Record<string, T>>, key: string, value: NoInfer<T>) => ({
  ...record,
  [key]: value,
})

/** The reader's own state. While prerendering there is no storage, and a blank reader. */
export const reader = createStore<Reader>()(
  persist(
    (set) => ({
      ...NEW,
      setTheme: (theme) => set({ theme }),
      openLesson: (lesson) =>
        set(({ lessons }) => ({ lessons: { [lesson]: 'opened', ...lessons } })),
      finishLesson: (lesson) =>
        set(({ lessons }) => ({ lessons: withEntry(lessons, lesson, 'finished') })),
      keepGuess: (widget, option) =>
        set(({ guesses }) => ({ guesses: withEntry(guesses, widget, option) })),
      keepAnswer: (question, choice) =>
        set(({ answers }) => ({ answers: withEntry(answers, question, choice) })),
      keepDraft: (task, code) =>
        set(({ drafts }) => {
          const { [task]: _, ...others } = drafts
          return { drafts: code === undefined ? others : { ...others, [task]: code } }
        }),
      solve: (task) => set(({ solved }) => ({ solved: withEntry(solved, task, true) })),
    }),
    {
      name: STORAGE_KEY,
      version: VERSION,
      storage: import.meta.env.SSR ? undefined : storage,
      partialize: ({ theme, locale, lessons, guesses, answers, drafts, solved }) => ({
        theme,
        locale,
        lessons,
        guesses,
        answers,
        drafts,
        solved,
      }),
    },
  ),
)

// What another tab kept, or a file brought in, is here too: otherwise the next thing kept here would
// undo it. The same holds for what was deleted.
if (!import.meta.env.SSR)
  addEventListener('storage', ({ key }) => {
    // There is no key where everything was deleted.
    if (key !== STORAGE_KEY && key !== null) return
    if (localStorage.getItem(STORAGE_KEY) === null) reader.setState(NEW)
    else void reader.persist.rehydrate()
  })

export const useReader = <T>(select: (state: Reader) => T): T => useStore(reader, select)
