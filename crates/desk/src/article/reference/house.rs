//! What the house itself says of where it is and who decides about complaints: from the configuration, in its own words.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use proofdesk_locale::Locale;
use serde::Deserialize;

use super::super::nearest;
use super::rules::{key, table};
use super::{Cell, Sources, word, words};
use crate::words::words as word_set;

/// Words by language, as `{ en = "…", zh-Hans = "…" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct ByLanguage(BTreeMap<Locale, String>);

impl TryFrom<BTreeMap<String, String>> for ByLanguage {
    type Error = <Locale as FromStr>::Err;

    fn try_from(told: BTreeMap<String, String>) -> Result<Self, Self::Error> {
        let mut texts = BTreeMap::new();
        for (code, text) in told {
            texts.insert(code.parse()?, text);
        }
        Ok(Self(texts))
    }
}

impl ByLanguage {
    /// In the language, or in the nearest that there is; a dash where nothing is said.
    fn said(&self, locale: Locale) -> String {
        let found = nearest(locale).into_iter().find_map(|lang| self.0.get(&lang));
        found.or_else(|| self.0.values().next()).cloned().unwrap_or_else(|| "—".to_owned())
    }
}

word_set! {
    /// What an official channel is.
    pub enum ChannelKind {
        Site = "site",
        App = "app",
        Mail = "mail",
        Phone = "phone",
        Social = "social",
    }
}

/// Where the house is, by which readers tell it from whoever pretends to be it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// A brand's slug; of all brands where it is left out.
    pub brand: Option<String>,
    pub kind: ChannelKind,
    pub address: String,
}

/// How long a complaint takes, by where whoever complains lives or which company serves them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub brand: Option<String>,
    pub place: ByLanguage,
    pub confirmation: ByLanguage,
    pub decision: ByLanguage,
    #[serde(default)]
    pub longest: ByLanguage,
}

/// Who can be turned to when a complaint was decided.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintBody {
    pub brand: Option<String>,
    pub place: ByLanguage,
    pub name: ByLanguage,
    pub address: String,
    #[serde(default)]
    pub until: ByLanguage,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// Whom the mails of a brand are from, by its slug; under the empty one those of every other brand.
    pub senders: BTreeMap<String, String>,
    pub channels: Vec<Channel>,
    pub deadlines: Vec<Deadline>,
    pub bodies: Vec<ComplaintBody>,
}

impl House {
    /// The tables of these that are wanted and have rows for the brand, by name. `pages` is the origin of its pages.
    pub fn tables(
        &self,
        wanted: &BTreeSet<String>,
        brand: &str,
        pages: &str,
        sources: &Sources<'_>,
    ) -> BTreeMap<String, String> {
        let is_of = |one: &Option<String>| one.as_deref().is_none_or(|one| one == brand);
        let drawn = |name: &str| match name {
            "table.official_channels" => {
                let named = self.channels.iter().filter(|one| is_of(&one.brand));
                let named = named.map(|one| (one.kind, one.address.as_str()));
                let head = ["help-col-kind", "help-col-address"];
                let all = self.known(brand, pages).chain(named);
                table(
                    sources,
                    &head,
                    all.map(|(kind, address)| channel_row(kind, address, sources)),
                )
            }
            "table.complaint_deadlines" => {
                let all = self.deadlines.iter().filter(|one| is_of(&one.brand));
                let head = [
                    "help-col-place",
                    "help-col-confirmation",
                    "help-col-decision",
                    "help-col-longest",
                ];
                table(sources, &head, all.map(|one| deadline_row(one, sources)))
            }
            "table.complaint_bodies" => {
                let all = self.bodies.iter().filter(|one| is_of(&one.brand));
                let head =
                    ["help-col-place", "help-col-body", "help-col-address", "help-col-until"];
                table(sources, &head, all.map(|one| body_row(one, sources)))
            }
            _ => None,
        };
        wanted.iter().filter_map(|name| Some((name.clone(), drawn(name)?))).collect()
    }

    /// What is official without being named: the pages, where they are https, and whom the mails are from.
    fn known<'a>(
        &'a self,
        brand: &str,
        pages: &'a str,
    ) -> impl Iterator<Item = (ChannelKind, &'a str)> {
        // What stands on a developer's machine is nobody's address.
        let pages = Some(pages).filter(|pages| pages.starts_with("https://"));
        let sender = self.senders.get(brand).or_else(|| self.senders.get(""));
        let pages = pages.map(|pages| (ChannelKind::Site, pages));
        pages.into_iter().chain(sender.map(|sender| (ChannelKind::Mail, sender.as_str())))
    }
}

/// Addresses as they are to be compared, letter by letter; no links, since following one is what the text warns of.
fn channel_row(kind: ChannelKind, address: &str, sources: &Sources<'_>) -> Vec<Cell> {
    let kind = word(sources, &key("help-channel", kind.as_str()));
    vec![words(kind), Cell::Code(address.to_owned())]
}

fn deadline_row(one: &Deadline, sources: &Sources<'_>) -> Vec<Cell> {
    let told = [&one.place, &one.confirmation, &one.decision, &one.longest];
    told.into_iter().map(|text| words(text.said(sources.locale))).collect()
}

fn body_row(one: &ComplaintBody, sources: &Sources<'_>) -> Vec<Cell> {
    let said = |text: &ByLanguage| words(text.said(sources.locale));
    vec![said(&one.place), said(&one.name), Cell::Code(one.address.clone()), said(&one.until)]
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use super::*;
    use crate::time::Timestamp;

    fn by_language(told: &[(&str, &str)]) -> ByLanguage {
        let told = told.iter().map(|(lang, text)| ((*lang).to_owned(), (*text).to_owned()));
        told.collect::<BTreeMap<_, _>>().try_into().unwrap()
    }

    fn house() -> House {
        let channel = |brand: Option<&str>, kind, address: &str| Channel {
            brand: brand.map(str::to_owned),
            kind,
            address: address.to_owned(),
        };
        let senders = [("", "help@acme.example"), ("other", "mail@other.example")];
        House {
            senders: senders.map(|(brand, from)| (brand.to_owned(), from.to_owned())).into(),
            channels: vec![
                channel(None, ChannelKind::Site, "www.acme.example"),
                channel(Some("other"), ChannelKind::Mail, "<help@other.example>"),
            ],
            deadlines: vec![Deadline {
                brand: None,
                place: by_language(&[("en", "European Union"), ("zh-Hans", "欧盟")]),
                confirmation: by_language(&[("en", "without undue delay")]),
                decision: by_language(&[("en", "two months")]),
                longest: ByLanguage::default(),
            }],
            bodies: Vec::new(),
        }
    }

    fn tables(brand: &str, locale: Locale) -> BTreeMap<String, String> {
        let names =
            ["table.official_channels", "table.complaint_deadlines", "table.complaint_bodies"];
        let wanted: BTreeSet<String> = names.map(str::to_owned).into();
        let sources = Sources {
            locale,
            reader: locale,
            brand_name: "Acme",
            venue: None,
            own: None,
            suspensions: &[],
            categories: &[],
            articles: &[],
            now: Timestamp::from_micros(0),
        };
        let pages = format!("https://{brand}.example");
        house().tables(&wanted, brand, &pages, &sources)
    }

    #[test]
    fn each_brand_has_its_own_rows_and_a_table_without_rows_is_none() {
        let own = tables("acme", Locale::En);
        assert_eq!(own.len(), 2);
        let channels = own.get("table.official_channels").unwrap();
        assert!(channels.contains("<code>www.acme.example</code>"), "{channels}");
        for known in ["https://acme.example", "help@acme.example"] {
            assert!(channels.contains(&format!("<code>{known}</code>")), "{channels}");
        }
        assert!(!channels.contains("other.example") && !channels.contains("<a "), "{channels}");
        let other = tables("other", Locale::En);
        let channels = other.get("table.official_channels").unwrap();
        assert!(channels.contains("&lt;help@other.example&gt;"), "{channels}");
        assert!(channels.contains("<code>mail@other.example</code>"), "{channels}");
        assert!(!channels.contains("<code>help@acme.example</code>"), "{channels}");
        // Pages that are no https are nobody's.
        let none = House::default().known("acme", "http://localhost:7070").count();
        assert_eq!(none, 0);
    }

    #[test]
    fn words_are_those_of_the_language_or_the_nearest() {
        let told = tables("acme", Locale::ZhHant);
        let row = told.get("table.complaint_deadlines").unwrap();
        let cells = "<td>欧盟</td><td>without undue delay</td><td>two months</td><td>—</td>";
        assert!(row.contains(cells), "{row}");
        let wrong = BTreeMap::from([("xx".to_owned(), String::new())]);
        assert!(ByLanguage::try_from(wrong).is_err());
    }
}
