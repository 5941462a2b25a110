import { BASE, match, type Route } from './routes'

class Router {
  path = $state(location.pathname)
  route: Route = $derived(match(this.path))
  /** Which list is shown: the same one whichever ticket of it is opened. */
  queue: string | undefined = $derived(this.route.page === 'inbox' ? this.route.queue : undefined)
  /** Asked before another page is shown; where it answers no, what is written here stays. */
  guard: (() => boolean) | undefined

  constructor() {
    addEventListener('popstate', () => {
      if (this.#stays()) history.pushState(null, '', this.path)
      else this.path = location.pathname
    })
    addEventListener('click', (event) => this.#follow(event))
  }

  go(path: string, { replace = false } = {}) {
    if (path === location.pathname || this.#stays()) return
    if (replace) history.replaceState(null, '', path)
    else history.pushState(null, '', path)
    this.path = path
  }

  #stays(): boolean {
    return this.guard?.() === false
  }

  /** Plain clicks on links of the console stay in the page; anything else is the browser's. */
  #follow(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.pathname !== BASE && !link.pathname.startsWith(`${BASE}/`)) return
    event.preventDefault()
    this.go(link.pathname)
  }
}

export const router = new Router()
