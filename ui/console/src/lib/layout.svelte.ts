/** How much room there is. Below 1440 the views are a rail, below 1200 the context is a drawer, below 768 one region shows. */

class Layout {
  width = $state(innerWidth)
  /** What lies over the page because there is no room beside it. */
  drawer: 'views' | 'context' | undefined = $state()
  wide = $derived(this.width >= 1440)
  contextBeside = $derived(this.width >= 1200)
  narrow = $derived(this.width < 768)

  constructor() {
    addEventListener('resize', () => {
      this.width = innerWidth
    })
  }
}

export const layout = new Layout()
