use uuid::Uuid;

use super::{standing, tokens};
use crate::id::{BrandId, CustomerId, Id, StaffId, TeamId};
use crate::viewer::{Placement, Scope};

fn id<T: Id>(n: u128) -> T {
    T::from_uuid(Uuid::from_u128(n))
}

/// The tokens of a scope admit exactly what the scope admits.
#[test]
fn tokens_say_what_the_scope_says() {
    let optional = [None, Some(1_u128), Some(2)];
    let scopes = [
        Scope::Nothing,
        Scope::Customer(id::<CustomerId>(1)),
        Scope::Assigned { staff_id: id(1), teams: Vec::new() },
        Scope::Assigned { staff_id: id(2), teams: vec![id(1)] },
        Scope::Brands { brands: vec![id(1)], staff_id: id(2), teams: vec![id(2)] },
        Scope::Brands { brands: Vec::new(), staff_id: id(2), teams: Vec::new() },
        Scope::Everything,
    ];
    for scope in &scopes {
        for (brand, customer) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
            for assignee in optional {
                for team in optional {
                    let at = Placement {
                        brand_id: id::<BrandId>(brand),
                        customer_id: id(customer),
                        assignee_id: assignee.map(id::<StaffId>),
                        team_id: team.map(id::<TeamId>),
                    };
                    let standing = standing(&at);
                    let admitted = tokens(scope)
                        .is_none_or(|tokens| tokens.iter().any(|token| standing.contains(token)));
                    assert_eq!(admitted, scope.admits(&at), "{scope:?} {at:?}");
                }
            }
        }
    }
}
