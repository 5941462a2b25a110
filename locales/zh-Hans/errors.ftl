### 出了什么问题、现在该怎么办：问题表中的每个代码一两句话。
### 参数按服务端发来的原样显示；数字可能以文本形式到达，因此这里不按数字选择。

## 身份

error-signed-out = 您尚未登录。请登录后再操作。
error-session-expired = 登录已过期。请重新登录；您填写的内容仍在这里。
error-no-permission = 此操作需要权限“{ $permission }”。管理员可以授予您。
error-staff-only = 只有工作人员可以执行此操作。请用员工账号登录。
error-customers-only = 只有客户本人可以执行此操作。请从交易所登录。
error-session-required = 此操作须由本人登录后进行，不能使用 API 令牌。请登录后再试。
error-csrf-missing = 我们无法确认此请求来自我们的页面。请刷新页面后重新发送。
error-wrong-credentials = 邮箱地址或密码不正确。请核对后重试。
error-password-weak = 此密码太容易被猜到。请使用至少 { $limit } 个字符，且不要用常见密码。
error-second-factor-required = 请输入验证器应用中的六位数字以继续。
error-second-factor-wrong = 验证码不正确，或已超过 30 秒。请输入应用当前显示的验证码。
error-second-factor-enrolment = 管理员要求启用第二步验证。请先设置验证器应用。
error-second-factor-state = 第二步验证的状态已发生变化。请刷新页面查看当前状态。
error-member-disabled = 此账号已停用。管理员可以重新启用。
error-locked-out = 错误次数过多。请等待 { $seconds } 秒后重试。
error-rate-limited = 操作过于频繁。请等待 { $seconds } 秒后重试。
error-budget-spent = 您查看的个人信息已达到每小时上限。请等待 { $seconds } 秒，或联系您的主管。

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
error-field-taken = 此项已被使用。请换一个。
error-text-has-nul = 文本中含有无法保存的不可见空字符。请删除它，或以纯文本方式粘贴。
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

## 文件

error-attachment-too-large = 此文件超过 { $limit }。请发送较小的文件，或剪短录屏。
error-attachment-incomplete = 文件未完整上传。请重新发送。
error-attachment-empty = 此文件是空的。请另选一个。
error-attachment-unusable = 此文件不能附在这里：它已用于别处或已过期。请重新选择。
error-too-many-attachments = 文件过多。每条消息最多 { $limit } 个。

## 管理

error-last-administrator = 这是最后一位管理员。请先设置另一位管理员。
error-role-in-use = 仍有成员使用此角色。请先为他们更换角色。
error-team-in-use = 仍有工单属于此团队。请先将它们转到其他团队。
error-limit-reached = 最多只能有 { $limit } 个。请先删除不再需要的。
error-role-builtin = 此角色由程序内置，不能修改。请复制后修改副本。
error-webhook-url = 我们不向此网址发送。请使用公共互联网上的 https 网址。
error-delivery-pending = 此次投递仍在进行中。请等待结果。

## 我们这边

error-storage-full = 我们的存储空间已满，内容未能保存。我们已收到通知；请几分钟后重试。
error-read-only = 目前只能查看，暂时无法保存。请保留您填写的内容，几分钟后重试。
error-outcome-unknown = 我们无法确定是否已保存。请先查看，再决定是否重新发送。
error-unavailable = 目前无法完成此操作。内容没有丢失，请一分钟后重试。
error-internal = 我们的系统出现故障，相关人员已收到通知。请重试；如仍有问题，请提供请求编号。
error-evidence-not-recognised = 未识别出交易哈希、地址、链接或金额。请粘贴完整内容。
error-asks-for-secret =
    { $wanted ->
        [password] { asks-for-secret-password }
        [one-time-code] { asks-for-secret-one-time-code }
        [seed-phrase] { asks-for-secret-seed-phrase }
        [private-key] { asks-for-secret-private-key }
        [api-secret] { asks-for-secret-api-secret }
        [card-security-code] { asks-for-secret-card-security-code }
       *[other] { asks-for-secret-title }
    }

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

## What the exchange tells by itself

error-event-unsigned = 这些事件没有签名。请按 docs/exchange-events.md 的说明发送 proofdesk-key、proofdesk-timestamp 和 proofdesk-signature。
error-event-forged = 签名与事件不符，或者密钥未知或已撤销。请用该品牌的密钥对正文的原始字节签名。
error-event-stale = 这些事件的签名时间与现在相差超过 { $seconds } 秒。请校准时钟，重新签名后再发送。
error-event-mismatch = 另一个事件已使用该编号或序号。编号和序号只能用一次；修改后的事件请用新的编号发送。
error-event-not-failed = 只有处理失败的事件才能重新处理。该事件正在等待或已处理。

## Filters and views

error-filter-word = “{ $word }”里没有可查找的内容。请输入工单中的文字，或使用键，例如：{ $takes }。
error-filter-key = 没有“{ $word }”这个键。可能是：{ $takes }。
error-filter-value = “{ $key }”不能是“{ $word }”。可以是：{ $takes } 等。
error-filter-comparison = “{ $key }”不能这样比较。请在它后面写 { $takes }。
error-filter-unfinished = “{ $word }”没有写完：缺少值或右引号。
error-filter-long = 一个筛选里太多了：最多 { $takes } 个。

## Macros

error-macro-variable = 第 { $line } 行第 { $column } 列的“{ $name }”不是变量。请从列表中选择，并用 {"}}"} 结束。
error-macro-fallback = 第 { $line } 行第 { $column } 列的“{ $name }”不一定有值。请在竖线后写明没有时显示什么：{"{{"}{ $name }|…{"}}"}。
error-verification-required = 这个快捷回复只用于验证程度更高的客户。请客户先登录，或用自己的话回答。

## Requests that come again, or slowly

error-idempotency-refused = 此网址不接受幂等键：再次发送会再执行一次。请去掉该键。
error-answer-shown-once = 此操作已完成，结果只显示一次。如果没有收到结果，请撤销后用新的键重新操作。
error-body-too-slow = 您的请求传输太慢，没有发送完。未作任何更改；请检查网络后重新发送。

## The help centre

error-article-state = 这篇文章当前的状态不允许此操作，请重新加载。
error-section-in-use = 该栏目下还有文章，请先移走。

## Search

error-search-not-ready = 此服务器的搜索索引正在建立，或不在此处。请几分钟后再试；带键的筛选仍可使用。
error-snooze-inactive = 这张工单已无待办事项，无需暂缓。请先重新打开。

## Tickets that go on in another one
error-ticket-merged = 此工单已并入 { $into }，请在那里操作。
error-merge-itself = 工单不能并入自身。
error-merge-other-customer = 这两张工单属于不同的客户。只有同一客户的工单才能合并，以免有人看到不属于自己的内容。
error-account-act-pending = 交易所尚未回复是否已冻结该客户的账户。请等待回复后再删除。
