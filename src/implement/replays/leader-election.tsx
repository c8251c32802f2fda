import { replayed } from '../../simulation/decisions.ts'
import { DECISIONS } from '../../systems/raft/election.ts'
import type { RaftParameters } from '../../systems/raft/parameters.ts'
import { raftWith } from '../../systems/raft/rules.ts'
import type { RaftAction } from '../../systems/raft/world.ts'
import { timeline } from '../../widgets/raft/events.ts'
import { RaftFigure } from '../../widgets/raft/Figure.tsx'
import { clusterRun, parameters } from '../../widgets/raft/model.ts'
import type { Broken, Replay } from './replay.ts'

/** The election that the reader wrote, drawn as the figure of Raft draws its own. */
export function replay({ course, answers, breach }: Broken<RaftParameters, RaftAction>): Replay {
  const { parameters: world, seed, deeds } = course
  const values = {
    planned: 'nothing',
    rule: 'all',
    servers: world.servers,
    lowMs: world.electionLowMs,
    spreadMs: world.electionHighMs - world.electionLowMs,
    latencyMs: parameters.latencyMs.default,
    loss: world.link.loss,
    preVote: world.preVote,
  } as const
  const strokes = deeds.map(({ atMs, action }) => ({ atMs, of: () => [action] }))
  const rules = raftWith(replayed(answers, DECISIONS))
  const model = clusterRun(values, world, seed, strokes, rules)
  return {
    timeline: { ...timeline(model), restMs: breach.atMs, chance: false },
    figure: (atMs) => <RaftFigure model={model} atMs={atMs} guess={undefined} act={undefined} />,
  }
}
