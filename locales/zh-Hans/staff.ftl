### 仅员工和交易所的系统会看到的话。客户能看到的都在旁边的文件里，且每种语言都有。

## Who you are

error-no-permission = 此操作需要权限“{ $permission }”。管理员可以授予您。
error-wrong-credentials = 邮箱地址或密码不正确。请核对后重试。
error-password-weak = 此密码太容易被猜到。请使用至少 { $limit } 个字符，且不要用常见密码。
error-second-factor-required = 请输入验证器应用中的六位数字以继续。
error-second-factor-wrong = 验证码不正确，或已超过 30 秒。请输入应用当前显示的验证码。
error-second-factor-enrolment = 管理员要求启用第二步验证。请先设置验证器应用。
error-second-factor-state = 第二步验证的状态已发生变化。请刷新页面查看当前状态。
error-member-disabled = 此账号已停用。管理员可以重新启用。
error-budget-spent = 您已用完每小时的限额。请等待 { $seconds } 秒，或联系您的主管。

## Administration

error-field-taken = 此项已被使用。请换一个。
error-last-administrator = 这是最后一位管理员。请先设置另一位管理员。
error-role-in-use = 仍有成员使用此角色。请先为他们更换角色。
error-team-in-use = 仍有工单属于此团队。请先将它们转到其他团队。
error-role-builtin = 此角色由程序内置，不能修改。请复制后修改副本。
error-webhook-url = 我们不向此网址发送。请使用公共互联网上的 https 网址。
error-delivery-pending = 此次投递仍在进行中。请等待结果。

## The log
error-not-checkpointed = 尚无签名检查点覆盖此事件。{ $seconds } 秒内会生成，请稍后再试。

## What must not go out

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

## The exchange’s machines

error-event-unsigned = 这些事件没有签名。请按 docs/exchange-events.md 的说明发送 proofdesk-key、proofdesk-timestamp 和 proofdesk-signature。
error-event-forged = 签名与事件不符，或者密钥未知或已撤销。请用该品牌的密钥对正文的原始字节签名。
error-event-stale = 这些事件的签名时间与现在相差超过 { $seconds } 秒。请校准时钟，重新签名后再发送。
error-event-mismatch = 另一个事件已使用该编号或序号。编号和序号只能用一次；修改后的事件请用新的编号发送。
error-event-not-failed = 只有处理失败的事件才能重新处理。该事件正在等待或已处理。
error-input-gone = 该事件的内容存放时间已超过上限，已被销毁。请让交易所重新发送同一事件，之后即可处理。

## Filters

error-filter-word = “{ $word }”里没有可查找的内容。请输入工单中的文字，或使用键，例如：{ $takes }。
error-filter-key = 没有“{ $word }”这个键。可能是：{ $takes }。
error-filter-value = “{ $key }”不能是“{ $word }”。可以是：{ $takes } 等。
error-filter-comparison = “{ $key }”不能这样比较。请在它后面写 { $takes }。
error-filter-unfinished = “{ $word }”没有写完：缺少值或右引号。
error-filter-long = 一个筛选里太多了：最多 { $takes } 个。

## Macros and articles

error-macro-variable = 第 { $line } 行第 { $column } 列的“{ $name }”不是变量。请从列表中选择，并用 {"}}"} 结束。
error-macro-fallback = 第 { $line } 行第 { $column } 列的“{ $name }”不一定有值。请在竖线后写明没有时显示什么：{"{{"}{ $name }|…{"}}"}。
error-verification-required = 这个快捷回复只用于验证程度更高的客户。请客户先登录，或用自己的话回答。
error-nothing-to-prove = 此客户没有账户，也没有属于自己的邮箱地址，因此没有可供证明的身份。
error-article-state = 这篇文章当前的状态不允许此操作，请重新加载。
error-review-by-another = 这一版是您自己写的，须由其他成员发布。请提交审核。
error-terms-unkept = 本译文没有使用术语表中规定的词：{ $terms }。原文位置：“{ $place }”。请改用这些词，或在发布时说明理由。
error-section-in-use = 该栏目下还有文章，请先移走。
error-category-last = 这是该品牌唯一提供的类别。请先提供另一个类别。
error-accent-too-faint = 这组颜色看不清：其中一种的对比度只有 { $ratio }:1，至少需要 { $least }:1。请降低彩度，或换一个色相。
error-status-needed = 系统会自动把工单设为此状态，因此它不能停用。您可以为它改名。
error-status-in-use = 仍有待处理的工单处于此状态（{ $count } 个）。请先改为其他状态。
error-tag-in-use = 仍有工单带有此标签（{ $count } 个）。请先移除。
error-status-in-macros = 仍有共享的快捷回复会设置此状态（{ $count } 个）。请先修改或归档它们。
error-article-not-signed-in = 只有面向已登录客户的文章才能限定 VIP 等级和国家。
error-article-file-type = 文章只接受完整可读的 PNG、JPEG、GIF、WebP、AVIF 图片，以及 PDF 和纯文本文件。
error-image-without-words = 正文中有图片没有说明文字。请写明图片内容，或将其标为装饰。

## Tickets

error-snooze-inactive = 这个工单已无待办事项，无需暂缓。请先重新打开。
error-constraint-ended = 其他人刚刚结束了这条限制。如果仍然适用，请新建一条。
error-merge-itself = 工单不能并入自身。
error-merge-other-customer = 这两个工单属于不同的客户。只有同一客户的工单才能合并，以免有人看到不属于自己的内容。
error-link-itself = 工单不能与自身关联。
error-account-act-pending = 交易所尚未回复是否已冻结该客户的账户。请等待回复后再删除。

## The development page

development-title = 演示客户
development-intro = 每个按钮都会像交易所那样签发一个短期令牌，并带着它回来。只有配置允许时才有此页面。
development-sign-in = 登录
development-sign-in-as = 以 { $name } 登录
development-none = 还没有客户。
development-other = 其他账户
development-other-hint = 该账户在交易所的编号。首次登录会成为新客户。
