/** The tasks, by the name that they have in addresses: known to every page, unlike what is in them. */
export const taskIds = ['fencing', 'quorum-write', 'leader-election'] as const

export type TaskId = (typeof taskIds)[number]

export const isTask = (id: string): id is TaskId => taskIds.some((task) => task === id)

/** The task about the system that a figure shows. */
const ofFigure: Readonly<Record<string, TaskId>> = {
  fencing: 'fencing',
  'quorum-store': 'quorum-write',
  raft: 'leader-election',
}

export const taskOf = (widget: string): TaskId | undefined =>
  Object.hasOwn(ofFigure, widget) ? ofFigure[widget] : undefined
