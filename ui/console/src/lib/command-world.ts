/** What the command bar can speak of just now. */

import { mayAct } from './acts'
import { AVAILABILITIES } from './availability'
import { availabilityName } from './availability-words'
import { VERBS, type Verb, type World } from './commands'
import { directory } from './directory.svelte'
import { mayFollow } from './following.svelte'
import { t, tOr, words } from './i18n.svelte'
import { presets, typedMoment } from './snooze'
import { snoozeWords } from './snooze-words'
import { macros } from './macros.svelte'
import { selection } from './selection.svelte'
import { bindings, isOffered } from './shortcuts.svelte'
import { fieldName, priorityName, statusName } from './names'
import { THEMES } from './prefs.svelte'
import { QUEUES, TEAM_QUEUE } from './queue'
import { queuePath, SECTIONS, sectionNeeds, settingsPath } from './routes'
import { revealable } from './revealing'
import { session } from './session.svelte'
import { PRIORITIES, type TicketSummary } from './types'

/** `a, b, c` in a message are several words for the same. */
function listed(words: string): string[] {
  return words.split(/[,，、]/).map((word) => word.trim()).filter(Boolean)
}

/** Acts that end in the bar itself, or mean nothing from it. */
const POINTLESS = ['commands', 'acts', 'next', 'previous', 'open', 'first', 'last', 'page-next', 'page-previous', 'next-write', 'previous-write', 'extend-next', 'extend-previous', 'send', 'send-solve', 'send-wait']

function snoozes(targets: readonly TicketSummary[]): World['snoozes'] {
  const aside = targets.some(({ snooze }) => snooze != null)
  return [
    ...presets(Date.now(), words.timeZone).map(({ id, snooze }) => ({ name: t(`snooze-${id}`), words: [id], snooze })),
    ...(aside ? [{ name: t('snooze-wake'), words: ['wake', 'now'], snooze: null }] : []),
  ]
}

export function world(targets: readonly TicketSummary[]): World {
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, listed(tOr(`command-verb-${verb}`, verb))])) as Record<Verb, string[]>
  const me = session.staff
  return {
    verbs,
    me: me && { id: me.id, name: me.name },
    people: mayAct('assign') ? directory.assignable : [],
    colleagues: mayFollow() ? directory.assignable : [],
    teams: mayAct('assign') ? directory.teams : [],
    statuses: mayAct('status') ? directory.statuses.map((status) => ({ ...status, name: statusName(status) })) : [],
    priorities: mayAct('priority') ? PRIORITIES.map((id) => ({ id, name: priorityName(id) })) : [],
    snoozes: mayAct('snooze') ? snoozes(targets) : [],
    typedSnooze: (text) => {
      const snooze = mayAct('snooze') ? typedMoment(text, Date.now(), words.timeZone, [t('snooze-word-tomorrow')]) : undefined
      return snooze && { name: snoozeWords(snooze), snooze }
    },
    macros: selection.size > 0 ? [] : macros.list.filter(({ is_allowed }) => is_allowed),
    tags: mayAct('tag') ? directory.tags.map(({ name }) => name) : [],
    availabilities: AVAILABILITIES.map((id) => ({ id, name: availabilityName(id) })),
    masked: revealable().map((id) => ({ id, name: fieldName(id) })),
    themes: THEMES.map((id) => ({ id, name: t(`theme-${id}`) })),
    places: [
      ...QUEUES.map((queue) => ({ path: queuePath(queue), name: t(`queue-${queue}`), words: [queue.replaceAll('_', ' ')] })),
      ...(me?.teams ?? []).map((team) => ({ path: queuePath(`${TEAM_QUEUE}${team.id}`), name: team.name, words: [] })),
      ...SECTIONS.filter((section) => !sectionNeeds[section] || session.can(sectionNeeds[section])).map((section) => ({
        path: settingsPath(section),
        name: `${t('settings')} · ${t(`section-${section}`)}`,
        words: [`settings ${section}`],
      })),
    ],
    actions: bindings()
      .filter(({ id }) => !POINTLESS.includes(id) && isOffered(id))
      .map(({ id }) => ({ id, name: t(`action-${id}`) })),
    targets: targets.length,
    nobody: [t('assign-nobody')],
    myself: [t('you')],
  }
}
