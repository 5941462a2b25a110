### 客服控制台。沉着、简短、直接；遇到问题时说明现在该怎么做。

## 通用

retry = 重试
refresh = 刷新
request-id = 请求编号
close = 关闭
cancel = 取消
save = 保存
change = 修改
delete = 删除
back = 返回
continue = 继续
copy = 复制
copied = 已复制
download = 下载
on = 已开启
off = 未开启
paused = 已暂停
never = 从未
created = 创建时间
acts = 操作
attempts = 次数
just-now = 刚刚
you = 我
you-subject = 您
people = 成员
brands = 品牌
required = 必须
name = 姓名
name-hint = 客户和同事会在您的消息上看到它。
email = 邮箱
password = 密码
language = 语言
theme = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度（浅色）
theme-contrast-dark = 高对比度（深色）
density = 列表密度
density-comfortable = 宽松
density-compact = 紧凑
load-more = 加载更多
paged-further = 目前查看的范围内没有符合的内容，后面还有。
refresh-failed = 未能重新读取，内容可能已有变化。
part-not-loaded = 控制台的这一部分无法加载
part-not-loaded-safe = 草稿已保留。重试会重新加载控制台。
load-failed = 无法加载：{ $what }
days = { $count } 天
not-allowed = 您没有这项权限，可以请管理员授予。
needs-permission = 需要“{ $permission }”权限
skip-to-content = 跳到正文
missing-title = 没有这个页面
missing-text = 地址可能有误，或者内容已经不在了。
go-to-inbox = 前往收件箱
failure-start = 控制台无法启动
failure-unreachable = 客服台没有响应。请检查网络；您输入的内容已保存在此浏览器中。

## 登录

sign-in-title = 登录
sign-in-text = 仅限客服人员。
sign-in-customer = 此浏览器当前以客户身份登录。请使用客服账号登录后继续。
sign-in = 登录
signing-in = 正在登录…
sign-out = 退出登录
password-show = 显示密码
second-step-title = 第二步验证
second-step-totp = 请输入验证器应用当前显示的六位数字。
second-step-recovery = 请输入您保存的一个恢复码。每个只能使用一次。
totp-code = 验证器动态码
recovery-code = 恢复码
use-recovery-code = 使用恢复码
use-totp = 使用验证器应用
locked-out = 错误次数过多，请在 { $seconds } 秒后重试。
step-up-title = 请确认是您本人
step-up-text = 这是一项危险操作。请输入验证器应用当前显示的动态码。
session-ended = 登录已过期。请重新登录；您输入的内容仍在这里。
enrolment-title = 设置第二步验证
enrolment-text = 您的客服台要求开启。只需一分钟和一个验证器应用。
totp-failed = 无法准备第二步验证
totp-scan = 请用验证器应用扫描：
totp-qr = 第二步验证密钥的二维码
totp-by-hand = 或在应用中手动输入密钥：
totp-copy = 复制密钥
totp-code-hint = 六位数字，每 30 秒更新。
totp-confirm = 确认
recovery-text = 请把这些恢复码与密码存放在一起。手机不在身边时，每个可以登录一次。它们只显示这一次。
recovery-saved = 我已保存
link-title = 欢迎
link-reset-title = 新密码
link-invitation-text = 请为 { $email } 设置姓名和密码。
link-first-administrator-text = 您是第一位成员，将成为此客服台的管理员。
link-password-reset-text = 请为 { $email } 设置新密码。
link-sign-in = 新密码已设置。请用它和第二步验证登录。
link-failed = 此链接无法使用
link-accept = 设置密码并登录
link-expires = 此链接有效期至 { $at }。
password-hint = 至少 { $least } 个字符。一句只有您会说的话就很好。
password-short = 已输入 { $have } 个字符，至少需要 { $least } 个
password-current = 当前密码
password-new = 新密码
password-change = 修改密码
password-changed = 密码已修改。
password-text = 密码长度比复杂程度更重要。

## 视图与队列

views = 视图
teams = 团队
settings = 设置
queue-unassigned = 未分配
queue-mine = 我的
queue-mentions = 提到我的
queue-following = 我关注的
queue-drafts = 草稿
queue-open = 处理中
queue-waiting_on_customer = 等待客户
queue-waiting_on_internal = 等待内部
queue-solved = 已解决
queue-closed = 已关闭
queue-all = 全部工单
list-filter = 筛选或搜索，也可粘贴工单号、哈希、链接
list-width = 列表宽度
list-new = { $count } 个新工单
list-failed = 无法加载列表
list-cut-above = 无法加载上方的工单。重试
list-cut-below = 无法加载更多工单
list-no-match = 没有匹配的工单
list-no-match-text = 筛选范围是此队列中已加载的工单：编号、主题、客户、负责人、团队和标签。
list-clear-filter = 清除筛选
list-number = 这看起来是一个工单号
list-open-number = 打开 { $number }
empty-unassigned = 没有等待认领的工单
empty-unassigned-text = 新工单会显示在这里，直到有人认领。
empty-mine = 没有等待您处理的工单
empty-mine-text = 分配给您的工单会显示在这里。
empty-mentions = 还没有人提到您
empty-mentions-text = 同事在备注中提到您或您所在团队的工单会显示在这里。
empty-following = 您没有关注任何工单
empty-following-text = 您关注但未分配给您的工单会显示在这里。
empty-drafts = 没有待发送的内容
empty-drafts-text = 您在任何设备上开始撰写而尚未发送的内容会显示在这里。
empty-open = 没有处理中的工单
empty-open-text = 客户发来的内容会立即显示在这里。
empty-other = 这里没有工单
empty-other-text = 符合条件的工单会显示在这里。
go-to-unassigned = 从未分配中认领
go-to-all = 查看全部工单
unread = 未读
row-draft = 这里有您的草稿
verify-ask = 请客户证明身份
verify-ask-again = 请其再次证明
verify-nothing = 此客户没有可用来证明身份的账户或邮箱
verify-asked-now = 已请客户证明身份。说明文字会随您的回复发出。
verify-asked = 已请其证明身份
verify-asked-line = { $identity } · { $name }，{ $asked } · 有效至 { $until }
verify-proven = 已按要求证明
verify-proven-line = { $identity } · { $proven } · 由 { $name } 于 { $asked } 提出
verify-expired = 未在期限内证明
verify-expired-line = { $identity } · { $name }，{ $asked } · 有效至 { $until }
verify-withdrawn = 不再要求证明
verify-withdrawn-line = { $identity } · 由 { $by } 于 { $withdrawn } 撤回
verify-take-back = 撤回
verify-taken-back = 已不再请客户证明身份。
tabs = 标签页中的工单
tabs-kept = { $number } 已保留在标签页中
tabs-full = 已有 { $count } 个标签页，请先关闭一个
tabs-none = 标签页中没有工单。按 { $keys } 可保留当前工单
tabs-news = 您查看之后有新动态
tabs-close = 关闭 { $number } 的标签页
row-others = 也在这里：{ $names }
presence-looking = { $name }也在查看
presence-typing = { $name }正在输入
row-left = 现为{ $status }
assigned-to = 已分配给 { $name }
risk-theft = 疑似被盗
risk-theft-text = 在确认账户主人之前，请把来信人视为未经证实，不要谈论安全设置。

## 工单内容

thread = 工单
thread-none = 请选择一个工单
thread-none-text = 按 J 和 K 在列表中移动，按 Enter 打开，按 ? 查看帮助和全部快捷键。
thread-failed = 无法加载工单 { $id }
thread-new = { $count } 条新消息
messages = 消息
back-to-list = 返回列表
link-copied = 工单链接已复制。
ticket-bar = 工单信息
set-status = 设置状态
set-priority = 设置优先级
assign-to = 分配给…
assign-nobody = 无人
assigned-to-you = 此工单现由您负责。
solved-now = 已解决。
tag-find = 查找或新建标签
tag-remove = 移除标签 { $tag }
picker-nothing = 没有匹配项
picker-create = 新建“{ $text }”
internal = 内部
masked = 已遮盖{ $kind }
file-erased = 已抹除
picture = 图片 { $name }
message-quoted = … 引用文字
events-folded = 之前的 { $count } 项变更

priority-urgent = 紧急
priority-high = 高
priority-normal = 普通
priority-low = 低

category-open = 处理中
category-waiting_on_customer = 等待客户
category-waiting_on_internal = 等待内部
category-solved = 已解决
category-closed = 已关闭

## 状态和角色自带的名称；改过的名称按原样显示

status-open = 处理中
status-waiting-on-customer = 等待客户
status-waiting-on-internal = 等待内部
status-solved = 已解决
status-closed = 已关闭
role-administrator = 管理员
role-team-lead = 团队主管
role-agent = 客服
role-auditor = 审计员

channel-portal = 门户
channel-console = 控制台
channel-api = API
channel-email = 邮件
channel-chat = 聊天

author-customer = 客户
author-staff = 客服
author-system = Proofdesk
author-operator = 运维人员
author-anonymous = 匿名者

verification-signed-in = 已登录
verification-signed-in-until = 已登录 · 有效至 { $until }
verification-email = 邮箱已确认
verification-none = 未验证
verification-expired = 已过期
verification-then = 写这条消息时

event-ticket-opened = { $actor }创建了此工单
event-ticket-status-set = { $cause ->
    [customer_replied] { $actor }已回复：{ $status }
    [customer_reopened] { $actor }回复并重新打开：{ $status }
    [customer_solved] { $actor }表示问题已解决
    [desk] 等待的内容已到：{ $status }
   *[staff] { $actor }将状态设为{ $status }
}
event-ticket-assignment-set = { $to ->
    [self] { $actor }接手了此工单
    [both] { $actor }分配给 { $assignee }（{ $team }）
    [person] { $actor }分配给 { $assignee }
    [team] { $actor }分配给团队 { $team }
    [somebody] { $actor }进行了分配
   *[nobody] { $actor }取消了分配
}
event-assigned-round-robin = 轮流分配给 { $assignee }
event-assigned-least-load = 按最低负载分配给 { $assignee }
event-assigned-away-and-reassign = { $to ->
    [team] 原负责人已设为离开，退回团队 { $team }
   *[nobody] 原负责人已设为离开，已退回
}
event-assigned-member-disabled = { $to ->
    [team] 原负责人已无法登录，退回团队 { $team }
   *[nobody] 原负责人已无法登录，已退回
}
event-ticket-priority-set = { $actor }将优先级设为{ $priority }
event-ticket-risk-set = { $risk ->
    [suspected_theft] { $actor }标记为疑似被盗
   *[none] { $actor }取消了被盗嫌疑
}
event-ticket-tagged = { $count ->
    [1] { $actor }添加了标签 { $tag }
   *[other] { $actor }添加了 { $count } 个标签，最后一个是 { $tag }
}
event-ticket-untagged = { $count ->
    [1] { $actor }移除了标签 { $tag }
   *[other] { $actor }移除了 { $count } 个标签，最后一个是 { $tag }
}
event-ticket-evidence-added = { $count ->
    [1] { $actor }添加了核查信息：{ $what }
   *[other] { $actor }添加了 { $count } 项核查信息
}
event-ticket-evidence-changed = { $count ->
    [1] { $actor }更正了核查信息：{ $what }
   *[other] { $actor }更正了 { $count } 次核查信息
}
event-ticket-evidence-removed = { $count ->
    [1] { $actor }移除了一项核查信息
   *[other] { $actor }移除了 { $count } 项核查信息
}
event-unknown = { $actor }：{ $kind }

## 编辑区

composer = 撰写
composer-reply = 回复
composer-note = 备注
composer-reply-placeholder = 写下答复、依据和下一步
composer-note-placeholder = 仅客服可见
composer-to = 发给
composer-note-to = 备注仅客服可见，客户看不到。
composer-saved = 已保存 { $at }
composer-unsaved = 未能保存：此浏览器的存储空间已满
composer-empty = 请先输入内容。
composer-uploading = 文件仍在上传。请等待完成后发送，或将其移除。
composer-forbidden = 您可以阅读此工单，但不能撰写。这需要“{ $permission }”权限，可以请管理员授予。
attach = 添加附件
drop-files = 松开即可添加
send = 发送
send-when-live = 连通后发送
send-menu = 更多发送方式
add-note = 添加备注
review-then-send = 先查看，再发送
reply-and-solve = 发送并解决
reply-and-wait = 发送并等待客户
reply-and-wait-internal = 发送并等待同事
note-and-solve = 添加并解决
note-and-wait = 添加并等待客户
note-and-wait-internal = 添加并等待同事
conflict-title = { $count ->
    [1] 您撰写时，{ $name }发来了消息。您的草稿已保留。
   *[other] 您撰写时，来了 { $count } 条消息。您的草稿已保留。
}
message-erased = 此处内容已被抹除。
message-sending = 正在发送
message-waiting = 等待发送
message-withdraw = 退回草稿
upload-going = { $percent }%
upload-failed = 上传失败
upload-too-large = { $size }：单个文件最大 { $limit }
upload-remove = 移除 { $name }

## 非实时

live-not = 自 { $since } 起不是实时内容，每 15 秒检查一次。
live-unreachable = 自 { $since } 起没有连接，每 15 秒检查一次；您发送的内容会在此等待。
live-waiting = 有 { $count } 条消息等待发送。

## 背景信息

context = 客户信息
context-width = 信息栏宽度
customer = 客户
customer-forbidden = 查看客户资料需要“{ $permission }”权限，可以请管理员授予。
customer-field-name = 姓名
customer-field-email = 邮箱
customer-field-phone = 电话
customer-field-uid = UID
customer-field-locale = 语言
customer-field-country = 国家或地区
reveal = 显示
reveal-field = 显示{ $field }
reveal-why = 您为什么需要它？
reveal-hint = 您的理由和姓名会写入审计日志。
identity-portal = 门户
identity-email = 邮箱
identity-telegram = Telegram
identity-phone = 电话
identity-forum = 论坛
reveal-left = 本小时还可显示 { $count } 次
hide-again = 重新遮盖
earlier-tickets = 以前的工单
earlier-none = 这是该客户的第一个工单。
routing = 分派
fact-category = 类别
fact-channel = 渠道
fact-language = 语言
fact-opened = 创建
fact-changed = 更新
fact-last-word = 最后发言
fact-customer-since = 首次出现
last-word-customer = 客户
last-word-staff = 我们
last-word-system = Proofdesk

## 快捷键

help-title = 快捷键
help-start = 一个工单：从列表到回复
start-open = 在列表中移动，打开一个工单
start-mine = 分配给自己
start-reply = 写回复给客户；在输入框内，按键就是文字
start-macro = 在输入框的行首：查找已写好的回复（快捷回复）
start-send = 发送
start-solve = 或者发送并将工单设为“已解决”
start-leave = 离开输入框，单键快捷键重新生效
start-undo = 撤销上一步。回复会先等待几秒再发出，便于撤回
start-next = 列表中的下一个工单，光标直接在回复框内
start-else = 其他操作按名称查找：输入要做的事，再按 Enter
start-about = 操作针对所选的工单；没有选择时针对打开的工单；没有打开时针对键盘所在的那一行。
help-list = 列表
help-ticket = 工单
help-compose = 撰写
help-go = 前往
help-page = 页面
keys-then = 然后
keys-or = 或
single-keys = 启用单键快捷键（带 Ctrl 的始终有效）
write-on-click = 点击工单后，光标直接进入回复框
action-next = 下一个工单
action-previous = 上一个工单
action-page-next = 向下翻一屏工单
action-page-previous = 向上翻一屏工单
action-first = 第一个工单
action-last = 列表中的最后一个工单
action-next-write = 下一个工单，直接写回复
action-previous-write = 上一个工单，直接写回复
action-open = 打开
action-back = 返回
action-search = 筛选列表或打开工单号
action-reply = 回复
action-note = 备注
action-assign = 分配
action-assign-me = 分配给我
action-status = 状态
action-solve = 解决
action-priority = 优先级
action-tag = 标签
action-copy-link = 复制链接
action-look = 查看最新的文件
look-none = 此工单没有可查看的文件。
action-next-message = 下一条消息
action-verify = 请客户证明身份
action-keep-tab = 保留在标签页中，或关闭该标签页
action-next-tab = 下一个标签页
action-previous-tab = 上一个标签页
action-previous-message = 上一条消息
action-send = 发送
action-send-solve = 发送并解决
action-send-wait = 发送并等待客户
action-attach = 添加附件
action-go-mine = 我的
action-go-mentions = 提到我的
action-go-following = 我关注的
action-go-drafts = 草稿
action-go-unassigned = 未分配
action-go-open = 处理中
action-go-all = 全部工单
action-go-solved = 已解决
action-go-settings = 设置
action-toggle-views = 展开或收起视图
action-toggle-context = 显示或隐藏客户信息
action-next-region = 下一个区域
action-previous-region = 上一个区域
action-help = 本帮助

## 设置

settings-you = 个人
settings-people = 人员
settings-connections = 连接
settings-record = 记录
section-profile = 我的资料
section-appearance = 外观
section-security = 我的安全
section-sessions = 我的登录
section-members = 成员
section-roles = 角色
section-teams = 团队
section-skills = 技能
section-tags = 标签
section-views = 视图
section-api-tokens = API 令牌
section-webhooks = Webhook
section-jobs = 后台任务
section-audit = 审计日志

profile-text = 同事和客户如何看到您，以及您阅读所用的语言和时区。
profile-saved = 资料已保存。
profile-mention-mails = 我不在时，备注中提到我就发邮件通知
profile-mention-mails-hint = 邮件只写工单编号和备注的作者，不包含备注内容。
profile-review-mails = 我负责的文章到期待复审，或有我可以发布的文章提交审核时，发邮件通知
profile-review-mails-hint = 每次到期只发一次，同时到期的合为一封；每篇提交审核的文章发送一次。控制台无论如何都会提醒。
time-zone = 时区
appearance-text = 仅保存在此浏览器中。
sound = 声音
sound-theft = 出现疑似被盗时轻声提示
sound-theft-hint = 仅限您有权查看的工单，每张工单只响一次，两次至少间隔五秒。浏览器只在您点击页面或按键之后才允许发声；在此之前，或在您已禁止发声时，不会有任何声音。
sound-try = 试听
sound-heard = 已播放。如果没有听到，请检查标签页和设备的音量。
sound-forbidden = 浏览器不允许此页面发声。请在浏览器的网站设置中允许，然后再试听。
pixels = { $least } 至 { $most } 像素，默认 { $usual }

security-text = 您如何证明是您本人。
totp = 第二步验证
totp-short = 第二步验证
totp-on = 每次登录都需要验证器应用的动态码。
totp-off = 目前仅凭密码即可登录。请设置验证器应用。
totp-required = 您的客服台要求开启。
totp-set-up = 设置
totp-remove = 移除
recovery-renew = 重新生成恢复码
recovery-renew-text = 旧恢复码会立即失效。请输入动态码以确认是您本人。
totp-remove-text = 移除后仅凭密码即可登录，恢复码也会失效。请输入动态码以确认是您本人。

sessions-text = 您在这些地方登录过。请结束不认识的登录，然后修改密码。
session-device = 浏览器
session-begun = 登录时间
session-seen = 最近使用
session-this = 当前
session-unknown = 未知浏览器
session-end = 结束
session-end-title = 结束此登录
session-end-others = 结束其他登录
session-end-others-text = 您在其他地方都需要重新登录。
session-end-text = 使用它的人需要重新登录。
session-end-this-text = 这是您正在使用的登录，结束后需要重新登录。

members-text = 在这里工作的人。新成员通过您亲自转交的链接加入。
member-invite = 邀请成员
member-invite-text = 邀请会生成一个一次性链接，由您转交，不会发送邮件。
member-make-link = 生成链接
member-new-link = 新链接
member-name-hint = 可以留空，成员之后可以修改。
member-new-password = 重设密码的链接
member-end-sessions = 结束其登录
member-end-sessions-done = { $name } 已在所有设备退出。
member-reset-totp = 重置其第二步验证
member-reset-totp-done = { $name } 的第二步验证已重置。
member-state = 状态
member-active = 正常
member-invited = 已邀请
member-disabled = 已停用
member-change = 修改 { $name }
member-sets = 角色、团队、品牌和技能
member-kept = 已保存：{ $what }。其余未保存，请再次保存。
member-disable = 停用
member-enable = 启用
member-disable-text = { $name } 会立即在所有设备退出，并且无法登录。其写过的内容不变。
member-enable-text = { $name } 可以用原来的密码重新登录。
member-reassigned = { $count ->
    [1] { $name } 有 1 个处理中的工单将退回。
   *[other] { $name } 有 { $count } 个处理中的工单将退回。
}
availability = 在线状态
availability-online = 在线
availability-away = 离开
availability-away_and_reassign = 离开，并退回处理中的工单
availability-offline = 离线
availability-now = 您现在的状态：{ $state }
availability-reassigned = { $count ->
    [1] 已将您设为离开。1 个处理中的工单将退回。
   *[other] 已将您设为离开。{ $count } 个处理中的工单将退回。
}
capacity = 处理中工单上限
capacity-hint = { $count ->
    [0] 目前没有处理中的工单。
   *[other] 目前有 { $count } 个，均会保留。
}
capacity-unlimited = 不限
link-once-title = 一次性链接
link-once = 请通过可信的渠道转交。它只能使用一次，有效期至 { $at }，并且只显示这一次。
link-copy = 复制链接

roles-text = 角色是一组权限，每项权限有各自的范围。
role-new = 新建角色
role-create = 创建角色
role-totp = 第二步验证
role-totp-require = 拥有此角色的人必须设置第二步验证
role-change = 修改 { $name }
role-delete = 删除 { $name }
role-delete-text = 只有无人使用的角色才能删除。
role-fixed = 管理员拥有全部权限，但同样可以要求其设置第二步验证。
permission = 权限
reach-none = 无
reach-own = 本人
reach-team = 团队
reach-brand = 品牌
reach-all = 全部

permission-ticket-read = 查看工单
permission-ticket-create = 代客户创建工单
permission-ticket-reply = 回复
permission-ticket-note = 写备注
permission-ticket-assign = 分配
permission-ticket-status = 设置状态
permission-ticket-priority = 设置优先级
permission-ticket-tag = 打标签
permission-ticket-evidence = 添加和更正核查信息
permission-ticket-export = 导出对话记录
permission-customer-read = 查看客户（已遮盖）
permission-customer-reveal = 显示个人资料
permission-constraint-manage = 添加、更改和结束客户账户的限制
permission-customer-erase = 抹除客户内容
permission-member-read = 查看成员
permission-member-manage = 管理成员
permission-role-manage = 管理角色
permission-team-manage = 管理团队和技能
permission-token-manage = 管理 API 令牌
permission-webhook-manage = 管理 Webhook
permission-brand-manage = 管理品牌、类别、状态和标签
permission-audit-read = 查看审计日志
permission-job-manage = 管理任务

teams-text = 工单可以交给团队，权限范围也可以到所属团队。
teams-none = 还没有团队
teams-none-text = 团队共享队列和权限范围。
team-new = 新建团队
team-create = 创建团队
team-change = 修改 { $name }
team-delete = 删除 { $name }
team-delete-text = 其工单仍归原负责人，只是不再属于任何团队。
assignment = 分配方式
assignment-first_come = 先到先得
assignment-first_come-text = 不自动分配：谁先来，谁接手。
assignment-round_robin = 轮流分配
assignment-round_robin-text = 最久没有分到工单的人分到下一个。
assignment-least_load = 负载最低
assignment-least_load-text = 按各自的上限计算，处理中工单最少的人分到下一个。

skills-text = 成员擅长什么：一个主题或一种语言。
skills-none = 还没有技能
skills-none-text = 技能用来判断谁最适合处理某个工单。
skill-new = 新建技能
skill-create = 创建技能
skill-kind = 种类
skill-topic = 主题
skill-language = 语言
skill-tag = 语言代码
skill-tag-hint = 例如 ja、zh-Hans 或 pt-BR。
skill-hint = 例如：Tron 充值、API、日语。
skill-delete = 删除 { $name }
skill-delete-text = 成员会失去此技能，其他不变。
tags-text = 成员给工单加上的短词。标签可在此新建，也会在首次加到工单时自动创建。
tags-none = 还没有标签
tags-none-text = 在此新建大家应当使用的标签，或直接给工单加上一个。
tags-find = 查找标签
tags-not-found = 没有叫这个名字的标签
tags-merge-text = 如果两个标签是同一回事：用“tag:…”找出带有其中一个的工单，加上另一个标签，再删除前一个。
tag-new = 新建标签
tag-create = 创建标签
tag-hint = 不区分大小写；空格会变成连字符。
tag-rename = 为 { $name } 改名
tag-rename-hint = 所有工单随之更新。原名仍指向此标签：在快捷回复、视图中以及输入时都有效。
tag-delete = 删除 { $name }
tag-delete-text = 只能删除没有工单使用的标签。如果快捷回复会添加它，下次使用时会重新创建。

tokens-text = 供程序使用。令牌的权限不会超过创建者。
tokens-none = 还没有令牌
tokens-none-text = 令牌让程序以您的名义使用 API，范围由您选择。
token-new = 新建令牌
token-create = 创建令牌
token-name-hint = 哪个程序会使用它？
token-permissions = 权限
token-used = 最近使用
token-expires = 到期
token-revoke = 撤销
token-revoke-title = 撤销 { $name }
token-revoke-text = 使用它的程序会立即失效。
token-revoked = 已撤销
token-once-title = 新令牌
token-once = 请把它存入程序读取密钥的地方。它只显示这一次。

webhooks-text = 向其他系统发送已签名的消息，告知这里发生了什么。
webhooks-none = 还没有 Webhook
webhooks-none-text = Webhook 会把每个新事件签名后告知您的系统，并不断重试直到得到响应。
webhook-new = 新建 Webhook
webhook-create = 创建 Webhook
webhook-change = 修改 Webhook
webhook-delete = 删除 Webhook
webhook-delete-text = 不再通知 { $name }，其投递记录也会一并删除。
webhook-url = 地址
webhook-name-hint = 由哪个系统接收？
webhook-everything = 通知全部事件
webhook-url-hint = HTTPS 地址，本服务器可以访问，且不在其内部网络中。
webhook-state = 状态
webhook-enabled = 投递
webhook-events = 事件
webhook-all-events = 全部
webhook-event-count = { $count } 种
webhook-rotate = 更换密钥
webhook-secret-title = Webhook 密钥
webhook-secret = 您的系统需要用它核对签名。它只显示这一次。
deliveries = 投递记录
deliveries-text = 发送了什么，得到了什么响应，哪些会重试。
deliveries-none = 还没有投递
deliveries-none-text = 此 Webhook 订阅的下一个事件会显示在这里。
delivery-event = 事件
delivery-state = 状态
delivery-answer = 响应
delivery-delivered = 已送达
delivery-pending = 等待中
delivery-failed = 已放弃
delivery-again = 将重新投递。
redeliver = 重新投递

jobs-text = 在后台进行的工作。最后一次尝试后放弃的任务需要人处理：请查看错误、排除原因，然后重试。等待中和运行中的任务只能查看。
jobs-state = 状态
jobs-state-dead = 已放弃
jobs-state-waiting = 等待中
jobs-state-running = 运行中
jobs-lane-all = 所有通道
jobs-none-dead = 没有失败的任务
jobs-none-dead-text = 该做的都已完成，或正在尝试。
jobs-none-waiting = 没有等待中的任务
jobs-none-waiting-text = 所有任务都已完成、正在运行或已放弃。
jobs-none-running = 没有运行中的任务
jobs-none-running-text = 多数任务不到一秒就完成，耗时较长的才会显示在这里。
job-when-dead = 放弃时间
job-when-waiting = 到期时间
job-when-running = 占用至
job-later = 未到时间
job-kind = 任务
job-error = 最后的错误
job-retry = 重试
job-again = 任务已重新排队。
job-drop = 丢弃
job-drop-title = 丢弃 { $kind }？
job-drop-text = 它会从列表中消失，原本要做的事不会再做。审计日志会记下是谁决定的。

audit-text = 按顺序记录发生的一切，每个事件都与前一个相连。任何改动都会被发现。
audit-verified = 全部吻合
audit-broken = 有 { $count } 处不吻合
audit-checked = 已核对 { $streams } 个流中的 { $events } 个事件、{ $messages } 条消息和 { $files } 个文件。
audit-signed = 最近的签名检查点覆盖 { $count } 个位置。
audit-unsigned = 尚无签名检查点。
audit-not-verified = 无法核对日志
audit-verify-title = 核对整个日志
audit-verify-text = 把每个事件、消息和文件与链条比对。数据多时需要一些时间。
audit-proof = 保存证明
audit-erased = 此事件的内容已被抹除，其摘要仍在链条中。
audit-root = 根
audit-verify = 核对
audit-verify-again = 重新核对
audit-compared = 已将 { $count } 行与其事件比对。
audit-outside = { $count ->
    [0] 数据库之外没有保存检查点。
   *[other] 已与保存在数据库之外的 { $count } 个检查点核对。
}
audit-more = 另有 { $count } 项未显示。
audit-running = 正在核对… { $stage }：{ $looked }
audit-stage-chains = 事件
audit-stage-feed = 位置
audit-stage-tiles = 哈希树
audit-stage-rows = 行
audit-stage-erasures = 抹除记录
audit-stage-state = 行及其事件
audit-filter = 筛选
audit-where = 工单号或事件流
audit-who = 成员或操作者
audit-from = 起始时间
audit-until = 早于
audit-widen = 显示全部
audit-none = 没有这样的事件
audit-none-text = 放宽筛选条件可以看到更多。
audit-at = 时间
audit-actor = 操作者
audit-kind = 事件
audit-stream = 流
audit-seq = 序号

## 核查信息：关于哈希、地址和链接已知的内容

evidence-as-written = 按原文记录
evidence-state-checked = 已核对
evidence-state-shape = 无法核对
evidence-state-phishing = 欺诈链接
evidence-value = 内容
evidence-host = 指向
evidence-origin = 来源
evidence-network-hint = 如果您知道是哪个网络，请选择。
evidence-remove-title = 从此工单移除？
evidence-remove-text = { $what }将不再显示在此工单上，也无法再通过它找到此工单。消息本身保持不变。
masked-told = 客户看到的提示：{ $advice }
text-looks-like = 这看起来像：{ $what }。保存消息前会将其隐藏。
list-with-evidence = 包含此内容的工单
list-show-queue = 返回队列
list-no-evidence = 没有工单包含此内容
list-no-evidence-text = 在您能查看的工单中，没有人写过这个内容。

## Texts read again
event-ticket-message-masked = { $count ->
    [1] 安全检查遮盖了一条已存消息中的机密
   *[other] 安全检查遮盖了 { $count } 条已存消息中的机密
}
event-ticket-subject-masked = 安全检查遮盖了主题中的机密
event-ticket-file-masked = { $count ->
    [1] 安全检查遮盖了一个已存文件或其名称中的机密
   *[other] 安全检查遮盖了 { $count } 个已存文件或其名称中的机密
}
permission-guard-rescan = 让安全检查重新扫描已存文本
rescan = 已存文本
rescan-text = 当安全检查能识别更多机密时，所有已存文本都会重新扫描：消息、备注、主题、表单答案、草稿、快捷回复、文章、名称、标签、文本文件、表单和理由。发现的机密会在所有存放之处被遮盖，并写入日志。
rescan-none = 尚未重新扫描。
rescan-running = 正在扫描{ $stage ->
    [messages] 消息和备注
    [tickets] 主题
    [evidence] 手动添加的核查信息
    [answers] 表单答案
    [drafts] 客户草稿
    [reply-drafts] 成员草稿
    [macros] 快捷回复
    [views] 已存视图
    [articles] 文章
    [tags] 标签
    [file-names] 文件名
    [files] 文本文件
    [customers] 客户名称
    [terms] 术语表
    [searches] 无结果的搜索
    [feedback] 文章反馈
    [constraints] 客户注意事项
    [settings] 设置中的名称
    [forms] 表单
    [article-files] 文章附件
    [identities] 账户标识
   *[reasons] 理由
}：已扫描 { $looked } 条，遮盖 { $masked } 条
rescan-done = 已扫描 { $looked } 条，遮盖 { $masked } 条
rescan-start = 全部重新扫描
rescan-started = 正在重新扫描已存文本。

## Notifications

sent-queued = 邮件发送中
sent-queued-why = 邮件等待发送：{ $why }
sent-sent = 邮件已发送
sent-failed = 邮件未发送
sent-failed-why = 邮件未发送：{ $why }
sent-bounced = 邮件被退回
sent-bounced-why = 邮件被退回：{ $why }
sent-withheld = 未发送邮件
sent-withheld-why = 未发送邮件：{ $why }
sent-about-receipt = 回执
sent-about-opened = 为客户创建了工单
sent-about-reply = 答复
sent-about-waiting = 等待客户
sent-about-solved = 已解决
sent-error-unproven = 尚未证明该地址属于客户
sent-error-too-many = 该地址一小时内收到的邮件已达上限
sent-error-bounced-before = 该地址此前被拒收
sent-error-connection = 邮件服务器没有响应
sent-error-tls = 与邮件服务器的连接不安全
sent-error-timeout = 邮件服务器响应过慢
sent-error-no-mail-server = 未配置邮件服务器
sent-error-no-address = 客户没有邮箱地址
sent-error-address = 无法向该地址发送
forgot-password = 忘记密码？
forgot-title = 设置新密码
forgot-text = 请输入您的邮箱地址。如果它属于某位成员，我们会发送一个链接。
forgot-send = 发送链接
forgot-sent = 如果该地址属于某位成员，链接已在发送途中，三天内有效。没有收到？请联系管理员。

## Forms: answers, customers who wait, tiers

answers-title = 回答
answers-count = 已回答 { $answered } / { $asked }
answers-lacking = 客户没有
answers-missing = 缺少：{ $question }
row-nudged = 催问 { $count } 次
row-tier-second = 二线
row-tier-lead = 主管
event-ticket-nudged = { $actor }询问了进展
event-ticket-verification-asked = { $actor }请客户证明身份
event-ticket-verification-proven = { $actor }已按要求证明身份
event-ticket-verification-withdrawn = { $actor }不再请客户证明身份
event-ticket-escalated = { $tier ->
    [lead] { $actor }请求由主管处理
   *[other] { $actor }请求由专家处理
}

## Files

event-ticket-file-infected = { $actor }在文件中发现病毒：{ $signature }
file-infected-as = 病毒：{ $signature }。任何人都无法打开。
video-of = 视频：{ $name }
file-download = 下载 { $name }
file-preview = 文件
file-acts = 可对此文件进行的操作
file-place = 第 { $at } 个，共 { $count } 个
file-by = 来自 { $name }
file-masked-copy = 遮盖后的副本：其中的机密信息已隐藏
file-gone = 此文件已不存在，或您无权查看。
file-failed = 无法打开此文件
file-unplayable = 此浏览器无法显示该文件，可以下载。
file-no-viewer = 此浏览器不能在页面中显示 PDF，可以下载。
file-only-download = 此类文件不在这里显示，可以下载。
file-pdf = PDF：{ $name }
file-text = 文本：{ $name }
file-text-part = 已显示 { $loaded }，共 { $size }
file-text-whole = 已全部显示
file-text-more = 加载更多
audio-of = 音频：{ $name }
help-file = 查看文件
action-next-file = 下一个文件
action-previous-file = 上一个文件
action-zoom-file = 切换图片原尺寸与完整显示
action-turn-file = 旋转图片
action-wrap-file = 文本长行自动换行
action-save-file = 下载

## The exchange bridge

account-card = 交易所账户
transfers-card = 充值与提现
security-card = 安全变更
security-card-none = 没有已知变更
transfers-none = 无
api-keys-card = API Key
api-keys-none = 没有 API Key
api-key-may-read = 读取
api-key-may-trade = 交易
api-key-may-withdraw = 提现
api-key-anywhere = 不限来源
api-key-used = 最近使用 { $time }
api-key-unused = 从未使用
api-key-until = 至 { $time }
api-key-over = 已于 { $time } 失效
trading-card = 订单与持仓
trading-show = 向交易所查询
trading-orders = 订单
trading-positions = 当前持仓
orders-none = 无
positions-none = 无
side-buy = 买入
side-sell = 卖出
position-leverage = { $times } 倍
position-liquidation = 强平价 { $price }，距离 { $distance }%
order-filled = 已成交 { $filled } / { $size }
order-state-open = 挂单中
order-state-partly-filled = 部分成交
order-state-filled = 已成交
order-state-cancelled = 已撤销
order-state-rejected = 被拒绝
order-state-expired = 已过期
order-reject-insufficient-balance = 被拒绝：余额不足
order-reject-below-minimum = 被拒绝：低于最小限额
order-reject-price-out-of-band = 被拒绝：价格超出允许范围
order-reject-post-only-would-take = 被拒绝：只挂单，但会立即成交
order-reject-reduce-only = 被拒绝：只减仓，但会增加持仓
order-reject-market-closed = 被拒绝：市场已关闭
order-reject-rate-limited = 被拒绝：下单过于频繁
order-reject-self-trade = 被拒绝：会与自己的订单成交
order-reject-account-frozen = 被拒绝：账户已冻结
act-freeze-pending = 已请求冻结，尚未确认。未获回应次数：{ $count }
act-freeze-done = 客户已自行冻结。回执 { $receipt }
act-freeze-refused = 自动冻结未成功：请立即人工冻结
security-change-password-changed = 密码已更改
security-change-second-factor-changed = 双重验证已更改
security-change-email-changed = 邮箱已更改
security-change-phone-changed = 手机号已更改
security-change-whitelist-changed = 地址白名单已更改
security-change-api-key-created = 已创建 API Key
security-change-new-device = 新设备
security-change-anti-phishing-changed = 防钓鱼码已更改
security-change-frozen = 已冻结
security-change-unfrozen = 已解冻

## Web push

sent-push-queued = 推送发送中
sent-push-queued-why = 推送等待中：{ $why }
sent-push-sent = 已推送
sent-push-failed = 未能推送
sent-push-failed-why = 未能推送：{ $why }
sent-push-bounced = 没有可推送的浏览器
sent-push-bounced-why = 没有可推送的浏览器：{ $why }
sent-push-withheld = 未推送
sent-push-withheld-why = 未推送：{ $why }
sent-push-error-too-many = 该客户一小时内的推送已达上限
sent-push-error-no-push = 未配置推送
sent-push-error-no-device = 客户已移除该浏览器
sent-push-error-connect = 推送服务没有响应
sent-push-error-timeout = 推送服务响应过慢
sent-push-error-404 = 推送服务已不认识该浏览器
sent-push-error-410 = 推送服务已不认识该浏览器
sent-push-error-429 = 推送服务要求等待
sent-push-error-403 = 推送服务不接受我们

## Bounces

sent-sent-why = 邮件已发送，但延迟：{ $why }

## Completing: forms, transcripts, uploads in pieces

live-crowded = 自 { $since } 起未实时更新：您打开的窗口过多。请关闭一个，每半分钟会重试一次。
upload-waiting = 正在排队
upload-away = 连接中断，恢复后会自动继续
upload-changed = 文件已被更改或移动，请重新选择。
upload-empty = 此文件为空
transcript-export = 导出记录
transcript-text = 客户可见的工单内容，带有签名，任何人都可以验证。不含内部备注。
transcript-why = 原因
transcript-why-hint = 原因会写入日志，客户在“谁查看过我的数据”列表中可以看到。
transcript-format = 文件
transcript-format-html = HTML，可阅读也可验证
transcript-format-json = JSON，供程序使用
transcript-language = 页面语言
transcript-export-part = 第几部分（共 { $parts } 部分，每部分 200 个事件）
transcript-take = 导出
transcript-taken = 记录已导出。
settings-intake = 受理
section-forms = 类别与表单
forms-text = 工单可以属于的类别，按客户选择时的顺序排列，以及每个类别在客户提交工单时询问的内容。
section-brands = 品牌
brands-text = 贵机构的不同门面：每个品牌都有自己的客户、工单、类别、文章和用语。
brand-new = 新建品牌
brand-create = 创建品牌
brand-change = 修改 { $name }
brand-name = 名称
brand-slug = 短名称
brand-slug-hint = 只用小写字母、数字和连字符。它会出现在网址中，创建后不可更改。
brand-languages = 语言
brand-first-language = 首选语言
brand-first-language-hint = 供不懂其他语言的客户使用。
brand-hosts = 专用域名
brand-hosts-none = 无
brand-colours = 颜色
brand-colours-text = 用于该品牌面向客户的页面。明暗与默认颜色保持一致，因此浅色和深色模式下的文字都能看清。
brand-colours-own = 使用自己的颜色
brand-colours-none = 默认
brand-colours-told = 色相 { $hue }，彩度 { $chroma }
brand-hue = 色相
brand-hue-hint = 0 至 359：约 25 为红，85 为黄，145 为绿，265 为蓝，335 为紫红。
brand-hue-slide = 拖动调整色相
brand-chroma = 彩度
brand-chroma-hint = 0 至 400：0 为灰色，160 较为鲜艳。
brand-chroma-slide = 拖动调整彩度
brand-look-link = 我的充值在哪里？
brand-look-text = 我们正在处理。
brand-look-button = 发送
brand-ratio-accent-text = 链接：{ $ratio }:1，至少 { $least }:1
brand-ratio-on-accent = 按钮文字：{ $ratio }:1，至少 { $least }:1
brand-ratio-focus = 焦点框：{ $ratio }:1，至少 { $least }:1
brand-hosts-text = 有专用域名的品牌，在该域名下只显示自己的页面。域名在服务器的配置中设置：http.brand_hosts。
forms-brand = 品牌
forms-category = 类别
forms-questions = 问题
forms-standing = 状态
forms-own = 自定义，第 { $version } 版
forms-builtin = 内置
forms-count = { $count } 个问题，其中 { $mandatory } 个必填
forms-offered = 提供中
forms-withdrawn = 已停用
forms-open = 打开
forms-withdraw = 停用
forms-withdraw-title = 停用“{ $category }”？
forms-withdraw-text = 客户将无法再选择它。已有的工单保持不变，草稿会等待选择其他类别。
forms-offer = 重新提供
forms-own-text = 自定义问题，第 { $version } 版。工单保留其提交时的版本。
forms-builtin-text = 内置问题。更改后即成为自定义问题。
forms-reset = 恢复内置问题
forms-reset-text = 新工单将重新使用内置问题。旧工单保持不变，您的各个版本保留在日志中。
forms-save = 保存为新版本
forms-saved = 已保存为第 { $version } 版。
forms-restored = 已恢复您未保存的更改。
forms-discard = 放弃更改
forms-wrong = 有问题填写有误，已在下方标出。
forms-load-theirs = 载入当前版本
forms-none = 没有问题。客户只需描述发生了什么。
forms-add = 添加问题
forms-add-builtin = 添加内置问题
forms-full = 一个表单最多 { $most } 个问题。
forms-untitled = 新问题
forms-conditional = 有条件
forms-need = 重要程度
forms-need-mandatory = 必填
forms-need-helpful = 有帮助
forms-need-mandatory-text = 必填：没有它就无法提交工单
forms-need-helpful-text = 有帮助：有了它能更快得到答复
forms-can-lack = 允许回答“我没有”
forms-key = API 中的名称
forms-key-hint = 小写单词用连字符连接，例如 card-type。回答以此名称保存。
forms-kind = 回答类型
forms-kind-text = 文本
forms-kind-choice = 单选
forms-kind-asset = 币种
forms-kind-network = 网络
forms-kind-tx = 交易哈希
forms-kind-address = 地址
forms-kind-amount = 金额
forms-kind-time = 日期和时间
forms-kind-order = 订单号
forms-kind-uid = UID
forms-kind-file = 文件（每个表单限一个）
forms-kind-api-request = API 请求
forms-kind-api-response = API 响应
forms-choices = 选项
forms-choices-hint = API 中的名称；客户看到的文字在下方按语言填写。
forms-choice = 选项 { $number }
forms-choice-add = 添加选项
forms-choice-remove = 移除 { $choice }
forms-choice-name = “{ $choice }”的显示文字
forms-when = 何时询问
forms-always = 始终
forms-after = 在“{ $question }”之后
forms-is = 当回答为“{ $value }”时
forms-when-lacking = 当客户回答“我没有”时。
forms-when-none = 请至少选择一个回答。
forms-up = 上移
forms-down = 下移
forms-remove = 移除问题
forms-words = 客户看到的文字
forms-words-builtin = 内置文字，提供全部十种语言：
forms-words-own = 自行编写
forms-language-add = 添加语言…
forms-language-remove = 移除{ $language }
forms-label = 问题
forms-why = 询问原因
forms-why-hint = 一句话，显示在问题下方。
forms-no-english = 没有英文版本，其他语言的读者会看到这里的第一种语言。
forms-preview = 客户看到的样子
forms-preview-language = 预览语言
forms-preview-text = 每页一个问题。在这里回答，可查看后续问题。
forms-preview-file = 选择文件
forms-preview-none = 没有要询问的内容。
forms-optional = 选填
forms-preview-lacking = 我没有
section-statuses = 状态
statuses-text = 工单可以设为的状态，按客服选择时的顺序排列。状态是“轮到谁处理”之上的自定义名称；客户只会看到轮到谁处理，不会看到名称。
statuses-none = 没有状态
statuses-new = 新建状态
statuses-create = 创建
statuses-turn = 轮到谁
statuses-turn-hint = 它决定工单出现在哪些列表中以及客户看到什么，之后不能更改。
statuses-key = 筛选条件和 API 中的名称
statuses-key-hint = 小写字母、数字和连字符，例如 with-bank。创建后不能更改。
statuses-standing = 使用情况
statuses-builtin = 内置
statuses-used = 使用中
statuses-retired = 已停用
statuses-name-retired = { $name }（已停用）
statuses-rename = 改名
statuses-rename-title = 为“{ $name }”改名
statuses-retire = 停用
statuses-retire-title = 停用“{ $name }”？
statuses-retire-text = 此后工单不能再设为此状态。已完成的工单会保留并显示它，之后也可以恢复。
statuses-restore = 恢复
statuses-now-retired = { $name }已停用。
statuses-now-used = 工单又可以设为{ $name }了。
statuses-note = 工单在创建、回复、解决和关闭时，系统会自动设为五个内置状态：它们可以改名和移动，但会一直保留。每一种“轮到谁”中排在最前的状态，就是快捷键和“发送并解决”等按钮所设的状态。
names-hint-own = 至少填写一种语言。阅读其他语言的人会看到最接近的名称。
names-hint-builtin = 留空时显示内置的名称。
forms-new = 新建类别
forms-create = 创建
forms-rename = 改名
forms-rename-title = 为“{ $category }”改名
forms-slug = 网址、筛选条件和 API 中的名称
forms-slug-hint = 小写字母、数字和连字符，例如 card-payment。创建后不能更改。
forms-general = 通用问题
sent-about-link = 新链接
event-ticket-answered = { $actor }回答了：{ $questions }

## What the exchange tells by itself

sent-app-queued = 应用推送发送中
sent-app-sent = 已通过应用通知
sent-app-failed = 应用通知失败
sent-app-bounced = 该账户没有应用
sent-app-withheld = 未通知应用：一小时内过多
section-exchange-events = 交易所事件
exchange-events-text = 交易所主动告知的内容，按序号逐一处理，每条只处理一次。
exchange-events-none = 交易所尚未告知任何内容
exchange-events-none-text = docs/exchange-events.md 说明了如何发送第一个事件。
exchange-event = 事件
exchange-event-account = 账户
exchange-event-state = 状态
exchange-event-tickets = 工单
exchange-event-received = 收到时间
exchange-event-waiting = 等待中
exchange-event-handled = 已处理
exchange-event-failed = 失败
exchange-event-all = 全部状态
exchange-event-again = 重新处理
exchange-event-again-done = 已排队等待处理。
exchange-event-gone = 事件内容已销毁。交易所重新发送后才能处理。
exchange-gap = { $brand }：序号 { $from } 至 { $to } 尚未收到，后面的事件在等待。
exchange-gap-skip = 跳过并继续
exchange-gap-skip-title = 要跳过这些序号吗？
exchange-gap-skip-text = 请先让交易所重新发送：它可以从任意序号重发，不会重复处理。如果之后仍然收到，届时会处理。
exchange-kind-deposit-seen = 充值到账信息
exchange-kind-withdrawal-held = 提现被暂扣
exchange-kind-setting-changed = 安全设置变更
exchange-kind-risk-alert = 风险警报
exchange-kind-network-suspended = 网络暂停
exchange-kind-network-resumed = 网络恢复
exchange-kind-tier-changed = 等级变更
event-exchange-deposit-seen = 交易所关于 { $network } 上 { $amount } 充值：{ $state }（截至 { $time }）
event-exchange-withdrawal-held = 交易所关于 { $network } 上 { $amount } 提现：{ $state }（截至 { $time }）
event-exchange-setting-changed = 交易所关于账户：{ $state }（截至 { $time }）
event-ticket-risk-exchange = 交易所怀疑该账户被盗

## Customer's side: the exchange's app

section-app-push = 交易所应用
app-push-text = 发往交易所自有应用的通知送到这里：每条通知一次签名调用，对象是所有有账户且未关闭此渠道的客户。
app-push-brand = 品牌
app-push-address = 网址
app-push-changed = 修改时间
app-push-none = 未设置应用
app-push-no-brand = 还没有品牌
app-push-set = 设置网址
app-push-title = { $brand } 的应用
app-push-call = 调用示例和应答方式见 docs/exchange-app.md。
app-push-secret-title = 应用的签名密钥
app-push-secret = 您的系统用它校验每次调用的签名。仅显示这一次。
app-push-rotate-title = 要生成新密钥吗？
app-push-rotate-text = { $brand } 的调用会立即改用新密钥签名。您的系统更新密钥之前会拒绝这些调用，之后会重试。
app-push-remove = 移除
app-push-remove-title = 不再通知应用？
app-push-remove-text = { $brand } 的客户将不再收到交易所应用内的通知。密钥也会一并删除。

## Filters and saved views

filter-offers = 这里可以填写的内容
filter-none = 没有工单符合此筛选
filter-none-text = 在您能看到的工单里，没有同时满足这些条件的：
filter-wrong = 无法理解此筛选
filter-wrong-text = 上方说明了是哪个词，以及可以填写什么。可能是团队或标签改了名。
filter-key-is = 待处理、未分配、未读……
filter-is-mentioned = 备注中提到您
filter-key-status = 按名称的状态
filter-key-category = 问题类别
filter-key-assignee = 由谁负责
filter-key-participant = 由谁关注
filter-key-team = 按名称的团队
filter-key-tag = 标签
filter-key-priority = 紧急程度
filter-key-age = 创建至今多久
filter-key-waiting = 客户已等待多久
filter-key-created = 创建日期
filter-key-updated = 最近更改
filter-key-chain = 网络
filter-key-asset = 币种
filter-key-evidence = 哈希、地址或链接
filter-key-from = 客户完整的邮箱或 UID
filter-key-lang = 客户的语言
filter-key-channel = 来自哪个渠道
filter-key-tier = 要求由哪一级处理
filter-key-brand = 品牌
filter-key-constraint = 客户需要注意的事项
filter-is-open = 轮到我们处理
filter-is-waiting = 等待客户或其他部门
filter-is-waiting_on_customer = 等待客户
filter-is-waiting_on_internal = 等待其他部门
filter-is-solved = 已解决
filter-is-closed = 已关闭
filter-is-active = 未解决且未关闭
filter-is-unassigned = 无人负责
filter-is-assigned = 已有人负责
filter-is-mine = 分配给您
filter-is-unread = 有您未读的内容
filter-is-theft = 疑似被盗
filter-is-nudged = 客户催问过
filter-is-escalated = 要求上级处理
filter-is-snoozed = 已暂缓
filter-is-merged = 已合并到其他工单
filter-is-split = 有消息已拆分到其他工单
filter-is-split_off = 由其他工单拆分而来
filter-is-linked = 已关联其他工单
filter-value-me = 您自己
filter-value-none = 无
filter-value-mine = 您的团队
filter-value-today = 今天
filter-value-yesterday = 昨天
sort = 排序
sort-label = 排序：{ $order }
sort-newest = 最新在前
sort-oldest = 最早在前
sort-waiting = 等待最久在前
sort-priority = 最紧急在前
shown-number = 编号
shown-status = 状态
shown-priority = 优先级
shown-category = 类别
shown-tags = 标签
shown-lang = 语言
shown-channel = 渠道
shown-brand = 品牌
shown-team = 团队
shown-assignee = 负责人
views-own = 我的视图
views-team = 团队共享
views-all = 所有人共享
view-save = 另存为视图
view-save-verb = 保存
view-keep = 保存更改
view-reset = 放弃更改
view-saved = 已保存“{ $name }”。
view-change = 修改视图
view-name = 名称
view-filter = 筛选
view-audience = 谁能看到
view-for-own = 仅自己
view-for-team = 团队 { $team }
view-for-all = 所有人
view-for-a-team = 某个团队
view-new = 新建视图
views-text = 有名称的已保存筛选条件：自己的、所在团队的和所有人的。顺序可在收件箱旁调整。
views-none = 还没有已保存的视图
views-none-text = 在收件箱中筛选并保存，或在此新建视图。
view-shown = 每行显示的内容
view-acts = “{ $name }”的更多操作
view-up = 上移
view-down = 下移
view-delete = 删除
view-delete-title = 删除“{ $name }”？
view-delete-text = 其中的工单不受影响。
view-delete-shared-text = 所有能看到它的人都将失去它。其中的工单不受影响。
view-broken = 其筛选中提到的内容已不存在
view-gone = 没有这个视图
view-gone-text = 它已被删除，或只共享给其他人。
permission-view-manage = 保存并共享视图
channel-exchange = 交易所

## Keys, acts on many tickets, the command bar
action-select = 选择
action-extend-next = 选择并移到下一个
action-extend-previous = 选择并移到上一个
action-select-all = 选择全部已加载的工单
action-unread = 标为未读
action-commands = 命令栏
action-acts = 全部操作
action-undo = 撤销
action-availability = 在线或离开
undo = 撤销
undo-too-late = 来不及了：已经发出。
help-change = 更改按键
unread-now = 已为您标为未读。
row-select = 选择：{ $subject }

bulk-bar = 已选工单
bulk-clear = 清除选择
bulk-selected = 已选 { $count } 个
bulk-all-shown = 已加载的工单已全部选中。
bulk-reach = 最多选择 { $most } 个
range-lost = 只选择了这个工单：所选范围的起点相隔太远，或已不在列表中。
range-part = 此范围内的 { $total } 个工单中已选择 { $count } 个。一次操作最多 { $most } 个，已离开列表的不计入。
bulk-progress = { $done } / { $total }
bulk-stop = 停止
bulk-stopped = 未执行：您已停止。
bulk-busy = 未执行：仍在更改其他工单。请待其完成后再试。
undo-waits = 操作完成后会立即撤销。
bulk-status = { $count } 个工单现为“{ $status }”。
bulk-priority = { $count } 个工单的优先级现为“{ $priority }”。
bulk-assigned = { $count } 个工单已交给 { $name }。
bulk-unassigned = { $count } 个工单现在无人负责。
bulk-teamless = { $count } 个工单现在没有团队。
bulk-tags = { $count } 个工单的标签：{ $tags }
bulk-nothing = 无需更改：这 { $count } 个工单本来就是这样。
bulk-unchanged = 另有 { $count } 个本来就是这样。
bulk-undoing = 正在撤销
bulk-undone = { $count } 个工单已恢复原样。
bulk-left = { $total } 个工单中有 { $count } 个未改动：
bulk-left-changed = 期间有人改动过，现在显示的是最新状态。
bulk-left-not-allowed = 您没有对它执行此操作的权限。
bulk-left-not-found = 它已不在您能看到的范围内。
bulk-left-refused = 系统拒绝了此操作。
bulk-left-failed = 系统暂时无法完成此操作。
bulk-left-unsent = 请求未发出。
bulk-left-limit-reached = 将超出一个工单的上限。
bulk-left-ticket-merged = 它已并入其他工单，请在那里操作。
bulk-select-left = 选择这 { $count } 个
bulk-undo-done = 撤销已完成的 { $count } 个

message-held = { $seconds } 秒后发出
message-send-now = 立即发送
message-held-elsewhere = 您对 { $number } 的回复将在几秒后发出。
send-refused-elsewhere = 您对 { $number } 的回复未能发出，已存回草稿。{ $why }

section-keyboard = 键盘
keyboard-text = 每个按键都可以更改或停用。设置保存在此浏览器中。
keyboard-press = 请按键
keyboard-none = 无
keyboard-remove = 停用按键：{ $action }
keyboard-reset-one = 恢复默认按键：{ $action }
keyboard-reset = 全部恢复默认
keyboard-clash-same = { $keys } 已用于“{ $other }”。请先为它换一个按键。
keyboard-clash-begins = { $keys } 与“{ $other }”的按键开头相同，其中一个将无法触发。
keyboard-clash-taken = { $keys } 由浏览器或系统占用。
keyboard-clash-letter = 此操作在输入时也生效，因此需要 Ctrl、Alt 或功能键。
undo-seconds = 撤回回复的时间
undo-seconds-hint = 回复发出前等待的时间。备注会立即添加。
undo-seconds-of = { $seconds ->
    [0] 不等待，立即发送
   *[other] { $seconds } 秒
  }

command-title = 命令栏
command-placeholder = 分配、标签 +urgent -spam、前往……，或粘贴哈希、地址、工单号
command-about-selected = 针对已选的 { $count } 个工单
command-about-open = 针对 { $number }
command-about-nothing = 没有打开或选择工单
command-looking = 正在查找相关工单
command-nothing = 没有匹配的内容。
command-foot = > 操作 · @ 人员 · # 工单号与标签
command-do-assign = 分配给
command-do-team = 团队
command-do-status = 设为
command-do-priority = 优先级
command-do-tag = 标签
command-do-go = 前往
command-do-open = 打开
command-do-find = 查找含有此内容的工单
# 命令开头的词，多个以逗号分隔。英文始终可用。
command-verb-assign = 分配, 指派
command-verb-team = 团队
command-verb-status = 状态
command-verb-priority = 优先级
command-verb-tag = 标签
command-verb-go = 前往, 转到
command-verb-open = 打开
bulk-running = 正在更改 { $count } 个工单

## Macros

macros = 快捷回复
action-macro = 快捷回复
section-macros = 快捷回复
settings-answering = 答复
permission-macro-manage = 共享快捷回复
macro-pick = 查找快捷回复
macros-none-here = 这个工单还没有可用的快捷回复。可在“设置 → 快捷回复”中新建。
macro-foot = ↑ ↓ 选择 · Enter 写入消息，发送之前不会执行任何操作
macro-foot-send = { $keys } 原样发送
macro-write = 写入消息
macro-send = 立即发送：{ $name }
macro-level-needed = 仅用于验证程度至少为“{ $level }”的客户
macro-level-none = 所有客户
macro-level-email = 邮箱已验证
macro-level-signed-in = 已登录
macro-level-short = 至少“{ $level }”
macro-in-language = { $language }，用于 { $number }
macro-as-note = 备注
macro-acts-left-out = 这个快捷回复的部分操作已略去：您没有权限，或者它指定的人或团队已不存在。
along-title = 随消息执行
along-remove = 略去：{ $act }
along-status = 状态：{ $status }
along-priority = 优先级：{ $priority }
along-team = 团队：{ $name }
along-take = 分配给您
along-assign = 分配给 { $name }
macros-text = 写一次、可用多种语言的回复，以及发送时对工单执行的操作。
macro-new = 新建快捷回复
macros-none = 还没有快捷回复
macros-none-text = 把每天都要写的答复写一次，用客户所读的每种语言。
macro-find = 按名称或文件夹查找
macros-archived = 已归档（{ $count }）
macro-does = 操作
macro-languages = 语言
macro-languages-count = { $count } 种语言
macro-for = 使用者
macro-uses = 已发送
macro-only-text = 仅文字
macro-audience-own = 仅自己
macro-audience-team = 一个团队
macro-audience-all = 所有人
macro-archive = 归档
macro-archived = “{ $name }”已归档，不再提供给任何人。
macro-restore = 重新启用
macro-restored = “{ $name }”已重新启用。
macro-delete-title = 删除“{ $name }”？
macro-delete-text = 它的文字和使用次数将一并删除。用它发送过的消息保持原样。
macro-saved = “{ $name }”已保存。
macro-save = 保存
macro-reload = 载入最新内容
macro-folder = 文件夹
macro-team = 团队
macro-team-choose = 选择团队
macro-level = 适用客户
macro-level-hint = 对验证程度不足的客户不会提供，也无法发送。
macro-as-note-check = 写成内部备注，而不是回复
macro-not-yours = 您可以使用这个快捷回复。只有创建者或有共享权限的人可以修改。
macro-used = { $count ->
    [0] 尚未发送过
   *[other] 已随 { $count } 条消息发送
  }
macro-text = { $language }文字
macro-text-hint = Markdown。不一定有值的变量，请在竖线后写明没有时显示什么。
macro-fallback-words = …
macro-variables = 插入
macro-variable-customer-name = 客户姓名。发送时由系统填写，发送前您看不到。
macro-variable-ticket-number = 工单编号
macro-variable-agent-name = 您的名字，与客户看到的一致
macro-variable-brand-name = 品牌名称
macro-variable-answer-asset = 客户在表单中填写的币种
macro-variable-answer-network = 客户在表单中填写的网络
macro-variable-answer-amount = 客户在表单中填写的金额
macro-variable-answer-order = 客户在表单中填写的订单
macro-preview = 客户看到的样子（以示例填充）
macro-does-title = 发送时执行的操作
macro-does-hint = 使用者会在消息旁看到这些操作，并可略去其中一部分。撤回消息时，操作也一并撤回。
macro-unchanged = 保持不变
macro-takes = 发送者本人
macro-hand-to = 团队
macro-add-tags = 添加标签
macro-remove-tags = 移除标签
macro-tags-hint = 用空格分隔
command-do-macro = 快捷回复
command-verb-macro = 快捷回复, 宏

## The help centre

permission-article-read = 查看所有文章，包括草稿和内部文章
permission-article-write = 撰写文章
permission-article-publish = 发布和归档文章，管理栏目和术语表
articles-title = 帮助中心
articles-text = 客户提问前阅读的文章，以及仅供客服使用的内部手册。
articles-filter = 筛选文章
articles-words = 标题或网址
articles-status = 状态
articles-language = 语言
articles-languages = 语言
articles-section = 栏目
articles-only = 显示
articles-any = 不限
articles-all = 全部文章
articles-due = 待复审
articles-outdated = 已过期
articles-missing = 缺少翻译
articles-none = 没有文章
articles-none-text = 请调整筛选条件、撰写文章，或用“proofdesk help import”导入文件夹。
article-new = 新建文章
article-create = 创建草稿
article-title = 标题
article-slug = 网址
article-slug-hint = 小写字母、数字和连字符，所有语言共用。
article-summary = 摘要
article-tags = 标签
article-tags-hint = 用逗号分隔，填写用户可能搜索的词。
article-body = 正文
article-body-hint = Markdown。引用写在双花括号中，例如 {"{{"}brand.name{"}}"}。
article-kind = 类型
article-kind-guide = 指南
article-kind-faq = 常见问题
article-kind-reference = 参考资料
article-kind-troubleshooting = 逐步排查
article-audience = 受众
article-audience-public = 所有人
article-audience-signed_in = 已登录客户
article-audience-internal = 仅客服
article-first-language = 首个语言
article-language = 语言
article-status-draft = 草稿
article-status-in_review = 审核中
article-status-scheduled = 已排期
article-status-published = 已发布
article-status-archived = 已归档
article-version = 版本 { $number }
article-public-version = 公开的是版本 { $number }
article-review-due = 复审日期
article-review = 已复审，内容无误
article-reviewed = 已记录复审。
article-open = 打开
article-save = 保存新版本
article-save-over = 核对后保存您的版本
article-saved = 已保存为草稿，发布前公开内容不变。
article-move-draft = 退回草稿
article-move-in_review = 提交审核
article-move-published = 发布
article-move-scheduled = 排期发布
article-move-archived = 归档
article-moved-draft = 已退回草稿。
article-moved-in_review = 已提交审核。
article-moved-published = 已发布。
article-moved-archived = 已归档，读者无法再看到。
article-hour = 发布时间
article-conflict = 其他人已保存了这篇文章
article-conflict-text = 您的内容保留在下方。红色为对方，绿色为您的。合并后再保存。
article-source-changed = 原文已从版本 { $from } 更新到 { $to }
article-source = { $language }原文
article-preview = 预览
article-preview-none = 输入内容后在此预览。
article-asking = 这些句子是否在向读者索要机密？我们从不索要密码、验证码、助记词或密钥。
article-looked = 我已逐句核对，均未索要。
article-broken = 以下引用无效：{ $names }
article-file-add = 添加图片或文件
article-file-hint = 也可以直接粘贴，或拖到正文中。支持 PNG、JPEG、GIF、WebP、AVIF、PDF 和纯文本，最大 10 MB。
article-file-going = 正在上传 { $name }…
article-file-too-large = { $name } 超过 10 MB，请缩小后重试。
article-file-unnamed = 图片
article-picture-title = 这张图片表达什么？
article-picture-words = 图片说明文字
article-picture-words-hint = 供看不到图片的读者使用。请用正文的语言写出图中的要点。
article-picture-decorative = 仅作装饰，没有需要说明的内容
article-picture-insert = 插入
article-history = 历史版本
article-compare = 对比
article-restore = 将版本 { $number } 载入编辑器
article-same = 正文没有差异。
article-leave = 尚未保存，确定离开吗？
glossary-title = 术语表
glossary-text = 文章首次提到术语时会附上解释。
glossary-new = 新建术语
glossary-none = 还没有术语
glossary-term = 术语
glossary-definition = 释义
glossary-forms = 文中写法
glossary-forms-hint = 用逗号分隔：复数、其他写法、缩写。
glossary-edit = 修改{ $term }
glossary-delete = 删除{ $term }
glossary-delete-text = 文章将不再解释该术语，其页面也会消失。
ticket-articles = 帮助文章
ticket-articles-internal = 仅客服
ticket-article-insert = 将“{ $title }”的链接插入回复
macro-name = 名称
article-masked = 正文中有内容被识别为机密并会被隐藏（{ $kinds }）：请查看预览并换一种写法。

## Search

sort-relevance = 最相关在前
sort-mentions = 未读的提及在前

## Snooze

action-snooze = 暂缓
action-go-snoozed = 已暂缓
queue-snoozed = 已暂缓
snooze-title = 暂缓到…
snooze-later = 今天晚些时候
snooze-tomorrow = 明天上午
snooze-week = 下周
snooze-reply = 直到客户回复
snooze-deposit = 直到交易所通知有充值
snooze-choose = 选择时间…
snooze-wake = 立即恢复
snooze-word-tomorrow = 明天
snooze-until = 到 { $at }
snooze-until-reply = 直到回复
snooze-until-deposit = 直到有充值
snooze-until-label = 到
snooze-zone = 按您的时区 { $zone }。客户有任何动作都会提前恢复。
bulk-snoozed = { $count ->
    [1] 已暂缓：{ $until }。
   *[other] 已暂缓 { $count } 个工单：{ $until }。
  }
bulk-woken = { $count ->
    [1] 工单已恢复。
   *[other] { $count } 个工单已恢复。
  }
event-ticket-snoozed = { $actor }暂缓了工单：{ $until }
event-ticket-woken = { $cause ->
    [time] 已恢复：时间到了
    [deposit] 已恢复：交易所通知有充值
    [department] 已恢复：部门已回复
   *[staff] { $actor }恢复了工单
  }
woken = { $number } 已回到您的工单中。
command-do-snooze = 暂缓
command-verb-snooze = 暂缓, 稍后

## Merging tickets
action-merge = 合并
command-verb-merge = 合并, 并入
command-do-merge = 并入
merge-title = { $count ->
    [1] 合并此工单
   *[other] 合并 { $count } 个工单
  }
merge-lead = { $number } 并入哪个工单？请选择该客户的另一个工单。
merge-lead-many = 这 { $count } 个工单并入哪一个？
merge-find = 工单中的文字，或工单号
merge-none = 该客户没有其他可以并入的工单。
merge-not-found = 该客户没有包含这些文字或此编号的工单。
merge-strangers = 所选工单属于不同的客户。只有同一客户的工单才能合并，以免有人看到不属于自己的内容。
merge-preview = 将会发生
merge-will-close = { $count ->
    [1] { $number } 将关闭，并入 { $into }。
   *[other] { $count } 个工单将关闭，并入 { $into }。
  }
merge-will-show = { $count ->
    [1] 其消息将按顺序显示在 { $into } 中。
   *[other] { $count } 条消息将按顺序显示在 { $into } 中。
  }
merge-will-lead = 客户在旧工单中发送的内容会进入 { $into }。客户页面会说明这一点，不会另发邮件。
merge-will-status = 因为仍有事项待办，{ $into } 的状态将变为“{ $status }”。
merge-will-priority = { $into } 的优先级将变为“{ $priority }”。
merge-will-theft = { $into } 将按疑似被盗处理。
merge-will-tier = { $into } 将转至：{ $tier }。
merge-will-undo = 随时可以撤销。
merge-verb = 合并
merge-verb-into = 并入 { $number }
bulk-merged = { $count ->
    [1] 已并入 { $into }。
   *[other] { $count } 个工单已并入 { $into }。
  }
merge-notice = 此工单已并入 { $into }
merge-notice-text = 此处不再接收消息。已有消息也显示在那里。
merge-notice-draft = 您尚未发送的内容已保留，将一并带过去。
merge-open = 打开 { $into }
merge-apart = 拆开
merge-apart-one = 将 { $number } 重新拆开
merge-apart-done = { $number } 已恢复为单独的工单。
merge-again-done = { $number } 已重新合并。
merge-from = 来自 { $number }
event-ticket-merged = { $actor }将工单并入了 { $number }
event-ticket-unmerged = { $actor }将工单从 { $number } 拆出
event-ticket-joined = { $actor }将 { $number } 并入了此工单
event-ticket-parted = { $actor }将 { $number } 重新拆出
merge-link-instead = 改为关联

## Linking tickets
action-link = 关联
command-verb-link = 关联
command-do-link = 关联到
command-verb-be = 我的状态
command-do-be = 将自己设为
command-verb-theme = 主题
command-do-theme = 主题
command-verb-reveal = 显示
command-do-reveal = 显示
linking-title = { $count ->
    [1] 关联此工单
   *[other] 关联 { $count } 个工单
  }
linking-lead = 能看到两个工单的同事会在各自的工单旁看到另一个。不会告知客户。
linking-find = 任意工单中的文字，或工单号
linking-none = 该客户没有其他工单。请输入其他工单中的文字或编号。
linking-not-found = 没有包含这些文字或此编号的工单。
linking-kind = 它与此工单的关系
linking-kind-related = 与此相关
linking-kind-parent = 此工单是它的一个案例或一部分
linking-kind-child = 它是此工单的一个案例或一部分
linking-verb = 关联
linking-verb-with = 关联到 { $number }
linking-done = { $number } 已关联到 { $other }。
linking-done-many = { $count ->
    [1] 一个工单已关联到 { $other }。
   *[other] { $count } 个工单已关联到 { $other }。
  }
linking-will = { $count ->
    [1] 一个工单将关联到 { $other }。可以撤销。
   *[other] { $count } 个工单将关联到 { $other }。可以撤销。
  }
linking-elsewhere = 其中 { $count } 个已并入其他工单，不能再关联，将不包括在内。
linking-most = 一个工单最多有 { $most } 个关联。超出的不会改动，并会逐一列出。
linking-gone = { $number } 与 { $other } 已解除关联。
linking-remove = 解除与 { $number } 的关联
linked-title = 关联的工单
linked-none = 没有关联的工单。
linked-related = 相关
linked-parent = 此工单是它的案例
linked-child = 此工单的案例
linked-hidden = 您无权查看的工单
event-ticket-linked = { $link ->
    [parent] { $actor }将工单关联为 { $number } 的案例
    [child] { $actor }关联了此工单的案例 { $number }
   *[other] { $actor }将工单与 { $number } 关联
  }
event-ticket-unlinked = { $actor }解除了与 { $number } 的关联
event-ticket-participants-added = { $who ->
    [self] { $actor }开始关注此工单
   *[others] { $actor }将 { $members } 添加为关注者
  }
event-ticket-participants-removed = { $who ->
    [self] { $actor }不再关注此工单
   *[others] { $actor }将 { $members } 从关注者中移除
  }
action-follow = 关注或取消关注
command-verb-follow = 关注
command-do-follow = 添加关注者
participants-title = 关注者
participants-none = 没有人关注此工单。
participants-follow = 关注
participants-leave = 取消关注
participants-add = 添加关注者
participants-remove = 将 { $name } 从关注者中移除
following-now = 您已关注 { $number }。
following-not = 您已取消关注 { $number }。
following-added = { $name } 已关注 { $number }。
following-removed = { $name } 不再关注 { $number }。
mentions-unread = 未读
row-mentioned = 提到您
mention-add = 提及同事
mention-offers = 可以提及的人
mention-found = { $count ->
   *[other] 找到 { $count } 个可提及的人或团队
  }
mention-team = { $count ->
   *[other] { $count } 名成员
  }
mention-below = 提及：

## Splitting tickets
action-split = 拆分消息
split-message = 拆分到新工单…
split-title = 拆分消息
split-lead = 与 { $number } 无关的内容将在同一客户的新工单中继续处理。
split-subject = 新工单的主题
split-category = 类别
split-messages = 要移到新工单的消息
split-files = { $count ->
    [1] 一个文件
   *[other] { $count } 个文件
  }
split-will-show = 这些消息会连同时间、文件和识别出的证据显示在新工单中，此处不再显示。
split-will-tell = 客户在两个工单中都会看到去向，并会像任何新工单一样收到通知。
split-will-undo = 随时可以撤销。
split-verb = 拆分
split-none = 此处没有可以拆分的客户消息。开启工单的那条消息会保留。
split-done = { $count ->
    [1] 消息已移至 { $number }。
   *[other] { $count } 条消息已移至 { $number }。
  }
split-back-done = 消息已移回 { $number }。
split-from = 从 { $number } 拆出
split-into = 拆分为 { $number }
split-take-back = 将消息移回 { $number }
event-ticket-split-off = { $messages ->
    [1] { $actor }将一条消息拆分到 { $number }
   *[other] { $actor }将 { $messages } 条消息拆分到 { $number }
  }
event-ticket-split-from = { $actor }从 { $number } 拆出此工单
event-ticket-taken-back = { $messages ->
    [1] { $actor }从 { $number } 移回一条消息
   *[other] { $actor }从 { $number } 移回 { $messages } 条消息
  }
event-ticket-given-back = { $actor }将此工单的消息移回 { $number }
event-ticket-imported = 从 { $source } 导入，在那里的编号是 { $reference }

## A way in without a session
identity-stranger = 未登录时联系
section-sign-in-page = 登录页面
sign-in-page-text = 交易所供客户登录客服的页面。需要登录时，客服页面会引导客户前往该处，登录后再回到原来的页面。
sign-in-page-none = 页面会告诉客户如何自行从交易所进入。
sign-in-page-address = 网址
sign-in-page-address-hint = 交易所的 https 网址。
sign-in-page-parameter = 返回路径的参数
sign-in-page-parameter-hint = 交易所会把它的值作为 /exchange 的“to”带回。
sign-in-page-set = 设置网址
sign-in-page-title = { $brand } 的登录页面
sign-in-page-remove = 移除
sign-in-page-remove-title = 不再引导客户前往登录页面？
sign-in-page-remove-text = 之后，页面会告诉 { $brand } 的客户如何自行从交易所进入。

## What is missing in the help centre

articles-inside = 正文中的结果
ticket-articles-search = 搜索文章
ticket-articles-none = 没有包含这些词的文章。
article-link = 插入帮助文章链接
article-link-looking = 正在查找文章
article-link-empty = 没有与此工单相符的文章，请输入要找的内容。
article-link-internal = 相符的文章仅客服可见，客户无法打开。
article-link-foot = ↑ ↓ 选择 · Enter 写入链接 · Esc 保留已写内容
gap-title = 缺少的内容
gap-text = 读者搜索却没有找到的内容，以及读了文章之后仍然提交工单的情况。
gap-brand = 品牌
gap-searches = 没有结果的搜索
gap-searches-text = 只计次数，不记录是谁搜索的。现在已能找到的会自动移出列表。
gap-searches-none = 读者搜索的内容都能找到
gap-words = 搜索词
gap-times = 次数
gap-last = 最近一次
gap-acts = 操作
gap-abroad = { $language }文章：
gap-write = 撰写文章
gap-link = 关联文章
gap-dismiss = 忽略
gap-linked = 现在搜索“{ $words }”可以找到这篇文章。
gap-dismissed = “{ $words }”已移出列表。
gap-link-title = 哪篇文章可以回答“{ $words }”？
gap-link-text = 关联后，用这些词可以搜到该文章；读者看不到这些词。仅列出有{ $language }正文的文章。
gap-link-search = 搜索文章
gap-link-none = 没有包含这些词的{ $language }文章。
gap-unhelpful = 评价较低
gap-unhelpful-text = 最近 90 天内至少有五次评价，其中认为有帮助的不到 60%。
gap-helped = 有帮助
gap-helped-not = 没有帮助
gap-none = 暂无内容。
gap-after = 阅读后仍提交工单
gap-after-text = 只在读过的文章上记录工单的类别，不记录其他内容。
gap-about = 工单类别
gap-tickets = 工单
gap-outdated = 过期的译文
gap-due = 待复审
article-words = 也可以这样搜到
article-words-hint = 读者的说法，用逗号分隔。读者看不到，也不会让译文过期。
article-words-save = 保存这些词
article-words-saved = 已保存，一秒内即可搜到。

## 删除
message-acts = 此消息的更多操作
erase-message = 彻底删除…
erase-file = 彻底删除文件“{ $name }”…
erase-verb = 彻底删除
erase-goes = 会删除
erase-stays = 会保留
erase-final = 删除后谁也无法恢复：你不行，管理员不行，按规定恢复备份也不行。
erase-why = 删除原因
erase-why-hint = 原因会永久留在日志里，请不要写出任何人的姓名。
erase-type = 请输入 { $what }，确认你指的就是这一项
erase-message-title = 彻底删除此消息
erase-message-goes = 正文的所有形式、从中识别出的证据，以及随消息填写的答案
erase-message-goes-files = 随消息发送的 { $count } 个文件
erase-message-stays = 有过一条消息、谁在何时发送的记录，以及无人能读懂的摘要值
erase-message-stays-sent = 已经发出的邮件或推送，以及内容相同的主题
erase-file-title = 彻底删除此文件
erase-file-goes = { $name } 的内容：其密钥会被销毁
erase-file-stays = 文件名、大小，以及它曾经存在的记录
erase-customer = 彻底删除此客户…
erase-customer-again = 删除之后新增的内容…
erase-customer-title = 彻底删除此客户
erase-customer-goes-who = 立即删除：姓名、联系方式、账户编号、会话、链接、设备
erase-customer-goes-words = 其全部工单中的主题、消息、备注、答案和证据，包括客户的和我们的
erase-customer-goes-files = 所有文件及其名称、草稿和发给客户的通知
erase-customer-stays-shell = 工单的空壳：编号、时间、状态、类别、标签、处理人
erase-customer-stays-log = 带摘要值的日志（因此仍可自证），以及你写的原因
erase-customer-stays-elsewhere = 交易所自己掌握的信息、已发出的邮件，以及 webhook 接收方已收到的内容
erase-under-way = 正在删除：{ $total } 张工单中已清空 { $done } 张
erase-since = 请求时间
erase-was-running = 此客户自 { $time } 起已在彻底删除中。没有另外开始删除，你这次写的原因也不会保留。如需删除其间写入的内容，请在完成后再次操作。
erase-progress = 删除进度
erase-done = 已删除
customer-erased = 已删除的客户
subject-erased = 已删除
event-log-erased = { $what ->
    [message] { $count ->
        [1] { $actor }删除了一条消息
       *[other] { $actor }删除了一条消息及其相关内容
    }
    [attachment] { $count ->
        [1] { $actor }删除了一个文件
       *[other] { $actor }删除了多个文件
    }
    [file-name] { $actor }删除了文件名
   *[other] { $actor }删除了一条事件的内容
}
event-ticket-subject-erased = { $actor }删除了主题
event-ticket-erasure-asked = { $erased ->
    [attachment] { $actor }要求删除文件：{ $reason }
   *[other] { $actor }要求删除消息：{ $reason }
}

## Departments, and what they are asked
section-departments = 部门
departments-text = 公司内在客服台没有席位的部门。客服通过邮件就工单向其提问，部门凭邮件中的链接在页面上回复。
departments-none = 还没有部门
departments-none-text = 节点运维、风控、法务：客服需要询问的任何部门。管理员在“设置 → 部门”中添加。
department-new = 新建部门
department-create = 创建
department-change = 修改 { $name }
department-archive = 归档
department-restore = 重新启用
department-away = 已归档
department-archived = { $name } 已归档，不能再向其提问。已开始的对话继续。
department-restored = 可以再次向 { $name } 提问。
department-email-hint = 能查看此邮箱的人都能看到所提的问题。更改后，发往原邮箱的链接将失效。
department-lang-hint = 发给该部门的邮件及其页面使用此语言。
action-department = 询问部门
command-verb-ask = 询问
command-do-ask = 询问
asides-title = 部门
asides-none = 尚未就此工单询问任何部门。
aside-title = 就 { $number } 询问部门
aside-lead = 部门会收到一封邮件，其中有工单编号、主题和链接，无需账户。部门只能看到这段对话，客户什么也看不到。
aside-department = 部门
aside-choose = 请选择
aside-subject = 主题
aside-body = 想了解什么
aside-body-hint = 只写回答所需的内容，不要写多余的客户信息。
aside-pauses-ask = 部门回复之前，工单保持等待
aside-verb = 询问
aside-asked = 已询问 { $department }。
aside-read = 查看
aside-one = 询问部门时只能选一个工单。
aside-with = 与 { $department } 的对话
aside-pauses = 工单正在等待其回复
aside-waits = 已询问，工单等待中
aside-open = 已询问
aside-has-answered = 已回复
aside-closed = 已关闭
aside-erased = 已抹除
aside-link-until = 链接有效期至
aside-write = 写给 { $department }
aside-send = 发送
aside-close = 关闭对话
aside-closed-now = 对话已关闭，其链接已失效。
aside-reopen = 重新打开
aside-reopened = 对话已打开。下一封邮件会带有新链接。
aside-remind = 再次发送链接
aside-reminded = 链接正在发送。
aside-mail-lost = 上一封邮件没有送达该部门。请在“设置 → 部门”中检查其邮箱，然后再次发送链接。
aside-answered = { $department } 在 { $number } 中回复了
aside-files-hint = 部门可以打开您附上的文件。只提供回答所需的内容，不要提供多余的客户信息。
aside-files-too-many = 一条消息最多附 { $limit } 个文件，请移除一些。
aside-ticket-files = 工单中的文件
aside-ticket-files-none = 此工单没有可提供的文件。
event-ticket-side-files-shared = { $actor }向 { $department } 提供了工单中的 { $files } 个文件
event-ticket-side-closed = { $actor }关闭了与 { $department } 的对话
event-ticket-side-reopened = { $actor }重新打开了与 { $department } 的对话
author-department = 部门
channel-department = 部门
article-settings = 所有语言共用的设置
article-settings-save = 保存设置
article-settings-saved = 设置已保存。
article-settings-conflict = 其他人刚刚修改了这些设置。再次保存会以您的内容为准，也可以采用对方的内容。
article-settings-theirs = 采用对方的内容
article-slug-moves = 所有语言共用。原网址会继续指向这里。
article-tier = 最低 VIP 等级
article-tier-hint = 0 表示所有客户。等级由交易所提供。
article-countries = 国家/地区
article-countries-hint = 两个字母的代码，用逗号分隔，例如 JP, KR。留空表示不限。
article-owner = 负责人
article-owner-hint = 到期复审时会收到一次提醒。
article-owner-none = 无
article-review-days = 复审间隔（天）
article-review-days-hint = 超过该天数后需要重新审阅。
article-categories = 相关类别
article-categories-hint = 填写类别的短名称，用逗号分隔。
article-related = 延伸阅读
article-related-hint = 填写文章网址，用逗号分隔。
reviews-title = 待复审
reviews-text = 已逾期以及未来 30 天内到期的文章。负责人重新审阅并确认内容无误。
reviews-whose = 范围
reviews-mine = 我负责的
reviews-all = 全部
reviews-overdue = 已逾期
reviews-reminded = 已提醒
reviews-nobody = 无人会收到提醒。
reviews-none = 没有待复审的文章
reviews-none-text = 未来 30 天内没有到期的文章。
reviews-yours = 您负责的文章中有 { $count } 篇复审已逾期
sections-title = 栏目
sections-text = 文章所在的栏目，按帮助中心首页的顺序排列。每个栏目在各语言中都有名称。
sections-new = 新建栏目
sections-none = 还没有栏目
sections-articles = 文章
sections-names = 各语言名称
sections-up = 上移 { $name }
sections-down = 下移 { $name }
sections-moved = { $name } 现在排在第 { $place } 位。
sections-delete-text = 该栏目下没有文章，删除后其页面将不复存在。
sections-theirs = 其他人刚刚将其改为“{ $name }”。
sections-theirs-none = 其他人刚刚删除了这个名称。
lost-title = 失效链接
lost-text = 读者只会看到这些链接的文字，无法点击。不检查外部网址。
lost-none = 公开文章中的链接均有效。
lost-to = 指向
lost-why = 原因
lost-related = 位于“延伸阅读”
lost-unknown = 没有这篇文章
lost-not_public = 该文章未公开
lost-moved = 该文章已更换网址
lost-narrower = 能看到本文的读者不一定能看到该文章
lost-category = 没有这个类别，或已停用
lost-page = 没有这个页面
lost-anchor = 正文中没有这个小标题
section-shifts = 班次
shifts-text = 每位成员的上班时间，按各自的时区计。不在班或请假的成员不会被自动分配工单，但仍可手动分配。
shifts-all-hours = 全天
shifts-none = 无班次
shifts-change = { $name } 的班次
shifts-hint = 按成员的时区：{ $zone }。没有班次即全天上班。跨午夜的班次分为两段：一段到 00:00 结束，一段从 00:00 开始。
shifts-from = { $day }，开始
shifts-to = { $day }，结束
shifts-add = 在{ $day }添加班次
shifts-remove = 移除{ $day }的这个班次
shifts-backwards = 有班次未填时间，或结束早于开始。
absences = 请假
absence-enter = 登记请假
absence-of = { $name } 的请假
absence-days = { $first } 至 { $last }
absence-first = 第一天
absence-last = 最后一天
absence-hint = 当天也包括在内。日期按 { $zone } 计。
absence-reason = 原因
absence-reason-hint = 只有本人和成员管理者能看到，审计日志中不记录。
absence-holiday = 休假
absence-sick = 病假
absence-other = 其他
absence-remove = 移除请假 { $days }
off-shift = 不在班
off-shift-until = 不在班，至 { $at }
section-sealed-input = 密封内容
sealed-input-text = 已发来但尚未处理的内容。它们以密封方式存放，除发送者外无人可见，到期后连同密钥一起销毁。
sealed-input-time = 存放时限
sealed-input-input-hours = 未完成的上传，以及未处理的交易所事件
sealed-input-file-hours = 未随消息发送的文件
sealed-input-hours = { $hours } 小时
sealed-input-change = 更改时限
sealed-input-input-hours-hint = 自收到起的小时数，1 至 { $most }。
sealed-input-file-hours-hint = 自收到起的小时数，1 至 { $most }。客户草稿中的文件也包括在内；员工草稿中的文件随草稿一起保留和删除。
sealed-input-change-note = 超过时限的内容会立即销毁，无法恢复。
sealed-input-changed = 时限已更改。
sealed-input-kind = 当前存放的内容
sealed-input-count = 数量
sealed-input-most = { $count } 或更多
sealed-input-oldest = 最早的
sealed-input-goes = 最早的到期时间
sealed-input-upload = 未完成的上传
sealed-input-file = 未随消息发送的文件
sealed-input-event-waiting = 等待处理的交易所事件
sealed-input-event-failed = 处理失败的交易所事件
section-health = 运行状况
health-text = 客服台当前的状况及其起始时间。处理方法见 docs/operation.md；在服务器上运行 proofdesk doctor 可查得更细。
health-check = 项目
health-level = 状态
health-found = 结果
health-at = 时间
health-level-ok = 正常
health-level-warning = 需要留意
health-level-error = 故障
health-level-off = 此处未使用
health-database = 数据库
health-files = 存储的文件
health-workers = 工作进程
health-workers-count = { $count ->
    [0] 没有任务在等待
   *[other] { $count } 个任务在等待
}
health-dead-jobs = 失效任务
health-dead-jobs-count = { $count ->
    [0] 没有放弃的任务
   *[other] 已放弃 { $count } 个任务
}
health-mail = 邮件
health-mail-count = { $count ->
    [0] 没有待发邮件
   *[other] { $count } 封邮件待发
}
health-webhooks = Webhook
health-webhooks-count = { $count ->
    [0] 所有事件均已转发
   *[other] 落后 { $count } 个事件
}
health-ticket-index = 工单搜索索引
health-ticket-index-count = { $count ->
    [0] 所有事件均已读取
   *[other] 落后 { $count } 个事件
}
health-article-index = 文章搜索索引
health-article-index-count = { $count ->
    [0] 所有事件均已读取
   *[other] 落后 { $count } 个事件
}
health-checkpoints = 日志检查点
health-checkpoints-count = { $count ->
    [0] 所有事件均已签名
   *[other] { $count } 个事件尚未签名
}
health-error-storage-full = 磁盘已满
health-error-read-only = 磁盘只读
health-error-unavailable = 无响应
health-error-search-not-ready = 负责检索的节点没有响应
health-elsewhere = 由另一个节点检索，响应正常
health-lanes = 工作进程通道
health-lane = 通道
health-waiting = 等待
health-oldest = 最早
health-running = 运行中
health-later = 稍后
lost-file = 没有这张图片或这个文件

## 客户账户的限制，以及谁查看过
action-constraint = 为客户账户添加限制
action-new-ticket = 为此客户新建工单
opening-title = 为 { $name } 新建工单
opening-lead = 工单为该客户开立：客户会收到工单号，并能看到您在此填写的内容。
opening-category = 问题类别
opening-subject = 主题
opening-body = 内容
opening-verb = 新建工单
opening-done = { $number } 已新建。
opening-one = 这些工单属于不同客户，请只选择同一客户的工单。
constraints-title = 限制
constraints-none = 该账户没有需要注意的事项。
constraints-over = { $count ->
   *[other] { $count } 条已失效
}
constraints-coming = 自 { $time } 起
constraints-until = 至 { $time }
constraints-open = 无期限
constraints-ended = { $name } 于 { $time } 结束
constraints-was = 已于 { $time } 失效
constraints-change = 更改“{ $text }”
constraints-end = 结束“{ $text }”
constraints-end-title = 结束这条限制？
constraints-end-text = 此后不再需要注意，但仍保留在已失效的限制中。
constraints-end-verb = 结束
constraints-gone = 限制已结束。
constraint-new = 新建限制
constraint-edit = 更改限制
constraint-lead = 显示在该客户的每个工单旁边，客户看不到。
constraint-kind = 类型
constraint-text = 需要注意什么
constraint-text-hint = 机密信息会被遮盖。
constraint-from = 开始时间
constraint-from-hint = 留空则从现在开始。时间按 { $zone } 计。
constraint-until = 结束时间
constraint-until-hint = 留空则直到有人结束为止。
constraint-save = 保存
constraint-theirs = 再次保存将覆盖现在的内容：
constraint-kind-sub-account = 子账户
constraint-kind-region-limit = 地区限制
constraint-kind-old-api = 旧版 API
constraint-kind-known-fault = 已知故障
constraint-kind-other = 其他
looks-title = 谁查看过
looks-none = 还没有人查看过该客户的明文资料。
looks-seen-transcript = { $number } 的记录文件
looks-seen-account = 在交易所的账户
looks-seen-unknown = 已抹除的记录
looks-show = 显示

## What the exchange says holds for everybody
section-venue = 交易所信息
venue-text = 交易所告知的、适用于所有客户的内容，与帮助中心文章中显示的一致。这里没有任何手工填写的内容，也不能在此更改。
venue-networks = 网络
venue-fees = 交易手续费
venue-rules = 规则
venue-levels = 身份认证等级
venue-pauses = 提现暂停
venue-rates = API 频率限制
venue-offers = 在售产品
venue-earn = 理财
venue-dual = 双币投资
venue-contracts = 合约
venue-loans = 杠杆借币利息
venue-fiat = 法币
venue-terms = 条款
venue-version = 版本
venue-from = 生效时间
venue-until = 失效时间
venue-hours = { $count } 小时
venue-passing = 暂时无法得知：交易所没有响应。
venue-untold = 交易所未提供此项。
venue-not-connected = 此客服台未连接交易所。
article-from-ticket-text = 草稿以这位客户的提问和我们的回复开头。能识别的号码、地址和姓名已略去，发布前请逐行检查。
article-follows = 本文已包含原文第 { $number } 版的全部内容
article-made-from = 译自第 { $number } 版
article-reason-not_mine = 讲的是别的问题
article-reason-wrong = 内容有误
article-reason-unclear = 看不懂
article-reason-incomplete = 不够完整
article-reason-policy = 看懂了，但不认同这项规定
article-review-other = 这一版由 { $name } 撰写，需要其他人审阅。请发布，或退回草稿。
article-review-own = 这一版是您自己写的，目前没有其他人可以发布：发布前请再通读一遍。
article-held = 这一版是您自己写的，须由其他人发布，例如 { $names }。请提交审核。
article-held-review = 这一版是您自己写的，已提交审核，须由其他人发布，例如 { $names }。
articles-handed = 待审核的文章：{ $count }
article-said = 读者的评价
article-said-none = 还没有读者评价。
article-said-counts = { $yes } 人觉得有帮助，{ $no } 人觉得没有
article-unkept = 以下词语在术语表中有规定的说法，本文没有使用：
article-terms-reason = 不使用这些词而发布的理由
article-terms-reason-hint = 没有理由则无法发布。您填写的内容会保留在日志中。
gap-lead-text = 它会排在“延伸阅读”的最前面，所有语言都一样。
gap-lead-title = 读完“{ $title }”之后应该读哪一篇？
gap-led = 读完“{ $title }”后会引向这篇文章。
gap-rewrite = 改写
ticket-article-write = 写成帮助文章
glossary-see = 相关文章
