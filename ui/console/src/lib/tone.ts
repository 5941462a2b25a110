/** A soft tone that the browser makes itself: nothing is loaded for it. */

/** How long a browser may take to let a page sound: one that forbids it says nothing at all. */
const ALLOWED_MS = 500
/** Two notes, the second one lower: hertz, and when they begin. */
const NOTES = [
  [660, 0],
  [495, 0.18],
] as const
const LENGTH_S = 0.5
const LOUD = 0.12
/** An exponential ramp never reaches nothing. */
const SILENT = 0.0001

export type Sounded = 'sounded' | 'forbidden' | 'unwanted'

/** Sounds once the browser lets it and `isWanted` agrees. What the browser does not let sound now does not sound later either. */
export async function sound(isWanted: () => Promise<boolean> = () => Promise.resolve(true)): Promise<Sounded> {
  let context: AudioContext | undefined
  try {
    context = new AudioContext()
    if (!(await isAllowed(context))) return await quiet(context, 'forbidden')
    if (!(await isWanted())) return await quiet(context, 'unwanted')
    play(context)
    return 'sounded'
  } catch {
    // A browser without sound, or without a device for it.
    return context ? await quiet(context, 'forbidden') : 'forbidden'
  }
}

async function isAllowed(context: AudioContext): Promise<boolean> {
  const patience = new Promise<void>((done) => setTimeout(done, ALLOWED_MS))
  await Promise.race([context.resume(), patience])
  return context.state === 'running'
}

/** Closed, it costs nothing and can never sound. */
async function quiet(context: AudioContext, why: Sounded): Promise<Sounded> {
  await context.close().catch(() => undefined)
  return why
}

function play(context: AudioContext) {
  const [voice, loudness] = [context.createOscillator(), context.createGain()]
  const from = context.currentTime
  voice.type = 'sine'
  for (const [hertz, at] of NOTES) voice.frequency.setValueAtTime(hertz, from + at)
  loudness.gain.setValueAtTime(SILENT, from)
  loudness.gain.exponentialRampToValueAtTime(LOUD, from + 0.03)
  loudness.gain.exponentialRampToValueAtTime(SILENT, from + LENGTH_S)
  voice.connect(loudness)
  loudness.connect(context.destination)
  voice.onended = () => void context.close()
  voice.start(from)
  voice.stop(from + LENGTH_S)
}
