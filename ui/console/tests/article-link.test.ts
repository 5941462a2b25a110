import { describe, expect, test } from 'vitest'
import { articleLink, bracketsAt, foundArticle, linkable, whyNone } from '../src/lib/article-link'
import type { FoundArticle } from '../src/lib/types'

const found: FoundArticle = {
  id: 'a',
  slug: 'network-fees',
  lang: 'en',
  section: 'fees',
  kind: 'guide',
  audience: 'public',
  is_foreign: false,
  title: [{ text: 'Network ', is_match: false }, { text: 'fees', is_match: true }, { text: ' [2026]', is_match: false }],
  snippet: [],
}

describe('the link to an article', () => {
  const here = 'https://desk.example'
  const north = { isHere: false, origin: 'https://help.north.example' }

  test('leads to where the brand is shown, under a title that ends where it ends', () => {
    expect(articleLink(foundArticle(found), north, here)).toBe('[Network fees 2026](https://help.north.example/en/help/network-fees)')
    const open = { ...foundArticle(found), title: 'Fees `of\\' }
    expect(articleLink(open, north, here)).toBe('[Fees of](https://help.north.example/en/help/network-fees)')
  })

  test('to one for agents leads to where they are signed in, and to the editor where its page is elsewhere', () => {
    const runbook = { ...foundArticle(found), title: 'Fees', internal: true }
    expect(articleLink(runbook, north, here)).toBe('[Fees](https://desk.example/console/help/a/en)')
    expect(articleLink(runbook, { ...north, isHere: true }, here)).toBe('[Fees](https://desk.example/en/help/network-fees)')
  })

  test('an article for agents is known as one', () => {
    expect(foundArticle(found).internal).toBe(false)
    expect(foundArticle({ ...found, audience: 'internal' }).internal).toBe(true)
  })
})

test('a runbook can be linked in a note alone, and a reply is told that it is there', () => {
  const runbook: FoundArticle = { ...found, id: 'b', audience: 'internal' }
  expect(linkable([runbook, found], true).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(linkable([runbook, found], false).map(({ id }) => id)).toEqual(['a'])
  expect(linkable([runbook], false)).toEqual([])
  expect(whyNone([runbook], 'fees')).toBe('article-link-internal')
  expect(whyNone([runbook], '')).toBe('article-link-internal')
})

test('where nothing is found it is said whether that is so already', () => {
  expect(whyNone(undefined, 'fees')).toBe('article-link-looking')
  expect(whyNone([], 'fees')).toBe('ticket-articles-none')
  expect(whyNone([], '')).toBe('article-link-empty')
})

test.each([
  ['See [[', 6, 2],
  ['[[', 2, 2],
  ['请看【【', 4, 2],
  ['See [[ and', 6, 2],
  ['See [[ and', 10, 0],
  ['See [', 5, 0],
  ['【[', 2, 0],
  ['', 0, 0],
])('%j with the cursor at %i asks with %i characters', (text, caret, length) => {
  expect(bracketsAt(text, caret)).toBe(length)
})
