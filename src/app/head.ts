import * as m from '#messages/messages.js'
import type { PageData } from './page-context.ts'
import { parts } from '../reference/parts.ts'
import { loadWidget } from './registry.ts'

export interface Head {
  readonly title: string
  readonly description: string
}

/** The title and description of a page, for tabs, searches and shared links. */
export async function headOf({ place, course, text }: PageData): Promise<Head> {
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
