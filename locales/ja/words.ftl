### See en/words.ftl.

issue-deposit-not-credited = 入金が反映されない
issue-withdrawal-pending = 出金が処理中
issue-withdrawal-failed = 出金に失敗
issue-wrong-network = ネットワークの間違い
issue-missing-memo = メモまたはタグの不足
issue-api-error = API エラー
issue-order-rejected = 注文の拒否または遅延
issue-liquidation-dispute = 強制決済への異議
issue-settlement-question = 決済についての質問
issue-earn-and-staking = 運用とステーキング
issue-login-or-2fa = ログインまたは 2FA の紛失
issue-account-change = アカウントの変更
issue-kyc = 本人確認
issue-theft = 盗難
issue-impersonation = なりすまし
issue-fees = 手数料
issue-suggestion = 提案
issue-complaint = 苦情
issue-other = その他
