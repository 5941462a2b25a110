### 客户一侧。句子简短、主动，以“您”相称；要么给出时间，要么说明没有承诺时间。

## 页面框架

site-skip = 跳到正文
site-nav = 主导航
site-my-tickets = 我的工单
site-new-ticket = 联系我们
site-language = 语言
site-account = 账户
site-signed-in-as = 已登录：{ $name }
site-sign-in = 登录
site-sign-out = 退出登录
site-safety = 我们绝不会索要密码、双重验证码、助记词或私钥。{ $brand } 的任何人都不会。
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
status-waiting-on-internal = 专门团队正在核查
status-solved = 已解决。如未解决，请告诉我们
status-closed = 已关闭
status-next-open = 我们没有承诺时间。答复会显示在这里。
status-next-waiting-on-customer = 在下方回复后，我们立即继续处理。
status-next-waiting-on-internal = 我们没有承诺时间。他们一有结果，您就会在这里看到。
status-next-solved = 如果没有解决，请在下方回复或重新打开；以上内容都会保留。
status-next-closed = 此工单不再接收回复。如果问题再次出现，请联系我们并注明此编号。

## 首页

home-title = 客服
home-heading = 需要什么帮助？
home-greeting = 您好，{ $name }
home-open-tickets = 未结工单
home-all-tickets = 我的全部工单
home-no-open = 目前没有未结工单。如果遇到问题，请联系我们。
home-topics = 关于什么问题？
home-theft = 我的账户被盗
home-theft-hint = 请立刻告诉我们。此类消息最先得到答复。
home-anonymous = 请从交易所登录，这样我们才知道您说的是哪个账户。

## 登录

sign-in-title = 登录
sign-in-how = 客服没有单独的密码
sign-in-step-open = 在应用或网站中打开 { $brand } 并登录。
sign-in-step-support = 选择“客服”，即以登录状态回到这里。
sign-in-why = 这样，谁也不能只输入您的邮箱地址就冒充您，也没有第二个密码可偷。
sign-in-development = 这是开发环境：请改选一位演示客户。
sign-in-development-link = 演示客户
sign-in-needed = 请先登录再查看此页面。
sign-in-failed-title = 您尚未登录
sign-in-again = 如何登录
sign-in-other-title = 要切换账户吗？
sign-in-other = 您已登录为 { $name }。您打开的链接属于另一个账户。
sign-in-other-switch = 切换到另一个账户
sign-in-other-stay = 保持登录为 { $name }

## 开发

development-title = 演示客户
development-intro = 每个按钮都会像交易所那样签发一个短期令牌，并带着它回来。只有配置允许时才有此页面。
development-sign-in = 登录
development-sign-in-as = 以 { $name } 登录
development-none = 还没有客户。
development-other = 其他账户
development-other-hint = 该账户在交易所的编号。首次登录会成为新客户。

## 新建工单

new-ticket-title = 联系我们
new-ticket-category = 关于什么问题？
new-ticket-category-choose = 请选择
new-ticket-subject = 主题
new-ticket-subject-hint = 用几个词概括，例如“USDT 充值未到账”。
new-ticket-body = 发生了什么？
new-ticket-body-hint = 时间、币种与网络、金额。交易哈希请完整粘贴。
new-ticket-send = 发送
new-ticket-as = 我们会答复 { $name } 的账户。
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

form-problem = 有一处问题
form-error-prefix = 错误：
field-category-required = 请选择问题类别。
field-subject-required = 请用几个词填写主题。
field-subject-too-long = 主题过长：最多 { $limit } 个字符。
field-body-required = 请写明发生了什么。
field-body-too-long = 文字过长：最多 { $limit } 个字符。更长的内容请以文件附上。
field-reply-required = 请填写回复或选择文件。
field-file = { $name }：{ $problem }

## 我的工单

tickets-title = 我的工单
tickets-open = 未结
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
ticket-new-instead = 再次联系我们
ticket-earlier = 更早的消息
ticket-later = 最新的消息
notice-ticket-sent = 我们已收到您的消息，编号为 { $number }。
notice-reply-sent = 您的回复已发送。
notice-solved = 已标记为解决。谢谢您告诉我们。
notice-reopened = 已重新打开，我们继续处理。
notice-signed-out = 您已退出登录。

## 实时更新

live-off = 自 { $time } 起未能实时更新，每 { $seconds } 秒检查一次。
live-draft = 之前的草稿已恢复到输入框。
live-sending = 正在发送…

## 问题页面

problem-not-found-title = 此页面不存在
problem-not-found = 地址可能输入有误，或该工单属于另一个账户。您自己的工单都在列表中。
problem-not-allowed-title = 无法执行此操作
problem-unavailable-title = 我们目前无法完成此操作
problem-internal-title = 我们这边出了故障
problem-too-large-title = 内容过大
problem-session-title = 请重新登录
problem-request-id = 请求编号
problem-home = 前往首页
problem-tickets = 我的工单

## Files

files-camera = 拍照
files-drop = 也可以把文件拖到这里，或粘贴截图。
files-going = 已发送 { $percent }
files-away = 连接中断，恢复后会自动继续。
files-done = 已到达
files-failed = 未能送达。请重试，或不带此文件发送消息。
files-too-large = 超过 { $size }。请发送较小的文件，或剪短录屏。
files-empty = 此文件是空的。请另选一个。
files-changed = 文件在发送过程中被修改。请重新选择。
files-too-many = 一条消息最多可附 { $count } 个文件。
files-remove = 移除 { $name }
files-retry = 重试
files-hold = 文件到达后，您的消息会立即发出。
file-held = 正在检查病毒，完成后即可打开。

## Transcript, looks, sessions, how to reach us

take-title = 保存这段对话
take-text = 此工单的全部消息，存于一个已签名的文件中。任何人都能核实内容未被改动，无需经过我们。最近一分钟的消息也在其中，但尚未写入封存的历史。
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
verify-history = 已写入签名历史
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
looks-intro = 您的姓名、邮箱、电话和账户号对我们的员工是隐藏的。员工查看其中任何一项都必须说明理由，并列在这里。相同的代号始终是同一个人。
looks-none = 没有人查看过。
looks-name = 您的姓名
looks-email = 您的邮箱地址
looks-phone = 您的电话号码
looks-uid = 您的账户号
looks-transcript = { $number } 的完整对话
looks-unknown = 记录已被删除的内容
looks-by = 员工 { $code }
looks-reason = 理由
looks-reason-gone = 已删除
sessions-title = 我的登录设备
sessions-intro = 以下浏览器已登录我们的客服系统。如有不认识的，请结束它。交易所本身的登录是独立的，请在交易所内结束。
sessions-here = 当前浏览器
sessions-since = 登录于 { $time }
sessions-seen = 最近使用 { $time }
sessions-unknown = 未知浏览器
sessions-end = 结束此会话
sessions-everywhere = 在所有设备上退出
sessions-everywhere-hint = 结束以上全部会话，包括当前这个。
notice-session-ended = 该会话已结束。
notice-signed-out-everywhere = 您已在所有设备上退出。
reach-title = 如何联系我们
reach-intro = 选择问题类型，我们会告诉您最近首次回复用了多久。
reach-way = 写信给我们
reach-way-hint = 任何时间都可以写。我们的回复会出现在本站的工单里。
reach-measured = 此类工单中，一半在 { $median } 内得到首次回复，九成在 { $p90 } 内。
reach-measured-half = 此类工单中，一半在 { $median } 内得到首次回复。九成的时间目前还无法得知：仍有太多工单在等待。
reach-basis = 根据最近 28 天的 { $count } 个工单测得，并非承诺。
reach-few = { $count ->
    [0] 最近 28 天没有此类工单，因此无法说明回复需要多久。
   *[other] 最近 28 天只有 { $count } 个此类工单，太少，无法说明回复需要多久。
  }
reach-waiting = 最近 { $count } 个此类工单中，超过一半仍在等待回复。
reach-panel = 我们多久回复
reach-own = 您已有此类问题的未结工单
reach-own-hint = 如果是同一个问题，请在原工单里写：之前说过的内容都在那里。
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
notice-kind-reply = 有新的答复
notice-kind-waiting = 我们需要您提供信息
notice-kind-solved = 已解决
notify-title = 我们发送给您的内容
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
link-text = 此链接通向您的工单 { $number }，是通过电子邮件发给您的。
link-open = 打开工单
link-note = 您将在此设备上保持登录两小时。

## Forms: the question box, one question a page, and a ticket's life

question-label = 您的问题
question-placeholder = 粘贴交易 ID、地址或链接，或写几个字
question-hint = 我们会读取您粘贴的内容，带您到合适的表单。此时还不会发送任何内容。
question-ask = 查看
field-question-required = 请写几个字，或粘贴交易 ID、地址或链接。
field-question-too-long = 问题太长：最多 { $limit } 个字符。
question-title = 我们从中看到的内容
question-recognised = 识别到的内容
question-network = 它可能存在于 { $network }。
question-networks = 它可能存在于 { $count } 个网络。
question-mentioned = 您的工单中也提到它的
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
new-ticket-subject-of = { $category }：{ $what }
steps-title = 处理进展
step-done = 已完成：
step-now = 现在：
step-next = 接下来：
step-opened = 我们已收到您的消息
step-answered = { $name } 已回复
step-desk-wrote = 系统给您写了消息
step-replied = 您已回复
step-asked = 我们向您询问了信息
step-handed-on = 已转给专家团队
step-back = 已回到客服
step-solved = 已解决
step-closed = 已关闭
step-reopened = 您重新打开了工单
step-nudged = 您询问是否有人在处理
step-escalated = 您请求了专家
step-escalated-lead = 您请求了主管
step-next-open = 您会在这里看到我们的答复
step-next-waiting-on-customer = 您在下方回复后，我们立即继续
step-next-waiting-on-internal = 专家答复后，您会在这里看到
step-next-done = 如果问题再次出现，您可以重新打开
given-title = 您对我们问题的回答
nudge = 有人在处理吗？
nudge-from = 如果到时仍无人答复，您可以在 { $time } 之后询问。
notice-nudged = 我们已告诉他们您在等待。
escalate = 请求专家处理
escalate-title = 请求权限更高的人处理
escalate-intro = 二线专家会查看它以及上面的全部内容。您的工单会得到高优先级。
escalate-intro-lead = 主管会查看它以及上面的全部内容。
escalate-reason = 到目前为止哪里没有处理好？
escalate-reason-hint = 请用几句话说明，最多 { $limit } 个字符。它会作为消息加入您的工单。
escalate-send = 提交请求
escalate-stay = 保持现状
escalate-from = 目前处理的团队需要一天时间。您可以在 { $time } 之后请求上一级。
escalate-top = 您的工单已在主管处，没有更高一级了。
escalate-not-open = 此工单已解决或已关闭。请先重新打开。
notice-escalated = 您的工单连同您的理由已转到上一级。
field-escalation-required = 请用几句话写明哪里没有处理好。
field-escalation-too-long = 太长了：最多 { $limit } 个字符。

## The exchange bridge

account-title = 我的账户
account-facts = 账户信息
account-details = 详情
account-tx = 交易哈希
account-address = 地址
account-memo = Memo 或标签
account-write = 有问题？联系我们
taken-lead = 如果可能有他人进入您的账户，请立即冻结。只需一次点击，其他问题稍后再说。
taken-what-stops = 包括您本人在内，任何人都无法再提现或转出。
taken-what-people = 安全团队会收到一份优先于所有其他工单的工单。
taken-what-back = 此处无法撤销。确认您是账户所有者后，账户将交还给您。
taken-button = 立即冻结我的账户
taken-never = 事后我们不会有人致电向您索要验证码、密码，或要求转账到“安全”地址。
taken-pending = 您于 { $time } 请求冻结。交易所尚未确认，我们会持续请求。
taken-done = 您的账户自 { $time } 起被冻结，无法转出。回执 { $receipt }。
taken-refused = 您于 { $time } 请求后，交易所未能自动冻结账户。安全团队正在人工处理。
taken-ticket = 查看工单
notice-freeze-asked = 我们已收到您的求助，并优先处理。交易所确认后，本页会立即告知您。

## What the exchange tells by itself

notify-app = 交易所应用
notify-app-hint = 手机上的简短提示，不含你我双方写的内容。
looks-account = 交易所关于你账户的信息
looks-intro-account = 查看交易所关于你账户的信息的人也会列在这里，每一刻钟记录一次。
told-as-of = { $what }（截至 { $time }）
suspended-title = 暂停服务的网络
suspended-both = { $network } 上的 { $what } 充值和提现已暂停。资金不会丢失，网络恢复后继续处理。
suspended-deposits = { $network } 上的 { $what } 充值已暂停。现在转入的资金会在恢复后入账。
suspended-withdrawals = { $network } 上的 { $what } 提现已暂停。网络恢复后会继续发出。
suspended-all-coins = 所有币种
suspended-until = 预计 { $time } 恢复。
notice-told-account = 你的账户
