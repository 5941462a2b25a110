## Notifications

mail-subject = 您的工單 { $number }
mail-receipt = 我們已收到您的訊息，編號為 { $number }。
mail-receipt-expected = 我們會在 { $time } 之前回覆您。
mail-receipt-no-time = 這類工單沒有承諾的回覆時間：緊急工單優先處理，其餘依收到的先後順序處理。
mail-opened = 我們為您建立了工單，編號為 { $number }。
mail-opened-about = 事由：{ $subject }
mail-reply = { $brand } 的 { $name } 回覆了您的工單 { $number }：
mail-reply-desk = { $brand } 回覆了您的工單 { $number }：
mail-reply-elsewhere = 您的工單 { $number } 有新的回覆。其中有些內容我們不會寫進郵件，請在頁面上查看。
mail-wrote = { $brand } 的 { $name } 就您的工單 { $number } 傳來了訊息：
mail-wrote-desk = { $brand } 就您的工單 { $number } 傳來了訊息：
mail-wrote-elsewhere = 您的工單 { $number } 有新訊息。其中有些內容我們不會寫進郵件，請在頁面上查看。
mail-waiting = 要繼續處理您的工單 { $number }，我們需要您補充資訊。
mail-solved = 您的工單 { $number } 已解決。若尚未解決，請在頁面上告訴我們。
mail-files = 頁面上附有 { $count } 個檔案。
mail-open = 開啟您的工單
mail-open-hint = 此連結在 { $days } 天內有效，僅供您本人使用，請勿轉寄這封郵件。
mail-answer-there = 請在頁面上回覆。我們不會查看寄到此地址的郵件。
mail-why = 您收到這封郵件，是因為您曾聯絡 { $brand }。
mail-why-unproven = 有人在聯絡 { $brand } 時填寫了這個電子郵件地址。若不是您，無須任何動作，我們不會再為此寄信給您。
mail-why-opened = 您收到這封郵件，是因為 { $brand } 為您建立了工單。
mail-why-opened-unproven = { $brand } 為某位客戶建立了工單，登記的是這個電子郵件地址。若不是您，無須任何動作，我們不會再為此寄信給您。
mail-settings = 選擇要接收的通知
mail-prove-signed-in = 為了確認是您本人，請登入後開啟此工單：{ $link }。之後我們就可以繼續處理。
mail-prove-email = 為了確認是您本人，請透過我們郵件中的連結開啟此工單。之後我們就可以繼續處理。

## Members of staff

mail-staff-invitation-subject = 加入 { $organisation } 客服台
mail-staff-invitation = 您受邀加入 { $organisation } 的客服台。
mail-staff-invitation-open = 接受邀請
mail-staff-invitation-unasked = 若您不清楚為何收到此邀請，忽略即可。
mail-staff-reset-subject = { $organisation } 的新密碼
mail-staff-reset = 有人（很可能是您）要求為 { $organisation } 客服台設定新密碼。
mail-staff-reset-open = 設定新密碼
mail-staff-reset-unasked = 若不是您，無須任何動作，您的密碼不會改變。若再次發生，請告知管理員。
mail-staff-once = 此連結僅可使用一次，有效至 { $time }，僅供您本人使用。
mail-staff-mention-subject = [{ $number }] { $name } 提到了您
mail-staff-mention = { $name } 在工單 { $number } 的備註中提到了您。
mail-staff-mention-open = 開啟工單
mail-staff-mention-off = 您現在不在客服台，因此收到這封郵件。您可以在個人資料中關閉此類郵件。

## Web push

push-receipt = 我們已收到您的訊息，編號為 { $number }。
push-opened = 我們為您建立了工單，編號為 { $number }。
push-reply = 您的工單 { $number } 有新的回覆。
push-wrote = 您的工單 { $number } 有新訊息。
push-waiting = 您的工單 { $number } 需要您補充資訊。
push-solved = 您的工單 { $number } 已解決。若尚未解決，請告訴我們。

## Completing: what the customer's side still lacked

mail-link = 這是您的工單 { $number } 的新連結，應持有舊連結者的要求寄出。

## What the exchange tells by itself

app-reply = 您的工單 { $number } 有新的回覆。
app-wrote = 您的工單 { $number } 有新訊息。
mail-told-subject = 您在 { $brand } 的帳戶有新動態
mail-told = { $what }（交易所提供的資訊，截至 { $time }）
mail-told-not-you = 如果這不是您本人操作，請立即在帳戶頁面凍結帳戶。
mail-told-why = 您收到這封郵件，是因為您在 { $brand } 有帳戶，並允許我們寄信給您。
mail-open-account = 開啟您的帳戶

## Customer's side: news by topic

push-deposit-seen = 您有一筆充值有新進展，請在帳戶頁面查看。
push-withdrawal-held = 您有一筆提現被暫緩，原因請見帳戶頁面。
push-setting-changed = 您帳戶的安全設定已變更。如果不是您本人操作，請立即凍結帳戶。

## Departments
mail-side-subject = 關於工單 { $number } 的問題
mail-side = { $brand } 客服的 { $name } 就工單 { $number } 向 { $department } 提問。請在頁面上查看並回覆，無需帳戶。
mail-side-open = 查看並回覆
mail-side-hint = 連結在 { $time } 之前有效，僅供 { $department } 使用，請勿轉寄這封郵件。
mail-side-why = 您收到此郵件，是因為此電子郵件地址在 { $brand } 客服台登記為 { $department } 的聯絡地址。

## Articles that are due for review
mail-staff-review-subject = 待複核的文章：{ $count } 篇
mail-staff-review = 以下說明中心文章由您負責，已到複核時間。請重新閱讀，並在主控台確認內容仍然有效，或進行修改。
mail-staff-review-more = 另有 { $more } 篇。
mail-staff-review-open = 開啟清單
mail-staff-review-off = 每篇文章每次到期只寄送一次。您可以在個人資料中關閉此郵件。

## 提交審核的文章
mail-staff-handover-subject = 待審核：{ $title }
mail-staff-handover = 有員工提交了這篇說明中心文章，請審核。文章須由作者以外的員工發布：請閱讀後發布，或退回草稿。
mail-staff-handover-open = 開啟文章
mail-staff-handover-off = 有您可以發布的文章提交審核時，會寄送此郵件。您可以在個人資料中關閉。
