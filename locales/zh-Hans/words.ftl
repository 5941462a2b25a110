### 各个界面用法一致的词。

## 品牌自带的问题类别

issue-deposit-not-credited = 充值未到账
issue-withdrawal-pending = 提现处理中
issue-withdrawal-failed = 提现失败
issue-wrong-network = 选错网络
issue-missing-memo = 缺少 Memo 或标签
issue-api-error = API 错误
issue-order-rejected = 订单被拒或延迟
issue-liquidation-dispute = 强平争议
issue-settlement-question = 结算疑问
issue-earn-and-staking = 理财与质押
issue-login-or-2fa = 无法登录或 2FA 丢失
issue-account-change = 账户变更
issue-kyc = KYC
issue-theft = 资产被盗
issue-impersonation = 冒充
issue-fees = 手续费
issue-suggestion = 建议
issue-complaint = 投诉
issue-other = 其他
