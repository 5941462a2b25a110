### See en/staff.ftl.

## Who you are

error-no-permission = “{ $permission }” 권한이 필요합니다. 관리자가 부여할 수 있습니다.
error-wrong-credentials = 이메일 주소 또는 비밀번호가 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.
error-password-weak = 너무 쉽게 추측할 수 있는 비밀번호입니다. 알려진 비밀번호가 아닌 { $limit }자 이상의 비밀번호를 사용해 주세요.
error-second-factor-required = 계속하려면 인증 앱에 표시된 6자리 숫자를 입력해 주세요.
error-second-factor-wrong = 인증 코드가 맞지 않거나 30초가 지났습니다. 지금 앱에 표시된 코드를 입력해 주세요.
error-second-factor-enrolment = 관리자가 2단계 인증을 필수로 정했습니다. 계속하려면 인증 앱을 설정해 주세요.
error-second-factor-state = 그사이 2단계 인증 상태가 바뀌었습니다. 페이지를 다시 불러와 현재 상태를 확인해 주세요.
error-member-disabled = 사용이 중지된 계정입니다. 관리자가 다시 활성화할 수 있습니다.
error-budget-spent = 한 시간에 허용된 만큼 모두 사용했습니다. { $seconds }초 기다리거나 책임자에게 요청해 주세요.

## Administration

error-field-taken = 이미 사용 중입니다. 다른 것을 선택해 주세요.
error-last-administrator = 마지막 관리자입니다. 먼저 다른 사람을 관리자로 지정해 주세요.
error-role-in-use = 이 역할을 가진 직원이 있습니다. 먼저 다른 역할을 지정해 주세요.
error-team-in-use = 이 팀에 속한 문의가 있습니다. 먼저 다른 팀으로 옮겨 주세요.
error-role-builtin = 기본으로 제공되는 역할이라 바꿀 수 없습니다. 복사한 뒤 사본을 수정해 주세요.
error-webhook-url = 이 URL로는 보내지 않습니다. 공개 인터넷에 있는 https URL을 사용해 주세요.
error-delivery-pending = 이 전송은 아직 진행 중입니다. 결과를 기다려 주세요.

## The log

error-not-checkpointed = 이 이벤트를 포함하는 서명이 아직 없습니다. { $seconds }초 안에 생성되니 그 뒤에 다시 시도해 주세요.

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

error-event-unsigned = 이벤트에 서명이 없습니다. docs/exchange-events.md에 나온 대로 proofdesk-key, proofdesk-timestamp, proofdesk-signature를 보내 주세요.
error-event-forged = 서명이 이벤트와 맞지 않거나 키를 알 수 없거나 폐기되었습니다. 이 브랜드의 키로 본문의 바이트 그대로 서명해 주세요.
error-event-stale = 이벤트의 서명 시각이 현재와 { $seconds }초 넘게 차이 납니다. 시계를 확인하고 다시 서명해 보내 주세요.
error-event-mismatch = 다른 이벤트가 이미 이 ID나 번호를 쓰고 있습니다. ID와 번호는 한 번만 쓸 수 있습니다. 변경한 이벤트는 새 ID와 번호로 보내 주세요.
error-event-not-failed = 실패한 이벤트만 다시 처리할 수 있습니다. 이 이벤트는 대기 중이거나 처리되었습니다.
error-input-gone = 이 이벤트의 내용은 보관 기한이 지나 파기되었습니다. 거래소에서 같은 이벤트를 다시 보내면 처리할 수 있습니다.

## Filters

error-filter-word = “{ $word }”에는 찾을 내용이 없습니다. 문의에 있는 말이나 키를 입력해 주세요. 예: { $takes }
error-filter-key = “{ $word }”(이)라는 키는 없습니다. 다음 중 하나일 수 있습니다: { $takes }
error-filter-value = “{ $key }”에는 “{ $word }”을(를) 쓸 수 없습니다. 쓸 수 있는 값의 예: { $takes }
error-filter-comparison = “{ $key }”은(는) 이렇게 비교하지 않습니다. 뒤에 { $takes }을(를) 적어 주세요.
error-filter-unfinished = “{ $word }”이(가) 끝나지 않았습니다. 값이나 닫는 따옴표가 없습니다.
error-filter-long = 필터 하나에 너무 많습니다. 최대 { $takes }개까지 쓸 수 있습니다.

## Macros and articles

error-macro-variable = { $line }행 { $column }열의 “{ $name }”은(는) 변수가 아닙니다. 목록에서 선택하고 {"}}"}로 닫아 주세요.
error-macro-fallback = { $line }행 { $column }열의 “{ $name }”은(는) 값이 없을 수 있습니다. 없을 때 쓸 말을 세로줄 뒤에 적어 주세요: {"{{"}{ $name }|…{"}}"}
error-verification-required = 이 매크로는 더 높은 단계로 확인된 고객에게만 쓸 수 있습니다. 고객에게 로그인을 요청하거나 직접 답변을 작성해 주세요.
error-nothing-to-prove = 이 고객은 계정도 본인의 이메일 주소도 없어 확인할 수 있는 것이 없습니다.
error-article-state = 이 문서는 지금 그 상태로 옮길 수 없습니다. 다시 불러와 주세요.
error-review-by-another = 직접 작성한 버전은 다른 직원이 게시해야 합니다. 검토를 요청해 주세요.
error-terms-unkept = 용어집에서 정한 용어가 번역문에 쓰이지 않았습니다: { $terms }. 원문 위치: “{ $place }”. 그 용어를 쓰거나 게시할 때 이유를 적어 주세요.
error-section-in-use = 이 섹션에 문서가 있습니다. 먼저 옮겨 주세요.
error-category-last = 이 브랜드가 제공하는 유일한 카테고리입니다. 먼저 다른 카테고리를 제공해 주세요.
error-accent-too-faint = 이 색상은 알아보기 어렵습니다. 명암비가 { $ratio }:1인 부분이 있으며 { $least }:1 이상이어야 합니다. 채도를 낮추거나 다른 색조를 선택해 주세요.
error-status-needed = 시스템이 문의에 자동으로 지정하는 상태라서 사용을 중지할 수 없습니다. 이름은 바꿀 수 있습니다.
error-status-in-use = 처리할 일이 남은 문의가 이 상태에 있습니다({ $count }건). 먼저 다른 상태로 바꿔 주세요.
error-tag-in-use = 이 태그가 붙은 문의가 있습니다({ $count }건). 먼저 태그를 떼어 주세요.
error-status-in-macros = 공유 매크로가 이 상태를 지정합니다({ $count }개). 먼저 수정하거나 보관해 주세요.
error-article-not-signed-in = VIP 등급과 국가는 로그인한 고객을 위한 문서에만 지정할 수 있습니다.
error-article-file-type = 문서에는 손상되지 않은 PNG, JPEG, GIF, WebP, AVIF 이미지와 PDF, 일반 텍스트 파일만 사용할 수 있습니다.
error-image-without-words = 본문에 설명이 없는 이미지가 있습니다. 무엇을 보여 주는지 쓰거나 장식용으로 표시해 주세요.

## Tickets

error-snooze-inactive = 이 문의에는 더 할 일이 없어 미룰 수 없습니다. 먼저 다시 열어 주세요.
error-constraint-ended = 그사이 다른 사람이 이 제한을 종료했습니다. 아직 유효하다면 새로 추가해 주세요.
error-merge-itself = 문의를 그 자신에 합칠 수 없습니다.
error-merge-other-customer = 두 문의의 고객이 서로 다릅니다. 다른 사람의 내용이 보이지 않도록 같은 고객의 문의만 합칠 수 있습니다.
error-link-itself = 문의를 그 자신에 연결할 수 없습니다.
error-account-act-pending = 이 고객의 계정을 동결했는지 거래소가 아직 답하지 않았습니다. 답을 기다린 뒤 데이터를 삭제해 주세요.

## The development page

development-title = 데모 고객
development-intro = 버튼을 누르면 거래소가 하듯이 유효 시간이 짧은 토큰에 서명하고 그 토큰으로 돌아옵니다. 이 페이지는 설정에서 허용한 경우에만 있습니다.
development-sign-in = 로그인
development-sign-in-as = { $name }(으)로 로그인
development-none = 아직 고객이 없습니다.
development-other = 다른 계정
development-other-hint = 거래소의 계정 ID입니다. 여기에 없던 ID는 새 고객이 됩니다.
