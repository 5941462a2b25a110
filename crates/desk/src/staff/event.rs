//! Frozen payloads.

use crate::id::{BrandId, RoleId, SkillId, StaffId, TeamId};
use crate::payload::payloads;

payloads! {
    Invited = "member.invited" v 1 {
        staff_id: StaffId, roles: Vec<RoleId>, teams: Vec<TeamId>, brands: Vec<BrandId>, skills: Vec<SkillId>,
    }

    /// The member used their link and may sign in from now on.
    Activated = "member.activated" v 1 { staff_id: StaffId }

    /// `roles` is the whole set after the change; so are the sets below.
    RolesSet = "member.roles_set" v 1 { staff_id: StaffId, roles: Vec<RoleId> }

    TeamsSet = "member.teams_set" v 1 { staff_id: StaffId, teams: Vec<TeamId> }

    BrandsSet = "member.brands_set" v 1 { staff_id: StaffId, brands: Vec<BrandId> }

    SkillsSet = "member.skills_set" v 1 { staff_id: StaffId, skills: Vec<SkillId> }

    /// Sessions and API tokens ended with it.
    Disabled = "member.disabled" v 1 { staff_id: StaffId }

    Enabled = "member.enabled" v 1 { staff_id: StaffId }

    /// Which fields of their own profile a member changed, not to what.
    ProfileChanged = "member.profile_changed" v 1 { staff_id: StaffId, fields: Vec<String> }
}
