// A film that the browser records of itself, since nothing else here makes one.

/** Two seconds of a moving square, as WebM; `noisy` ones do not compress, and are as large as those of a phone. */
export async function film(page, width, height, { noisy = false } = {}) {
  return Buffer.from(await page.evaluate(record, { size: { width, height }, noisy }), 'base64')
}

async function record({ size, noisy }) {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const brush = canvas.getContext('2d')
  let at = 0
  const painting = setInterval(() => {
    brush.fillStyle = at % 2 ? 'navy' : 'orange'
    brush.fillRect((at * 4) % size.width, 0, size.width / 2, size.height)
    if (noisy) {
      const snow = brush.createImageData(size.width, size.height)
      for (let i = 0; i < snow.data.length; i += 1) snow.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
      brush.putImageData(snow, 0, 0)
    }
    at += 1
  }, 40)
  const rate = noisy ? { videoBitsPerSecond: 4_000_000 } : {}
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm', ...rate })
  const pieces = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  const stopped = new Promise((done) => recorder.addEventListener('stop', done))
  recorder.start(250)
  const bytesSoFar = () => pieces.reduce((sum, { size }) => sum + size, 0)
  const recorded = async (bytes) => {
    while (bytesSoFar() < bytes) await new Promise((done) => recorder.addEventListener('dataavailable', done, { once: true }))
  }
  // A busy machine may paint nothing for a while: the film begins with its first picture.
  await recorded(1)
  // Delay because the film is to be two seconds long.
  await new Promise((done) => setTimeout(done, 2_000))
  if (noisy) await recorded(300_000)
  recorder.stop()
  await stopped
  clearInterval(painting)
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
