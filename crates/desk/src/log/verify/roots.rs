//! The root over the feed as it grows, held against every checkpoint of its size: those of the database and those kept
//! outside of it.

use std::collections::BTreeMap;

use super::finding::{Problem, Report};
use crate::log::checkpoint::CheckpointRow;
use crate::log::hash::Hash;
use crate::log::merkle::Frontier;
use crate::log::note::SignedCheckpoint;

/// Public keys by key id.
type Keys = BTreeMap<String, Vec<u8>>;

/// The growing tree.
pub(in crate::log) struct Roots<'a> {
    frontier: Frontier,
    origin: String,
    keys: Keys,
    /// Keys that the verifier knows from elsewhere; the last checkpoint must be of one of them. Empty: none are known.
    trusted: &'a [Vec<u8>],
    /// Checkpoints kept elsewhere, by size, ascending.
    outside: Vec<&'a SignedCheckpoint>,
    last: Option<SignedCheckpoint>,
}

impl<'a> Roots<'a> {
    pub fn new(origin: String, trusted: &'a [Vec<u8>], outside: &'a [SignedCheckpoint]) -> Self {
        let mut outside: Vec<_> = outside.iter().collect();
        outside.sort_by_key(|signed| signed.checkpoint.size);
        Self { frontier: Frontier::new(), origin, keys: Keys::new(), trusted, outside, last: None }
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Adds a key that may have signed.
    pub fn add_key(&mut self, id: String, public_key: Vec<u8>) {
        self.keys.insert(id, public_key);
    }

    /// How many positions there are.
    pub fn size(&self) -> i64 {
        i64::try_from(self.frontier.size()).unwrap_or(i64::MAX)
    }

    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// Adds the leaf of the next position.
    pub fn push(&mut self, report: &mut Report, leaf: Hash) {
        self.frontier.push(leaf);
        let size = self.size();
        let due = self.outside.partition_point(|signed| signed.checkpoint.size <= size);
        for signed in self.outside.drain(..due) {
            report.checkpoints += 1;
            // One of size 0 or less covers nothing, so no root is that of it.
            if signed.checkpoint.size != size || signed.checkpoint.root != self.frontier.root() {
                report.find("anchor", signed.checkpoint.size, Some("root"), Problem::RootMismatch);
            }
            let signed_by_trusted = self.trusted.iter().any(|key| signed.is_signed_by(key));
            if !signed_by_trusted || signed.checkpoint.origin != self.origin {
                report.find("anchor", signed.checkpoint.size, None, Problem::SignatureInvalid);
            }
        }
    }

    /// Holds a checkpoint's row against the tree as it is now, which must be of its size.
    pub fn checkpoint(&mut self, report: &mut Report, row: &CheckpointRow) {
        report.checkpoints += 1;
        let Some(signed) = row.signed(&self.origin) else {
            return report.find("checkpoint", row.size, Some("root"), Problem::Unreadable);
        };
        self.signed(report, signed);
    }

    /// As [`Roots::checkpoint`], for one from an export.
    pub fn signed(&mut self, report: &mut Report, signed: SignedCheckpoint) {
        let size = signed.checkpoint.size;
        if signed.checkpoint.size != self.size() || signed.checkpoint.root != self.frontier.root() {
            report.find("checkpoint", size, Some("root"), Problem::RootMismatch);
        }
        match self.keys.get(&signed.key_id) {
            None => report.find("checkpoint", size, Some("key_id"), Problem::KeyUntrusted),
            Some(key) if signed.is_signed_by(key) && signed.checkpoint.origin == self.origin => {}
            Some(_) => report.find("checkpoint", size, None, Problem::SignatureInvalid),
        }
        self.last = Some(signed);
    }

    /// Ends the walk: what is still expected is beyond the end.
    pub fn finish(&mut self, report: &mut Report) {
        report.root = hex::encode(self.frontier.root());
        let found = self.size();
        for signed in self.outside.drain(..) {
            let size = signed.checkpoint.size;
            report.find("anchor", size, None, Problem::Truncated { size, found });
        }
        // Whoever can write the database can bring a key of their own, but cannot sign with ours.
        if let Some(last) = &self.last
            && !self.trusted.is_empty()
            && !self.trusted.iter().any(|key| last.is_signed_by(key))
        {
            report.find("checkpoint", last.checkpoint.size, Some("key_id"), Problem::KeyUntrusted);
        }
    }
}
