/** A text as people type it who look for it: small letters, without accents, full-width as half-width. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
