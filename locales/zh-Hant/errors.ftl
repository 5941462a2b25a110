### See en/errors.ftl for what each group is for.

error-signed-out = 您尚未登入。請登入後再操作。
error-session-expired = 登入已逾期。請重新登入。
error-staff-only = 只有員工可以執行此操作。請用員工帳號登入。
error-customers-only = 只有客戶本人可以執行此操作。請從交易所登入。
error-session-required = 此操作須由本人登入後進行，不能使用 API 權杖。請登入後再試。
error-csrf-missing = 我們無法確認此請求來自我們的頁面。請重新整理後再傳送。
error-locked-out = 錯誤次數過多。請等待 { $seconds } 秒後重試。
error-rate-limited = 操作過於頻繁。請等待 { $seconds } 秒後重試。
error-feedback-spent = 今天來自您網路的頁面意見已達上限，請明天再來。如需協助，請提交工單。
error-address-spent = 過去一天內，填寫此電子郵件地址的訊息過多。請明天再試、換一個電子郵件地址，或先登入。
error-link-used = 此連結已使用過。請重新取得連結。
error-link-expired = 此連結已過期。請重新取得連結。
error-token-malformed = 登入權杖已損壞。請從交易所重新開啟客服頁面。
error-token-forged = 登入權杖不是由交易所簽發的。請直接從交易所開啟客服頁面。
error-token-expired = 登入權杖已過期。請從交易所重新開啟客服頁面，系統會產生新的權杖。
error-token-lifetime = 登入權杖的有效期超出我們接受的範圍，或未註明。請從交易所重新開啟客服頁面。
error-token-audience = 登入權杖是為其他網站簽發的。請從交易所重新開啟客服頁面。
error-token-replayed = 登入權杖已被使用。請從交易所重新開啟客服頁面，系統會產生新的權杖。
error-invalid-input = 有些內容需要修改，每一處都註明了原因。
error-malformed-json = 請求不是有效的 JSON。請檢查後重新傳送。
error-unsupported-media-type = 我們無法讀取這種內容。請依文件所示的格式傳送。
error-method-not-allowed = 此網址不接受這種請求。文件列出了可用的請求方式。
error-not-found = 這裡沒有您可以查看的內容。請核對網址或編號。
error-field-required = 此項必填。
error-field-too-long = 內容過長。最多 { $limit } 個字元。
error-field-too-short = 內容過短。至少 { $limit } 個字元。
error-field-unknown = 無法辨識「{ $field }」。請將其刪除，或檢查拼字。
error-field-invalid = 格式與要求不符。請檢查後重試。
error-field-not-object = 此處應為由欄位名稱和值組成的物件。請依文件所示的格式傳送。
error-text-has-nul = 文字中含有無法儲存的不可見空字元。請刪除它，或以純文字方式貼上。
error-text-not-utf8 = 「{ $field }」在傳輸中損壞：其中有無法讀取的文字（不是 UTF-8）。請重新輸入這些部分，然後再次傳送。
error-holds-secret = 其中含有疑似密碼、金鑰或助記詞的內容，我們不會在任何地方儲存這類資訊。請將其刪除；如果是真實的，請儘快更換。
error-body-too-large = 一次傳送的內容過大。請減少文字，或以檔案形式附上。
error-cursor-invalid = 清單中的這個位置已失效。請從第一頁重新開始。
error-range-invalid = 請求的部分超出檔案範圍。請要求整個檔案。
error-idempotency-mismatch = 此冪等鍵已用於另一個請求。新的請求請使用新的鍵。
error-idempotency-in-progress = 相同的請求仍在處理中。請稍候再查詢。
error-ticket-number-wrong = 這不是有效的工單編號：有字元輸入錯誤。請與我們的郵件或您的清單核對。
error-ticket-closed = 此工單已關閉，不再接收回覆。請提交新工單並註明此編號。
error-version-conflict = 您編寫期間有人做了修改。請先查看修改，再傳送您的內容。
error-version-required = 請說明您修改的是哪個版本，以免覆蓋他人的修改。
error-header-invalid = 無法讀取「{ $header }」。請將收到的 ETag 連同引號原樣傳送，或移除此請求標頭。
error-attachment-too-large = 此檔案超過 { $limit }。請傳送較小的檔案，或剪短錄影。
error-attachment-incomplete = 檔案未完整上傳。請重新傳送。
error-attachment-empty = 此檔案是空的。請另選一個。
error-attachment-unusable = 此檔案不能附在這裡：它已用於別處或已過期。請重新選擇。
error-too-many = 數量過多。最多 { $limit } 項。
error-too-many-attachments = 檔案過多。每則訊息最多 { $limit } 個。
error-limit-reached = 最多只能有 { $limit } 個。請先刪除不再需要的。
error-storage-full = 我們的儲存空間已滿，內容未能儲存。我們已收到通知；請幾分鐘後重試。
error-read-only = 目前只能查看，暫時無法儲存。請保留您填寫的內容，幾分鐘後重試。
error-outcome-unknown = 我們無法確定是否已儲存。請先查看，再決定是否重新傳送。
error-unavailable = 目前無法完成此操作。內容沒有遺失，請一分鐘後重試。
error-internal = 我們的系統發生故障，相關人員已收到通知。請重試；若仍有問題，請提供請求編號。
error-evidence-not-recognised = 未辨識出交易雜湊、地址、連結或金額。請貼上完整內容。

## Files

error-attachment-infected = 此檔案含有病毒，任何人都無法開啟。
error-attachment-unscanned = 此檔案仍在進行病毒檢查。請一分鐘後再試。
error-upload-offset = 上傳已進行到第 { $offset } 位元組。請從那裡繼續。
error-upload-length = 收到的位元組多於所宣告的。請重新開始上傳。
error-upload-digest = 收到的內容與所宣告的檔案不一致。請從頭重新傳送。
error-upload-stalled = 長時間沒有收到資料，上傳已終止。請檢查網路後重新傳送檔案。

## Forms, and customers who wait

error-not-our-turn = 此工單正在等待您的回覆，或者已經解決，無須詢問進度。請在下方回覆。
error-escalated-to-top = 您的工單已由主管處理，沒有更高一級了；下一步是提出正式投訴。

## Requests that come again, or slowly

error-idempotency-refused = 此網址不接受冪等鍵：再次傳送會再執行一次。請移除該鍵。
error-answer-shown-once = 此操作已完成，結果只顯示一次。若沒有收到結果，請撤銷後以新的鍵重新操作。
error-body-too-slow = 您的請求傳輸太慢，沒有送完。未作任何變更；請檢查網路後重新傳送。

## Search

error-search-not-ready = 搜尋暫時無法使用，其他功能不受影響。請幾分鐘後再試。

## Tickets that go on in another one
error-ticket-merged = 此工單已併入 { $into }，請在那裡操作。
error-status-retired = 此狀態已停用。請選擇其他狀態。

## Departments
error-side-closed = 與部門的這段對話已關閉。請先重新開啟，再填寫內容。
error-mail-required = 此客服台未啟用電子郵件，部門收不到任何訊息。請由管理員設定郵件伺服器。
