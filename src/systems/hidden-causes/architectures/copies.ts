import { type Architecture, all } from '../architecture.ts'

/** Four copies that one account can delete. */
export const copies: Architecture = {
  join: 'any',
  columns: [
    { needed: 1, parts: ['a', 'b'] },
    { needed: 1, parts: ['c', 'd'] },
  ],
  parts: {
    a: [
      { about: 'region', needs: 'north' },
      { about: 'disks', needs: 'array-1' },
      { about: 'account', needs: 'account' },
      { about: 'deletes', needs: 'delete' },
    ],
    b: [
      { about: 'region', needs: 'south' },
      { about: 'disks', needs: 'array-2' },
      { about: 'account', needs: all('member', 'account') },
      { about: 'deletes', needs: 'delete' },
    ],
    c: [
      { about: 'region', needs: 'south' },
      { about: 'taken' },
      { about: 'owner', needs: 'account' },
      { about: 'keys', needs: 'key-1' },
    ],
    d: [
      { about: 'region', needs: 'west' },
      { about: 'filled' },
      { about: 'owner', needs: 'account' },
      { about: 'keys', needs: 'key-2' },
    ],
  },
  things: {
    north: { kind: 'place' },
    south: { kind: 'place' },
    west: { kind: 'place' },
    account: { kind: 'access' },
    member: { kind: 'access' },
    delete: { kind: 'people' },
    'array-1': { kind: 'storage' },
    'array-2': { kind: 'storage' },
    'key-1': { kind: 'access' },
    'key-2': { kind: 'access' },
    east: { kind: 'place' },
    'account-2': { kind: 'access' },
  },
  mends: [
    { price: 6, adds: { column: 1, needed: 1, needs: all('east', 'account', 'key-1') } },
    { price: 8, adds: { column: 0, needed: 1, needs: all('east', 'account') } },
    { price: 3 },
    { price: 4, lines: { d3: 'account-2' } },
  ],
}
