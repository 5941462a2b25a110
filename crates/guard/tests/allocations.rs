//! A message in which nothing looks like a secret costs no memory: what is noted of it while it is read fits into what the reading has
//! anyway. One with a hash, an address or a word for codes is looked at more closely, which costs a few small pieces.

use allocation_counter::measure;
use proofdesk_guard::{find, find_by_rules};

/// As customers write in ten languages: amounts, numbers, times.
const PLAIN: [&str; 10] = [
    "Hello, my deposit has not arrived yet. Can you please have a look?",
    "Hola, hice un retiro de 25 USDT y no ha llegado. ¿Pueden revisar mi cuenta?",
    "Здравствуйте, два дня назад я отправил 1250.50 USDT, и деньги до сих пор не пришли. Проверьте счёт.",
    "您好，我两天前从另一个钱包充值了1250.50 USDT，一直没有到账。我的UID是48291304，请帮我查一下账户。",
    "我的提幣已經三天了還沒有到帳，請幫忙查詢。",
    "お世話になっております。二日前に送金しましたが、まだ届いていません。ご確認をお願いいたします。",
    "안녕하세요. 이틀 전에 출금했는데 아직 도착하지 않았습니다. 확인 부탁드립니다.",
    "Merhaba, iki gün önce para çektim ama hesabıma gelmedi. Kontrol eder misiniz?",
    "Xin chào, tôi đã nạp 500 USDT hai ngày trước nhưng chưa nhận được. Nhờ kiểm tra giúp.",
    "مرحبًا، أرسلت 500 USDT قبل يومين ولم تصل بعد. أرجو التحقق من حسابي.",
];

/// What has to be judged: something long and random, or a number beside a word for codes.
const NEAR: [&str; 4] = [
    "I sent 1,250.50 USDT two days ago. The tx is 0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4 and my UID \
     is 48291304. Block 19000000.",
    "I entered the verification code but the page says error 50113.",
    "Sent from bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq to my wallet at 14:05 on 2026-11-02.",
    "Order id 9812734 was rejected with code 3008. What does it mean? Thanks, Marie",
];
/// So many allocations, and bytes in all, the judging of such a message may take.
const JUDGING: (u64, u64) = (32, 2_048);

/// Reads a text without a secret in both ways, and says what the dearer one allocated.
fn cost(text: &str) -> (u64, u64) {
    // The lists and automatons are built once.
    assert!(find("my password is Rosalind-1987!").is_some());
    let reads = |find: fn(&str) -> Option<proofdesk_guard::Scan>| {
        let mut found = None;
        let used = measure(|| found = find(text));
        assert_eq!(found, None, "{text}");
        (used.count_total, used.bytes_total)
    };
    reads(find).max(reads(find_by_rules))
}

#[test]
fn a_message_with_nothing_like_a_secret_needs_no_memory() {
    for text in PLAIN {
        assert_eq!(cost(text), (0, 0), "{text}");
    }
}

#[test]
fn a_message_that_has_to_be_judged_needs_little_however_long_it_is() {
    let around = PLAIN.join(" ").repeat(20);
    for text in NEAR {
        let (alone, within) = (cost(text), cost(&format!("{around} {text} {around}")));
        assert!(alone.0 <= JUDGING.0 && alone.1 <= JUDGING.1, "{alone:?} {text}");
        // In a long one every word that tells something is listed, in a list that grows: not in many more pieces.
        let length = 2 * around.len() as u64;
        assert!(
            within.0 <= 3 * JUDGING.0 && within.1 <= 8 * length,
            "{within:?} of {length} {text}"
        );
    }
}

#[test]
fn a_secret_does() {
    let used = measure(|| {
        find("my password is Rosalind-1987!");
    });
    assert!(used.count_total > 0, "the counter counts");
}
