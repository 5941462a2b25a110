## Notifications

mail-subject = تذكرتك { $number }
mail-receipt = وصلتنا رسالتك. رقم تذكرتك { $number }.
mail-receipt-expected = نرد عليك قبل { $time }.
mail-receipt-no-time = لا نحدّد موعدًا لهذه التذكرة: التذاكر العاجلة أولًا، ثم البقية بترتيب وصولها.
mail-opened = فتحنا تذكرة لك. رقم تذكرتك { $number }.
mail-opened-about = موضوعها: { $subject }
mail-reply = وصلك رد من { $name } من فريق { $brand } على تذكرتك { $number }:
mail-reply-desk = رد فريق { $brand } على تذكرتك { $number }:
mail-reply-elsewhere = هناك رد على تذكرتك { $number }، وفيه ما لا نرسله بالبريد الإلكتروني. اقرأه على الصفحة.
mail-wrote = وصلتك رسالة من { $name } من فريق { $brand } بشأن تذكرتك { $number }:
mail-wrote-desk = كتب إليك فريق { $brand } بشأن تذكرتك { $number }:
mail-wrote-elsewhere = هناك رسالة بشأن تذكرتك { $number }، وفيها ما لا نرسله بالبريد الإلكتروني. اقرأها على الصفحة.
mail-waiting = لنتابع العمل على تذكرتك { $number } نحتاج إلى معلومة منك.
mail-solved = تم حل تذكرتك { $number }. إن لم تُحل المشكلة فأخبرنا على الصفحة.
mail-files = { $count ->
    [zero] ليس معه ملفات.
    [one] معه ملف واحد على الصفحة.
    [two] معه ملفان على الصفحة.
    [few] معه { $count } ملفات على الصفحة.
    [many] معه { $count } ملفًا على الصفحة.
   *[other] معه { $count } ملف على الصفحة.
  }
mail-open = فتح تذكرتك
mail-open-hint = { $days ->
    [zero] يعمل الرابط اليوم فقط وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
    [one] يعمل الرابط يومًا واحدًا وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
    [two] يعمل الرابط يومين وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
    [few] يعمل الرابط { $days } أيام وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
    [many] يعمل الرابط { $days } يومًا وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
   *[other] يعمل الرابط { $days } يوم وهو لك وحدك: لا تُعِد توجيه هذه الرسالة.
  }
mail-answer-there = أجب على الصفحة من فضلك، فالبريد المرسل إلى هذا العنوان لا يُقرأ.
mail-why = تصلك هذه الرسالة لأنك راسلت { $brand }.
mail-why-unproven = أعطى أحدهم هذا العنوان عندما راسل { $brand }. إن لم تكن أنت فلا تفعل شيئًا، ولن تصلك رسائل أخرى بهذا الشأن.
mail-why-opened = تصلك هذه الرسالة لأن تذكرة فُتحت لك لدى { $brand }.
mail-why-opened-unproven = فُتحت لدى { $brand } تذكرة لعميل مسجَّل بهذا البريد الإلكتروني. إن لم تكن أنت فلا تفعل شيئًا، ولن تصلك رسائل أخرى بهذا الشأن.
mail-settings = اختيار ما نرسله إليك
mail-prove-signed-in = للتأكد من أنك أنت من يراسلنا، يرجى تسجيل الدخول وفتح هذه التذكرة: { $link }. بعد ذلك يمكننا المتابعة.
mail-prove-email = للتأكد من أنك أنت من يراسلنا، يرجى فتح هذه التذكرة من الرابط الموجود في رسالتنا الإلكترونية. بعد ذلك يمكننا المتابعة.

## Members of staff

mail-staff-invitation-subject = مكانك في فريق دعم { $organisation }
mail-staff-invitation = أنت مدعو إلى فريق دعم { $organisation }.
mail-staff-invitation-open = قبول الدعوة
mail-staff-invitation-unasked = إن لم تكن تنتظر دعوة فلا تفعل شيئًا.
mail-staff-reset-subject = كلمة مرورك الجديدة في { $organisation }
mail-staff-reset = طلب أحدهم، والأرجح أنه أنت، كلمة مرور جديدة لدى فريق دعم { $organisation }.
mail-staff-reset-open = تعيين كلمة مرور جديدة
mail-staff-reset-unasked = إن لم تكن أنت فلا تفعل شيئًا، فكلمة مرورك تبقى كما هي. أخبر مسؤول النظام إن تكرر ذلك.
mail-staff-once = يعمل الرابط مرة واحدة حتى { $time }، وهو لك وحدك.
mail-staff-mention-subject = [{ $number }] إشارة إليك من { $name }
mail-staff-mention = إشارة إليك من { $name } في ملاحظة على التذكرة { $number }.
mail-staff-mention-open = فتح التذكرة
mail-staff-mention-off = تصلك هذه الرسالة لأنك غير متصل الآن. يمكنك إيقاف هذه الرسائل من ملفك الشخصي.

## Web push

push-receipt = وصلتنا رسالتك، ورقمها { $number }.
push-opened = فتحنا تذكرة لك، ورقمها { $number }.
push-reply = هناك رد على تذكرتك { $number }.
push-wrote = هناك رسالة جديدة بشأن تذكرتك { $number }.
push-waiting = نحتاج إلى معلومة منك من أجل تذكرتك { $number }.
push-solved = حُلّت تذكرتك { $number }. إن لم تُحل فأخبرنا.

## Completing: what the customer's side still lacked

mail-link = هذا رابط جديد إلى تذكرتك { $number }، بناءً على طلب من لديه رابط أقدم.

## What the exchange tells by itself

app-reply = هناك رد على تذكرتك { $number }.
app-wrote = هناك رسالة جديدة بشأن تذكرتك { $number }.
mail-told-subject = إشعار بشأن حسابك في { $brand }
mail-told = { $what }. هذا ما أفادت به المنصة، كما في { $time }.
mail-told-not-you = إن لم تكن أنت، فجمّد حسابك الآن من صفحة حسابك.
mail-told-why = تصلك هذه الرسالة لأن لك حسابًا في { $brand } وسمحت لنا بمراسلتك.
mail-open-account = الانتقال إلى حسابك

## Customer's side: news by topic

push-deposit-seen = هناك جديد بشأن أحد إيداعاتك. تجده في صفحة حسابك.
push-withdrawal-held = إحدى عمليات السحب من حسابك محجوزة. تجد السبب في صفحة حسابك.
push-setting-changed = تغيّر أحد إعدادات أمان حسابك. إن لم تكن أنت، فجمّد حسابك الآن.

## Departments
mail-side-subject = سؤال عن التذكرة { $number }
mail-side = سؤال من { $name }، من دعم { $brand }، إلى قسم { $department } عن التذكرة { $number }. اقرأ السؤال على الصفحة وأجب هناك، ولا حاجة إلى حساب.
mail-side-open = القراءة والإجابة
mail-side-hint = يعمل الرابط حتى { $time } وهو لقسم { $department } وحده، فيُرجى عدم إعادة توجيه هذه الرسالة.
mail-side-why = تصلك هذه الرسالة لأن هذا البريد الإلكتروني مسجَّل لدى فريق دعم { $brand } لقسم { $department }.

## Articles that are due for review
mail-staff-review-subject = مقالات للمراجعة: { $count }
mail-staff-review = هذه المقالات في مركز المساعدة من مسؤوليتك وقد حان موعد مراجعتها. اقرأها وأكِّد في وحدة التحكم أنها لا تزال صحيحة، أو عدّلها.
mail-staff-review-more = وهناك غيرها: { $more }.
mail-staff-review-open = فتح القائمة
mail-staff-review-off = تصلك هذه الرسالة مرة واحدة لكل موعد مراجعة. يمكنك إيقافها من ملفك الشخصي.

## نص أُرسل للمراجعة
mail-staff-handover-subject = للمراجعة: { $title }
mail-staff-handover = هذا النص من نصوص مركز المساعدة، وقد أُرسل للمراجعة. ينشره موظف غير كاتبه: اقرأه ثم انشره أو أعده إلى المسودة.
mail-staff-handover-open = فتح النص
mail-staff-handover-off = تصلك هذه الرسالة حين يُرسل للمراجعة نص من صلاحيتك نشره. يمكنك إيقافها من ملفك الشخصي.
