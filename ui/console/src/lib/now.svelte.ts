/** A clock that ages on the page follow, twice a minute. */

class Now {
  ms = $state(Date.now())
  constructor() {
    setInterval(() => {
      this.ms = Date.now()
    }, 30_000)
  }
}

export const now = new Now()
