//! Sealing of long streams in chunks: the format of a sealed object.
//!
//! The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its
//! Nonce-Reuse Misuse-Resistance", 2015) over XChaCha20-Poly1305, under a fresh random key for each object:
//!
//! ```text
//! header   8 bytes   "PDSEAL" 0x00 0x01            magic and version
//!         19 bytes   prefix                        random
//!          1 byte    0x10                          log2 of the chunk length
//! chunk i  n bytes   ciphertext of the plain bytes i * 65,536 … (65,536 of them, fewer in the last chunk)
//!         16 bytes   tag
//! ```
//!
//! The nonce of chunk i is `prefix ‖ i as 32 bits, big-endian ‖ 0x01 if it is the last chunk, else 0x00`; its associated
//! data is `header ‖ object id`. An empty object has one chunk of no bytes. A last chunk is never empty otherwise.
//!
//! What follows: a chunk that is changed, moved, taken from another object or from another version of this one does
//! not open; a cut at a chunk border leaves a last chunk without the mark of a last one; bytes behind the last chunk
//! are not what the length says. A chunk opens by itself, so a range is read by its chunks alone.

use zeroize::Zeroizing;

use crate::sealed::{NONCE_LENGTH, TAG_LENGTH, decrypt, encrypt};
use crate::{Error, SecretBytes};

/// Plain bytes of a chunk; the last one holds fewer.
pub const CHUNK_LENGTH: usize = 1 << CHUNK_LENGTH_LOG2;
const CHUNK_LENGTH_LOG2: u8 = 16;
const CHUNK: u64 = 1 << CHUNK_LENGTH_LOG2;
const SEALED_CHUNK: u64 = CHUNK + TAG;
const TAG: u64 = 16;
const _: () = assert!(TAG_LENGTH == 16);

const MAGIC: [u8; 8] = *b"PDSEAL\0\x01";
/// Random bytes that begin the nonces of an object.
pub const PREFIX_LENGTH: usize = 19;
/// Bytes before the first chunk.
pub const HEADER_LENGTH: usize = MAGIC.len() + PREFIX_LENGTH + 1;
const HEADER: u64 = 28;
const _: () = assert!(HEADER_LENGTH == 28);
/// An object is named by a UUID.
pub const OBJECT_ID_LENGTH: usize = 16;

/// The key of one object. To erase it is to erase every copy and backup of the object.
#[derive(Clone)]
pub struct ObjectKey(SecretBytes);

impl ObjectKey {
    /// Takes 32 bytes from the operating system's generator.
    pub fn new(random: [u8; 32]) -> Self {
        ObjectKey(Zeroizing::new(random))
    }

    /// Seals the key under the keyring's current key, for the row that describes the object.
    pub fn wrap(&self, keyring: &crate::Keyring, object: [u8; OBJECT_ID_LENGTH]) -> Vec<u8> {
        keyring.seal(&wrapping_place(object), self.0.as_slice())
    }

    /// Opens a key that [`ObjectKey::wrap`] sealed for the same object.
    ///
    /// # Errors
    /// As [`crate::Keyring::open`].
    pub fn from_wrapped(
        keyring: &crate::Keyring,
        object: [u8; OBJECT_ID_LENGTH],
        wrapped: &[u8],
    ) -> Result<Self, Error> {
        let plain = keyring.open(&wrapping_place(object), wrapped)?;
        let mut key = SecretBytes::default();
        if plain.len() != key.len() {
            return Err(Error::Malformed);
        }
        key.iter_mut().zip(plain.iter()).for_each(|(to, from)| *to = *from);
        Ok(ObjectKey(key))
    }
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectKey(…)")
    }
}

fn wrapping_place(object: [u8; OBJECT_ID_LENGTH]) -> Vec<u8> {
    [b"object key:".as_slice(), &object].concat()
}

/// Where the bytes of an object of a given plain length lie when it is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    size: u64,
}

impl Layout {
    /// Describes an object of `size` plain bytes.
    pub const fn new(size: u64) -> Self {
        Layout { size }
    }

    /// Counts the chunks; at least one.
    pub fn chunks(&self) -> u64 {
        self.size.div_ceil(CHUNK).max(1)
    }

    /// Gives the length of the sealed object.
    pub fn sealed_size(&self) -> u64 {
        HEADER + self.size + self.chunks() * TAG
    }

    /// Gives the chunks that hold a range of plain bytes; none for an empty range.
    pub fn chunks_of(&self, range: std::ops::Range<u64>) -> std::ops::Range<u64> {
        let end = range.end.min(self.size);
        if range.start >= end { 0..0 } else { range.start / CHUNK..end.div_ceil(CHUNK) }
    }

    /// Gives where sealed chunks lie, in bytes of the sealed object, header included.
    pub fn sealed_range(&self, chunks: std::ops::Range<u64>) -> std::ops::Range<u64> {
        let at = |chunk: u64| (HEADER + chunk * SEALED_CHUNK).min(self.sealed_size());
        at(chunks.start)..at(chunks.end)
    }

    /// Gives the place of a chunk's first byte in the plain object.
    pub const fn start_of(&self, chunk: u64) -> u64 {
        chunk.saturating_mul(CHUNK)
    }

    /// Gives the sealed length of a chunk.
    pub fn sealed_chunk_length(&self, chunk: u64) -> usize {
        let range = self.sealed_range(chunk..chunk + 1);
        usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
    }
}

/// Seals a stream; [`ChunkSealer::header`] comes first, then what [`ChunkSealer::push`] and [`ChunkSealer::finish`] give.
pub struct ChunkSealer {
    chunks: Chunks,
    buffer: Vec<u8>,
    next: u64,
}

impl ChunkSealer {
    /// Begins an object. The key and the prefix must be fresh random bytes: a key never seals two objects.
    pub fn new(
        key: &ObjectKey,
        object: [u8; OBJECT_ID_LENGTH],
        prefix: [u8; PREFIX_LENGTH],
    ) -> Self {
        ChunkSealer {
            chunks: Chunks::new(key, object, prefix),
            buffer: Vec::with_capacity(CHUNK_LENGTH + TAG_LENGTH),
            next: 0,
        }
    }

    /// Gives the bytes before the first chunk.
    pub fn header(&self) -> [u8; HEADER_LENGTH] {
        self.chunks.header
    }

    /// Takes plain bytes and appends to `out` every chunk that is now known not to be the last.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn push(&mut self, mut plain: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        while !plain.is_empty() {
            if self.buffer.len() == CHUNK_LENGTH {
                self.flush(false, out)?;
            }
            let room = (CHUNK_LENGTH - self.buffer.len()).min(plain.len());
            let (now, later) = plain.split_at(room);
            self.buffer.extend_from_slice(now);
            plain = later;
        }
        Ok(())
    }

    /// Appends the last chunk. An object without it does not open.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        self.flush(true, out)
    }

    fn flush(&mut self, last: bool, out: &mut Vec<u8>) -> Result<(), Error> {
        let nonce = self.chunks.nonce(self.next, last)?;
        encrypt(&self.chunks.key, &nonce, &self.chunks.aad(), &mut self.buffer);
        out.extend_from_slice(&self.buffer);
        self.buffer.clear();
        self.next += 1;
        Ok(())
    }
}

impl std::fmt::Debug for ChunkSealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChunkSealer").field("next", &self.next).finish_non_exhaustive()
    }
}

/// Opens single chunks of an object.
pub struct ChunkOpener {
    chunks: Chunks,
    layout: Layout,
}

impl ChunkOpener {
    /// Begins to read an object of which the caller knows the plain length.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the header is not one.
    pub fn new(
        key: &ObjectKey,
        object: [u8; OBJECT_ID_LENGTH],
        header: &[u8],
        layout: Layout,
    ) -> Result<Self, Error> {
        let prefix =
            header.strip_prefix(&MAGIC).and_then(|rest| rest.strip_suffix(&[CHUNK_LENGTH_LOG2]));
        let prefix = prefix.and_then(|prefix| prefix.try_into().ok()).ok_or(Error::Malformed)?;
        Ok(ChunkOpener { chunks: Chunks::new(key, object, prefix), layout })
    }

    /// Opens the chunk with this number; the length of `sealed` is [`Layout::sealed_chunk_length`].
    ///
    /// # Errors
    /// [`Error::Forged`] when it is not that chunk of that object of that length.
    pub fn open(&self, chunk: u64, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        if sealed.len() != self.layout.sealed_chunk_length(chunk) {
            return Err(Error::Forged);
        }
        let last = chunk + 1 == self.layout.chunks();
        let nonce = self.chunks.nonce(chunk, last)?;
        let mut buffer = sealed.to_vec();
        decrypt(&self.chunks.key, &nonce, &self.chunks.aad(), &mut buffer)?;
        Ok(buffer)
    }
}

impl std::fmt::Debug for ChunkOpener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChunkOpener").field("layout", &self.layout).finish_non_exhaustive()
    }
}

struct Chunks {
    key: SecretBytes,
    object: [u8; OBJECT_ID_LENGTH],
    prefix: [u8; PREFIX_LENGTH],
    header: [u8; HEADER_LENGTH],
}

impl Chunks {
    fn new(key: &ObjectKey, object: [u8; OBJECT_ID_LENGTH], prefix: [u8; PREFIX_LENGTH]) -> Self {
        let mut header = [0; HEADER_LENGTH];
        let bytes = MAGIC.iter().chain(&prefix).chain(std::iter::once(&CHUNK_LENGTH_LOG2));
        header.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Chunks { key: key.0.clone(), object, prefix, header }
    }

    fn nonce(&self, chunk: u64, last: bool) -> Result<[u8; NONCE_LENGTH], Error> {
        let counter = u32::try_from(chunk).map_err(|_beyond| Error::TooLong)?.to_be_bytes();
        let mut nonce = [0; NONCE_LENGTH];
        let mark = [u8::from(last)];
        let bytes = self.prefix.iter().chain(&counter).chain(&mark);
        nonce.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Ok(nonce)
    }

    fn aad(&self) -> Vec<u8> {
        [self.header.as_slice(), &self.object].concat()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use crate::Keyring;
    use proptest::prelude::*;

    const OBJECT: [u8; 16] = [5; 16];

    fn key() -> ObjectKey {
        ObjectKey::new([3; 32])
    }

    fn plain(length: usize) -> Vec<u8> {
        (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
    }

    /// Seals in pieces of a size that fits no border.
    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut sealer = ChunkSealer::new(&key(), OBJECT, [4; PREFIX_LENGTH]);
        let mut out = sealer.header().to_vec();
        for piece in plain.chunks(40_000) {
            sealer.push(piece, &mut out).unwrap();
        }
        sealer.finish(&mut out).unwrap();
        out
    }

    fn opened(sealed: &[u8], size: u64) -> Result<Vec<u8>, Error> {
        let layout = Layout::new(size);
        let header = sealed.get(..HEADER_LENGTH).ok_or(Error::Malformed)?;
        let opener = ChunkOpener::new(&key(), OBJECT, header, layout)?;
        let mut plain = Vec::new();
        for chunk in 0..layout.chunks() {
            let range = layout.sealed_range(chunk..chunk + 1);
            let (start, end) =
                (usize::try_from(range.start).unwrap(), usize::try_from(range.end).unwrap());
            let bytes = sealed.get(start..end.min(sealed.len())).ok_or(Error::Forged)?;
            plain.extend(opener.open(chunk, bytes)?);
        }
        Ok(plain)
    }

    fn size(plain: &[u8]) -> u64 {
        u64::try_from(plain.len()).unwrap()
    }

    #[test]
    fn every_length_about_a_border_comes_back_and_is_as_long_as_said() {
        for length in [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000] {
            let plain = plain(length);
            let sealed = sealed(&plain);
            assert_eq!(
                u64::try_from(sealed.len()).unwrap(),
                Layout::new(size(&plain)).sealed_size()
            );
            assert_eq!(opened(&sealed, size(&plain)).unwrap(), plain);
        }
    }

    #[test]
    fn the_format_is_fixed() {
        // Computed with another implementation of XChaCha20-Poly1305, written in Python from the RFC draft.
        let sealed = sealed(b"proof");
        assert_eq!(
            hex::encode(&sealed),
            "50445345414c00010404040404040404040404040404040404040410ddd1bb2b40145f569b1ce3e5d767c2c93ba5296308"
        );
    }

    #[test]
    fn a_cut_object_does_not_open_whatever_length_is_claimed() {
        let plain = plain(200_000);
        let sealed = sealed(&plain);
        for chunks in 0..4 {
            let claimed = chunks * CHUNK;
            let cut = usize::try_from(Layout::new(200_000).sealed_range(0..chunks).end).unwrap();
            assert!(opened(&sealed[..cut], claimed).is_err(), "{chunks} chunks");
            assert!(opened(&sealed[..cut], 200_000).is_err(), "{chunks} chunks");
        }
        assert!(opened(&sealed, 199_999).is_err());
        assert!(opened(&sealed, 200_001).is_err());
    }

    #[test]
    fn chunks_in_another_order_do_not_open() {
        let layout = Layout::new(200_000);
        let mut sealed = sealed(&plain(200_000));
        let chunk = usize::try_from(SEALED_CHUNK).unwrap();
        let (first, second) = sealed[HEADER_LENGTH..].split_at_mut(chunk);
        first.swap_with_slice(&mut second[..chunk]);
        assert_eq!(opened(&sealed, layout.size), Err(Error::Forged));
    }

    #[test]
    fn a_chunk_of_another_object_does_not_open() {
        let plain = plain(10);
        let sealed = sealed(&plain);
        let (header, body) = sealed.split_at(HEADER_LENGTH);
        let layout = Layout::new(10);
        let open = |key: &ObjectKey, object, header: &[u8]| {
            ChunkOpener::new(key, object, header, layout).unwrap().open(0, body)
        };
        assert_eq!(open(&key(), OBJECT, header), Ok(plain));
        assert_eq!(open(&key(), [6; 16], header), Err(Error::Forged));
        assert_eq!(open(&ObjectKey::new([9; 32]), OBJECT, header), Err(Error::Forged));
        let mut other = header.to_vec();
        other[10] ^= 1;
        assert_eq!(open(&key(), OBJECT, &other), Err(Error::Forged));
        for at in [0, 7, HEADER_LENGTH - 1] {
            let mut other = header.to_vec();
            other[at] ^= 1;
            assert!(ChunkOpener::new(&key(), OBJECT, &other, layout).is_err(), "header byte {at}");
        }
        assert!(ChunkOpener::new(&key(), OBJECT, &header[1..], layout).is_err());
    }

    #[test]
    fn a_range_needs_its_own_chunks_only() {
        let layout = Layout::new(200_000);
        assert_eq!(layout.chunks_of(0..1), 0..1);
        assert_eq!(layout.chunks_of(65_535..65_537), 0..2);
        assert_eq!(layout.chunks_of(65_536..65_537), 1..2);
        assert_eq!(layout.chunks_of(199_999..500_000), 3..4);
        assert_eq!(layout.chunks_of(7..7), 0..0);
        assert_eq!(layout.chunks_of(200_000..200_001), 0..0);
        assert_eq!(Layout::new(0).chunks_of(0..0), 0..0);
    }

    #[test]
    fn a_key_is_unwrapped_for_its_object_only() {
        let ring = Keyring::generate(&[7; 64]);
        let wrapped = key().wrap(&ring, OBJECT);
        assert_eq!(ObjectKey::from_wrapped(&ring, OBJECT, &wrapped).unwrap().0, key().0);
        assert_eq!(ObjectKey::from_wrapped(&ring, [6; 16], &wrapped).unwrap_err(), Error::Forged);
        let short = ring.seal(&wrapping_place(OBJECT), b"short");
        assert_eq!(ObjectKey::from_wrapped(&ring, OBJECT, &short).unwrap_err(), Error::Malformed);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_flipped_bit_is_noticed_anywhere(at in 0_usize..66_000, bit in 0_u8..8) {
            let plain = plain(65_900);
            let mut sealed = sealed(&plain);
            let at = at % sealed.len();
            sealed[at] ^= 1 << bit;
            prop_assert!(opened(&sealed, size(&plain)).is_err());
        }
    }
}
