// Checks that every script here can be read, and that none leaves a mark of work in hand.
import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const FOLDERS = ['.', 'harness', 'journeys']
const MARKS = [
  [/\b(?:test|journey|describe)\.only\b/, 'runs alone, and the others do not'],
  [/\b(?:test|journey)\.skip\b/, 'is skipped'],
  [/\bdebugger\b/, 'stops for a debugger'],
  [/waitForTimeout/, 'sleeps; wait for what is to be seen'],
]

let wrong = 0
for (const folder of FOLDERS) {
  for (const name of await readdir(join(here, folder))) {
    if (!name.endsWith('.mjs')) continue
    const file = join(folder, name)
    execFileSync(process.execPath, ['--check', join(here, file)], { stdio: 'inherit' })
    if (file === 'lint.mjs') continue
    const text = await readFile(join(here, file), 'utf8')
    for (const [mark, why] of MARKS) {
      if (!mark.test(text)) continue
      console.error(`e2e/${file}: ${why} (${mark.source})`)
      wrong += 1
    }
  }
}
process.exitCode = wrong === 0 ? 0 : 1
