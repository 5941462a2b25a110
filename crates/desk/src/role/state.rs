//! What the log says of roles, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{RoleChanged, RoleCreated, RoleDeleted};
use crate::error::Result;
use crate::id::RoleId;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROLES, GRANTS, MIGRATED];

const ROLES: &str = "select id, builtin, requires_totp from role order by id";
const GRANTS: &str =
    "select role_id, permission, reach from role_grant order by role_id, permission";
const MIGRATED: &str = "select version, applied_at from schema_migration where family = 'app'";

/// Permissions by name, each with its reach.
type Granted = BTreeMap<String, String>;

/// Whom a migration gave a permission.
#[derive(Clone, Copy, Debug)]
enum To {
    /// Every role that had this one, at its reach.
    WhoeverHas(&'static str),
    /// A built-in role, at a reach.
    Builtin(&'static str, &'static str),
}

/// Permissions that a migration gave to the roles that were there, in order. No event tells of it: a role's last event may be older.
const GIVEN: &[(i64, &str, To)] = &[
    (2, "ticket.evidence", To::WhoeverHas("ticket.tag")),
    (3, "guard.rescan", To::WhoeverHas("job.manage")),
    (7, "ticket.export", To::WhoeverHas("customer.erase")),
    (7, "ticket.export", To::Builtin("team-lead", "brand")),
    (13, "view.manage", To::WhoeverHas("ticket.tag")),
    (16, "macro.manage", To::Builtin("administrator", "all")),
    (16, "macro.manage", To::Builtin("team-lead", "brand")),
    (18, "article.read", To::WhoeverHas("ticket.read")),
    (18, "article.write", To::WhoeverHas("ticket.export")),
    (18, "article.publish", To::WhoeverHas("ticket.export")),
    (33, "constraint.manage", To::WhoeverHas("ticket.reply")),
];

/// What a role's last event says.
#[derive(Debug)]
struct Said {
    grants: Granted,
    requires_totp: bool,
    at: Timestamp,
}

/// What the events say of all roles.
#[derive(Debug, Default)]
pub(crate) struct Told {
    roles: BTreeMap<RoleId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

/// A role's row.
type Row = (RoleId, Option<String>, bool);

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("role.");
        if let Some(RoleCreated { role_id, grants, requires_totp }) = known(event) {
            self.roles.insert(role_id, Said { grants, requires_totp, at: event.at });
        } else if let Some(RoleChanged { role_id, grants, requires_totp }) = known(event) {
            self.roles.insert(role_id, Said { grants, requires_totp, at: event.at });
        } else if let Some(RoleDeleted { role_id }) = known(event) {
            self.roles.remove(&role_id);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<Row> = rx.query(ROLES, &[]).await?;
        let mut granted: BTreeMap<RoleId, Granted> = BTreeMap::new();
        for (id, permission, reach) in
            rx.query::<(RoleId, String, String)>(GRANTS, params![]).await?
        {
            granted.entry(id).or_default().insert(permission, reach);
        }
        let migrated: Vec<(i64, Timestamp)> = rx.query(MIGRATED, &[]).await?;
        let migrated: BTreeMap<i64, Timestamp> = migrated.into_iter().collect();
        for (id, builtin, requires_totp) in rows {
            let Some(said) = self.roles.remove(&id) else {
                differ.push(Differs::new("role", id, "id"));
                continue;
            };
            if said.requires_totp != requires_totp {
                differ.push(Differs::new("role", id, "requires_totp"));
            }
            let granted = granted.remove(&id).unwrap_or_default();
            if !fits(&granted, &said, builtin.as_deref(), &migrated) {
                differ.push(Differs::new("role_grant", id, "permission"));
            }
        }
        differ.extend(self.roles.into_keys().map(|id| Differs::new("role", id, "id")));
        // Of a role that is not there.
        differ.extend(granted.into_keys().map(|id| Differs::new("role_grant", id, "role_id")));
        Ok(differ)
    }
}

/// Whether a role grants what its last event says, and beyond it only what a later migration may have given it.
fn fits(
    granted: &Granted,
    said: &Said,
    builtin: Option<&str>,
    migrated: &BTreeMap<i64, Timestamp>,
) -> bool {
    let mut may = said.grants.clone();
    for (version, permission, to) in GIVEN {
        let is_later = migrated.get(version).is_some_and(|applied| *applied >= said.at);
        let reach = match to {
            To::WhoeverHas(other) => may.get(*other).cloned(),
            To::Builtin(name, reach) => {
                builtin.filter(|own| own == name).map(|_own| (*reach).to_owned())
            }
        };
        if let Some(reach) = reach.filter(|_| is_later) {
            may.entry((*permission).to_owned()).or_insert(reach);
        }
    }
    let has = |(permission, reach): (&String, &String)| granted.get(permission) == Some(reach);
    said.grants.iter().all(has) && granted.iter().all(|(p, reach)| may.get(p) == Some(reach))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::MIGRATIONS;

    fn granted(list: &[(&str, &str)]) -> Granted {
        list.iter().map(|(p, reach)| ((*p).to_owned(), (*reach).to_owned())).collect()
    }

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros)
    }

    /// Whoever gives roles more in a migration says so here, or the upgraded desks do not verify.
    #[test]
    fn every_migration_that_grants_is_known() {
        for migration in MIGRATIONS {
            let grants = migration.sql.matches("insert into role_grant").count();
            let known = GIVEN.iter().filter(|(version, ..)| *version == migration.version).count();
            // One statement may serve two built-in roles.
            assert!(known >= grants && (grants > 0 || known == 0), "{}", migration.name);
        }
    }

    #[test]
    fn a_migration_may_have_added_to_an_older_role_and_to_no_newer_one() {
        let said = |at| Said {
            grants: granted(&[("ticket.read", "brand"), ("ticket.tag", "team")]),
            requires_totp: false,
            at,
        };
        let migrated = BTreeMap::from([(2, at(10)), (18, at(20))]);
        let exact = granted(&[("ticket.read", "brand"), ("ticket.tag", "team")]);
        let mut more = exact.clone();
        more.extend(granted(&[("ticket.evidence", "team"), ("article.read", "brand")]));
        for (rows, then, holds) in [
            (&exact, 5, true),
            (&exact, 30, true),
            (&more, 5, true),
            (&more, 15, false),
            (&more, 30, false),
        ] {
            assert_eq!(fits(rows, &said(at(then)), None, &migrated), holds, "{rows:?} {then}");
        }
        let mut raised = exact.clone();
        raised.insert("customer.erase".to_owned(), "all".to_owned());
        let mut wider = exact.clone();
        wider.insert("ticket.tag".to_owned(), "all".to_owned());
        let fewer = granted(&[("ticket.read", "brand")]);
        for rows in [raised, wider, fewer] {
            assert!(!fits(&rows, &said(at(5)), None, &migrated), "{rows:?}");
        }
    }
}
