//! What a filter means here and now: who `me` is, which people, teams and tags are named, when two hours ago was.

use jiff::tz::TimeZone;
use proofdesk_store::{Rx, params};

use super::key::{ME, MINE, NONE};
use super::near::offer;
use super::{Condition, Fault, Is, Key, Match, Name, Takes, Term, Test, parse, refused};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::evidence::search_keys;
use crate::id::{BrandId, CategoryId, StaffId, StatusId, TagId, TeamId};
use crate::permission::Permission;
use crate::status::{Status, plain};
use crate::ticket::{Risk, Tier};
use crate::time::Timestamp;
use crate::viewer::{Scope, StaffViewer, Viewer};
use crate::{brand, limits, names, status, tag};

/// Every statement of this file.
pub const ALL: &[&str] = &[CATEGORIES, PEOPLE, TEAMS, ZONE];

const CATEGORIES: &str = "select id, slug, names from category order by slug, id limit 5000";
const PEOPLE: &str = "select id, name, email from staff order by name, id limit 5000";
const TEAMS: &str = "select id, name from team order by name limit 1000";
const ZONE: &str = "select time_zone from staff where id = $1";

/// Tags that are looked through for what somebody may have meant.
const TAGS_OFFERED: u32 = 200;

/// Reads a filter for a member of staff: in what they are named and when they look.
///
/// # Errors
/// `staff-only`; `no-permission` when it asks for a customer by address or UID, or by what is kept about them, without `customer.read`; what is wrong with
/// each word, at `filter`, with `start` and `end` as its place.
pub async fn resolve(
    rx: &Rx<'_>,
    viewer: &Viewer,
    now: Timestamp,
    text: &str,
) -> Result<Vec<Condition>> {
    let me = viewer.staff()?;
    check(text)?;
    let terms = parse(text).map_err(refused)?;
    let of_customer = |term: &Term| matches!(term.test, Test::From { .. } | Test::Constraint(_));
    if terms.iter().any(of_customer) {
        viewer.require(Permission::CustomerRead)?;
    }
    let customers = viewer.scope(Permission::CustomerRead);
    let here = Here { me, now, zone: zone(rx, me, &terms).await?, customers };
    let (mut conditions, mut faults) = (Vec::with_capacity(terms.len()), Vec::new());
    for term in terms {
        match here.read(rx, term.test).await? {
            Ok(of) => conditions.push(Condition { negated: term.negated, of }),
            Err(mut more) => faults.append(&mut more),
        }
    }
    if faults.is_empty() { Ok(conditions) } else { Err(refused(faults)) }
}

/// # Errors
/// `field-too-long`, `text-has-nul`, at `filter`.
fn check(text: &str) -> Result<()> {
    if text.len() > limits::FILTER_CHARS && text.chars().count() > limits::FILTER_CHARS {
        let limit = vec![("limit", limits::FILTER_CHARS.to_string())];
        return Err(Error::field_with("filter", Code::FieldTooLong, limit));
    }
    match text.contains('\0') {
        true => Err(Error::field("filter", Code::TextHasNul)),
        false => Ok(()),
    }
}

/// The member's calendar, where a day is spoken of.
async fn zone(rx: &Rx<'_>, me: &StaffViewer, terms: &[Term]) -> Result<TimeZone> {
    let of_calendar =
        |term: &Term| matches!(&term.test, Test::Time { when, .. } if when.is_of_calendar());
    if !terms.iter().any(of_calendar) {
        return Ok(TimeZone::UTC);
    }
    let row: Option<(String,)> = rx.query_opt(ZONE, params![me.staff_id]).await?;
    Ok(row.and_then(|(name,)| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC))
}

struct Here<'a> {
    me: &'a StaffViewer,
    now: Timestamp,
    zone: TimeZone,
    /// Whose customers they see.
    customers: Scope,
}

/// What a word means, or which of its values mean nothing.
type Meaning<T> = std::result::Result<T, Vec<Fault>>;

impl Here<'_> {
    async fn read(&self, rx: &Rx<'_>, test: Test) -> Result<Meaning<Match>> {
        Ok(match test {
            Test::Is(is) => Ok(any(is.into_iter().map(|one| self.is(one)).collect())),
            Test::Status(names) => statuses(rx, &names).await?.map(Match::Statuses),
            Test::Category(names) => categories(rx, &names).await?.map(Match::Categories),
            Test::Assignee(names) => self.assignees(rx, &names).await?,
            Test::Participant(names) => self.participants(rx, &names).await?,
            Test::Team(names) => self.teams(rx, &names).await?,
            Test::Tag(names) => tags(rx, &names).await?,
            Test::Brand(names) => brands(rx, &names).await?.map(Match::Brands),
            Test::Time { clock, comparison, when } => {
                let (from, until) = when.interval(comparison, self.now, &self.zone);
                Ok(Match::Within { clock, from, until })
            }
            Test::Priority(priorities) => Ok(Match::Priorities(priorities)),
            Test::Lang(langs) => Ok(Match::Langs(langs.iter().map(|lang| lang.code()).collect())),
            Test::Tier(tiers) => Ok(Match::Tiers(tiers)),
            Test::Channel(channels) => Ok(Match::Channels(channels)),
            Test::Chain(chains) => {
                Ok(Match::Chains(chains.iter().map(|chain| chain.as_str()).collect()))
            }
            Test::Constraint(kinds) => {
                Ok(Match::Constrained { kinds, at: self.now, customers: self.customers.clone() })
            }
            Test::Asset(assets) => Ok(Match::Assets(assets)),
            Test::Evidence(values) => {
                Ok(Match::Evidence(values.iter().flat_map(|value| search_keys(value)).collect()))
            }
            Test::From { emails, uids } => {
                Ok(Match::Customers { emails, uids, customers: self.customers.clone() })
            }
            Test::Number(numbers) => Ok(Match::Numbers(numbers)),
            Test::Text { text, is_phrase } => Ok(Match::Text { text, is_phrase }),
        })
    }

    fn is(&self, is: Is) -> Match {
        match is {
            Is::Open
            | Is::Waiting
            | Is::WaitingOnCustomer
            | Is::WaitingOnInternal
            | Is::Solved
            | Is::Closed
            | Is::Active => Match::Turns(is.turns()),
            Is::Unassigned => Match::Assignees { ids: Vec::new(), or_nobody: true },
            Is::Assigned => {
                Match::Not(Box::new(Match::Assignees { ids: Vec::new(), or_nobody: true }))
            }
            Is::Mine => Match::Assignees { ids: vec![self.me.staff_id], or_nobody: false },
            Is::Unread => Match::Unread(self.me.staff_id),
            Is::Theft => Match::Risks(vec![Risk::SuspectedTheft]),
            Is::Nudged => Match::Nudged,
            Is::Snoozed => Match::Snoozed,
            Is::Merged => Match::Merged,
            Is::Split => Match::Split,
            Is::SplitOff => Match::SplitOff,
            Is::Linked => Match::Linked,
            Is::Mentioned => Match::Mentioned(self.me.staff_id),
            Is::Draft => Match::Begun(self.me.staff_id),
            Is::Escalated => Match::Tiers(vec![Tier::Second, Tier::Lead]),
        }
    }

    /// By `me`, `none`, the address, the name, or how a part of the name begins; a `@` before it does not matter.
    async fn assignees(&self, rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Match>> {
        let people: Vec<Person> = rx.query(PEOPLE, &[]).await?;
        let found = each(Key::Assignee, names, |typed| {
            let typed = typed.strip_prefix('@').unwrap_or(typed);
            match typed {
                ME => Ok((vec![self.me.staff_id], false)),
                NONE => Ok((Vec::new(), true)),
                _ => of_name(&people, typed, &[ME, NONE]).map(|ids| (ids, false)),
            }
        });
        Ok(found.map(|found| {
            let or_nobody = found.iter().any(|(_, nobody)| *nobody);
            Match::Assignees {
                ids: found.into_iter().flat_map(|(ids, _)| ids).collect(),
                or_nobody,
            }
        }))
    }

    /// By `me` or a name, as an assignee.
    async fn participants(&self, rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Match>> {
        let people: Vec<Person> = rx.query(PEOPLE, &[]).await?;
        let found = each(Key::Participant, names, |typed| {
            let typed = typed.strip_prefix('@').unwrap_or(typed);
            match typed {
                ME => Ok(vec![self.me.staff_id]),
                _ => of_name(&people, typed, &[ME]),
            }
        });
        Ok(found.map(|found| Match::Participants(found.into_iter().flatten().collect())))
    }

    async fn teams(&self, rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Match>> {
        let teams: Vec<(TeamId, String)> = rx.query(TEAMS, &[]).await?;
        let found = each(Key::Team, names, |typed| match typed {
            MINE => Ok((self.me.teams.clone(), false)),
            NONE => Ok((Vec::new(), true)),
            _ => {
                let team = teams.iter().find(|(_, name)| name.to_lowercase() == typed);
                let names =
                    || [MINE, NONE].into_iter().chain(teams.iter().map(|one| one.1.as_str()));
                team.map(|(id, _)| (vec![*id], false)).ok_or_else(|| offer(typed, names()))
            }
        });
        Ok(found.map(|found| {
            let or_none = found.iter().any(|(_, none)| *none);
            Match::Teams { ids: found.into_iter().flat_map(|(ids, _)| ids).collect(), or_none }
        }))
    }
}

/// A member with name and address.
type Person = (StaffId, String, String);

/// The members of whom a name or an address is the whole, else those of whose name it begins a part; or what could be meant.
fn of_name(
    people: &[Person],
    typed: &str,
    words: &[&str],
) -> std::result::Result<Vec<StaffId>, String> {
    let whole = |(_, name, email): &&Person| name.to_lowercase() == typed || email == typed;
    let part = |(_, name, _): &&Person| {
        name.to_lowercase().split_whitespace().any(|word| word.starts_with(typed))
    };
    let mut ids: Vec<StaffId> = people.iter().filter(whole).map(|one| one.0).collect();
    if ids.is_empty() {
        ids = people.iter().filter(part).map(|one| one.0).collect();
    }
    if ids.is_empty() {
        let names = people.iter().map(|one| one.1.as_str());
        return Err(offer(typed, words.iter().copied().chain(names)));
    }
    Ok(ids)
}

/// One alternative needs no list.
fn any(mut alternatives: Vec<Match>) -> Match {
    match (alternatives.len(), alternatives.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            alternatives.extend(last);
            Match::Any(alternatives)
        }
    }
}

/// Each name looked up in lower case, or every one that is unknown with what could be meant.
fn each<T>(
    key: Key,
    names: &[Name],
    look_up: impl Fn(&str) -> std::result::Result<T, String>,
) -> Meaning<Vec<T>> {
    let (mut found, mut faults) = (Vec::with_capacity(names.len()), Vec::new());
    for name in names {
        match look_up(&name.text.to_lowercase()) {
            Ok(one) => found.push(one),
            Err(takes) => faults.push(unknown(key, name, takes)),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn unknown(key: Key, name: &Name, takes: String) -> Fault {
    let args =
        vec![("key", key.as_str().to_owned()), ("word", name.text.clone()), ("takes", takes)];
    Fault::new(name.span, Code::FilterValue, args)
}

/// By the stable word or by a name in any language, where a space may be a hyphen or an underscore; retired ones too.
async fn statuses(rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Vec<StatusId>>> {
    let all = status::view::list(rx).await?;
    Ok(each(Key::Status, names, |typed| {
        let typed_plain = plain(typed);
        let is_word = |one: &&Status| plain(&one.name) == typed_plain;
        let is_name = |one: &&Status| one.names.values().any(|name| plain(name) == typed_plain);
        let found = all.iter().find(is_word).or_else(|| all.iter().find(is_name));
        let names = || all.iter().map(|status| status.name.as_str());
        found.map(|status| status.id).ok_or_else(|| offer(typed, names()))
    }))
}

/// A category with its slug and its own names, as their column has them.
type Named = (CategoryId, String, String);

/// By slug, else by the words with which slugs begin and by the brand's own name in any language, in every brand that has them.
async fn categories(rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Vec<CategoryId>>> {
    let rows: Vec<Named> = rx.query(CATEGORIES, &[]).await?;
    let own = |column: &str| -> Vec<String> {
        names::read(column).values().map(|name| plain(name)).collect()
    };
    let all: Vec<(CategoryId, &str, Vec<String>)> =
        rows.iter().map(|(id, slug, column)| (*id, slug.as_str(), own(column))).collect();
    let found = each(Key::Category, names, |typed| {
        let exact: Vec<CategoryId> =
            all.iter().filter(|one| one.1 == typed).map(|one| one.0).collect();
        if !exact.is_empty() {
            return Ok(exact);
        }
        let typed_plain = plain(typed);
        let begins =
            |slug: &str| slug.strip_prefix(typed).is_some_and(|rest| rest.starts_with('-'));
        let is_meant =
            |one: &&(CategoryId, &str, Vec<String>)| begins(one.1) || one.2.contains(&typed_plain);
        let ids: Vec<CategoryId> = all.iter().filter(is_meant).map(|one| one.0).collect();
        if !ids.is_empty() {
            return Ok(ids);
        }
        let mut slugs: Vec<&str> = all.iter().map(|one| one.1).collect();
        slugs.dedup();
        Err(offer(typed, slugs))
    });
    Ok(found.map(|found| found.into_iter().flatten().collect()))
}

async fn brands(rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Vec<BrandId>>> {
    let all = brand::view::list(rx).await?;
    Ok(each(Key::Brand, names, |typed| {
        let found = all.iter().find(|one| one.slug == typed || one.name.to_lowercase() == typed);
        found.map(|one| one.id).ok_or_else(|| offer(typed, all.iter().map(|one| one.slug.as_str())))
    }))
}

/// A tag is found by its name alone: there may be more of them than are looked through for an offer.
async fn tags(rx: &Rx<'_>, names: &[Name]) -> Result<Meaning<Match>> {
    let (mut ids, mut or_none, mut faults): (Vec<TagId>, bool, Vec<Fault>) =
        (Vec::new(), false, Vec::new());
    for name in names {
        if name.text.eq_ignore_ascii_case(NONE) {
            or_none = true;
        } else if let Some(id) = tag::view::find(rx, &name.text).await? {
            ids.push(id);
        } else {
            let some = tag::view::list(rx, "", TAGS_OFFERED).await?;
            let takes = offer(&name.text, some.iter().map(|one| one.1.as_str()));
            faults.push(unknown(Key::Tag, name, takes));
        }
    }
    Ok(if faults.is_empty() { Ok(Match::Tags { ids, or_none }) } else { Err(faults) })
}

/// A key with everything that can stand behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub key: Key,
    pub takes: Takes,
    /// What the desk has of that name now, after the fixed words of `takes`; of tags the first few hundred.
    pub names: Vec<String>,
}

/// The grammar as it can be used here and now, for offering it while somebody types.
///
/// # Errors
/// `staff-only`.
pub async fn offers(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Offer>> {
    viewer.staff()?;
    let mut offers = Vec::with_capacity(Key::ALL.len());
    for &key in Key::ALL {
        offers.push(Offer { key, takes: key.takes(), names: named(rx, key).await? });
    }
    Ok(offers)
}

async fn named(rx: &Rx<'_>, key: Key) -> Result<Vec<String>> {
    let mut names: Vec<String> = match key {
        Key::Status => status::view::list(rx).await?.into_iter().map(|one| one.name).collect(),
        Key::Category => {
            let all: Vec<Named> = rx.query(CATEGORIES, &[]).await?;
            all.into_iter().map(|one| one.1).collect()
        }
        Key::Assignee | Key::Participant => {
            let all: Vec<Person> = rx.query(PEOPLE, &[]).await?;
            all.into_iter().map(|one| one.1).collect()
        }
        Key::Team => {
            let all: Vec<(TeamId, String)> = rx.query(TEAMS, &[]).await?;
            all.into_iter().map(|one| one.1).collect()
        }
        Key::Tag => {
            let some = tag::view::list(rx, "", TAGS_OFFERED).await?;
            some.into_iter().map(|one| one.1).collect()
        }
        Key::Brand => brand::view::list(rx).await?.into_iter().map(|one| one.slug).collect(),
        _ => Vec::new(),
    };
    names.dedup();
    Ok(names)
}
