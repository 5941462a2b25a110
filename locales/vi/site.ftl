### See en/site.ftl for what each group is for.

site-skip = Đến nội dung
site-nav = Chính
site-my-tickets = Yêu cầu của tôi
site-new-ticket = Gửi yêu cầu
site-language = Ngôn ngữ
site-account = Tài khoản
site-signed-in-as = Đang đăng nhập: { $name }
site-sign-in = Đăng nhập
site-sign-out = Đăng xuất
site-safety = Chúng tôi không bao giờ hỏi mật khẩu, mã 2FA, cụm từ khôi phục hay khóa riêng. Không ai ở { $brand } hỏi điều đó.
site-title = { $title } · Hỗ trợ { $brand }
site-error-title = Lỗi: { $title }
site-support = Hỗ trợ { $brand }

verification-signed-in = Đã đăng nhập · đến { $time }
verification-email = Đã xác nhận e-mail
verification-none = Chưa xác minh
verification-expired = Hết hạn

age-now = vừa xong
age-minutes = { $count } phút trước
age-hours = { $count } giờ trước
age-days = { $count } ngày trước

status-open = Chúng tôi đang xử lý
status-waiting-on-customer = Chúng tôi cần thông tin từ bạn
status-waiting-on-internal = Nhóm chuyên môn đang kiểm tra
status-solved = Đã giải quyết. Hãy cho biết nếu chưa
status-closed = Đã đóng
status-next-open = Chúng tôi chưa hứa thời gian. Câu trả lời sẽ hiện ở đây.
status-next-waiting-on-customer = Hãy trả lời bên dưới, chúng tôi tiếp tục ngay.
status-next-waiting-on-internal = Chúng tôi chưa hứa thời gian. Khi họ trả lời, bạn đọc được ngay ở đây.
status-next-solved = Nếu chưa giải quyết, hãy viết bên dưới hoặc mở lại: mọi nội dung ở trên vẫn còn.
status-next-closed = Yêu cầu này không nhận trả lời nữa. Nếu sự cố lặp lại, hãy gửi yêu cầu mới và ghi số này.

home-title = Hỗ trợ
home-heading = Chúng tôi có thể giúp gì?
home-greeting = Xin chào, { $name }
home-intro = Chỉ cần mô tả một lần. Tại đây bạn thấy ai đang xử lý và bước tiếp theo là gì.
home-open-tickets = Yêu cầu đang mở
home-all-tickets = Tất cả yêu cầu
home-no-open = Không có yêu cầu nào đang mở. Nếu có sự cố, hãy viết cho chúng tôi.
home-topics = Về vấn đề gì?
home-theft = Tài khoản của tôi bị chiếm
home-theft-hint = Hãy báo ngay. Những tin này được trả lời trước mọi tin khác.
home-anonymous = Hãy đăng nhập từ sàn giao dịch để chúng tôi biết đang nói về tài khoản nào.

sign-in-title = Đăng nhập
sign-in-how = Hỗ trợ không có mật khẩu riêng
sign-in-step-open = Mở { $brand } trong ứng dụng hoặc trên trang web và đăng nhập ở đó.
sign-in-step-support = Chọn “Hỗ trợ”. Bạn quay lại đây ở trạng thái đã đăng nhập.
sign-in-why = Nhờ vậy không ai có thể giả làm bạn chỉ bằng địa chỉ e-mail, và không có mật khẩu thứ hai để đánh cắp.
sign-in-development = Đây là môi trường phát triển: hãy chọn một khách hàng mẫu.
sign-in-development-link = Khách hàng mẫu
sign-in-needed = Hãy đăng nhập để xem trang này.
sign-in-failed-title = Bạn chưa đăng nhập
sign-in-again = Cách đăng nhập
sign-in-other-title = Đổi tài khoản?
sign-in-other = Bạn đang đăng nhập là { $name }. Liên kết bạn mở thuộc về tài khoản khác.
sign-in-other-switch = Chuyển sang tài khoản kia
sign-in-other-stay = Tiếp tục là { $name }

new-ticket-title = Gửi yêu cầu
new-ticket-intro = Mỗi tin một vấn đề sẽ được trả lời nhanh nhất.
new-ticket-category = Về vấn đề gì?
new-ticket-category-choose = Chọn
new-ticket-subject = Tiêu đề
new-ticket-subject-hint = Vài từ ngắn gọn, ví dụ “Nạp USDT chưa đến”.
new-ticket-body = Chuyện gì đã xảy ra?
new-ticket-body-hint = Khi nào, đồng nào và mạng nào, số tiền bao nhiêu. Dán đầy đủ mã băm giao dịch.
new-ticket-send = Gửi
new-ticket-as = Chúng tôi trả lời vào tài khoản của { $name }.
secrets-warning = Đừng bao giờ viết mật khẩu, mã, cụm từ khôi phục hay khóa riêng, kể cả ở đây.
leak-edit = Sửa nội dung
leak-send-anyway = Vẫn gửi

files-label = Tệp
files-optional = không bắt buộc
files-hint = Ảnh chụp, bản ghi màn hình, PDF hoặc nhật ký. Tối đa { $count } tệp, mỗi tệp { $size }.
files-again = Hãy chọn lại các tệp mới: trình duyệt quên chúng sau khi có lỗi.
files-kept = Đã tải lên
files-keep = Giữ { $name }
file-download = Tải xuống
file-download-name = Tải xuống { $name }
file-open-name = Mở { $name }
file-meta = { $type }, { $size }
file-gone = Tệp này đã bị xóa
file-type-image = Hình ảnh
file-type-video = Video
file-type-pdf = PDF
file-type-text = Văn bản
file-type-other = Tệp

form-problem = Có vấn đề
form-error-prefix = Lỗi:
field-category-required = Hãy chọn vấn đề.
field-subject-required = Hãy viết tiêu đề trong vài từ.
field-subject-too-long = Tiêu đề quá dài: tối đa { $limit } ký tự.
field-body-required = Hãy viết chuyện gì đã xảy ra.
field-body-too-long = Nội dung quá dài: tối đa { $limit } ký tự. Hãy đính kèm nội dung dài hơn dưới dạng tệp.
field-reply-required = Hãy viết trả lời hoặc chọn một tệp.
field-file = { $name }: { $problem }

tickets-title = Yêu cầu của tôi
tickets-open = Đang mở
tickets-done = Đã giải quyết và đã đóng
tickets-none = Bạn chưa có yêu cầu nào
tickets-none-hint = Khi bạn viết cho chúng tôi, tin của bạn và mọi câu trả lời hiện ở đây.
tickets-updated = Cập nhật { $age }
tickets-older = Yêu cầu cũ hơn
tickets-newest = Yêu cầu mới nhất

ticket-number = Yêu cầu { $number }
ticket-opened = Mở lúc { $time }
ticket-category = Về: { $category }
ticket-status = Trạng thái yêu cầu
ticket-thread = Trao đổi
ticket-you = Bạn
ticket-system = Tin tự động
ticket-erased = Tin này đã bị xóa.
ticket-event-status = Hiện tại: { $status }
ticket-event-reopened = Đã mở lại
ticket-reply = Trả lời của bạn
ticket-reply-solved = Chưa giải quyết? Hãy cho biết
ticket-reply-solved-hint = Khi gửi, yêu cầu được mở lại.
ticket-send = Gửi
ticket-send-reopen = Gửi và mở lại
ticket-solve = Đã giải quyết
ticket-reopen = Chưa giải quyết
ticket-new-instead = Viết lại cho chúng tôi
ticket-earlier = Tin cũ hơn
ticket-later = Tin mới nhất
notice-ticket-sent = Chúng tôi đã nhận tin của bạn. Số là { $number }.
notice-reply-sent = Trả lời của bạn đã được gửi.
notice-solved = Đã đánh dấu là giải quyết. Cảm ơn bạn đã cho biết.
notice-reopened = Đã mở lại. Chúng tôi tiếp tục xử lý.
notice-signed-out = Bạn đã đăng xuất.

live-off = Không trực tiếp từ { $time }. Kiểm tra mỗi { $seconds } giây.
live-draft = Bản nháp trước đó đã trở lại trong ô.
live-sending = Đang gửi…

problem-not-found-title = Trang này không tồn tại
problem-not-found = Có thể địa chỉ bị gõ sai, hoặc yêu cầu thuộc tài khoản khác. Yêu cầu của bạn có trong danh sách.
problem-not-allowed-title = Không thể làm việc này
problem-unavailable-title = Hiện chúng tôi chưa làm được việc này
problem-internal-title = Có lỗi ở phía chúng tôi
problem-too-large-title = Dung lượng quá lớn
problem-session-title = Hãy đăng nhập lại
problem-request-id = Số truy vấn
problem-home = Về trang đầu
problem-tickets = Yêu cầu của tôi

## Files

files-camera = Chụp ảnh
files-drop = Bạn cũng có thể thả tệp vào đây hoặc dán ảnh chụp màn hình.
files-going = Đã gửi { $percent }
files-away = Mất kết nối. Sẽ tự tiếp tục.
files-done = Đã đến
files-failed = Tệp chưa đến. Hãy thử lại hoặc gửi tin nhắn không kèm tệp.
files-too-large = Lớn hơn { $size }. Hãy gửi tệp nhỏ hơn hoặc cắt ngắn bản ghi.
files-empty = Tệp này trống. Hãy chọn tệp khác.
files-too-many = Mỗi tin nhắn kèm tối đa { $count } tệp.
files-remove = Bỏ { $name }
files-retry = Thử lại
files-hold = Tin nhắn sẽ được gửi ngay khi các tệp đến nơi.
file-held = Đang kiểm tra vi-rút. Sau đó có thể mở.
