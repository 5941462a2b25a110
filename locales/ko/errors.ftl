### See en/errors.ftl for what each group is for.

error-signed-out = 로그인되어 있지 않습니다. 로그인한 뒤 다시 시도해 주세요.
error-session-expired = 로그인이 만료되었습니다. 다시 로그인해 주세요.
error-staff-only = 직원만 할 수 있는 작업입니다. 직원 계정으로 로그인해 주세요.
error-customers-only = 고객 본인만 할 수 있는 작업입니다. 거래소에서 로그인해 주세요.
error-session-required = API 토큰으로는 할 수 없는 작업입니다. 로그인한 뒤 진행해 주세요.
error-csrf-missing = 저희 페이지에서 온 요청인지 확인할 수 없습니다. 페이지를 새로 고친 뒤 다시 보내 주세요.
error-locked-out = 잘못된 시도가 너무 많습니다. { $seconds }초 뒤에 다시 시도해 주세요.
error-rate-limited = 요청이 너무 많습니다. { $seconds }초 뒤에 다시 시도해 주세요.
error-feedback-spent = 지금 쓰시는 네트워크에서 오늘 남길 수 있는 의견을 모두 남겼습니다. 내일 다시 시도해 주세요. 도움이 필요하면 문의해 주세요.
error-address-spent = 최근 하루 동안 이 이메일 주소로 많은 메시지가 왔습니다. 내일 다시 시도하거나, 다른 주소를 쓰거나, 로그인해 주세요.
error-link-used = 이미 사용된 링크입니다. 새 링크를 받아 주세요.
error-link-expired = 만료된 링크입니다. 새 링크를 받아 주세요.
error-token-malformed = 로그인 토큰이 손상되었습니다. 거래소에서 고객지원을 다시 열어 주세요.
error-token-forged = 거래소가 서명한 로그인 토큰이 아닙니다. 거래소에서 직접 고객지원을 열어 주세요.
error-token-expired = 로그인 토큰이 만료되었습니다. 거래소에서 고객지원을 다시 열면 새로 만들어집니다.
error-token-lifetime = 로그인 토큰의 유효 기간이 너무 길거나 표시되어 있지 않습니다. 거래소에서 고객지원을 다시 열어 주세요.
error-token-audience = 다른 사이트용으로 발급된 로그인 토큰입니다. 거래소에서 고객지원을 다시 열어 주세요.
error-token-replayed = 이미 사용된 로그인 토큰입니다. 거래소에서 고객지원을 다시 열면 새로 만들어집니다.
error-invalid-input = 다시 확인할 항목이 있습니다. 항목마다 이유가 적혀 있습니다.
error-malformed-json = 요청이 올바른 JSON이 아닙니다. 확인한 뒤 다시 보내 주세요.
error-unsupported-media-type = 읽을 수 없는 형식입니다. 문서에 나온 대로 보내 주세요.
error-method-not-allowed = 이 주소에서는 이런 종류의 요청을 받지 않습니다. 사용할 수 있는 요청은 문서에 있습니다.
error-not-found = 볼 수 있는 내용이 없습니다. 주소나 번호를 확인해 주세요.
error-field-required = 필수 항목입니다.
error-field-too-long = 너무 깁니다. 최대 { $limit }자입니다.
error-field-too-short = 너무 짧습니다. { $limit }자 이상 입력해 주세요.
error-field-unknown = “{ $field }” 항목을 알 수 없습니다. 빼거나 철자를 확인해 주세요.
error-field-invalid = 형식이 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.
error-field-not-object = 여기에는 이름이 있는 필드로 된 객체가 와야 합니다. 문서에 나온 대로 보내 주세요.
error-text-has-nul = 저장할 수 없는 보이지 않는 문자(NUL)가 있습니다. 지우거나 서식 없이 붙여 넣어 주세요.
error-text-not-utf8 = “{ $field }”에 읽을 수 없는 문자가 있습니다(UTF-8이 아님). 그 부분을 다시 입력해 보내 주세요.
error-holds-secret = 비밀번호, 키 또는 복구 구문으로 보이는 내용이 있습니다. 저희는 이런 정보를 어디에도 저장하지 않습니다. 지워 주시고, 실제로 쓰는 것이라면 바꿔 주세요.
error-body-too-large = 한 번에 보내기에 너무 큽니다. 글을 줄이거나 파일로 첨부해 주세요.
error-cursor-invalid = 목록의 이 위치는 더 이상 유효하지 않습니다. 첫 페이지부터 다시 시작해 주세요.
error-range-invalid = 요청한 범위가 파일을 벗어났습니다. 파일 전체를 요청해 주세요.
error-idempotency-mismatch = 다른 요청에 이미 사용된 멱등 키입니다. 새 요청에는 새 키를 사용해 주세요.
error-idempotency-in-progress = 같은 요청을 처리하고 있습니다. 잠시 뒤 확인해 주세요.
error-ticket-number-wrong = 올바른 문의 번호가 아닙니다. 잘못 입력된 글자가 있으니 저희가 보낸 메일이나 고객님의 목록과 비교해 주세요.
error-ticket-closed = 종료된 문의라 답글을 받지 않습니다. 이 번호와 함께 새로 문의해 주세요.
error-version-conflict = 작성하시는 동안 내용이 변경되었습니다. 변경 내용을 확인한 뒤 보내 주세요.
error-version-required = 다른 사람의 변경을 덮어쓰지 않도록 어떤 버전을 수정하는지 지정해 주세요.
error-header-invalid = “{ $header }” 헤더를 읽을 수 없습니다. 받은 ETag를 따옴표까지 그대로 보내거나 이 헤더를 빼고 보내 주세요.
error-attachment-too-large = 파일이 { $limit }보다 큽니다. 더 작은 파일을 보내거나 녹화를 줄여 주세요.
error-attachment-incomplete = 파일이 끝까지 전송되지 않았습니다. 다시 보내 주세요.
error-attachment-empty = 빈 파일입니다. 다른 파일을 선택해 주세요.
error-attachment-unusable = 여기에 첨부할 수 없는 파일입니다. 다른 곳에 쓰였거나 만료되었습니다. 다시 선택해 주세요.
error-too-many = 너무 많습니다. 최대 { $limit }개입니다.
error-too-many-attachments = 파일이 너무 많습니다. 한 번에 최대 { $limit }개입니다.
error-limit-reached = 최대 { $limit }개까지 가능합니다. 필요 없는 것을 삭제해 주세요.
error-storage-full = 저장 공간이 가득 차 저장하지 못했습니다. 담당자에게 알렸습니다. 몇 분 뒤 다시 시도해 주세요.
error-read-only = 지금은 보기만 가능하고 저장할 수 없습니다. 작성한 내용을 보관해 두고 몇 분 뒤 다시 시도해 주세요.
error-outcome-unknown = 저장되었는지 알 수 없습니다. 다시 보내기 전에 확인해 주세요.
error-unavailable = 지금은 할 수 없습니다. 손실된 내용은 없으니 1분 뒤 다시 시도해 주세요.
error-internal = 시스템에 장애가 발생해 담당자에게 알렸습니다. 다시 시도해 주시고, 계속되면 요청 번호를 알려 주세요.
error-evidence-not-recognised = 트랜잭션 ID, 주소, 링크, 금액으로 인식되는 것이 없습니다. 전체 값을 붙여 넣어 주세요.

## Files

error-attachment-infected = 이 파일에서 바이러스가 발견되어 아무도 열 수 없습니다.
error-attachment-unscanned = 이 파일은 아직 바이러스 검사 중입니다. 1분 뒤에 다시 시도해 주세요.
error-upload-offset = 업로드가 { $offset }바이트까지 완료되었습니다. 거기서부터 이어서 보내 주세요.
error-upload-length = 파일 정보에 적힌 크기보다 많은 데이터가 도착했습니다. 업로드를 처음부터 다시 시작해 주세요.
error-upload-digest = 도착한 내용이 원래 파일과 다릅니다. 처음부터 다시 보내 주세요.
error-upload-stalled = 오랫동안 데이터가 오지 않아 업로드를 중단했습니다. 연결을 확인하고 파일을 다시 보내 주세요.

## Forms, and customers who wait

error-not-our-turn = 고객님의 답글을 기다리고 있거나 이미 해결된 문의입니다. 아래에 답글을 남겨 주세요.
error-escalated-to-top = 이미 책임자가 확인하고 있습니다. 더 높은 단계는 없으며, 다음 단계는 정식 불만 제기입니다.

## Requests that come again, or slowly

error-idempotency-refused = 이 주소에서는 멱등 키를 쓸 수 없습니다. 다시 보내면 다시 실행됩니다. 키를 빼고 보내 주세요.
error-answer-shown-once = 이미 완료된 작업이며 결과는 한 번만 표시됩니다. 결과를 받지 못했다면 취소한 뒤 새 키로 다시 시도해 주세요.
error-body-too-slow = 요청이 너무 느리게 도착해 끝까지 받지 못했습니다. 변경된 것은 없습니다. 연결을 확인한 뒤 다시 보내 주세요.

## Search

error-search-not-ready = 지금은 검색을 사용할 수 없습니다. 몇 분 뒤 다시 시도해 주세요. 다른 기능은 그대로 쓸 수 있습니다.

## Tickets that go on in another one
error-ticket-merged = 이 문의는 { $into }에서 이어집니다. 그곳에서 진행해 주세요.
error-status-retired = 더 이상 사용하지 않는 상태입니다. 다른 상태를 선택해 주세요.

## Departments
error-side-closed = 부서와의 이 대화는 종료되었습니다. 쓰려면 먼저 다시 열어 주세요.
error-mail-required = 이 지원 데스크는 메일을 보내도록 설정되어 있지 않아 부서에 아무것도 전달되지 않습니다. 관리자가 메일 서버를 설정할 수 있습니다.
