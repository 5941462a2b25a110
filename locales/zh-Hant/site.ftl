### See en/site.ftl for what each group is for.

site-skip = 跳到正文
site-nav = 主導覽
site-my-tickets = 我的工單
site-new-ticket = 聯絡我們
site-language = 語言
site-account = 帳戶
site-signed-in-as = 已登入：{ $name }
site-sign-in = 登入
site-sign-out = 登出
site-safety = 我們絕不會索取密碼、雙重驗證碼、助記詞或私鑰。{ $brand } 的任何人都不會。
site-title = { $title } · { $brand } 客服
site-error-title = 錯誤：{ $title }
site-support = { $brand } 客服

verification-signed-in = 已登入 · 有效至 { $time }
verification-email = 電子郵件已確認
verification-none = 未驗證
verification-expired = 已過期

age-now = 剛剛
age-minutes = { $count } 分鐘前
age-hours = { $count } 小時前
age-days = { $count } 天前

status-open = 我們正在處理
status-waiting-on-customer = 我們需要您補充資訊
status-waiting-on-internal = 專責團隊正在查核
status-solved = 已解決。如未解決，請告訴我們
status-closed = 已關閉
status-next-open = 我們沒有承諾時間。答覆會顯示在這裡。
status-next-waiting-on-customer = 在下方回覆後，我們立即繼續處理。
status-next-waiting-on-internal = 我們沒有承諾時間。他們一有結果，您就會在這裡看到。
status-next-solved = 如果沒有解決，請在下方回覆或重新開啟；以上內容都會保留。
status-next-closed = 此工單不再接收回覆。如果問題再次出現，請聯絡我們並註明此編號。

home-title = 客服
home-heading = 需要什麼協助？
home-greeting = 您好，{ $name }
home-intro = 問題只需描述一次。誰在處理、下一步是什麼，您都能在這裡看到。
home-open-tickets = 處理中的工單
home-all-tickets = 我的全部工單
home-no-open = 目前沒有處理中的工單。如果遇到問題，請聯絡我們。
home-topics = 關於什麼問題？
home-theft = 我的帳戶被盜
home-theft-hint = 請立刻告訴我們。此類訊息最先得到答覆。
home-anonymous = 請從交易所登入，這樣我們才知道您說的是哪個帳戶。

sign-in-title = 登入
sign-in-how = 客服沒有另外的密碼
sign-in-step-open = 在應用程式或網站中開啟 { $brand } 並登入。
sign-in-step-support = 選擇「客服」，即以登入狀態回到這裡。
sign-in-why = 這樣，誰也不能只輸入您的電子郵件地址就冒充您，也沒有第二組密碼可偷。
sign-in-development = 這是開發環境：請改選一位示範客戶。
sign-in-development-link = 示範客戶
sign-in-needed = 請先登入再查看此頁面。
sign-in-failed-title = 您尚未登入
sign-in-again = 如何登入
sign-in-other-title = 要切換帳戶嗎？
sign-in-other = 您已登入為 { $name }。您開啟的連結屬於另一個帳戶。
sign-in-other-switch = 切換到另一個帳戶
sign-in-other-stay = 保持登入為 { $name }

new-ticket-title = 聯絡我們
new-ticket-intro = 每則訊息只寫一個問題，答覆最快。
new-ticket-category = 關於什麼問題？
new-ticket-category-choose = 請選擇
new-ticket-subject = 主旨
new-ticket-subject-hint = 用幾個詞概括，例如「USDT 充值未到帳」。
new-ticket-body = 發生了什麼事？
new-ticket-body-hint = 時間、幣種與網路、金額。交易雜湊請完整貼上。
new-ticket-send = 傳送
new-ticket-as = 我們會答覆 { $name } 的帳戶。
secrets-warning = 切勿填寫密碼、驗證碼、助記詞或私鑰，在這裡也不要。
leak-edit = 修改內容
leak-send-anyway = 仍然傳送

files-label = 檔案
files-optional = 選填
files-hint = 截圖、錄影、PDF 或記錄檔。最多 { $count } 個檔案，每個不超過 { $size }。
files-again = 新檔案請重新選擇：出錯後瀏覽器不會保留它們。
files-kept = 已上傳
files-keep = 保留 { $name }
file-download = 下載
file-download-name = 下載 { $name }
file-open-name = 開啟 { $name }
file-meta = { $type }，{ $size }
file-gone = 此檔案已刪除
file-type-image = 圖片
file-type-video = 影片
file-type-pdf = PDF
file-type-text = 文字
file-type-other = 檔案

form-problem = 有一處問題
form-error-prefix = 錯誤：
field-category-required = 請選擇問題類別。
field-subject-required = 請用幾個詞填寫主旨。
field-subject-too-long = 主旨過長：最多 { $limit } 個字元。
field-body-required = 請寫明發生了什麼事。
field-body-too-long = 文字過長：最多 { $limit } 個字元。更長的內容請以檔案附上。
field-reply-required = 請填寫回覆或選擇檔案。
field-file = { $name }：{ $problem }

tickets-title = 我的工單
tickets-open = 處理中
tickets-done = 已解決和已關閉
tickets-none = 您還沒有工單
tickets-none-hint = 您聯絡我們後，您的訊息和每一次答覆都會顯示在這裡。
tickets-updated = { $age }更新
tickets-older = 更早的工單
tickets-newest = 最新的工單

ticket-number = 工單 { $number }
ticket-opened = 建立於 { $time }
ticket-category = 類別：{ $category }
ticket-status = 工單狀態
ticket-thread = 對話
ticket-you = 您
ticket-system = 自動訊息
ticket-erased = 此訊息已刪除。
ticket-event-status = 目前狀態：{ $status }
ticket-event-reopened = 已重新開啟
ticket-reply = 您的回覆
ticket-reply-solved = 沒有解決？請告訴我們
ticket-reply-solved-hint = 傳送後工單會重新開啟。
ticket-send = 傳送
ticket-send-reopen = 傳送並重新開啟
ticket-solve = 已經解決
ticket-reopen = 沒有解決
ticket-new-instead = 再次聯絡我們
ticket-earlier = 更早的訊息
ticket-later = 最新的訊息
notice-ticket-sent = 我們已收到您的訊息，編號為 { $number }。
notice-reply-sent = 您的回覆已傳送。
notice-solved = 已標記為解決。謝謝您告訴我們。
notice-reopened = 已重新開啟，我們繼續處理。
notice-signed-out = 您已登出。

live-off = 自 { $time } 起未能即時更新，每 { $seconds } 秒檢查一次。
live-draft = 之前的草稿已恢復到輸入欄。
live-sending = 正在傳送…

problem-not-found-title = 此頁面不存在
problem-not-found = 地址可能輸入有誤，或該工單屬於另一個帳戶。您自己的工單都在列表中。
problem-not-allowed-title = 無法執行此操作
problem-unavailable-title = 我們目前無法完成此操作
problem-internal-title = 我們這邊出了故障
problem-too-large-title = 內容過大
problem-session-title = 請重新登入
problem-request-id = 請求編號
problem-home = 前往首頁
problem-tickets = 我的工單

## Files

files-camera = 拍照
files-drop = 也可以把檔案拖到這裡，或貼上螢幕截圖。
files-going = 已傳送 { $percent }
files-away = 連線中斷，恢復後會自動繼續。
files-done = 已送達
files-failed = 未能送達。請重試，或不附此檔案傳送訊息。
files-too-large = 超過 { $size }。請傳送較小的檔案，或剪短錄影。
files-empty = 此檔案是空的。請另選一個。
files-too-many = 一則訊息最多可附 { $count } 個檔案。
files-remove = 移除 { $name }
files-retry = 重試
files-hold = 檔案送達後，您的訊息會立即送出。
file-held = 正在檢查病毒，完成後即可開啟。
