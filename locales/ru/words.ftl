### See en/words.ftl.

issue-deposit-not-credited = Депозит не зачислен
issue-withdrawal-pending = Вывод в ожидании
issue-withdrawal-failed = Вывод не выполнен
issue-wrong-network = Не та сеть
issue-missing-memo = Нет memo или тега
issue-api-error = Ошибка API
issue-order-rejected = Ордер отклонён или задержан
issue-liquidation-dispute = Спор о ликвидации
issue-settlement-question = Вопрос о расчёте
issue-earn-and-staking = Доходность и стейкинг
issue-login-or-2fa = Потерян вход или 2FA
issue-account-change = Изменение аккаунта
issue-kyc = KYC
issue-theft = Кража
issue-impersonation = Мошенник под чужим именем
issue-fees = Комиссии
issue-suggestion = Предложение
issue-complaint = Жалоба
issue-other = Другое

secret-seed-phrase = Сид-фраза
secret-slip39-share = Часть резервной фразы (SLIP-39)
secret-monero-seed = Сид-фраза Monero
secret-wif-key = Приватный ключ
secret-extended-private-key = Расширенный приватный ключ
secret-hex-private-key = Приватный ключ
secret-bip38-key = Зашифрованный приватный ключ (BIP-38)
secret-xrp-seed = Секретный ключ XRP
secret-stellar-secret = Секретный ключ Stellar
secret-solana-keypair = Приватный ключ Solana
secret-keystore = Файл keystore
secret-pem-private-key = Приватный ключ (PEM)
secret-otpauth-uri = Ссылка для настройки аутентификатора
secret-totp-secret = Ключ настройки аутентификатора
secret-one-time-code = Код подтверждения
secret-password = Пароль
secret-api-secret = Секретный ключ API
secret-api-passphrase = Кодовая фраза API (passphrase)
secret-session-token = Токен входа
secret-card-number = Номер карты
secret-iban = Номер счёта (IBAN)

leak-hidden = { $what }: мы скрыли это до сохранения сообщения. Здесь никто не может это прочитать.
leak-before-send = { $what }: похоже, это есть в вашем тексте. Удалите это перед отправкой. Никому из { $brand } это не нужно.
leak-theft = Мы считаем, что это может быть кража, и займёмся этим в первую очередь.
leak-advice-wallet = Считайте, что это знают другие: сейчас же переведите все средства на новый кошелёк. Новый пароль старый кошелёк не защитит.
leak-advice-keystore = Если пароль, которым это защищено, не очень надёжен или его знает кто-то ещё, сейчас же переведите все средства на новый кошелёк. Менять пароль бесполезно: копия по-прежнему открывается старым.
leak-advice-two-factor = Сейчас же отключите аутентификатор и настройте его заново. Тот, у кого есть старый ключ, может получать ваши коды.
leak-advice-code = Не используйте этот код, запросите новый. Никому не сообщайте коды, даже нам.
leak-advice-password = Сейчас же смените этот пароль везде, где вы им пользуетесь.
leak-advice-api = Сейчас же удалите этот API-ключ и создайте новый. Затем проверьте последние ордера и выводы средств: нет ли среди них чужих.
leak-advice-session = Сейчас же выйдите из аккаунта на всех устройствах, затем войдите снова. До этого кто-то может действовать от вашего имени.
leak-advice-card = Нам это не нужно. Если вы сообщили номер кому-то ещё или видите платёж, которого не делали, сразу свяжитесь с банком.
leak-advice-bank = Мы скрыли это, чтобы защитить ваши личные данные. Вам ничего не нужно делать.

upload-not-read = Изображения, видео и PDF нельзя проверить на секреты. Следите, чтобы в них не было сид-фразы, ключа или кода.
upload-text-masked = Мы скрыли секреты в этом файле.

asks-for-secret-title = Отправить нельзя: здесь запрашивают секрет
asks-for-secret-password = Здесь запрашивают пароль. Мы никогда не спрашиваем его у клиентов. Уберите эту просьбу.
asks-for-secret-one-time-code = Здесь запрашивают код подтверждения. Мы никогда не спрашиваем его у клиентов. Уберите эту просьбу.
asks-for-secret-seed-phrase = Здесь запрашивают сид-фразу. Мы никогда не спрашиваем её у клиентов. Вместо неё спросите адрес или хеш транзакции.
asks-for-secret-private-key = Здесь запрашивают приватный ключ. Мы никогда не спрашиваем его у клиентов. Вместо него спросите адрес или хеш транзакции.
asks-for-secret-api-secret = Здесь запрашивают секретный ключ или кодовую фразу API. Мы никогда не спрашиваем их у клиентов. Вместо них спросите открытый идентификатор ключа или текст ошибки.
asks-for-secret-card-security-code = Здесь запрашивают код безопасности карты. Мы никогда не спрашиваем его у клиентов. Достаточно последних четырёх цифр номера.

evidence-kind-tx = Хеш транзакции
evidence-kind-address = Адрес
evidence-kind-link = Ссылка
evidence-kind-amount = Сумма
evidence-kind-uid = UID
evidence-kind-order = Номер ордера
evidence-kind-height = Номер блока
evidence-kind-chain-id = ID сети (Chain ID)
evidence-kind-time = Дата и время
evidence-kind-ticker = Монета

evidence-title = Данные для проверки
evidence-none = Пока нет ни хеша, ни адреса, ни ссылки. Добавьте, и мы сразу их проверим.
evidence-placeholder = Вставьте хеш транзакции, адрес или ссылку
evidence-not-recognised = Мы не смогли это распознать. Вставьте целиком хеш транзакции, адрес или ссылку на обозреватель блоков.
evidence-add = Добавить данные
evidence-edit = Изменить
evidence-remove = Убрать
evidence-copy = Скопировать целиком
evidence-open-explorer = Открыть в обозревателе блоков
evidence-search = Найти обращения с этими данными
evidence-network = Сеть
evidence-networks-possible = { $count ->
    [one] { $count } возможная сеть
    [few] { $count } возможные сети
   *[many] { $count } возможных сетей
}
evidence-memo = Memo или тег
evidence-found-by-desk = Найдено в сообщении автоматически
evidence-added-by = Кто добавил: { $name }
evidence-uid-not-yours = Это не UID того аккаунта, в который вы вошли.

evidence-checked = Проверено: опечаток нет (контрольная сумма сходится)
evidence-shape = Выглядит верно. Контрольной суммы здесь нет, поэтому опечатку не заметить.
evidence-problem = Что-то не так
evidence-unchecked = Не проверено

evidence-problem-cut-off = { $what }: конец обрезан, символов { $have } из { $want }. Скопируйте ещё раз кнопкой копирования в кошельке.
evidence-problem-too-long = { $what }: есть лишнее, символов { $have } вместо { $want }. Скопируйте ещё раз без того, что стоит до и после.
evidence-problem-changed-character = { $what }: неверный символ в позиции { $position }. Скопируйте ещё раз из источника, не исправляйте вручную.
evidence-problem-changed-character-expected = { $what }: неверный символ в позиции { $position }, там, вероятно, должно быть «{ $expected }». Скопируйте ещё раз из источника, не исправляйте вручную.
evidence-problem-wrong-checksum = { $what }: где-то опечатка, контрольная сумма не сходится. Скопируйте ещё раз кнопкой копирования в кошельке.
evidence-problem-ellipsis = { $tail ->
    [one] { $what }: показано сокращённо, только первые { $head } и последний { $tail } символ. Откройте в кошельке и скопируйте целиком.
    [few] { $what }: показано сокращённо, только первые { $head } и последние { $tail } символа. Откройте в кошельке и скопируйте целиком.
   *[many] { $what }: показано сокращённо, только первые { $head } и последние { $tail } символов. Откройте в кошельке и скопируйте целиком.
}
evidence-problem-look-alike = { $what }: в позиции { $position } стоит «{ $found }», этот символ лишь похож на «{ $meant }». Мы прочли его как «{ $meant }», сверьте с оригиналом.
evidence-problem-spaces = { $what }: внутри были пробелы, мы их убрали. Проверьте, всё ли на месте.
evidence-problem-line-break = { $what }: текст был разбит на строки, мы их соединили. Проверьте, всё ли на месте.
evidence-problem-invisible = { $what }: внутри были невидимые символы, мы их убрали. Вам ничего не нужно делать.
evidence-problem-full-width = { $what }: текст был набран полноширинными символами, мы заменили их обычными. Вам ничего не нужно делать.
evidence-problem-missing-prefix = { $what }: не хватает «0x» в начале. Скопируйте ещё раз с самого начала.
evidence-problem-mixed-case = { $what }: смешаны заглавные и строчные буквы, в этой сети так не бывает. Скопируйте ещё раз кнопкой копирования в кошельке.
evidence-problem-wrong-variant = { $what }: создано устаревшей программой, перевести сюда ничего нельзя. Обновите кошелёк и скопируйте адрес ещё раз.
evidence-problem-malformed = { $what }: в этой сети такого быть не может. Скопируйте ещё раз из источника, а до тех пор ничего сюда не отправляйте.
evidence-problem-test-network = { $what }: это из тестовой сети, монеты в ней ничего не стоят. Если речь о настоящих монетах, скопируйте данные из основной сети.
evidence-problem-token-contract = { $what }: это контракт { $symbol }, а не кошелёк. Ничего сюда не отправляйте; если уже отправили, сообщите нам хеш транзакции.
evidence-problem-burn-address = { $what }: никому не принадлежит, отправленное сюда не вернуть. Проверьте, какой адрес вы имели в виду.
evidence-problem-address-not-hash = Это адрес, а здесь нужен хеш транзакции. Откройте транзакцию в кошельке и скопируйте её хеш (TxID).
evidence-problem-hash-not-address = Это хеш транзакции, а здесь нужен адрес. Откройте транзакцию в кошельке и скопируйте адрес.
evidence-problem-look-alike-host = Эта ссылка выдаёт себя за { $real }. Ничего там не вводите; если уже ввели, сразу сообщите нам.
evidence-problem-user-info = Эта ссылка скрывает за знаком «@», куда ведёт на самом деле. Ничего там не вводите; если уже ввели, сразу сообщите нам.
evidence-problem-port = Эта ссылка ведёт на порт, которого нет у настоящего обозревателя блоков. Ничего там не вводите; если уже ввели, сразу сообщите нам.
evidence-problem-ambiguous-date = В этой дате легко перепутать день и месяц. Напишите её в порядке год, месяц, день, например 2026-03-04.
evidence-problem-no-such-time = Такой даты или такого времени не бывает. Проверьте и напишите ещё раз.
evidence-problem-wrong-form = { $what }: у нас это выглядит иначе. Скопируйте ещё раз из своего аккаунта.

## Files

file-infected = В файле найден вирус. Открыть его нельзя никому.
file-not-scanned = Ещё не проверен на вирусы
file-scan-failed = Проверить на вирусы не удалось
file-metadata-kept = В снимке могли остаться место, устройство и время: убрать их не удалось.
