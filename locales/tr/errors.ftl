### See en/errors.ftl for what each group is for.

error-signed-out = Giriş yapmadınız. Giriş yapıp yeniden deneyin.
error-session-expired = Oturumunuz sona erdi. Yeniden giriş yapın; yazdıklarınız duruyor.
error-customers-only = Bunu yalnızca müşterinin kendisi yapabilir. Borsadan giriş yapın.
error-csrf-missing = Bunun kendi sayfamızdan geldiğini anlayamadık. Sayfayı yenileyip tekrar gönderin.
error-locked-out = Çok fazla yanlış deneme oldu. { $seconds } sn bekleyip yeniden deneyin.
error-rate-limited = Bir anda çok fazla istek oldu. { $seconds } sn bekleyip yeniden deneyin.
error-token-malformed = Giriş belirteci bozuk. Desteği borsadan yeniden açın.
error-token-forged = Giriş belirtecini borsa imzalamamış. Desteği borsanın kendisinden açın.
error-token-expired = Giriş belirtecinin süresi doldu. Desteği borsadan yeniden açın; yenisini oluşturur.
error-token-lifetime = Giriş belirteci kabul ettiğimizden uzun geçerli ya da süresi belirtilmemiş. Desteği borsadan yeniden açın.
error-token-audience = Giriş belirteci başka bir yer için oluşturulmuş. Desteği borsadan yeniden açın.
error-token-replayed = Giriş belirteci daha önce kullanılmış. Desteği borsadan yeniden açın; yenisini oluşturur.
error-invalid-input = Bazı yanıtlara yeniden bakmak gerekiyor. Her birinde sorun yazıyor.
error-not-found = Burada görebileceğiniz bir şey yok. Adresi veya numarayı kontrol edin.
error-field-required = Bu gerekli. Doldurun.
error-field-too-long = Bu çok uzun. En çok { $limit } karakter kullanın.
error-text-has-nul = Metinde saklanamayan görünmez bir sıfır karakteri var. Silin veya metni biçimsiz yapıştırın.
error-holds-secret = Burada parola, anahtar ya da kurtarma ifadesine benzeyen bir şey var ve bunları hiçbir yerde saklamıyoruz. Çıkarın; gerçekse değiştirin.
error-body-too-large = Tek seferde göndermek için çok büyük. Metni kısaltın veya dosya olarak ekleyin.
error-cursor-invalid = Listedeki bu yer artık geçerli değil. İlk sayfadan başlayın.
error-idempotency-in-progress = Aynı istek hâlâ işleniyor. Biraz bekleyip kontrol edin.
error-ticket-number-wrong = Bu bir talep numarası değil: bir karakter yanlış. Size gönderdiğimiz e-postayla veya listenizle karşılaştırın.
error-ticket-closed = Bu talep kapandı ve yanıt kabul etmiyor. Numarasını belirterek yenisini açın.
error-attachment-too-large = Bu dosya { $limit } sınırını aşıyor. Daha küçüğünü gönderin veya kaydı kısaltın.
error-attachment-incomplete = Dosya bütün olarak ulaşmadı. Yeniden gönderin.
error-attachment-empty = Bu dosya boş. Başka birini seçin.
error-attachment-unusable = Bu dosya buraya eklenemez: başka yerde kullanılıyor veya süresi dolmuş. Yeniden seçin.
error-too-many-attachments = Çok fazla dosya var. Bir mesajla en çok { $limit } gönderin.
error-storage-full = Depolama alanımız dolu, hiçbir şey kaydedilmedi. Haberimiz var; birkaç dakika sonra deneyin.
error-read-only = Şu anda gösterebiliyor ama kaydedemiyoruz. Metninizi saklayın ve birkaç dakika sonra deneyin.
error-outcome-unknown = Kaydedilip kaydedilmediğini bilemiyoruz. Yeniden göndermeden önce bakın.
error-unavailable = Şu anda bunu yapamıyoruz. Hiçbir şey kaybolmadı; bir dakika sonra deneyin.
error-internal = Bizim tarafımızda bir sorun oluştu ve haberimiz var. Yeniden deneyin; devam ederse istek numarasını bildirin.
error-evidence-not-recognised = Burada işlem kimliği, adres, bağlantı ya da tutar bulunamadı. Değerin tamamını yapıştırın.
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

## Files

error-attachment-infected = Bu dosyada virüs bulundu, bu yüzden kimse açamaz.
error-attachment-unscanned = Bu dosyanın virüs taraması sürüyor. Bir dakika sonra yeniden deneyin.
error-upload-offset = Yükleme { $offset }. baytta. Oradan devam edin.
error-upload-length = Bildirilenden çok bayt geldi. Yüklemeyi baştan başlatın.
error-upload-digest = Gelen içerik bildirilen dosya değil. Baştan yeniden gönderin.
error-upload-stalled = Çok uzun süre veri gelmediği için yükleme sonlandırıldı. Bağlantıyı kontrol edip dosyayı yeniden gönderin.

## Forms, and customers who wait

error-not-our-turn = Talep sizin yanıtınızı bekliyor ya da çözülmüş. Hatırlatma yerine aşağıya yazın.
error-escalated-to-top = Talebiniz zaten takım liderinde. Üstünde kimse yok; sonraki adım resmî şikâyettir.

## What the exchange tells by itself

error-event-unsigned = Olaylar imzalanmamış. docs/exchange-events.md belgesindeki gibi proofdesk-key, proofdesk-timestamp ve proofdesk-signature gönderin.
error-event-forged = İmza olaylara uymuyor ya da anahtar bilinmiyor veya iptal edilmiş. Gövdenin baytlarını aynen, bu markanın bir anahtarıyla imzalayın.
error-event-stale = İmza zamanı ile şu an arasında { $seconds } saniyeden fazla fark var. Saati kontrol edin, yeniden imzalayıp gönderin.
error-event-mismatch = Bu kimlik veya numara başka bir olayda kullanılmış. Bunlar bir kez kullanılır; değişen olayı yenileriyle gönderin.
error-event-not-failed = Yalnızca başarısız olan bir olay yeniden işlenebilir. Bu olay bekliyor ya da işlendi.

## Filters and views

error-filter-word = “{ $word }” içinde aranacak bir şey yok. Taleplerde geçen sözcükleri ya da bir anahtar yazın, örneğin: { $takes }.
error-filter-key = “{ $word }” diye bir anahtar yok. Şunlardan biri olabilir: { $takes }.
error-filter-value = “{ $key }” için “{ $word }” olmaz. Olabilecekler arasında: { $takes }.
error-filter-comparison = “{ $key }” böyle karşılaştırılmaz. Arkasına { $takes } yazın.
error-filter-unfinished = “{ $word }” tamamlanmamış: bir değer veya kapanış tırnağı eksik.
error-filter-long = Bu, tek bir filtre için çok fazla: en çok { $takes }.

## Macros

error-macro-variable = { $line }. satır, { $column }. sütundaki “{ $name }” bir değişken değil. Listeden seçin ve {"}}"} ile kapatın.
error-macro-fallback = { $line }. satır, { $column }. sütundaki “{ $name }” her zaman bilinmez. Bilinmediğinde ne yazacağını çizginin ardına yazın: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Bu hazır yanıt yalnızca daha ileri düzeyde doğrulanmış müşteriler içindir. Müşteriden giriş yapmasını isteyin ya da kendi sözlerinizle yanıtlayın.

## Requests that come again, or slowly

error-idempotency-refused = Bu adres tekrar anahtarı kabul etmez: yeniden gönderilirse yeniden yapılır. Anahtarı kaldırın.
error-answer-shown-once = Bu zaten yapıldı ve yanıtı yalnızca bir kez gösterilir. Yanıt kaybolduysa işlemi geri alıp yeni bir anahtarla yineleyin.
error-body-too-slow = İsteğiniz çok yavaş geldi ve tamamlanamadı. Hiçbir şey değişmedi; bağlantıyı kontrol edip yeniden gönderin.

## The help centre

error-article-state = Bu metin şu anki durumundan oraya taşınamaz. Yeniden yükleyin.
error-section-in-use = Bu bölümde makaleler var. Önce onları taşıyın.

## Search

error-search-not-ready = Bu sunucunun arama dizini hazırlanıyor ya da başka bir yerde. Birkaç dakika sonra yeniden deneyin; anahtarlı filtreler bu sırada çalışır.
error-snooze-inactive = Bu talepte yapılacak bir şey kalmadı, ertelenecek bir şey de yok. Önce yeniden açın.

## Tickets that go on in another one
error-ticket-merged = Bu talep { $into } içinde sürüyor. İşlemi orada yapın.
error-merge-itself = Bir talep kendisiyle birleştirilemez.
error-merge-other-customer = İki talep farklı müşterilere ait. Kimse başkasının yazdığını görmesin diye yalnızca aynı müşterinin talepleri birleştirilir.
