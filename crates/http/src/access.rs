use proofdesk_desk::code::Code;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Error, Result};

use crate::principal::Asker;

/// Who may come through a route at all. What they may see behind it is decided by scopes and verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Public,
    /// Any customer or member of staff, also one whose required second factor is still missing. For signing out, for
    /// oneself, and for enrolment.
    AnySession,
    Customer,
    Staff,
    /// A member of staff who holds the permission, with whatever reach.
    Permission(Permission),
    /// A customer, for what is theirs, or a member of staff who holds the permission.
    CustomerOr(Permission),
}

impl Access {
    /// A member of staff who holds the permission, with whatever reach.
    pub const fn permission(permission: Permission) -> Self {
        Self::Permission(permission)
    }

    /// Refuses an asker whom this route is not for.
    ///
    /// # Errors
    /// `signed-out`, `second-factor-enrolment`, `staff-only`, `customers-only`, `no-permission`.
    pub fn admit(self, asker: &Asker) -> Result<()> {
        if matches!(self, Self::Public) {
            return Ok(());
        }
        if matches!(asker.viewer, Viewer::Anonymous) {
            return Err(Error::refused(Code::SignedOut));
        }
        if matches!(self, Self::AnySession) {
            return Ok(());
        }
        if asker.is_limited() {
            return Err(Error::refused(Code::SecondFactorEnrolment));
        }
        match (self, &asker.viewer) {
            (Self::Customer | Self::CustomerOr(_), Viewer::Customer(_))
            | (Self::Staff, Viewer::Staff(_)) => Ok(()),
            (Self::Customer, _) => Err(Error::refused(Code::CustomersOnly)),
            (Self::Staff | Self::Permission(_), Viewer::Customer(_)) => {
                Err(Error::refused(Code::StaffOnly))
            }
            (Self::Permission(permission) | Self::CustomerOr(permission), viewer) => {
                viewer.require(permission)
            }
            (Self::Staff, _) => Err(Error::refused(Code::StaffOnly)),
            (Self::Public | Self::AnySession, _) => Ok(()),
        }
    }
}
