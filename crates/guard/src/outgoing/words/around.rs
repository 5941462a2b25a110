//! What a secret is called by those who do not name it, in all ten languages: by what it is used for, where it stands, how it
//! came, or what it looks like. A sentence without one of these names and of no topic asks for nothing that the model could see.
//!
//! The rows are of kinds, and the kinds the same in every language: the word that opens the account, the code by its place and
//! its digits, the words of the backup, the string that rules the coins, the half of the API key that is shown once, the back of
//! the card.

use crate::outgoing::Wanted::{
    ApiSecret, CardSecurityCode, OneTimeCode, Password, PrivateKey, SeedPhrase,
};
use crate::outgoing::cue::Cue::{Harmless, Hint, Question, Secret};
use crate::outgoing::cue::Entry;

#[rustfmt::skip]
pub(super) const WORDS: &[Entry] = &[
    // English.
    (Secret(Password), &[
        "what you type to get into your account", "what you use to get into your account", "what do you use to sign in",
        "what do you use to log in", "what do you log in with", "what do you sign in with", "word you use to get into your account",
        "combination that opens your account", "word that opens your account", "phrase that opens your account",
        "what you enter to get in", "what you enter to log in", "what you put in the second field", "what you put in the second box",
        "type in the second box", "type in the second field", "what lets you into your account", "what gets you into your account",
    ]),
    (Secret(OneTimeCode), &[
        "number in the app", "numbers in the app", "what the app says", "what your app says", "what the app shows",
        "what your app shows", "what the text says", "what the text message says", "what is in the text message",
        "what the message says", "number once it pops up", "number when it pops up", "number that pops up", "number that changes",
        "numbers that change", "changes every thirty seconds", "changes every 30 seconds", "digits that arrive", "digits that arrived",
        "whatever arrives on your phone", "what just arrived on your phone",
    ]),
    (Secret(SeedPhrase), &[
        "words the wallet gave you", "words your wallet gave you", "words the wallet showed", "words that the wallet showed",
        "words you wrote down", "words that you wrote down", "words on the sheet", "words on the paper", "words on the card",
        "sheet with the words", "paper with the words", "words in your backup", "word number",
    ]),
    (Hint(SeedPhrase), &["word", "first word", "next word", "word by word"]),
    (Secret(PrivateKey), &[
        "string that controls your funds", "string that controls the funds", "string that moves the coins", "string that starts with 0x and controls",
        "string starting with 0x that controls", "second line of the key file", "line of the key file", "the one marked private",
        "key without its last", "key without the last", "other half of the key", "what signs your transactions",
    ]),
    (Secret(ApiSecret), &[
        "string that was shown only once", "string shown only once", "string that you could see only once", "value that was shown only once",
        "value shown only once", "what was shown once when you created the key", "part of the key that is shown once",
        "other half of the api key", "hidden half of the key", "what your bot signs with", "thing that lets your bot sign",
    ]),
    (Secret(CardSecurityCode), &[
        "number on the reverse", "numbers on the reverse", "number on the reverse of the bank card", "numbers on the back", "number on the back",
        "digits on the back", "back of your card", "back of the card", "reverse of the card", "both sides of the card",
        "card front and back", "front and back of the card", "signature strip",
    ]),
    (Hint(OneTimeCode), &["digit by digit", "digit after digit", "what does it say", "what number is it"]),

    // Chinese, simplified and traditional.
    (Secret(Password), &[
        "登录账户时输入的", "登入帳戶時輸入的", "登录时输入的", "登入時輸入的", "您用什么登录", "您用什麼登入", "用什么登录", "用什麼登入",
        "能打开您账户的", "能開啟您帳戶的", "进账户用的", "進帳戶用的", "第二个框里填", "第二個框裡填", "第二栏填", "第二欄填",
        "进入账户的那个词", "進入帳戶的那個詞", "mi码", "mi碼", "mima", "密ma", "登陆用的", "登錄用的",
    ]),
    (Secret(OneTimeCode), &[
        "app上显示什么", "app上顯示什麼", "app里显示的", "app裡顯示的", "短信里写的", "簡訊裡寫的", "短信里的内容", "簡訊裡的內容",
        "手机上刚收到的", "手機上剛收到的", "弹出来的数字", "彈出來的數字", "弹出的数字", "彈出的數字", "每三十秒变", "每三十秒變",
        "每30秒变", "每30秒變", "yzm",
    ]),
    (Hint(OneTimeCode), &["一位一位", "把码", "把碼", "那个码", "那個碼", "这个码", "這個碼", "您的码", "您的碼", "收到码", "收到碼", "码只报", "碼只報", "上面写的是什么", "上面寫的是什麼"]),
    (Secret(SeedPhrase), &[
        "钱包显示的词", "錢包顯示的詞", "抄写的词", "抄寫的詞", "抄下来的词", "抄下來的詞", "记下的词", "記下的詞", "纸上的词", "紙上的詞",
        "钱包给您的词", "錢包給您的詞", "创建钱包时显示的", "建立錢包時顯示的",
    ]),
    (Hint(SeedPhrase), &["个词", "個詞", "把词", "把詞"]),
    (Secret(PrivateKey), &[
        "能控制资金的字符", "能控制資金的字元", "控制资金的那串", "控制資金的那串", "0x开头能控制", "0x開頭能控制", "标着private的", "標著private的",
        "密钥的另一半", "金鑰的另一半", "公开的我有另一半", "公開的我有另一半",
    ]),
    (Secret(ApiSecret), &[
        "只显示过一次的", "只顯示過一次的", "只显示一次的那串", "只顯示一次的那串", "创建key时显示的", "建立key時顯示的", "机器人签名用的", "機器人簽名用的",
    ]),
    (Hint(ApiSecret), &["金鑰"]),
    (Secret(CardSecurityCode), &["卡背面", "卡片背面的", "银行卡背面", "金融卡背面", "信用卡背面", "卡反面", "卡的正反面", "卡片正反面", "签名条", "簽名條"]),

    // Japanese.
    (Secret(Password), &[
        "アカウントに入るときに入力", "アカウントに入るときに使", "ログインのときに入力", "ログインのとき2つ目の欄", "ログインするときに入力", "何を使ってログイン", "何でログイン",
        "口座を開ける", "アカウントを開く言葉", "アカウントを開ける", "2つ目の欄に入力", "二つ目の欄に入力", "ぱすわーど", "パスわーど",
    ]),
    (Secret(OneTimeCode), &[
        "アプリの表示", "アプリに表示", "アプリに出ている", "smsに書いてある", "smsの内容", "メッセージの内容を", "携帯に届いたもの", "スマホに届いたもの", "三十秒ごとに変わる",
        "30秒ごとに変わる",
    ]),
    (Hint(OneTimeCode), &["一桁ずつ", "1桁ずつ", "何と書いてありますか"]),
    (Secret(SeedPhrase), &[
        "ウォレットに表示された言葉", "書き留めた言葉", "書き留めた単語", "メモした単語", "紙に書いた単語", "ウォレットを作ったときに表示", "ウォレット作成時に表示", "ひみつのことば",
    ]),
    (Hint(SeedPhrase), &["一語ずつ", "ことば", "番目の言葉"]),
    (Secret(PrivateKey), &[
        "資金を動かせる", "資金を動かす文字列", "資金を管理する文字列", "鍵ファイル", "privateと書かれた", "を除いた鍵", "もう一方の鍵", "秘密カギ", "ひみつのかぎ", "公開の方は",
    ]),
    (Secret(ApiSecret), &["一度だけ表示された", "一度しか表示されない", "一回だけ表示された", "ボットが署名に使う", "ボットの署名に使う"]),
    (Secret(CardSecurityCode), &["カード裏面", "カードの裏面", "カードの表裏", "カードの両面", "署名欄"]),

    // Korean.
    (Secret(Password), &[
        "계정에 들어갈 때 입력", "계정에 들어갈 때 쓰", "로그인할 때 입력하", "로그인할 때 두 번째 칸", "뭘로 로그인", "무엇으로 로그인", "계정을 여는", "계정을 열 때 쓰",
        "두 번째 칸에 입력", "두 번째 칸에 뭘", "비번",
    ]),
    (Secret(OneTimeCode), &[
        "앱에 뜬", "앱에 뜨는", "앱에 나오는", "앱에 표시된", "문자에 적힌", "문자 내용", "문자에 온", "휴대폰에 방금 온", "폰에 방금 온", "삼십 초마다 바뀌", "30초마다 바뀌",
    ]),
    (Hint(OneTimeCode), &["한 자리씩", "뭐라고 적혀", "뭐라고 나와"]),
    (Secret(SeedPhrase), &[
        "지갑이 보여 준 단어", "지갑이 알려 준 단어", "적어 둔 단어", "적어 두신 단어", "종이에 적은 단어", "지갑을 만들 때 보여 준", "지갑을 만들 때 나온",
    ]),
    (Secret(PrivateKey), &[
        "자금을 움직이는", "자금을 통제하는", "자금을 제어하는", "키 파일", "private라고 된", "글자를 뺀 키", "키의 나머지 반", "다른 쪽 키",
    ]),
    (Secret(ApiSecret), &["한 번만 보였던", "한 번만 표시된", "한 번만 보이는", "봇이 서명에 쓰는", "봇이 서명할 때 쓰는"]),
    (Secret(CardSecurityCode), &["카드 뒷면", "카드 앞뒷면", "카드 앞뒤", "카드 양면"]),

    // Russian.
    (Secret(Password), &[
        "пин", "пина", "пину", "пином", "пине", "пинкодик*", "что вы вводите чтобы войти", "что вводите чтобы войти",
        "что вы вводите при входе", "что вводите при входе", "что вы вводите во второе поле", "вводите во второе поле",
        "слово по которому входите", "слово по которому вы входите", "слово которым входите", "комбинацию которая открывает", "слово которое открывает", "слово открывающее",
    ]),
    (Secret(OneTimeCode), &[
        "что показывает приложение", "что видно в приложении", "что в приложении", "что написано в смс", "что в смс", "текст смс",
        "содержание смс", "что пришло на телефон", "число которое меняется", "меняется каждые тридцать секунд", "меняется каждые 30 секунд",
        "номер когда появится", "число когда появится", "цифры когда появятся",
    ]),
    (Hint(OneTimeCode), &["цифру за цифрой", "по одной цифре", "что там написано", "что в нем написано"]),
    (Secret(SeedPhrase), &[
        "слова которые показал кошелек", "слова которые выдал кошелек", "слова которые вы записали", "слова что вы записали", "слова с листка",
        "слова с листа", "листок со словами", "лист со словами", "листка со словами", "листа со словами", "листок с резервной копией",
        "фото слов", "буквы всех слов",
    ]),
    (Hint(SeedPhrase), &["слово", "слов", "словам", "словах", "фразе", "фразой", "фразы", "по слову"]),
    (Secret(PrivateKey), &[
        "строку которая управляет", "строка которая управляет", "строку управляющую", "строку файла ключа", "строку из файла ключа",
        "с пометкой private", "ключ без последних", "вторую половину ключа", "половина ключа", "половину ключа", "у ключа две половины",
    ]),
    (Secret(ApiSecret), &[
        "строку которую показали один раз", "строку которую вы видели один раз", "строка которую показали один раз",
        "показали один раз при создании", "показывается один раз при создании", "чем подписывает бот", "чем бот подписывает",
    ]),
    (Secret(CardSecurityCode), &[
        "на обратной стороне карты", "на обороте карты", "на обороте вашей карты", "число на обороте", "карты с двух сторон",
        "карту с двух сторон", "обе стороны карты", "оборот карты",
    ]),

    // Spanish.
    (Secret(Password), &[
        "lo que escribe para entrar", "lo que escribes para entrar", "lo que teclea para entrar", "con qué entra usted", "con qué entras",
        "con qué accede", "la combinación que abre su cuenta", "combinación que abre", "la palabra que abre su cuenta",
        "palabra con la que entra", "qué pone en la segunda casilla", "en la segunda casilla al entrar", "lo que le deja entrar",
    ]),
    (Secret(OneTimeCode), &[
        "lo que pone la app", "lo que dice la app", "lo que muestra la app", "lo que pone el sms", "lo que dice el sms", "lo que dice el mensaje",
        "el número cuando salga", "el número que salga", "lo que acaba de llegar a su teléfono", "cambia cada treinta segundos",
        "cambia cada 30 segundos",
    ]),
    (Hint(OneTimeCode), &["cifra por cifra", "dígito por dígito", "!qué pone", "!qué dice"]),
    (Secret(SeedPhrase), &[
        "palabras que mostró la billetera", "palabras que le dio la billetera", "palabras que anotó", "palabras que usted anotó",
        "palabras de la hoja", "hoja con las palabras", "papel con las palabras", "palabras del papel", "letra de cada palabra",
    ]),
    (Hint(SeedPhrase), &["palabra", "palabra por palabra"]),
    (Secret(PrivateKey), &[
        "cadena que mueve los fondos", "cadena que controla los fondos", "línea del archivo marcada como private", "línea del archivo de clave",
        "marcada como private", "clave sin los últimos", "la otra mitad de la clave", "clave tiene dos mitades",
    ]),
    (Secret(ApiSecret), &[
        "cadena que se mostró una sola vez", "cadena que solo pudo ver una vez", "se mostró una sola vez al crear", "solo se muestra una vez al crear",
        "con lo que firma su bot", "lo que firma su bot",
    ]),
    (Secret(CardSecurityCode), &[
        "reverso de su tarjeta", "reverso de la tarjeta", "dorso de la tarjeta", "dorso de su tarjeta", "tarjeta por los dos lados",
        "tarjeta por ambos lados", "ambos lados de la tarjeta", "dos caras de la tarjeta",
    ]),

    // Turkish.
    (Secret(Password), &[
        "girmek için ne yazdığınız*", "girmek için yazdığınız*", "girerken ne yazıyorsunuz", "girerken ikinci kutuya*", "ikinci kutuya ne yaz*",
        "ikinci kutuya yazdığınız*", "ne ile giriş yapıyorsunuz", "neyle giriş yapıyorsunuz", "hesabı açan kombinasyon*", "hesabınızı açan*",
        "hesabı açan kelime*",
    ]),
    (Secret(OneTimeCode), &[
        "uygulamada yazan*", "uygulamada görünen*", "uygulamada çıkan*", "smste yazan*", "sms te yazan*", "mesajda yazan*", "telefonunuza az önce gelen*",
        "otuz saniyede bir değişen*", "30 saniyede bir değişen*", "numara çıkınca", "sayı çıkınca", "rakamlı mesaj*",
    ]),
    (Hint(OneTimeCode), &["rakam rakam", "hane hane", "ne yazıyor"]),
    (Secret(SeedPhrase), &[
        "cüzdanın gösterdiği kelime*", "cüzdanın verdiği kelime*", "not ettiğiniz kelime*", "yazdığınız kelime*", "kâğıttaki kelime*",
        "kağıttaki kelime*", "gösterilen kelime*", "kelimelerin yazılı olduğu kâğı*", "kelimelerin yazılı olduğu kağı*",
    ]),
    (Hint(SeedPhrase), &["kelimesi", "kelimenin", "kelimelerin", "kelime kelime"]),
    (Secret(PrivateKey), &[
        "parayı yöneten dizi*", "fonları yöneten dizi*", "parayı kontrol eden dizi*", "anahtar dosyası*", "private yazan*",
        "anahtarın öteki yarısı*", "anahtarın iki yarısı*", "anahtarı son dört karakteri olmadan",
    ]),
    (Secret(ApiSecret), &[
        "yalnızca bir kez gördüğünüz*", "bir kez gösterilen dizi*", "yalnızca bir kez gösterilen*", "botunuzun imzaladığı*", "botunuzun imza için*",
    ]),
    (Secret(CardSecurityCode), &[
        "kartınızın arkasında*", "kartın arka yüzü*", "kartınızın arka yüzü*", "kartın önünü ve arkasını", "kartın iki yüzü*", "kartın iki tarafı*",
    ]),

    // Vietnamese.
    (Secret(Password), &[
        "gõ gì để vào tài khoản", "nhập gì để vào tài khoản", "dùng gì để đăng nhập", "đăng nhập bằng gì", "từ bạn dùng để vào tài khoản",
        "tổ hợp mở tài khoản", "từ mở tài khoản", "ô thứ hai bạn điền gì", "ô thứ hai bạn nhập gì", "điền gì vào ô thứ hai",
    ]),
    (Secret(OneTimeCode), &[
        "những gì app hiện", "app đang hiện gì", "ứng dụng hiện gì", "tin nhắn ghi gì", "tin nhắn viết gì", "nội dung tin nhắn", "nội dung sms",
        "vừa đến điện thoại", "ba mươi giây đổi một lần", "30 giây đổi một lần", "khi nào có số", "có số thì", "đang là số mấy", "nhắn tin có số",
    ]),
    (Hint(OneTimeCode), &["từng số một", "trong đó ghi gì"]),
    (Secret(SeedPhrase), &[
        "những từ ví hiện", "những từ mà ví hiện", "các từ mà ví hiện", "các từ ví đưa", "những từ bạn chép lại", "tờ giấy ghi các từ",
        "tờ khôi phục", "các từ trong ví", "ảnh các từ", "mười hai từ", "hai mươi bốn từ",
    ]),
    (Hint(SeedPhrase), &["các từ", "những từ", "từ thứ", "từng từ", "bốn từ đầu", "ba từ đầu", "từ đầu là gì"]),
    (Secret(PrivateKey), &[
        "chuỗi điều khiển tiền", "0x điều khiển tiền", "chuỗi giữ tiền", "dòng có chữ private", "tệp khóa", "khóa bỏ bốn ký tự cuối",
        "nửa kia của khóa", "khóa có hai nửa",
    ]),
    (Secret(ApiSecret), &["chuỗi chỉ hiện một lần", "chuỗi mà bạn chỉ thấy một lần", "chỉ thấy một lần khi tạo", "bot dùng để ký", "thứ mà bot dùng để ký"]),
    (Secret(CardSecurityCode), &["mặt sau thẻ", "mặt sau của thẻ", "phía sau thẻ", "hai mặt thẻ", "ba số phía sau"]),

    // Arabic.
    (Secret(Password), &[
        "ما تكتبه لتدخل", "بما تكتبه لتدخل", "ما تكتبه للدخول", "بماذا تسجل الدخول", "ماذا تكتب في الخانة الثانية", "التركيبة التي تفتح حسابك",
        "الكلمة التي تفتح حسابك", "الكلمة التي تدخل بها", "الباس",
    ]),
    (Secret(OneTimeCode), &[
        "ما يظهر في التطبيق", "ما في التطبيق", "ما يعرضه التطبيق", "ما تقوله الرسالة", "ما في الرسالة", "نص الرسالة", "الرقم حين يظهر",
        "الرقم عندما يظهر", "ما وصل إلى هاتفك", "يتغير كل ثلاثين ثانية", "رموز احتياط", "رموز الاحتياط",
    ]),
    (Hint(OneTimeCode), &["رقمًا رقمًا", "ماذا فيها", "ماذا مكتوب فيه", "ماذا يقول"]),
    (Secret(SeedPhrase), &[
        "الكلمات التي أظهرتها المحفظة", "الكلمات التي أعطتك المحفظة", "الكلمات التي دونتها", "الكلمات التي كتبتها", "الكلمات على الورقة",
        "ورقة الكلمات", "ورقة النسخة الاحتياطية", "كلمات محفظتك",
    ]),
    (Hint(SeedPhrase), &["كلمات", "الكلمة السابعة", "الكلمة الخامسة", "الكلمة الأولى", "حرف من كل كلمة", "عبارتك"]),
    (Secret(PrivateKey), &[
        "السلسلة التي تحرك الأموال", "تتحكم بالأموال", "المكتوب عليه private", "ملف المفتاح", "المفتاح دون آخر", "نصف المفتاح", "للمفتاح نصفان",
    ]),
    (Secret(ApiSecret), &["السلسلة التي ظهرت مرة واحدة", "السلسلة التي رأيتها مرة واحدة", "ظهرت مرة واحدة عند إنشاء", "ما يوقع به برنامجك"]),
    (Secret(CardSecurityCode), &["ظهر بطاقتك", "ظهر البطاقة", "خلف بطاقتك", "وجهي البطاقة"]),
    // What the words above are a part of and nobody keeps secret: the card of an identity, which is asked for on both sides wherever
    // somebody proves who they are, what an app or a message says of a fault, and a few words.
    (Harmless, &[
        "number on the back of your id*", "number on the back of the id*", "document number on the back",
        "serial number on the back", "what the app says when you try", "what the app shows when you try",
        "what your app says when you try", "what your app shows when you try", "word document", "word file",
    ]),
    (Harmless, &[
        "居留卡背面", "健保卡背面", "身份卡背面", "身分卡背面", "居留卡的正反面", "健保卡的正反面", "身份卡的正反面", "身分卡的正反面", "健保卡反面", "身份卡反面", "app上显示什么错误",
        "app上顯示什麼錯誤", "app里显示的错误", "app裡顯示的錯誤", "app里显示的余额", "app裡顯示的餘額", "app里显示的状态", "app裡顯示的狀態",
    ]),
    (Harmless, &[
        "マイナンバーカードの裏面", "マイナンバーカード裏面", "マイナンバーカードの表裏", "マイナンバーカードの両面", "在留カードの裏面", "在留カード裏面", "在留カードの表裏", "在留カードの両面",
        "個人番号カードの裏面", "個人番号カード裏面", "個人番号カードの表裏", "個人番号カードの両面", "エラーメッセージの内容を", "アプリに表示されるエラー", "アプリに表示される残高",
        "アプリに表示されるステータス", "アプリに表示されたエラー", "アプリに表示された残高", "アプリに表示されたステータス", "アプリに表示されているエラー", "アプリに表示されている残高",
        "アプリに表示されているステータス",
    ]),
    (Harmless, &[
        "등록카드 뒷면", "등록카드 앞뒷면", "등록카드 앞뒤", "신분증 카드 뒷면", "신분증 카드 앞뒷면", "신분증 카드 앞뒤", "id 카드 뒷면", "id 카드 앞뒷면", "id 카드 앞뒤",
        "앱에 뜬 오류", "앱에 뜬 에러", "앱에 뜬 잔액", "앱에 뜨는 오류", "앱에 뜨는 에러", "앱에 뜨는 잔액", "앱에 나오는 오류", "앱에 나오는 에러", "앱에 나오는 잔액",
        "앱에 표시된 에러", "앱에 표시된 잔액",
    ]),
    (Harmless, &[
        "в двух словах", "в нескольких словах", "в паре слов", "пару слов о", "несколько слов о",
        "что в приложении не", "что показывает приложение при попытке", "что показывает приложение вместо",
    ]),
    (Harmless, &[
        "reverso de la tarjeta de ident*", "reverso de su tarjeta de ident*", "dorso de la tarjeta de ident*",
        "dorso de su tarjeta de ident*", "ambos lados de la tarjeta de ident*", "dos caras de la tarjeta de ident*",
        "reverso de la tarjeta de residencia", "ambos lados de la tarjeta de residencia", "lo que dice el mensaje de error",
        "lo que muestra la app al intentar", "lo que dice la app al intentar",
    ]),
    (Harmless, &[
        "kimlik kartınızın arkasında*", "kimlik kartınızın arka yüzü*", "kimlik kartın arka yüzü*",
        "kimlik kartın iki yüzü*", "kimlik kartın iki tarafı*", "kimlik kartın önünü ve arkasını",
        "uygulamada görünen hata*", "uygulamada çıkan hata*", "uygulamada yazan hata*", "mesajda yazan hata*",
        "uygulamada görünen bakiye*",
    ]),
    (Harmless, &[
        "hai mặt thẻ căn cước", "hai mặt thẻ cccd", "hai mặt thẻ cư trú", "mặt sau thẻ căn cước", "mặt sau thẻ cccd",
        "mặt sau thẻ cư trú", "mặt sau của thẻ căn cước", "phía sau thẻ căn cước", "nội dung tin nhắn lỗi",
        "ứng dụng hiện gì khi bị lỗi",
    ]),
    (Harmless, &[
        "وجهي البطاقة الشخصية", "وجهي البطاقة الوطنية", "ظهر البطاقة الشخصية", "ظهر البطاقة الوطنية", "ظهر بطاقتك الشخصية",
        "ظهر بطاقتك الوطنية", "خلف بطاقتك الشخصية", "ما يظهر في التطبيق عند المحاولة", "نص الرسالة التي تظهر",
        "بكلمات قليلة", "بضع كلمات",
    ]),
    (Question(OneTimeCode), &["ماذا فيها من أرقام", "qué número sale", "что за число", "何の番号"]),
];
