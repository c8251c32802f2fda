import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Bench } from './Bench.tsx'
import { CommandText } from './CommandText.tsx'
import { Goals } from './Goals.tsx'
import { Help } from './Help.tsx'
import type { LaboratoryStore } from './laboratory.ts'
import type { Mission } from './missions/mission.ts'
import { Questions } from './Questions.tsx'
import styles from './Text.module.css'
import { useOffer } from './use-offer.ts'

const NONE: readonly string[] = []
const still = () => () => undefined

/** The goals that are met at the moment that is looked at; none before the cluster is there. */
const useMet = (store: LaboratoryStore | undefined): readonly string[] =>
  useSyncExternalStore(
    store?.subscribe ?? still,
    () => store?.getState().met.now ?? NONE,
    () => NONE,
  )

interface Props {
  readonly mission: Mission
  /** Whether the reader has solved it before. */
  readonly solved: boolean
  readonly onSolved: () => void
}

/** A mission: what is asked, the cluster that it is about, and help. */
export function MissionLaboratory({ mission, solved, onSolved }: Props) {
  const { brief, goals, solution, startMs } = mission
  const [store, setStore] = useState<LaboratoryStore>()
  const offer = useOffer(store)
  const met = useMet(store)
  const all = goals.length > 0 && met.length === goals.length
  useEffect(() => {
    if (all && !solved) onSolved()
  }, [all, solved, onSolved])
  const bench = useRef<HTMLDivElement>(null)
  const play = () => {
    store
      ?.getState()
      .playSolution(
        solution.deeds.map(({ afterMs, action }) => ({ atMs: startMs + afterMs, action })),
      )
    // Out of sight its clock would stand.
    bench.current?.scrollIntoView()
    bench.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <div className={styles['text']}>
        {brief().map((paragraph, index) => (
          <p key={index}>
            <CommandText text={paragraph} onCommand={offer} />
          </p>
        ))}
      </div>
      <div ref={bench} tabIndex={-1} className={styles['place']}>
        <Bench mission={mission} onStore={setStore}>
          <Goals mission={mission} met={met} solved={solved} onCommand={offer} />
        </Bench>
      </div>
      {mission.questions && (
        <Questions questions={mission.questions} store={store} onCommand={offer} />
      )}
      <Help mission={mission} onCommand={offer} onPlay={store && play} />
    </>
  )
}
