import { describe, expect, test } from 'vitest'
import { quotedParts, type Segment } from '../src/lib/quotes'

/** The stretches of a text; what is quoted stands in brackets. */
function parts(...segments: (string | Segment)[]): string[] {
  const all = segments.map((segment) => (typeof segment === 'string' ? { text: segment } : segment))
  return quotedParts(all).map(({ quoted, segments }) => {
    const text = segments.map((segment) => segment.text).join('')
    return quoted ? `[${text}]` : text
  })
}

const lines = (...all: string[]) => all.join('\n')
const QUOTE = lines('> We look into it.', '>', '> Mina')

describe('what somebody answered folds', () => {
  test('below the answer', () => {
    expect(parts(lines('Thank you', '', QUOTE))).toEqual(['Thank you', `[${QUOTE}]`])
    expect(parts(lines('Thank you', QUOTE, '', ' '))).toEqual(['Thank you', `[${QUOTE}]`])
  })

  test('above the answer', () => {
    expect(parts(lines('', QUOTE, '', '  It is not there.'))).toEqual([`[${QUOTE}]`, '  It is not there.'])
  })

  test('on both sides', () => {
    expect(parts(lines(QUOTE, 'No.', '> a', '> b', '> c'))).toEqual([`[${QUOTE}]`, 'No.', '[> a\n> b\n> c]'])
  })

  test('with the line that says whose it was, however short it is', () => {
    const told = lines('On Mon, 30 Nov 2026 at 12:33, Mina Park wrote:', '> We look into it.')
    expect(parts(lines('Thank you', '', told))).toEqual(['Thank you', `[${told}]`])
    expect(parts(lines(told, '', 'Thank you'))).toEqual([`[${told}]`, 'Thank you'])
    const broken = lines('On Mon, 30 Nov 2026 at 12:33, Mina Park', '<help@northwind.example> wrote:', '', '> We look into it.')
    expect(parts(lines('Thank you', broken))).toEqual(['Thank you', `[${broken}]`])
    expect(parts(lines(broken, 'Thank you'))).toEqual([`[${broken}]`, 'Thank you'])
  })

  test.each([
    'Am 30.11.2026 um 12:33 schrieb Mina Park:',
    'El lun, 30 nov 2026 a las 12:33, Mina Park escribió:',
    '30 ноября 2026 г., 12:33, Mina Park написал(а):',
    'Mina Park <help@northwind.example> 于2026年11月30日周一 12:33写道：',
    '2026年11月30日(月) 12:33 Mina Park <help@northwind.example>のメール:',
    '2026년 11월 30일 오후 12:33, Mina Park님이 작성:',
    'Mina Park, 30 Kas 2026 Pzt, 12:33 tarihinde şunu yazdı:',
    'Vào 12:33, 30 thg 11, 2026 Mina Park đã viết:',
    'في 30 نوفمبر 2026 كتب Mina Park:',
  ])('%s', (told) => expect(parts(lines('Hm', told, '> a'))).toEqual(['Hm', `[${told}\n> a]`]))

  test('and what stands in it stays in its place', () => {
    const value = { text: '250 USDT', evidence_id: 'e1' }
    const cut = quotedParts([{ text: 'Where?\n> I sent\n> ' }, value, { text: '\n> today' }])
    expect(cut).toEqual([
      { quoted: false, segments: [{ text: 'Where?' }] },
      { quoted: true, segments: [{ text: '> I sent\n> ' }, value, { text: '\n> today' }] },
    ])
  })

  test('also where lines end as they do on Windows', () => {
    expect(parts('Thank you\r\n\r\n> a\r\n> b\r\n> c\r\n')).toEqual(['Thank you', '[> a\r\n> b\r\n> c\r]'])
  })
})

describe('what is to be read does not fold', () => {
  const REQUEST = ['> GET /v2/assets/deposit-history HTTP/1.1', '> Host: api.northwind.example', '> Accept: */*', '>']

  test.each<[string, string]>([
    ['nothing', ''],
    ['no quotation', 'Where is it?\n\nI sent it at noon.'],
    ['two lines', 'Hm\n> a\n> b'],
    ['lines in the middle', lines('Hm', QUOTE, 'and no')],
    ['nothing but a quotation', QUOTE],
    ['nothing but one with its line', 'On 30 Nov 2026 Mina wrote:\n> a\n> b\n> c'],
    ['nothing between two', lines(QUOTE, '', '> a', '> b', '> c')],
    ['a fenced block', lines('Look:', '```', QUOTE, '```')],
    ['a fenced block without an end', lines('Look:', '~~~', QUOTE)],
    ['a line without a date', 'The page wrote:\n> a'],
    ['the whole of curl -v', lines('I get 401:', '* Connected to api.northwind.example', ...REQUEST, '< HTTP/1.1 401 Unauthorized', '< Date: today')],
    ['the request alone', lines('This is what I send:', ...REQUEST)],
    ['the request first', lines(...REQUEST, 'and then nothing comes')],
    ['a request of HTTP/2', lines('Look', '> POST /v2/spot/order HTTP/2', '> Host: api.northwind.example', '> Content-Length: 7', '> ')],
    ['headers between what came', lines('* Using HTTP2', '> host: a', '> user-agent: curl/8', '> accept: */*', '', '< HTTP/2 401')],
    ['headers behind a note of curl', lines('Look', '* Request', '> host: a', '> user-agent: curl/8', '> accept: */*')],
    ['prompts of Python', lines('I do', '>>> import ccxt', '>>> x = ccxt.coinex()', '>>> x.fetch_balance()')],
    ['one side of a diff', lines('Look', '2a3,5', '> a', '> b', '> c')],
    ['the other side of a diff', lines('Look', '1,3c1,3', '< a', '---', '> b', '> c', '> d')],
  ])('%s', (_, text) => {
    expect(parts(text)).toEqual([text])
  })

  test('but the head of a mail is a quotation, and so is a request among words', () => {
    const head = lines('> From: Mina Park', '> Date: 30 Nov 2026', '> Subject: Your deposit')
    expect(parts(lines('Yes', head))).toEqual(['Yes', `[${head}]`])
    const asked = lines('> Please run', '> GET /v2/time HTTP/1.1', '> and tell us what comes')
    expect(parts(lines('Done', asked))).toEqual(['Done', `[${asked}]`])
  })
})
