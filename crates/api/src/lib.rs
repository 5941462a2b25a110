// NOTICE: crates/api is being written by another person since 02:07. If you write crates/http: finish http and report; leave this crate alone.
