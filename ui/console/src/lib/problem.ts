/** What can go wrong with a request, in the two shapes that the pages tell apart. */

export interface FieldProblem {
  field: string
  code: string
  /** In the language that the server takes the reader for. */
  title?: string
  args?: Record<string, string | number>
}

interface ProblemBody {
  type?: string
  title?: string
  status?: number
  code?: string
  detail?: string
  args?: Record<string, string | number>
  errors?: FieldProblem[]
  request_id?: string
  retry?: string
}

/** The server understood and said no (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly args: Record<string, string | number>
  readonly errors: FieldProblem[]
  readonly requestId: string | undefined
  /** The path of the request that was refused. */
  readonly path: string
  /** Whether the same request can succeed: `no`, `later`, `after_change`. */
  readonly retry: string | undefined
  /** From `Retry-After`. */
  readonly retryAfterSeconds: number | undefined

  constructor(status: number, body: ProblemBody, headers?: Headers, path = '') {
    super(body.title ?? `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? `http-${status}`
    this.title = body.title ?? `HTTP ${status}`
    this.detail = body.detail
    this.args = body.args ?? {}
    this.errors = body.errors ?? []
    this.requestId = body.request_id ?? headers?.get('x-request-id') ?? undefined
    this.retry = body.retry
    this.path = path
    const seconds = Number(headers?.get('retry-after') ?? NaN)
    this.retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined
  }

  static async from(response: Response): Promise<Problem> {
    let body: ProblemBody = {}
    try {
      const parsed: unknown = await response.json()
      if (typeof parsed === 'object' && parsed !== null) body = parsed
    } catch {
      // A proxy in between answered with a page of its own; the status is all that is known.
    }
    const path = response.url === '' ? '' : new URL(response.url).pathname
    return new Problem(response.status, body, response.headers, path)
  }
}

/** No answer came: it is not known whether the server saw the request. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause })
  }
}

export type Failure = Problem | Unreachable

export function failure(error: unknown): Failure {
  if (error instanceof Problem || error instanceof Unreachable) return error
  if (error instanceof DOMException || error instanceof TypeError) return new Unreachable(error)
  throw error
}

/** Whether the same request may go through later without anybody changing anything. */
export function isTransient(error: Failure): boolean {
  return isFault(error) || (error instanceof Problem && (error.status === 429 || error.retry === 'later'))
}

/** Whether something of ours is broken, rather than something of what was asked. */
export function isFault(error: Failure): boolean {
  return error instanceof Unreachable || error.status >= 500
}
