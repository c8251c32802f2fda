/** How sure a reader said to be before the answer was judged. */
export const CONFIDENCES = ['guess', 'unsure', 'sure'] as const
export type Confidence = (typeof CONFIDENCES)[number]
