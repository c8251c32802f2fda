import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../ui/format.ts'
import { useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { AddressProblem } from './address.ts'
import { problemText } from './problem-text.ts'
import { type Course, FIRST_COURSE } from './course.ts'
import type { Widget } from './contract.ts'
import { Controls } from './Controls.tsx'
import { CopyLink } from './CopyLink.tsx'
import { Formula } from './Formula.tsx'
import type { InstanceStore } from './instance.ts'
import { LiveDescription } from './LiveDescription.tsx'
import { useGuess } from './memory.ts'
import { Prediction } from './Prediction.tsx'
import { PrintedAddress } from './share/PrintedAddress.tsx'
import { ShareButton } from './share/ShareButton.tsx'
import { Stage } from './Stage.tsx'
import { shareQuery, writeState } from './state.ts'
import { WidgetBoundary } from './WidgetBoundary.tsx'
import styles from './WidgetFrame.module.css'

/** The pages on which a widget stands, each without a query. */
export interface Addresses {
  readonly own: string
  /** Its own page without a language: it opens in the language of whoever follows it. */
  readonly share: string
  readonly present: string
  readonly embed: string
}

interface Props {
  readonly widget: Widget
  readonly store: InstanceStore
  readonly addresses: Addresses
  /** The level of its title: one below the heading that it stands under. */
  readonly heading: 'h2' | 'h3'
  /** Whether its question comes before it, where it has one. */
  readonly asks?: boolean
  /** "Figure 1.1" in a lesson; absent on a page of its own. */
  readonly label?: string
  /** The state that reset returns to; the widget's first scene unless a lesson opens another. */
  readonly opening?: Widget['first']
  readonly problems?: readonly AddressProblem[]
  readonly onScene?: () => void
  /** Called once the frame answers, with its element: touches made before are played back then. */
  readonly onReady?: (element: Element) => void
}

/** What stands around every widget, in the same order everywhere. */
export function WidgetFrame(props: Props) {
  const { widget, store, label, opening = widget.first, problems = [], onReady } = props
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) onReady?.(element.current)
  }, [onReady])
  return (
    <div className={styles['widget']} ref={element} data-widget={widget.id}>
      <WidgetBoundary onReset={() => store.getState().show(opening)}>
        {problems.length > 0 && (
          <div role="status" className={styles['problems']}>
            <p>{m.frame_address_mended()}</p>
            <ul>
              {problems.slice(0, 5).map((problem, index) => (
                <li key={index}>{problemText(widget, problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <Card {...props} opening={opening} label={label ?? ''} />
      </WidgetBoundary>
    </div>
  )
}

function Card({
  widget,
  store,
  addresses,
  label,
  opening,
  onScene,
  heading: Heading,
  asks = true,
}: Props & { readonly opening: Widget['first']; readonly label: string }) {
  const id = useId()
  const { set, show } = store.getState()
  const values = useStore(store, (state) => state.values)
  const seed = useStore(store, ({ course }) => course.seed)
  const deeds = useStore(store, ({ course }) => course.deeds)
  const rests = useStore(store, ({ course }) => course.atMs === undefined)
  const view = useMemo(() => widget.view(values, { seed, deeds }), [widget, values, seed, deeds])
  const [guess, keepGuess] = useGuess(widget.id)
  const addressOf = (
    state: Widget['first'],
    course: Course = FIRST_COURSE,
    page = addresses.own,
  ) => {
    const query = writeState(widget, { values: state, course })
    return query ? `${page}?${query}` : page
  }
  const here = addressOf(values, { seed, deeds })
  const shareOf = useCallback(
    () => `${addresses.share}?${shareQuery(widget, store.getState())}`,
    [addresses.share, widget, store],
  )
  const [claim, rest] = widget.caption()
  return (
    <>
      {asks && widget.prediction && (
        <Prediction prediction={widget.prediction} guess={guess} onGuess={keepGuess} />
      )}
      <figure className={styles['figure']} aria-labelledby={`${id}-title`}>
        <div className={styles['top']}>
          <Heading id={`${id}-title`}>
            {label && <span className={styles['label']}>{label}</span>} {widget.title()}
          </Heading>
          {widget.scale && <span>{widget.scale()}</span>}
        </div>
        <ul
          className={styles['scenes']}
          aria-label={m.frame_scenes()}
          role="list"
          data-needs-script
        >
          {widget.scenes.map((scene) => {
            const address = addressOf(scene.values)
            return (
              <li key={scene.id}>
                <a
                  href={address}
                  aria-current={address === here ? 'true' : undefined}
                  data-replay
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                    event.preventDefault()
                    show(scene.values)
                    onScene?.()
                  }}
                >
                  {scene.label()}
                </a>
              </li>
            )
          })}
        </ul>
        <Stage view={view} guess={guess} store={store} />
        {widget.running && view.timeline && (
          <widget.running.Player
            timeline={view.timeline}
            actions={widget.actions ?? []}
            subjects={view.subjects}
            store={store}
          />
        )}
        <div className={styles['readings']}>
          <dl>
            {view.readings.map((reading) => (
              <div key={reading.id}>
                <dt>{reading.label}</dt>
                <dd>
                  <span className="number">{reading.value}</span>
                  {reading.unit && <span className={styles['unit']}> {reading.unit}</span>}
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles['verdict']} data-tone={view.verdict.tone}>
            {view.verdict.text}
          </p>
        </div>
        <Controls schema={widget.parameters} values={values} onChange={set} />
        <div className={styles['actions']} data-needs-script>
          <button
            type="button"
            onClick={() => show(opening)}
            disabled={rests && here === addressOf(opening)}
            data-replay
          >
            {m.frame_reset()}
          </button>
          <CopyLink hrefOf={shareOf} />
          <ShareButton widget={widget} store={store} view={view} addresses={addresses} />
          <a
            href={addressOf(values, { seed, deeds }, addresses.present)}
            target="_blank"
            rel="noreferrer"
          >
            {m.frame_present()}
          </a>
        </div>
        <figcaption className={styles['caption']}>
          <div className={styles['lesson']}>
            <p>
              <strong>{claim}</strong> {rest}
            </p>
            {view.readings.some((reading) => reading.formula) && (
              <details>
                <summary>{m.frame_workings()}</summary>
                <dl>
                  {view.readings.map(
                    ({ id, label, formula }) =>
                      formula && (
                        <div key={id}>
                          <dt>{label}</dt>
                          <dd>
                            <Formula expression={formula} />
                          </dd>
                        </div>
                      ),
                  )}
                </dl>
              </details>
            )}
            <details>
              <summary>{m.frame_assumptions()}</summary>
              <ul>
                {widget.assumptions().map((assumption) => (
                  <li key={assumption}>{assumption}</li>
                ))}
              </ul>
              {widget.sources.length > 0 && (
                <p>
                  {m.frame_sources()}{' '}
                  {widget.sources.map((source) => (
                    <cite key={source.title}>
                      {listed(getLocale(), source.authors)} ({source.year}): {source.title},{' '}
                      {source.where}.{' '}
                    </cite>
                  ))}
                </p>
              )}
            </details>
          </div>
          <Formula expression={view.formula} />
        </figcaption>
      </figure>
      <PrintedAddress hrefOf={shareOf} />
      <LiveDescription text={view.description} />
    </>
  )
}
