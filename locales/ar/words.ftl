### See en/words.ftl.

issue-deposit-not-credited = إيداع لم يُقيَّد
issue-withdrawal-pending = سحب معلّق
issue-withdrawal-failed = سحب فاشل
issue-wrong-network = شبكة خاطئة
issue-missing-memo = مذكرة أو وسم مفقود
issue-api-error = خطأ API
issue-order-rejected = أمر مرفوض أو متأخر
issue-liquidation-dispute = اعتراض على تصفية
issue-settlement-question = سؤال عن التسوية
issue-earn-and-staking = الأرباح والتخزين
issue-login-or-2fa = فقدان الدخول أو 2FA
issue-account-change = تغيير في الحساب
issue-kyc = توثيق الهوية
issue-theft = سرقة
issue-impersonation = انتحال شخصية
issue-fees = الرسوم
issue-suggestion = اقتراح
issue-complaint = شكوى
issue-other = غير ذلك
