//! Words beside other keys on a desk with more tickets that have the words than the index gives: an old one is found all the same.

use std::sync::Arc;

use proofdesk_search::{Progress, TicketStore};

use super::*;
use crate::filter;
use crate::id::{MessageId, PublicId};
use crate::indexed::Indexed as _;
use crate::lookup::Lookup;
use crate::ticket::search;
use crate::ticket::split::{self, Split};

/// Tickets that the index gives here.
const GIVEN: usize = 2;
const DAY: i64 = 24 * 3_600 * 1_000_000;
const ADDRESS: &str = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

impl Fixture {
    /// An index of the tickets that there are now.
    async fn lookup(&self) -> Lookup {
        let all = async |rx: &Rx<'_>| {
            search::Tickets::documents(rx, uuid::Uuid::nil(), uuid::Uuid::max(), 100).await
        };
        let documents = self.db.read(all).await.unwrap().documents;
        let store = TicketStore::open(None).unwrap();
        store.building().unwrap().change(&documents, &[], &Progress::default()).unwrap();
        store.finish().unwrap();
        Lookup { tickets: Some(Arc::new(store)), ..Lookup::default() }
    }

    /// The list of words beside what was chosen, and how many tickets the index gave for it.
    async fn found_in(
        &self,
        lookup: &Lookup,
        viewer: &Viewer,
        typed: &str,
        chosen: &Filter,
    ) -> (Vec<PublicId>, Option<usize>) {
        let (lookup, viewer) = (lookup.clone(), viewer.clone());
        let (typed, chosen) = (typed.to_owned(), chosen.clone());
        let now = Timestamp::from_micros(START.micros() + DAY);
        self.db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let scope = viewer.scope(Permission::TicketRead);
                let conditions = filter::resolve(rx, &viewer, now, &typed).await?;
                let mut filter = Filter { conditions, ..chosen.clone() };
                search::narrow_to(rx, &viewer, (&lookup, GIVEN), &scope, &mut filter).await?;
                let rows = view::list(rx, &viewer, &scope, &filter).await?;
                let given = filter.found.map(|found| found.len());
                Ok((rows.into_iter().map(|row| row.public_id).collect(), given))
            })
            .await
            .unwrap()
    }

    /// A ticket of the customer of the other brand, ninety days before the others, with an address and a coin in it.
    async fn open_long_ago(&self) -> Ticket {
        let viewer = self.other_customer();
        let body = format!("A refund of 12.5 USDT to {ADDRESS}, please");
        let new = NewTicket {
            category: "withdrawal-pending".to_owned(),
            subject: Clean::new("Long ago").unwrap(),
            ..new_ticket(&viewer, &body)
        };
        let cx = cx(Timestamp::from_micros(START.micros() - 90 * DAY), viewer, 252);
        self.db
            .write(async move |tx: &Tx<'_>| actions::open(tx, &mut cx.clone(), &new).await)
            .await
            .unwrap()
    }

    async fn names(&self) {
        let (ada, other) = (self.customer_id, self.other_customer_id);
        self.db
            .write(async move |tx: &Tx<'_>| -> Result<()> {
                let named = "update customer set email = $1, uid = $2 where id = $3";
                tx.exec(named, params!["ada@example.com", "AB11", ada]).await?;
                tx.exec(named, params!["other@example.com", "AB12", other]).await?;
                Ok(())
            })
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_ticket_is_found_whatever_else_has_the_word() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        f.names().await;
        let old = f.open_long_ago().await;
        let mut newer = Vec::new();
        for n in 0..3 {
            let ticket = f.open(&format!("a refund, number {n}")).await;
            let (id, staff_id, team_id) = (ticket.public_id.clone(), f.staff_id, f.team_id);
            f.act(f.staff(Reach::All), async move |tx, cx| {
                actions::assign(tx, cx, &id, Some(staff_id), Some(team_id), None).await
            })
            .await
            .unwrap();
            newer.insert(0, ticket.public_id);
        }
        let (lookup, mina, all) = (f.lookup().await, f.staff(Reach::All), Filter::default());
        let (found, given) = f.found_in(&lookup, &mina, "refund", &all).await;
        assert_eq!((found.as_slice(), given), (&newer[..2], Some(GIVEN)), "no more are given");
        for typed in [
            "refund created:2026-06-01..2026-06-30",
            "refund created<2026-07-01",
            "refund -created>=2026-07-01",
            "refund age>30d",
            "refund updated<2026-07-01",
            "refund -updated>2026-07-01",
            "refund waiting>30d",
            "refund from:other@example.com",
            "refund from:ab12",
            "refund -from:ada@example.com",
            format!("refund evidence:{ADDRESS}").as_str(),
            format!("refund {ADDRESS}").as_str(),
            "refund chain:tron",
            "refund asset:usdt",
            "refund is:unassigned",
            "refund -is:assigned",
            "refund team:none",
            "refund category:withdrawal",
        ] {
            let (found, _) = f.found_in(&lookup, &mina, typed, &all).await;
            assert_eq!(found, std::slice::from_ref(&old.public_id), "{typed}");
        }
        let (brand_id, customer_id) = (Some(f.other_brand_id), Some(f.other_customer_id));
        for (chosen, more) in [
            ("brand", Filter { brand_id, ..Filter::default() }),
            ("customer", Filter { customer_id, ..Filter::default() }),
            ("evidence", Filter { evidence: Some(ADDRESS.to_owned()), ..Filter::default() }),
            ("category", Filter { category: Some(old_category()), ..Filter::default() }),
            ("queue", Filter { queue: Some(Queue::Unassigned), ..Filter::default() }),
        ] {
            let (found, _) = f.found_in(&lookup, &mina, "refund", &more).await;
            assert_eq!(found, std::slice::from_ref(&old.public_id), "{chosen}");
        }
        for (typed, more) in [
            ("refund created>2026-09-01", Filter::default()),
            ("refund age<30d", Filter::default()),
            ("refund from:ada@example.com", Filter::default()),
            ("refund -chain:tron", Filter::default()),
            ("refund -asset:usdt tag:none", Filter::default()),
            ("refund", Filter { queue: Some(Queue::Mine), ..Filter::default() }),
        ] {
            let (found, _) = f.found_in(&lookup, &mina, typed, &more).await;
            assert_eq!(found, newer[..2], "{typed}");
        }
    }
}

fn old_category() -> String {
    "withdrawal-pending".to_owned()
}

/// Whose tickets somebody sees, and whom they see as a customer, are two things: an address finds by the second, and even how many
/// tickets there are of one is not told.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_finds_nobody_whom_its_asker_does_not_see() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        f.names().await;
        let old = f.open_long_ago().await;
        let own = f.open("a refund of mine").await;
        let lookup = f.lookup().await;
        let Viewer::Staff(mut limited) = f.staff(Reach::All) else { panic!("staff") };
        limited.grants.insert(Permission::CustomerRead, Reach::Brand);
        let (limited, all) = (Viewer::Staff(limited), Filter::default());
        let by =
            async |viewer: &Viewer, typed: &str| f.found_in(&lookup, viewer, typed, &all).await;
        let whole = f.staff(Reach::All);
        let typed = "refund from:other@example.com";
        assert_eq!(by(&whole, typed).await, (vec![old.public_id.clone()], Some(1)));
        assert_eq!(by(&limited, typed).await, (Vec::new(), Some(0)));
        let (found, _) = by(&limited, "refund -from:other@example.com").await;
        assert_eq!(found, [own.public_id.clone(), old.public_id], "they are not told whose it is");
        let (found, _) = by(&limited, "refund from:ada@example.com").await;
        assert_eq!(found, [own.public_id]);
        let (found, given) = by(&whole, "refund from:nobody@example.com").await;
        assert_eq!((found.len(), given), (0, Some(0)));
    }
}

/// The index knows of evidence that goes with a message that was split off, as SQL does.
#[tokio::test(flavor = "multi_thread")]
async fn evidence_is_found_where_its_message_is_shown() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("a refund of my deposit").await;
        let text = format!("and a refund to {ADDRESS}");
        f.post(f.customer(), &ticket, message(&text, Visibility::Public)).await.unwrap();
        let (id, number) = (ticket.id, ticket.public_id.clone());
        let (message_id,): (MessageId,) =
            f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                let sql = "select m.id from message m join message_body b on b.message_id = m.id \
                    where m.ticket_id = $1 and b.body like '%TR7NHq%'";
                Ok(rx.query_one(sql, params![id]).await?)
            })
            .await
            .unwrap();
        let new = Split {
            message_ids: vec![message_id],
            subject: Clean::new("Another matter").unwrap(),
            category: "withdrawal-pending".to_owned(),
        };
        let keyring = crate::testing::keyring();
        let halves = f
            .act(f.staff(Reach::All), async move |tx, cx| {
                split::split(tx, cx, &keyring, &number, &new, None).await
            })
            .await
            .unwrap();
        let (lookup, mina, all) = (f.lookup().await, f.staff(Reach::All), Filter::default());
        for typed in ["refund chain:tron", format!("refund evidence:{ADDRESS}").as_str()] {
            let (found, given) = f.found_in(&lookup, &mina, typed, &all).await;
            assert_eq!((found.len(), given), (1, Some(1)), "{typed}");
            assert!(!found.contains(&ticket.public_id), "{typed}");
        }
        // It was opened when it was split off, whenever its message was written.
        let opened = halves.ticket.created_at;
        assert!(halves.ticket.last_message_at < opened);
        for typed in [format!("-created>={opened}"), format!("refund -created>={opened}")] {
            let (found, _) = f.found_in(&lookup, &mina, &typed, &all).await;
            assert_eq!(found, std::slice::from_ref(&ticket.public_id), "{typed}");
        }
        let (found, given) = f.found_in(&lookup, &mina, "refund -chain:tron", &all).await;
        assert_eq!((found, given), (vec![ticket.public_id], Some(1)));
    }
}
