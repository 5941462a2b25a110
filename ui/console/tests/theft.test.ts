import { expect, test } from 'vitest'
import { ASKED, Suspects, waitFor } from '../src/lib/theft'

test('tells of each ticket once, and of none that was suspected before', () => {
  const suspects = new Suspects()
  expect(suspects.knows).toBe(false)
  suspects.learn(['PD-OLD'])
  expect(suspects.knows).toBe(true)
  suspects.heard(['PD-OLD', 'PD-NEW', 'PD-CALM'])
  // What is known already is not asked about.
  expect(suspects.take()).toEqual(['PD-NEW', 'PD-CALM'])
  expect(suspects.waits).toBe(false)
  // By its mark and by its category it is one all the same.
  expect(suspects.news(['PD-NEW', 'PD-NEW'])).toEqual(['PD-NEW'])
  expect(suspects.news(['PD-OLD', 'PD-NEW'])).toEqual([])
  // One that was calm may be suspected later.
  suspects.heard(['PD-NEW', 'PD-CALM'])
  expect(suspects.take()).toEqual(['PD-CALM'])
  expect(suspects.news(['PD-CALM'])).toEqual(['PD-CALM'])
})

test('asks about no more than a question takes, and about the rest next', () => {
  const suspects = new Suspects()
  suspects.learn([])
  const many = Array.from({ length: ASKED + 3 }, (_, at) => `PD-${at}`)
  suspects.heard(many)
  expect(suspects.take()).toEqual(many.slice(0, ASKED))
  expect(suspects.waits).toBe(true)
  expect(suspects.take()).toEqual(many.slice(ASKED))
  expect(suspects.take()).toEqual([])
})

test('turned on again, it has to learn anew what is suspected, and repeats nothing', () => {
  const suspects = new Suspects()
  suspects.learn([])
  expect(suspects.news(['PD-1'])).toEqual(['PD-1'])
  suspects.heard(['PD-2'])
  suspects.begin()
  expect([suspects.knows, suspects.waits]).toEqual([false, false])
  suspects.learn(['PD-2'])
  expect(suspects.news(['PD-1', 'PD-2'])).toEqual([])
})

test('tones are five seconds apart', () => {
  expect(waitFor(-Infinity, 0)).toBe(0)
  expect(waitFor(1_000, 1_000)).toBe(5_000)
  expect(waitFor(1_000, 4_500)).toBe(1_500)
  expect(waitFor(1_000, 60_000)).toBe(0)
})
