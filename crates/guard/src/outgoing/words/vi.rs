//! Vietnamese, with and without its accents.

use crate::outgoing::Wanted::{
    ApiSecret, CardSecurityCode, OneTimeCode, Password, PrivateKey, SeedPhrase,
};
use crate::outgoing::cue::Act::{Ask, Fill, Hand, Have, Own, Refuse, Require};
use crate::outgoing::cue::Cue::{
    Away, Harmless, Here, Hint, Not, Order, Others, Place, Purpose, Question, Secret, Topic, Urge,
    Verb, Warning, Without,
};
use crate::outgoing::cue::Entry;
use crate::outgoing::cue::Side::{After, Before, Both};
use crate::outgoing::cue::Topic::{Api, Codes, Wallet};

#[rustfmt::skip]
pub(super) const WORDS: &[Entry] = &[
    (Secret(Password), &[
        "mật khẩu", "mã pin", "thông tin đăng nhập", "tên đăng nhập và mật khẩu", "pass đăng nhập",
    ]),
    (Secret(OneTimeCode), &[
        "mã otp", "mã xác minh", "mã xác thực", "mã xác nhận", "mã 2fa", "mã sms", "mã bảo mật",
        "mã dùng một lần", "mật khẩu dùng một lần", "mã một lần", "mã dự phòng", "mã khôi phục",
        "mã đăng nhập", "mã trong tin nhắn", "mã trong email", "mã trong ứng dụng",
        "mã trong google authenticator", "mã google authenticator", "mã google",
        "mã chúng tôi vừa gửi", "mã vừa gửi", "mã vừa nhận", "mã bạn nhận được", "mã bạn vừa nhận",
        "sáu chữ số", "6 chữ số", "sáu số", "6 số", "sáu con số",
        "khóa bí mật của google authenticator", "khóa google authenticator", "khóa 2fa",
        "mã gửi về điện thoại", "mã hai lớp", "mã trên điện thoại",
    ]),
    (Hint(OneTimeCode), &["!mã", "chữ số", "con số", "dãy số"]),
    (Secret(SeedPhrase), &[
        "cụm từ hạt giống", "cụm từ khôi phục", "cụm từ ghi nhớ", "cụm từ dự phòng",
        "cụm từ bí mật", "cụm từ sao lưu", "cụm từ gợi nhớ", "các từ khôi phục", "từ khôi phục",
        "12 từ", "mười hai từ", "24 từ", "hai mươi bốn từ", "12 từ khóa", "24 từ khóa", "từ của ví",
        "hạt giống của ví", "cụm hạt giống", "từ ghi nhớ",
    ]),
    (Hint(SeedPhrase), &["cụm từ", "hạt giống"]),
    (Secret(PrivateKey), &[
        "khóa riêng", "khoá riêng", "khóa riêng tư", "khoá riêng tư", "khóa cá nhân",
        "khoá cá nhân", "khóa bí mật của ví", "tệp keystore", "file keystore", "khóa ví",
    ]),
    (Secret(ApiSecret), &[
        "cụm mật khẩu", "cụm từ mật khẩu", "khóa bí mật", "khoá bí mật", "khóa bí mật api",
        "khóa bí mật của api", "mật khẩu api", "passphrase của api", "bí mật api",
        "khóa api và khóa bí mật", "cụm mật khẩu api", "api bí mật", "secret của api",
    ]),
    (Hint(ApiSecret), &["bí mật"]),
    (Secret(CardSecurityCode), &[
        "mã cvv", "mã cvc", "mã bảo mật thẻ", "ba số ở mặt sau", "3 số ở mặt sau", "ba số mặt sau",
    ]),
    (Harmless, &[
        "mã lỗi", "mã giao dịch", "mã băm", "mã trạng thái", "mã phản hồi", "mã qr",
        "mã giới thiệu", "mã mời", "mã khuyến mãi", "mã bưu điện", "mã quốc gia", "mã nguồn",
        "mã chống lừa đảo", "mã đơn", "mã lệnh", "mã yêu cầu", "mã khóa", "mã hóa", "mã hoá",
        "mã số", "mã khách hàng", "mã tiền", "mã phiếu", "mã hồ sơ", "mã ngân hàng",
        "khóa công khai", "khoá công khai", "thông tin bí mật", "bốn số cuối", "4 số cuối",
        "sáu số đầu", "đặt lại mật khẩu", "quên mật khẩu", "đổi mật khẩu", "lấy lại mật khẩu",
        "trình quản lý mật khẩu", "mã coin", "mã ví", "kính gửi khách hàng", "kính chào khách hàng",
        "quý khách hàng", "tin nhắn", "lời nhắn", "trình quản lý", "quy trình", "chương trình",
        "trình duyệt", "tiến trình", "lịch trình", "quá trình",
    ]),
    (Verb(Hand, After), &[
        "gửi", "gửi lại bảng", "chuyển", "chuyển tiếp", "chuyển cho", "cung cấp", "cung cấp cho",
        "cho biết", "cho tôi biết", "cho chúng tôi biết", "cho tôi xin", "cho chúng tôi xin",
        "cho tôi", "cho chúng tôi", "cho mình xin", "xin cung cấp", "chia sẻ", "chia sẻ với",
        "!đọc", "nói cho", "!nói", "!đưa", "đưa cho", "trả lời bằng", "trả lời kèm", "trả lời",
        "phản hồi kèm", "!dán", "đính kèm", "tải lên", "viết cho chúng tôi", "chúng tôi cần",
        "tôi cần", "cần bạn cung cấp", "chúng tôi cần biết", "chúng tôi yêu cầu", "báo cho tôi",
        "!báo", "thông báo cho", "!nộp", "tiết lộ cho", "cho xem", "!chụp", "chụp ảnh",
        "chụp màn hình", "để lại", "kèm theo", "ghi kèm", "xin", "bổ sung", "!nhắn", "nhắn cho",
        "giao", "!trình", "hỗ trợ cung cấp", "!thiếu", "cho xin", "nhắn lại", "gửi lại cho",
        "gửi về cho", "chép lại cho", "liệt kê", "đọc to", "hồi đáp kèm", "trả lời thư này kèm",
        "!nêu", "tiết lộ", "chúng tôi sẽ cần", "tôi sẽ cần", "mình cần", "bên mình cần",
        "bên tôi cần", "chúng tôi đang chờ", "bạn gửi lại", "vui lòng gửi lại", "hãy gửi lại cho",
        "cho bộ phận hỗ trợ biết", "cho nhân viên biết", "cho hỗ trợ biết", "cho tổng đài biết",
        "phải xem", "cần xem", "được xem", "muốn xem",
    ]),
    (Verb(Hand, Before), &[
        "gửi nó", "gửi chúng", "đọc nó cho", "chuyển nó", "dán nó", "cung cấp nó",
    ]),
    (Verb(Fill, After), &[
        "nhập", "!gõ", "viết", "ghi", "xác nhận", "!điền", "!để", "!xuất", "sao chép", "điền vào",
    ]),
    (Verb(Require, After), &["!cần", "yêu cầu", "bắt buộc"]),
    (Verb(Ask, Before), &[
        "của bạn là gì", "là bao nhiêu", "của api là gì", "của bạn là bao nhiêu", "là những từ nào",
        "của ví là gì", "hiện tại là gì", "là gì vậy", "là gì ạ",
    ]),
    (Verb(Ask, After), &["đang hiện", "đang hiển thị"]),
    (Verb(Own, After), &[
        "!đổi", "thay đổi", "đặt lại", "!đặt", "!quên", "khôi phục lại", "!giữ", "!lưu", "lưu trữ",
        "ghi lại trên giấy", "bảo vệ", "bảo quản", "ghi nhớ kỹ", "!xóa", "!xoá", "che", "!ẩn",
        "!bỏ", "loại bỏ", "chưa nhận", "đã lộ", "để lộ", "làm lộ", "đã gửi", "khi nhập",
        "nhập đúng", "đã nhập", "không xem được", "xem được", "dùng ứng dụng", "thiết bị nào",
        "ứng dụng nào", "khi", "lần cuối", "!ký", "tạo bằng", "bằng khóa", "!bật", "bằng api",
        "hết hạn", "đã thử", "kiểm tra", "!về", "thay", "thay vì", "chưa được", "gửi lại",
        "gửi liên kết", "gửi tới email của bạn", "gửi đến email của bạn", "!mất",
        "vừa gửi cho bạn liên kết", "đã xóa", "đã đòi", "đòi bạn", "yêu cầu bạn nhập", "trang nào",
        "đã hỏi", "đã yêu cầu bạn", "bắt bạn nhập", "liên kết nào", "báo sai", "báo lỗi",
        "hệ thống báo", "app báo", "ứng dụng báo", "trang báo", "máy báo", "báo mật khẩu", "!nếu",
    ]),
    (Verb(Own, Before), &[
        "phải có", "có hiệu lực", "hết hạn sau", "chỉ hiện một lần", "bị đánh cắp",
        "có thể đến chậm",
    ]),
    (Not, &[
        "!không", "!đừng", "đừng bao giờ", "!chớ", "không được", "không nên", "!chưa",
    ]),
    (Urge, &[
        "đừng ngần ngại", "đừng ngại", "đừng lo", "không cần lo", "đừng quên", "không sao đâu",
        "đừng sợ", "được không", "đừng chần chừ", "không ngần ngại", "hay không", "vui lòng",
        "làm ơn", "vậy thì", "nếu được", "nếu có thể", "nếu bạn muốn",
    ]),
    (Warning, &[
        "không bao giờ", "bất kỳ ai", "bất cứ ai", "cho ai", "với ai", "!ai hỏi", "không ai",
        "kẻ lừa đảo", "lừa đảo", "giả mạo", "mạo danh", "tự xưng", "đánh cắp", "kẻ hỏi", "kẻ xấu",
        "kẻ gian", "nếu có người", "nếu ai", "cúp máy", "!tránh", "không an toàn",
        "tuyệt đối không", "tuyệt đối đừng", "không nhân viên nào", "bên thứ ba", "người khác",
        "cẩn thận", "cảnh giác", "không được tiết lộ", "gọi điện hỏi", "thay vì gửi", "kẻ nào",
    ]),
    (Here, &[
        "ở đây", "vào đây", "tại đây", "bên dưới", "cho tôi", "cho chúng tôi", "với chúng tôi",
        "với tôi", "khung chat", "cuộc trò chuyện", "vào chat", "thư trả lời", "trả lời",
        "cho nhân viên", "với nhân viên", "cho chuyên viên", "với chuyên viên", "gửi lại bảng",
        "để chúng tôi", "để tôi kiểm tra", "để mình", "cho kỹ sư", "với kỹ sư", "cho bên mình",
        "trong thư trả lời", "thư này", "tin nhắn này", "qua email này", "qua đây",
        "vào ô bên dưới",
    ]),
    (Place, &[
        "trang đăng nhập", "trang bảo mật", "mục bảo mật", "trang chính thức", "trong cài đặt",
        "phần cài đặt", "trong ứng dụng của sàn", "trang rút tiền", "trên website",
        "ứng dụng chính thức", "trong header", "vào header", "tiêu đề yêu cầu",
    ]),
    (Purpose, &[
        "để xác minh", "để xác nhận", "để kiểm tra", "để ký", "để mở khóa", "để điều tra",
        "xác nhận danh tính", "chúng tôi",
    ]),
    (Topic(Codes), &[
        "sms", "tin nhắn", "điện thoại", "email", "ứng dụng xác thực", "xác thực", "hai lớp",
        "google authenticator", "vừa gửi",
    ]),
    (Topic(Api), &["chữ ký"]),
    (Topic(Wallet), &["của ví", "ví của", "kiểm tra ví", "xác minh ví"]),
    (Verb(Refuse, After), &[
        "không cần", "không cần thiết", "không phải", "không yêu cầu", "không bắt buộc", "chưa cần",
        "chẳng cần", "không đòi hỏi", "không đòi", "không cần phải", "khỏi cần", "không cần đến",
        "không hỏi", "không xin",
    ]),
    (Verb(Refuse, Before), &["là không cần thiết"]),
    (Verb(Have, After), &[
        "nhận mã", "nhận được", "đã nhận", "!tạo", "khi nhận được", "sau khi nhận được",
        "vừa nhận được", "đã về", "về chưa", "!quét", "còn giữ", "bạn còn", "nếu còn", "nếu có",
    ]),
    (Question(OneTimeCode), &[
        "mã nào", "những số nào", "sáu số nào", "dãy số nào", "số nào", "mã gì", "mấy số nào",
        "chữ số nào", "mã số nào", "hiện mã gì", "hiển thị mã gì", "hiện số nào",
        "hiện những số nào",
    ]),
    (Question(SeedPhrase), &["những từ nào"]),
    (Order, &[
        "theo đúng thứ tự", "theo thứ tự", "đúng thứ tự", "lần lượt", "từng từ một",
        "theo trình tự", "cách nhau bằng dấu cách",
    ]),
    (Away, &[
        "ra giấy", "trên giấy", "lên giấy", "vào giấy", "ngoại tuyến", "vào ví mới", "trong ví mới",
        "vào ví", "trong ví", "vào ứng dụng ví", "trên thiết bị", "nơi an toàn", "cất giữ",
        "chỗ an toàn",
    ]),
    (Others, &["người dùng", "khách hàng", "nhiều người", "mọi người"]),
    (Verb(Hand, Both), &[
        "gửi cho chúng tôi", "gửi cho tôi", "đọc cho tôi", "đọc cho chúng tôi", "gửi tôi",
        "chuyển cho chúng tôi", "gửi cho mình", "gửi cho nhân viên", "đọc cho nhân viên",
        "gửi qua email này", "gửi qua đây", "gửi vào đây", "gửi giúp", "gửi lại đây",
        "gửi cho bên mình", "gửi qua chat", "gửi vào chat", "gửi lên đây",
    ]),
    (Without, &["không có"]),
];
