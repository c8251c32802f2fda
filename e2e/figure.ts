import type { Page } from '@playwright/test'

/** The parts of the paradox as a reader finds them. */
export const figure = (page: Page) => page.getByRole('figure', { name: /The paradox, opened up/ })

/** The picture; its name is the description of what it shows. */
export const picture = (page: Page) => figure(page).getByRole('img')

/** One of the numbers under the picture, by its label. */
export const reading = (page: Page, label: string) =>
  figure(page)
    .locator('dl')
    .first()
    .locator('> div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('definition')

export const scene = (page: Page, label: string) =>
  figure(page)
    .getByRole('list', { name: 'Scenes of this figure' })
    .getByRole('link', { name: label, exact: true })

export const slider = (page: Page, name: string) =>
  figure(page).getByRole('slider', { name, exact: true })

export const typed = (page: Page, name: string) =>
  figure(page).getByRole('textbox', { name: `${name}: type a value`, exact: true })

export const router = (page: Page) =>
  figure(page).getByRole('switch', { name: 'Router in every path' })

export const guess = (page: Page, label: string) =>
  page.getByRole('group', { name: /Before you touch anything/ }).getByRole('radio', { name: label })
