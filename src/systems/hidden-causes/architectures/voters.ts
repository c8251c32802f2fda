import { type Architecture, all, any } from '../architecture.ts'

/** One of three voters is reached through the site of another. */
export const voters: Architecture = {
  join: 'all',
  columns: [
    { needed: 2, parts: ['a', 'b', 'c'] },
    { needed: 1, parts: ['d', 'e'] },
  ],
  parts: {
    a: [
      { about: 'site', needs: 'harlow' },
      { about: 'disks', needs: 'array-1' },
      { about: 'clock', needs: 'gps' },
      { about: 'release', needs: 'release-9' },
    ],
    b: [
      { about: 'site', needs: 'leeds' },
      { about: 'disks', needs: 'array-2' },
      { about: 'clock', needs: 'pool' },
      { about: 'release', needs: 'release-8' },
    ],
    c: [
      { about: 'site', needs: 'west' },
      { about: 'disks', needs: 'volume' },
      { about: 'reached', needs: 'gate-h' },
      { about: 'release', needs: 'release-7' },
    ],
    d: [
      { about: 'site', needs: 'harlow' },
      { about: 'asks' },
      { about: 'carrier', needs: 'northline' },
      { about: 'names', needs: 'resolver-1' },
    ],
    e: [
      { about: 'site', needs: 'leeds' },
      { about: 'asks' },
      { about: 'carrier', needs: 'sudtel' },
      { about: 'names', needs: 'resolver-2' },
    ],
  },
  things: {
    harlow: { kind: 'place' },
    leeds: { kind: 'place' },
    west: { kind: 'place' },
    'gate-h': { kind: 'network', needs: 'harlow' },
    'array-1': { kind: 'storage' },
    'array-2': { kind: 'storage' },
    volume: { kind: 'storage' },
    gps: { kind: 'clock' },
    pool: { kind: 'clock' },
    'release-9': { kind: 'release' },
    'release-8': { kind: 'release' },
    'release-7': { kind: 'release' },
    northline: { kind: 'network' },
    sudtel: { kind: 'network' },
    'resolver-1': { kind: 'names' },
    'resolver-2': { kind: 'names' },
    'gate-l': { kind: 'network', needs: 'leeds' },
    bristol: { kind: 'place' },
    'array-4': { kind: 'storage' },
    'gps-2': { kind: 'clock' },
  },
  mends: [
    { price: 10, adds: { column: 0, needed: 3, needs: all('leeds', 'array-4') } },
    { price: 6, lines: { b3: any('pool', 'gps-2'), a3: any('gps', 'gps-2') } },
    { price: 25, lines: { a1: 'bristol' } },
    { price: 3, lines: { c3: any('gate-h', 'gate-l') } },
  ],
}
