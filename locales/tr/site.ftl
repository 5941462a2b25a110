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
site-safety = Parola, 2FA kodu, kurtarma kelimeleri veya özel anahtar asla istemeyiz. { $brand } çalışanı kimse istemez.
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
status-waiting-on-customer = Sizden bir bilgiye ihtiyacımız var
status-waiting-on-internal = Uzman ekip inceliyor
status-solved = Çözüldü. Çözülmediyse bize söyleyin
status-closed = Kapandı
status-next-open = Bir saat sözü vermedik. Yanıt burada görünür.
status-next-waiting-on-customer = Aşağıya yanıt verin, hemen devam edelim.
status-next-waiting-on-internal = Bir saat sözü vermedik. Yanıt verdikleri anda burada okursunuz.
status-next-solved = Çözülmediyse aşağıya yazın ya da yeniden açın: yukarıdakilerin hepsi kalır.
status-next-closed = Artık yanıt kabul etmiyor. Sorun geri gelirse bu numarayı belirterek bize yazın.

home-title = Destek
home-heading = Nasıl yardımcı olabiliriz?
home-greeting = Merhaba, { $name }
home-intro = Sorunu bir kez anlatın. Kimin ilgilendiğini ve sırada ne olduğunu burada görürsünüz.
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
sign-in-step-support = “Destek”i seçin. Giriş yapılmış olarak buraya dönersiniz.
sign-in-why = Böylece kimse yalnızca e-posta adresinizi yazarak sizin yerinize geçemez ve çalınacak ikinci bir parola yoktur.
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
new-ticket-intro = Her mesajda tek sorun, en hızlı yanıtı getirir.
new-ticket-category = Konu nedir?
new-ticket-category-choose = Seçin
new-ticket-subject = Başlık
new-ticket-subject-hint = Birkaç kelimeyle, örneğin “USDT yatırma işlemim gelmedi”.
new-ticket-body = Ne oldu?
new-ticket-body-hint = Ne zaman, hangi coin ve ağ, ne kadar. İşlem özetini tam olarak yapıştırın.
new-ticket-send = Gönder
new-ticket-as = Yanıtı { $name } hesabına veririz.
secrets-warning = Parola, kod, kurtarma kelimeleri veya özel anahtarı asla yazmayın, buraya bile.
leak-edit = Metnimi düzelt
leak-send-anyway = Yine de gönder

files-label = Dosyalar
files-optional = isteğe bağlı
files-hint = Ekran görüntüsü, kayıt, PDF veya günlük. En çok { $count } dosya, her biri { $size }.
files-again = Yeni dosyaları tekrar seçin: tarayıcı bir hatadan sonra onları unutur.
files-kept = Yüklenmiş olanlar
files-keep = { $name } kalsın
file-download = İndir
file-download-name = { $name } indir
file-open-name = { $name } aç
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
ticket-reply-solved = Çözülmedi mi? Bize söyleyin
ticket-reply-solved-hint = Göndermek talebi yeniden açar.
ticket-send = Gönder
ticket-send-reopen = Gönder ve yeniden aç
ticket-solve = Çözüldü
ticket-reopen = Çözülmedi
ticket-new-instead = Yeniden yazın
ticket-earlier = Daha eski mesajlar
ticket-later = Son mesajlar
notice-ticket-sent = Mesajınızı aldık. Numarası { $number }.
notice-reply-sent = Yanıtınız gönderildi.
notice-solved = Çözüldü olarak işaretlendi. Bildirdiğiniz için teşekkürler.
notice-reopened = Yeniden açıldı. Devam ediyoruz.
notice-signed-out = Çıkış yaptınız.

live-off = { $time } saatinden beri canlı değil. Her { $seconds } sn denetleniyor.
live-draft = Önceki taslak alana geri kondu.
live-sending = Gönderiliyor…

problem-not-found-title = Bu sayfa yok
problem-not-found = Adres yanlış yazılmış ya da talep başka bir hesaba ait olabilir. Sizinkiler listede.
problem-not-allowed-title = Bu mümkün değil
problem-unavailable-title = Şu anda bunu yapamıyoruz
problem-internal-title = Bizim tarafta bir şey bozuldu
problem-too-large-title = Bu çok büyük
problem-session-title = Lütfen yeniden giriş yapın
problem-request-id = İstek numarası
problem-home = Başlangıç sayfasına
problem-tickets = Taleplerim

## Files

files-camera = Fotoğraf çek
files-drop = Dosyaları buraya sürükleyebilir ya da ekran görüntüsü yapıştırabilirsiniz.
files-going = { $percent } gönderildi
files-away = Bağlantı koptu. Geri gelince kendiliğinden sürer.
files-done = Ulaştı
files-failed = Ulaşmadı. Yeniden deneyin ya da iletiyi onsuz gönderin.
files-too-large = { $size } sınırını aşıyor. Daha küçüğünü gönderin ya da kaydı kısaltın.
files-empty = Bu dosya boş. Başka birini seçin.
files-too-many = Bir iletiye en çok { $count } dosya eklenir.
files-remove = { $name } dosyasını çıkar
files-retry = Yeniden dene
files-hold = İletiniz dosyalar ulaşır ulaşmaz gönderilecek.
file-held = Virüse karşı denetleniyor. Sonra açılabilir.
