//! Every statement of what the web part keeps by itself is prepared on both engines. The desk's own statements are, in
//! `proofdesk_desk`.

use proofdesk_desk::MIGRATIONS;
use proofdesk_store::testing::both;

#[tokio::test(flavor = "multi_thread")]
async fn idempotency_prepares_on_both_engines() {
    for db in both(MIGRATIONS).await {
        for sql in proofdesk_http::IDEMPOTENCY_STATEMENTS {
            db.check_statement(sql).await.unwrap_or_else(|error| panic!("{:?}: {sql}: {error}", db.engine()));
        }
    }
}
