import { createContext, useContext } from 'react'
import type { Misconceptions } from './misconceptions.ts'
import type { Question } from './question.ts'

/** What practice needs of the course around it. */
export interface Course {
  readonly questions: readonly Question[]
  readonly misconceptions: Misconceptions
  readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  readonly parts: readonly { readonly id: string; readonly title: string }[]
  readonly hrefOf: {
    readonly lesson: (lesson: string) => string
    readonly scene: (widget: string, scene: string) => string
  }
}

export const CourseContext = createContext<Course | undefined>(undefined)

export function useCourse(): Course {
  const course = useContext(CourseContext)
  if (!course) throw new Error('useCourse: no course around this')
  return course
}
