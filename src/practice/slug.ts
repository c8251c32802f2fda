import * as v from 'valibot'

/** An id of the course, of a question, an option or a part: short, and harmless in an address and on a page. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
