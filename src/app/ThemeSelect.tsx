import * as m from '#messages/messages.js'
import { useEffect } from 'react'
import { reader, useReader } from './reader.ts'
import { THEMES } from './stored.ts'

const names = {
  light: m.app_theme_light,
  dark: m.app_theme_dark,
  projector: m.app_theme_projector,
}

/** The boot script serves this before React does; both keep the choice in the same place. */
export function ThemeSelect() {
  const theme = useReader((state) => state.theme)
  useEffect(() => {
    if (theme) document.documentElement.dataset['theme'] = theme
    else delete document.documentElement.dataset['theme']
  }, [theme])
  return (
    <select
      aria-label={m.app_theme()}
      value={theme ?? ''}
      onChange={(event) =>
        reader.getState().setTheme(THEMES.find((candidate) => candidate === event.target.value))
      }
      data-theme-select
      data-needs-script
    >
      <option value="">{m.app_theme_system()}</option>
      {THEMES.map((option) => (
        <option key={option} value={option}>
          {names[option]()}
        </option>
      ))}
    </select>
  )
}
