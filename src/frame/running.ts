import type { Running } from './contract.ts'
import { readCourse, writeCourse } from './course-address.ts'
import { Player } from './Player.tsx'

/** For a widget that runs: the player, and its course in the address. */
export const running: Running = { Player, readCourse, writeCourse }
