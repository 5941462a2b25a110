// Asks a real server everything that its description allows, and much that it does not, signed in as an administrator by
// an API token: no answer may be a failure of the server or something that the description does not say.
//
// What is given on the command line goes to schemathesis, such as `--include-path /api/v1/tickets`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { connectExchange, customer, found, join } from './harness/people.mjs'
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
  'ignored_auth',
]
/** These answer for as long as the client stays. */
const ENDLESS = ['open_live', 'stream_live']

const server = await Server.start()
try {
  const token = await furnish(server)
  process.exitCode = await examine(server, token)
  await stillGood(server, token)
} finally {
  if (process.exitCode !== 0) await keepLog(server)
  await server.remove()
}

/** People, a customer and tickets, so that ids in answers lead somewhere. Answers an administrator's token. */
async function furnish(server) {
  const ada = await found(server)
  await connectExchange(ada)
  const mina = await join(ada, { email: 'mina@northwind.example', name: 'Mina Park' })
  const lena = await customer(server, { sub: 'lena', name: 'Lena Hoffmann', email: 'lena@mail.example', uid: '48213377' })
  for (const category of ['deposit-not-credited', 'withdrawal-pending', 'theft']) {
    const { id } = await lena.ask('POST', '/tickets', { category, subject: `About ${category}`, body: 'It is late.' })
    await mina.ask('POST', `/tickets/${id}/messages`, { body: 'We are looking.', visibility: 'public', attachment_ids: [] })
  }
  return tokenOf(server, ada.email)
}

async function tokenOf(server, email) {
  const printed = await server.command('token', 'create', '--email', email, '--scope', 'all', '--name', 'schemathesis', '--print')
  return printed.trim()
}

async function examine(server, token) {
  const args = [
    'run',
    `${server.url}/api/v1/openapi.json`,
    ...['--header', `Authorization: Bearer ${token}`],
    ...['--checks', CHECKS.join(',')],
    ...['--phases', 'examples,coverage,fuzzing,stateful'],
    ...['--max-examples', EXAMPLES],
    ...['--seed', SEED, '--generation-database', 'none'],
    ...['--workers', '2', '--request-timeout', '30'],
    ...['--report', 'junit', '--report-dir', RESULTS],
    ...ENDLESS.flatMap((operation) => ['--exclude-operation-id', operation]),
    ...process.argv.slice(2),
  ]
  await mkdir(RESULTS, { recursive: true })
  const tool = spawn(process.env.SCHEMATHESIS || 'schemathesis', args, { stdio: 'inherit' })
  const [status] = await once(tool, 'exit')
  return status ?? 1
}

/** A token that was revoked on the way would have made every later answer a refusal, and the run worth nothing. */
async function stillGood(server, token) {
  const answer = await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  const me = await answer.json()
  if (me.kind !== 'staff') throw new Error('the token does not open the API any more: the examples after that asked nothing')
}

async function keepLog(server) {
  await writeFile(`${RESULTS}server.log`, server.log)
  console.error('\nWhat the server said: e2e/results/api/server.log')
}
