/** What goes along with the message that is being written: acts that macros brought, which macros those were, and whom it mentions. */

import type { TicketAct } from './bulk'
import { t } from './i18n.svelte'
import { isPossible } from './act-words'
import { actsOf, joined } from './macro-acts'
import { joinedMentions } from './mentions'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { AppliedMacro, Mention } from './types'

interface Kept {
  acts?: TicketAct[] | undefined
  macros?: string[] | undefined
  mentions?: Mention[] | undefined
}

export class Along {
  acts: TicketAct[] = $state.raw([])
  macros: string[] = $state.raw([])
  /** Who was chosen; whose name was deleted again is not meant any more. */
  mentions: Mention[] = $state.raw([])

  /** Adds what a macro does; says so where some of it cannot be done by this member. */
  bring(chosen: AppliedMacro) {
    const brought = actsOf(chosen.acts, session.staff?.id)
    const possible = brought.filter(isPossible)
    if (possible.length < brought.length) toasts.show(t('macro-acts-left-out'))
    this.acts = joined(this.acts, possible)
    this.macros = [...new Set([...this.macros, chosen.id])]
  }

  mention(one: Mention) {
    this.mentions = joinedMentions(this.mentions, [one])
  }

  takeOff(act: TicketAct) {
    this.acts = this.acts.filter((one) => one !== act)
  }

  restore(kept: Kept | undefined) {
    this.acts = kept?.acts ?? []
    this.macros = kept?.macros ?? []
    this.mentions = kept?.mentions ?? []
  }

  /** What came first goes before what is here. */
  putBefore(first: Kept) {
    this.acts = joined(first.acts ?? [], this.acts)
    this.macros = [...new Set([...(first.macros ?? []), ...this.macros])]
    this.mentions = joinedMentions(first.mentions ?? [], this.mentions)
  }
}
