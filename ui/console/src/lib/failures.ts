/** A failure in words that a person can act on. */

import { t, tOr } from './i18n.svelte'
import { permissionName } from './names'
import { Problem, Unreachable, type Failure, type FieldProblem } from './problem'

export function say(error: Failure): string {
  if (error instanceof Unreachable) return t('failure-unreachable')
  return tOr(`error-${error.code}`, error.detail ?? error.title, named(error.args))
}

/** A permission by the name that the roles' matrix shows, not by the word on the wire. */
function named(args: Problem['args']): Problem['args'] {
  return typeof args.permission === 'string' ? { ...args, permission: permissionName(args.permission) } : args
}

/** What is wrong with one field, or undefined. */
export function sayField(error: Failure | undefined, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const found: FieldProblem | undefined = error.errors.find((one) => one.field === field)
  if (!found) return undefined
  return tOr(`error-${found.code}`, found.title ?? found.code, { field, ...found.args })
}

export function requestId(error: Failure): string | undefined {
  return error instanceof Problem ? error.requestId : undefined
}

/** Whether a failure is said beside one of these fields already. */
export function hasFieldError(error: Failure | undefined, fields: readonly string[]): boolean {
  return fields.some((field) => sayField(error, field) !== undefined)
}

/** What a message asks for that no message may ask for; empty for any other failure. */
export function wantedBy(error: Failure | undefined): string[] {
  if (!(error instanceof Problem)) return []
  const all = [{ code: error.code, args: error.args }, ...error.errors]
  return all.filter(({ code }) => code === 'asks-for-secret').flatMap(({ args }) => (args?.wanted ? [String(args.wanted)] : []))
}
