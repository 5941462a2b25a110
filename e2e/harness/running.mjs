// A desk that runs already, for what is watched and measured on it: its address, its process and a member of it, by flags or by the environment.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Person } from './people.mjs'

/** The demo's own, who protect nothing (`proofdesk demo` prints them). */
const MEMBER = 'jonas@larkspur.example'
const PASSWORD = 'larkspur-demo-only'

/**
 * Reads `--url`, `--pid`, `--email` and `--password` (or `PROOFDESK_URL`, `PROOFDESK_PID`, `PROOFDESK_EMAIL`, `PROOFDESK_PASSWORD`), and the
 * numbers and words that a script has of its own: `own` says what each is when nobody says otherwise.
 */
export function wishes(own) {
  const { env } = process
  const given = {
    url: env.PROOFDESK_URL ?? 'http://127.0.0.1:7070',
    pid: env.PROOFDESK_PID ?? '',
    email: env.PROOFDESK_EMAIL ?? MEMBER,
    password: env.PROOFDESK_PASSWORD ?? PASSWORD,
    ...own,
  }
  const options = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { type: 'string', default: String(value) }]))
  const { values } = parseArgs({ options })
  for (const [name, value] of Object.entries(own)) {
    if (typeof value !== 'number') continue
    values[name] = Number(values[name])
    if (!(values[name] >= 0)) throw new Error(`--${name} is a number`)
  }
  return { ...values, url: values.url.replace(/\/+$/, '') }
}

/** A member of the running desk, signed in. */
export async function member({ url, email, password }) {
  const person = new Person({ url })
  await person.ask('POST', '/session', { email, password })
  return person
}

/** What a process holds of the machine's memory, in KiB: all of it, and without the files that it only looks into. */
export async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])
  return { all: kib('VmRSS'), own: kib('RssAnon') }
}

// Delay because a person looks at what they opened before they go on.
export const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
