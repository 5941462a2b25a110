import { expect, test } from 'vitest'
import { nameAmong, pagesAt } from '../src/lib/brand-pages'

const BRANDS: { id: string; hosts: string[] }[] = [
  { id: 'first', hosts: [] },
  { id: 'north', hosts: ['help.north.example'] },
  { id: 'south', hosts: [] },
]

function at(address: string) {
  return new URL(address)
}

test('an address shows the brand that has it, or the first one', () => {
  const desk = at('https://desk.example/console/')
  expect(pagesAt(BRANDS, 'first', desk)).toEqual({ isHere: true, origin: 'https://desk.example' })
  expect(pagesAt(BRANDS, 'north', desk)).toEqual({ isHere: false, origin: 'https://help.north.example' })
  // Its customers are shown their own brand wherever they are signed in.
  expect(pagesAt(BRANDS, 'south', desk)).toEqual({ isHere: false, origin: 'https://desk.example' })
  const north = at('https://help.north.example:8443/console/')
  expect(pagesAt(BRANDS, 'north', north)).toEqual({ isHere: true, origin: 'https://help.north.example:8443' })
  expect(pagesAt(BRANDS, 'first', north).isHere).toBe(false)
})

test('the first brand is shown where no brand has the host, and its customers come by a host of its own', () => {
  const brands = [{ id: 'first', hosts: ['help.first.example', 'help.first.test'] }]
  const origin = 'https://help.first.example'
  expect(pagesAt(brands, 'first', at('https://desk.example/console/'))).toEqual({ isHere: true, origin })
  expect(pagesAt(brands, 'first', at('https://help.first.test/console/'))).toEqual({ isHere: true, origin: 'https://help.first.test' })
})

test('a host of its own is reached as this console is', () => {
  expect(pagesAt(BRANDS, 'north', at('http://127.0.0.1:7070/')).origin).toBe('http://help.north.example:7070')
})

test('where nothing is known, all is here', () => {
  expect(pagesAt([], 'north', at('https://desk.example/'))).toEqual({ isHere: true, origin: 'https://desk.example' })
})

test('a brand is named only among others', () => {
  const [north, south] = [{ id: 'north', name: 'North' }, { id: 'south', name: 'South' }]
  expect(nameAmong([north, south], 'south')).toBe('South')
  expect(nameAmong([north], 'north')).toBeUndefined()
  expect(nameAmong([north, south], 'gone')).toBeUndefined()
})
