import { expect, test } from 'vitest'
import { type Failure, Problem } from '../src/lib/problem'
import { Sending } from '../src/lib/sending.svelte'

/** A form, and the answers to what it sends, which the test gives. */
class Bench {
  readonly sending = new Sending()
  readonly told: Failure[] = []

  send() {
    const { promise, resolve, reject } = deferred()
    return { done: this.sending.send(() => promise, (error) => this.told.push(error)), answer: resolve, refuse: reject }
  }
}

function deferred() {
  let resolve = () => {}
  let reject = (_: Error) => {}
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

const refusal = new Problem(409, { code: 'field-taken' })

test('what a form sent closes it, and a refusal stands in it', async () => {
  const bench = new Bench()
  bench.sending.open()
  const first = bench.send()
  expect(bench.sending.busy).toBe(true)
  first.refuse(refusal)
  expect(await first.done).toBe(false)
  expect([bench.sending.busy, bench.sending.error, bench.told]).toEqual([false, refusal, []])
  const again = bench.send()
  expect(bench.sending.error).toBeUndefined()
  again.answer()
  expect(await again.done).toBe(true)
})

test('a form that is opened while another one is sent is not closed by it', async () => {
  const bench = new Bench()
  const close = bench.sending.open()
  const first = bench.send()
  close()
  bench.sending.open()
  expect(bench.sending.busy).toBe(false)
  const second = bench.send()
  first.answer()
  expect(await first.done).toBe(false)
  expect(bench.sending.busy).toBe(true)
  second.answer()
  expect(await second.done).toBe(true)
})

test('a refusal of what nobody looks at any more is told, and stands in no other form', async () => {
  const bench = new Bench()
  const close = bench.sending.open()
  const [first, second] = [bench.send(), bench.send()]
  close()
  first.refuse(refusal)
  expect(await first.done).toBe(false)
  bench.sending.open()
  second.refuse(refusal)
  expect(await second.done).toBe(false)
  expect([bench.told, bench.sending.error]).toEqual([[refusal, refusal], undefined])
})

test('a form that opens shows nothing of the one before', async () => {
  const bench = new Bench()
  const close = bench.sending.open()
  const first = bench.send()
  first.refuse(refusal)
  await first.done
  close()
  bench.sending.open()
  expect(bench.sending.error).toBeUndefined()
})
