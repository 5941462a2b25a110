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
