//! Files as customers send them: a screenshot, a statement, a table, a log. Each drawn or written on the spot.

use std::fmt::Write as _;

use proofdesk_desk::Timestamp;

use super::dice::Dice;
use super::facts::{Facts, Voice};
use super::tale::{Person, Tale};

/// A file before it is stored.
#[derive(Debug)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl File {
    /// A file that suits the ticket; `place` is its place among the ticket's files.
    pub fn of(tale: &Tale, person: &Person, place: u64, at: Timestamp) -> Self {
        let mut dice = tale.dice(&format!("file {place}"));
        let facts = Facts { tale, person, voice: Voice::Customer, at, fresh: dice.next() };
        let number = dice.digits(4);
        match (tale.scenario.category, dice.below(10)) {
            ("api-error" | "order-rejected", 0..7) => File {
                name: format!("client-{number}.log"),
                bytes: log(&facts, &mut dice).into_bytes(),
            },
            ("other" | "fees" | "complaint" | "settlement-question", 0..6) | (_, 0) => {
                File { name: format!("statement-{number}.pdf"), bytes: pdf(&statement(&facts)) }
            }
            (_, 1) => File {
                name: format!("history-{number}.csv"),
                bytes: csv(&facts, &mut dice).into_bytes(),
            },
            _ => File { name: format!("Screenshot {number}.png"), bytes: picture(&mut dice) },
        }
    }
}

fn fact(facts: &Facts<'_>, slot: &str) -> String {
    facts.get(slot).unwrap_or_default()
}

fn log(facts: &Facts<'_>, dice: &mut Dice) -> String {
    let mut text = String::new();
    for line in 0..dice.between(6, 18) {
        let at = facts.at - std::time::Duration::from_millis(40_000 - line * 900 - dice.below(700));
        let status = if line % 3 == 2 { fact(facts, "err") } else { "0".to_owned() };
        // A String takes every line.
        let _always = writeln!(
            text,
            "{at} {} -> code={status} latency={}ms",
            fact(facts, "endpoint"),
            dice.between(18, 900)
        );
    }
    text
}

fn csv(facts: &Facts<'_>, dice: &mut Dice) -> String {
    let mut text = "time,type,coin,network,amount,reference\n".to_owned();
    for row in 1..=dice.between(5, 30) {
        let at = facts.at - std::time::Duration::from_secs(row * dice.between(9_000, 90_000));
        let kind = dice.word(&["deposit", "withdrawal", "trade", "fee"]);
        let amount = format!("{}.{}", dice.between(1, 4_000), dice.digits(4));
        let _always = writeln!(
            text,
            "{at},{kind},{},{},{amount},R{}",
            fact(facts, "coin"),
            fact(facts, "net"),
            dice.digits(8)
        );
    }
    text
}

fn statement(facts: &Facts<'_>) -> Vec<String> {
    vec![
        format!("{} account statement", fact(facts, "brand")),
        format!("UID {}", fact(facts, "uid")),
        format!("Made {}", facts.at),
        format!("Balance: {}", fact(facts, "amount")),
        format!("Order {}: {}", fact(facts, "order"), fact(facts, "size")),
        "Demo data. This is no statement of anybody.".to_owned(),
    ]
}

/// One page with lines of text (PDF 1.4, ISO 32000-1 annex H). The text is ASCII.
fn pdf(lines: &[String]) -> Vec<u8> {
    let mut content = "BT /F1 14 Tf 56 780 Td 22 TL\n".to_owned();
    for line in lines {
        let safe: String = line.chars().filter(|c| c.is_ascii() && !"()\\".contains(*c)).collect();
        content.push_str(&format!("({safe}) Tj T*\n"));
    }
    content.push_str("ET\n");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file.push_str(&format!("xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

const WIDTH: u32 = 240;
const HEIGHT: u32 = 160;

/// A drawing of an app's window: a bar on top, lines of "text", a button. Four colours (PNG, RFC 2083).
fn picture(dice: &mut Dice) -> Vec<u8> {
    let tint: [u8; 3] = dice.bytes();
    let lines: Vec<u32> =
        (0..7).map(|_| u32::try_from(dice.between(40, 200)).unwrap_or(0)).collect();
    let colour = |x: u32, y: u32| -> u8 {
        let row = usize::try_from(y.saturating_sub(36) / 14).unwrap_or(0);
        match (x, y) {
            (_, 0..24) => 1,
            (20..90, 136..152) => 2,
            (20.., 36..134) if y % 14 < 6 && lines.get(row).is_some_and(|end| x < *end) => 3,
            _ => 0,
        }
    };
    let mut pixels = Vec::new();
    for y in 0..HEIGHT {
        // No filter; four pixels to the byte.
        pixels.push(0);
        pixels.extend(
            (0..WIDTH / 4).map(|at| (0..4).fold(0, |byte, i| (byte << 2) | colour(at * 4 + i, y))),
        );
    }
    let [r, g, b] = tint;
    let palette =
        [245, 246, 248, r / 2, g / 2, b / 2, r / 2 + 90, g / 2 + 60, b / 2 + 40, 150, 156, 165];
    let mut header = [WIDTH.to_be_bytes(), HEIGHT.to_be_bytes()].concat();
    header.extend([2, 3, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", header),
        (b"PLTE", palette.to_vec()),
        (b"IDAT", stored(&pixels)),
        (b"IEND", Vec::new()),
    ] {
        let body = [kind.as_slice(), &data].concat();
        file.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
        file.extend(&body);
        file.extend(crc32(&body).to_be_bytes());
    }
    file
}

/// A zlib stream without compression (RFC 1950, RFC 1951 section 3.2.4). At most 65,535 bytes.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    let mut stream = vec![0x78, 0x01, 0x01];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(bytes);
    stream.extend(adler32(bytes).to_be_bytes());
    stream
}

fn adler32(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1, 0), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    (b << 16) | a
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use proofdesk_channels::sniff::{Family, sniff};

    use super::*;

    #[test]
    fn checksums_are_the_known_ones() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
    }

    #[test]
    fn files_are_what_their_names_say() {
        let picture = picture(&mut Dice::of(1));
        assert!(stored(&picture).len() < usize::from(u16::MAX));
        assert_eq!(sniff(&picture, Some("image/png"), "a.png").family, Family::Image);
        let pdf = pdf(&["A (line)".to_owned()]);
        let told = sniff(&pdf, Some("application/pdf"), "a.pdf");
        assert!(told.family == Family::Pdf && !told.lies);
        assert!(pdf.is_ascii() && pdf.ends_with(b"%%EOF\n"));
    }
}
