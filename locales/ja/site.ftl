### See en/site.ftl for what each group is for.

site-skip = 本文へ移動
site-nav = メイン
site-my-tickets = お問い合わせ履歴
site-new-ticket = 問い合わせる
site-language = 言語
site-account = アカウント
site-signed-in-as = { $name } としてログイン中
site-sign-in = ログイン
site-sign-out = ログアウト
site-safety = パスワード、二段階認証コード、シードフレーズ、秘密鍵をお尋ねすることはありません。{ $brand } の誰も尋ねません。
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
status-next-open = 回答時刻のお約束はまだありません。回答はここに表示されます。
status-next-waiting-on-customer = 下に返信いただければ、すぐに対応を続けます。
status-next-waiting-on-internal = 回答時刻のお約束はまだありません。回答があり次第、ここに表示されます。
status-next-solved = 解決していない場合は、下に書くか再開してください。これまでの内容はすべて残ります。
status-next-closed = 返信は受け付けていません。再び起きた場合は、この番号を添えてお問い合わせください。

home-title = サポート
home-heading = どうされましたか
home-greeting = { $name } 様
home-intro = 説明は一度で済みます。誰が対応し、次に何が起きるかをここで確認できます。
home-open-tickets = 対応中のお問い合わせ
home-all-tickets = すべてのお問い合わせ
home-no-open = 対応中のお問い合わせはありません。お困りのときはご連絡ください。
home-topics = どのような内容ですか
home-theft = アカウントを乗っ取られた
home-theft-hint = すぐにお知らせください。ほかのどの連絡よりも先に対応します。
home-anonymous = どのアカウントについてかを確認するため、取引所からログインしてください。

sign-in-title = ログイン
sign-in-how = サポート専用のパスワードはありません
sign-in-step-open = アプリまたはウェブサイトで { $brand } を開き、ログインします。
sign-in-step-support = 「サポート」を選ぶと、ログインした状態でここに戻ります。
sign-in-why = メールアドレスを入力するだけでお客様になりすますことはできず、盗まれる第二のパスワードもありません。
sign-in-development = これは開発環境です。デモのお客様を選んでください。
sign-in-development-link = デモのお客様
sign-in-needed = このページを見るにはログインしてください。
sign-in-failed-title = ログインしていません
sign-in-again = ログインの方法
sign-in-other-title = アカウントを切り替えますか
sign-in-other = { $name } としてログインしています。開いたリンクは別のアカウントのものです。
sign-in-other-switch = 別のアカウントに切り替える
sign-in-other-stay = { $name } のままにする

new-ticket-title = 問い合わせる
new-ticket-intro = 1 件につき 1 つの問題を書くと、最も早く回答できます。
new-ticket-category = どのような内容ですか
new-ticket-category-choose = 選択してください
new-ticket-subject = 件名
new-ticket-subject-hint = 短くお書きください。例：「USDT の入金が届かない」
new-ticket-body = 何が起きましたか
new-ticket-body-hint = いつ、どの通貨とネットワークで、いくらか。取引ハッシュは全文を貼り付けてください。
new-ticket-send = 送信
new-ticket-as = { $name } のアカウントに回答します。
secrets-warning = パスワード、コード、シードフレーズ、秘密鍵は、ここにも決して書かないでください。
leak-edit = 文章を直す
leak-send-anyway = このまま送信

files-label = ファイル
files-optional = 任意
files-hint = スクリーンショット、録画、PDF、ログ。最大 { $count } 個、1 個 { $size } まで。
files-again = 新しいファイルはもう一度選んでください。エラーの後、ブラウザーは選択を保持しません。
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

form-problem = 問題があります
form-error-prefix = エラー：
field-category-required = 内容を選択してください。
field-subject-required = 件名を短く書いてください。
field-subject-too-long = 件名が長すぎます。{ $limit } 文字までです。
field-body-required = 何が起きたかを書いてください。
field-body-too-long = 文章が長すぎます。{ $limit } 文字までです。長い文章はファイルで添付してください。
field-reply-required = 返信を書くか、ファイルを選んでください。
field-file = { $name }：{ $problem }

tickets-title = お問い合わせ履歴
tickets-open = 対応中
tickets-done = 解決済み・終了
tickets-none = お問い合わせはありません
tickets-none-hint = お問い合わせいただくと、その内容とすべての回答がここに表示されます。
tickets-updated = { $age }に更新
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
ticket-reply-solved = 解決していませんか
ticket-reply-solved-hint = 送信すると再開します。
ticket-send = 送信
ticket-send-reopen = 送信して再開
ticket-solve = 解決しました
ticket-reopen = 解決していません
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
problem-not-found = アドレスが間違っているか、別のアカウントのお問い合わせです。ご自身のものは一覧にあります。
problem-not-allowed-title = この操作はできません
problem-unavailable-title = 現在この操作はできません
problem-internal-title = こちら側で障害が起きました
problem-too-large-title = サイズが大きすぎます
problem-session-title = もう一度ログインしてください
problem-request-id = リクエスト番号
problem-home = 最初のページへ
problem-tickets = お問い合わせ履歴

## Files

files-camera = 写真を撮る
files-drop = ここにファイルをドロップするか、スクリーンショットを貼り付けることもできます。
files-going = { $percent } 送信済み
files-away = 接続が切れています。戻ると自動で続きます。
files-done = 届きました
files-failed = 届きませんでした。もう一度試すか、このファイルなしで送信してください。
files-too-large = { $size } を超えています。小さいファイルにするか、録画を短くしてください。
files-empty = このファイルは空です。別のファイルを選んでください。
files-too-many = 1通のメッセージに付けられるのは { $count } 個までです。
files-remove = { $name } を外す
files-retry = もう一度
files-hold = ファイルが届き次第、メッセージを送信します。
file-held = ウイルスを検査中です。終わると開けます。
