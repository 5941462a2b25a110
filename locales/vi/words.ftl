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

secret-seed-phrase = Cụm từ khôi phục
secret-slip39-share = Phần chia của cụm từ khôi phục (SLIP-39)
secret-monero-seed = Cụm từ khôi phục Monero
secret-wif-key = Khóa riêng
secret-extended-private-key = Khóa riêng mở rộng
secret-hex-private-key = Khóa riêng
secret-bip38-key = Khóa riêng đã mã hóa (BIP-38)
secret-xrp-seed = Khóa bí mật XRP
secret-stellar-secret = Khóa bí mật Stellar
secret-solana-keypair = Khóa riêng Solana
secret-keystore = Tệp keystore
secret-pem-private-key = Khóa riêng (PEM)
secret-otpauth-uri = Liên kết cài đặt ứng dụng xác thực
secret-totp-secret = Khóa cài đặt ứng dụng xác thực
secret-one-time-code = Mã xác minh
secret-password = Mật khẩu
secret-api-secret = Khóa bí mật API
secret-api-passphrase = Cụm mật khẩu API (passphrase)
secret-session-token = Mã phiên đăng nhập
secret-card-number = Số thẻ
secret-iban = Số tài khoản ngân hàng (IBAN)

leak-hidden = { $what }: chúng tôi đã ẩn nội dung này trước khi lưu tin của bạn. Không ai ở đây đọc được.
leak-before-send = Nội dung của bạn có vẻ chứa: { $what }. Hãy xóa trước khi gửi. Không ai ở { $brand } cần đến.
leak-theft = Chúng tôi xem đây có thể là một vụ trộm và ưu tiên xử lý đầu tiên.
leak-advice-wallet = Hãy coi như người khác đã biết: chuyển toàn bộ tiền sang ví mới ngay. Đổi mật khẩu không bảo vệ được ví cũ.
leak-advice-keystore = Trừ khi mật khẩu bảo vệ nó đủ mạnh và chỉ mình bạn biết, hãy chuyển toàn bộ tiền sang ví mới ngay. Đổi mật khẩu không có tác dụng: ai có bản sao vẫn mở được bằng mật khẩu cũ.
leak-advice-two-factor = Hãy tắt ứng dụng xác thực ngay rồi cài đặt lại từ đầu. Ai có khóa cũ đều tạo được mã của bạn.
leak-advice-code = Đừng dùng mã này, hãy lấy mã mới. Đừng bao giờ đưa mã cho bất kỳ ai, kể cả chúng tôi.
leak-advice-password = Hãy đổi mật khẩu này ngay ở mọi nơi bạn dùng nó.
leak-advice-api = Hãy xóa khóa API này ngay và tạo khóa mới. Sau đó kiểm tra xem trong các lệnh và lần rút gần đây có giao dịch nào không phải của bạn không.
leak-advice-session = Hãy đăng xuất khỏi mọi thiết bị ngay rồi đăng nhập lại. Cho đến lúc đó, người khác có thể thao tác thay bạn.
leak-advice-card = Chúng tôi không cần số này. Nếu bạn đã đưa cho ai khác hoặc thấy khoản thanh toán không phải của mình, hãy báo ngân hàng ngay.
leak-advice-bank = Chúng tôi đã ẩn để bảo vệ sự riêng tư của bạn. Bạn không cần làm gì.

upload-not-read = Chúng tôi không kiểm tra được bí mật trong hình ảnh, video và PDF. Đừng để lộ cụm từ khôi phục, khóa hay mã trong đó.
upload-text-masked = Chúng tôi đã ẩn các bí mật trong tệp này.

asks-for-secret-title = Không gửi được: nội dung này hỏi thông tin bí mật
asks-for-secret-password = Nội dung này hỏi mật khẩu. Chúng tôi không bao giờ hỏi khách hàng mật khẩu. Hãy bỏ phần đó.
asks-for-secret-one-time-code = Nội dung này hỏi mã xác minh. Chúng tôi không bao giờ hỏi khách hàng mã xác minh. Hãy bỏ phần đó.
asks-for-secret-seed-phrase = Nội dung này hỏi cụm từ khôi phục. Chúng tôi không bao giờ hỏi khách hàng cụm từ này. Hãy hỏi địa chỉ hoặc mã giao dịch.
asks-for-secret-private-key = Nội dung này hỏi khóa riêng. Chúng tôi không bao giờ hỏi khách hàng khóa riêng. Hãy hỏi địa chỉ hoặc mã giao dịch.
asks-for-secret-api-secret = Nội dung này hỏi khóa bí mật hoặc cụm mật khẩu API. Chúng tôi không bao giờ hỏi khách hàng những thứ này. Hãy hỏi ID công khai của khóa hoặc thông báo lỗi.
asks-for-secret-card-security-code = Nội dung này hỏi mã bảo mật của thẻ. Chúng tôi không bao giờ hỏi khách hàng mã này. Chỉ cần bốn số cuối của thẻ là đủ.

evidence-kind-tx = Mã giao dịch (TxID)
evidence-kind-address = Địa chỉ
evidence-kind-link = Liên kết
evidence-kind-amount = Số tiền
evidence-kind-uid = UID
evidence-kind-order = Mã lệnh
evidence-kind-height = Số khối
evidence-kind-chain-id = ID chuỗi (Chain ID)
evidence-kind-time = Ngày và giờ
evidence-kind-ticker = Đồng coin

evidence-title = Thông tin đối chiếu
evidence-none = Chưa có mã giao dịch, địa chỉ hay liên kết nào. Hãy thêm để chúng tôi kiểm tra ngay.
evidence-placeholder = Dán mã giao dịch (hash), địa chỉ hoặc liên kết
evidence-not-recognised = Chúng tôi không nhận ra nội dung này. Hãy dán đầy đủ mã giao dịch, địa chỉ hoặc liên kết của trình khám phá khối.
evidence-add = Thêm thông tin
evidence-edit = Sửa
evidence-remove = Bỏ
evidence-copy = Sao chép đầy đủ
evidence-open-explorer = Mở trong trình khám phá khối
evidence-search = Tìm các yêu cầu có thông tin này
evidence-network = Mạng
evidence-networks-possible = Có thể thuộc { $count } mạng
evidence-memo = Memo hoặc tag
evidence-found-by-desk = Tự động nhận ra trong tin
evidence-added-by = { $name } đã thêm
evidence-uid-not-yours = UID này không phải của tài khoản bạn đang đăng nhập.

evidence-checked = Đã kiểm tra: không có lỗi gõ (mã kiểm tra khớp)
evidence-shape = Có vẻ đúng. Loại này không có mã kiểm tra nên không phát hiện được lỗi gõ.
evidence-problem = Có vấn đề
evidence-unchecked = Chưa kiểm tra

evidence-problem-cut-off = { $what } bị cắt mất đoạn cuối: có { $have } trên { $want } ký tự. Hãy sao chép lại bằng nút sao chép trong ví.
evidence-problem-too-long = { $what } quá dài: có { $have } ký tự thay vì { $want }. Hãy sao chép lại riêng phần này, không lấy phần trước hay sau.
evidence-problem-changed-character = { $what } có ký tự sai ở vị trí { $position }. Hãy sao chép lại từ nơi bạn đã lấy, đừng sửa bằng tay.
evidence-problem-changed-character-expected = { $what } có ký tự sai ở vị trí { $position }, có lẽ đúng ra là “{ $expected }”. Hãy sao chép lại từ nơi bạn đã lấy, đừng sửa bằng tay.
evidence-problem-wrong-checksum = { $what } có lỗi gõ ở đâu đó vì mã kiểm tra không khớp. Hãy sao chép lại bằng nút sao chép trong ví.
evidence-problem-ellipsis = { $what } đang ở dạng rút gọn, chỉ có { $head } ký tự đầu và { $tail } ký tự cuối. Hãy mở trong ví và sao chép toàn bộ.
evidence-problem-look-alike = { $what } có “{ $found }” ở vị trí { $position }, ký tự này chỉ trông giống “{ $meant }”. Chúng tôi đã đọc là “{ $meant }”, hãy so với bản gốc.
evidence-problem-spaces = { $what } có khoảng trắng ở giữa, chúng tôi đã bỏ đi. Hãy kiểm tra xem có thiếu gì không.
evidence-problem-line-break = { $what } bị chia thành nhiều dòng, chúng tôi đã nối lại. Hãy kiểm tra xem có thiếu gì không.
evidence-problem-invisible = { $what } có ký tự vô hình ở giữa, chúng tôi đã bỏ đi. Bạn không cần làm gì.
evidence-problem-full-width = { $what } được viết bằng ký tự rộng (full-width), chúng tôi đã đổi thành ký tự thường. Bạn không cần làm gì.
evidence-problem-missing-prefix = { $what } thiếu “0x” ở đầu. Hãy sao chép lại từ đầu.
evidence-problem-mixed-case = { $what } lẫn chữ hoa và chữ thường, mạng này không dùng như vậy. Hãy sao chép lại bằng nút sao chép trong ví.
evidence-problem-wrong-variant = { $what } do phần mềm cũ tạo ra nên không thể nhận tiền. Hãy cập nhật ví rồi sao chép lại địa chỉ.
evidence-problem-malformed = { $what } không thể tồn tại trên mạng này. Hãy sao chép lại từ nơi bạn đã lấy, trước đó đừng gửi gì đến đây.
evidence-problem-test-network = { $what } thuộc mạng thử nghiệm, coin ở đó không có giá trị. Nếu bạn muốn nói đến coin thật, hãy sao chép từ mạng chính.
evidence-problem-token-contract = { $what } là hợp đồng của { $symbol }, không phải ví. Đừng gửi gì đến đây; nếu đã gửi, hãy cho chúng tôi biết mã giao dịch.
evidence-problem-burn-address = { $what } không thuộc về ai, tiền gửi đến đây không lấy lại được. Hãy kiểm tra xem bạn định dùng địa chỉ nào.
evidence-problem-address-not-hash = Đây là địa chỉ, còn ở đây cần mã giao dịch. Hãy mở giao dịch trong ví và sao chép mã (TxID).
evidence-problem-hash-not-address = Đây là mã giao dịch, còn ở đây cần địa chỉ. Hãy mở giao dịch trong ví và sao chép địa chỉ.
evidence-problem-look-alike-host = Liên kết này giả làm { $real }. Đừng nhập bất cứ thứ gì ở đó; nếu đã nhập, hãy báo cho chúng tôi ngay.
evidence-problem-user-info = Liên kết này dùng “@” để che nơi nó thực sự dẫn đến. Đừng nhập bất cứ thứ gì ở đó; nếu đã nhập, hãy báo cho chúng tôi ngay.
evidence-problem-port = Liên kết này dẫn đến một cổng mà trình khám phá khối thật không dùng. Đừng nhập bất cứ thứ gì ở đó; nếu đã nhập, hãy báo cho chúng tôi ngay.
evidence-problem-ambiguous-date = Trong mốc thời gian này, ngày và tháng có thể bị nhầm với nhau. Hãy viết theo thứ tự năm, tháng, ngày, ví dụ 2026-03-04.
evidence-problem-no-such-time = Không có ngày hoặc giờ như vậy. Hãy kiểm tra và viết lại.
evidence-problem-wrong-form = { $what } không có dạng dùng ở đây. Hãy sao chép lại từ tài khoản của bạn.

## Files

file-infected = Tệp có vi-rút. Không ai mở được.
file-not-scanned = Chưa kiểm tra vi-rút
file-scan-failed = Không kiểm tra được vi-rút
file-metadata-kept = Ảnh này có thể còn thông tin nơi chụp, thiết bị và thời gian: chúng tôi không xóa được.
