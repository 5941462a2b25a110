/** The masked fields beside the open ticket, and how each is asked for. */

const asks = new Map<string, () => void>()

/** Says that a field can be asked for until the answered function is called. */
export function offerReveal(field: string, ask: () => void): () => void {
  asks.set(field, ask)
  return () => {
    if (asks.get(field) === ask) asks.delete(field)
  }
}

export function revealable(): string[] {
  return [...asks.keys()]
}

export function askToReveal(field: string) {
  asks.get(field)?.()
}
