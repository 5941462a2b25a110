### 出了什么问题、现在该怎么办：问题表中的每个代码一两句话。
### 参数按服务端发来的原样显示；数字可能以文本形式到达，因此这里不按数字选择。

## 身份

error-signed-out = 您尚未登录。请登录后再操作。
error-session-expired = 登录已过期。请重新登录。
error-staff-only = 只有工作人员可以执行此操作。请用员工账号登录。
error-customers-only = 只有客户本人可以执行此操作。请从交易所登录。
error-session-required = 此操作须由本人登录后进行，不能使用 API 令牌。请登录后再试。
error-csrf-missing = 我们无法确认此请求来自我们的页面。请刷新页面后重新发送。
error-locked-out = 错误次数过多。请等待 { $seconds } 秒后重试。
error-rate-limited = 操作过于频繁。请等待 { $seconds } 秒后重试。
error-feedback-spent = 今天来自您网络的页面反馈已达上限，请明天再来。如需帮助，请提交工单。
error-address-spent = 过去一天内，填写此邮箱的消息过多。请明天再试、换一个邮箱，或先登录。

## 链接与令牌

error-link-used = 此链接已使用过。请重新获取链接。
error-link-expired = 此链接已过期。请重新获取链接。
error-token-malformed = 登录令牌已损坏。请从交易所重新打开客服页面。
error-token-forged = 登录令牌不是由交易所签发的。请直接从交易所打开客服页面。
error-token-expired = 登录令牌已过期。请从交易所重新打开客服页面，系统会生成新的令牌。
error-token-lifetime = 登录令牌的有效期超出我们接受的范围，或未注明。请从交易所重新打开客服页面。
error-token-audience = 登录令牌是为其他站点签发的。请从交易所重新打开客服页面。
error-token-replayed = 登录令牌已被使用。请从交易所重新打开客服页面，系统会生成新的令牌。

## 您提交的内容

error-invalid-input = 有些内容需要修改，每一处都注明了原因。
error-malformed-json = 请求不是有效的 JSON。请检查后重新发送。
error-unsupported-media-type = 我们无法读取这种内容。请按文档所示的格式发送。
error-method-not-allowed = 此网址不接受这种请求。文档列出了可用的请求方式。
error-not-found = 这里没有您可以查看的内容。请核对网址或编号。
error-field-required = 此项必填。
error-field-too-long = 内容过长。最多 { $limit } 个字符。
error-field-too-short = 内容过短。至少 { $limit } 个字符。
error-field-unknown = 无法识别“{ $field }”。请将其删除，或检查拼写。
error-field-invalid = 格式与要求不符。请检查后重试。
error-field-not-object = 此处应为由字段名和值组成的对象。请按文档所示的格式发送。
error-text-has-nul = 文本中含有无法保存的不可见空字符。请删除它，或以纯文本方式粘贴。
error-text-not-utf8 = “{ $field }”在传输中损坏：其中有无法读取的文字（不是 UTF-8）。请重新输入这些部分，然后再次发送。
error-holds-secret = 其中含有疑似密码、密钥或助记词的内容，我们不会在任何地方保存这类信息。请将其删除；如果是真实的，请尽快更换。
error-body-too-large = 一次发送的内容过大。请减少文字，或以文件形式附上。
error-cursor-invalid = 列表中的这个位置已失效。请从第一页重新开始。
error-range-invalid = 请求的部分超出文件范围。请请求整个文件。
error-idempotency-mismatch = 此幂等键已用于另一个请求。新的请求请使用新的键。
error-idempotency-in-progress = 相同的请求仍在处理中。请稍候再查询。

## 工单

error-ticket-number-wrong = 这不是有效的工单号：有字符输入错误。请与我们的邮件或您的列表核对。
error-ticket-closed = 此工单已关闭，不再接收回复。请新建工单并注明此编号。
error-version-conflict = 您编写期间有人做了修改。请先查看修改，再发送您的内容。
error-version-required = 请说明您修改的是哪个版本，以免覆盖他人的修改。
error-header-invalid = 无法读取“{ $header }”。请将收到的 ETag 连同引号原样发送，或去掉此请求头。

## 文件

error-attachment-too-large = 此文件超过 { $limit }。请发送较小的文件，或剪短录屏。
error-attachment-incomplete = 文件未完整上传。请重新发送。
error-attachment-empty = 此文件是空的。请另选一个。
error-attachment-unusable = 此文件不能附在这里：它已用于别处或已过期。请重新选择。
error-too-many = 数量过多。最多 { $limit } 项。
error-too-many-attachments = 文件过多。每条消息最多 { $limit } 个。

## 管理

error-limit-reached = 最多只能有 { $limit } 个。请先删除不再需要的。

## 我们这边

error-storage-full = 我们的存储空间已满，内容未能保存。我们已收到通知；请几分钟后重试。
error-read-only = 目前只能查看，暂时无法保存。请保留您填写的内容，几分钟后重试。
error-outcome-unknown = 我们无法确定是否已保存。请先查看，再决定是否重新发送。
error-unavailable = 目前无法完成此操作。内容没有丢失，请一分钟后重试。
error-internal = 我们的系统出现故障，相关人员已收到通知。请重试；如仍有问题，请提供请求编号。
error-evidence-not-recognised = 未识别出交易哈希、地址、链接或金额。请粘贴完整内容。

## Files

error-attachment-infected = 此文件含有病毒，任何人都无法打开。
error-attachment-unscanned = 此文件仍在进行病毒检查。请一分钟后再试。
error-upload-offset = 上传已进行到第 { $offset } 字节。请从那里继续。
error-upload-length = 收到的字节多于所声明的。请重新开始上传。
error-upload-digest = 收到的内容与所声明的文件不一致。请从头重新发送。
error-upload-stalled = 长时间没有收到数据，上传已终止。请检查网络后重新发送文件。

## Forms, and customers who wait

error-not-our-turn = 此工单正在等待您的回复，或者已经解决，无需询问进展。请在下方回复。
error-escalated-to-top = 您的工单已由主管处理，没有更高一级了；下一步是提交正式投诉。

## Requests that come again, or slowly

error-idempotency-refused = 此网址不接受幂等键：再次发送会再执行一次。请去掉该键。
error-answer-shown-once = 此操作已完成，结果只显示一次。如果没有收到结果，请撤销后用新的键重新操作。
error-body-too-slow = 您的请求传输太慢，没有发送完。未作任何更改；请检查网络后重新发送。

## Search

error-search-not-ready = 搜索暂时不可用，其他功能不受影响。请几分钟后再试。

## Tickets that go on in another one
error-ticket-merged = 此工单已并入 { $into }，请在那里操作。
error-status-retired = 此状态已停用。请选择其他状态。

## Departments
error-side-closed = 与部门的这段对话已关闭。请先重新打开，再填写内容。
error-mail-required = 此客服台未启用邮件，部门收不到任何消息。请由管理员设置邮件服务器。
