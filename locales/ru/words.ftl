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
