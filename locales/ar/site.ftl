### See en/site.ftl for what each group is for.

site-skip = الانتقال إلى المحتوى
site-nav = القائمة الرئيسية
site-my-tickets = تذاكري
site-new-ticket = راسلنا
site-language = اللغة
site-account = الحساب
site-signed-in-as = مسجّل الدخول باسم { $name }
site-sign-in = تسجيل الدخول
site-sign-out = تسجيل الخروج
site-safety = لا نطلب أبدًا كلمات المرور أو رموز المصادقة الثنائية (2FA) أو عبارات الاسترداد أو المفاتيح الخاصة، ولا يطلبها أحد من { $brand }.
site-title = { $title } · دعم { $brand }
site-error-title = خطأ: { $title }
site-support = دعم { $brand }

verification-signed-in = مسجّل الدخول · حتى { $time }
verification-email = تم تأكيد البريد الإلكتروني
verification-none = غير موثّق
verification-expired = انتهت الصلاحية

age-now = الآن
age-minutes = قبل { $count } د
age-hours = قبل { $count } س
age-days = { $count ->
    [zero] اليوم
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
  }

status-open = نعمل على تذكرتك
status-waiting-on-customer = نحتاج إلى معلومة منك
status-waiting-on-internal = يراجعها فريق متخصص
status-solved = تم الحل. أخبرنا إن لم تُحل المشكلة
status-closed = مغلقة
status-next-open = لم نحدّد موعدًا للرد. سيظهر الرد هنا.
status-next-waiting-on-customer = أجب أدناه ونتابع فورًا.
status-next-waiting-on-internal = لم نحدّد موعدًا للرد. ستقرأ ردهم هنا فور وصوله.
status-next-solved = إن لم تُحل المشكلة فاكتب أدناه أو أعد فتح التذكرة: كل ما سبق يبقى معها.
status-next-closed = لم تعد تقبل الردود. إن عادت المشكلة فراسلنا واذكر هذا الرقم.

home-title = الدعم
home-heading = كيف نساعدك؟
home-greeting = مرحبًا، { $name }
home-open-tickets = تذاكرك المفتوحة
home-all-tickets = كل تذاكري
home-no-open = لا توجد تذاكر مفتوحة. إن واجهت مشكلة فراسلنا.
home-topics = ما موضوع المشكلة؟
home-theft = سُرق حسابي
home-theft-hint = أخبرنا فورًا. هذه الرسائل يُجاب عنها قبل غيرها.
home-anonymous = سجّل الدخول من المنصة لنعرف الحساب الذي تتحدث عنه.

sign-in-title = تسجيل الدخول
sign-in-how = ليس للدعم كلمة مرور خاصة به
sign-in-step-open = افتح { $brand } في التطبيق أو الموقع وسجّل الدخول هناك.
sign-in-why = بهذا لا يستطيع أحد انتحال شخصيتك بمجرد كتابة بريدك الإلكتروني، ولا توجد كلمة مرور ثانية تُسرق.
sign-in-development = هذه بيئة تطوير: اختر عميلًا تجريبيًا بدلًا من ذلك.
sign-in-development-link = عملاء تجريبيون
sign-in-needed = سجّل الدخول لرؤية هذه الصفحة.
sign-in-failed-title = لم يتم تسجيل دخولك
sign-in-again = كيفية تسجيل الدخول
sign-in-other-title = هل تريد تغيير الحساب؟
sign-in-other = أنت مسجّل الدخول باسم { $name }. الرابط الذي فتحته يخص حسابًا آخر.
sign-in-other-switch = الانتقال إلى الحساب الآخر
sign-in-other-stay = البقاء باسم { $name }

new-ticket-title = راسلنا
new-ticket-category = ما موضوع المشكلة؟
new-ticket-category-choose = اختر
new-ticket-subject = عنوان الرسالة
new-ticket-subject-hint = في كلمات قليلة، مثل «لم يصل إيداع USDT».
new-ticket-body = ماذا حدث؟
new-ticket-body-hint = الوقت والعملة والشبكة والمبلغ. الصق معرّف المعاملة (TxID) كاملًا.
new-ticket-send = إرسال
new-ticket-as = نرد على حساب { $name }.
secrets-warning = لا تكتب أبدًا كلمة مرور أو رمزًا أو عبارة استرداد أو مفتاحًا خاصًا، ولا حتى هنا.
leak-edit = تعديل النص
leak-send-anyway = إرسال على أي حال

files-label = الملفات
files-optional = اختياري
files-hint = لقطات شاشة أو تسجيلات أو PDF أو سجلات. عدد الملفات { $count } كحد أقصى، وحجم كل منها { $size } كحد أقصى.
files-again = اختر الملفات الجديدة مرة أخرى: المتصفح ينساها بعد الخطأ.
files-kept = تم رفعها
files-keep = الاحتفاظ بالملف { $name }
file-download = تنزيل
file-download-name = تنزيل { $name }
file-open-name = فتح { $name }
file-meta = { $type }، { $size }
file-gone = حُذف هذا الملف
file-type-image = صورة
file-type-video = فيديو
file-type-pdf = PDF
file-type-text = نص
file-type-other = ملف

form-problem = هناك مشكلة
form-error-prefix = خطأ:
field-category-required = اختر موضوع المشكلة.
field-subject-required = اكتب عنوانًا للرسالة في كلمات قليلة.
field-subject-too-long = عنوان الرسالة طويل جدًا. الحد الأقصى لعدد الأحرف: { $limit }.
field-body-required = اكتب ما حدث.
field-body-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف: { $limit }. أرفق النص الأطول كملف.
field-reply-required = اكتب ردًا أو اختر ملفًا.
field-file = { $name }: { $problem }
field-file-waiting = عدد الملفات التي رفعتها ولم تُرسل بعد أكبر من المسموح. أرسل رسالتك دون هذا الملف؛ تُحذف الملفات غير المرسلة خلال أسبوع على الأكثر.

tickets-title = تذاكري
tickets-open = مفتوحة
tickets-done = محلولة ومغلقة
tickets-none = ليست لديك تذاكر
tickets-none-hint = عندما تراسلنا تظهر رسالتك وكل رد عليها هنا.
tickets-updated = آخر تحديث { $age }
tickets-older = تذاكر أقدم
tickets-newest = أحدث التذاكر

ticket-number = التذكرة { $number }
ticket-opened = فُتحت في { $time }
ticket-category = الموضوع: { $category }
ticket-status = حالة تذكرتك
ticket-thread = المحادثة
ticket-you = أنت
ticket-system = رسالة آلية
ticket-erased = حُذفت هذه الرسالة.
ticket-event-status = الحالة الآن: { $status }
ticket-event-reopened = أُعيد فتحها
ticket-reply = ردك
ticket-reply-solved = لم تُحل؟ أخبرنا
ticket-reply-solved-hint = الإرسال يعيد فتح التذكرة.
ticket-send = إرسال
ticket-send-reopen = إرسال وإعادة فتح
ticket-solve = تم الحل
ticket-reopen = لم تُحل
ticket-new-instead = راسلنا من جديد
ticket-earlier = رسائل أقدم
ticket-later = أحدث الرسائل
notice-ticket-sent = وصلتنا رسالتك. رقم تذكرتك { $number }.
notice-reply-sent = تم إرسال ردك.
notice-solved = سُجّلت التذكرة محلولة. شكرًا لإخبارنا.
notice-reopened = أُعيد فتحها، ونتابع العمل عليها.
notice-signed-out = تم تسجيل خروجك.

live-off = لا تحديث مباشر منذ { $time }. نتحقق كل { $seconds } ث.
live-draft = أُعيدت مسودة سابقة إلى الحقل.
live-sending = جارٍ الإرسال…

problem-not-found-title = هذه الصفحة غير موجودة
problem-not-found = قد يكون عنوان الصفحة مكتوبًا بشكل خاطئ، أو أن التذكرة تخص حسابًا آخر. تذاكرك في القائمة.
problem-not-allowed-title = هذا غير ممكن
problem-form-only = لا يستقبل عنوان الصفحة هذا إلا ما يُرسل من نموذج. عد إلى الصفحة التي جئت منها وأرسل من هناك.
problem-unavailable-title = لا نستطيع فعل هذا الآن
problem-internal-title = حدث عطل لدينا
problem-too-large-title = الحجم كبير جدًا
typed-title = ما كتبته
typed-text = لم يُرسَل، ولا يوجد إلا في هذه الصفحة. انسخه ثم تابع، وسيكون عليك اختيار ملفاتك من جديد.
problem-session-title = سجّل الدخول من جديد
problem-session-typed = انتهت جلستك. سجّل الدخول من جديد؛ ما كتبته ما زال هنا.
problem-request-id = رقم الطلب
problem-home = إلى الصفحة الرئيسية
problem-tickets = تذاكري

## Files

files-camera = التقاط صورة
files-drop = يمكنك أيضًا سحب الملفات إلى هنا أو لصق لقطة شاشة.
files-going = أُرسل { $percent }
files-away = انقطع الاتصال. سيُستأنف الإرسال تلقائيًا عند عودته.
files-done = وصل
files-failed = لم يصل. حاول مجددًا أو أرسل الرسالة بدونه.
files-too-large = أكبر من { $size }. أرسل ملفًا أصغر أو قصّر التسجيل.
files-empty = هذا الملف فارغ. اختر غيره.
files-changed = تغيّر الملف أثناء إرساله. اختره من جديد.
files-too-many = الحد الأقصى لعدد الملفات في الرسالة الواحدة: { $count }.
files-remove = إزالة { $name }
files-retry = إعادة المحاولة
files-hold = ستُرسل رسالتك فور وصول الملفات.
file-held = قيد الفحص من الفيروسات. يمكن فتحه بعد ذلك.

## Transcript, looks, sessions, how to reach us

take-title = الاحتفاظ بالمحادثة
take-text = كل رسائل هذه التذكرة في ملف موقَّع. يمكن لأي شخص التحقق من أن شيئًا فيه لم يتغيّر، حتى من دوننا. رسائل الدقيقة الأخيرة فيه، لكنها ليست بعد في السجل الموقَّع.
take-html = للقراءة (HTML)
take-json = للبرامج (JSON)
take-html-part = للقراءة، الجزء { $number } (HTML)
take-json-part = للبرامج، الجزء { $number } (JSON)
verify-title = التحقق من ملف محادثة
verify-intro = هل عُرضت عليك محادثة معنا؟ اختر الملف ونخبرك إن كان أصليًا وما الذي تغيّر فيه.
verify-file = ملف المحادثة (HTML أو JSON)
verify-send = التحقق
verify-private = يُفحص الملف ولا نحتفظ به.
verify-none = اختر ملفًا أولًا.
verify-too-large = هذا الملف أكبر من { $size }. ملفات محادثاتنا ليست بهذا الحجم؛ ويمكن فحص الأكبر بالأمر «proofdesk transcript verify».
verify-genuine = أصلي
verify-genuine-meaning = جرت هذه المحادثة معنا، ولم يتغيّر شيء في الملف.
verify-changed = مُعدَّل
verify-changed-meaning = الملف موقَّع منا، لكنه عُدّل بعد ذلك. لا تعتمد عليه.
verify-not-ours = ليس منا
verify-not-ours-meaning = هذا الملف من فريق دعم آخر. لا نستطيع قول شيء عنه.
verify-key-unknown = غير موقَّع منا
verify-key-unknown-meaning = يقول الملف إنه منا، لكن لم يوقّعه أي من مفاتيحنا. لا تثق به.
verify-unreadable = ليس ملف محادثة
verify-unreadable-meaning = لا نستطيع قراءته كملف محادثة. ربما هو ملف آخر، أو أعاد متصفح أو محرر حفظه.
verify-number = التذكرة
verify-made = أُنشئ الملف في
verify-messages = الرسائل
verify-history = في السجل الموقَّع
verify-covered = { $count } من أصل { $all } من القيود
verify-part = الجزء
verify-findings = ما لا يتطابق
verify-more = و{ $count } غير ذلك.
verify-text = نص الرسالة رقم { $number }
verify-author = كاتب الرسالة رقم { $number }
verify-time = وقت القيد رقم { $number }
verify-file-of = ملف في الرسالة رقم { $number }
verify-status = الحالة في القيد رقم { $number }
verify-erasure = محو الرسالة رقم { $number }
verify-record = سطر السجل للقيد رقم { $number }
verify-entry = القيد رقم { $number }
verify-ticket = معلومة عن التذكرة
verify-head = معلومة عن الملف
verify-seal = توقيع الملف
verify-page-entry = ما تعرضه الصفحة من القيد رقم { $number }
verify-page = ما تعرضه الصفحة
verify-was-changed = { $what }: تغيّر
verify-is-missing = { $what }: مفقود
verify-was-added = { $what }: أُضيف لاحقًا
verify-was-moved = { $what }: في غير موضعه
verify-does-not-fit = { $what }: لا يطابق القيد
verify-keys = مفاتيحنا
verify-keys-hint = من يتحقق من دوننا يحتاج إلى أحدها. الأول هو الحالي.
looks-title = من اطّلع على بياناتي
looks-intro = اسمك وبريدك وهاتفك ومعرّف حسابك (UID) مخفية عن موظفينا. عندما يطّلع أحدهم على واحد منها فعليه ذكر السبب، ويُدرج ذلك هنا. الأحرف نفسها تعني دائمًا الشخص نفسه.
looks-none = لم يطّلع أحد على شيء منها.
looks-name = اسمك
looks-email = بريدك الإلكتروني
looks-phone = رقم هاتفك
looks-uid = معرّف حسابك (UID)
looks-transcript = المحادثة الكاملة { $number }
looks-unknown = بيان مُحي قيده
looks-by = الموظف { $code }
looks-reason = السبب
looks-reason-gone = مُحي
sessions-title = أين سجّلت الدخول
sessions-intro = هذه المتصفحات مسجَّلة الدخول إلى الدعم. إن لم تعرف أحدها فأنهِ جلسته. تسجيل دخولك إلى المنصة نفسها منفصل: أنهِه هناك.
sessions-here = هذا المتصفح
sessions-since = منذ { $time }
sessions-seen = آخر استخدام { $time }
sessions-unknown = متصفح غير معروف
sessions-end = إنهاء هذه الجلسة
sessions-everywhere = تسجيل الخروج من كل مكان
sessions-everywhere-hint = ينهي كل هذه الجلسات، وهذه أيضًا.
notice-session-ended = انتهت الجلسة.
notice-signed-out-everywhere = سُجّل خروجك من كل مكان.
reach-title = كيف تتواصل معنا
reach-intro = اختر الموضوع ونخبرك كم استغرق ردنا الأول مؤخرًا.
reach-way = راسلنا
reach-way-hint = يمكنك الكتابة في أي ساعة. يظهر ردنا في تذكرتك على هذا الموقع.
reach-measured = نصف التذاكر في هذا الموضوع تلقّى ردنا الأول خلال { $median }، وتسع من كل عشر خلال { $p90 }.
reach-measured-half = نصف التذاكر في هذا الموضوع تلقّى ردنا الأول خلال { $median }. أما تسع من كل عشر فلا يمكن تحديد مدتها بعد: ما زال كثير منها ينتظر.
reach-basis = { $count ->
    [zero] لم يُقَس على أي تذكرة من آخر 28 يومًا. وليس هذا وعدًا.
    [one] قيس على تذكرة واحدة من آخر 28 يومًا. وليس هذا وعدًا.
    [two] قيس على تذكرتين من آخر 28 يومًا. وليس هذا وعدًا.
    [few] قيس على { $count } تذاكر من آخر 28 يومًا. وليس هذا وعدًا.
    [many] قيس على { $count } تذكرة من آخر 28 يومًا. وليس هذا وعدًا.
   *[other] قيس على { $count } تذكرة من آخر 28 يومًا. وليس هذا وعدًا.
  }
reach-few = { $count ->
    [zero] لم تكن هناك تذاكر في هذا الموضوع في آخر 28 يومًا، فلا يمكننا تقدير مدة الرد.
    [one] كانت هناك تذكرة واحدة فقط في هذا الموضوع في آخر 28 يومًا: عدد لا يكفي لتقدير مدة الرد.
    [two] كانت هناك تذكرتان فقط في هذا الموضوع في آخر 28 يومًا: عدد لا يكفي لتقدير مدة الرد.
    [few] كانت هناك { $count } تذاكر فقط في هذا الموضوع في آخر 28 يومًا: عدد لا يكفي لتقدير مدة الرد.
    [many] كانت هناك { $count } تذكرة فقط في هذا الموضوع في آخر 28 يومًا: عدد لا يكفي لتقدير مدة الرد.
   *[other] كانت هناك { $count } تذكرة فقط في هذا الموضوع في آخر 28 يومًا: عدد لا يكفي لتقدير مدة الرد.
  }
reach-waiting = أكثر من نصف التذاكر الأخيرة في هذا الموضوع ({ $count }) ما زال ينتظر ردًا.
reach-panel = ما مدى سرعة ردنا
reach-own = لديك تذاكر مفتوحة في هذا الموضوع
reach-own-hint = إن كانت المشكلة نفسها فاكتب هناك: كل ما قيل في مكان واحد.
span-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
  }
span-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
  }
span-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
  }
site-more = المزيد

## Notifications

notices-title = الإشعارات
notices-none = لا جديد
notices-none-hint = عندما نرد يظهر ذلك هنا.
notices-unread = { $count ->
    [zero] لا إشعارات جديدة
    [one] إشعار جديد واحد
    [two] إشعاران جديدان
    [few] { $count } إشعارات جديدة
    [many] { $count } إشعارًا جديدًا
   *[other] { $count } إشعار جديد
  }
notices-new = جديد
notices-read-all = وضع علامة مقروء على الكل
notices-older = الأقدم
notice-kind-receipt = وصلتنا رسالتك
notice-kind-opened = فتحنا تذكرة لك
notice-kind-reply = رد جديد
notice-kind-wrote = رسالة جديدة
notice-kind-waiting = نحتاج إلى معلومة منك
notice-kind-solved = تم الحل
notify-title = ما نرسله إليك
notify-intro = كل ما يخص تذاكرك موجود في هذا الموقع. اختر ما تريد أن يصلك غير ذلك.
notify-mail = البريد الإلكتروني
notify-mail-hint = يُرسل إلى { $address }
notify-mail-none = ليس لدينا عنوان بريد إلكتروني لك.
notify-language = اللغة
notify-language-hint = نكتب إليك بهذه اللغة.
notify-save = حفظ
notice-notify-saved = تم الحفظ.
notice-all-read = وُضعت علامة مقروء على الكل.
link-title = فتح تذكرتك
link-text = يفتح هذا الرابط تذكرتك { $number }، وقد وصلك بالبريد الإلكتروني.
link-open = فتح التذكرة
link-note = يبقى دخولك قائمًا على هذا الجهاز ساعتين.

## Forms: the question box, one question a page, and a ticket's life

question-label = سؤالك
question-placeholder = الصق معرّف معاملة (TxID) أو عنوانًا أو رابطًا، أو اكتب بضع كلمات
question-hint = نقرأ ما تلصقه ونقودك إلى النموذج المناسب. لا يُرسَل شيء بعد.
question-ask = بحث
field-question-required = اكتب بضع كلمات، أو الصق معرّف معاملة (TxID) أو عنوانًا أو رابطًا.
field-question-too-long = السؤال طويل جدًا. الحد الأقصى لعدد الأحرف: { $limit }.
question-title = ما وجدناه فيه
question-recognised = ما تعرّفنا عليه
question-network = قد يكون على شبكة { $network }.
question-networks = قد يكون على أي من { $count } من الشبكات.
question-mentioned = تذاكرك التي تذكر الشيء نفسه
question-fitting = المواضيع المناسبة
question-fitting-hint = ما كتبته أُدخل بالفعل.
question-others = شيء آخر
choose-drafts = تابع من حيث توقفت
choose-kept = حُفظ { $age }
choose-withdrawn = لم يعد «{ $category }» متاحًا. اختر موضوعًا آخر: كل ما كتبته ينتقل معك.
text-step-hint = ما نستطيع قراءته هنا لا نسأل عنه ثانيةً.
step-count = الخطوة { $number } من نحو { $total }
step-back-link = رجوع
step-continue = متابعة
step-lacking = ليس متوفرًا لدي
step-kept = يُحفظ في كل صفحة: يمكنك المتابعة على جهاز آخر.
step-discard = حذف هذه المسودة
find-hash-title = أين أجده؟
field-amount-invalid = اكتب المبلغ بالأرقام، مثل { "\u2066" }250 USDT{ "\u2069" }.
field-time-invalid = اكتب اليوم والوقت، مثل { "\u2066" }2026-11-28 11:52 UTC{ "\u2069" }.
field-asset-invalid = اكتب الاسم المختصر للعملة، مثل USDT.
field-asset-required = اكتب الاسم المختصر للعملة، مثل USDT.
field-amount-required = اكتب المبلغ، مثل { "\u2066" }250 USDT{ "\u2069" }.
field-time-required = اكتب اليوم والوقت ولو على وجه التقريب.
check-title = المراجعة والإرسال
check-intro = غيّر ما ليس صحيحًا. لا يُرسَل شيء قبل أن تضغط الزر.
check-facts = إجاباتك
check-picked = مأخوذ من نصك
check-needed = ما زال مطلوبًا
check-none = بلا إجابة
check-change = تغيير
check-answer = إجابة
check-missing = أجب عن هذا: { $question }
check-meanwhile = تغيّرت إجاباتك أو ملفاتك أثناء ذلك في صفحة أخرى أو على جهاز آخر. راجعها مرة أخرى ثم أرسل.
new-ticket-subject-of = { $category }: { $what }
steps-title = ماذا يحدث لتذكرتك
step-done = تم:
step-now = الآن:
step-next = التالي:
step-opened = استلمنا رسالتك
step-opened-for = فتحنا هذه التذكرة لك
step-answered = رد من { $name }
step-wrote = رسالة من { $name }
step-desk-wrote = كتب إليك النظام
step-replied = أرسلت ردًا
step-asked = طلبنا منك معلومات
step-handed-on = تولّاها فريق متخصص
step-back = عادت إلى الدعم
step-solved = حُلّت
step-closed = أُغلقت
step-reopened = أعدت فتحها
step-nudged = أرسلت تذكيرًا
step-escalated = طلبت متخصصًا
step-escalated-lead = طلبت عرضها على المشرف
step-verification-asked = طلبنا منك تأكيد هويتك
step-verification-proven = أكدت هويتك
step-verification-withdrawn = لم يعد تأكيد هويتك مطلوبًا
step-next-open = تقرأ ردنا هنا
step-next-waiting-on-customer = تجيب أدناه فنتابع فورًا
step-next-waiting-on-internal = يرد المتخصصون وتقرأ ردهم هنا
step-next-done = إن تكررت المشكلة فأعد فتحها
given-title = إجاباتك عن أسئلتنا
nudge = إرسال تذكير
nudge-from = إن لم يصلك رد حتى ذلك الحين، يمكنك إرسال تذكير ابتداءً من { $time }.
notice-nudged = أخبرناهم أنك تنتظر.
notice-proof-mailed = الرابط في طريقه إلى بريدك الإلكتروني. قد يستغرق ذلك بضع دقائق.
proof-title = يرجى تأكيد هويتك
proof-text-sign-in = يطلب منك فريق الدعم تسجيل الدخول مرة أخرى.
proof-text-mail = يطلب منك فريق الدعم فتح هذه التذكرة من الرابط الموجود في رسالتنا الإلكترونية.
proof-until = يمكنك ذلك حتى { $time }.
proof-mail = أرسلوا لي الرابط بالبريد الإلكتروني
proof-link = طلب منك فريق الدعم تأكيد هويتك. يكفي أن تفتح التذكرة من هنا.
escalate = طلب متخصص
escalate-title = طلب شخص لديه صلاحيات أكبر
escalate-intro = ينظر فيها متخصص من المستوى الثاني مع كل ما سبق، وتحصل تذكرتك على أولوية عالية.
escalate-intro-lead = ينظر فيها المشرف مع كل ما سبق.
escalate-reason = ما الذي لم يسر على ما يرام حتى الآن؟
escalate-reason-hint = في بضع جمل. الحد الأقصى لعدد الأحرف: { $limit }. يُضاف إلى تذكرتك كرسالة.
escalate-send = إرسال الطلب
escalate-stay = تركها كما هي
escalate-from = أمام المستوى الذي لديه تذكرتك يوم واحد. يمكنك رفعها إلى المستوى الأعلى ابتداءً من { $time }.
escalate-top = تذكرتك لدى المشرف بالفعل، ولا أحد فوقه.
escalate-not-open = هذه التذكرة محلولة أو مغلقة. أعد فتحها أولًا.
notice-escalated = انتقلت تذكرتك إلى المستوى الأعلى مع سببك.
field-escalation-required = اكتب في بضع جمل ما لم يسر على ما يرام.
field-escalation-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف: { $limit }.

## The exchange bridge

account-title = حسابي
account-facts = الحساب
account-details = التفاصيل
account-tx = معرّف المعاملة
account-address = العنوان
account-memo = Memo أو العلامة (Tag)
account-write = هل هناك خطأ؟ راسلنا
taken-lead = إن كان من المحتمل أن غيرك دخل إلى حسابك فجمّده الآن. ضغطة واحدة تكفي، ونسألك عن التفاصيل لاحقًا.
taken-what-people = يتلقى فريق الأمان تذكرة تسبق كل ما عداها.
taken-what-back = لا يمكن التراجع هنا. تستعيد الحساب بعد التأكد من أنك صاحبه.
taken-button = تجميد حسابي الآن
taken-never = لن يتصل بك أحد منا بعد ذلك ليطلب رمزًا أو كلمة مرور أو تحويلًا إلى عنوان «آمن».
taken-pending = طلبت التجميد في { $time }. لم تؤكده المنصة بعد، ونواصل الطلب.
taken-done = حسابك مجمّد منذ { $time }. لا يخرج منه شيء. رقم الإيصال { $receipt }.
taken-refused = بعد طلبك في { $time } لم تجمّد المنصة الحساب تلقائيًا. يفعل ذلك فريق الأمان يدويًا.
taken-ticket = إلى التذكرة
notice-freeze-asked = وصلنا طلب التجميد ونعالجه قبل كل ما عداه. تخبرك هذه الصفحة فور تأكيد المنصة.

## Web push

push-title = إشعارات في متصفحك
push-intro = عندما يستجد شيء يخبرك متصفحك فورًا، حتى لو كانت هذه الصفحة مغلقة. لا يذكر إلا رقم تذكرتك، دون نصوص أو مبالغ.
push-add = تفعيل في هذا المتصفح
push-here = هذا المتصفح
push-since = مفعّل منذ { $time }
push-sent = آخر إشعار: { $time }
push-remove = إيقاف
push-unsupported = لا يستطيع هذا المتصفح عرض إشعارات المواقع. على iPhone أو iPad أضف هذا الموقع إلى الشاشة الرئيسية أولًا ثم افتحه منها.
push-denied = متصفحك يحظر إشعارات هذا الموقع. اسمح بها في إعدادات المتصفح ثم أعد تحميل الصفحة.
push-refused = لم يفعّلها متصفحك، ولم يتغير شيء. كل ما يخص تذاكرك يبقى في هذا الموقع.
push-failed = لم ينجح ذلك، ولم يتغير شيء. أعد تحميل الصفحة وحاول مرة أخرى.
push-no-script = يتطلب التفعيل في هذا المتصفح JavaScript.
notice-device-added = سيخبرك هذا المتصفح عندما نرد.
notice-device-removed = لن يخبرك ذلك المتصفح بشيء بعد الآن.

## Bounces

notify-mail-failing = عاد البريد المرسل إلى { $address }، لذلك لن نرسل إليه شيئًا لمدة يوم. تحقق من العنوان في حسابك لدى المنصة.

## Completing: what the customer's side still lacked

missing-title = ما زلنا نحتاج منك
missing-hint = قد لا نتمكن من المتابعة من دونه.
missing-helpful = { $count ->
    [zero] لا شيء آخر
    [one] معلومة أخرى قد تساعدنا
    [two] معلومتان أخريان قد تساعداننا
    [few] { $count } معلومات أخرى قد تساعدنا
    [many] { $count } معلومة أخرى قد تساعدنا
   *[other] { $count } معلومة أخرى قد تساعدنا
  }
answer-add = إضافة إلى التذكرة
answer-added-to = يُضاف إلى تذكرتك فورًا ويراه من يعمل عليها.
answer-meanwhile = أُجيب عن هذا في مكان آخر أثناء ذلك. ما كتبته ما زال هنا؛ أرسله مرة أخرى ليحل محل تلك الإجابة.
answer-stands = الإجابة الحالية
answer-closed = هذه التذكرة مغلقة ولا تقبل إجابات أخرى. يمكنك مراسلتنا من جديد، وسيُنقل ما كتبته معك.
answer-not-asked = لم يعد هذا السؤال مطروحًا.
answer-late-title = إجابتك
answer-typed = ما كتبته
answer-to-ticket = العودة إلى التذكرة
reply-late-title = أُغلقت هذه التذكرة
reply-late = لم يُرسل ردّك: أغلقنا التذكرة قبل أن يصلنا. يمكن نقله إلى تذكرة جديدة مع رقم هذه التذكرة.
reply-late-files = تُنقل هذه الملفات أيضًا: { $files }
reply-late-new = فتح تذكرة جديدة بشأن هذا
notice-answer-saved = أُضيفت إلى تذكرتك. شكرًا لك.
link-over-title = لم يعد هذا الرابط يعمل
link-over = انتهت صلاحيته أو سجّلت الخروج من كل مكان. يمكننا إرسال رابط جديد إلى العنوان نفسه.
link-renew = إرسال رابط جديد
link-over-account = لديك الآن حساب في { $brand }. سجّل الدخول هناك لرؤية تذاكرك.
link-over-nothing = لا يمكن إرسال رابط جديد إلى ذلك العنوان. راسلنا من جديد من حيث كتبت أول مرة.
link-sent-title = تفقّد بريدك
link-sent = رابط جديد في طريقه إلى العنوان الذي أُرسل إليه القديم. قد يستغرق ذلك بضع دقائق.
notice-kind-link = أُرسل رابط جديد بالبريد الإلكتروني
reach-freeze = شخص آخر في حسابك
reach-freeze-text = جمّده أولًا بضغطة واحدة. نسألك عن التفاصيل لاحقًا، وتذكرتك تسبق كل ما عداها.
reach-freeze-sign-in = سجّل الدخول وجمّده بضغطة واحدة. نسألك عن التفاصيل لاحقًا، وتذكرتك تسبق كل ما عداها.
reach-freeze-act = تجميد حسابي
reach-ticket = تذكرة في هذا الموقع
reach-ticket-sign-in = سجّل الدخول عبر { $brand } واكتب في أي ساعة بأي من لغاتنا العشر. يظهر الرد هنا.
reach-locked-out = تعذّر عليك تسجيل الدخول؟
reach-locked-out-text = طريقة الاستعادة في صفحة تسجيل الدخول لدى { $brand }. لا يعيد إليك أحد الدخول عبر رسالة، ومن يطلب منك رمزًا ليس منا.
reach-link = وصلك رابط بالبريد الإلكتروني
reach-link-text = افتحه فيقودك إلى تذكرتك من دون حساب. وإن انتهت صلاحيته عُرض عليك رابط جديد.
reach-look = تحقق بنفسك أولًا
reach-look-text = الصق معرّف معاملة (TxID) أو عنوانًا أو رابطًا: نخبرك فورًا ما هو وهل فيه خطأ.
reach-look-act = لصق
reach-like-both = التذاكر بلغتك التي فُتحت في مثل هذا الوقت من اليوم فقط.
reach-like-language = التذاكر بلغتك فقط.
reach-like-hour = التذاكر التي فُتحت في مثل هذا الوقت من اليوم فقط.
reach-no-promise = قيس على آخر 28 يومًا. وليس هذا وعدًا.
reach-unknown = كانت التذاكر في هذا الموضوع قليلة جدًا مؤخرًا، فلا يمكننا تقدير مدة الرد.
reach-waiting-many = أكثر من نصف التذاكر الأخيرة في هذا الموضوع ما زال ينتظر ردًا.

## What the exchange tells by itself

notify-app = تطبيق المنصة
notify-app-hint = إشعار قصير على هاتفك بلا نص المراسلات.
looks-account = بيانات حسابك من المنصة
looks-intro-account = ومن يطّلع على بيانات حسابك من المنصة يُدرج هنا أيضًا، مرة واحدة على الأكثر كل ربع ساعة.
told-as-of = { $what } (كما في { $time })
suspended-title = شبكات متوقفة
suspended-both = إيداع وسحب { $what } على { $network } متوقفان. لا يضيع شيء، وتُستأنف العمليات عند عودة الشبكة.
suspended-deposits = إيداع { $what } على { $network } متوقف. ما يُرسل الآن يُضاف إلى الرصيد عند الاستئناف.
suspended-withdrawals = سحب { $what } على { $network } متوقف. تُرسل عمليات السحب عند عودة الشبكة.
suspended-all-coins = جميع العملات
suspended-until = من المتوقع الاستئناف في { $time }.
notice-told-account = حسابك

## Customer's side: news by topic

notify-topic = الموضوع
notify-topic-tickets = تذاكرك
notify-topic-tickets-hint = الردود، وما نطلبه منك، وإشعار الحل.
notify-topic-account = الإيداع والسحب
notify-topic-account-hint = ما تخبرك به المنصة من تلقاء نفسها: رُصد إيداع أو حُجز سحب.
notify-topic-security = أمان حسابك
notify-topic-security-hint = قد يكون تغيير كلمة المرور أو البريد الإلكتروني من فعل غيرك، لذلك نرسله دائمًا.
notify-always = دائمًا
notify-push = المتصفح
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = استغرق الإرسال وقتًا أطول مما ينبغي
field-cut = ما أرسلته أطول مما نستطيع استلامه دفعة واحدة: بدايته أدناه، أما نهايته فلم تُحفظ. أرفق النص الطويل كملف.
notify-older = كانت هذه الصفحة مفتوحة منذ ما قبل تحديث، لذلك لم يُحفظ شيء. في الأسفل اختياراتك الحالية مع ما حددته الآن. راجعها ثم احفظها.

## The help centre

help-title = المساعدة
help-home-text = إجابات عن الإيداع والسحب والتداول وحسابك لدى { $brand }.
help-empty = لا توجد مقالات هنا بعد.
help-all = عرض الكل
help-all-of = عرض الكل: { $section }
help-glossary = المصطلحات
help-glossary-text = معاني مصطلحات المنصة بلغة بسيطة.
help-see = مقالات عن هذا المصطلح
help-stuck = ما زالت المشكلة قائمة؟
help-stuck-text = اسألنا. لست مضطرًا إلى تكرار ما قرأته.
help-where = أنت هنا
help-fallback = لا تتوفر هذه الصفحة باللغة { $wanted } بعد. تقرأها الآن باللغة { $language }.
help-internal = داخلي
help-internal-text = لا يرى هذه الصفحة إلا الموظفون. لا ترسل عنوانها إلى العملاء.
help-updated = حُدِّث في
help-reviewed = آخر مراجعة
help-contents = في هذه الصفحة
help-step-by-step = خطوة بخطوة
help-start-again = ابدأ من جديد
help-all-steps = عرض كل الخطوات
help-rate = هل أفادك هذا؟
help-rate-yes = نعم
help-rate-no = لا
help-rate-why = ما الذي كان ينقص؟
help-rate-note = بكلماتك (اختياري)
help-rate-note-hint = لا أحد يرد هنا. للمساعدة في حالتك اسألنا.
help-rate-send = إرسال
help-reason-not-mine = يتناول أمرًا آخر
help-reason-wrong = فيه خطأ
help-reason-unclear = لم أفهمه
help-reason-incomplete = غير مكتمل
help-reason-policy = فهمته ولا تعجبني القاعدة
help-related = اقرأ أيضًا
help-before = قبل أن تكتب: قد تجد الإجابة هنا
notice-feedback-given = شكرًا لك. سيقرأ كتّاب هذه الصفحات ما قلته.
help-film = فيديو يُفتح في علامة تبويب جديدة
help-field-memo = Memo
help-field-tag = علامة الوجهة (Tag)
help-field-comment = التعليق (Memo)
help-terms = إصدار الشروط
help-terms-from = سارية من
help-terms-until = حتى
help-terms-in-force = سارية
help-terms-time = وقت التسوية (UTC)
help-terms-window = نافذة المتوسط بالدقائق
help-terms-sample = الثواني بين عينتين
help-terms-average = نوع المتوسط
help-terms-strike = عند سعر التنفيذ بالضبط
help-terms-days = احتساب الأيام
help-terms-rounding = التقريب
help-average-arithmetic = حسابي
help-average-time = مرجح بالزمن
help-strike-exercises = تُحوَّل إلى العملة الأخرى
help-strike-expires = لا تُحوَّل
status-next-promised = يصلك ردنا قبل { $time }.
status-next-late = وعدنا بالرد قبل { $time } وتأخرنا. سيظهر الرد هنا.

## What comes too early or too often

problem-too-often-title = محاولات كثيرة متتالية
notice-nudged-already = سبق أن أرسلت تذكيرًا، أو ما زال الوقت مبكرًا. ستجد أدناه متى يمكنك إرسال تذكير جديد.
escalate-written = ما كتبته

## Tickets that go on in another one
ticket-goes-on = تستمر هذه التذكرة في { $number }
ticket-goes-on-text = جمعنا التذكرتين لأنهما عن الأمر نفسه. كل ما كُتب هنا يظهر هناك أيضًا، فاكتب لنا هناك.
ticket-goes-on-open = انتقل إلى { $number }
ticket-joined-here = يظهر هنا أيضًا: { $numbers }
message-origin = من { $number }
step-merged = تستمر في { $number }
step-unmerged = فُصلت عن { $number } وعادت تذكرة مستقلة
step-joined = تستمر { $number } هنا
step-parted = عادت { $number } تذكرة مستقلة
step-split-off = تستمر بعض الرسائل في { $number }
step-split-from = بدأت برسائل من { $number }
step-taken-back = عادت رسائل { $number } إلى هنا
step-given-back = عادت الرسائل إلى { $number }

## Search in the help centre

help-search-label = البحث في المساعدة
help-search-placeholder = ماذا تريد أن تعرف؟
help-search-button = بحث
help-search-suggestions = مقالات مناسبة
help-search-heard = عدد المقالات التي وُجدت: { $count }. استخدم مفاتيح الأسهم للاختيار.
help-search-heard-none = لا توجد مقالة مناسبة بعد.
help-search-title = البحث
help-search-of = بحث: «{ $words }»
help-search-count = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
  }
help-search-foreign = لا شيء باللغة { $language }. بلغات أخرى: { $count }.
help-search-sections = الأقسام
help-search-everywhere = كل الأقسام
help-search-nothing = لم نجد شيئًا عن «{ $words }»
help-search-nothing-text = جرّب كلمات أقل أو غيرها، أو اطّلع على أكثر المقالات إفادة. وإن لم تجد ما تريد فراسلنا.
help-search-not-ready = البحث غير متاح الآن. كل ما عداه يعمل؛ حاول مرة أخرى بعد دقيقة.
help-popular = أكثر المقالات إفادة
help-fitting = قد تجد الإجابة في هذه المقالات
question-articles = مقالات قد تجد فيها الإجابة
question-articles-all = كل النتائج

## A way in without a session
write-title = راسلنا
write-lead = لا حاجة إلى تسجيل الدخول. اكتب بريدك الإلكتروني فنرسل إليك رابطًا إلى تذكرتك.
write-without = من دون تسجيل الدخول
write-without-text = لم تسجّل الدخول أو لا تستطيع؟ يمكنك مراسلتنا مع ذلك، ويصلك رابط تذكرتك بالبريد الإلكتروني.
write-email = بريدك الإلكتروني
write-email-hint = إليه يُرسل رابط تذكرتك. لا نخبر أحدًا إن كان هذا البريد معروفًا لدينا.
write-send = إرسال
write-unproven = ما لم يُفتح الرابط الذي في الرسالة لا نعرف من كتب: لا نكشف شيئًا عن أي حساب ولا نغيّر فيه شيئًا.
write-no-mail = لا يمكننا إرسال البريد الإلكتروني في الوقت الحالي. نقرأ ما تكتبه لكن ردنا لا يصل إليك. إن استطعت فسجّل الدخول واكتب من هناك.
write-not-taken = لم تُرسل رسالتك
write-too-many = وصلت رسائل كثيرة من اتصالك خلال الساعة الماضية. أعد المحاولة بعد ساعة أو سجّل الدخول. ما كتبته باقٍ أدناه، أما الملفات فاخترها من جديد.
write-too-many-of = ذُكر هذا البريد الإلكتروني في رسائل كثيرة خلال اليوم الماضي. أعد المحاولة غدًا أو اكتب بريدًا آخر أو سجّل الدخول. ما كتبته باقٍ أدناه، أما الملفات فاخترها من جديد.
write-files-again = اختر ملفاتك مرة أخرى: من دون تسجيل الدخول لا نحتفظ بأي ملف قبل إرسال الرسالة.
written-title = وصلتنا رسالتك
written-number = رقم تذكرتك { $number }. احتفظ به.
written-next = ماذا بعد
written-mail = إن كان البريد الإلكتروني لك فستصلك رسالة فيها رابط تذكرتك. قد يستغرق ذلك بضع دقائق.
written-open = افتح ذلك الرابط. به نتأكد من أنك تقرأ بريد هذا العنوان، ومن حينها تصل ردودنا إليه.
written-read = يقرأ رسالتك أحد موظفينا ويرد عليها في التذكرة.
written-first = يقرأ فريق الأمان رسالتك قبل كل ما عداها.
written-promise = يصلك ردنا قبل { $time }.
written-once = كي لا يملأ أحد صندوق بريد غيره، لا يتلقى البريد الإلكتروني غير المؤكَّد إلا رسالة واحدة من هذا النوع في اليوم. إن راسلتنا اليوم من قبل فتابع في تلك التذكرة بالرابط الذي في تلك الرسالة.
theft-now-title = ما عليك فعله الآن، بهذا الترتيب
theft-now-freeze = أما زلت تستطيع تسجيل الدخول إلى { $brand }؟ سجّل الدخول وجمّد الحساب بضغطة واحدة.
theft-now-write = إن لم تستطع فراسل فريق الأمان فورًا من دون تسجيل الدخول.
theft-now-mailbox = احمِ بريدك: غيّر كلمة مروره وأنهِ كل الجلسات الأخرى فيه. من يقرأ بريدك يستطيع إعادة ضبط كل شيء آخر.
theft-now-password = إن كنت ما زلت تستطيع تسجيل الدخول إلى { $brand } فغيّر كلمة المرور وأنهِ كل الجلسات الأخرى واحذف مفاتيح API.
theft-now-wallet = هل أعطيت أحدًا عبارة استرداد محفظة خاصة بك؟ انقل ما فيها إلى محفظة جديدة.
theft-write = مراسلة فريق الأمان
theft-no-freeze = لا نجمّد حسابًا بناءً على رسالة وحدها، وإلا استطاع أي أحد أن يمنع غيره من حسابه. يراجعها موظف أولًا.
taken-open-lead = هل يُحتمل أن غيرك دخل إلى حسابك؟ افعل ما يلي فورًا بهذا الترتيب.
taken-open-sign-in = تسجيل الدخول وتجميده
taken-stops = بمجرد أن تؤكد المنصة ذلك لن يستطيع أحد السحب أو الإرسال، ولا أنت.
taken-hand-lead = إن كان من المحتمل أن غيرك دخل إلى حسابك فأخبر فريق الأمان الآن. ضغطة واحدة تكفي، ونسألك عن التفاصيل لاحقًا.
taken-hand-stops = يُجمَّد الحساب يدويًا لأن الدعم لا يستطيع تجميده من هنا. وحتى يتم ذلك يظل السحب ممكنًا.
taken-hand-meanwhile = في هذه الأثناء، إن كنت ما زلت تستطيع تسجيل الدخول إلى { $brand }: غيّر كلمة المرور وأنهِ كل الجلسات الأخرى واحذف مفاتيح API.
taken-hand-button = طلب تجميد حسابي
notice-freeze-by-hand = وصلنا طلبك ونعالجه قبل كل ما عداه. يجمّد فريق الأمان الحساب يدويًا ويخبرك هنا.
sign-in-link = تسجيل الدخول في { $brand }
sign-in-link-text = تسجّل الدخول في { $brand } ثم تعود إلى هذه الصفحة.
sign-in-step-choose = اختر هناك «الدعم»، فتُفتح صفحات الدعم وأنت مسجّل الدخول.
reach-write-text = اكتب في أي وقت وبأي لغة من لغاتنا العشر. يصلك رابط تذكرتك بالبريد الإلكتروني.
field-email-required = اكتب بريدك الإلكتروني.
field-email-invalid = لا يبدو هذا بريدًا إلكترونيًا. راجعه.
field-email-too-long = هذا أطول من أن يكون بريدًا إلكترونيًا. الحد الأقصى لعدد الأحرف: { $limit }.

## What a department is asked, on the page behind its link
side-unnamed = سؤال من فريق الدعم
side-intro = سؤال من { $name } إلى قسم { $department } عن التذكرة { $number }. لا يرى العميل شيئًا من هذه الصفحة.
side-answer = إجابتك
side-answer-hint = الحد الأقصى لعدد الأحرف: { $limit }. لا يقرؤها إلا فريق الدعم.
side-send = إرسال الإجابة
side-until = تُفتح هذه الصفحة حتى { $time }، ومدة أطول إذا كُتب شيء جديد. وهي لقسم { $department } وحده، فيُرجى عدم مشاركة الرابط مع غيره.
notice-side-sent = وصلت إجابتك إلى فريق الدعم.
side-too-many = وصلت إجابات كثيرة خلال الساعة الماضية. أعد المحاولة بعد قليل. ما كتبته باقٍ أدناه.
side-full = لم يبقَ متسع في هذه المحادثة. اطلب من فريق الدعم بدء محادثة أخرى. ما كتبته باقٍ أدناه.
side-expired = لم يُكتب شيء منذ مدة فانتهت صلاحية الرابط. يمكننا إرساله مجددًا إلى البريد الإلكتروني لقسمك.
side-renew = إرسال الرابط مجددًا
side-renewed = الرابط في طريقه إلى البريد الإلكتروني لقسمك. قد يستغرق ذلك بضع دقائق.
side-closed-title = هذه المحادثة مغلقة
side-closed = أغلقها فريق الدعم. لم يعد بالإمكان قراءة شيء هنا أو كتابته.
side-void = حلّ رابط آخر محل هذا الرابط. افتح أحدث رسالة من فريق الدعم أو اسأل الفريق.
field-side-required = اكتب إجابتك أو اختر ملفًا.
field-side-too-long = الإجابة طويلة جدًا. الحد الأقصى لعدد الأحرف: { $limit }.

## What the exchange tells in articles
help-figures = بيانات المنصة:
help-not-now = (غير متاح حاليًا)
help-not-now-table = لا تستجيب المنصة حاليًا، فلا يمكن عرض هذا الجدول. يُرجى العودة بعد بضع دقائق.

# Tables that are as long as the exchange makes them.
help-table-part = الصفوف المعروضة هنا: { $shown } من { $all }.
help-table-all = الجدول كاملًا
help-table-found = عدد الصفوف: { $shown } من { $all }
help-table-find = ابحث عن عملة أو شبكة أو عقد
help-table-earlier = الصفحة السابقة
help-table-later = الصفحة التالية
help-table-contracts = العقود: الرافعة والهامش والرسوم
help-table-dual-investment-pairs = الاستثمار المزدوج: الأزواج المتاحة
help-table-earn = منتجات العائد المتاحة
help-table-fiat = العملات النقدية: طرق الإيداع والسحب
help-table-margin-interest = قروض الهامش: الفائدة
help-table-memo = عملات تحتاج إلى ميمو أو وسم
help-table-networks = الشبكات: الحدود الدنيا وعدد التأكيدات والرسوم
help-table-withdrawal-fees = السحب: الحدود الدنيا والرسوم

# What the house says of itself in articles.
help-col-kind = النوع
help-col-address = العنوان أو الاسم
help-col-place = مكان إقامتك
help-col-confirmation = تأكيد الاستلام
help-col-decision = القرار
help-col-longest = كحد أقصى
help-col-body = الجهة
help-col-until = مهلة التقدّم إليها بعد القرار
help-channel-site = موقع ويب
help-channel-app = تطبيق
help-channel-mail = بريد إلكتروني
help-channel-phone = هاتف
help-channel-social = شبكة تواصل اجتماعي
