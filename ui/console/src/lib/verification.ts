/** That a customer is asked to prove who they are: how it stands, and what is news of it. */

import { isNewsOf } from './constraints'
import type { Frame } from './live/machine'
import type { TicketVerification } from './types'

type Times = Pick<TicketVerification, 'until' | 'proven_at' | 'withdrawn_at'>

/** How it stands now, which the server said of the moment when it was asked. */
export function standingOf({ until, proven_at, withdrawn_at }: Times, now: number): TicketVerification['standing'] {
  if (proven_at != null) return 'proven'
  if (withdrawn_at != null) return 'withdrawn'
  return Date.parse(until) <= now ? 'expired' : 'asked'
}

/** Whether a frame tells that the customer is proven otherwise than before. */
export function isProofOf(customer: string, frame: Frame): boolean {
  return isNewsOf(customer, frame) && frame.kind?.startsWith('identity.') === true
}
