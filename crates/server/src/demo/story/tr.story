# Müşterilerin ve temsilcilerin Türkçesi. Dosyanın grameri: ../story.rs.

== common
hello: [Merhaba|Merhabalar|İyi günler|Günaydın|İyi akşamlar|Selam],
hello: Merhaba, [ilk kez yazıyorum|rahatsız ediyorum kusura bakmayın|yine ben].
plea: [Lütfen|Rica etsem] [kontrol eder misiniz|bakar mısınız|ilgilenir misiniz]?
plea: [Şimdi ne yapmalıyım|Benden başka bir şey gerekiyor mu|Bir sonraki adım nedir]?
plea: [Benim için büyük bir tutar|Yarına kadar lazım|Biraz endişeliyim], hızlı dönüşünüzü bekliyorum.
bye: [Teşekkürler|Şimdiden teşekkürler|Kolay gelsin|Sağ olun].
bye: [Saygılar|Teşekkürler],\n{me}
bye: [Telefondan yazıyorum, kusura bakmayın|UID numaram {uid}].
angry: [Bu kabul edilemez|Gerçekten pes|Yeter artık]. [{hours} saattir bekliyorum|{hours} saat oldu], [kimse bir şey söylemiyor|hep hazır cevap geliyor].
angry: [Bugün çözülmezse|Böyle devam ederse] [resmî şikâyette bulunacağım|bütün paramı çekeceğim].
detail: Cihaz {device}, uygulama {app}.
detail: [Önbelleği temizledim|Uygulamayı yeniden kurdum|Başka tarayıcı denedim], [değişen bir şey yok|aynı].
detail: [Bilgi olsun|Ek olarak]: [{n} yıldır sizdeyim|{n} aydır hiç sorun yaşamadım|bunu ayda {n} kez yapıyorum].
detail: {city} tarafındayım, [görüntüdeki {clock} yerel saat|geç cevap verebilirim].
ref: [Ekranın altında {ref} kodu vardı|Uygulama {ref} kodunu gösterdi].
dear: Merhaba {name},
dear: Merhaba {name}, [bize yazdığınız için teşekkürler|bilgiler için teşekkürler|beklettiğimiz için özür dileriz].
regards: [Saygılarımızla|İyi günler dileriz],\n{agent}\n{team}
regards: Saygılarımla,\n{agent}, {brand} destek
look: Talebinizi [gönderdiğiniz bilgilerle|tüm ayrıntılarıyla] birlikte {desk} ekibine ilettim. Genelde {short} saat içinde yanıt veriyorlar, gelir gelmez yazacağım. Bu arada bir şey yapmanız gerekmiyor.
look: Tahminle yanıt vermemek için {desk} ekibinden kontrol istedim (kayıt {ref}). Haber olsun olmasın {short} saat içinde yazacağım.
nudge: [Gelişme var mı|Haber var mı|Ne durumda]? [{hours} saat oldu|Saat {clock}, hâlâ aynı|{amount} hâlâ yok].
nudge: [Tekrar yazıyorum|Hatırlatayım dedim]: [bakan biri var mı|{agent}, size yanıt geldi mi]? [{days}. gün oldu|Saat {clock} itibarıyla baktım].
more: Henüz kesin bir sonuç yok, beklettiğim için özür dilerim. Bizim {desk} ekibi [saat {clock} itibarıyla ilgileniyor|{short} saat daha istiyor]. Buraya yazmanız sıranızı değiştirmez.
more: Saat {clock} itibarıyla yeniden baktım, inceleme sürüyor. Tahminî bir saat vermektense olduğu gibi söylüyorum. {short} saat içinde yazacağım.
remind: Merhaba {name}, devam etmek için son mesajda sorduğumuz bilgiler gerekiyor. [Talep {date2} gününe kadar açık kalacak|Uygun olduğunuzda yanıtlayın]; çözüldüyse kendiniz kapatabilirsiniz.
remind: Merhaba {name}, bu bilgiler olmadan ilerleyemiyorum. Anlaşılmayan bir şey varsa sorun, {until} saatine kadar buradayım.
thanks: [Geldi|Gördüm|Oldu|Çözüldü], teşekkürler {agent}! [{amount}, saat {clock}|Saat {clock} itibarıyla kontrol ettim|{mins} dakika sürdü].
thanks: [Harika|Süper], [sorun buymuş|ilk denemede oldu] ({device}, {clock}). [Elinize sağlık|Çok teşekkürler].
clear: [Anladım|Şimdi net oldu|Tamamdır], teşekkürler {agent}. [Öyle yapacağım|Başka sorum yok|Bundan sonra dikkat ederim] ({clock}).
clear: Teşekkürler {agent}, [saat {clock} olmuş, yine de yanıtladınız|{mins} dakikada yanıt geldi]. [Kapatabilirsiniz|Başka sorum yok].
welcome: [Rica ederim|Yardımcı olabildiysem ne mutlu], {name}! [Çözüldü olarak işaretliyorum; tekrarlarsa buradan yazın|İyi günler].
welcome: {name}, saat {clock} onayınız için teşekkürler. Talebi çözüldü olarak işaretledim.
reopen: [Maalesef|Kusura bakmayın ama] [çözülmedi|yine aynısı oldu]: [saat {clock}, aynı ekran|mesajınızdan {mins} dakika sonra geri geldi].
reopen: Neden kapatıldı? [{amount} hâlâ eksik|Saat {clock}, değişen bir şey yok|{when} olan işleme yanıt verilmedi].
again: {name}, [yeniden yazdığınız için teşekkürler|tekrar uğraştırdığım için özür dilerim]. Talebi açtım, {clock} mesajınızı {desk} ekibine ilettim. {short} saat içinde döneceğim.
again: Haklısınız {name}, [yanlış kayda bakmışım|önceki yanıtım bunu karşılamıyordu]. Şimdi {desk} ekibiyle yeniden bakıyoruz, kayıt {ref}.
done: Bu kez düzeldi, {desk} ekibi {clock} itibarıyla onayladı. Sayfayı yenileyip [kontrol eder misiniz|bir gariplik görürseniz yazın]. İkinci kez uğraştırdığımız için özür dilerim.
done: Nedeni bulundu: [kayıt incelemede takılmış|sayfa eski veriyi göstermiş|bir adım atlanmış]. Saat {clock} itibarıyla düzeltildi, sonucu kendim gördüm.
note: Hesaba bakıldı ({clock}): [{days} gündür olağan dışı yok|giriş hep {city}|2FA ve beyaz liste açık].
note: [Müşteri endişeli, kısa yaz|Telefondan yazıyor, adımlar kısa], {until} öncesi yanıt. Kayıt {ref}.
hand: Devir, {desk} ekibine: [temel adımlar yapıldı|kılavuzun 1–{n} adımları tamam]. [{amount} için karar gerekli|{clock} neden durdu]. Kayıt {ref}.
stamp.agent: Kayıt {ref}, {clock}.
stamp.customer: UID {uid}, {clock}.
when: {date} saat {then}
when: {date} günü {then} gibi
city: İstanbul
city: Ankara
city: İzmir
city: Bursa
wallet: [donanım|telefon|tarayıcı] cüzdanı
team.money: Yatırma ve Çekme
team.trade: İşlem ve API
team.people: Hesaplar
team.security: Güvenlik
desk.money: cüzdan
desk.trade: işlem
desk.people: hesap
desk.security: güvenlik

== deposit-not-credited/unconfirmed @btc
s: {amount} yatırma görünmüyor
o: {when} [{wallet} üzerinden|başka borsadan] {amount} gönderdim, [hâlâ gelmedi|bakiye değişmedi]. Hash: {tx}
o: {amount} eksik. Gezginde {conf} onay görünüyor: {link} [Kaç onay gerekiyor|Neden bu kadar sürüyor]?
t: {amount} gelmedi, {tx}
q: Kendi cüzdanınızdan mı yoksa başka borsadan mı gönderdiniz, hangi ücreti seçtiniz? {txcut}… ağda görünüyor ama henüz bloğa girmedi.
a: {wallet}, ücret [en düşüktü|{n} sat/vB]. [Kaybolur mu|Beklemek mi lazım]?
v: İşleminizin {conf} onayı var, {coin} {need} onayda hesaba geçiyor. Kaybolan bir şey yok: ücret düşük, ağ yoğun. {need} onaya ulaşınca {amount} kendiliğinden geçecek. [Buradan izleyebilirsiniz: {link}|Cüzdanınız RBF destekliyorsa ücreti artırabilirsiniz.]
v: İyi haber: {clock} itibarıyla {need} onay tamamlandı, {amount} hesabınızda. Gecikme ağdandı, sizden değil.
n: Mempool, {n} sat/vB. {txcut} izleniyor.

== withdrawal-pending/hold @any
s: Çekim {wid} {hours} saattir bekliyor
o: {wid} numaralı {amount} çekimim ({net}) hâlâ incelemede, talep: {when}. [Normalde on dakika sürerdi|İlk kez oluyor]. Neye bakılıyor?
o: {addr} adresine {amount} çekiyorum, "güvenlik incelemesi" yazıyor. Numara {wid}, [e-posta da yok|açıklama da yok].
q: Son günlerde şifrenizi ya da iki adımlı doğrulamanızı değiştirdiniz mi, yeni bir yerden girdiniz mi? Talep tanımadığımız bir adresten ({ip}) geldi.
a: Evet, [{date} telefon değiştirdim|{city} seyahatindeyim]. Hepsini ben yaptım, {ip} [otelin|mobil operatörün].
v: Teşekkürler. [Güvenlik ayarı değişince|Yeni bir yerden girilince] çekimler 24 saat bekletilir; hesapta başkası varsa sizi korur. {wid} bekletmesi {until} itibarıyla biter ve kendiliğinden gönderilir. Bu süreyi ne ben ne de buradaki bir başkası kısaltabilir.
n: Yeni IP {ip} ve ayar değişikliği, anlatılanla uyuşuyor. Erken bırakma.

== withdrawal-failed/whitelist @stable !3310
s: Çekim reddedildi, {err}
o: {amount} çekerken her seferinde {err} {errmsg} hatası. Adres {addr}, ağ {net2}. {n} kez denedim.
v: "{addrcut}" ile başlayan adres {net} adresi, seçilen ağ ise {net2}; bu yüzden gönderilmeden reddedildi. {amount} spot hesabınıza döndü. {net} seçip yeniden deneyin.
n: Yayından önce ret, bakiye {clock} kontrol edildi.

== wrong-network/evm-twin @evm
s: {amount} yanlış ağdan gitti
o: {net2} için verdiğiniz adrese {net} üzerinden {amount} gönderdim. Hash {tx}. [Kurtarılır mı|Param gitti mi]?
o: Sayfada {net2} yazıyordu, {net} seçmişim. {amount}, {clock}, adres {addr}. {link}
v: Adres iki zincirde de aynı ve anahtarları bizde, yani kurtarılabilir. Elle yapılıyor: yaklaşık {days} iş günü, ücreti {fee}. Talep {ref} ile açıldı, her adımı burada göreceksiniz.
n: İkiz adres, zincir destekli. {ref}, {fee}.

== missing-memo/none @memo
s: {coin} yatırmada memo unutuldu
o: {amount} gönderdim, memo yazmayı unuttum. Hash {tx}, {when}. Memo {memo} olacaktı.
o: {coin} için memo gerektiğini bilmiyordum. {amount}, {clock}: {link} UID {uid}.
v: Gönderen adresin size ait olduğu anlaşılınca hesaba geçer. Bu mesajdan sonra *aynı* adresten en az {min} daha gönderin, bu kez {memo} memosuyla.
n: Memo yok. İkinci yatırmayla kanıt.

== api-error/signature @any !4006
s: API {err} {errmsg}
o: {clock} itibarıyla özel uçların hepsi {err} dönüyor, genel uçlar çalışıyor. İstemci {lib}.\n\n{log}
o: Belgedeki gibi imzalıyorum, {endpoint} yine {err}. Saat farkı {skew} ms.\n\n{log}
q: İmzaladığınız dizgiyi *olduğu gibi* (anahtar olmadan!) ve gönderilen gövdeyi paylaşır mısınız? Anahtara ihtiyacımız yok, lütfen göndermeyin.
a: Dizgi şu:\n\n{prehash}\n\n{lib} gönderiyor, [iki noktadan sonra boşluk ekliyor gibi|alanları sıralıyor olabilir].
v: İmzalanan gövde ile gönderilen aynı değil, kitaplık yeniden serileştiriyor. Bir kez serileştirin, *o* dizgiyi imzalayın ve aynı baytları gönderin.
n: Prehash ile hesaplandı, gövde iki kez serileşmiş.

== order-rejected/price @any !3606
s: {pair} emri reddedildi, {err}
o: {pair} limit emrim ({size}, {price}) {err} {errmsg} ile reddediliyor. [Bakiyem yeterli|Dün oluyordu].
o: {order} numaralı {pair} emri {clock} itibarıyla reddedildi. [Neden|Ne demek bu]?
v: {price} fiyatı piyasadan ({clock}, {price2}) çok uzak; {pair} fiyat sınırı böyle emirleri almıyor. Bakiyeyle ilgisi yok. Daha yakın bir fiyat ya da kayma sınırlı piyasa emri deneyin.
n: Fiyat bandı. Emir {order}.

== liquidation-dispute/mark @perp
s: {liq} görülmeden tasfiye
o: {lev} {pair} pozisyonum {when} tasfiye oldu. Tasfiye fiyatı {liq}, grafikteki en düşük {price2}. [Verilerle açıklayın|Teminatımı geri verin].
o: {clock} itibarıyla {size} {pair} pozisyonumu kapattınız. Başka yerde {price2} altı yok. Açıklayın.
v: Tasfiye son işlem fiyatına değil *gösterge (mark)* fiyatına bakar. {clock} itibarıyla {mark} idi, tasfiye fiyatınız {liq}; her değer "mark fiyatı geçmişi" sayfasında. Kurallara uygundu, zarar ettiğiniz için üzgünüm. Katılmıyorsanız bu talepten resmî şikâyet açabilirsiniz.
n: Mark {mark}, tasfiye {liq}. Eksik yok.

== settlement-question/dual @earn
s: {product} {date} uzlaşması
o: {product} emrim {order} (kullanım fiyatı {strike}) {coin2} ile uzlaştı, gece yarısı spot {spot} idi. [Neden|Hata mı]?
o: {order} için {settle} uzlaşma fiyatı nereden geliyor? {clock} itibarıyla {price2} görüyordum.
v: Uzlaşma fiyatı bir anın fiyatı değil, 08:00 UTC öncesindeki aralıkta endeksin ortalamasıdır; örnekler emir ayrıntısında. {order} ortalaması {settle}, kullanım fiyatı {strike}. Yüksekten sat: fiyat kullanım fiyatına eşit ya da üstündeyse karşıt para ödenir, değilse coin geri gelir. Düşükten al: eşit ya da altındaysa coin ödenir, değilse karşıt para geri gelir. Satır satır karşılaştırdım, uyuyor.
n: Koşullara göre hesaplandı. Ortalama {settle}.

== earn-and-staking/redeem @any
s: {amount} çözülmesi uzun sürüyor
o: {when} staking'den {amount} çözdüm, hâlâ "işleniyor". [Dakikalar sürer yazıyordu|Ne kadar sürer]?
o: {date} ödülü gelmedi, normalde günde {amount2} civarı. {term} günlük ürün, {apy}.
v: {coin} için önce ağın kendi çözülme süresi geçer, biz kısaltamayız; sizinki {date2} günü bitiyor. Bu sürede ödül işlemez. Esnek ürünler hemen çözülür.
n: Çözülme {date2}.

== login-or-2fa/lost
s: Telefonum [kayıp|bozuldu], giremiyorum
o: {date} telefonum [çalındı|suya düştü], doğrulayıcı da gitti. Şifremi biliyorum, ikinci adımı geçemiyorum. [Kurtarma kodlarım yok|Kodlar da o telefondaydı].
t: yeni telefon, doğrulayıcı yok, UID {uid}
v: Kimlik doğrulamayla sıfırlanabilir: daha önce kullandığınız bir cihazdan giriş sayfasındaki "ikinci faktörümü kaybettim" adımına girin. Şifre ya da kod asla istemeyiz, kimseye göndermeyin. Sonrasında çekimler 24 saat bekler, bu sizi korur. Kayıt {ref}.
n: Yalnızca kimlik doğrulamayla. {clock} anlatıldı.

== account-change/email
s: [E-posta|Telefon] değişikliği
o: Hesabımdaki [e-postayı|telefonu] değiştirmek istiyorum; [eski işyerimindi|ülke değiştirdim]. UID {uid}. Hangi belgeler gerekiyor?
v: Eski e-postayı okuyabiliyorsanız birkaç dakikada kendiniz değiştirirsiniz; değilse "Hesap → Güvenlik" altında kimlik doğrulama var. İki adrese de haber verilir, çekimler 24 saat bekler. Kayıt {ref}.
n: Yol anlatıldı {clock}.

== kyc/rejected
s: Kimlik doğrulama yine reddedildi
o: "Belge okunmuyor" diye reddedildi. Normal [pasaport|kimlik kartı], {device} ile çektim. {n}. deneme.
v: Yeni bir fotoğraf yükleyin: belge tam, flaşsız, dört köşe görünür. Yalnızca doğrulama sayfasından, buraya değil. Öncekinde ({clock} baktım) [numarada parlama vardı|bir köşe kesikti].
n: Parlama. Sayfadan yeni fotoğraf.

== theft/drained @any
s: ACİL: {amount} çalındı
o: {when} {addr} adresine {amount} çekilmiş, ben YAPMADIM. Lütfen her şeyi durdurun!
o: {clock} itibarıyla {city} ({ip}) giriş uyarısı geldi, baktım {amount} yok. İşlem {tx}. Yardım edin!
v: Hesabınız donduruldu: çekim ve işlem yok, bütün oturumlar kapatıldı. {tx} zincirde kesinleşti, geri alamayız; {addr} bildirildi ve işaretlendi. Açmak için kimlik doğrulamanız ve iki kişinin onayı gerekir. Paranın döneceğine söz veremediğim için üzgünüm.
n: {ip} ({city}) girişi, sonra çekim. {clock} donduruldu.

== theft/leaked @leak
s: Cüzdan kelimelerimi bir siteye yazdım
o: Reklamdan açılan sayfa "eşitleme" için cüzdanımın kelimelerini istedi. Hâlâ benim mi bakar mısınız:\n\n{leak}\n\nİçinde {amount} vardı, {when} oldu.
v: Hemen harekete geçin: bu kelimeler kimdeyse cüzdan onundur. Temiz bir cihazda **yeni** cüzdan açın, kalan her şeyi en büyüğünden başlayarak taşıyın. Kelimeleri kimse okumadan sildik ama bilindiğini varsayın. {brand} çalışanları bunları asla istemez. Kayıt {ref}.
n: Kelimeler gizlendi. Müşterinin cüzdanı. Acil.

== impersonation/caller
s: {handle} siz misiniz?
o: {handle} kendini {brand} desteği diye tanıttı, {url} adresinde cüzdanımı "doğrulamamı" istiyor. Hiçbir şey yazmadım. [Gerçek mi|Dolandırıcı mı]?
v: Biz **değiliz**. Önce biz yazmayız, "güvenli" adrese taşımanızı istemeyiz, şifre ya da kod sormayız. {url} ve {handle} {clock} itibarıyla bildirildi. Sormakla doğru yaptınız.
n: {url} bildirildi.

== fees/tier
s: {pair} için komisyonum ne?
o: {pair} bir yerde {rate}, başka yerde {rate2}. [Ben {tier}|Uygulamada {tier} yazıyor]. Emir {order}.
v: Seviyeniz {tier}, {pair} için {rate}; {rate2} seviyesiz standart oran. Seviye her gün 30 günlük hacim ve varlığa göre hesaplanır. [Sonraki {volume} hacimde başlar|"Seviyem" sayfası ne kadar kaldığını gösterir].
n: Doğru, {date} tarihinden beri {tier}.

== suggestion/feature
s: Öneri: [grafik|adres etiketi|alarm]
o: [Uygulama güzel ama|Küçük bir şey:] [{pair} grafiğinde göstergeler kayboluyor|{net} adreslerime ad veremiyorum]. {date2} öncesi gelir mi?
v: Teşekkürler, {pair} örneğinizle birlikte ürün ekibine {ref} olarak ilettim. Yapılır mı, ne zaman, bilmiyorum ve tahmin etmek istemem; çıkarsa buraya yazarız.
n: Fikir {ref}.

== complaint/formal
s: Resmî şikâyet: {days} gündür çözüm yok
o: {date} bildirdiğim {amount} için resmî şikâyette bulunuyorum. {n} farklı yanıt aldım. Yazılı yanıt istiyorum.
v: Şikâyetiniz {ref} ile kaydedildi, ücretsizdir ve karar {date2} gününe kadar yazılı iletilir. Katılmazsanız yazıda ücretsiz başvurabileceğiniz kurum belirtilir.
n: Şikâyet {ref}.

== other/tax
s: [Vergi|Banka] için hesap özeti
o: {date} gününe kadarki bütün işlemler [vergi|banka] için gerekli. Nereden indirilir? UID {uid}.
v: Hesap → Özetler: {date} gününe kadarki dönemi ve biçimi (PDF ya da CSV) seçin. {mins} dakikada hazır olur, {days} gün saklanır, saatler UTC.
n: Olağan soru, {clock}.
