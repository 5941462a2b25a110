### See en/site.ftl for what each group is for.

site-skip = 本文へ移動
site-nav = メインメニュー
site-my-tickets = お問い合わせ履歴
site-new-ticket = 問い合わせる
site-language = 言語
site-account = アカウント
site-signed-in-as = { $name } としてログイン中
site-sign-in = ログイン
site-sign-out = ログアウト
site-safety = パスワード、認証コード、シードフレーズ、秘密鍵をお尋ねすることはありません。{ $brand } の誰であっても、お尋ねすることはありません。
site-title = { $title } · { $brand } サポート
site-error-title = エラー：{ $title }
site-support = { $brand } サポート

verification-signed-in = ログイン済み · { $time } まで
verification-email = メール確認済み
verification-none = 未確認
verification-expired = 期限切れ

age-now = たった今
age-minutes = { $count } 分前
age-hours = { $count } 時間前
age-days = { $count } 日前

status-open = 対応中です
status-waiting-on-customer = お客様からの情報が必要です
status-waiting-on-internal = 専門チームが確認しています
status-solved = 解決しました。まだの場合はお知らせください
status-closed = 終了しました
status-next-open = 回答期限はまだお約束していません。回答はここに表示されます。
status-next-waiting-on-customer = 下に返信いただければ、すぐに対応を続けます。
status-next-waiting-on-internal = 回答期限はまだお約束していません。結果が出次第、ここに表示されます。
status-next-solved = 解決していない場合は、下に書くか再開してください。これまでの内容はすべて残ります。
status-next-closed = 返信は受け付けていません。再び起きた場合は、この番号を添えてお問い合わせください。

home-title = サポート
home-heading = どうされましたか？
home-greeting = { $name } 様
home-open-tickets = 対応中のお問い合わせ
home-all-tickets = すべてのお問い合わせ
home-no-open = 対応中のお問い合わせはありません。お困りのときはご連絡ください。
home-topics = どのような内容ですか？
home-theft = アカウントを乗っ取られた
home-theft-hint = すぐにお知らせください。ほかのどの連絡よりも先に対応します。
home-anonymous = どのアカウントについてかを確認するため、取引所からログインしてください。

sign-in-title = ログイン
sign-in-how = サポート専用のパスワードはありません
sign-in-step-open = アプリまたはウェブサイトで { $brand } を開き、ログインします。
sign-in-why = メールアドレスを入力するだけではお客様になりすませず、盗まれるパスワードが増えることもありません。
sign-in-development = これは開発環境です。デモのお客様を選んでください。
sign-in-development-link = デモのお客様
sign-in-needed = このページを見るにはログインしてください。
sign-in-failed-title = ログインしていません
sign-in-again = ログインの方法
sign-in-other-title = アカウントを切り替えますか？
sign-in-other = { $name } としてログインしています。開いたリンクは別のアカウントのものです。
sign-in-other-switch = 別のアカウントに切り替える
sign-in-other-stay = { $name } のままにする

new-ticket-title = 問い合わせる
new-ticket-category = どのような内容ですか？
new-ticket-category-choose = 選択してください
new-ticket-subject = 件名
new-ticket-subject-hint = 短くお書きください。例：「USDT の入金が届かない」
new-ticket-body = 何が起きましたか？
new-ticket-body-hint = いつ、どの通貨とネットワークで、いくらか。トランザクション ID は省略せずに貼り付けてください。
new-ticket-send = 送信
new-ticket-as = { $name } のアカウントに回答します。
secrets-warning = パスワード、コード、シードフレーズ、秘密鍵は、ここにも決して書かないでください。
leak-edit = 内容を修正
leak-send-anyway = このまま送信

files-label = ファイル
files-optional = 任意
files-hint = スクリーンショット、録画、PDF、ログ。最大 { $count } 個、1 個 { $size } まで。
files-again = 新しいファイルはもう一度選んでください。エラーの後、ブラウザは選択を保持しません。
files-kept = アップロード済み
files-keep = { $name } を残す
file-download = ダウンロード
file-download-name = { $name } をダウンロード
file-open-name = { $name } を開く
file-meta = { $type }、{ $size }
file-gone = このファイルは削除されました
file-type-image = 画像
file-type-video = 動画
file-type-pdf = PDF
file-type-text = テキスト
file-type-other = ファイル

form-problem = 入力内容をご確認ください
form-error-prefix = エラー：
field-category-required = 内容を選択してください。
field-subject-required = 件名を短く書いてください。
field-subject-too-long = 件名が長すぎます。{ $limit } 文字までです。
field-body-required = 何が起きたかを書いてください。
field-body-too-long = 文章が長すぎます。{ $limit } 文字までです。長い文章はファイルで添付してください。
field-reply-required = 返信を書くか、ファイルを選んでください。
field-file = { $name }：{ $problem }
field-file-waiting = まだ送信されていないファイルが多すぎます。このファイルを付けずに送信してください。送信されないファイルは、遅くとも 1 週間後に削除されます。

tickets-title = お問い合わせ履歴
tickets-open = 対応中
tickets-done = 解決済み・終了
tickets-none = お問い合わせはありません
tickets-none-hint = お問い合わせいただくと、その内容とすべての回答がここに表示されます。
tickets-updated = 更新：{ $age }
tickets-older = 以前のお問い合わせ
tickets-newest = 最新のお問い合わせ

ticket-number = お問い合わせ { $number }
ticket-opened = 受付 { $time }
ticket-category = 内容：{ $category }
ticket-status = お問い合わせの状態
ticket-thread = やり取り
ticket-you = お客様
ticket-system = 自動メッセージ
ticket-erased = このメッセージは削除されました。
ticket-event-status = 現在：{ $status }
ticket-event-reopened = 再開しました
ticket-reply = 返信
ticket-reply-solved = 解決していませんか？
ticket-reply-solved-hint = 送信すると再開します。
ticket-send = 送信
ticket-send-reopen = 送信して再開
ticket-solve = 解決した
ticket-reopen = 解決していない
ticket-new-instead = 新しく問い合わせる
ticket-earlier = 以前のメッセージ
ticket-later = 最新のメッセージ
notice-ticket-sent = メッセージを受け取りました。番号は { $number } です。
notice-reply-sent = 返信を送信しました。
notice-solved = 解決済みにしました。ご連絡ありがとうございます。
notice-reopened = 再開しました。対応を続けます。
notice-signed-out = ログアウトしました。

live-off = { $time } から自動更新が止まっています。{ $seconds } 秒ごとに確認しています。
live-draft = 以前の下書きを入力欄に戻しました。
live-sending = 送信中…

problem-not-found-title = このページはありません
problem-not-found = URL が間違っているか、別のアカウントのお問い合わせです。ご自身のものは一覧にあります。
problem-not-allowed-title = この操作はできません
problem-form-only = この URL はフォームからの送信だけを受け付けます。元のページに戻り、そこから送信してください。
problem-unavailable-title = 現在この操作はできません
problem-internal-title = システムに障害が発生しました
problem-too-large-title = サイズが大きすぎます
typed-title = 入力された内容
typed-text = 送信されておらず、このページ以外には残っていません。コピーしてから先へ進んでください。ファイルは選び直しが必要です。
problem-session-title = もう一度ログインしてください
problem-session-typed = ログインの有効期限が切れました。もう一度ログインしてください。入力した内容は残っています。
problem-request-id = リクエスト番号
problem-home = トップページへ
problem-tickets = お問い合わせ履歴

## Files

files-camera = 写真を撮る
files-drop = ここにファイルをドロップするか、スクリーンショットを貼り付けることもできます。
files-going = { $percent } 送信済み
files-away = 接続が切れています。回復すると自動で再開します。
files-done = アップロード完了
files-failed = アップロードできませんでした。もう一度試すか、このファイルなしで送信してください。
files-too-large = { $size } を超えています。小さいファイルにするか、録画を短くしてください。
files-empty = このファイルは空です。別のファイルを選んでください。
files-changed = 送信中にファイルが変更されました。もう一度選択してください。
files-too-many = 1 通のメッセージに付けられるのは { $count } 個までです。
files-remove = { $name } を外す
files-retry = 再試行
files-hold = ファイルのアップロードが終わり次第、メッセージを送信します。
file-held = ウイルスを検査中です。終わると開けます。

## Transcript, looks, sessions, how to reach us

take-title = やり取りを手元に保存する
take-text = このお問い合わせのすべてのメッセージを、署名付きのファイルで保存できます。改変されていないことは、当社を介さず誰でも確かめられます。直近 1 分のメッセージも含まれますが、署名済み履歴にはまだ入っていません。
take-html = 読む用（HTML）
take-json = プログラム用（JSON）
take-html-part = 読む用、第 { $number } 部（HTML）
take-json-part = プログラム用、第 { $number } 部（JSON）
verify-title = やり取りファイルの確認
verify-intro = 当社とのやり取りだと言われて見せられたものがありますか？ ファイルを選ぶと、本物かどうか、どこが改変されたかをお知らせします。
verify-file = やり取りファイル（HTML または JSON）
verify-send = 確認する
verify-private = ファイルは確認にだけ使い、保存しません。
verify-none = 先にファイルを選んでください。
verify-too-large = このファイルは { $size } を超えています。当社のファイルはこれほど大きくありません。大きなファイルはコマンド「proofdesk transcript verify」で確認できます。
verify-genuine = 本物です
verify-genuine-meaning = このやり取りは当社とのもので、ファイルは改変されていません。
verify-changed = 改変されています
verify-changed-meaning = 当社が署名したファイルですが、その後に改変されています。信用しないでください。
verify-not-ours = 当社のものではありません
verify-not-ours-meaning = このファイルは別のサポート窓口のものです。当社では判断できません。
verify-key-unknown = 当社の署名ではありません
verify-key-unknown-meaning = 当社のものと称していますが、当社のどの鍵でも署名されていません。信用しないでください。
verify-unreadable = やり取りファイルではありません
verify-unreadable-meaning = やり取りファイルとして読めません。別のファイルか、ブラウザやエディタで保存し直されたものかもしれません。
verify-number = お問い合わせ
verify-made = ファイル作成日時
verify-messages = メッセージ数
verify-history = 署名済み履歴
verify-covered = { $all } 件の記録のうち { $count } 件
verify-part = 分割
verify-findings = 一致しない点
verify-more = ほかに { $count } 件。
verify-text = メッセージ #{ $number } の本文
verify-author = メッセージ #{ $number } の送信者
verify-time = 記録 #{ $number } の日時
verify-file-of = メッセージ #{ $number } の添付ファイル
verify-status = 記録 #{ $number } の状態
verify-erasure = メッセージ #{ $number } の消去
verify-record = 記録 #{ $number } のログ
verify-entry = 記録 #{ $number }
verify-ticket = お問い合わせの情報
verify-head = ファイルの情報
verify-seal = ファイルの署名
verify-page-entry = ページに表示された記録 #{ $number }
verify-page = ページの表示内容
verify-was-changed = { $what }：改変されています
verify-is-missing = { $what }：ありません
verify-was-added = { $what }：後から追加されています
verify-was-moved = { $what }：位置が違います
verify-does-not-fit = { $what }：記録と一致しません
verify-keys = 当社の鍵
verify-keys-hint = 当社を介さずに確認する場合に必要です。最初のものが現在の鍵です。
looks-title = 個人情報の閲覧履歴
looks-intro = お名前、メールアドレス、電話番号、UID はスタッフには伏せられています。スタッフが表示するには理由が必要で、その都度ここに記録されます。同じ記号は常に同じ人を指します。
looks-none = 閲覧した人はいません。
looks-name = お名前
looks-email = メールアドレス
looks-phone = 電話番号
looks-uid = UID
looks-transcript = { $number } のやり取り全体
looks-unknown = 記録が消去されたもの
looks-by = スタッフ { $code }
looks-reason = 理由
looks-reason-gone = 消去済み
sessions-title = ログイン中の端末
sessions-intro = 次のブラウザがサポートにログインしています。心当たりのないものは終了してください。取引所自体のログインは別です。取引所側で終了してください。
sessions-here = このブラウザ
sessions-since = { $time } から
sessions-seen = 最終利用 { $time }
sessions-unknown = 不明なブラウザ
sessions-end = このセッションを終了
sessions-everywhere = すべての端末からログアウト
sessions-everywhere-hint = このブラウザを含む、すべてのセッションを終了します。
notice-session-ended = セッションを終了しました。
notice-signed-out-everywhere = すべての端末からログアウトしました。
reach-title = お問い合わせ方法
reach-intro = 内容を選ぶと、最近の初回回答までの時間をお知らせします。
reach-way = 問い合わせる
reach-way-hint = いつでもお送りいただけます。回答はこのサイトのお問い合わせに表示されます。
reach-measured = この種のお問い合わせの半数は { $median }以内に、9 割は { $p90 }以内に最初の回答がありました。
reach-measured-half = この種のお問い合わせの半数は { $median }以内に最初の回答がありました。9 割については、回答待ちが多いためまだ分かりません。
reach-basis = 過去 28 日間の { $count } 件の実績で、お約束ではありません。
reach-few = { $count ->
    [0] 過去 28 日間にこの種のお問い合わせがないため、回答までの時間は分かりません。
   *[other] 過去 28 日間のこの種のお問い合わせは { $count } 件だけで、回答までの時間をお伝えするには足りません。
  }
reach-waiting = 最近の { $count } 件のうち半数以上がまだ回答待ちです。
reach-panel = 回答までの時間
reach-own = この件で対応中のお問い合わせがあります
reach-own-hint = 同じ件であれば、そちらにお書きください。これまでのやり取りがまとまっています。
span-minutes = { $count } 分
span-hours = { $count } 時間
span-days = { $count } 日
site-more = その他

## Notifications

notices-title = 通知
notices-none = 新しい通知はありません
notices-none-hint = 回答があるとここに表示されます。
notices-unread = 新しい通知 { $count } 件
notices-new = 新着
notices-read-all = すべて既読にする
notices-older = 以前の通知
notice-kind-receipt = メッセージを受け付けました
notice-kind-opened = お客様のためにお問い合わせを登録しました
notice-kind-reply = 新しい回答があります
notice-kind-wrote = 新しいメッセージがあります
notice-kind-waiting = お客様からの情報が必要です
notice-kind-solved = 解決済み
notify-title = 通知設定
notify-intro = お問い合わせに関することはすべてこのサイトにあります。そのほかに受け取るものを選んでください。
notify-mail = メール
notify-mail-hint = 送信先：{ $address }
notify-mail-none = メールアドレスが登録されていません。
notify-language = 言語
notify-language-hint = この言語でご連絡します。
notify-save = 保存
notice-notify-saved = 保存しました。
notice-all-read = すべて既読にしました。
link-title = お問い合わせを開く
link-text = このリンクはお問い合わせ { $number } を開きます。メールでお送りしたものです。
link-open = お問い合わせを開く
link-note = この端末では 2 時間ログインしたままになります。

## Forms: the question box, one question a page, and a ticket's life

question-label = ご質問
question-placeholder = トランザクション ID、アドレス、リンクを貼り付けるか、短く書いてください
question-hint = 貼り付けた内容を読み取り、合ったフォームへご案内します。まだ何も送信されません。
question-ask = 調べる
field-question-required = 短く書くか、トランザクション ID、アドレス、リンクを貼り付けてください。
field-question-too-long = ご質問が長すぎます。{ $limit } 文字までです。
question-title = 読み取った内容
question-recognised = 認識したもの
question-network = { $network } に存在する可能性があります。
question-networks = { $count } 個のネットワークに存在する可能性があります。
question-mentioned = 同じものに触れているお問い合わせ
question-fitting = 当てはまりそうな項目
question-fitting-hint = 書かれた内容は入力済みです。
question-others = そのほか
choose-drafts = 前回の続きから
choose-kept = 保存：{ $age }
choose-withdrawn = 「{ $category }」は受け付けを終えました。別の項目を選んでください。書いた内容はそのまま引き継がれます。
text-step-hint = ここから読み取れることは、あらためてお聞きしません。
step-count = ステップ { $number }（全部で約 { $total }）
step-back-link = 戻る
step-continue = 続ける
step-lacking = 手元にない
step-kept = ページごとに保存されます。別の端末でも続けられます。
step-discard = この下書きを破棄
find-hash-title = どこで見つかりますか？
field-amount-invalid = 金額を数字で書いてください。例：250 USDT
field-time-invalid = 日付と時刻を書いてください。例：2026-11-28 11:52 UTC
field-asset-invalid = 通貨の略称を書いてください。例：USDT
field-asset-required = 通貨の略称を書いてください。例：USDT
field-amount-required = 金額を書いてください。例：250 USDT
field-time-required = 分かる範囲で日付と時刻を書いてください。
check-title = 確認して送信
check-intro = 違うところは直せます。ボタンを押すまで何も送信されません。
check-facts = ご回答
check-picked = 文章から読み取りました
check-needed = 入力が必要です
check-none = 未回答
check-change = 変更
check-answer = 回答する
check-missing = お答えください：{ $question }
check-meanwhile = その間に、別のページまたは端末で回答かファイルが変更されました。もう一度ご確認のうえ、送信してください。
new-ticket-subject-of = { $category }：{ $what }
steps-title = 対応の流れ
step-done = 完了：
step-now = 現在：
step-next = 次：
step-opened = メッセージを受け取りました
step-opened-for = お客様のためにこのお問い合わせを登録しました
step-answered = { $name } が回答しました
step-wrote = { $name } がメッセージをお送りしました
step-desk-wrote = システムからお知らせしました
step-replied = お客様が返信しました
step-asked = お客様にお尋ねしました
step-handed-on = 専門チームに引き継ぎました
step-back = サポートに戻りました
step-solved = 解決しました
step-closed = 終了しました
step-reopened = お客様が再開しました
step-nudged = お客様が対応状況を尋ねました
step-escalated = お客様が専門担当者の対応を希望しました
step-escalated-lead = お客様が責任者の対応を希望しました
step-verification-asked = ご本人であることの確認をお願いしました
step-verification-proven = ご本人であることを確認しました
step-verification-withdrawn = ご本人の確認は不要になりました
step-next-open = ここに回答が表示されます
step-next-waiting-on-customer = 下に返信いただければ、すぐに続けます
step-next-waiting-on-internal = 専門チームの回答がここに表示されます
step-next-done = また起きたら、再開できます
given-title = 質問へのご回答
nudge = 対応状況を尋ねる
nudge-from = { $time } までに回答がなければ、それ以降に対応状況をお尋ねいただけます。
notice-nudged = お客様がお待ちであることを担当に伝えました。
notice-proof-mailed = リンクをメールで送信しています。数分かかることがあります。
proof-title = ご本人であることをご確認ください
proof-text-sign-in = サポートから、もう一度ログインしていただくようお願いしています。
proof-text-mail = サポートから、メールのリンクでこのお問い合わせを開いていただくようお願いしています。
proof-until = { $time } までにお願いします。
proof-mail = リンクをメールで受け取る
proof-link = サポートがご本人の確認をお願いしています。ここからお問い合わせを開くと、確認が完了します。
escalate = 専門担当者に依頼
escalate-title = より権限のある担当者に依頼
escalate-intro = 二次対応の専門担当者が、これまでの内容をすべて確認します。お問い合わせの優先度は「高」になります。
escalate-intro-lead = 責任者が、これまでの内容をすべて確認します。
escalate-reason = これまで何がうまくいきませんでしたか？
escalate-reason-hint = 数文で、{ $limit } 文字まで。メッセージとしてお問い合わせに加わります。
escalate-send = 依頼する
escalate-stay = このままにする
escalate-from = 現在の担当には 1 日の対応時間が必要です。{ $time } から、上位の担当に依頼できます。
escalate-top = すでに責任者が対応しています。これより上の担当はありません。
escalate-not-open = このお問い合わせは解決済みか終了しています。先に再開してください。
notice-escalated = 理由を添えて、上位の担当に引き継ぎました。
field-escalation-required = 何がうまくいかなかったか、数文で書いてください。
field-escalation-too-long = 長すぎます。{ $limit } 文字までです。

## The exchange bridge

account-title = マイアカウント
account-facts = アカウント情報
account-details = 詳細
account-tx = トランザクション ID
account-address = アドレス
account-memo = メモまたはタグ
account-write = おかしい点がありますか？ お問い合わせ
taken-lead = 他人がアカウントに入ったおそれがあれば、今すぐ凍結してください。ボタンを一度押すだけです。詳しいことは後で伺います。
taken-what-people = セキュリティ担当に、最優先のお問い合わせとして届きます。
taken-what-back = ここでは元に戻せません。ご本人と確認できた後にアカウントをお返しします。
taken-button = 今すぐアカウントを凍結
taken-never = この後、当社の者が電話でコードやパスワード、「安全な」アドレスへの送金を求めることはありません。
taken-pending = { $time } に凍結を依頼しました。取引所の確認はまだですが、依頼を続けています。
taken-done = アカウントは { $time } から凍結されています。資産が外部に出ることはありません。受付番号 { $receipt }。
taken-refused = { $time } の依頼後、取引所は自動で凍結しませんでした。セキュリティ担当が手動で行います。
taken-ticket = お問い合わせを見る
notice-freeze-asked = ご連絡を最優先で受け付けました。取引所が確認し次第、このページでお知らせします。

## Web push

push-title = ブラウザへのお知らせ
push-intro = 新しいお知らせがあると、このページを閉じていてもブラウザがすぐにお伝えします。表示されるのはお問い合わせ番号だけで、文面や金額は表示されません。
push-add = このブラウザでオンにする
push-here = このブラウザ
push-since = { $time } からオン
push-sent = 最後のお知らせ：{ $time }
push-remove = オフにする
push-unsupported = このブラウザはサイトからのお知らせを表示できません。iPhone や iPad では、先にこのサイトをホーム画面に追加し、そこから開いてください。
push-denied = ブラウザがこのサイトからのお知らせをブロックしています。ブラウザの設定でこのサイトの通知を許可し、ページを再読み込みしてください。
push-refused = ブラウザでオンにならなかったため、何も変わっていません。お問い合わせに関することは、引き続きすべてこのサイトにあります。
push-failed = うまくいきませんでした。何も変わっていません。ページを再読み込みして、もう一度お試しください。
push-no-script = このブラウザでオンにするには JavaScript が必要です。
notice-device-added = 回答があると、このブラウザがお知らせします。
notice-device-removed = そのブラウザにはもうお知らせしません。

## Bounces

notify-mail-failing = { $address } 宛てのメールが戻ってきたため、1 日間はこの宛先に送りません。取引所のアカウントでメールアドレスをご確認ください。

## Completing: what the customer's side still lacked

missing-title = まだ必要な情報
missing-hint = これがないと先に進めないことがあります。
missing-helpful = { $count ->
   *[other] あると早く進む情報があと { $count } 件
}
answer-add = お問い合わせに追加
answer-added-to = すぐにお問い合わせに追加され、担当者が確認できます。
answer-meanwhile = この質問にはその間に別の場所で回答がありました。入力した内容はそのまま残っています。もう一度送ると置き換わります。
answer-stands = 現在の回答
answer-closed = このお問い合わせは終了しているため、回答を追加できません。新しくお問い合わせください。入力した内容は引き継がれます。
answer-not-asked = この質問は現在は使われていません。
answer-late-title = お客様の回答
answer-typed = 入力した内容
answer-to-ticket = お問い合わせに戻る
reply-late-title = このお問い合わせは終了しました
reply-late = 返信が届く前にこのお問い合わせを終了したため、返信は送信されませんでした。内容は、このお問い合わせの番号とともに新しいお問い合わせに移せます。
reply-late-files = 次のファイルも一緒に移します：{ $files }
reply-late-new = この件で新しく問い合わせる
notice-answer-saved = お問い合わせに追加しました。ありがとうございます。
link-over-title = このリンクは使えなくなりました
link-over = 期限が切れたか、すべての端末からログアウトしたためです。同じメールアドレスに新しいリンクを送れます。
link-renew = 新しいリンクを送る
link-over-account = 現在は { $brand } のアカウントをお持ちです。そこからログインしてお問い合わせを確認してください。
link-over-nothing = そのメールアドレスには新しいリンクを送れません。最初にお問い合わせいただいた所からもう一度ご連絡ください。
link-sent-title = メールを確認してください
link-sent = 前のリンクと同じメールアドレスに新しいリンクを送っています。数分かかることがあります。
notice-kind-link = 新しいリンクをメールで送りました
reach-freeze = 他人がアカウントに入っている場合
reach-freeze-text = まずボタンを一度押して凍結してください。詳しいことは後で伺います。お問い合わせは最優先で対応します。
reach-freeze-sign-in = まずログインし、ボタンを一度押して凍結してください。詳しいことは後で伺います。お問い合わせは最優先で対応します。
reach-freeze-act = アカウントを凍結する
reach-ticket = このサイトでのお問い合わせ
reach-ticket-sign-in = { $brand } からログインすれば、いつでも 10 言語のいずれかでお書きいただけます。回答はここに表示されます。
reach-locked-out = ログインできない場合
reach-locked-out-text = 復旧の方法は { $brand } のログインページにあります。メッセージを通じてログインできるようにすることはありません。認証コードを求める人は当社の者ではありません。
reach-link = メールでリンクを受け取った場合
reach-link-text = 開くと、アカウントがなくてもお問い合わせに進めます。期限切れの場合は、新しいリンクを受け取れます。
reach-look = まず調べてみる
reach-look-text = トランザクション ID、アドレス、リンクを貼り付けると、それが何か、問題がないかをすぐにお知らせします。
reach-look-act = 貼り付ける
reach-like-both = お客様の言語で、この時間帯に寄せられたお問い合わせだけの集計です。
reach-like-language = お客様の言語で寄せられたお問い合わせだけの集計です。
reach-like-hour = この時間帯に寄せられたお問い合わせだけの集計です。
reach-no-promise = 過去 28 日間の集計です。お約束ではありません。
reach-unknown = 最近この件のお問い合わせが少なく、回答までの時間をお伝えできません。
reach-waiting-many = この件の最近のお問い合わせの半数以上が、まだ回答待ちです。

## What the exchange tells by itself

notify-app = 取引所のアプリ
notify-app-hint = スマートフォンへの短いお知らせです。やり取りの文面は含みません。
looks-account = 取引所からのアカウント情報
looks-intro-account = 取引所からのアカウント情報を開いた人も、ここに記録されます。15 分以内に繰り返し開いた場合は 1 回と数えます。
told-as-of = { $what }（{ $time } 時点）
suspended-title = 停止中のネットワーク
suspended-both = { $network } での入金と出金を停止しています（{ $what }）。資金が失われることはなく、再開後に続けて処理されます。
suspended-deposits = { $network } での入金を停止しています（{ $what }）。今送金された分は再開後に反映されます。
suspended-withdrawals = { $network } での出金を停止しています（{ $what }）。再開後に送金されます。
suspended-all-coins = すべての通貨
suspended-until = { $time } に再開の見込みです。
notice-told-account = アカウント

## Customer's side: news by topic

notify-topic = お知らせの内容
notify-topic-tickets = お問い合わせ
notify-topic-tickets-hint = 回答、こちらからの確認、解決のお知らせ。
notify-topic-account = 入金と出金
notify-topic-account-hint = 取引所からのお知らせ：入金の検知、出金の保留。
notify-topic-security = アカウントの安全
notify-topic-security-hint = パスワードやメールアドレスの変更は第三者による可能性があるため、必ずお送りします。
notify-always = 常に送信
notify-push = ブラウザ
notify-cell = { $topic }：{ $channel }

## What did not arrive

problem-too-slow-title = 送信に時間がかかりすぎました
field-cut = 一度に受け取れる長さを超えていました。下に残っているのは最初の部分だけで、末尾は残っていません。長い文章はファイルとして添付してください。
notify-older = このページは更新前から開かれていたため、何も保存されていません。下は現在の設定に、今チェックした項目を加えたものです。もう一度確認して保存してください。

## The help centre

help-title = ヘルプ
help-home-text = { $brand } での入出金、取引、アカウントに関する疑問にお答えします。
help-empty = ここにはまだ記事がありません。
help-all = すべて表示
help-all-of = すべて表示：{ $section }
help-glossary = 用語集
help-glossary-text = 取引所の用語を分かりやすく説明します。
help-see = 関連する記事
help-stuck = まだ解決しませんか？
help-stuck-text = お問い合わせください。読んだ内容を繰り返す必要はありません。
help-where = 現在の場所
help-fallback = このページの{ $wanted }版はまだありません。表示中の言語：{ $language }
help-internal = 社内向け
help-internal-text = このページはスタッフだけが見られます。お客様に URL を送らないでください。
help-updated = 更新日
help-reviewed = 最終確認日
help-contents = このページの内容
help-step-by-step = 順を追って確認
help-start-again = 最初からやり直す
help-all-steps = すべての手順を表示
help-rate = 役に立ちましたか？
help-rate-yes = はい
help-rate-no = いいえ
help-rate-why = 何が足りませんでしたか？
help-rate-note = ご意見（任意）
help-rate-note-hint = ここへの返信はありません。個別のご相談はお問い合わせください。
help-rate-send = 送信
help-reason-not-mine = 自分の問題とは違った
help-reason-wrong = 内容に誤りがある
help-reason-unclear = 分かりにくい
help-reason-incomplete = 説明が足りない
help-reason-policy = 理解したが、この決まりに不満がある
help-related = 次に読む
help-before = 送信の前に：答えが見つかるかもしれません
notice-feedback-given = ありがとうございます。ご意見は執筆者に届きます。
help-film = 動画（新しいタブで開きます）
help-field-memo = メモ
help-field-tag = 宛先タグ
help-field-comment = コメント（メモ）
help-terms = 規約の版
help-terms-from = 適用開始日
help-terms-until = 適用終了日
help-terms-in-force = 適用中
help-terms-time = 決済時刻（UTC）
help-terms-window = 平均を算出する時間幅（分）
help-terms-sample = サンプルの間隔（秒）
help-terms-average = 平均の方法
help-terms-strike = 行使価格と同値の場合
help-terms-days = 日数計算
help-terms-rounding = 端数処理
help-average-arithmetic = 算術平均
help-average-time = 時間加重
help-strike-exercises = 転換される
help-strike-expires = 転換されない
status-next-promised = { $time } までに回答します。
status-next-late = { $time } までに回答するとお約束しましたが、遅れています。回答はここに表示されます。

## What comes too early or too often

problem-too-often-title = 回数が多すぎます
notice-nudged-already = すでにお尋ねいただいたか、まだその時間ではありません。次にお尋ねいただける時刻は下に表示されています。
escalate-written = お書きになった内容

## Tickets that go on in another one
ticket-goes-on = このお問い合わせは { $number } で続いています
ticket-goes-on-text = 同じ内容のため、2 件を 1 つにまとめました。ここに書かれた内容はすべてそちらにも表示されます。続きはそちらにお書きください。
ticket-goes-on-open = { $number } を開く
ticket-joined-here = ここにまとめたお問い合わせ：{ $numbers }
message-origin = { $number } より
step-merged = { $number } にまとめました
step-unmerged = { $number } から分け、個別のお問い合わせに戻しました
step-joined = { $number } をここにまとめました
step-parted = { $number } を個別のお問い合わせに戻しました
step-split-off = 一部のメッセージは { $number } で続けて対応します
step-split-from = { $number } のメッセージから始まりました
step-taken-back = { $number } のメッセージをここに戻しました
step-given-back = メッセージを { $number } に戻しました

## Search in the help centre

help-search-label = ヘルプを検索
help-search-placeholder = 何をお調べですか？
help-search-button = 検索
help-search-suggestions = 該当する記事
help-search-heard = { $count } 件の記事が見つかりました。矢印キーで選べます。
help-search-heard-none = 該当する記事はまだありません。
help-search-title = 検索
help-search-of = 検索：「{ $words }」
help-search-count = { $count } 件の記事
help-search-foreign = { $language }の記事はありません。ほかの言語では { $count } 件あります。
help-search-sections = カテゴリー
help-search-everywhere = すべてのカテゴリー
help-search-nothing = 「{ $words }」に該当する記事はありません
help-search-nothing-text = 言葉を減らすか、別の言い方でお試しください。よく読まれている記事もご覧ください。解決しない場合はお問い合わせください。
help-search-not-ready = 検索は現在準備中です。ほかの機能はご利用いただけます。しばらくしてからもう一度お試しください。
help-popular = よく読まれている記事
help-fitting = これらの記事で解決するかもしれません
question-articles = 解決につながりそうな記事
question-articles-all = すべての結果

## A way in without a session
write-title = お問い合わせ
write-lead = ログインは不要です。メールアドレスをご記入いただければ、お問い合わせへのリンクをお送りします。
write-without = ログインせずに
write-without-text = ログインしていない、またはログインできないときも、お問い合わせいただけます。リンクをメールでお送りします。
write-email = メールアドレス
write-email-hint = お問い合わせへのリンクをこのメールアドレスに送ります。登録の有無をどなたかにお知らせすることはありません。
write-send = 送信
write-unproven = メールのリンクが開かれるまで、どなたが書かれたのか確認できません。それまではアカウントについて何もお伝えせず、何も変更しません。
write-no-mail = 現在、メールを送信できません。内容は拝見しますが、回答をお届けできません。可能であれば、ログインしてからお問い合わせください。
write-not-taken = 送信できませんでした
write-too-many = この 1 時間に、お使いの回線から多くのお問い合わせがありました。1 時間後に再度お試しいただくか、ログインしてください。ご記入の内容は下に残っています。ファイルは選び直してください。
write-too-many-of = この 1 日に、このメールアドレスで多くのお問い合わせがありました。明日再度お試しいただくか、別のメールアドレスを使うか、ログインしてください。ご記入の内容は下に残っています。ファイルは選び直してください。
write-files-again = ファイルをもう一度選んでください。ログインしていない場合、メッセージを送信するまでファイルは保存されません。
written-title = お問い合わせを受け付けました
written-number = お問い合わせ番号は { $number } です。お控えください。
written-next = この後の流れ
written-mail = ご本人のメールアドレスであれば、お問い合わせへのリンクを記したメールが届きます。数分かかることがあります。
written-open = リンクを開いてください。このアドレスのメールを受け取れることが確認でき、以後の回答もそこへ届きます。
written-read = 担当者が内容を読み、お問い合わせの中で回答します。
written-first = セキュリティ担当が最優先で確認します。
written-promise = { $time } までに回答します。
written-once = 他人のメールボックスを埋める悪用を防ぐため、確認されていないメールアドレスへのメールは 1 日 1 通です。今日すでにお問い合わせいただいた場合は、そのメールのリンクから続けてください。
theft-now-title = すぐに、次の順番で行ってください
theft-now-freeze = { $brand } にまだログインできますか？ ログインして、アカウントを凍結してください。ボタンを一度押すだけです。
theft-now-write = ログインできなければ、ログインせずに、すぐセキュリティ担当へご連絡ください。
theft-now-mailbox = メールを守ってください。メールのパスワードを変え、ほかの端末からすべてログアウトします。メールを読める人は、ほかのすべてを再設定できます。
theft-now-password = { $brand } にまだログインできる場合は、パスワードを変え、ほかの端末からすべてログアウトし、API キーを削除してください。
theft-now-wallet = ご自分のウォレットのシードフレーズを誰かに教えましたか？ 中の資産を新しいウォレットへ移してください。
theft-write = セキュリティ担当に連絡する
theft-no-freeze = ご連絡だけでアカウントを凍結することはありません。誰でも他人を締め出せてしまうためです。まず担当者が確認します。
taken-open-lead = 他人がアカウントに入ったおそれがありますか？ すぐに、次の順番で行ってください。
taken-open-sign-in = ログインして凍結する
taken-stops = 取引所が確認すると、ご本人を含め、誰も出金や送金ができなくなります。
taken-hand-lead = 他人がアカウントに入ったおそれがあれば、今すぐセキュリティ担当に知らせてください。ボタンを一度押すだけです。詳しいことは後で伺います。
taken-hand-stops = サポートからは直接操作できないため、担当者が手動で凍結します。それまでは出金される可能性があります。
taken-hand-meanwhile = その間、{ $brand } にまだログインできる場合は、パスワードを変え、ほかの端末からすべてログアウトし、API キーを削除してください。
taken-hand-button = アカウントの凍結を依頼する
notice-freeze-by-hand = ご連絡を最優先で受け付けました。セキュリティ担当が手動で凍結し、ここでお知らせします。
sign-in-link = { $brand } でログイン
sign-in-link-text = { $brand } でログインすると、このページに戻ります。
sign-in-step-choose = そこで「サポート」を選ぶと、ログインした状態でサポートが開きます。
reach-write-text = 時間を問わず、10 言語のいずれかでお問い合わせいただけます。リンクをメールでお送りします。
field-email-required = メールアドレスをご記入ください。
field-email-invalid = メールアドレスの形になっていません。ご確認ください。
field-email-too-long = メールアドレスが長すぎます。{ $limit } 文字までです。

## What a department is asked, on the page behind its link
side-unnamed = サポートデスクからの質問
side-intro = { $name } から、お問い合わせ { $number } について { $department } への質問があります。このページの内容はお客様には表示されません。
side-answer = 回答
side-answer-hint = { $limit } 文字まで。サポートデスクの担当者だけが読みます。
side-send = 回答を送る
side-until = このページは { $time } まで開けます。新しい書き込みがあれば延長されます。{ $department } 専用ですので、リンクを転送しないでください。
notice-side-sent = 回答がサポートデスクに届きました。
side-too-many = この 1 時間に多くの回答がありました。しばらくしてから再度お試しください。ご記入の内容は下に残っています。
side-full = ここにはこれ以上書き込めません。別のやり取りを始めるようサポートデスクに依頼してください。ご記入の内容は下に残っています。
side-expired = しばらく書き込みがなかったため、リンクの有効期限が切れました。部署のメールアドレスにもう一度送れます。
side-renew = リンクをもう一度送る
side-renewed = 部署のメールアドレスにリンクを送っています。数分かかることがあります。
side-closed-title = このやり取りは終了しました
side-closed = サポートデスクがこのやり取りを終了しました。ここではもう閲覧も書き込みもできません。
side-void = このリンクは新しいリンクに置き換えられました。サポートデスクからの最新のメールを開くか、サポートデスクに確認してください。
field-side-required = 回答を入力するか、ファイルを選んでください。
field-side-too-long = 回答が長すぎます。{ $limit } 文字までです。

## What the exchange tells in articles
help-figures = 取引所からの情報：
help-not-now = （現在確認できません）
help-not-now-table = 取引所から応答がないため、この表は現在表示できません。数分後にもう一度ご覧ください。

# Tables that are as long as the exchange makes them.
help-table-part = 全 { $all } 行のうち { $shown } 行を表示しています。
help-table-all = 表をすべて見る
help-table-found = 全 { $all } 行のうち { $shown } 行
help-table-find = 通貨・ネットワーク・銘柄を探す
help-table-earlier = 前のページ
help-table-later = 次のページ
help-table-contracts = 先物：レバレッジ、証拠金、手数料
help-table-dual-investment-pairs = デュアル投資：取り扱いペア
help-table-earn = 運用：取り扱い商品
help-table-fiat = 法定通貨：入出金の方法
help-table-margin-interest = 証拠金取引の借入：金利
help-table-memo = メモやタグが必要な通貨
help-table-networks = ネットワーク：最小数量、承認数、手数料
help-table-withdrawal-fees = 出金：最小数量と手数料

# What the house says of itself in articles.
help-col-kind = 種類
help-col-address = URL または連絡先
help-col-place = お住まいの地域
help-col-confirmation = 受付の確認
help-col-decision = 決定
help-col-longest = 遅くとも
help-col-body = 機関
help-col-until = 決定後の申立期限
help-channel-site = ウェブサイト
help-channel-app = アプリ
help-channel-mail = メール
help-channel-phone = 電話
help-channel-social = SNS
