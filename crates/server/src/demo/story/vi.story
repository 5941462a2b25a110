# Lời của khách hàng và nhân viên bằng tiếng Việt. Ngữ pháp của tệp: ../story.rs.

== common
hello: [Chào bạn|Xin chào|Chào anh chị|Chào đội ngũ {brand}|Alo admin ơi],
hello: Chào bạn, [mình là {me}|lần đầu mình liên hệ|làm phiền bạn chút].
plea: [Nhờ bạn|Mong bạn] [kiểm tra|xem|hỗ trợ] giúp [sớm|trong hôm nay|với ạ].
plea: [Giờ mình phải làm gì|Có cần gửi thêm gì không|Bước tiếp theo là gì] ạ?
plea: [Số tiền này với mình khá lớn|Mai mình cần dùng rồi|Mình hơi lo], mong bạn trả lời sớm.
bye: [Cảm ơn|Cảm ơn nhiều|Mình cảm ơn trước|Mong tin bạn].
bye: [Cảm ơn|Thân],\n{me}
bye: [Mình gõ bằng điện thoại, thông cảm nhé|UID của mình là {uid}].
angry: [Quá đáng thật|Không thể chấp nhận được|Bực quá]. [Đợi {hours} tiếng rồi|{hours} tiếng im lặng], [chẳng ai nói gì|toàn câu trả lời mẫu].
angry: [Hôm nay mà không xong|Cứ thế này] thì mình [khiếu nại chính thức|rút hết tiền|đăng lên mạng].
detail: Máy {device}, ứng dụng {app}.
detail: Mình đã [xóa bộ nhớ đệm|cài lại ứng dụng|thử trình duyệt khác], [vẫn vậy|không khác gì].
detail: [Nói thêm|Để bạn rõ]: [mình dùng {n} năm rồi|{n} tháng nay chưa bị lần nào|mỗi tháng mình làm {n} lần].
detail: Mình ở {city}, [{clock} trong ảnh là giờ địa phương|có thể trả lời hơi chậm].
ref: [Cuối màn hình có mã {ref}|Ứng dụng hiện mã {ref}].
dear: Chào {name},
dear: Chào {name}, [cảm ơn bạn đã liên hệ|cảm ơn bạn đã cung cấp thông tin|cảm ơn bạn đã chờ|xin lỗi vì sự bất tiện].
regards: [Trân trọng|Thân mến],\n{agent}\n{team}
regards: Trân trọng,\n{agent}, hỗ trợ {brand}
look: Mình đã chuyển yêu cầu [cùng toàn bộ thông tin|kèm dữ liệu bạn gửi] sang {desk}. Thường {short} tiếng là có kết quả, có là mình báo ngay. Trong lúc đó bạn không cần làm gì.
look: Để không trả lời theo phỏng đoán, mình đã nhờ {desk} kiểm tra (mã {ref}). Trong {short} tiếng mình sẽ cập nhật, kể cả khi chưa có gì mới.
nudge: [Có tin gì chưa|Đến đâu rồi|Xong chưa bạn] ạ? [{hours} tiếng rồi|{clock} vẫn thế|{amount} vẫn chưa thấy].
nudge: [Nhắc lại chút|Mình hỏi thêm]: [có ai xử lý không|{agent} ơi, bên kia trả lời chưa]? [Ngày thứ {days} rồi|Mình vừa xem lúc {clock}].
more: Hiện chưa có kết quả cuối cùng, xin lỗi vì để bạn chờ. Bên {desk} [xác nhận lúc {clock} là đang xử lý|cần thêm {short} tiếng]. Bạn nhắn thêm cũng không mất lượt.
more: Mình kiểm tra lại lúc {clock}: vẫn đang xử lý. Mình nói thật còn hơn hứa bừa một mốc giờ. Trong {short} tiếng mình báo tiếp.
remind: Chào {name}, bên mình còn thiếu thông tin đã hỏi ở tin trước. [Yêu cầu được giữ đến {date2}|Bạn trả lời lúc nào tiện]; nếu xong rồi bạn có thể tự đóng.
remind: Chào {name}, thiếu thông tin đó mình chưa kiểm tra tiếp được. Chỗ nào chưa rõ cứ hỏi, mình trực đến {until}.
thanks: [Nhận được rồi|Vào rồi|Được rồi|Xong rồi], cảm ơn {agent}! [{amount} lúc {clock}|Mình xem lúc {clock}|Mất {mins} phút].
thanks: [Tuyệt|Chuẩn luôn], [đúng là lỗi đó|làm theo là được] ({device}, {clock}). [Cảm ơn nhiều|Hỗ trợ nhanh quá].
clear: [Mình hiểu rồi|Rõ rồi|À ra vậy], cảm ơn {agent}. [Mình sẽ làm thế|Không còn thắc mắc|Lần sau mình để ý] ({clock}).
clear: Cảm ơn {agent}, [{clock} rồi mà vẫn trả lời|trả lời trong {mins} phút]. [Đóng được rồi|Mình không hỏi gì thêm].
welcome: [Không có gì|Rất vui được giúp], {name}! [Mình đánh dấu đã giải quyết; nếu bị lại bạn cứ trả lời ở đây|Chúc bạn một ngày tốt lành].
welcome: Cảm ơn {name} đã xác nhận lúc {clock}. Mình đã đánh dấu giải quyết xong.
reopen: [Tiếc là|Xin lỗi nhưng] [chưa được|lại bị nữa]: [{clock} vẫn y vậy|{mins} phút sau tin của bạn lại thế].
reopen: Sao lại đóng ạ? [Mình vẫn thiếu {amount}|{clock} chưa có gì thay đổi|Giao dịch {when} chưa được trả lời].
again: {name} ơi, [cảm ơn bạn đã báo lại|xin lỗi đã làm phiền bạn thêm lần nữa]. Mình đã mở lại và gửi nội dung lúc {clock} cho {desk}. Trong {short} tiếng mình sẽ trả lời.
again: Bạn nói đúng, {name}: [mình xem nhầm bản ghi|câu trả lời trước chưa đúng ý]. Mình đang kiểm tra lại với {desk}, mã {ref}.
done: Lần này đã sửa xong, {desk} xác nhận lúc {clock}. Bạn tải lại trang và [kiểm tra giúp|báo mình nếu còn lạ] nhé; xin lỗi vì phải làm hai lần.
done: Đã tìm ra nguyên nhân: [bản ghi kẹt ở bước duyệt|trang hiện dữ liệu cũ|một bước bị bỏ sót]. Đã sửa lúc {clock}, kết quả mình tự xem rồi.
note: Đã xem tài khoản lúc {clock}: [{days} ngày nay bình thường|luôn đăng nhập ở {city}|2FA và danh sách trắng đang bật].
note: [Khách lo lắng, viết ngắn|Khách dùng điện thoại, bước ngắn], trả lời trước {until}. Mã {ref}.
hand: Chuyển {desk}: [khách đã làm các bước cơ bản|xong bước 1 đến {n} của hướng dẫn]. [Cần quyết định về {amount}|Cần rõ vì sao dừng lúc {clock}]. Mã {ref}.
stamp.agent: Mã {ref}, {clock}.
stamp.customer: UID {uid}, {clock}.
when: lúc {then} ngày {date}
when: khoảng {then}, {date}
city: Hà Nội
city: Đà Nẵng
city: TP. Hồ Chí Minh
city: Cần Thơ
wallet: ví [cứng|điện thoại|trình duyệt]
team.money: Nhóm nạp và rút
team.trade: Nhóm giao dịch và API
team.people: Nhóm tài khoản
team.security: Nhóm an ninh
desk.money: nhóm ví
desk.trade: nhóm giao dịch
desk.people: nhóm tài khoản
desk.security: nhóm an ninh

== deposit-not-credited/unconfirmed @btc
s: Nạp {amount} chưa vào
o: Mình chuyển {amount} từ [{wallet}|sàn khác] {when} mà [chưa thấy vào|số dư không đổi]. Hash: {tx}
o: Thiếu {amount}. Trình khám phá ghi {conf} xác nhận: {link} [Cần bao nhiêu xác nhận|Sao lâu vậy] ạ?
t: {amount} chưa vào, {tx}
q: Bạn gửi từ ví của mình hay từ sàn khác, và chọn mức phí nào? Giao dịch {txcut}… đã lên mạng nhưng chưa vào khối.
a: Từ {wallet}, phí [thấp nhất|{n} sat/vB]. [Có mất không|Chỉ còn cách chờ] ạ?
v: Giao dịch đang có {conf} xác nhận, {coin} cần {need} để ghi có. Tiền không mất: phí thấp mà mạng đang đông. Đủ {need} xác nhận thì {amount} tự vào. [Theo dõi tại: {link}|Nếu ví hỗ trợ RBF, bạn có thể tăng phí.]
v: Tin tốt: lúc {clock} đã đủ {need} xác nhận, {amount} đã vào tài khoản. Chậm là do mạng, không phải do bạn.
n: Trong mempool, {n} sat/vB. Theo dõi {txcut}.

== withdrawal-pending/hold @any
s: Lệnh rút {wid} chờ {hours} tiếng
o: Lệnh rút {wid}, {amount} ({net}) chờ duyệt từ {when}. [Bình thường mười phút thôi|Chưa bị bao giờ]. Đang duyệt gì vậy ạ?
o: Mình rút {amount} về {addr} mà cứ báo "kiểm tra an ninh". Mã {wid}, [không có email|không giải thích gì].
q: Mấy hôm nay bạn có đổi mật khẩu hay 2FA, hoặc đăng nhập ở nơi mới không? Lệnh này đến từ địa chỉ chưa từng thấy ({ip}).
a: Có, [{date} mình đổi điện thoại|mình đang ở {city}]. Đều là mình làm, {ip} là [khách sạn|mạng di động].
v: Cảm ơn bạn. Sau khi [đổi cài đặt bảo mật|đăng nhập ở nơi mới], lệnh rút được giữ 24 giờ để bảo vệ bạn nếu có người khác trong tài khoản. {wid} hết giữ lúc {until} rồi tự gửi đi. Mình hay bất kỳ ai ở đây đều không rút ngắn được.
n: IP mới {ip} và đổi cài đặt, khớp lời khách. Không nhả sớm.

== withdrawal-failed/whitelist @stable !3310
s: Rút bị từ chối, lỗi {err}
o: Lần nào rút {amount} cũng báo {err} {errmsg}. Địa chỉ {addr}, mạng {net2}. Thử {n} lần rồi.
v: Địa chỉ bắt đầu bằng "{addrcut}" thuộc {net}, còn bạn chọn {net2}, nên lệnh bị từ chối trước khi gửi. {amount} đã về tài khoản giao ngay. Bạn chọn {net} rồi thử lại nhé.
n: Từ chối trước khi phát, số dư kiểm lúc {clock}.

== wrong-network/evm-twin @evm
s: Chuyển {amount} nhầm mạng
o: Mình gửi {amount} qua {net} vào địa chỉ {net2} của sàn. Hash {tx}. [Có lấy lại được không|Mất rồi phải không]?
o: Trang nạp ghi {net2} mà mình chọn {net}. {amount}, {clock}, địa chỉ {addr}. {link}
v: Địa chỉ trên hai chuỗi là một và khóa do bên mình giữ, nên lấy lại được. Phải làm thủ công: khoảng {days} ngày làm việc, phí {fee}. Yêu cầu {ref} đã mở, từng bước sẽ hiện ở đây.
n: Địa chỉ song sinh, chuỗi có hỗ trợ. {ref}, {fee}.

== missing-memo/none @memo
s: Nạp {coin} quên memo
o: Mình gửi {amount} mà quên memo. Hash {tx}, {when}. Memo đúng là {memo}.
o: Không biết {coin} cần memo. {amount} lúc {clock}: {link} Nhờ ghi vào UID {uid}.
v: Chỉ cần rõ địa chỉ gửi là của bạn thì ghi có được. Sau tin này, bạn gửi thêm ít nhất {min} từ *đúng* địa chỉ đó, lần này kèm memo {memo}.
n: Không memo. Chờ lần nạp thứ hai.

== api-error/signature @any !4006
s: API báo {err} {errmsg}
o: Từ {clock} mọi lệnh riêng tư đều trả {err}, lệnh công khai vẫn chạy. Dùng {lib}.\n\n{log}
o: Ký đúng tài liệu mà {endpoint} vẫn {err}. Lệch giờ {skew} ms.\n\n{log}
q: Bạn gửi giúp *đúng* chuỗi mà bạn ký (không kèm khóa!) và nội dung như khi gửi đi. Bên mình không cần khóa, xin đừng gửi.
a: Chuỗi đây:\n\n{prehash}\n\n{lib} gửi đi, [hình như thêm dấu cách sau dấu hai chấm|có lẽ sắp lại các trường].
v: Nội dung được ký không phải nội dung gửi đi: thư viện chuyển đổi thêm lần nữa. Bạn chuyển đổi một lần, ký *chuỗi đó* rồi gửi nguyên vẹn.
n: Tính lại theo prehash: nội dung chuyển đổi hai lần.

== order-rejected/price @any !3606
s: Lệnh {pair} bị từ chối, {err}
o: Lệnh giới hạn {pair} ({size}, giá {price}) bị {err} {errmsg}. [Số dư vẫn đủ|Hôm qua vẫn được].
o: Lệnh {order} cặp {pair} bị từ chối lúc {clock}. [Vì sao|Nghĩa là gì] ạ?
v: Giá {price} quá xa thị trường ({price2} lúc {clock}) nên giới hạn giá của {pair} không nhận. Không liên quan số dư. Bạn đặt gần hơn, hoặc lệnh thị trường có giới hạn trượt giá.
n: Biên giá. Lệnh {order}.

== liquidation-dispute/mark @perp
s: Bị thanh lý dù chưa tới {liq}
o: Vị thế {lev} {pair} bị thanh lý {when}. Giá thanh lý {liq}, đáy trên biểu đồ {price2}. [Cho xem dữ liệu|Trả lại ký quỹ cho tôi].
o: {clock} sàn đóng vị thế {size} {pair}. Nơi khác không xuống dưới {price2}. Giải thích đi.
v: Thanh lý theo giá *đánh dấu*, không theo giá khớp cuối. Lúc {clock} giá đánh dấu là {mark}, giá thanh lý {liq}; từng mẫu có trong "lịch sử giá đánh dấu". Như vậy là đúng quy tắc, rất tiếc vì bạn bị lỗ. Nếu không đồng ý, bạn có thể khiếu nại chính thức ngay từ yêu cầu này.
n: Đánh dấu {mark}, thanh lý {liq}. Đủ mẫu.

== settlement-question/dual @earn
s: Tất toán {product} ngày {date}
o: Lệnh {order} của {product} (giá thực hiện {strike}) tất toán bằng {coin2}, mà nửa đêm giá là {spot}. [Vì sao|Có nhầm không] ạ?
o: Giá tất toán {settle} của lệnh {order} tính thế nào? Lúc {clock} mình thấy {price2}.
v: Giá tất toán không phải giá của một thời điểm mà là trung bình chỉ số trong khoảng trước 08:00 UTC, các mẫu nằm trong chi tiết lệnh. {order}: trung bình {settle}, giá thực hiện {strike}. Bán cao: nếu bằng hoặc trên giá thực hiện thì trả tiền định giá, nếu không trả lại coin. Mua thấp: nếu bằng hoặc dưới thì trả coin, nếu không trả lại tiền định giá. Mình đối chiếu từng dòng và khớp.
n: Tính lại theo điều khoản. Trung bình {settle}.

== earn-and-staking/redeem @any
s: Rút {amount} khỏi staking lâu quá
o: Mình rút {amount} khỏi staking {when}, vẫn "đang xử lý". [Trang ghi vài phút|Bao lâu vậy] ạ?
o: Thiếu lãi ngày {date}, bình thường khoảng {amount2} mỗi ngày. Gói {term} ngày, {apy}.
v: {coin} phải qua thời gian mở khóa của chính mạng lưới, bên mình không rút ngắn được; của bạn đến {date2}. Trong lúc đó không tính lãi. Gói linh hoạt thì rút được ngay.
n: Mở khóa đến {date2}.

== login-or-2fa/lost
s: [Mất|Hỏng] điện thoại, không vào được
o: {date} mình [mất điện thoại|làm rơi điện thoại xuống nước], mất luôn ứng dụng xác thực. Mật khẩu vẫn nhớ, kẹt ở bước hai. [Không có mã khôi phục|Mã khôi phục cũng trong máy đó].
t: đổi máy, mất ứng dụng xác thực, UID {uid}
v: Đặt lại được sau khi xác minh danh tính: vào trang đăng nhập, chọn "mất bước xác thực thứ hai" trên thiết bị bạn từng dùng. Bên mình không bao giờ hỏi mật khẩu hay mã, xin đừng gửi cho ai. Sau đó lệnh rút tạm dừng 24 giờ để bảo vệ bạn. Mã {ref}.
n: Chỉ qua xác minh. Đã giải thích {clock}.

== account-change/email
s: Đổi [email|số điện thoại]
o: Mình muốn đổi [email|số điện thoại]; [cái cũ của công ty cũ|mình chuyển nước]. UID {uid}. Cần giấy tờ gì?
v: Nếu còn đọc được email cũ, bạn tự đổi trong vài phút; nếu không thì xác minh danh tính ở "Tài khoản → Bảo mật". Cả hai địa chỉ đều được báo, lệnh rút dừng 24 giờ. Mã {ref}.
n: Đã hướng dẫn {clock}.

== kyc/rejected
s: Xác minh lại bị từ chối
o: Bị từ chối vì "giấy tờ không đọc được". [Hộ chiếu|Căn cước] bình thường, chụp bằng {device}. Lần thứ {n} rồi.
v: Bạn chụp lại: đủ cả giấy tờ, không đèn flash, thấy bốn góc. Chỉ tải ở trang xác minh, đừng gửi vào đây. Ảnh trước (mình xem lúc {clock}) [bị lóa ở số|mất một góc].
n: Ảnh lóa. Chụp lại ở trang xác minh.

== theft/drained @any
s: KHẨN: mất {amount}
o: {when} có lệnh rút {amount} về {addr}, KHÔNG phải mình. Dừng hết lại giúp!
o: {clock} có email đăng nhập từ {city} ({ip}), vào xem thì {amount} mất rồi. Giao dịch {tx}. Cứu với!
v: Tài khoản đã đóng băng: không rút, không giao dịch, mọi phiên đã thoát. {tx} đã chốt trên chuỗi nên không đảo được; {addr} đã được báo và đánh dấu. Mở lại cần bạn xác minh và hai người duyệt. Mình xin lỗi vì không thể hứa lấy lại được tiền.
n: Đăng nhập {ip} ({city}) rồi rút. Đóng băng {clock}.

== theft/leaked @leak
s: Mình nhập các từ của ví vào một trang lạ
o: Trang từ quảng cáo bảo nhập các từ của ví để "đồng bộ". Xem giúp ví còn là của mình không:\n\n{leak}\n\nTrong đó có {amount}, chuyện {when}.
v: Bạn làm ngay: ai có các từ này là có ví. Tạo ví **mới** trên thiết bị sạch rồi chuyển hết phần còn lại, món lớn trước. Các từ đã bị xóa khỏi tin trước khi có ai đọc, nhưng hãy coi như đã lộ. Người của {brand} không bao giờ hỏi chúng. Mã {ref}.
n: Đã che các từ. Ví riêng của khách. Khẩn.

== impersonation/caller
s: {handle} có phải bên bạn không?
o: {handle} tự xưng hỗ trợ {brand}, bảo vào {url} để "xác minh ví". Mình chưa nhập gì. [Thật không|Lừa đảo à]?
v: **Không** phải bên mình. Bên mình không nhắn trước, không bảo chuyển tiền vào địa chỉ "an toàn", không hỏi mật khẩu hay mã. {url} và {handle} đã bị báo cáo lúc {clock}. Bạn hỏi trước là rất đúng.
n: Đã báo {url}.

== fees/tier
s: Phí {pair} của mình là bao nhiêu?
o: {pair} chỗ ghi {rate}, chỗ ghi {rate2}. [Mình là {tier}|Ứng dụng ghi {tier}]. Lệnh {order}.
v: Bạn là {tier} nên phí {pair} là {rate}; {rate2} là mức chuẩn khi chưa có hạng. Hạng tính mỗi ngày theo khối lượng 30 ngày và tài sản. [Hạng kế từ {volume}|Trang "Hạng của tôi" cho biết còn thiếu bao nhiêu].
n: Phí đúng, {tier} từ {date}.

== suggestion/feature
s: Góp ý: [biểu đồ|nhãn địa chỉ|cảnh báo giá]
o: [Ứng dụng tốt, nhưng|Chuyện nhỏ:] [biểu đồ {pair} hay mất chỉ báo|không đặt tên được cho địa chỉ {net}]. Trước {date2} có không ạ?
v: Cảm ơn bạn, mình đã chuyển cho nhóm sản phẩm với mã {ref}, kèm ví dụ {pair}. Có làm không và khi nào thì mình không biết, không dám đoán; nếu có sẽ báo ở đây.
n: Ý tưởng {ref}.

== complaint/formal
s: Khiếu nại chính thức: {days} ngày chưa giải quyết
o: Tôi khiếu nại chính thức về {amount}, đã báo ngày {date}. Nhận {n} câu trả lời khác nhau. Đề nghị trả lời bằng văn bản.
v: Khiếu nại đã ghi nhận với mã {ref}, không mất phí, có văn bản trả lời trước {date2}. Nếu không đồng ý, văn bản có ghi nơi bạn nhờ hỗ trợ miễn phí.
n: Khiếu nại {ref}.

== other/tax
s: Sao kê cho [thuế|ngân hàng]
o: Mình cần mọi giao dịch đến {date} cho [thuế|ngân hàng]. Tải ở đâu? UID {uid}.
v: Tài khoản → Sao kê: chọn kỳ đến {date} và định dạng (PDF hoặc CSV). Khoảng {mins} phút là có, lưu {days} ngày, giờ theo UTC.
n: Câu hỏi thường, {clock}.
