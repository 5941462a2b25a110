//! More words by which people name secrets, written as alternatives, so that every inflection meets every partner.
//!
//! A row holds phrases divided by `|`; a phrase holds words divided by spaces; a word may be given as alternatives
//! divided by `/`, of which `-` stands for none, and `_` for a space inside of one. `~` before a phrase adds the slips
//! of the hand that typing makes of it: a letter left out, doubled, or changed about with its neighbour.

use super::Says;

/// What a password is for ("password for withdrawal: …") and a code is sent to, and what has numbers of its own. These
/// come before the words of `words`.
#[rustfmt::skip]
pub(super) const PLACES: &[(Says, &str)] = &[
    (Says::Place, "withdrawal|withdrawals|withdraw|deposit|account|fund|funds|trading|充值|提现|提現|提幣|提币|账号|帳號|賬號|账户|帳戶|賬戶|出金|入金|口座|출금|입금|계좌|계정|вывод|вывода|депозит|депозита|счет|счёт|счета|аккаунт|аккаунта|retiro|retiros|depósito|cuenta|çekim|yatırma|para çekme|para yatırma|hesap|rút tiền|nạp tiền|tài khoản|السحب|سحب|الإيداع|إيداع|الحساب|حساب|حسابي"),
    (Says::Phone, "phone|mobile|cell phone|手机|手機|手机号|手機號|电话|電話|携帯|전화|휴대폰|телефон|телефона|teléfono|celular|móvil|telefon|điện thoại|الهاتف|هاتف|هاتفي|الجوال|جوالي"),
];

/// One row per meaning and language.
#[rustfmt::skip]
pub(super) const INFLECTED: &[(Says, &str)] = &[
    (Says::Passphrase, "~passphrase|api/apis pass/passcode/pw/pwd/passwort|api key pass/password/passcode|passfrase|pass frase|passprase"),
    (Says::Passphrase, "кодовая/кодовой/кодовую/кодовые/кодовых/парольная/парольной/парольную/парольные/ключевая/ключевой/ключевую фраз|пассфраз|пасфраз|фраза/фразы/фразу/фразой/фразе пароль/пароля/паролю/паролем|парол/пароль/пароля/паролю/паролем/пароле к/от/для/- api/апи|api/апи пароль/пароля/паролю/паролем/пароле"),
    (Says::Passphrase, "parola/geçiş/şifre/erişim ifade/cümle|api parola/parolası/parolam/şifre/şifresi/şifrem|api için parola/şifre|api'nin parolası/şifresi"),
    (Says::Passphrase, "la/mi/tu/su contraseña de/del/para/- api|frase/frases de/- contraseña/acceso/paso|contraseña/clave/pass/password de/del/para la/el/mi/- api|contraseña/clave de acceso de/del/para la/el/- api"),
    (Says::Passphrase, "api/- 口令/通行短语/通行短語/通行密语/通行密語/通关密语/通關密語/密码短语/密碼短語/密码词组/密碼片語/通行片語|api 的 密码/密碼/口令"),
    (Says::Passphrase, "api/apiの/- パスフレーズ/パスフレース/合言葉/合い言葉|apiの パスワード|api/api용/api의 비밀번호/비번/암호/패스워드/패스프레이즈|패스프레이즈|패스프레이스|암호 문구/구문"),
    (Says::Passphrase, "cụm/chuỗi mật_khẩu/mật_mã|mật_khẩu/mật_mã/pass của/cho/- api|عبارة/عبارات المرور/السر/مرور/سر|كلمة/كلمه/كلمت مرور/المرور/سر/السر لـ/ل/الـ/للـ/- api|باسورد/باسوورد api|عبارة الدخول"),

    (Says::Password, "~password|~passcode|~passwords|passwort|passwrd|pasword|paswd|pswd|passwd|psswd|passw|login/account/email/gmail/wallet/exchange/trade/trading/fund/funds/withdrawal/withdraw/app/unlock/screen/transaction pass/pw/pwd/pin"),
    (Says::Password, "пасс|пассворд|пасворд|пасворт|пассворда|парол|паролька|паролик|~пароль|пин код/кода/кодом|код-пароль"),
    (Says::Password, "~contraseña|la/mi/tu/su/una contraseña/contraseñas|contraseñ|contrasenya|contraseñita|la/mi/tu/su contra|clave de/para la/el/mi/- retiro/ingreso/inicio/sesión/entrada/correo/fondos/trading/usuario/acceso"),
    (Says::Password, "şifre|şifrem|şifremiz|şifreniz|şifresi|parola|parolam|parolamız|parolanız|parolası|pasaport şifresi|pin kodum/kodu/kodumu"),
    (Says::Password, "登录/登陆/登錄/登入/提现/提現/提币/提幣/资金/資金/交易/支付/账户/帳戶/账号/帳號/邮箱/郵箱/信箱/旧/舊/新/原/初始/临时/臨時 密码/密碼|密码子|通行密码|通行密碼"),
    (Says::Password, "暗証/暗証番号/暗証コード/パスコード/パスワード/合言葉|ログイン/取引/出金/資金/メール パス|비밀 번호|비번|비밀번호|패스 워드|암호"),
    (Says::Password, "mật/mat khẩu/khau/mã|pass word/wrod|mk đăng_nhập/cấp_2/mới/cũ|كلمة/كلمه/كلمت مرور/المرور/سر/السر/مروري/سري|باسورد|باسوورد|باسوردي|باسويرد|الباسويرد|الرقم/رقم/رقمي/الرمز/رمزي السري/سري|كلمه المرور"),

    (Says::Code, "codee|codde|coode|cdoe|kode|coed|otp's|otps|6 digit/digits number/code/pin/one|six digit/digits number/code/pin/one|digits from/in/on sms/text/the_text/the_sms/the_app/authenticator/my_app|verification/authentication/activation number/digits/pin|~verification code|verif code|verfy code|one time number/key/pass|sms password|sms pass"),
    (Says::Code, "кодик|кодика|кодиком|кодики|коду|кодам|кодов|кодами|кодах|циферки/цифры/цифр/цифра/число из/с/в смс/сообщения/сообщении/приложения/приложении/письма/письме/аутентификатора|смска|смску|смски|смской|одноразовый/одноразового/одноразовым/разовый код/пароль/пароля/паролем/ключ|временный код|шестизначн|проверочн|код/кода/коды/кодом из/с/от/на/в смс/почты/почте/письма/приложения/гугла/google/телеграм/whatsapp"),
    (Says::Code, "cod|cód|codigo|codigos|codiguito|codigito|número de verificación/seguridad|código/codigo/clave/pin/token de verificación/confirmación/seguridad/autenticación/autenticador/autentificación/activación/un_solo_uso/un_uso/acceso/ingreso/inicio/respaldo/recuperación|código/codigo por/del/de_la/de/que sms/correo/app/aplicación/whatsapp/mensaje/me_llegó/me_enviaron/recibí|clave temporal/dinámica"),
    (Says::Code, "kod|kodda|koda|kodun|kodunu|kodunda|kodumda|kodumuz|kodunuz|koduyla|kodumla|kodları|kodlarım|kodlarımı|kodlardan|sms/e-posta/eposta/mail/google/doğrulama/onay/güvenlik/giriş/tek_kullanımlık/yedek/2fa/otp/aktivasyon/teyit kod/kodu/kodum/kodumu/kodunu/koduna/koduyla/kodları|sms/onay/doğrulama/tek_kullanımlık şifre/şifresi/şifrem"),
    (Says::Code, "短信/簡訊/简讯/邮件/郵件/邮箱/郵箱/手机/手機/谷歌/google/登录/登入/提现/提币/安全/动态/動態/一次性/验证/驗證/认证/認證/校验/校驗/确认/確認/备用/備用/备份/備份/恢复/恢復/激活/授权/授權/身份验证/六位/6位 码/碼/验证码/驗證碼/代码/代碼/数字/數字/编码/編碼|一次性/動態/动态/临时/臨時/短信/簡訊 密码/密碼/口令|校验数字|六位数字|6位数字|六位數字|6位數字"),
    (Says::Code, "認証/確認/検証/ワンタイム/セキュリティ/バックアップ/リカバリー/復旧/本人確認/ログイン/二段階/2段階/二段階認証/2段階認証/sms/smsの/6桁の/六桁の コード/番号/ナンバー/数字|メール/メールの/アプリ/アプリの/google/出金 コード/認証コード|ワンタイム/使い捨て パスワード/パス/パスコード/キー/暗証番号"),
    (Says::Code, "인증/확인/검증/보안/일회용/일회성/otp/sms/2fa/6자리/여섯자리 번호/숫자/넘버|인증/확인/검증/보안/로그인/일회용/일회성/백업/복구/otp/sms/문자/이메일/메일/구글/앱/2fa/출금/6자리/여섯자리/2단계/2차 코드/인증번호|일회용 암호/패스워드/비밀번호|코드번호"),
    (Says::Code, "mã/mã_số/code xác_minh/xác_thực/xác_nhận/bảo_mật/đăng_nhập/dự_phòng/khôi_phục/kích_hoạt/otp/2fa/sms/google/authenticator/email/gửi_về/gửi_đến/gửi_tới/trong_tin_nhắn/trong_app/trong_email|otp về máy|dãy số xác_thực/xác_minh|mã code|mật khẩu một_lần/dùng_một_lần"),
    (Says::Code, "رقم/أرقام التحقق/التأكيد/الأمان/المصادقة|كود/الكود/رمز/الرمز/رموز/أكواد/كودات التحقق/التأكيد/الأمان/المصادقة/التفعيل/الدخول/تحقق/تأكيد/أمان/تفعيل/مصادقة/الاحتياطي/الاحتياطية/احتياطي/الرسالة/رسالة/الجوال/الهاتف/البريد/الايميل/الإيميل/جوجل/قوقل/google/sms/otp/2fa|كودي|رمزي|كودات|أكواد|اكواد|رموز|الرموز|الأكواد|كلمة مرور/سر لمرة_واحدة/مؤقتة|الكود اللي/الذي وصلني/جاني"),

    (Says::Verify, "verification|confirmation|authentication|verify|認証|検証|验证|驗證|认证|認證|校验|校驗|確認|认证码|인증|확인|подтвержден|верификац|verificación|confirmación|autenticación|doğrulama|onay|xác minh|xác thực|xác nhận|подтверждение/проверка/верификация почты/email/телефона/входа|verificación/confirmación de/del/por/- correo/email/sms/teléfono|xác_minh/xác_thực/xác_nhận email/sms/điện_thoại/đăng_nhập|تحقق/تأكيد/التحقق/التأكيد البريد/الايميل/الإيميل/الهاتف/الجوال/sms|تحقق|التحقق|تأكيد|التأكيد|المصادقه"),

    (Says::Otp, "two-step/2-step/two-factor/2-factor/two-fa verification/authentication/auth/authenticator/login/security|two/2/dual/second/multi step/factor/stage/phase/layer verification/authentication/auth/authenticator/login/security/verif|gauth|g auth/authenticator|ms/microsoft/duo/lastpass/aegis/raivo/binance/okta/twilio authenticator/auth|2fas|aegis|raivo|pyotp|speakeasy|otplib|otpauth|new/pyotp totp|base32 key/secret|secret/key base32|two fa|2-fa|tfa"),
    (Says::Otp, "二/兩/两/双/雙/2/２/多 步/步骤/步驟/阶段/階段/重/因素/因子/层/層 验证/驗證/认证/認證/身份验证/登录|谷歌/google/微软/微軟/身份/动态/動態/双重/雙重 验证器/驗證器/认证器/認證器/令牌器|验证器|驗證器|认证器|認證器|身分驗證器|身分验证器|二阶段|二階段|两步|兩步 密钥/金鑰"),
    (Says::Otp, "二/2/２/多 段階/要素/ファクタ/ファクター/ステップ 認証/確認/検証/ログイン|オーセンティケータ|オーセンティケーター|google/グーグル/ms 認証システム/オーセンティケータ/認証アプリ|otp キー/シークレット/秘密鍵|認証器"),
    (Says::Otp, "2단계/이단계/이중/2중/2차/투팩터/두단계/다중 인증/보안/확인/로그인/검증/인증앱/인증기|구글/google/ms otp/인증기/인증앱/어센티케이터/인증|어센티케이터|오센티케이터|otp 앱/기기/등록키/시크릿키"),
    (Says::Otp, "двухэтапная/двухэтапной/двухэтапную/двухфакторная/двухфакторной/двухфакторную/двухшаговая/двухшаговой/двухшаговую/двухступенчатая/двухступенчатую/двойная/двойной/двойную проверк/аутентификац/авторизац/верификац/защит/идентификац|двухэтапк|двухфактор|2ф/2фа/2-фа|аутентификатор|аутентификатора|гугл аутентификатор/аутентификатора/авторизатор|код аутентификатора"),
    (Says::Otp, "doble/dos/2/segundo/multi autenticación/autentificación/verificación/factor/factores|autenticación/autentificación/verificación de/en dos/2/doble factores/pasos/factor/etapas|autenticador|autentificador|app/aplicación de autenticación|google autenticador|segundo factor"),
    (Says::Otp, "iki/2/çift/çok faktörlü/adımlı/aşamalı/kademeli/basamaklı/faktör doğrulama/kimlik_doğrulama/koruma/güvenlik/-|doğrulayıcı|google doğrulayıcı/kimlik_doğrulayıcı|kimlik doğrulayıcı|authenticator uygulaması"),
    (Says::Otp, "xác_minh/xác_thực/xác_nhận/bảo_mật/bảo_vệ 2/hai/đa/nhiều lớp/bước/yếu_tố/nhân_tố|ứng dụng xác_thực/authenticator|trình xác thực|google xác_thực"),
    (Says::Otp, "المصادقة/مصادقة/التحقق/تحقق/التوثيق/الحماية/المصادقه الثنائية/الثنائي/ثنائية/ثنائي/بخطوتين/من_خطوتين/ذات_العاملين/ذو_العاملين/على_خطوتين/الثنائيه|تطبيق المصادقة/التحقق/التوثيق/الأوثنتيكيتور|مصادق google/جوجل|أداة المصادقة"),

    (Says::Seed, "~mnemonic|~seed phrase|~recovery phrase|secret/recovery/seed/backup/mnemonic/wallet/restore/secret_recovery/private/master/crypto phrase/phrases/words/sentence/keywords|phrase/words de/for recovery/restore/backup"),
    (Says::Seed, "助记/助記/记忆/記憶/种子/種子/恢复/恢復/复原/復原/还原/還原/备份/備份/回复/回復/找回/救援/私密/秘密/私密恢复/私密復原/秘密恢复/助憶/注记 词/詞/词组/詞組/短语/短語/片语/片語/句/单词/單詞/单字/單字/密语/密語/短句|助记符|助記符|恢复助记词|錢包短語|钱包短语|钱包单词"),
    (Says::Seed, "シード/リカバリー/リカバリ/復元/復旧/回復/バックアップ/シークレットリカバリー/シークレットリカバリ/秘密のリカバリー/ニーモニック/秘密/秘密の/ウォレット/ウォレットの フレーズ/ワード/単語/キーワード/文言/言葉"),
    (Says::Seed, "시드/복구/비밀_복구/비밀/니모닉/백업/복원/지갑/지갑_복구/씨드 구문/문구/단어/프레이즈/문장/단어들|씨드"),
    (Says::Seed, "мнемоническая/мнемонической/мнемоническую/секретная/секретной/секретную/резервная/резервной/резервную/тайная/тайную/сид/seed/сидовая/восстановительная/восстановительную фраз/слова|мнемоник|мнемотик|мнемофраз|сидк|сидку|слова/слов/фраза/фразу/фразы/фразой для/- восстановлени|слова/фраза от/из кошельк|сид слова/фразу/фразой/фразе"),
    (Says::Seed, "frase/frases/palabra/palabras de/- recuperación/respaldo/seguridad/secreta/secretas/semilla/semillas/mnemotécnica/mnemónica/mnemotécnicas/mnemónicas/copia/restauración/la_billetera/la_wallet|frase secreta de recuperación|mnemotécnic|mnemónic"),
    (Says::Seed, "kurtarma/kurtarıcı/tohum/gizli/yedek/yedekleme/anımsatıcı/seed/cüzdan/hatırlatıcı/geri_yükleme/gizli_kurtarma kelime/kelimeler/kelimeleri/kelimelerim/ifade/ifadem/ifadesi/cümle/cümlesi/cümlem/sözcük/sözcükleri/sözcüklerim|mnemonik kelime"),
    (Says::Seed, "cụm/cụm_từ/từ/các_từ/chuỗi_từ/dãy_từ/chuỗi/câu khôi_phục/hạt_giống/bí_mật/ghi_nhớ/gợi_nhớ/dự_phòng/sao_lưu/phục_hồi/khoá_ví|cụm từ khôi_phục bí_mật|cụm khôi phục"),
    (Says::Seed, "عبارة/العبارة/كلمات/الكلمات/جملة/الجملة/عبارات الاسترداد/استرداد/السرية/سرية/البذور/البذرة/الاستعادة/استعادة/المساعدة/الاحتياطية/احتياطية/النسخ/الاستذكارية/التذكيرية/المفتاحية/الاسترجاع/استرجاع|كلمات/عبارة المحفظة|السيد فريز|سيد فريز"),

    (Says::ApiSecret, "секрет/секрета/секретом/секретка/секретку/секретный_ключ/секретного_ключа/секретным_ключом api/апи|api/апи секрет/секрета/секретка/секретку/секретом/секретный_ключ|api gizli/sır anahtar/anahtarı/anahtarım/kodu|secreto/clave_secreta/llave_secreta de/del/de_la/de_mi api|khóa/khoá/mã bí_mật của/cho api|api secret value|apiの秘密|api 시크릿값|المفتاح السري لـ/للـ/ل api"),
    (Says::ApiSecret, "api/api的 密匙/秘匙/私密key/密钥值/secret值/私密密钥/密串"),

    (Says::Card, "credit/debit/bank/prepaid/visa/master card/cards/crad|cardno|card no|card num|cardnumber|card_num|ccnum|cc number|cc num|creditcard|~card number|plastic card|卡片|银联卡|銀聯卡|借记卡|金融卡|签账卡|付款卡|プリペイドカード|カードナンバー|체크 카드/카드번호|직불카드|선불카드|신용 카드|карточк|картой|картою|картам|кредитк|дебетовк|карта/карты/карту/картой мир/виза|tarjeta/tarjetas de/- crédito/débito/prepago/bancaria/visa|banka/kredi/ön_ödemeli kart/kartı/kartım/kartımın/kartımı|kartımdan|kartımla|thẻ tín_dụng/ghi_nợ/ngân_hàng/visa/trả_trước/mastercard|بطاقة/البطاقة/بطاقتي/كرت/كارت الائتمان/ائتمان/الخصم/البنك/بنكية/البنكية/فيزا/مدى|رقم بطاقتي/بطاقة/الفيزا/الكرت"),

    (Says::Session, "session/login/auth token/tokens/string/value/hash/key|user/device/app token/tokens|bearer|sessiontoken|session_key|token/tokens de/del/para sesión/inicio/acceso/usuario/app|сессионный/сессионного/сессионная/авторизационный токен/токена/ключ/ключа|токен/токена/токеном сессии/входа/доступа/авторизации/приложения|登录/登陆/登入/登錄/会话/會話/访问/訪問/刷新/身份/用户/工作階段 令牌/权杖/權杖/token/凭证/憑證/票据|セッション/ログイン/アクセス/認証/リフレッシュ トークン/token/キー/値|세션/로그인/액세스/접속/인증/리프레시 토큰/token/키/값|oturum/giriş/erişim/yenileme token/tokeni/tokenim/jetonu/anahtarı/değeri|token/mã/khóa phiên/đăng_nhập/truy_cập/phiên_đăng_nhập/làm_mới|رمز/توكن/مفتاح الجلسة/الدخول/الوصول/المستخدم"),

    (Says::Other, "sha 256|sha 1|sha 512|sha1|sha512|sha3|sha 3|md5|md 5|keccak|keccak256|blake2|blake3|digest|fingerprint|sha256sum|sha256 sum|hash sum|контрольная сумма|отпечаток|suma de verificación|huella|校验和|校驗和|校验值|指纹|指紋|チェックサム|체크섬|البصمة|mã kiểm tra"),

    (Says::Number, "ref|refs|case no|заявка|заявке|заявки|заявку|обращение|обращению|đơn|phiếu|工号|工號|受理番号|접수번호|reclamo|solicitud|talep no|username|user name|login name|nick|nickname|decimals|total supply|max supply|symbol|contract size|lot|leverage|ping|latency|file name|logfile|логин|никнейм|kullanıcı adı|tên đăng nhập|اسم المستخدم|用户名|用戶名|小数位|精度|ユーザー名|사용자 이름|아이디|العدد|عدد|الخانات|خانات|المعروض|количеств|знаков"),

    (Says::Fails, "fail|fails|failed|failing|failure|reject|rejects|rejected|denied|declined|refused|returns|returned|responds|responded|crash|crashes|crashed|aborts|aborted|exits|exited|throws|падает|валится|завершается|возвращает|ошибк|отказ|отклон|сбой|не проходит|вылетает|falla|falló|fallan|rechaz|deneg|devuelve|arroja|lanza|termina|hata|başarısız|reddedil|dönüyor|thất bại|từ chối|báo lỗi|trả về|bị lỗi|فشل|يفشل|رفض|يرفض|خطأ|الخطأ|失败|失敗|拒绝|拒絕|被拒|异常|異常|出错|出錯|拒否|弾かれ|실패|거절|거부"),
    (Says::Command, "curl|wget|httpie|ftp|sftp|mysql|mysqldump|sshpass"),
    (Says::Link, "://"),
];

/// Gives the phrases that a row stands for.
pub(super) fn expanded(row: &str) -> Vec<String> {
    row.split('|').flat_map(phrases).collect()
}

fn phrases(phrase: &str) -> Vec<String> {
    if phrase.contains("://") {
        return vec![phrase.to_owned()];
    }
    let (phrase, slips) = phrase.strip_prefix('~').map_or((phrase, false), |bare| (bare, true));
    let mut made = vec![String::new()];
    for word in phrase.split(' ') {
        let longer = |begun: &String| {
            let begun = begun.clone();
            word.split('/').map(move |part| joined(&begun, part)).collect::<Vec<_>>()
        };
        made = made.iter().flat_map(longer).collect();
    }
    if slips {
        let with_slips: Vec<_> = made.iter().flat_map(|phrase| slipped(phrase)).collect();
        made.extend(with_slips);
    }
    made
}

fn joined(begun: &str, word: &str) -> String {
    let word = if word == "-" { String::new() } else { word.replace('_', " ") };
    let space = if begun.is_empty() || word.is_empty() { "" } else { " " };
    format!("{begun}{space}{word}")
}

/// Gives what a hurried hand makes of a word; the first letter is seldom wrong, and other words would begin so.
fn slipped(phrase: &str) -> Vec<String> {
    let letters: Vec<char> = phrase.chars().collect();
    let cut = |at: usize| letters.split_at_checked(at).unwrap_or_default();
    let mut slips = Vec::new();
    for at in 1..letters.len() {
        let (front, back) = cut(at);
        let Some((here, rest)) = back.split_first() else { continue };
        let front: String = front.iter().collect();
        let tail: String = rest.iter().collect();
        slips.push(format!("{front}{tail}"));
        slips.push(format!("{front}{here}{here}{tail}"));
        if let Some((next, rest)) = rest.split_first() {
            let tail: String = rest.iter().collect();
            slips.push(format!("{front}{next}{here}{tail}"));
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_meet_every_partner() {
        assert_eq!(expanded("a/b c"), ["a c", "b c"]);
        assert_eq!(expanded("a de/- b|x"), ["a de b", "a b", "x"]);
        assert_eq!(expanded("a_b"), ["a b"]);
        assert_eq!(expanded("otpauth://"), ["otpauth://"]);
    }

    #[test]
    fn slips_are_of_one_letter() {
        assert_eq!(expanded("~abc"), ["abc", "ac", "abbc", "acb", "ab", "abcc"]);
    }
}
