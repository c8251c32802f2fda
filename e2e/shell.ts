import type { Page } from '@playwright/test'

/** What stands around the text of every page. */
export const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
export const map = (page: Page) => page.getByRole('navigation', { name: 'Course map' })
export const theme = (page: Page) => page.getByRole('combobox', { name: 'Theme' })
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the course' })
