import type { Commands } from '../command.ts'
import { apply } from './apply.ts'
import { leftOut } from './asked.ts'
import { creation } from './create.ts'
import { deletion } from './delete.ts'
import { drain } from './drain.ts'
import { expose } from './expose.ts'
import { labelCommands } from './labels.ts'
import { nodeCommands } from './nodes.ts'
import { patch } from './patch.ts'
import { replace } from './replace.ts'
import { rollout } from './rollout.ts'
import { run } from './run.ts'
import { scale } from './scale.ts'
import { set } from './set.ts'
import { taint } from './taint.ts'
import { wait } from './wait.ts'

/** The commands of kubectl that change things, or wait for them to change. */
export const verbs: Commands = {
  ...labelCommands,
  ...nodeCommands,
  apply,
  create: creation,
  delete: deletion,
  diff: leftOut('diff', 'use "kubectl apply --dry-run=server -o yaml"'),
  drain,
  edit: leftOut('edit', 'change the file in the editor and apply it, or use "kubectl patch"'),
  expose,
  patch,
  replace,
  rollout,
  run,
  scale,
  set,
  taint,
  wait,
}
