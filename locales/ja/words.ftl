### See en/words.ftl.

issue-deposit-not-credited = 入金が反映されない
issue-withdrawal-pending = 出金が処理中
issue-withdrawal-failed = 出金に失敗
issue-wrong-network = ネットワークの間違い
issue-missing-memo = メモまたはタグの不足
issue-api-error = API エラー
issue-order-rejected = 注文の拒否または遅延
issue-liquidation-dispute = 強制決済への異議
issue-settlement-question = 決済についての質問
issue-earn-and-staking = 運用とステーキング
issue-login-or-2fa = ログインまたは 2FA の紛失
issue-account-change = アカウントの変更
issue-kyc = 本人確認
issue-theft = 盗難
issue-impersonation = なりすまし
issue-fees = 手数料
issue-suggestion = 提案
issue-complaint = 苦情
issue-other = その他

secret-seed-phrase = シードフレーズ
secret-slip39-share = リカバリーシェア（SLIP-39）
secret-monero-seed = Monero のシードフレーズ
secret-wif-key = 秘密鍵
secret-extended-private-key = 拡張秘密鍵
secret-hex-private-key = 秘密鍵
secret-bip38-key = 暗号化された秘密鍵（BIP-38）
secret-xrp-seed = XRP の秘密鍵
secret-stellar-secret = Stellar の秘密鍵
secret-solana-keypair = Solana の秘密鍵
secret-keystore = キーストアファイル
secret-pem-private-key = 秘密鍵（PEM）
secret-otpauth-uri = 認証アプリの設定リンク
secret-totp-secret = 認証アプリのセットアップキー
secret-one-time-code = 認証コード
secret-password = パスワード
secret-api-secret = API シークレットキー
secret-api-passphrase = API パスフレーズ
secret-session-token = ログイントークン
secret-card-number = カード番号
secret-iban = 銀行口座番号（IBAN）

leak-hidden = メッセージを保存する前に、次の内容を隠しました：{ $what }。当サポートの誰も読むことはできません。
leak-before-send = 次の内容が含まれているようです：{ $what }。送信する前に削除してください。{ $brand } の誰にも必要のないものです。
leak-theft = 盗難の可能性があるものとして、最優先で対応します。
leak-advice-wallet = 他人に知られたものとして、今すぐすべての資金を新しいウォレットに移してください。パスワードを変えても、古いウォレットは守れません。
leak-advice-keystore = 強力でご自身しか知らないパスワードで保護されている場合を除き、今すぐすべての資金を新しいウォレットに移してください。パスワードを変えても、コピーは古いパスワードで開けるため効果がありません。
leak-advice-two-factor = 今すぐ認証アプリを解除し、設定し直してください。古いキーを持つ人は、認証コードを作ることができます。
leak-advice-code = このコードは使わず、新しいコードを取得してください。コードは、当サポートを含め、誰にも教えないでください。
leak-advice-password = このパスワードを、使っているすべてのサービスで今すぐ変更してください。
leak-advice-api = この API キーを今すぐ削除し、新しく作成してください。その後、身に覚えのない注文や出金がないか、最近の履歴を確認してください。
leak-advice-session = 今すぐすべての端末からログアウトし、ログインし直してください。それまでは、他人がお客様になりすまして操作するおそれがあります。
leak-advice-card = 当サポートには必要ありません。ほかの人にも教えた場合や、身に覚えのない支払いがある場合は、今すぐカード会社または銀行にご連絡ください。
leak-advice-bank = プライバシーを守るために隠しました。何もしていただく必要はありません。

upload-not-read = 画像、動画、PDF の中の秘密情報は確認できません。シードフレーズ、鍵、コードが写らないようにしてください。
upload-text-masked = このファイル内の秘密情報を隠しました。

asks-for-secret-title = 送信できません：秘密情報を尋ねています
asks-for-secret-password = パスワードを尋ねる内容です。お客様にパスワードを尋ねることはありません。その部分を除いてください。
asks-for-secret-one-time-code = 認証コードを尋ねる内容です。お客様に認証コードを尋ねることはありません。その部分を除いてください。
asks-for-secret-seed-phrase = シードフレーズを尋ねる内容です。お客様にシードフレーズを尋ねることはありません。代わりにアドレスまたは取引ハッシュを尋ねてください。
asks-for-secret-private-key = 秘密鍵を尋ねる内容です。お客様に秘密鍵を尋ねることはありません。代わりにアドレスまたは取引ハッシュを尋ねてください。
asks-for-secret-api-secret = API キーのシークレットまたはパスフレーズを尋ねる内容です。お客様にこれらを尋ねることはありません。代わりに公開されている API キーの ID またはエラーメッセージを尋ねてください。
asks-for-secret-card-security-code = カードのセキュリティコードを尋ねる内容です。お客様にセキュリティコードを尋ねることはありません。カード番号の下 4 桁で足ります。

evidence-kind-tx = 取引ハッシュ
evidence-kind-address = アドレス
evidence-kind-link = リンク
evidence-kind-amount = 金額
evidence-kind-uid = UID
evidence-kind-order = 注文番号
evidence-kind-height = ブロック高
evidence-kind-chain-id = チェーン ID
evidence-kind-time = 日時
evidence-kind-ticker = 通貨

evidence-title = 確認情報
evidence-none = 取引ハッシュ、アドレス、リンクはまだありません。追加すると、すぐに確認します。
evidence-placeholder = 取引ハッシュ、アドレス、リンクを貼り付け
evidence-not-recognised = 認識できませんでした。取引ハッシュ、アドレス、エクスプローラーのリンクの全文を貼り付けてください。
evidence-add = 確認情報を追加
evidence-edit = 編集
evidence-remove = 削除
evidence-copy = 全文をコピー
evidence-open-explorer = エクスプローラーで開く
evidence-search = これを含むお問い合わせを探す
evidence-network = ネットワーク
evidence-networks-possible = 候補のネットワーク { $count } 件
evidence-memo = メモまたはタグ
evidence-found-by-desk = メッセージから自動で認識
evidence-added-by = { $name } が追加
evidence-uid-not-yours = この UID は、ログイン中のアカウントのものではありません。

evidence-checked = 確認済み：入力の誤りはありません（チェックサム一致）
evidence-shape = 形式は正しいようです。この種類にはチェックサムがないため、入力の誤りまでは分かりません。
evidence-problem = 問題があります
evidence-unchecked = 未確認

evidence-problem-cut-off = { $what }が途中で切れています：{ $want } 文字のうち { $have } 文字です。ウォレットのコピーボタンでもう一度コピーしてください。
evidence-problem-too-long = { $what }が長すぎます：{ $have } 文字あり、本来は { $want } 文字です。前後の文字を含めずに、もう一度コピーしてください。
evidence-problem-changed-character = { $what }の { $position } 文字目が違います。手で直さずに、元の場所からもう一度コピーしてください。
evidence-problem-changed-character-expected = { $what }の { $position } 文字目が違います。正しくは「{ $expected }」と思われます。手で直さずに、元の場所からもう一度コピーしてください。
evidence-problem-wrong-checksum = { $what }のどこかに入力の誤りがあり、チェックサムが一致しません。ウォレットのコピーボタンでもう一度コピーしてください。
evidence-problem-ellipsis = { $what }が省略表示になっており、先頭 { $head } 文字と末尾 { $tail } 文字しかありません。ウォレットで開き、全文をコピーしてください。
evidence-problem-look-alike = { $what }の { $position } 文字目の「{ $found }」は、「{ $meant }」に似た別の文字です。「{ $meant }」として読み取りました。元のものと見比べてください。
evidence-problem-spaces = { $what }の途中に空白があったため、取り除きました。抜けている文字がないか確認してください。
evidence-problem-line-break = { $what }が複数の行に分かれていたため、つなげました。抜けている文字がないか確認してください。
evidence-problem-invisible = { $what }に見えない文字が含まれていたため、取り除きました。何もしていただく必要はありません。
evidence-problem-full-width = { $what }が全角文字で書かれていたため、半角に直しました。何もしていただく必要はありません。
evidence-problem-missing-prefix = { $what }の先頭に「0x」がありません。先頭からもう一度コピーしてください。
evidence-problem-mixed-case = { $what }に大文字と小文字が混ざっていますが、このネットワークでは使えません。ウォレットのコピーボタンでもう一度コピーしてください。
evidence-problem-wrong-variant = { $what }が古いソフトウェアで作られており、送金を受け取れません。ウォレットを更新し、アドレスをもう一度コピーしてください。
evidence-problem-malformed = このネットワークには、このような{ $what }は存在しません。元の場所からもう一度コピーし、それまでは何も送らないでください。
evidence-problem-test-network = { $what }はテストネットのもので、そこの通貨に価値はありません。本物の通貨の場合は、メインネットのものをコピーしてください。
evidence-problem-token-contract = { $what }は { $symbol } のコントラクトで、ウォレットではありません。何も送らないでください。すでに送った場合は、取引ハッシュをお知らせください。
evidence-problem-burn-address = { $what }は誰のものでもなく、送ったものは取り戻せません。正しいアドレスをご確認ください。
evidence-problem-address-not-hash = これはアドレスですが、ここでは取引ハッシュが必要です。ウォレットでその取引を開き、取引ハッシュ（TxID）をコピーしてください。
evidence-problem-hash-not-address = これは取引ハッシュですが、ここではアドレスが必要です。ウォレットでその取引を開き、アドレスをコピーしてください。
evidence-problem-look-alike-host = このリンクは { $real } を装った偽物です。そこには何も入力しないでください。入力してしまった場合は、すぐにお知らせください。
evidence-problem-user-info = このリンクは「@」を使って本当の行き先を隠しています。そこには何も入力しないでください。入力してしまった場合は、すぐにお知らせください。
evidence-problem-port = このリンクは、本物のエクスプローラーが使わないポートにつながります。そこには何も入力しないでください。入力してしまった場合は、すぐにお知らせください。
evidence-problem-ambiguous-date = この日付は、日と月を取り違えるおそれがあります。2026-03-04 のように、年・月・日の順に書いてください。
evidence-problem-no-such-time = そのような日付または時刻はありません。確認して、もう一度書いてください。
evidence-problem-wrong-form = { $what }の形式が、ここで使われているものと違います。アカウントからもう一度コピーしてください。

## Files

file-infected = ウイルスが見つかりました。誰も開けません。
file-not-scanned = ウイルスは未検査です
file-scan-failed = ウイルスを検査できませんでした
file-metadata-kept = この画像には場所・機器・時刻の情報が残っている可能性があります。取り除けませんでした。
