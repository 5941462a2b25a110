use proofdesk_locale::Locale;
use proofdesk_search::{Answer, ArticleIndex, Document, Progress, Question};

pub fn document(slug: &str, locale: Locale, title: &str, body: &str) -> Document {
    Document {
        id: slug.to_owned(),
        locale,
        title: title.to_owned(),
        headings: Vec::new(),
        body: body.to_owned(),
        tags: Vec::new(),
        forms: Vec::new(),
        section: String::new(),
        audience: vec!["public".to_owned()],
        number: 1,
    }
}

/// A few articles in a few languages.
pub fn index() -> ArticleIndex {
    use Locale::{Ar, En, Es, Ja, Ko, Ru, Tr, Vi, ZhHans, ZhHant};
    let index = ArticleIndex::open(None).expect("an index");
    let documents = [
        (
            "stuck",
            En,
            "Your withdrawal is stuck",
            "A withdrawal is checked, sent, and confirmed by the network.",
        ),
        ("memo", En, "You left out the memo", "Some networks need a memo beside the address."),
        ("earn", En, "Earn and staking", "Coins that are lent bring a yield."),
        ("stuck", ZhHans, "提现一直没有到账", "提现由您确认，然后审核、发送。"),
        ("memo", ZhHans, "忘了填写 Memo", "部分网络除地址外还需要标签。"),
        ("stuck", ZhHant, "提現一直沒有到帳", "提現由您確認，然後審核、發送。"),
        ("stuck", Ja, "出金が届かない", "出金は確認され、送られます。"),
        ("stuck", Ko, "출금이 멈춰 있어요", "출금은 확인 후 전송됩니다."),
        ("stuck", Ru, "Вывод средств завис", "Счёт проверяют, затем вывод отправляют."),
        ("memo", Ru, "Вы не указали memo", "Некоторым сетям нужен тег."),
        ("stuck", Es, "Tu retiro está atascado", "La contraseña nunca se pide para un retiro."),
        (
            "stuck",
            Tr,
            "Çekim işleminiz ilerlemiyor",
            "Çekimi siz onaylarsınız; ardından incelenir.",
        ),
        ("stuck", Vi, "Lệnh rút tiền bị treo", "Lệnh rút được bạn xác nhận rồi kiểm tra."),
        ("memo", Vi, "Quên nhập memo", "Một số mạng cần thẻ đích bên cạnh địa chỉ."),
        ("stuck", Ar, "السحب معلّق", "يُراجع السحب ثم يُرسل إلى الشبكة."),
    ];
    let documents: Vec<Document> = documents
        .iter()
        .map(|(slug, locale, title, body)| document(slug, *locale, title, body))
        .collect();
    index.replace(&documents).expect("a change");
    index
}

fn ask(index: &ArticleIndex, locale: Locale, text: &str) -> Answer {
    let question = Question {
        text,
        locale,
        audience: &["public"],
        section: None,
        limit: 10,
        is_typing: false,
    };
    index.search(&question).expect("an answer")
}

fn first(index: &ArticleIndex, locale: Locale, text: &str) -> String {
    ask(index, locale, text).hits.first().map(|hit| hit.id.clone()).unwrap_or_default()
}

#[test]
fn people_find_it_however_they_write() {
    use Locale::{Ar, En, Es, Ja, Ko, Ru, Tr, Vi, ZhHans, ZhHant};
    let index = index();
    for (locale, text, slug) in [
        (En, "why is my withdrawal stuck?", "stuck"),
        (En, "withdrawels", "stuck"),
        (En, "witdrawal pending", "stuck"),
        (En, "cashout", "stuck"),
        (En, "casshout", "stuck"),
        (En, "destination tag", "memo"),
        (En, "MEMO", "memo"),
        (ZhHans, "提币未到账怎么办", "stuck"),
        (ZhHans, "提幣沒到帳", "stuck"),
        (ZhHans, "ＵＳＤＴ提现", "stuck"),
        (ZhHans, "现提", "stuck"),
        (ZhHans, "审啊核", "stuck"),
        (ZhHans, "地址标签", "memo"),
        (ZhHant, "提币", "stuck"),
        (Ja, "出金 反映されない", "stuck"),
        (Ko, "출금", "stuck"),
        (Ru, "счет", "stuck"),
        (Ru, "вывода", "stuck"),
        (Ru, "мемо", "memo"),
        (Es, "contrasena", "stuck"),
        (Tr, "CEKIM", "stuck"),
        (Tr, "cekimlerim gelmedi", "stuck"),
        (Vi, "rut tien", "stuck"),
        (Vi, "thẻ đích", "memo"),
        (Ar, "سحوبات", "stuck"),
        (Ar, "السّحب", "stuck"),
    ] {
        assert_eq!(first(&index, locale, text), slug, "{locale:?} {text}");
    }
}

#[test]
fn what_is_being_typed_is_found_by_its_beginning() {
    let index = index();
    for text in ["wit", "withdr", "m", "your withd"] {
        let question = Question {
            text,
            locale: Locale::En,
            audience: &["public"],
            section: None,
            limit: 3,
            is_typing: true,
        };
        assert!(!index.search(&question).expect("an answer").hits.is_empty(), "{text}");
    }
}

#[test]
fn other_languages_answer_when_the_own_has_nothing() {
    let index = index();
    let own = ask(&index, Locale::En, "withdrawal");
    assert!(own.hits.iter().all(|hit| !hit.is_foreign && hit.locale == Locale::En));
    // Asked in Japanese, which has no article on it; the word is known in every language.
    let foreign = ask(&index, Locale::Ja, "ステーキング");
    let hit = foreign.hits.first().expect("a hit");
    assert!(hit.is_foreign, "{hit:?}");
    assert_eq!((hit.id.as_str(), hit.locale), ("earn", Locale::En));
}

#[test]
fn only_the_audience_finds_it() {
    let index = ArticleIndex::open(None).expect("an index");
    let mut inner = document("runbook", Locale::En, "Withdrawal runbook", "Ask the node team.");
    inner.audience = vec!["internal".to_owned(), "vip".to_owned()];
    let nobody = Document { audience: Vec::new(), ..document("n", Locale::En, "Withdrawal", "x") };
    index.replace(&[inner, nobody]).expect("a change");
    let found = |audience: &[&str]| {
        let question = Question {
            text: "withdrawal",
            locale: Locale::En,
            audience,
            section: None,
            limit: 9,
            is_typing: false,
        };
        index.search(&question).expect("an answer").hits.len()
    };
    assert_eq!((found(&["public"]), found(&[]), found(&["public", "internal"])), (0, 0, 1));
}

#[test]
fn facets_are_counted_and_documents_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = ArticleIndex::open(Some(folder.path())).expect("an index");
    let tagged = |slug: &str, tags: &[&str], section: &str| Document {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        section: section.to_owned(),
        ..document(slug, Locale::En, "Coins", "about coins")
    };
    let all = [
        tagged("a", &["memo/tag", "wallet"], "deposits"),
        tagged("b", &["wallet"], "deposits"),
        tagged("c", &[], ""),
    ];
    index.replace(&all).expect("a change");
    let answer = ask(&index, Locale::En, "coins");
    let counts: Vec<_> = answer.tags.iter().map(|tag| (tag.name.as_str(), tag.count)).collect();
    assert_eq!(counts, [("wallet", 2), ("memo/tag", 1)]);
    assert_eq!((answer.total, answer.sections[0].count), (3, 2));
    let question = Question {
        text: "coins",
        locale: Locale::En,
        audience: &["public"],
        section: Some("deposits"),
        limit: 10,
        is_typing: false,
    };
    let inside = index.search(&question).expect("an answer");
    // Facets say what the other sections have.
    assert_eq!((inside.total, inside.hits.len(), inside.tags.len()), (2, 2, 2));
    let other = Document { title: "Nothing".to_owned(), body: "else".to_owned(), ..all[1].clone() };
    let progress = Progress { position: 5, ..Progress::default() };
    index.change(&[other], &["c".to_owned()], &progress).expect("a change");
    assert_eq!(ask(&index, Locale::En, "coins").total, 1);
    drop(index);
    let again = ArticleIndex::open(Some(folder.path())).expect("the index again");
    assert_eq!(again.progress(), Some(progress));
    assert_eq!((again.len(), ask(&again, Locale::En, "coins").total), (2, 1));
}

#[test]
fn words_of_questions_alone_are_no_answer_where_others_were_asked() {
    let index = index();
    let found = |text: &str| ask(&index, Locale::En, text).hits.len();
    assert_eq!((found("is it a zebra"), found("zebra")), (0, 0));
    // Where nothing else was typed they are all there is.
    assert!(found("is it a") > 0);
    assert!(found("is it a withdrawal") > 0);
    // Nor are they marked.
    let answer = ask(&index, Locale::En, "is the withdrawal checked by the network");
    let marked = answer.hits[0].snippet.iter().filter(|piece| piece.is_match);
    let marked: Vec<&str> = marked.map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["withdrawal", "checked", "network"]);
}

/// Each of them costs a few looks into the index, and whoever types no words of the language may type a thousand letters.
#[test]
fn of_many_unknown_grams_only_the_first_are_looked_for_with_slips() {
    let index = index();
    let found = |unknown: usize| {
        let text = format!("{} 审啊核", "龘靐齉".repeat(unknown));
        ask(&index, Locale::ZhHans, &text).hits.len()
    };
    assert!(found(2) > 0);
    assert_eq!(found(10), 0);
}

#[test]
fn other_words_for_what_it_is_about_find_it() {
    let index = ArticleIndex::open(None).expect("an index");
    let forms = vec!["destination label".to_owned()];
    let memo = Document { forms, ..document("memo", Locale::En, "The memo", "Beside the address") };
    let other = document("other", Locale::En, "Fees", "What it costs");
    index.replace(&[memo, other]).expect("a change");
    let answer = ask(&index, Locale::En, "destinatoin label");
    assert_eq!((answer.hits.len(), answer.hits[0].id.as_str()), (1, "memo"));
    // They are never shown.
    let shown = answer.hits[0].snippet.iter().map(|piece| piece.text.as_str());
    assert_eq!(shown.collect::<String>(), "Beside the address");
}

#[test]
fn a_damaged_index_is_made_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(ArticleIndex::open(Some(folder.path())).expect("an index"));
    std::fs::write(folder.path().join("meta.json"), b"not json").expect("a file");
    let index = ArticleIndex::open(Some(folder.path())).expect("a new one");
    assert!(index.is_empty());
    assert_eq!(index.progress(), None);
}
