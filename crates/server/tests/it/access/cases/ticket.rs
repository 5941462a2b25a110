//! The routes below `/api/v1/tickets`, files, and what happens live.

use serde_json::json;

use super::{By, Case, Fixtures};

impl Fixtures {
    pub(super) fn of_tickets(&self) -> Vec<Case> {
        let (number, side) = (self.ticket.as_str(), self.ids.side.as_str());
        let new = json!({ "category": "other", "subject": "Another", "body": "Words" });
        let solved = json!({ "status_id": self.ids.solved });
        vec![
            Case::new("GET /api/v1/tickets", &[], 200).by(By::Owner),
            Case::new("POST /api/v1/tickets", &[], 201).json(new).by(By::Owner),
            Case::new("POST /api/v1/tickets/bulk", &[], 200)
                .json(json!({ "tickets": [{ "id": number }], "act": { "priority": "low" } })),
            Case::new("POST /api/v1/tickets/bulk/merge", &[], 200)
                .json(json!({ "tickets": [{ "id": number }], "into": number })),
            Case::new("POST /api/v1/tickets/bulk/link", &[], 200)
                .json(json!({ "tickets": [number], "other": number, "kind": "related" })),
            // It goes on nowhere, and nowhere is where a ticket can be merged into itself.
            Case::new("POST /api/v1/tickets/{id}/merge", &[number], 409)
                .json(json!({ "into": number }))
                .scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/merge", &[self.merged.as_str()], 200).scoped(),
            // There is no such message, and what is there was opened and not split off.
            Case::new("POST /api/v1/tickets/{id}/split", &[number], 422)
                .json(json!({
                    "message_ids": ["00000000-0000-0000-0000-000000000000"],
                    "subject": "Another", "category": "other",
                }))
                .scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/split", &[&self.split_off], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/linked-tickets", &[number], 200).scoped(),
            // A ticket is linked with others, and not with itself.
            Case::new("PUT /api/v1/tickets/{id}/linked-tickets/{other}", &[number, number], 409)
                .json(json!({ "kind": "related" }))
                .scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/linked-tickets/{other}", &[number, number], 409)
                .scoped(),
            Case::new("GET /api/v1/tickets/{id}/verification-ask", &[number], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/verification", &[number], 200).scoped(),
            Case::new("POST /api/v1/tickets/{id}/verification", &[number], 200).scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/verification", &[number], 200).scoped(),
            Case::new("GET /api/v1/drafts", &[], 200),
            Case::new("GET /api/v1/tickets/{id}/drafts", &[number], 200).scoped(),
            Case::new("PUT /api/v1/tickets/{id}/drafts/{visibility}", &[number, "public"], 200)
                .json(json!({ "body": "We are look" }))
                .scoped(),
            Case::new("GET /api/v1/tickets/{id}/drafts/{visibility}", &[number, "public"], 200)
                .scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/drafts/{visibility}", &[number, "public"], 204)
                .scoped(),
            Case::new("GET /api/v1/tickets/{id}/readers", &[number], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/participants", &[number], 200).scoped(),
            Case::new(
                "PUT /api/v1/tickets/{id}/participants/{staff_id}",
                &[number, &self.ids.admin],
                200,
            )
            .scoped(),
            Case::new(
                "DELETE /api/v1/tickets/{id}/participants/{staff_id}",
                &[number, &self.ids.admin],
                200,
            )
            .scoped(),
            Case::new("GET /api/v1/tickets/{id}/side-conversations", &[number], 200).scoped(),
            // The desk of these cases sends no mail, without which no department is asked.
            Case::new("POST /api/v1/tickets/{id}/side-conversations", &[number], 409)
                .json(json!({
                    "department_id": self.ids.department, "subject": "Another", "body": "Words",
                }))
                .scoped(),
            Case::new(
                "GET /api/v1/tickets/{id}/side-conversations/{side_id}",
                &[number, side],
                200,
            )
            .scoped(),
            Case::new(
                "POST /api/v1/tickets/{id}/side-conversations/{side_id}/messages",
                &[number, side],
                409,
            )
            .json(json!({ "body": "More words" }))
            .scoped(),
            Case::new(
                "POST /api/v1/tickets/{id}/side-conversations/{side_id}/reminders",
                &[number, side],
                409,
            )
            .scoped(),
            Case::new(
                "PUT /api/v1/tickets/{id}/side-conversations/{side_id}/closure",
                &[number, side],
                204,
            )
            .scoped(),
            Case::new(
                "DELETE /api/v1/tickets/{id}/side-conversations/{side_id}/closure",
                &[number, side],
                204,
            )
            .scoped(),
            Case::new("POST /api/v1/tickets/bulk/undo", &[], 200).json(json!({ "tickets": [{
                "id": number,
                "undo": { "priority": { "from": "normal", "to": "low" } },
            }] })),
            Case::new("GET /api/v1/queues", &[], 200),
            Case::new("GET /api/v1/tickets/{id}", &[number], 200).by(By::Owner).scoped(),
            Case::new("GET /api/v1/tickets/{id}/timeline", &[number], 200).by(By::Owner).scoped(),
            Case::new("GET /api/v1/me/tickets/{id}/transcript", &[number], 200)
                .by(By::Owner)
                .scoped(),
            Case::new("GET /api/v1/me/tickets/{id}/transcript.html", &[number], 200)
                .by(By::Owner)
                .scoped(),
            Case::new("POST /api/v1/tickets/{id}/transcripts", &[number], 201)
                .json(json!({ "reason": "For the regulator" }))
                .scoped(),
            Case::new("POST /api/v1/tickets/{id}/messages", &[number], 201)
                .json(json!({ "body": "More words" }))
                .by(By::Owner)
                .scoped(),
            Case::new("GET /api/v1/tickets/{id}/notifications", &[number], 200).scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/links", &[number], 204).scoped(),
            Case::new("PUT /api/v1/tickets/{id}/assignment", &[number], 200)
                .json(json!({ "assignee_id": self.ids.admin, "team_id": null }))
                .scoped(),
            Case::new("PUT /api/v1/tickets/{id}/priority", &[number], 200)
                .json(json!({ "priority": "high" }))
                .scoped(),
            Case::new("PUT /api/v1/tickets/{id}/read-mark", &[number], 204)
                .json(json!({ "seq": 1 }))
                .scoped(),
            Case::new("PUT /api/v1/tickets/{id}/tags/{tag}", &[number, "vip"], 200).scoped(),
            Case::new("DELETE /api/v1/tickets/{id}/tags/{tag}", &[number, "vip"], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/answers", &[number], 200).by(By::Owner).scoped(),
            Case::new("PUT /api/v1/tickets/{id}/answers", &[number], 200)
                .json(json!({ "answers": {} }))
                .by(By::Owner)
                .scoped(),
            Case::new("POST /api/v1/tickets/{id}/escalations", &[number], 201)
                .json(json!({ "reason": "Nobody looked" }))
                .by(By::Owner)
                .scoped(),
            // Its last message was written a moment ago.
            Case::new("POST /api/v1/tickets/{id}/nudges", &[number], 429).by(By::Owner).scoped(),
            Case::new("GET /api/v1/tickets/{id}/evidence", &[number], 200).by(By::Owner).scoped(),
            Case::new("POST /api/v1/tickets/{id}/evidence", &[number], 201)
                .json(json!({ "text": "1.5 ETH" }))
                .scoped(),
            Case::new(
                "PATCH /api/v1/tickets/{id}/evidence/{evidence_id}",
                &[number, &self.ids.evidence],
                200,
            )
            .json(json!({ "value": "0.7 BTC" }))
            .scoped(),
            Case::new(
                "DELETE /api/v1/tickets/{id}/evidence/{evidence_id}",
                &[number, &self.ids.doomed_evidence],
                204,
            )
            .scoped(),
            Case::new("PUT /api/v1/tickets/{id}/status", &[number], 200).json(solved).scoped(),
            Case::new("POST /api/v1/tickets/{id}/reopening", &[number], 200).by(By::Owner).scoped(),
            Case::new("POST /api/v1/tickets/{id}/solution", &[number], 200).by(By::Owner).scoped(),
        ]
    }

    pub(super) fn of_views(&self) -> Vec<Case> {
        let (view, doomed) = (self.ids.view.as_str(), self.ids.doomed_view.as_str());
        let new = json!({ "name": "Late", "filter": "is:open age>2h", "audience": "own" });
        vec![
            Case::new("GET /api/v1/filter-keys", &[], 200),
            Case::new("GET /api/v1/views", &[], 200),
            Case::new("POST /api/v1/views", &[], 201).json(new),
            Case::new("GET /api/v1/views/counts", &[], 200).query(&format!("ids={view}")),
            Case::new("PUT /api/v1/views/order", &[], 204)
                .json(json!({ "ids": [doomed, view] }))
                .scoped(),
            Case::new("GET /api/v1/views/{id}", &[view], 200).scoped(),
            Case::new("PATCH /api/v1/views/{id}", &[view], 200)
                .change(1, json!({ "name": "Kept" }))
                .scoped(),
            Case::new("DELETE /api/v1/views/{id}", &[doomed], 204).scoped(),
        ]
    }

    pub(super) fn of_macros(&self) -> Vec<Case> {
        let (number, kept) = (self.ticket.as_str(), self.ids.reply_macro.as_str());
        let new = json!({
            "brand_id": self.ids.brand, "name": "Late", "audience": "own",
            "texts": [{ "lang": "en", "text": "It is late." }],
        });
        vec![
            Case::new("GET /api/v1/macros", &[], 200),
            Case::new("GET /api/v1/macro-variables", &[], 200),
            Case::new("POST /api/v1/macro-previews", &[], 200)
                .json(json!({ "text": "Hello {{customer.name|there}}" })),
            Case::new("POST /api/v1/macros", &[], 201).json(new.clone()),
            Case::new("GET /api/v1/macros/{id}", &[kept], 200).scoped(),
            Case::new("PUT /api/v1/macros/{id}", &[kept], 200).change(1, new).scoped(),
            Case::new("GET /api/v1/tickets/{id}/macros", &[number], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/macros/{macro_id}", &[number, kept], 200).scoped(),
            Case::new("PUT /api/v1/macros/{id}/archival", &[kept], 204).scoped(),
            Case::new("DELETE /api/v1/macros/{id}/archival", &[kept], 204).scoped(),
            Case::new("DELETE /api/v1/macros/{id}", &[&self.ids.doomed_macro], 204).scoped(),
        ]
    }

    pub(super) fn of_files_and_news(&self) -> Vec<Case> {
        let typing = json!({ "ticket": self.ticket.as_str(), "kind": "typing" });
        vec![
            Case::new("POST /api/v1/attachments", &[], 201)
                .bytes("text/plain", b"a file")
                .by(By::Owner),
            Case::new("GET /api/v1/attachments/{id}", &[&self.ids.file], 200)
                .by(By::Owner)
                .scoped(),
            Case::new("POST /api/v1/messages/{id}/erasure", &[&self.ids.doomed_message], 201)
                .json(json!({ "reason": "Asked for it" }))
                .scoped(),
            Case::new("POST /api/v1/attachments/{id}/erasure", &[&self.ids.doomed_file], 201)
                .json(json!({ "reason": "Asked for it" }))
                .scoped(),
            Case::new("POST /api/v1/uploads", &[], 201)
                .json(json!({ "file_name": "a.txt", "length": 6 }))
                .by(By::Owner),
            Case::new("GET /api/v1/uploads/{id}", &[&self.ids.upload], 200).by(By::Owner).scoped(),
            Case::new("PATCH /api/v1/uploads/{id}", &[&self.ids.upload], 200)
                .bytes("application/offset+octet-stream", b"a file")
                .header("upload-offset", "0")
                .by(By::Owner)
                .scoped(),
            Case::new("DELETE /api/v1/uploads/{id}", &[&self.ids.doomed_upload], 204)
                .by(By::Owner)
                .scoped(),
            Case::new("POST /api/v1/text-checks", &[], 200)
                .json(json!({ "text": "Words" }))
                .by(By::Anonymous),
            Case::new("POST /api/v1/text-checks", &[], 200)
                .json(json!({ "text": "Words" }))
                .by(By::Owner),
            Case::new("GET /api/v1/feed", &[], 200).query("after=0").by(By::Owner),
            Case::new("GET /api/v1/live", &[], 101).by(By::Owner),
            Case::new("GET /api/v1/live/stream", &[], 200).by(By::Owner),
            Case::new("POST /api/v1/live/signals", &[], 202).json(typing).scoped(),
        ]
    }

    pub(super) fn of_log(&self) -> Vec<Case> {
        vec![
            Case::new("GET /api/v1/audit/events", &[], 200),
            Case::new("GET /api/v1/audit/checkpoints/latest", &[], 200),
            Case::new("GET /api/v1/audit/events/{id}/proof", &[&self.ids.event], 200),
            Case::new("POST /api/v1/audit/verification", &[], 200),
            Case::new("GET /api/v1/audit/verifications", &[], 200),
            Case::new("POST /api/v1/audit/verifications", &[], 202),
            Case::new("GET /api/v1/transcript-keys", &[], 200).by(By::Anonymous),
            Case::new("GET /api/v1/openapi.json", &[], 200).by(By::Anonymous),
            Case::new("GET /api/docs", &[], 200).by(By::Anonymous),
            Case::new("GET /api/docs/style.css", &[], 200).by(By::Anonymous),
        ]
    }
}
