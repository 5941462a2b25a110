### See en/staff.ftl.

## Who you are

error-no-permission = يتطلب هذا صلاحية «{ $permission }». يمكن لمسؤول النظام منحك إياها.
error-wrong-credentials = عنوان البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقق منهما وحاول مرة أخرى.
error-password-weak = من السهل جدًا تخمين كلمة المرور هذه. اختر كلمة مرور غير معروفة. الحد الأدنى لعدد الأحرف: { $limit }.
error-second-factor-required = أدخل الأرقام الستة من تطبيق المصادقة للمتابعة.
error-second-factor-wrong = الرمز غير صحيح أو انقضت ثوانيه الثلاثون. أدخل الرمز الذي يعرضه التطبيق الآن.
error-second-factor-enrolment = يشترط مسؤول النظام المصادقة الثنائية. قم بإعداد تطبيق المصادقة للمتابعة.
error-second-factor-state = تغيّرت حالة المصادقة الثنائية في هذه الأثناء. أعد تحميل الصفحة لترى حالتها الآن.
error-member-disabled = هذا الحساب معطّل. يمكن لمسؤول النظام تفعيله من جديد.
error-budget-spent = استنفدت المسموح به في الساعة الواحدة. انتظر { $seconds } ث أو راجع المشرف.

## Administration

error-field-taken = هذه القيمة مستعملة بالفعل. اختر غيرها.
error-last-administrator = هذا آخر مسؤول للنظام. عيّن مسؤولًا آخر أولًا.
error-role-in-use = ما زال هذا الدور مسندًا إلى موظفين. أسند إليهم دورًا آخر أولًا.
error-team-in-use = ما زالت هناك تذاكر لهذا الفريق. انقلها إلى فريق آخر أولًا.
error-role-builtin = هذا الدور جزء من البرنامج ولا يمكن تعديله. انسخه وعدّل النسخة.
error-webhook-url = لا نرسل إلى عنوان URL هذا. استخدم عنوان https متاحًا على الإنترنت العام.
error-delivery-pending = ما زال هذا الإرسال جاريًا. انتظر نتيجته.

## The log

error-not-checkpointed = لا يوجد بعد توقيع يشمل هذا الحدث. سيتوفر خلال { $seconds } ث؛ حاول مرة أخرى حينها.

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
error-terms-unkept = في قائمة المصطلحات كلمات لا تستخدمها هذه الترجمة: { $terms }. موضعها في النص الأصلي: «{ $place }». استخدمها أو اذكر السبب عند النشر.
error-section-in-use = توجد مقالات في هذا القسم. انقلها أولًا.
error-category-last = هذه هي الفئة الوحيدة التي تعرضها العلامة التجارية. اعرض فئة أخرى أولًا.
error-accent-too-faint = هذه الألوان باهتة تصعب قراءتها: إحدى نسب التباين { $ratio } إلى 1 والمطلوب { $least } على الأقل. اختر تشبعًا أقل أو لونًا آخر.
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
error-account-act-pending = لم تُجب المنصة بعد عمّا إذا كانت قد جمّدت حساب هذا العميل. انتظر ردها ثم احذف بياناته.

## The development page

development-title = عملاء تجريبيون
development-intro = يوقّع كل زر رمز دخول قصير الأجل كما تفعل المنصة، ثم يعود به. لا توجد هذه الصفحة إلا حيث تسمح بها الإعدادات.
development-sign-in = تسجيل الدخول
development-sign-in-as = تسجيل الدخول باسم { $name }
development-none = لا يوجد عملاء بعد.
development-other = أي حساب آخر
development-other-hint = معرّف الحساب في المنصة. إن كان جديدًا هنا صار عميلًا جديدًا.
