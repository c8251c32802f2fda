import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const inPage = ({ moduleId }: TestSpecification) =>
  readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment jsdom')

/** Thousands of random schedules: nothing else takes so long, and at the end one core would wait for them. */
const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('fuzz.test.ts')

/**
 * A worker that changes between a page and none begins anew and reads every module again. So the files that
 * want a page come first, all together, and of the others those that take long.
 */
export class TestOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranked = (await super.sort(files)).map((file) => ({
      file,
      rank: inPage(file) ? 0 : isLong(file) ? 1 : 2,
    }))
    return ranked.toSorted((one, other) => one.rank - other.rank).map(({ file }) => file)
  }
}
