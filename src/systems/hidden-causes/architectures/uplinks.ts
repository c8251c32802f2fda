import { type Architecture, all, any } from '../architecture.ts'

/** Two carriers whose fibres lie in one duct. */
export const uplinks: Architecture = {
  join: 'all',
  columns: [
    { needed: 1, parts: ['a', 'b'] },
    { needed: 1, parts: ['c', 'd'] },
    { needed: 1, parts: ['e', 'f'] },
  ],
  parts: {
    a: [
      { about: 'carrier', needs: 'northline' },
      { about: 'router', needs: all('edge1', 'rack3') },
      { about: 'power', needs: 'feed-a' },
      { about: 'fibre', needs: all('fibre-1', 'mill-lane') },
    ],
    b: [
      { about: 'carrier', needs: 'sudtel' },
      { about: 'router', needs: all('edge2', 'rack9') },
      { about: 'power', needs: 'feed-b' },
      { about: 'fibre', needs: all('fibre-2', 'mill-lane') },
    ],
    c: [
      { about: 'rack', needs: 'rack3' },
      { about: 'power', needs: 'feed-a' },
      { about: 'names', needs: 'resolver-1' },
      { about: 'release', needs: 'release-72' },
    ],
    d: [
      { about: 'rack', needs: 'rack9' },
      { about: 'power', needs: 'feed-b' },
      { about: 'names', needs: 'resolver-2' },
      { about: 'release', needs: 'release-71' },
    ],
    e: [
      { about: 'rack', needs: 'rack3' },
      { about: 'power', needs: 'feed-a' },
      { about: 'disks', needs: 'array-1' },
      { about: 'engine', needs: 'engine-154' },
    ],
    f: [
      { about: 'rack', needs: 'rack9' },
      { about: 'power', needs: 'feed-b' },
      { about: 'disks', needs: 'array-2' },
      { about: 'engine', needs: 'engine-152' },
    ],
  },
  things: {
    northline: { kind: 'network' },
    sudtel: { kind: 'network' },
    edge1: { kind: 'machine' },
    edge2: { kind: 'machine' },
    'fibre-1': { kind: 'way' },
    'fibre-2': { kind: 'way' },
    'mill-lane': { kind: 'way' },
    'feed-a': { kind: 'power' },
    'feed-b': { kind: 'power' },
    rack3: { kind: 'place' },
    rack9: { kind: 'place' },
    'resolver-1': { kind: 'names' },
    'resolver-2': { kind: 'names' },
    'release-72': { kind: 'release' },
    'release-71': { kind: 'release' },
    'array-1': { kind: 'storage' },
    'array-2': { kind: 'storage' },
    'engine-154': { kind: 'release' },
    'engine-152': { kind: 'release' },
    'west-duct': { kind: 'way' },
    radio: { kind: 'network' },
    'fibre-3': { kind: 'way' },
    third: { kind: 'network' },
    spare1: { kind: 'machine' },
    spare2: { kind: 'machine' },
  },
  mends: [
    { price: 30, lines: { b4: all('fibre-2', 'west-duct') } },
    { price: 18, adds: { column: 0, needed: 1, needs: all('radio', 'third', 'feed-b') } },
    {
      price: 6,
      adds: { column: 0, needed: 1, needs: all('fibre-3', 'third', 'mill-lane', 'feed-b') },
    },
    {
      price: 4,
      lines: { a2: all(any('edge1', 'spare1'), 'rack3'), b2: all(any('edge2', 'spare2'), 'rack9') },
    },
  ],
}
