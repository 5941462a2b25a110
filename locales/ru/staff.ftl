### See en/staff.ftl.

## Who you are

error-no-permission = Для этого нужно право «{ $permission }». Его может выдать администратор.

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

error-event-unsigned = События не подписаны. Отправьте proofdesk-key, proofdesk-timestamp и proofdesk-signature, как показано в docs/exchange-events.md.
error-event-forged = Подпись не соответствует событиям, либо ключ неизвестен или отозван. Подпишите тело запроса байт в байт ключом этого бренда.
error-event-stale = Время подписи событий отличается от текущего более чем на { $seconds } с. Проверьте часы, подпишите заново и отправьте снова.
error-event-mismatch = Этот идентификатор или номер уже занят другим событием. Они используются один раз; изменённое событие отправьте под новыми.
error-event-not-failed = Обработать снова можно только неудавшееся событие. Это событие ждёт обработки или уже обработано.
error-input-gone = Содержимое этого события хранилось дольше допустимого и уничтожено. Попросите биржу отправить то же событие ещё раз, тогда его можно будет обработать.

## Filters

error-filter-word = В «{ $word }» нечего искать. Напишите слова из обращений или ключ, например: { $takes }.
error-filter-key = Ключа «{ $word }» нет. Возможно, это один из них: { $takes }.
error-filter-value = «{ $key }» не может быть «{ $word }». Возможны, например: { $takes }.
error-filter-comparison = «{ $key }» так не сравнивается. Напишите после него { $takes }.
error-filter-unfinished = «{ $word }» не закончено: не хватает значения или закрывающей кавычки.
error-filter-long = Для одного фильтра это слишком много: не больше { $takes }.

## Macros and articles

error-macro-variable = «{ $name }» в строке { $line }, позиция { $column } — не переменная. Выберите из списка и закройте её знаками {"}}"}.
error-macro-fallback = «{ $name }» в строке { $line }, позиция { $column } известно не всегда. Напишите после черты, что стоит там в этом случае: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Этот шаблон только для клиентов с более высокой проверкой. Попросите клиента войти в аккаунт или ответьте своими словами.
error-nothing-to-prove = У этого клиента нет ни аккаунта, ни собственного адреса электронной почты, поэтому подтверждать нечего.
error-article-state = Сейчас этот текст нельзя перевести в это состояние. Загрузите его заново.
error-review-by-another = Эту версию написали вы, поэтому опубликовать её должен другой сотрудник. Передайте её на проверку.
error-terms-unkept = В переводе нет слов, закреплённых в глоссарии: { $terms }. Место в исходном тексте: «{ $place }». Используйте эти слова или укажите причину при публикации.
error-section-in-use = В этом разделе есть статьи. Сначала перенесите их.
error-category-last = Это единственная категория, которую предлагает бренд. Сначала предложите другую.
error-status-needed = Система сама переводит обращения в этот статус, поэтому убрать его нельзя. Его можно переименовать.
error-status-in-use = В этом статусе есть незавершённые обращения: { $count }. Сначала смените им статус.
error-tag-in-use = С этой меткой есть обращения: { $count }. Сначала снимите её с них.
error-status-in-macros = Общие шаблоны ставят этот статус: { $count }. Сначала измените их или отправьте в архив.
error-article-not-signed-in = VIP-уровень и страны можно указать только для статьи, которую клиенты видят после входа.
error-article-file-type = В статьи можно добавить неповреждённые изображения PNG, JPEG, GIF, WebP и AVIF, файлы PDF и обычный текст.
error-image-without-words = У изображения в тексте нет описания. Напишите, что на нём показано, или отметьте его как декоративное.

## Tickets

error-snooze-inactive = По этому обращению делать больше нечего, откладывать нечего. Сначала откройте его снова.
error-constraint-ended = Это ограничение уже снято. Если оно всё ещё нужно, добавьте новое.
error-merge-itself = Обращение нельзя объединить с самим собой.
error-merge-other-customer = Это обращения разных клиентов. Объединять можно только обращения одного клиента, чтобы никто не увидел чужого.
error-link-itself = Обращение нельзя связать с самим собой.
