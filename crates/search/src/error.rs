/// Why an index could not answer or be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What the engine says: a folder that cannot be written, a file that is damaged.
    #[error("the search index failed")]
    Engine(#[from] tantivy::TantivyError),
    /// The folder of an index could not be made, read or removed.
    #[error("the folder of the search index failed")]
    Folder(#[from] std::io::Error),
    /// A snapshot that is not whole or not of an index, with what is wrong.
    #[error("the snapshot of a search index {0}")]
    Snapshot(&'static str),
    /// Questions or documents of an evaluation that are not as the contract says.
    #[error("{0}")]
    Evaluation(String),
    /// A list of topics that is not as [`crate::Topics::read`] says, with language and line.
    #[error("{0}")]
    Topics(String),
}

/// What this crate returns.
pub type Result<T> = std::result::Result<T, Error>;
