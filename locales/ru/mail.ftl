## Notifications

mail-subject = Ваше обращение { $number }
mail-receipt = Мы получили ваше сообщение. Номер обращения: { $number }.
mail-receipt-expected = Мы ответим до { $time }.
mail-receipt-no-time = Точного срока мы не обещаем: сначала срочные обращения, остальные — в порядке поступления.
mail-reply = { $name } из { $brand } отвечает на ваше обращение { $number }:
mail-reply-desk = { $brand } отвечает на ваше обращение { $number }:
mail-reply-elsewhere = На ваше обращение { $number } есть ответ. В нём есть данные, которые мы не отправляем по почте; прочитайте его на странице.
mail-waiting = Чтобы продолжить работу над обращением { $number }, нам нужен ваш ответ.
mail-solved = Ваше обращение { $number } решено. Если это не так, сообщите нам на странице.
mail-files = { $count ->
    [one] На странице к нему приложен { $count } файл.
    [few] На странице к нему приложены { $count } файла.
    [many] На странице к нему приложено { $count } файлов.
   *[other] На странице к нему приложено { $count } файла.
  }
mail-open = Открыть обращение
mail-open-hint = { $days ->
    [one] Ссылка действует { $days } день и предназначена только вам: не пересылайте это письмо.
    [few] Ссылка действует { $days } дня и предназначена только вам: не пересылайте это письмо.
    [many] Ссылка действует { $days } дней и предназначена только вам: не пересылайте это письмо.
   *[other] Ссылка действует { $days } дня и предназначена только вам: не пересылайте это письмо.
  }
mail-answer-there = Отвечайте, пожалуйста, на странице: письма на этот адрес никто не читает.
mail-why = Вы получили это письмо, потому что писали в { $brand }.
mail-why-unproven = Кто-то указал этот адрес, когда писал в { $brand }. Если это были не вы, ничего не делайте: больше писем об этом не будет.
mail-settings = Выбрать, что вам присылать

## Members of staff

mail-staff-invitation-subject = Ваше место в службе поддержки { $organisation }
mail-staff-invitation = Вас приглашают в службу поддержки { $organisation }.
mail-staff-invitation-open = Принять приглашение
mail-staff-invitation-unasked = Если вы не ждали приглашения, ничего не делайте.
mail-staff-reset-subject = Новый пароль в { $organisation }
mail-staff-reset = Кто-то, вероятнее всего вы, запросил новый пароль в службе поддержки { $organisation }.
mail-staff-reset-open = Задать новый пароль
mail-staff-reset-unasked = Если это были не вы, ничего не делайте: пароль останется прежним. Если это повторится, сообщите администратору.
mail-staff-once = Ссылка сработает один раз, до { $time }. Она предназначена только вам.
mail-staff-mention-subject = [{ $number }] { $name } упоминает вас
mail-staff-mention = { $name } упоминает вас в заметке к обращению { $number }.
mail-staff-mention-open = Открыть обращение
mail-staff-mention-off = Вы получили это письмо, потому что сейчас вас нет в сети. Такие письма можно отключить в профиле.

## Web push

push-receipt = Мы получили ваше сообщение. Номер обращения: { $number }.
push-reply = На ваше обращение { $number } есть ответ.
push-waiting = По обращению { $number } нам нужен ваш ответ.
push-solved = Ваше обращение { $number } решено. Если это не так, сообщите нам.

## Completing: what the customer's side still lacked

mail-link = Это новая ссылка на ваше обращение { $number }. Её запросили по прежней ссылке.

## What the exchange tells by itself

app-reply = На ваше обращение { $number } ответили.
mail-told-subject = Уведомление о вашем аккаунте в { $brand }
mail-told = { $what }. Это данные биржи по состоянию на { $time }.
mail-told-not-you = Если это были не вы, заморозьте аккаунт прямо сейчас на его странице.
mail-told-why = Вы получили это письмо, потому что у вас есть аккаунт в { $brand } и вы разрешили нам писать.
mail-open-account = Перейти в аккаунт

## Customer's side: news by topic

push-deposit-seen = Есть новости о вашем депозите. Подробности — на странице аккаунта.
push-withdrawal-held = Ваш вывод средств задержан. Причина указана на странице аккаунта.
push-setting-changed = Настройка безопасности вашего аккаунта изменена. Если это были не вы, сразу заморозьте аккаунт.

## Departments
mail-side-subject = Вопрос по обращению { $number }
mail-side = { $name } из поддержки { $brand } задаёт отделу «{ $department }» вопрос по обращению { $number }. Прочитайте его на странице и ответьте там же; аккаунт не нужен.
mail-side-open = Прочитать и ответить
mail-side-hint = Ссылка действует до { $time } и предназначена только отделу «{ $department }»: пожалуйста, не пересылайте это письмо.
mail-side-why = Вы получили это письмо, потому что в службе поддержки { $brand } этот адрес указан для отдела «{ $department }».

## Articles that are due for review
mail-staff-review-subject = Статьи для проверки: { $count }
mail-staff-review = За эти статьи справочного центра отвечаете вы, и подошёл срок их проверить. Перечитайте их и отметьте в консоли, что они верны, или исправьте.
mail-staff-review-more = И ещё: { $more }.
mail-staff-review-open = Открыть список
mail-staff-review-off = Письмо приходит один раз к каждому сроку проверки. Его можно отключить в профиле.
