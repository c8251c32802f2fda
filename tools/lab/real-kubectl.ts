// A real kubectl for the tests: the one on the PATH, or Debian's, unpacked without any rights.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** How long a package may take to come. */
const DOWNLOAD_MS = 15_000

const works = (kubectl: string): boolean => {
  try {
    execFileSync(kubectl, ['version', '--client'], { stdio: 'ignore', timeout: 5000 })
    return true
  } catch {
    return false
  }
}

/**
 * Finds a kubectl.
 *
 * @param folder where one may be unpacked
 * @returns the program, or why there is none
 */
export function findKubectl(
  folder: string,
): { readonly kubectl: string } | { readonly missing: string } {
  if (works('kubectl')) return { kubectl: 'kubectl' }
  const options = { cwd: folder, stdio: 'ignore', timeout: DOWNLOAD_MS } as const
  try {
    execFileSync('apt-get', ['download', 'kubernetes-client'], options)
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.deb'))
    if (file === undefined) return { missing: 'the package kubernetes-client did not come' }
    execFileSync('dpkg', ['-x', file, folder], options)
  } catch {
    return { missing: 'no kubectl on the PATH, and no package kubernetes-client to be had' }
  }
  const kubectl = path.join(folder, 'usr', 'bin', 'kubectl')
  return existsSync(kubectl) && works(kubectl)
    ? { kubectl }
    : { missing: 'the kubectl of the package kubernetes-client does not run here' }
}
