import type { ClusterAction, ClusterParameters } from '../world.ts'

const MENDED =
  /\bback\b|return|restor|recover|rejoin|heal|power(ed)?[ -]?on|switch(ed)? on|turned on|comes? up|up again|restart|\bstart(s|ed)?\b|resum/i
/** What people do to nodes with kubectl befalls no machine. */
const DONE_BY_HAND = /\b(un)?cordon|\bdrain|\btaint|\blabel|\bdelet|\bevict/i
const CABLE = /\bcut\b|partition|network|isolat|\blink\b|cable/i

/**
 * What a remark of a session says befell nodes, as the actions of our cluster: `power off node-2`,
 * `zone-a is back`. Whatever is neither mended nor a cable is a loss of power.
 *
 * @returns nothing where it names no node and no zone
 */
export function actionsOf(
  text: string,
  nodes: ClusterParameters['nodes'],
): readonly ClusterAction[] {
  const named = (name: string): boolean =>
    new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`, 'i').test(text)
  const struck = nodes
    .filter(({ name, zone }) => named(name) || named(zone))
    .map(({ name }) => name)
  if (struck.length === 0 || DONE_BY_HAND.test(text)) return []
  const mended = MENDED.test(text)
  return CABLE.test(text)
    ? [{ do: 'link', nodes: struck, up: mended }]
    : struck.map((node) => ({ do: 'power', node, on: mended }))
}
