### See en/staff.ftl.

## Who you are

error-no-permission = この操作には「{ $permission }」の権限が必要です。管理者が付与できます。
error-wrong-credentials = メールアドレスまたはパスワードが正しくありません。確かめてから、もう一度お試しください。
error-password-weak = このパスワードは簡単に推測されます。よく知られたものを避け、{ $limit } 文字以上にしてください。
error-second-factor-required = 続けるには、認証アプリに表示されている 6 桁の数字を入力してください。
error-second-factor-wrong = 認証コードが正しくないか、30 秒の有効時間が過ぎています。アプリに今表示されているコードを入力してください。
error-second-factor-enrolment = 管理者が二段階認証を必須にしています。続けるには認証アプリを設定してください。
error-second-factor-state = 二段階認証の状態が変わりました。ページを読み込み直して、現在の状態を確かめてください。
error-member-disabled = このアカウントは停止されています。管理者が再び有効にできます。
error-budget-spent = 1 時間あたりの上限に達しました。{ $seconds } 秒待つか、責任者に相談してください。

## Administration

error-field-taken = すでに使われています。別のものにしてください。
error-last-administrator = 最後の管理者です。先にほかの人を管理者にしてください。
error-role-in-use = このロールのスタッフがいます。先に別のロールに変えてください。
error-team-in-use = このチームが担当するお問い合わせがあります。先に別のチームへ移してください。
error-role-builtin = 標準のロールは変更できません。複製してから、そちらを変更してください。
error-webhook-url = この URL には送信しません。インターネットに公開されている https の URL を使ってください。
error-delivery-pending = この送信はまだ終わっていません。結果をお待ちください。

## The log

error-not-checkpointed = このイベントを対象に含む署名はまだありません。{ $seconds } 秒以内に作成されますので、その後でもう一度お試しください。

## What must not go out

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

## The exchange’s machines

error-event-unsigned = イベントに署名がありません。docs/exchange-events.md のとおりに proofdesk-key、proofdesk-timestamp、proofdesk-signature を送ってください。
error-event-forged = 署名がイベントと一致しないか、鍵が不明または失効しています。このブランドの鍵で、本文のバイト列そのものに署名してください。
error-event-stale = イベントの署名時刻が現在時刻から { $seconds } 秒を超えてずれています。時計を確かめ、署名し直して送ってください。
error-event-mismatch = この ID または番号は別のイベントで使われています。ID と番号は一度しか使えません。変更したイベントは新しい ID と番号で送ってください。
error-event-not-failed = もう一度処理できるのは失敗したイベントだけです。これは待機中か処理済みです。
error-input-gone = このイベントの内容は保管期限を過ぎたため破棄されました。取引所から同じイベントをもう一度送ってもらうと、処理できます。

## Filters

error-filter-word = 「{ $word }」には探す言葉がありません。お問い合わせにある言葉か、キーを入力してください。例：{ $takes }
error-filter-key = 「{ $word }」というキーはありません。次のどれかかもしれません：{ $takes }
error-filter-value = 「{ $key }」に「{ $word }」は使えません。使える値の例：{ $takes }
error-filter-comparison = 「{ $key }」はこの形では比べられません。後に { $takes } を書いてください。
error-filter-unfinished = 「{ $word }」が途中で終わっています。値か、閉じる引用符がありません。
error-filter-long = 一つの絞り込みには多すぎます。{ $takes } 個までにしてください。

## Macros and articles

error-macro-variable = { $line } 行目の { $column } 文字目にある「{ $name }」は変数ではありません。一覧から選び、{"}}"} で閉じてください。
error-macro-fallback = { $line } 行目の { $column } 文字目にある「{ $name }」は、値がないことがあります。ないときの言葉を縦棒の後に書いてください：{"{{"}{ $name }|…{"}}"}
error-verification-required = この定型返信は、本人確認がさらに進んだお客様専用です。ログインをお願いするか、ご自分の言葉で回答してください。
error-nothing-to-prove = このお客様にはアカウントもご本人のメールアドレスもないため、確認できるものがありません。
error-article-state = この記事は今その状態へ移せません。読み込み直してください。
error-review-by-another = ご自身が書いた版は、ほかのスタッフが公開します。レビューを依頼してください。
error-terms-unkept = 用語集で決められた用語が訳文で使われていません：{ $terms }。原文の箇所：「{ $place }」。その用語を使うか、公開時に理由を書いてください。
error-section-in-use = このセクションには記事があります。先に移してください。
error-category-last = このブランドで選べるカテゴリーはこれだけです。先に別のカテゴリーを選べるようにしてください。
error-accent-too-faint = この色では文字などが読み取れません。コントラスト比が { $ratio }:1 の箇所があり、{ $least }:1 以上が必要です。彩度を下げるか、別の色相を選んでください。
error-status-needed = このステータスはシステムがお問い合わせに自動で設定するため、廃止できません。名前は変更できます。
error-status-in-use = 対応中のお問い合わせがこのステータスになっています（{ $count } 件）。先に別のステータスに変えてください。
error-tag-in-use = このタグが付いたお問い合わせがあります（{ $count } 件）。先に外してください。
error-status-in-macros = 共有の定型返信がこのステータスを設定します（{ $count } 個）。先に変更するかアーカイブしてください。
error-article-not-signed-in = VIP レベルと国を指定できるのは、ログイン済みのお客様向けの記事だけです。
error-article-file-type = 記事に使えるのは、破損のない PNG・JPEG・GIF・WebP・AVIF 画像、PDF、プレーンテキストだけです。
error-image-without-words = 本文に説明のない画像があります。何を示す画像かを書くか、装飾として指定してください。

## Tickets

error-snooze-inactive = このお問い合わせにはもう作業がないため、後回しにできません。先に再開してください。
error-constraint-ended = この制限は、その間にほかの担当者が終了しました。まだ当てはまる場合は、新しく追加してください。
error-merge-itself = お問い合わせを、それ自身にまとめることはできません。
error-merge-other-customer = 2 件は別のお客様のものです。他の人の内容が見えないよう、同じお客様のお問い合わせだけをまとめられます。
error-link-itself = お問い合わせを、それ自身に関連付けることはできません。
error-account-act-pending = このお客様のアカウントを凍結したかどうか、取引所からまだ回答がありません。回答を待ってからデータを削除してください。

## The development page

development-title = デモのお客様
development-intro = ボタンを押すと、取引所がするように有効期間の短いトークンに署名し、そのトークンで戻ります。このページは、設定で許可されている場合にだけあります。
development-sign-in = ログイン
development-sign-in-as = { $name } としてログイン
development-none = お客様はまだいません。
development-other = ほかのアカウント
development-other-hint = 取引所でのアカウント ID です。ここにまだない ID は、新しいお客様になります。
