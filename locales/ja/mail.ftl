## Notifications

mail-subject = お問い合わせ { $number }
mail-receipt = メッセージを受け付けました。番号は { $number } です。
mail-receipt-expected = { $time } までに回答します。
mail-receipt-no-time = この件には回答期限のお約束がありません。緊急のものを優先し、そのほかは届いた順に対応します。
mail-reply = お問い合わせ { $number } に、{ $brand } の { $name } が回答しました。
mail-reply-desk = お問い合わせ { $number } に、{ $brand } が回答しました。
mail-reply-elsewhere = お問い合わせ { $number } に回答があります。メールには書かない内容が含まれるため、ページでご覧ください。
mail-waiting = お問い合わせ { $number } を進めるために、お客様からの情報が必要です。
mail-solved = お問い合わせ { $number } は解決済みです。解決していない場合は、ページでお知らせください。
mail-files = ページに { $count } 個のファイルがあります。
mail-open = お問い合わせを開く
mail-open-hint = このリンクは { $days } 日間有効で、お客様専用です。このメールを転送しないでください。
mail-answer-there = 返信はページからお願いします。このアドレス宛てのメールは読まれません。
mail-why = { $brand } にお問い合わせいただいたため、このメールをお送りしています。
mail-why-unproven = { $brand } へのお問い合わせで、このアドレスが入力されました。お心当たりがなければ何もしなくてかまいません。この件で再びメールが届くことはありません。
mail-settings = 受け取る通知を選ぶ

## Members of staff

mail-staff-invitation-subject = { $organisation } サポートデスクへのご招待
mail-staff-invitation = { $organisation } のサポートデスクに招待されています。
mail-staff-invitation-open = 招待を受ける
mail-staff-invitation-unasked = 招待にお心当たりがなければ、何もしないでください。
mail-staff-reset-subject = { $organisation } の新しいパスワード
mail-staff-reset = { $organisation } のサポートデスクで、新しいパスワードの設定が求められました（おそらくご本人です）。
mail-staff-reset-open = 新しいパスワードを設定
mail-staff-reset-unasked = ご本人でなければ何もしないでください。パスワードは変わりません。繰り返し届く場合は管理者に知らせてください。
mail-staff-once = リンクは { $time } まで一度だけ使えます。ご本人専用です。

## What the exchange tells by itself

app-reply = お問い合わせ { $number } に回答があります。
mail-told-subject = { $brand } のアカウントについてのお知らせ
mail-told = { $what }。{ $time } 時点で取引所がそう伝えています。
mail-told-not-you = お心当たりがない場合は、アカウントのページで今すぐ凍結してください。
mail-told-why = { $brand } にアカウントをお持ちで、メールの受け取りを選ばれているためお送りしています。
mail-open-account = アカウントを開く
