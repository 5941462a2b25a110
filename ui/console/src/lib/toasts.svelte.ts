export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  action?: { label: string; run: () => void }
}

class Toasts {
  list: Toast[] = $state([])
  #next = 1

  show(text: string, { tone = 'plain', action }: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
    const id = this.#next++
    // One confirmation gives way to the next one. What can be undone, and bad news, stand beside each other.
    if (tone === 'plain' && !action) this.list = this.list.filter((toast) => toast.tone === 'bad' || toast.action)
    this.list.push({ id, text, tone, ...(action ? { action } : {}) })
    // Bad news stays until it is read.
    if (tone === 'plain') setTimeout(() => this.drop(id), action ? 10_000 : 5_000)
    return id
  }

  drop(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
