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
home-intro = 问题只需描述一次。谁在处理、下一步是什么，您都能在这里看到。
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
new-ticket-intro = 每条消息只写一个问题，答复最快。
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
files-too-many = 一条消息最多可附 { $count } 个文件。
files-remove = 移除 { $name }
files-retry = 重试
files-hold = 文件到达后，您的消息会立即发出。
file-held = 正在检查病毒，完成后即可打开。
