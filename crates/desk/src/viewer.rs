//! Who asks, and what of the desk they may see: the one place where permission becomes scope.

use std::collections::BTreeMap;
use std::fmt;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{BrandId, CustomerId, IdentityId, SessionId, StaffId, TeamId};
use crate::permission::{Permission, Reach};
use crate::time::Timestamp;

/// Who asks. Made once at the edge from a session or token, never from what a request claims.
#[derive(Clone, Debug)]
pub enum Viewer {
    Anonymous,
    Customer(CustomerViewer),
    Staff(StaffViewer),
    /// The desk itself: a job or the schedule, by name.
    System(&'static str),
    /// A person at the command line of the machine that holds the data.
    Operator,
}

/// A customer, proven to be one by a session.
#[derive(Clone, Debug)]
pub struct CustomerViewer {
    pub customer_id: CustomerId,
    pub identity_id: IdentityId,
    pub brand_id: BrandId,
    pub session_id: SessionId,
}

/// A member of staff with what their roles grant, cut down by the token they came with.
#[derive(Clone, Debug)]
pub struct StaffViewer {
    pub staff_id: StaffId,
    /// `None` when an API token was shown instead of a session.
    pub session_id: Option<SessionId>,
    /// The widest reach of each permission over all roles.
    pub grants: BTreeMap<Permission, Reach>,
    pub teams: Vec<TeamId>,
    pub brands: Vec<BrandId>,
    /// Until when a fresh proof of the second factor counts.
    pub step_up_until: Option<Timestamp>,
}

/// What a viewer may see of one kind of thing. Compiled to SQL, checked live, and tested from the same value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    Nothing,
    Customer(CustomerId),
    /// Assigned to this member, or to one of these teams (empty for reach `own`).
    Assigned {
        staff_id: StaffId,
        teams: Vec<TeamId>,
    },
    /// Everything of these brands, and what is assigned as above.
    Brands {
        brands: Vec<BrandId>,
        staff_id: StaffId,
        teams: Vec<TeamId>,
    },
    Everything,
}

/// The facts of a ticket that decide who may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    pub brand_id: BrandId,
    pub customer_id: CustomerId,
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
}

impl Scope {
    /// Says whether a thing so placed is inside. The SQL of `scope_sql` says the same of rows.
    pub fn admits(&self, at: &Placement) -> bool {
        let assigned = |staff_id: &StaffId, teams: &[TeamId]| {
            at.assignee_id == Some(*staff_id)
                || at.team_id.is_some_and(|team| teams.contains(&team))
        };
        match self {
            Self::Nothing => false,
            Self::Customer(customer_id) => at.customer_id == *customer_id,
            Self::Assigned { staff_id, teams } => assigned(staff_id, teams),
            Self::Brands { brands, staff_id, teams } => {
                brands.contains(&at.brand_id) || assigned(staff_id, teams)
            }
            Self::Everything => true,
        }
    }
}

impl Viewer {
    /// What this viewer may see or do under `permission`.
    ///
    /// A customer's scope is always their own things; which acts a customer has at all is decided by the verbs.
    pub fn scope(&self, permission: Permission) -> Scope {
        match self {
            Self::Anonymous => Scope::Nothing,
            Self::Customer(customer) => match permission {
                Permission::TicketRead | Permission::TicketReply | Permission::TicketCreate => {
                    Scope::Customer(customer.customer_id)
                }
                _ => Scope::Nothing,
            },
            Self::Staff(staff) => staff.scope(permission),
            Self::System(_) | Self::Operator => Scope::Everything,
        }
    }

    /// Refuses unless the viewer holds `permission` with any reach.
    pub fn require(&self, permission: Permission) -> Result<()> {
        match self {
            Self::System(_) | Self::Operator => Ok(()),
            Self::Staff(staff) if staff.grants.contains_key(&permission) => Ok(()),
            Self::Anonymous => Err(Error::refused(Code::SignedOut)),
            _ => Err(Error::no_permission(permission)),
        }
    }

    /// Refuses unless the viewer holds `permission` over a thing so placed.
    pub fn require_at(&self, permission: Permission, at: &Placement) -> Result<()> {
        if self.scope(permission).admits(at) {
            return Ok(());
        }
        match self {
            Self::Anonymous => Err(Error::refused(Code::SignedOut)),
            _ => Err(Error::no_permission(permission)),
        }
    }

    /// Refuses everybody but the desk itself and its operator.
    pub fn require_inside(&self) -> Result<()> {
        match self {
            Self::System(_) | Self::Operator => Ok(()),
            Self::Anonymous => Err(Error::refused(Code::SignedOut)),
            _ => Err(Error::refused_with(
                Code::NoPermission,
                vec![("permission", "operator".to_owned())],
            )),
        }
    }

    /// The member of staff, or a refusal in words for everybody else.
    pub fn staff(&self) -> Result<&StaffViewer> {
        match self {
            Self::Staff(staff) => Ok(staff),
            Self::Anonymous => Err(Error::refused(Code::SignedOut)),
            _ => Err(Error::refused(Code::StaffOnly)),
        }
    }

    /// The customer, or a refusal in words for everybody else.
    pub fn customer(&self) -> Result<&CustomerViewer> {
        match self {
            Self::Customer(me) => Ok(me),
            Self::Anonymous => Err(Error::refused(Code::SignedOut)),
            _ => Err(Error::refused(Code::CustomersOnly)),
        }
    }

    pub fn is_staff(&self) -> bool {
        matches!(self, Self::Staff(_))
    }

    /// Who acts, as rows know them: `("staff", id)`, `("customer", id)`, `("system", None)`.
    pub fn author(&self) -> (&'static str, Option<uuid::Uuid>) {
        use crate::id::Id as _;
        match self {
            Self::Anonymous => ("anonymous", None),
            Self::Customer(customer) => ("customer", Some(customer.customer_id.uuid())),
            Self::Staff(staff) => ("staff", Some(staff.staff_id.uuid())),
            Self::System(_) => ("system", None),
            Self::Operator => ("operator", None),
        }
    }
}

impl StaffViewer {
    fn scope(&self, permission: Permission) -> Scope {
        let (staff_id, teams) = (self.staff_id, self.teams.clone());
        match self.grants.get(&permission) {
            None => Scope::Nothing,
            Some(Reach::Own) => Scope::Assigned { staff_id, teams: Vec::new() },
            Some(Reach::Team) => Scope::Assigned { staff_id, teams },
            Some(Reach::Brand) => Scope::Brands { brands: self.brands.clone(), staff_id, teams },
            Some(Reach::All) => Scope::Everything,
        }
    }
}

/// Who acts, as the log writes it: `staff:<uuid>`, `customer:<uuid>`, `system:<name>`. No names: the log is pseudonymous.
impl fmt::Display for Viewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => f.write_str("anonymous"),
            Self::Customer(customer) => write!(f, "customer:{}", customer.customer_id),
            Self::Staff(staff) => write!(f, "staff:{}", staff.staff_id),
            Self::System(name) => write!(f, "system:{name}"),
            Self::Operator => f.write_str("operator"),
        }
    }
}
