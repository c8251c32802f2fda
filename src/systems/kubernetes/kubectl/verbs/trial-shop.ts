import type { ProfileName } from '../../resources.ts'
import { type Trial, trial } from './trial.ts'

/** Suffixes of chance made equal. */
export const masked = (text: string): string =>
  text.replaceAll(/-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, '-HASH-NAME')

/** Texts as lines, each ended. */
export const lines = (...texts: readonly string[]): string =>
  texts.map((text) => `${text}\n`).join('')

/** A cluster in which the shop's Deployment runs. */
export function shop(
  files: Readonly<Record<string, string>>,
  profile: ProfileName = '1.20',
): Trial {
  const cluster = trial(files, profile)
  cluster.pass(1000)
  cluster.kubectl('create namespace shop')
  cluster.kubectl('apply -f shop.yaml')
  cluster.kubectl('rollout status deploy/checkout -n shop')
  return cluster
}
