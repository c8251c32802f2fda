// Starlight as its own guide sets it up: what is left at its default is left out here.
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [
    starlight({
      title: 'Still Flying',
      sidebar: [{ label: 'Lessons', autogenerate: { directory: 'lessons' } }],
    }),
  ],
})
