import { describe, expect, it } from 'vitest'
import { type Course, withDeed } from './course.ts'

describe('withDeed', () => {
  it('takes the place of everything later, and leaves what was before', () => {
    const course: Course = {
      seed: 3,
      deeds: [
        { atMs: 10, action: 'kill-a' },
        { atMs: 30, action: 'heal' },
      ],
    }
    expect(withDeed(course, { atMs: 20, action: 'heal' })).toEqual({
      seed: 3,
      atMs: 20,
      deeds: [
        { atMs: 10, action: 'kill-a' },
        { atMs: 20, action: 'heal' },
      ],
    })
  })
})
