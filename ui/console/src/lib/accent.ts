/**
 * The colours of a brand's pages, so that they are seen before they are sent: the accent of the house, turned to another hue and
 * chroma. The server computes the same and has the last word (crates/desk/src/brand/accent.rs); `ui/shared/accents.json` keeps both equal.
 */

import type { Accent } from './types'

/** Degrees, and thousandths: what a brand can have. */
export const MOST_HUE = 359
export const MOST_CHROMA = 400
/** What the house has. */
export const OWN: Accent = { hue: 335, chroma: 159 }

export const ACCENT_THEMES = ['light', 'dark'] as const
export type AccentTheme = (typeof ACCENT_THEMES)[number]

export type Palette = ReadonlyMap<string, string>

const OPENINGS: Record<AccentTheme, string> = { light: '\n:root {\n', dark: '\n:root[data-theme="dark"] {\n' }

export const TURNED = ['accent', 'accent-hover', 'accent-soft', 'accent-text', 'focus', 'selected'] as const

const SURFACES = ['canvas', 'surface', 'sunken', 'hover', 'selected', 'note']

/** A token, what it may stand on, and how far it stands out at least. */
const RULES: [token: string, on: string[], least: number][] = [
  ['accent-text', [...SURFACES, 'accent-soft'], 4.5],
  ['accent-hover', SURFACES, 4.5],
  ['on-accent', ['accent', 'accent-hover'], 5.5],
  ['focus', SURFACES, 3],
  ['text', ['accent-soft', 'selected'], 7],
  ...['muted', 'info-text', 'teal-text', 'violet-text', 'good-text', 'warn-text', 'bad-text'].map(
    (token): [string, string[], number] => [token, ['selected'], 4.5],
  ),
]

export interface Ratio {
  theme: AccentTheme
  token: string
  ratio: number
  least: number
}

/** The colours of the house in a theme, out of the text of `tokens.css`. */
export function houseColours(css: string, theme: AccentTheme): Palette {
  const start = css.indexOf(OPENINGS[theme])
  const block = start < 0 ? '' : (css.slice(start + OPENINGS[theme].length).split('}', 1)[0] ?? '')
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']): [string, string] => [name, value]))
}

/** The same in a brand's colours. */
export function brandColours(house: Palette, accent: Accent): Palette {
  const palette = new Map(house)
  for (const name of TURNED) {
    const own = house.get(name)
    if (own !== undefined) palette.set(name, turned(own, accent))
  }
  return palette
}

/** How far each token stands out at least, of what turns or stands on what turns. */
export function ratios(palette: Palette, theme: AccentTheme): Ratio[] {
  return RULES.map(([token, on, least]) => {
    const colour = palette.get(token) ?? ''
    return { theme, token, least, ratio: Math.min(...on.map((name) => ratio(colour, palette.get(name) ?? ''))) }
  })
}

/** What falls farthest short of what it has to be; `undefined` where everything can be read. */
export function faintest(all: Ratio[]): Ratio | undefined {
  const short = all.filter((one) => one.ratio < one.least)
  return short.sort((a, b) => a.ratio / a.least - b.ratio / b.least)[0]
}

/** A ratio for people, rounded down: what is too little is never told as enough. */
export function told(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2)
}

/** The contrast ratio of WCAG 2.2. */
export function ratio(one: string, two: string): number {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

type Three = [number, number, number]

function channels(hex: string): Three {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Three
}

/** How much light a channel gives. */
function linear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** The channel that gives this much light. What no screen shows ends where the screen does, as browsers draw `oklch()`. */
function channel(light: number): number {
  const within = Math.min(1, Math.max(0, light))
  const part = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055
  return Math.floor(part * 255 + 0.5)
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear) as Three
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A colour of the house in another hue, as light as it was, with its share of another chroma (OKLCH). */
function turned(own: string, { hue, chroma }: Accent): string {
  const [red, green, blue] = channels(own).map(linear) as Three
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  const seen = Math.hypot(
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  )
  return shown(lightness, (seen * chroma) / OWN.chroma, (hue * Math.PI) / 180)
}

function shown(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const light = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
  return `#${light.map((one) => channel(one).toString(16).padStart(2, '0')).join('')}`
}
