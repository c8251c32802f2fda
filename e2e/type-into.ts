import type { Locator } from '@playwright/test'

/** Types over what a field holds, key by key as a reader does: not every driver's fill is heard. */
export async function typeInto(field: Locator, text: string) {
  await field.focus()
  await field.press('ControlOrMeta+a')
  await field.pressSequentially(text)
}
