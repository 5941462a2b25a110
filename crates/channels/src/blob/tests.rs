#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::convert::Infallible;
use std::fs;
use std::ops::Range;

use futures_util::{TryStreamExt as _, stream};

use super::testing::Server;
use super::*;

mod away;

const KEY: Uuid = Uuid::from_u128(0x0192_2f4e_0000_7000_8000_0000_0000_00ab);
const LIMIT: u64 = 100 * 1024 * 1024;

/// A store, and the folder in which its objects lie as files: its own, or that of a server of a bucket.
struct Folder {
    folder: tempfile::TempDir,
    blobs: Blobs,
    server: Option<Server>,
}

fn folder() -> Folder {
    let folder = tempfile::tempdir().unwrap();
    let blobs =
        Blobs::in_folder(&folder.path().join("blobs"), Keyring::generate(&[7; 64])).unwrap();
    Folder { folder, blobs, server: None }
}

async fn in_bucket() -> Folder {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let blobs = Blobs::in_bucket(&server.bucket(), Keyring::generate(&[7; 64])).unwrap();
    Folder { folder, blobs, server: Some(server) }
}

/// One of each kind: what holds of the one holds of the other.
async fn stores() -> [Folder; 2] {
    [folder(), in_bucket().await]
}

impl Folder {
    /// Every file in the store, with its name.
    fn files(&self) -> Vec<(String, PathBuf)> {
        let root = self.folder.path().join("blobs");
        let shards = fs::read_dir(root).unwrap().map(|shard| shard.unwrap().path());
        let shards = shards.filter(|shard| shard.is_dir());
        let files = shards.flat_map(|shard| fs::read_dir(shard).unwrap()).map(|file| file.unwrap());
        files.map(|file| (file.file_name().into_string().unwrap(), file.path())).collect()
    }

    /// Parts of uploads that the server of a bucket keeps beside it.
    fn parts(&self) -> usize {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().contains(".part-")).count()
    }

    fn file(&self, key: Uuid) -> PathBuf {
        let files = self.files();
        let (_, path) = files.into_iter().find(|(name, _)| *name == key.to_string()).unwrap();
        path
    }

    async fn put(&self, key: Uuid, plain: &[u8]) -> Stored {
        self.blobs.put(key, pieces(plain), LIMIT).await.unwrap()
    }

    async fn get(&self, key: Uuid, stored: &Stored, range: Range<u64>) -> Result<Vec<u8>, Error> {
        let stream = self.blobs.get_range(key, &stored.wrapped_key, stored.size, range).await?;
        stream
            .try_fold(Vec::new(), async |mut all, bytes| {
                all.extend_from_slice(&bytes);
                Ok(all)
            })
            .await
    }
}

fn pieces(plain: &[u8]) -> impl Stream<Item = Result<Bytes, Infallible>> + use<> {
    let pieces: Vec<_> =
        plain.chunks(50_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces)
}

fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
}

fn size(plain: &[u8]) -> u64 {
    u64::try_from(plain.len()).unwrap()
}

#[tokio::test]
async fn an_object_comes_back_whole_and_in_ranges() {
    for folder in stores().await {
        for (at, length) in [0, 1, 65_536, 65_537, 3_000_000, 11_000_000].into_iter().enumerate() {
            let key = Uuid::from_u128(u128::try_from(at).unwrap());
            let plain = plain(length);
            let stored = folder.put(key, &plain).await;
            assert_eq!(stored.size, size(&plain));
            assert_eq!(stored.sha256[..], Sha256::digest(&plain)[..]);
            assert_eq!(stored.head, plain[..length.min(HEAD_LENGTH)]);
            assert_eq!(folder.get(key, &stored, 0..stored.size).await.unwrap(), plain);
            for range in
                [0..1, 0..65_536, 65_535..65_537, 100_000..1_500_000, 2_999_999..3_000_000, 5..5]
            {
                let cut = |at: u64| usize::try_from(at.min(stored.size)).unwrap();
                let expected = &plain[cut(range.start)..cut(range.end)];
                assert_eq!(
                    folder.get(key, &stored, range.clone()).await.unwrap(),
                    expected,
                    "{range:?} of {length}"
                );
            }
            assert_eq!(folder.get(key, &stored, stored.size..u64::MAX).await.unwrap(), b"");
        }
    }
}

#[tokio::test]
async fn the_store_holds_nothing_readable() {
    for folder in stores().await {
        let plain = "the customer's passport ".repeat(10_000);
        let stored = folder.put(KEY, plain.as_bytes()).await;
        let sealed = fs::read(folder.file(KEY)).unwrap();
        assert!(!sealed.windows(8).any(|window| window == b"passport"));
        assert!(!stored.wrapped_key.is_empty());
        // The same bytes once more: another key, other bytes.
        let other = Uuid::from_u128(2);
        folder.put(other, plain.as_bytes()).await;
        assert_ne!(fs::read(folder.file(other)).unwrap(), sealed);
    }
}

#[tokio::test]
async fn a_large_stream_is_never_held_in_memory() {
    const PIECE: usize = 256 * 1024;
    let folder = folder();
    let before = peak_memory();
    let body =
        stream::iter((0..LIMIT / 262_144).map(|at| {
            Ok::<_, Infallible>(Bytes::from(vec![u8::try_from(at % 256).unwrap(); PIECE]))
        }));
    let stored = folder.blobs.put(KEY, body, LIMIT).await.unwrap();
    assert_eq!(stored.size, LIMIT);
    let mut read = 0;
    let mut digest = Sha256::new();
    let mut body =
        std::pin::pin!(folder.blobs.get(KEY, &stored.wrapped_key, stored.size).await.unwrap());
    while let Some(bytes) = body.try_next().await.unwrap() {
        read += size(&bytes);
        digest.update(&bytes);
    }
    assert_eq!(read, LIMIT);
    assert_eq!(stored.sha256[..], digest.finalize()[..]);
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        assert!(after - before < 24 * 1024, "grew by {} KiB", after - before);
    }
}

/// Reads the most memory that this process had, in KiB; `None` where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[tokio::test]
async fn too_much_leaves_nothing() {
    for folder in stores().await {
        let error = folder.blobs.put(KEY, pieces(&plain(7_000_001)), 7_000_000).await.unwrap_err();
        assert!(matches!(error, Error::TooLarge { limit: 7_000_000 }), "{error:?}");
        assert_eq!((folder.files(), folder.parts()), (Vec::new(), 0));
        folder.blobs.put(KEY, pieces(&plain(7_000_000)), 7_000_000).await.unwrap();
    }
}

#[tokio::test]
async fn a_sender_who_stops_leaves_nothing() {
    for folder in stores().await {
        let cut = pieces(&plain(7_000_000))
            .map_err(|never| match never {})
            .chain(stream::iter([Err("gone")]));
        let error = folder.blobs.put(KEY, cut, LIMIT).await.unwrap_err();
        assert!(matches!(error, Error::Incomplete(_)), "{error:?}");
        assert_eq!((folder.files(), folder.parts()), (Vec::new(), 0));
    }
}

#[tokio::test]
async fn an_upload_that_is_dropped_leaves_nothing() {
    let folder = folder();
    let endless = pieces(&plain(3_000_000)).chain(stream::pending());
    let put = folder.blobs.put(KEY, endless, LIMIT);
    {
        let mut put = std::pin::pin!(put);
        // The precondition: bytes are on their way to disk, under a name that is no object's.
        while folder.files().iter().all(|(_, path)| fs::metadata(path).unwrap().len() == 0) {
            tokio::select! {
                _ = &mut put => unreachable!(),
                () = tokio::task::yield_now() => {}
            }
        }
        assert!(
            folder
                .blobs
                .list_older_than(i64::MAX)
                .try_collect::<Vec<_>>()
                .await
                .unwrap()
                .is_empty()
        );
    }
    // The file is removed by a task in the background.
    while !folder.files().is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn objects_are_immutable() {
    for folder in stores().await {
        let stored = folder.put(KEY, b"first").await;
        assert!(matches!(
            folder.blobs.put(KEY, pieces(b"second"), LIMIT).await,
            Err(Error::Exists)
        ));
        assert_eq!(folder.get(KEY, &stored, 0..5).await.unwrap(), b"first");
    }
}

#[tokio::test]
async fn every_change_is_noticed() {
    for folder in stores().await {
        let plain = plain(200_000);
        let stored = folder.put(KEY, &plain).await;
        let path = folder.file(KEY);
        let sealed = fs::read(&path).unwrap();
        let chunk = 65_536 + 16;
        let mut reordered = sealed.clone();
        let (first, second) = reordered[28..].split_at_mut(chunk);
        first.swap_with_slice(&mut second[..chunk]);
        let mut longer = sealed.clone();
        longer.push(0);
        let flipped = |at: usize| {
            let mut flipped = sealed.clone();
            flipped[at] ^= 0x40;
            flipped
        };
        for (change, bytes) in [
            ("cut by a byte", sealed[..sealed.len() - 1].to_vec()),
            ("cut at a chunk", sealed[..28 + 2 * chunk].to_vec()),
            ("emptied", Vec::new()),
            ("longer", longer),
            ("reordered", reordered),
            ("header", flipped(0)),
            ("prefix", flipped(12)),
            ("first chunk", flipped(100)),
            ("last chunk", flipped(sealed.len() - 20)),
            ("last tag", flipped(sealed.len() - 1)),
        ] {
            fs::write(&path, bytes).unwrap();
            let error = folder.get(KEY, &stored, 0..stored.size).await;
            assert!(
                matches!(error, Err(Error::Sealed(_) | Error::Store(_))),
                "{change}: {error:?}"
            );
        }
        fs::write(&path, &sealed).unwrap();
        assert_eq!(folder.get(KEY, &stored, 0..stored.size).await.unwrap(), plain);
    }
}

#[tokio::test]
async fn an_object_does_not_open_in_place_of_another() {
    for folder in stores().await {
        let other = Uuid::from_u128(2);
        let one = folder.put(KEY, &plain(100)).await;
        let two = folder.put(other, &plain(100)).await;
        fs::copy(folder.file(other), folder.file(KEY)).unwrap();
        assert!(matches!(folder.get(KEY, &one, 0..100).await, Err(Error::Sealed(_))));
        // Nor with the other's wrapped key, which is bound to its own object.
        assert!(matches!(folder.get(KEY, &two, 0..100).await, Err(Error::Sealed(_))));
    }
}

#[tokio::test]
async fn without_its_key_or_its_file_an_object_is_missing() {
    for folder in stores().await {
        let stored = folder.put(KEY, b"gone").await;
        let erased = Stored { wrapped_key: Vec::new(), ..stored.clone() };
        assert!(matches!(folder.get(KEY, &erased, 0..4).await, Err(Error::Missing)));
        folder.blobs.delete(KEY).await.unwrap();
        folder.blobs.delete(KEY).await.unwrap();
        assert!(matches!(folder.get(KEY, &stored, 0..4).await, Err(Error::Missing)));
    }
}

#[tokio::test]
async fn what_is_missing_or_cut_is_told_by_its_length() {
    for folder in stores().await {
        let stored = folder.put(KEY, &plain(100_000)).await;
        let kept = async |size: u64| folder.blobs.kept(KEY, size).await.unwrap();
        assert_eq!(kept(stored.size).await, Kept::Whole);
        assert_eq!(kept(stored.size + 1).await, Kept::Cut);
        let sealed = fs::read(folder.file(KEY)).unwrap();
        for length in [sealed.len() - 1, 1] {
            fs::write(folder.file(KEY), &sealed[..length]).unwrap();
            assert_eq!(kept(stored.size).await, Kept::Cut, "{length}");
        }
        // Whether the server of the tests tells the length of nothing is its own affair.
        if folder.server.is_none() {
            fs::write(folder.file(KEY), b"").unwrap();
            assert_eq!(kept(stored.size).await, Kept::Cut);
        }
        fs::remove_file(folder.file(KEY)).unwrap();
        assert_eq!(kept(stored.size).await, Kept::Missing);
    }
}

#[tokio::test]
async fn an_object_opens_after_the_master_key_was_rotated_and_not_without_it() {
    let folder = folder();
    let stored = folder.put(KEY, b"kept").await;
    let path = folder.folder.path().join("blobs");
    let rotated = Keyring::generate(&[7; 64]).rotated(&[8; 32]);
    let stranger = Keyring::generate(&[9; 64]);
    let open = async |keyring| {
        let blobs = Blobs::in_folder(&path, keyring).unwrap();
        blobs.get(KEY, &stored.wrapped_key, stored.size).await.map(|_| ())
    };
    assert!(open(rotated).await.is_ok());
    assert!(matches!(
        open(stranger).await,
        Err(Error::Sealed(proofdesk_sealing::Error::UnknownKey(_)))
    ));
}

#[tokio::test]
async fn lists_what_is_older() {
    for folder in stores().await {
        folder.put(KEY, b"listed").await;
        fs::write(folder.folder.path().join("blobs/readme.txt"), "no object").unwrap();
        let modified = fs::metadata(folder.file(KEY)).unwrap().modified().unwrap();
        let micros =
            i64::try_from(modified.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_micros())
                .unwrap();
        let list = async |micros| {
            folder.blobs.list_older_than(micros).try_collect::<Vec<_>>().await.unwrap()
        };
        // A bucket tells times to the second.
        assert_eq!(list(micros - 1_000_000).await, []);
        assert_eq!(list(micros + 1_000_000).await, [Listed { key: KEY, sealed_size: 28 + 6 + 16 }]);
    }
}

#[tokio::test]
async fn removes_what_killed_processes_left() {
    let folder = folder();
    folder.put(KEY, b"kept").await;
    let left = folder.file(KEY).with_file_name(format!("{KEY}#1"));
    fs::write(&left, "half").unwrap();
    let modified = fs::metadata(&left).unwrap().modified().unwrap();
    assert_eq!(folder.blobs.remove_partial(modified).await.unwrap(), 0);
    assert_eq!(
        folder.blobs.remove_partial(modified + std::time::Duration::from_secs(1)).await.unwrap(),
        1
    );
    assert!(!left.exists() && folder.file(KEY).exists());
}

#[test]
fn a_full_disk_is_known_as_such() {
    let error = |kind: ErrorKind| object_store::Error::Generic {
        store: "test",
        source: Box::new(std::io::Error::from(kind)),
    };
    assert!(matches!(Error::from(error(ErrorKind::StorageFull)), Error::Full(_)));
    let read_only = ErrorKind::ReadOnlyFilesystem;
    assert!(matches!(Error::from(error(read_only)), Error::ReadOnly(_)));
    assert!(matches!(Error::from(error(ErrorKind::PermissionDenied)), Error::Store(_)));
}
