/** Shows where the guard masked a secret: `⟦seed-phrase⟧` in a text becomes a marker with words. */

/**
 * Marks the masks of sanitised HTML. Only text between tags is touched, and nothing of the text itself is taken over
 * but the kind, which is letters and hyphens. A kind without words stays as it is.
 */
export function markMasks(html: string, words: (kind: string) => string | undefined): string {
  return html.replace(/(<[^>]*>)|⟦([a-z0-9-]{1,40})⟧/g, (whole, tag: string | undefined, kind: string | undefined) => {
    const shown = tag === undefined && kind !== undefined ? words(kind) : undefined
    return shown === undefined ? whole : `<span class="masked">${escape(shown)}</span>`
  })
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
