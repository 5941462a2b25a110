//! TLS to PostgreSQL: `sslmode=require` verifies the certificate and the name, always.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use proofdesk_store::testing::Cluster;
use proofdesk_store::{Db, DbUrl, Error, Options, Result};

/// An authority, and a certificate of it for `localhost`. `None` where `openssl` is not installed.
fn certificates(folder: &Path) -> Option<()> {
    let openssl = |args: &str| {
        let mut command = Command::new("openssl");
        command
            .args(args.split(' '))
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().ok()?.success().then_some(())
    };
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    openssl(&format!("req -x509 {key} -keyout ca.key -out ca.pem -days 2 -subj /CN=authority"))?;
    openssl(&format!("req -new {key} -keyout server.key -out server.csr -subj /CN=localhost"))?;
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost").unwrap();
    openssl(
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 -extfile names",
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn require_verifies_the_certificate_and_the_name() {
    let folder = tempfile::tempdir().unwrap();
    if certificates(folder.path()).is_none() {
        println!("without the program openssl there is no certificate to test with");
        return;
    }
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = format!(
        "port = {port}\nlisten_addresses = '127.0.0.1'\nssl = on\nssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\nfsync = off\n"
    );
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let (certificate, key) = (read("server.pem"), read("server.key"));
    let _cluster = tokio::task::block_in_place(|| {
        Cluster::start_with(&settings, &[("server.pem", &certificate), ("server.key", &key)])
            .unwrap()
    });
    let open = async |host: &str, ca: bool| {
        let url = format!("postgres://postgres@{host}:{port}/postgres?sslmode=verify-full");
        let ca_file = ca.then(|| folder.path().join("ca.pem"));
        Db::open(Options { ca_file, ..Options::new(DbUrl::Postgres { url }) }, &[]).await
    };
    let db = open("localhost", true).await.unwrap();
    let (encrypted,): (bool,) = db
        .read(async |rx| -> Result<_> {
            rx.query_one("select ssl from pg_stat_ssl where pid = pg_backend_pid()", &[]).await
        })
        .await
        .unwrap();
    assert!(encrypted);
    for (host, ca) in [("127.0.0.1", true), ("localhost", false)] {
        let refused = open(host, ca).await;
        assert!(matches!(&refused.err().unwrap(), Error::Unavailable(_)), "{host} {ca}");
    }
}
