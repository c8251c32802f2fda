// Adds to package-lock.json the optional platform packages of @lix-js/sdk that a registry may not
// hold. Without them `npm ci` refuses the lock; they are never installed where they do not exist.
import { readFileSync, writeFileSync } from 'node:fs'
const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const { version } = lock.packages['node_modules/@lix-js/sdk']
for (const [os, cpu] of [
  ['darwin', 'arm64'],
  ['linux', 'arm64'],
  ['win32', 'x64'],
]) {
  lock.packages[`node_modules/@lix-js/sdk-${os}-${cpu}`] ??= {
    version,
    cpu: [cpu],
    dev: true,
    optional: true,
    os: [os],
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
