import type { ClusterAction, ClusterParameters } from '../world.ts'

const MENDED =
  /\bback\b|return|restor|recover|rejoin|heal|power(ed)?[ -]?on|switch(ed)? on|turned on|\bup\b|restart|\bstart(s|ed)?\b|resum|\balive\b|(?<!not )\bready\b/i
/** What people do to nodes with kubectl befalls no machine, nor does what stays as it is. */
const NOTHING =
  /\b(un)?cordon|\bdrain|\btaint|\blabel|\bdelet|\bevict|\bremain|\bsurviv|\bstill\b|\bhealthy\b|\bunaffected/i
const CABLE = /\bcut\b|partition|network|isolat|\blink\b|cable/i

function actionsIn(clause: string, nodes: ClusterParameters['nodes']): readonly ClusterAction[] {
  const named = (name: string): boolean =>
    new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`, 'i').test(clause)
  const struck = nodes
    .filter(({ name, zone }) => named(name) || named(zone))
    .map(({ name }) => name)
  if (struck.length === 0 || NOTHING.test(clause)) return []
  const mended = MENDED.test(clause)
  return CABLE.test(clause)
    ? [{ do: 'link', nodes: struck, up: mended }]
    : struck.map((node) => ({ do: 'power', node, on: mended }))
}

/**
 * What a remark of a session says befell nodes, as the actions of our cluster: `power off node-2`,
 * `zone-a is back; zone-b still dark`. Whatever is neither mended nor a cable is a loss of power.
 *
 * @returns nothing where it names no node and no zone
 */
export const actionsOf = (
  text: string,
  nodes: ClusterParameters['nodes'],
): readonly ClusterAction[] => text.split(';').flatMap((clause) => actionsIn(clause, nodes))
