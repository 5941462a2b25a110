//! What the tests need of the machine beside Rust and Node, and how to get it on Debian.

use crate::command::{self, environment, find_program};
use crate::steps::Outcome;
use anyhow::{Result, bail};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

struct Need {
    package: &'static str,
    why: &'static str,
    found: fn() -> bool,
    /// Whether tests fail without it; otherwise they say that they were skipped.
    required: bool,
}

const NEEDS: &[Need] = &[
    Need {
        package: "make",
        why: "the program's allocator is built with it",
        found: || find_program("make").is_some(),
        required: true,
    },
    Need {
        package: "postgresql",
        why: "every test of the store runs on PostgreSQL too (initdb, pg_ctl)",
        found: || find_postgres().is_some(),
        required: true,
    },
    Need {
        package: "chromium",
        why: "the browser journeys",
        found: || find_program("chromium").is_some(),
        required: true,
    },
    Need {
        package: "fonts-noto-cjk",
        why: "pages in Chinese, Japanese and Korean",
        found: || has_font("opentype/noto/NotoSansCJK-Regular.ttc"),
        required: true,
    },
    Need {
        package: "fonts-noto-core",
        why: "pages in Arabic, Thai and Vietnamese",
        found: || has_font("truetype/noto/NotoSansArabic-Regular.ttf"),
        required: true,
    },
    Need {
        package: "python3-venv",
        why: "the API is tested against its description by schemathesis",
        found: has_python,
        required: true,
    },
    Need {
        package: "clamav-daemon",
        why: "files are scanned by the real clamd, with a signature of the test's own",
        found: || find_program("clamd").is_some() || Path::new("/usr/sbin/clamd").is_file(),
        required: true,
    },
    Need {
        package: "postfix",
        why: "mail is sent through a real server",
        found: || Path::new("/usr/lib/postfix/sbin/master").is_file(),
        required: true,
    },
    Need {
        package: "dovecot-imapd",
        why: "mail is read where it arrives",
        found: || Path::new("/usr/lib/dovecot/imap").is_file(),
        required: true,
    },
    Need {
        package: "dovecot-lmtpd",
        why: "mail gets into its mailbox",
        found: || Path::new("/usr/lib/dovecot/lmtp").is_file(),
        required: true,
    },
    Need {
        package: "openssl",
        why: "the mail server of the tests has a certificate",
        found: || find_program("openssl").is_some(),
        required: true,
    },
    Need {
        package: "systemd",
        why: "the unit file is checked by systemd-analyze",
        found: || find_program("systemd-analyze").is_some(),
        required: false,
    },
];

/// Installs what is missing if it may, else says what is missing and how to get it.
pub fn prepare() -> Result<Outcome> {
    let missing: Vec<_> = NEEDS.iter().filter(|need| !(need.found)()).collect();
    if missing.is_empty() {
        return Ok(Outcome::Passed);
    }
    if is_root() && find_program("apt-get").is_some() {
        return install(&missing);
    }
    eprintln!("{}", explain(&missing));
    if missing.iter().any(|need| need.required) {
        bail!("this machine lacks what the tests need");
    }
    Ok(Outcome::Passed)
}

/// The folder of PostgreSQL's server programs: Debian keeps them off the path.
fn find_postgres() -> Option<std::path::PathBuf> {
    if let Some(program) = find_program("initdb") {
        return program.parent().map(Path::to_owned);
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let folders = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    folders.filter(|folder| folder.join("initdb").is_file()).max()
}

fn has_font(path: &str) -> bool {
    Path::new("/usr/share/fonts").join(path).is_file()
}

fn has_python() -> bool {
    command::output(Command::new("python3").args(["-c", "import venv, ensurepip"])).is_ok()
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn install(missing: &[&Need]) -> Result<Outcome> {
    // A fresh image has no package lists, and an old list names files that are gone.
    command::run(Command::new("apt-get").args(["update", "--quiet"]))?;
    command::run(
        Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(missing.iter().map(|need| need.package)),
    )?;
    let absent: Vec<_> = missing.iter().filter(|need| need.required && !(need.found)()).collect();
    match absent.first() {
        None => Ok(Outcome::Passed),
        Some(need) => bail!("{} was installed and still is not found ({})", need.package, need.why),
    }
}

fn explain(missing: &[&Need]) -> String {
    let mut text = String::from("This machine lacks:\n");
    for need in missing {
        let weight = if need.required { "" } else { " (optional)" };
        text.push_str(&format!("  {}{weight}: {}\n", need.package, need.why));
    }
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    text.push_str(&format!("On Debian: sudo apt-get install {}", packages.join(" ")));
    text
}

/// Chromium for the browser journeys: one that was named in the environment, or Debian's.
pub fn chromium() -> Option<std::path::PathBuf> {
    environment("PROOFDESK_CHROMIUM").map(Into::into).or_else(|| find_program("chromium"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_explained_with_the_command() {
        let need = |package, required| Need { package, why: "a reason", found: || false, required };
        assert_eq!(
            explain(&[&need("chromium", true), &need("systemd", false)]),
            "This machine lacks:\n  chromium: a reason\n  systemd (optional): a reason\n\
             On Debian: sudo apt-get install chromium systemd"
        );
    }
}
