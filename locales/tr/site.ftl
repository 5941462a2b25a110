### See en/site.ftl for what each group is for.

site-skip = İçeriğe geç
site-nav = Ana menü
site-my-tickets = Taleplerim
site-new-ticket = Bize yazın
site-language = Dil
site-account = Hesap
site-signed-in-as = { $name } olarak giriş yapıldı
site-sign-in = Giriş yap
site-sign-out = Çıkış yap
site-safety = Parola, 2FA kodu, kurtarma kelimeleri veya özel anahtar asla istemeyiz. { $brand } çalışanlarından hiç kimse istemez.
site-title = { $title } · { $brand } Destek
site-error-title = Hata: { $title }
site-support = { $brand } Destek

verification-signed-in = Giriş yapıldı · bitiş { $time }
verification-email = E-posta doğrulandı
verification-none = Doğrulanmadı
verification-expired = Süresi doldu

age-now = az önce
age-minutes = { $count } dk önce
age-hours = { $count } sa önce
age-days = { $count } gün önce

status-open = Üzerinde çalışıyoruz
status-waiting-on-customer = Sizden bilgi bekliyoruz
status-waiting-on-internal = Uzman ekip inceliyor
status-solved = Çözüldü. Çözülmediyse bize bildirin
status-closed = Kapandı
status-next-open = Kesin bir süre vermedik. Yanıt burada görünür.
status-next-waiting-on-customer = Aşağıya yanıt verin, hemen devam edelim.
status-next-waiting-on-internal = Kesin bir süre vermedik. Uzmanlar yanıtladığı anda burada görürsünüz.
status-next-solved = Çözülmediyse aşağıya yazın ya da yeniden açın: yukarıdakilerin hepsi kalır.
status-next-closed = Artık yanıt kabul etmiyor. Sorun tekrarlanırsa bu numarayı belirterek bize yazın.

home-title = Destek
home-heading = Nasıl yardımcı olabiliriz?
home-greeting = Merhaba, { $name }
home-open-tickets = Açık talepleriniz
home-all-tickets = Tüm taleplerim
home-no-open = Açık talep yok. Bir sorun varsa bize yazın.
home-topics = Konu nedir?
home-theft = Hesabım ele geçirildi
home-theft-hint = Hemen bildirin. Bu mesajlar diğerlerinden önce yanıtlanır.
home-anonymous = Hangi hesaptan söz ettiğimizi bilmemiz için borsadan giriş yapın.

sign-in-title = Giriş yap
sign-in-how = Desteğin ayrı bir parolası yoktur
sign-in-step-open = { $brand } uygulamasını veya sitesini açıp orada giriş yapın.
sign-in-why = Böylece kimse yalnızca e-posta adresinizi yazarak kendini siz gibi gösteremez ve çalınabilecek ikinci bir parola olmaz.
sign-in-development = Bu bir geliştirme ortamı: bir demo müşterisi seçin.
sign-in-development-link = Demo müşterileri
sign-in-needed = Bu sayfayı görmek için giriş yapın.
sign-in-failed-title = Giriş yapılmadı
sign-in-again = Nasıl giriş yapılır
sign-in-other-title = Hesap değiştirilsin mi?
sign-in-other = { $name } olarak giriş yaptınız. Açtığınız bağlantı başka bir hesaba ait.
sign-in-other-switch = Diğer hesaba geç
sign-in-other-stay = { $name } olarak kal

new-ticket-title = Bize yazın
new-ticket-category = Konu nedir?
new-ticket-category-choose = Seçin
new-ticket-subject = Başlık
new-ticket-subject-hint = Birkaç kelimeyle, örneğin “USDT yatırdım, hesabıma geçmedi”.
new-ticket-body = Ne oldu?
new-ticket-body-hint = Ne zaman, hangi coin ve ağ, ne kadar. İşlem kimliğini (TxID) tam olarak yapıştırın.
new-ticket-send = Gönder
new-ticket-as = Yanıtımız { $name } hesabına gelir.
secrets-warning = Parola, kod, kurtarma kelimeleri veya özel anahtarı asla yazmayın, buraya bile.
leak-edit = Metnimi düzelt
leak-send-anyway = Yine de gönder

files-label = Dosyalar
files-optional = isteğe bağlı
files-hint = Ekran görüntüsü, kayıt, PDF veya log dosyası. En çok { $count } dosya, her biri en çok { $size }.
files-again = Yeni dosyaları tekrar seçin: tarayıcı bir hatadan sonra onları unutur.
files-kept = Yüklenmiş olanlar
files-keep = { $name } dosyasını koru
file-download = İndir
file-download-name = { $name } dosyasını indir
file-open-name = { $name } dosyasını aç
file-meta = { $type }, { $size }
file-gone = Bu dosya silindi
file-type-image = Görüntü
file-type-video = Video
file-type-pdf = PDF
file-type-text = Metin
file-type-other = Dosya

form-problem = Bir sorun var
form-error-prefix = Hata:
field-category-required = Konuyu seçin.
field-subject-required = Birkaç kelimeyle bir başlık yazın.
field-subject-too-long = Başlık çok uzun: en çok { $limit } karakter.
field-body-required = Ne olduğunu yazın.
field-body-too-long = Metin çok uzun: en çok { $limit } karakter. Daha uzunu dosya olarak ekleyin.
field-reply-required = Bir yanıt yazın veya dosya seçin.
field-file = { $name }: { $problem }
field-file-waiting = Henüz gönderilmemiş çok fazla dosyanız var. Mesajınızı bu dosya olmadan gönderin; gönderilmeyen dosyalar en geç bir hafta içinde silinir.

tickets-title = Taleplerim
tickets-open = Açık
tickets-done = Çözülen ve kapanan
tickets-none = Talebiniz yok
tickets-none-hint = Bize yazdığınızda mesajınız ve her yanıt burada görünür.
tickets-updated = { $age } güncellendi
tickets-older = Daha eski talepler
tickets-newest = En yeni talepler

ticket-number = Talep { $number }
ticket-opened = Açılış { $time }
ticket-category = Konu: { $category }
ticket-status = Talebinizin durumu
ticket-thread = Yazışma
ticket-you = Siz
ticket-system = Otomatik mesaj
ticket-erased = Bu mesaj silindi.
ticket-event-status = Şimdi: { $status }
ticket-event-reopened = Yeniden açıldı
ticket-reply = Yanıtınız
ticket-reply-solved = Çözülmedi mi? Bize bildirin
ticket-reply-solved-hint = Göndermek talebi yeniden açar.
ticket-send = Gönder
ticket-send-reopen = Gönder ve yeniden aç
ticket-solve = Çözüldü
ticket-reopen = Çözülmedi
ticket-new-instead = Yeniden yazın
ticket-earlier = Daha eski mesajlar
ticket-later = Son mesajlar
notice-ticket-sent = Mesajınızı aldık. Talep numaranız: { $number }.
notice-reply-sent = Yanıtınız gönderildi.
notice-solved = Çözüldü olarak işaretlendi. Bildirdiğiniz için teşekkürler.
notice-reopened = Yeniden açıldı. Üzerinde çalışmaya devam ediyoruz.
notice-signed-out = Çıkış yaptınız.

live-off = { $time } saatinden beri güncellenmiyor. { $seconds } saniyede bir kontrol ediyoruz.
live-draft = Önceki taslağınız geri yüklendi.
live-sending = Gönderiliyor…

problem-not-found-title = Bu sayfa yok
problem-not-found = Adres yanlış yazılmış ya da talep başka bir hesaba ait olabilir. Sizinkiler listede.
problem-not-allowed-title = Bu mümkün değil
problem-form-only = Bu adres yalnızca bir formdan gönderilenleri alır. Geldiğiniz sayfaya dönüp oradan gönderin.
problem-unavailable-title = Şu anda bunu yapamıyoruz
problem-internal-title = Bizim tarafımızda bir sorun oluştu
problem-too-large-title = Boyut çok büyük
typed-title = Yazdıklarınız
typed-text = Gönderilmedi ve bu sayfadan başka hiçbir yerde durmuyor. Kopyalayıp devam edin; dosyalarınızı yeniden seçmeniz gerekir.
problem-session-title = Lütfen yeniden giriş yapın
problem-session-typed = Oturumunuz sona erdi. Yeniden giriş yapın; yazdıklarınız duruyor.
problem-request-id = İstek numarası
problem-home = Ana sayfaya
problem-tickets = Taleplerim

## Files

files-camera = Fotoğraf çek
files-drop = Dosyaları buraya sürükleyebilir ya da ekran görüntüsü yapıştırabilirsiniz.
files-going = { $percent } gönderildi
files-away = Bağlantı koptu. Geri gelince gönderim kendiliğinden devam eder.
files-done = Ulaştı
files-failed = Ulaşmadı. Yeniden deneyin ya da mesajı dosya olmadan gönderin.
files-too-large = { $size } sınırını aşıyor. Daha küçüğünü gönderin ya da kaydı kısaltın.
files-empty = Bu dosya boş. Başka birini seçin.
files-changed = Dosya gönderilirken değişti. Yeniden seçin.
files-too-many = Bir mesaja en çok { $count } dosya eklenir.
files-remove = { $name } dosyasını çıkar
files-retry = Yeniden dene
files-hold = Mesajınız, dosyalar ulaşır ulaşmaz gönderilecek.
file-held = Virüs taraması yapılıyor. Ardından açılabilir.

## Transcript, looks, sessions, how to reach us

take-title = Yazışmayı indirin
take-text = Bu talebin bütün mesajları imzalı bir dosyada. İçinde hiçbir şeyin değiştirilmediğini herkes, bize başvurmadan da doğrulayabilir. Son bir dakikanın mesajları da içinde, ancak henüz imzalı geçmişte değil.
take-html = Okumak için (HTML)
take-json = Programlar için (JSON)
take-html-part = Okumak için, { $number }. bölüm (HTML)
take-json-part = Programlar için, { $number }. bölüm (JSON)
verify-title = Yazışma dosyasını doğrula
verify-intro = Size bizimle bir yazışma mı gösterildi? Dosyayı seçin; gerçek olup olmadığını ve neyin değiştirildiğini söyleyelim.
verify-file = Yazışma dosyası (HTML veya JSON)
verify-send = Doğrula
verify-private = Dosya yalnızca incelenir, saklanmaz.
verify-none = Önce bir dosya seçin.
verify-too-large = Bu dosya { $size } sınırından büyük. Bizim yazışma dosyalarımız bu kadar büyük olmaz; daha büyükleri “proofdesk transcript verify” komutuyla doğrulanabilir.
verify-genuine = Gerçek
verify-genuine-meaning = Bu yazışma bizimle yapıldı ve dosyada hiçbir şey değiştirilmedi.
verify-changed = Değiştirilmiş
verify-changed-meaning = Dosyayı biz imzaladık, ama sonradan değiştirilmiş. Ona güvenmeyin.
verify-not-ours = Bizden değil
verify-not-ours-meaning = Bu dosya başka bir destek ekibine ait. Hakkında bir şey söyleyemeyiz.
verify-key-unknown = Bizim imzamız değil
verify-key-unknown-meaning = Dosya bizden geldiğini söylüyor, ama hiçbir anahtarımız onu imzalamadı. Ona güvenmeyin.
verify-unreadable = Yazışma dosyası değil
verify-unreadable-meaning = Bunu yazışma dosyası olarak okuyamıyoruz. Başka bir dosya olabilir ya da bir tarayıcı veya düzenleyici onu yeniden kaydetmiş olabilir.
verify-number = Talep
verify-made = Dosya oluşturuldu
verify-messages = Mesajlar
verify-history = İmzalı geçmişte
verify-covered = { $all } kaydın { $count } tanesi
verify-part = Bölüm
verify-findings = Uymayanlar
verify-more = Ve { $count } tane daha.
verify-text = { $number } numaralı mesajın metni
verify-author = { $number } numaralı mesajın yazarı
verify-time = { $number } numaralı kaydın zamanı
verify-file-of = { $number } numaralı mesajın bir dosyası
verify-status = { $number } numaralı kayıttaki durum
verify-erasure = { $number } numaralı mesajın silinmesi
verify-record = { $number } numaralı kaydın günlük satırı
verify-entry = { $number } numaralı kayıt
verify-ticket = Talebin bir bilgisi
verify-head = Dosyanın bir bilgisi
verify-seal = Dosyanın imzası
verify-page-entry = Sayfanın { $number } numaralı kayıttan gösterdiği
verify-page = Sayfanın gösterdiği
verify-was-changed = { $what }: değiştirilmiş
verify-is-missing = { $what }: eksik
verify-was-added = { $what }: sonradan eklenmiş
verify-was-moved = { $what }: yeri yanlış
verify-does-not-fit = { $what }: kayda uymuyor
verify-keys = Anahtarlarımız
verify-keys-hint = Bize başvurmadan doğrulayanın bunlardan birine ihtiyacı vardır. İlki şu anki anahtardır.
looks-title = Verilerime kim baktı
looks-intro = Adınız, e-postanız, telefonunuz ve UID’niz çalışanlarımızdan gizlidir. Bir çalışanımız bunlardan birini görüntülerse nedenini belirtmek zorundadır ve bu burada listelenir. Aynı harfler her zaman aynı kişidir.
looks-none = Kimse hiçbirini görüntülemedi.
looks-name = Adınız
looks-email = E-posta adresiniz
looks-phone = Telefon numaranız
looks-uid = UID’niz
looks-transcript = { $number } yazışmasının tamamı
looks-unknown = Kaydı silinmiş bir şey
looks-by = Çalışan { $code }
looks-reason = Neden
looks-reason-gone = silindi
sessions-title = Oturum açtığım yerler
sessions-intro = Bu tarayıcılarda destek hizmetimizde oturum açık. Tanımadığınız varsa sonlandırın. Borsanın kendi oturumu ayrıdır: onu orada kapatın.
sessions-here = Bu tarayıcı
sessions-since = { $time } tarihinden beri
sessions-seen = Son kullanım: { $time }
sessions-unknown = Bilinmeyen tarayıcı
sessions-end = Bu oturumu sonlandır
sessions-everywhere = Her yerde oturumu kapat
sessions-everywhere-hint = Bu oturumların hepsini, bunu da sonlandırır.
notice-session-ended = Oturum sonlandı.
notice-signed-out-everywhere = Her yerde oturumunuz kapatıldı.
reach-title = Bize nasıl ulaşırsınız
reach-intro = Konuyu seçin; son zamanlarda ilk yanıtımızın ne kadar sürdüğünü söyleyelim.
reach-way = Bize yazın
reach-way-hint = Her saatte yazabilirsiniz. Yanıtımız bu sitede talebinizde görünür.
reach-measured = Bu konudaki taleplerin yarısı ilk yanıtını { $median } içinde, onda dokuzu { $p90 } içinde aldı.
reach-measured-half = Bu konudaki taleplerin yarısı ilk yanıtını { $median } içinde aldı. Onda dokuzu için henüz bir şey söyleyemeyiz: hâlâ bekleyen talep çok fazla.
reach-basis = Son 28 gündeki { $count } talebe göre hesaplandı. Bu bir söz değildir.
reach-few = { $count ->
    [0] Son 28 günde bu konuda talep olmadığı için bir yanıtın ne kadar süreceğini söyleyemeyiz.
   *[other] Son 28 günde bu konuda yalnızca { $count } talep oldu: bir yanıtın ne kadar süreceğini söylemek için çok az.
  }
reach-waiting = Bu konudaki son { $count } talebin yarısından fazlası hâlâ yanıt bekliyor.
reach-panel = Ne kadar sürede yanıtlıyoruz
reach-own = Bu konuda zaten açık talepleriniz var
reach-own-hint = Sorun aynıysa oraya yazın: söylenen her şey tek yerde olur.
span-minutes = { $count } dk
span-hours = { $count } saat
span-days = { $count } gün
site-more = Diğer

## Notifications

notices-title = Bildirimler
notices-none = Yeni bir şey yok
notices-none-hint = Yanıtladığımızda burada görünür.
notices-unread = { $count } yeni bildirim
notices-new = Yeni
notices-read-all = Tümünü okundu say
notices-older = Daha eskiler
notice-kind-receipt = Mesajınızı aldık
notice-kind-opened = Sizin için bir talep açtık
notice-kind-reply = Yeni yanıt
notice-kind-wrote = Yeni mesaj
notice-kind-waiting = Sizden bilgi bekliyoruz
notice-kind-solved = Çözüldü
notify-title = Size ne gönderiyoruz
notify-intro = Taleplerinizle ilgili her şey bu sitede. Başka ne almak istediğinizi seçin.
notify-mail = E-posta
notify-mail-hint = { $address } adresine gider
notify-mail-none = Bildiğimiz bir e-posta adresiniz yok.
notify-language = Dil
notify-language-hint = Size bu dilde yazıyoruz.
notify-save = Kaydet
notice-notify-saved = Kaydedildi.
notice-all-read = Tümü okundu sayıldı.
link-title = Talebinizi açın
link-text = Bu bağlantı { $number } numaralı talebinizi açar. Size e-postayla gönderildi.
link-open = Talebi aç
link-note = Bu cihazda iki saat boyunca oturumunuz açık kalır.

## Forms: the question box, one question a page, and a ticket's life

question-label = Sorunuz
question-placeholder = İşlem kimliği, adres veya bağlantı yapıştırın ya da birkaç kelime yazın
question-hint = Yapıştırdığınızı okur ve uygun forma götürürüz. Henüz hiçbir şey gönderilmez.
question-ask = İncele
field-question-required = Birkaç kelime yazın ya da işlem kimliği, adres veya bağlantı yapıştırın.
field-question-too-long = Soru çok uzun: en çok { $limit } karakter.
question-title = Yazdıklarınızda bulduklarımız
question-recognised = Tanınan bilgiler
question-network = { $network } ağına ait olabilir.
question-networks = { $count } ağdan birine ait olabilir.
question-mentioned = Aynı şeyin geçtiği talepleriniz
question-fitting = Uygun konular
question-fitting-hint = Yazdıklarınız zaten dolduruldu.
question-others = Başka bir şey
choose-drafts = Kaldığınız yerden devam edin
choose-kept = Kaydedildi: { $age }
choose-withdrawn = “{ $category }” artık sunulmuyor. Başka bir konu seçin: yazdığınız her şey korunur.
text-step-hint = Buradan anladığımızı tekrar sormayız.
step-count = Adım { $number } / yaklaşık { $total }
step-back-link = Geri
step-continue = Devam
step-lacking = Bende yok
step-kept = Her sayfada kaydedilir: başka bir cihazda devam edebilirsiniz.
step-discard = Bu taslağı sil
find-hash-title = Nerede bulabilirim?
field-amount-invalid = Tutarı rakamla yazın, örneğin 250 USDT.
field-time-invalid = Gün ve saati yazın, örneğin 2026-11-28 11:52 UTC.
field-asset-invalid = Coin’in kısa adını yazın, örneğin USDT.
field-asset-required = Coin’in kısa adını yazın, örneğin USDT.
field-amount-required = Tutarı yazın, örneğin 250 USDT.
field-time-required = Gün ve saati bildiğiniz kadarıyla yazın.
check-title = Gözden geçirin ve gönderin
check-intro = Doğru olmayanı değiştirin. Düğmeye basmadan hiçbir şey gönderilmez.
check-facts = Yanıtlarınız
check-picked = Metninizden alındı
check-needed = Hâlâ gerekli
check-none = Yanıtlanmadı
check-change = Değiştir
check-answer = Yanıtla
check-missing = Bunu yanıtlayın: { $question }
check-meanwhile = Bu arada yanıtlarınız veya dosyalarınız başka bir sayfada ya da cihazda değiştirildi. Bir kez daha gözden geçirip gönderin.
new-ticket-subject-of = { $category }: { $what }
steps-title = Talebinizin durumu
step-done = Tamamlandı:
step-now = Şimdi:
step-next = Sonra:
step-opened = Mesajınızı aldık
step-opened-for = Bu talebi sizin için açtık
step-answered = { $name } yanıtladı
step-wrote = { $name } size yazdı
step-desk-wrote = Sistem size yazdı
step-replied = Siz yanıtladınız
step-asked = Sizden bilgi istedik
step-handed-on = Uzman ekip devraldı
step-back = Yeniden destek ekibinde
step-solved = Çözüldü
step-closed = Kapatıldı
step-reopened = Yeniden açtınız
step-nudged = Hatırlatma gönderdiniz
step-escalated = Uzman desteği istediniz
step-escalated-lead = Talebe takım liderinin bakmasını istediniz
step-verification-asked = Siz olduğunuzu doğrulamanızı istedik
step-verification-proven = Siz olduğunuzu doğruladınız
step-verification-withdrawn = Siz olduğunuzu doğrulamanız artık gerekmiyor
step-next-open = Yanıtımızı burada görürsünüz
step-next-waiting-on-customer = Aşağıda yanıtlarsınız, hemen devam ederiz
step-next-waiting-on-internal = Uzmanlar yanıtlar, burada görürsünüz
step-next-done = Tekrarlarsa yeniden açarsınız
given-title = Sorularımıza verdiğiniz yanıtlar
nudge = Hatırlatma gönder
nudge-from = O zamana kadar kimse yanıtlamazsa { $time } tarihinden itibaren hatırlatma gönderebilirsiniz.
notice-nudged = Beklediğinizi ilettik.
notice-proof-mailed = Bağlantı e-posta adresinize gönderiliyor. Birkaç dakika sürebilir.
proof-title = Lütfen siz olduğunuzu doğrulayın
proof-text-sign-in = Destek ekibimiz bir kez daha oturum açmanızı istiyor.
proof-text-mail = Destek ekibimiz bu talebi e-postamızdaki bağlantıyla açmanızı istiyor.
proof-until = Bunu şu zamana kadar yapabilirsiniz: { $time }.
proof-mail = Bağlantıyı bana e-postayla gönder
proof-link = Destek ekibimiz siz olduğunuzu doğrulamanızı istedi. Talebi buradan açmanız yeterli.
escalate = Uzman desteği iste
escalate-title = Daha yetkili birini isteyin
escalate-intro = İkinci kademeden bir uzman talebinizi yukarıdaki her şeyle birlikte inceler. Talebiniz yüksek öncelik alır.
escalate-intro-lead = Takım lideri talebinizi yukarıdaki her şeyle birlikte inceler.
escalate-reason = Şimdiye kadar ne ters gitti?
escalate-reason-hint = Birkaç cümleyle, en çok { $limit } karakter. Talebinize mesaj olarak eklenir.
escalate-send = İste
escalate-stay = Olduğu gibi bırak
escalate-from = Talebinizle ilgilenen kademenin bir günü var. { $time } tarihinden itibaren bir üst kademeye taşıyabilirsiniz.
escalate-top = Talebiniz zaten takım liderinde. Üstünde kimse yok.
escalate-not-open = Bu talep çözülmüş veya kapatılmış. Önce yeniden açın.
notice-escalated = Talebiniz, gerekçenizle birlikte üst kademeye iletildi.
field-escalation-required = Neyin ters gittiğini birkaç cümleyle yazın.
field-escalation-too-long = Çok uzun: en çok { $limit } karakter.

## The exchange bridge

account-title = Hesabım
account-facts = Hesap
account-details = Ayrıntılar
account-tx = İşlem kimliği (TxID)
account-address = Adres
account-memo = Memo veya etiket
account-write = Bir sorun mu var? Bize yazın
taken-lead = Hesabınıza başkasının girmiş olabileceğini düşünüyorsanız hesabı hemen dondurun. Tek dokunuş yeter, sorular sonra.
taken-what-people = Güvenlik ekibine, diğer hepsinden önce ele alınan bir talep ulaşır.
taken-what-back = Bu işlem buradan geri alınamaz. Hesabın sahibi olduğunuz doğrulanınca hesabınızı geri alırsınız.
taken-button = Hesabımı hemen dondur
taken-never = Bizden hiç kimse sonradan arayıp kod, parola ya da “güvenli” bir adrese transfer istemez.
taken-pending = Hesabın dondurulmasını { $time } tarihinde istediniz. Borsa henüz onaylamadı; isteği yineliyoruz.
taken-done = Hesabınız { $time } tarihinden beri dondurulmuş durumda. Hesaptan hiçbir şey çıkamaz. Borsa onayı: { $receipt }.
taken-refused = { $time } tarihindeki isteğinizden sonra borsa hesabı otomatik olarak dondurmadı. Güvenlik ekibi bunu elle yapıyor.
taken-ticket = Talebe git
notice-freeze-asked = İsteğinizi aldık ve hepsinden önce ele alıyoruz. Borsa onayladığı anda bu sayfada görürsünüz.

## Web push

push-title = Tarayıcı bildirimleri
push-intro = Yeni bir şey olduğunda, bu sayfa kapalı olsa bile tarayıcınız size hemen haber verir. Yalnızca talebinizin numarasını yazar; metin ve tutar içermez.
push-add = Bu tarayıcıda aç
push-here = Bu tarayıcı
push-since = { $time } tarihinden beri açık
push-sent = Son bildirim: { $time }
push-remove = Kapat
push-unsupported = Bu tarayıcı sitelerin bildirimlerini gösteremiyor. iPhone veya iPad’de önce bu siteyi ana ekrana ekleyin ve oradan açın.
push-denied = Tarayıcınız bu sitenin bildirimlerini engelliyor. Tarayıcı ayarlarında bunlara izin verin ve sayfayı yeniden yükleyin.
push-refused = Tarayıcınız bildirimleri açmadı, hiçbir şey değişmedi. Taleplerinizle ilgili her şey yine bu sitede.
push-failed = Olmadı, hiçbir şey değişmedi. Sayfayı yeniden yükleyip bir kez daha deneyin.
push-no-script = Bu tarayıcıda açmak için JavaScript gerekir.
notice-device-added = Yanıt verdiğimizde bu tarayıcı size haber verir.
notice-device-removed = O tarayıcı artık size haber vermez.

## Bounces

notify-mail-failing = { $address } adresine gönderilen e-posta geri döndü; bir gün boyunca oraya göndermiyoruz. Borsa hesabınızdaki adresi kontrol edin.

## Completing: what the customer's side still lacked

missing-title = Sizden hâlâ beklediğimiz bilgiler
missing-hint = Bunlar olmadan ilerleyemeyebiliriz.
missing-helpful = { $count ->
    [one] Yardımcı olacak bir bilgi daha
   *[other] Yardımcı olacak { $count } bilgi daha
}
answer-add = Talebe ekle
answer-added-to = Hemen talebinize eklenir ve ilgilenen kişi görür.
answer-meanwhile = Bu soru bu arada başka bir yerde yanıtlandı. Yazdığınız burada duruyor; yeniden gönderirseniz o yanıtın yerini alır.
answer-stands = Şu anki yanıt
answer-closed = Bu talep kapandı ve artık yanıt kabul etmiyor. Bize yeniden yazabilirsiniz; yazdıklarınız korunur.
answer-not-asked = Bu soru artık sorulmuyor.
answer-late-title = Yanıtınız
answer-typed = Yazdığınız
answer-to-ticket = Talebe dön
reply-late-title = Bu talep kapatıldı
reply-late = Yanıtınız gönderilmedi: bize ulaşmadan önce talebi kapattık. Yazdıklarınızı bu talebin numarasıyla birlikte yeni bir talebe taşıyabilirsiniz.
reply-late-files = Şu dosyalar da taşınır: { $files }
reply-late-new = Bununla ilgili yeni talep aç
notice-answer-saved = Talebinize eklendi. Teşekkürler.
link-over-title = Bu bağlantı artık çalışmıyor
link-over = Süresi doldu veya her yerde oturumu kapattınız. Aynı adrese yenisini gönderebiliriz.
link-renew = Bana yeni bağlantı gönder
link-over-account = Artık { $brand } hesabınız var. Taleplerinizi görmek için oradan giriş yapın.
link-over-nothing = O adrese yenisi gönderilemiyor. Bize ilk yazdığınız yerden yeniden yazın.
link-sent-title = E-postanıza bakın
link-sent = Yeni bağlantı, eskisinin gittiği adrese gönderiliyor. Birkaç dakika sürebilir.
notice-kind-link = Yeni bağlantı gönderildi
reach-freeze = Hesabınızda başka biri var
reach-freeze-text = Önce tek dokunuşla dondurun. Sorular sonra gelir, talebiniz hepsinden önce ele alınır.
reach-freeze-sign-in = Giriş yapın ve tek dokunuşla dondurun. Sorular sonra gelir, talebiniz hepsinden önce ele alınır.
reach-freeze-act = Hesabımı dondur
reach-ticket = Bu sitede bir talep
reach-ticket-sign-in = { $brand } üzerinden giriş yapın ve on dilimizden biriyle istediğiniz saatte yazın. Yanıt burada görünür.
reach-locked-out = Giriş yapamıyor musunuz?
reach-locked-out-text = Erişiminizi { $brand } giriş sayfasından geri alabilirsiniz. Mesajla kimseye erişim açmayız; sizden kod isteyen biz değiliz.
reach-link = E-postayla bağlantı aldınız
reach-link-text = Açın: hesabınız olmasa da talebinize götürür. Süresi geçmişse yenisini önerir.
reach-look = Önce kendiniz bakın
reach-look-text = Bir işlem kimliği, adres veya bağlantı yapıştırın: ne olduğunu ve bir sorun olup olmadığını hemen söyleriz.
reach-look-act = Yapıştır
reach-like-both = Yalnızca sizin dilinizde ve günün bu saatlerinde açılan talepler.
reach-like-language = Yalnızca sizin dilinizdeki talepler.
reach-like-hour = Yalnızca günün bu saatlerinde açılan talepler.
reach-no-promise = Son 28 günde ölçüldü. Bir söz değildir.
reach-unknown = Son zamanlarda bu konuda çok az talep oldu; yanıtın ne kadar süreceğini söyleyemiyoruz.
reach-waiting-many = Bu konudaki son taleplerin yarısından fazlası hâlâ yanıt bekliyor.

## What the exchange tells by itself

notify-app = Borsanın uygulaması
notify-app-hint = Telefonunuza kısa bir bildirim; yazışmanın metnini içermez.
looks-account = Borsanın hesabınız hakkında bildirdikleri
looks-intro-account = Borsanın hesabınız hakkında bildirdiklerini açanlar da burada listelenir: on beş dakikada en çok bir kayıt.
told-as-of = { $what } ({ $time } itibarıyla)
suspended-title = Durdurulan ağlar
suspended-both = { $network } ağında { $what } için yatırma ve çekim işlemleri durduruldu. Hiçbir şey kaybolmaz; ağ açılınca devam eder.
suspended-deposits = { $network } ağında { $what } için yatırma işlemleri durduruldu. Şimdi gönderilenler, işlemler yeniden açılınca hesaba geçer.
suspended-withdrawals = { $network } ağında { $what } için çekim işlemleri durduruldu. Ağ açılınca gönderilir.
suspended-all-coins = tüm coinler
suspended-until = { $time } tarihinde açılması bekleniyor.
notice-told-account = Hesabınız

## Customer's side: news by topic

notify-topic = Konu
notify-topic-tickets = Talepleriniz
notify-topic-tickets-hint = Yanıtlar, sizden istediklerimiz ve çözüm bildirimleri.
notify-topic-account = Yatırma ve çekim işlemleri
notify-topic-account-hint = Borsanın kendiliğinden bildirdikleri: yatırma görüldü, çekim bekletiliyor.
notify-topic-security = Hesabınızın güvenliği
notify-topic-security-hint = Değişen bir parola veya e-posta adresi başkasının işi olabilir; bu yüzden bunu her zaman göndeririz.
notify-always = Her zaman
notify-push = Tarayıcı
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = Gönderim çok uzun sürdü
field-cut = Gönderdiğiniz metin bir kerede alabileceğimizden uzundu: aşağıda başı var, sonu yok. Uzun metinleri dosya olarak ekleyin.
notify-older = Bu sayfa bir güncellemeden önce açılmıştı, bu yüzden hiçbir şey kaydedilmedi. Aşağıda şu anki seçimler ve az önce işaretledikleriniz var. Bir kez daha bakıp kaydedin.

## The help centre

help-title = Yardım
help-home-text = { $brand } üzerinde yatırma, çekim, alım satım ve hesabınız hakkında yanıtlar.
help-empty = Burada henüz makale yok.
help-all = Tümünü göster
help-all-of = Tümünü göster: { $section }
help-glossary = Sözlük
help-glossary-text = Borsada geçen terimlerin sade bir dille anlamı.
help-see = Bununla ilgili makaleler
help-stuck = Sorun sürüyor mu?
help-stuck-text = Bize sorun. Okuduklarınızı yinelemeniz gerekmez.
help-where = Buradasınız
help-fallback = Bu sayfanın { $wanted } dilinde sürümü henüz yok. { $language } dilinde okuyorsunuz.
help-internal = Dahili
help-internal-text = Bu sayfayı yalnızca çalışanlar görür. Adresini müşterilere göndermeyin.
help-updated = Güncellendi
help-reviewed = Son gözden geçirme
help-contents = Bu sayfada
help-step-by-step = Adım adım
help-start-again = Baştan başla
help-all-steps = Tüm adımları göster
help-rate = Bu yardımcı oldu mu?
help-rate-yes = Evet
help-rate-no = Hayır
help-rate-why = Eksik olan neydi?
help-rate-note = Kendi sözlerinizle (isteğe bağlı)
help-rate-note-hint = Buraya yanıt verilmez. Kendi sorununuz için bize yazın.
help-rate-send = Gönder
help-reason-not-mine = Başka bir şeyle ilgili
help-reason-wrong = İçinde yanlış bir şey var
help-reason-unclear = Anlamadım
help-reason-incomplete = Eksik kalmış
help-reason-policy = Anladım ama kuralı beğenmedim
help-related = Bunlara da bakın
help-before = Yazmadan önce: yanıt burada olabilir
notice-feedback-given = Teşekkürler. Görüşünüzü bu sayfaları yazanlar okur.
help-film = Video, yeni sekmede açılır
help-field-memo = Memo
help-field-tag = Hedef etiketi (Tag)
help-field-comment = Açıklama (Memo)
help-terms = Koşulların sürümü
help-terms-from = Yürürlük başlangıcı
help-terms-until = Bitiş
help-terms-in-force = yürürlükte
help-terms-time = Uzlaşma saati (UTC)
help-terms-window = Ortalama penceresi (dakika)
help-terms-sample = İki örnek arası (saniye)
help-terms-average = Ortalama türü
help-terms-strike = Tam kullanım fiyatında
help-terms-days = Gün sayımı
help-terms-rounding = Yuvarlama
help-average-arithmetic = aritmetik
help-average-time = zaman ağırlıklı
help-strike-exercises = dönüştürülür
help-strike-expires = dönüştürülmez
status-next-promised = Yanıtımızı en geç { $time } tarihine kadar alırsınız.
status-next-late = { $time } tarihine kadar yanıt sözü vermiştik, geciktik. Yanıt burada görünecek.

## What comes too early or too often

problem-too-often-title = Çok sık denendi
notice-nudged-already = Zaten hatırlatma gönderdiniz ya da bunun için henüz erken. Ne zaman yeniden gönderebileceğiniz aşağıda yazıyor.
escalate-written = Yazdığınız metin

## Tickets that go on in another one
ticket-goes-on = Bu talep { $number } numaralı talepte sürüyor
ticket-goes-on-text = Aynı konuda oldukları için iki talebi birleştirdik. Burada yazılan her şey orada da görünüyor; bundan sonra oraya yazın.
ticket-goes-on-open = { $number } talebine git
ticket-joined-here = Burada gösterilen diğer talepler: { $numbers }
message-origin = { $number } talebinden
step-merged = { $number } numaralı talepte sürüyor
step-unmerged = { $number } numaralı talepten yeniden ayrıldı
step-joined = { $number } numaralı talep burada sürüyor
step-parted = { $number } numaralı talep yeniden ayrıldı
step-split-off = Bazı mesajlar { $number } numaralı talepte sürüyor
step-split-from = { $number } numaralı talepteki mesajlarla başladı
step-taken-back = { $number } numaralı talepteki mesajlar yeniden burada
step-given-back = Mesajlar yeniden { $number } numaralı talepte

## Search in the help centre

help-search-label = Yardım merkezinde ara
help-search-placeholder = Ne öğrenmek istiyorsunuz?
help-search-button = Ara
help-search-suggestions = Uygun makaleler
help-search-heard = Bulunan makale: { $count }. Ok tuşlarıyla seçebilirsiniz.
help-search-heard-none = Henüz uygun makale yok.
help-search-title = Arama
help-search-of = Arama: “{ $words }”
help-search-count = { $count ->
    [one] { $count } makale
    *[other] { $count } makale
}
help-search-foreign = { $language } dilinde bir şey yok. Başka dillerde: { $count }.
help-search-sections = Bölümler
help-search-everywhere = Tüm bölümler
help-search-nothing = “{ $words }” için bir şey bulunamadı
help-search-nothing-text = Daha az ya da başka kelimeler deneyin veya en çok işe yarayanlara bakın. Aradığınız yoksa bize yazın.
help-search-not-ready = Arama şu anda hazır değil. Diğer her şey çalışıyor; bir dakika sonra yeniden deneyin.
help-popular = En çok işe yarayanlar
help-fitting = Yanıt bu makalelerde olabilir
question-articles = Yanıt olabilecek makaleler
question-articles-all = Tüm sonuçlar

## A way in without a session
write-title = Bize yazın
write-lead = Giriş yapmanız gerekmez. Bir e-posta adresi yazın, talebinizin bağlantısını gönderelim.
write-without = Giriş yapmadan
write-without-text = Giriş yapmadınız mı ya da yapamıyor musunuz? Yine de bize yazabilirsiniz. Talebinizin bağlantısı e-postayla gelir.
write-email = E-posta adresiniz
write-email-hint = Talebinizin bağlantısı oraya gider. Bu adresi tanıyıp tanımadığımızı kimseye söylemeyiz.
write-send = Gönder
write-unproven = E-postadaki bağlantı açılana kadar kimin yazdığını bilmeyiz: hiçbir hesap hakkında bilgi vermez, hiçbir hesapta değişiklik yapmayız.
write-no-mail = Şu anda e-posta gönderemiyoruz. Yazdığınızı okuruz ama yanıtımız size ulaşamaz. Yapabiliyorsanız giriş yapıp oradan yazın.
write-not-taken = Mesajınız gönderilmedi
write-too-many = Son bir saatte bağlantınızdan çok sayıda mesaj geldi. Bir saat sonra yeniden deneyin ya da giriş yapın. Yazdıklarınız aşağıda duruyor; dosyaları yeniden seçmeniz gerekir.
write-too-many-of = Son bir günde bu adresle çok sayıda mesaj geldi. Yarın yeniden deneyin, başka bir adres yazın ya da giriş yapın. Yazdıklarınız aşağıda duruyor; dosyaları yeniden seçmeniz gerekir.
write-files-again = Dosyalarınızı yeniden seçin: giriş yapılmadan, mesaj gönderilene kadar dosya saklamayız.
written-title = Mesajınızı aldık
written-number = Talep numaranız: { $number }. Bir yere not edin.
written-next = Bundan sonra
written-mail = Adres sizinse, talebinizin bağlantısını içeren e-posta yolda. Birkaç dakika sürebilir.
written-open = Bağlantıyı açın. Böylece bu adresin e-postalarını sizin okuduğunuzu görürüz ve yanıtlarımız oraya gelir.
written-read = Mesajınızı ekibimizden biri okur ve talepte yanıtlar.
written-first = Güvenlik ekibi mesajınızı diğer hepsinden önce okur.
written-promise = En geç { $time } tarihine kadar yanıt alırsınız.
written-once = Kimse başkasının posta kutusunu dolduramasın diye, doğrulanmamış bir adrese günde böyle tek e-posta gider. Bugün bize zaten yazdıysanız o e-postadaki bağlantıyla devam edin.
theft-now-title = Şimdi yapmanız gerekenler, bu sırayla
theft-now-freeze = { $brand } hesabınıza hâlâ girebiliyor musunuz? Giriş yapıp hesabı dondurun: tek dokunuş.
theft-now-write = Giremiyorsanız, giriş yapmadan hemen güvenlik ekibine yazın.
theft-now-mailbox = E-posta kutunuzu koruyun: parolasını değiştirin ve oradaki diğer tüm oturumları kapatın. E-postanızı okuyan kişi geri kalan her şeyi sıfırlayabilir.
theft-now-password = { $brand } hesabınıza hâlâ girebiliyorsanız parolanızı değiştirin, diğer tüm oturumları kapatın ve API anahtarlarını silin.
theft-now-wallet = Kendi cüzdanınızın kurtarma kelimelerini birine verdiniz mi? İçindekileri yeni bir cüzdana taşıyın.
theft-write = Güvenlik ekibine yaz
theft-no-freeze = Yalnızca bir mesaja bakarak hesap dondurmayız: yoksa herkes bir başkasının hesabını kilitletebilirdi. Önce bir yetkili inceler.
taken-open-lead = Hesabınıza başkası girmiş olabilir mi? Hemen bu sırayla şunları yapın.
taken-open-sign-in = Giriş yap ve dondur
taken-stops = Borsa onayladığında, siz dahil hiç kimse artık bir şey çekemez veya gönderemez.
taken-hand-lead = Hesabınıza başkasının girmiş olabileceğini düşünüyorsanız hemen güvenlik ekibine bildirin. Tek dokunuş yeter, sorular sonra.
taken-hand-stops = Destek bunu buradan yapamadığı için hesap elle dondurulur. O zamana kadar çekim hâlâ mümkündür.
taken-hand-meanwhile = Bu arada { $brand } hesabınıza hâlâ girebiliyorsanız: parolanızı değiştirin, diğer tüm oturumları kapatın ve API anahtarlarını silin.
taken-hand-button = Hesabımın dondurulmasını iste
notice-freeze-by-hand = İsteğinizi aldık ve hepsinden önce ele alıyoruz. Güvenlik ekibi hesabı elle dondurur ve size burada bildirir.
sign-in-link = { $brand } ile giriş yap
sign-in-link-text = { $brand } üzerinde giriş yapıp bu sayfaya dönersiniz.
sign-in-step-choose = Orada “Destek”i seçin. Bu sayfalar giriş yapılmış olarak açılır.
reach-write-text = Günün her saatinde, on dilimizden herhangi birinde yazın. Talebinizin bağlantısı e-postayla gelir.
field-email-required = E-posta adresinizi yazın.
field-email-invalid = Bu bir e-posta adresine benzemiyor. Gözden geçirin.
field-email-too-long = Bu, bir e-posta adresi için çok uzun: en çok { $limit } karakter.

## What a department is asked, on the page behind its link
side-unnamed = Destek ekibinden bir soru
side-intro = { $name }, { $number } numaralı talep hakkında { $department } birimine bir soru soruyor. Müşteri bu sayfadan hiçbir şey görmez.
side-answer = Yanıtınız
side-answer-hint = En çok { $limit } karakter. Yalnızca destek ekibi okur.
side-send = Yanıtı gönder
side-until = Bu sayfa { $time } tarihine kadar açılır; yeni bir şey yazılırsa süre uzar. Yalnızca { $department } birimi içindir: lütfen bağlantıyı başkasına iletmeyin.
notice-side-sent = Yanıtınız destek ekibine ulaştı.
side-too-many = Son bir saatte çok sayıda yanıt geldi. Biraz sonra yeniden deneyin. Yazdıklarınız aşağıda duruyor.
side-full = Bu görüşmede daha fazla yer yok. Destek ekibinden yeni bir görüşme başlatmasını isteyin. Yazdıklarınız aşağıda duruyor.
side-expired = Bir süredir bir şey yazılmadığı için bağlantının süresi doldu. Biriminizin e-posta adresine yeniden gönderebiliriz.
side-renew = Bağlantıyı yeniden gönder
side-renewed = Bağlantı biriminizin e-posta adresine gönderiliyor. Birkaç dakika sürebilir.
side-closed-title = Bu görüşme kapatıldı
side-closed = Destek ekibi kapattı. Burada artık bir şey okunamaz ve yazılamaz.
side-void = Bu bağlantının yerini başka bir bağlantı aldı. Destek ekibinin en yeni e-postasını açın ya da ekibe sorun.
field-side-required = Yanıtınızı yazın veya bir dosya seçin.
field-side-too-long = Yanıt çok uzun: en çok { $limit } karakter.

## What the exchange tells in articles
help-figures = Borsanın verileri:
help-not-now = (şu anda bilinmiyor)
help-not-now-table = Borsa şu anda yanıt vermediği için bu tablo gösterilemiyor. Lütfen birkaç dakika sonra yeniden bakın.

# Tables that are as long as the exchange makes them.
help-table-part = Burada { $all } satırdan { $shown } tanesi gösteriliyor.
help-table-all = Tablonun tamamı
help-table-found = { $all } satırdan { $shown } satır
help-table-find = Coin, ağ veya sözleşme bul
help-table-earlier = Önceki sayfa
help-table-later = Sonraki sayfa
help-table-contracts = Sözleşmeler: kaldıraç, teminat ve ücretler
help-table-dual-investment-pairs = İkili yatırım: sunulan çiftler
help-table-earn = Kazanç ürünleri: sunulanlar
help-table-fiat = İtibari para: yatırma ve çekme yolları
help-table-margin-interest = Marjin kredileri: faiz
help-table-memo = Memo veya etiket gereken coinler
help-table-networks = Ağlar: alt sınırlar, onay sayıları ve ücretler
help-table-withdrawal-fees = Çekim: alt sınırlar ve ücretler

# What the house says of itself in articles.
help-col-kind = Tür
help-col-address = Adres veya ad
help-col-place = Yaşadığınız yer
help-col-confirmation = Alındı bildirimi
help-col-decision = Karar
help-col-longest = En geç
help-col-body = Kurum
help-col-until = Karardan sonra başvuru süresi
help-channel-site = Web sitesi
help-channel-app = Uygulama
help-channel-mail = E-posta
help-channel-phone = Telefon
help-channel-social = Sosyal medya
