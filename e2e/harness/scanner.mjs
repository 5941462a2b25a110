// A virus scanner that speaks clamd's protocol and knows one thing: a file with this text in it is bad.
import { once } from 'node:events'
import { createServer } from 'node:net'

export const BAD = 'this file is bad, says the scanner of the photographs'

export class Scanner {
  static async start() {
    const scanner = new Scanner()
    scanner.server = createServer((socket) => {
      let held = Buffer.alloc(0)
      socket.on('error', () => socket.destroy())
      socket.on('data', (chunk) => {
        held = Buffer.concat([held, chunk])
        if (held.includes('zPING\0')) return socket.end('PONG\0')
        // The last chunk of a stream has the length zero.
        if (!held.subarray(-4).equals(Buffer.alloc(4))) return
        socket.end(held.includes(BAD) ? 'stream: Photograph.Bad FOUND\0' : 'stream: OK\0')
      })
    })
    scanner.server.listen(0, '127.0.0.1')
    await once(scanner.server, 'listening')
    return scanner
  }

  get address() {
    return `tcp:127.0.0.1:${this.server.address().port}`
  }

  stop() {
    this.server.close()
  }
}
