import { createContext, useContext, useState } from 'react'
import type { Reference } from '../frame/contract.ts'
import type { Confidence } from '../practice/confidences.ts'
import type { ChoiceQuestion, Option } from '../practice/question.ts'

/** A question that a lesson asks; see src/practice/question.ts. */
export interface CheckQuestion extends Pick<ChoiceQuestion, 'prompt'> {
  /** A wrong one may name the scene of a figure that shows why. */
  readonly options: readonly (Option & { readonly shown?: Shown })[]
}

export interface Shown {
  readonly widget: string
  readonly scene: string
}

/** The answer that was given, and how to give one: the first with how sure its reader is. */
export type Answering = readonly [
  answer: string | undefined,
  keep: (option: string, confidence?: Confidence) => void,
]

/** What a lesson's MDX exports beside its text; the build resolves ids into it. */
export interface Outline {
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly sources: Readonly<Record<string, Reference>>
  readonly questions: Readonly<Record<string, CheckQuestion>>
  /** The definitions of the terms that it explains on demand. */
  readonly terms: Readonly<Record<string, string>>
  readonly widgets: readonly string[]
  readonly words: number
}

export interface LessonState {
  readonly outline: Outline
  readonly useAnswer: (question: string) => Answering
  /** The address of a widget's own page. */
  readonly hrefOf: (widget: string) => string
}

export const emptyOutline: Outline = {
  sections: [],
  sources: {},
  questions: {},
  terms: {},
  widgets: [],
  words: 0,
}

export const LessonContext = createContext<LessonState>({
  outline: emptyOutline,
  useAnswer: () => useState<string | undefined>(undefined),
  hrefOf: (widget) => widget,
})

export const useLesson = () => useContext(LessonContext)
