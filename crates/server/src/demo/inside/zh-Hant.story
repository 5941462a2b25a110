# 內部往來的繁體中文。格式見 ../story.rs；{who} 是備註裡提到的人。

== common
mention: @{who} [麻煩看一下|幫忙再看一眼|回覆前請先看看]：[{name}的要求超出我的權限|最後一步我不太確定|範本不適合這個情況]，編號{ref}。
mention: @{who} [先跟你說一聲|同步一下]：[{days}天內第{n}次來問|{name}前後寫了{n}次|這張可能還會回來]，[我{until}前回覆|草稿{clock}寫好了|{clock}核對過]。
mention: [需要複核|需要做個決定]：@{who}，[手續費退不退|能不能給個時間|由誰先聯絡{name}]？[帳戶{uid}。|編號{ref}。]
mention: 我{until}下班，@{who} [請幫忙留意|{name}晚上回覆的話請接手|下一步由你來]，[情況都寫在上面了|遺留問題見{clock}的紀錄]。

stamp.agent: 編號{ref}，{clock}。
