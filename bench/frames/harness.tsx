import '../../src/ui/styles/tokens.css'
import '../../src/ui/styles/base.css'
import { createRoot } from 'react-dom/client'
import type { Widget } from '../../src/frame/contract.ts'
import { createInstance } from '../../src/frame/instance.ts'
import { WidgetFrame } from '../../src/frame/WidgetFrame.tsx'
import type { Values } from '../../src/frame/parameters.ts'

/** One widget on an empty page, at any values at all: the bench goes beyond what sliders allow. */
const widgets = import.meta.glob<{ readonly widget: Widget }>('../../src/widgets/*/widget.ts')

declare global {
  interface Window {
    show: (id: string, values: Values) => Promise<number>
  }
}

document.documentElement.dataset['script'] = ''
const place = document.createElement('div')
document.body.append(place)

/** Draws the widget, and says how many events its run has. */
window.show = async (id, values) => {
  const load = widgets[`../../src/widgets/${id}/widget.ts`]
  if (!load) throw new RangeError(`no widget ${id}`)
  const { widget } = await load()
  const all = { ...widget.first, ...values }
  const root = createRoot(place)
  root.render(
    <WidgetFrame
      widget={widget}
      store={createInstance(all)}
      opening={all}
      addresses={{ own: '', share: '', present: '', embed: '' }}
      heading="h2"
    />,
  )
  return widget.view(all).timeline?.entries.length ?? 0
}
