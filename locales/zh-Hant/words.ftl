### See en/words.ftl.

issue-deposit-not-credited = 充值未到帳
issue-withdrawal-pending = 提現處理中
issue-withdrawal-failed = 提現失敗
issue-wrong-network = 選錯網路
issue-missing-memo = 缺少 Memo 或標籤
issue-api-error = API 錯誤
issue-order-rejected = 訂單被拒或延遲
issue-liquidation-dispute = 強平爭議
issue-settlement-question = 結算疑問
issue-earn-and-staking = 理財與質押
issue-login-or-2fa = 無法登入或 2FA 遺失
issue-account-change = 帳戶變更
issue-kyc = KYC
issue-theft = 資產被盜
issue-impersonation = 冒充
issue-fees = 手續費
issue-suggestion = 建議
issue-complaint = 投訴
issue-other = 其他

secret-seed-phrase = 助記詞
secret-slip39-share = 助記詞分片（SLIP-39）
secret-monero-seed = Monero 助記詞
secret-wif-key = 私鑰
secret-extended-private-key = 擴展私鑰
secret-hex-private-key = 私鑰
secret-bip38-key = 加密私鑰（BIP-38）
secret-xrp-seed = XRP 私鑰
secret-stellar-secret = Stellar 私鑰
secret-solana-keypair = Solana 私鑰
secret-keystore = Keystore 檔案
secret-pem-private-key = 私鑰（PEM）
secret-otpauth-uri = 驗證器綁定連結
secret-totp-secret = 驗證器金鑰
secret-one-time-code = 驗證碼
secret-password = 密碼
secret-api-secret = API 金鑰（Secret Key）
secret-api-passphrase = API 密碼（Passphrase）
secret-session-token = 登入權杖
secret-card-number = 卡號
secret-iban = 銀行帳號（IBAN）

leak-hidden = 我們在儲存您的訊息之前已隱藏：{ $what }。這裡沒有人能看到。
leak-before-send = 您寫的內容中似乎有：{ $what }。請刪除後再傳送，{ $brand } 的任何人都不需要它。
leak-theft = 我們將此視為可能被盜，最優先處理。
leak-advice-wallet = 請視為已經外洩：立即把全部資金轉移到新錢包。只改密碼保護不了舊錢包。
leak-advice-keystore = 除非保護它的密碼夠強且只有您知道，否則請立即把全部資金轉移到新錢包。修改密碼沒有用：拿到副本的人仍可用舊密碼開啟。
leak-advice-two-factor = 請立即解除綁定驗證器並重新綁定。拿到舊金鑰的人可以產生您的驗證碼。
leak-advice-code = 請不要使用這組驗證碼，重新取得一組。驗證碼不要告訴任何人，包括我們。
leak-advice-password = 請立即修改這組密碼，所有用到它的地方都要改。
leak-advice-api = 請立即刪除這個 API Key 並新建一個，然後檢查最近的訂單和提現中有沒有不是您操作的。
leak-advice-session = 請立即在所有裝置上登出，然後重新登入。在此之前，他人可能以您的身分操作。
leak-advice-card = 我們不需要它。如果您還告訴過別人，或發現非本人的交易，請立即聯絡銀行。
leak-advice-bank = 為保護您的隱私，我們已將它隱藏。您無需做任何事。

upload-not-read = 我們無法檢查圖片、影片和 PDF 中的機密資訊。請不要在其中露出助記詞、金鑰或驗證碼。
upload-text-masked = 我們已隱藏此檔案中的機密資訊。

asks-for-secret-title = 無法送出：內容在索取機密資訊
asks-for-secret-password = 這段內容在索取密碼。我們從不向客戶索取密碼。請去掉這項要求。
asks-for-secret-one-time-code = 這段內容在索取驗證碼。我們從不向客戶索取驗證碼。請去掉這項要求。
asks-for-secret-seed-phrase = 這段內容在索取助記詞。我們從不向客戶索取助記詞。請改為詢問地址或交易雜湊。
asks-for-secret-private-key = 這段內容在索取私鑰。我們從不向客戶索取私鑰。請改為詢問地址或交易雜湊。
asks-for-secret-api-secret = 這段內容在索取 API 的 Secret Key 或 Passphrase。我們從不向客戶索取這些。請改為詢問公開的 API Key 編號或錯誤訊息。
asks-for-secret-card-security-code = 這段內容在索取卡片安全碼。我們從不向客戶索取安全碼。卡號末四碼就夠了。

evidence-kind-tx = 交易雜湊
evidence-kind-address = 地址
evidence-kind-link = 連結
evidence-kind-amount = 金額
evidence-kind-uid = UID
evidence-kind-order = 訂單編號
evidence-kind-height = 區塊高度
evidence-kind-chain-id = 鏈 ID
evidence-kind-time = 日期和時間
evidence-kind-ticker = 幣種

evidence-title = 查核資訊
evidence-none = 還沒有交易雜湊、地址或連結。新增後我們會立即核對。
evidence-placeholder = 貼上交易雜湊、地址或連結
evidence-not-recognised = 我們無法辨識這項內容。請貼上完整的交易雜湊、地址或區塊鏈瀏覽器連結。
evidence-add = 新增查核資訊
evidence-edit = 編輯
evidence-remove = 移除
evidence-copy = 複製完整內容
evidence-open-explorer = 在區塊鏈瀏覽器中開啟
evidence-search = 尋找含此內容的工單
evidence-network = 網路
evidence-networks-possible = { $count } 個可能的網路
evidence-memo = Memo 或標籤
evidence-found-by-desk = 從訊息中自動辨識
evidence-added-by = 由 { $name } 新增
evidence-uid-not-yours = 這個 UID 不是您目前登入帳戶的 UID。

evidence-checked = 已核對：沒有輸入錯誤（檢查碼相符）
evidence-shape = 格式正確。這類內容沒有檢查碼，無法發現輸入錯誤。
evidence-problem = 有問題
evidence-unchecked = 未核對

evidence-problem-cut-off = { $what }不完整：{ $want } 個字元中只有 { $have } 個。請用錢包的複製按鈕重新複製。
evidence-problem-too-long = { $what }過長：有 { $have } 個字元，應為 { $want } 個。請單獨重新複製，不要帶上前後的內容。
evidence-problem-changed-character = { $what }的第 { $position } 個字元不對。請從原處重新複製，不要手動修改。
evidence-problem-changed-character-expected = { $what }的第 { $position } 個字元不對，很可能應為「{ $expected }」。請從原處重新複製，不要手動修改。
evidence-problem-wrong-checksum = { $what }中有輸入錯誤，檢查碼不相符。請用錢包的複製按鈕重新複製。
evidence-problem-ellipsis = { $what }是經過縮略的，只有開頭 { $head } 個和末尾 { $tail } 個字元。請在錢包中開啟並複製完整內容。
evidence-problem-look-alike = { $what }的第 { $position } 個字元是「{ $found }」，只是看起來像「{ $meant }」。我們已按「{ $meant }」讀取，請與原文核對。
evidence-problem-spaces = { $what }中間有空格，我們已去掉。請核對有沒有缺少字元。
evidence-problem-line-break = { $what }被分成了幾行，我們已連接起來。請核對有沒有缺少字元。
evidence-problem-invisible = { $what }中有看不見的字元，我們已去掉。您無需做任何事。
evidence-problem-full-width = { $what }是用全形字元寫的，我們已改為半形。您無需做任何事。
evidence-problem-missing-prefix = { $what }開頭缺少「0x」。請從頭重新複製。
evidence-problem-mixed-case = { $what }混用了大小寫字母，該網路不允許。請用錢包的複製按鈕重新複製。
evidence-problem-wrong-variant = { $what }由過時的軟體產生，無法向它轉帳。請更新錢包後重新複製地址。
evidence-problem-malformed = { $what }在該網路上不可能存在。請從原處重新複製，在此之前不要向它轉帳。
evidence-problem-test-network = { $what }屬於測試網路，測試網路的幣沒有價值。如果您指的是真實資產，請複製主網上的。
evidence-problem-token-contract = { $what }是 { $symbol } 的合約，不是錢包。請不要向它轉帳；如果已經轉了，請告訴我們交易雜湊。
evidence-problem-burn-address = { $what }不屬於任何人，轉入的資產無法找回。請核對您要用的地址。
evidence-problem-address-not-hash = 這是地址，而這裡需要交易雜湊。請在錢包中開啟這筆交易，複製交易雜湊（TxID）。
evidence-problem-hash-not-address = 這是交易雜湊，而這裡需要地址。請在錢包中開啟這筆交易，複製地址。
evidence-problem-look-alike-host = 此連結冒充 { $real }。請不要在那裡輸入任何內容；如果已經輸入，請立即告訴我們。
evidence-problem-user-info = 此連結用「@」掩蓋了真正的去向。請不要在那裡輸入任何內容；如果已經輸入，請立即告訴我們。
evidence-problem-port = 此連結指向真正的區塊鏈瀏覽器不使用的連接埠。請不要在那裡輸入任何內容；如果已經輸入，請立即告訴我們。
evidence-problem-ambiguous-date = 這個日期的日和月容易混淆。請按年、月、日填寫，例如 2026-03-04。
evidence-problem-no-such-time = 沒有這樣的日期或時間。請核對後重新填寫。
evidence-problem-wrong-form = { $what }的格式與這裡使用的不同。請從您的帳戶中重新複製。

## Files

file-infected = 其中發現病毒，任何人都無法開啟。
file-not-scanned = 尚未檢查病毒
file-scan-failed = 無法檢查病毒
file-metadata-kept = 此圖片可能仍含地點、裝置和時間資訊：我們無法將其移除。
