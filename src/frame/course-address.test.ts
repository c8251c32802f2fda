import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Course, FIRST_COURSE, MOST_DEEDS, onTarget, targetOf } from './course.ts'
import { readCourse, writeCourse } from './course-address.ts'

const ACTIONS = ['kill-a', 'heal']
const read = (search: string) =>
  readCourse(FIRST_COURSE, search, (action) => ACTIONS.includes(action))

const courses: fc.Arbitrary<Course> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    deeds: fc
      .array(
        fc.record({ atMs: fc.integer({ min: 0, max: 1e7 }), action: fc.constantFrom(...ACTIONS) }),
        {
          maxLength: MOST_DEEDS,
        },
      )
      .map((deeds) => deeds.toSorted((a, b) => a.atMs - b.atMs)),
    atMs: fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: undefined }),
  })
  .map(({ atMs, ...rest }) => (atMs === undefined ? rest : { ...rest, atMs }))

describe('a course in an address', () => {
  it('comes back as it was, in few enough characters', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const query = writeCourse(course)
        expect(read(query)).toEqual({ course, unreadable: [] })
        expect(query.length).toBeLessThan(1000)
      }),
      { seed: 20_090_115 },
    )
  })

  it('is empty for the first one', () => {
    expect(writeCourse(FIRST_COURSE)).toBe('')
    expect(read('')).toEqual({ course: FIRST_COURSE, unreadable: [] })
  })

  it.each([
    ['seed=-1', 'seed'],
    ['seed=4294967296', 'seed'],
    ['seed=1e3', 'seed'],
    ['at=soon', 'at'],
    ['at=99999999999', 'at'],
    ['do=5-explode', 'do'],
    ['do=9-heal_5-heal', 'do'],
    ['do=', 'do'],
    [
      `do=${Array(MOST_DEEDS + 1)
        .fill('1-heal')
        .join('_')}`,
      'do',
    ],
  ])('%s is left as it was, and reported', (search, key) => {
    expect(read(search)).toEqual({ course: FIRST_COURSE, unreadable: [key] })
  })
})

describe('a deed that is done to something', () => {
  it('is parted as it was joined', () => {
    expect(onTarget('drop', '12')).toBe('drop-12')
    expect(targetOf('drop', 'drop-12')).toBe('12')
    expect(targetOf('cut', 'cut-s1-s2')).toBe('s1-s2')
    expect(targetOf('drop', 'delay-12')).toBeUndefined()
    expect(targetOf('drop', 'drop')).toBeUndefined()
  })
})
