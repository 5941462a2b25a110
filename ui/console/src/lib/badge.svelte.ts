/** How much came that was not looked at, in front of the title: a tab in the background tells it too. */

import { inbox } from './inbox.svelte'
import { total } from './title'

class Badge {
  /** Messages of the open ticket that came while the page was out of sight. */
  missed = $state(0)
  /** What is new among the mentions was not read either, and counts once. */
  count = $derived(total(inbox.queue === 'mentions' ? 0 : inbox.incoming.length, inbox.counts, this.missed))

  listen(): () => void {
    const look = () => {
      if (!document.hidden) this.missed = 0
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }

  /** Messages came to the ticket that is open. */
  came(count: number) {
    if (document.hidden) this.missed += count
  }
}

export const badge = new Badge()
