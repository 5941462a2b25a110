## Notifications

mail-subject = Talebiniz { $number }
mail-receipt = Mesajınızı aldık. Talep numaranız: { $number }.
mail-receipt-expected = En geç { $time } tarihine kadar yanıtlıyoruz.
mail-receipt-no-time = Bu talep için söz verilen bir süre yok: acil talepler önce, diğerleri geliş sırasıyla yanıtlanır.
mail-opened = Sizin için bir talep açtık. Talep numaranız: { $number }.
mail-opened-about = Konu: { $subject }
mail-reply = { $brand } ekibinden { $name }, { $number } numaralı talebinizi yanıtladı:
mail-reply-desk = { $brand }, { $number } numaralı talebinizi yanıtladı:
mail-reply-elsewhere = { $number } numaralı talebinize bir yanıt var. E-postayla göndermediğimiz bilgiler içeriyor; lütfen sayfada okuyun.
mail-wrote = { $brand } ekibinden { $name }, { $number } numaralı talebiniz hakkında size yazdı:
mail-wrote-desk = { $brand }, { $number } numaralı talebiniz hakkında size yazdı:
mail-wrote-elsewhere = { $number } numaralı talebiniz hakkında bir mesaj var. E-postayla göndermediğimiz bilgiler içeriyor; lütfen sayfada okuyun.
mail-waiting = { $number } numaralı talebinize devam edebilmemiz için sizden bilgi bekliyoruz.
mail-solved = { $number } numaralı talebiniz çözüldü. Çözülmediyse sayfada bize bildirin.
mail-files = Sayfada { $count } dosya da var.
mail-open = Talebi aç
mail-open-hint = Bağlantı { $days } gün geçerlidir ve yalnızca sizin içindir: bu e-postayı başkasına iletmeyin.
mail-answer-there = Lütfen sayfada yanıtlayın. Bu adrese gelen e-postalar okunmaz.
mail-why = { $brand } ile iletişime geçtiğiniz için bu e-postayı alıyorsunuz.
mail-why-unproven = Biri { $brand } ile iletişime geçerken bu adresi verdi. Siz değilseniz bir şey yapmanız gerekmez; bu konuda başka e-posta almazsınız.
mail-why-opened = { $brand } sizin için bir talep açtığı için bu e-postayı alıyorsunuz.
mail-why-opened-unproven = { $brand }, kayıtlarında bu adresin bulunduğu bir müşteri için talep açtı. Siz değilseniz bir şey yapmanız gerekmez; bu konuda başka e-posta almazsınız.
mail-settings = Size ne göndereceğimizi seçin
mail-prove-signed-in = Siz olduğunuzdan emin olabilmemiz için lütfen oturum açıp bu talebi açın: { $link }. Ardından devam edebiliriz.
mail-prove-email = Siz olduğunuzdan emin olabilmemiz için lütfen bu talebi e-postamızdaki bağlantıyla açın. Ardından devam edebiliriz.

## Members of staff

mail-staff-invitation-subject = { $organisation } destek ekibindeki yeriniz
mail-staff-invitation = { $organisation } destek ekibine davet edildiniz.
mail-staff-invitation-open = Daveti kabul et
mail-staff-invitation-unasked = Davet beklemiyorsanız bir şey yapmayın.
mail-staff-reset-subject = { $organisation } için yeni parolanız
mail-staff-reset = Biri, büyük olasılıkla siz, { $organisation } destek hesabınız için yeni bir parola istedi.
mail-staff-reset-open = Yeni parola belirle
mail-staff-reset-unasked = Siz değilseniz bir şey yapmayın: parolanız aynı kalır. Tekrarlanırsa yöneticinize haber verin.
mail-staff-once = Bağlantı bir kez, { $time } tarihine kadar kullanılabilir. Yalnızca sizin içindir.
mail-staff-mention-subject = [{ $number }] { $name } sizden bahsetti
mail-staff-mention = { $name }, { $number } numaralı talepteki bir notta sizden bahsetti.
mail-staff-mention-open = Talebi aç
mail-staff-mention-off = Bu e-postayı şu anda çevrimiçi olmadığınız için aldınız. Bu e-postaları profilinizden kapatabilirsiniz.

## Web push

push-receipt = Mesajınızı aldık. Talep numaranız: { $number }.
push-opened = Sizin için bir talep açtık. Talep numaranız: { $number }.
push-reply = { $number } numaralı talebinize bir yanıt var.
push-wrote = { $number } numaralı talebiniz hakkında yeni bir mesaj var.
push-waiting = { $number } numaralı talebiniz için sizden bilgi bekliyoruz.
push-solved = { $number } numaralı talebiniz çözüldü. Çözülmediyse bize bildirin.

## Completing: what the customer's side still lacked

mail-link = { $number } numaralı talebiniz için yeni bağlantı: eski bağlantıya sahip biri istedi.

## What the exchange tells by itself

app-reply = { $number } numaralı talebinize yanıt var.
app-wrote = { $number } numaralı talebiniz hakkında yeni bir mesaj var.
mail-told-subject = { $brand } hesabınızla ilgili haber
mail-told = { $what }. Borsa { $time } itibarıyla böyle bildiriyor.
mail-told-not-you = Bunu siz yapmadıysanız hesabınızı hesap sayfasından hemen dondurun.
mail-told-why = { $brand } hesabınız olduğu ve size yazmamıza izin verdiğiniz için bunu alıyorsunuz.
mail-open-account = Hesaba git

## Customer's side: news by topic

push-deposit-seen = Bir yatırma işleminizle ilgili haber var. Hesap sayfanızda görebilirsiniz.
push-withdrawal-held = Bir çekim işleminiz bekletiliyor. Nedenini hesap sayfanızda görebilirsiniz.
push-setting-changed = Hesabınızın bir güvenlik ayarı değişti. Bunu siz yapmadıysanız hesabınızı hemen dondurun.

## Departments
mail-side-subject = { $number } numaralı taleple ilgili bir soru
mail-side = { $brand } Destek ekibinden { $name }, { $number } numaralı talep hakkında { $department } birimine bir soru soruyor. Soruyu sayfada okuyup orada yanıtlayın; hesap gerekmez.
mail-side-open = Oku ve yanıtla
mail-side-hint = Bağlantı { $time } tarihine kadar geçerlidir ve yalnızca { $department } birimi içindir: lütfen bu e-postayı başkasına iletmeyin.
mail-side-why = { $brand } destek ekibi bu adresi { $department } biriminin adresi olarak kaydettiği için bu e-postayı alıyorsunuz.

## Articles that are due for review
mail-staff-review-subject = Gözden geçirilecek makaleler: { $count }
mail-staff-review = Yardım merkezindeki bu makaleler sizin sorumluluğunuzda ve gözden geçirme zamanları geldi. Yeniden okuyun; konsolda hâlâ geçerli olduklarını onaylayın ya da makaleleri düzenleyin.
mail-staff-review-more = Ve { $more } makale daha.
mail-staff-review-open = Listeyi aç
mail-staff-review-off = Bu e-postayı her gözden geçirme tarihi için bir kez alırsınız. Profilinizden kapatabilirsiniz.

## İncelemeye gönderilen metin
mail-staff-handover-subject = İncelenecek: { $title }
mail-staff-handover = Bir çalışan, yardım merkezindeki bu metni incelemeye gönderdi. Metni yazarından başka biri yayımlar: okuyun, sonra yayımlayın ya da taslağa geri alın.
mail-staff-handover-open = Metni aç
mail-staff-handover-off = Yayımlayabileceğiniz bir metin incelemeye gönderildiğinde bu e-postayı alırsınız. Profilinizden kapatabilirsiniz.
