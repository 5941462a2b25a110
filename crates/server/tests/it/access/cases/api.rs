//! The API's routes, in the order of their paths. What ends something stands after what needs it.

use proofdesk_testkit::PASSWORD;
use serde_json::json;

use super::{By, Case, Fixtures, push_subscription};

impl Fixtures {
    /// One case for each route.
    pub fn cases(&self) -> Vec<Case> {
        [
            self.of_people(),
            self.of_accounts(),
            self.of_oneself(),
            self.of_organisation(),
            self.of_webhooks(),
            self.of_tickets(),
            self.of_views(),
            self.of_macros(),
            self.of_files_and_news(),
            self.of_log(),
            self.of_help(),
            self.of_pages(),
        ]
        .concat()
    }

    fn of_people(&self) -> Vec<Case> {
        let (ids, owner) = (&self.ids, self.owner.id.to_string());
        let (member, doomed) = (ids.member.as_str(), ids.doomed_member.as_str());
        vec![
            Case::new("GET /api/v1/staff", &[], 200),
            Case::new("POST /api/v1/staff", &[], 201).json(json!({ "email": "new@example.com" })),
            Case::new("GET /api/v1/staff/{id}", &[member], 200),
            Case::new("PATCH /api/v1/staff/{id}", &[member], 200)
                .change(1, json!({ "skills": [] })),
            Case::new("POST /api/v1/staff/{id}/invitation", &[member], 201),
            Case::new("DELETE /api/v1/staff/{id}/sessions", &[member], 200),
            Case::new("DELETE /api/v1/staff/{id}/totp", &[member], 409),
            Case::new("PUT /api/v1/staff/{id}/disablement", &[doomed], 204),
            Case::new("DELETE /api/v1/staff/{id}/disablement", &[doomed], 204),
            Case::new("GET /api/v1/staff/{id}/availability", &[member], 200),
            Case::new("PUT /api/v1/staff/{id}/availability", &[member], 200)
                .json(json!({ "availability": "away" })),
            Case::new("PUT /api/v1/staff/{id}/capacity", &[member], 204)
                .json(json!({ "channel": "ticket", "capacity": 12 })),
            Case::new("GET /api/v1/shifts", &[], 200),
            Case::new("GET /api/v1/staff/{id}/shifts", &[member], 200),
            Case::new("PUT /api/v1/staff/{id}/shifts", &[member], 204).json(
                json!({ "shifts": [{ "weekday": 1, "from_minute": 540, "to_minute": 1020 }] }),
            ),
            Case::new("POST /api/v1/staff/{id}/absences", &[member], 201)
                .json(json!({ "first_day": ids.today, "last_day": ids.today, "reason": "sick" })),
            Case::new(
                "DELETE /api/v1/staff/{id}/absences/{absence_id}",
                &[member, &ids.doomed_absence],
                204,
            ),
            Case::new("GET /api/v1/colleagues", &[], 200),
            Case::new("POST /api/v1/customers", &[], 201)
                .json(json!({ "brand_id": ids.brand, "name": "Grace" })),
            Case::new("GET /api/v1/customers/{id}", &[&owner], 200).scoped(),
            Case::new("POST /api/v1/customers/{id}/reveals", &[&owner], 201)
                .json(json!({ "field": "email", "reason": "Calling back" }))
                .scoped(),
            Case::new("GET /api/v1/customers/{id}/looks", &[&owner], 200).scoped(),
            Case::new("GET /api/v1/customers/{id}/constraints", &[&owner], 200).scoped(),
            Case::new("POST /api/v1/customers/{id}/constraints", &[&owner], 201)
                .json(json!({ "kind": "other", "text": "Call before you write" }))
                .scoped(),
            Case::new(
                "PUT /api/v1/customers/{id}/constraints/{constraint_id}",
                &[&owner, &ids.constraint],
                200,
            )
            .change(1, json!({ "kind": "old_api", "text": "Speaks version 1" }))
            .scoped(),
            Case::new(
                "DELETE /api/v1/customers/{id}/constraints/{constraint_id}",
                &[&owner, &ids.constraint],
                200,
            )
            .scoped(),
            Case::new("POST /api/v1/customers/{id}/erasure", &[&ids.doomed_customer], 202)
                .json(json!({ "reason": "Asked for it" }))
                .scoped(),
        ]
    }

    fn of_accounts(&self) -> Vec<Case> {
        let (ids, owner) = (&self.ids, self.owner.id.to_string());
        vec![
            Case::new("GET /api/v1/customers/{id}/account", &[&owner], 200).scoped(),
            Case::new("GET /api/v1/customers/{id}/account/transfers", &[&owner], 200).scoped(),
            Case::new("GET /api/v1/customers/{id}/account/trading", &[&owner], 200).scoped(),
            Case::new("GET /api/v1/me/account", &[], 200).by(By::Owner),
            Case::new("POST /api/v1/me/account/freeze", &[], 201).json(json!({})).by(By::Owner),
            Case::new("POST /api/v1/brands", &[], 201)
                .json(json!({ "slug": "second", "name": "Second", "locales": ["en"] })),
            Case::new("GET /api/v1/brands/{id}", &[&ids.brand], 200).by(By::Anonymous),
            Case::new("PATCH /api/v1/brands/{id}", &[&ids.brand], 200).change(
                1,
                json!({ "locales": ["en", "ar"], "accent": { "hue": 265, "chroma": 160 } }),
            ),
            Case::new("PUT /api/v1/brands/{id}/app-push", &[&ids.brand], 200)
                .json(json!({ "url": "https://push.example.com/x" })),
            Case::new("GET /api/v1/brands/{id}/app-push", &[&ids.brand], 200),
            Case::new("DELETE /api/v1/brands/{id}/app-push", &[&ids.brand], 204),
            Case::new("PUT /api/v1/brands/{id}/sign-in-page", &[&ids.brand], 200)
                .json(json!({ "url": "https://exchange.example.com/support" })),
            Case::new("GET /api/v1/brands/{id}/sign-in-page", &[&ids.brand], 200),
            Case::new("DELETE /api/v1/brands/{id}/sign-in-page", &[&ids.brand], 204),
            Case::new("POST /api/v1/exchange/events", &[], 401)
                .json(json!({ "events": [] }))
                .by(By::Anonymous),
            Case::new("GET /api/v1/exchange/events", &[], 200),
            Case::new("POST /api/v1/exchange/events/{id}/handling", &[&ids.exchange_event], 200),
            Case::new("POST /api/v1/exchange/streams/{brand_id}/skips", &[&ids.brand], 200)
                .json(json!({ "to": 2 })),
            Case::new("GET /api/v1/venue", &[], 200).by(By::Owner),
            Case::new("GET /api/v1/venue/prices", &[], 200)
                .query("index=ETH-USD&from=2026-11-21T08:00:00Z&to=2026-11-21T09:00:00Z"),
        ]
    }

    fn of_oneself(&self) -> Vec<Case> {
        let ids = &self.ids;
        let password = json!({ "current": PASSWORD, "new": "anchor-velvet-17" });
        let token = json!({ "token": ids.customer_token });
        vec![
            Case::new("GET /api/v1/me", &[], 200),
            Case::new("GET /api/v1/me/notifications", &[], 200).by(By::Owner),
            Case::new("PUT /api/v1/me/notifications/read-mark", &[], 200)
                .json(json!({ "ticket": self.ticket.as_str() }))
                .by(By::Owner)
                .scoped(),
            Case::new("GET /api/v1/me/push-subscriptions", &[], 200).by(By::Owner),
            Case::new("POST /api/v1/me/push-subscriptions", &[], 201)
                .json(push_subscription("another"))
                .by(By::Owner),
            Case::new(
                "DELETE /api/v1/me/push-subscriptions/{id}",
                &[&self.ids.push_subscriptions[1]],
                204,
            )
            .by(By::Owner)
            .scoped(),
            Case::new("GET /api/v1/me/notification-preferences", &[], 200).by(By::Owner),
            Case::new("PUT /api/v1/me/notification-preferences", &[], 204)
                .json(json!({ "items": [{ "channel": "mail", "is_on": false }] }))
                .by(By::Owner),
            Case::new("GET /api/v1/me/availability", &[], 200),
            Case::new("PUT /api/v1/me/availability", &[], 200)
                .json(json!({ "availability": "away" })),
            Case::new("PATCH /api/v1/me", &[], 204).json(json!({ "time_zone": "Asia/Tokyo" })),
            Case::new("POST /api/v1/me/password", &[], 204).json(password).by(By::Fresh),
            Case::new("POST /api/v1/me/totp", &[], 200).by(By::Fresh),
            // Nobody here has a second factor; `api::totp` enrols one.
            Case::new("POST /api/v1/me/totp/confirmation", &[], 409)
                .json(json!({ "code": "123456" })),
            Case::new("POST /api/v1/me/totp/removal", &[], 409).json(json!({ "totp": "123456" })),
            Case::new("POST /api/v1/me/recovery-codes", &[], 409).json(json!({ "totp": "123456" })),
            Case::new("POST /api/v1/session/step-up", &[], 409).json(json!({ "totp": "123456" })),
            Case::new("POST /api/v1/session", &[], 201)
                .json(json!({ "email": "ada@example.com", "password": PASSWORD }))
                .by(By::Anonymous),
            Case::new("POST /api/v1/customer-session", &[], 201).json(token).by(By::Anonymous),
            Case::new("GET /api/v1/links/{token}", &[&ids.link], 200).by(By::Anonymous),
            Case::new("POST /api/v1/links/{token}/acceptance", &[&ids.used_link], 201)
                .json(json!({ "password": "anchor-velvet-17" }))
                .by(By::Anonymous),
            Case::new("POST /api/v1/password-resets", &[], 204)
                .json(json!({ "email": "nobody@example.com" }))
                .by(By::Anonymous),
            Case::new("GET /api/v1/sessions", &[], 200),
            Case::new("DELETE /api/v1/sessions/{id}", &[&ids.owners_session], 204)
                .by(By::Owner)
                .scoped(),
            Case::new("DELETE /api/v1/sessions", &[], 200).by(By::Fresh),
            Case::new("DELETE /api/v1/session", &[], 204).by(By::Fresh),
        ]
    }

    fn of_organisation(&self) -> Vec<Case> {
        let ids = &self.ids;
        let key = json!({
            "brand_id": ids.brand, "kid": "new", "audience": "https://x.example", "material": { "HS256": null },
        });
        let soon = json!({ "name": "new", "scopes": ["ticket.read"], "expires_at": "2026-12-24T00:00:00Z" });
        vec![
            Case::new("GET /api/v1/brands", &[], 200).by(By::Anonymous),
            Case::new("GET /api/v1/brands/{id}/categories", &[&ids.brand], 200).by(By::Anonymous),
            Case::new("GET /api/v1/brands/{id}/promise", &[&ids.brand], 200),
            Case::new("PUT /api/v1/brands/{id}/promise", &[&ids.brand], 204)
                .json(json!({ "answer_within_min": 240 })),
            Case::new("GET /api/v1/brands/{id}/forms", &[&ids.brand], 200),
            Case::new("GET /api/v1/form-questions", &[], 200),
            Case::new("GET /api/v1/brands/{id}/categories/{slug}/form", &[&ids.brand, "fees"], 200)
                .by(By::Anonymous),
            Case::new(
                "PUT /api/v1/brands/{id}/categories/{slug}/form",
                &[&ids.brand, "settlement-question"],
                200,
            )
            .change(0, json!({ "questions": [] })),
            Case::new(
                "DELETE /api/v1/brands/{id}/categories/{slug}/form",
                &[&ids.brand, "kyc"],
                200,
            )
            .change(0, json!({})),
            Case::new(
                "PUT /api/v1/brands/{id}/categories/{slug}/withdrawal",
                &[&ids.brand, "suggestion"],
                204,
            ),
            Case::new(
                "DELETE /api/v1/brands/{id}/categories/{slug}/withdrawal",
                &[&ids.brand, "suggestion"],
                204,
            ),
            Case::new("POST /api/v1/brands/{id}/categories", &[&ids.brand], 201)
                .json(json!({ "slug": "new", "names": [{ "lang": "en", "name": "New" }] })),
            Case::new("PATCH /api/v1/brands/{id}/categories/{slug}", &[&ids.brand, "fees"], 200)
                .change(1, json!({ "names": [{ "lang": "en", "name": "Charges" }] })),
            Case::new("PUT /api/v1/brands/{id}/category-order", &[&ids.brand], 204)
                .json(json!({ "slugs": ["theft"] })),
            Case::new("GET /api/v1/categories", &[], 200),
            Case::new("GET /api/v1/statuses", &[], 200),
            Case::new("POST /api/v1/statuses", &[], 201).json(json!({
                "key": "new", "category": "open", "names": [{ "lang": "en", "name": "New" }],
            })),
            Case::new("PATCH /api/v1/statuses/{id}", &[&ids.own_status], 200)
                .change(1, json!({ "names": [{ "lang": "en", "name": "Renamed" }] })),
            Case::new("PUT /api/v1/status-order", &[], 204)
                .json(json!({ "ids": [ids.own_status] })),
            Case::new("PUT /api/v1/statuses/{id}/retirement", &[&ids.own_status], 204),
            Case::new("DELETE /api/v1/statuses/{id}/retirement", &[&ids.own_status], 204),
            Case::new("GET /api/v1/tags", &[], 200),
            Case::new("POST /api/v1/tags", &[], 201).json(json!({ "name": "new" })),
            Case::new("PUT /api/v1/tags/{id}/name", &[&ids.free_tag], 204)
                .json(json!({ "name": "renamed" })),
            Case::new("DELETE /api/v1/tags/{id}", &[&ids.free_tag], 204),
            Case::new("GET /api/v1/permissions", &[], 200),
            Case::new("GET /api/v1/roles", &[], 200),
            Case::new("POST /api/v1/roles", &[], 201).json(json!({ "name": "new" })),
            Case::new("GET /api/v1/roles/{id}", &[&ids.role], 200),
            Case::new("PATCH /api/v1/roles/{id}", &[&ids.role], 200)
                .change(1, json!({ "name": "renamed" })),
            Case::new("DELETE /api/v1/roles/{id}", &[&ids.doomed_role], 204),
            Case::new("GET /api/v1/teams", &[], 200),
            Case::new("POST /api/v1/teams", &[], 201).json(json!({ "name": "new" })),
            Case::new("GET /api/v1/teams/{id}", &[&ids.team], 200),
            Case::new("PATCH /api/v1/teams/{id}", &[&ids.team], 200)
                .change(1, json!({ "name": "renamed" })),
            Case::new("DELETE /api/v1/teams/{id}", &[&ids.doomed_team], 204),
            Case::new("GET /api/v1/departments", &[], 200),
            Case::new("POST /api/v1/departments", &[], 201)
                .json(json!({ "name": "Legal", "email": "legal@exchange.example", "lang": "en" })),
            Case::new("GET /api/v1/departments/{id}", &[&ids.department], 200),
            Case::new("PATCH /api/v1/departments/{id}", &[&ids.department], 200)
                .change(1, json!({ "name": "Node operations, renamed" })),
            Case::new("PUT /api/v1/departments/{id}/archival", &[&ids.doomed_department], 204),
            Case::new("DELETE /api/v1/departments/{id}/archival", &[&ids.doomed_department], 204),
            Case::new("GET /api/v1/skills", &[], 200),
            Case::new("POST /api/v1/skills", &[], 201)
                .json(json!({ "name": "ko", "kind": "language" })),
            Case::new("DELETE /api/v1/skills/{id}", &[&ids.skill], 204),
            Case::new("GET /api/v1/exchange-keys", &[], 200),
            Case::new("POST /api/v1/exchange-keys", &[], 201).json(key),
            Case::new("DELETE /api/v1/exchange-keys/{id}", &[&ids.exchange_key], 204),
            Case::new("GET /api/v1/api-tokens", &[], 200),
            Case::new("POST /api/v1/api-tokens", &[], 201).json(soon),
            Case::new("DELETE /api/v1/api-tokens/{id}", &[&ids.api_token], 204),
            Case::new("GET /api/v1/jobs", &[], 200).query("state=waiting"),
            Case::new("POST /api/v1/jobs/{id}/retry", &[&ids.dead_job], 204),
            Case::new("DELETE /api/v1/jobs/{id}", &[&ids.doomed_job], 204),
            Case::new("GET /api/v1/health", &[], 200),
            Case::new("GET /api/v1/sealed-input", &[], 200),
            Case::new("PATCH /api/v1/sealed-input", &[], 200)
                .change(1, json!({ "input_hours": 48 })),
            Case::new("GET /api/v1/guard-rescans", &[], 200),
            Case::new("POST /api/v1/guard-rescans", &[], 202),
        ]
    }

    fn of_webhooks(&self) -> Vec<Case> {
        let (hook, doomed) = (self.ids.webhook.as_str(), self.ids.doomed_webhook.as_str());
        let new =
            json!({ "name": "new", "url": "https://hooks.example.com/y", "kinds": ["ticket.*"] });
        vec![
            Case::new("GET /api/v1/webhooks", &[], 200),
            Case::new("POST /api/v1/webhooks", &[], 201).json(new),
            Case::new("GET /api/v1/webhooks/{id}", &[hook], 200),
            Case::new("GET /api/v1/webhooks/{id}/deliveries", &[hook], 200),
            Case::new(
                "POST /api/v1/webhooks/{id}/deliveries/{delivery_id}/redelivery",
                &[hook, &self.ids.delivery],
                200,
            ),
            Case::new("PATCH /api/v1/webhooks/{id}", &[doomed], 200)
                .change(1, json!({ "state": "paused" })),
            Case::new("POST /api/v1/webhooks/{id}/secret", &[hook], 201),
            Case::new("DELETE /api/v1/webhooks/{id}", &[doomed], 204),
        ]
    }
}
