### See en/errors.ftl for what each group is for.

error-signed-out = Giriş yapmadınız. Giriş yapıp yeniden deneyin.
error-session-expired = Oturumunuz sona erdi. Yeniden giriş yapın.
error-staff-only = Bunu yalnızca çalışanlar yapabilir. Çalışan hesabınızla giriş yapın.
error-customers-only = Bunu yalnızca müşterinin kendisi yapabilir. Borsadan giriş yapın.
error-session-required = Bu işlem API belirteciyle değil, giriş yapmış bir kişi tarafından yapılır. Giriş yapıp orada tamamlayın.
error-csrf-missing = Bunun kendi sayfamızdan geldiğini anlayamadık. Sayfayı yenileyip tekrar gönderin.
error-locked-out = Çok fazla yanlış deneme oldu. { $seconds } sn bekleyip yeniden deneyin.
error-rate-limited = Bir anda çok fazla istek oldu. { $seconds } sn bekleyip yeniden deneyin.
error-feedback-spent = Bugün bağlantınızdan yeterince görüş gönderildi. Yarın yeniden gelin; yardıma ihtiyacınız varsa bize yazın.
error-address-spent = Son bir günde bu adresle çok sayıda mesaj geldi. Yarın yeniden deneyin, başka bir adres yazın ya da giriş yapın.
error-link-used = Bu bağlantı daha önce kullanılmış. Yenisini isteyin.
error-link-expired = Bu bağlantının süresi dolmuş. Yenisini isteyin.
error-token-malformed = Giriş belirteci bozuk. Desteği borsadan yeniden açın.
error-token-forged = Giriş belirtecini borsa imzalamamış. Desteği borsanın kendisinden açın.
error-token-expired = Giriş belirtecinin süresi doldu. Desteği borsadan yeniden açın; yenisini oluşturur.
error-token-lifetime = Giriş belirteci kabul ettiğimizden uzun geçerli ya da süresi belirtilmemiş. Desteği borsadan yeniden açın.
error-token-audience = Giriş belirteci başka bir yer için oluşturulmuş. Desteği borsadan yeniden açın.
error-token-replayed = Giriş belirteci daha önce kullanılmış. Desteği borsadan yeniden açın; yenisini oluşturur.
error-invalid-input = Bazı yanıtlara yeniden bakmak gerekiyor. Her birinde sorun yazıyor.
error-malformed-json = İstek geçerli bir JSON değil. Kontrol edip yeniden gönderin.
error-unsupported-media-type = Bu tür içeriği okuyamıyoruz. Belgelerde gösterildiği gibi gönderin.
error-method-not-allowed = Bu adres bu tür istekleri kabul etmez. Kabul edilenler belgelerde yazıyor.
error-not-found = Burada görebileceğiniz bir şey yok. Adresi veya numarayı kontrol edin.
error-field-required = Bu gerekli. Doldurun.
error-field-too-long = Bu çok uzun. En çok { $limit } karakter kullanın.
error-field-too-short = Bu çok kısa. En az { $limit } karakter kullanın.
error-field-unknown = “{ $field }” alanını tanımıyoruz. Çıkarın ya da yazımını kontrol edin.
error-field-invalid = Biçimi beklenen gibi değil. Kontrol edip yeniden deneyin.
error-field-not-object = Burada adlandırılmış alanlardan oluşan bir nesne olmalı. Belgelerde gösterildiği gibi gönderin.
error-text-has-nul = Metinde saklanamayan görünmez bir sıfır karakteri var. Silin veya metni biçimsiz yapıştırın.
error-text-not-utf8 = “{ $field }” bozuk geldi: bazı kısımları okunamıyor (UTF-8 değil). Bu kısımları yeniden yazıp tekrar gönderin.
error-holds-secret = Burada parola, anahtar ya da kurtarma ifadesine benzeyen bir şey var ve bunları hiçbir yerde saklamıyoruz. Çıkarın; gerçekse değiştirin.
error-body-too-large = Tek seferde göndermek için çok büyük. Metni kısaltın veya dosya olarak ekleyin.
error-cursor-invalid = Listedeki bu yer artık geçerli değil. İlk sayfadan başlayın.
error-range-invalid = İstenen bölüm dosyanın dışında kalıyor. Dosyanın tamamını isteyin.
error-idempotency-mismatch = Bu anahtar başka bir istek için kullanılmış. Yeni istek için yeni bir anahtar kullanın.
error-idempotency-in-progress = Aynı istek hâlâ işleniyor. Biraz bekleyip kontrol edin.
error-ticket-number-wrong = Bu bir talep numarası değil: bir karakter yanlış. Size gönderdiğimiz e-postayla veya listenizle karşılaştırın.
error-ticket-closed = Bu talep kapandı ve yanıt kabul etmiyor. Numarasını belirterek yenisini açın.
error-version-conflict = Siz yazarken başka biri bunu değiştirdi. Değişikliğe bakın, sonra sizinkini gönderin.
error-version-required = Kimsenin çalışmasının üzerine yazılmaması için hangi sürümü değiştirdiğinizi belirtin.
error-header-invalid = “{ $header }” okunamıyor. ETag değerini geldiği gibi, tırnaklarıyla gönderin ya da bu başlığı kaldırın.
error-attachment-too-large = Bu dosya { $limit } sınırını aşıyor. Daha küçüğünü gönderin veya kaydı kısaltın.
error-attachment-incomplete = Dosya bütün olarak ulaşmadı. Yeniden gönderin.
error-attachment-empty = Bu dosya boş. Başka birini seçin.
error-attachment-unusable = Bu dosya buraya eklenemez: başka yerde kullanılıyor veya süresi dolmuş. Yeniden seçin.
error-too-many = Bunlar çok fazla. En çok { $limit } tane belirtin.
error-too-many-attachments = Çok fazla dosya var. Bir mesajla en çok { $limit } gönderin.
error-limit-reached = En çok { $limit } tane olabilir. Artık gerekmeyeni silin.
error-storage-full = Depolama alanımız dolu, hiçbir şey kaydedilmedi. Haberimiz var; birkaç dakika sonra deneyin.
error-read-only = Şu anda gösterebiliyor ama kaydedemiyoruz. Metninizi saklayın ve birkaç dakika sonra deneyin.
error-outcome-unknown = Kaydedilip kaydedilmediğini bilemiyoruz. Yeniden göndermeden önce bakın.
error-unavailable = Şu anda bunu yapamıyoruz. Hiçbir şey kaybolmadı; bir dakika sonra deneyin.
error-internal = Bizim tarafımızda bir sorun oluştu ve haberimiz var. Yeniden deneyin; devam ederse istek numarasını bildirin.
error-evidence-not-recognised = Burada işlem kimliği, adres, bağlantı ya da tutar bulunamadı. Değerin tamamını yapıştırın.

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

## Requests that come again, or slowly

error-idempotency-refused = Bu adres tekrar anahtarı kabul etmez: yeniden gönderilirse yeniden yapılır. Anahtarı kaldırın.
error-answer-shown-once = Bu zaten yapıldı ve yanıtı yalnızca bir kez gösterilir. Yanıt kaybolduysa işlemi geri alıp yeni bir anahtarla yineleyin.
error-body-too-slow = İsteğiniz çok yavaş geldi ve tamamlanamadı. Hiçbir şey değişmedi; bağlantıyı kontrol edip yeniden gönderin.

## Search

error-search-not-ready = Arama şu anda hazır değil. Birkaç dakika sonra yeniden deneyin; diğer her şey çalışıyor.

## Tickets that go on in another one
error-ticket-merged = Bu talep { $into } numaralı talepte sürüyor. İşlemi orada yapın.
error-status-retired = Bu durum artık kullanılmıyor. Başka birini seçin.

## Departments
error-side-closed = Birimle yapılan bu görüşme kapatıldı. Yazmak için yeniden açın.
error-mail-required = Burada e-posta gönderimi ayarlanmamış, bu yüzden birimin hiçbir şeyden haberi olmaz. Bir yönetici e-posta sunucusu ayarlayabilir.
