### See en/staff.ftl.

## Who you are

error-no-permission = Thao tác này cần quyền “{ $permission }”. Quản trị viên có thể cấp cho bạn.
error-wrong-credentials = Địa chỉ email hoặc mật khẩu không đúng. Hãy kiểm tra cả hai rồi thử lại.
error-password-weak = Mật khẩu này quá dễ đoán. Hãy dùng ít nhất { $limit } ký tự và tránh những mật khẩu phổ biến.
error-second-factor-required = Hãy nhập sáu chữ số trong ứng dụng xác thực để tiếp tục.
error-second-factor-wrong = Mã này không đúng hoặc đã quá 30 giây. Hãy nhập mã mà ứng dụng đang hiển thị.
error-second-factor-enrolment = Quản trị viên bắt buộc dùng xác thực hai yếu tố. Hãy cài đặt ứng dụng xác thực để tiếp tục.
error-second-factor-state = Trạng thái xác thực hai yếu tố đã thay đổi. Hãy tải lại trang để xem trạng thái hiện tại.
error-member-disabled = Tài khoản này đã bị tắt. Quản trị viên có thể bật lại.
error-budget-spent = Bạn đã dùng hết mức cho phép trong một giờ. Hãy chờ { $seconds } giây hoặc hỏi trưởng nhóm.

## Administration

error-field-taken = Giá trị này đã được dùng. Hãy chọn giá trị khác.
error-last-administrator = Đây là quản trị viên cuối cùng. Hãy chỉ định một người khác làm quản trị viên trước.
error-role-in-use = Vẫn còn nhân viên có vai trò này. Hãy giao cho họ vai trò khác trước.
error-team-in-use = Vẫn còn yêu cầu thuộc nhóm này. Hãy chuyển chúng sang nhóm khác trước.
error-role-builtin = Vai trò này có sẵn trong chương trình nên không thể sửa. Hãy sao chép rồi sửa bản sao.
error-webhook-url = Chúng tôi không gửi đến URL này. Hãy dùng một URL https trên internet công cộng.
error-delivery-pending = Lần gửi này vẫn đang diễn ra. Hãy chờ kết quả.

## The log

error-not-checkpointed = Chưa có chữ ký nào bao gồm sự kiện này. Chữ ký sẽ có trong vòng { $seconds } giây; hãy thử lại lúc đó.

## What must not go out

error-asks-for-secret =
    { $wanted ->
        [password] { asks-for-secret-password }
        [one-time-code] { asks-for-secret-one-time-code }
        [seed-phrase] { asks-for-secret-seed-phrase }
        [private-key] { asks-for-secret-private-key }
        [api-secret] { asks-for-secret-api-secret }
        [card-security-code] { asks-for-secret-card-security-code }
       *[other] { asks-for-secret-title }
    }

## The exchange’s machines

error-event-unsigned = Các sự kiện chưa được ký. Hãy gửi proofdesk-key, proofdesk-timestamp và proofdesk-signature như docs/exchange-events.md hướng dẫn.
error-event-forged = Chữ ký không khớp với các sự kiện, hoặc khóa không rõ hay đã bị thu hồi. Hãy ký đúng từng byte của nội dung bằng khóa của thương hiệu này.
error-event-stale = Các sự kiện được ký cách hiện tại hơn { $seconds } giây. Hãy kiểm tra đồng hồ, ký lại rồi gửi lại.
error-event-mismatch = Một sự kiện khác đã dùng mã hoặc số này. Mỗi mã và số chỉ dùng một lần; hãy gửi sự kiện đã đổi với mã và số mới.
error-event-not-failed = Chỉ có thể xử lý lại sự kiện đã thất bại. Sự kiện này đang chờ hoặc đã được xử lý.
error-input-gone = Nội dung của sự kiện này đã quá thời hạn lưu nên đã bị hủy. Hãy đề nghị sàn gửi lại đúng sự kiện đó, sau đó có thể xử lý.

## Filters

error-filter-word = “{ $word }” không có gì để tìm. Hãy viết từ có trong yêu cầu, hoặc một khóa, ví dụ: { $takes }.
error-filter-key = Không có khóa “{ $word }”. Có thể là một trong: { $takes }.
error-filter-value = “{ $key }” không thể là “{ $word }”. Có thể là: { $takes } và các giá trị khác.
error-filter-comparison = “{ $key }” không so sánh như vậy. Hãy viết { $takes } phía sau.
error-filter-unfinished = “{ $word }” chưa viết xong: thiếu giá trị hoặc dấu ngoặc kép đóng.
error-filter-long = Quá nhiều cho một bộ lọc: tối đa { $takes }.

## Macros and articles

error-macro-variable = “{ $name }” ở dòng { $line }, cột { $column } không phải là biến. Hãy chọn trong danh sách và đóng bằng {"}}"}.
error-macro-fallback = “{ $name }” ở dòng { $line }, cột { $column } không phải lúc nào cũng có. Hãy viết sau dấu gạch đứng điều sẽ hiện khi không có: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Mẫu trả lời này chỉ dành cho khách hàng đã xác minh ở mức cao hơn. Hãy đề nghị khách đăng nhập hoặc trả lời bằng lời của bạn.
error-nothing-to-prove = Khách hàng này không có tài khoản và cũng không có địa chỉ email của riêng mình nên không có gì để chứng minh.
error-article-state = Văn bản không thể chuyển từ trạng thái hiện tại. Hãy tải lại.
error-review-by-another = Bạn đã viết phiên bản này nên một nhân viên khác phải xuất bản. Hãy gửi bản này đi duyệt.
error-terms-unkept = Bản dịch chưa dùng những từ đã quy định trong bảng thuật ngữ: { $terms }. Vị trí trong bản gốc: “{ $place }”. Hãy dùng những từ đó hoặc nêu lý do khi xuất bản.
error-section-in-use = Mục này còn bài viết. Hãy chuyển chúng trước.
error-category-last = Đây là danh mục duy nhất mà thương hiệu đang cung cấp. Hãy cung cấp một danh mục khác trước.
error-accent-too-faint = Các màu này khó đọc: có chỗ độ tương phản chỉ { $ratio }:1, trong khi cần ít nhất { $least }:1. Hãy giảm độ đậm màu hoặc chọn sắc độ khác.
error-status-needed = Hệ thống tự đặt yêu cầu vào trạng thái này nên không thể ngừng dùng. Bạn có thể đổi tên nó.
error-status-in-use = Vẫn còn yêu cầu đang xử lý ở trạng thái này: { $count }. Hãy chuyển chúng sang trạng thái khác trước.
error-tag-in-use = Vẫn còn yêu cầu mang nhãn này: { $count }. Hãy gỡ nhãn khỏi chúng trước.
error-status-in-macros = Có mẫu trả lời dùng chung đặt trạng thái này: { $count }. Hãy sửa hoặc lưu trữ chúng trước.
error-article-not-signed-in = Chỉ bài viết dành cho khách hàng đã đăng nhập mới được giới hạn theo cấp VIP và quốc gia.
error-article-file-type = Bài viết chỉ nhận ảnh PNG, JPEG, GIF, WebP và AVIF không bị hỏng, tệp PDF và văn bản thuần.
error-image-without-words = Một ảnh trong bài chưa có lời mô tả. Hãy viết ảnh cho thấy điều gì, hoặc đánh dấu là ảnh trang trí.

## Tickets

error-snooze-inactive = Yêu cầu này không còn việc gì phải làm nên không có gì để hoãn. Hãy mở lại trước.
error-constraint-ended = Có người vừa kết thúc hạn chế này. Nếu vẫn còn hiệu lực, hãy thêm một hạn chế mới.
error-merge-itself = Không thể gộp một yêu cầu vào chính nó.
error-merge-other-customer = Hai yêu cầu thuộc về hai khách hàng khác nhau. Chỉ gộp yêu cầu của cùng một khách hàng, để không ai đọc được nội dung của người khác.
error-link-itself = Không thể liên kết một yêu cầu với chính nó.
error-account-act-pending = Sàn chưa trả lời là đã đóng băng tài khoản của khách hàng này hay chưa. Hãy chờ câu trả lời rồi mới xóa dữ liệu.

## The development page

development-title = Khách hàng mẫu
development-intro = Mỗi nút ký một token ngắn hạn như sàn sẽ ký rồi quay lại cùng token đó. Trang này chỉ có khi cấu hình cho phép.
development-sign-in = Đăng nhập
development-sign-in-as = Đăng nhập với tư cách { $name }
development-none = Chưa có khách hàng nào.
development-other = Tài khoản khác
development-other-hint = Mã tài khoản trên sàn. Mã chưa có ở đây sẽ trở thành khách hàng mới.
