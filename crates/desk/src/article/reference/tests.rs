#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::bridge::{Bridge as _, Cached};
use crate::id::{BrandId, Id as _, SessionId};
use crate::log::testing::insert_customer;
use crate::sandbox::{self, Breadth, Profile, Sandbox};
use crate::testing::{World, cx_at};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{identity, limits};

#[test]
fn rates_keep_the_digits_that_say_something() {
    for (ppm, told) in
        [(2_000, "0.2%"), (-50, "-0.005%"), (0, "0%"), (10_000, "1%"), (1, "0.0001%")]
    {
        assert_eq!(percent(Locale::En, ppm).as_deref(), Some(told));
    }
}

#[test]
fn what_nobody_told_is_not_known() {
    let names = [
        "brand.name",
        "network.TRON.confirmations",
        "link.page.reach",
        "link.page.x",
        "link.article.a",
        "link.ticket.b",
        "api.docs_url",
    ];
    let wanted: BTreeSet<String> = names.map(str::to_owned).into();
    let sources = Sources {
        locale: Locale::En,
        reader: Locale::ZhHans,
        brand_name: "Acme",
        venue: None,
        own: None,
        suspensions: &[],
        categories: &["b".to_owned()],
        articles: &["a".to_owned()],
        now: Timestamp::from_micros(0),
    };
    let known = known(&wanted, &sources);
    assert_eq!(known.values.keys().map(String::as_str).collect::<Vec<_>>(), ["brand.name"]);
    let links: Vec<_> = known.links.values().map(String::as_str).collect();
    assert_eq!(links, ["/zh-Hans/help/a", "/reach", "/tickets/new/b"]);
    assert!(needs_venue(&wanted) && !needs_venue(&BTreeSet::new()));
}

fn of<'a>(venue: &'a Venue, locale: Locale, now: Timestamp) -> Sources<'a> {
    Sources {
        locale,
        reader: locale,
        brand_name: "Acme",
        venue: Some(venue),
        own: None,
        suspensions: &[],
        categories: &[],
        articles: &[],
        now,
    }
}

fn names(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

async fn outage(world: &World, failure: Option<BridgeError>) {
    let set = world.write(world.system_cx(), async move |tx, cx| {
        sandbox::actions::set_outage(tx, cx, failure).await
    });
    set.await.unwrap();
}

/// All that the sandbox tells of rules, offers and terms, each as a value and as a table, in every language.
#[tokio::test]
async fn rules_offers_and_terms_are_filled_in_and_say_since_when_they_hold() {
    for world in World::both().await {
        let sandbox = Sandbox::new((*world.db).clone());
        let venue = Venue::gather(Some(&sandbox), world.now).await;
        let values = [
            ("limit.kyc1.daily_withdrawal", "10,000.00"),
            ("limit.kyc2.daily_withdrawal", "1,000,000.00"),
            ("limit.withdrawal_pause.second_factor_changed", "24"),
            ("limit.api.orders.requests", "30"),
            ("limit.api.orders.seconds", "1"),
            ("offer.earn.fixed.USDT.rate", "6.1%"),
            ("offer.dual.ETH.USDT.days", "1, 3, 7, 14"),
            ("offer.dual.ETH.USDT.minimum", "10.00"),
            ("offer.contract.BTC-USDT-PERP.max_leverage", "100×"),
            ("offer.contract.BTC-USDT-PERP.maintenance", "0.5%"),
            ("offer.contract.BTC-USDT-PERP.funding_interval", "8"),
            ("offer.contract.BTC-USDT-PERP.size", "0.001"),
            ("offer.contract.ETH-USDT-PERP.tick", "0.01"),
            ("offer.margin.USDT.interest", "0.0012%"),
            ("offer.margin.USDT.interval", "1"),
            ("api.window_ms", "5,000"),
            ("api.key_delay_minutes", "5"),
            ("terms.futures.funding_interval", "8"),
            ("terms.futures.funding_limits", "-0.375% … 0.375%"),
        ];
        let tables = [
            "table.kyc",
            "table.withdrawal_pauses",
            "table.rate_limits",
            "table.earn",
            "table.dual_investment_pairs",
            "table.contracts",
            "table.margin_interest",
            "table.fiat",
            "table.terms.dual-investment",
        ];
        let links = ["api.docs_url", "api.time_url", "terms.futures.url"];
        let unknown = [
            "limit.kyc0.daily_withdrawal",
            "limit.kyc9.daily_withdrawal",
            "limit.withdrawal_pause.new_device",
            "limit.withdrawal_pause.haircut",
            "offer.earn.fixed.DOGE.rate",
            "offer.contract.DOGE-USDT-PERP.size",
            "offer.contract.BTC-USDT-PERP.colour",
            "own.tier",
            "api.secret",
            "table.complaint_bodies",
        ];
        let all: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let wanted = names(&[all.as_slice(), &tables, &links, &unknown].concat());
        assert!(needs_venue(&names(&["limit.kyc1.daily_withdrawal"])));
        for locale in Locale::ALL {
            let sources = of(&venue, locale, world.now);
            let known = known(&wanted, &sources);
            assert_eq!(known.values.len(), values.len(), "{locale:?}");
            assert_eq!((known.tables.len(), known.links.len()), (tables.len(), links.len()));
            for (name, html) in &known.tables {
                assert!(html.contains("<td>") && html.contains("class=\"as-of\""), "{name}");
                assert!(!html.contains("help-") && !html.contains("told-setting"), "{html}");
            }
            let told = told(&known, &sources).unwrap();
            assert_eq!(told, Told { as_of: world.now, is_last: false });
        }
        let english = known(&wanted, &of(&venue, Locale::En, world.now));
        for (name, value) in values {
            assert!(english.values.get(name).unwrap().contains(value), "{name}");
        }
    }
}

/// Down is not the same as never told: one says so in its place, the other is left out.
#[tokio::test]
async fn what_is_not_known_now_says_so_and_what_was_never_told_does_not() {
    for world in World::both().await {
        let wanted = names(&[
            "limit.kyc1.daily_withdrawal",
            "table.kyc",
            "table.complaint_bodies",
            "desk.deposit_grace_minutes",
        ]);
        let bridge = Cached::new(Arc::new(Sandbox::new((*world.db).clone())));
        outage(&world, Some(BridgeError::TimedOut)).await;
        let venue = Venue::gather(Some(&bridge), world.now).await;
        let sources = of(&venue, Locale::En, world.now);
        let down = known(&wanted, &sources);
        let said = down.values.get("limit.kyc1.daily_withdrawal").unwrap();
        assert!(said.contains("not known right now"), "{said}");
        let said = down.tables.get("table.kyc").unwrap();
        assert!(said.contains("does not answer right now") && !said.contains("<table"), "{said}");
        assert!(!down.tables.contains_key("table.complaint_bodies"));
        assert_eq!(told(&down, &sources), None);
        // An exchange that refuses or does not tell it is no outage.
        for why in [BridgeError::Refused, BridgeError::Unsupported, BridgeError::NotFound] {
            let venue = Venue::unknown(why);
            let none = known(&wanted, &of(&venue, Locale::En, world.now));
            assert!(none.tables.is_empty() && none.values.len() == 1, "{why:?}");
        }
        // What was told before is told again, with its own moment. A silence is remembered for a while.
        outage(&world, None).await;
        let told_at = world.now + limits::BRIDGE_SILENCE;
        bridge.rules(told_at).await.unwrap();
        outage(&world, Some(BridgeError::Unavailable)).await;
        let later = told_at + Duration::from_secs(120);
        let venue = Venue::gather(Some(&bridge), later).await;
        let sources = of(&venue, Locale::En, later);
        let last = known(&wanted, &sources);
        assert!(last.tables.get("table.kyc").unwrap().contains("This is what it said"));
        let is_last = Told { as_of: told_at, is_last: true };
        assert_eq!(told(&last, &sources), Some(is_last));
    }
}

/// A venue with so many lines that no article has room for them.
async fn large(world: &World) -> Venue {
    let sandbox = Sandbox::new((*world.db).clone());
    let mut venue = Venue::gather(Some(&sandbox), world.now).await;
    let networks = &mut venue.networks.as_mut().unwrap().facts;
    let one = networks.iter().find(|one| one.contract.is_some()).unwrap().clone();
    let coin = |at: usize| Network { asset: format!("C{at:03}"), ..one.clone() };
    *networks = (0..300).map(coin).collect();
    let offers = &mut venue.offers.as_mut().unwrap().facts;
    let one = offers.contracts.first().unwrap().clone();
    offers.contracts = (0..300)
        .map(|at| bridge::facts::Contract { market: format!("C{at:03}-USDT-PERP"), ..one.clone() })
        .collect();
    venue
}

/// A table with hundreds of lines leaves an article its weight: it shows the first, says so, and leads to a page with all of them.
#[tokio::test]
async fn a_long_table_is_cut_in_articles_and_whole_on_its_own_page() {
    for world in World::both().await {
        let venue = large(&world).await;
        let wanted = names(&["table.networks", "table.withdrawal_fees", "table.contracts"]);
        for locale in Locale::ALL {
            let sources = of(&venue, locale, world.now);
            for (name, html) in known(&wanted, &sources).tables {
                let lines = html.matches("<tr>").count();
                assert_eq!(lines, limits::ARTICLE_TABLE_ROWS + 1, "{name}");
                assert!(html.len() < 15_000, "{name} weighs {} in {locale:?}", html.len());
                let own = name.strip_prefix("table.").unwrap();
                let link = format!("href=\"/{}/help/tables/{own}\"", locale.code());
                assert!(html.contains(&link) && html.contains("class=\"as-of\""), "{html}");
                assert!(!html.contains("help-table"), "{html}");
                let first = sheet(own, "", 1, &sources).unwrap();
                assert!(first.html.len() < 35_000, "{name} weighs {}", first.html.len());
                assert!(first.more && !first.told.contains("help-table"), "{first:?}");
            }
        }
        let sources = of(&venue, Locale::En, world.now);
        let lines = |words: &str, page| {
            let sheet = sheet("networks", words, page, &sources).unwrap();
            (sheet.html.matches("<tr>").count().saturating_sub(1), sheet.more)
        };
        let most = limits::TABLE_PAGE_ROWS;
        // Every line is on one of the pages, and none is beyond the last.
        let pages = 300_usize.div_ceil(most);
        let shown: usize = (1..=pages).map(|page| lines("", page).0).sum();
        assert_eq!((shown, lines("", pages).1, lines("", pages + 1)), (300, false, (0, false)));
        assert_eq!(lines("", usize::MAX), (0, false));
        // Whatever is looked for: in small letters, by several words, in vain, by signs of any engine.
        assert_eq!((lines("c123", 1), lines(" C123  \t", 1)), ((1, false), (1, false)));
        for nothing in ["c123 c124", "%", "*", "<td>", "nothing"] {
            assert_eq!(lines(nothing, 1), (0, false), "{nothing}");
        }
        assert!(sheet("fees", "", 1, &sources).is_none() && sheet("", "", 1, &sources).is_none());
        // One that fits is shown whole and leads nowhere.
        let small = names(&["table.margin_interest"]);
        let small = known(&small, &sources).tables.into_values().next().unwrap();
        assert!(!small.contains("/help/tables/"), "{small}");
        // An exchange that does not answer says so, and one that never tells it has no such page.
        let late = Venue::unknown(BridgeError::TimedOut);
        let late = sheet("networks", "", 1, &of(&late, Locale::En, world.now)).unwrap();
        assert!(late.html.contains("does not answer right now") && late.told.is_empty());
        let never = Venue::unknown(BridgeError::Unsupported);
        assert!(sheet("networks", "", 1, &of(&never, Locale::En, world.now)).is_none());
    }
}

const ACCOUNT: &str = "acc-1";

/// A customer who came in by an account at the exchange, which has everything.
async fn account_holder(world: &World) -> CustomerViewer {
    let brand_id = world.brand_id;
    let opened = world.write(world.system_cx(), async move |tx, cx| {
        let profile = Profile { vip_tier: 2, ..Profile::default() };
        sandbox::actions::open(tx, cx, ACCOUNT, &profile, Breadth::Everything).await?;
        let customer_id = insert_customer(tx, cx, brand_id).await?;
        let identity_id =
            identity::actions::add(tx, cx, customer_id, identity::PORTAL, ACCOUNT).await?;
        let session_id = SessionId::from_uuid(uuid::Uuid::nil());
        Ok(CustomerViewer { customer_id, identity_id, brand_id, session_id })
    });
    opened.await.unwrap()
}

/// An article says to whoever signed in by their account what holds for it, and to everybody else nothing of it.
#[tokio::test]
async fn the_readers_own_account_is_told_to_them_alone() {
    for world in World::both().await {
        let me = account_holder(&world).await;
        let (desk, _sequencer) = world.desk();
        let desk = desk.with_bridge(Arc::new(Sandbox::new((*world.db).clone())));
        let venue = Venue::gather(desk.bridge(), world.now).await;
        let all = [
            "own.tier",
            "own.kyc_level",
            "own.fee.maker",
            "own.fee.taker",
            "own.daily_withdrawal",
            "own.deposit.network",
            "own.deposit.coin",
            "own.deposit.confirmations",
            "own.deposit.credited_after",
            "own.withdrawal.network",
            "own.withdrawal.coin",
        ];
        let wanted = names(&all);
        assert!(needs_own(&wanted) && needs_venue(&wanted));
        assert!(!needs_venue(&names(&["own.tier"])) && !needs_own(&names(&["fee.spot.maker"])));
        let holder = cx_at(world.now, Viewer::Customer(me));
        let own = Own::asked(&desk, &holder, world.brand_id).await.unwrap().unwrap();
        let sources = Sources { own: Some(&own), ..of(&venue, Locale::En, world.now) };
        let told_to_me = known(&wanted, &sources);
        let missing = all.iter().filter(|name| !told_to_me.values.contains_key(**name));
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new());
        assert_eq!(told_to_me.values.get("own.tier").unwrap(), "VIP 2");
        // The third line of the fees.
        assert_eq!(told_to_me.values.get("own.fee.maker").unwrap(), "0.12%");
        // Whoever has a tier has the highest level.
        let most = told_to_me.values.get("own.daily_withdrawal").unwrap();
        assert!(most.starts_with("1,000,000"), "{most}");
        let as_of = Told { as_of: world.now, is_last: false };
        assert_eq!(told(&told_to_me, &sources), Some(as_of));
        // Whoever reads without an account, and at another brand.
        let nobody = cx_at(world.now, Viewer::Anonymous);
        assert!(Own::asked(&desk, &nobody, world.brand_id).await.unwrap().is_none());
        let elsewhere = BrandId::from_uuid(uuid::Uuid::nil());
        assert!(Own::asked(&desk, &holder, elsewhere).await.unwrap().is_none());
        assert!(known(&wanted, &of(&venue, Locale::En, world.now)).values.is_empty());
        // An exchange that does not answer now says so, one that never tells it does not.
        for (why, is_said) in [(BridgeError::TimedOut, true), (BridgeError::Unsupported, false)] {
            let own = Own::unknown(why);
            let sources = Sources { own: Some(&own), ..of(&venue, Locale::En, world.now) };
            let known = known(&wanted, &sources);
            assert_eq!(known.values.len(), if is_said { all.len() } else { 0 }, "{why:?}");
            assert!(known.values.values().all(|said| said.contains("not known right now")));
        }
    }
}
