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

## Kinds of secrets, as the guard names what it masked

secret-seed-phrase = Seed phrase
secret-slip39-share = Recovery share (SLIP-39)
secret-monero-seed = Monero seed phrase
secret-wif-key = Private key
secret-extended-private-key = Extended private key
secret-hex-private-key = Private key
secret-bip38-key = Encrypted private key (BIP-38)
secret-xrp-seed = XRP secret key
secret-stellar-secret = Stellar secret key
secret-solana-keypair = Solana private key
secret-keystore = Keystore file
secret-pem-private-key = Private key (PEM)
secret-otpauth-uri = Authenticator setup link
secret-totp-secret = Authenticator setup key
secret-one-time-code = Verification code
secret-password = Password
secret-api-secret = API secret key
secret-api-passphrase = API passphrase
secret-session-token = Sign-in token
secret-card-number = Card number
secret-iban = Bank account number (IBAN)

## A secret was written: what was done, and what to do now
## $what is the name of one kind above, or several of them

leak-hidden = { $what }: we hid this before your message was saved. Nobody here can read it.
leak-before-send = Your text seems to contain this: { $what }. Take it out before you send. Nobody at { $brand } needs it.
leak-theft = We treat this as a possible theft and put it first.
leak-advice-wallet = Assume that others know it: move all your funds to a new wallet now. A new password does not protect the old one.
leak-advice-keystore = Unless a strong password that only you know protects it, move all your funds to a new wallet now. A new password does not help: whoever has a copy still opens it with the old one.
leak-advice-two-factor = Turn off your authenticator now and set it up anew. Whoever has the old key can make your codes.
leak-advice-code = Do not use this code; ask for a new one. Never give a code to anybody, not even to us.
leak-advice-password = Change this password now, everywhere you use it.
leak-advice-api = Delete this API key now and make a new one. Then look through your recent orders and withdrawals for any that are not yours.
leak-advice-session = Sign out on all your devices now, then sign in again. Until you do, others may be able to act as you.
leak-advice-card = We do not need it. If you gave it to anybody else, or see a payment that is not yours, tell your bank now.
leak-advice-bank = We hid it to protect your privacy. There is nothing for you to do.

## A file beside a message

upload-not-read = Pictures, video and PDF cannot be checked for secrets. Do not show a seed phrase, key or code in them.
upload-text-masked = We hid secrets in this file.

## What staff write must not ask for a secret

asks-for-secret-title = This cannot go out: it asks for a secret
asks-for-secret-password = This asks for a password. We never ask customers for one. Say it without.
asks-for-secret-one-time-code = This asks for a verification code. We never ask customers for one. Say it without.
asks-for-secret-seed-phrase = This asks for a seed phrase. We never ask customers for one. Ask for the address or the transaction ID instead.
asks-for-secret-private-key = This asks for a private key. We never ask customers for one. Ask for the address or the transaction ID instead.
asks-for-secret-api-secret = This asks for the secret or the passphrase of an API key. We never ask customers for either. Ask for the key’s public ID or the error message instead.
asks-for-secret-card-security-code = This asks for the security code of a card. We never ask customers for one. The last four digits of the card number are enough.

## Evidence: facts that are recognised in a message and checked

evidence-kind-tx = Transaction ID
evidence-kind-address = Address
evidence-kind-link = Link
evidence-kind-amount = Amount
evidence-kind-uid = UID
evidence-kind-order = Order ID
evidence-kind-height = Block height
evidence-kind-chain-id = Chain ID
evidence-kind-time = Date and time
evidence-kind-ticker = Coin

evidence-title = Evidence
evidence-none = No transaction ID, address or link yet. Add one and we check it.
evidence-placeholder = Paste a transaction ID (hash), an address or a link
evidence-not-recognised = We do not recognise this. Paste the whole transaction ID, address or explorer link.
evidence-add = Add evidence
evidence-edit = Edit
evidence-remove = Remove
evidence-copy = Copy in full
evidence-open-explorer = Open in the explorer
evidence-search = Find tickets with this
evidence-network = Network
evidence-networks-possible = { $count ->
    [one] { $count } possible network
   *[other] { $count } possible networks
}
evidence-memo = Memo or tag
evidence-found-by-desk = Recognised in the message
evidence-added-by = Added by { $name }
evidence-uid-not-yours = This UID is not that of the account that you are signed in with.

evidence-checked = Checked: no typing error (the checksum fits)
evidence-shape = Looks right. This kind has no checksum, so a typing error would not show.
evidence-problem = Something is wrong with it
evidence-unchecked = Not checked

## What is wrong with it, and what to do
## $what is the name of its kind; positions count from 1

evidence-problem-cut-off = { $what } is cut off: { $have } of { $want } characters. Copy it again with the copy button of your wallet.
evidence-problem-too-long = { $what } is too long: { $have } characters instead of { $want }. Copy it again by itself, without what stands before or behind it.
evidence-problem-changed-character = { $what } has a wrong character at position { $position }. Copy it again from where you found it; do not correct it by hand.
evidence-problem-changed-character-expected = { $what } has a wrong character at position { $position }, where “{ $expected }” probably belongs. Copy it again from where you found it; do not correct it by hand.
evidence-problem-wrong-checksum = { $what } has a typing error somewhere: its checksum does not fit. Copy it again with the copy button of your wallet.
evidence-problem-ellipsis = { $what } is shortened to its first { $head } and last { $tail } characters. Open it in your wallet and copy all of it.
evidence-problem-look-alike = { $what } has “{ $found }” at position { $position }, which only looks like “{ $meant }”. We read it as “{ $meant }”; compare it with the original.
evidence-problem-spaces = { $what } had spaces inside, which we took out. Check that nothing is missing.
evidence-problem-line-break = { $what } was spread over several lines, which we joined. Check that nothing is missing.
evidence-problem-invisible = { $what } had invisible characters inside, which we took out. There is nothing for you to do.
evidence-problem-full-width = { $what } was written in full-width characters, which we made ordinary ones. There is nothing for you to do.
evidence-problem-missing-prefix = { $what } lacks the “0x” at its beginning. Copy it again from the start.
evidence-problem-mixed-case = { $what } mixes capital and small letters, which this network does not allow. Copy it again with the copy button of your wallet.
evidence-problem-wrong-variant = { $what } was made by outdated software, and nothing can be sent to it. Update the wallet and copy its address again.
evidence-problem-malformed = { $what } cannot exist on this network. Copy it again from where you found it, and send nothing to it until then.
evidence-problem-test-network = { $what } belongs to a test network, whose coins are worth nothing. If you meant real coins, copy the one of the main network.
evidence-problem-token-contract = { $what } is the contract of { $symbol }, not a wallet. Do not send anything to it; if you already have, tell us the transaction ID.
evidence-problem-burn-address = { $what } belongs to nobody, and what is sent to it cannot come back. Check which address you meant.
evidence-problem-address-not-hash = This is an address, but a transaction ID is needed here. Open the transaction in your wallet and copy its ID (hash).
evidence-problem-hash-not-address = This is a transaction ID, but an address is needed here. Open the transaction in your wallet and copy the address.
evidence-problem-look-alike-host = This link pretends to be { $real }. Do not enter anything there; if you already have, tell us now.
evidence-problem-user-info = This link hides behind an “@” where it really leads. Do not enter anything there; if you already have, tell us now.
evidence-problem-port = This link leads to a port that the real explorer does not use. Do not enter anything there; if you already have, tell us now.
evidence-problem-ambiguous-date = Day and month can be mistaken for each other in this date. Write it as year, month, day, such as 2026-03-04.
evidence-problem-no-such-time = There is no such date or time. Check it and write it again.
evidence-problem-wrong-form = { $what } does not have the form that is used here. Copy it again from your account.

## Files

file-infected = A virus was found in it. Nobody can open it.
file-not-scanned = Not checked for viruses yet
file-scan-failed = Could not be checked for viruses
file-metadata-kept = Place, device and time may still be in this picture: we could not take them out.
