import { type Architecture, all } from '../architecture.ts'

/** What promotes the standby stands where the primary does. */
export const standby: Architecture = {
  join: 'all',
  columns: [
    { needed: 1, parts: ['a', 'b'] },
    { needed: 1, parts: ['c', 'd'] },
    { needed: 0, parts: ['e'] },
  ],
  parts: {
    a: [
      { about: 'place', needs: 'row-a' },
      { about: 'sessions' },
      { about: 'keys', needs: 'keys-1' },
      { about: 'release', needs: 'release-12' },
    ],
    b: [
      { about: 'place', needs: 'row-k' },
      { about: 'sessions' },
      { about: 'keys', needs: 'keys-2' },
      { about: 'release', needs: 'release-11' },
    ],
    c: [
      { about: 'place', needs: 'row-d' },
      { about: 'disks', needs: 'array-1' },
      { about: 'log' },
      { about: 'engine', needs: 'engine-154' },
    ],
    d: [
      { about: 'place', needs: 'row-m' },
      { about: 'disks', needs: 'array-2' },
      { about: 'takes over', needs: 'e' },
      { about: 'engine', needs: 'engine-152' },
    ],
    e: [
      { about: 'host', needs: 'row-d' },
      { about: 'clock' },
      { about: 'checks' },
      { about: 'on-call' },
    ],
  },
  things: {
    'row-a': { kind: 'place' },
    'row-k': { kind: 'place' },
    'row-d': { kind: 'place' },
    'row-m': { kind: 'place' },
    'keys-1': { kind: 'access' },
    'keys-2': { kind: 'access' },
    'release-12': { kind: 'release' },
    'release-11': { kind: 'release' },
    'array-1': { kind: 'storage' },
    'array-2': { kind: 'storage' },
    'engine-154': { kind: 'release' },
    'engine-152': { kind: 'release' },
    'row-p': { kind: 'place' },
    'array-3': { kind: 'storage' },
  },
  mends: [
    { price: 20, adds: { column: 1, needed: 1, needs: all('row-p', 'array-3', 'e') } },
    { price: 1 },
    { price: 9, lines: { d3: { atLeast: [2, ['row-a', 'row-k', 'row-m']] } } },
    { price: 2, lines: { e1: 'row-m' } },
  ],
}
