/** Evidence and secrets in the reader's words. */

import { isProse, problemArguments, problemKey, stateOf, type State } from './evidence'
import { t, tOr, words } from './i18n.svelte'
import { leakGroup } from './leaks'
import { authorName } from './names'
import type { Evidence, TimelineItem } from './types'

export function kindName(kind: string): string {
  return tOr(`evidence-kind-${kind.replaceAll('_', '-')}`, kind)
}

/** A network by its own name; one that is younger than this console by its stable name. */
export function networkName(network: string): string {
  return tOr(`network-${network}`, network.replaceAll('-', ' '))
}

/** The one network that it is on; undefined while several are possible, or none. */
export function onlyNetwork({ networks, link }: Pick<Evidence, 'networks' | 'link'>): string | undefined {
  const one = networks.length === 1 ? networks[0] : networks.length === 0 ? link?.network : undefined
  return one == null ? undefined : networkName(one)
}

/** The state in a few words. */
export function stateWord(evidence: Evidence): string {
  const state: State = stateOf(evidence)
  switch (state) {
    case 'checked':
      return t('evidence-state-checked')
    case 'shape':
      return t('evidence-state-shape')
    case 'phishing':
      return t('evidence-state-phishing')
    case 'problem':
      return t('evidence-problem')
  }
}

/** The state in a sentence that says what is known and what is not. */
export function stateSentence(evidence: Evidence): string {
  const { problem } = evidence
  if (problem) {
    return tOr(problemKey(problem), t('evidence-problem'), {
      what: kindName(evidence.kind),
      ...problemArguments(problem.arguments),
    })
  }
  if (evidence.check === 'problem') return t('evidence-problem')
  if (evidence.check === 'checksum') return t('evidence-checked')
  // Nobody expects a checksum of an amount or a time.
  return t(isProse(evidence) ? 'evidence-as-written' : 'evidence-shape')
}

/** Who put it on the ticket; whoever added it by hand is known by the event. */
export function originOf(evidence: Evidence, items: readonly TimelineItem[]): string {
  if (evidence.message_id != null) return t('evidence-found-by-desk')
  const added = items.find(
    (item) => item.type === 'event' && item.kind === 'ticket.evidence_added' && idIn(item.data) === evidence.id,
  )
  const name = added?.type === 'event' ? authorName(added.actor) : authorName({ kind: evidence.author })
  return t('evidence-added-by', { name })
}

function idIn(data: Record<string, unknown> | null | undefined): unknown {
  const fact = data?.evidence
  return typeof fact === 'object' && fact !== null && 'id' in fact ? fact.id : undefined
}

export function secretName(kind: string): string {
  return tOr(`secret-${kind}`, kind)
}

/** Several names as one phrase, each once. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(words.locale, { type: 'conjunction', style: 'narrow' }).format(new Set(names))
}

/** What the one who leaked a secret of this kind should do now. */
export function adviceFor(kind: string): string | undefined {
  const group = leakGroup(kind)
  return group === undefined ? undefined : t(`leak-advice-${group}`)
}

/** Why a text cannot go out. */
export function askingFor(wanted: string): string {
  return tOr(`asks-for-secret-${wanted.replaceAll('_', '-')}`, t('asks-for-secret-title'))
}
