## Notifications

mail-subject = Yêu cầu { $number } của bạn
mail-receipt = Chúng tôi đã nhận được tin nhắn của bạn. Mã số là { $number }.
mail-receipt-expected = Bạn sẽ có câu trả lời trước { $time }.
mail-receipt-no-time = Yêu cầu này không có thời hạn cam kết: việc khẩn cấp được xử lý trước, các việc khác theo thứ tự nhận được.
mail-opened = Chúng tôi đã mở một yêu cầu cho bạn. Mã số là { $number }.
mail-opened-about = Về việc: { $subject }
mail-reply = { $name } của { $brand } đã trả lời yêu cầu { $number } của bạn:
mail-reply-desk = { $brand } đã trả lời yêu cầu { $number } của bạn:
mail-reply-elsewhere = Yêu cầu { $number } của bạn đã có câu trả lời. Trong đó có nội dung chúng tôi không gửi qua email; vui lòng xem trên trang.
mail-wrote = { $name } của { $brand } đã gửi tin nhắn cho bạn về yêu cầu { $number }:
mail-wrote-desk = { $brand } đã gửi tin nhắn cho bạn về yêu cầu { $number }:
mail-wrote-elsewhere = Có tin nhắn về yêu cầu { $number } của bạn. Trong đó có nội dung chúng tôi không gửi qua email; vui lòng xem trên trang.
mail-waiting = Để tiếp tục yêu cầu { $number }, chúng tôi cần thêm thông tin từ bạn.
mail-solved = Yêu cầu { $number } của bạn đã được giải quyết. Nếu chưa, hãy cho chúng tôi biết trên trang.
mail-files = Có { $count } tệp kèm theo trên trang.
mail-open = Mở yêu cầu của bạn
mail-open-hint = Liên kết có hiệu lực trong { $days } ngày và chỉ dành cho bạn: vui lòng không chuyển tiếp email này.
mail-answer-there = Vui lòng trả lời trên trang. Email gửi đến địa chỉ này không có người đọc.
mail-why = Bạn nhận được email này vì đã liên hệ với { $brand }.
mail-why-unproven = Có người đã nhập địa chỉ này khi liên hệ với { $brand }. Nếu không phải bạn, bạn không cần làm gì và sẽ không nhận thêm email về việc này.
mail-why-opened = Bạn nhận được email này vì { $brand } đã mở một yêu cầu cho bạn.
mail-why-opened-unproven = { $brand } đã mở một yêu cầu cho một khách hàng có địa chỉ email này. Nếu không phải bạn, bạn không cần làm gì và sẽ không nhận thêm email về việc này.
mail-settings = Chọn thông báo bạn muốn nhận
mail-prove-signed-in = Để chúng tôi xác nhận đúng là bạn, vui lòng đăng nhập và mở yêu cầu này: { $link }. Sau đó chúng tôi có thể xử lý tiếp.
mail-prove-email = Để chúng tôi xác nhận đúng là bạn, vui lòng mở yêu cầu này bằng liên kết trong email của chúng tôi. Sau đó chúng tôi có thể xử lý tiếp.

## Members of staff

mail-staff-invitation-subject = Lời mời tham gia bộ phận hỗ trợ { $organisation }
mail-staff-invitation = Bạn được mời vào bộ phận hỗ trợ của { $organisation }.
mail-staff-invitation-open = Chấp nhận lời mời
mail-staff-invitation-unasked = Nếu bạn không biết về lời mời này, hãy bỏ qua.
mail-staff-reset-subject = Mật khẩu mới của bạn tại { $organisation }
mail-staff-reset = Có người, nhiều khả năng là bạn, đã đề nghị đặt mật khẩu mới tại bộ phận hỗ trợ của { $organisation }.
mail-staff-reset-open = Đặt mật khẩu mới
mail-staff-reset-unasked = Nếu không phải bạn, bạn không cần làm gì: mật khẩu của bạn giữ nguyên. Hãy báo quản trị viên nếu việc này lặp lại.
mail-staff-once = Liên kết chỉ dùng được một lần, đến { $time }, và chỉ dành cho bạn.
mail-staff-mention-subject = [{ $number }] { $name } đã nhắc đến bạn
mail-staff-mention = { $name } đã nhắc đến bạn trong một ghi chú của yêu cầu { $number }.
mail-staff-mention-open = Mở yêu cầu
mail-staff-mention-off = Bạn nhận được email này vì hiện bạn không trực tuyến. Bạn có thể tắt loại email này trong hồ sơ của mình.

## Web push

push-receipt = Chúng tôi đã nhận được tin nhắn của bạn. Mã số là { $number }.
push-opened = Chúng tôi đã mở một yêu cầu cho bạn. Mã số là { $number }.
push-reply = Yêu cầu { $number } của bạn đã có câu trả lời.
push-wrote = Có tin nhắn mới về yêu cầu { $number } của bạn.
push-waiting = Chúng tôi cần thêm thông tin từ bạn cho yêu cầu { $number }.
push-solved = Yêu cầu { $number } của bạn đã được giải quyết. Nếu chưa, hãy cho chúng tôi biết.

## Completing: what the customer's side still lacked

mail-link = Đây là liên kết mới tới yêu cầu { $number } của bạn, theo đề nghị của người có liên kết cũ.

## What the exchange tells by itself

app-reply = Yêu cầu { $number } của bạn đã có câu trả lời.
app-wrote = Có tin nhắn mới về yêu cầu { $number } của bạn.
mail-told-subject = Thông báo về tài khoản của bạn tại { $brand }
mail-told = { $what }. Thông tin do sàn cung cấp, tính đến { $time }.
mail-told-not-you = Nếu không phải bạn, hãy đóng băng tài khoản ngay trên trang tài khoản.
mail-told-why = Bạn nhận email này vì bạn có tài khoản tại { $brand } và cho phép chúng tôi gửi email cho bạn.
mail-open-account = Xem tài khoản của bạn

## Customer's side: news by topic

push-deposit-seen = Có tin mới về tiền nạp của bạn. Hãy xem trên trang tài khoản.
push-withdrawal-held = Một lệnh rút của bạn đang bị tạm giữ. Trang tài khoản cho biết lý do.
push-setting-changed = Một cài đặt bảo mật của tài khoản bạn đã thay đổi. Nếu không phải bạn, hãy đóng băng tài khoản ngay.

## Departments
mail-side-subject = Câu hỏi về yêu cầu { $number }
mail-side = { $name } thuộc bộ phận hỗ trợ của { $brand } có câu hỏi cho { $department } về yêu cầu { $number }. Hãy đọc trên trang và trả lời tại đó; không cần tài khoản.
mail-side-open = Đọc và trả lời
mail-side-hint = Liên kết có hiệu lực đến { $time } và chỉ dành cho { $department }: vui lòng không chuyển tiếp email này.
mail-side-why = Bạn nhận được email này vì bộ phận hỗ trợ của { $brand } đã lưu địa chỉ email này cho { $department }.

## Articles that are due for review
mail-staff-review-subject = Bài viết cần xem lại: { $count }
mail-staff-review = Các bài viết sau của trung tâm trợ giúp do bạn phụ trách và đã đến hạn xem lại. Hãy đọc lại, xác nhận trong bảng điều khiển rằng nội dung vẫn đúng, hoặc sửa lại.
mail-staff-review-more = Và { $more } bài khác.
mail-staff-review-open = Mở danh sách
mail-staff-review-off = Bạn chỉ nhận email này một lần cho mỗi lần đến hạn. Bạn có thể tắt trong hồ sơ.

## Bài viết được gửi đi duyệt
mail-staff-handover-subject = Cần duyệt: { $title }
mail-staff-handover = Một nhân viên đã gửi bài viết này của trung tâm trợ giúp đi duyệt. Người xuất bản phải khác người viết: hãy đọc rồi xuất bản hoặc chuyển lại thành bản nháp.
mail-staff-handover-open = Mở bài viết
mail-staff-handover-off = Bạn nhận email này khi một bài viết mà bạn có quyền xuất bản được gửi đi duyệt. Bạn có thể tắt trong hồ sơ.
