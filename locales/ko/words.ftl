### See en/words.ftl.

issue-deposit-not-credited = 입금 미반영
issue-withdrawal-pending = 출금 처리 중
issue-withdrawal-failed = 출금 실패
issue-wrong-network = 잘못된 네트워크
issue-missing-memo = 메모 또는 태그 누락
issue-api-error = API 오류
issue-order-rejected = 주문 거부 또는 지연
issue-liquidation-dispute = 청산 이의
issue-settlement-question = 정산 문의
issue-earn-and-staking = 예치 및 스테이킹
issue-login-or-2fa = 로그인 또는 2FA 분실
issue-account-change = 계정 변경
issue-kyc = 본인 인증
issue-theft = 도난
issue-impersonation = 사칭
issue-fees = 수수료
issue-suggestion = 제안
issue-complaint = 불만
issue-other = 기타

secret-seed-phrase = 시드 문구
secret-slip39-share = 복구 문구 조각(SLIP-39)
secret-monero-seed = Monero 시드 문구
secret-wif-key = 개인 키
secret-extended-private-key = 확장 개인 키
secret-hex-private-key = 개인 키
secret-bip38-key = 암호화된 개인 키(BIP-38)
secret-xrp-seed = XRP 비밀 키
secret-stellar-secret = Stellar 비밀 키
secret-solana-keypair = Solana 개인 키
secret-keystore = 키스토어 파일
secret-pem-private-key = 개인 키(PEM)
secret-otpauth-uri = 인증 앱 설정 링크
secret-totp-secret = 인증 앱 설정 키
secret-one-time-code = 인증 코드
secret-password = 비밀번호
secret-api-secret = API 시크릿 키
secret-api-passphrase = API 패스프레이즈
secret-session-token = 로그인 토큰
secret-card-number = 카드 번호
secret-iban = 은행 계좌 번호(IBAN)

leak-hidden = 메시지를 저장하기 전에 다음 내용을 가렸습니다: { $what }. 저희 쪽의 누구도 볼 수 없습니다.
leak-before-send = 다음 내용이 들어 있는 것 같습니다: { $what }. 보내기 전에 지워 주세요. { $brand }의 누구에게도 필요하지 않습니다.
leak-theft = 도난일 수 있다고 보고 가장 먼저 처리합니다.
leak-advice-wallet = 다른 사람이 안다고 보고 지금 모든 자금을 새 지갑으로 옮기세요. 비밀번호를 바꿔도 기존 지갑은 보호되지 않습니다.
leak-advice-keystore = 강력하고 본인만 아는 비밀번호로 보호된 경우가 아니라면 지금 모든 자금을 새 지갑으로 옮기세요. 비밀번호를 바꿔도 소용없습니다. 사본은 예전 비밀번호로 열립니다.
leak-advice-two-factor = 지금 인증 앱을 해제하고 다시 설정하세요. 예전 키를 가진 사람은 인증 코드를 만들 수 있습니다.
leak-advice-code = 이 코드는 쓰지 말고 새 코드를 받으세요. 코드는 저희를 포함해 누구에게도 알려 주지 마세요.
leak-advice-password = 이 비밀번호를 사용하는 모든 곳에서 지금 바꾸세요.
leak-advice-api = 지금 이 API 키를 삭제하고 새로 만드세요. 그다음 최근 주문과 출금에 본인이 하지 않은 것이 있는지 확인하세요.
leak-advice-session = 지금 모든 기기에서 로그아웃한 뒤 다시 로그인하세요. 그전까지는 다른 사람이 고객님 계정을 쓸 수 있습니다.
leak-advice-card = 저희에게는 필요하지 않습니다. 다른 사람에게도 알려 주었거나 본인이 하지 않은 결제가 있다면 지금 카드사나 은행에 알리세요.
leak-advice-bank = 개인정보를 보호하려고 가렸습니다. 따로 하실 일은 없습니다.

upload-not-read = 이미지, 동영상, PDF에 있는 비밀 정보는 확인할 수 없습니다. 시드 문구, 키, 코드가 보이지 않게 해 주세요.
upload-text-masked = 이 파일에 있는 비밀 정보를 가렸습니다.

asks-for-secret-title = 보낼 수 없습니다: 비밀 정보를 묻는 내용입니다
asks-for-secret-password = 비밀번호를 묻는 내용입니다. 저희는 고객에게 비밀번호를 묻지 않습니다. 그 부분을 빼 주세요.
asks-for-secret-one-time-code = 인증 코드를 묻는 내용입니다. 저희는 고객에게 인증 코드를 묻지 않습니다. 그 부분을 빼 주세요.
asks-for-secret-seed-phrase = 시드 문구를 묻는 내용입니다. 저희는 고객에게 시드 문구를 묻지 않습니다. 대신 주소나 거래 해시를 물어보세요.
asks-for-secret-private-key = 개인 키를 묻는 내용입니다. 저희는 고객에게 개인 키를 묻지 않습니다. 대신 주소나 거래 해시를 물어보세요.
asks-for-secret-api-secret = API 키의 시크릿이나 패스프레이즈를 묻는 내용입니다. 저희는 고객에게 이를 묻지 않습니다. 대신 공개된 API 키 ID나 오류 메시지를 물어보세요.
asks-for-secret-card-security-code = 카드 보안 코드를 묻는 내용입니다. 저희는 고객에게 보안 코드를 묻지 않습니다. 카드 번호 마지막 네 자리면 충분합니다.

evidence-kind-tx = 거래 해시
evidence-kind-address = 주소
evidence-kind-link = 링크
evidence-kind-amount = 금액
evidence-kind-uid = UID
evidence-kind-order = 주문 번호
evidence-kind-height = 블록 높이
evidence-kind-chain-id = 체인 ID
evidence-kind-time = 날짜와 시각
evidence-kind-ticker = 코인

evidence-title = 확인 자료
evidence-none = 거래 해시, 주소, 링크가 아직 없습니다. 추가하면 바로 확인합니다.
evidence-placeholder = 거래 해시, 주소 또는 링크 붙여 넣기
evidence-not-recognised = 알아볼 수 없는 내용입니다. 거래 해시, 주소 또는 블록 탐색기 링크 전체를 붙여 넣으세요.
evidence-add = 확인 자료 추가
evidence-edit = 수정
evidence-remove = 삭제
evidence-copy = 전체 복사
evidence-open-explorer = 블록 탐색기에서 열기
evidence-search = 이 내용이 있는 문의 찾기
evidence-network = 네트워크
evidence-networks-possible = 가능한 네트워크 { $count }개
evidence-memo = 메모 또는 태그
evidence-found-by-desk = 메시지에서 자동으로 인식
evidence-added-by = { $name } 님이 추가
evidence-uid-not-yours = 로그인하신 계정의 UID가 아닙니다.

evidence-checked = 확인됨: 오타가 없습니다(체크섬 일치)
evidence-shape = 형식은 맞습니다. 체크섬이 없는 종류라 오타가 있어도 드러나지 않습니다.
evidence-problem = 문제가 있습니다
evidence-unchecked = 확인하지 않음

evidence-problem-cut-off = { $what } 끝부분이 잘렸습니다: { $want }자 중 { $have }자입니다. 지갑의 복사 버튼으로 다시 복사하세요.
evidence-problem-too-long = { $what } 길이가 너무 깁니다: { $want }자여야 하는데 { $have }자입니다. 앞뒤의 다른 글자 없이 다시 복사하세요.
evidence-problem-changed-character = { $what }의 { $position }번째 글자가 잘못되었습니다. 직접 고치지 말고 원래 있던 곳에서 다시 복사하세요.
evidence-problem-changed-character-expected = { $what }의 { $position }번째 글자가 잘못되었습니다. 올바른 글자는 ‘{ $expected }’일 가능성이 높습니다. 직접 고치지 말고 원래 있던 곳에서 다시 복사하세요.
evidence-problem-wrong-checksum = { $what } 어딘가에 오타가 있어 체크섬이 맞지 않습니다. 지갑의 복사 버튼으로 다시 복사하세요.
evidence-problem-ellipsis = { $what } 가운데가 생략되어 앞 { $head }자와 뒤 { $tail }자만 있습니다. 지갑에서 열어 전체를 복사하세요.
evidence-problem-look-alike = { $what }의 { $position }번째에 ‘{ $meant }’처럼 보이는 다른 글자가 있습니다(‘{ $found }’). ‘{ $meant }’(으)로 읽었으니 원본과 비교해 주세요.
evidence-problem-spaces = { $what } 중간에 공백이 있어 제거했습니다. 빠진 글자가 없는지 확인하세요.
evidence-problem-line-break = { $what } 내용이 여러 줄로 나뉘어 있어 이어 붙였습니다. 빠진 글자가 없는지 확인하세요.
evidence-problem-invisible = { $what }에 보이지 않는 글자가 있어 제거했습니다. 따로 하실 일은 없습니다.
evidence-problem-full-width = { $what }에 전각 문자가 있어 일반 문자로 바꿨습니다. 따로 하실 일은 없습니다.
evidence-problem-missing-prefix = { $what } 맨 앞에 ‘0x’가 없습니다. 처음부터 다시 복사하세요.
evidence-problem-mixed-case = { $what }에 대문자와 소문자가 섞여 있는데, 이 네트워크에서는 쓸 수 없습니다. 지갑의 복사 버튼으로 다시 복사하세요.
evidence-problem-wrong-variant = 오래된 소프트웨어로 만든 { $what }입니다. 여기로는 보낼 수 없으니 지갑을 업데이트하고 주소를 다시 복사하세요.
evidence-problem-malformed = 이 네트워크에 있을 수 없는 { $what }입니다. 원래 있던 곳에서 다시 복사하고, 그전에는 아무것도 보내지 마세요.
evidence-problem-test-network = 테스트넷의 { $what }입니다. 그곳의 코인은 가치가 없습니다. 실제 코인이라면 메인넷의 것을 복사하세요.
evidence-problem-token-contract = 지갑이 아니라 { $symbol } 컨트랙트의 { $what }입니다. 아무것도 보내지 말고, 이미 보냈다면 거래 해시를 알려 주세요.
evidence-problem-burn-address = 주인이 없는 { $what }입니다. 보낸 자산은 되찾을 수 없으니 쓰려던 주소가 맞는지 확인하세요.
evidence-problem-address-not-hash = 이것은 주소이며, 여기에는 거래 해시가 필요합니다. 지갑에서 해당 거래를 열고 거래 해시(TxID)를 복사하세요.
evidence-problem-hash-not-address = 이것은 거래 해시이며, 여기에는 주소가 필요합니다. 지갑에서 해당 거래를 열고 주소를 복사하세요.
evidence-problem-look-alike-host = 이 링크는 { $real }인 것처럼 꾸민 가짜입니다. 그곳에 아무것도 입력하지 마세요. 이미 입력했다면 지금 알려 주세요.
evidence-problem-user-info = 이 링크는 ‘@’로 실제 목적지를 숨깁니다. 그곳에 아무것도 입력하지 마세요. 이미 입력했다면 지금 알려 주세요.
evidence-problem-port = 이 링크는 진짜 블록 탐색기가 쓰지 않는 포트로 이어집니다. 그곳에 아무것도 입력하지 마세요. 이미 입력했다면 지금 알려 주세요.
evidence-problem-ambiguous-date = 이 날짜는 일과 월이 헷갈릴 수 있습니다. 2026-03-04처럼 연, 월, 일 순서로 쓰세요.
evidence-problem-no-such-time = 없는 날짜이거나 없는 시각입니다. 확인하고 다시 쓰세요.
evidence-problem-wrong-form = { $what } 형식이 여기에서 쓰는 것과 다릅니다. 계정에서 다시 복사하세요.

## Files

file-infected = 바이러스가 발견되었습니다. 아무도 열 수 없습니다.
file-not-scanned = 아직 바이러스 검사 전
file-scan-failed = 바이러스를 검사할 수 없었습니다
file-metadata-kept = 이 사진에는 장소, 기기, 시각 정보가 남아 있을 수 있습니다. 지울 수 없었습니다.
