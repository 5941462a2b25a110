### See en/errors.ftl for what each group is for.

error-signed-out = Bạn chưa đăng nhập. Hãy đăng nhập rồi thử lại.
error-session-expired = Phiên đăng nhập của bạn đã kết thúc. Hãy đăng nhập lại.
error-staff-only = Chỉ nhân viên mới thực hiện được thao tác này. Hãy đăng nhập bằng tài khoản nhân viên.
error-customers-only = Chỉ chính khách hàng mới thực hiện được thao tác này. Hãy đăng nhập từ sàn giao dịch.
error-session-required = Thao tác này cần người đăng nhập, không dùng được API token. Hãy đăng nhập rồi thực hiện.
error-csrf-missing = Chúng tôi không xác định được nội dung này được gửi từ trang của chúng tôi. Hãy tải lại trang rồi gửi lại.
error-locked-out = Đã thử sai quá nhiều lần. Hãy chờ { $seconds } giây rồi thử lại.
error-rate-limited = Quá nhiều thao tác cùng lúc. Hãy chờ { $seconds } giây rồi thử lại.
error-feedback-spent = Hôm nay từ kết nối của bạn đã gửi đủ số ý kiến. Hãy quay lại vào ngày mai; nếu cần hỗ trợ, hãy gửi yêu cầu cho chúng tôi.
error-address-spent = Trong một ngày qua có nhiều tin nhắn ghi địa chỉ email này. Hãy thử lại vào ngày mai, dùng địa chỉ khác hoặc đăng nhập.
error-link-used = Liên kết này đã được sử dụng. Hãy lấy liên kết mới.
error-link-expired = Liên kết này đã hết hạn. Hãy lấy liên kết mới.
error-token-malformed = Token đăng nhập bị hỏng. Hãy mở lại phần hỗ trợ từ sàn giao dịch.
error-token-forged = Token đăng nhập không do sàn giao dịch ký. Hãy mở phần hỗ trợ từ chính sàn giao dịch.
error-token-expired = Token đăng nhập đã hết hạn. Hãy mở lại phần hỗ trợ từ sàn giao dịch để có token mới.
error-token-lifetime = Token đăng nhập có thời hạn dài hơn mức chúng tôi chấp nhận hoặc không ghi thời hạn. Hãy mở lại phần hỗ trợ từ sàn giao dịch.
error-token-audience = Token đăng nhập được tạo cho trang khác. Hãy mở lại phần hỗ trợ từ sàn giao dịch.
error-token-replayed = Token đăng nhập đã được dùng. Hãy mở lại phần hỗ trợ từ sàn giao dịch để có token mới.
error-invalid-input = Một số mục cần xem lại. Mỗi mục đều ghi rõ lỗi.
error-malformed-json = Nội dung gửi không phải JSON hợp lệ. Hãy kiểm tra rồi gửi lại.
error-unsupported-media-type = Chúng tôi không đọc được loại nội dung này. Hãy gửi đúng như tài liệu hướng dẫn.
error-method-not-allowed = Địa chỉ này không nhận loại request đó. Các loại dùng được có trong tài liệu.
error-not-found = Ở đây không có nội dung bạn có thể xem. Hãy kiểm tra địa chỉ trang hoặc mã số.
error-field-required = Mục này là bắt buộc.
error-field-too-long = Quá dài. Tối đa { $limit } ký tự.
error-field-too-short = Quá ngắn. Hãy nhập ít nhất { $limit } ký tự.
error-field-unknown = Không nhận ra “{ $field }”. Hãy bỏ đi hoặc kiểm tra chính tả.
error-field-invalid = Không đúng định dạng. Hãy kiểm tra rồi thử lại.
error-field-not-object = Ở đây cần một đối tượng gồm các trường có tên. Hãy gửi đúng như tài liệu hướng dẫn.
error-text-has-nul = Văn bản có ký tự rỗng vô hình không thể lưu. Hãy xóa nó hoặc dán văn bản không định dạng.
error-text-not-utf8 = “{ $field }” bị hỏng khi gửi: có phần không đọc được (không phải UTF-8). Hãy nhập lại phần đó rồi gửi lại.
error-holds-secret = Ở đây có nội dung giống mật khẩu, khóa hoặc cụm từ khôi phục, và chúng tôi không lưu những thứ này ở bất kỳ đâu. Hãy xóa đi; nếu đó là thật, hãy thay mới.
error-body-too-large = Quá lớn để gửi một lần. Hãy rút ngắn hoặc đính kèm dưới dạng tệp.
error-cursor-invalid = Vị trí này trong danh sách không còn hợp lệ. Hãy bắt đầu lại từ trang đầu.
error-range-invalid = Phần cần lấy nằm ngoài tệp. Hãy tải toàn bộ tệp.
error-idempotency-mismatch = Khóa idempotency này đã dùng cho request khác. Hãy dùng khóa mới cho request mới.
error-idempotency-in-progress = Request giống vậy vẫn đang được xử lý. Hãy chờ một lát rồi kiểm tra.
error-ticket-number-wrong = Đây không phải mã số yêu cầu: có ký tự bị sai. Hãy so với email của chúng tôi hoặc danh sách của bạn.
error-ticket-closed = Yêu cầu này đã đóng và không nhận trả lời nữa. Hãy gửi yêu cầu mới và ghi mã số này.
error-version-conflict = Có người đã sửa nội dung này khi bạn đang viết. Hãy xem thay đổi rồi gửi.
error-version-required = Hãy cho biết bạn đang sửa phiên bản nào để không ghi đè thay đổi của người khác.
error-header-invalid = Không đọc được “{ $header }”. Hãy gửi ETag đúng như đã nhận, kèm dấu ngoặc kép, hoặc bỏ header này.
error-attachment-too-large = Tệp lớn hơn { $limit }. Hãy gửi tệp nhỏ hơn hoặc cắt ngắn bản quay.
error-attachment-incomplete = Tệp chưa được tải lên đầy đủ. Hãy gửi lại.
error-attachment-empty = Tệp này trống. Hãy chọn tệp khác.
error-attachment-unusable = Không thể đính kèm tệp này ở đây: nó đã dùng ở nơi khác hoặc hết hạn. Hãy chọn lại.
error-too-many = Quá nhiều. Tối đa { $limit } mục.
error-too-many-attachments = Quá nhiều tệp. Gửi tối đa { $limit } tệp trong một tin nhắn.
error-limit-reached = Chỉ có thể có tối đa { $limit }. Hãy xóa mục không còn cần.
error-storage-full = Bộ nhớ lưu trữ của chúng tôi đã đầy nên chưa lưu được gì. Chúng tôi đã được báo; hãy thử lại sau vài phút.
error-read-only = Hiện chúng tôi chỉ hiển thị được, không lưu được. Hãy giữ nội dung và thử lại sau vài phút.
error-outcome-unknown = Chúng tôi không biết việc này đã được lưu chưa. Hãy kiểm tra trước khi gửi lại.
error-unavailable = Hiện chúng tôi chưa làm được việc này. Không có gì bị mất; hãy thử lại sau một phút.
error-internal = Hệ thống gặp sự cố và chúng tôi đã được báo. Hãy thử lại; nếu vẫn lỗi, hãy cho biết mã tham chiếu.
error-evidence-not-recognised = Không nhận ra mã giao dịch, địa chỉ, liên kết hay số tiền nào. Hãy dán toàn bộ giá trị.

## Files

error-attachment-infected = Tệp này có vi-rút nên không ai mở được.
error-attachment-unscanned = Tệp này vẫn đang được kiểm tra vi-rút. Hãy thử lại sau một phút.
error-upload-offset = Tệp đã tải lên đến byte { $offset }. Hãy tiếp tục từ đó.
error-upload-length = Số byte nhận được nhiều hơn đã khai báo. Hãy tải lên lại từ đầu.
error-upload-digest = Nội dung nhận được không phải tệp đã khai báo. Hãy gửi lại từ đầu.
error-upload-stalled = Quá lâu không nhận được dữ liệu nên việc tải lên đã dừng. Hãy kiểm tra kết nối và gửi lại tệp.

## Forms, and customers who wait

error-not-our-turn = Yêu cầu đang chờ bạn trả lời hoặc đã được giải quyết. Hãy trả lời ở bên dưới.
error-escalated-to-top = Yêu cầu của bạn đang do trưởng nhóm xử lý. Không còn cấp nào cao hơn; bước tiếp theo là khiếu nại chính thức.

## Requests that come again, or slowly

error-idempotency-refused = Địa chỉ này không nhận khóa idempotency: gửi lại là thực hiện lại. Hãy bỏ khóa đi.
error-answer-shown-once = Việc này đã được thực hiện và kết quả chỉ hiển thị một lần. Nếu bị mất, hãy hủy rồi làm lại với khóa mới.
error-body-too-slow = Nội dung bạn gửi đến quá chậm nên chưa nhận đủ. Chưa có gì thay đổi; hãy kiểm tra kết nối rồi gửi lại.

## Search

error-search-not-ready = Tìm kiếm hiện chưa sẵn sàng. Hãy thử lại sau vài phút; mọi thứ khác vẫn dùng được.

## Tickets that go on in another one
error-ticket-merged = Yêu cầu này được tiếp tục ở { $into }. Hãy thực hiện ở đó.
error-status-retired = Trạng thái này không còn được dùng. Hãy chọn trạng thái khác.

## Departments
error-side-closed = Cuộc trao đổi với phòng ban này đã đóng. Hãy mở lại để viết tiếp.
error-mail-required = Hệ thống này chưa được thiết lập để gửi email nên phòng ban sẽ không nhận được gì. Quản trị viên có thể thiết lập máy chủ email.
