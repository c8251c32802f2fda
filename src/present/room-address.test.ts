import { describe, expect, it } from 'vitest'
import { FIRST_SHOWN } from './room.ts'
import { readRoomAddress, type SlideAddress, writeRoomAddress } from './room-address.ts'

const numbered: SlideAddress = {
  keys: ['slide'],
  read: (query) => ({ slide: Number(query.get('slide') ?? 1) - 1 }),
  write: (slide) => ({ query: slide === 0 ? '' : `slide=${slide + 1}` }),
}
const folders: SlideAddress = {
  keys: [],
  read: () => ({ slide: 0 }),
  write: () => ({ folder: 'b' }),
}

describe('the address of a projected window', () => {
  it('names the slide, the state of its figure and the time', () => {
    const shown = { ...FIRST_SHOWN, slide: 2, search: 'load=80', atMs: 1200.4 }
    const written = writeRoomAddress(numbered, shown, '/talks/x/')
    expect(written).toBe('/talks/x/?slide=3&load=80&at=1200')
    expect(readRoomAddress(numbered, '?slide=3&load=80&at=1200')).toEqual({
      slide: 2,
      search: 'load=80',
      atMs: 1200,
      unknown: undefined,
    })
  })

  it('is bare for a scene as it opens, and names no time while it plays', () => {
    expect(writeRoomAddress(numbered, FIRST_SHOWN, '/talks/x/')).toBe('/talks/x/')
    const playing = { ...FIRST_SHOWN, atMs: 5, playing: { sinceMs: 1, fromMs: 0 } }
    expect(writeRoomAddress(numbered, playing, '/talks/x/')).toBe('/talks/x/')
  })

  it('changes the last folder where slides are folders', () => {
    expect(writeRoomAddress(folders, FIRST_SHOWN, '/en/present/w/a/')).toBe('/en/present/w/b/')
    expect(writeRoomAddress(folders, FIRST_SHOWN, '/en/present/w/a')).toBe('/en/present/w/b/')
  })

  it('leaves a time that is none to the figure, which says so', () => {
    expect(readRoomAddress(numbered, '?at=never').search).toBe('at=never')
  })
})
