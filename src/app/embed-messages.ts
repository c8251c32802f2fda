import * as v from 'valibot'
import { LONGEST_ADDRESS } from '../frame/address.ts'

/** What an embedded figure tells the page around it. docs/embedding.md is the other half. */
type Told = { readonly widget: string } & (
  | { readonly type: 'still-flying:ready'; readonly query: string }
  | { readonly type: 'still-flying:state'; readonly query: string }
  | { readonly type: 'still-flying:resize'; readonly height: number }
)

/** What the page around it may ask. */
const Asked = v.object({
  type: v.literal('still-flying:show'),
  query: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
})

const VERSION = 1

/** Says something to the page around this one. No state of a figure is a secret, so any may hear. */
export function tellHost(message: Told) {
  if (window.parent !== window) window.parent.postMessage({ version: VERSION, ...message }, '*')
}

/** Hears what the page around this one asks for, and nobody else; what is no request is dropped. */
export function onHostMessage(show: (query: string) => void): () => void {
  const hear = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || window.parent === window) return
    const { success, output } = v.safeParse(Asked, event.data)
    if (success) show(output.query)
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}
