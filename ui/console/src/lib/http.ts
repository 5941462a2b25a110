/** The generated client with what every request has in common: the CSRF token, keys, problems as exceptions. */

import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '../../../shared/api'
import { Problem, Unreachable } from './problem'
import { uniqueKey } from './random'

export const ROOT = '/api/v1'

let csrf = ''
let onSignedOut: () => void = () => {}
let onStepUp: () => Promise<boolean> = () => Promise.resolve(false)

export function setCsrf(token: string) {
  csrf = token
}

/** What to do when the server no longer knows the session. */
export function whenSignedOut(act: () => void) {
  onSignedOut = act
}

/** How to ask for a fresh second factor before a dangerous act. Answers whether it was given. */
export function whenStepUp(ask: () => Promise<boolean>) {
  onStepUp = ask
}

export function csrfHeader(): Record<string, string> {
  return csrf === '' ? {} : { 'x-csrf-token': csrf }
}

const common: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return
    for (const [header, value] of Object.entries(csrfHeader())) request.headers.set(header, value)
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', uniqueKey())
    }
  },
  async onResponse({ response }) {
    if (response.ok) return
    const problem = await Problem.from(response)
    if (problem.code === 'signed-out' || problem.code === 'session-expired') onSignedOut()
    throw problem
  },
}

export const client = createClient<paths>({
  fetch: async (request: Request) => {
    try {
      return await fetch(request)
    } catch (error) {
      throw new Unreachable(error)
    }
  },
})
client.use(common)

/** Where a code is itself what is sent, so that asking for one would go round in circles. */
const PROOFS = [`${ROOT}/session`, `${ROOT}/session/step-up`]

/**
 * What a call answers. A call that the server wants a fresh second factor for is made once more when that was given;
 * so it is handed over as a function.
 */
export async function take<T>(call: () => Promise<{ data?: T; response: Response }>): Promise<T> {
  let asked: Problem
  try {
    return (await call()).data as T
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'second-factor-required') throw error
    asked = error
  }
  if (PROOFS.includes(asked.path) || !(await onStepUp())) throw asked
  return (await call()).data as T
}

/** Sends a file as it is. The generated client gives each request a key, and whoever streams a file in keeps none. */
export async function sendFile(path: string, file: File, name: string): Promise<unknown> {
  try {
    const headers = { ...csrfHeader(), accept: 'application/json', 'content-type': file.type || 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
    const response = await fetch(path, { method: 'POST', headers, body: file })
    if (response.ok) return await response.json()
    const problem = await Problem.from(response)
    if (problem.code === 'signed-out' || problem.code === 'session-expired') onSignedOut()
    throw problem
  } catch (error) {
    throw error instanceof Problem ? error : new Unreachable(error)
  }
}

/**
 * Bytes of what stands at a path, from one place to before another. The generated client reads whole answers, and a text file is looked at
 * in pieces.
 */
export async function part(path: string, from: number, until: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(path, { headers: { range: `bytes=${from}-${until - 1}` }, cache: 'no-store', signal })
    if (response.ok) {
      const bytes = new Uint8Array(await response.arrayBuffer())
      // Whoever does not know parts answers with the whole.
      return response.status === 206 ? bytes : bytes.subarray(from, until)
    }
    const problem = await Problem.from(response)
    if (problem.code === 'signed-out' || problem.code === 'session-expired') onSignedOut()
    throw problem
  } catch (error) {
    throw error instanceof Problem ? error : new Unreachable(error)
  }
}
