//! How people say things: secrets in words that are in no corpus, and innocent messages that sound like them.
//!
//! In the first table what has to go stands between `«` and `»`, which are taken off before the scan.

use proofdesk_guard::scan;

#[rustfmt::skip]
const SECRETS: &[(&str, &[&str])] = &[
    ("password", &[
        "can you log in for me? user is maria and pw is «Sommer2019x»",
        "my login password used to be «bluefish77» but not any more",
        "Passwrod: «bluefish77»",
        "I reset it and set «bluefish77!» as my new password",
        "password for trading: «tigers_44x»",
        "登陆密码是«lanyu7788x»，帮我看看",
        "我把«lanyu7788x»设为密码",
        "資金密碼：«lanyu7788x»",
        "ログインパスワードを «sakura77x» にしました",
        "暗証コード: «sakura77x»",
        "로그인 비번은 «haneul88x» 입니다",
        "비밀번호를 «haneul88x» 로 바꿨는데 안 돼요",
        "пароль от аккаунта: «zaya4ka77»",
        "поменял паролик на «zaya4ka77», не пускает",
        "поставил «zaya4ka77» в качестве пароля",
        "la contraseña de retiro es «perrito77x»",
        "mi contrasena nueva: «perrito77x»",
        "puse «perrito77x» como contraseña",
        "giriş şifrem «kedicik77x» ama kabul etmiyor",
        "eski şifremi unuttum, yeni parolam: «kedicik78x»",
        "mật khẩu đăng nhập của mình là «meocon77x»",
        "mk: «meocon77x»",
        "كلمة السر تبعي هي «qitta77x»",
        "الباسورد: «qitta77x»",
        "wget --user bob:«tigers_44x» https://example.com/export",
        "redis://default:«tigers_44x»@203.0.113.9:6379/0",
    ]),
    ("api-passphrase", &[
        "KuCoin wants a passphrase, I typed «lemon_tree5»",
        "pass phrase of the api: «lemon_tree5»",
        "apiのパスフレーズは «lemon_tree5» です",
        "OKX的口令是«lemon_tree5»",
        "парольную фразу для API поставил «lemon_tree5»",
        "frase de paso: «lemon_tree5»",
        "api parolam «lemon_tree5»",
        "mật khẩu của API là «lemon_tree5»",
        "عبارة المرور هي «lemon_tree5»",
        "API 패스프레이즈: «lemon_tree5»",
    ]),
    ("one-time-code", &[
        "the 6 digit number from the app is «739 204»",
        "verificaiton code «739204» rejected",
        "I typed the code sent to my phone, «739204», and nothing",
        "手机验证码 «739204» 提示错误",
        "簡訊密碼«739204»不對",
        "メールの認証コード «739204» が通りません",
        "문자로 온 인증번호 «739204» 안 먹어요",
        "пришёл кодик «739204», а он неверный",
        "ввожу код из приложения «739204» и ничего",
        "el codigo de verificacion «739204» no sirve",
        "telefonuma gelen kod «739204» geçersiz",
        "mã xác thực gửi về điện thoại «739204» bị sai",
        "كود التفعيل «739204» لا يعمل",
        "الرمز الذي وصلني «٧٣٩٢٠٤» خطأ",
    ]),
    ("totp-secret", &[
        "two-step login key is «MFRGGZDFMZTWQ2LK»",
        "兩步驗證的密鑰：«MFRGGZDFMZTWQ2LK»",
        "2要素認証のキーは «MFRGGZDFMZTWQ2LK»",
        "이중인증 키: «MFRGGZDFMZTWQ2LK»",
        "ключ от двухфакторки «MFRGGZDFMZTWQ2LK»",
        "clave de la verificación en dos pasos: «MFRGGZDFMZTWQ2LK»",
        "iki aşamalı doğrulama anahtarım «MFRGGZDFMZTWQ2LK»",
        "khóa bảo mật 2 lớp «MFRGGZDFMZTWQ2LK»",
        "مفتاح التحقق بخطوتين «MFRGGZDFMZTWQ2LK»",
    ]),
    ("api-secret", &[
        "api key, api secret\nmx0aBYs33eIilx, «9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c»\n",
        "the secret for my Bybit API key (Xk39dkw0Ls) is «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
        "«a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR» is my api secret",
        "секретка апи: «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
    ]),
    ("card-number", &[
        "cardNumber=«4111111111111111»&cvv=123",
        "card no «4111 1111 1111 1111» was charged",
        "номер моей карты «4111111111111111»",
        "银行卡卡号：«4111111111111111»",
        "card;amount\n«4111111111111111»;25\n",
    ]),
    ("session-token", &[
        "the auth cookie was «f81d4fae7dec11d0a76500a0c91e6bf6»",
        "токен сессии: «f81d4fae7dec11d0a76500a0c91e6bf6»",
        "会话令牌：«f81d4fae7dec11d0a76500a0c91e6bf6»",
    ]),
    ("seed-phrase", &[
        "on the back of the photo: 1) ripple 2) foster 3) luggage 4) mistake 5) grunt 6) cannon 7) cash 8) evolve 9) «message»",
        "на бумажке: ripple, foster, luggage, mistake, grunt, cannon, cash, evolve, ability, «message» что это?",
        "記憶詞：ripple foster luggage mistake grunt «cannon» cash evolve",
    ]),
    ("password", &[
        "the guy who helped me knows my email and pass «Krakow_1987»",
        "temporary password you sent: «Tmp-93kd02»",
        "Login: anna88  Password: «northwind5!»",
        "my wife changed the password to «northwind5!» last week",
        "账户 wang88 密码 «xiaomao520.»",
        "旧密码是«xiaomao520.»，新密码是«xiaomao521.»",
        "初期パスワード「«mikan_2020»」でログインできません",
        "비번 «mandu1234!» 인데 로그인이 안돼요",
        "логин ivan_p, пасворд «kotik2020!»",
        "мой пароль был «kotik2020!», сменили его",
        "usuario: juan, clave: «gatito2020!»",
        "Contraseña actual «gatito2020!» contraseña nueva «gatito2021!»",
        "eski şifrem «boncuk1907!» idi",
        "mật khẩu cũ «hoamai1990!» mật khẩu mới «hoamai1991!»",
        "كلمة السر القديمة «qamar1990!» ولا تعمل",
        "trading password = «833920»",
        "mysql -u root -p«northwind5!» shop",
        "PASSWORD => «northwind5!»",
        "<password>«northwind5!»</password>",
        "--password=«northwind5!»",
        "password «northwind5!» ← is this the right one?",
        "PIN: «4821»",
        "提现密码 «883920» 不对",
    ]),
    ("api-passphrase", &[
        "my OKX pass phrase («lemon_tree5») gets rejected",
        "暗号化のパスフレーズ=«lemon_tree5»",
        "--passphrase «lemon_tree5»",
        "os.environ[\"OKX_PASSPHRASE\"] = \"«lemon_tree5»\"",
    ]),
    ("one-time-code", &[
        "your code «739204» says expired",
        "got sms: «739204» is your CoinEx verification code",
        "【CoinEx】验证码 «739204»，5分钟内有效",
        "[CoinEx] 인증번호는 [«739204»]입니다.",
        "認証コード：«739204»（有効期限5分）",
        "Ваш код: «739204». Никому не сообщайте",
        "Tu código de CoinEx es «739204». No lo compartas.",
        "CoinEx onay kodunuz: «739204»",
        "Mã xác thực của bạn là «739204», có hiệu lực 5 phút",
        "رمز التحقق الخاص بك هو «739204» صالح لمدة 5 دقائق",
        "authenticator shows «739204» but it wants another",
        "google auth «739 204» wrong",
        "2fa code? «739204»",
        "backup code 1: «73920418»",
        "谷歌验证器上显示«739204»",
        "OTP-код «739204»",
    ]),
    ("totp-secret", &[
        "2FA backup key is «MFRGGZDFMZTWQ2LKNNWG23TP»",
        "备份的谷歌密钥 «MFRGGZDFMZTWQ2LKNNWG23TP»",
        "google otp 등록 키 «MFRGGZDFMZTWQ2LKNNWG23TP»",
        "секретный ключ для Google Authenticator: «mfrg gzdf mztw q2lk nnwg 23tp»",
        "TOTP_SECRET=«MFRGGZDFMZTWQ2LKNNWG23TP»",
        "mi clave de Google Authenticator es «MFRGGZDFMZTWQ2LKNNWG23TP»",
    ]),
    ("api-secret", &[
        "BYBIT_SECRET=\"«a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»\"",
        "exchange.secret = '«a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»'",
        "我的secret是«a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
        "apiKey: LAqUlngMIQkIUjXMUreyu3qn, secretKey: «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
        "llave secreta de la API: «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
        "مفتاح API السري «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
        "Секрет: «a8NeB1MnLDfRrZaW2zWgKhISslucNs0AgmFR»",
    ]),
    ("card-number", &[
        "paid with visa «4111 1111 1111 1111» exp 09/28",
        "con la tarjeta «4111-1111-1111-1111»",
        "номер: «4111111111111111» (карта)",
        "kart no: «4111111111111111»",
    ]),
    ("session-token", &[
        "sessionid=«f81d4fae7dec11d0a76500a0c91e6bf6»; path=/",
        "Bearer «f81d4fae7dec11d0a76500a0c91e6bf6»",
        "mi token de sesión es «f81d4fae7dec11d0a76500a0c91e6bf6»",
    ]),
    ("seed-phrase", &[
        "my wallet words are ripple foster luggage mistake grunt «cannon» cash evolve",
        "сид: ripple foster luggage mistake grunt «cannon» cash evolve",
        "複製したフレーズ：ripple foster luggage mistake grunt «cannon» cash evolve ability message",
    ]),
];

#[rustfmt::skip]
const INNOCENT: &[&str] = &[
    "The transfer fails with code 100233 every time.",
    "I forgot my password, my name is Bob2019 on your site.",
    "Password reset mail takes 30 minutes, why? Order 83920174.",
    "Which passphrase rules apply, 8-32 characters?",
    "My verification was approved on 20240131, withdrawal limit 100000 USDT.",
    "the code expires in 120 seconds, then the page reloads 3 times",
    "Deposit confirmation: 35 of 64, block 19345021.",
    "I sent 1500000 SHIB, no code, no mail.",
    "sha-256: ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80, my private key is safe",
    "https://example.com:8443/a?user=b@c",
    "open, high, low, close, volume, time, index, price, side",
    "my wallet secret167m3s89ddurjpyr82vsluvvj0t8ylzn95trrqy is missing the deposit",
    "tx hash: 4c0883a69102937d6231471b5dbb6204 fe5129617082792ae468d01a3f362318",
    "🙏 please help 🙏 I lost 500 usdt 😭 my money 💸 is gone 😡 and nobody answers",
    "２０２６年１１月２日に１２３４５ ＵＳＤＴを送りました",
    "验证码已过期，UID 83920174，请处理",
    "密码错误次数过多，2024年1月31日锁定",
    "提现失败，错误码 100233，金额 250000 USDT",
    "認証コードが届きません。注文番号は83920174です。",
    "パスワードを変更したら24時間出金できないのはなぜですか",
    "인증번호가 안 와요. 주문번호 83920174 입니다",
    "출금 실패, 오류 코드 100233",
    "код не приходит, номер заявки 83920174",
    "вывод падает с кодом 100233, пароль верный",
    "забыл пароль, заказ №83920174 от 31.01.2024",
    "no llega el código, mi pedido es 83920174",
    "el retiro falla con código 100233",
    "la contraseña es correcta pero dice error 100233",
    "kod gelmiyor, sipariş numaram 83920174",
    "çekim 100233 hatası veriyor, şifrem doğru",
    "mã xác minh không về, đơn hàng 83920174",
    "rút tiền báo lỗi 100233, mật khẩu đúng",
    "لا يصل رمز التحقق، رقم الطلب 83920174",
    "السحب يفشل مع رمز الخطأ 100233",
    "two-factor is on since 2021, phone ends in 4821",
    "| uid | amount |\n| 83920174 | 250000 |\n",
    "I never got a verification code, ref 73920418",
    "code 739204 pieces in stock? no",
    "Order number 739204 was filled at 10:15",
    "my id is 739204, no 2fa yet",
    "I paid 739204 KRW and the code was fine",
    "Password must have 8-20 characters, mine has 12",
    "The API secret is shown once, where can I see it again?",
    "the error code returned is 100451",
    "got error 100451 after entering the code",
    "passphrase error on OKX, code 50105",
    "withdrawal code email never came. amount 125000",
    "session expired after 900000 ms",
    "My account number is 73920418 and my password works",
    "提现地址错误，订单 739204，验证码正确",
    "密码提示：至少8位，含大小写字母",
    "客服工号 739204 说验证码没问题",
    "注文 739204、認証コードは届きました",
    "주문 739204 의 인증 코드는 정상입니다",
    "заявка 739204, код пришёл и подошёл",
    "код 739204-го заказа не вижу",
    "pedido 739204 y el código llegó bien",
    "sipariş 739204, kod geldi",
    "đơn 739204, mã đã nhận được",
    "الطلب 739204 والرمز وصل",
    "two factor authentication was reset on 2024-01-31 at 10:15:22",
    "token contract 0xdAC17F958D2ee523a2206206994597C13D831ec7 decimals 18",
    "I changed my password, iPhone15 and Chrome120, both fail",
    "my password is correct, it is the server",
    "the passphrase is what I chose, it's in my notes",
    "login fails on Pixel8Pro with password error",
    "Is the card necessary? Txn 4829304455667788",
];

#[test]
fn secrets_go_however_they_are_said() {
    let mut wrong = Vec::new();
    for (kind, text) in
        SECRETS.iter().flat_map(|(kind, texts)| texts.iter().map(move |it| (kind, it)))
    {
        let secrets: Vec<&str> =
            text.split('«').skip(1).filter_map(|rest| rest.split('»').next()).collect();
        assert!(!secrets.is_empty(), "{text}");
        let scan = scan(&text.replace(['«', '»'], ""));
        let is_named = scan.findings.iter().any(|finding| finding.kind.as_str() == *kind);
        let survives = secrets.iter().any(|secret| scan.masked.contains(secret));
        if !is_named || survives {
            wrong.push(format!("{kind}: {text}\n  {}", scan.masked));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn innocent_messages_stay() {
    let wrong: Vec<_> = INNOCENT.iter().map(|text| scan(text).masked).zip(INNOCENT).collect();
    let wrong: Vec<_> = wrong.iter().filter(|(masked, text)| masked != *text).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
