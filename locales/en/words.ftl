### Words of the desk itself that every surface says alike.

## The issue categories that a brand begins with

issue-deposit-not-credited = Deposit not credited
issue-withdrawal-pending = Withdrawal pending
issue-withdrawal-failed = Withdrawal failed
issue-wrong-network = Wrong network
issue-missing-memo = Missing memo or tag
issue-api-error = API error
issue-order-rejected = Order rejected or delayed
issue-liquidation-dispute = Liquidation dispute
issue-settlement-question = Settlement question
issue-earn-and-staking = Earn and staking
issue-login-or-2fa = Login or 2FA lost
issue-account-change = Account change
issue-kyc = KYC
issue-theft = Theft
issue-impersonation = Impersonation
issue-fees = Fees
issue-suggestion = Suggestion
issue-complaint = Complaint
issue-other = Other
