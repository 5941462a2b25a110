use crate::id::JobId;
use crate::payload::payloads;

payloads! {
    JobRevived = "job.revived" v 1 { job_id: JobId, job_kind: String }
}
