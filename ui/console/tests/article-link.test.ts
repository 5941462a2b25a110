import { describe, expect, test } from 'vitest'
import { articleLink, bracketsAt, foundArticle } from '../src/lib/article-link'
import type { FoundArticle } from '../src/lib/types'

const here = { origin: 'https://desk.example', protocol: 'https:', port: '' }
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
  test('leads to where the page is, for a brand without a host of its own', () => {
    expect(articleLink(foundArticle(found), [], here)).toBe('[Network fees 2026](https://desk.example/en/help/network-fees)')
  })

  test('leads to the brand’s own host, where alone it is shown', () => {
    const hosts = ['help.north.example', 'north.example']
    expect(articleLink(foundArticle(found), hosts, here)).toBe('[Network fees 2026](https://help.north.example/en/help/network-fees)')
    const tried = { origin: 'http://localhost:7070', protocol: 'http:', port: '7070' }
    expect(articleLink(foundArticle(found), ['north.localhost'], tried)).toContain('(http://north.localhost:7070/en/help/')
  })

  test('an article for agents is known as one', () => {
    expect(foundArticle(found).internal).toBe(false)
    expect(foundArticle({ ...found, audience: 'internal' }).internal).toBe(true)
  })
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
