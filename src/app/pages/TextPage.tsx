import * as m from '#messages/messages.js'
import type { ReactNode } from 'react'
import { LessonContext, type LessonState } from '../../lesson/lesson-context.ts'
import { Sources } from '../../lesson/Sources.tsx'
import { BASE_LOCALE } from '../content.ts'
import { CourseMap } from '../CourseMap.tsx'
import { pieces } from '../lesson-pieces.tsx'
import { Static } from '../Static.tsx'
import { usePage } from '../page-context.ts'
import styles from '../Page.module.css'

interface Props {
  readonly kicker: string
  readonly lesson: LessonState
  /** What stands before the text. */
  readonly before?: ReactNode
  readonly children?: ReactNode
}

/** A page of prose: the map at the side, the text, its margin, and what it rests on. */
export function TextPage({ kicker, lesson, before, children }: Props) {
  const { place, text } = usePage()
  if (!text) return null
  const { default: Content, frontmatter, outline } = text.text
  const inBase = text.fallback ? BASE_LOCALE : undefined
  return (
    <div className={styles['page']}>
      <div className={styles['columns']}>
        <div className={styles['map']}>
          <CourseMap />
        </div>
        <article className={styles['text']} lang={inBase}>
          {text.fallback && (
            <p className={styles['notice']} role="note" lang={place.locale}>
              {m.app_fallback()}
            </p>
          )}
          <p className={styles['kicker']}>{kicker}</p>
          <h1 tabIndex={-1}>{frontmatter.question}</h1>
          <p className={styles['lead']}>{frontmatter.lead}</p>
          {before}
          <div className={styles['body']}>
            <LessonContext value={lesson}>
              <Content components={pieces} />
              {children}
              <Static n="sources">
                {Object.keys(outline.sources).length > 0 && <Sources sources={outline.sources} />}
              </Static>
            </LessonContext>
          </div>
        </article>
      </div>
    </div>
  )
}
