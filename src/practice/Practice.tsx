import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useEffect, useEffectEvent, useState } from 'react'
import { queryOf, requestOf, type Request } from './address.ts'
import { AnkiFile } from './AnkiFile.tsx'
import type { Given } from './Ask.tsx'
import { compose, type Selection } from './compose.ts'
import { formatOf } from './format.ts'
import { Home } from './Home.tsx'
import { restsOn } from './judgement.ts'
import { NotKept } from './memory/NotKept.tsx'
import { Transfer } from './memory/Transfer.tsx'
import { CourseContext, type Course } from './practice-context.ts'
import styles from './Practice.module.css'
import type { Question } from './question.ts'
import { begin, type Asked, type Session } from './session.ts'
import { SessionView } from './SessionView.tsx'
import { othersIn, type Others, type OthersPort, type Place } from './transfer.ts'
import { attemptStore, useAttempts } from './use-attempts.ts'
import { LARGEST_SEED, seedUnlike } from './variant.ts'

const texts = othersIn(() => localStorage)

const placeWith = (combine: OthersPort['combine']): Place => ({
  attempts: attemptStore,
  others: {
    ...(combine ? { combine } : {}),
    read: texts.read,
    /** Says what changed as another tab would be told, so that whatever is kept elsewhere is read anew. */
    write(all: Others) {
      const keys = new Set([...Object.keys(texts.read()), ...Object.keys(all)])
      texts.write(all)
      for (const key of keys) dispatchEvent(new StorageEvent('storage', { key }))
    },
  },
})

const anySeed = () => Math.floor(Math.random() * (LARGEST_SEED + 1))
/** Short enough to be read aloud to a class. */
const newSeed = () => 1 + Math.floor(Math.random() * 9999)

type Where = 'practice' | 'review'

function keep({ question, seed }: Asked, given: Given, where: Where) {
  const { answer, confidence, judgement } = given
  attemptStore.record({
    question: question.id,
    seed,
    at: Date.now(),
    answer,
    right: judgement.right,
    credit: judgement.credit,
    confidence,
    misconceptions: [...restsOn(judgement)],
    where,
  })
}

interface Running {
  readonly session: Session
  readonly where: Where
  readonly selection?: Selection
  /** By something that the reader pressed on this page, and not by its address. */
  readonly begun: boolean
}

interface Props {
  readonly outcomes: Course['outcomes']
  readonly parts: Course['parts']
  /** Brings the questions, which are no part of the page. */
  readonly load: () => Promise<Course>
  /** Makes one text of two that were kept under one key: here, and in a file. */
  readonly combine?: OthersPort['combine']
}

/** Brings the questions when the page is there. @returns whether they failed to come, and how to ask again */
function useArrival(load: Props['load'], onArrived: (course: Course) => void) {
  const [failed, setFailed] = useState(false)
  const [time, setTime] = useState(0)
  const arrived = useEffectEvent(onArrived)
  useEffect(() => {
    let left = false
    load().then(
      (course) => !left && arrived(course),
      () => !left && setFailed(true),
    )
    return () => {
      left = true
    }
  }, [load, time])
  const retry = () => {
    setFailed(false)
    setTime(time + 1)
  }
  return { failed, retry }
}

const LOOK_EVERY_MS = 30_000

/** The time, 0 until it was looked at first; a page that stays open overnight tells what is due then. */
function useClock() {
  const [now, setNow] = useState(0)
  const look = () => setNow(Date.now())
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return { now, look }
}

/** The page of practice: a place to begin at, or a row of questions. */
export function Practice({ outcomes, parts, load, combine }: Props) {
  const [place] = useState(() => placeWith(combine))
  const { attempts, keeping, unreadable } = useAttempts((memory) => memory)
  const [course, setCourse] = useState<Course>()
  const [request, setRequest] = useState<Request>({ kind: 'nothing' })
  /** Asked for before the questions were here. */
  const [wanted, setWanted] = useState<Selection>()
  const [running, setRunning] = useState<Running>()
  /** From a session, whose buttons are gone. */
  const [back, setBack] = useState(false)
  const [nothing, setNothing] = useState(false)
  const { now, look } = useClock()

  function start(selection: Selection, of: Course | undefined, begun: boolean) {
    if (!of) return setWanted(selection)
    const questions = compose(of.questions, selection)
    setNothing(questions.length === 0)
    if (questions.length === 0) return
    history.replaceState(history.state, '', queryOf(selection))
    setRunning({
      session: begin(questions, () => selection.seed),
      where: 'practice',
      selection,
      begun,
    })
  }

  /** What was asked last comes back with other numbers. */
  function reviewSeed(question: Question) {
    const last = attempts.findLast((attempt) => attempt.question === question.id)
    return last ? seedUnlike(question, last.seed, anySeed(), formatOf(getLocale())) : anySeed()
  }

  // The address and the clock are the browser's: the prerendered page knows neither.
  const { failed, retry } = useArrival(load, (loaded) => {
    const asked = requestOf(location.search)
    setCourse(loaded)
    setRequest(asked)
    look()
    const selection = wanted ?? (asked.kind === 'check' ? asked.selection : undefined)
    if (selection) start(selection, loaded, wanted !== undefined)
  })

  if (running && course)
    return (
      <CourseContext value={course}>
        {running.selection && (
          <p className={styles['note']}>
            {m.practice_start_seed({ seed: String(running.selection.seed) })}
          </p>
        )}
        <NotKept keeping={keeping} unreadable={0} />
        <SessionView
          from={running.session}
          begun={running.begun}
          onAnswered={(asked, given) => keep(asked, given, running.where)}
          onLeave={() => {
            setRunning(undefined)
            setBack(true)
            look()
            history.replaceState(history.state, '', location.pathname)
          }}
        />
      </CourseContext>
    )

  const lesson =
    request.kind === 'lesson' ? parts.find(({ id }) => id === request.lesson) : undefined
  const unknown = request.kind === 'unreadable' || (request.kind === 'lesson' && !lesson)
  return (
    <Home
      outcomes={outcomes}
      course={course}
      attempts={keeping.status === 'loading' ? undefined : attempts}
      now={now}
      back={back}
      onCheck={(selection) => start({ ...selection, seed: newSeed() }, course, true)}
      onReview={(ids) => {
        const questions = ids.flatMap(
          (id) => course?.questions.filter((question) => question.id === id) ?? [],
        )
        setRunning({ session: begin(questions, reviewSeed), where: 'review', begun: true })
      }}
      {...(lesson ? { lesson } : {})}
      notice={
        <>
          <NotKept keeping={keeping} unreadable={unreadable} />
          {failed && (
            <p className={styles['notice']} role="alert">
              {m.practice_failed()}{' '}
              <button type="button" className={styles['quiet']} onClick={retry}>
                {m.practice_retry()}
              </button>
            </p>
          )}
          {wanted && !course && !failed && (
            <p className={styles['note']} role="status">
              {m.practice_coming()}
            </p>
          )}
          {unknown && <p className={styles['notice']}>{m.practice_bad_address()}</p>}
          {nothing && <p className={styles['notice']}>{m.practice_nothing_fits()}</p>}
        </>
      }
    >
      <Transfer attempts={attempts} unreadable={unreadable} place={place} />
      {course && <AnkiFile questions={course.questions} />}
    </Home>
  )
}
