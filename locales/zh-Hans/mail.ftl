## Notifications

mail-subject = 您的工单 { $number }
mail-receipt = 我们已收到您的消息，编号为 { $number }。
mail-receipt-expected = 我们会在 { $time } 之前答复您。
mail-receipt-no-time = 此类工单没有承诺的答复时间：紧急工单优先处理，其余按收到的先后顺序处理。
mail-opened = 我们为您创建了工单，编号为 { $number }。
mail-opened-about = 事由：{ $subject }
mail-reply = { $brand } 的 { $name } 答复了您的工单 { $number }：
mail-reply-desk = { $brand } 答复了您的工单 { $number }：
mail-reply-elsewhere = 您的工单 { $number } 有了新的答复。其中有些内容我们不会写进邮件，请在页面上查看。
mail-wrote = { $brand } 的 { $name } 就您的工单 { $number } 给您发来了消息：
mail-wrote-desk = { $brand } 就您的工单 { $number } 给您发来了消息：
mail-wrote-elsewhere = 您的工单 { $number } 有新消息。其中有些内容我们不会写进邮件，请在页面上查看。
mail-waiting = 要继续处理您的工单 { $number }，我们需要您补充信息。
mail-solved = 您的工单 { $number } 已解决。如果没有解决，请在页面上告诉我们。
mail-files = 页面上附有 { $count } 个文件。
mail-open = 打开您的工单
mail-open-hint = 该链接 { $days } 天内有效，仅供您本人使用，请不要转发这封邮件。
mail-answer-there = 请在页面上回复。我们不会查看发到此地址的邮件。
mail-why = 您收到此邮件，是因为您联系过 { $brand }。
mail-why-unproven = 有人在联系 { $brand } 时填写了这个邮箱地址。如果不是您，无需任何操作，我们不会再就此发送邮件。
mail-why-opened = 您收到此邮件，是因为 { $brand } 为您创建了工单。
mail-why-opened-unproven = { $brand } 为某位客户创建了工单，登记的是这个邮箱地址。如果不是您，无需任何操作，我们不会再就此发送邮件。
mail-settings = 选择要接收的通知
mail-prove-signed-in = 为了确认是您本人，请登录后打开此工单：{ $link }。之后我们就可以继续处理。
mail-prove-email = 为了确认是您本人，请通过我们邮件中的链接打开此工单。之后我们就可以继续处理。

## Members of staff

mail-staff-invitation-subject = 加入 { $organisation } 客服台
mail-staff-invitation = 您受邀加入 { $organisation } 的客服台。
mail-staff-invitation-open = 接受邀请
mail-staff-invitation-unasked = 如果您不清楚为何收到此邀请，忽略即可。
mail-staff-reset-subject = { $organisation } 的新密码
mail-staff-reset = 有人（很可能是您）请求为 { $organisation } 客服台设置新密码。
mail-staff-reset-open = 设置新密码
mail-staff-reset-unasked = 如果不是您，无需任何操作，您的密码不会改变。如再次发生，请告知管理员。
mail-staff-once = 该链接仅可使用一次，有效期至 { $time }，仅供您本人使用。
mail-staff-mention-subject = [{ $number }] { $name } 提到了您
mail-staff-mention = { $name } 在工单 { $number } 的备注中提到了您。
mail-staff-mention-open = 打开工单
mail-staff-mention-off = 您现在不在客服台，因此收到这封邮件。您可以在“我的资料”中关闭此类邮件。

## Web push

push-receipt = 我们已收到您的消息，编号为 { $number }。
push-opened = 我们为您创建了工单，编号为 { $number }。
push-reply = 您的工单 { $number } 有了新的答复。
push-wrote = 您的工单 { $number } 有新消息。
push-waiting = 您的工单 { $number } 需要您补充信息。
push-solved = 您的工单 { $number } 已解决。如果没有解决，请告诉我们。

## Completing: what the customer's side still lacked

mail-link = 这是您的工单 { $number } 的新链接，应持有旧链接者的要求发送。

## What the exchange tells by itself

app-reply = 您的工单 { $number } 有了新的答复。
app-wrote = 您的工单 { $number } 有新消息。
mail-told-subject = 您在 { $brand } 的账户有新动态
mail-told = { $what }（交易所提供的信息，截至 { $time }）
mail-told-not-you = 如果这不是您本人操作，请立即在账户页面冻结账户。
mail-told-why = 您收到此邮件，是因为您在 { $brand } 有账户，并允许我们向您发送邮件。
mail-open-account = 打开您的账户

## Customer's side: news by topic

push-deposit-seen = 您有一笔充值有新进展，请在账户页面查看。
push-withdrawal-held = 您有一笔提现被暂缓，原因请见账户页面。
push-setting-changed = 您账户的安全设置已更改。如果不是您本人操作，请立即冻结账户。

## Departments
mail-side-subject = 关于工单 { $number } 的问题
mail-side = { $brand } 客服的 { $name } 就工单 { $number } 向 { $department } 提问。请在页面上查看并回复，无需账户。
mail-side-open = 查看并回复
mail-side-hint = 链接在 { $time } 之前有效，仅供 { $department } 使用，请不要转发这封邮件。
mail-side-why = 您收到此邮件，是因为此邮箱在 { $brand } 客服台登记为 { $department } 的联系邮箱。

## Articles that are due for review
mail-staff-review-subject = 待复核的文章：{ $count } 篇
mail-staff-review = 以下帮助中心文章由您负责，已到复核时间。请重新阅读，并在控制台确认内容仍然有效，或进行修改。
mail-staff-review-more = 另有 { $more } 篇。
mail-staff-review-open = 打开列表
mail-staff-review-off = 每篇文章每次到期只发送一次。您可以在个人资料中关闭此邮件。

## 提交审核的文章
mail-staff-handover-subject = 待审核：{ $title }
mail-staff-handover = 有成员提交了这篇帮助中心文章，请审核。文章须由作者以外的成员发布：请阅读后发布，或退回草稿。
mail-staff-handover-open = 打开文章
mail-staff-handover-off = 有您可以发布的文章提交审核时，会发送此邮件。您可以在个人资料中关闭。
