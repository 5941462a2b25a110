/** How much came that was not looked at, in front of the title: a tab in the background tells it too. */

import { inbox } from './inbox.svelte'
import { total } from './title'

class Badge {
  /** Tickets in which somebody wrote while the page was out of sight: the open one, and those of the list. */
  missed: ReadonlySet<string> = $state.raw(new Set())
  /** What is new among the mentions was not read either, and counts once. */
  count = $derived(total(inbox.queue === 'mentions' ? 0 : inbox.incoming.length, inbox.counts, this.missed.size))

  listen(): () => void {
    const look = () => {
      if (!document.hidden) this.missed = new Set()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }

  /** Messages came to these tickets. */
  came(tickets: readonly string[]) {
    if (document.hidden && tickets.length > 0) this.missed = new Set([...this.missed, ...tickets])
  }
}

export const badge = new Badge()
inbox.came = (tickets) => badge.came(tickets)
