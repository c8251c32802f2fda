/** Words a minute in silent reading of English non-fiction: Brysbaert 2019 (brysbaert-2019). */
const WORDS_A_MINUTE = 238

/** The measured length of a text as minutes of reading, at least one. */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE))
