### See en/errors.ftl for what each group is for.

error-signed-out = ログインしていません。ログインしてからもう一度お試しください。
error-session-expired = ログインの有効期限が切れました。もう一度ログインしてください。
error-staff-only = この操作はスタッフだけができます。スタッフ用のアカウントでログインしてください。
error-customers-only = この操作はお客様本人だけができます。取引所からログインしてください。
error-session-required = この操作は API トークンではできません。ログインしてから行ってください。
error-csrf-missing = このリクエストが当サイトのページから送られたことを確認できません。ページを再読み込みして送り直してください。
error-locked-out = 入力の誤りが続きました。{ $seconds } 秒待ってからもう一度お試しください。
error-rate-limited = 短時間の操作が多すぎます。{ $seconds } 秒待ってからもう一度お試しください。
error-feedback-spent = お使いの回線から、本日分のご意見を上限までいただきました。明日以降にお試しください。お困りのときはお問い合わせください。
error-address-spent = この 1 日に、このメールアドレスで多くのお問い合わせがありました。明日再度お試しいただくか、別のメールアドレスを使うか、ログインしてください。
error-link-used = このリンクはすでに使われています。新しいリンクを取得してください。
error-link-expired = このリンクは有効期限が切れています。新しいリンクを取得してください。
error-token-malformed = ログイントークンが壊れています。取引所からサポートを開き直してください。
error-token-forged = ログイントークンは取引所が署名したものではありません。取引所からサポートを開いてください。
error-token-expired = ログイントークンの期限が切れました。取引所からサポートを開き直すと、新しいものが作られます。
error-token-lifetime = ログイントークンの有効期間が長すぎるか、示されていません。取引所からサポートを開き直してください。
error-token-audience = ログイントークンは別のサイト向けに発行されたものです。取引所からサポートを開き直してください。
error-token-replayed = ログイントークンはすでに使われています。取引所からサポートを開き直すと、新しいものが作られます。
error-invalid-input = 見直しが必要な項目があります。それぞれに理由を示しています。
error-malformed-json = リクエストが正しい JSON ではありません。確認して送り直してください。
error-unsupported-media-type = この形式の内容は読み取れません。ドキュメントのとおりに送ってください。
error-method-not-allowed = この URL はその種類のリクエストを受け付けません。使えるものはドキュメントにあります。
error-not-found = 表示できるものがありません。URL または番号を確認してください。
error-field-required = この項目は必須です。
error-field-too-long = 長すぎます。{ $limit } 文字までです。
error-field-too-short = 短すぎます。{ $limit } 文字以上にしてください。
error-field-unknown = 「{ $field }」は認識できません。取り除くか、つづりを確認してください。
error-field-invalid = 形式が正しくありません。確認してもう一度お試しください。
error-field-not-object = ここには、名前の付いた項目からなるオブジェクトが必要です。ドキュメントのとおりに送ってください。
error-text-has-nul = 保存できない不可視の文字（NUL）が含まれています。削除するか、書式なしで貼り付けてください。
error-text-not-utf8 = 「{ $field }」に読み取れない文字があります（UTF-8 ではありません）。その部分を入力し直して、もう一度送ってください。
error-holds-secret = パスワード、鍵、シードフレーズと思われるものが含まれています。当社はこれらをどこにも保存しません。取り除いてください。実際に使っているものであれば、変更してください。
error-body-too-large = 一度に送るには大きすぎます。文章を短くするか、ファイルで添付してください。
error-cursor-invalid = 一覧のこの位置は無効になりました。最初のページからやり直してください。
error-range-invalid = 要求された範囲がファイルの外にあります。ファイル全体を要求してください。
error-idempotency-mismatch = この冪等キーは別のリクエストで使われています。新しいリクエストには新しいキーを使ってください。
error-idempotency-in-progress = 同じリクエストを処理中です。少し待ってから確認してください。
error-ticket-number-wrong = お問い合わせ番号ではありません。文字に誤りがあります。当社からのメール、またはご自身の一覧と照らし合わせてください。
error-ticket-closed = このお問い合わせは終了し、返信を受け付けていません。番号を添えて新しくお問い合わせください。
error-version-conflict = 入力中に内容が変更されました。変更を確認してから送信してください。
error-version-required = 他の人の変更を上書きしないように、変更する版を指定してください。
error-header-invalid = 「{ $header }」を読み取れません。受け取った ETag を引用符ごとそのまま送るか、このヘッダーを付けずに送ってください。
error-attachment-too-large = ファイルが { $limit } を超えています。小さいものを送るか、録画を短くしてください。
error-attachment-incomplete = ファイルが最後まで届きませんでした。もう一度送ってください。
error-attachment-empty = ファイルが空です。別のものを選んでください。
error-attachment-unusable = このファイルはここに添付できません。ほかで使われているか、期限が切れています。選び直してください。
error-too-many = 多すぎます。{ $limit } 件までです。
error-too-many-attachments = ファイルが多すぎます。1 件につき { $limit } 個までです。
error-limit-reached = 最大 { $limit } 個までです。不要なものを削除してください。
error-storage-full = 保存領域がいっぱいのため、保存できませんでした。担当者に通知済みです。数分後にお試しください。
error-read-only = 現在は表示のみで、保存できません。文章を控えて、数分後にお試しください。
error-outcome-unknown = 保存されたかどうか確認できません。送り直す前にご確認ください。
error-unavailable = 現在この操作はできません。失われた内容はありません。1 分後にお試しください。
error-internal = システムに障害が発生し、担当者に通知しました。もう一度お試しのうえ、続く場合はリクエスト番号をお知らせください。
error-evidence-not-recognised = トランザクション ID、アドレス、リンク、金額として認識できるものがありません。値全体を貼り付けてください。

## Files

error-attachment-infected = このファイルからウイルスが見つかったため、誰も開けません。
error-attachment-unscanned = このファイルはまだウイルスを検査中です。1 分後にもう一度お試しください。
error-upload-offset = アップロードは { $offset } バイト目まで届いています。そこから続けてください。
error-upload-length = 申告より多くのバイトが届きました。アップロードを最初からやり直してください。
error-upload-digest = 届いた内容が申告されたファイルと一致しません。最初から送り直してください。
error-upload-stalled = 長い間データが届かなかったため、アップロードを終了しました。接続を確認して送り直してください。

## Forms, and customers who wait

error-not-our-turn = お客様の返信をお待ちしているか、すでに解決済みです。下の欄から返信してください。
error-escalated-to-top = すでに責任者が対応しています。これより上の担当はありません。次は正式な苦情の申し立てとなります。

## Requests that come again, or slowly

error-idempotency-refused = この URL では冪等キーを使えません。もう一度送ると、もう一度実行されます。キーを付けずに送ってください。
error-answer-shown-once = この操作はすでに完了しており、結果は一度しか表示されません。受け取れなかった場合は、取り消してから新しいキーでやり直してください。
error-body-too-slow = 通信が遅すぎて、リクエストを最後まで受け取れませんでした。何も変更されていません。接続を確認して、もう一度送ってください。

## Search

error-search-not-ready = 検索は現在準備中です。数分後にもう一度お試しください。ほかの機能はご利用いただけます。

## Tickets that go on in another one
error-ticket-merged = このお問い合わせは { $into } で続いています。そちらで操作してください。
error-status-retired = このステータスはもう使われていません。別のものを選んでください。

## Departments
error-side-closed = この部署とのやり取りは終了しています。書き込むには再開してください。
error-mail-required = このサポートデスクではメールを送信できないため、部署には何も届きません。メールサーバーは管理者が設定できます。
