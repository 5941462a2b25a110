//! Makes the model of what only words give away from `frozen` and the five sets `tuning` of the corpus.
//!
//! `cargo run --release -p proofdesk-guard --example train_guess` writes `src/guess/model.bin`, the same bytes whenever the texts
//! and the features are the same. `-- --cross` makes no file and prints how often models are right on texts of a hand that
//! they were not made from, each hand left out in turn; `-- --misses` prints what they judge wrongly; `--leave-out HAND` does
//! so for one hand only. `--set NAME=VALUE` tries another setting: miss, alarm, threshold, scales (divided by commas).

mod cross;
mod data;
mod fit;
#[path = "../train/svm.rs"]
mod svm;
#[path = "../train/weigh.rs"]
mod weigh;

use anyhow::{Context as _, Result, bail};
use cross::{judged, print, print_curve, print_misses};
use fit::{Corpus, Settings};

#[derive(Default)]
struct Options {
    cross: bool,
    misses: bool,
    leave_out: Option<String>,
    settings: Settings,
}

fn main() -> Result<()> {
    let options = options()?;
    let corpus = Corpus::new(data::read()?, options.settings.clone());
    if !options.cross && !options.misses {
        return Ok(std::fs::write(data::model_path(), fit::model(&corpus))?);
    }
    let judged = judged(&corpus, options.leave_out.as_deref());
    if options.cross {
        print_curve(&judged);
        print(&judged, &options.settings.thresholds);
    }
    if options.misses {
        print_misses(&judged, &options.settings.thresholds);
    }
    Ok(())
}

fn options() -> Result<Options> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().context("a value is missing");
        match argument.as_str() {
            "--cross" => options.cross = true,
            "--misses" => options.misses = true,
            "--leave-out" => options.leave_out = Some(value()?),
            "--set" => set(&mut options.settings, &value()?)?,
            other => bail!("{other} is no option"),
        }
    }
    Ok(options)
}

fn set(settings: &mut Settings, setting: &str) -> Result<()> {
    let (name, value) = setting.split_once('=').context("NAME=VALUE")?;
    match name {
        "miss" => settings.miss = value.parse()?,
        "alarm" => settings.alarm = value.parse()?,
        "threshold" => settings.thresholds.fill(value.parse()?),
        "scales" => {
            for (scale, value) in settings.scales.iter_mut().zip(value.split(',')) {
                *scale = value.parse()?;
            }
        }
        other => bail!("{other} is no setting"),
    }
    Ok(())
}
