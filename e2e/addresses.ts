/** Every page of the course in English, relative to the course's folder, and its first heading. */
export interface Address {
  readonly path: string
  readonly heading: string
}

export const overview: Address = {
  path: 'en/',
  heading: 'What keeps flying when something breaks?',
}
export const lesson: Address = {
  path: 'en/lessons/independence/',
  heading: 'Would the same thing break both?',
}
export const gallery: Address = { path: 'en/widgets/', heading: 'All figures' }
export const paradox: Address = {
  path: 'en/w/redundancy-paradox/',
  heading: 'The paradox, opened up',
}

export const pages: readonly Address[] = [overview, lesson, gallery, paradox]

/** Without a language, as links are shared: `w/redundancy-paradox/`. */
export const neutral = ({ path, heading }: Address): Address => ({
  path: path.replace(/^en\//, ''),
  heading,
})

export const everyAddress: readonly Address[] = [...pages, ...pages.map(neutral)]

/** What stands at an address that nobody wrote. */
export const missing: Address = {
  path: 'en/lessons/no-such-lesson/',
  heading: 'Nothing is at this address',
}
