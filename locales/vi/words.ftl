### See en/words.ftl.

issue-deposit-not-credited = Nạp chưa được ghi có
issue-withdrawal-pending = Rút đang chờ
issue-withdrawal-failed = Rút thất bại
issue-wrong-network = Sai mạng
issue-missing-memo = Thiếu memo hoặc tag
issue-api-error = Lỗi API
issue-order-rejected = Lệnh bị từ chối hoặc chậm
issue-liquidation-dispute = Khiếu nại thanh lý
issue-settlement-question = Câu hỏi về quyết toán
issue-earn-and-staking = Sinh lời và staking
issue-login-or-2fa = Mất đăng nhập hoặc 2FA
issue-account-change = Thay đổi tài khoản
issue-kyc = KYC
issue-theft = Bị đánh cắp
issue-impersonation = Giả mạo
issue-fees = Phí
issue-suggestion = Góp ý
issue-complaint = Khiếu nại
issue-other = Khác
