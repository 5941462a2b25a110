/** Numbers, times and sizes in the reader's language, always with Latin digits. */

export interface Reader {
  locale: string
  /** IANA name; undefined is the browser's. */
  timeZone?: string | undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function tag(reader: Reader): string {
  return `${reader.locale}-u-nu-latn`
}

/**
 * Formats are kept: to make one costs what it costs to use it a hundred times, and a page has hundreds of times and numbers in a few. Where the
 * reader has no zone, one holds the browser's as it was then; who travels with an open page loads it anew.
 */
function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    const format = made.get(key) ?? make(locale, options)
    made.set(key, format)
    return format
  }
}

const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const names = kept((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames([locale], options))

/** How long ago, in one short unit: "now", "5m", "3h", "2d", then the date. `now` in milliseconds. */
export function age(at: string, now: number, reader: Reader, justNow: string): string {
  const passed = now - Date.parse(at)
  if (!Number.isFinite(passed)) return ''
  if (passed < MINUTE) return justNow
  const unit = (value: number, name: string) =>
    numbers(tag(reader), { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(Math.floor(value))
  if (passed < HOUR) return unit(passed / MINUTE, 'minute')
  if (passed < DAY) return unit(passed / HOUR, 'hour')
  if (passed < 7 * DAY) return unit(passed / DAY, 'day')
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear()
  return dates(tag(reader), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: reader.timeZone,
  }).format(new Date(at))
}

/** Date and time with the offset, for hovering and focusing. */
export function absolute(at: string | number, reader: Reader): string {
  return dates(tag(reader), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
    timeZone: reader.timeZone,
  }).format(new Date(at))
}

/** Hours and minutes only: "14:02". */
export function clock(at: string | number, reader: Reader): string {
  return dates(tag(reader), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.timeZone,
  }).format(new Date(at))
}

/** "14:02" today, "12 Mar, 14:02" else. */
export function moment(at: string, now: number, reader: Reader): string {
  const day = (value: string | number) => dates('en-CA', { timeZone: reader.timeZone }).format(new Date(value))
  const [then, today] = [day(at), day(now)]
  if (then === today) return clock(at, reader)
  const sameYear = then.slice(0, 4) === today.slice(0, 4)
  return dates(tag(reader), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.timeZone,
  }).format(new Date(at))
}

export function day(at: string, reader: Reader): string {
  return dates(tag(reader), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: reader.timeZone,
  }).format(new Date(at))
}

/** 1,000 based, as disks and mail programs count: "4.2 MB". */
export function bytes(size: number, reader: Reader): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let value = size
  let index = 0
  while (value >= 1000 && index < units.length - 1) {
    value /= 1000
    index += 1
  }
  return numbers(tag(reader), {
    style: 'unit',
    unit: units[index] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: index === 0 || value >= 100 ? 0 : 1,
  }).format(value)
}

/** A number for people: "1,250". */
export function number(value: number, reader: Reader): string {
  return numbers(tag(reader), {}).format(value)
}

/** Assets of which people count hundredths, as `crates/locale/src/format.rs` has them. */
const IN_HUNDREDTHS = new Set(
  'AED AUD BRL BUSD CAD CHF CNY DAI EUR EURC FDUSD GBP HKD INR PYUSD RUB SGD TRY TUSD TWD USD USDC USDE USDP USDT'.split(' '),
)

/**
 * "1250.500000 USDT" as the reader writes it: every digit that says something, without the zeros that only tell how finely a ledger
 * divides; two places stay of what is counted in hundredths. Anything that is not digits and a ticker stays.
 */
export function money(value: string, reader: Reader): string {
  const found = /^(\d+)(?:\.(\d{1,100}))? (\S+)$/.exec(value)
  if (!found) return value
  const [, whole = '', fraction = '', ticker = ''] = found
  const told = fraction.replace(/0+$/, '').length
  const digits = IN_HUNDREDTHS.has(ticker) ? Math.max(told, Math.min(2, fraction.length)) : told
  const format = numbers(tag(reader), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${format.format(`${whole}.${fraction || '0'}` as Intl.StringNumericLiteral)}\u00a0${ticker}`
}

/** Parts of a million as a percentage, with every digit that says something: "0.0012%". */
export function percent(ppm: number, reader: Reader): string {
  return numbers(tag(reader), { style: 'percent', maximumFractionDigits: 4 }).format(ppm / 1_000_000)
}

/** A number where there is no room: "1K". */
export function short(value: number, reader: Reader): string {
  return numbers(tag(reader), { notation: 'compact', maximumFractionDigits: 0 }).format(value)
}

/** The name of a language in the reader's own: "Japanese". */
export function language(code: string, reader: Reader): string {
  try {
    return names(reader.locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Up to two letters for an avatar; one character for scripts without initials. */
export function initials(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (!first) return '?'
  const letter = (word: string) => [...word][0]?.toLocaleUpperCase() ?? ''
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) return letter(first)
  const last = words.length > 1 ? words.at(-1) : undefined
  return letter(first) + (last ? letter(last) : '')
}
