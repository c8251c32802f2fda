#!/usr/bin/env node
// Runs a TypeScript file of this project: node tools/run-ts.mjs FILE [ARGUMENT…]
// The file sees its own arguments in process.argv.slice(2). If it exports `main`, that is called
// with them, and a number it returns (or a promise of one) becomes the exit code.
import path from 'node:path'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node tools/run-ts.mjs FILE [ARGUMENT…]')
  process.exit(2)
}
const script = path.resolve(file)
process.argv = [process.argv[0], script, ...args]
// The dotenv and public folders of the site are none of a command's business.
const { module } = await runnerImport(script, { publicDir: false, logLevel: 'error' })
const result = await module.main?.(args)
if (typeof result === 'number') process.exitCode = result
