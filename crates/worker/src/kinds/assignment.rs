use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_desk::id::{StaffId, TeamId, TicketId};
use proofdesk_desk::{assignment, availability, limits};

use crate::kind::{JobError, Kind, Run};

/// Looks for members whose consoles are gone, and gives out what was left waiting.
#[derive(Debug)]
pub struct MemberPresence;

impl Kind for MemberPresence {
    fn name(&self) -> &'static str {
        availability::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        availability::JOB_LANE
    }

    fn every(&self) -> Option<Duration> {
        Some(limits::PRESENCE_EVERY)
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            availability::look_after(&run.desk, &mut || run.fresh_cx()).await?;
            assignment::give_out_all(&run.desk, &mut || run.fresh_cx()).await?;
            Ok(())
        })
    }
}

/// Gives the waiting tickets of a team out.
#[derive(Debug)]
pub struct TeamAssign;

impl Kind for TeamAssign {
    fn name(&self) -> &'static str {
        assignment::GIVE_KIND
    }

    fn lane(&self) -> &'static str {
        assignment::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let id: TeamId = run.about("team's id")?;
            assignment::give_out(&run.desk, &mut || run.fresh_cx(), id).await?;
            Ok(())
        })
    }
}

/// Takes back what is open of a member who is not there for it.
#[derive(Debug)]
pub struct MemberHandBack;

impl Kind for MemberHandBack {
    fn name(&self) -> &'static str {
        assignment::BACK_KIND
    }

    fn lane(&self) -> &'static str {
        assignment::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let id: StaffId = run.about("member's id")?;
            assignment::hand_back_all(&run.desk, &mut || run.fresh_cx(), id).await?;
            Ok(())
        })
    }
}

/// Takes one ticket back that is open again, from somebody who is not there for it.
#[derive(Debug)]
pub struct TicketHandBack;

impl Kind for TicketHandBack {
    fn name(&self) -> &'static str {
        assignment::TICKET_BACK_KIND
    }

    fn lane(&self) -> &'static str {
        assignment::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let id: TicketId = run.about("ticket's id")?;
            run.desk
                .write(run.cx(), async move |tx, cx| {
                    assignment::actions::hand_back(tx, cx, id).await
                })
                .await?;
            Ok(())
        })
    }
}
