// Runs the journeys: `npm test`, or `npm test -- ticket live` for those whose file's name has one of these words.
import { readdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { program } from './harness/server.mjs'

/** Those that take longest begin first: the last one would run alone, beside a core that has nothing to do. */
const LONG = ['waiting', 'tasks', 'accessibility', 'long-list', 'bulk-500', 'cuts']

const here = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)
const files = (await readdir(join(here, 'journeys')))
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort()
  .sort((one, other) => turn(one) - turn(other))
  .map((name) => join(here, 'journeys', name))
if (files.length === 0) throw new Error(`no journey is named ${wanted.join(' or ')}`)
program()

// What an earlier run left would pass for this one's.
await rm(join(here, 'results/journeys'), { recursive: true, force: true })
// Each file has a server and a browser of its own; more of them at once than cores only makes all of them late.
const atOnce = Math.min(4, availableParallelism())
// The command line of node would run them by the alphabet.
const journeys = run({ files, concurrency: atOnce })
journeys.on('test:fail', () => (process.exitCode = 1))
journeys.compose(new spec()).pipe(process.stdout)
process.on('exit', (status) => {
  if (status !== 0) console.error('\nWhat the pages showed and what the server said: e2e/results/journeys/')
})

function turn(name) {
  const at = LONG.indexOf(name.replace('.test.mjs', ''))
  return at < 0 ? LONG.length : at
}
