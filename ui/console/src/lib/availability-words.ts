/** How members stand, in words. */

import { t } from './i18n.svelte'
import type { Availability } from './types'

export function availabilityName(availability: Availability): string {
  return t(`availability-${availability}`)
}
