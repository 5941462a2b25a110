/** What the exchange says holds for everybody, as tables. */

import { absolute, money, number, percent, type Reader } from './format'
import type { LedgerAmount, VenueFacts } from './types'

/** Words by their key. */
type Say = (key: string, args?: Record<string, string | number>) => string

export interface VenueTable {
  /** Keys of its name and of its columns. */
  title: string
  head: string[]
  rows: string[][]
}

export type VenuePart = keyof VenueFacts

export const VENUE_PARTS: readonly VenuePart[] = ['networks', 'fees', 'rules', 'offers', 'terms']

const NOTHING = '—'

/** The tables of a part that have lines; none for what is not known. */
export function venueTables(venue: VenueFacts, part: VenuePart, say: Say, reader: Reader): VenueTable[] {
  const amount = (one: LedgerAmount | null | undefined) =>
    one ? money(`${one.decimal} ${one.asset}`, reader) : NOTHING
  const share = (ppm: number | null | undefined) => (ppm == null ? NOTHING : percent(ppm, reader))
  const count = (value: number) => number(value, reader)
  const hours = (value: number | null | undefined) =>
    value == null ? NOTHING : say('venue-hours', { count: count(value) })
  const named = (of: string, word: string) => say(`${of}-${word.replaceAll('_', '-')}`)
  const list = (all: string[]) => all.join(', ') || NOTHING

  function state(deposits: boolean, withdrawals: boolean): string {
    if (deposits && withdrawals) return say('help-state-open')
    if (withdrawals) return say('help-state-no-deposits')
    return say(deposits ? 'help-state-no-withdrawals' : 'help-state-suspended')
  }

  function all(): VenueTable[] {
    switch (part) {
      case 'networks':
        return [
          {
            title: 'venue-networks',
            head: ['help-col-coin', 'help-col-network', 'help-col-min-deposit', 'help-col-min-withdrawal', 'help-col-fee', 'help-col-credited', 'help-col-withdrawable', 'help-col-memo', 'help-col-state'],
            rows: (venue.networks.facts ?? []).map((one) => [
              one.asset,
              one.network,
              amount(one.minimum_deposit),
              amount(one.minimum_withdrawal),
              amount(one.withdrawal_fee),
              count(one.credited_after),
              count(one.withdrawable_after),
              say(one.needs_memo ? 'help-memo-needed' : 'help-memo-none'),
              state(one.can_deposit, one.can_withdraw),
            ]),
          },
        ]
      case 'fees':
        return [
          {
            title: 'venue-fees',
            head: ['help-col-level', 'help-col-volume', 'help-col-maker', 'help-col-taker'],
            rows: (venue.fees.facts ?? []).map((one) => [
              `VIP ${one.vip_tier}`,
              `≥\u00a0${count(Math.floor(one.from_volume_cents / 100))}\u00a0USD`,
              share(one.maker_ppm),
              share(one.taker_ppm),
            ]),
          },
        ]
      case 'terms':
        return [
          {
            title: 'venue-terms',
            head: ['help-col-product', 'venue-version', 'venue-from', 'venue-until'],
            rows: (venue.terms.facts ?? []).map((one) => [
              one.product,
              one.version,
              absolute(one.in_force_from, reader),
              one.in_force_until ? absolute(one.in_force_until, reader) : NOTHING,
            ]),
          },
        ]
      case 'rules': {
        const rules = venue.rules.facts
        return [
          {
            title: 'venue-levels',
            head: ['help-col-level', 'help-col-needs', 'help-col-allows', 'help-col-daily-limit'],
            rows: (rules?.kyc_levels ?? []).map((one) => [
              count(one.level),
              list(one.needs.map((word) => named('help-proof', word))),
              list(one.allows.map((word) => named('help-use', word))),
              amount(one.daily_withdrawal),
            ]),
          },
          {
            title: 'venue-pauses',
            head: ['help-col-change', 'help-col-pause'],
            rows: (rules?.withdrawal_pauses ?? []).map((one) => [named('security-change', one.after), hours(one.hours)]),
          },
          {
            title: 'venue-rates',
            head: ['help-col-group', 'help-col-requests', 'help-col-seconds', 'help-col-per'],
            rows: (rules?.rate_limits ?? []).map((one) => [
              one.group,
              count(one.requests),
              count(one.seconds),
              named('help-per', one.per),
            ]),
          },
        ]
      }
      case 'offers': {
        const offers = venue.offers.facts
        const way = (value: number | null | undefined) => (value === 0 ? say('help-redeem-now') : hours(value))
        return [
          {
            title: 'venue-earn',
            head: ['help-col-product', 'help-col-coin', 'help-col-rate', 'help-col-days', 'help-col-way-out'],
            rows: (offers?.earn ?? []).map((one) => [
              named('help-earn', one.kind),
              one.asset,
              share(one.yearly_ppm),
              one.days == null ? NOTHING : count(one.days),
              one.redeem_hours == null ? say('help-redeem-end') : way(one.redeem_hours),
            ]),
          },
          {
            title: 'venue-dual',
            head: ['help-col-coin', 'help-col-stablecoin', 'help-col-days', 'help-col-minimum'],
            rows: (offers?.dual_investment ?? []).map((one) => [
              one.asset,
              one.stablecoin,
              list(one.days.map(count)),
              amount(one.minimum),
            ]),
          },
          {
            title: 'venue-contracts',
            head: ['help-col-market', 'help-col-size', 'help-col-tick', 'help-col-up-to', 'help-col-leverage', 'help-col-maintenance', 'help-col-funding', 'help-col-liquidation-fee'],
            rows: (offers?.contracts ?? []).flatMap((one) =>
              one.steps.map((step) => [
                one.market,
                amount(one.size),
                amount(one.tick),
                amount(step.up_to),
                `${count(step.max_leverage)}×`,
                share(step.maintenance_ppm),
                hours(one.funding_hours),
                share(one.liquidation_fee_ppm),
              ]),
            ),
          },
          {
            title: 'venue-loans',
            head: ['help-col-coin', 'help-col-interest', 'help-col-every'],
            rows: (offers?.margin_loans ?? []).map((one) => [one.asset, share(one.interest_ppm), hours(one.every_hours)]),
          },
          {
            title: 'venue-fiat',
            head: ['help-col-currency', 'help-col-means', 'help-col-ways', 'help-col-partner', 'help-col-charge', 'help-col-minimum', 'help-col-maximum', 'help-col-usual-time'],
            rows: (offers?.fiat ?? []).map((one) => [
              one.currency,
              named('help-fiat', one.means),
              list([...(one.can_pay_in ? [say('help-pay-in')] : []), ...(one.can_pay_out ? [say('help-pay-out')] : [])]),
              one.partner ?? NOTHING,
              share(one.fee_ppm),
              amount(one.minimum),
              amount(one.maximum),
              way(one.usual_hours),
            ]),
          },
        ]
      }
    }
  }

  return all().filter((table) => table.rows.length > 0)
}
