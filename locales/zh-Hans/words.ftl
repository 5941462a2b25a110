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
issue-impersonation = 冒充官方
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
evidence-none = 还没有交易哈希、地址或链接。添加后我们会核对。
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

evidence-problem-cut-off = { $what }不完整：{ $want } 个字符中只有 { $have } 个。请从原处重新完整复制。
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
evidence-problem-wrong-form = { $what }：格式与这里使用的不同。请从您的账户中重新复制。

## Files

file-infected = 文件中发现病毒，任何人都无法打开。
file-not-scanned = 尚未检查病毒
file-scan-failed = 病毒检查未能完成
file-metadata-kept = 此图片可能仍含地点、设备和时间信息：我们无法将其移除。

## Transcript files

transcript-title = 对话记录
transcript-how = 本文件由 { $brand } 签名。任何人都可以核实其内容未被改动：使用客服网站的“核验对话文件”页面，或使用命令“proofdesk transcript verify”。
transcript-number = 编号
transcript-opened = 提交时间
transcript-from = 来自
transcript-made = 文件生成时间
transcript-part = 部分
transcript-customer = 客户
transcript-erased = 此消息的文字已被删除，其记录仍保留在此。
transcript-record-erased = 此次变更的记录已被删除。
transcript-answered = 客户回答了我们的问题：
transcript-nudged = 客户询问了进展
transcript-escalated = 客户请求由专家处理
transcript-escalated-lead = 客户请求由主管处理
transcript-masked = 此文字中的敏感信息后来被发现，并于 { $time } 遮盖。
transcript-proven = 位于已签名历史的第 { $pos } 位。哈希：
transcript-not-yet = 晚于历史的最近一个检查点，目前仅由本文件的签名担保。哈希：
transcript-key = 签名所用密钥及对应的历史：

## 网络名称

network-bitcoin = 比特币
network-bitcoin-testnet = 比特币测试网
network-litecoin = 莱特币
network-litecoin-testnet = 莱特币测试网
network-dogecoin = 狗狗币
network-dogecoin-testnet = 狗狗币测试网
network-bitcoin-cash = 比特币现金
network-bitcoin-cash-testnet = 比特币现金测试网
network-dash = 达世币
network-zcash = Zcash
network-zcash-testnet = Zcash 测试网
network-monero = 门罗币
network-monero-testnet = 门罗币测试网
network-tron = 波场
network-tron-testnet = 波场测试网
network-solana = Solana
network-solana-testnet = Solana 测试网
network-xrp = XRP Ledger
network-xrp-testnet = XRP Ledger 测试网
network-stellar = Stellar
network-stellar-testnet = Stellar 测试网
network-ton = TON
network-ton-testnet = TON 测试网
network-cardano = Cardano
network-cardano-testnet = Cardano 测试网
network-algorand = Algorand
network-near = NEAR
network-near-testnet = NEAR 测试网
network-sui = Sui
network-sui-testnet = Sui 测试网
network-aptos = Aptos
network-aptos-testnet = Aptos 测试网
network-tezos = Tezos
network-hedera = Hedera
network-hedera-testnet = Hedera 测试网
network-filecoin = Filecoin
network-kaspa = Kaspa
network-polkadot = 波卡
network-kusama = Kusama
network-astar = Astar
network-acala = Acala
network-bittensor = Bittensor
network-substrate = Substrate
network-cosmos = Cosmos
network-osmosis = Osmosis
network-kava = Kava
network-sei = Sei
network-celestia = Celestia
network-injective = Injective
network-thorchain = THORChain
network-terra = Terra
network-dydx = dYdX
network-secret = Secret
network-juno = Juno
network-stargaze = Stargaze
network-axelar = Axelar
network-neutron = Neutron
network-noble = Noble
network-persistence = Persistence
network-band = Band
network-stride = Stride
network-kujira = Kujira
network-fetchai = Fetch.ai
network-umee = Umee
network-akash = Akash
network-coreum = Coreum
network-agoric = Agoric
network-dymension = Dymension
network-crypto-org = Crypto.org
network-bnb-beacon = BNB Beacon Chain
network-bnb-beacon-testnet = BNB Beacon Chain 测试网
network-ethereum = 以太坊
network-bsc = BNB Chain
network-polygon = Polygon
network-arbitrum = Arbitrum
network-optimism = Optimism
network-base = Base
network-avalanche = Avalanche
network-opbnb = opBNB
network-zksync = zkSync
network-linea = Linea
network-scroll = Scroll
network-blast = Blast
network-mantle = Mantle
network-celo = Celo
network-gnosis = Gnosis
network-fantom = Fantom
network-sonic = Sonic
network-cronos = Cronos
network-moonbeam = Moonbeam
network-moonriver = Moonriver
network-kaia = Kaia
network-ethereum-classic = 以太坊经典
network-arbitrum-nova = Arbitrum Nova
network-polygon-zkevm = Polygon zkEVM
network-aurora = Aurora
network-metis = Metis
network-okc = OKC
network-x-layer = X Layer
network-sei-evm = Sei EVM
network-hyperevm = HyperEVM
network-monad = Monad
network-plasma = Plasma
network-rootstock = Rootstock
network-ronin = Ronin
network-kcc = KCC
network-boba = Boba
network-manta = Manta
network-berachain = Berachain
network-unichain = Unichain
network-world-chain = World Chain
network-pulsechain = PulseChain
network-conflux = Conflux
network-iotex = IoTeX
network-merlin = Merlin
network-evm = EVM
network-sepolia = Sepolia
network-hoodi = Hoodi
network-holesky = Holesky
network-bsc-testnet = BNB Chain 测试网
network-polygon-amoy = Polygon Amoy
network-arbitrum-sepolia = Arbitrum Sepolia
network-optimism-sepolia = Optimism Sepolia
network-base-sepolia = Base Sepolia
network-avalanche-fuji = Avalanche Fuji
network-evm-testnet = EVM 测试网

## Forms: what is asked of whoever opens a ticket, and why

form-asset = 哪个币种？
form-asset-why = 同一个地址可以接收多种币，每种币的入账规则各不相同。
form-network = 使用的是哪个网络？
form-network-why = 在一个网络上的转账，从另一个网络上看不到。
form-network-other = 其他网络，或者我不知道
form-tx = 交易哈希（TxID）
form-tx-why = 有了它，我们几秒钟就能在链上找到这笔转账；没有它，只能人工查找。
form-platform = 从哪里转出的？
form-platform-why = 这样我们可以告诉您在该平台的哪里找到交易哈希。
form-platform-binance = Binance
form-platform-okx = OKX
form-platform-bybit = Bybit
form-platform-coinbase = Coinbase
form-platform-kraken = Kraken
form-platform-metamask = MetaMask
form-platform-trust-wallet = Trust Wallet
form-platform-hardware = Ledger 或 Trezor
form-platform-other = 其他地方
form-recording = 转出平台的录屏
form-recording-why = 录屏需显示这笔提现及其状态和手续费。它可以代替交易哈希。
form-amount = 金额是多少？
form-amount-why = 用来把您的转账与同一地址的其他转账区分开。
form-address = 转入的地址
form-address-why = 我们会核对它是不是我们的地址、属于哪个账户。
form-source = 转出的地址
form-source-why = 即使没有交易哈希，我们也能凭它找到转账。
form-time = 什么时候发生的？
form-time-why = 我们会查看那一分钟的日志。如果知道，请写上时区。
form-contract = 代币的合约地址
form-contract-why = 代币名称可以伪造，合约地址不能。
form-expected-network = 该地址属于哪个网络？
form-expected-network-why = 资金能否找回，取决于这两个网络。
form-memo = 填写的 Memo 或标签
form-memo-why = 它决定充值归属于哪个账户。
form-error = 错误提示的内容是什么？
form-error-why = 原文能告诉我们是在哪一步失败的。
form-request = 原始请求
form-request-why = 实际发送的方法、URL、请求头和正文。请去掉 Secret Key 和 Passphrase：我们从不需要它们。
form-response = 原始响应
form-response-why = 有了错误码和返回内容，我们多半能立即指出原因。
form-library = 使用的库和版本
form-library-why = 有些库有自己的签名方式。
form-market = 哪个交易对或合约？
form-market-why = 例如 BTCUSDT。每个交易对都有自己的规则和日志。
form-order = 订单号
form-order-why = 凭它我们可以逐步查看系统是怎样处理您的订单的。
form-disputed = 您认为哪里不对？
form-disputed-why = 我们会先核对这一点，并对照那一分钟的价格。
form-product = 哪个产品？
form-product-why = 每个产品都有自己的结算规则。
form-product-dual-investment = 双币投资
form-product-futures = 合约
form-product-options = 期权
form-product-other = 其他
form-expected = 您预期的结果是什么？
form-expected-why = 我们会把两种计算并排展示给您。
form-earning = 哪个产品？
form-earning-why = 每个产品都有自己的计息和赎回规则。
form-earning-flexible = 活期理财
form-earning-fixed = 定期理财
form-earning-staking = 质押
form-earning-dual-investment = 双币投资
form-earning-other = 其他
form-lost = 您无法使用的是什么？
form-lost-why = 每一种都有各自的找回办法。
form-lost-password = 密码
form-lost-authenticator = 验证器应用
form-lost-phone = 手机号
form-lost-email = 电子邮箱
form-lost-passkey = 通行密钥
form-lost-other = 其他
form-change = 您想更改什么？
form-change-why = 每种更改都有各自的核验，以免别人替您更改。
form-change-email = 电子邮箱
form-change-phone = 手机号
form-change-two-factor = 双重验证
form-change-name = 姓名
form-change-close = 注销账户
form-change-other = 其他
form-check = 您卡在哪一步？
form-check-why = 会直接转给能看到这一步的同事。
form-check-rejected = 我的资料被拒绝了
form-check-waiting = 我在等待结果
form-check-upload = 上传失败
form-check-name = 我的姓名有误
form-check-other = 其他
form-screenshot = 截图
form-screenshot-why = 它能显示您看到的画面，那可能与我们看到的不同。
form-taken = 发生了什么？
form-taken-why = 这决定我们先阻止什么。
form-taken-withdrawal = 有资金转出，但不是我操作的
form-taken-locked-out = 我无法登录了
form-taken-settings = 有设置被更改，但不是我操作的
form-taken-gave-code = 我把验证码或助记词告诉了别人
form-taken-other = 其他
form-handle = 是谁联系您的？
form-handle-why = 对方使用的名称、号码、地址或链接：我们会设法让其下线，并提醒其他人。
form-asked-for = 对方向您要什么？
form-asked-for-why = 这能让我们知道事情到了哪一步，现在该保护什么。
form-fee = 哪种费用？
form-fee-why = 每种费用都有自己的费率表。
form-fee-trading = 交易手续费
form-fee-withdrawal = 提现手续费
form-fee-funding = 资金费用
form-fee-other = 其他
form-wanted = 您希望怎样解决？
form-wanted-why = 我们会就此作出决定，并逐条答复。
form-earlier = 之前工单的编号
form-earlier-why = 这样处理投诉的人就知道已经做过哪些尝试。

find-hash-binance = Binance：钱包 → 交易记录 → 提现。打开这笔提现，TxID 在金额下方。
find-hash-okx = OKX：资产 → 账单 → 提现。打开这笔提现，复制交易哈希。
find-hash-bybit = Bybit：资产 → 历史记录 → 提现。TXID 在提现详情里。
find-hash-coinbase = Coinbase：在交易列表中打开这笔转账，选择“在区块浏览器中查看”。
find-hash-kraken = Kraken：历史 → 账本。打开这笔提现，名称是 Transaction ID。
find-hash-metamask = MetaMask：活动。打开这笔转账，选择“复制交易 ID”（即交易哈希）。
find-hash-trust-wallet = Trust Wallet：打开该币种，再打开转账，选择“更多详情”。区块浏览器页面顶部就是交易哈希。
find-hash-hardware = Ledger 或 Trezor：在配套应用中打开账户和转账，交易哈希在“Transaction ID”下方。
find-hash-other = 请在提现详情中查找 TxID、交易哈希或“在区块浏览器中查看”。

field-answer-required = 请回答这个问题。
field-answer-file = 请选择一个文件。

## The exchange bridge: what a freeze writes into its ticket

freeze-subject = 我的账户被盗
freeze-said = 我无法确定只有我本人能访问我的账户。请立即冻结。
freeze-said-by-hand = 我无法确定只有我本人能访问我的账户。系统无法自动通知交易所，请立即人工冻结。
freeze-done = 交易所已冻结您的账户，任何资产都无法转出。回执 { $receipt }。在确认您是账户所有者之前，账户将保持冻结；我们的人员正在核查账户变更。
freeze-unreached = 交易所尚未确认冻结。我们会自动持续请求，最多间隔几分钟，安全团队也已收到通知。您无需再次点击。
freeze-refused = 交易所未能自动冻结您的账户。安全团队会最优先处理此工单，并人工冻结。
deposit-waiting = 已在链上发现，尚未确认
deposit-confirming = 确认中：已有 { $have }/{ $want } 次确认
deposit-credited = 已入账。达到 { $want } 次确认后可提现，目前 { $have } 次
deposit-finished = 已入账，可以提现
deposit-too-small = 低于最低充值额，但没有丢失：再向同一网络的同一地址充值，合计金额将一并入账
deposit-cancelled = 链上交易失败，没有资金到达。请联系转出平台
deposit-suspended = 已到达，但该网络的充值已暂停，恢复后入账
deposit-blocked = 因发送方地址而暂扣，由人工核查
deposit-account-frozen = 因您的账户被冻结而暂扣
deposit-intercepted = 转入了不接受充值的子账户，请联系我们
deposit-kyc-limit = 等待身份验证：超出您的限额
deposit-travel-rule = 等待转出平台提供汇款人信息
deposit-exception = 交易所人员正在处理
withdrawal-created = 等待您在邮件中确认
withdrawal-audit-required = 审核中
withdrawal-audited = 已审核，即将转出
withdrawal-held = 因安全检查被暂缓
withdrawal-processing = 转出中
withdrawal-confirming = 已上链，目前 { $have } 次确认
withdrawal-finished = 已转出。若未到账，请凭交易哈希联系接收平台
withdrawal-cancelling = 取消中
withdrawal-cancelled = 已取消，金额已退回账户
withdrawal-cancellation-failed = 已来不及取消：将继续转出
withdrawal-failed = 失败，金额将退回账户
hold-unfamiliar-ip = 已暂缓：请求来自陌生的网络位置。
hold-security-change = 已暂缓：不久前更改过安全设置。
hold-new-address = 已暂缓：收款地址是新地址。
hold-identity-check = 已暂缓，等待确认您的身份。
hold-manual-review = 已暂缓：正在人工审核。
hold-account-frozen = 已暂缓：账户已冻结。
unknown-not-connected = 未连接：客服在此无法查看账户。
unknown-not-found = 交易所没有此账户的记录。
unknown-unsupported = 交易所不在此提供该信息。
unknown-refused = 交易所未提供该信息。
unknown-passing = 暂时未知：交易所没有响应。资金不受影响，请几分钟后再看。
account-uid = UID
account-vip = VIP 等级
account-kyc = 身份验证
account-level = { $level } 级
account-none = 无
account-volume-30d = 30 天交易量
account-volume-24h = 24 小时交易量
account-worth = 资产总值
account-holdings = 持有资产
account-2fa = 双重验证
account-whitelist = 仅允许提现至白名单地址
account-anti-phishing = 防钓鱼码
account-on = 已开启
account-off = 未开启
factor-totp = 验证器应用
factor-passkey = 通行密钥
factor-sms = 短信
factor-email = 邮件
account-frozen = 账户已于 { $time } 冻结，任何资产都无法转出。
account-as-of = 截至 { $time }
account-until = 暂缓至 { $time }。
account-deposits = 充值
account-withdrawals = 提现
account-no-deposits = 还没有充值
account-no-withdrawals = 还没有提现

## What the exchange tells by itself

account-last-known = 交易所暂时没有响应。以下是交易所在 { $time } 提供的信息
told-deposit-seen = 您的一笔充值（{ $amount }，{ $network }）{ $state }
told-withdrawal-held = 您的一笔提现（{ $amount }，{ $network }）{ $state }
told-until = { $what }，将于 { $time } 自动解除
told-setting-password-changed = 您的账户密码已更改
told-setting-second-factor-changed = 您的账户双重验证已更改
told-setting-email-changed = 您的账户邮箱已更改
told-setting-phone-changed = 您的账户手机号已更改
told-setting-whitelist-changed = 您的账户提现地址白名单已更改
told-setting-api-key-created = 您的账户新建了一个 API Key
told-setting-new-device = 一台新设备登录了您的账户
told-setting-anti-phishing-changed = 您的账户防钓鱼码已更改
told-setting-frozen = 您的账户已冻结
told-setting-unfrozen = 您的账户已解冻

## Tickets that go on in another one
transcript-merged = 已并入 { $number }
transcript-unmerged = 已从 { $number } 拆出，恢复为单独的工单
transcript-joined = { $number } 已并入此工单
transcript-parted = { $number } 已拆出，恢复为单独的工单

## A way in without a session
alert-subject = 账户检查
alert-note = 交易所发出了风险警报：{ $reason }。此账户目前没有工单。客户未收到任何通知，在有人于此回复之前也看不到此工单：正在查看的人可能就是盗取者。
alert-takeover-suspected = 账户中可能有他人
alert-unusual-withdrawal = 转出情况与以往不同
alert-credentials-leaked = 账户的密钥或密码落入他人之手
alert-other = 未说明具体原因
