// The desk that the API's examination asks about: some of everything, so that requests lead somewhere.
import { connectExchange, customer, found, join, roleOf } from './people.mjs'

const SPARE = 6
/** What only a session may do; an API token is refused there. Signing out is left to the browser's journeys. */
const OF_SESSIONS = [
  'find_me',
  'change_me',
  'find_own_availability',
  'set_own_availability',
  'change_password',
  'offer_totp',
  'confirm_totp',
  'remove_totp',
  'renew_recovery_codes',
  'step_up',
  'list_sessions',
  'end_session',
  'create_api_token',
  'list_api_tokens',
  'revoke_api_token',
]
const OF_CUSTOMERS = [
  'list_tickets',
  'open_ticket',
  'find_ticket',
  'read_timeline',
  'post_message',
  'reopen_own_ticket',
  'solve_own_ticket',
  'upload_attachment',
  'download_attachment',
  'read_feed',
  'find_me',
  'find_own_account',
  'freeze_own_account',
  'list_notifications',
  'mark_notifications_read',
  'find_preferences',
  'set_preferences',
  'list_push_subscriptions',
  'add_push_subscription',
  'remove_push_subscription',
  'find_transcript',
  'find_transcript_page',
  'nudge_ticket',
  'escalate_ticket',
  'list_answers',
  'complete_answers',
  'check_text',
  'begin_upload',
  'find_upload',
  'append_to_upload',
  'cancel_upload',
]

/** Makes people and things. Answers who asks, and the ids of what can be asked about. */
export async function furnish(server) {
  const ada = await found(server)
  await connectExchange(ada)
  const mina = await join(ada, { email: 'mina@northwind.example', name: 'Mina Park', role: 'administrator' })
  const lena = await customer(server, { sub: 'lena', name: 'Lena Hoffmann', email: 'lena@mail.example', uid: '48213377' })
  const token = await server.command('token', 'create', '--email', ada.email, '--scope', 'all', '--name', 'examiner', '--print')
  const otto = await customer(server, { sub: 'otto', name: 'Otto Baum', email: 'otto@mail.example', uid: '48213378' })
  await ticket(ada, otto, SPARE + 1)
  const kept = await keptOf(ada, mina, lena)
  const known = await things(ada, mina, lena)
  const examiners = [
    { name: 'an administrator’s token', token: token.trim(), kept },
    { name: 'a member’s session', token: mina.cookie, kept, only: OF_SESSIONS },
    { name: 'a customer', token: lena.cookie, kept, only: OF_CUSTOMERS },
  ]
  return { known, examiners }
}

/** What must not be taken away from those who ask: their token, themselves, their role, their session. */
async function keptOf(ada, mina, lena) {
  const tokens = (await ada.ask('GET', '/api-tokens')).items.map(({ id }) => id)
  const people = await Promise.all([ada, mina].map(async (person) => (await person.ask('GET', '/me')).staff.id))
  const sessions = (await mina.ask('GET', '/sessions')).items.map(({ id }) => id)
  const { id } = (await lena.ask('GET', '/me')).customer
  return [...tokens, ...people, ...sessions, id, (await roleOf(ada, 'administrator')).id]
}

async function things(ada, mina, lena) {
  const idsOf = async (path) => (await ada.ask('GET', path)).items.map(({ id }) => id)
  const brands = await idsOf('/brands')
  const made = async (path, body) => (await ada.ask('POST', path, body)).id
  const several = async (make) => {
    const ids = []
    for (let number = 1; number <= SPARE; number += 1) ids.push(await make(number))
    return ids
  }
  const agent = (await roleOf(ada, 'agent')).id
  const invitation = (number) => ({ email: `spare${number}@northwind.example`, roles: [agent], teams: [], brands, skills: [] })
  const staff = await several((number) => made('/staff', { ...invitation(number), locale: 'en', time_zone: 'UTC' }))
  const links = await several(async (number) => (await ada.ask('POST', `/staff/${staff[number - 1]}/invitation`)).link)
  const tickets = await several((number) => ticket(ada, lena, number))
  const tag = 'night'
  await ada.ask('PUT', `/tickets/${tickets[0]}/tags/${tag}`)
  return {
    brands,
    // The spare ones have not come in yet, and a ticket is given only to those who have.
    staff: [...staff, (await mina.ask('GET', '/me')).staff.id],
    tickets,
    links: links.map((link) => new URL(link).pathname.split('/').at(-1)),
    tags: [tag, 'usdt'],
    categories: ['deposit-not-credited', 'theft', 'other'],
    statuses: [
      ...(await idsOf('/statuses')),
      ...(await several((number) => made('/statuses', { key: `status-${number}`, category: 'waiting_on_internal', names: [{ lang: 'en', name: `Status ${number}` }] }))),
    ],
    customers: [...new Set((await ada.ask('GET', '/tickets')).items.map((row) => row.customer.id))],
    events: (await idsOf('/audit/events')).slice(0, SPARE),
    attachments: await several((number) => attachment(lena, number)),
    roles: await several((number) => made('/roles', { name: `Role ${number}`, grants: { 'ticket.read': 'brand' } })),
    teams: await several((number) => made('/teams', { name: `Team ${number}` })),
    departments: await several((number) => made('/departments', { name: `Department ${number}`, email: `department${number}@northwind.example`, lang: 'en' })),
    skills: await several((number) => made('/skills', { kind: 'topic', name: `Skill ${number}` })),
    webhooks: await several((number) => made('/webhooks', { name: `Hook ${number}`, url: `https://hook${number}.example`, kinds: ['*'] })),
    ...(await help(ada, brands[0], several)),
    macros: await several((number) => made('/macros', { brand_id: brands[0], name: `Answer ${number}`, audience: 'all', texts: [{ lang: 'en', text: 'We are looking into it.' }] })),
    views: await several((number) => made('/views', { name: `View ${number}`, filter: 'is:unassigned', audience: 'all' })),
    uploads: await several((number) => upload(lena, number)),
    'api-tokens': await several((number) => made('/api-tokens', { name: `Spare ${number}`, scopes: ['ticket.read'], expires_at: soon() })),
  }
}

const soon = () => new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString()

async function ticket(ada, lena, number) {
  const { id } = await lena.ask('POST', '/tickets', { category: 'other', subject: `Matter ${number}`, body: 'It is late.' })
  await ada.ask('POST', `/tickets/${id}/messages`, { body: 'We are looking.', visibility: 'public', attachment_ids: [] })
  return id
}

/** A section with terms and articles in it. */
async function help(ada, brand_id, several) {
  const slug = (noun, number) => `${noun}-${number}`
  const sections = await several(async (number) => {
    await ada.ask('PUT', `/help-sections/${slug('section', number)}`, { brand_id, position: number, names: [{ lang: 'en', name: `Section ${number}` }] })
    return slug('section', number)
  })
  const terms = await several(async (number) => {
    await ada.ask('PUT', `/glossary-terms/${slug('term', number)}`, { brand_id, see: [], texts: [{ lang: 'en', term: `Term ${number}`, forms: [], definition: 'What it means.' }] })
    return slug('term', number)
  })
  const article = { brand_id, section: sections[0], kind: 'guide', audience: 'public', lang: 'en', title: 'Fees', summary: 'All of them.', body: 'None.', tags: [], categories: [], related: [], review_days: 90 }
  const articles = await several(async (number) => (await ada.ask('POST', '/articles', { ...article, slug: slug('article', number) })).id)
  const files = await several((number) => attachment(ada, number, `/article-files?brand_id=${brand_id}`))
  return { articles, 'article-files': files, 'help-sections': sections, 'glossary-terms': terms }
}

/** A file of which nothing has arrived yet. */
async function upload(person, number) {
  return (await person.ask('POST', '/uploads', { file_name: `film${number}.mp4`, content_type: 'video/mp4', length: 3_000_000 })).id
}

/** A file that no message has taken yet, or that no article names. */
async function attachment(person, number, path = '/attachments') {
  const headers = { cookie: `proofdesk=${person.cookie}`, 'x-csrf-token': await person.csrf(), 'x-file-name': `log${number}.txt` }
  const answer = await fetch(`${person.server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/plain' },
    body: `line ${number}\n`,
  })
  if (!answer.ok) throw new Error(`an upload was refused: ${answer.status} ${await answer.text()}`)
  return (await answer.json()).id
}
