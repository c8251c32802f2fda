// Calls the library away from the page, so that no argument a reader thinks of can stop it.
import { evaluate } from './evaluate.ts'
import type { Asked } from './evaluator.ts'

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage({ id: data.id, evaluated: evaluate(data.name, data.args) })
})
