### See en/words.ftl.

issue-deposit-not-credited = 充值未到帳
issue-withdrawal-pending = 提現處理中
issue-withdrawal-failed = 提現失敗
issue-wrong-network = 選錯網路
issue-missing-memo = 缺少 Memo 或標籤
issue-api-error = API 錯誤
issue-order-rejected = 訂單被拒或延遲
issue-liquidation-dispute = 強平爭議
issue-settlement-question = 結算疑問
issue-earn-and-staking = 理財與質押
issue-login-or-2fa = 無法登入或 2FA 遺失
issue-account-change = 帳戶變更
issue-kyc = KYC
issue-theft = 資產被盜
issue-impersonation = 冒充
issue-fees = 手續費
issue-suggestion = 建議
issue-complaint = 投訴
issue-other = 其他
