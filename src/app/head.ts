import * as m from '#messages/messages.js'
import type { PageData } from './page-context.ts'
import { isTask } from '../implement/task-ids.ts'
import { isMission } from '../laboratory/missions/mission-ids.ts'
import { parts } from '../reference/parts.ts'
import { loadWidget } from './registry.ts'

export interface Head {
  readonly title: string
  readonly description: string
}

/** The title and description of a page, for tabs, searches and shared links. */
export async function headOf({
  place,
  course,
  text,
  talk,
}: Pick<PageData, 'place' | 'course' | 'text' | 'talk'>): Promise<Head> {
  const site = course.title
  const { route } = place
  switch (route.kind) {
    case 'overview':
      return {
        title: `${site}: ${text?.text.frontmatter.question ?? course.tagline}`,
        description: course.description,
      }
    case 'lesson':
      return {
        title: `${text?.text.frontmatter.question ?? ''} · ${site}`,
        description: text?.text.frontmatter.description ?? course.description,
      }
    case 'widgets':
      return { title: `${m.app_gallery_title()} · ${site}`, description: m.app_gallery_lead() }
    case 'widget': {
      const widget = await loadWidget(route.widget)
      return { title: `${widget.title()} · ${site}`, description: widget.caption().join(' ') }
    }
    case 'present':
    case 'embed': {
      const widget = await loadWidget(route.widget)
      const scene =
        route.kind === 'present' ? widget.scenes.find(({ id }) => id === route.scene) : undefined
      return {
        title: [scene?.label(), widget.title(), site].filter(Boolean).join(' · '),
        description: widget.caption().join(' '),
      }
    }
    case 'talk':
      return {
        title: `${talk?.talk.frontmatter.title ?? ''} · ${site}`,
        description: talk?.talk.frontmatter.description ?? course.description,
      }
    case 'console': {
      const of = await headOf({ place: { ...place, route: route.of }, course, text, talk })
      return { ...of, title: `${m.present_console()}: ${of.title}` }
    }
    case 'task': {
      const { tasks } = await import('../implement/tasks.ts')
      const task = isTask(route.task) ? tasks[route.task] : undefined
      return { title: `${task?.title() ?? ''} · ${site}`, description: task?.lead() ?? '' }
    }
    case 'practice':
    case 'lab':
      return {
        title: `${text?.text.frontmatter.question ?? ''} · ${site}`,
        description: text?.text.frontmatter.description ?? course.description,
      }
    case 'mission': {
      const { missions } = await import('../laboratory/missions/missions.ts')
      const mission = isMission(route.mission) ? missions[route.mission] : undefined
      return { title: `${mission?.title() ?? ''} · ${site}`, description: mission?.lead() ?? '' }
    }
    case 'practiceKey':
      return { title: `${m.practice_key_title()} · ${site}`, description: m.practice_key_lead() }
    case 'reference':
      return { title: `${m.reference_title()} · ${site}`, description: m.reference_lead() }
    case 'referencePart': {
      const part = parts[route.part]
      return {
        title: `${part?.title() ?? route.part} · ${m.reference_title()} · ${site}`,
        description: part?.lead() ?? m.reference_lead(),
      }
    }
    case 'missing':
      return { title: `${m.app_missing_title()} · ${site}`, description: m.app_missing_lead() }
  }
}
