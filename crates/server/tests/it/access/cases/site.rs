//! The pages' routes.

use super::{By, Case, Fixtures};

impl Fixtures {
    pub(super) fn of_pages(&self) -> Vec<Case> {
        let number = self.ticket.as_str();
        let (tokens, asset) = (&self.ids.site_tokens, self.ids.asset.as_str());
        let new =
            [("category", "other"), ("subject", "From a page"), ("body", "Words"), ("key", "k-1")];
        vec![
            Case::new("GET /", &[], 200).by(By::Anonymous),
            Case::new("GET /sign-in", &[], 200).by(By::Anonymous),
            Case::new("GET /assets/{name}", &[asset], 200).by(By::Anonymous),
            Case::new("GET /exchange", &[], 303)
                .query(&format!("token={}", tokens[0]))
                .by(By::Anonymous),
            Case::new("POST /exchange", &[], 303)
                .form(&[("token", &tokens[1]), ("to", "/tickets")])
                .by(By::Anonymous),
            Case::new("POST /language", &[], 303)
                .form(&[("locale", "ja"), ("back", "/")])
                .by(By::Anonymous),
            Case::new("GET /link/{token}", &[&self.ids.ticket_link], 200).by(By::Anonymous),
            Case::new("POST /link/{token}", &[&self.ids.ticket_link], 303)
                .form(&[])
                .by(By::Anonymous),
            // It can still be opened, so nothing has to be sent.
            Case::new("POST /link/{token}/renewal", &[&self.ids.ticket_link], 303)
                .form(&[])
                .by(By::Anonymous),
            Case::new("GET /side/{token}", &[&self.ids.side_link], 200).by(By::Anonymous),
            Case::new(
                "GET /side/{token}/files/{id}",
                &[&self.ids.side_link, &self.ids.side_file],
                200,
            )
            .by(By::Anonymous),
            Case::new("POST /side/{token}", &[&self.ids.side_link], 303)
                .parts(&[("body", "It is"), ("key", "accesscase")])
                .by(By::Anonymous),
            // It still opens, so that no other one is mailed.
            Case::new("POST /side/{token}/renewal", &[&self.ids.side_link], 303)
                .form(&[])
                .by(By::Anonymous),
            Case::new("GET /notifications", &[], 200).by(By::Owner),
            Case::new("POST /notifications/reading", &[], 303).form(&[]).by(By::Owner),
            Case::new("GET /notifications/settings", &[], 200).by(By::Owner),
            Case::new("POST /notifications/settings", &[], 303)
                .form(&[("offered", ""), ("locale", "en")])
                .by(By::Owner),
            Case::new("POST /notifications/devices/{id}", &[&self.ids.push_subscriptions[0]], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("GET /push-worker.js", &[], 200).by(By::Anonymous),
            Case::new("GET /development", &[], 200).by(By::Anonymous),
            // No demo added the key that this page signs with.
            Case::new("POST /development", &[], 404)
                .form(&[("customer", "grace")])
                .by(By::Anonymous),
            Case::new("GET /attachments/{id}", &[&self.ids.file], 200).by(By::Owner).scoped(),
            Case::new("GET /looks", &[], 200).by(By::Owner),
            Case::new("GET /reach", &[], 200).query("category=other").by(By::Anonymous),
            Case::new("GET /sessions", &[], 200).by(By::Owner),
            Case::new("POST /sessions/{id}", &[&self.ids.owners_site_session], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("GET /verify", &[], 200).by(By::Anonymous),
            Case::new("POST /verify", &[], 200).parts(&[("transcript", "{}")]).by(By::Anonymous),
            Case::new("GET /tickets", &[], 200).by(By::Owner),
            Case::new("GET /tickets/new", &[], 200).by(By::Owner),
            Case::new("POST /question", &[], 200)
                .form(&[("question", "Where is my deposit?")])
                .by(By::Anonymous),
            Case::new("POST /tickets/new", &[], 303)
                .form(&[("category", "other"), ("text", "Words")])
                .by(By::Owner),
            Case::new("GET /tickets/new/{category}", &["other"], 303).by(By::Owner),
            Case::new("GET /tickets/new/{category}/text", &["other"], 200).by(By::Owner),
            Case::new("POST /tickets/new/{category}/text", &["other"], 303)
                .parts(&[("body", "Words")])
                .by(By::Owner),
            Case::new("GET /tickets/new/{category}/questions/{key}", &["fees", "fee"], 200)
                .by(By::Owner),
            Case::new("POST /tickets/new/{category}/questions/{key}", &["kyc", "check"], 303)
                .parts(&[("answer", "rejected")])
                .by(By::Owner),
            Case::new("GET /tickets/new/{category}/check", &["other"], 200).by(By::Owner),
            Case::new("POST /tickets/new/{category}/removal", &["kyc"], 303)
                .form(&[])
                .by(By::Owner),
            Case::new("POST /tickets", &[], 303).parts(&new).by(By::Owner),
            Case::new("GET /tickets/{number}", &[number], 200).by(By::Owner).scoped(),
            Case::new("POST /tickets/{number}/messages", &[number], 303)
                .parts(&[("body", "More"), ("key", "k-2")])
                .by(By::Owner)
                .scoped(),
            Case::new("GET /tickets/{number}/questions/{key}", &[number, "screenshot"], 200)
                .by(By::Owner)
                .scoped(),
            // Nothing is said, and nothing has to be.
            Case::new("POST /tickets/{number}/questions/{key}", &[number, "screenshot"], 303)
                .parts(&[("key", "k-4"), ("seen", "open")])
                .by(By::Owner)
                .scoped(),
            // Its last message was written a moment ago.
            Case::new("POST /tickets/{number}/nudges", &[number], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("POST /tickets/{number}/proof-mails", &[number], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("GET /tickets/{number}/escalation", &[number], 200).by(By::Owner).scoped(),
            // The tier that has it has had it for a moment: `access/cases/ticket.rs` asked before.
            Case::new("POST /tickets/{number}/escalations", &[number], 409)
                .parts(&[("body", "Nobody looked"), ("key", "k-3")])
                .by(By::Owner)
                .scoped(),
            Case::new("POST /tickets/{number}/reopening", &[number], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("POST /tickets/{number}/solution", &[number], 303)
                .form(&[])
                .by(By::Owner)
                .scoped(),
            Case::new("GET /account", &[], 200).by(By::Owner),
            Case::new("GET /account-taken", &[], 200).by(By::Anonymous),
            Case::new("GET /write", &[], 200).by(By::Anonymous),
            Case::new("POST /write", &[], 200)
                .form(&[("category", "other"), ("text", "Words")])
                .by(By::Anonymous),
            Case::new("GET /write/{category}", &["other"], 200).by(By::Anonymous),
            Case::new("POST /write/{category}", &["other"], 200)
                .parts(&[("email", "eve@example.net"), ("body", "Words"), ("key", "k-5")])
                .by(By::Anonymous),
            Case::new("POST /account-taken", &[], 303).form(&[("key", "k3")]).by(By::Owner),
            // Last, because they end the session that asks.
            Case::new("POST /sessions", &[], 303).form(&[]).by(By::FreshCustomer),
            Case::new("POST /sign-out", &[], 303).form(&[]).by(By::Owner),
        ]
    }
}
