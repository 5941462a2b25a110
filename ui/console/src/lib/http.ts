/** One request: cookies, the CSRF token, problems as exceptions. */

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

/** Where a code is itself what is sent, so that asking for one would go round in circles. */
const PROOFS = ['/session', '/session/step-up']

export async function ask<T>(method: string, path: string, options: Ask = {}): Promise<T> {
  try {
    return await once<T>(method, path, options)
  } catch (error) {
    const wanted = error instanceof Problem && error.code === 'second-factor-required' && !PROOFS.includes(path)
    if (!wanted || !(await onStepUp())) throw error
    return once<T>(method, path, options)
  }
}

async function once<T>(method: string, path: string, options: Ask): Promise<T> {
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
  let text: string
  try {
    text = await response.text()
  } catch (error) {
    // Cut off midway: whether the act was done is not known.
    throw new Unreachable(error)
  }
  return (text === '' ? undefined : JSON.parse(text)) as T
}
