//! The OpenAPI document. Handlers describe what is their own; what every operation has in common is added here, so that
//! it cannot be forgotten.

use utoipa::OpenApi;

use crate::{brands, categories, jobs, roles, skills, statuses, tags, teams};

#[derive(OpenApi)]
#[openapi(info(title = "Proofdesk"))]
struct Base;

/// Describes the API, OpenAPI 3.1.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = Base::openapi();
    for part in [
        crate::audit::document(),
        crate::live::Document::openapi(),
        crate::attachments::Document::openapi(),
        crate::webhooks::document(),
        crate::tokens::Document::openapi(),
        crate::exchange_keys::Document::openapi(),
        crate::customers::Document::openapi(),
        crate::staff::Document::openapi(),
        crate::sessions::Document::openapi(),
        crate::session::Document::openapi(),
        crate::me::Document::openapi(),
        crate::links::Document::openapi(),
        brands::Document::openapi(),
        categories::Document::openapi(),
        jobs::Document::openapi(),
        roles::Document::openapi(),
        skills::Document::openapi(),
        statuses::Document::openapi(),
        tags::Document::openapi(),
        teams::Document::openapi(),
    ] {
        document.merge(part);
    }
    document
}

#[cfg(test)]
mod tests {
    #[test]
    fn x() {
        println!("{}", super::openapi().to_pretty_json().unwrap());
    }
}
