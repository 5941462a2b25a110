### See en/words.ftl.

issue-deposit-not-credited = إيداع لم يُقيَّد
issue-withdrawal-pending = سحب معلّق
issue-withdrawal-failed = سحب فاشل
issue-wrong-network = شبكة خاطئة
issue-missing-memo = مذكرة أو وسم مفقود
issue-api-error = خطأ API
issue-order-rejected = أمر مرفوض أو متأخر
issue-liquidation-dispute = اعتراض على تصفية
issue-settlement-question = سؤال عن التسوية
issue-earn-and-staking = الأرباح والتخزين
issue-login-or-2fa = فقدان الدخول أو 2FA
issue-account-change = تغيير في الحساب
issue-kyc = توثيق الهوية
issue-theft = سرقة
issue-impersonation = انتحال شخصية
issue-fees = الرسوم
issue-suggestion = اقتراح
issue-complaint = شكوى
issue-other = غير ذلك

secret-seed-phrase = عبارة استرداد
secret-slip39-share = جزء من عبارة استرداد (SLIP-39)
secret-monero-seed = عبارة استرداد Monero
secret-wif-key = مفتاح خاص
secret-extended-private-key = مفتاح خاص موسّع
secret-hex-private-key = مفتاح خاص
secret-bip38-key = مفتاح خاص مشفّر (BIP-38)
secret-xrp-seed = مفتاح XRP السري
secret-stellar-secret = مفتاح Stellar السري
secret-solana-keypair = مفتاح Solana الخاص
secret-keystore = ملف Keystore
secret-pem-private-key = مفتاح خاص (PEM)
secret-otpauth-uri = رابط إعداد تطبيق المصادقة
secret-totp-secret = مفتاح إعداد تطبيق المصادقة
secret-one-time-code = رمز تحقق
secret-password = كلمة مرور
secret-api-secret = مفتاح API السري
secret-api-passphrase = عبارة مرور API
secret-session-token = رمز جلسة الدخول
secret-card-number = رقم بطاقة
secret-iban = رقم حساب بنكي (IBAN)

leak-hidden = أخفينا ما يلي قبل حفظ رسالتك: { $what }. لا يستطيع أحد هنا قراءته.
leak-before-send = يبدو أن نصك يحتوي على ما يلي: { $what }. احذفه قبل الإرسال، فلا أحد في { $brand } يحتاج إليه.
leak-theft = نتعامل مع هذا على أنه سرقة محتملة ونعالجه قبل غيره.
leak-advice-wallet = افترض أن غيرك يعرف ذلك: انقل كل أموالك إلى محفظة جديدة الآن. تغيير كلمة المرور لا يحمي المحفظة القديمة.
leak-advice-keystore = انقل كل أموالك إلى محفظة جديدة الآن، إلا إذا كانت تحميه كلمة مرور قوية لا يعرفها غيرك. تغييرها لا يفيد: من لديه نسخة يفتحها بالكلمة القديمة.
leak-advice-two-factor = أوقف تطبيق المصادقة الآن وأعد إعداده من جديد. من لديه المفتاح القديم يستطيع توليد رموزك.
leak-advice-code = لا تستخدم هذا الرمز واطلب رمزًا جديدًا. لا تعطِ أي رمز لأحد أبدًا، ولا حتى لنا.
leak-advice-password = غيّر كلمة المرور هذه الآن في كل مكان تستخدمها فيه.
leak-advice-api = احذف مفتاح API هذا الآن وأنشئ مفتاحًا جديدًا، ثم راجع أحدث الأوامر وعمليات السحب بحثًا عن أي عملية لم تقم بها.
leak-advice-session = سجّل الخروج الآن من جميع أجهزتك ثم سجّل الدخول من جديد. إلى أن تفعل ذلك قد يتصرف غيرك باسمك.
leak-advice-card = لا نحتاج إليه. إن كنت قد أعطيته لأحد أو رأيت دفعة ليست لك فأبلغ بنكك الآن.
leak-advice-bank = أخفيناه حفاظًا على خصوصيتك. ليس عليك فعل أي شيء.

upload-not-read = لا يمكن فحص الصور والفيديو وملفات PDF بحثًا عن معلومات سرية. لا تُظهر فيها عبارة استرداد أو مفتاحًا أو رمزًا.
upload-text-masked = أخفينا معلومات سرية في هذا الملف.

asks-for-secret-title = لا يمكن الإرسال: النص يطلب معلومة سرية
asks-for-secret-password = هذا النص يطلب كلمة مرور. لا نطلبها من العملاء أبدًا. احذف هذا الطلب.
asks-for-secret-one-time-code = هذا النص يطلب رمز تحقق. لا نطلبه من العملاء أبدًا. احذف هذا الطلب.
asks-for-secret-seed-phrase = هذا النص يطلب عبارة استرداد. لا نطلبها من العملاء أبدًا. اطلب بدلًا منها العنوان أو معرّف المعاملة.
asks-for-secret-private-key = هذا النص يطلب مفتاحًا خاصًا. لا نطلبه من العملاء أبدًا. اطلب بدلًا منه العنوان أو معرّف المعاملة.
asks-for-secret-api-secret = هذا النص يطلب المفتاح السري أو عبارة المرور لواجهة API. لا نطلبهما من العملاء أبدًا. اطلب بدلًا منهما المعرّف العلني للمفتاح أو رسالة الخطأ.
asks-for-secret-card-security-code = هذا النص يطلب رمز أمان البطاقة. لا نطلبه من العملاء أبدًا. تكفي آخر أربعة أرقام من رقم البطاقة.

evidence-kind-tx = معرّف المعاملة
evidence-kind-address = العنوان
evidence-kind-link = الرابط
evidence-kind-amount = المبلغ
evidence-kind-uid = UID
evidence-kind-order = رقم الأمر
evidence-kind-height = رقم الكتلة
evidence-kind-chain-id = معرّف السلسلة (Chain ID)
evidence-kind-time = التاريخ والوقت
evidence-kind-ticker = العملة

evidence-title = بيانات للتحقق
evidence-none = لا يوجد معرّف معاملة أو عنوان أو رابط بعد. أضف واحدًا ونتحقق منه فورًا.
evidence-placeholder = الصق معرّف معاملة (TxID) أو عنوانًا أو رابطًا
evidence-not-recognised = لم نتعرّف على هذا. الصق معرّف المعاملة أو العنوان أو رابط مستكشف الكتل كاملًا.
evidence-add = إضافة بيانات
evidence-edit = تعديل
evidence-remove = إزالة
evidence-copy = نسخ كامل
evidence-open-explorer = فتح في مستكشف الكتل
evidence-search = البحث عن تذاكر تحتوي على هذا
evidence-network = الشبكة
evidence-networks-possible = { $count ->
    [one] شبكة واحدة محتملة
    [two] شبكتان محتملتان
    [few] { $count } شبكات محتملة
   *[other] { $count } شبكة محتملة
}
evidence-memo = المذكرة أو الوسم
evidence-found-by-desk = تعرّفنا عليه في الرسالة تلقائيًا
evidence-added-by = أُضيف بواسطة { $name }
evidence-uid-not-yours = رقم UID هذا ليس رقم الحساب الذي سجّلت الدخول به.

evidence-checked = تم التحقق: لا يوجد خطأ في الكتابة (مجموع التحقق مطابق)
evidence-shape = يبدو صحيحًا. ليس لهذا النوع مجموع تحقق، فلا يظهر الخطأ في كتابته.
evidence-problem = هناك مشكلة
evidence-unchecked = لم يتم التحقق

evidence-problem-cut-off = { $what }: النهاية ناقصة، وعدد الأحرف { $have } من أصل { $want }. انسخه من جديد بزر النسخ في محفظتك.
evidence-problem-too-long = { $what }: أطول من اللازم، وعدد الأحرف { $have } بدلًا من { $want }. انسخه وحده من جديد دون ما قبله أو بعده.
evidence-problem-changed-character = { $what }: الحرف رقم { $position } خاطئ. انسخه من جديد من حيث وجدته ولا تصححه يدويًا.
evidence-problem-changed-character-expected = { $what }: الحرف رقم { $position } خاطئ، والأرجح أن الصحيح «{ $expected }». انسخه من جديد من حيث وجدته ولا تصححه يدويًا.
evidence-problem-wrong-checksum = { $what }: مجموع التحقق غير مطابق، أي أن فيه خطأ كتابة. انسخه من جديد بزر النسخ في محفظتك.
evidence-problem-ellipsis = { $what }: معروض مختصرًا، ولا يظهر منه سوى الأحرف الأولى ({ $head }) والأخيرة ({ $tail }). افتحه في محفظتك وانسخه كاملًا.
evidence-problem-look-alike = { $what }: الحرف رقم { $position } هو «{ $found }»، وهو يشبه «{ $meant }» فقط. قرأناه على أنه «{ $meant }»، فقارنه بالأصل.
evidence-problem-spaces = { $what }: كانت فيه مسافات فأزلناها. تأكد من أنه لا ينقصه شيء.
evidence-problem-line-break = { $what }: كان موزّعًا على عدة أسطر فجمعناها. تأكد من أنه لا ينقصه شيء.
evidence-problem-invisible = { $what }: كانت فيه أحرف غير مرئية فأزلناها. ليس عليك فعل أي شيء.
evidence-problem-full-width = { $what }: كان مكتوبًا بأحرف كاملة العرض فحوّلناها إلى أحرف عادية. ليس عليك فعل أي شيء.
evidence-problem-missing-prefix = { $what }: ينقصه «0x» في البداية. انسخه من أوله من جديد.
evidence-problem-mixed-case = { $what }: يخلط بين الأحرف الكبيرة والصغيرة، وهذه الشبكة لا تسمح بذلك. انسخه من جديد بزر النسخ في محفظتك.
evidence-problem-wrong-variant = { $what }: أنشأه برنامج قديم، ولا يمكن إرسال شيء إليه. حدّث المحفظة وانسخ عنوانها من جديد.
evidence-problem-malformed = { $what }: لا يمكن أن يوجد على هذه الشبكة. انسخه من جديد من حيث وجدته، ولا ترسل إليه شيئًا قبل ذلك.
evidence-problem-test-network = { $what }: يخص شبكة تجريبية لا قيمة لعملاتها. إن كنت تقصد عملات حقيقية فانسخ ما يخص الشبكة الرئيسية.
evidence-problem-token-contract = { $what }: هذا عقد { $symbol } وليس محفظة. لا ترسل إليه شيئًا؛ وإن كنت قد أرسلت فأخبرنا بمعرّف المعاملة.
evidence-problem-burn-address = { $what }: لا يملكه أحد، وما يُرسل إليه لا يُسترد. تحقق من العنوان الذي تقصده.
evidence-problem-address-not-hash = هذا عنوان، والمطلوب هنا معرّف معاملة. افتح المعاملة في محفظتك وانسخ معرّفها (TxID).
evidence-problem-hash-not-address = هذا معرّف معاملة، والمطلوب هنا عنوان. افتح المعاملة في محفظتك وانسخ العنوان.
evidence-problem-look-alike-host = هذا الرابط يتظاهر بأنه { $real }. لا تُدخل فيه أي شيء؛ وإن كنت قد أدخلت فأخبرنا الآن.
evidence-problem-user-info = هذا الرابط يخفي وجهته الحقيقية خلف علامة «@». لا تُدخل فيه أي شيء؛ وإن كنت قد أدخلت فأخبرنا الآن.
evidence-problem-port = هذا الرابط يؤدي إلى منفذ لا يستخدمه مستكشف الكتل الحقيقي. لا تُدخل فيه أي شيء؛ وإن كنت قد أدخلت فأخبرنا الآن.
evidence-problem-ambiguous-date = يمكن الخلط بين اليوم والشهر في هذا التاريخ. اكتبه بترتيب السنة ثم الشهر ثم اليوم، مثل { "\u2066" }2026-03-04{ "\u2069" }.
evidence-problem-no-such-time = لا يوجد تاريخ أو وقت كهذا. تحقق منه واكتبه من جديد.
evidence-problem-wrong-form = { $what }: ليس بالشكل المستخدم هنا. انسخه من جديد من حسابك.

## Files

file-infected = عُثر فيه على فيروس. لا يمكن لأحد فتحه.
file-not-scanned = لم يُفحص من الفيروسات بعد
file-scan-failed = تعذّر فحصه من الفيروسات
file-metadata-kept = قد تبقى في هذه الصورة معلومات المكان والجهاز والوقت: لم نتمكن من إزالتها.
