### 各个界面用法一致的词。

## 品牌自带的问题类别

issue-deposit-not-credited = 充值未到账
issue-withdrawal-pending = 提现处理中
issue-withdrawal-failed = 提现失败
issue-wrong-network = 选错网络
issue-missing-memo = 缺少 Memo 或标签
issue-api-error = API 错误
issue-order-rejected = 订单被拒或延迟
issue-liquidation-dispute = 强平争议
issue-settlement-question = 结算疑问
issue-earn-and-staking = 理财与质押
issue-login-or-2fa = 无法登录或 2FA 丢失
issue-account-change = 账户变更
issue-kyc = KYC
issue-theft = 资产被盗
issue-impersonation = 冒充
issue-fees = 手续费
issue-suggestion = 建议
issue-complaint = 投诉
issue-other = 其他

## 敏感信息的种类：遮盖内容的名称

secret-seed-phrase = 助记词
secret-slip39-share = 助记词分片（SLIP-39）
secret-monero-seed = Monero 助记词
secret-wif-key = 私钥
secret-extended-private-key = 扩展私钥
secret-hex-private-key = 私钥
secret-bip38-key = 加密私钥（BIP-38）
secret-xrp-seed = XRP 私钥
secret-stellar-secret = Stellar 私钥
secret-solana-keypair = Solana 私钥
secret-keystore = Keystore 文件
secret-pem-private-key = 私钥（PEM）
secret-otpauth-uri = 验证器绑定链接
secret-totp-secret = 验证器密钥
secret-one-time-code = 验证码
secret-password = 密码
secret-api-secret = API 密钥（Secret Key）
secret-api-passphrase = API 密码（Passphrase）
secret-session-token = 登录令牌
secret-card-number = 银行卡号
secret-iban = 银行账号（IBAN）

## 写出了敏感信息：我们做了什么，您现在该做什么
## $what 是上面一种或几种的名称

leak-hidden = 我们在保存您的消息之前已隐藏：{ $what }。这里没有人能看到。
leak-before-send = 您写的内容中似乎有：{ $what }。请删除后再发送，{ $brand } 的任何人都不需要它。
leak-theft = 我们将此视为可能被盗，最优先处理。
leak-advice-wallet = 请视为已经泄露：立即把全部资金转移到新钱包。只改密码保护不了旧钱包。
leak-advice-keystore = 除非保护它的密码足够强且只有您知道，否则请立即把全部资金转移到新钱包。修改密码没有用：拿到副本的人仍可用旧密码打开。
leak-advice-two-factor = 请立即解绑验证器并重新绑定。拿到旧密钥的人可以生成您的验证码。
leak-advice-code = 请不要使用这个验证码，重新获取一个。验证码不要告诉任何人，包括我们。
leak-advice-password = 请立即修改这个密码，所有用到它的地方都要改。
leak-advice-api = 请立即删除这个 API Key 并新建一个，然后检查最近的订单和提现中有没有不是您操作的。
leak-advice-session = 请立即在所有设备上退出登录，然后重新登录。在此之前，他人可能以您的身份操作。
leak-advice-card = 我们不需要它。如果您还告诉过别人，或发现非本人的交易，请立即联系银行。
leak-advice-bank = 为保护您的隐私，我们已将它隐藏。您无需做任何事。

## 消息所附的文件

upload-not-read = 我们无法检查图片、视频和 PDF 中的敏感信息。请不要在其中露出助记词、密钥或验证码。
upload-text-masked = 我们已隐藏此文件中的敏感信息。

## 客服人员不得索要敏感信息

asks-for-secret-title = 无法发出：内容在索要敏感信息
asks-for-secret-password = 这段内容在索要密码。我们从不向客户索要密码。请去掉这一要求。
asks-for-secret-one-time-code = 这段内容在索要验证码。我们从不向客户索要验证码。请去掉这一要求。
asks-for-secret-seed-phrase = 这段内容在索要助记词。我们从不向客户索要助记词。请改为询问地址或交易哈希。
asks-for-secret-private-key = 这段内容在索要私钥。我们从不向客户索要私钥。请改为询问地址或交易哈希。
asks-for-secret-api-secret = 这段内容在索要 API 的 Secret Key 或 Passphrase。我们从不向客户索要这些。请改为询问公开的 API Key 编号或错误信息。
asks-for-secret-card-security-code = 这段内容在索要银行卡安全码。我们从不向客户索要安全码。卡号后四位就够了。

## 核查信息：从消息中识别并核对的内容

evidence-kind-tx = 交易哈希
evidence-kind-address = 地址
evidence-kind-link = 链接
evidence-kind-amount = 金额
evidence-kind-uid = UID
evidence-kind-order = 订单号
evidence-kind-height = 区块高度
evidence-kind-chain-id = 链 ID
evidence-kind-time = 日期和时间
evidence-kind-ticker = 币种

evidence-title = 核查信息
evidence-none = 还没有交易哈希、地址或链接。添加后我们会立即核对。
evidence-placeholder = 粘贴交易哈希、地址或链接
evidence-not-recognised = 我们无法识别这项内容。请粘贴完整的交易哈希、地址或区块浏览器链接。
evidence-add = 添加核查信息
evidence-edit = 编辑
evidence-remove = 移除
evidence-copy = 复制完整内容
evidence-open-explorer = 在区块浏览器中打开
evidence-search = 查找含此内容的工单
evidence-network = 网络
evidence-networks-possible = { $count } 个可能的网络
evidence-memo = Memo 或标签
evidence-found-by-desk = 从消息中自动识别
evidence-added-by = 由 { $name } 添加
evidence-uid-not-yours = 这个 UID 不是您当前登录账户的 UID。

evidence-checked = 已核对：没有输入错误（校验和吻合）
evidence-shape = 格式正确。这类内容没有校验和，无法发现输入错误。
evidence-problem = 有问题
evidence-unchecked = 未核对

## 哪里不对，该怎么办
## $what 是种类的名称；位置从 1 数起

evidence-problem-cut-off = { $what }不完整：{ $want } 个字符中只有 { $have } 个。请用钱包的复制按钮重新复制。
evidence-problem-too-long = { $what }过长：有 { $have } 个字符，应为 { $want } 个。请单独重新复制，不要带上前后的内容。
evidence-problem-changed-character = { $what }的第 { $position } 个字符不对。请从原处重新复制，不要手动修改。
evidence-problem-changed-character-expected = { $what }的第 { $position } 个字符不对，很可能应为“{ $expected }”。请从原处重新复制，不要手动修改。
evidence-problem-wrong-checksum = { $what }中有输入错误，校验和不吻合。请用钱包的复制按钮重新复制。
evidence-problem-ellipsis = { $what }是缩略显示的，只有开头 { $head } 个和末尾 { $tail } 个字符。请在钱包中打开并复制完整内容。
evidence-problem-look-alike = { $what }的第 { $position } 个字符是“{ $found }”，只是看起来像“{ $meant }”。我们已按“{ $meant }”读取，请与原文核对。
evidence-problem-spaces = { $what }中间有空格，我们已去掉。请核对有没有缺少字符。
evidence-problem-line-break = { $what }被分成了几行，我们已连接起来。请核对有没有缺少字符。
evidence-problem-invisible = { $what }中有不可见字符，我们已去掉。您无需做任何事。
evidence-problem-full-width = { $what }是用全角字符写的，我们已改为半角。您无需做任何事。
evidence-problem-missing-prefix = { $what }开头缺少“0x”。请从头重新复制。
evidence-problem-mixed-case = { $what }混用了大小写字母，该网络不允许。请用钱包的复制按钮重新复制。
evidence-problem-wrong-variant = { $what }由过时的软件生成，无法向它转账。请更新钱包后重新复制地址。
evidence-problem-malformed = { $what }在该网络上不可能存在。请从原处重新复制，在此之前不要向它转账。
evidence-problem-test-network = { $what }属于测试网络，测试网络的币没有价值。如果您指的是真实资产，请复制主网上的。
evidence-problem-token-contract = { $what }是 { $symbol } 的合约，不是钱包。请不要向它转账；如果已经转了，请告诉我们交易哈希。
evidence-problem-burn-address = { $what }不属于任何人，转入的资产无法找回。请核对您要用的地址。
evidence-problem-address-not-hash = 这是地址，而这里需要交易哈希。请在钱包中打开这笔交易，复制交易哈希（TxID）。
evidence-problem-hash-not-address = 这是交易哈希，而这里需要地址。请在钱包中打开这笔交易，复制地址。
evidence-problem-look-alike-host = 此链接冒充 { $real }。请不要在那里输入任何内容；如果已经输入，请立即告诉我们。
evidence-problem-user-info = 此链接用“@”掩盖了真正的去向。请不要在那里输入任何内容；如果已经输入，请立即告诉我们。
evidence-problem-port = 此链接指向真正的区块浏览器不使用的端口。请不要在那里输入任何内容；如果已经输入，请立即告诉我们。
evidence-problem-ambiguous-date = 这个日期的日和月容易混淆。请按年、月、日填写，例如 2026-03-04。
evidence-problem-no-such-time = 没有这样的日期或时间。请核对后重新填写。
evidence-problem-wrong-form = { $what }的格式与这里使用的不同。请从您的账户中重新复制。

## Files

file-infected = 其中发现病毒，任何人都无法打开。
file-not-scanned = 尚未检查病毒
file-scan-failed = 无法检查病毒
file-metadata-kept = 此图片可能仍含地点、设备和时间信息：我们无法将其移除。
