//! Makes the model of the outgoing guard from the texts in `corpus/outgoing` and `tests/outgoing`.
//!
//! `cargo run -p proofdesk-guard --example train_outgoing` writes `src/outgoing/model.bin`, the same bytes whenever the texts and
//! the features are the same. `-- --cross` makes no file and prints how often models are right on what they were not made
//! from: templates left out with their translations, ways of asking left out, files of other authors left out. `-- --misses`
//! prints what is judged wrongly with templates left out, `-- --misses-authors` with the files of other authors.

mod cross;
mod data;
mod fit;
#[path = "../train/svm.rs"]
mod svm;
#[path = "../train/weigh.rs"]
mod weigh;

use anyhow::Result;
use cross::{LeftOut, judged, print, print_misses};
use fit::Corpus;

fn main() -> Result<()> {
    let option = std::env::args().nth(1).unwrap_or_default();
    let corpus = Corpus::new(data::read()?);
    match option.as_str() {
        "--cross" => print_cross(&corpus),
        "--misses" => print_misses(&judged(&corpus, LeftOut::Templates)),
        "--misses-authors" => print_misses(&judged(&corpus, LeftOut::Authors)),
        _ => std::fs::write(data::model_path(), fit::model(&corpus))?,
    }
    Ok(())
}

fn print_cross(corpus: &Corpus) {
    println!("Templates left out, by file and by language:\n");
    let by_templates = judged(corpus, LeftOut::Templates);
    print(&by_templates, |message| message.text.file.clone());
    print(&by_templates, |message| message.text.lang.clone());
    println!("Ways left out:\n");
    print(&judged(corpus, LeftOut::Ways), |message| message.text.group.clone());
    println!("Other authors left out, by file, by language and by way:\n");
    let by_authors = judged(corpus, LeftOut::Authors);
    print(&by_authors, |message| message.text.file.clone());
    print(&by_authors, |message| message.text.lang.clone());
    print(&by_authors, |message| message.text.group.clone());
}
