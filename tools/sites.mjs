// The built course as the end-to-end tests see it: at the root of a host, below a folder, and in
// the pseudo-language. One server each; the configuration of Playwright starts them.
import { freePort } from './free-port.mjs'

export const sites = [
  { name: 'root', dir: 'dist', base: '/', firstPort: 4273 },
  { name: 'subfolder', dir: 'dist', base: '/a/sub/folder/', firstPort: 4373 },
  { name: 'pseudo', dir: '.build/dist-pseudo', base: '/', firstPort: 4473 },
]

const variable = (name) => `STILL_FLYING_PORT_${name.toUpperCase()}`

/**
 * Picks a free port for each site and remembers it in the environment, which Playwright's workers
 * inherit: they read this configuration again and must come to the same answer.
 */
export async function claimPorts(environment = process.env) {
  for (const { name, firstPort } of sites) {
    environment[variable(name)] ??= String(await freePort(firstPort))
  }
}

/** The address of a site, ending in a slash. */
export function siteUrl(name, environment = process.env) {
  const site = sites.find((one) => one.name === name)
  const port = environment[variable(name)]
  if (!site) throw new RangeError(`siteUrl: there is no site ${name}`)
  if (!port) throw new Error(`siteUrl: no port was claimed for ${name}; run through Playwright`)
  return `http://127.0.0.1:${port}${site.base}`
}
