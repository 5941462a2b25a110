### 客户一侧。句子简短、主动，以“您”相称；要么给出时间，要么说明没有承诺时间。

## 页面框架

site-skip = 跳到正文
site-nav = 主导航
site-my-tickets = 我的工单
site-new-ticket = 提交工单
site-language = 语言
site-account = 账户
site-signed-in-as = 已登录：{ $name }
site-sign-in = 登录
site-sign-out = 退出登录
site-safety = 我们绝不会索要密码、2FA 验证码、助记词或私钥。{ $brand } 的任何工作人员都不会。
site-title = { $title } · { $brand } 客服
site-error-title = 错误：{ $title }
site-support = { $brand } 客服

## 验证级别：我们对来信者身份的把握

verification-signed-in = 已登录 · 有效至 { $time }
verification-email = 邮箱已确认
verification-none = 未验证
verification-expired = 已过期

## 时间远近

age-now = 刚刚
age-minutes = { $count } 分钟前
age-hours = { $count } 小时前
age-days = { $count } 天前

## 状态：客户读到的话

status-open = 我们正在处理
status-waiting-on-customer = 我们需要您补充信息
status-waiting-on-internal = 专业团队正在核查
status-solved = 已解决。如未解决，请告诉我们
status-closed = 已关闭
status-next-open = 目前没有承诺的答复时间。答复会显示在这里。
status-next-waiting-on-customer = 您在下方回复后，我们会立即继续处理。
status-next-waiting-on-internal = 目前没有承诺的答复时间。一有结果，您会在这里看到。
status-next-solved = 如果没有解决，请在下方回复或重新打开；以上内容都会保留。
status-next-closed = 此工单不再接收回复。如果问题再次出现，请提交新工单并注明此编号。

## 首页

home-title = 客服
home-heading = 需要什么帮助？
home-greeting = 您好，{ $name }
home-open-tickets = 进行中的工单
home-all-tickets = 我的全部工单
home-no-open = 目前没有进行中的工单。如果遇到问题，请联系我们。
home-topics = 关于什么问题？
home-theft = 我的账户被盗
home-theft-hint = 请立刻告诉我们。此类消息最先答复。
home-anonymous = 请从交易所登录，这样我们才知道您说的是哪个账户。

## 登录

sign-in-title = 登录
sign-in-how = 客服页面没有单独的密码
sign-in-step-open = 打开 { $brand } App 或网站并登录。
sign-in-why = 这样，任何人都无法仅凭输入您的邮箱地址来冒充您，也没有第二个密码可被盗取。
sign-in-development = 这是开发环境：请改选一位演示客户。
sign-in-development-link = 演示客户
sign-in-needed = 请先登录再查看此页面。
sign-in-failed-title = 您尚未登录
sign-in-again = 如何登录
sign-in-other-title = 要切换账户吗？
sign-in-other = 您当前登录的账户是 { $name }。您打开的链接属于另一个账户。
sign-in-other-switch = 切换到另一个账户
sign-in-other-stay = 继续使用 { $name }

## 新建工单

new-ticket-title = 提交工单
new-ticket-category = 关于什么问题？
new-ticket-category-choose = 请选择
new-ticket-subject = 主题
new-ticket-subject-hint = 用几个词概括，例如“USDT 充值未到账”。
new-ticket-body = 发生了什么？
new-ticket-body-hint = 时间、币种与网络、金额。交易哈希请完整粘贴。
new-ticket-send = 发送
new-ticket-as = 我们的答复会发送到 { $name } 的账户。
secrets-warning = 切勿填写密码、验证码、助记词或私钥，在这里也不要。
leak-edit = 修改内容
leak-send-anyway = 仍然发送

## 文件

files-label = 文件
files-optional = 选填
files-hint = 截图、录屏、PDF 或日志。最多 { $count } 个文件，每个不超过 { $size }。
files-again = 新文件请重新选择：出错后浏览器不会保留它们。
files-kept = 已上传
files-keep = 保留 { $name }
file-download = 下载
file-download-name = 下载 { $name }
file-open-name = 打开 { $name }
file-meta = { $type }，{ $size }
file-gone = 此文件已删除
file-type-image = 图片
file-type-video = 视频
file-type-pdf = PDF
file-type-text = 文本
file-type-other = 文件

## 表单错误

form-problem = 请检查以下问题
form-error-prefix = 错误：
field-category-required = 请选择问题类别。
field-subject-required = 请用几个词填写主题。
field-subject-too-long = 主题过长：最多 { $limit } 个字符。
field-body-required = 请写明发生了什么。
field-body-too-long = 文字过长：最多 { $limit } 个字符。更长的内容请以文件附上。
field-reply-required = 请填写回复或选择文件。
field-file = { $name }：{ $problem }
field-file-waiting = 您有太多已上传但尚未发送的文件。请先不附此文件发送消息；一直未发送的文件最迟一周后删除。

## 我的工单

tickets-title = 我的工单
tickets-open = 进行中
tickets-done = 已解决和已关闭
tickets-none = 您还没有工单
tickets-none-hint = 您联系我们后，您的消息和每一次答复都会显示在这里。
tickets-updated = { $age }更新
tickets-older = 更早的工单
tickets-newest = 最新的工单

## 工单

ticket-number = 工单 { $number }
ticket-opened = 创建于 { $time }
ticket-category = 类别：{ $category }
ticket-status = 工单状态
ticket-thread = 对话
ticket-you = 您
ticket-system = 自动消息
ticket-erased = 此消息已删除。
ticket-event-status = 当前状态：{ $status }
ticket-event-reopened = 已重新打开
ticket-reply = 您的回复
ticket-reply-solved = 没有解决？请告诉我们
ticket-reply-solved-hint = 发送后工单会重新打开。
ticket-send = 发送
ticket-send-reopen = 发送并重新打开
ticket-solve = 已经解决
ticket-reopen = 没有解决
ticket-new-instead = 提交新工单
ticket-earlier = 更早的消息
ticket-later = 最新的消息
notice-ticket-sent = 我们已收到您的消息，编号为 { $number }。
notice-reply-sent = 您的回复已发送。
notice-solved = 已标记为已解决。感谢您告知。
notice-reopened = 已重新打开，我们继续处理。
notice-signed-out = 您已退出登录。

## 实时更新

live-off = 自 { $time } 起未能实时更新，每 { $seconds } 秒检查一次。
live-draft = 之前的草稿已恢复到输入框。
live-sending = 正在发送…

## 问题页面

problem-not-found-title = 此页面不存在
problem-not-found = 网址可能输入有误，或该工单属于另一个账户。您自己的工单都在列表中。
problem-not-allowed-title = 无法执行此操作
problem-form-only = 此网址只接收表单提交的内容。请返回之前的页面，从那里提交。
problem-unavailable-title = 目前无法完成此操作
problem-internal-title = 系统出现故障
problem-too-large-title = 内容过大
typed-title = 您写的内容
typed-text = 内容没有发送，也只保留在这个页面上。请先复制，再继续；文件需要重新选择。
problem-session-title = 请重新登录
problem-session-typed = 登录已过期。请重新登录；您填写的内容仍在这里。
problem-request-id = 请求编号
problem-home = 前往首页
problem-tickets = 我的工单

## Files

files-camera = 拍照
files-drop = 也可以把文件拖到这里，或粘贴截图。
files-going = 已上传 { $percent }
files-away = 连接中断，恢复后会自动继续。
files-done = 上传完成
files-failed = 上传失败。请重试，或不附此文件直接发送消息。
files-too-large = 超过 { $size }。请发送较小的文件，或剪短录屏。
files-empty = 此文件是空的。请另选一个。
files-changed = 文件在上传过程中被修改。请重新选择。
files-too-many = 一条消息最多可附 { $count } 个文件。
files-remove = 移除 { $name }
files-retry = 重试
files-hold = 文件上传完成后，您的消息会立即发出。
file-held = 正在检查病毒，完成后即可打开。

## Transcript, looks, sessions, how to reach us

take-title = 保存这段对话
take-text = 此工单的全部消息，存于一个已签名的文件中。任何人都能核实内容未被改动，无需经过我们。最近一分钟的消息也在其中，但尚未写入已签名历史。
take-html = 供阅读（HTML）
take-json = 供程序使用（JSON）
take-html-part = 供阅读，第 { $number } 部分（HTML）
take-json-part = 供程序使用，第 { $number } 部分（JSON）
verify-title = 核验对话文件
verify-intro = 有人向您出示了与我们的对话？选择该文件，我们会告诉您它是否真实、哪里被改动过。
verify-file = 对话文件（HTML 或 JSON）
verify-send = 核验
verify-private = 文件仅用于本次核验，不会被保存。
verify-none = 请先选择文件。
verify-too-large = 此文件大于 { $size }。我们的对话文件不会这么大；更大的文件可用命令“proofdesk transcript verify”核验。
verify-genuine = 真实
verify-genuine-meaning = 这段对话确实是与我们进行的，文件未被改动。
verify-changed = 已被改动
verify-changed-meaning = 文件由我们签名，但之后被改动过。请不要以它为准。
verify-not-ours = 不是我们的
verify-not-ours-meaning = 此文件来自其他客服系统，我们无法对其作出判断。
verify-key-unknown = 不是我们签名的
verify-key-unknown-meaning = 文件自称来自我们，但我们的任何密钥都没有为它签名。请勿相信。
verify-unreadable = 不是对话文件
verify-unreadable-meaning = 我们无法将其识别为对话文件。它可能是其他文件，或被浏览器、编辑器重新保存过。
verify-number = 工单
verify-made = 文件生成时间
verify-messages = 消息数
verify-history = 在已签名历史中
verify-covered = { $all } 条记录中的 { $count } 条
verify-part = 部分
verify-findings = 不相符之处
verify-more = 另有 { $count } 处。
verify-text = 消息 #{ $number } 的文字
verify-author = 消息 #{ $number } 的作者
verify-time = 记录 #{ $number } 的时间
verify-file-of = 消息 #{ $number } 的附件
verify-status = 记录 #{ $number } 的状态
verify-erasure = 消息 #{ $number } 的删除凭据
verify-record = 记录 #{ $number } 的日志条目
verify-entry = 记录 #{ $number }
verify-ticket = 工单信息
verify-head = 文件信息
verify-seal = 文件的签名
verify-page-entry = 页面上显示的记录 #{ $number }
verify-page = 页面上显示的内容
verify-was-changed = { $what }：已被改动
verify-is-missing = { $what }：缺失
verify-was-added = { $what }：后来添加
verify-was-moved = { $what }：位置不对
verify-does-not-fit = { $what }：与记录不符
verify-keys = 我们的密钥
verify-keys-hint = 不经我们自行核验时需要其中之一。第一个是当前密钥。
looks-title = 谁查看过我的数据
looks-intro = 我们的员工默认看不到您的姓名、邮箱、电话号码和 UID。员工要查看其中任何一项，都必须说明理由，并会记录在这里。相同的代号始终是同一个人。
looks-none = 没有人查看过。
looks-name = 您的姓名
looks-email = 您的邮箱地址
looks-phone = 您的电话号码
looks-uid = 您的 UID
looks-transcript = { $number } 的完整对话
looks-unknown = 记录已被删除的内容
looks-by = 员工 { $code }
looks-reason = 理由
looks-reason-gone = 已删除
sessions-title = 我的登录设备
sessions-intro = 以下浏览器已登录我们的客服系统。如有不认识的，请将其退出。交易所本身的登录是独立的，请在交易所内退出。
sessions-here = 当前浏览器
sessions-since = 登录于 { $time }
sessions-seen = 最近使用 { $time }
sessions-unknown = 未知浏览器
sessions-end = 退出此登录
sessions-everywhere = 在所有设备上退出
sessions-everywhere-hint = 以上登录将全部退出，包括当前这个。
notice-session-ended = 已退出该登录。
notice-signed-out-everywhere = 您已在所有设备上退出。
reach-title = 如何联系我们
reach-intro = 选择问题类型，我们会告诉您最近首次答复用了多久。
reach-way = 提交工单
reach-way-hint = 任何时间都可以提交。我们的答复会显示在本站的工单里。
reach-measured = 此类工单中，一半在 { $median }内得到首次答复，九成在 { $p90 }内。
reach-measured-half = 此类工单中，一半在 { $median }内得到首次答复。九成工单所需的时间目前还无法得知：仍有太多工单在等待。
reach-basis = 根据最近 28 天的 { $count } 个工单统计，不构成承诺。
reach-few = { $count ->
    [0] 最近 28 天没有此类工单，因此无法说明答复需要多久。
   *[other] 最近 28 天只有 { $count } 个此类工单，数量太少，无法说明答复需要多久。
  }
reach-waiting = 最近 { $count } 个此类工单中，超过一半仍在等待答复。
reach-panel = 我们多久答复
reach-own = 您已有此类问题的工单正在处理
reach-own-hint = 如果是同一个问题，请在原工单里回复：之前说过的内容都在那里。
span-minutes = { $count } 分钟
span-hours = { $count } 小时
span-days = { $count } 天
site-more = 更多

## Notifications

notices-title = 通知
notices-none = 没有新通知
notices-none-hint = 我们答复后会显示在这里。
notices-unread = { $count } 条新通知
notices-new = 新
notices-read-all = 全部标为已读
notices-older = 更早的通知
notice-kind-receipt = 我们已收到您的消息
notice-kind-opened = 我们为您创建了工单
notice-kind-reply = 有新的答复
notice-kind-wrote = 有新消息
notice-kind-waiting = 我们需要您补充信息
notice-kind-solved = 已解决
notify-title = 通知设置
notify-intro = 与您的工单有关的一切都在本站。请选择您还想收到什么。
notify-mail = 电子邮件
notify-mail-hint = 发送到 { $address }
notify-mail-none = 我们没有您的电子邮件地址。
notify-language = 语言
notify-language-hint = 我们用这种语言与您联系。
notify-save = 保存
notice-notify-saved = 已保存。
notice-all-read = 已全部标为已读。
link-title = 打开您的工单
link-text = 此链接用于打开您的工单 { $number }，是通过电子邮件发给您的。
link-open = 打开工单
link-note = 您将在此设备上保持登录两小时。

## Forms: the question box, one question a page, and a ticket's life

question-label = 您的问题
question-placeholder = 粘贴交易哈希、地址或链接，或简单描述问题
question-hint = 我们会读取您粘贴的内容，带您到合适的表单。此时还不会发送任何内容。
question-ask = 查询
field-question-required = 请简单描述问题，或粘贴交易哈希、地址或链接。
field-question-too-long = 问题太长：最多 { $limit } 个字符。
question-title = 从中识别到的信息
question-recognised = 识别到的内容
question-network = 可能所在的网络：{ $network }。
question-networks = 它可能存在于 { $count } 个网络。
question-mentioned = 您提到过它的工单
question-fitting = 合适的类别
question-fitting-hint = 您写的内容已经填好。
question-others = 其他问题
choose-drafts = 从上次停下的地方继续
choose-kept = { $age }保存
choose-withdrawn = “{ $category }”已不再提供。请选择其他类别：您写的一切都会带过去。
text-step-hint = 能从中读出的信息，我们不会再问。
step-count = 第 { $number } 步，共约 { $total } 步
step-back-link = 返回
step-continue = 继续
step-lacking = 我没有这项信息
step-kept = 每一页都会保存：您可以在另一台设备上继续。
step-discard = 丢弃这份草稿
find-hash-title = 在哪里可以找到？
field-amount-invalid = 请用数字填写金额，例如 250 USDT。
field-time-invalid = 请填写日期和时间，例如 2026-11-28 11:52 UTC。
field-asset-invalid = 请填写币种简称，例如 USDT。
field-asset-required = 请填写币种简称，例如 USDT。
field-amount-required = 请填写金额，例如 250 USDT。
field-time-required = 请尽您所知填写日期和时间。
check-title = 检查并发送
check-intro = 不对的地方可以更改。按下按钮之前不会发送任何内容。
check-facts = 您的回答
check-picked = 从您的文字中读取
check-needed = 仍需填写
check-none = 未回答
check-change = 更改
check-answer = 回答
check-missing = 请回答：{ $question }
check-meanwhile = 在此期间，您的回答或文件已在另一个页面或设备上更改。请再核对一遍，然后发送。
new-ticket-subject-of = { $category }：{ $what }
steps-title = 处理进展
step-done = 已完成：
step-now = 现在：
step-next = 接下来：
step-opened = 我们已收到您的消息
step-opened-for = 我们为您创建了此工单
step-answered = { $name } 已答复
step-wrote = { $name } 给您发送了消息
step-desk-wrote = 系统向您发送了消息
step-replied = 您已回复
step-asked = 我们请您补充信息
step-handed-on = 已转给专业团队
step-back = 已转回客服
step-solved = 已解决
step-closed = 已关闭
step-reopened = 您重新打开了工单
step-nudged = 您询问了进展
step-escalated = 您请求由专家处理
step-escalated-lead = 您请求由主管处理
step-verification-asked = 我们请您确认是您本人
step-verification-proven = 您已确认是您本人
step-verification-withdrawn = 无需再确认是您本人
step-next-open = 您会在这里看到我们的答复
step-next-waiting-on-customer = 您在下方回复后，我们立即继续
step-next-waiting-on-internal = 专家答复后，您会在这里看到
step-next-done = 如果问题再次出现，您可以重新打开
given-title = 您对我们问题的回答
nudge = 询问进展
nudge-from = 如果仍无人答复，您可以在 { $time } 之后询问进展。
notice-nudged = 已提醒处理人员，您正在等待答复。
notice-proof-mailed = 链接正发往您的邮箱，可能需要几分钟。
proof-title = 请确认是您本人
proof-text-sign-in = 客服请您重新登录一次，以确认是您本人。
proof-text-mail = 客服请您通过我们邮件中的链接打开此工单，以确认是您本人。
proof-until = 请在 { $time } 之前完成。
proof-mail = 把链接发到我的邮箱
proof-link = 客服请您确认是您本人。在此打开工单即可完成确认。
escalate = 请求专家处理
escalate-title = 请求由权限更高的人员处理
escalate-intro = 二线专家会查看此工单及以上全部内容，工单的优先级会调为高。
escalate-intro-lead = 主管会查看此工单及以上全部内容。
escalate-reason = 到目前为止哪里没有处理好？
escalate-reason-hint = 请用几句话说明，最多 { $limit } 个字符。它会作为消息加入您的工单。
escalate-send = 提交请求
escalate-stay = 保持现状
escalate-from = 当前处理人员需要一天时间。您可以在 { $time } 之后请求上一级处理。
escalate-top = 您的工单已由主管处理，没有更高一级了。
escalate-not-open = 此工单已解决或已关闭。请先重新打开。
notice-escalated = 您的工单连同您的理由已转到上一级。
field-escalation-required = 请用几句话写明哪里没有处理好。
field-escalation-too-long = 内容过长：最多 { $limit } 个字符。

## The exchange bridge

account-title = 我的账户
account-facts = 账户信息
account-details = 详情
account-tx = 交易哈希
account-address = 地址
account-memo = Memo 或标签
account-write = 有问题？提交工单
taken-lead = 如果怀疑有他人进入您的账户，请立即冻结。只需点击一次，其他问题稍后再说。
taken-what-people = 安全团队会收到一个最优先处理的工单。
taken-what-back = 此处无法撤销。确认您是账户所有者后，账户将交还给您。
taken-button = 立即冻结我的账户
taken-never = 此后，我们的人员绝不会致电向您索要验证码、密码，或要求您转账到“安全”地址。
taken-pending = 您于 { $time } 请求冻结。交易所尚未确认，我们会持续请求。
taken-done = 您的账户已于 { $time } 冻结，任何资产都无法转出。回执 { $receipt }。
taken-refused = 您于 { $time } 请求后，交易所未能自动冻结账户。安全团队正在人工处理。
taken-ticket = 查看工单
notice-freeze-asked = 我们已收到您的求助，并最优先处理。交易所确认后，本页会立即告知您。

## Web push

push-title = 浏览器通知
push-intro = 一有新消息，浏览器就会立即提醒您，即使本页面已关闭。通知只显示工单编号，不含文字内容和金额。
push-add = 在此浏览器中开启
push-here = 当前浏览器
push-since = 开启于 { $time }
push-sent = 最近一条通知：{ $time }
push-remove = 关闭
push-unsupported = 此浏览器无法显示网站通知。在 iPhone 或 iPad 上，请先将本站添加到主屏幕，再从主屏幕打开。
push-denied = 您的浏览器屏蔽了本站的通知。请在浏览器设置中允许本站发送通知，然后重新加载本页面。
push-refused = 浏览器没有开启通知，一切保持不变。与您的工单有关的内容仍然都在本站。
push-failed = 没有成功，一切保持不变。请重新加载本页面后再试一次。
push-no-script = 在此浏览器中开启需要 JavaScript。
notice-device-added = 我们有答复时，此浏览器会提醒您。
notice-device-removed = 该浏览器不再提醒您。

## Bounces

notify-mail-failing = 发往 { $address } 的邮件被退回，因此一天内我们不再向该地址发送。请在交易所账户中检查该地址。

## Completing: what the customer's side still lacked

missing-title = 还需要您提供的信息
missing-hint = 缺少这些信息，我们可能无法继续处理。
missing-helpful = { $count ->
   *[other] 还有 { $count } 项信息能加快处理
}
answer-add = 添加到工单
answer-added-to = 内容会立即加入您的工单，处理人员马上就能看到。
answer-meanwhile = 在此期间，这个问题已在别处回答过。您写的内容仍在这里；再次发送即可替换那个回答。
answer-stands = 目前的回答
answer-closed = 此工单已关闭，不再接受回答。您可以提交新工单，您写的内容会一并带上。
answer-not-asked = 这个问题已不再询问。
answer-late-title = 您的回答
answer-typed = 您写的内容
answer-to-ticket = 返回工单
reply-late-title = 此工单已关闭
reply-late = 您的回复没有发出：在送达之前，我们已关闭此工单。您可以将回复转入新工单，此工单的编号会一并带上。
reply-late-files = 以下文件会一并带上：{ $files }
reply-late-new = 就此事提交新工单
notice-answer-saved = 已加入您的工单，谢谢。
link-over-title = 此链接已失效
link-over = 它已过期，或者您已在所有设备上退出登录。我们可以向同一邮箱发送新的链接。
link-renew = 给我发送新链接
link-over-account = 您现在已有 { $brand } 账户。请在那里登录，查看您的工单。
link-over-nothing = 无法再向该邮箱发送新链接。请从您最初联系我们的地方重新联系我们。
link-sent-title = 请查收邮件
link-sent = 新链接正发往原链接的收件地址，可能需要几分钟。
notice-kind-link = 已通过邮件发送新链接
reach-freeze = 有人进入了您的账户
reach-freeze-text = 先一键冻结账户，问题稍后再问，您的工单会优先于其他所有工单。
reach-freeze-sign-in = 登录后一键冻结账户，问题稍后再问，您的工单会优先于其他所有工单。
reach-freeze-act = 冻结我的账户
reach-ticket = 在本网站提交工单
reach-ticket-sign-in = 通过 { $brand } 登录后，随时可以用我们支持的十种语言提交工单，答复会显示在这里。
reach-locked-out = 无法登录？
reach-locked-out-text = { $brand } 的登录页面提供找回方式。我们不会通过消息让您登录，向您索要验证码的人也不是我们的员工。
reach-link = 您在邮件中收到了链接
reach-link-text = 打开它即可查看工单，无需账户。若已失效，页面会提供新的链接。
reach-look = 先自行查询
reach-look-text = 粘贴交易哈希、地址或链接，我们会立即告诉您它是什么、是否有问题。
reach-look-act = 前往粘贴
reach-like-both = 仅统计您所用语言、在一天中相近时段提交的工单。
reach-like-language = 仅统计您所用语言的工单。
reach-like-hour = 仅统计在一天中相近时段提交的工单。
reach-no-promise = 根据过去 28 天统计，不构成承诺。
reach-unknown = 近期此类工单太少，无法说明答复需要多久。
reach-waiting-many = 近期此类工单中，超过一半仍在等待答复。

## What the exchange tells by itself

notify-app = 交易所应用
notify-app-hint = 手机上的简短提示，不含您或我们写的内容。
looks-account = 交易所提供的账户信息
looks-intro-account = 谁查看了交易所提供的账户信息，也会列在这里；15 分钟内多次查看只记一次。
told-as-of = { $what }（截至 { $time }）
suspended-title = 暂停服务的网络
suspended-both = { $network } 的充值和提现已暂停（{ $what }）。资金不会丢失，网络恢复后继续处理。
suspended-deposits = { $network } 的充值已暂停（{ $what }）。现在转入的资金会在恢复后入账。
suspended-withdrawals = { $network } 的提现已暂停（{ $what }）。网络恢复后会继续转出。
suspended-all-coins = 所有币种
suspended-until = 预计 { $time } 恢复。
notice-told-account = 您的账户

## Customer's side: news by topic

notify-topic = 通知内容
notify-topic-tickets = 您的工单
notify-topic-tickets-hint = 我们的答复、需要您补充的内容，以及工单解决的通知。
notify-topic-account = 充值和提现
notify-topic-account-hint = 交易所主动告知的内容：检测到充值、提现被暂缓。
notify-topic-security = 账户安全
notify-topic-security-hint = 密码或邮箱被更改可能是他人所为，因此始终发送。
notify-always = 始终发送
notify-push = 浏览器
notify-cell = { $topic }：{ $channel }

## What did not arrive

problem-too-slow-title = 传输时间过长
field-cut = 发送的内容超出单次可接收的长度：下面只保留了开头，结尾未保留。长文本请作为文件附上。
notify-older = 此页面在更新之前就已打开，因此没有保存任何内容。下面是当前的选择以及您刚才勾选的项目。请再看一遍并保存。

## The help centre

help-title = 帮助
help-home-text = 解答您在 { $brand } 的充值、提现、交易和账户问题。
help-empty = 这里还没有文章。
help-all = 查看全部
help-all-of = 查看全部：{ $section }
help-glossary = 术语表
help-glossary-text = 用通俗的话解释交易所的用语。
help-see = 相关文章
help-stuck = 问题还没解决？
help-stuck-text = 请联系我们，读过的内容无需重复说明。
help-where = 当前位置
help-fallback = 本页暂无{ $wanted }版本。当前显示的语言：{ $language }。
help-internal = 内部
help-internal-text = 仅员工可见，请勿把此页网址发给客户。
help-updated = 更新于
help-reviewed = 最近审阅
help-contents = 本页内容
help-step-by-step = 逐步排查
help-start-again = 从头开始
help-all-steps = 显示全部步骤
help-rate = 这篇文章有帮助吗？
help-rate-yes = 有
help-rate-no = 没有
help-rate-why = 哪里不足？
help-rate-note = 补充说明（选填）
help-rate-note-hint = 此处不会收到回复。如需处理您的问题，请联系我们。
help-rate-send = 发送
help-reason-not-mine = 不是我的问题
help-reason-wrong = 内容有误
help-reason-unclear = 看不懂
help-reason-incomplete = 不够完整
help-reason-policy = 看懂了，但不认同这项规定
help-related = 延伸阅读
help-before = 提交之前：这些文章也许已有答案
notice-feedback-given = 谢谢，编写这些页面的人会看到您的反馈。
help-film = 视频，在新标签页中打开
help-field-memo = Memo
help-field-tag = 目的地标签（Tag）
help-field-comment = 备注（Memo）
help-terms = 条款版本
help-terms-from = 生效日期
help-terms-until = 失效日期
help-terms-in-force = 现行有效
help-terms-time = 结算时间（UTC）
help-terms-window = 均价时段（分钟）
help-terms-sample = 取样间隔（秒）
help-terms-average = 均价算法
help-terms-strike = 正好等于行权价时
help-terms-days = 计息天数
help-terms-rounding = 舍入
help-average-arithmetic = 算术平均
help-average-time = 时间加权
help-strike-exercises = 换成另一种币
help-strike-expires = 不换币
status-next-promised = 我们会在 { $time } 之前答复您。
status-next-late = 我们承诺在 { $time } 之前答复，但已延误。答复会显示在这里。

## What comes too early or too often

problem-too-often-title = 操作过于频繁
notice-nudged-already = 您已询问过进展，或现在还不到时间。下方写明了何时可以再次询问。
escalate-written = 您写的内容

## Tickets that go on in another one
ticket-goes-on = 此工单已并入 { $number }
ticket-goes-on-text = 这两个工单说的是同一件事，我们已将它们合并。您在这里写过的内容都会显示在那里，之后的消息也请写在那里。
ticket-goes-on-open = 前往 { $number }
ticket-joined-here = 已并入此处：{ $numbers }
message-origin = 来自 { $number }
step-merged = 已并入 { $number }
step-unmerged = 已从 { $number } 拆出，恢复为单独的工单
step-joined = { $number } 已并入此工单
step-parted = { $number } 已拆出，恢复为单独的工单
step-split-off = 部分消息移至 { $number } 继续处理
step-split-from = 由 { $number } 中的消息建立
step-taken-back = { $number } 中的消息已移回此处
step-given-back = 消息已移回 { $number }

## Search in the help centre

help-search-label = 搜索帮助中心
help-search-placeholder = 想了解什么？
help-search-button = 搜索
help-search-suggestions = 相关文章
help-search-heard = 找到 { $count } 篇文章，可用方向键选择。
help-search-heard-none = 暂无相关文章。
help-search-title = 搜索
help-search-of = 搜索：“{ $words }”
help-search-count = { $count } 篇文章
help-search-foreign = 没有{ $language }文章。其他语言有 { $count } 篇。
help-search-sections = 栏目
help-search-everywhere = 全部栏目
help-search-nothing = 没有找到与“{ $words }”相关的文章
help-search-nothing-text = 换个说法或少用几个词试试，也可以看看大家常看的文章。还是没有的话，请联系我们。
help-search-not-ready = 搜索暂时不可用，其他功能不受影响。请一分钟后再试。
help-popular = 大家常看的文章
help-fitting = 这些文章可能有答案
question-articles = 可能有答案的文章
question-articles-all = 全部结果

## A way in without a session
write-title = 提交工单
write-lead = 无需登录。请填写邮箱地址，我们会向您发送工单链接。
write-without = 不登录也可以
write-without-text = 没有登录，或无法登录？您仍然可以联系我们，工单链接会通过电子邮件发给您。
write-email = 您的邮箱地址
write-email-hint = 工单链接会发送到这里。我们是否有此邮箱的记录，不会告诉任何人。
write-send = 发送
write-unproven = 在邮件中的链接打开之前，我们无法确认来信者的身份：不会透露任何账户信息，也不会对账户做任何更改。
write-no-mail = 客服目前无法发送电子邮件。我们会阅读您的消息，但答复无法送达。如果可以，请登录后再联系我们。
write-not-taken = 您的消息未能发送
write-too-many = 过去一小时内，来自您网络的消息过多。请一小时后再试，或先登录。您写的内容保留在下方，文件需要重新选择。
write-too-many-of = 过去一天内，填写此邮箱的消息过多。请明天再试、换一个邮箱，或先登录。您写的内容保留在下方，文件需要重新选择。
write-files-again = 请重新选择文件：未登录时，消息发送之前我们不会保存文件。
written-title = 我们已收到您的消息
written-number = 您的工单号是 { $number }，请记下。
written-next = 接下来
written-mail = 如果这个邮箱属于您，带有工单链接的邮件已经发出，可能需要几分钟。
written-open = 请打开该链接。这样我们就能确认您能收到这个邮箱的邮件，之后的答复都会发到那里。
written-read = 客服会阅读您的消息，并在工单中答复。
written-first = 安全团队会最先阅读您的消息。
written-promise = 您将在 { $time } 之前收到答复。
written-once = 为防止陌生人塞满他人的邮箱，未经确认的邮箱每天只会收到一封这样的邮件。如果您今天已经联系过我们，请通过那封邮件中的链接继续。
theft-now-title = 请立即按以下顺序操作
theft-now-freeze = 还能登录 { $brand } 吗？请登录并冻结账户，只需点击一次。
theft-now-write = 如果无法登录，请立即联系安全团队，无需登录。
theft-now-mailbox = 保护您的邮箱：更改邮箱密码，并退出其他所有登录。能看到您邮件的人可以重置其他一切。
theft-now-password = 如果还能登录 { $brand }，请更改密码、退出其他所有登录并删除 API Key。
theft-now-wallet = 您是否把自己钱包的助记词告诉过别人？请把其中的资产转到新钱包。
theft-write = 联系安全团队
theft-no-freeze = 仅凭一条消息，我们不会冻结账户，否则任何人都能让他人无法使用账户。我们会先人工核查。
taken-open-lead = 怀疑有他人进入您的账户？请立即按以下顺序操作。
taken-open-sign-in = 登录并冻结
taken-stops = 交易所确认后，包括您本人在内，任何人都无法再提现或转出。
taken-hand-lead = 如果怀疑有他人进入您的账户，请立即告知安全团队。只需点击一次，其他问题稍后再说。
taken-hand-stops = 客服无法从这里直接操作账户，冻结由人工完成。在此之前，仍有可能发生提现。
taken-hand-meanwhile = 在此期间，如果您还能登录 { $brand }：请更改密码、退出其他所有登录并删除 API Key。
taken-hand-button = 请求冻结我的账户
notice-freeze-by-hand = 我们已收到您的求助，并最优先处理。安全团队会人工冻结账户，并在这里告知您。
sign-in-link = 在 { $brand } 登录
sign-in-link-text = 您将在 { $brand } 登录，然后回到本页。
sign-in-step-choose = 在那里选择“客服”，即可打开客服页面，并已处于登录状态。
reach-write-text = 任何时间都可以用我们支持的十种语言联系我们。工单链接会通过电子邮件发给您。
field-email-required = 请填写您的邮箱地址。
field-email-invalid = 这不像是一个邮箱地址，请检查。
field-email-too-long = 邮箱地址过长：最多 { $limit } 个字符。

## What a department is asked, on the page behind its link
side-unnamed = 客服台的一个问题
side-intro = { $name } 就工单 { $number } 向 { $department } 提问。客户看不到此页面的任何内容。
side-answer = 您的回复
side-answer-hint = 最多 { $limit } 个字符。只有客服台会看到。
side-send = 发送回复
side-until = 此页面可打开至 { $time }，有新内容时会延长。页面仅供 { $department } 使用，请不要转发链接。
notice-side-sent = 您的回复已送达客服台。
side-too-many = 过去一小时内的回复过多，请稍后再试。您写的内容保留在下方。
side-full = 此对话的内容已达上限。请让客服台另开一个对话。您写的内容保留在下方。
side-expired = 已有一段时间没有新内容，链接已过期。我们可以将链接再次发送到贵部门的邮箱。
side-renew = 再次发送链接
side-renewed = 链接正发往贵部门的邮箱，可能需要几分钟。
side-closed-title = 此对话已关闭
side-closed = 客服台已关闭此对话，这里无法再查看或填写任何内容。
side-void = 此链接已被新链接取代。请打开客服台最近发来的邮件，或向客服台询问。
field-side-required = 请填写您的回复，或选择文件。
field-side-too-long = 回复过长：最多 { $limit } 个字符。

## What the exchange tells in articles
help-figures = 交易所提供的数据：
help-not-now = （暂时无法得知）
help-not-now-table = 交易所目前没有响应，暂时无法显示此表。请几分钟后再看。

# Tables that are as long as the exchange makes them.
help-table-part = 此处显示 { $shown } 行，共 { $all } 行。
help-table-all = 查看完整表格
help-table-found = { $shown } 行，共 { $all } 行
help-table-find = 查找币种、网络或合约
help-table-earlier = 上一页
help-table-later = 下一页
help-table-contracts = 合约：杠杆、保证金与费用
help-table-dual-investment-pairs = 双币投资：可选币对
help-table-earn = 理财：在售产品
help-table-fiat = 法币：出入金方式
help-table-margin-interest = 杠杆借币：利率
help-table-memo = 需要填写 Memo 或标签的币种
help-table-networks = 网络：最低数量、确认数与手续费
help-table-withdrawal-fees = 提币：最低数量与手续费

# What the house says of itself in articles.
help-col-kind = 类型
help-col-address = 网址或联系方式
help-col-place = 您的居住地
help-col-confirmation = 确认收到
help-col-decision = 处理决定
help-col-longest = 最迟
help-col-body = 机构
help-col-until = 决定后的申诉期限
help-channel-site = 网站
help-channel-app = App
help-channel-mail = 邮箱
help-channel-phone = 电话
help-channel-social = 社交平台
