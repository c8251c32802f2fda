import type { MDXProps } from 'mdx/types'
import type { ComponentType } from 'react'
import type { Outline } from '../lesson/lesson-context.ts'
import type { Slide } from '../present/show.ts'
import type { Route } from './routes.ts'

export interface Outcome {
  /** What questions name it by. */
  readonly id: string
  readonly text: string
  /** Where it is taught: a lesson and the address of a heading, `independence#when-are-two-really-two`. */
  readonly sections: readonly string[]
  /** What there is to do for it: `check:…`, `figure:…`, `task:…` or `mission:…`. */
  readonly tasks: readonly string[]
}

export interface CourseModule {
  readonly title: string
  readonly tagline: string
  readonly description: string
  readonly outcomes: readonly Outcome[]
  readonly prerequisites: readonly string[]
  readonly parts: readonly {
    readonly id: string
    readonly title: string
    readonly summary: string
    /** What it is: a text to read, or questions to answer. */
    readonly page: 'lesson' | 'practice'
    /** What there is to read and to do, counted while building. */
    readonly words: number
    readonly figures: number
    readonly questions: readonly string[]
  }[]
}

export interface Text {
  readonly default: ComponentType<MDXProps>
  readonly frontmatter: {
    readonly title: string
    readonly question: string
    readonly lead: string
    readonly description: string
  }
  readonly outline: Outline
}

/** What a talk's MDX exports: its slides in their order, and for each what is said and noted. */
export interface TalkText {
  readonly default: ComponentType<MDXProps>
  readonly frontmatter: { readonly title: string; readonly description: string }
  readonly slides: readonly {
    readonly slide: Slide
    readonly minutes: number
  }[]
}

export interface Talk {
  readonly talk: TalkText
  /** The file it came from, relative to the project. */
  readonly source: string
}

const modules = import.meta.glob<{ readonly default: CourseModule }>('../../content/*/module.yaml')
const overviews = import.meta.glob<Text>('../../content/*/overview.mdx')
const practices = import.meta.glob<Text>('../../content/*/practice.mdx')
const laboratories = import.meta.glob<Text>('../../content/*/lab.mdx')
const talks = import.meta.glob<TalkText>('../../content/*/talks/*.mdx')
const lessons = import.meta.glob<Text>('../../content/*/lessons/*.mdx')

export const BASE_LOCALE = 'en'

/** The languages of the course, the base language first: a folder of content makes a language. */
export const locales: readonly string[] = [
  BASE_LOCALE,
  ...Object.keys(modules)
    .map((file) => file.split('/').at(-2) ?? '')
    .filter((locale) => locale !== BASE_LOCALE),
]

/** The lessons that exist, by their base text. */
export const lessonIds: readonly string[] = Object.keys(lessons)
  .filter((file) => file.includes(`/${BASE_LOCALE}/`))
  .map((file) => file.split('/').at(-1)?.replace('.mdx', '') ?? '')

/** The lessons that have a talk. */
export const talkIds: readonly string[] = Object.keys(talks)
  .filter((file) => file.includes(`/${BASE_LOCALE}/`))
  .map((file) => file.split('/').at(-1)?.replace('.mdx', '') ?? '')

type Loader<T> = (() => Promise<T>) | undefined

/** The file of a page in a language, or in the base language where it is not translated yet. */
export function translated<T>(
  files: Readonly<Record<string, () => Promise<T>>>,
  locale: string,
  name: string,
): { readonly load: Loader<T>; readonly source: string; readonly fallback: boolean } {
  const own = `../../content/${locale}/${name}`
  const base = `../../content/${BASE_LOCALE}/${name}`
  const source = own in files ? own : base
  return { load: files[source], source, fallback: source !== own && base in files }
}

export interface LoadedText {
  readonly text: Text
  /** The page is in the base language because it is not translated yet. */
  readonly fallback: boolean
  /** The file it came from, relative to the project: names its scripts in the build. */
  readonly source: string
}

export async function loadModule(locale: string): Promise<CourseModule> {
  const { load } = translated(modules, locale, 'module.yaml')
  if (!load) throw new Error(`no module.yaml for ${locale}`)
  return (await load()).default
}

export async function loadText(locale: string, route: Route): Promise<LoadedText | undefined> {
  const found =
    route.kind === 'overview'
      ? translated(overviews, locale, 'overview.mdx')
      : route.kind === 'lesson'
        ? translated(lessons, locale, `lessons/${route.lesson}.mdx`)
        : route.kind === 'lab'
          ? translated(laboratories, locale, 'lab.mdx')
          : route.kind === 'practice'
            ? translated(practices, locale, 'practice.mdx')
            : undefined
  if (!found?.load) return undefined
  return {
    text: await found.load(),
    fallback: found.fallback,
    source: found.source.replace('../../', ''),
  }
}

export async function loadTalk(locale: string, route: Route): Promise<Talk | undefined> {
  if (route.kind !== 'talk') return undefined
  const { load, source } = translated(talks, locale, `talks/${route.lesson}.mdx`)
  return load && { talk: await load(), source: source.replace('../../', '') }
}
