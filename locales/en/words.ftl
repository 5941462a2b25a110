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

evidence-problem-cut-off = { $what } is cut off: { $have } of { $want } characters. Copy all of it again from where you found it.
evidence-problem-too-long = { $what } is too long: { $have } characters instead of { $want }. Copy it again by itself, without what stands before or behind it.
evidence-problem-changed-character = { $what } has a wrong character at position { $position }. Copy it again from where you found it; do not correct it by hand.
evidence-problem-changed-character-expected = { $what } has a wrong character at position { $position }, where “{ $expected }” probably belongs. Copy it again from where you found it; do not correct it by hand.
evidence-problem-wrong-checksum = { $what } has a typing error somewhere: its checksum does not fit. Copy it again with the copy button of your wallet.
evidence-problem-ellipsis = { $what } is shortened to its first { $head } and last { $tail } characters. Open it in your wallet and copy all of it.
evidence-problem-look-alike = { $what } has “{ $found }” at position { $position }, which only looks like “{ $meant }”. We read it as “{ $meant }”; compare it with the original.
evidence-problem-spaces = { $what } had spaces inside, which we took out. Check that nothing is missing.
evidence-problem-line-break = { $what } was spread over several lines, which we joined. Check that nothing is missing.
evidence-problem-invisible = { $what } had invisible characters inside, which we took out. There is nothing for you to do.
evidence-problem-full-width = { $what } was written in full-width characters, which we turned into ordinary ones. There is nothing for you to do.
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

## Transcript files

transcript-title = Conversation
transcript-how = This file is signed by { $brand }. Anybody can check that nothing in it was changed: on the page “Check a conversation file” of the support site, or with the command “proofdesk transcript verify”.
transcript-number = Number
transcript-opened = Opened
transcript-from = From
transcript-made = File made
transcript-part = Part
transcript-customer = Customer
transcript-erased = The text of this message was erased. The record of it is still here.
transcript-record-erased = The record of this change was erased.
transcript-answered = The customer answered our questions:
transcript-nudged = The customer asked whether anybody is there
transcript-escalated = The customer asked for a specialist
transcript-escalated-lead = The customer asked for the lead
transcript-verification-asked = The customer was asked to prove who they are
transcript-verification-proven = The customer proved who they are
transcript-verification-withdrawn = The customer was no longer asked to prove who they are
transcript-masked = Something secret in this text was found and hidden later, on { $time }.
transcript-file-masked = The file had something secret in it. It was hidden before the file was kept; the copy without it is what was sent.
transcript-file-masked-later = Something secret in this file or its name was found and hidden later, on { $time }.
transcript-proven = In the signed history at position { $pos }. Its hash:
transcript-not-yet = Newer than the last checkpoint of the history, so the seal of this file alone vouches for it. Its hash:
transcript-key = Signed with this key, for this history:

## Networks, by their own names

network-bitcoin = Bitcoin
network-bitcoin-testnet = Bitcoin testnet
network-litecoin = Litecoin
network-litecoin-testnet = Litecoin testnet
network-dogecoin = Dogecoin
network-dogecoin-testnet = Dogecoin testnet
network-bitcoin-cash = Bitcoin Cash
network-bitcoin-cash-testnet = Bitcoin Cash testnet
network-dash = Dash
network-zcash = Zcash
network-zcash-testnet = Zcash testnet
network-monero = Monero
network-monero-testnet = Monero testnet
network-tron = Tron
network-tron-testnet = Tron testnet
network-solana = Solana
network-solana-testnet = Solana testnet
network-xrp = XRP Ledger
network-xrp-testnet = XRP Ledger testnet
network-stellar = Stellar
network-stellar-testnet = Stellar testnet
network-ton = TON
network-ton-testnet = TON testnet
network-cardano = Cardano
network-cardano-testnet = Cardano testnet
network-algorand = Algorand
network-near = NEAR
network-near-testnet = NEAR testnet
network-sui = Sui
network-sui-testnet = Sui testnet
network-aptos = Aptos
network-aptos-testnet = Aptos testnet
network-tezos = Tezos
network-hedera = Hedera
network-hedera-testnet = Hedera testnet
network-filecoin = Filecoin
network-kaspa = Kaspa
network-polkadot = Polkadot
network-kusama = Kusama
network-astar = Astar
network-acala = Acala
network-bittensor = Bittensor
network-substrate = Substrate
network-cosmos = Cosmos
network-osmosis = Osmosis
network-kava = Kava
network-sei = Sei
network-celestia = Celestia
network-injective = Injective
network-thorchain = THORChain
network-terra = Terra
network-dydx = dYdX
network-secret = Secret
network-juno = Juno
network-stargaze = Stargaze
network-axelar = Axelar
network-neutron = Neutron
network-noble = Noble
network-persistence = Persistence
network-band = Band
network-stride = Stride
network-kujira = Kujira
network-fetchai = Fetch.ai
network-umee = Umee
network-akash = Akash
network-coreum = Coreum
network-agoric = Agoric
network-dymension = Dymension
network-crypto-org = Crypto.org
network-bnb-beacon = BNB Beacon Chain
network-bnb-beacon-testnet = BNB Beacon Chain testnet
network-ethereum = Ethereum
network-bsc = BNB Chain
network-polygon = Polygon
network-arbitrum = Arbitrum
network-optimism = Optimism
network-base = Base
network-avalanche = Avalanche
network-opbnb = opBNB
network-zksync = zkSync
network-linea = Linea
network-scroll = Scroll
network-blast = Blast
network-mantle = Mantle
network-celo = Celo
network-gnosis = Gnosis
network-fantom = Fantom
network-sonic = Sonic
network-cronos = Cronos
network-moonbeam = Moonbeam
network-moonriver = Moonriver
network-kaia = Kaia
network-ethereum-classic = Ethereum Classic
network-arbitrum-nova = Arbitrum Nova
network-polygon-zkevm = Polygon zkEVM
network-aurora = Aurora
network-metis = Metis
network-okc = OKC
network-x-layer = X Layer
network-sei-evm = Sei EVM
network-hyperevm = HyperEVM
network-monad = Monad
network-plasma = Plasma
network-rootstock = Rootstock
network-ronin = Ronin
network-kcc = KCC
network-boba = Boba
network-manta = Manta
network-berachain = Berachain
network-unichain = Unichain
network-world-chain = World Chain
network-pulsechain = PulseChain
network-conflux = Conflux
network-iotex = IoTeX
network-merlin = Merlin
network-evm = EVM
network-sepolia = Sepolia
network-hoodi = Hoodi
network-holesky = Holesky
network-bsc-testnet = BNB Chain testnet
network-polygon-amoy = Polygon Amoy
network-arbitrum-sepolia = Arbitrum Sepolia
network-optimism-sepolia = Optimism Sepolia
network-base-sepolia = Base Sepolia
network-avalanche-fuji = Avalanche Fuji
network-evm-testnet = EVM testnet

## Forms: what is asked of whoever opens a ticket, and why

form-asset = Which coin?
form-asset-why = The same address can receive many coins, and each is credited by its own rules.
form-network = Which network was used?
form-network-why = A transfer on one network cannot be seen from another.
form-network-other = Another network, or I do not know
form-tx = Transaction ID (hash)
form-tx-why = With it we find the transfer on the chain in seconds. Without it we have to search by hand.
form-platform = Where was it sent from?
form-platform-why = Then we can tell you where to find the transaction ID there.
form-platform-binance = Binance
form-platform-okx = OKX
form-platform-bybit = Bybit
form-platform-coinbase = Coinbase
form-platform-kraken = Kraken
form-platform-metamask = MetaMask
form-platform-trust-wallet = Trust Wallet
form-platform-hardware = Ledger or Trezor
form-platform-other = Somewhere else
form-recording = Screen recording of the sending platform
form-recording-why = It must show the withdrawal with its status and fee. It takes the place of the transaction ID.
form-amount = How much?
form-amount-why = It tells your transfer from others to the same address.
form-address = Address that it was sent to
form-address-why = We check whether it is one of ours, and whose.
form-source = Address that it was sent from
form-source-why = With it we find a transfer even when its transaction ID is not known.
form-time = When did it happen?
form-time-why = We look in the logs of that minute. Add the time zone if you can.
form-contract = Contract address of the token
form-contract-why = Names of tokens can be forged, contract addresses cannot.
form-expected-network = Which network is the address for?
form-expected-network-why = Whether the money can be brought back depends on both networks.
form-memo = Memo or tag that was used
form-memo-why = It decides to which account a deposit belongs.
form-error = What does the error message say?
form-error-why = The exact words tell us where it failed.
form-request = The raw request
form-request-why = Method, address, headers and body as they were sent. Leave out the secret and the passphrase: we never need them.
form-response = The raw response
form-response-why = With the error code and the text we name the cause, mostly at once.
form-library = Library and version
form-library-why = Some libraries sign requests in a way of their own.
form-market = Which market or contract?
form-market-why = Such as BTCUSDT. Each market has its own rules and its own log.
form-order = Order ID
form-order-why = With it we see what the system did with your order, step by step.
form-disputed = What do you think is wrong about it?
form-disputed-why = We check that point first, against the prices of that minute.
form-product = Which product?
form-product-why = Each product has its own settlement rule.
form-product-dual-investment = Dual Investment
form-product-futures = Futures
form-product-options = Options
form-product-other = Another one
form-expected = What result did you expect?
form-expected-why = We then show you both calculations side by side.
form-earning = Which product?
form-earning-why = Each product has its own rules for interest and redemption.
form-earning-flexible = Flexible savings
form-earning-fixed = Fixed savings
form-earning-staking = Staking
form-earning-dual-investment = Dual Investment
form-earning-other = Another one
form-lost = What do you no longer have?
form-lost-why = Each has a way back of its own.
form-lost-password = Password
form-lost-authenticator = Authenticator app
form-lost-phone = Phone number
form-lost-email = E-mail address
form-lost-passkey = Passkey
form-lost-other = Something else
form-change = What do you want to change?
form-change-why = Each change has its own checks, so that nobody else can make it.
form-change-email = E-mail address
form-change-phone = Phone number
form-change-two-factor = Two-factor authentication
form-change-name = Name
form-change-close = Close the account
form-change-other = Something else
form-old-access = Can you still use the old address, number or app?
form-old-access-why = If so, confirming there is the shortest way. If not, we check who you are in another way.
form-old-access-yes = Yes
form-old-access-no = No, not any more
form-check = Where are you stuck?
form-check-why = It goes straight to those who can see that step.
form-check-rejected = My documents were rejected
form-check-waiting = I am waiting for the result
form-check-upload = The upload fails
form-check-name = My name is wrong
form-check-other = Something else
form-screenshot = Screenshot
form-screenshot-why = It shows what you see, which may not be what we see.
form-taken = What has happened?
form-taken-why = It decides what we stop first.
form-taken-withdrawal = Money left that I did not send
form-taken-locked-out = I can no longer sign in
form-taken-settings = Settings changed that I did not change
form-taken-gave-code = I gave a code or a phrase to somebody
form-taken-other = Something else
form-handle = Who wrote to you?
form-handle-why = The name, number, address or link that they used: we have it taken down and warn others.
form-asked-for = What did they want from you?
form-asked-for-why = It tells us how far it has gone, and what to protect now.
form-fee = Which fee?
form-fee-why = Each has its own table.
form-fee-trading = Trading fee
form-fee-withdrawal = Withdrawal fee
form-fee-funding = Funding fee
form-fee-other = Another one
form-wanted = What would put it right?
form-wanted-why = We decide about it, and answer every point.
form-earlier = Number of an earlier ticket
form-earlier-why = Whoever reads your complaint then knows what was tried.

find-hash-binance = Binance: Wallet, Transaction history, Withdraw. Open the withdrawal: the TxID stands below the amount.
find-hash-okx = OKX: Assets, Order history, Withdrawals. Open the withdrawal and copy the transaction hash.
find-hash-bybit = Bybit: Assets, History, Withdraw. The TXID stands in the details of the withdrawal.
find-hash-coinbase = Coinbase: open the transfer in the list of transactions and choose “View on block explorer”.
find-hash-kraken = Kraken: History, Ledger. Open the withdrawal: it is called Transaction ID.
find-hash-metamask = MetaMask: Activity. Open the transfer and choose “Copy transaction ID”.
find-hash-trust-wallet = Trust Wallet: open the coin, then the transfer, then “More details”. The explorer’s page has the hash at its top.
find-hash-hardware = Ledger or Trezor: open the account in its app, then the transfer. The hash stands under “Transaction ID”.
find-hash-other = Look for TxID, transaction hash or “View on explorer” in the details of the withdrawal.

field-answer-required = Answer this, please.
field-answer-file = Choose a file.

## The exchange bridge: what a freeze writes into its ticket

freeze-subject = My account was taken
freeze-said = I can no longer trust that only I have access to my account. Please freeze it at once.
freeze-said-by-hand = I can no longer trust that only I have access to my account. The desk could not ask the exchange by itself, so please freeze it by hand at once.
freeze-done = The exchange has frozen your account: nothing leaves it. Receipt { $receipt }. It stays frozen until we know that you are its owner; a person now looks at what changed.
freeze-unreached = The exchange has not confirmed the freeze yet. We go on asking automatically, every few minutes or sooner, and the security desk has been told. You need not press again.
freeze-refused = The exchange did not freeze your account automatically. The security desk sees this ticket before all others and does it by hand.
deposit-waiting = Seen on the network, not confirmed yet
deposit-confirming = Confirming: { $have } of { $want } confirmations
deposit-credited = Credited. It can be withdrawn after { $want } confirmations, { $have } so far
deposit-finished = Credited and free to withdraw
deposit-too-small = Below the minimum, but not lost: send more to the same address on the same network, and the sum is credited
deposit-cancelled = Failed on the network, nothing arrived. Ask the platform that you sent it from
deposit-suspended = Arrived, but deposits on this network are suspended. It is credited when they resume
deposit-blocked = Held back because of the sender’s address. A person checks it
deposit-account-frozen = Held back because your account is frozen
deposit-intercepted = Sent to a sub-account that takes no deposits. Write to us
deposit-kyc-limit = Waits for your identity verification: it is above your limit
deposit-travel-rule = Waits for details about the sender from the sending platform
deposit-exception = A person at the exchange is looking at it
withdrawal-created = Waits for you: confirm it in the e-mail
withdrawal-audit-required = Being reviewed
withdrawal-audited = Reviewed, about to be sent
withdrawal-held = Held for a security check
withdrawal-processing = Being sent
withdrawal-confirming = On the network, { $have } confirmations so far
withdrawal-finished = Sent. If it has not arrived, ask the receiving platform with the transaction ID
withdrawal-cancelling = Being cancelled
withdrawal-cancelled = Cancelled. The amount is back in your account
withdrawal-cancellation-failed = Too late to cancel: it goes out
withdrawal-failed = Failed. The amount goes back to your account
hold-unfamiliar-ip = Held: it was requested from an unfamiliar place.
hold-security-change = Held: security settings changed shortly before.
hold-new-address = Held: the address is new.
hold-identity-check = Held until your identity is confirmed.
hold-manual-review = Held: a person is looking at it.
hold-account-frozen = Held: the account is frozen.
unknown-not-connected = Not connected: support cannot see the account from here.
unknown-not-found = The exchange does not know this account.
unknown-unsupported = The exchange does not provide this here.
unknown-refused = The exchange did not give us this.
unknown-passing = Not known right now: the exchange does not answer. Nothing happens to the money because of that; look again in a few minutes.
account-uid = UID
account-vip = VIP level
account-kyc = Identity verification
account-level = Level { $level }
account-none = None
account-volume-30d = Traded in 30 days
account-volume-24h = Traded in 24 hours
account-worth = Value of all holdings
account-holdings = Holdings
account-2fa = Second factor
account-whitelist = Withdrawals only to listed addresses
account-anti-phishing = Anti-phishing code
account-on = On
account-off = Off
factor-totp = Authenticator app
factor-passkey = Passkey
factor-sms = SMS
factor-email = E-mail
account-frozen = The account is frozen since { $time }. Nothing leaves it.
account-as-of = As of { $time }
account-until = Until { $time }.
account-deposits = Deposits
account-withdrawals = Withdrawals
account-no-deposits = No deposits yet
account-no-withdrawals = No withdrawals yet

## What the exchange tells by itself

account-last-known = The exchange does not answer right now. This is what it said at { $time }
told-deposit-seen = Your deposit of { $amount } on { $network }: { $state }
told-withdrawal-held = Your withdrawal of { $amount } on { $network }. { $state }
told-until = { $what }. The hold ends by itself at { $time }
told-setting-password-changed = The password of your account was changed
told-setting-second-factor-changed = The second factor of your account was changed
told-setting-email-changed = The e-mail address of your account was changed
told-setting-phone-changed = The phone number of your account was changed
told-setting-whitelist-changed = The list of withdrawal addresses of your account was changed
told-setting-api-key-created = A new API key was made for your account
told-setting-new-device = A new device signed in to your account
told-setting-anti-phishing-changed = The anti-phishing code of your account was changed
told-setting-frozen = Your account was frozen
told-setting-unfrozen = Your account was unfrozen

## Tickets that go on in another one
transcript-merged = Goes on in { $number }
transcript-unmerged = Stands for itself again, apart from { $number }
transcript-joined = { $number } goes on here too
transcript-parted = { $number } stands for itself again
transcript-split-off = Some messages go on in { $number }
transcript-split-from = Begun with messages from { $number }
transcript-taken-back = The messages from { $number } stand here again
transcript-given-back = The messages stand in { $number } again
split-note = What you wrote about this in { $number } goes on here, so that both are answered without waiting for each other.

## A way in without a session
alert-subject = A check of your account
alert-note = The exchange has raised a risk alert: { $reason }. Nobody had written about this account. The customer was told nothing and does not see this ticket until somebody writes to them here: whoever reads along may be the thief.
alert-takeover-suspected = somebody else may be in the account
alert-unusual-withdrawal = what leaves is unlike what left before
alert-credentials-leaked = keys or passwords of the account are in the wrong hands
alert-other = it gives no particular reason
