/** One request: cookies, the CSRF token, problems as exceptions. */

import { Problem, Unreachable } from './problem'
import { uniqueKey } from './random'

export const ROOT = '/api/v1'

let csrf = ''
let onSignedOut: () => void = () => {}

export function setCsrf(token: string) {
  csrf = token
}

/** What to do when the server no longer knows the session. */
export function whenSignedOut(act: () => void) {
  onSignedOut = act
}

export interface Ask {
  query?: Record<string, string | number | undefined | null>
  body?: unknown
  /** The version that a change was made from. */
  ifMatch?: number | undefined
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

export function csrfHeader(): Record<string, string> {
  return csrf === '' ? {} : { 'x-csrf-token': csrf }
}

export function address(path: string, query: Ask['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `${ROOT}${path}${text === '' ? '' : `?${text}`}`
}

export async function ask<T>(method: string, path: string, options: Ask = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') {
    Object.assign(headers, csrfHeader())
    if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? uniqueKey()
  }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`
  let response: Response
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    throw new Unreachable(error)
  }
  if (!response.ok) {
    const problem = await Problem.from(response)
    if (problem.code === 'signed-out' || problem.code === 'session-expired') onSignedOut()
    throw problem
  }
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T
  return (await response.json()) as T
}
