// Asks a real server everything that its description allows, and much that it does not, signed in: no answer may be a
// failure of the server, or something that the description does not say.
//
// It is asked by an administrator's API token, by a member's session for what only a session may do, and by a customer. What is
// given on the command line goes to schemathesis, such as `--include-path /api/v1/tickets`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { furnish } from './harness/examined.mjs'
import { Server } from './harness/server.mjs'

const RESULTS = fileURLToPath(new URL('results/api/', import.meta.url))
const EXAMPLES = process.env.PROOFDESK_API_EXAMPLES ?? '100'
const SEED = process.env.PROOFDESK_API_SEED ?? '20261121'
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
  'missing_required_header',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
]
/** So many characters of what a server that ended said are shown. */
const LAST = 8000
/** These answer for as long as the client stays; tests of their own connect to them. */
const ENDLESS = ['open_live', 'stream_live']

await rm(RESULTS, { recursive: true, force: true })
await mkdir(RESULTS, { recursive: true })
const server = await Server.start()
const failed = []
try {
  const { known, examiners } = await furnish(server)
  // The tool keeps one core busy: who asks for everything asks twice at once, for a half each.
  const [first, ...others] = examiners
  const [left, right] = await halves(first)
  const inTurn = async (some) => {
    for (const examiner of some) if (!(await passes(examiner, known))) failed.push(examiner.name)
  }
  // One that breaks off does not end the server under the others.
  for (const done of await Promise.allSettled([inTurn([left]), inTurn([right, ...others].filter(Boolean))])) {
    if (done.status === 'rejected') failed.push(done.reason.message)
  }
} catch (failure) {
  failed.push(failure.message)
} finally {
  await writeFile(`${RESULTS}server.log`, server.log)
  if (server.ended !== undefined) {
    const last = server.log.slice(-LAST)
    failed.push(`the server ended on the way (${server.ended})`)
    console.error(`\nThe last that the server said:\n${last}`)
  }
  if (failed.length > 0) {
    console.error(`\nNot passed: ${failed.join('; ')}. What the server said: e2e/results/api/server.log`)
    process.exitCode = 1
  }
  await server.remove()
}

/**
 * Who asks for everything, as two who ask for about half of the operations each. The operations of a noun stay together, since
 * the answer of one leads to another. Whoever was told on the command line what to ask stays one.
 */
async function halves(examiner) {
  if (process.argv.length > 2) return [examiner]
  const nouns = new Map()
  for (const [path, item] of Object.entries(await description())) {
    const noun = path.split('/')[3]
    const ids = Object.values(item).flatMap(({ operationId }) => operationId ?? [])
    nouns.set(noun, [...(nouns.get(noun) ?? []), ...ids])
  }
  const parts = [[], []]
  for (const ids of [...nouns.values()].sort((one, other) => other.length - one.length)) {
    const smaller = parts[0].length <= parts[1].length ? parts[0] : parts[1]
    smaller.push(...ids)
  }
  const [one, other] = parts
  return [
    { ...examiner, name: `${examiner.name}, one half`, except: other },
    { ...examiner, name: `${examiner.name}, the other half`, except: one },
  ]
}

async function description() {
  const answer = await fetch(`${server.url}/api/v1/openapi.json`)
  return (await answer.json()).paths
}

async function passes(examiner, known) {
  const { status, said } = await examine(examiner, known)
  process.stdout.write(`\nAsked by ${examiner.name}\n${said}`)
  await stillIn(examiner)
  return status === 0
}

/** Lets the tool ask; what it says is kept until it is done, since several ask at once. */
async function examine({ name, token, kept, only = [], except = [] }, known) {
  const args = [
    ...['--config-file', 'schemathesis.toml'],
    ...['run', `${server.url}/api/v1/openapi.json`],
    ...['--header', `Authorization: Bearer ${token}`],
    ...['--checks', CHECKS.join(',')],
    ...['--phases', 'examples,coverage,fuzzing,stateful'],
    ...['--max-examples', EXAMPLES],
    ...['--seed', SEED, '--generation-database', 'none'],
    ...['--workers', '1', '--request-timeout', '120', '--warnings', 'off'],
    ...['--report', 'junit', '--report-junit-path', `${RESULTS}${name.replace(/[^a-z]+/g, '-')}.xml`],
    ...only.flatMap((operation) => ['--include-operation-id', operation]),
    ...[...new Set([...ENDLESS, ...except])].flatMap((operation) => ['--exclude-operation-id', operation]),
    ...process.argv.slice(2),
  ]
  const environment = { ...process.env, EXAMINER_KNOWS: JSON.stringify(known), EXAMINER_KEEPS: kept.join(',') }
  const tool = spawn(process.env.SCHEMATHESIS || 'schemathesis', args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
  let said = ''
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [status] = await once(tool, 'close')
  return { status, said }
}

/** Whoever lost the way in during the examination was refused from then on, and the examination is worth nothing. */
async function stillIn({ name, token }) {
  const answer = await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  const me = await answer.json()
  if (me.kind === 'anonymous' || !answer.ok) throw new Error(`${name} was locked out on the way`)
}
