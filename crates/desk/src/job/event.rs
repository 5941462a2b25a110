use crate::id::JobId;
use crate::payload::payloads;

payloads! {
    JobRevived = "job.revived" v 1 { job_id: JobId, job_kind: String }

    /// What the job was to do is not done.
    JobDropped = "job.dropped" v 1 { job_id: JobId, job_kind: String }
}
