### See en/errors.ftl for what each group is for.

error-signed-out = Вы не вошли. Войдите и повторите.
error-session-expired = Ваш сеанс завершён. Войдите снова; то, что вы набрали, осталось здесь.
error-customers-only = Это может сделать только сам клиент. Войдите через биржу.
error-csrf-missing = Мы не смогли убедиться, что запрос пришёл с нашей страницы. Обновите её и отправьте снова.
error-locked-out = Слишком много неверных попыток. Подождите { $seconds } с и повторите.
error-rate-limited = Слишком много за один раз. Подождите { $seconds } с и повторите.
error-token-malformed = Токен входа повреждён. Откройте поддержку с биржи ещё раз.
error-token-forged = Токен входа подписан не биржей. Откройте поддержку с самой биржи.
error-token-expired = Срок токена входа истёк. Откройте поддержку с биржи ещё раз: она создаст новый.
error-token-lifetime = Токен входа действует дольше, чем мы принимаем, или бессрочный. Откройте поддержку с биржи ещё раз.
error-token-audience = Токен входа создан для другого места. Откройте поддержку с биржи ещё раз.
error-token-replayed = Токен входа уже использован. Откройте поддержку с биржи ещё раз: она создаст новый.
error-invalid-input = Некоторые ответы нужно поправить. У каждого написано, что не так.
error-not-found = Здесь нет ничего, что вам доступно. Проверьте адрес или номер.
error-field-required = Это нужно заполнить.
error-field-too-long = Слишком длинно. Не более { $limit } символов.
error-text-has-nul = В тексте есть невидимый нулевой символ, который нельзя сохранить. Удалите его или вставьте текст без форматирования.
error-body-too-large = Слишком много для одной отправки. Сократите текст или приложите его файлом.
error-cursor-invalid = Это место в списке устарело. Начните с первой страницы.
error-idempotency-in-progress = Такой же запрос ещё выполняется. Подождите немного и проверьте.
error-ticket-number-wrong = Это не номер обращения: один из символов неверен. Сверьте с письмом или списком.
error-ticket-closed = Обращение закрыто и не принимает ответов. Откройте новое и укажите этот номер.
error-attachment-too-large = Файл больше { $limit }. Отправьте файл меньше или сократите запись.
error-attachment-incomplete = Файл дошёл не полностью. Отправьте его ещё раз.
error-attachment-empty = Файл пустой. Выберите другой.
error-attachment-unusable = Этот файл нельзя приложить сюда: он использован в другом месте или устарел. Выберите его снова.
error-too-many-attachments = Слишком много файлов. Не более { $limit } в одном сообщении.
error-storage-full = У нас закончилось место, поэтому ничего не сохранено. Мы знаем об этом; повторите через несколько минут.
error-read-only = Сейчас мы можем показывать, но не сохранять. Сохраните текст у себя и повторите через несколько минут.
error-outcome-unknown = Мы не знаем, сохранилось ли это. Проверьте, прежде чем отправлять снова.
error-unavailable = Сейчас это не получится. Ничего не потеряно; повторите через минуту.
error-internal = У нас что-то сломалось, и мы об этом знаем. Повторите; если не поможет, назовите номер запроса.
error-evidence-not-recognised = Здесь нет ни ID транзакции, ни адреса, ни ссылки, ни суммы. Вставьте значение целиком.
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

## Forms, and customers who wait

error-not-our-turn = Обращение ждёт вашего ответа или уже решено. Напишите ниже.
error-escalated-to-top = Обращение уже у руководителя. Выше никого нет; следующий шаг — официальная жалоба.
