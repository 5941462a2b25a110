import { api } from './api'
import { Drafts } from './drafts'
import { setCsrf, whenSignedOut } from './http'
import { words } from './i18n.svelte'
import { failure, type Failure } from './problem'
import type { Me, Permission } from './types'

type Phase = 'unknown' | 'anonymous' | 'enrolment' | 'staff' | 'customer' | 'failed'

class Session {
  me: Me | undefined = $state.raw()
  phase: Phase = $state('unknown')
  error: Failure | undefined = $state.raw()
  /** The session ended while pages were open; what was typed is still in them. */
  ended = $state(false)
  /** What was not sent yet, kept in this browser. */
  drafts = $derived(new Drafts(localStorage, this.me?.staff?.id ?? 'nobody'))

  constructor() {
    whenSignedOut(() => {
      if (this.phase === 'staff') this.ended = true
      if (this.phase !== 'anonymous') void this.load()
    })
  }

  get staff() {
    return this.me?.staff ?? undefined
  }

  can(permission: Permission): boolean {
    return this.me?.staff?.permissions[permission] !== undefined
  }

  async load(): Promise<void> {
    try {
      const me = await api.me()
      setCsrf(me.csrf_token)
      this.error = undefined
      if (this.ended) {
        this.phase = phase(me)
        // Whose pages these are stays as it was until the same person is back; anybody else starts afresh.
        if (!me.staff) return
        if (me.staff.id !== this.me?.staff?.id) return location.reload()
      }
      this.me = me
      words.timeZone = me.staff?.time_zone
      await words.choose(me.staff?.locale)
      this.phase = phase(me)
      if (this.phase === 'staff') this.ended = false
    } catch (error) {
      this.error = failure(error)
      if (this.phase === 'unknown') this.phase = 'failed'
    }
  }

  async signOut(): Promise<void> {
    await api.signOut()
    this.ended = false
    await this.load()
  }
}

function phase(me: Me): Phase {
  if (me.kind === 'staff' && me.staff) {
    return me.staff.totp.required && !me.staff.totp.enrolled ? 'enrolment' : 'staff'
  }
  return me.kind === 'customer' ? 'customer' : 'anonymous'
}

export const session = new Session()
