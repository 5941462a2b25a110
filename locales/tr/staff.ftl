### See en/staff.ftl.

## Who you are

error-no-permission = Bunun için “{ $permission }” izni gerekir. Bir yönetici bu izni size verebilir.
error-wrong-credentials = E-posta adresi veya parola doğru değil. İkisini de kontrol edip yeniden deneyin.
error-password-weak = Bu parola çok kolay tahmin edilir. Bilinen parolalardan olmayan, en az { $limit } karakterli bir parola kullanın.
error-second-factor-required = Devam etmek için doğrulama uygulamanızdaki altı rakamı girin.
error-second-factor-wrong = Bu kod doğru değil ya da 30 saniyesi doldu. Uygulamanın şu anda gösterdiği kodu girin.
error-second-factor-enrolment = Yöneticiniz iki adımlı doğrulamayı zorunlu kılıyor. Devam etmek için bir doğrulama uygulaması kurun.
error-second-factor-state = Bu arada iki adımlı doğrulamanın durumu değişti. Güncel durumu görmek için sayfayı yeniden yükleyin.
error-member-disabled = Bu hesap devre dışı. Bir yönetici yeniden etkinleştirebilir.
error-budget-spent = Bir saat için izin verilen kadarını kullandınız. { $seconds } sn bekleyin veya takım liderinize başvurun.

## Administration

error-field-taken = Bu değer zaten kullanılıyor. Başka bir değer seçin.
error-last-administrator = Bu son yönetici. Önce başka birini yönetici yapın.
error-role-in-use = Bu rolde hâlâ çalışanlar var. Önce onlara başka bir rol verin.
error-team-in-use = Bu ekibe ait talepler var. Önce onları başka bir ekibe taşıyın.
error-role-builtin = Bu rol programın parçasıdır ve değiştirilemez. Kopyalayıp kopyasını değiştirin.
error-webhook-url = Bu adrese göndermiyoruz. İnternette herkese açık bir https adresi kullanın.
error-delivery-pending = Bu gönderim hâlâ sürüyor. Sonucunu bekleyin.

## The log

error-not-checkpointed = Bu olayı kapsayan bir imza henüz yok. İmza en geç { $seconds } sn içinde oluşur; ondan sonra yeniden deneyin.

## What must not go out

error-asks-for-secret =
    { $wanted ->
        [password] { asks-for-secret-password }
        [one-time-code] { asks-for-secret-one-time-code }
        [seed-phrase] { asks-for-secret-seed-phrase }
        [private-key] { asks-for-secret-private-key }
        [api-secret] { asks-for-secret-api-secret }
        [card-security-code] { asks-for-secret-card-security-code }
       *[other] { asks-for-secret-title }
    }

## The exchange’s machines

error-event-unsigned = Olaylar imzalanmamış. docs/exchange-events.md belgesindeki gibi proofdesk-key, proofdesk-timestamp ve proofdesk-signature gönderin.
error-event-forged = İmza olaylara uymuyor ya da anahtar bilinmiyor veya iptal edilmiş. Gövdenin baytlarını aynen, bu markanın bir anahtarıyla imzalayın.
error-event-stale = İmza zamanı ile şu an arasında { $seconds } saniyeden fazla fark var. Saati kontrol edin, yeniden imzalayıp gönderin.
error-event-mismatch = Bu kimlik veya numara başka bir olayda kullanılmış. Bunlar bir kez kullanılır; değişen olayı yenileriyle gönderin.
error-event-not-failed = Yalnızca başarısız olan bir olay yeniden işlenebilir. Bu olay bekliyor ya da işlendi.
error-input-gone = Bu olayın içeriği izin verilen süreyi aştığı için yok edildi. Borsadan aynı olayı yeniden göndermesini isteyin; sonra işlenebilir.

## Filters

error-filter-word = “{ $word }” içinde aranacak bir şey yok. Taleplerde geçen sözcükleri ya da bir anahtar yazın, örneğin: { $takes }.
error-filter-key = “{ $word }” diye bir anahtar yok. Şunlardan biri olabilir: { $takes }.
error-filter-value = “{ $key }” için “{ $word }” olmaz. Olabilecekler arasında: { $takes }.
error-filter-comparison = “{ $key }” böyle karşılaştırılmaz. Arkasına { $takes } yazın.
error-filter-unfinished = “{ $word }” tamamlanmamış: bir değer veya kapanış tırnağı eksik.
error-filter-long = Bu, tek bir filtre için çok fazla: en çok { $takes }.

## Macros and articles

error-macro-variable = { $line }. satır, { $column }. sütundaki “{ $name }” bir değişken değil. Listeden seçin ve {"}}"} ile kapatın.
error-macro-fallback = { $line }. satır, { $column }. sütundaki “{ $name }” her zaman bilinmez. Bilinmediğinde ne yazacağını çizginin ardına yazın: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Bu hazır yanıt yalnızca daha ileri düzeyde doğrulanmış müşteriler içindir. Müşteriden giriş yapmasını isteyin ya da kendi sözlerinizle yanıtlayın.
error-nothing-to-prove = Bu müşterinin ne hesabı ne de kendisine ait bir e-posta adresi var; bu yüzden doğrulayabileceği bir şey yok.
error-article-state = Bu metin şu anki durumundan oraya taşınamaz. Yeniden yükleyin.
error-review-by-another = Bu sürümü siz yazdınız, bu yüzden başka bir çalışan yayımlamalı. Sürümü incelemeye gönderin.
error-terms-unkept = Sözlükteki şu terimler bu çeviride kullanılmamış: { $terms }. Kaynak metindeki yeri: “{ $place }”. Bu terimleri kullanın ya da yayımlarken nedenini yazın.
error-section-in-use = Bu bölümde makaleler var. Önce onları taşıyın.
error-category-last = Markanın sunduğu tek kategori bu. Önce başka birini sunun.
error-accent-too-faint = Bu renkler okunamayacak kadar soluk: bir kontrast oranı { $ratio }:1, en az { $least }:1 olmalı. Kromayı düşürün veya başka bir ton seçin.
error-status-needed = Sistem talepleri bu duruma kendisi geçirir, bu yüzden kullanımdan kaldırılamaz. Adını değiştirebilirsiniz.
error-status-in-use = Tamamlanmamış talepler bu durumda: { $count }. Önce bunları başka bir duruma geçirin.
error-tag-in-use = Bu etiketi taşıyan talepler: { $count }. Önce etiketi onlardan kaldırın.
error-status-in-macros = Paylaşılan hazır yanıtlar bu durumu ayarlıyor: { $count }. Önce onları değiştirin veya arşivleyin.
error-article-not-signed-in = VIP seviyesi ve ülke yalnızca giriş yapmış müşterilere yönelik bir makale için belirtilebilir.
error-article-file-type = Makalelerde bozuk olmayan PNG, JPEG, GIF, WebP ve AVIF görselleri, PDF dosyaları ve düz metin kullanılabilir.
error-image-without-words = Metindeki bir görselin açıklaması yok. Ne gösterdiğini yazın veya dekoratif olarak işaretleyin.

## Tickets

error-snooze-inactive = Bu talepte yapılacak bir şey kalmadı, ertelenecek bir şey de yok. Önce yeniden açın.
error-constraint-ended = Bu arada biri bu kısıtlamayı sonlandırdı. Hâlâ geçerliyse yenisini ekleyin.
error-merge-itself = Bir talep kendisiyle birleştirilemez.
error-merge-other-customer = İki talep farklı müşterilere ait. Kimse başkasının yazdığını görmesin diye yalnızca aynı müşterinin talepleri birleştirilir.
error-link-itself = Bir talep kendisiyle ilişkilendirilemez.
error-account-act-pending = Borsa, bu müşterinin hesabını dondurup dondurmadığını henüz bildirmedi. Yanıtını bekleyin, sonra verilerini silin.

## The development page

development-title = Demo müşteriler
development-intro = Her düğme, borsanın yapacağı gibi kısa ömürlü bir belirteç imzalar ve onunla geri döner. Bu sayfa yalnızca yapılandırma izin veriyorsa vardır.
development-sign-in = Giriş yap
development-sign-in-as = { $name } olarak giriş yap
development-none = Henüz müşteri yok.
development-other = Başka bir hesap
development-other-hint = Hesabın borsadaki kimliği. Burada henüz yoksa yeni bir müşteri olur.
