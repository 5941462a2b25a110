## Notifications

mail-subject = お問い合わせ { $number }
mail-receipt = メッセージを受け付けました。番号は { $number } です。
mail-receipt-expected = { $time } までに回答します。
mail-receipt-no-time = この件には回答期限のお約束がありません。緊急のものを優先し、そのほかは届いた順に対応します。
mail-opened = お客様のためにお問い合わせを登録しました。番号は { $number } です。
mail-opened-about = 件名：{ $subject }
mail-reply = お問い合わせ { $number } に、{ $brand } の { $name } が回答しました。
mail-reply-desk = お問い合わせ { $number } に、{ $brand } が回答しました。
mail-reply-elsewhere = お問い合わせ { $number } に回答があります。メールには載せない内容が含まれるため、ページでご覧ください。
mail-wrote = お問い合わせ { $number } について、{ $brand } の { $name } がメッセージをお送りしました。
mail-wrote-desk = お問い合わせ { $number } について、{ $brand } がメッセージをお送りしました。
mail-wrote-elsewhere = お問い合わせ { $number } についてメッセージがあります。メールには載せない内容が含まれるため、ページでご覧ください。
mail-waiting = お問い合わせ { $number } を進めるために、お客様からの情報が必要です。
mail-solved = お問い合わせ { $number } は解決済みです。解決していない場合は、ページでお知らせください。
mail-files = ページに { $count } 個の添付ファイルがあります。
mail-open = お問い合わせを開く
mail-open-hint = このリンクは { $days } 日間有効で、お客様専用です。このメールを転送しないでください。
mail-answer-there = 返信はページからお願いします。このアドレス宛てのメールは確認していません。
mail-why = { $brand } にお問い合わせいただいたため、このメールをお送りしています。
mail-why-unproven = { $brand } へのお問い合わせで、このメールアドレスが入力されました。お心当たりがなければ、何もしていただく必要はありません。この件で再びメールが届くことはありません。
mail-why-opened = { $brand } がお客様のためにお問い合わせを登録したため、このメールをお送りしています。
mail-why-opened-unproven = { $brand } が、このメールアドレスのお客様のお問い合わせを登録しました。お心当たりがなければ、何もしていただく必要はありません。この件で再びメールが届くことはありません。
mail-settings = 受け取る通知を選ぶ
mail-prove-signed-in = ご本人であることを確認するため、ログインしてこのお問い合わせを開いてください：{ $link }。確認でき次第、対応を続けます。
mail-prove-email = ご本人であることを確認するため、当社からのメールにあるリンクからこのお問い合わせを開いてください。確認でき次第、対応を続けます。

## Members of staff

mail-staff-invitation-subject = { $organisation } サポートデスクへのご招待
mail-staff-invitation = { $organisation } のサポートデスクに招待されています。
mail-staff-invitation-open = 招待を受ける
mail-staff-invitation-unasked = お心当たりのない招待であれば、そのまま無視してください。
mail-staff-reset-subject = { $organisation } の新しいパスワード
mail-staff-reset = { $organisation } のサポートデスクで、新しいパスワードの設定が求められました（おそらくご本人です）。
mail-staff-reset-open = 新しいパスワードを設定
mail-staff-reset-unasked = ご本人でなければ、何もする必要はありません。パスワードは変わりません。繰り返し届く場合は管理者に知らせてください。
mail-staff-once = リンクは { $time } まで一度だけ使えます。ご本人専用です。
mail-staff-mention-subject = [{ $number }] { $name } さんからのメンション
mail-staff-mention = お問い合わせ { $number } のメモで、{ $name } さんからメンションされました。
mail-staff-mention-open = お問い合わせを開く
mail-staff-mention-off = 現在サポートデスクを開いていないため、このメールをお送りしています。プロフィールで停止できます。

## Web push

push-receipt = メッセージを受け付けました。番号は { $number } です。
push-opened = お客様のためにお問い合わせを登録しました。番号は { $number } です。
push-reply = お問い合わせ { $number } に回答があります。
push-wrote = お問い合わせ { $number } について新しいメッセージがあります。
push-waiting = お問い合わせ { $number } について、お客様からの情報が必要です。
push-solved = お問い合わせ { $number } は解決済みです。解決していない場合はお知らせください。

## Completing: what the customer's side still lacked

mail-link = お問い合わせ { $number } への新しいリンクです。以前のリンクをお持ちの方からの依頼でお送りしています。

## What the exchange tells by itself

app-reply = お問い合わせ { $number } に回答があります。
app-wrote = お問い合わせ { $number } について新しいメッセージがあります。
mail-told-subject = { $brand } のアカウントについてのお知らせ
mail-told = { $what }（{ $time } 時点、取引所からの情報）
mail-told-not-you = お心当たりがない場合は、アカウントのページで今すぐ凍結してください。
mail-told-why = { $brand } にアカウントをお持ちで、メールの受け取りを選ばれているためお送りしています。
mail-open-account = アカウントのページへ

## Customer's side: news by topic

push-deposit-seen = 入金に動きがあります。アカウントのページでご確認ください。
push-withdrawal-held = 出金が保留されています。理由はアカウントのページでご確認ください。
push-setting-changed = アカウントのセキュリティ設定が変更されました。お心当たりがない場合は、今すぐアカウントを凍結してください。

## Departments
mail-side-subject = お問い合わせ { $number } についての質問
mail-side = { $brand } サポートの { $name } から、お問い合わせ { $number } について { $department } への質問があります。ページで内容を確認し、そのままご回答ください。アカウントは不要です。
mail-side-open = 確認して回答する
mail-side-hint = リンクは { $time } まで有効です。{ $department } 専用ですので、このメールを転送しないでください。
mail-side-why = { $brand } のサポートデスクで、このメールアドレスが { $department } の連絡先として登録されているため、お送りしています。

## Articles that are due for review
mail-staff-review-subject = 見直しが必要な記事：{ $count } 件
mail-staff-review = ヘルプセンターの次の記事はあなたの担当で、見直しの時期になりました。読み直し、内容が今も正しいことをコンソールで確認するか、修正してください。
mail-staff-review-more = ほかに { $more } 件あります。
mail-staff-review-open = 一覧を開く
mail-staff-review-off = このメールは期日ごとに 1 回だけ届きます。プロフィールで停止できます。

## レビューを依頼された記事
mail-staff-handover-subject = レビュー依頼：{ $title }
mail-staff-handover = ヘルプセンターのこの記事のレビューが依頼されました。公開するのは執筆者以外のスタッフです。内容を読み、公開するか下書きに戻してください。
mail-staff-handover-open = 記事を開く
mail-staff-handover-off = このメールは、ご自身が公開できる記事のレビューが依頼されると届きます。プロフィールで停止できます。
