import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClusterAction, ClusterParameters } from '../systems/kubernetes/world.ts'
import { type Met, evidenceOf, judge, metUntil, nothingMet } from './missions/judge.ts'
import type { Evidence, Mission } from './missions/mission.ts'
import {
  type ClusterDeed,
  type Session,
  act,
  advance,
  beginSession,
  entriesOf,
  isPast,
  look,
  plan,
  stepBack,
  stepOn,
} from './session.ts'
import { type Scrollback, cleared, scrollback } from './terminal/scrollback.ts'

/** How many times as fast as a clock on the wall. A toleration of 300 s passes in 5 s at 60. */
export const SPEEDS = [1, 10, 60] as const
export type Speed = (typeof SPEEDS)[number]

export const SHELLS = ['1', '2'] as const
export type ShellName = (typeof SHELLS)[number]

type Screens = Readonly<Record<ShellName, Scrollback>>

/** What the terminals show of a session, from what they showed before. */
function screensOf(session: Session, known?: Screens): Screens {
  const entries = entriesOf(session)
  return { 1: scrollback(entries, '1', known?.[1]), 2: scrollback(entries, '2', known?.[2]) }
}

const isBusy = ({ frame }: Session, shell: ShellName): boolean =>
  frame.world.shells[shell]?.running !== undefined

/** What an action in the past replaced, so that it can be brought back. */
interface Replaced {
  readonly session: Session
  /** When the action was taken. */
  readonly fromMs: number
}

export interface LaboratoryState {
  readonly session: Session
  readonly playing: boolean
  readonly speed: Speed
  /** Whether time has ever run; until then the first deed sets it going. */
  readonly begun: boolean
  /** Time runs only until the command at this terminal is done: it stood when that was typed. */
  readonly pauseAfter: ShellName | undefined
  readonly replaced: Replaced | undefined
  readonly met: Met
  /** The terminal in front. */
  readonly shell: ShellName
  /** What stands in each input line. */
  readonly inputs: Readonly<Record<ShellName, string>>
  /** How often words were put into an input line from elsewhere. */
  readonly offers: number
  /** What each terminal shows. */
  readonly screens: Screens
  /** What is chosen in the picture, by its kind and name. */
  readonly chosen: string | undefined
  /** Files that were changed and not saved, by name. */
  readonly drafts: Readonly<Record<string, string>>
}

export interface LaboratoryDeeds {
  readonly play: (playing: boolean) => void
  readonly setSpeed: (speed: Speed) => void
  readonly act: (action: ClusterAction) => void
  readonly look: (atMs: number) => void
  readonly step: () => void
  readonly stepBack: () => void
  /** Lets time run; used by the clock alone. */
  readonly advance: (byMs: number, hasTime: () => boolean) => void
  readonly bringBack: () => void
  readonly forgetReplaced: () => void
  readonly reset: () => void
  /** Does what a solution does, from the beginning of the mission. */
  readonly playSolution: (deeds: readonly ClusterDeed[]) => void
  /** All that is known of the moment that is looked at. */
  readonly evidence: () => Evidence
  readonly choose: (thing: string | undefined) => void
  readonly openShell: (shell: ShellName) => void
  /** Puts words into the input line of the terminal in front. */
  readonly offer: (text: string) => void
  readonly input: (shell: ShellName, text: string) => void
  /** Clears away what a terminal shows. */
  readonly clear: (shell: ShellName) => void
  readonly draft: (file: string, text: string | undefined) => void
}

export type Laboratory = LaboratoryState & LaboratoryDeeds
export type LaboratoryStore = StoreApi<Laboratory>

/** What a laboratory begins with: a free one, or a mission's. */
export interface Setting {
  readonly parameters: ClusterParameters
  readonly before: readonly ClusterDeed[]
  readonly startMs: number
  readonly mission: Mission | undefined
}

/** Goals are looked at each second of the cluster, whatever the speed, and when something happened. */
const JUDGED_EVERY_MS = 1000

/** The state of one laboratory, apart from React. */
export function createLaboratory(setting: Setting): LaboratoryStore {
  const { parameters, before, startMs, mission } = setting
  const judged = (session: Session, met: Met): Met =>
    mission ? judge(mission, session, met) : nothingMet
  const fresh = () => {
    const session = beginSession(parameters, before, startMs)
    return {
      session,
      screens: screensOf(session),
      playing: false,
      begun: false,
      pauseAfter: undefined,
      replaced: undefined,
      met: judged(session, nothingMet),
      chosen: undefined,
      drafts: {},
    }
  }
  return createStore<Laboratory>((set, get) => {
    /** A session at another moment, or of another course from `fromMs` on. */
    const show = (session: Session, fromMs = Infinity) => ({
      session,
      screens: screensOf(session, get().screens),
      met: judged(session, metUntil(get().met, fromMs)),
    })
    return {
      ...fresh(),
      speed: 1,
      shell: '1',
      inputs: { 1: '', 2: '' },
      offers: 0,
      play: (playing) => set({ playing, begun: get().begun || playing, pauseAfter: undefined }),
      setSpeed: (speed) => set({ speed }),
      act(action) {
        const { session, begun, playing, replaced, pauseAfter } = get()
        // A command needs time to be done, even where the reader has stopped the clock.
        const waits = action.do === 'type' && begun && (!playing || pauseAfter !== undefined)
        set({
          ...show(act(session, action), session.atMs),
          replaced: isPast(session) ? { session, fromMs: session.atMs } : replaced,
          playing: playing || !begun || waits,
          pauseAfter: waits ? SHELLS.find((shell) => shell === action.shell) : pauseAfter,
          begun: true,
        })
      },
      look: (atMs) => set({ ...show(look(get().session, atMs)), playing: false }),
      step: () => set({ ...show(stepOn(get().session)), playing: false, begun: true }),
      stepBack: () => set({ ...show(stepBack(get().session)), playing: false }),
      advance(byMs, hasTime) {
        const toMs = get().session.atMs + byMs
        do {
          const { session, met, screens, pauseAfter } = get()
          const part = Math.min(
            toMs,
            session.atMs + JUDGED_EVERY_MS - (session.atMs % JUDGED_EVERY_MS),
          )
          const next = advance(session, part, hasTime)
          const due = next.frame.count !== session.frame.count || next.atMs % JUDGED_EVERY_MS === 0
          set({
            session: next,
            screens: screensOf(next, screens),
            met: due ? judged(next, met) : met,
          })
          if (pauseAfter && !isBusy(next, pauseAfter)) {
            set({ playing: false, pauseAfter: undefined })
            return
          }
        } while (get().session.atMs < toMs && hasTime())
      },
      bringBack() {
        const { replaced } = get()
        if (replaced)
          set({
            ...show(look(replaced.session, replaced.session.endMs), replaced.fromMs),
            replaced: undefined,
            playing: false,
          })
      },
      forgetReplaced: () => set({ replaced: undefined }),
      reset: () => set(fresh()),
      playSolution(deeds) {
        const start = beginSession(parameters, before, startMs)
        set({
          ...fresh(),
          ...show(plan(start, deeds), 0),
          playing: true,
          begun: true,
          speed: 10,
        })
      },
      evidence: () => evidenceOf(get().session),
      choose: (chosen) => set({ chosen }),
      openShell: (shell) => set({ shell }),
      offer(text) {
        const { shell, inputs, offers } = get()
        set({ inputs: { ...inputs, [shell]: text }, offers: offers + 1 })
      },
      input: (shell, text) => set({ inputs: { ...get().inputs, [shell]: text } }),
      clear(shell) {
        const { screens, session } = get()
        set({ screens: { ...screens, [shell]: cleared(entriesOf(session)) } })
      },
      draft(file, text) {
        const { [file]: _, ...others } = get().drafts
        set({ drafts: text === undefined ? others : { ...others, [file]: text } })
      },
    }
  })
}

export const LaboratoryContext = createContext<LaboratoryStore | undefined>(undefined)

export function useLaboratoryStore(): LaboratoryStore {
  const store = useContext(LaboratoryContext)
  if (!store) throw new Error('useLaboratory: no laboratory around this')
  return store
}

export const useLaboratory = <T>(select: (state: Laboratory) => T): T =>
  useStore(useLaboratoryStore(), select)
