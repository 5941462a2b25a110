### See en/errors.ftl for what each group is for.

error-signed-out = لم تسجّل الدخول. سجّل الدخول ثم أعد المحاولة.
error-session-expired = انتهت جلستك. سجّل الدخول من جديد؛ ما كتبته ما زال هنا.
error-customers-only = لا يستطيع فعل هذا إلا العميل نفسه. سجّل الدخول من المنصة.
error-csrf-missing = لم نستطع التأكد من أن هذا الطلب جاء من صفحتنا. حدّث الصفحة ثم أرسل من جديد.
error-locked-out = محاولات خاطئة كثيرة. انتظر { $seconds } ث ثم حاول مرة أخرى.
error-rate-limited = طلبات كثيرة دفعة واحدة. انتظر { $seconds } ث ثم حاول مرة أخرى.
error-token-malformed = رمز الدخول تالف. افتح الدعم من المنصة مرة أخرى.
error-token-forged = رمز الدخول لم توقّعه المنصة. افتح الدعم من المنصة نفسها.
error-token-expired = انتهت صلاحية رمز الدخول. افتح الدعم من المنصة مرة أخرى فتنشئ رمزًا جديدًا.
error-token-lifetime = مدة رمز الدخول أطول مما نقبل أو غير محددة. افتح الدعم من المنصة مرة أخرى.
error-token-audience = أُنشئ رمز الدخول لمكان آخر. افتح الدعم من المنصة مرة أخرى.
error-token-replayed = استُخدم رمز الدخول من قبل. افتح الدعم من المنصة مرة أخرى فتنشئ رمزًا جديدًا.
error-invalid-input = بعض الإجابات تحتاج إلى مراجعة، وبجانب كل منها بيان الخطأ.
error-not-found = لا يوجد هنا ما يمكنك رؤيته. تحقق من عنوان الصفحة أو الرقم.
error-field-required = هذا الحقل مطلوب.
error-field-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف: { $limit }.
error-text-has-nul = في النص حرف صفري غير مرئي لا يمكن حفظه. احذفه أو الصق النص بلا تنسيق.
error-holds-secret = يوجد هنا ما يشبه كلمة مرور أو مفتاحًا أو عبارة استرداد، ونحن لا نحتفظ بأي منها في أي مكان. احذفه، وإن كان حقيقيًا فاستبدله.
error-body-too-large = الحجم كبير جدًا لإرسال واحد. قلّل النص أو أرفقه كملف.
error-cursor-invalid = هذا الموضع في القائمة لم يعد صالحًا. ابدأ من الصفحة الأولى.
error-idempotency-in-progress = ما زال الطلب نفسه قيد التنفيذ. انتظر لحظة ثم تحقق.
error-ticket-number-wrong = هذا ليس رقم تذكرة: فيه حرف خاطئ. قارنه برسالتنا الإلكترونية أو بقائمتك.
error-ticket-closed = هذه التذكرة مغلقة ولا تقبل الردود. افتح تذكرة جديدة واذكر رقم هذه التذكرة.
error-attachment-too-large = هذا الملف أكبر من { $limit }. أرسل ملفًا أصغر أو قصّر التسجيل.
error-attachment-incomplete = لم يصل الملف كاملًا. أرسله مرة أخرى.
error-attachment-empty = هذا الملف فارغ. اختر غيره.
error-attachment-unusable = لا يمكن إرفاق هذا الملف هنا: استُخدم في مكان آخر أو انتهت صلاحيته. اختره من جديد.
error-too-many-attachments = الملفات كثيرة جدًا. أرسل { $limit } كحد أقصى مع كل رسالة.
error-storage-full = امتلأت مساحة التخزين لدينا فلم يُحفظ شيء. وصلنا تنبيه؛ حاول بعد دقائق.
error-read-only = نستطيع العرض الآن دون الحفظ. احتفظ بنصك وحاول بعد دقائق.
error-outcome-unknown = لا نعرف إن كان هذا قد حُفظ. تحقق قبل أن ترسله مرة أخرى.
error-unavailable = لا نستطيع فعل هذا الآن. لم يُفقد شيء؛ حاول بعد دقيقة.
error-internal = حدث عطل لدينا ووصلنا تنبيه به. حاول مرة أخرى، وإن استمر فاذكر رقم الطلب.
error-evidence-not-recognised = لم نتعرّف على معرّف معاملة أو عنوان أو رابط أو مبلغ. الصق القيمة كاملة.
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

error-attachment-infected = عُثر على فيروس في هذا الملف، لذلك لا يمكن لأحد فتحه.
error-attachment-unscanned = ما زال هذا الملف قيد الفحص من الفيروسات. حاول مجددًا بعد دقيقة.
error-upload-offset = وصل الرفع إلى البايت { $offset }. تابع من هناك.
error-upload-length = وصلت بايتات أكثر مما أُعلن عنه. ابدأ الرفع من جديد.
error-upload-digest = ما وصل ليس الملف المُعلن عنه. أرسله مجددًا من البداية.
error-upload-stalled = لم يصل شيء لمدة طويلة فأُنهي الرفع. تحقق من الاتصال وأرسل الملف مجددًا.

## Forms, and customers who wait

error-not-our-turn = التذكرة تنتظر ردك أو أنها محلولة، فلا حاجة إلى تذكير. اكتب أدناه بدلًا من ذلك.
error-escalated-to-top = تذكرتك لدى المشرف بالفعل، ولا أحد فوقه؛ الخطوة التالية شكوى رسمية.

## What the exchange tells by itself

error-event-unsigned = الأحداث غير موقّعة. أرسل proofdesk-key و proofdesk-timestamp و proofdesk-signature كما يوضح docs/exchange-events.md.
error-event-forged = التوقيع لا يطابق الأحداث، أو أن المفتاح مجهول أو ملغى. وقّع بايتات المحتوى كما هي بمفتاح لهذه العلامة التجارية.
error-event-stale = وُقّعت الأحداث بفارق يزيد على { $seconds } ثانية عن الآن. تحقق من الساعة ووقّع من جديد ثم أعد الإرسال.
error-event-mismatch = حدث آخر يحمل هذا المعرّف أو الرقم. كل منهما يُستخدم مرة واحدة؛ أرسل الحدث المعدّل بمعرّف ورقم جديدين.
error-event-not-failed = لا تُعاد معالجة إلا حدث فشل. هذا الحدث ينتظر أو عولج.

## Filters and views

error-filter-word = لا يوجد في «{ $word }» ما يُبحث عنه. اكتب كلمات من التذاكر، أو مفتاحًا مثل: { $takes }.
error-filter-key = لا يوجد مفتاح باسم «{ $word }». قد يكون أحد هذه: { $takes }.
error-filter-value = لا يمكن أن تكون قيمة «{ $key }» هي «{ $word }». من القيم الممكنة: { $takes }.
error-filter-comparison = لا تُقارن «{ $key }» بهذه الطريقة. اكتب { $takes } بعدها.
error-filter-unfinished = «{ $word }» غير مكتملة: تنقصها قيمة أو علامة الاقتباس الأخيرة.
error-filter-long = هذا كثير على تصفية واحدة: { $takes } على الأكثر.

## Macros

error-macro-variable = «{ $name }» في السطر { $line }، العمود { $column } ليس متغيرًا. اختر واحدًا من القائمة وأغلقه بـ { "\u2066" }{"}}"}{ "\u2069" }.
error-macro-fallback = «{ $name }» في السطر { $line }، العمود { $column } غير معروف دائمًا. اكتب بعد الخط العمودي ما يظهر حينها: { "\u2066" }{"{{"}{ $name }|…{"}}"}{ "\u2069" }.
error-verification-required = هذا الرد الجاهز للعملاء الذين تم التحقق منهم بدرجة أعلى فقط. اطلب من العميل تسجيل الدخول أو أجب بكلماتك.

## Requests that come again, or slowly

error-idempotency-refused = هذا العنوان لا يقبل مفتاح منع التكرار: إعادة الإرسال تعني إعادة التنفيذ. أزل المفتاح.
error-answer-shown-once = نُفِّذ هذا من قبل، ونتيجته تُعرض مرة واحدة فقط. إن ضاعت فألغِ ما نُفِّذ ثم أعد المحاولة بمفتاح جديد.
error-body-too-slow = وصل طلبك ببطء شديد ولم يكتمل. لم يتغير شيء؛ تحقق من الاتصال ثم أرسله مجددًا.

## The help centre

error-article-state = لا يمكن نقل هذا النص من حالته الحالية. أعد تحميله.
error-section-in-use = توجد مقالات في هذا القسم. انقلها أولًا.

## Search

error-search-not-ready = فهرس البحث في هذا الخادم قيد الإنشاء، أو موجود في مكان آخر. حاول بعد بضع دقائق؛ التصفية بالمفاتيح تعمل في هذه الأثناء.
error-snooze-inactive = لم يبقَ ما يُعمل في هذه التذكرة، فلا شيء يؤجَّل. أعد فتحها أولًا.

## Tickets that go on in another one
error-ticket-merged = تستمر هذه التذكرة في { $into }. افعل ذلك هناك.
error-merge-itself = لا يمكن دمج تذكرة في نفسها.
error-merge-other-customer = التذكرتان لعميلين مختلفين. لا تُدمج إلا تذاكر العميل نفسه، حتى لا يقرأ أحد ما ليس له.
