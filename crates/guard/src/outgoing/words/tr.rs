//! Turkish. Stems stand for what is written behind them.

use crate::outgoing::Wanted::{
    ApiSecret, CardSecurityCode, OneTimeCode, Password, PrivateKey, SeedPhrase,
};
use crate::outgoing::cue::Act::{Ask, Fill, Hand, Own, Require};
use crate::outgoing::cue::Cue::{
    Harmless, Here, Hint, Not, Place, Purpose, Secret, Topic, Urge, Verb, Warning,
};
use crate::outgoing::cue::Entry;
use crate::outgoing::cue::Side::{After, Before, Both};
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
        "telefonunuza gelen kod*", "smsteki kod*",
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
        "şifreli", "şifrelenmiş", "şifreleme*",
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
        "yazınız", "bana okuyun", "sunabilir misiniz", "ulaştırın",
    ]),
    (Verb(Hand, Both), &["geri gönderin"]),
    (Verb(Fill, Before), &[
        "girin", "giriniz", "girer misiniz", "doldurun", "doldurup", "onaylayın", "doğrulayın",
        "not edin", "tekrarlayın", "kopyalayın", "dışa aktarın",
    ]),
    (Verb(Require, Before), &[
        "ihtiyacı var", "gerekiyor", "gerekli", "gereklidir", "gerekmektedir", "gerekir", "lazım",
        "ihtiyaç var", "ihtiyaç duyuyoruz", "isteniyor", "şart",
    ]),
    (Verb(Ask, Before), &[
        "nedir", "ne", "neler", "nelerdir", "kaçtır", "kaç", "hangisi", "hangisidir",
    ]),
    (Verb(Ask, After), &["hangi altı", "hangi kod", "hangi kelime"]),
    (Verb(Own, Before), &[
        "değiştir*", "sıfırla*", "unut*", "saklayın", "saklayınız", "saklı*", "koruyun", "korur",
        "sildik", "silin", "silerek", "kapatarak", "gizleyerek", "karartarak", "çıkararak",
        "yenileyin", "oluşturun", "oluşturulur", "belirleyin", "aldığınız*", "aldınız*", "ulaştı*",
        "gelmedi*", "gelmiyor*", "almıyor*", "alamıyor*", "gecikebilir", "geçerlidir", "süresi",
        "karakter*", "göremez", "görmüyor*", "gerekmez", "gerek yok", "gerekmiyor",
        "ihtiyacımız yok", "ihtiyacı olmaz", "ihtiyaç yok", "girdiğiniz*", "girdikten*", "girerken",
        "tarayın", "açık mı", "kullandığınız*", "kaydedin", "kaydediniz", "imzalayın", "imzalanır",
        "göndermişsiniz", "gönderdik", "gönderdiğiniz*", "göndermek yerine", "yerine", "ifşa*",
        "çalın*", "olmalıdır", "içermeyen", "gösterilir", "girin ve", "denediniz*", "hakkında",
        "ilgili", "hariç", "bildirmeyin", "yazmayın", "paylaşmayın", "göndermeyin", "vermeyin",
        "söylemeyin", "girmeyin", "yapıştırmayın", "gönderdikten", "nasıl", "uygulamaya girin",
        "gösteren*",
    ]),
    (Not, &["değil", "olmadan"]),
    (Urge, &[
        "çekinmeyin", "çekinmeden", "endişelenmeyin", "merak etmeyin", "korkmayın", "unutmayın",
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
        "geri gönderin", "talebe", "ekibimize", "ekibimizle",
    ]),
    (Place, &[
        "giriş sayfası*", "giriş ekranı*", "güvenlik sayfası*", "güvenlik bölümü*",
        "güvenlik ayarları*", "ayarlar*", "resmi site*", "resmi sitemiz*", "uygulamada",
        "uygulama içinde", "çekim sayfası*", "web sitemizde",
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
];
