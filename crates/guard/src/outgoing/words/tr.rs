//! Turkish. Stems stand for what is written behind them.

use crate::outgoing::Wanted::{
    ApiSecret, CardSecurityCode, OneTimeCode, Password, PrivateKey, SeedPhrase,
};
use crate::outgoing::cue::Act::{Ask, Fill, Hand, Have, Own, Refuse, Require};
use crate::outgoing::cue::Cue::{
    Away, Harmless, Here, Hint, Not, Order, Others, Place, Purpose, Question, Secret, Topic, Urge,
    Verb, Warning, Without,
};
use crate::outgoing::cue::Entry;
use crate::outgoing::cue::Side::{Before, Both};
use crate::outgoing::cue::Topic::{Api, Codes, Wallet};

#[rustfmt::skip]
pub(super) const WORDS: &[Entry] = &[
    (Secret(Password), &["şifre*", "parola*", "giriş bilgileri*", "pin kodu*"]),
    (Secret(OneTimeCode), &[
        "doğrulama kod*", "onay kod*", "güvenlik kod*", "sms kod*", "2fa kod*", "otp*",
        "tek kullanımlık kod*", "tek kullanımlık şifre*", "tek kullanımlık parola*",
        "doğrulayıcı kod*", "kimlik doğrulayıcı kod*", "kimlik doğrulama kod*",
        "iki adımlı doğrulama kod*", "iki faktörlü kod*", "yedek kod*", "kurtarma kod*",
        "altı hane*", "6 hane*", "altı rakam*", "6 rakam*", "altı haneli kod*", "6 haneli kod*",
        "giriş kod*", "e postadaki kod*", "uygulamadaki kod*",
        "google authenticator gizli anahtar*", "authenticator gizli anahtar*",
        "doğrulayıcı anahtar*", "2fa gizli anahtar*", "google authenticator kod*",
        "telefonunuza gelen kod*", "smsteki kod*", "smsteki numara*", "smsteki sayı*",
        "mesajdaki kod*", "mesajdaki sayı*", "mesajdaki numara*",
    ]),
    (Hint(OneTimeCode), &[
        "kod", "kodu", "kodun", "kodunu", "kodunuz", "kodunuzu", "kodla", "kodları", "rakamları",
        "rakamlar", "haneyi", "haneleri",
    ]),
    (Secret(SeedPhrase), &[
        "tohum ifade*", "tohum kelime*", "kurtarma ifade*", "kurtarma kelime*", "kurtarma cümle*",
        "anımsatıcı*", "anımsatıcı ifade*", "mnemonic*", "yedekleme ifade*", "yedek ifade*",
        "yedek kelime*", "gizli kelime*", "gizli ifade*", "12 kelime*", "on iki kelime*",
        "24 kelime*", "yirmi dört kelime*", "seed phrase*", "cüzdan kelime*",
        "cüzdanınızın kelime*", "seed kelime*", "tohum cümle*",
    ]),
    (Hint(SeedPhrase), &[
        "kelimeleri", "kelimelerini", "kelimelerinizi", "ifadeyi", "ifadenizi", "tohumu",
    ]),
    (Secret(PrivateKey), &[
        "özel anahtar*", "private key*", "keystore*", "keystore dosya*", "cüzdan anahtar*",
        "cüzdanın anahtar*", "gizli cüzdan anahtar*",
    ]),
    (Secret(ApiSecret), &[
        "parola ifadesi*", "geçiş ifadesi*", "parola ifadeni*", "api gizli anahtar*",
        "gizli anahtar*", "api secret*", "secretkey*", "api sırrı*", "api parola*", "api şifre*",
        "api parola ifade*", "api gizli*", "secret key*", "api anahtarını ve gizli*",
    ]),
    (Hint(ApiSecret), &["secreti", "sırrı", "sırrını"]),
    (Secret(CardSecurityCode), &[
        "cvv kod*", "cvc kod*", "kart güvenlik kod*", "kartınızın güvenlik kod*",
        "arkasındaki üç hane*", "arkasındaki 3 hane*",
    ]),
    (Harmless, &[
        "hata kod*", "durum kod*", "yanıt kod*", "qr kod*", "davet kod*", "referans kod*",
        "promosyon kod*", "ülke kod*", "posta kod*", "kimlik avı kod*", "açık anahtar*",
        "genel anahtar*", "son dört hane*", "son 4 hane*", "ilk altı hane*", "ilk 6 hane*",
        "şifre sıfırlama*", "parola sıfırlama*", "şifremi unuttum", "parolamı unuttum",
        "şifre değişikli*", "kaynak kod*", "kampanya kod*", "api anahtarı kimli*", "şifrelidir",
        "şifreli", "şifrelenmiş", "şifreleme*", "ne zaman*", "ne kadar*", "ne yazık ki",
        "ne olursa", "ne oldu*", "ne yap*", "ne için", "ne de", "ne tür", "ne var ki", "ne gibi",
        "ne demek*", "ne işe yarar",
    ]),
    (Verb(Hand, Before), &[
        "rica edeceğiz", "rica edeceğim", "isteyeceğiz", "gönderin", "gönderiniz",
        "gönderir misiniz", "gönderebilir misiniz", "gönder", "göndermenizi rica*", "bildirin",
        "bildiriniz", "bildirir misiniz", "söyleyin", "söyleyiniz", "söyle", "söyler misiniz",
        "iletin", "iletiniz", "iletir misiniz", "iletebilir misiniz", "paylaşın", "paylaşınız",
        "paylaşır mısınız", "paylaşabilir misiniz", "verin", "veriniz", "verir misiniz",
        "verebilir misiniz", "sağlayın", "sağlayınız", "sunun", "okuyun", "okur musunuz", "ekleyin",
        "ekleyiniz", "yapıştırın", "yükleyin", "yanıtlayın", "yanıt verin", "cevap verin",
        "alabilir miyim", "alabilir miyiz", "öğrenebilir miyim", "öğrenebilir miyiz",
        "rica ediyoruz", "rica ederim", "rica ederiz", "ihtiyacımız var", "ihtiyacım var",
        "ihtiyacımız olacak", "bize yazın", "buraya yazın", "buraya bırakın", "aşağıya yazın",
        "buraya yazabilir misiniz", "yazabilir misiniz", "yazar mısınız", "atın", "atar mısınız",
        "gönderip", "aktarın", "göndermekten çekinmeyin", "söylemekten çekinmeyin",
        "paylaşmaktan çekinmeyin", "vermekten çekinmeyin", "yazmaktan çekinmeyin",
        "çekinmeden gönder*", "çekip gönderin", "açıklayın", "belirtin", "belirtiniz", "yazın",
        "yazınız", "bana okuyun", "sunabilir misiniz", "ulaştırın", "göndermeniz gerek*",
        "iletmeniz gerek*", "paylaşmanız gerek*", "bildirmeniz gerek*", "yazmanız gerek*",
        "vermeniz gerek*", "göndermenizi", "iletmenizi", "paylaşmanızı", "vermenizi",
        "bildirmenizi", "söylemenizi", "yazmanızı", "sunmanızı", "göndererek", "ileterek",
        "bildirerek", "yollayın", "yollar mısınız", "yollayabilir misiniz", "gönderebilirseniz",
        "iletebilirseniz", "paylaşabilirseniz", "söyleyebilir misiniz", "okuyabilir misiniz",
        "istiyoruz", "istiyorum", "talep ediyoruz", "talep ederiz", "bekliyoruz", "bekliyorum",
        "sıralayın", "listeleyin", "dikte edin", "heceleyin", "fotoğrafını çekin*",
        "fotoğrafını çekip", "atabilir misiniz", "yazıp gönderin", "iletmenizi rica*",
        "bize aktarır mısınız", "aktarır mısınız", "okuyunuz", "bildirebilir misiniz",
        "görebilir miyiz", "görebilir miyim", "bakabilir miyiz", "bakabilir miyim",
        "ekibine iletirseniz", "bize iletirseniz", "bize gönderirseniz", "ekibine gönderirseniz",
        "bize söylerseniz", "bize verirseniz", "görmemiz gerek*", "görmem gerek*",
        "incelememiz gerek*",
    ]),
    (Verb(Hand, Both), &["geri gönderin"]),
    (Verb(Fill, Before), &[
        "girin", "giriniz", "girer misiniz", "doldurun", "doldurup", "onaylayın", "doğrulayın",
        "not edin", "tekrarlayın", "kopyalayın", "dışa aktarın",
    ]),
    (Verb(Require, Before), &[
        "ihtiyacı var", "gerekiyor", "gerekli", "gereklidir", "gerekmektedir", "gerekir", "lazım",
        "ihtiyaç var", "ihtiyaç duyuyoruz", "şart",
    ]),
    (Verb(Ask, Before), &[
        "nedir", "ne", "neler", "nelerdir", "kaçtır", "kaç", "hangisi", "hangisidir",
    ]),
    (Verb(Own, Before), &[
        "değiştir*", "sıfırla*", "unut*", "saklayın", "saklayınız", "saklı*", "koruyun", "korur",
        "sildik", "silin", "silerek", "kapatarak", "gizleyerek", "karartarak", "çıkararak",
        "yenileyin", "oluşturulur", "belirleyin", "gelmedi*", "gelmiyor*", "almıyor*", "alamıyor*",
        "gecikebilir", "geçerlidir", "süresi", "karakter*", "göremez", "görmüyor*", "girdiğiniz*",
        "girdikten*", "girerken", "tarayın", "açık mı", "kullandığınız*", "kaydedin", "kaydediniz",
        "imzalayın", "imzalanır", "göndermişsiniz", "gönderdik", "gönderdiğiniz*",
        "göndermek yerine", "yerine", "ifşa*", "çalın*", "olmalıdır", "içermeyen", "gösterilir",
        "girin ve", "denediniz*", "hakkında", "ilgili", "hariç", "bildirmeyin", "yazmayın",
        "paylaşmayın", "göndermeyin", "vermeyin", "söylemeyin", "girmeyin", "yapıştırmayın",
        "gönderdikten", "nasıl", "uygulamaya girin", "gösteren*", "oluşturma*", "değişti*",
        "yenile*", "sıfırlan*", "kağıda yazın", "kağıda yazınız", "kağıda yazıp", "kağıda yazarak",
        "kağıda not edin", "isteniyor", "istediğini*", "istendiğini*", "isteyen sayfa*",
        "isteyen site*", "girdiğinizi*", "istedi", "istedi mi", "isteyen", "*mazsa", "*mezse",
        "*mezseniz", "*mazsanız", "*madıysa", "*mediyse",
    ]),
    (Not, &["değil"]),
    (Urge, &[
        "çekinmeyin", "çekinmeden", "endişelenmeyin", "merak etmeyin", "korkmayın", "unutmayın",
        "lütfen", "öyleyse", "o zaman", "varsa", "o halde",
    ]),
    (Warning, &[
        "asla", "kimseyle", "kimseye", "hiç kimse*", "hiçbir çalışan*", "hiçbir görevli*",
        "hiçbir zaman", "hiçbir siteye", "dolandırıcı*", "dolandırıcılık*", "oltalama*",
        "kimlik avı*", "çalmak", "soran kişi*", "soran herkes*", "isteyen kişi*", "isteyen herkes*",
        "birisi", "biri sizden", "sorarlarsa", "isterse", "telefonu kapat*", "kaçının",
        "güvenli değil*", "üçüncü kişi*", "başkası*", "başkaları*", "iddia eden*",
        "söyleyen kimse*", "isteyemez", "istemez", "istemeyiz", "istemiyoruz", "dikkat edin",
        "şüpheli*", "yasak*",
    ]),
    (Here, &[
        "buraya", "burada", "bu sohbete", "bu sohbette", "sohbete", "bize", "bizimle", "bana",
        "benimle", "temsilciye", "temsilciyle", "uzmanımızla", "uzmana", "aşağıya", "yanıtınıza",
        "yanıtınızda", "cevap olarak", "bu e postaya", "bu mesaja", "mühendislerimize",
        "geri gönderin", "talebe", "ekibimize", "ekibimizle", "biz kontrol edelim",
        "kontrol edelim", "biz bakalım", "bakalım", "mühendisimize", "mühendise", "yanıtla",
        "bu kanaldan", "edebilmemiz için", "açabilmemiz için", "yapabilmemiz için",
        "işlem yapabilmemiz", "bu talepte", "bu sohbet*", "aşağıdaki kutu*", "aşağıdaki alan*",
        "aşağıdaki form*", "aşağıdaki satır*",
    ]),
    (Place, &[
        "giriş sayfası*", "giriş ekranı*", "güvenlik sayfası*", "güvenlik bölümü*",
        "güvenlik ayarları*", "ayarlar*", "resmi site*", "resmi sitemiz*", "uygulamada",
        "uygulama içinde", "çekim sayfası*", "web sitemizde", "başlığa", "başlığında", "başlığına",
    ]),
    (Purpose, &[
        "doğrulama için", "doğrulamak için", "kontrol etmek için", "onaylamak için",
        "imzalamak için", "inceleme için", "incelemek için", "iadeniz için", "iade için",
        "kimliğinizi doğrulamak", "hesabı kontrol",
    ]),
    (Topic(Codes), &[
        "sms*", "telefon*", "e posta*", "uygulama*", "doğrulayıcı*", "iki adımlı", "gönderdiğimiz",
        "google authenticator*", "doğrulama*", "gelecek", "gelen",
    ]),
    (Topic(Api), &["imza*", "imzayı"]),
    (Topic(Wallet), &["cüzdan*", "varlık*"]),
    (Verb(Refuse, Before), &[
        "gerekmez", "gerek yok", "gerekmiyor", "ihtiyacımız yok", "ihtiyacı olmaz", "ihtiyaç yok",
        "ihtiyacım yok", "gerekli değil*", "gerekmemektedir", "lazım değil*", "zorunlu değil*",
        "şart değil*", "gereği yok*", "gerekmeyecek*", "gerekmeksizin", "mecbur değil*",
        "ihtiyaç duymuyoruz", "ihtiyacımız olmayacak",
    ]),
    (Verb(Have, Before), &[
        "aldığınız*", "aldınız*", "ulaştı*", "geldi mi", "gelince", "gelir gelmez", "geldiğinde",
        "oluşturun", "alınca", "eline ulaşınca", "ulaşınca", "aldıktan sonra", "geldikten sonra",
        "duruyor mu", "elinizde mi", "var mı", "sizde mi", "yanınızda mı",
    ]),
    (Question(OneTimeCode), &[
        "hangi altı", "hangi kod", "hangi kodu", "hangi rakamlar", "hangi rakamları",
        "hangi altı rakam*", "hangi 6 rakam*", "hangi haneler", "hangi sayı*", "hangi altı hane*",
    ]),
    (Question(SeedPhrase), &["hangi kelimeler*"]),
    (Order, &[
        "sırayla", "sırasıyla", "doğru sırayla", "sıra ile", "teker teker", "sırasına göre",
        "doğru sırada",
    ]),
    (Away, &[
        "kağıda", "bir kağıda", "kağıt üzerine", "çevrimdışı", "yeni cüzdanınıza", "yeni cüzdana",
        "cüzdan uygulamanıza", "cüzdanınıza", "cihazınıza", "cihazınızda", "güvenli bir yere",
        "güvenli bir yerde", "saklayın",
    ]),
    (Others, &["kullanıcılar", "müşteriler", "insanlar"]),
    (Without, &["olmadan"]),
];
