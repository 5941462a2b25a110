// A film that the browser records of itself, since nothing else here makes one.

/** Two seconds of a moving square, as WebM. */
export async function film(page, width, height) {
  return Buffer.from(await page.evaluate(record, { width, height }), 'base64')
}

async function record(size) {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const brush = canvas.getContext('2d')
  let at = 0
  const painting = setInterval(() => {
    brush.fillStyle = at % 2 ? 'navy' : 'orange'
    brush.fillRect((at * 4) % size.width, 0, size.width / 2, size.height)
    at += 1
  }, 40)
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' })
  const pieces = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  const stopped = new Promise((done) => recorder.addEventListener('stop', done))
  recorder.start()
  // Delay because the film is to be two seconds long.
  await new Promise((done) => setTimeout(done, 2_000))
  recorder.stop()
  await stopped
  clearInterval(painting)
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
