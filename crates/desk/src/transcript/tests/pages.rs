use proofdesk_locale::Locale;
use proptest::prelude::*;

use super::*;
use crate::transcript::html;
use crate::transcript::verify::{Part, Verdict};

fn page(transcript: &Transcript, locale: Locale) -> String {
    html(transcript, locale, &checkpoint::signing_key(&testing::keyring())).unwrap()
}

#[tokio::test]
async fn a_page_is_genuine_in_every_language() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let trusted = [key(&transcript)];
    for locale in Locale::ALL {
        let text = page(&transcript, locale);
        let report = verify(text.as_bytes(), &trusted);
        assert_eq!((report.verdict, report.findings), (Verdict::Genuine, Vec::new()), "{locale}");
        assert!(!text.contains("<script>alert"), "{locale}");
        // Mail and editors of another system change line ends.
        let other = text.replace('\n', "\r\n");
        assert_eq!(verify(other.as_bytes(), &trusted).verdict, Verdict::Genuine, "{locale}");
    }
}

#[tokio::test]
async fn numbers_are_grouped_as_the_language_writes() {
    let case = Case::sqlite().await;
    let mut transcript = case.take().await;
    (transcript.part.number, transcript.part.of) = (1_234, 5_000);
    transcript.entries.first_mut().unwrap().event.seq = 246_801;
    for (locale, part, seq) in
        [(Locale::En, "1,234 / 5,000", "#246,801<"), (Locale::Tr, "1.234 / 5.000", "#246.801<")]
    {
        let text = page(&transcript, locale);
        assert!(text.contains(part) && text.contains(seq), "{locale}: {text}");
        assert!(text.contains("<!--proofdesk:entries/246801-->"), "{locale}");
    }
}

#[tokio::test]
async fn a_change_of_what_the_page_shows_is_named() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let trusted = [key(&transcript)];
    let text = page(&transcript, Locale::En);
    for (old, new, place) in [
        ("<strong>look</strong>", "<strong>nod</strong>", "/page/entries/2"),
        ("a.png", "b.png", "/page/entries/1"),
        ("<h1>", "<h1>Not ", "/page/start"),
        ("<!--proofdesk:entries/2-->", "<!--proofdesk:entries/9-->", "/page/entries/9"),
        ("<!--proofdesk:entries/2-->\n", "", "/page/entries/2"),
    ] {
        assert!(text.contains(old), "{old}");
        let report = verify(text.replacen(old, new, 1).as_bytes(), &trusted);
        assert_eq!(report.verdict, Verdict::Changed, "{old}");
        let finding = report.findings.iter().find(|finding| finding.place == place);
        assert_eq!(finding.map(|f| f.part), Some(Part::Page), "{old}: {:?}", report.findings);
    }
}

/// The data of one transcript under the page of another is no transcript.
#[tokio::test]
async fn data_and_page_belong_together() {
    let case = Case::sqlite().await;
    let old = case.take().await;
    case.sign().await;
    let new = case.take().await;
    let trusted = [key(&old)];
    let (old_text, new_text) =
        (json(&old).replace('<', "\\u003c"), json(&new).replace('<', "\\u003c"));
    let mixed = page(&old, Locale::En).replace(&old_text, &new_text);
    let report = verify(mixed.as_bytes(), &trusted);
    assert_eq!(report.verdict, Verdict::Changed);
    assert_eq!(report.findings.first().unwrap().place, "/page/data");
}

#[tokio::test]
async fn every_changed_byte_of_a_page_is_found() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let (trusted, text) = ([key(&transcript)], page(&transcript, Locale::Ar));
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) };
    proptest!(config, |(at in 0..text.len(), byte in 0x21u8..0x7f)| {
        let mut bytes = text.clone().into_bytes();
        let old = std::mem::replace(bytes.get_mut(at).unwrap(), byte);
        prop_assume!(old != byte);
        let genuine = verify(&bytes, &trusted).verdict == Verdict::Genuine;
        prop_assert!(!genuine, "byte {at} as {byte}");
    });
}
