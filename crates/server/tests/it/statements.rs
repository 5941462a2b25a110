//! Every statement of what the web part keeps by itself is prepared on both engines. The desk's own statements are, in
//! `proofdesk_desk`.

use proofdesk_desk::MIGRATIONS;
use proofdesk_store::testing::both;

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares_on_both_engines() {
    for db in both(MIGRATIONS).await {
        let prepared = db.prepare_all(&proofdesk_http::statements()).await;
        assert!(prepared.is_ok(), "{:?}: {prepared:?}", db.engine());
    }
}
