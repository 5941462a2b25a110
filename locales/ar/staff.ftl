### See en/staff.ftl.

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

error-event-unsigned = الأحداث غير موقّعة. أرسل proofdesk-key و proofdesk-timestamp و proofdesk-signature كما يوضح docs/exchange-events.md.
error-event-forged = التوقيع لا يطابق الأحداث، أو أن المفتاح مجهول أو ملغى. وقّع بايتات المحتوى كما هي بمفتاح لهذه العلامة التجارية.
error-event-stale = وُقّعت الأحداث بفارق يزيد على { $seconds } ثانية عن الآن. تحقق من الساعة ووقّع من جديد ثم أعد الإرسال.
error-event-mismatch = حدث آخر يحمل هذا المعرّف أو الرقم. كل منهما يُستخدم مرة واحدة؛ أرسل الحدث المعدّل بمعرّف ورقم جديدين.
error-event-not-failed = لا تُعاد معالجة إلا حدث فشل. هذا الحدث ينتظر أو عولج.
error-input-gone = تجاوز محتوى هذا الحدث المدة المسموح بها فأُتلف. اطلب من المنصة إرسال الحدث نفسه مرة أخرى، وبعدها يمكن معالجته.

## Filters

error-filter-word = لا يوجد في «{ $word }» ما يُبحث عنه. اكتب كلمات من التذاكر، أو مفتاحًا مثل: { $takes }.
error-filter-key = لا يوجد مفتاح باسم «{ $word }». قد يكون أحد هذه: { $takes }.
error-filter-value = لا يمكن أن تكون قيمة «{ $key }» هي «{ $word }». من القيم الممكنة: { $takes }.
error-filter-comparison = لا تُقارن «{ $key }» بهذه الطريقة. اكتب { $takes } بعدها.
error-filter-unfinished = «{ $word }» غير مكتملة: تنقصها قيمة أو علامة الاقتباس الأخيرة.
error-filter-long = هذا كثير على تصفية واحدة: { $takes } على الأكثر.

## Macros and articles

error-macro-variable = «{ $name }» في السطر { $line }، العمود { $column } ليس متغيرًا. اختر واحدًا من القائمة وأغلقه بـ { "\u2066" }{"}}"}{ "\u2069" }.
error-macro-fallback = «{ $name }» في السطر { $line }، العمود { $column } غير معروف دائمًا. اكتب بعد الخط العمودي ما يظهر حينها: { "\u2066" }{"{{"}{ $name }|…{"}}"}{ "\u2069" }.
error-verification-required = هذا الرد الجاهز للعملاء الذين تم التحقق منهم بدرجة أعلى فقط. اطلب من العميل تسجيل الدخول أو أجب بكلماتك.
error-nothing-to-prove = ليس لهذا العميل حساب ولا عنوان بريد إلكتروني خاص به، لذلك لا يوجد ما يمكنه إثباته.
error-article-state = لا يمكن نقل هذا النص من حالته الحالية. أعد تحميله.
error-review-by-another = أنت من كتب هذا الإصدار، لذا يجب أن ينشره موظف آخر. أرسله للمراجعة.
error-terms-unkept = لا تستخدم الترجمة كلمات محددة في المسرد: { $terms }. موضعها في النص الأصلي: «{ $place }». استخدمها أو اذكر السبب عند النشر.
error-section-in-use = توجد مقالات في هذا القسم. انقلها أولًا.
error-category-last = هذه هي الفئة الوحيدة التي تعرضها العلامة التجارية. اعرض فئة أخرى أولًا.
error-status-needed = يضع النظام التذاكر في هذه الحالة تلقائيًا، لذا لا يمكن إيقافها. يمكنك تغيير اسمها.
error-status-in-use = هناك تذاكر لم تُنجز بعد في هذه الحالة، وعددها: { $count }. انقلها إلى حالة أخرى أولًا.
error-tag-in-use = هناك تذاكر تحمل هذا الوسم، وعددها: { $count }. أزله عنها أولًا.
error-status-in-macros = هناك ردود جاهزة مشتركة تستخدم هذه الحالة، وعددها: { $count }. عدّلها أو أرشفها أولًا.
error-article-not-signed-in = لا يمكن تحديد مستوى VIP والبلدان إلا لمقال موجّه إلى العملاء الذين سجّلوا الدخول.
error-article-file-type = تقبل المقالات صور PNG وJPEG وGIF وWebP وAVIF السليمة، وملفات PDF، والنصوص العادية.
error-image-without-words = في النص صورة بلا وصف. اكتب ما تُظهره، أو حدّدها على أنها للزينة.

## Tickets

error-snooze-inactive = لم يبقَ ما يُعمل في هذه التذكرة، فلا شيء يؤجَّل. أعد فتحها أولًا.
error-constraint-ended = أُنهي هذا التقييد في هذه الأثناء. إن كان ما يزال ساريًا فأضف تقييدًا جديدًا.
error-merge-itself = لا يمكن دمج تذكرة في نفسها.
error-merge-other-customer = التذكرتان لعميلين مختلفين. لا تُدمج إلا تذاكر العميل نفسه، حتى لا يقرأ أحد ما ليس له.
error-link-itself = لا يمكن ربط تذكرة بنفسها.
