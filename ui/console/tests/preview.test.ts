import { describe, expect, test } from 'vitest'
import { canOpen, filesOf, fitted, Lines, neighbour, nextPiece, PIECE_BYTES, plainLine, shownBy, turned } from '../src/lib/preview'
import type { Attachment, TimelineItem } from '../src/lib/types'

function file(id: string, more: Partial<Attachment> = {}): Attachment {
  return { id, file_name: `${id}.txt`, content_type: 'text/plain', size: 1, preview: false, erased: false, masked: [], scan: 'clean', ...more }
}

describe('what a file is shown by', () => {
  test.each([
    ['image/png', 'picture'],
    ['image/avif', 'picture'],
    ['video/webm', 'video'],
    ['video/x-m4v', 'video'],
    ['audio/mpeg', 'audio'],
    ['application/pdf', 'pdf'],
    ['text/plain', 'text'],
    ['text/plain; charset=utf-8', 'text'],
    // What could run is saved, and nothing else.
    ['text/html', 'none'],
    ['image/svg+xml', 'none'],
    ['application/xml', 'none'],
    ['application/zip', 'none'],
    ['image/bmp', 'none'],
    ['', 'none'],
  ])('%s', (content_type, by) => expect(shownBy({ content_type })).toBe(by))
})

describe('the files of a ticket', () => {
  const message = (id: string, attachments: Attachment[]) => ({ type: 'message', id, attachments }) as TimelineItem
  const items = [
    message('1', [file('a'), file('gone', { erased: true })]),
    { type: 'event', id: '2', kind: 'ticket.tagged' } as TimelineItem,
    message('3', [file('ill', { scan: 'infected' }), file('b'), file('c', { scan: 'unscanned' })]),
  ]

  test('are those that can be opened, as they stand in the thread', () => {
    expect(filesOf(items).map(({ file, message }) => `${message.id} ${file.id}`)).toEqual(['1 a', '3 b', '3 c'])
    expect(canOpen(file('x', { scan: 'failed' }))).toBe(true)
  })

  test('follow one another, and end', () => {
    const files = filesOf(items)
    expect(neighbour(files, 'a', 1)).toBe('b')
    expect(neighbour(files, 'b', -1)).toBe('a')
    expect(neighbour(files, 'a', -1)).toBeUndefined()
    expect(neighbour(files, 'c', 1)).toBeUndefined()
    // One that was erased while it was looked at has no neighbours.
    expect(neighbour(files, 'gone', 1)).toBeUndefined()
  })
})

describe('a picture', () => {
  const room = { width: 800, height: 600 }

  test('is made as small as its room, and no larger than it is', () => {
    expect(fitted({ width: 1600, height: 400 }, room, 0)).toEqual({ width: 800, height: 200 })
    expect(fitted({ width: 20, height: 10 }, room, 0)).toEqual({ width: 20, height: 10 })
  })

  test('is measured as it stands when it is turned', () => {
    const drawn = fitted({ width: 1200, height: 400 }, room, 1)
    expect(drawn).toEqual({ width: 600, height: 200 })
    expect(turned(drawn, 1)).toEqual({ width: 200, height: 600 })
    expect(turned(drawn, 2)).toEqual(drawn)
  })

  test('without a size, or without room, is not drawn', () => {
    expect(fitted({ width: 0, height: 0 }, room, 0)).toEqual({ width: 0, height: 0 })
    expect(fitted({ width: 10, height: 10 }, { width: 0, height: 600 }, 0)).toEqual({ width: 0, height: 0 })
  })
})

describe('a text in pieces', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('is asked for from where it ended', () => {
    expect(nextPiece(0, 10)).toEqual([0, 10])
    expect(nextPiece(PIECE_BYTES, 3 * PIECE_BYTES)).toEqual([PIECE_BYTES, 2 * PIECE_BYTES])
    expect(nextPiece(10, 10)).toBeUndefined()
  })

  test('keeps lines and characters whole wherever it is cut', () => {
    const text = 'first: déposé 充值\r\nsecond\n\nfourth'
    const whole = bytes(text)
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const lines = new Lines()
      const one = lines.take(whole.subarray(0, cut), false)
      expect(lines.next).toBe(one.lines.length + 1)
      const two = lines.take(whole.subarray(cut), true)
      expect([one.first, two.first]).toEqual([1, one.lines.length + 1])
      expect([...one.lines, ...two.lines], `cut at ${cut}`).toEqual(['first: déposé 充值', 'second', '', 'fourth'])
      expect(lines.rest).toBe('')
    }
  })

  test('shows a line that has not ended yet', () => {
    const lines = new Lines()
    expect(lines.take(bytes('one\ntw'), false).lines).toEqual(['one'])
    expect([lines.rest, lines.next]).toEqual(['tw', 2])
    expect(lines.take(bytes('o\n'), true).lines).toEqual(['two'])
  })

  test('bytes that are no UTF-8 break nothing', () => {
    expect(new Lines().take(new Uint8Array([0x61, 0xff, 0x0a]), true).lines).toEqual(['a\ufffd'])
  })
})

test('a line says what a terminal would have done with it', () => {
  expect(plainLine('\u001b[31merror\u001b[0m: <b>no</b>')).toBe('error: <b>no</b>')
  expect(plainLine('a\u0007b\u001bc\td')).toBe('a␇b␛c\td')
})
