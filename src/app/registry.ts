import type { Widget } from '../frame/contract.ts'

const files = import.meta.glob<{ readonly widget: Widget }>('../widgets/*/widget.ts')

/** Every widget's id, which is its folder's name. A new widget is a new folder, and nothing else. */
export const widgetIds: readonly string[] = Object.keys(files).map(
  (file) => file.split('/').at(-2) ?? '',
)

const arrived = new Map<string, Widget>()

/** @throws RangeError for an id that no folder has. */
export async function loadWidget(id: string): Promise<Widget> {
  const load = files[`../widgets/${id}/widget.ts`]
  if (!load) throw new RangeError(`loadWidget: no widget "${id}"`)
  const { widget } = await load()
  arrived.set(id, widget)
  return widget
}

/** A widget whose script is here already, to be drawn without waiting. */
export const arrivedWidget = (id: string): Widget | undefined => arrived.get(id)

/** The file that a widget's script is built from, relative to the project. */
export const widgetSource = (id: string) => `src/widgets/${id}/widget.ts`
