//! What a push says, in the reader's language.

use proofdesk_desk::notification::{NotificationKind, Topic};
use proofdesk_desk::push_subscription::Parcel;
use proofdesk_locale::{FluentArgs, Locale};

/// Where a customer sees what the exchange told of no ticket.
const ACCOUNT: &str = "/account";

/// Whose desk it is, what happened, and the way to the ticket, as JSON for the service worker of the pages.
///
/// A locked screen is read by anybody, so the ticket's number is all that it says of the ticket.
pub fn write(parcel: &Parcel) -> String {
    let locale: Locale = parcel.locale.parse().unwrap_or_default();
    let number = parcel.ticket.as_ref().map(ToString::to_string).unwrap_or_default();
    let path = match parcel.ticket {
        Some(_) => format!("/tickets/{number}"),
        None => ACCOUNT.to_owned(),
    };
    let mut args = FluentArgs::new();
    args.set("number", number.as_str());
    serde_json::json!({
        "title": parcel.brand_name,
        "body": crate::mail::message(locale, key(parcel), &args),
        // A newer one about the same thing takes the place of the older. A deposit's is no newer one of a changed password's.
        "tag": if parcel.kind.topic() == Topic::Tickets { path.clone() } else { parcel.kind.to_string() },
        "path": path,
        "lang": locale.code(),
        "dir": locale.dir().code(),
    })
    .to_string()
}

const fn key(parcel: &Parcel) -> &'static str {
    match parcel.kind {
        NotificationKind::Receipt => "push-receipt",
        NotificationKind::Opened => "push-opened",
        // Nobody answers who was not asked.
        NotificationKind::Reply if parcel.is_of_desk => "push-wrote",
        NotificationKind::Reply => "push-reply",
        NotificationKind::Waiting => "push-waiting",
        NotificationKind::Solved => "push-solved",
        NotificationKind::DepositSeen => "push-deposit-seen",
        NotificationKind::WithdrawalHeld => "push-withdrawal-held",
        NotificationKind::SettingChanged => "push-setting-changed",
        // Never planned as a push: see `NotificationKind::is_pushed`.
        NotificationKind::Link => "push-reply",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use proofdesk_desk::id::{Id as _, NotificationDeliveryId, PublicId};
    use proofdesk_desk::notification::DeliveryState;
    use proofdesk_desk::push_subscription::PushKey;

    fn parcel(locale: Locale, kind: NotificationKind) -> Parcel {
        Parcel {
            delivery_id: NotificationDeliveryId::from_uuid(uuid::Uuid::nil()),
            state: DeliveryState::Queued,
            kind,
            ticket: Some(PublicId::from_bits(7)),
            is_of_desk: false,
            locale: locale.code().to_owned(),
            brand_name: "Acme".to_owned(),
            targets: Vec::new(),
            key: PushKey { public: Vec::new(), sealed_secret: Vec::new() },
        }
    }

    #[test]
    fn every_push_is_short_and_names_the_ticket_in_every_language() {
        for locale in Locale::ALL {
            for kind in NotificationKind::ALL.iter().filter(|kind| kind.is_pushed()) {
                let text = write(&parcel(locale, *kind));
                assert!(text.len() < 512, "{text}");
                let said: serde_json::Value = serde_json::from_str(&text).unwrap();
                let body = said["body"].as_str().unwrap();
                let names_it = kind.topic() == Topic::Tickets;
                assert_eq!(body.contains("PD-0000-0007-"), names_it, "{body}");
                assert!(body.chars().count() < 120, "{body}");
                let path = format!("/tickets/{}", PublicId::from_bits(7));
                assert_eq!(
                    (said["title"].as_str(), said["path"].as_str()),
                    (Some("Acme"), Some(path.as_str()))
                );
                let account = write(&Parcel { ticket: None, ..parcel(locale, *kind) });
                assert!(account.contains("\"/account\""), "{account}");
                assert_eq!(said["dir"], if locale == Locale::Ar { "rtl" } else { "ltr" });
                let of_desk = write(&Parcel { is_of_desk: true, ..parcel(locale, *kind) });
                assert_eq!(of_desk != text, *kind == NotificationKind::Reply, "{of_desk}");
                assert!(of_desk.contains("PD-0000-0007-") == text.contains("PD-0000-0007-"));
            }
        }
        let of_desk = Parcel { is_of_desk: true, ..parcel(Locale::En, NotificationKind::Reply) };
        assert!(!write(&of_desk).contains("answer"), "nobody was asked");
    }
}
