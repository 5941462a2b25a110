### See en/site.ftl for what each group is for.

site-skip = Đến nội dung chính
site-nav = Điều hướng chính
site-my-tickets = Yêu cầu của tôi
site-new-ticket = Gửi yêu cầu
site-language = Ngôn ngữ
site-account = Tài khoản
site-signed-in-as = Đang đăng nhập: { $name }
site-sign-in = Đăng nhập
site-sign-out = Đăng xuất
site-safety = Chúng tôi không bao giờ hỏi mật khẩu, mã 2FA, cụm từ khôi phục hay khóa riêng tư. Không ai ở { $brand } hỏi những thông tin này.
site-title = { $title } · Hỗ trợ { $brand }
site-error-title = Lỗi: { $title }
site-support = Hỗ trợ { $brand }

verification-signed-in = Đã đăng nhập · đến { $time }
verification-email = Đã xác nhận email
verification-none = Chưa xác minh
verification-expired = Hết hạn

age-now = vừa xong
age-minutes = { $count } phút trước
age-hours = { $count } giờ trước
age-days = { $count } ngày trước

status-open = Chúng tôi đang xử lý
status-waiting-on-customer = Chúng tôi cần thông tin từ bạn
status-waiting-on-internal = Nhóm chuyên gia đang kiểm tra
status-solved = Đã giải quyết. Nếu chưa, hãy cho chúng tôi biết
status-closed = Đã đóng
status-next-open = Chưa có thời hạn cam kết. Câu trả lời sẽ hiện ở đây.
status-next-waiting-on-customer = Hãy trả lời bên dưới, chúng tôi sẽ xử lý tiếp ngay.
status-next-waiting-on-internal = Chưa có thời hạn cam kết. Khi có kết quả, bạn sẽ thấy ngay ở đây.
status-next-solved = Nếu chưa giải quyết, hãy viết bên dưới hoặc mở lại: mọi nội dung ở trên vẫn còn.
status-next-closed = Yêu cầu này không nhận trả lời nữa. Nếu sự cố lặp lại, hãy gửi yêu cầu mới và ghi mã số này.

home-title = Hỗ trợ
home-heading = Chúng tôi có thể giúp gì cho bạn?
home-greeting = Xin chào, { $name }
home-open-tickets = Yêu cầu đang mở
home-all-tickets = Tất cả yêu cầu
home-no-open = Không có yêu cầu nào đang mở. Nếu có sự cố, hãy gửi yêu cầu cho chúng tôi.
home-topics = Bạn cần hỗ trợ về vấn đề gì?
home-theft = Tài khoản của tôi bị chiếm đoạt
home-theft-hint = Hãy báo ngay cho chúng tôi. Những tin nhắn này được trả lời trước mọi tin nhắn khác.
home-anonymous = Hãy đăng nhập từ sàn giao dịch để chúng tôi biết bạn đang nói về tài khoản nào.

sign-in-title = Đăng nhập
sign-in-how = Trang hỗ trợ không có mật khẩu riêng
sign-in-step-open = Mở { $brand } trong ứng dụng hoặc trên trang web và đăng nhập ở đó.
sign-in-why = Nhờ vậy không ai có thể mạo danh bạn chỉ bằng địa chỉ email, và không có thêm mật khẩu nào để đánh cắp.
sign-in-development = Đây là môi trường phát triển: hãy chọn một khách hàng mẫu.
sign-in-development-link = Khách hàng mẫu
sign-in-needed = Hãy đăng nhập để xem trang này.
sign-in-failed-title = Bạn chưa đăng nhập
sign-in-again = Cách đăng nhập
sign-in-other-title = Đổi tài khoản?
sign-in-other = Bạn đang đăng nhập với tên { $name }. Liên kết bạn mở thuộc về tài khoản khác.
sign-in-other-switch = Chuyển sang tài khoản đó
sign-in-other-stay = Tiếp tục với { $name }

new-ticket-title = Gửi yêu cầu
new-ticket-category = Bạn cần hỗ trợ về vấn đề gì?
new-ticket-category-choose = Chọn
new-ticket-subject = Tiêu đề
new-ticket-subject-hint = Vài từ ngắn gọn, ví dụ “Nạp USDT chưa vào tài khoản”.
new-ticket-body = Chuyện gì đã xảy ra?
new-ticket-body-hint = Khi nào, đồng coin nào, mạng nào, số tiền bao nhiêu. Dán đầy đủ mã giao dịch (TxID).
new-ticket-send = Gửi
new-ticket-as = Chúng tôi trả lời vào tài khoản của { $name }.
secrets-warning = Đừng bao giờ viết mật khẩu, mã xác minh, cụm từ khôi phục hay khóa riêng tư, kể cả ở đây.
leak-edit = Sửa nội dung
leak-send-anyway = Vẫn gửi

files-label = Tệp
files-optional = không bắt buộc
files-hint = Ảnh chụp, bản quay màn hình, PDF hoặc nhật ký. Tối đa { $count } tệp, mỗi tệp { $size }.
files-again = Hãy chọn lại các tệp mới: trình duyệt không giữ chúng sau khi có lỗi.
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

form-problem = Hãy kiểm tra lại
form-error-prefix = Lỗi:
field-category-required = Hãy chọn vấn đề.
field-subject-required = Hãy viết tiêu đề trong vài từ.
field-subject-too-long = Tiêu đề quá dài: tối đa { $limit } ký tự.
field-body-required = Hãy viết chuyện gì đã xảy ra.
field-body-too-long = Nội dung quá dài: tối đa { $limit } ký tự. Hãy đính kèm nội dung dài hơn dưới dạng tệp.
field-reply-required = Hãy viết câu trả lời hoặc chọn một tệp.
field-file = { $name }: { $problem }
field-file-waiting = Bạn có quá nhiều tệp đã tải lên mà chưa gửi. Hãy gửi tin nhắn không kèm tệp này; tệp không được gửi sẽ bị xóa muộn nhất sau một tuần.

tickets-title = Yêu cầu của tôi
tickets-open = Đang mở
tickets-done = Đã giải quyết và đã đóng
tickets-none = Bạn chưa có yêu cầu nào
tickets-none-hint = Khi bạn gửi yêu cầu, tin nhắn của bạn và mọi câu trả lời sẽ hiện ở đây.
tickets-updated = Cập nhật { $age }
tickets-older = Yêu cầu cũ hơn
tickets-newest = Yêu cầu mới nhất

ticket-number = Yêu cầu { $number }
ticket-opened = Mở lúc { $time }
ticket-category = Vấn đề: { $category }
ticket-status = Trạng thái yêu cầu
ticket-thread = Trao đổi
ticket-you = Bạn
ticket-system = Tin nhắn tự động
ticket-erased = Tin nhắn này đã bị xóa.
ticket-event-status = Hiện tại: { $status }
ticket-event-reopened = Đã mở lại
ticket-reply = Câu trả lời của bạn
ticket-reply-solved = Chưa giải quyết? Hãy cho chúng tôi biết
ticket-reply-solved-hint = Khi gửi, yêu cầu được mở lại.
ticket-send = Gửi
ticket-send-reopen = Gửi và mở lại
ticket-solve = Đã giải quyết
ticket-reopen = Chưa giải quyết
ticket-new-instead = Gửi yêu cầu mới
ticket-earlier = Tin nhắn cũ hơn
ticket-later = Tin nhắn mới nhất
notice-ticket-sent = Chúng tôi đã nhận được tin nhắn của bạn. Mã số là { $number }.
notice-reply-sent = Câu trả lời của bạn đã được gửi.
notice-solved = Đã đánh dấu là đã giải quyết. Cảm ơn bạn đã cho biết.
notice-reopened = Đã mở lại. Chúng tôi tiếp tục xử lý.
notice-signed-out = Bạn đã đăng xuất.

live-off = Không cập nhật trực tiếp từ { $time }. Kiểm tra lại mỗi { $seconds } giây.
live-draft = Bản nháp trước đó đã được khôi phục vào ô nhập.
live-sending = Đang gửi…

problem-not-found-title = Trang này không tồn tại
problem-not-found = Có thể địa chỉ bị gõ sai, hoặc yêu cầu thuộc tài khoản khác. Yêu cầu của bạn có trong danh sách.
problem-not-allowed-title = Không thể thực hiện thao tác này
problem-form-only = Địa chỉ này chỉ nhận nội dung gửi từ biểu mẫu. Hãy quay lại trang trước và gửi từ đó.
problem-unavailable-title = Hiện chúng tôi chưa làm được việc này
problem-internal-title = Hệ thống gặp sự cố
problem-too-large-title = Dung lượng quá lớn
typed-title = Nội dung bạn đã viết
typed-text = Nội dung này chưa được gửi và chỉ còn trên trang này. Hãy sao chép rồi tiếp tục; bạn sẽ phải chọn lại các tệp.
problem-session-title = Hãy đăng nhập lại
problem-session-typed = Phiên đăng nhập của bạn đã kết thúc. Hãy đăng nhập lại; nội dung bạn viết vẫn còn ở đây.
problem-request-id = Mã tham chiếu
problem-home = Về trang chủ
problem-tickets = Yêu cầu của tôi

## Files

files-camera = Chụp ảnh
files-drop = Bạn cũng có thể thả tệp vào đây hoặc dán ảnh chụp màn hình.
files-going = Đã tải lên { $percent }
files-away = Mất kết nối. Việc tải lên sẽ tự tiếp tục khi có kết nối lại.
files-done = Đã tải lên xong
files-failed = Chưa tải tệp lên được. Hãy thử lại hoặc gửi tin nhắn không kèm tệp.
files-too-large = Lớn hơn { $size }. Hãy gửi tệp nhỏ hơn hoặc cắt ngắn bản quay.
files-empty = Tệp này trống. Hãy chọn tệp khác.
files-changed = Tệp đã bị thay đổi trong khi tải lên. Hãy chọn lại.
files-too-many = Mỗi tin nhắn kèm tối đa { $count } tệp.
files-remove = Bỏ { $name }
files-retry = Thử lại
files-hold = Tin nhắn sẽ được gửi ngay khi các tệp tải lên xong.
file-held = Đang kiểm tra vi-rút. Sau đó có thể mở.

## Transcript, looks, sessions, how to reach us

take-title = Lưu lại cuộc trao đổi
take-text = Mọi tin nhắn của yêu cầu này trong một tệp đã ký. Ai cũng có thể kiểm tra rằng nội dung không bị thay đổi mà không cần qua chúng tôi. Tin nhắn của phút vừa qua có trong tệp, nhưng chưa có trong lịch sử đã ký.
take-html = Để đọc (HTML)
take-json = Cho chương trình (JSON)
take-html-part = Để đọc, phần { $number } (HTML)
take-json-part = Cho chương trình, phần { $number } (JSON)
verify-title = Kiểm tra tệp trao đổi
verify-intro = Có người cho bạn xem cuộc trao đổi với chúng tôi? Chọn tệp, chúng tôi sẽ cho biết tệp có thật không và chỗ nào đã bị thay đổi.
verify-file = Tệp trao đổi (HTML hoặc JSON)
verify-send = Kiểm tra
verify-private = Tệp chỉ được xem để kiểm tra, chúng tôi không lưu lại.
verify-none = Hãy chọn tệp trước.
verify-too-large = Tệp này lớn hơn { $size }. Tệp của chúng tôi không lớn như vậy; tệp lớn hơn có thể kiểm tra bằng lệnh “proofdesk transcript verify”.
verify-genuine = Tệp thật
verify-genuine-meaning = Cuộc trao đổi này diễn ra với chúng tôi và tệp không bị thay đổi.
verify-changed = Đã bị thay đổi
verify-changed-meaning = Tệp do chúng tôi ký, nhưng sau đó đã bị thay đổi. Đừng dựa vào nó.
verify-not-ours = Không phải của chúng tôi
verify-not-ours-meaning = Tệp này đến từ một bộ phận hỗ trợ khác. Chúng tôi không thể xác nhận gì về tệp này.
verify-key-unknown = Không do chúng tôi ký
verify-key-unknown-meaning = Tệp nói là của chúng tôi, nhưng không khóa nào của chúng tôi đã ký. Đừng tin.
verify-unreadable = Không phải tệp trao đổi
verify-unreadable-meaning = Chúng tôi không đọc được tệp này dưới dạng tệp trao đổi. Có thể là tệp khác, hoặc đã được trình duyệt hay trình soạn thảo lưu lại.
verify-number = Yêu cầu
verify-made = Tệp tạo lúc
verify-messages = Số tin nhắn
verify-history = Trong lịch sử đã ký
verify-covered = { $count } trên { $all } bản ghi
verify-part = Phần
verify-findings = Những chỗ không khớp
verify-more = Và { $count } chỗ nữa.
verify-text = Nội dung tin nhắn #{ $number }
verify-author = Người viết tin nhắn #{ $number }
verify-time = Thời gian của bản ghi #{ $number }
verify-file-of = Một tệp của tin nhắn #{ $number }
verify-status = Trạng thái trong bản ghi #{ $number }
verify-erasure = Việc xóa tin nhắn #{ $number }
verify-record = Nhật ký của bản ghi #{ $number }
verify-entry = Bản ghi #{ $number }
verify-ticket = Một thông tin của yêu cầu
verify-head = Một thông tin của tệp
verify-seal = Chữ ký của tệp
verify-page-entry = Phần trang hiển thị của bản ghi #{ $number }
verify-page = Phần trang hiển thị
verify-was-changed = { $what }: đã bị thay đổi
verify-is-missing = { $what }: bị thiếu
verify-was-added = { $what }: được thêm sau
verify-was-moved = { $what }: sai vị trí
verify-does-not-fit = { $what }: không khớp với bản ghi
verify-keys = Khóa của chúng tôi
verify-keys-hint = Người tự kiểm tra cần một trong các khóa này. Khóa đầu tiên là khóa hiện tại.
looks-title = Ai đã xem dữ liệu của tôi
looks-intro = Tên, email, số điện thoại và UID của bạn được ẩn với nhân viên của chúng tôi. Mỗi khi một nhân viên mở xem một mục, họ phải nêu lý do và việc đó được ghi lại ở đây. Cùng một mã luôn là cùng một người.
looks-none = Chưa ai mở mục nào.
looks-name = Tên của bạn
looks-email = Email của bạn
looks-phone = Số điện thoại của bạn
looks-uid = UID của bạn
looks-transcript = Toàn bộ cuộc trao đổi { $number }
looks-unknown = Mục có bản ghi đã bị xóa
looks-by = Nhân viên { $code }
looks-reason = Lý do
looks-reason-gone = đã xóa
sessions-title = Thiết bị đang đăng nhập
sessions-intro = Các trình duyệt này đang đăng nhập vào bộ phận hỗ trợ. Nếu không nhận ra trình duyệt nào, hãy kết thúc phiên đó. Phiên đăng nhập ở sàn giao dịch là riêng biệt: hãy kết thúc tại sàn.
sessions-here = Trình duyệt này
sessions-since = Từ { $time }
sessions-seen = Dùng lần cuối { $time }
sessions-unknown = Trình duyệt không xác định
sessions-end = Kết thúc phiên này
sessions-everywhere = Đăng xuất khỏi mọi thiết bị
sessions-everywhere-hint = Kết thúc tất cả các phiên này, kể cả phiên hiện tại.
notice-session-ended = Phiên đã kết thúc.
notice-signed-out-everywhere = Bạn đã đăng xuất khỏi mọi thiết bị.
reach-title = Cách liên hệ với chúng tôi
reach-intro = Chọn vấn đề, chúng tôi sẽ cho biết gần đây câu trả lời đầu tiên mất bao lâu.
reach-way = Gửi yêu cầu
reach-way-hint = Bạn có thể gửi bất cứ giờ nào. Câu trả lời sẽ hiện trong yêu cầu của bạn trên trang này.
reach-measured = Một nửa yêu cầu về việc này có câu trả lời đầu tiên trong { $median }, chín trên mười yêu cầu trong { $p90 }.
reach-measured-half = Một nửa yêu cầu về việc này có câu trả lời đầu tiên trong { $median }. Chưa thể nói về chín trên mười yêu cầu: còn quá nhiều yêu cầu đang chờ.
reach-basis = Tính trên { $count } yêu cầu trong 28 ngày qua. Đây không phải cam kết.
reach-few = { $count ->
    [0] 28 ngày qua không có yêu cầu nào về việc này, nên chúng tôi không thể nói câu trả lời mất bao lâu.
   *[other] 28 ngày qua chỉ có { $count } yêu cầu về việc này: quá ít để nói câu trả lời mất bao lâu.
  }
reach-waiting = Hơn một nửa trong { $count } yêu cầu gần đây về việc này vẫn đang chờ trả lời.
reach-panel = Thời gian trả lời của chúng tôi
reach-own = Bạn đã có yêu cầu đang mở về việc này
reach-own-hint = Nếu là cùng một vấn đề, hãy viết ở đó: mọi nội dung đã trao đổi đều ở một chỗ.
span-minutes = { $count } phút
span-hours = { $count } giờ
span-days = { $count } ngày
site-more = Thêm

## Notifications

notices-title = Thông báo
notices-none = Không có gì mới
notices-none-hint = Khi chúng tôi trả lời, thông báo sẽ hiện ở đây.
notices-unread = { $count } thông báo mới
notices-new = Mới
notices-read-all = Đánh dấu tất cả là đã đọc
notices-older = Thông báo cũ hơn
notice-kind-receipt = Chúng tôi đã nhận được tin nhắn của bạn
notice-kind-opened = Chúng tôi đã mở một yêu cầu cho bạn
notice-kind-reply = Có câu trả lời mới
notice-kind-wrote = Có tin nhắn mới
notice-kind-waiting = Chúng tôi cần thông tin từ bạn
notice-kind-solved = Đã giải quyết
notify-title = Cài đặt thông báo
notify-intro = Mọi điều về yêu cầu của bạn đều có trên trang này. Hãy chọn những gì bạn muốn nhận thêm.
notify-mail = Email
notify-mail-hint = Gửi đến { $address }
notify-mail-none = Chúng tôi không có địa chỉ email của bạn.
notify-language = Ngôn ngữ
notify-language-hint = Chúng tôi viết cho bạn bằng ngôn ngữ này.
notify-save = Lưu
notice-notify-saved = Đã lưu.
notice-all-read = Đã đánh dấu tất cả là đã đọc.
link-title = Mở yêu cầu của bạn
link-text = Liên kết này dẫn đến yêu cầu { $number } của bạn. Bạn nhận được nó qua email.
link-open = Mở yêu cầu
link-note = Bạn sẽ duy trì đăng nhập trên thiết bị này trong hai giờ.

## Forms: the question box, one question a page, and a ticket's life

question-label = Câu hỏi của bạn
question-placeholder = Dán mã giao dịch, địa chỉ hoặc liên kết, hoặc viết vài từ
question-hint = Chúng tôi đọc nội dung bạn dán và đưa bạn đến biểu mẫu phù hợp. Chưa có gì được gửi đi.
question-ask = Kiểm tra
field-question-required = Viết vài từ, hoặc dán mã giao dịch, địa chỉ hoặc liên kết.
field-question-too-long = Câu hỏi quá dài: tối đa { $limit } ký tự.
question-title = Những gì chúng tôi tìm thấy
question-recognised = Những gì chúng tôi nhận ra
question-network = Có thể thuộc mạng { $network }.
question-networks = Có thể thuộc { $count } mạng.
question-mentioned = Yêu cầu của bạn có nhắc đến điều này
question-fitting = Mục phù hợp
question-fitting-hint = Những gì bạn viết đã được điền sẵn.
question-others = Vấn đề khác
choose-drafts = Tiếp tục chỗ bạn đã dừng
choose-kept = Đã lưu { $age }
choose-withdrawn = “{ $category }” không còn được cung cấp. Hãy chọn chủ đề khác: nội dung bạn đã viết sẽ được giữ lại.
text-step-hint = Những gì đọc được ở đây, chúng tôi sẽ không hỏi lại.
step-count = Bước { $number } trên khoảng { $total } bước
step-back-link = Quay lại
step-continue = Tiếp tục
step-lacking = Tôi không có
step-kept = Được lưu ở mỗi trang: bạn có thể tiếp tục trên thiết bị khác.
step-discard = Bỏ bản nháp này
find-hash-title = Tìm ở đâu?
field-amount-invalid = Hãy viết số tiền bằng chữ số, ví dụ 250 USDT.
field-time-invalid = Hãy viết ngày và giờ, ví dụ 2026-11-28 11:52 UTC.
field-asset-invalid = Hãy nhập ký hiệu của đồng coin, ví dụ USDT.
field-asset-required = Hãy nhập ký hiệu của đồng coin, ví dụ USDT.
field-amount-required = Hãy viết số tiền, ví dụ 250 USDT.
field-time-required = Hãy viết ngày và giờ theo những gì bạn biết.
check-title = Xem lại và gửi
check-intro = Hãy sửa chỗ chưa đúng. Không có gì được gửi trước khi bạn bấm nút.
check-facts = Câu trả lời của bạn
check-picked = Đọc từ nội dung bạn viết
check-needed = Vẫn cần
check-none = Chưa trả lời
check-change = Sửa
check-answer = Trả lời
check-missing = Hãy trả lời: { $question }
check-meanwhile = Trong lúc đó, câu trả lời hoặc tệp của bạn đã được thay đổi ở một trang hay thiết bị khác. Hãy xem lại một lần nữa rồi gửi.
new-ticket-subject-of = { $category }: { $what }
steps-title = Tiến trình xử lý
step-done = Đã xong:
step-now = Hiện tại:
step-next = Tiếp theo:
step-opened = Chúng tôi đã nhận tin nhắn của bạn
step-opened-for = Chúng tôi đã mở yêu cầu này cho bạn
step-answered = { $name } đã trả lời
step-wrote = { $name } đã gửi tin nhắn cho bạn
step-desk-wrote = Hệ thống đã gửi tin nhắn cho bạn
step-replied = Bạn đã trả lời
step-asked = Chúng tôi đã hỏi thêm thông tin
step-handed-on = Nhóm chuyên gia đã tiếp nhận
step-back = Đã chuyển lại bộ phận hỗ trợ
step-solved = Đã giải quyết
step-closed = Đã đóng
step-reopened = Bạn đã mở lại
step-nudged = Bạn đã hỏi tiến độ xử lý
step-escalated = Bạn đã đề nghị chuyên gia xử lý
step-escalated-lead = Bạn đã đề nghị trưởng nhóm xử lý
step-verification-asked = Chúng tôi đã đề nghị bạn xác nhận đó là bạn
step-verification-proven = Bạn đã xác nhận đó là bạn
step-verification-withdrawn = Bạn không cần xác nhận đó là bạn nữa
step-next-open = Câu trả lời của chúng tôi sẽ hiện tại đây
step-next-waiting-on-customer = Bạn trả lời bên dưới và chúng tôi tiếp tục ngay
step-next-waiting-on-internal = Chuyên gia trả lời và bạn sẽ thấy tại đây
step-next-done = Nếu tái diễn, bạn có thể mở lại
given-title = Câu trả lời của bạn cho câu hỏi của chúng tôi
nudge = Hỏi tiến độ xử lý
nudge-from = Nếu đến lúc đó chưa ai trả lời, bạn có thể hỏi tiến độ từ { $time }.
notice-nudged = Chúng tôi đã báo cho nhân viên xử lý rằng bạn đang chờ.
notice-proof-mailed = Liên kết đang được gửi tới địa chỉ email của bạn. Có thể mất vài phút.
proof-title = Vui lòng xác nhận đó là bạn
proof-text-sign-in = Bộ phận hỗ trợ đề nghị bạn đăng nhập lại một lần nữa.
proof-text-mail = Bộ phận hỗ trợ đề nghị bạn mở yêu cầu này bằng liên kết trong email của chúng tôi.
proof-until = Bạn có thể làm việc này đến { $time }.
proof-mail = Gửi liên kết qua email cho tôi
proof-link = Bộ phận hỗ trợ đã đề nghị bạn xác nhận đó là bạn. Chỉ cần mở yêu cầu tại đây.
escalate = Đề nghị chuyên gia xử lý
escalate-title = Đề nghị người có thẩm quyền cao hơn xử lý
escalate-intro = Chuyên gia cấp hai sẽ xem cùng mọi nội dung ở trên. Yêu cầu của bạn được ưu tiên cao.
escalate-intro-lead = Trưởng nhóm sẽ xem cùng mọi nội dung ở trên.
escalate-reason = Cho đến nay điều gì chưa ổn?
escalate-reason-hint = Trong vài câu, tối đa { $limit } ký tự. Nội dung được thêm vào yêu cầu như một tin nhắn.
escalate-send = Gửi đề nghị
escalate-stay = Giữ nguyên
escalate-from = Cấp đang xử lý cần một ngày. Bạn có thể đề nghị lên cấp trên từ { $time }.
escalate-top = Yêu cầu của bạn đang do trưởng nhóm xử lý. Không còn cấp nào cao hơn.
escalate-not-open = Yêu cầu này đã giải quyết hoặc đã đóng. Hãy mở lại trước.
notice-escalated = Yêu cầu của bạn đã chuyển lên cấp trên cùng với lý do.
field-escalation-required = Hãy viết điều chưa ổn trong vài câu.
field-escalation-too-long = Quá dài: tối đa { $limit } ký tự.

## The exchange bridge

account-title = Tài khoản của tôi
account-facts = Thông tin tài khoản
account-details = Chi tiết
account-tx = Mã giao dịch
account-address = Địa chỉ
account-memo = Memo hoặc tag
account-write = Có gì không đúng? Gửi yêu cầu
taken-lead = Nếu nghi có người khác vào tài khoản của bạn, hãy đóng băng ngay. Chỉ cần bấm một lần; chúng tôi sẽ hỏi chi tiết sau.
taken-what-people = Đội bảo mật nhận một yêu cầu được xử lý trước mọi yêu cầu khác.
taken-what-back = Không thể hoàn tác ở đây. Bạn nhận lại tài khoản khi chúng tôi xác nhận bạn là chủ sở hữu.
taken-button = Đóng băng tài khoản ngay
taken-never = Sau đó sẽ không có ai từ chúng tôi gọi để hỏi mã, mật khẩu hay bảo bạn chuyển tới địa chỉ “an toàn”.
taken-pending = Bạn đã đề nghị đóng băng lúc { $time }. Sàn chưa xác nhận; chúng tôi vẫn tiếp tục gửi đề nghị.
taken-done = Tài khoản của bạn đã bị đóng băng từ { $time }. Không tài sản nào rút ra được. Mã biên nhận { $receipt }.
taken-refused = Sau đề nghị của bạn lúc { $time }, sàn đã không tự động đóng băng. Đội bảo mật sẽ làm thủ công.
taken-ticket = Xem yêu cầu
notice-freeze-asked = Chúng tôi đã nhận yêu cầu của bạn và xử lý trước mọi yêu cầu khác. Trang này báo ngay khi sàn xác nhận.

## Web push

push-title = Thông báo trên trình duyệt
push-intro = Khi có tin mới, trình duyệt báo cho bạn ngay, kể cả khi trang này đã đóng. Thông báo chỉ nêu mã số yêu cầu, không có nội dung hay số tiền.
push-add = Bật trên trình duyệt này
push-here = Trình duyệt này
push-since = Bật từ { $time }
push-sent = Thông báo gần nhất: { $time }
push-remove = Tắt
push-unsupported = Trình duyệt này không hiển thị được thông báo từ trang web. Trên iPhone hoặc iPad, trước hết hãy thêm trang này vào màn hình chính rồi mở từ đó.
push-denied = Trình duyệt của bạn đang chặn thông báo từ trang này. Hãy cho phép thông báo của trang trong phần cài đặt trình duyệt, rồi tải lại trang.
push-refused = Trình duyệt không bật thông báo và không có gì thay đổi. Mọi điều về yêu cầu của bạn vẫn có trên trang này.
push-failed = Không thành công và không có gì thay đổi. Hãy tải lại trang và thử lần nữa.
push-no-script = Cần JavaScript để bật trên trình duyệt này.
notice-device-added = Trình duyệt này sẽ báo cho bạn khi chúng tôi trả lời.
notice-device-removed = Trình duyệt đó sẽ không báo gì cho bạn nữa.

## Bounces

notify-mail-failing = Email gửi tới { $address } bị trả lại nên trong một ngày chúng tôi không gửi tới đó. Hãy kiểm tra địa chỉ trong tài khoản của bạn tại sàn.

## Completing: what the customer's side still lacked

missing-title = Thông tin chúng tôi còn cần từ bạn
missing-hint = Thiếu những điều này, chúng tôi có thể không xử lý tiếp được.
missing-helpful = { $count ->
   *[other] Còn { $count } thông tin có thể giúp xử lý nhanh hơn
}
answer-add = Thêm vào yêu cầu
answer-added-to = Nội dung được thêm ngay vào yêu cầu và nhân viên phụ trách sẽ thấy.
answer-meanwhile = Trong lúc đó câu hỏi này đã được trả lời ở nơi khác. Nội dung bạn viết vẫn còn đây; gửi lại thì sẽ thay cho câu trả lời kia.
answer-stands = Câu trả lời hiện tại
answer-closed = Yêu cầu này đã đóng và không nhận thêm câu trả lời. Bạn có thể gửi yêu cầu mới; nội dung bạn đã viết sẽ được giữ lại.
answer-not-asked = Câu hỏi này không còn được dùng nữa.
answer-late-title = Câu trả lời của bạn
answer-typed = Nội dung bạn đã viết
answer-to-ticket = Quay lại yêu cầu
reply-late-title = Yêu cầu này đã đóng
reply-late = Câu trả lời của bạn chưa được gửi: chúng tôi đã đóng yêu cầu trước khi nhận được. Bạn có thể chuyển nội dung sang một yêu cầu mới, kèm mã số của yêu cầu này.
reply-late-files = Các tệp này cũng được chuyển theo: { $files }
reply-late-new = Gửi yêu cầu mới về việc này
notice-answer-saved = Đã thêm vào yêu cầu của bạn. Xin cảm ơn.
link-over-title = Liên kết này không còn dùng được
link-over = Liên kết đã hết hạn hoặc bạn đã đăng xuất khỏi mọi thiết bị. Chúng tôi có thể gửi liên kết mới tới cùng địa chỉ.
link-renew = Gửi cho tôi liên kết mới
link-over-account = Giờ bạn đã có tài khoản { $brand }. Hãy đăng nhập tại đó để xem các yêu cầu.
link-over-nothing = Không thể gửi liên kết mới tới địa chỉ đó. Hãy gửi lại yêu cầu từ nơi bạn đã gửi lần đầu.
link-sent-title = Hãy kiểm tra email
link-sent = Liên kết mới đang được gửi tới địa chỉ đã nhận liên kết cũ. Có thể mất vài phút.
notice-kind-link = Đã gửi liên kết mới qua email
reach-freeze = Có người khác trong tài khoản của bạn
reach-freeze-text = Hãy đóng băng trước, chỉ cần bấm một lần. Chúng tôi sẽ hỏi chi tiết sau và xử lý yêu cầu của bạn trước mọi yêu cầu khác.
reach-freeze-sign-in = Hãy đăng nhập và đóng băng, chỉ cần bấm một lần. Chúng tôi sẽ hỏi chi tiết sau và xử lý yêu cầu của bạn trước mọi yêu cầu khác.
reach-freeze-act = Đóng băng tài khoản
reach-ticket = Gửi yêu cầu trên trang này
reach-ticket-sign-in = Hãy đăng nhập qua { $brand } rồi gửi yêu cầu vào bất kỳ giờ nào, bằng một trong mười ngôn ngữ. Câu trả lời sẽ hiện ở đây.
reach-locked-out = Bạn không đăng nhập được?
reach-locked-out-text = Trang đăng nhập của { $brand } có cách lấy lại quyền truy cập. Chúng tôi không mở quyền đăng nhập qua tin nhắn; người hỏi mã của bạn không phải là chúng tôi.
reach-link = Bạn đã nhận liên kết qua email
reach-link-text = Hãy mở liên kết để đến yêu cầu của bạn mà không cần tài khoản. Nếu liên kết đã hết hạn, bạn có thể nhận liên kết mới.
reach-look = Tự kiểm tra trước
reach-look-text = Dán mã giao dịch, địa chỉ hoặc liên kết: chúng tôi cho biết ngay đó là gì và có vấn đề gì không.
reach-look-act = Dán vào
reach-like-both = Chỉ tính các yêu cầu bằng ngôn ngữ của bạn, gửi vào khoảng giờ này trong ngày.
reach-like-language = Chỉ tính các yêu cầu bằng ngôn ngữ của bạn.
reach-like-hour = Chỉ tính các yêu cầu gửi vào khoảng giờ này trong ngày.
reach-no-promise = Tính trong 28 ngày qua. Đây không phải cam kết.
reach-unknown = Gần đây có quá ít yêu cầu về việc này nên chúng tôi không thể nói mất bao lâu để trả lời.
reach-waiting-many = Hơn một nửa số yêu cầu gần đây về việc này vẫn đang chờ trả lời.

## What the exchange tells by itself

notify-app = Ứng dụng của sàn
notify-app-hint = Một thông báo ngắn trên điện thoại, không kèm nội dung trao đổi.
looks-account = Thông tin tài khoản do sàn cung cấp
looks-intro-account = Ai mở xem thông tin tài khoản do sàn cung cấp cũng được ghi lại ở đây, nhiều nhất một lần trong 15 phút.
told-as-of = { $what } (tính đến { $time })
suspended-title = Mạng đang tạm ngừng
suspended-both = Nạp và rút { $what } trên { $network } đang tạm ngừng. Tài sản không bị mất; nạp và rút sẽ tiếp tục khi mạng hoạt động lại.
suspended-deposits = Nạp { $what } trên { $network } đang tạm ngừng. Tiền nạp lúc này sẽ được ghi có khi mở lại.
suspended-withdrawals = Rút { $what } trên { $network } đang tạm ngừng. Lệnh rút sẽ được gửi khi mạng mở lại.
suspended-all-coins = mọi đồng coin
suspended-until = Dự kiến hoạt động lại lúc { $time }.
notice-told-account = Tài khoản của bạn

## Customer's side: news by topic

notify-topic = Nội dung
notify-topic-tickets = Yêu cầu của bạn
notify-topic-tickets-hint = Câu trả lời, câu hỏi từ chúng tôi và thông báo đã giải quyết.
notify-topic-account = Nạp và rút tiền
notify-topic-account-hint = Những gì sàn tự báo: đã thấy tiền nạp, lệnh rút bị tạm giữ.
notify-topic-security = Bảo mật tài khoản
notify-topic-security-hint = Mật khẩu hay email bị đổi có thể do người khác làm, nên chúng tôi luôn gửi.
notify-always = Luôn gửi
notify-push = Trình duyệt
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = Gửi mất quá nhiều thời gian
field-cut = Nội dung bạn gửi dài hơn mức nhận được trong một lần: bên dưới là phần đầu, phần cuối không còn. Hãy đính kèm văn bản dài dưới dạng tệp.
notify-older = Trang này được mở từ trước khi cập nhật nên chưa lưu gì. Bên dưới là lựa chọn hiện tại cùng những mục bạn vừa đánh dấu. Hãy xem lại rồi lưu.

## The help centre

help-title = Trợ giúp
help-home-text = Giải đáp về nạp, rút, giao dịch và tài khoản của bạn tại { $brand }.
help-empty = Chưa có bài viết nào ở đây.
help-all = Xem tất cả
help-all-of = Xem tất cả: { $section }
help-glossary = Thuật ngữ
help-glossary-text = Giải thích dễ hiểu các thuật ngữ trên sàn.
help-see = Bài viết liên quan
help-stuck = Vẫn chưa giải quyết được?
help-stuck-text = Hãy hỏi chúng tôi. Bạn không cần lặp lại những gì đã đọc.
help-where = Bạn đang ở đây
help-fallback = Trang này chưa có bản { $wanted }. Bạn đang đọc bản { $language }.
help-internal = Nội bộ
help-internal-text = Chỉ nhân viên thấy trang này. Đừng gửi địa chỉ cho khách hàng.
help-updated = Cập nhật
help-reviewed = Rà soát gần nhất
help-contents = Trên trang này
help-step-by-step = Từng bước
help-start-again = Bắt đầu lại
help-all-steps = Hiện mọi bước
help-rate = Bài viết có giúp ích không?
help-rate-yes = Có
help-rate-no = Không
help-rate-why = Thiếu điều gì?
help-rate-note = Ý kiến của bạn (không bắt buộc)
help-rate-note-hint = Chúng tôi không trả lời tại đây. Nếu cần hỗ trợ riêng, hãy hỏi chúng tôi.
help-rate-send = Gửi
help-reason-not-mine = Không đúng vấn đề của tôi
help-reason-wrong = Có nội dung sai
help-reason-unclear = Tôi không hiểu
help-reason-incomplete = Chưa đầy đủ
help-reason-policy = Tôi hiểu nhưng không hài lòng với quy định
help-related = Đọc tiếp
help-before = Trước khi gửi: có thể đã có câu trả lời
notice-feedback-given = Cảm ơn bạn. Người viết các trang này sẽ đọc ý kiến của bạn.
help-film = Video, mở trong thẻ mới
help-field-memo = Memo
help-field-tag = Destination Tag
help-field-comment = Ghi chú (Memo)
help-terms = Phiên bản điều khoản
help-terms-from = Hiệu lực từ
help-terms-until = Đến
help-terms-in-force = đang hiệu lực
help-terms-time = Giờ quyết toán (UTC)
help-terms-window = Khoảng tính trung bình (phút)
help-terms-sample = Số giây giữa hai mẫu
help-terms-average = Cách tính trung bình
help-terms-strike = Đúng bằng giá thực hiện
help-terms-days = Cách đếm ngày
help-terms-rounding = Làm tròn
help-average-arithmetic = trung bình cộng
help-average-time = có trọng số theo thời gian
help-strike-exercises = được chuyển đổi
help-strike-expires = không chuyển đổi
status-next-promised = Bạn sẽ có câu trả lời trước { $time }.
status-next-late = Chúng tôi đã cam kết trả lời trước { $time } nhưng đã trễ. Câu trả lời sẽ hiện ở đây.

## What comes too early or too often

problem-too-often-title = Bạn thao tác quá thường xuyên
notice-nudged-already = Bạn đã hỏi tiến độ rồi, hoặc bây giờ còn quá sớm. Bên dưới ghi từ lúc nào bạn có thể hỏi lại.
escalate-written = Nội dung bạn đã viết

## Tickets that go on in another one
ticket-goes-on = Yêu cầu này được tiếp tục ở { $number }
ticket-goes-on-text = Hai yêu cầu nói về cùng một việc nên chúng tôi đã gộp lại. Mọi nội dung ở đây đều hiển thị ở đó; hãy viết tiếp ở đó.
ticket-goes-on-open = Đến { $number }
ticket-joined-here = Cũng hiển thị ở đây: { $numbers }
message-origin = từ { $number }
step-merged = Được tiếp tục ở { $number }
step-unmerged = Đã tách khỏi { $number }, trở lại thành yêu cầu riêng
step-joined = { $number } được tiếp tục ở đây
step-parted = { $number } đã tách ra thành yêu cầu riêng
step-split-off = Một số tin nhắn được tiếp tục ở { $number }
step-split-from = Bắt đầu từ các tin nhắn trong { $number }
step-taken-back = Các tin nhắn từ { $number } đã trở lại đây
step-given-back = Các tin nhắn đã trở lại { $number }

## Search in the help centre

help-search-label = Tìm trong trợ giúp
help-search-placeholder = Bạn muốn biết điều gì?
help-search-button = Tìm
help-search-suggestions = Bài viết phù hợp
help-search-heard = Tìm thấy { $count } bài viết. Dùng phím mũi tên để chọn.
help-search-heard-none = Chưa có bài viết phù hợp.
help-search-title = Tìm kiếm
help-search-of = Tìm: “{ $words }”
help-search-count = { $count } bài viết
help-search-foreign = Không có bài nào bằng { $language }. Ngôn ngữ khác có { $count } bài.
help-search-sections = Mục
help-search-everywhere = Tất cả các mục
help-search-nothing = Không tìm thấy gì cho “{ $words }”
help-search-nothing-text = Hãy thử ít từ hơn hoặc từ khác, hoặc xem những bài giúp được nhiều người nhất. Nếu vẫn chưa đúng, hãy gửi yêu cầu cho chúng tôi.
help-search-not-ready = Tìm kiếm hiện chưa sẵn sàng. Mọi thứ khác vẫn dùng được; hãy thử lại sau một phút.
help-popular = Những bài giúp được nhiều người nhất
help-fitting = Những bài này có thể trả lời cho bạn
question-articles = Bài viết có thể có câu trả lời
question-articles-all = Tất cả kết quả

## A way in without a session
write-title = Gửi yêu cầu
write-lead = Bạn không cần đăng nhập. Hãy nhập địa chỉ email, chúng tôi sẽ gửi liên kết đến yêu cầu của bạn.
write-without = Không cần đăng nhập
write-without-text = Chưa đăng nhập hoặc không đăng nhập được? Bạn vẫn có thể gửi yêu cầu. Liên kết đến yêu cầu sẽ được gửi qua email.
write-email = Địa chỉ email của bạn
write-email-hint = Liên kết đến yêu cầu được gửi tới đây. Chúng tôi không cho ai biết địa chỉ này có trong hệ thống hay không.
write-send = Gửi
write-unproven = Khi liên kết trong email chưa được mở, chúng tôi không biết ai đã viết, nên không tiết lộ gì về tài khoản và không thay đổi gì trong đó.
write-no-mail = Hiện chúng tôi không gửi được email. Chúng tôi vẫn đọc tin nhắn của bạn nhưng không gửi được câu trả lời. Nếu có thể, hãy đăng nhập rồi gửi yêu cầu từ đó.
write-not-taken = Tin nhắn chưa được gửi
write-too-many = Trong một giờ qua có nhiều tin nhắn đến từ kết nối của bạn. Hãy thử lại sau một giờ hoặc đăng nhập. Nội dung bạn viết vẫn còn bên dưới; tệp phải chọn lại.
write-too-many-of = Trong một ngày qua có nhiều tin nhắn ghi địa chỉ email này. Hãy thử lại vào ngày mai, dùng địa chỉ khác hoặc đăng nhập. Nội dung bạn viết vẫn còn bên dưới; tệp phải chọn lại.
write-files-again = Hãy chọn lại tệp: khi chưa đăng nhập, chúng tôi không lưu tệp nào trước khi tin nhắn được gửi.
written-title = Chúng tôi đã nhận được tin nhắn của bạn
written-number = Mã số yêu cầu của bạn là { $number }. Hãy ghi lại.
written-next = Tiếp theo
written-mail = Nếu địa chỉ là của bạn, email có liên kết đến yêu cầu đang được gửi đi. Có thể mất vài phút.
written-open = Hãy mở liên kết đó. Nhờ vậy chúng tôi biết bạn nhận được email ở địa chỉ này và từ đó sẽ gửi câu trả lời tới đây.
written-read = Nhân viên sẽ đọc tin nhắn và trả lời trong yêu cầu.
written-first = Đội bảo mật sẽ đọc tin nhắn của bạn trước mọi tin nhắn khác.
written-promise = Bạn sẽ có câu trả lời trước { $time }.
written-once = Để không ai làm đầy hộp thư của người khác, địa chỉ chưa được xác nhận chỉ nhận một email như vậy mỗi ngày. Nếu hôm nay bạn đã viết cho chúng tôi, hãy tiếp tục bằng liên kết trong email đó.
theft-now-title = Việc cần làm ngay, theo thứ tự
theft-now-freeze = Bạn còn đăng nhập được vào { $brand } không? Hãy đăng nhập và đóng băng tài khoản: chỉ cần bấm một lần.
theft-now-write = Nếu không, hãy báo ngay cho đội bảo mật, không cần đăng nhập.
theft-now-mailbox = Bảo vệ hộp thư: đổi mật khẩu email và kết thúc mọi phiên khác ở đó. Ai đọc được email của bạn có thể đặt lại mọi thứ khác.
theft-now-password = Nếu còn đăng nhập được vào { $brand }, hãy đổi mật khẩu, đăng xuất khỏi mọi thiết bị khác và xóa các khóa API.
theft-now-wallet = Bạn đã đưa cụm từ khôi phục ví riêng của mình cho ai đó? Hãy chuyển tài sản trong ví sang một ví mới.
theft-write = Báo cho đội bảo mật
theft-no-freeze = Chúng tôi không đóng băng tài khoản chỉ vì một tin nhắn: nếu làm vậy, ai cũng có thể khóa tài khoản của người khác. Nhân viên sẽ kiểm tra trước.
taken-open-lead = Nghi có người khác vào tài khoản của bạn? Hãy làm ngay theo thứ tự sau.
taken-open-sign-in = Đăng nhập và đóng băng
taken-stops = Khi sàn xác nhận, không ai rút hay chuyển được gì nữa, kể cả bạn.
taken-hand-lead = Nếu nghi có người khác vào tài khoản của bạn, hãy báo ngay cho đội bảo mật. Chỉ cần bấm một lần; chúng tôi sẽ hỏi chi tiết sau.
taken-hand-stops = Tài khoản được đóng băng thủ công vì bộ phận hỗ trợ không thể làm trực tiếp từ đây. Trước lúc đó vẫn có thể bị rút tiền.
taken-hand-meanwhile = Trong lúc chờ, nếu còn đăng nhập được vào { $brand }: hãy đổi mật khẩu, kết thúc mọi phiên khác và xóa các khóa API.
taken-hand-button = Đề nghị đóng băng tài khoản
notice-freeze-by-hand = Chúng tôi đã nhận yêu cầu của bạn và xử lý trước mọi yêu cầu khác. Đội bảo mật đóng băng tài khoản thủ công và báo cho bạn tại đây.
sign-in-link = Đăng nhập tại { $brand }
sign-in-link-text = Bạn đăng nhập tại { $brand } rồi quay lại trang này.
sign-in-step-choose = Chọn “Hỗ trợ” ở đó. Trang hỗ trợ sẽ mở ra và bạn đã được đăng nhập.
reach-write-text = Gửi yêu cầu bất cứ lúc nào, bằng một trong mười ngôn ngữ. Liên kết đến yêu cầu được gửi qua email.
field-email-required = Hãy nhập địa chỉ email của bạn.
field-email-invalid = Đây có vẻ không phải địa chỉ email. Hãy kiểm tra lại.
field-email-too-long = Địa chỉ email quá dài: tối đa { $limit } ký tự.

## What a department is asked, on the page behind its link
side-unnamed = Câu hỏi của bộ phận hỗ trợ
side-intro = { $name } có câu hỏi cho { $department } về yêu cầu { $number }. Khách hàng không thấy nội dung nào trên trang này.
side-answer = Câu trả lời của bạn
side-answer-hint = Tối đa { $limit } ký tự. Chỉ bộ phận hỗ trợ đọc được.
side-send = Gửi câu trả lời
side-until = Trang này mở được đến { $time }, và lâu hơn nếu có nội dung mới. Trang chỉ dành cho { $department }: vui lòng không chuyển liên kết cho người khác.
notice-side-sent = Bộ phận hỗ trợ đã nhận được câu trả lời của bạn.
side-too-many = Trong một giờ qua có nhiều câu trả lời. Hãy thử lại sau ít phút. Nội dung bạn viết vẫn còn bên dưới.
side-full = Không thể viết thêm vào cuộc trao đổi này. Hãy đề nghị bộ phận hỗ trợ mở một cuộc trao đổi khác. Nội dung bạn viết vẫn còn bên dưới.
side-expired = Đã lâu không có nội dung mới nên liên kết đã hết hạn. Chúng tôi có thể gửi lại tới địa chỉ email của phòng ban bạn.
side-renew = Gửi lại liên kết
side-renewed = Liên kết đang được gửi tới địa chỉ email của phòng ban bạn. Có thể mất vài phút.
side-closed-title = Cuộc trao đổi này đã đóng
side-closed = Bộ phận hỗ trợ đã đóng cuộc trao đổi này. Ở đây không thể đọc hay viết gì nữa.
side-void = Liên kết này đã được thay bằng liên kết khác. Hãy mở email mới nhất của bộ phận hỗ trợ hoặc hỏi bộ phận hỗ trợ.
field-side-required = Hãy viết câu trả lời hoặc chọn tệp.
field-side-too-long = Câu trả lời quá dài: tối đa { $limit } ký tự.

## What the exchange tells in articles
help-figures = Thông tin từ sàn:
help-not-now = (hiện chưa có thông tin)
help-not-now-table = Sàn hiện không phản hồi nên chưa thể hiện bảng này. Vui lòng xem lại sau vài phút.

# Tables that are as long as the exchange makes them.
help-table-part = Đang hiển thị { $shown } trên { $all } dòng.
help-table-all = Xem toàn bộ bảng
help-table-found = { $shown } trên { $all } dòng
help-table-find = Tìm coin, mạng hoặc hợp đồng
help-table-earlier = Trang trước
help-table-later = Trang sau
help-table-contracts = Hợp đồng: đòn bẩy, ký quỹ và phí
help-table-dual-investment-pairs = Đầu tư kép: các cặp hiện có
help-table-earn = Sản phẩm sinh lời hiện có
help-table-fiat = Tiền pháp định: cách nạp và rút
help-table-margin-interest = Vay ký quỹ: lãi suất
help-table-memo = Coin cần memo hoặc tag
help-table-networks = Mạng: mức tối thiểu, số xác nhận và phí
help-table-withdrawal-fees = Rút tiền: mức tối thiểu và phí

# What the house says of itself in articles.
help-col-kind = Loại
help-col-address = Địa chỉ hoặc tên
help-col-place = Nơi bạn sinh sống
help-col-confirmation = Xác nhận đã nhận
help-col-decision = Quyết định
help-col-longest = Muộn nhất
help-col-body = Cơ quan
help-col-until = Hạn gửi đơn sau khi có quyết định
help-channel-site = Trang web
help-channel-app = Ứng dụng
help-channel-mail = Email
help-channel-phone = Điện thoại
help-channel-social = Mạng xã hội
