### See en/staff.ftl.

## Who you are

error-no-permission = 此操作需要權限「{ $permission }」。管理員可以授予您。
error-wrong-credentials = 電子郵件地址或密碼不正確。請核對後再試一次。
error-password-weak = 這個密碼太容易被猜到。請使用至少 { $limit } 個字元，且不要使用常見密碼。
error-second-factor-required = 請輸入驗證器應用程式中的六位數字以繼續。
error-second-factor-wrong = 驗證碼不正確，或已超過 30 秒。請輸入應用程式目前顯示的驗證碼。
error-second-factor-enrolment = 管理員要求使用雙重驗證。請先設定驗證器應用程式再繼續。
error-second-factor-state = 雙重驗證的狀態已有變更。請重新載入頁面，查看目前的狀態。
error-member-disabled = 此帳戶已停用。管理員可以重新啟用。
error-budget-spent = 您已用完一小時的額度。請等待 { $seconds } 秒，或聯絡您的主管。

## Administration

error-field-taken = 此項已被使用。請換一個。
error-last-administrator = 這是最後一位管理員。請先指定另一位管理員。
error-role-in-use = 仍有員工使用此角色。請先為他們更換角色。
error-team-in-use = 仍有工單屬於此團隊。請先將它們移至其他團隊。
error-role-builtin = 此角色由程式內建，無法修改。請複製一份，再修改副本。
error-webhook-url = 我們不會傳送到此網址。請使用公開網際網路上的 https 網址。
error-delivery-pending = 此次傳送仍在進行中。請等待結果。

## The log

error-not-checkpointed = 目前還沒有簽章涵蓋此事件。{ $seconds } 秒內就會有，請屆時再試。

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

error-event-unsigned = 這些事件沒有簽章。請依 docs/exchange-events.md 的說明傳送 proofdesk-key、proofdesk-timestamp 和 proofdesk-signature。
error-event-forged = 簽章與事件不符，或金鑰未知或已撤銷。請用該品牌的金鑰對內文的原始位元組簽章。
error-event-stale = 這些事件的簽章時間與現在相差超過 { $seconds } 秒。請校準時鐘，重新簽章後再傳送。
error-event-mismatch = 另一個事件已使用該編號或序號。編號和序號只能用一次；修改後的事件請用新的編號傳送。
error-event-not-failed = 只有處理失敗的事件才能重新處理。該事件正在等待或已處理。
error-input-gone = 該事件的內容存放時間已超過上限，已被銷毀。請讓交易所重新傳送同一事件，之後即可處理。

## Filters

error-filter-word = 「{ $word }」裡沒有可尋找的內容。請輸入工單中的文字，或使用鍵，例如：{ $takes }。
error-filter-key = 沒有「{ $word }」這個鍵。可能是：{ $takes }。
error-filter-value = 「{ $key }」不能是「{ $word }」。可以是：{ $takes } 等。
error-filter-comparison = 「{ $key }」不能這樣比較。請在後面寫 { $takes }。
error-filter-unfinished = 「{ $word }」沒有寫完：缺少值或右引號。
error-filter-long = 一個篩選裡太多了：最多 { $takes } 個。

## Macros and articles

error-macro-variable = 第 { $line } 行第 { $column } 欄的「{ $name }」不是變數。請從清單中選擇，並以 {"}}"} 結束。
error-macro-fallback = 第 { $line } 行第 { $column } 欄的「{ $name }」不一定有值。請在直線後寫明沒有時顯示什麼：{"{{"}{ $name }|…{"}}"}。
error-verification-required = 這則快速回覆只用於驗證程度更高的客戶。請客戶先登入，或用自己的話回答。
error-nothing-to-prove = 此客戶沒有帳戶，也沒有屬於自己的電子郵件地址，因此沒有可供證明的身分。
error-article-state = 這篇文章目前的狀態不允許此操作，請重新載入。
error-review-by-another = 這一版是您自己寫的，須由其他員工發布。請提交審核。
error-terms-unkept = 本譯文沒有使用術語表中規定的詞：{ $terms }。原文位置：「{ $place }」。請改用這些詞，或在發布時說明理由。
error-section-in-use = 該分類下還有文章，請先移走。
error-category-last = 這是該品牌唯一提供的類別。請先提供另一個類別。
error-accent-too-faint = 這組顏色看不清楚：其中一種的對比度只有 { $ratio }:1，至少需要 { $least }:1。請降低彩度，或換一個色相。
error-status-needed = 系統會自動把工單設為此狀態，因此它不能停用。您可以為它改名。
error-status-in-use = 仍有待處理的工單處於此狀態（{ $count } 個）。請先改為其他狀態。
error-tag-in-use = 仍有工單帶有此標籤（{ $count } 個）。請先移除。
error-status-in-macros = 仍有共用的快速回覆會設定此狀態（{ $count } 個）。請先修改或封存它們。
error-article-not-signed-in = 只有給已登入客戶的文章才能限定 VIP 等級和國家。
error-article-file-type = 文章只接受完整可讀的 PNG、JPEG、GIF、WebP、AVIF 圖片，以及 PDF 和純文字檔案。
error-image-without-words = 內文中有圖片沒有說明文字。請寫明圖片內容，或將其標為裝飾。

## Tickets

error-snooze-inactive = 這個工單已無待辦事項，無須暫緩。請先重新開啟。
error-constraint-ended = 其他人剛剛結束了這條限制。如果仍然適用，請新增一條。
error-merge-itself = 工單不能併入自身。
error-merge-other-customer = 這兩個工單屬於不同的客戶。只有同一客戶的工單才能合併，以免有人看到不屬於自己的內容。
error-link-itself = 工單不能與自身關聯。
error-account-act-pending = 交易所尚未回覆是否已凍結此客戶的帳戶。請等待回覆後再刪除其資料。

## The development page

development-title = 示範客戶
development-intro = 每個按鈕都會像交易所那樣簽發一個短效權杖，並帶著它返回。只有設定允許時才有此頁面。
development-sign-in = 登入
development-sign-in-as = 以 { $name } 的身分登入
development-none = 目前還沒有客戶。
development-other = 其他帳戶
development-other-hint = 該帳戶在交易所的 ID。這裡還沒有的帳戶會成為新客戶。
