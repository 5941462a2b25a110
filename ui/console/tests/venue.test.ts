import { expect, test } from 'vitest'
import type { VenueFacts } from '../src/lib/types'
import { VENUE_PARTS, venueTables } from '../src/lib/venue'

const reader = { locale: 'en', timeZone: 'UTC' }
const say = (key: string, args?: Record<string, string | number>) => (args ? `${key}:${String(args['count'])}` : key)
const amount = (decimal: string, asset: string) => ({ units: '1', decimals: 3, asset, decimal })

const venue: VenueFacts = {
  networks: { unknown: 'timed_out' },
  fees: { as_of: '2026-11-21T09:00:00Z', source: 'sandbox', facts: [{ vip_tier: 1, from_volume_cents: 1_000_000_050, maker_ppm: -50, taker_ppm: 800 }] },
  terms: { facts: [] },
  rules: {
    facts: {
      kyc_levels: [{ level: 0, needs: ['identity_document', 'selfie'], allows: [], daily_withdrawal: null }],
      withdrawal_pauses: [{ after: 'second_factor_changed', hours: 24 }],
      rate_limits: [],
    },
  },
  offers: {
    facts: {
      earn: [{ kind: 'fixed', asset: 'USDT', yearly_ppm: 52_000, days: 30, redeem_hours: null }],
      dual_investment: [],
      contracts: [
        {
          market: 'BTC-USDT-PERP',
          size: amount('0.001', 'BTC'),
          tick: amount('0.1', 'USDT'),
          funding_hours: 8,
          liquidation_fee_ppm: null,
          steps: [
            { up_to: amount('50000', 'USDT'), max_leverage: 100, maintenance_ppm: 5_000 },
            { up_to: null, max_leverage: 20, maintenance_ppm: 25_000 },
          ],
        },
      ],
      margin_loans: [],
      fiat: [
        { currency: 'EUR', means: 'card', can_pay_in: true, can_pay_out: false, partner: null, fee_ppm: 0, minimum: null, maximum: amount('5000', 'EUR'), usual_hours: 0 },
      ],
    },
  },
}

const of = (part: (typeof VENUE_PARTS)[number]) => venueTables(venue, part, say, reader)

test('what is not known, and what the exchange tells nothing of, has no table', () => {
  expect(of('networks')).toEqual([])
  expect(of('terms')).toEqual([])
  expect(of('rules').map((table) => table.title)).toEqual(['venue-levels', 'venue-pauses'])
  expect(of('offers').map((table) => table.title)).toEqual(['venue-earn', 'venue-contracts', 'venue-fiat'])
})

test('every line has a cell for every column', () => {
  for (const table of VENUE_PARTS.flatMap(of)) {
    for (const row of table.rows) expect(row.length, table.title).toBe(table.head.length)
  }
})

test('rates keep the digits that say something, and what is not told is no zero', () => {
  expect(of('fees')[0]?.rows).toEqual([['VIP 1', '≥\u00a010,000,000\u00a0USD', '-0.005%', '0.08%']])
  expect(of('rules')[0]?.rows).toEqual([['0', 'help-proof-identity-document, help-proof-selfie', '—', '—']])
  expect(of('rules')[1]?.rows).toEqual([['security-change-second-factor-changed', 'venue-hours:24']])
  const [earn, contracts, fiat] = of('offers')
  expect(earn?.rows).toEqual([['help-earn-fixed', 'USDT', '5.2%', '30', 'help-redeem-end']])
  expect(contracts?.rows.map((row) => row.slice(3))).toEqual([
    ['50,000\u00a0USDT', '100×', '0.5%', 'venue-hours:8', '—'],
    ['—', '20×', '2.5%', 'venue-hours:8', '—'],
  ])
  expect(fiat?.rows).toEqual([['EUR', 'help-fiat-card', 'help-pay-in', '—', '0%', '—', '5,000\u00a0EUR', 'help-redeem-now']])
})
