import { isLocale, overwriteGetLocale } from '#messages/runtime.js'

/** Every message from here on is in this language: one per document, one per prerendered page. */
export function speak(locale: string) {
  if (isLocale(locale)) overwriteGetLocale(() => locale)
}
