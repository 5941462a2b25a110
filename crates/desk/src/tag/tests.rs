//! Tags on both engines: made, called otherwise, deleted, and found by what they were called before.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_store::{Rx, Tx};

use super::{actions, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{PublicId, TagId};
use crate::log::Stream;
use crate::role::Builtin;
use crate::testing::World;
use crate::text::Clean;
use crate::{filter, ticket};

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

async fn create(world: &World, name: &str) -> Result<TagId> {
    let (cx, name) = (world.admin_cx().await, name.to_owned());
    world
        .write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| actions::create(tx, cx, &name).await)
        .await
}

async fn rename(world: &World, id: TagId, name: &str) -> Result<bool> {
    let (cx, name) = (world.admin_cx().await, name.to_owned());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| actions::rename(tx, cx, id, &name).await;
    world.write(cx, write).await
}

async fn delete(world: &World, id: TagId) -> Result<()> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| actions::delete(tx, cx, id).await).await
}

async fn find(world: &World, name: &str) -> Option<TagId> {
    let name = name.to_owned();
    world.read(async move |rx: &Rx<'_>| view::find(rx, &name).await).await.unwrap()
}

async fn offered(world: &World) -> Vec<String> {
    let all = world.read(async |rx: &Rx<'_>| view::list(rx, "", 100).await).await.unwrap();
    all.into_iter().map(|(_, name)| name).collect()
}

async fn filtered(world: &World, typed: &str) -> Option<Code> {
    let (cx, typed) = (world.admin_cx().await, typed.to_owned());
    let resolve = async move |rx: &Rx<'_>| filter::resolve(rx, &cx.viewer, cx.now, &typed).await;
    code(world.read(resolve).await)
}

/// A ticket with a tag on it.
async fn tagged(world: &World, tag: &str) -> PublicId {
    let (ticket, tag) = (world.ticket().await, Clean::new(tag).unwrap());
    let (cx, id) = (world.admin_cx().await, ticket.clone());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        ticket::actions::tag(tx, cx, &id, &tag).await.map(|_| ())
    };
    world.write(cx, write).await.unwrap();
    ticket
}

async fn untag(world: &World, ticket: &PublicId, tag: &str) -> Option<Code> {
    let (cx, ticket, tag) = (world.admin_cx().await, ticket.clone(), tag.to_owned());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        ticket::actions::untag(tx, cx, &ticket, &tag).await.map(|_| ())
    };
    code(world.write(cx, write).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_is_called_otherwise_wherever_it_stands() {
    for world in World::both().await {
        let ticket = tagged(&world, "kcy").await;
        let id = find(&world, "kcy").await.unwrap();
        assert!(rename(&world, id, " KYC  Level 2 ").await.unwrap());
        assert!(!rename(&world, id, "kyc-level-2").await.unwrap(), "it is called so already");
        assert_eq!(offered(&world).await, ["kyc-level-2"], "the former name is offered to nobody");

        // Whoever says what it was called before means the tag: a person, a macro, a saved filter.
        assert_eq!(find(&world, "KCY").await, Some(id));
        assert_eq!(filtered(&world, "tag:kcy").await, None);
        tagged(&world, "kcy").await;
        assert_eq!(offered(&world).await, ["kyc-level-2"]);
        assert_eq!(code(create(&world, "kcy").await), Some(Code::FieldTaken));
        assert_eq!(untag(&world, &ticket, "kcy").await, None);

        // It may be called again what it was called; another tag may not.
        let other = create(&world, "vip").await.unwrap();
        assert_eq!(code(rename(&world, other, "kcy").await), Some(Code::FieldTaken));
        assert_eq!(code(rename(&world, other, "kyc-level-2").await), Some(Code::FieldTaken));
        assert!(rename(&world, id, "kcy").await.unwrap());
        assert_eq!(offered(&world).await, ["kcy", "vip"]);
        assert_eq!(find(&world, "kyc-level-2").await, Some(id));
        let nobody: TagId = crate::id::Id::from_uuid(uuid::Uuid::from_u128(1));
        assert_eq!(code(rename(&world, nobody, "x").await), Some(Code::NotFound));
        assert_eq!(code(rename(&world, other, "  ").await), Some(Code::FieldRequired));
        assert_eq!(world.state().await.findings, []);
        let kinds = world.kinds(&Stream::Organisation).await;
        let kinds: Vec<&str> = kinds.iter().filter_map(|kind| kind.strip_prefix("tag.")).collect();
        assert_eq!(kinds, ["renamed", "created", "renamed"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_tag_that_no_ticket_has_is_deleted() {
    for world in World::both().await {
        let ticket = tagged(&world, "urgent-call").await;
        let id = find(&world, "urgent-call").await.unwrap();
        rename(&world, id, "call").await.unwrap();
        let refused = delete(&world, id).await.unwrap_err();
        assert_eq!(refused.code(), Code::TagInUse);
        let crate::Error::Refused(refusal) = refused else { panic!("no refusal") };
        assert_eq!(refusal.args, [("count", "1".to_owned())]);

        assert_eq!(untag(&world, &ticket, "call").await, None);
        delete(&world, id).await.unwrap();
        assert_eq!(code(delete(&world, id).await), Some(Code::NotFound));
        assert_eq!(find(&world, "call").await, None);
        assert_eq!(find(&world, "urgent-call").await, None, "what it was called goes with it");
        // The words are free again.
        create(&world, "urgent-call").await.unwrap();
        assert_eq!(world.state().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_manages_the_brand_changes_tags() {
    for world in World::both().await {
        let id = create(&world, "vip").await.unwrap();
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let refusals = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
            Ok([
                code(actions::create(tx, cx, "mine").await),
                code(actions::rename(tx, cx, id, "mine").await),
                code(actions::delete(tx, cx, id).await),
            ])
        });
        assert_eq!(refusals.await.unwrap(), [Some(Code::NoPermission); 3]);
    }
}
