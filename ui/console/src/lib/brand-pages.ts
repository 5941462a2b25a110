/** Where readers find the pages of a brand: at the address of this console, at a host of the brand's own, or for its customers alone. */

import type { Brand } from './types'

export interface BrandPages {
  /** This address shows the brand's pages to whoever is not one of its customers, staff among them. */
  isHere: boolean
  /** What its customers' links begin with: a host of its own, as in mails to them, even where this address shows it too. */
  origin: string
}

/** The name of a brand, where there are several: each has articles of the same titles. */
export function nameAmong(brands: readonly Pick<Brand, 'id' | 'name'>[], id: string): string | undefined {
  return brands.length > 1 ? brands.find((brand) => brand.id === id)?.name : undefined
}

type Place = Pick<Location, 'protocol' | 'hostname' | 'port' | 'origin'>

/** The same rule as the desk's: a host shows the brand that has it, and the first one where none has. */
export function pagesAt(brands: readonly Pick<Brand, 'id' | 'hosts'>[], id: string, at: Place): BrandPages {
  const shown = brands.find(({ hosts }) => hosts.includes(at.hostname)) ?? brands[0]
  const isHere = shown === undefined || shown.id === id
  const hosts = brands.find((brand) => brand.id === id)?.hosts ?? []
  const host = hosts.includes(at.hostname) ? undefined : hosts[0]
  return { isHere, origin: host === undefined ? at.origin : `${at.protocol}//${host}${at.port === '' ? '' : `:${at.port}`}` }
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
