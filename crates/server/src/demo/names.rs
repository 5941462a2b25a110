//! Names of people as each language writes them. Nobody in particular.

use proofdesk_locale::Locale;

use super::dice::Dice;

/// How names are made in one language.
struct Naming {
    given: &'static [&'static str],
    family: &'static [&'static str],
    /// The family's name stands first, with this between the two; `None`: it stands last.
    family_first: Option<&'static str>,
    zones: &'static [&'static str],
    /// The country's calling code.
    calling: &'static str,
}

/// A person's name, whole and as a letter addresses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub full: String,
    pub given: String,
}

/// Names that break what was only ever tried with short Latin ones, each with the language of its bearer.
#[rustfmt::skip]
static ODD: &[(Locale, &str, &str)] = &[
    (Locale::Es, "María Fernanda de los Ángeles Hernández-Villalobos y Castañeda de la Fuente", "María Fernanda"),
    (Locale::En, "Ọlábísí Ẹ̀kúndayọ̀ Adébáyọ̀", "Ọlábísí"),
    (Locale::En, "Mia 🌸", "Mia"),
    (Locale::En, "Siobhán O'Connor-Nguyễn", "Siobhán"),
    (Locale::En, "Ng", "Ng"),
    (Locale::ZhHans, "欧阳夏侯子轩", "欧阳夏侯子轩"),
    (Locale::ZhHans, "阿依努尔·买买提", "阿依努尔"),
    (Locale::Ar, "عبد الرحمن بن محمد الأنصاري", "عبد الرحمن"),
    (Locale::Ar, "نُورُ الهُدَى", "نور"),
    (Locale::Ja, "髙橋 一二三", "髙橋"),
    (Locale::Vi, "Nguyễn Phúc Bảo Trường Thịnh", "Thịnh"),
    (Locale::Ko, "남궁 하늘빛나래", "남궁"),
    (Locale::Ru, "Константин Константинович Константинопольский", "Константин"),
    (Locale::Tr, "İlkay Işıl Çağlayangil", "İlkay"),
    (Locale::En, "Kim 🐻‍❄️ (they)", "Kim"),
    (Locale::ZhHant, "林語軒 Ethan", "林語軒"),
];

/// A customer's name in a language.
pub fn name(locale: Locale, dice: &mut Dice) -> Name {
    let odd: Vec<_> = ODD.iter().filter(|(of, ..)| *of == locale).collect();
    if dice.chance(80)
        && let Some((_, full, given)) = dice.pick(&odd)
    {
        return Name { full: (*full).to_owned(), given: (*given).to_owned() };
    }
    let naming = naming(locale);
    let given = dice.word(naming.given);
    let family = family(locale, given, dice.word(naming.family));
    match naming.family_first {
        Some(between) => {
            let full = format!("{family}{between}{given}");
            let address = match locale {
                Locale::Ja => family,
                Locale::Vi => given.to_owned(),
                _ => full.clone(),
            };
            Name { full, given: address }
        }
        None => Name { full: format!("{given} {family}"), given: given.to_owned() },
    }
}

/// A Russian woman's family name ends differently.
fn family(locale: Locale, given: &str, family: &str) -> String {
    let woman = locale == Locale::Ru && given.ends_with(['а', 'я']);
    if woman && family.ends_with(['в', 'н']) { format!("{family}а") } else { family.to_owned() }
}

/// A time zone in which the language is spoken.
pub fn zone(locale: Locale, dice: &mut Dice) -> &'static str {
    dice.word(naming(locale).zones)
}

/// A number in the form of the country's, which cannot be dialled.
pub fn phone(locale: Locale, dice: &mut Dice) -> String {
    format!("+{} 000 555 {}", naming(locale).calling, dice.digits(4))
}

/// An address that no mail reaches (RFC 2606).
pub fn email(dice: &mut Dice) -> String {
    let (first, second) = (dice.word(HANDLES), dice.word(HANDLES));
    let domain = dice.word(&["example.com", "example.org", "example.net", "mail.example"]);
    match dice.below(3) {
        0 => format!("{first}.{second}{}@{domain}", dice.digits(2)),
        1 => format!("{first}{}@{domain}", dice.digits(4)),
        _ => format!("{first}_{second}_{}@{domain}", dice.digits(3)),
    }
}

static HANDLES: &[&str] = &[
    "harbor", "satoshi", "lotus", "kite", "basalt", "nova", "tiger", "mango", "orbit", "pine",
    "river", "cobalt", "lantern", "falcon", "hazel", "moss", "ember", "juno", "atlas", "willow",
    "coral", "zephyr", "onyx", "saffron",
];

fn naming(locale: Locale) -> &'static Naming {
    match locale {
        Locale::En => &EN,
        Locale::ZhHans => &ZH_HANS,
        Locale::ZhHant => &ZH_HANT,
        Locale::Ja => &JA,
        Locale::Ko => &KO,
        Locale::Ru => &RU,
        Locale::Es => &ES,
        Locale::Tr => &TR,
        Locale::Vi => &VI,
        Locale::Ar => &AR,
    }
}

#[rustfmt::skip]
static EN: Naming = Naming {
    given: &["Oliver", "Amelia", "Noah", "Isla", "Liam", "Grace", "Ethan", "Chloe", "Arjun", "Priya", "Kwame", "Adaeze", "Sean", "Hannah", "Marcus", "Zoë", "Femi", "Leila", "Björn", "Ingrid"],
    family: &["Walker", "Patel", "Okafor", "Murphy", "Bennett", "Singh", "Clarke", "Mensah", "O'Brien", "Foster", "Reid", "Iyer", "Novak", "Larsson", "Campbell", "Hughes", "Adeyemi", "Schäfer", "Fitzgerald", "Van der Merwe"],
    family_first: None,
    zones: &["Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Singapore", "Australia/Sydney", "Africa/Lagos", "Asia/Kolkata", "Europe/Berlin"],
    calling: "44",
};
#[rustfmt::skip]
static ZH_HANS: Naming = Naming {
    given: &["伟", "芳", "子涵", "浩然", "雨桐", "建国", "思远", "欣怡", "梓豪", "静", "晓明", "丽娜", "一凡", "诗琪", "国栋", "佳怡", "俊杰", "慧敏", "天宇", "若曦"],
    family: &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "欧阳", "诸葛"],
    family_first: Some(""),
    zones: &["Asia/Shanghai", "Asia/Shanghai", "Asia/Singapore", "Asia/Dubai", "America/Vancouver"],
    calling: "86",
};
#[rustfmt::skip]
static ZH_HANT: Naming = Naming {
    given: &["家豪", "淑芬", "志明", "怡君", "宗翰", "雅婷", "冠宇", "佩珊", "俊宏", "詠詩", "承恩", "美玲", "子軒", "思穎", "建宏", "欣妤"],
    family: &["陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊", "許", "鄭", "謝", "郭", "曾", "歐陽"],
    family_first: Some(""),
    zones: &["Asia/Taipei", "Asia/Hong_Kong", "Asia/Macau"],
    calling: "886",
};
#[rustfmt::skip]
static JA: Naming = Naming {
    given: &["蓮", "陽葵", "翔太", "美咲", "大輔", "さくら", "健一", "結衣", "拓也", "彩", "直樹", "真由美", "悠斗", "恵子", "誠", "ひなた"],
    family: &["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "長谷川", "五十嵐", "小野寺"],
    family_first: Some(" "),
    zones: &["Asia/Tokyo"],
    calling: "81",
};
#[rustfmt::skip]
static KO: Naming = Naming {
    given: &["민준", "서연", "지후", "하은", "도윤", "지우", "예준", "수빈", "현우", "유진", "성민", "은지", "태영", "소라", "동현", "나영"],
    family: &["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "황", "선우"],
    family_first: Some(""),
    zones: &["Asia/Seoul"],
    calling: "82",
};
#[rustfmt::skip]
static RU: Naming = Naming {
    given: &["Алексей", "Мария", "Дмитрий", "Анна", "Сергей", "Екатерина", "Иван", "Ольга", "Андрей", "Наталья", "Михаил", "Юлия", "Павел", "Дарья", "Артём", "Ксения"],
    family: &["Иванов", "Смирнов", "Кузнецов", "Попов", "Соколов", "Лебедев", "Козлов", "Новиков", "Морозов", "Петров", "Волков", "Зайцев", "Павлов", "Голубев", "Пушкарёв", "Щукин"],
    family_first: None,
    zones: &["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Almaty", "Asia/Novosibirsk", "Asia/Tbilisi"],
    calling: "7",
};
#[rustfmt::skip]
static ES: Naming = Naming {
    given: &["Lucía", "Mateo", "Sofía", "Santiago", "Valentina", "Diego", "Camila", "Javier", "Martina", "Andrés", "Paula", "Joaquín", "Elena", "Iñaki", "Ximena", "Tomás"],
    family: &["García", "Rodríguez", "Muñoz", "Fernández", "López", "Martínez", "Ibáñez", "Gómez", "Quispe", "Peña", "Romero", "Álvarez", "Torres", "Núñez", "Sáenz de Santamaría", "Echeverría"],
    family_first: None,
    zones: &["Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Argentina/Buenos_Aires", "America/Lima", "America/Santiago"],
    calling: "34",
};
#[rustfmt::skip]
static TR: Naming = Naming {
    given: &["Mehmet", "Zeynep", "Mustafa", "Elif", "Ahmet", "Ayşe", "Emre", "Merve", "Burak", "Gökçe", "İbrahim", "Şeyma", "Oğuz", "Ebru", "Kerem", "Çiğdem"],
    family: &["Yılmaz", "Kaya", "Demir", "Şahin", "Çelik", "Yıldız", "Öztürk", "Aydın", "Özdemir", "Arslan", "Doğan", "Kılıç", "Aslan", "Çetin", "Güneş", "Karaosmanoğlu"],
    family_first: None,
    zones: &["Europe/Istanbul"],
    calling: "90",
};
#[rustfmt::skip]
static VI: Naming = Naming {
    given: &["Minh Anh", "Quốc Huy", "Thị Hương", "Văn Nam", "Ngọc Linh", "Hoàng Long", "Thu Trang", "Đức Thắng", "Bảo Ngọc", "Gia Bảo", "Thanh Tùng", "Mỹ Duyên", "Hữu Phước", "Kim Ngân"],
    family: &["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"],
    family_first: Some(" "),
    zones: &["Asia/Ho_Chi_Minh"],
    calling: "84",
};
#[rustfmt::skip]
static AR: Naming = Naming {
    given: &["محمد", "فاطمة", "أحمد", "عائشة", "خالد", "مريم", "يوسف", "نورة", "عمر", "ليلى", "سعيد", "هدى", "طارق", "رانيا", "إبراهيم", "سلمى"],
    family: &["الحربي", "المصري", "الخطيب", "العتيبي", "حداد", "النجار", "الشامي", "القحطاني", "بن سالم", "الزهراني", "منصور", "العلي", "الهاشمي", "بوعزيز", "التميمي", "صالح"],
    family_first: None,
    zones: &["Asia/Dubai", "Asia/Riyadh", "Africa/Cairo", "Asia/Amman", "Africa/Casablanca"],
    calling: "971",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_zone_that_exists_and_a_name_that_the_desk_takes() {
        for locale in Locale::ALL {
            for zone in naming(locale).zones {
                assert!(proofdesk_locale::Zone::parse(zone).is_some(), "{zone}");
            }
            for seed in 0..200 {
                let Name { full, given } = name(locale, &mut Dice::of(seed));
                assert!(!given.is_empty() && full.chars().count() <= 120, "{full}");
                assert!(proofdesk_guard::scan(&full).findings.is_empty(), "{full}");
            }
        }
    }

    #[test]
    fn russian_women_are_named_as_such() {
        assert_eq!(family(Locale::Ru, "Анна", "Иванов"), "Иванова");
        assert_eq!(family(Locale::Ru, "Иван", "Иванов"), "Иванов");
        assert_eq!(family(Locale::Es, "Elena", "Ibáñez"), "Ibáñez");
    }
}
