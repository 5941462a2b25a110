### See en/site.ftl for what each group is for.

site-skip = Перейти к содержанию
site-nav = Главное меню
site-my-tickets = Мои обращения
site-new-ticket = Написать нам
site-language = Язык
site-account = Аккаунт
site-signed-in-as = Вы вошли как { $name }
site-sign-in = Войти
site-sign-out = Выйти
site-safety = Мы никогда не запрашиваем пароли, коды 2FA, сид-фразы и приватные ключи. Никто из сотрудников { $brand } этого не делает.
site-title = { $title } · Поддержка { $brand }
site-error-title = Ошибка: { $title }
site-support = Поддержка { $brand }

verification-signed-in = Вход выполнен · до { $time }
verification-email = Почта подтверждена
verification-none = Не подтверждено
verification-expired = Истекло

age-now = только что
age-minutes = { $count } мин назад
age-hours = { $count } ч назад
age-days = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
    [many] { $count } дней назад
   *[other] { $count } дня назад
  }

status-open = Мы работаем над этим
status-waiting-on-customer = Нам нужен ваш ответ
status-waiting-on-internal = Проверяет профильная команда
status-solved = Решено. Сообщите, если это не так
status-closed = Закрыто
status-next-open = Срок мы не обещали. Ответ появится здесь.
status-next-waiting-on-customer = Ответьте ниже, и мы сразу продолжим.
status-next-waiting-on-internal = Срок мы не обещали. Как только специалисты ответят, вы прочтёте это здесь.
status-next-solved = Если не решено, напишите ниже или откройте обращение снова: всё сохранится.
status-next-closed = Ответы больше не принимаются. Если проблема вернётся, напишите нам и укажите этот номер.

home-title = Поддержка
home-heading = Чем помочь?
home-greeting = Здравствуйте, { $name }
home-open-tickets = Открытые обращения
home-all-tickets = Все мои обращения
home-no-open = Открытых обращений нет. Если что-то не так, напишите нам.
home-topics = С чем связан ваш вопрос?
home-theft = Мой аккаунт взломали
home-theft-hint = Сообщите нам сразу. На такие сообщения мы отвечаем в первую очередь.
home-anonymous = Войдите через биржу, чтобы мы знали, о каком аккаунте речь.

sign-in-title = Вход
sign-in-how = У поддержки нет отдельного пароля
sign-in-step-open = Откройте { $brand } в приложении или на сайте и войдите там.
sign-in-why = Так никто не выдаст себя за вас, просто указав ваш адрес почты, и нет второго пароля, который можно украсть.
sign-in-development = Это среда разработки: выберите демонстрационного клиента.
sign-in-development-link = Демо-клиенты
sign-in-needed = Войдите, чтобы открыть эту страницу.
sign-in-failed-title = Вход не выполнен
sign-in-again = Как войти
sign-in-other-title = Сменить аккаунт?
sign-in-other = Вы вошли как { $name }. Открытая ссылка относится к другому аккаунту.
sign-in-other-switch = Перейти в другой аккаунт
sign-in-other-stay = Остаться как { $name }

new-ticket-title = Написать нам
new-ticket-category = С чем связан ваш вопрос?
new-ticket-category-choose = Выберите
new-ticket-subject = Тема
new-ticket-subject-hint = В нескольких словах, например «Не пришёл депозит USDT».
new-ticket-body = Что произошло?
new-ticket-body-hint = Когда, какая монета и сеть, какая сумма. Вставьте ID транзакции (хеш) целиком.
new-ticket-send = Отправить
new-ticket-as = Ответ придёт в аккаунт { $name }.
secrets-warning = Никогда не пишите пароль, код, сид-фразу или приватный ключ, даже здесь.
leak-edit = Исправить текст
leak-send-anyway = Всё равно отправить

files-label = Файлы
files-optional = необязательно
files-hint = Снимки экрана, записи, PDF или логи. До { $count } файлов, каждый до { $size }.
files-again = Выберите новые файлы ещё раз: после ошибки браузер их забывает.
files-kept = Уже загружено
files-keep = Оставить { $name }
file-download = Скачать
file-download-name = Скачать { $name }
file-open-name = Открыть { $name }
file-meta = { $type }, { $size }
file-gone = Этот файл удалён
file-type-image = Изображение
file-type-video = Видео
file-type-pdf = PDF
file-type-text = Текст
file-type-other = Файл

form-problem = Есть ошибка
form-error-prefix = Ошибка:
field-category-required = Выберите, с чем связан ваш вопрос.
field-subject-required = Напишите тему в нескольких словах.
field-subject-too-long = Тема слишком длинная: не более { $limit } символов.
field-body-required = Напишите, что произошло.
field-body-too-long = Текст слишком длинный: не более { $limit } символов. Более длинный приложите файлом.
field-reply-required = Напишите ответ или выберите файл.
field-file = { $name }: { $problem }
field-file-waiting = У вас слишком много загруженных, но не отправленных файлов. Отправьте сообщение без этого файла; неотправленные файлы удаляются не позже чем через неделю.

tickets-title = Мои обращения
tickets-open = Открытые
tickets-done = Решённые и закрытые
tickets-none = У вас нет обращений
tickets-none-hint = Когда вы напишете нам, ваше сообщение и каждый ответ появятся здесь.
tickets-updated = Обновлено { $age }
tickets-older = Более ранние
tickets-newest = Самые новые

ticket-number = Обращение { $number }
ticket-opened = Открыто { $time }
ticket-category = Категория: { $category }
ticket-status = Состояние обращения
ticket-thread = Переписка
ticket-you = Вы
ticket-system = Автоматическое сообщение
ticket-erased = Это сообщение удалено.
ticket-event-status = Теперь: { $status }
ticket-event-reopened = Снова открыто
ticket-reply = Ваш ответ
ticket-reply-solved = Не решено? Сообщите нам
ticket-reply-solved-hint = После отправки обращение снова откроется.
ticket-send = Отправить
ticket-send-reopen = Отправить и открыть снова
ticket-solve = Решено
ticket-reopen = Не решено
ticket-new-instead = Написать снова
ticket-earlier = Более ранние сообщения
ticket-later = Последние сообщения
notice-ticket-sent = Мы получили ваше сообщение. Номер обращения: { $number }.
notice-reply-sent = Ваш ответ отправлен.
notice-solved = Отмечено как решённое. Спасибо, что сообщили.
notice-reopened = Обращение снова открыто. Мы продолжаем работу.
notice-signed-out = Вы вышли.

live-off = Обновления не приходят с { $time }. Проверяем каждые { $seconds } с.
live-draft = Восстановлен черновик, который вы писали раньше.
live-sending = Отправка…

problem-not-found-title = Такой страницы нет
problem-not-found = Возможно, адрес набран с ошибкой или обращение относится к другому аккаунту. Ваши обращения есть в списке.
problem-not-allowed-title = Это невозможно
problem-form-only = Этот адрес принимает только отправленные формы. Вернитесь на страницу, с которой вы пришли, и отправьте форму оттуда.
problem-unavailable-title = Сейчас это сделать не получится
problem-internal-title = У нас произошёл сбой
problem-too-large-title = Слишком большой объём
typed-title = Что вы написали
typed-text = Это не отправлено и осталось только на этой странице. Скопируйте текст и продолжайте; файлы нужно будет выбрать заново.
problem-session-title = Войдите ещё раз
problem-session-typed = Ваш сеанс завершён. Войдите снова; то, что вы набрали, осталось здесь.
problem-request-id = Номер запроса
problem-home = На главную
problem-tickets = Мои обращения

## Files

files-camera = Сделать снимок
files-drop = Файлы можно перетащить сюда, а снимок экрана вставить.
files-going = Отправлено { $percent }
files-away = Связь прервалась. Когда она восстановится, отправка продолжится сама.
files-done = Доставлен
files-failed = Файл не дошёл. Попробуйте снова или отправьте сообщение без него.
files-too-large = Больше { $size }. Отправьте файл поменьше или обрежьте запись.
files-empty = Файл пуст. Выберите другой.
files-changed = Файл изменился во время отправки. Выберите его ещё раз.
files-too-many = К одному сообщению можно приложить не более { $count } файлов.
files-remove = Убрать { $name }
files-retry = Повторить
files-hold = Сообщение уйдёт, как только дойдут файлы.
file-held = Проверяется на вирусы. Открыть можно будет после проверки.

## Transcript, looks, sessions, how to reach us

take-title = Сохранить переписку
take-text = Все сообщения этого обращения в подписанном файле. Любой может проверить, что в нём ничего не изменено, даже без нас. Сообщения последней минуты в нём есть, но в подписанной истории их ещё нет.
take-html = Для чтения (HTML)
take-json = Для программ (JSON)
take-html-part = Для чтения, часть { $number } (HTML)
take-json-part = Для программ, часть { $number } (JSON)
verify-title = Проверить файл переписки
verify-intro = Вам показали переписку с нами? Выберите файл, и мы скажем, подлинный ли он и что в нём изменено.
verify-file = Файл переписки (HTML или JSON)
verify-send = Проверить
verify-private = Файл только проверяется и не сохраняется.
verify-none = Сначала выберите файл.
verify-too-large = Этот файл больше { $size }. Наши файлы переписки такими не бывают; большие можно проверить командой «proofdesk transcript verify».
verify-genuine = Подлинный
verify-genuine-meaning = Эта переписка была с нами, и в файле ничего не изменено.
verify-changed = Изменён
verify-changed-meaning = Файл подписан нами, но потом его изменили. Не полагайтесь на него.
verify-not-ours = Не от нас
verify-not-ours-meaning = Этот файл от другой службы поддержки. Мы ничего не можем о нём сказать.
verify-key-unknown = Подписан не нами
verify-key-unknown-meaning = В файле сказано, что он от нас, но ни один наш ключ его не подписывал. Не верьте ему.
verify-unreadable = Это не файл переписки
verify-unreadable-meaning = Мы не можем прочитать это как файл переписки. Возможно, это другой файл или его заново сохранил браузер или редактор.
verify-number = Обращение
verify-made = Файл создан
verify-messages = Сообщений
verify-history = В подписанной истории
verify-covered = { $all ->
    [one] { $count } из { $all } записи
    [few] { $count } из { $all } записей
    [many] { $count } из { $all } записей
   *[other] { $count } из { $all } записи
  }
verify-part = Часть
verify-findings = Что не сходится
verify-more = И ещё { $count }.
verify-text = Текст сообщения № { $number }
verify-author = Автор сообщения № { $number }
verify-time = Время записи № { $number }
verify-file-of = Файл сообщения № { $number }
verify-status = Статус в записи № { $number }
verify-erasure = Удаление сообщения № { $number }
verify-record = Строка журнала для записи № { $number }
verify-entry = Запись № { $number }
verify-ticket = Данные обращения
verify-head = Данные файла
verify-seal = Подпись файла
verify-page-entry = То, что страница показывает о записи № { $number }
verify-page = То, что показывает страница
verify-was-changed = { $what }: изменено
verify-is-missing = { $what }: отсутствует
verify-was-added = { $what }: добавлено позже
verify-was-moved = { $what }: не на своём месте
verify-does-not-fit = { $what }: не сходится с записью
verify-keys = Наши ключи
verify-keys-hint = Один из них нужен тому, кто проверяет без нас. Первый — нынешний.
looks-title = Кто смотрел мои данные
looks-intro = Ваши имя, почта, телефон и UID скрыты от наших сотрудников. Когда сотрудник открывает что-то из этого, он обязан указать причину, и это появляется здесь. Одни и те же буквы — всегда один и тот же человек.
looks-none = Никто ничего не открывал.
looks-name = Ваше имя
looks-email = Ваш адрес почты
looks-phone = Ваш телефон
looks-uid = Ваш UID
looks-transcript = Вся переписка { $number }
looks-unknown = Данные, запись о которых удалена
looks-by = Сотрудник { $code }
looks-reason = Причина
looks-reason-gone = удалена
sessions-title = Где выполнен вход
sessions-intro = В этих браузерах выполнен вход в нашу поддержку. Если какой-то вам незнаком, завершите его сеанс. На самой бирже вход отдельный: завершите его там.
sessions-here = Этот браузер
sessions-since = С { $time }
sessions-seen = Последнее использование: { $time }
sessions-unknown = Неизвестный браузер
sessions-end = Завершить этот сеанс
sessions-everywhere = Выйти везде
sessions-everywhere-hint = Завершает все эти сеансы, и этот тоже.
notice-session-ended = Сеанс завершён.
notice-signed-out-everywhere = Вы вышли везде.
reach-title = Как с нами связаться
reach-intro = Выберите категорию, и мы скажем, сколько в последнее время ждали первого ответа.
reach-way = Напишите нам
reach-way-hint = Писать можно в любое время. Наш ответ появится в вашем обращении на этом сайте.
reach-measured = Половина обращений на эту тему получила первый ответ за { $median }, девять из десяти — за { $p90 }.
reach-measured-half = Половина обращений на эту тему получила первый ответ за { $median }. О девяти из десяти пока сказать нельзя: слишком многие ещё ждут.
reach-basis = { $count ->
    [one] Измерено по { $count } обращению за последние 28 дней. Это не обещание.
    [few] Измерено по { $count } обращениям за последние 28 дней. Это не обещание.
    [many] Измерено по { $count } обращениям за последние 28 дней. Это не обещание.
   *[other] Измерено по { $count } обращения за последние 28 дней. Это не обещание.
  }
reach-few = { $count ->
    [0] За последние 28 дней обращений на эту тему не было, поэтому срок ответа назвать нельзя.
    [one] За последние 28 дней было лишь { $count } обращение на эту тему: слишком мало, чтобы назвать срок ответа.
    [few] За последние 28 дней было лишь { $count } обращения на эту тему: слишком мало, чтобы назвать срок ответа.
    [many] За последние 28 дней было лишь { $count } обращений на эту тему: слишком мало, чтобы назвать срок ответа.
   *[other] За последние 28 дней было лишь { $count } обращения на эту тему: слишком мало, чтобы назвать срок ответа.
  }
reach-waiting = Больше половины недавних обращений на эту тему (всего { $count }) ещё ждут ответа.
reach-panel = Как быстро мы отвечаем
reach-own = У вас уже есть открытые обращения на эту тему
reach-own-hint = Если это та же проблема, напишите там: всё сказанное будет в одном месте.
span-minutes = { $count } мин
span-hours = { $count } ч
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
  }
site-more = Ещё

## Notifications

notices-title = Уведомления
notices-none = Ничего нового
notices-none-hint = Когда мы ответим, это появится здесь.
notices-unread = { $count ->
    [one] { $count } новое уведомление
    [few] { $count } новых уведомления
    [many] { $count } новых уведомлений
   *[other] { $count } нового уведомления
  }
notices-new = Новое
notices-read-all = Отметить всё как прочитанное
notices-older = Более ранние
notice-kind-receipt = Мы получили ваше сообщение
notice-kind-opened = Мы открыли для вас обращение
notice-kind-reply = Новый ответ
notice-kind-wrote = Новое сообщение
notice-kind-waiting = Нам нужен ваш ответ
notice-kind-solved = Решено
notify-title = Что мы вам присылаем
notify-intro = Всё о ваших обращениях есть на этом сайте. Выберите, что ещё вы хотите получать.
notify-mail = Электронная почта
notify-mail-hint = На адрес { $address }
notify-mail-none = Мы не знаем вашего адреса электронной почты.
notify-language = Язык
notify-language-hint = Мы пишем вам на этом языке.
notify-save = Сохранить
notice-notify-saved = Сохранено.
notice-all-read = Всё отмечено как прочитанное.
link-title = Открыть обращение
link-text = Эта ссылка ведёт к вашему обращению { $number }. Вы получили её по электронной почте.
link-open = Открыть обращение
link-note = На этом устройстве вход действует два часа.

## Forms: the question box, one question a page, and a ticket's life

question-label = Ваш вопрос
question-placeholder = Вставьте ID транзакции, адрес или ссылку либо напишите несколько слов
question-hint = Мы прочитаем вставленное и подберём нужную форму. Пока ничего не отправляется.
question-ask = Посмотреть
field-question-required = Напишите несколько слов или вставьте ID транзакции, адрес или ссылку.
field-question-too-long = Вопрос слишком длинный: не более { $limit } символов.
question-title = Что мы в этом нашли
question-recognised = Что мы распознали
question-network = Может относиться к сети { $network }.
question-networks = { $count ->
    [one] Может относиться к { $count } сети.
    [few] Может относиться к { $count } сетям.
    [many] Может относиться к { $count } сетям.
   *[other] Может относиться к { $count } сети.
  }
question-mentioned = Ваши обращения, где упомянуто то же
question-fitting = Подходящие категории
question-fitting-hint = То, что вы написали, уже внесено.
question-others = Другое
choose-drafts = Продолжить с того же места
choose-kept = Сохранено { $age }
choose-withdrawn = Категория «{ $category }» больше недоступна. Выберите другую: всё написанное сохранится.
text-step-hint = О том, что есть в тексте, мы не спросим ещё раз.
step-count = Шаг { $number } примерно из { $total }
step-back-link = Назад
step-continue = Продолжить
step-lacking = У меня этого нет
step-kept = Сохраняется на каждой странице: можно продолжить на другом устройстве.
step-discard = Удалить этот черновик
find-hash-title = Где это найти?
field-amount-invalid = Напишите сумму цифрами, например 250 USDT.
field-time-invalid = Напишите дату и время, например 2026-11-28 11:52 UTC.
field-asset-invalid = Напишите краткое обозначение монеты, например USDT.
field-asset-required = Напишите краткое обозначение монеты, например USDT.
field-amount-required = Напишите сумму, например 250 USDT.
field-time-required = Напишите дату и время, хотя бы примерно.
check-title = Проверьте и отправьте
check-intro = Измените то, что неверно. До нажатия кнопки ничего не отправляется.
check-facts = Ваши ответы
check-picked = Взято из вашего текста
check-needed = Ещё нужно
check-none = Без ответа
check-change = Изменить
check-answer = Ответить
check-missing = Ответьте: { $question }
check-meanwhile = Тем временем ваши ответы или файлы были изменены на другой странице или на другом устройстве. Просмотрите их ещё раз и отправьте.
new-ticket-subject-of = { $category }: { $what }
steps-title = Что происходит с обращением
step-done = Сделано:
step-now = Сейчас:
step-next = Дальше:
step-opened = Мы получили ваше сообщение
step-opened-for = Мы открыли для вас это обращение
step-answered = { $name }: ответ отправлен
step-wrote = { $name }: сообщение отправлено
step-desk-wrote = Вам написала система
step-replied = Вы ответили
step-asked = Мы запросили у вас информацию
step-handed-on = Передано специалистам
step-back = Снова в поддержке
step-solved = Решено
step-closed = Закрыто
step-reopened = Вы снова открыли обращение
step-nudged = Вы напомнили о себе
step-escalated = Вы попросили передать обращение специалисту
step-escalated-lead = Вы попросили передать обращение руководителю
step-verification-asked = Мы попросили подтвердить, что это вы
step-verification-proven = Вы подтвердили, что это вы
step-verification-withdrawn = Подтверждать, что это вы, больше не нужно
step-next-open = Наш ответ появится здесь
step-next-waiting-on-customer = Вы ответите ниже, и мы сразу продолжим
step-next-waiting-on-internal = Специалисты ответят, и вы прочитаете это здесь
step-next-done = Если проблема вернётся, откройте обращение снова
given-title = Ваши ответы на наши вопросы
nudge = Напомнить о себе
nudge-from = Если до тех пор никто не ответит, вы сможете напомнить о себе с { $time }.
notice-nudged = Мы передали, что вы ждёте.
notice-proof-mailed = Ссылка отправляется на ваш адрес электронной почты. Это может занять несколько минут.
proof-title = Подтвердите, пожалуйста, что это вы
proof-text-sign-in = Служба поддержки просит вас ещё раз войти в аккаунт.
proof-text-mail = Служба поддержки просит вас открыть это обращение по ссылке из нашего письма.
proof-until = Это можно сделать до { $time }.
proof-mail = Прислать ссылку на почту
proof-link = Служба поддержки попросила подтвердить, что это вы. Откройте обращение здесь — этого достаточно.
escalate = Передать специалисту
escalate-title = Передать тому, у кого больше полномочий
escalate-intro = Обращение со всем написанным выше рассмотрит специалист второй линии. Ему присвоят высокий приоритет.
escalate-intro-lead = Обращение со всем написанным выше рассмотрит руководитель.
escalate-reason = Что пошло не так?
escalate-reason-hint = В нескольких предложениях, не более { $limit } символов. Это добавится к обращению как сообщение.
escalate-send = Передать
escalate-stay = Оставить как есть
escalate-from = У сотрудников, которые занимаются обращением, есть на него сутки. Передать его выше можно с { $time }.
escalate-top = Обращение уже у руководителя. Выше никого нет.
escalate-not-open = Обращение решено или закрыто. Сначала откройте его снова.
notice-escalated = Обращение вместе с вашим объяснением передано на следующую линию.
field-escalation-required = Напишите в нескольких предложениях, что пошло не так.
field-escalation-too-long = Слишком длинно: не более { $limit } символов.

## The exchange bridge

account-title = Мой аккаунт
account-facts = Аккаунт
account-details = Подробнее
account-tx = ID транзакции
account-address = Адрес
account-memo = Memo или тег
account-write = Что-то не так? Напишите нам
taken-lead = Если в ваш аккаунт мог войти кто-то другой, заморозьте его сейчас. Одно нажатие, все вопросы потом.
taken-what-people = Команда безопасности получит обращение и займётся им раньше всех остальных.
taken-what-back = Отменить это здесь нельзя. Мы вернём вам аккаунт, когда убедимся, что вы его владелец.
taken-button = Заморозить аккаунт сейчас
taken-never = Никто из нас потом не позвонит и не попросит код, пароль или перевод на «безопасный» адрес.
taken-pending = Вы запросили заморозку { $time }. Биржа её ещё не подтвердила; мы повторяем запрос.
taken-done = Ваш аккаунт заморожен с { $time }. Из него ничего не выводится. Подтверждение биржи: { $receipt }.
taken-refused = После вашего запроса { $time } биржа не заморозила аккаунт автоматически. Команда безопасности сделает это вручную.
taken-ticket = К обращению
notice-freeze-asked = Мы получили ваш запрос и займёмся им раньше всех остальных. Как только биржа подтвердит заморозку, вы увидите это здесь.

## Web push

push-title = Уведомления в браузере
push-intro = Когда появится что-то новое, браузер сразу вам сообщит, даже если эта страница закрыта. Он назовёт только номер обращения, без текста и сумм.
push-add = Включить в этом браузере
push-here = Этот браузер
push-since = Включено { $time }
push-sent = Последнее уведомление: { $time }
push-remove = Выключить
push-unsupported = Этот браузер не умеет показывать уведомления сайтов. На iPhone или iPad сначала добавьте этот сайт на экран «Домой» и откройте его оттуда.
push-denied = Браузер блокирует уведомления этого сайта. Разрешите их в настройках браузера и загрузите страницу снова.
push-refused = Браузер их не включил, ничего не изменилось. Всё о ваших обращениях по-прежнему есть на этом сайте.
push-failed = Не получилось, ничего не изменилось. Загрузите страницу снова и попробуйте ещё раз.
push-no-script = Чтобы включить их в этом браузере, нужен JavaScript.
notice-device-added = Этот браузер сообщит вам, когда мы ответим.
notice-device-removed = Тот браузер больше ничего не сообщает.

## Bounces

notify-mail-failing = Письмо на { $address } вернулось, поэтому сутки мы туда не пишем. Проверьте адрес в своём аккаунте на бирже.

## Completing: what the customer's side still lacked

missing-title = Что нам ещё нужно от вас
missing-hint = Без этого мы, возможно, не сможем продолжить.
missing-helpful = { $count ->
    [one] Ещё { $count } ответ помог бы нам
    [few] Ещё { $count } ответа помогли бы нам
    [many] Ещё { $count } ответов помогли бы нам
   *[other] Ещё { $count } ответа помогли бы нам
  }
answer-add = Добавить к обращению
answer-added-to = Ответ сразу попадает в обращение, и сотрудник его видит.
answer-meanwhile = Тем временем на этот вопрос ответили в другом месте. Ваш текст остался здесь; отправьте его ещё раз, и он заменит тот ответ.
answer-stands = Ответ, который действует сейчас
answer-closed = Это обращение закрыто и больше не принимает ответов. Напишите нам снова: ваш текст уже будет внесён.
answer-not-asked = Этот вопрос больше не задаётся.
answer-late-title = Ваш ответ
answer-typed = Что вы написали
answer-to-ticket = Вернуться к обращению
reply-late-title = Обращение закрыто
reply-late = Ваш ответ не отправлен: обращение закрыли раньше, чем он до нас дошёл. Его можно перенести в новое обращение вместе с номером этого.
reply-late-files = Эти файлы тоже будут перенесены: { $files }
reply-late-new = Открыть новое обращение об этом
notice-answer-saved = Добавлено к обращению. Спасибо.
link-over-title = Эта ссылка больше не работает
link-over = Срок её действия истёк, или вы вышли со всех устройств. Мы можем отправить новую на тот же адрес.
link-renew = Прислать новую ссылку
link-over-account = Теперь у вас есть аккаунт в { $brand }. Войдите там, чтобы увидеть обращения.
link-over-nothing = На этот адрес новую ссылку отправить нельзя. Напишите нам снова оттуда, откуда писали сначала.
link-sent-title = Проверьте почту
link-sent = Новая ссылка отправляется на адрес, куда пришла прежняя. Это может занять несколько минут.
notice-kind-link = Отправлена новая ссылка
reach-freeze = В вашем аккаунте кто-то другой
reach-freeze-text = Сначала заморозьте его одним нажатием. Вопросы потом, а вашим обращением займутся раньше всех остальных.
reach-freeze-sign-in = Войдите и заморозьте его одним нажатием. Вопросы потом, а вашим обращением займутся раньше всех остальных.
reach-freeze-act = Заморозить аккаунт
reach-ticket = Обращение на этом сайте
reach-ticket-sign-in = Войдите через { $brand } и пишите в любое время на любом из десяти языков. Ответ появится здесь.
reach-locked-out = Не можете войти?
reach-locked-out-text = Вернуть доступ можно на странице входа { $brand }. По переписке доступ никто не восстанавливает, а тот, кто просит у вас код, — не мы.
reach-link = Вы получили ссылку по почте
reach-link-text = Откройте её: она ведёт к обращению, и аккаунт для этого не нужен. Если ссылка устарела, по ней можно получить новую.
reach-look = Сначала проверьте сами
reach-look-text = Вставьте ID транзакции, адрес или ссылку: мы сразу скажем, что это и всё ли с ним в порядке.
reach-look-act = Вставить
reach-like-both = Только обращения на вашем языке, созданные примерно в это время суток.
reach-like-language = Только обращения на вашем языке.
reach-like-hour = Только обращения, созданные примерно в это время суток.
reach-no-promise = По данным за последние 28 дней. Это не обещание.
reach-unknown = В последнее время таких обращений было слишком мало, поэтому мы не можем сказать, сколько ждать ответа.
reach-waiting-many = Больше половины недавних обращений на эту тему ещё ждут ответа.

## What the exchange tells by itself

notify-app = Приложение биржи
notify-app-hint = Короткое уведомление на телефоне, без текста переписки.
looks-account = Сведения биржи о вашем аккаунте
looks-intro-account = Здесь же видно, кто открывал сведения биржи о вашем аккаунте: не более одной записи за четверть часа.
told-as-of = { $what } (по состоянию на { $time })
suspended-title = Приостановленные сети
suspended-both = Депозиты и вывод { $what } в сети { $network } приостановлены. Ничего не потеряно: всё продолжится, когда сеть заработает.
suspended-deposits = Депозиты { $what } в сети { $network } приостановлены. Отправленное сейчас будет зачислено после возобновления.
suspended-withdrawals = Вывод { $what } в сети { $network } приостановлен. Средства уйдут, когда сеть заработает.
suspended-all-coins = всех монет
suspended-until = Ожидается возобновление: { $time }.
notice-told-account = Ваш аккаунт

## Customer's side: news by topic

notify-topic = О чём
notify-topic-tickets = Ваши обращения
notify-topic-tickets-hint = Ответы, наши вопросы и сообщения о решении.
notify-topic-account = Депозиты и выводы
notify-topic-account-hint = То, что биржа сообщает сама: депозит замечен, вывод задержан.
notify-topic-security = Безопасность аккаунта
notify-topic-security-hint = Пароль или адрес почты мог сменить кто-то другой, поэтому об этом мы сообщаем всегда.
notify-always = Всегда
notify-push = Браузер
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = Передача заняла слишком много времени
field-cut = Присланный текст длиннее, чем можно принять за один раз: ниже его начало, конец не сохранился. Длинный текст приложите файлом.
notify-older = Эта страница была открыта ещё до обновления, поэтому ничего не сохранено. Ниже — то, что выбрано сейчас, вместе с вашими новыми отметками. Проверьте и сохраните ещё раз.

## The help centre

help-title = Справка
help-home-text = Ответы на вопросы о депозитах, выводе, торговле и вашем аккаунте на { $brand }.
help-empty = Здесь пока нет статей.
help-all = Показать все
help-all-of = Показать все: { $section }
help-glossary = Словарь
help-glossary-text = Что означают биржевые термины, простым языком.
help-see = Статьи об этом
help-stuck = Не помогло?
help-stuck-text = Напишите нам. Повторять прочитанное не нужно.
help-where = Вы здесь
help-fallback = Этой страницы пока нет на языке: { $wanted }. Вы читаете её на языке: { $language }.
help-internal = Внутренняя
help-internal-text = Эту страницу видят только сотрудники. Не отправляйте её адрес клиентам.
help-updated = Обновлено
help-reviewed = Проверено
help-contents = На этой странице
help-step-by-step = Шаг за шагом
help-start-again = Начать заново
help-all-steps = Показать все шаги
help-rate = Помогла ли статья?
help-rate-yes = Да
help-rate-no = Нет
help-rate-why = Чего не хватило?
help-rate-note = Своими словами (необязательно)
help-rate-note-hint = Здесь не отвечают. Если нужна помощь по вашему случаю, напишите нам.
help-rate-send = Отправить
help-reason-not-mine = Это о другом
help-reason-wrong = Есть ошибка
help-reason-unclear = Непонятно
help-reason-incomplete = Не хватает подробностей
help-reason-policy = Понятно, но правило не нравится
help-related = Читайте также
help-before = Прежде чем писать: возможно, ответ уже есть
notice-feedback-given = Спасибо. Ваш отзыв прочитают авторы этих страниц.
help-film = Видео, откроется в новой вкладке
help-field-memo = Memo
help-field-tag = Тег назначения (Tag)
help-field-comment = Комментарий (Memo)
help-terms = Версия условий
help-terms-from = Действует с
help-terms-until = До
help-terms-in-force = действует
help-terms-time = Время расчёта (UTC)
help-terms-window = Окно усреднения, минут
help-terms-sample = Секунд между замерами
help-terms-average = Вид среднего
help-terms-strike = Ровно по цене исполнения
help-terms-days = Подсчёт дней
help-terms-rounding = Округление
help-average-arithmetic = арифметическое
help-average-time = взвешенное по времени
help-strike-exercises = конвертируется
help-strike-expires = не конвертируется
status-next-promised = Мы ответим до { $time }.
status-next-late = Мы обещали ответить до { $time } и опаздываем. Ответ появится здесь.

## What comes too early or too often

problem-too-often-title = Слишком часто
notice-nudged-already = Вы уже напомнили о себе или ещё рано. Ниже написано, когда можно будет напомнить снова.
escalate-written = Что вы написали

## Tickets that go on in another one
ticket-goes-on = Это обращение продолжается в { $number }
ticket-goes-on-text = Оба обращения об одном и том же, поэтому мы их объединили. Всё, что написано здесь, видно и там; продолжайте, пожалуйста, там.
ticket-goes-on-open = Перейти к { $number }
ticket-joined-here = Также здесь: { $numbers }
message-origin = из { $number }
step-merged = Продолжается в { $number }
step-unmerged = Отделено от { $number } и снова рассматривается отдельно
step-joined = { $number } продолжается здесь
step-parted = { $number } снова рассматривается отдельно
step-split-off = Часть сообщений продолжается в { $number }
step-split-from = Начато с сообщений из { $number }
step-taken-back = Сообщения из { $number } снова здесь
step-given-back = Сообщения снова в { $number }

## Search in the help centre

help-search-label = Поиск по справке
help-search-placeholder = Что вы хотите узнать?
help-search-button = Найти
help-search-suggestions = Подходящие статьи
help-search-heard = Найдено статей: { $count }. Выберите статью клавишами со стрелками.
help-search-heard-none = Подходящих статей пока нет.
help-search-title = Поиск
help-search-of = Поиск: «{ $words }»
help-search-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
  }
help-search-foreign = На этом языке ({ $language }) ничего нет. На других языках: { $count }.
help-search-sections = Разделы
help-search-everywhere = Все разделы
help-search-nothing = По запросу «{ $words }» ничего не найдено
help-search-nothing-text = Попробуйте меньше слов или другие слова либо посмотрите, что чаще всего помогает. Если это не то, напишите нам.
help-search-not-ready = Поиск сейчас недоступен. Всё остальное работает; попробуйте через минуту.
help-popular = Что чаще всего помогает
help-fitting = Возможно, ответ есть в этих статьях
question-articles = Статьи, где может быть ответ
question-articles-all = Все результаты

## A way in without a session
write-title = Написать нам
write-lead = Входить не нужно. Укажите адрес почты, и мы пришлём ссылку на ваше обращение.
write-without = Без входа
write-without-text = Вы не вошли или не можете войти? Написать нам всё равно можно. Ссылка на обращение придёт по почте.
write-email = Ваш адрес электронной почты
write-email-hint = На него придёт ссылка на обращение. Мы никому не сообщаем, известен ли нам этот адрес.
write-send = Отправить
write-unproven = Пока ссылка из письма не открыта, мы не знаем, кто пишет: ничего не сообщаем об аккаунте и ничего в нём не меняем.
write-no-mail = Сейчас мы не можем отправлять письма. Сообщение мы прочитаем, но ответ до вас не дойдёт. Если можете, войдите и напишите после входа.
write-not-taken = Сообщение не отправлено
write-too-many = За последний час с вашего подключения пришло много сообщений. Попробуйте через час или войдите. Написанное сохранено ниже, файлы нужно выбрать заново.
write-too-many-of = За последние сутки этот адрес указали во многих сообщениях. Попробуйте завтра, укажите другой адрес или войдите. Написанное сохранено ниже, файлы нужно выбрать заново.
write-files-again = Выберите файлы ещё раз: без входа мы не храним их до отправки сообщения.
written-title = Мы получили ваше сообщение
written-number = Номер вашего обращения: { $number }. Запишите его.
written-next = Что будет дальше
written-mail = Если этот адрес ваш, вам придёт письмо со ссылкой на обращение. Это может занять несколько минут.
written-open = Откройте ссылку. Так мы убедимся, что письма на этот адрес читаете вы, и ответы будут приходить туда.
written-read = Сообщение прочитает сотрудник и ответит в обращении.
written-first = Команда безопасности прочитает ваше сообщение раньше всех остальных.
written-promise = Вы получите ответ до { $time }.
written-once = Чтобы никто не мог завалить письмами чужой ящик, на неподтверждённый адрес приходит одно такое письмо в сутки. Если вы уже писали нам сегодня, продолжите по ссылке из того письма.
theft-now-title = Что сделать прямо сейчас, по порядку
theft-now-freeze = Вы ещё можете войти в { $brand }? Войдите и заморозьте аккаунт: одно нажатие.
theft-now-write = Если нет, сразу напишите команде безопасности: входить для этого не нужно.
theft-now-mailbox = Защитите почту: смените её пароль и завершите все остальные сеансы. Тот, кто читает вашу почту, может сбросить всё остальное.
theft-now-password = Если вы ещё можете войти в { $brand }, смените там пароль, завершите все остальные сеансы и удалите API-ключи.
theft-now-wallet = Кто-то получил от вас сид-фразу вашего кошелька? Переведите всё, что в нём есть, в новый кошелёк.
theft-write = Написать команде безопасности
theft-no-freeze = По одному лишь сообщению мы аккаунт не замораживаем: иначе кто угодно мог бы лишить доступа другого человека. Сначала всё проверит сотрудник.
taken-open-lead = В вашем аккаунте может быть кто-то другой? Сразу сделайте следующее, по порядку.
taken-open-sign-in = Войти и заморозить
taken-stops = Как только биржа это подтвердит, никто, включая вас, больше не сможет ничего вывести или отправить.
taken-hand-lead = Если в ваш аккаунт мог войти кто-то другой, сообщите команде безопасности сейчас. Одно нажатие, все вопросы потом.
taken-hand-stops = Аккаунт замораживают вручную, потому что отсюда поддержка сделать это не может. До этого вывод средств ещё возможен.
taken-hand-meanwhile = А пока, если вы ещё можете войти в { $brand }: смените там пароль, завершите все остальные сеансы и удалите API-ключи.
taken-hand-button = Попросить заморозить аккаунт
notice-freeze-by-hand = Мы получили ваш запрос и займёмся им раньше всех остальных. Команда безопасности заморозит аккаунт вручную и сообщит вам здесь.
sign-in-link = Войти в { $brand }
sign-in-link-text = Вы войдёте в { $brand } и вернётесь на эту страницу.
sign-in-step-choose = Выберите там «Поддержка»: эта страница откроется, и вход уже будет выполнен.
reach-write-text = Пишите в любое время на любом из десяти языков. Ссылка на обращение придёт по почте.
field-email-required = Укажите адрес электронной почты.
field-email-invalid = Это не похоже на адрес электронной почты. Проверьте его.
field-email-too-long = Слишком длинный адрес: не более { $limit } символов.

## What a department is asked, on the page behind its link
side-unnamed = Вопрос службы поддержки
side-intro = { $name } задаёт отделу «{ $department }» вопрос по обращению { $number }. Клиент ничего с этой страницы не видит.
side-answer = Ваш ответ
side-answer-hint = Не более { $limit } символов. Его читает только служба поддержки.
side-send = Отправить ответ
side-until = Страница доступна до { $time }, а если появится что-то новое, то и дольше. Она только для отдела «{ $department }»: пожалуйста, не пересылайте ссылку.
notice-side-sent = Ваш ответ получен службой поддержки.
side-too-many = За последний час пришло много ответов. Попробуйте немного позже. Написанное сохранено ниже.
side-full = Здесь больше нет места. Попросите службу поддержки начать новую переписку. Написанное сохранено ниже.
side-expired = Здесь давно ничего не писали, и срок действия ссылки истёк. Мы можем снова отправить её на почту вашего отдела.
side-renew = Отправить ссылку ещё раз
side-renewed = Ссылка отправляется на почту вашего отдела. Это может занять несколько минут.
side-closed-title = Эта переписка закрыта
side-closed = Её закрыла служба поддержки. Здесь больше ничего нельзя прочитать или написать.
side-void = Эту ссылку заменила другая. Откройте последнее письмо службы поддержки или спросите у неё.
field-side-required = Напишите ответ или выберите файл.
field-side-too-long = Ответ слишком длинный: не более { $limit } символов.

## What the exchange tells in articles
help-figures = Данные биржи:
help-not-now = (сейчас неизвестно)
help-not-now-table = Биржа сейчас не отвечает, поэтому таблицу показать нельзя. Посмотрите снова через несколько минут.

# Tables that are as long as the exchange makes them.
help-table-part = Показано строк: { $shown } из { $all }.
help-table-all = Вся таблица
help-table-found = Строк: { $shown } из { $all }
help-table-find = Найти монету, сеть или контракт
help-table-earlier = Предыдущая страница
help-table-later = Следующая страница
help-table-contracts = Контракты: плечо, маржа и комиссии
help-table-dual-investment-pairs = Двойные инвестиции: доступные пары
help-table-earn = Доходные продукты: что доступно
help-table-fiat = Обычные деньги: ввод и вывод
help-table-margin-interest = Маржинальные займы: проценты
help-table-memo = Монеты, которым нужен memo или тег
help-table-networks = Сети: минимумы, подтверждения и комиссии
help-table-withdrawal-fees = Вывод: минимумы и комиссии

# What the house says of itself in articles.
help-col-kind = Вид
help-col-address = Адрес или имя
help-col-place = Где вы живёте
help-col-confirmation = Подтверждение
help-col-decision = Решение
help-col-longest = Не позднее
help-col-body = Организация
help-col-until = Срок обращения после решения
help-channel-site = Сайт
help-channel-app = Приложение
help-channel-mail = Эл. почта
help-channel-phone = Телефон
help-channel-social = Соцсеть
