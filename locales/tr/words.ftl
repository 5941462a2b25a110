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
