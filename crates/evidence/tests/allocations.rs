//! A text without evidence costs no memory.

use allocation_counter::measure;
use proofdesk_evidence::{Options, scan};

const WITHOUT: [&str; 11] = [
    "Hello, my deposit has not arrived yet. Can you please have a look?",
    "I entered the code but the page says error 50113, on version 2.4.1 of the app.",
    "Hola, hice un retiro y no ha llegado. ¿Pueden revisar mi cuenta?",
    "Здравствуйте, я отправил деньги на биткоин-адрес, и они до сих пор не пришли.",
    "您好，我两天前从另一个钱包充值，一直没有到账。比特币网络，请帮我查一下账户。",
    "我的提幣已經三天了還沒有到帳，請幫忙查詢。",
    "お世話になっております。二日前に送金しましたが、まだ届いていません。",
    "안녕하세요. 이틀 전에 출금했는데 아직 도착하지 않았습니다.",
    "Merhaba, iki gün önce para çektim ama hesabıma gelmedi.",
    "Xin chào, tôi đã nạp tiền hai ngày trước nhưng chưa nhận được.",
    "مرحبًا، أرسلت المبلغ قبل يومين ولم يصل بعد.",
];

#[test]
fn a_text_without_evidence_needs_no_memory() {
    let options = Options::default();
    // The automaton of words is built once.
    scan("0.5 btc", &options);
    for text in WITHOUT {
        let mut found = Vec::new();
        let used = measure(|| found = scan(text, &options));
        assert_eq!(found, [], "{text}");
        assert_eq!((used.count_total, used.bytes_total), (0, 0), "{text}");
    }
}

#[test]
fn evidence_does() {
    let options = Options::default();
    let used = measure(|| drop(scan("I sent 0.5 BTC", &options)));
    assert!(used.count_total > 0, "the counter counts");
}
