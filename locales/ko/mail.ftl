## Notifications

mail-subject = 문의 { $number }
mail-receipt = 메시지를 받았습니다. 번호는 { $number }입니다.
mail-receipt-expected = { $time }까지 답변드립니다.
mail-receipt-no-time = 이 문의에는 약속된 답변 시간이 없습니다. 긴급한 문의를 먼저, 나머지는 도착한 순서대로 처리합니다.
mail-opened = 고객님을 위해 문의를 등록했습니다. 번호는 { $number }입니다.
mail-opened-about = 제목: { $subject }
mail-reply = { $brand }의 { $name } 담당자가 문의 { $number }에 답변했습니다:
mail-reply-desk = { $brand }에서 문의 { $number }에 답변했습니다:
mail-reply-elsewhere = 문의 { $number }에 답변이 있습니다. 메일에 담지 않는 내용이 포함되어 있으니 페이지에서 확인해 주세요.
mail-wrote = { $brand }의 { $name } 담당자가 문의 { $number }에 관해 메시지를 보냈습니다:
mail-wrote-desk = { $brand }에서 문의 { $number }에 관해 메시지를 보냈습니다:
mail-wrote-elsewhere = 문의 { $number }에 관한 메시지가 있습니다. 메일에 담지 않는 내용이 포함되어 있으니 페이지에서 확인해 주세요.
mail-waiting = 문의 { $number } 처리를 계속하려면 고객님의 정보가 필요합니다.
mail-solved = 문의 { $number } 건이 해결되었습니다. 해결되지 않았다면 페이지에서 알려 주세요.
mail-files = 페이지에 첨부 파일 { $count }개가 있습니다.
mail-open = 문의 열기
mail-open-hint = 이 링크는 { $days }일 동안 유효하며 본인만 사용할 수 있습니다. 이 메일을 전달하지 마세요.
mail-answer-there = 답글은 페이지에서 남겨 주세요. 이 주소로 온 메일은 읽지 않습니다.
mail-why = { $brand }에 문의하셨기 때문에 이 메일을 보냅니다.
mail-why-unproven = 누군가 { $brand }에 문의하면서 이 주소를 적었습니다. 본인이 아니라면 아무것도 하지 않으셔도 되며, 이와 관련한 메일은 더 보내지 않습니다.
mail-why-opened = { $brand }에서 고객님을 위해 문의를 등록했기 때문에 이 메일을 보냅니다.
mail-why-opened-unproven = { $brand }에서 어떤 고객을 위해 문의를 등록하면서 이 이메일 주소를 적었습니다. 본인이 아니라면 아무것도 하지 않으셔도 되며, 이와 관련한 메일은 더 보내지 않습니다.
mail-settings = 받을 알림 선택
mail-prove-signed-in = 본인임을 확인할 수 있도록 로그인한 뒤 이 문의를 열어 주세요: { $link }. 그러면 계속 도와드릴 수 있습니다.
mail-prove-email = 본인임을 확인할 수 있도록 저희가 보낸 이메일의 링크로 이 문의를 열어 주세요. 그러면 계속 도와드릴 수 있습니다.

## Members of staff

mail-staff-invitation-subject = { $organisation } 지원 데스크 초대
mail-staff-invitation = { $organisation } 지원 데스크에 초대되었습니다.
mail-staff-invitation-open = 초대 수락
mail-staff-invitation-unasked = 예상하지 못한 초대라면 무시하셔도 됩니다.
mail-staff-reset-subject = { $organisation }의 새 비밀번호
mail-staff-reset = 누군가(아마도 본인)가 { $organisation } 지원 데스크에서 새 비밀번호를 요청했습니다.
mail-staff-reset-open = 새 비밀번호 설정
mail-staff-reset-unasked = 본인이 아니라면 아무것도 하지 않으셔도 됩니다. 비밀번호는 그대로입니다. 같은 일이 반복되면 관리자에게 알려 주세요.
mail-staff-once = 링크는 { $time }까지 한 번만 사용할 수 있으며 본인 전용입니다.
mail-staff-mention-subject = [{ $number }] { $name }님의 멘션
mail-staff-mention = 문의 { $number }의 메모에 { $name }님의 멘션이 있습니다.
mail-staff-mention-open = 문의 열기
mail-staff-mention-off = 지금 자리에 계시지 않아 이 메일을 보내 드립니다. 프로필에서 끌 수 있습니다.

## Web push

push-receipt = 메시지를 받았습니다. 번호는 { $number }입니다.
push-opened = 고객님을 위해 문의를 등록했습니다. 번호는 { $number }입니다.
push-reply = 문의 { $number }에 답변이 있습니다.
push-wrote = 문의 { $number }에 관한 새 메시지가 있습니다.
push-waiting = 문의 { $number } 처리를 위해 고객님의 정보가 필요합니다.
push-solved = 문의 { $number } 건이 해결되었습니다. 해결되지 않았다면 알려 주세요.

## Completing: what the customer's side still lacked

mail-link = 문의 { $number }에 대한 새 링크입니다. 이전 링크를 가진 분의 요청으로 보내 드립니다.

## What the exchange tells by itself

app-reply = 문의 { $number }에 답변이 있습니다.
app-wrote = 문의 { $number }에 관한 새 메시지가 있습니다.
mail-told-subject = { $brand } 계정 관련 알림
mail-told = { $what }. { $time } 기준으로 거래소가 알려 온 내용입니다.
mail-told-not-you = 본인이 한 일이 아니라면 지금 계정 페이지에서 계정을 동결하세요.
mail-told-why = { $brand }에 계정이 있고 메일 수신을 허용하셨기 때문에 보내 드립니다.
mail-open-account = 계정 페이지 열기

## Customer's side: news by topic

push-deposit-seen = 입금 관련 새 소식이 있습니다. 계정 페이지에서 확인하세요.
push-withdrawal-held = 출금이 보류되었습니다. 이유는 계정 페이지에서 확인하세요.
push-setting-changed = 계정의 보안 설정이 변경되었습니다. 본인이 한 일이 아니라면 지금 계정을 동결하세요.

## Departments
mail-side-subject = 문의 { $number }에 대한 질문
mail-side = { $brand } 고객지원의 { $name } 담당자가 문의 { $number }에 대해 { $department }에 질문을 보냈습니다. 페이지에서 읽고 답변해 주세요. 계정은 필요 없습니다.
mail-side-open = 읽고 답변하기
mail-side-hint = 링크는 { $time }까지 유효하며 { $department } 전용입니다. 이 메일을 다른 사람에게 전달하지 말아 주세요.
mail-side-why = { $brand } 지원 데스크에 이 이메일 주소가 { $department }의 주소로 등록되어 있어 보내 드립니다.

## Articles that are due for review
mail-staff-review-subject = 검토할 문서: { $count }건
mail-staff-review = 담당하고 계신 다음 도움말 문서의 검토 기한이 되었습니다. 다시 읽어 보신 뒤, 콘솔에서 내용이 여전히 맞다고 확인하거나 수정해 주세요.
mail-staff-review-more = 그 밖에 { $more }건이 더 있습니다.
mail-staff-review-open = 목록 열기
mail-staff-review-off = 이 메일은 기한마다 한 번만 발송됩니다. 프로필에서 끌 수 있습니다.

## 검토 요청된 문서
mail-staff-handover-subject = 검토 요청: { $title }
mail-staff-handover = 도움말 센터의 이 문서에 대한 검토 요청이 들어왔습니다. 작성자가 아닌 직원이 게시해야 합니다. 읽어 보신 뒤 게시하거나 초안으로 되돌려 주세요.
mail-staff-handover-open = 문서 열기
mail-staff-handover-off = 이 메일은 직접 게시할 수 있는 문서의 검토가 요청되면 발송됩니다. 프로필에서 끌 수 있습니다.
