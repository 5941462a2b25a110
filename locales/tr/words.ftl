### See en/words.ftl.

issue-deposit-not-credited = Yatırma hesaba geçmedi
issue-withdrawal-pending = Çekim beklemede
issue-withdrawal-failed = Çekim başarısız
issue-wrong-network = Yanlış ağ
issue-missing-memo = Memo veya etiket eksik
issue-api-error = API hatası
issue-order-rejected = Emir reddedildi veya gecikti
issue-liquidation-dispute = Tasfiye itirazı
issue-settlement-question = Uzlaşma sorusu
issue-earn-and-staking = Kazanç ve stake
issue-login-or-2fa = Giriş veya 2FA kaybı
issue-account-change = Hesap değişikliği
issue-kyc = KYC
issue-theft = Hırsızlık
issue-impersonation = Kimliğe bürünme
issue-fees = Ücretler
issue-suggestion = Öneri
issue-complaint = Şikâyet
issue-other = Diğer

secret-seed-phrase = Kurtarma kelimeleri
secret-slip39-share = Kurtarma parçası (SLIP-39)
secret-monero-seed = Monero kurtarma kelimeleri
secret-wif-key = Özel anahtar
secret-extended-private-key = Genişletilmiş özel anahtar
secret-hex-private-key = Özel anahtar
secret-bip38-key = Şifrelenmiş özel anahtar (BIP-38)
secret-xrp-seed = XRP gizli anahtarı
secret-stellar-secret = Stellar gizli anahtarı
secret-solana-keypair = Solana özel anahtarı
secret-keystore = Keystore dosyası
secret-pem-private-key = Özel anahtar (PEM)
secret-otpauth-uri = Doğrulama uygulaması kurulum bağlantısı
secret-totp-secret = Doğrulama uygulaması kurulum anahtarı
secret-one-time-code = Doğrulama kodu
secret-password = Parola
secret-api-secret = API gizli anahtarı
secret-api-passphrase = API parolası (passphrase)
secret-session-token = Giriş belirteci
secret-card-number = Kart numarası
secret-iban = Banka hesap numarası (IBAN)

leak-hidden = { $what }: mesajınız kaydedilmeden önce bunu gizledik. Buradaki hiç kimse okuyamaz.
leak-before-send = Metniniz şunu içeriyor gibi görünüyor: { $what }. Göndermeden önce silin. { $brand } çalışanlarından hiç kimsenin buna ihtiyacı yok.
leak-theft = Bunu olası bir hırsızlık sayıyor ve ilk sıraya alıyoruz.
leak-advice-wallet = Başkalarının bildiğini varsayın: tüm varlıklarınızı hemen yeni bir cüzdana taşıyın. Parola değiştirmek eski cüzdanı korumaz.
leak-advice-keystore = Bunu koruyan parola güçlü değilse veya başkası da biliyorsa tüm varlıklarınızı hemen yeni bir cüzdana taşıyın. Parola değiştirmek işe yaramaz: elinde kopyası olan, onu eski parolayla açar.
leak-advice-two-factor = Doğrulama uygulamanızı hemen kapatıp yeniden kurun. Eski anahtarı bilen, kodlarınızı üretebilir.
leak-advice-code = Bu kodu kullanmayın, yenisini isteyin. Kodlarınızı hiç kimseye vermeyin, bize bile.
leak-advice-password = Bu parolayı kullandığınız her yerde hemen değiştirin.
leak-advice-api = Bu API anahtarını hemen silip yenisini oluşturun. Sonra son emir ve çekimleriniz arasında size ait olmayan olup olmadığına bakın.
leak-advice-session = Tüm cihazlarınızda hemen oturumu kapatıp yeniden giriş yapın. O zamana kadar başkaları sizin adınıza işlem yapabilir.
leak-advice-card = Buna ihtiyacımız yok. Numarayı başka birine de verdiyseniz veya size ait olmayan bir ödeme görürseniz hemen bankanıza bildirin.
leak-advice-bank = Gizliliğinizi korumak için gizledik. Yapmanız gereken bir şey yok.

upload-not-read = Görüntü, video ve PDF’lerde gizli bilgi olup olmadığını denetleyemiyoruz. İçlerinde kurtarma kelimeleri, anahtar veya kod görünmesin.
upload-text-masked = Bu dosyadaki gizli bilgileri maskeledik.

asks-for-secret-title = Gönderilemez: gizli bilgi isteniyor
asks-for-secret-password = Burada parola isteniyor. Müşterilerden asla parola istemeyiz. O kısmı çıkarın.
asks-for-secret-one-time-code = Burada doğrulama kodu isteniyor. Müşterilerden asla doğrulama kodu istemeyiz. O kısmı çıkarın.
asks-for-secret-seed-phrase = Burada kurtarma kelimeleri isteniyor. Müşterilerden asla kurtarma kelimelerini istemeyiz. Bunun yerine adresi veya işlem kimliğini sorun.
asks-for-secret-private-key = Burada özel anahtar isteniyor. Müşterilerden asla özel anahtar istemeyiz. Bunun yerine adresi veya işlem kimliğini sorun.
asks-for-secret-api-secret = Burada API anahtarının gizli kısmı veya parolası isteniyor. Müşterilerden bunları asla istemeyiz. Bunun yerine anahtarın herkese açık kimliğini veya hata iletisini sorun.
asks-for-secret-card-security-code = Burada kartın güvenlik kodu isteniyor. Müşterilerden asla güvenlik kodu istemeyiz. Kart numarasının son dört hanesi yeterlidir.

evidence-kind-tx = İşlem kimliği (TxID)
evidence-kind-address = Adres
evidence-kind-link = Bağlantı
evidence-kind-amount = Tutar
evidence-kind-uid = UID
evidence-kind-order = Emir numarası
evidence-kind-height = Blok yüksekliği
evidence-kind-chain-id = Zincir kimliği (Chain ID)
evidence-kind-time = Tarih ve saat
evidence-kind-ticker = Coin

evidence-title = Kontrol bilgileri
evidence-none = Henüz işlem kimliği, adres veya bağlantı yok. Ekleyin, hemen kontrol edelim.
evidence-placeholder = İşlem kimliği (hash), adres veya bağlantı yapıştırın
evidence-not-recognised = Bunun ne olduğunu anlayamadık. İşlem kimliğini, adresi veya blok gezgini bağlantısını eksiksiz yapıştırın.
evidence-add = Bilgi ekle
evidence-edit = Düzenle
evidence-remove = Kaldır
evidence-copy = Tamamını kopyala
evidence-open-explorer = Blok gezgininde aç
evidence-search = Bunu içeren talepleri bul
evidence-network = Ağ
evidence-networks-possible = { $count } olası ağ
evidence-memo = Memo veya etiket
evidence-found-by-desk = Mesajda otomatik bulundu
evidence-added-by = Ekleyen: { $name }
evidence-uid-not-yours = Bu UID, giriş yaptığınız hesabın UID’si değil.

evidence-checked = Kontrol edildi: yazım hatası yok (sağlama toplamı tutuyor)
evidence-shape = Doğru görünüyor. Bu türün sağlama toplamı olmadığından bir yazım hatası fark edilmez.
evidence-problem = Bir sorun var
evidence-unchecked = Kontrol edilmedi

evidence-problem-cut-off = { $what } eksik: { $want } karakterden { $have } tanesi var. Cüzdanınızdaki kopyala düğmesiyle yeniden kopyalayın.
evidence-problem-too-long = { $what } çok uzun: { $want } yerine { $have } karakter var. Önündeki ve ardındaki metin olmadan yeniden kopyalayın.
evidence-problem-changed-character = { $what } hatalı: { $position }. karakter yanlış. Bulduğunuz yerden yeniden kopyalayın, elle düzeltmeyin.
evidence-problem-changed-character-expected = { $what } hatalı: { $position }. karakter yanlış, büyük olasılıkla “{ $expected }” olmalı. Bulduğunuz yerden yeniden kopyalayın, elle düzeltmeyin.
evidence-problem-wrong-checksum = { $what } hatalı: bir yerinde yazım hatası var, sağlama toplamı tutmuyor. Cüzdanınızdaki kopyala düğmesiyle yeniden kopyalayın.
evidence-problem-ellipsis = { $what } kısaltılmış: yalnızca ilk { $head } ve son { $tail } karakteri var. Cüzdanınızda açıp tamamını kopyalayın.
evidence-problem-look-alike = { $what } içinde { $position }. karakter “{ $found }”, yalnızca “{ $meant }” gibi görünüyor. Biz “{ $meant }” olarak okuduk; aslıyla karşılaştırın.
evidence-problem-spaces = { $what } içinde boşluklar vardı, çıkardık. Eksik bir şey olmadığını kontrol edin.
evidence-problem-line-break = { $what } birkaç satıra bölünmüştü, birleştirdik. Eksik bir şey olmadığını kontrol edin.
evidence-problem-invisible = { $what } içinde görünmez karakterler vardı, çıkardık. Yapmanız gereken bir şey yok.
evidence-problem-full-width = { $what } tam genişlikte karakterlerle yazılmıştı, normale çevirdik. Yapmanız gereken bir şey yok.
evidence-problem-missing-prefix = { $what } eksik: başında “0x” yok. En baştan yeniden kopyalayın.
evidence-problem-mixed-case = { $what } büyük ve küçük harfleri karışık içeriyor, bu ağda buna izin yok. Cüzdanınızdaki kopyala düğmesiyle yeniden kopyalayın.
evidence-problem-wrong-variant = { $what } eski bir yazılımla oluşturulmuş, buraya bir şey gönderilemez. Cüzdanı güncelleyip adresi yeniden kopyalayın.
evidence-problem-malformed = { $what } bu ağda var olamaz. Bulduğunuz yerden yeniden kopyalayın, o zamana kadar buraya bir şey göndermeyin.
evidence-problem-test-network = { $what } bir test ağına ait, oradaki coinlerin değeri yoktur. Gerçek coinlerden söz ediyorsanız ana ağdakini kopyalayın.
evidence-problem-token-contract = { $what } bir cüzdan değil, { $symbol } sözleşmesi. Buraya bir şey göndermeyin; gönderdiyseniz işlem kimliğini bize bildirin.
evidence-problem-burn-address = { $what } kimseye ait değil, buraya gönderilen geri alınamaz. Hangi adresi kullanmak istediğinizi kontrol edin.
evidence-problem-address-not-hash = Bu bir adres, burada ise işlem kimliği gerekiyor. İşlemi cüzdanınızda açıp kimliğini (TxID) kopyalayın.
evidence-problem-hash-not-address = Bu bir işlem kimliği, burada ise adres gerekiyor. İşlemi cüzdanınızda açıp adresi kopyalayın.
evidence-problem-look-alike-host = Bu bağlantı { $real } gibi görünmeye çalışıyor. Oraya hiçbir bilgi girmeyin; girdiyseniz bize hemen bildirin.
evidence-problem-user-info = Bu bağlantı gerçekte nereye gittiğini “@” ile gizliyor. Oraya hiçbir bilgi girmeyin; girdiyseniz bize hemen bildirin.
evidence-problem-port = Bu bağlantı, gerçek blok gezgininin kullanmadığı bir porta gidiyor. Oraya hiçbir bilgi girmeyin; girdiyseniz bize hemen bildirin.
evidence-problem-ambiguous-date = Bu tarihte gün ile ay karışabilir. Yıl, ay, gün sırasıyla yazın, örneğin 2026-03-04.
evidence-problem-no-such-time = Böyle bir tarih veya saat yok. Kontrol edip yeniden yazın.
evidence-problem-wrong-form = { $what } buradaki biçime uymuyor. Hesabınızdan yeniden kopyalayın.

## Files

file-infected = Virüs bulundu. Kimse açamaz.
file-not-scanned = Henüz virüse karşı denetlenmedi
file-scan-failed = Virüse karşı denetlenemedi
file-metadata-kept = Bu resimde yer, aygıt ve zaman bilgisi kalmış olabilir: çıkaramadık.
