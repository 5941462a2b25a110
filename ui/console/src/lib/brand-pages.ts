/** Where readers find the pages of a brand: at the address of this console, at a host of the brand's own, or for its customers alone. */

import type { Brand } from './types'

export interface BrandPages {
  /** This address shows the brand's pages to whoever is not one of its customers, staff among them. */
  isHere: boolean
  /** What its customers' links begin with. */
  origin: string
}

type Place = Pick<Location, 'protocol' | 'hostname' | 'port' | 'origin'>

/** The same rule as the desk's: a host shows the brand that has it, and the first one where none has. */
export function pagesAt(brands: readonly Pick<Brand, 'id' | 'hosts'>[], id: string, at: Place): BrandPages {
  const shown = brands.find(({ hosts }) => hosts.includes(at.hostname)) ?? brands[0]
  const isHere = shown === undefined || shown.id === id
  const host = brands.find((brand) => brand.id === id)?.hosts[0]
  const isAway = !isHere && host !== undefined
  return { isHere, origin: isAway ? `${at.protocol}//${host}${at.port === '' ? '' : `:${at.port}`}` : at.origin }
}

let known: Promise<Brand[]> | undefined

/** The same of the brands that there are. They are asked for once: which host is whose stands in the configuration. */
export async function brandPages(id: string, ask: () => Promise<Brand[]>): Promise<BrandPages> {
  known ??= ask()
  try {
    return pagesAt(await known, id, location)
  } catch (error) {
    // Who cannot be asked just now is asked the next time.
    known = undefined
    throw error
  }
}
