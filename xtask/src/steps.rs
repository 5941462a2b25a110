//! A run of named steps: all are tried, so that one run tells everything that is broken; a step whose
//! ground has failed is left out; a table closes the run.

use anyhow::{Result, bail};
use std::time::Duration;

/// How a step ended that did not fail.
pub enum Outcome {
    Passed,
    /// There was nothing to do, and why.
    Skipped(String),
}

type Work<'a> = Box<dyn FnOnce() -> Result<Outcome> + 'a>;

pub struct Step<'a> {
    name: &'static str,
    needs: &'static [&'static str],
    work: Work<'a>,
}

impl<'a> Step<'a> {
    /// A step that runs only if every step it needs (of those chosen, and earlier) has not failed.
    pub fn new(
        name: &'static str,
        needs: &'static [&'static str],
        work: impl FnOnce() -> Result<Outcome> + 'a,
    ) -> Self {
        Self { name, needs, work: Box::new(work) }
    }
}

/// Keeps the named steps and what they need; all of them if no name is given.
pub fn choose<'a>(steps: Vec<Step<'a>>, names: &[String]) -> Result<Vec<Step<'a>>> {
    if names.is_empty() {
        return Ok(steps);
    }
    if let Some(unknown) = names.iter().find(|name| !steps.iter().any(|step| step.name == **name)) {
        let known: Vec<_> = steps.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`; the steps are {}", known.join(", "));
    }
    let mut wanted: Vec<&str> = names.iter().map(String::as_str).collect();
    // What a step needs stands before it, so one walk from the end finds everything.
    for step in steps.iter().rev() {
        if wanted.contains(&step.name) {
            wanted.extend(step.needs);
        }
    }
    Ok(steps.into_iter().filter(|step| wanted.contains(&step.name)).collect())
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Skipped(String),
    Failed(String),
}

struct Line {
    name: &'static str,
    verdict: Verdict,
    took: Duration,
}

/// Runs the steps in order and prints how each ended. An error if one failed.
pub fn run(title: &str, steps: Vec<Step<'_>>) -> Result<()> {
    let lines = run_each(steps);
    println!("\n{}", table(title, &lines));
    let failed = lines.iter().filter(|line| matches!(line.verdict, Verdict::Failed(_))).count();
    if failed > 0 { bail!("{title}: {failed} of {} steps failed", lines.len()) } else { Ok(()) }
}

#[expect(clippy::disallowed_methods, reason = "a developer is told how long each step took")]
fn run_each(steps: Vec<Step<'_>>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for step in steps {
        let started = std::time::Instant::now();
        let verdict = match missing_ground(&step, &lines) {
            Some(name) => Verdict::Failed(format!("not tried, because `{name}` failed")),
            None => {
                eprintln!("\n== {} ==", step.name);
                judge((step.work)())
            }
        };
        lines.push(Line { name: step.name, verdict, took: started.elapsed() });
    }
    lines
}

fn missing_ground(step: &Step<'_>, done: &[Line]) -> Option<&'static str> {
    done.iter()
        .filter(|line| step.needs.contains(&line.name))
        .find(|line| matches!(line.verdict, Verdict::Failed(_)))
        .map(|line| line.name)
}

fn judge(result: Result<Outcome>) -> Verdict {
    match result {
        Ok(Outcome::Passed) => Verdict::Passed,
        Ok(Outcome::Skipped(why)) => Verdict::Skipped(why),
        Err(error) => {
            eprintln!("{error:#}");
            Verdict::Failed(format!("{error:#}"))
        }
    }
}

fn table(title: &str, lines: &[Line]) -> String {
    let mut text = String::new();
    let mut counts = [0_usize; 3];
    let [passed, failed, skipped] = &mut counts;
    for Line { name, verdict, took } in lines {
        let (word, count, why) = match verdict {
            Verdict::Passed => ("passed", &mut *passed, ""),
            Verdict::Failed(why) => ("FAILED", &mut *failed, first_line(why)),
            Verdict::Skipped(why) => ("skipped", &mut *skipped, first_line(why)),
        };
        *count += 1;
        let row = format!("{name:<10} {word:<8} {:>7.1} s  {why}", took.as_secs_f64());
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text.push_str(&format!("{title}: {passed} passed, {failed} failed, {skipped} skipped"));
    text
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use anyhow::anyhow;

    fn passing(name: &'static str, needs: &'static [&'static str]) -> Step<'static> {
        Step::new(name, needs, || Ok(Outcome::Passed))
    }

    fn failing(name: &'static str) -> Step<'static> {
        Step::new(name, &[], || Err(anyhow!("it broke\nat length")))
    }

    fn names(steps: &[Step<'_>]) -> Vec<&'static str> {
        steps.iter().map(|step| step.name).collect()
    }

    #[test]
    fn later_steps_run_after_a_failure_unless_they_need_it() {
        let lines = run_each(vec![
            failing("a"),
            passing("b", &["a"]),
            passing("c", &[]),
            passing("d", &["b"]),
        ]);
        let verdicts: Vec<_> = lines.iter().map(|line| &line.verdict).collect();
        assert_eq!(
            verdicts,
            [
                &Verdict::Failed("it broke\nat length".into()),
                &Verdict::Failed("not tried, because `a` failed".into()),
                &Verdict::Passed,
                &Verdict::Failed("not tried, because `b` failed".into()),
            ]
        );
    }

    #[test]
    fn a_run_with_a_failure_is_an_error() {
        assert!(run("t", vec![passing("a", &[])]).is_ok());
        assert!(run("t", vec![passing("a", &[]), failing("b")]).is_err());
    }

    #[test]
    fn choosing_a_step_brings_what_it_needs() {
        let steps = || {
            vec![passing("a", &[]), passing("b", &["a"]), passing("c", &[]), passing("d", &["b"])]
        };
        assert_eq!(names(&choose(steps(), &["d".into()]).unwrap()), ["a", "b", "d"]);
        assert_eq!(names(&choose(steps(), &[]).unwrap()), ["a", "b", "c", "d"]);
        assert!(choose(steps(), &["x".into()]).is_err());
    }

    #[test]
    fn the_table_counts() {
        let line = |name, verdict| Line { name, verdict, took: Duration::from_millis(1250) };
        let lines = [
            line("lint", Verdict::Passed),
            line("unit", Verdict::Skipped("no systemd here".into())),
            line("rust", Verdict::Failed("3 tests\nmore".into())),
        ];
        assert_eq!(
            table("test", &lines),
            "lint       passed       1.2 s\n\
             unit       skipped      1.2 s  no systemd here\n\
             rust       FAILED       1.2 s  3 tests\n\
             test: 1 passed, 1 failed, 1 skipped"
        );
    }
}
