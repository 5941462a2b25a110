// Runs the journeys: `npm test`, or `npm test -- ticket live` for those whose file's name has one of these words.
import { spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { program } from './harness/server.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)
const files = (await readdir(join(here, 'journeys')))
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .map((name) => join('journeys', name))
if (files.length === 0) throw new Error(`no journey is named ${wanted.join(' or ')}`)
program()

// What an earlier run left would pass for this one's.
await rm(join(here, 'results/journeys'), { recursive: true, force: true })
// Each file has a server and a browser of its own; more of them at once than cores only makes all of them late.
const atOnce = Math.min(4, availableParallelism())
const args = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`, ...files]
const run = spawn(process.execPath, args, { cwd: here, stdio: 'inherit' })
run.on('exit', (status) => {
  if (status !== 0) console.error('\nWhat the pages showed and what the server said: e2e/results/journeys/')
  process.exitCode = status ?? 1
})
