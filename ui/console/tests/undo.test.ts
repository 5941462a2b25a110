import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { undo } from '../src/lib/undo.svelte'

const MINUTE_MS = 60_000

beforeEach(() => vi.useFakeTimers())

// What one test leaves to be undone is nothing that the next one has to expect.
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(undo.last()).toBe(false)
  vi.useRealTimers()
})

const settled = () => vi.advanceTimersByTimeAsync(0)

/** An act that is done, and offers itself, when it is told to; `button` does what the one in its message does. */
function act(name: string, undone: string[]) {
  let end!: () => void
  let fail!: (error: Error) => void
  const answer = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]))
  const one = { end, fail, button: () => {}, doing: Promise.resolve() }
  one.doing = undo.during(async (offer) => {
    await answer
    one.button = offer(() => undone.push(name), MINUTE_MS)
  })
  return one
}

/** One that is done. */
async function done(name: string, undone: string[]) {
  const one = act(name, undone)
  one.end()
  await one.doing
  return one
}

test('the newest is undone first, each once, whether by key or by button, and nothing after its time', async () => {
  const undone: string[] = []
  await done('too late', undone)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await done('one', undone)
  const two = await done('two', undone)
  const three = await done('three', undone)
  two.button()
  two.button()
  expect([undo.last(), undo.last(), undo.last()]).toEqual([true, true, false])
  await settled()
  three.button()
  expect(undone).toEqual(['two', 'three', 'one'])
})

test('what is asked to be undone before it is done is undone then, and nothing else in its place', async () => {
  const undone: string[] = []
  await done('older', undone)
  const act1 = act('asked', undone)
  expect(undo.last()).toBe(true)
  await done('newer', undone)
  await settled()
  expect(undone).toEqual([])
  act1.end()
  await settled()
  expect(undone).toEqual(['asked'])
  act1.button()
  expect([undo.last(), undo.last(), undo.last()]).toEqual([true, true, false])
  await settled()
  expect(undone).toEqual(['asked', 'newer', 'older'])
})

test('an act is in its place from its beginning, however late it is done', async () => {
  const undone: string[] = []
  const slow = act('slow', undone)
  await done('quick', undone)
  slow.end()
  await slow.doing
  expect([undo.last(), undo.last(), undo.last()]).toEqual([true, true, false])
  await settled()
  expect(undone).toEqual(['quick', 'slow'])
})

test('two presses while one act is on its way undo it, and then the one before it', async () => {
  const undone: string[] = []
  await done('older', undone)
  const newer = act('newer', undone)
  expect([undo.last(), undo.last(), undo.last()]).toEqual([true, true, false])
  await settled()
  expect(undone).toEqual([])
  newer.end()
  await settled()
  expect(undone).toEqual(['newer', 'older'])
})

test('an act that was refused leaves nothing to undo, and what is older stays', async () => {
  const undone: string[] = []
  await done('older', undone)
  const refused = act('refused', undone)
  const told = expect(refused.doing).rejects.toThrow('no')
  expect(undo.last()).toBe(true)
  refused.fail(new Error('no'))
  await told
  await settled()
  expect(undone).toEqual([])
  expect([undo.last(), undo.last()]).toEqual([true, false])
  await settled()
  expect(undone).toEqual(['older'])
})

test('what is held here is taken back at once, whatever the desk is asked to undo meanwhile', async () => {
  const undone: string[] = []
  const slow = act('slow', undone)
  expect(undo.last()).toBe(true)
  undo.hold(() => undone.push('held'), MINUTE_MS)
  const gone = undo.hold(() => undone.push('gone'), MINUTE_MS)
  gone()
  expect(undo.last()).toBe(true)
  expect(undone).toEqual(['held'])
  slow.end()
  await settled()
  expect(undone).toEqual(['held', 'slow'])
})

test('whoever waits longer than a second is told, and nobody else', async () => {
  const undone: string[] = []
  const waits = vi.fn()
  const quick = act('quick', undone)
  undo.last(waits)
  quick.end()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(waits).not.toHaveBeenCalled()
  const slow = act('slow', undone)
  undo.last(waits)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(waits).toHaveBeenCalledTimes(1)
  slow.end()
  await settled()
  expect(undone).toEqual(['quick', 'slow'])
})

test('one is undone after the other, also when the first could not be', async () => {
  const undone: string[] = []
  let fail!: (error: Error) => void
  await done('older', undone)
  await undo.during(async (offer) => void offer(() => new Promise((_, reject) => (fail = reject)), MINUTE_MS))
  expect([undo.last(), undo.last()]).toEqual([true, true])
  await settled()
  expect(undone).toEqual([])
  fail(new Error('no'))
  await settled()
  expect(undone).toEqual(['older'])
})
