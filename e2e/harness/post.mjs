// A post office for journeys: takes every mail that the desk sends, and forwards none. Whether real servers take them is
// tested elsewhere (crates/server/tests/it/mail.rs, with postfix and dovecot); here a person reads them.
import { createServer } from 'node:net'
import { until } from './expect.mjs'

/** Opens it on a free port. */
export async function postOffice() {
  const mails = []
  const server = createServer((socket) => serve(socket, mails))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    /** What the desk is told of it. */
    settings: {
      PROOFDESK__MAIL__HOST: '127.0.0.1',
      PROOFDESK__MAIL__PORT: String(server.address().port),
      PROOFDESK__MAIL__TLS: 'none',
      PROOFDESK__MAIL__FROM: 'support@northwind.example',
    },
    /** The next mail to an address that `fits`. */
    mail: (to, fits = () => true) =>
      until(`a mail to ${to}`, () => mails.find((mail) => mail.to.includes(to) && fits(mail))),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** As much of SMTP (RFC 5321) as a client that behaves needs. */
function serve(socket, mails) {
  const say = (line) => socket.write(`${line}\r\n`)
  let [pending, to, lines] = ['', [], undefined]
  const command = (line) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
    if (verb === 'DATA') {
      lines = []
      return say('354 go on')
    }
    if (verb === 'QUIT') {
      say('221 bye')
      return socket.end()
    }
    say('250 ok')
  }
  const text = (line) => {
    if (line !== '.') return lines.push(line.startsWith('..') ? line.slice(1) : line)
    mails.push({ to, ...read(lines.join('\r\n')) })
    ;[to, lines] = [[], undefined]
    say('250 taken')
  }
  socket.setEncoding('latin1')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    const parts = (pending + chunk).split('\r\n')
    pending = parts.pop()
    for (const line of parts) (lines ? text : command)(line)
  })
  say('220 post.northwind.example')
}

/** The head, and the parts by their type, as text. */
function read(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1]
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw]
  const of = (type) => parts.filter((part) => part.toLowerCase().includes(`content-type: ${type}`)).map(decoded)[0] ?? ''
  return { head, text: of('text/plain'), html: of('text/html') }
}

function decoded(part) {
  const [head, ...rest] = part.trimStart().split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: *base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/transfer-encoding: *quoted-printable/i.test(head)) return Buffer.from(body, 'latin1').toString()
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
