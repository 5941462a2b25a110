### See en/site.ftl for what each group is for.

site-skip = 본문으로 이동
site-nav = 주 메뉴
site-my-tickets = 내 문의
site-new-ticket = 문의하기
site-language = 언어
site-account = 계정
site-signed-in-as = { $name }(으)로 로그인됨
site-sign-in = 로그인
site-sign-out = 로그아웃
site-safety = 저희는 비밀번호, 인증 코드, 시드 문구, 개인 키를 절대 묻지 않습니다. { $brand }의 어떤 직원도 묻지 않습니다.
site-title = { $title } · { $brand } 고객지원
site-error-title = 오류: { $title }
site-support = { $brand } 고객지원

verification-signed-in = 로그인됨 · { $time }까지
verification-email = 이메일 확인됨
verification-none = 확인되지 않음
verification-expired = 만료됨

age-now = 방금
age-minutes = { $count }분 전
age-hours = { $count }시간 전
age-days = { $count }일 전

status-open = 처리하고 있습니다
status-waiting-on-customer = 고객님의 정보가 필요합니다
status-waiting-on-internal = 전문 팀이 확인하고 있습니다
status-solved = 해결되었습니다. 아니라면 알려 주세요
status-closed = 종료됨
status-next-open = 약속된 답변 시간은 아직 없습니다. 답변은 여기에 표시됩니다.
status-next-waiting-on-customer = 아래에 답해 주시면 바로 이어서 처리합니다.
status-next-waiting-on-internal = 약속된 답변 시간은 아직 없습니다. 답이 오는 대로 여기에 표시됩니다.
status-next-solved = 해결되지 않았다면 아래에 답글을 남기거나 다시 열어 주세요. 위의 내용은 모두 남아 있습니다.
status-next-closed = 더 이상 답글을 받지 않습니다. 문제가 다시 생기면 이 번호와 함께 문의해 주세요.

home-title = 고객지원
home-heading = 무엇을 도와드릴까요?
home-greeting = { $name }님, 안녕하세요
home-open-tickets = 진행 중인 문의
home-all-tickets = 내 문의 전체
home-no-open = 진행 중인 문의가 없습니다. 문제가 있으면 알려 주세요.
home-topics = 어떤 내용인가요?
home-theft = 계정을 도난당했어요
home-theft-hint = 바로 알려 주세요. 다른 모든 문의보다 먼저 답합니다.
home-anonymous = 어느 계정인지 알 수 있도록 거래소에서 로그인해 주세요.

sign-in-title = 로그인
sign-in-how = 고객지원에는 별도의 비밀번호가 없습니다
sign-in-step-open = 앱이나 웹사이트에서 { $brand }을(를) 열고 로그인하세요.
sign-in-why = 그래서 누구도 이메일 주소만으로 고객님을 사칭할 수 없고, 도난당할 비밀번호가 하나 더 생기지도 않습니다.
sign-in-development = 개발 환경입니다. 데모 고객을 선택하세요.
sign-in-development-link = 데모 고객
sign-in-needed = 이 페이지를 보려면 로그인하세요.
sign-in-failed-title = 로그인되지 않았습니다
sign-in-again = 로그인 방법
sign-in-other-title = 계정을 바꿀까요?
sign-in-other = { $name }(으)로 로그인되어 있습니다. 누르신 링크는 다른 계정의 것입니다.
sign-in-other-switch = 다른 계정으로 전환
sign-in-other-stay = { $name } 계정 유지

new-ticket-title = 문의하기
new-ticket-category = 어떤 내용인가요?
new-ticket-category-choose = 선택하세요
new-ticket-subject = 제목
new-ticket-subject-hint = 짧게 써 주세요. 예: “USDT 입금이 반영되지 않음”
new-ticket-body = 무슨 일이 있었나요?
new-ticket-body-hint = 시각, 코인과 네트워크, 금액을 적어 주세요. 트랜잭션 ID는 전체를 붙여 넣으세요.
new-ticket-send = 보내기
new-ticket-as = { $name } 계정으로 답변합니다.
secrets-warning = 비밀번호, 코드, 시드 문구, 개인 키는 여기에도 절대 쓰지 마세요.
leak-edit = 내용 수정
leak-send-anyway = 그대로 보내기

files-label = 파일
files-optional = 선택
files-hint = 스크린샷, 녹화, PDF, 로그. 최대 { $count }개, 각 { $size }까지.
files-again = 새 파일은 다시 선택해 주세요. 오류가 나면 브라우저에 선택이 남지 않습니다.
files-kept = 이미 올린 파일
files-keep = { $name } 유지
file-download = 다운로드
file-download-name = { $name } 다운로드
file-open-name = { $name } 열기
file-meta = { $type }, { $size }
file-gone = 삭제된 파일입니다
file-type-image = 이미지
file-type-video = 동영상
file-type-pdf = PDF
file-type-text = 텍스트
file-type-other = 파일

form-problem = 입력 내용을 확인해 주세요
form-error-prefix = 오류:
field-category-required = 어떤 내용인지 선택해 주세요.
field-subject-required = 제목을 짧게 써 주세요.
field-subject-too-long = 제목이 너무 깁니다. 최대 { $limit }자입니다.
field-body-required = 무슨 일이 있었는지 써 주세요.
field-body-too-long = 글이 너무 깁니다. 최대 { $limit }자입니다. 더 긴 글은 파일로 첨부해 주세요.
field-reply-required = 답글을 쓰거나 파일을 선택해 주세요.
field-file = { $name }: { $problem }
field-file-waiting = 업로드하고 아직 보내지 않은 파일이 너무 많습니다. 이 파일 없이 메시지를 보내 주세요. 보내지 않은 파일은 늦어도 일주일 안에 삭제됩니다.

tickets-title = 내 문의
tickets-open = 진행 중
tickets-done = 해결 및 종료
tickets-none = 문의가 없습니다
tickets-none-hint = 문의하시면 메시지와 모든 답변이 여기에 표시됩니다.
tickets-updated = { $age } 업데이트
tickets-older = 이전 문의
tickets-newest = 최신 문의

ticket-number = 문의 { $number }
ticket-opened = 접수 { $time }
ticket-category = 유형: { $category }
ticket-status = 문의 상태
ticket-thread = 대화
ticket-you = 고객님
ticket-system = 자동 메시지
ticket-erased = 삭제된 메시지입니다.
ticket-event-status = 현재: { $status }
ticket-event-reopened = 다시 열림
ticket-reply = 답글
ticket-reply-solved = 해결되지 않았나요? 알려 주세요
ticket-reply-solved-hint = 보내면 문의가 다시 열립니다.
ticket-send = 보내기
ticket-send-reopen = 보내고 다시 열기
ticket-solve = 해결됨
ticket-reopen = 해결되지 않음
ticket-new-instead = 다시 문의하기
ticket-earlier = 이전 메시지
ticket-later = 최신 메시지
notice-ticket-sent = 메시지를 받았습니다. 번호는 { $number }입니다.
notice-reply-sent = 답글을 보냈습니다.
notice-solved = 해결됨으로 표시했습니다. 알려 주셔서 감사합니다.
notice-reopened = 다시 열었습니다. 계속 처리하겠습니다.
notice-signed-out = 로그아웃되었습니다.

live-off = { $time }부터 실시간으로 갱신되지 않고 있습니다. { $seconds }초마다 확인합니다.
live-draft = 이전 초안을 입력란에 다시 불러왔습니다.
live-sending = 보내는 중…

problem-not-found-title = 없는 페이지입니다
problem-not-found = 주소가 잘못되었거나 다른 계정의 문의일 수 있습니다. 고객님의 문의는 목록에 있습니다.
problem-not-allowed-title = 할 수 없는 작업입니다
problem-form-only = 이 URL은 양식에서 보낸 내용만 받습니다. 이전 페이지로 돌아가 그곳에서 보내 주세요.
problem-unavailable-title = 지금은 할 수 없습니다
problem-internal-title = 시스템에 장애가 발생했습니다
problem-too-large-title = 너무 큽니다
typed-title = 작성하신 내용
typed-text = 전송되지 않았으며 이 페이지에만 남아 있습니다. 먼저 복사한 뒤 계속해 주세요. 파일은 다시 선택하셔야 합니다.
problem-session-title = 다시 로그인해 주세요
problem-session-typed = 로그인이 만료되었습니다. 다시 로그인해 주세요. 작성하신 내용은 그대로 있습니다.
problem-request-id = 요청 번호
problem-home = 홈으로
problem-tickets = 내 문의

## Files

files-camera = 사진 찍기
files-drop = 파일을 여기에 끌어다 놓거나 스크린샷을 붙여 넣을 수도 있습니다.
files-going = { $percent } 전송됨
files-away = 연결이 끊겼습니다. 복구되면 자동으로 이어집니다.
files-done = 업로드 완료
files-failed = 업로드하지 못했습니다. 다시 시도하거나 이 파일 없이 메시지를 보내 주세요.
files-too-large = { $size }보다 큽니다. 더 작은 파일을 보내거나 녹화를 줄여 주세요.
files-empty = 빈 파일입니다. 다른 파일을 선택해 주세요.
files-changed = 전송 중에 파일이 변경되었습니다. 다시 선택해 주세요.
files-too-many = 메시지 하나에 파일은 최대 { $count }개입니다.
files-remove = { $name } 제거
files-retry = 다시 시도
files-hold = 파일 업로드가 끝나면 메시지를 보냅니다.
file-held = 바이러스 검사 중입니다. 끝나면 열 수 있습니다.

## Transcript, looks, sessions, how to reach us

take-title = 대화 내용 가져가기
take-text = 이 문의의 모든 메시지가 서명된 파일에 담겨 있습니다. 내용이 바뀌지 않았음은 저희를 거치지 않고도 누구나 확인할 수 있습니다. 최근 1분의 메시지도 들어 있지만 서명된 이력에는 아직 없습니다.
take-html = 읽기용 (HTML)
take-json = 프로그램용 (JSON)
take-html-part = 읽기용, { $number }부 (HTML)
take-json-part = 프로그램용, { $number }부 (JSON)
verify-title = 대화 파일 확인
verify-intro = 누군가 저희와의 대화라며 파일을 보여 주었나요? 파일을 선택하면 진짜인지, 무엇이 변경되었는지 알려 드립니다.
verify-file = 대화 파일 (HTML 또는 JSON)
verify-send = 확인
verify-private = 파일은 확인에만 쓰고 보관하지 않습니다.
verify-none = 먼저 파일을 선택해 주세요.
verify-too-large = 이 파일은 { $size }보다 큽니다. 저희 대화 파일은 이렇게 크지 않습니다. 더 큰 파일은 “proofdesk transcript verify” 명령으로 확인할 수 있습니다.
verify-genuine = 진짜입니다
verify-genuine-meaning = 저희와 나눈 대화이며 파일은 변경되지 않았습니다.
verify-changed = 변경되었습니다
verify-changed-meaning = 저희가 서명한 파일이지만 그 뒤에 변경되었습니다. 믿지 마세요.
verify-not-ours = 저희 것이 아닙니다
verify-not-ours-meaning = 다른 상담 시스템의 파일입니다. 저희는 판단할 수 없습니다.
verify-key-unknown = 저희가 서명하지 않았습니다
verify-key-unknown-meaning = 저희 것이라고 하지만 저희의 어떤 키로도 서명되지 않았습니다. 믿지 마세요.
verify-unreadable = 대화 파일이 아닙니다
verify-unreadable-meaning = 대화 파일로 읽을 수 없습니다. 다른 파일이거나 브라우저나 편집기로 다시 저장한 것일 수 있습니다.
verify-number = 문의
verify-made = 파일 생성 시각
verify-messages = 메시지 수
verify-history = 서명된 이력
verify-covered = 기록 { $all }건 중 { $count }건
verify-part = 부분
verify-findings = 맞지 않는 것
verify-more = 그 밖에 { $count }건.
verify-text = 메시지 #{ $number }의 내용
verify-author = 메시지 #{ $number }의 작성자
verify-time = 기록 #{ $number }의 시각
verify-file-of = 메시지 #{ $number }의 첨부 파일
verify-status = 기록 #{ $number }의 상태
verify-erasure = 메시지 #{ $number }의 삭제
verify-record = 기록 #{ $number }의 로그
verify-entry = 기록 #{ $number }
verify-ticket = 문의 정보
verify-head = 파일 정보
verify-seal = 파일의 서명
verify-page-entry = 화면에 보이는 기록 #{ $number }
verify-page = 화면에 보이는 내용
verify-was-changed = { $what }: 변경됨
verify-is-missing = { $what }: 없음
verify-was-added = { $what }: 나중에 추가됨
verify-was-moved = { $what }: 위치가 다름
verify-does-not-fit = { $what }: 기록과 맞지 않음
verify-keys = 저희 키
verify-keys-hint = 저희 없이 확인하려면 이 중 하나가 필요합니다. 첫 번째가 현재 키입니다.
looks-title = 내 개인정보 열람 기록
looks-intro = 이름, 이메일 주소, 전화번호, UID는 직원에게 가려져 있습니다. 직원이 그중 하나를 열람하려면 사유를 밝혀야 하고, 여기에 기록됩니다. 같은 코드는 항상 같은 사람입니다.
looks-none = 아무도 열람하지 않았습니다.
looks-name = 이름
looks-email = 이메일 주소
looks-phone = 전화번호
looks-uid = UID
looks-transcript = { $number }의 전체 대화
looks-unknown = 기록이 삭제된 항목
looks-by = 직원 { $code }
looks-reason = 사유
looks-reason-gone = 삭제됨
sessions-title = 로그인한 기기
sessions-intro = 다음 브라우저가 고객지원에 로그인되어 있습니다. 모르는 것이 있으면 종료하세요. 거래소 자체의 로그인은 별개이니 거래소에서 종료하세요.
sessions-here = 이 브라우저
sessions-since = { $time }부터
sessions-seen = 마지막 사용 { $time }
sessions-unknown = 알 수 없는 브라우저
sessions-end = 이 세션 종료
sessions-everywhere = 모든 기기에서 로그아웃
sessions-everywhere-hint = 이 브라우저를 포함한 모든 세션을 종료합니다.
notice-session-ended = 세션을 종료했습니다.
notice-signed-out-everywhere = 모든 기기에서 로그아웃했습니다.
reach-title = 문의 방법
reach-intro = 문의 내용을 선택하면 최근 첫 답변까지 걸린 시간을 알려 드립니다.
reach-way = 문의하기
reach-way-hint = 언제든지 문의하실 수 있습니다. 답변은 이 사이트의 해당 문의에 표시됩니다.
reach-measured = 이 유형의 문의 절반은 { $median } 안에, 열 건 중 아홉 건은 { $p90 } 안에 첫 답변을 받았습니다.
reach-measured-half = 이 유형의 문의 절반은 { $median } 안에 첫 답변을 받았습니다. 아직 기다리는 문의가 많아 열 건 중 아홉 건의 시간은 알려 드릴 수 없습니다.
reach-basis = 최근 28일간의 문의 { $count }건으로 측정한 것이며 약속은 아닙니다.
reach-few = { $count ->
    [0] 최근 28일간 이 유형의 문의가 없어 답변까지 걸리는 시간을 알려 드릴 수 없습니다.
   *[other] 최근 28일간 이 유형의 문의가 { $count }건뿐이라 답변까지 걸리는 시간을 알려 드릴 수 없습니다.
  }
reach-waiting = 이 유형의 최근 문의 { $count }건 중 절반 넘게 아직 답변을 기다리고 있습니다.
reach-panel = 답변까지 걸리는 시간
reach-own = 같은 내용으로 이미 진행 중인 문의가 있습니다
reach-own-hint = 같은 문제라면 그곳에 써 주세요. 지금까지의 내용이 한곳에 있습니다.
span-minutes = { $count }분
span-hours = { $count }시간
span-days = { $count }일
site-more = 더 보기

## Notifications

notices-title = 알림
notices-none = 새 알림이 없습니다
notices-none-hint = 답변이 오면 여기에 표시됩니다.
notices-unread = 새 알림 { $count }개
notices-new = 신규
notices-read-all = 모두 읽음으로 표시
notices-older = 이전 알림
notice-kind-receipt = 메시지를 받았습니다
notice-kind-opened = 고객님을 위해 문의를 등록했습니다
notice-kind-reply = 새 답변
notice-kind-wrote = 새 메시지
notice-kind-waiting = 고객님의 정보가 필요합니다
notice-kind-solved = 해결됨
notify-title = 알림 설정
notify-intro = 문의에 관한 모든 내용은 이 사이트에 있습니다. 그 밖에 받을 것을 선택하세요.
notify-mail = 메일
notify-mail-hint = 받는 주소: { $address }
notify-mail-none = 등록된 이메일 주소가 없습니다.
notify-language = 언어
notify-language-hint = 이 언어로 연락드립니다.
notify-save = 저장
notice-notify-saved = 저장했습니다.
notice-all-read = 모두 읽음으로 표시했습니다.
link-title = 문의 열기
link-text = 이 링크는 문의 { $number }(으)로 연결됩니다. 메일로 보내 드린 링크입니다.
link-open = 문의 열기
link-note = 이 기기에서 두 시간 동안 로그인 상태가 유지됩니다.

## Forms: the question box, one question a page, and a ticket's life

question-label = 질문
question-placeholder = 트랜잭션 ID, 주소, 링크를 붙여 넣거나 간단히 적어 주세요
question-hint = 붙여 넣은 내용을 읽고 알맞은 양식으로 안내합니다. 아직 아무것도 보내지 않습니다.
question-ask = 확인
field-question-required = 간단히 적거나 트랜잭션 ID, 주소, 링크를 붙여 넣어 주세요.
field-question-too-long = 질문이 너무 깁니다. 최대 { $limit }자입니다.
question-title = 여기서 찾은 내용
question-recognised = 인식한 것
question-network = { $network }에 있을 수 있습니다.
question-networks = { $count }개 네트워크에 있을 수 있습니다.
question-mentioned = 같은 내용을 언급한 문의
question-fitting = 알맞은 항목
question-fitting-hint = 적은 내용은 이미 채워져 있습니다.
question-others = 다른 문제
choose-drafts = 멈춘 곳에서 계속하기
choose-kept = 저장: { $age }
choose-withdrawn = “{ $category }” 항목은 더 이상 제공되지 않습니다. 다른 항목을 선택하세요. 적은 내용은 모두 그대로 옮겨집니다.
text-step-hint = 여기서 읽을 수 있는 것은 다시 묻지 않습니다.
step-count = 약 { $total }단계 중 { $number }단계
step-back-link = 뒤로
step-continue = 계속
step-lacking = 가지고 있지 않음
step-kept = 페이지마다 저장됩니다. 다른 기기에서도 계속할 수 있습니다.
step-discard = 이 초안 버리기
find-hash-title = 어디에서 찾나요?
field-amount-invalid = 금액을 숫자로 적어 주세요. 예: 250 USDT
field-time-invalid = 날짜와 시간을 적어 주세요. 예: 2026-11-28 11:52 UTC
field-asset-invalid = 코인의 약칭을 적어 주세요. 예: USDT
field-asset-required = 코인의 약칭을 적어 주세요. 예: USDT
field-amount-required = 금액을 적어 주세요. 예: 250 USDT
field-time-required = 아는 만큼 날짜와 시간을 적어 주세요.
check-title = 확인하고 보내기
check-intro = 맞지 않는 것은 바꾸세요. 버튼을 누르기 전에는 아무것도 보내지 않습니다.
check-facts = 답변
check-picked = 작성한 글에서 읽음
check-needed = 입력 필요
check-none = 답하지 않음
check-change = 변경
check-answer = 답하기
check-missing = 답해 주세요: { $question }
check-meanwhile = 그사이 다른 페이지나 기기에서 답변 또는 파일이 변경되었습니다. 다시 한번 확인한 뒤 보내 주세요.
new-ticket-subject-of = { $category }: { $what }
steps-title = 진행 상황
step-done = 완료:
step-now = 현재:
step-next = 다음:
step-opened = 메시지를 받았습니다
step-opened-for = 고객님을 위해 이 문의를 등록했습니다
step-answered = { $name } 담당자가 답변했습니다
step-wrote = { $name } 담당자가 메시지를 보냈습니다
step-desk-wrote = 시스템이 메시지를 보냈습니다
step-replied = 고객님이 답했습니다
step-asked = 고객님께 여쭤봤습니다
step-handed-on = 전문 팀이 맡았습니다
step-back = 고객지원으로 돌아왔습니다
step-solved = 해결됨
step-closed = 종료됨
step-reopened = 고객님이 다시 열었습니다
step-nudged = 고객님이 진행 상황을 문의했습니다
step-escalated = 고객님이 전문가를 요청했습니다
step-escalated-lead = 고객님이 책임자를 요청했습니다
step-verification-asked = 본인 확인을 요청했습니다
step-verification-proven = 본인임이 확인되었습니다
step-verification-withdrawn = 본인 확인이 더 이상 필요하지 않습니다
step-next-open = 답변이 여기에 표시됩니다
step-next-waiting-on-customer = 아래에 답해 주시면 바로 이어서 처리합니다
step-next-waiting-on-internal = 전문 팀이 답하면 여기에 표시됩니다
step-next-done = 다시 발생하면 다시 열 수 있습니다
given-title = 질문에 대한 답변
nudge = 진행 상황 문의
nudge-from = 그때까지 답변이 없으면 { $time }부터 진행 상황을 문의할 수 있습니다.
notice-nudged = 기다리고 계신다고 담당자에게 알렸습니다.
notice-proof-mailed = 고객님의 이메일 주소로 링크를 보내고 있습니다. 몇 분 걸릴 수 있습니다.
proof-title = 본인임을 확인해 주세요
proof-text-sign-in = 고객지원에서 다시 한번 로그인해 주시기를 요청합니다.
proof-text-mail = 고객지원에서 이메일의 링크로 이 문의를 열어 주시기를 요청합니다.
proof-until = { $time }까지 확인하실 수 있습니다.
proof-mail = 이메일로 링크 받기
proof-link = 고객지원에서 본인 확인을 요청했습니다. 여기에서 문의를 열면 확인이 완료됩니다.
escalate = 전문가 요청
escalate-title = 권한이 더 높은 담당자 요청
escalate-intro = 2차 전문가가 위의 모든 내용과 함께 살펴봅니다. 문의의 우선순위가 ‘높음’으로 바뀝니다.
escalate-intro-lead = 책임자가 위의 모든 내용과 함께 살펴봅니다.
escalate-reason = 지금까지 무엇이 잘못되었나요?
escalate-reason-hint = 몇 문장으로, 최대 { $limit }자. 문의에 메시지로 추가됩니다.
escalate-send = 요청하기
escalate-stay = 그대로 두기
escalate-from = 지금 맡은 담당자에게 하루가 필요합니다. { $time }부터 상위 담당자에게 요청할 수 있습니다.
escalate-top = 이미 책임자가 확인하고 있습니다. 더 높은 단계는 없습니다.
escalate-not-open = 해결되었거나 종료된 문의입니다. 먼저 다시 열어 주세요.
notice-escalated = 문의가 사유와 함께 상위 담당자에게 전달되었습니다.
field-escalation-required = 무엇이 잘못되었는지 몇 문장으로 적어 주세요.
field-escalation-too-long = 너무 깁니다. 최대 { $limit }자입니다.

## The exchange bridge

account-title = 내 계정
account-facts = 계정 정보
account-details = 자세히
account-tx = 트랜잭션 ID
account-address = 주소
account-memo = 메모 또는 태그
account-write = 이상한 점이 있나요? 문의하기
taken-lead = 다른 사람이 계정에 들어온 것 같다면 지금 동결하세요. 한 번만 누르면 됩니다. 자세한 확인은 나중에 합니다.
taken-what-people = 보안 팀에 가장 먼저 처리되는 문의로 접수됩니다.
taken-what-back = 여기서 되돌릴 수 없습니다. 본인임이 확인되면 계정을 돌려드립니다.
taken-button = 지금 내 계정 동결
taken-never = 이후 저희 직원이 전화해 코드나 비밀번호, “안전한” 주소로의 전송을 요구하는 일은 없습니다.
taken-pending = { $time }에 동결을 요청하셨습니다. 거래소가 아직 확인하지 않아 저희가 계속 요청하고 있습니다.
taken-done = 계정이 { $time }부터 동결되어 어떤 자산도 나가지 않습니다. 거래소 접수 번호: { $receipt }.
taken-refused = { $time } 요청 후 거래소가 자동으로 동결하지 않았습니다. 보안 팀이 수동으로 처리합니다.
taken-ticket = 문의 보기
notice-freeze-asked = 요청을 최우선으로 접수했습니다. 거래소가 확인하는 즉시 이 페이지에서 알려 드립니다.

## Web push

push-title = 브라우저 알림
push-intro = 새 소식이 있으면 이 페이지를 닫아 두어도 브라우저가 바로 알려 드립니다. 문의 번호만 표시되고 글 내용이나 금액은 표시되지 않습니다.
push-add = 이 브라우저에서 켜기
push-here = 이 브라우저
push-since = { $time }부터 켜짐
push-sent = 마지막 알림: { $time }
push-remove = 끄기
push-unsupported = 이 브라우저는 사이트 알림을 표시할 수 없습니다. iPhone이나 iPad에서는 먼저 이 사이트를 홈 화면에 추가한 뒤 거기에서 열어 주세요.
push-denied = 브라우저가 이 사이트의 알림을 차단하고 있습니다. 브라우저 설정에서 이 사이트의 알림을 허용한 뒤 페이지를 새로 고치세요.
push-refused = 브라우저가 알림을 켜지 않았고, 바뀐 것은 없습니다. 문의에 관한 모든 내용은 그대로 이 사이트에 있습니다.
push-failed = 실패했습니다. 바뀐 것은 없습니다. 페이지를 새로 고치고 다시 시도해 주세요.
push-no-script = 이 브라우저에서 켜려면 JavaScript가 필요합니다.
notice-device-added = 답변이 오면 이 브라우저가 알려 드립니다.
notice-device-removed = 그 브라우저는 더 이상 알려 드리지 않습니다.

## Bounces

notify-mail-failing = { $address }(으)로 보낸 메일이 반송되어 하루 동안 이 주소로 보내지 않습니다. 거래소 계정에서 주소를 확인하세요.

## Completing: what the customer's side still lacked

missing-title = 아직 필요한 정보
missing-hint = 이 정보가 없으면 처리를 계속하지 못할 수 있습니다.
missing-helpful = { $count ->
   *[other] 있으면 도움이 되는 정보 { $count }개
}
answer-add = 문의에 추가
answer-added-to = 바로 문의에 추가되어 담당자가 볼 수 있습니다.
answer-meanwhile = 그사이 다른 곳에서 이 질문에 답변이 등록되었습니다. 작성한 내용은 그대로 있으며, 다시 보내면 그 답변을 대신합니다.
answer-stands = 현재 답변
answer-closed = 이 문의는 종료되어 더 이상 답을 추가할 수 없습니다. 다시 문의하시면 작성한 내용이 함께 전달됩니다.
answer-not-asked = 이 질문은 더 이상 묻지 않습니다.
answer-late-title = 내 답변
answer-typed = 작성한 내용
answer-to-ticket = 문의로 돌아가기
reply-late-title = 종료된 문의입니다
reply-late = 답글이 도착하기 전에 문의가 종료되어 전송되지 않았습니다. 작성하신 내용은 이 문의 번호와 함께 새 문의로 옮길 수 있습니다.
reply-late-files = 다음 파일도 함께 옮겨집니다: { $files }
reply-late-new = 이 내용으로 새로 문의하기
notice-answer-saved = 문의에 추가했습니다. 감사합니다.
link-over-title = 이 링크는 더 이상 작동하지 않습니다
link-over = 만료되었거나 모든 기기에서 로그아웃했습니다. 같은 주소로 새 링크를 보내 드릴 수 있습니다.
link-renew = 새 링크 받기
link-over-account = 이제 { $brand } 계정이 있으시니, 그 계정으로 로그인해 문의를 확인해 주세요.
link-over-nothing = 그 주소로는 새 링크를 보낼 수 없습니다. 처음 문의하신 곳에서 다시 연락해 주세요.
link-sent-title = 메일을 확인하세요
link-sent = 이전 링크를 받은 주소로 새 링크를 보내고 있습니다. 몇 분 걸릴 수 있습니다.
notice-kind-link = 새 링크를 메일로 보냈습니다
reach-freeze = 누군가 내 계정에 들어왔습니다
reach-freeze-text = 먼저 한 번 눌러 동결하세요. 자세한 확인은 나중에 하며, 문의는 최우선으로 처리됩니다.
reach-freeze-sign-in = 로그인한 뒤 한 번 눌러 동결하세요. 자세한 확인은 나중에 하며, 문의는 최우선으로 처리됩니다.
reach-freeze-act = 내 계정 동결
reach-ticket = 이 사이트에서 문의하기
reach-ticket-sign-in = { $brand }을(를) 통해 로그인하면 언제든지 10개 언어로 문의할 수 있습니다. 답변은 여기에 표시됩니다.
reach-locked-out = 로그인할 수 없나요?
reach-locked-out-text = { $brand }의 로그인 페이지에 복구 방법이 있습니다. 메시지로 로그인시켜 드리는 일은 없으며, 인증 코드를 요구하는 사람은 저희 직원이 아닙니다.
reach-link = 메일로 링크를 받았다면
reach-link-text = 링크를 열면 계정 없이도 문의로 이동합니다. 만료된 링크라면 새 링크를 받을 수 있습니다.
reach-look = 먼저 확인해 보기
reach-look-text = 트랜잭션 ID, 주소, 링크를 붙여 넣으면 무엇인지, 문제가 있는지 바로 알려 드립니다.
reach-look-act = 붙여 넣기
reach-like-both = 고객님의 언어로, 지금과 비슷한 시간대에 접수된 문의만 집계했습니다.
reach-like-language = 고객님의 언어로 접수된 문의만 집계했습니다.
reach-like-hour = 지금과 비슷한 시간대에 접수된 문의만 집계했습니다.
reach-no-promise = 지난 28일간 집계한 값이며, 약속은 아닙니다.
reach-unknown = 최근 이 유형의 문의가 너무 적어 답변까지 걸리는 시간을 알려 드릴 수 없습니다.
reach-waiting-many = 이 유형의 최근 문의 중 절반 넘게 아직 답변을 기다리고 있습니다.

## What the exchange tells by itself

notify-app = 거래소 앱
notify-app-hint = 휴대폰으로 오는 짧은 알림입니다. 주고받은 내용은 포함하지 않습니다.
looks-account = 거래소가 알려 주는 내 계정 정보
looks-intro-account = 거래소가 알려 주는 계정 정보를 열람한 사람도 여기에 기록됩니다(15분에 최대 한 번).
told-as-of = { $what } ({ $time } 기준)
suspended-title = 중단된 네트워크
suspended-both = { $network }에서 { $what } 입출금이 중단되었습니다. 사라진 자금은 없으며 네트워크가 재개되면 이어서 처리됩니다.
suspended-deposits = { $network }에서 { $what } 입금이 중단되었습니다. 지금 보낸 자금은 재개 후 반영됩니다.
suspended-withdrawals = { $network }에서 { $what } 출금이 중단되었습니다. 네트워크가 재개되면 전송됩니다.
suspended-all-coins = 모든 코인
suspended-until = { $time }에 재개될 예정입니다.
notice-told-account = 내 계정

## Customer's side: news by topic

notify-topic = 알림 내용
notify-topic-tickets = 내 문의
notify-topic-tickets-hint = 답변, 추가 질문, 해결 소식입니다.
notify-topic-account = 입금과 출금
notify-topic-account-hint = 거래소가 먼저 알려 주는 소식: 입금 감지, 출금 보류.
notify-topic-security = 계정 보안
notify-topic-security-hint = 비밀번호나 이메일 주소 변경은 다른 사람의 소행일 수 있어 항상 보냅니다.
notify-always = 항상 보냄
notify-push = 브라우저
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = 전송이 너무 오래 걸렸습니다
field-cut = 한 번에 받을 수 있는 길이를 넘었습니다. 아래에는 앞부분만 남아 있고 끝부분은 남아 있지 않습니다. 긴 글은 파일로 첨부해 주세요.
notify-older = 업데이트 전에 열어 둔 페이지라서 저장되지 않았습니다. 아래는 현재 설정에 방금 선택하신 항목을 더한 것입니다. 다시 확인하고 저장해 주세요.

## The help centre

help-title = 도움말
help-home-text = { $brand }의 입출금, 거래, 계정에 대한 궁금증에 답해 드립니다.
help-empty = 아직 문서가 없습니다.
help-all = 모두 보기
help-all-of = 모두 보기: { $section }
help-glossary = 용어집
help-glossary-text = 거래소에서 쓰는 용어를 쉽게 풀이합니다.
help-see = 관련 문서
help-stuck = 아직 해결되지 않았나요?
help-stuck-text = 문의해 주세요. 읽은 내용을 다시 설명하지 않아도 됩니다.
help-where = 현재 위치
help-fallback = 이 페이지는 아직 { $wanted }로 제공되지 않아 { $language }(으)로 표시합니다.
help-internal = 내부용
help-internal-text = 직원만 볼 수 있는 페이지입니다. 고객에게 주소를 보내지 마세요.
help-updated = 업데이트
help-reviewed = 마지막 검토
help-contents = 이 페이지의 내용
help-step-by-step = 단계별 안내
help-start-again = 처음부터 다시
help-all-steps = 모든 단계 보기
help-rate = 도움이 되었나요?
help-rate-yes = 예
help-rate-no = 아니요
help-rate-why = 무엇이 부족했나요?
help-rate-note = 자유롭게 적어 주세요 (선택)
help-rate-note-hint = 여기에는 답변하지 않습니다. 개별 문의는 따로 보내 주세요.
help-rate-send = 보내기
help-reason-not-mine = 제 문제와 달라요
help-reason-wrong = 틀린 내용이 있어요
help-reason-unclear = 이해하기 어려워요
help-reason-incomplete = 설명이 부족해요
help-reason-policy = 이해했지만 규정이 마음에 들지 않아요
help-related = 이어서 읽기
help-before = 작성하기 전에: 이미 답이 있을 수 있습니다
notice-feedback-given = 감사합니다. 문서를 쓰는 사람이 의견을 읽습니다.
help-film = 동영상, 새 탭에서 열림
help-field-memo = 메모
help-field-tag = 데스티네이션 태그
help-field-comment = 코멘트(메모)
help-terms = 약관 버전
help-terms-from = 시행일
help-terms-until = 종료일
help-terms-in-force = 시행 중
help-terms-time = 정산 시각(UTC)
help-terms-window = 평균 구간(분)
help-terms-sample = 표본 간격(초)
help-terms-average = 평균 방식
help-terms-strike = 행사가와 같을 때
help-terms-days = 일수 계산
help-terms-rounding = 끝수 처리
help-average-arithmetic = 산술 평균
help-average-time = 시간 가중 평균
help-strike-exercises = 다른 코인으로 전환됨
help-strike-expires = 전환되지 않음
status-next-promised = { $time }까지 답변해 드립니다.
status-next-late = { $time }까지 답변해 드리기로 했으나 늦어지고 있습니다. 답변은 여기에 표시됩니다.

## What comes too early or too often

problem-too-often-title = 요청이 너무 잦습니다
notice-nudged-already = 이미 문의하셨거나 아직 이릅니다. 언제 다시 문의할 수 있는지 아래에 표시됩니다.
escalate-written = 작성하신 내용

## Tickets that go on in another one
ticket-goes-on = 이 문의는 { $number }에서 이어집니다
ticket-goes-on-text = 같은 내용이어서 두 문의를 하나로 합쳤습니다. 여기에 적으신 내용은 그곳에도 모두 표시되며, 앞으로의 메시지는 그곳에 남겨 주세요.
ticket-goes-on-open = { $number } 열기
ticket-joined-here = 여기에 합쳐진 문의: { $numbers }
message-origin = { $number }에서
step-merged = { $number }에 합쳐졌습니다
step-unmerged = { $number }에서 분리되어 다시 별도 문의가 되었습니다
step-joined = { $number } 문의가 여기에 합쳐졌습니다
step-parted = { $number } 문의가 다시 분리되었습니다
step-split-off = 일부 메시지는 { $number }에서 이어집니다
step-split-from = { $number }의 메시지로 시작되었습니다
step-taken-back = { $number }의 메시지를 여기로 되돌렸습니다
step-given-back = 메시지를 { $number }(으)로 되돌렸습니다

## Search in the help centre

help-search-label = 도움말 검색
help-search-placeholder = 무엇이 궁금하신가요?
help-search-button = 검색
help-search-suggestions = 관련 문서
help-search-heard = 문서 { $count }건을 찾았습니다. 화살표 키로 이동할 수 있습니다.
help-search-heard-none = 아직 맞는 문서가 없습니다.
help-search-title = 검색
help-search-of = 검색: “{ $words }”
help-search-count = 문서 { $count }건
help-search-foreign = { $language } 문서가 없습니다. 다른 언어로 { $count }건 있습니다.
help-search-sections = 분류
help-search-everywhere = 모든 분류
help-search-nothing = “{ $words }”에 대한 문서를 찾지 못했습니다
help-search-nothing-text = 단어를 줄이거나 바꿔서 다시 찾아보시거나, 많이 찾는 문서를 확인해 보세요. 그래도 없으면 문의해 주세요.
help-search-not-ready = 지금은 검색을 사용할 수 없습니다. 다른 기능은 그대로 쓸 수 있으니 잠시 후 다시 시도해 주세요.
help-popular = 많이 찾는 문서
help-fitting = 이 문서들이 도움이 될 수 있습니다
question-articles = 도움이 될 만한 문서
question-articles-all = 전체 결과

## A way in without a session
write-title = 문의하기
write-lead = 로그인하지 않아도 됩니다. 이메일 주소를 적어 주시면 문의로 연결되는 링크를 보내 드립니다.
write-without = 로그인 없이
write-without-text = 로그인하지 않았거나 로그인할 수 없나요? 그래도 문의하실 수 있습니다. 링크를 메일로 보내 드립니다.
write-email = 이메일 주소
write-email-hint = 문의로 연결되는 링크를 이 주소로 보냅니다. 등록된 주소인지는 누구에게도 알리지 않습니다.
write-send = 보내기
write-unproven = 메일의 링크를 열기 전에는 누가 쓰셨는지 확인할 수 없습니다. 그때까지는 계정에 대해 아무것도 알려 드리지 않고 아무것도 바꾸지 않습니다.
write-no-mail = 지금은 메일을 보낼 수 없습니다. 내용은 읽지만 답변을 전해 드릴 수 없습니다. 가능하면 로그인한 뒤 문의해 주세요.
write-not-taken = 메시지를 보내지 못했습니다
write-too-many = 최근 한 시간 동안 이 네트워크에서 많은 메시지가 왔습니다. 한 시간 뒤에 다시 시도하거나 로그인해 주세요. 작성하신 내용은 아래에 있고 파일은 다시 선택해야 합니다.
write-too-many-of = 최근 하루 동안 이 이메일 주소로 많은 메시지가 왔습니다. 내일 다시 시도하거나, 다른 주소를 쓰거나, 로그인해 주세요. 작성하신 내용은 아래에 있고 파일은 다시 선택해야 합니다.
write-files-again = 파일을 다시 선택해 주세요. 로그인하지 않으면 메시지를 보내기 전까지 파일을 보관하지 않습니다.
written-title = 메시지를 받았습니다
written-number = 문의 번호는 { $number }입니다. 적어 두세요.
written-next = 다음 단계
written-mail = 본인의 주소라면 문의로 연결되는 링크가 담긴 메일이 곧 도착합니다. 몇 분 걸릴 수 있습니다.
written-open = 그 링크를 열어 주세요. 이 주소의 메일을 받으시는 것이 확인되면 이후 답변을 그 주소로 보내 드립니다.
written-read = 담당자가 메시지를 읽고 문의에서 답변합니다.
written-first = 보안 팀이 다른 모든 문의보다 먼저 읽습니다.
written-promise = { $time }까지 답변해 드립니다.
written-once = 다른 사람이 메일함을 채우지 못하도록, 확인되지 않은 주소에는 하루에 한 통만 보냅니다. 오늘 이미 문의하셨다면 그 메일의 링크로 이어서 문의해 주세요.
theft-now-title = 지금 바로 이 순서대로 하세요
theft-now-freeze = { $brand }에 아직 로그인할 수 있나요? 로그인해서 계정을 동결하세요. 한 번만 누르면 됩니다.
theft-now-write = 로그인할 수 없다면 로그인 없이 바로 보안 팀에 알려 주세요.
theft-now-mailbox = 메일함을 지키세요. 메일 비밀번호를 바꾸고 다른 기기를 모두 로그아웃하세요. 메일을 읽을 수 있는 사람은 나머지를 모두 재설정할 수 있습니다.
theft-now-password = { $brand }에 아직 로그인할 수 있다면 비밀번호를 바꾸고, 다른 기기를 모두 로그아웃하고, API 키를 삭제하세요.
theft-now-wallet = 개인 지갑의 시드 문구를 누군가에게 알려 주셨나요? 그 안의 자산을 새 지갑으로 옮기세요.
theft-write = 보안 팀에 알리기
theft-no-freeze = 메시지만으로 계정을 동결하지는 않습니다. 그러면 누구나 다른 사람의 계정을 막을 수 있기 때문입니다. 담당자가 먼저 확인합니다.
taken-open-lead = 다른 사람이 계정에 들어온 것 같나요? 바로 이 순서대로 하세요.
taken-open-sign-in = 로그인해서 동결하기
taken-stops = 거래소가 확인하면 본인을 포함해 누구도 출금하거나 보낼 수 없게 됩니다.
taken-hand-lead = 다른 사람이 계정에 들어온 것 같다면 지금 보안 팀에 알리세요. 한 번만 누르면 됩니다. 자세한 확인은 나중에 합니다.
taken-hand-stops = 고객지원이 여기서 계정을 직접 동결할 수 없어 담당자가 수동으로 동결합니다. 그전까지는 출금될 수 있습니다.
taken-hand-meanwhile = 그동안 { $brand }에 아직 로그인할 수 있다면 비밀번호를 바꾸고, 다른 기기를 모두 로그아웃하고, API 키를 삭제하세요.
taken-hand-button = 내 계정 동결 요청
notice-freeze-by-hand = 요청을 최우선으로 접수했습니다. 보안 팀이 수동으로 계정을 동결하고 여기에서 알려 드립니다.
sign-in-link = { $brand }에서 로그인
sign-in-link-text = { $brand }에서 로그인하면 이 페이지로 돌아옵니다.
sign-in-step-choose = 그곳에서 “고객지원”을 선택하면 로그인된 상태로 고객지원이 열립니다.
reach-write-text = 언제든지 10개 언어로 문의하실 수 있습니다. 링크를 메일로 보내 드립니다.
field-email-required = 이메일 주소를 적어 주세요.
field-email-invalid = 이메일 주소가 아닌 것 같습니다. 다시 확인해 주세요.
field-email-too-long = 이메일 주소가 너무 깁니다. 최대 { $limit }자입니다.

## What a department is asked, on the page behind its link
side-unnamed = 지원 데스크에서 보낸 질문
side-intro = { $name } 담당자가 문의 { $number }에 대해 { $department }에 질문을 보냈습니다. 이 페이지의 내용은 고객에게 보이지 않습니다.
side-answer = 답변
side-answer-hint = 최대 { $limit }자. 지원 데스크만 읽습니다.
side-send = 답변 보내기
side-until = 이 페이지는 { $time }까지 열리며, 새 글이 올라오면 기간이 늘어납니다. { $department } 전용이므로 링크를 다른 사람에게 전달하지 말아 주세요.
notice-side-sent = 답변이 지원 데스크에 전달되었습니다.
side-too-many = 최근 한 시간 동안 답변이 많았습니다. 잠시 뒤 다시 시도해 주세요. 작성하신 내용은 아래에 있습니다.
side-full = 여기에는 더 쓸 수 없습니다. 지원 데스크에 새 대화를 시작해 달라고 요청해 주세요. 작성하신 내용은 아래에 있습니다.
side-expired = 한동안 새 글이 없어 링크가 만료되었습니다. 부서 이메일 주소로 다시 보내 드릴 수 있습니다.
side-renew = 링크 다시 보내기
side-renewed = 부서 이메일 주소로 링크를 보내고 있습니다. 몇 분 걸릴 수 있습니다.
side-closed-title = 이 대화는 종료되었습니다
side-closed = 지원 데스크에서 이 대화를 종료했습니다. 여기서는 더 이상 읽거나 쓸 수 없습니다.
side-void = 이 링크는 새 링크로 바뀌었습니다. 지원 데스크에서 보낸 최신 메일을 열거나 지원 데스크에 확인해 주세요.
field-side-required = 답변을 쓰거나 파일을 선택해 주세요.
field-side-too-long = 답변이 너무 깁니다. 최대 { $limit }자입니다.

## What the exchange tells in articles
help-figures = 거래소 제공 정보:
help-not-now = (지금은 확인할 수 없음)
help-not-now-table = 거래소가 지금 응답하지 않아 이 표를 표시할 수 없습니다. 몇 분 뒤에 다시 확인해 주세요.

# Tables that are as long as the exchange makes them.
help-table-part = 전체 { $all }행 가운데 { $shown }행을 표시합니다.
help-table-all = 전체 표 보기
help-table-found = 전체 { $all }행 중 { $shown }행
help-table-find = 코인, 네트워크 또는 계약 찾기
help-table-earlier = 이전 페이지
help-table-later = 다음 페이지
help-table-contracts = 계약: 레버리지, 증거금, 수수료
help-table-dual-investment-pairs = 듀얼 인베스트먼트: 제공 중인 페어
help-table-earn = 예치 및 스테이킹: 제공 중인 상품
help-table-fiat = 법정화폐: 입출금 방법
help-table-margin-interest = 마진 대출: 이자
help-table-memo = 메모나 태그가 필요한 코인
help-table-networks = 네트워크: 최소 수량, 확인 횟수, 수수료
help-table-withdrawal-fees = 출금: 최소 수량과 수수료

# What the house says of itself in articles.
help-col-kind = 종류
help-col-address = 주소 또는 이름
help-col-place = 거주 지역
help-col-confirmation = 접수 확인
help-col-decision = 결정
help-col-longest = 늦어도
help-col-body = 기관
help-col-until = 결정 후 신청 기한
help-channel-site = 웹사이트
help-channel-app = 앱
help-channel-mail = 이메일
help-channel-phone = 전화
help-channel-social = 소셜 미디어
