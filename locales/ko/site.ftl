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
site-safety = 비밀번호, 2단계 인증 코드, 시드 문구, 개인 키를 절대 묻지 않습니다. { $brand }의 누구도 묻지 않습니다.
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
status-next-open = 약속된 시간은 아직 없습니다. 답변은 여기에 표시됩니다.
status-next-waiting-on-customer = 아래에 답해 주시면 바로 이어서 처리합니다.
status-next-waiting-on-internal = 약속된 시간은 아직 없습니다. 답이 오는 대로 여기에 표시됩니다.
status-next-solved = 해결되지 않았다면 아래에 쓰거나 다시 여세요. 위의 내용은 모두 남아 있습니다.
status-next-closed = 더 이상 답글을 받지 않습니다. 문제가 다시 생기면 이 번호와 함께 문의해 주세요.

home-title = 고객지원
home-heading = 무엇을 도와드릴까요?
home-greeting = { $name }님, 안녕하세요
home-intro = 문제는 한 번만 설명하시면 됩니다. 누가 맡고 있고 다음에 무엇을 하는지 여기에서 볼 수 있습니다.
home-open-tickets = 진행 중인 문의
home-all-tickets = 내 문의 전체
home-no-open = 진행 중인 문의가 없습니다. 문제가 있으면 알려 주세요.
home-topics = 어떤 내용인가요?
home-theft = 계정을 도난당했습니다
home-theft-hint = 바로 알려 주세요. 다른 모든 문의보다 먼저 답합니다.
home-anonymous = 어느 계정인지 알 수 있도록 거래소에서 로그인해 주세요.

sign-in-title = 로그인
sign-in-how = 고객지원에는 별도의 비밀번호가 없습니다
sign-in-step-open = 앱이나 웹사이트에서 { $brand }을(를) 열고 로그인하세요.
sign-in-step-support = ‘고객지원’을 선택하면 로그인된 상태로 여기로 돌아옵니다.
sign-in-why = 그래서 누구도 이메일 주소만으로 고객님인 척할 수 없고, 훔칠 두 번째 비밀번호도 없습니다.
sign-in-development = 개발 환경입니다. 데모 고객을 선택하세요.
sign-in-development-link = 데모 고객
sign-in-needed = 이 페이지를 보려면 로그인하세요.
sign-in-failed-title = 로그인되지 않았습니다
sign-in-again = 로그인 방법
sign-in-other-title = 계정을 바꿀까요?
sign-in-other = { $name }(으)로 로그인되어 있습니다. 여신 링크는 다른 계정의 것입니다.
sign-in-other-switch = 다른 계정으로 전환
sign-in-other-stay = { $name } 계정 유지

new-ticket-title = 문의하기
new-ticket-intro = 문의 하나에 문제 하나를 쓰면 가장 빨리 답변받을 수 있습니다.
new-ticket-category = 어떤 내용인가요?
new-ticket-category-choose = 선택하세요
new-ticket-subject = 제목
new-ticket-subject-hint = 짧게 써 주세요. 예: “USDT 입금이 반영되지 않음”
new-ticket-body = 무슨 일이 있었나요?
new-ticket-body-hint = 시각, 코인과 네트워크, 금액. 거래 해시는 전체를 붙여 넣으세요.
new-ticket-send = 보내기
new-ticket-as = { $name } 계정으로 답변합니다.
secrets-warning = 비밀번호, 코드, 시드 문구, 개인 키는 여기에도 절대 쓰지 마세요.
leak-edit = 글 고치기
leak-send-anyway = 그대로 보내기

files-label = 파일
files-optional = 선택
files-hint = 스크린샷, 녹화, PDF, 로그. 최대 { $count }개, 각 { $size }까지.
files-again = 새 파일은 다시 선택해 주세요. 오류가 나면 브라우저가 잊어버립니다.
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

form-problem = 문제가 있습니다
form-error-prefix = 오류:
field-category-required = 어떤 내용인지 선택하세요.
field-subject-required = 제목을 짧게 써 주세요.
field-subject-too-long = 제목이 너무 깁니다. 최대 { $limit }자입니다.
field-body-required = 무슨 일이 있었는지 써 주세요.
field-body-too-long = 글이 너무 깁니다. 최대 { $limit }자입니다. 더 긴 글은 파일로 첨부하세요.
field-reply-required = 답글을 쓰거나 파일을 선택하세요.
field-file = { $name }: { $problem }

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
ticket-category = 내용: { $category }
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
ticket-solve = 해결되었습니다
ticket-reopen = 해결되지 않았습니다
ticket-new-instead = 다시 문의하기
ticket-earlier = 이전 메시지
ticket-later = 최신 메시지
notice-ticket-sent = 메시지를 받았습니다. 번호는 { $number }입니다.
notice-reply-sent = 답글을 보냈습니다.
notice-solved = 해결로 표시했습니다. 알려 주셔서 감사합니다.
notice-reopened = 다시 열었습니다. 계속 처리하겠습니다.
notice-signed-out = 로그아웃되었습니다.

live-off = { $time }부터 실시간이 아닙니다. { $seconds }초마다 확인합니다.
live-draft = 이전 초안을 입력란에 되돌렸습니다.
live-sending = 보내는 중…

problem-not-found-title = 없는 페이지입니다
problem-not-found = 주소가 잘못되었거나 다른 계정의 문의일 수 있습니다. 고객님의 문의는 목록에 있습니다.
problem-not-allowed-title = 할 수 없는 작업입니다
problem-unavailable-title = 지금은 할 수 없습니다
problem-internal-title = 저희 쪽에 장애가 생겼습니다
problem-too-large-title = 너무 큽니다
problem-session-title = 다시 로그인해 주세요
problem-request-id = 요청 번호
problem-home = 시작 페이지로
problem-tickets = 내 문의

## Files

files-camera = 사진 찍기
files-drop = 파일을 여기에 끌어다 놓거나 화면 캡처를 붙여 넣을 수도 있습니다.
files-going = { $percent } 보냄
files-away = 연결이 끊겼습니다. 돌아오면 저절로 이어집니다.
files-done = 도착함
files-failed = 도착하지 못했습니다. 다시 시도하거나 이 파일 없이 메시지를 보내세요.
files-too-large = { $size }보다 큽니다. 더 작은 파일을 보내거나 녹화를 잘라 주세요.
files-empty = 빈 파일입니다. 다른 파일을 고르세요.
files-too-many = 메시지 하나에 파일은 최대 { $count }개입니다.
files-remove = { $name } 빼기
files-retry = 다시 시도
files-hold = 파일이 모두 도착하면 메시지를 보냅니다.
file-held = 바이러스 검사 중입니다. 끝나면 열 수 있습니다.
