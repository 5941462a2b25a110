//! A message without a secret costs no memory: what is noted of it while it is read fits into what the reading has anyway.

use allocation_counter::measure;
use proofdesk_guard::{find, find_by_rules};

/// As customers write, with what a desk of an exchange reads all day: hashes, addresses, amounts, numbers, words for codes.
const INNOCENT: [&str; 14] = [
    "Hello, my deposit has not arrived yet. Can you please have a look?",
    "I sent 1,250.50 USDT two days ago. The tx is 0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4 and my UID \
     is 48291304. Block 19000000.",
    "I entered the verification code but the page says error 50113.",
    "Sent from bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq to my wallet at 14:05 on 2026-11-02.",
    "Hola, hice un retiro de 25 USDT y no ha llegado. ¿Pueden revisar mi cuenta?",
    "Здравствуйте, два дня назад я отправил 1250.50 USDT, и деньги до сих пор не пришли. Проверьте счёт.",
    "您好，我两天前从另一个钱包充值了1250.50 USDT，一直没有到账。我的UID是48291304，请帮我查一下账户。",
    "我的提幣已經三天了還沒有到帳，請幫忙查詢。",
    "お世話になっております。二日前に送金しましたが、まだ届いていません。ご確認をお願いいたします。",
    "안녕하세요. 이틀 전에 출금했는데 아직 도착하지 않았습니다. 확인 부탁드립니다.",
    "Merhaba, iki gün önce para çektim ama hesabıma gelmedi. Kontrol eder misiniz?",
    "Xin chào, tôi đã nạp 500 USDT hai ngày trước nhưng chưa nhận được. Nhờ kiểm tra giúp.",
    "مرحبًا، أرسلت 500 USDT قبل يومين ولم تصل بعد. أرجو التحقق من حسابي.",
    "Order id 9812734 was rejected with code 3008. What does it mean? Thanks, Marie",
];

#[test]
fn a_message_without_a_secret_needs_no_memory() {
    // The lists and automatons are built once.
    assert!(find("my password is Rosalind-1987!").is_some());
    let mut dear = Vec::new();
    for text in INNOCENT {
        for reads in [find, find_by_rules] {
            let mut found = None;
            let used = measure(|| found = reads(text));
            assert_eq!(found, None, "{text}");
            if used.count_total > 0 {
                dear.push((text, used.count_total, used.bytes_total));
            }
        }
    }
    assert_eq!(dear, []);
}

#[test]
fn a_secret_does() {
    let used = measure(|| {
        find("my password is Rosalind-1987!");
    });
    assert!(used.count_total > 0, "the counter counts");
}
