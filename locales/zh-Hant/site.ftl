### See en/site.ftl for what each group is for.

site-skip = 跳至主要內容
site-nav = 主導覽
site-my-tickets = 我的工單
site-new-ticket = 提交工單
site-language = 語言
site-account = 帳戶
site-signed-in-as = 已登入：{ $name }
site-sign-in = 登入
site-sign-out = 登出
site-safety = 我們絕不會索取密碼、2FA 驗證碼、助記詞或私鑰。{ $brand } 的任何員工都不會。
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
status-waiting-on-internal = 專業團隊正在查核
status-solved = 已解決。如未解決，請告訴我們
status-closed = 已關閉
status-next-open = 目前沒有承諾的回覆時間。回覆會顯示在這裡。
status-next-waiting-on-customer = 您在下方回覆後，我們會立即繼續處理。
status-next-waiting-on-internal = 目前沒有承諾的回覆時間。一有結果，您會在這裡看到。
status-next-solved = 如果沒有解決，請在下方回覆或重新開啟；以上內容都會保留。
status-next-closed = 此工單不再接收回覆。如果問題再次出現，請提交新工單並註明此編號。

home-title = 客服
home-heading = 需要什麼協助？
home-greeting = 您好，{ $name }
home-open-tickets = 處理中的工單
home-all-tickets = 我的全部工單
home-no-open = 目前沒有處理中的工單。如果遇到問題，請提交工單。
home-topics = 關於什麼問題？
home-theft = 我的帳戶被盜
home-theft-hint = 請立刻告訴我們。此類訊息最先回覆。
home-anonymous = 請從交易所登入，這樣我們才知道您說的是哪個帳戶。

sign-in-title = 登入
sign-in-how = 客服頁面沒有另外的密碼
sign-in-step-open = 開啟 { $brand } App 或網站並登入。
sign-in-why = 這樣，任何人都無法僅憑輸入您的電子郵件地址來冒充您，也沒有第二組密碼可被盜取。
sign-in-development = 這是開發環境：請改選一位示範客戶。
sign-in-development-link = 示範客戶
sign-in-needed = 請先登入再查看此頁面。
sign-in-failed-title = 您尚未登入
sign-in-again = 如何登入
sign-in-other-title = 要切換帳戶嗎？
sign-in-other = 您目前登入的帳戶是 { $name }。您開啟的連結屬於另一個帳戶。
sign-in-other-switch = 切換到另一個帳戶
sign-in-other-stay = 繼續使用 { $name }

new-ticket-title = 提交工單
new-ticket-category = 關於什麼問題？
new-ticket-category-choose = 請選擇
new-ticket-subject = 主旨
new-ticket-subject-hint = 用幾個詞概括，例如「USDT 充值未到帳」。
new-ticket-body = 發生了什麼事？
new-ticket-body-hint = 時間、幣種與網路、金額。交易雜湊請完整貼上。
new-ticket-send = 傳送
new-ticket-as = 我們的回覆會傳送到 { $name } 的帳戶。
secrets-warning = 切勿填寫密碼、驗證碼、助記詞或私鑰，在這裡也不要。
leak-edit = 修改內容
leak-send-anyway = 仍然傳送

files-label = 檔案
files-optional = 選填
files-hint = 螢幕截圖、螢幕錄影、PDF 或記錄檔。最多 { $count } 個檔案，每個不超過 { $size }。
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

form-problem = 請檢查以下問題
form-error-prefix = 錯誤：
field-category-required = 請選擇問題類別。
field-subject-required = 請用幾個詞填寫主旨。
field-subject-too-long = 主旨過長：最多 { $limit } 個字元。
field-body-required = 請寫明發生了什麼事。
field-body-too-long = 文字過長：最多 { $limit } 個字元。更長的內容請以檔案附上。
field-reply-required = 請填寫回覆或選擇檔案。
field-file = { $name }：{ $problem }
field-file-waiting = 您有太多已上傳但尚未送出的檔案。請先不附此檔案送出訊息；一直未送出的檔案最遲一週後刪除。

tickets-title = 我的工單
tickets-open = 處理中
tickets-done = 已解決和已關閉
tickets-none = 您還沒有工單
tickets-none-hint = 您提交工單後，您的訊息和每一次回覆都會顯示在這裡。
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
ticket-new-instead = 提交新工單
ticket-earlier = 更早的訊息
ticket-later = 最新的訊息
notice-ticket-sent = 我們已收到您的訊息，編號為 { $number }。
notice-reply-sent = 您的回覆已傳送。
notice-solved = 已標記為已解決。感謝您告知。
notice-reopened = 已重新開啟，我們繼續處理。
notice-signed-out = 您已登出。

live-off = 自 { $time } 起未能即時更新，每 { $seconds } 秒檢查一次。
live-draft = 之前的草稿已恢復到輸入欄。
live-sending = 正在傳送…

problem-not-found-title = 此頁面不存在
problem-not-found = 網址可能輸入有誤，或該工單屬於另一個帳戶。您自己的工單都在清單中。
problem-not-allowed-title = 無法執行此操作
problem-form-only = 此網址只接收表單送出的內容。請返回之前的頁面，從那裡送出。
problem-unavailable-title = 目前無法完成此操作
problem-internal-title = 系統發生故障
problem-too-large-title = 內容過大
typed-title = 您寫的內容
typed-text = 內容沒有送出，也只保留在這個頁面上。請先複製，再繼續；檔案需要重新選擇。
problem-session-title = 請重新登入
problem-session-typed = 登入已逾期。請重新登入；您填寫的內容仍在這裡。
problem-request-id = 請求編號
problem-home = 前往首頁
problem-tickets = 我的工單

## Files

files-camera = 拍照
files-drop = 也可以把檔案拖到這裡，或貼上螢幕截圖。
files-going = 已上傳 { $percent }
files-away = 連線中斷，恢復後會自動繼續。
files-done = 上傳完成
files-failed = 上傳失敗。請重試，或不附此檔案直接傳送訊息。
files-too-large = 超過 { $size }。請傳送較小的檔案，或剪短錄影。
files-empty = 此檔案是空的。請另選一個。
files-changed = 檔案在上傳過程中被修改。請重新選擇。
files-too-many = 一則訊息最多可附 { $count } 個檔案。
files-remove = 移除 { $name }
files-retry = 重試
files-hold = 檔案上傳完成後，您的訊息會立即送出。
file-held = 正在檢查病毒，完成後即可開啟。

## Transcript, looks, sessions, how to reach us

take-title = 儲存這段對話
take-text = 此工單的全部訊息，存於一個已簽署的檔案中。任何人都能驗證內容未遭更動，無需透過我們。最近一分鐘的訊息也在其中，但尚未寫入已簽署歷史。
take-html = 供閱讀（HTML）
take-json = 供程式使用（JSON）
take-html-part = 供閱讀，第 { $number } 部分（HTML）
take-json-part = 供程式使用，第 { $number } 部分（JSON）
verify-title = 驗證對話檔案
verify-intro = 有人向您出示了與我們的對話？選擇該檔案，我們會告訴您它是否真實、哪裡遭到更動。
verify-file = 對話檔案（HTML 或 JSON）
verify-send = 驗證
verify-private = 檔案僅用於本次驗證，不會留存。
verify-none = 請先選擇檔案。
verify-too-large = 此檔案大於 { $size }。我們的對話檔案不會這麼大；更大的檔案可用指令「proofdesk transcript verify」驗證。
verify-genuine = 真實
verify-genuine-meaning = 這段對話確實是與我們進行的，檔案未遭更動。
verify-changed = 已遭更動
verify-changed-meaning = 檔案由我們簽署，但之後遭到更動。請不要以它為準。
verify-not-ours = 不是我們的
verify-not-ours-meaning = 此檔案來自其他客服系統，我們無法對其作出判斷。
verify-key-unknown = 不是我們簽署的
verify-key-unknown-meaning = 檔案自稱來自我們，但我們的任何金鑰都沒有簽署它。請勿相信。
verify-unreadable = 不是對話檔案
verify-unreadable-meaning = 我們無法將其辨識為對話檔案。它可能是其他檔案，或曾被瀏覽器、編輯器重新儲存。
verify-number = 工單
verify-made = 檔案產生時間
verify-messages = 訊息數
verify-history = 在已簽署歷史中
verify-covered = { $all } 筆紀錄中的 { $count } 筆
verify-part = 部分
verify-findings = 不相符之處
verify-more = 另有 { $count } 處。
verify-text = 訊息 #{ $number } 的文字
verify-author = 訊息 #{ $number } 的作者
verify-time = 紀錄 #{ $number } 的時間
verify-file-of = 訊息 #{ $number } 的附件
verify-status = 紀錄 #{ $number } 的狀態
verify-erasure = 訊息 #{ $number } 的刪除憑據
verify-record = 紀錄 #{ $number } 的日誌條目
verify-entry = 紀錄 #{ $number }
verify-ticket = 工單資訊
verify-head = 檔案資訊
verify-seal = 檔案的簽章
verify-page-entry = 頁面上顯示的紀錄 #{ $number }
verify-page = 頁面上顯示的內容
verify-was-changed = { $what }：已遭更動
verify-is-missing = { $what }：缺失
verify-was-added = { $what }：後來加入
verify-was-moved = { $what }：位置不對
verify-does-not-fit = { $what }：與紀錄不符
verify-keys = 我們的金鑰
verify-keys-hint = 不透過我們自行驗證時需要其中之一。第一個是目前的金鑰。
looks-title = 誰查看過我的資料
looks-intro = 我們的員工預設看不到您的姓名、電子郵件、電話號碼和 UID。員工要查看其中任何一項，都必須說明理由，並會記錄在這裡。相同的代號始終是同一個人。
looks-none = 沒有人查看過。
looks-name = 您的姓名
looks-email = 您的電子郵件地址
looks-phone = 您的電話號碼
looks-uid = 您的 UID
looks-transcript = { $number } 的完整對話
looks-unknown = 紀錄已被刪除的內容
looks-by = 員工 { $code }
looks-reason = 理由
looks-reason-gone = 已刪除
sessions-title = 我的登入裝置
sessions-intro = 以下瀏覽器已登入我們的客服系統。如有不認識的，請將其登出。交易所本身的登入是獨立的，請在交易所內登出。
sessions-here = 目前的瀏覽器
sessions-since = 登入於 { $time }
sessions-seen = 最近使用 { $time }
sessions-unknown = 未知瀏覽器
sessions-end = 登出此瀏覽器
sessions-everywhere = 在所有裝置上登出
sessions-everywhere-hint = 以上瀏覽器將全部登出，包括目前這個。
notice-session-ended = 已登出該瀏覽器。
notice-signed-out-everywhere = 您已在所有裝置上登出。
reach-title = 如何聯絡我們
reach-intro = 選擇問題類型，我們會告訴您最近首次回覆用了多久。
reach-way = 提交工單
reach-way-hint = 任何時間都可以提交。我們的回覆會顯示在本站的工單裡。
reach-measured = 此類工單中，一半在 { $median }內得到首次回覆，九成在 { $p90 }內。
reach-measured-half = 此類工單中，一半在 { $median }內得到首次回覆。九成工單所需的時間目前還無法得知：仍有太多工單在等待。
reach-basis = 根據最近 28 天的 { $count } 個工單統計，不構成承諾。
reach-few = { $count ->
    [0] 最近 28 天沒有此類工單，因此無法說明回覆需要多久。
   *[other] 最近 28 天只有 { $count } 個此類工單，數量太少，無法說明回覆需要多久。
  }
reach-waiting = 最近 { $count } 個此類工單中，超過一半仍在等待回覆。
reach-panel = 我們多久回覆
reach-own = 您已有此類問題的工單正在處理
reach-own-hint = 如果是同一個問題，請在原工單裡回覆：之前說過的內容都在那裡。
span-minutes = { $count } 分鐘
span-hours = { $count } 小時
span-days = { $count } 天
site-more = 更多

## Notifications

notices-title = 通知
notices-none = 沒有新通知
notices-none-hint = 我們回覆後會顯示在這裡。
notices-unread = { $count } 則新通知
notices-new = 新
notices-read-all = 全部標為已讀
notices-older = 較早的通知
notice-kind-receipt = 我們已收到您的訊息
notice-kind-opened = 我們為您建立了工單
notice-kind-reply = 有新的回覆
notice-kind-wrote = 有新訊息
notice-kind-waiting = 我們需要您補充資訊
notice-kind-solved = 已解決
notify-title = 通知設定
notify-intro = 與您的工單有關的一切都在本站。請選擇您還想收到什麼。
notify-mail = 電子郵件
notify-mail-hint = 寄到 { $address }
notify-mail-none = 我們沒有您的電子郵件地址。
notify-language = 語言
notify-language-hint = 我們用這種語言與您聯絡。
notify-save = 儲存
notice-notify-saved = 已儲存。
notice-all-read = 已全部標為已讀。
link-title = 開啟您的工單
link-text = 此連結用於開啟您的工單 { $number }，是透過電子郵件寄給您的。
link-open = 開啟工單
link-note = 您將在此裝置上保持登入兩小時。

## Forms: the question box, one question a page, and a ticket's life

question-label = 您的問題
question-placeholder = 貼上交易雜湊、地址或連結，或簡單描述問題
question-hint = 我們會讀取您貼上的內容，帶您到合適的表單。此時還不會傳送任何內容。
question-ask = 查詢
field-question-required = 請簡單描述問題，或貼上交易雜湊、地址或連結。
field-question-too-long = 問題太長：最多 { $limit } 個字元。
question-title = 從中辨識到的資訊
question-recognised = 辨識到的內容
question-network = 可能所在的網路：{ $network }。
question-networks = 它可能存在於 { $count } 個網路。
question-mentioned = 您提到過它的工單
question-fitting = 合適的類別
question-fitting-hint = 您寫的內容已經填好。
question-others = 其他問題
choose-drafts = 從上次停下的地方繼續
choose-kept = { $age }儲存
choose-withdrawn = 「{ $category }」已不再提供。請選擇其他類別：您寫的一切都會帶過去。
text-step-hint = 能從中讀出的資訊，我們不會再問。
step-count = 第 { $number } 步，共約 { $total } 步
step-back-link = 返回
step-continue = 繼續
step-lacking = 我沒有這項資訊
step-kept = 每一頁都會儲存：您可以在另一台裝置上繼續。
step-discard = 捨棄這份草稿
find-hash-title = 在哪裡可以找到？
field-amount-invalid = 請用數字填寫金額，例如 250 USDT。
field-time-invalid = 請填寫日期和時間，例如 2026-11-28 11:52 UTC。
field-asset-invalid = 請填寫幣種簡稱，例如 USDT。
field-asset-required = 請填寫幣種簡稱，例如 USDT。
field-amount-required = 請填寫金額，例如 250 USDT。
field-time-required = 請盡您所知填寫日期和時間。
check-title = 檢查並傳送
check-intro = 不對的地方可以變更。按下按鈕之前不會傳送任何內容。
check-facts = 您的回答
check-picked = 從您的文字中讀取
check-needed = 仍需填寫
check-none = 未回答
check-change = 變更
check-answer = 回答
check-missing = 請回答：{ $question }
check-meanwhile = 在此期間，您的回答或檔案已在另一個頁面或裝置上變更。請再核對一次，然後傳送。
new-ticket-subject-of = { $category }：{ $what }
steps-title = 處理進度
step-done = 已完成：
step-now = 現在：
step-next = 接下來：
step-opened = 我們已收到您的訊息
step-opened-for = 我們為您建立了此工單
step-answered = { $name } 已回覆
step-wrote = { $name } 傳送了訊息給您
step-desk-wrote = 系統向您傳送了訊息
step-replied = 您已回覆
step-asked = 我們請您補充資訊
step-handed-on = 已轉給專業團隊
step-back = 已轉回客服
step-solved = 已解決
step-closed = 已關閉
step-reopened = 您重新開啟了工單
step-nudged = 您詢問了進度
step-escalated = 您請求由專家處理
step-escalated-lead = 您請求由主管處理
step-verification-asked = 我們請您確認是您本人
step-verification-proven = 您已確認是您本人
step-verification-withdrawn = 無須再確認是您本人
step-next-open = 您會在這裡看到我們的回覆
step-next-waiting-on-customer = 您在下方回覆後，我們立即繼續
step-next-waiting-on-internal = 專家回覆後，您會在這裡看到
step-next-done = 如果問題再次出現，您可以重新開啟
given-title = 您對我們問題的回答
nudge = 詢問進度
nudge-from = 如果仍無人回覆，您可以在 { $time } 之後詢問進度。
notice-nudged = 已提醒處理人員，您正在等待回覆。
notice-proof-mailed = 連結正寄往您的信箱，可能需要幾分鐘。
proof-title = 請確認是您本人
proof-text-sign-in = 客服請您重新登入一次，以確認是您本人。
proof-text-mail = 客服請您透過我們郵件中的連結開啟此工單，以確認是您本人。
proof-until = 請在 { $time } 之前完成。
proof-mail = 把連結寄到我的信箱
proof-link = 客服請您確認是您本人。在此開啟工單即可完成確認。
escalate = 請求專家處理
escalate-title = 請求由權限更高的人員處理
escalate-intro = 二線專家會查看此工單及以上全部內容，工單的優先順序會調為高。
escalate-intro-lead = 主管會查看此工單及以上全部內容。
escalate-reason = 到目前為止哪裡沒有處理好？
escalate-reason-hint = 請用幾句話說明，最多 { $limit } 個字元。它會作為訊息加入您的工單。
escalate-send = 提交請求
escalate-stay = 保持現狀
escalate-from = 目前的處理人員需要一天時間。您可以在 { $time } 之後請求上一級處理。
escalate-top = 您的工單已由主管處理，沒有更高一級了。
escalate-not-open = 此工單已解決或已關閉。請先重新開啟。
notice-escalated = 您的工單連同您的理由已轉到上一級。
field-escalation-required = 請用幾句話寫明哪裡沒有處理好。
field-escalation-too-long = 內容過長：最多 { $limit } 個字元。

## The exchange bridge

account-title = 我的帳戶
account-facts = 帳戶資訊
account-details = 詳情
account-tx = 交易雜湊
account-address = 地址
account-memo = Memo 或標籤
account-write = 有問題？提交工單
taken-lead = 如果懷疑有他人進入您的帳戶，請立即凍結。只需點擊一次，其他問題稍後再說。
taken-what-people = 安全團隊會收到一個最優先處理的工單。
taken-what-back = 此處無法撤銷。確認您是帳戶所有者後，帳戶將交還給您。
taken-button = 立即凍結我的帳戶
taken-never = 此後，我們的人員絕不會致電向您索取驗證碼、密碼，或要求您轉帳到「安全」地址。
taken-pending = 您於 { $time } 請求凍結。交易所尚未確認，我們會持續請求。
taken-done = 您的帳戶已於 { $time } 凍結，任何資產都無法轉出。回執 { $receipt }。
taken-refused = 您於 { $time } 請求後，交易所未能自動凍結帳戶。安全團隊正在人工處理。
taken-ticket = 查看工單
notice-freeze-asked = 我們已收到您的求助，並最優先處理。交易所確認後，本頁會立即告知您。

## Web push

push-title = 瀏覽器通知
push-intro = 一有新消息，瀏覽器就會立即提醒您，即使此頁面已關閉。通知只顯示工單編號，不含文字內容與金額。
push-add = 在此瀏覽器開啟
push-here = 目前的瀏覽器
push-since = 開啟於 { $time }
push-sent = 最近一則通知：{ $time }
push-remove = 關閉
push-unsupported = 此瀏覽器無法顯示網站通知。在 iPhone 或 iPad 上，請先將本站加入主畫面，再從主畫面開啟。
push-denied = 您的瀏覽器封鎖了本站的通知。請在瀏覽器設定中允許本站傳送通知，然後重新載入此頁面。
push-refused = 瀏覽器沒有開啟通知，一切維持不變。與您的工單有關的內容仍然都在本站。
push-failed = 沒有成功，一切維持不變。請重新載入此頁面後再試一次。
push-no-script = 在此瀏覽器開啟需要 JavaScript。
notice-device-added = 我們有回覆時，此瀏覽器會提醒您。
notice-device-removed = 該瀏覽器不再提醒您。

## Bounces

notify-mail-failing = 寄往 { $address } 的郵件被退回，因此一天內我們不再寄到該地址。請在交易所帳戶中檢查該地址。

## Completing: what the customer's side still lacked

missing-title = 還需要您提供的資訊
missing-hint = 缺少這些資訊，我們可能無法繼續處理。
missing-helpful = { $count ->
   *[other] 還有 { $count } 項資訊能加快處理
}
answer-add = 加入工單
answer-added-to = 內容會立即加入您的工單，處理人員馬上就能看到。
answer-meanwhile = 在此期間，這個問題已在別處回答過。您寫的內容仍在這裡；再次送出即可取代那個回答。
answer-stands = 目前的回答
answer-closed = 此工單已關閉，不再接受回答。您可以提交新工單，您寫的內容會一併帶上。
answer-not-asked = 這個問題已不再詢問。
answer-late-title = 您的回答
answer-typed = 您寫的內容
answer-to-ticket = 返回工單
reply-late-title = 此工單已關閉
reply-late = 您的回覆沒有送出：在送達之前，我們已關閉此工單。您可以將回覆轉入新工單，此工單的編號會一併帶上。
reply-late-files = 以下檔案會一併帶上：{ $files }
reply-late-new = 就此事提交新工單
notice-answer-saved = 已加入您的工單，謝謝。
link-over-title = 此連結已失效
link-over = 它已過期，或者您已在所有裝置上登出。我們可以寄一個新的連結到同一個電子郵件地址。
link-renew = 寄新的連結給我
link-over-account = 您現在已有 { $brand } 帳戶。請在那裡登入，查看您的工單。
link-over-nothing = 無法再寄新的連結到該電子郵件地址。請回到您最初提交工單的地方重新提交。
link-sent-title = 請查收郵件
link-sent = 新的連結正寄往原連結的收件地址，可能需要幾分鐘。
notice-kind-link = 已寄出新連結
reach-freeze = 有人進入了您的帳戶
reach-freeze-text = 請先一鍵凍結帳戶，其他問題稍後再說，您的工單會最優先處理。
reach-freeze-sign-in = 請先登入並一鍵凍結帳戶，其他問題稍後再說，您的工單會最優先處理。
reach-freeze-act = 凍結我的帳戶
reach-ticket = 在本網站提交工單
reach-ticket-sign-in = 透過 { $brand } 登入後，隨時可以用我們支援的十種語言提交工單，回覆會顯示在這裡。
reach-locked-out = 無法登入？
reach-locked-out-text = { $brand } 的登入頁面提供找回方式。我們不會透過訊息讓您登入，向您索取驗證碼的人也不是我們的員工。
reach-link = 您在郵件中收到了連結
reach-link-text = 開啟它即可查看工單，無需帳戶。若已失效，頁面會提供新的連結。
reach-look = 先自行查詢
reach-look-text = 貼上交易雜湊、地址或連結，我們會立即告訴您它是什麼、是否有問題。
reach-look-act = 前往貼上
reach-like-both = 僅統計您所用語言、在一天中相近時段提交的工單。
reach-like-language = 僅統計您所用語言的工單。
reach-like-hour = 僅統計在一天中相近時段提交的工單。
reach-no-promise = 根據過去 28 天統計，不構成承諾。
reach-unknown = 近期此類工單太少，無法說明回覆需要多久。
reach-waiting-many = 近期此類工單中，超過一半仍在等待回覆。

## What the exchange tells by itself

notify-app = 交易所應用程式
notify-app-hint = 手機上的簡短通知，不含您或我們所寫的內容。
looks-account = 交易所提供的帳戶資訊
looks-intro-account = 誰查看了交易所提供的帳戶資訊，也會列在這裡；15 分鐘內多次查看只記一次。
told-as-of = { $what }（截至 { $time }）
suspended-title = 暫停服務的網路
suspended-both = { $network } 的充值和提現已暫停（{ $what }）。資金不會遺失，網路恢復後繼續處理。
suspended-deposits = { $network } 的充值已暫停（{ $what }）。現在轉入的資金會在恢復後入帳。
suspended-withdrawals = { $network } 的提現已暫停（{ $what }）。網路恢復後會繼續轉出。
suspended-all-coins = 所有幣種
suspended-until = 預計 { $time } 恢復。
notice-told-account = 您的帳戶

## Customer's side: news by topic

notify-topic = 通知內容
notify-topic-tickets = 您的工單
notify-topic-tickets-hint = 我們的回覆、需要您補充的內容，以及工單解決的通知。
notify-topic-account = 充值與提現
notify-topic-account-hint = 交易所主動告知的內容：偵測到充值、提現被暫緩。
notify-topic-security = 帳戶安全
notify-topic-security-hint = 密碼或電子郵件地址被變更可能是他人所為，因此一律發送。
notify-always = 一律發送
notify-push = 瀏覽器
notify-cell = { $topic }：{ $channel }

## What did not arrive

problem-too-slow-title = 傳輸時間過長
field-cut = 傳送的內容超出單次可接收的長度：下方只保留了開頭，結尾未保留。長文字請以檔案附上。
notify-older = 此頁面在更新之前就已開啟，因此沒有儲存任何內容。下方是目前的選擇以及您剛才勾選的項目。請再看一遍並儲存。

## The help centre

help-title = 說明
help-home-text = 解答您在 { $brand } 的充值、提現、交易和帳戶問題。
help-empty = 這裡還沒有文章。
help-all = 查看全部
help-all-of = 查看全部：{ $section }
help-glossary = 術語表
help-glossary-text = 用白話解釋交易所的用語。
help-see = 相關文章
help-stuck = 問題還沒解決？
help-stuck-text = 請聯絡我們，讀過的內容無需重複說明。
help-where = 目前位置
help-fallback = 本頁暫無{ $wanted }版本。目前顯示的語言：{ $language }。
help-internal = 內部
help-internal-text = 僅員工可見，請勿把此頁網址傳給客戶。
help-updated = 更新於
help-reviewed = 最近審閱
help-contents = 本頁內容
help-step-by-step = 逐步檢查
help-start-again = 從頭開始
help-all-steps = 顯示全部步驟
help-rate = 這篇文章有幫助嗎？
help-rate-yes = 有
help-rate-no = 沒有
help-rate-why = 哪裡不足？
help-rate-note = 補充說明（選填）
help-rate-note-hint = 此處不會收到回覆。如需處理您的問題，請聯絡我們。
help-rate-send = 傳送
help-reason-not-mine = 不是我的問題
help-reason-wrong = 內容有誤
help-reason-unclear = 看不懂
help-reason-incomplete = 不夠完整
help-reason-policy = 看懂了，但不認同這項規定
help-related = 延伸閱讀
help-before = 提交之前：這些文章也許已有答案
notice-feedback-given = 謝謝，撰寫這些頁面的人會看到您的回饋。
help-film = 影片，在新分頁中開啟
help-field-memo = Memo
help-field-tag = 目的地標籤（Tag）
help-field-comment = 備註（Memo）
help-terms = 條款版本
help-terms-from = 生效日期
help-terms-until = 失效日期
help-terms-in-force = 現行有效
help-terms-time = 結算時間（UTC）
help-terms-window = 均價時段（分鐘）
help-terms-sample = 取樣間隔（秒）
help-terms-average = 均價算法
help-terms-strike = 正好等於履約價時
help-terms-days = 計息天數
help-terms-rounding = 捨入
help-average-arithmetic = 算術平均
help-average-time = 時間加權
help-strike-exercises = 換成另一種幣
help-strike-expires = 不換幣
status-next-promised = 我們會在 { $time } 之前回覆您。
status-next-late = 我們承諾在 { $time } 之前回覆，但已延誤。回覆會顯示在這裡。

## What comes too early or too often

problem-too-often-title = 操作過於頻繁
notice-nudged-already = 您已詢問過進度，或現在還不到時間。下方寫明了何時可以再次詢問。
escalate-written = 您寫的內容

## Tickets that go on in another one
ticket-goes-on = 此工單已併入 { $number }
ticket-goes-on-text = 這兩個工單說的是同一件事，我們已將它們合併。您在這裡寫過的內容都會顯示在那裡，之後的訊息也請寫在那裡。
ticket-goes-on-open = 前往 { $number }
ticket-joined-here = 已併入此處：{ $numbers }
message-origin = 來自 { $number }
step-merged = 已併入 { $number }
step-unmerged = 已從 { $number } 拆出，恢復為單獨的工單
step-joined = { $number } 已併入此工單
step-parted = { $number } 已拆出，恢復為單獨的工單
step-split-off = 部分訊息移至 { $number } 繼續處理
step-split-from = 由 { $number } 中的訊息建立
step-taken-back = { $number } 中的訊息已移回此處
step-given-back = 訊息已移回 { $number }

## Search in the help centre

help-search-label = 搜尋說明中心
help-search-placeholder = 想了解什麼？
help-search-button = 搜尋
help-search-suggestions = 相關文章
help-search-heard = 找到 { $count } 篇文章，可用方向鍵選擇。
help-search-heard-none = 暫無相關文章。
help-search-title = 搜尋
help-search-of = 搜尋：「{ $words }」
help-search-count = { $count } 篇文章
help-search-foreign = 沒有{ $language }文章。其他語言有 { $count } 篇。
help-search-sections = 分類
help-search-everywhere = 所有分類
help-search-nothing = 找不到與「{ $words }」相關的文章
help-search-nothing-text = 換個說法或少用幾個字試試，也可以看看大家常看的文章。還是沒有的話，請聯絡我們。
help-search-not-ready = 搜尋暫時無法使用，其他功能不受影響。請一分鐘後再試。
help-popular = 大家常看的文章
help-fitting = 這些文章可能有答案
question-articles = 可能有答案的文章
question-articles-all = 所有結果

## A way in without a session
write-title = 提交工單
write-lead = 無需登入。請填寫電子郵件地址，我們會寄給您工單連結。
write-without = 不登入也可以
write-without-text = 沒有登入，或無法登入？您仍然可以聯絡我們，工單連結會透過電子郵件寄給您。
write-email = 您的電子郵件地址
write-email-hint = 工單連結會寄到這裡。我們是否有這個電子郵件地址的紀錄，不會告訴任何人。
write-send = 送出
write-unproven = 在郵件中的連結開啟之前，我們無法確認是誰寫的：不會透露任何帳戶資訊，也不會對帳戶做任何變更。
write-no-mail = 客服目前無法寄送電子郵件。我們會閱讀您的訊息，但回覆無法送達。如果可以，請登入後再聯絡我們。
write-not-taken = 您的訊息未能送出
write-too-many = 過去一小時內，來自您網路的訊息過多。請一小時後再試，或先登入。您寫的內容保留在下方，檔案需要重新選擇。
write-too-many-of = 過去一天內，填寫此電子郵件地址的訊息過多。請明天再試、換一個電子郵件地址，或先登入。您寫的內容保留在下方，檔案需要重新選擇。
write-files-again = 請重新選擇檔案：未登入時，訊息送出之前我們不會保存檔案。
written-title = 我們已收到您的訊息
written-number = 您的工單編號是 { $number }，請記下。
written-next = 接下來
written-mail = 如果這個電子郵件地址屬於您，附有工單連結的郵件已經寄出，可能需要幾分鐘。
written-open = 請開啟該連結。這樣我們就能確認您能收到這個地址的郵件，之後的回覆都會寄到那裡。
written-read = 客服會閱讀您的訊息，並在工單中回覆。
written-first = 安全團隊會最先閱讀您的訊息。
written-promise = 您將在 { $time } 之前收到回覆。
written-once = 為防止陌生人塞滿他人的信箱，未經確認的電子郵件地址每天只會收到一封這樣的郵件。如果您今天已經聯絡過我們，請透過那封郵件中的連結繼續。
theft-now-title = 請立即依下列順序操作
theft-now-freeze = 還能登入 { $brand } 嗎？請登入並凍結帳戶，只需點擊一次。
theft-now-write = 如果無法登入，請立即聯絡安全團隊，無需登入。
theft-now-mailbox = 保護您的信箱：變更信箱密碼，並登出其他所有裝置。能看到您郵件的人可以重設其他一切。
theft-now-password = 如果還能登入 { $brand }，請變更密碼、登出其他所有裝置並刪除 API Key。
theft-now-wallet = 您是否把自己錢包的助記詞告訴過別人？請把其中的資產轉到新錢包。
theft-write = 聯絡安全團隊
theft-no-freeze = 僅憑一則訊息，我們不會凍結帳戶，否則任何人都能讓他人無法使用帳戶。我們會先人工查核。
taken-open-lead = 懷疑有他人進入您的帳戶？請立即依下列順序操作。
taken-open-sign-in = 登入並凍結
taken-stops = 交易所確認後，包括您本人在內，任何人都無法再提現或轉出。
taken-hand-lead = 如果懷疑有他人進入您的帳戶，請立即告知安全團隊。只需點擊一次，其他問題稍後再說。
taken-hand-stops = 客服無法從這裡直接操作帳戶，凍結由人工完成。在此之前，仍有可能發生提現。
taken-hand-meanwhile = 在此期間，如果您還能登入 { $brand }：請變更密碼、登出其他所有裝置並刪除 API Key。
taken-hand-button = 請求凍結我的帳戶
notice-freeze-by-hand = 我們已收到您的求助，並最優先處理。安全團隊會人工凍結帳戶，並在這裡告知您。
sign-in-link = 在 { $brand } 登入
sign-in-link-text = 您將在 { $brand } 登入，然後回到本頁。
sign-in-step-choose = 在那裡選擇「客服」，即可開啟客服頁面，並已處於登入狀態。
reach-write-text = 任何時間都可以用我們支援的十種語言聯絡我們。工單連結會透過電子郵件寄給您。
field-email-required = 請填寫您的電子郵件地址。
field-email-invalid = 這不像是一個電子郵件地址，請檢查。
field-email-too-long = 電子郵件地址過長：最多 { $limit } 個字元。

## What a department is asked, on the page behind its link
side-unnamed = 客服台的一個問題
side-intro = { $name } 就工單 { $number } 向 { $department } 提問。客戶看不到此頁面的任何內容。
side-answer = 您的回覆
side-answer-hint = 最多 { $limit } 個字元。只有客服台會看到。
side-send = 傳送回覆
side-until = 此頁面可開啟至 { $time }，有新內容時會延長。頁面僅供 { $department } 使用，請勿轉傳連結。
notice-side-sent = 您的回覆已送達客服台。
side-too-many = 過去一小時內的回覆過多，請稍後再試。您寫的內容保留在下方。
side-full = 此對話的內容已達上限。請讓客服台另開一個對話。您寫的內容保留在下方。
side-expired = 已有一段時間沒有新內容，連結已過期。我們可以將連結再次寄到貴部門的電子郵件地址。
side-renew = 再次寄送連結
side-renewed = 連結正寄往貴部門的電子郵件地址，可能需要幾分鐘。
side-closed-title = 此對話已關閉
side-closed = 客服台已關閉此對話，這裡無法再查看或填寫任何內容。
side-void = 此連結已由新連結取代。請開啟客服台最近寄來的郵件，或向客服台詢問。
field-side-required = 請填寫您的回覆，或選擇檔案。
field-side-too-long = 回覆過長：最多 { $limit } 個字元。

## What the exchange tells in articles
help-figures = 交易所提供的資料：
help-not-now = （暫時無法得知）
help-not-now-table = 交易所目前沒有回應，暫時無法顯示此表。請幾分鐘後再看。

# Tables that are as long as the exchange makes them.
help-table-part = 此處顯示 { $shown } 列，共 { $all } 列。
help-table-all = 查看完整表格
help-table-found = { $shown } 列，共 { $all } 列
help-table-find = 尋找幣種、網路或合約
help-table-earlier = 上一頁
help-table-later = 下一頁
help-table-contracts = 合約：槓桿、保證金與費用
help-table-dual-investment-pairs = 雙幣投資：可選幣對
help-table-earn = 理財：提供中的產品
help-table-fiat = 法幣：出入金方式
help-table-margin-interest = 槓桿借幣：利率
help-table-memo = 需要填寫 Memo 或標籤的幣種
help-table-networks = 網路：最低數量、確認數與手續費
help-table-withdrawal-fees = 提領：最低數量與手續費

# What the house says of itself in articles.
help-col-kind = 類型
help-col-address = 網址或聯絡方式
help-col-place = 您的居住地
help-col-confirmation = 確認收到
help-col-decision = 處理決定
help-col-longest = 最遲
help-col-body = 機構
help-col-until = 決定後的申訴期限
help-channel-site = 網站
help-channel-app = 應用程式
help-channel-mail = 電子郵件
help-channel-phone = 電話
help-channel-social = 社群平台
