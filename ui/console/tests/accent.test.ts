import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import accents from '../../shared/accents.json'
import { ACCENT_THEMES, brandColours, faintest, houseColours, OWN, ratio, ratios, told, TURNED } from '../src/lib/accent'

const css = readFileSync(join(import.meta.dirname, '../../shared/tokens.css'), 'utf8')
const house = { light: houseColours(css, 'light'), dark: houseColours(css, 'dark') }

const all = (accent: { hue: number; chroma: number }) =>
  ACCENT_THEMES.flatMap((theme) => ratios(brandColours(house[theme], accent), theme))

describe('the colours of a brand', () => {
  test.each(accents)('hue $hue and chroma $chroma are as the server computes them', (example) => {
    for (const theme of ACCENT_THEMES) {
      const palette = brandColours(house[theme], example)
      expect(Object.fromEntries(TURNED.map((name) => [name, palette.get(name)]))).toEqual(example[theme])
    }
  })

  test('with our own hue and chroma are ours', () => {
    for (const theme of ACCENT_THEMES) expect(brandColours(house[theme], OWN)).toEqual(house[theme])
    expect(house.light.get('accent')).not.toBe(house.dark.get('accent'))
  })

  test('can be read, or say what cannot', () => {
    expect(faintest(all({ hue: 265, chroma: 160 }))).toBeUndefined()
    const fault = faintest(all({ hue: 180, chroma: 400 }))
    expect(fault).toMatchObject({ theme: 'light', token: 'on-accent', least: 5.5 })
    expect(told(fault?.ratio ?? 0)).toBe('4.36')
    expect(all(OWN).every((one) => Number.isFinite(one.ratio))).toBe(true)
  })
})

test('a ratio is that of the recommendation', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 9)
  expect(told(ratio('#767676', '#ffffff'))).toBe('4.54')
  expect(told(4.4999)).toBe('4.49')
})
