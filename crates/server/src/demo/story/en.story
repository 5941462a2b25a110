# What customers and agents write in English. Its grammar: ../story.rs.

== common
hello: [Hi|Hello|Hey|Hi there|Hello there|Good morning|Good evening|Good afternoon],
hello: [Hi|Hello|Dear] [team|support|{brand} team|{brand} support|all],
hello: [Hi|Hello], [hope you are well.|hope somebody is awake over there.|first time I have to write to you.|me again, sorry.|quick one.]
hello: [To whom it may concern|Dear Sir or Madam|Good day],
plea: [Please|Could you please|Can someone] [check|look into this|have a look|look at it] [today|as soon as you can|when you get a minute|urgently]?
plea: [What do I do now|What else do you need from me|What is the next step|Is there anything I should do on my side]?
plea: [I need this by tomorrow|It is not a small amount for me|I am a bit nervous about this], [so a quick answer would help|so please let me know either way|please do not let it sit in a queue].
plea: [Any help appreciated|Would appreciate an answer|Appreciate any pointer|Looking forward to hearing from you].
plea: [I have attached what I have|I can send more screenshots if that helps|Happy to record the screen if needed|Tell me which screenshots you want].
bye: [Thanks|Thank you|Many thanks|Cheers|Best|Best regards|Kind regards|Regards|Thx],\n{me}
bye: [Thanks in advance!|Thank you very much.|Thanks a lot.|Cheers.|Ta.]
bye: {me}[|, UID {uid}|, {city}]
bye: [Sent from my phone, sorry for typos.|(writing this from {device})|UID {uid} in case you need it.]
angry: [This is ridiculous.|Unbelievable.|I am honestly furious.|Absolutely unacceptable.] [I have been waiting {hours} hours|{hours} hours of silence|It has been {hours} hours] [and nobody tells me anything|and all I get is canned text|while you hold my money].
angry: [If this is not sorted today I will file a formal complaint|My next message goes to the regulator|I will move everything to another exchange|I will post the whole thing publicly][, and I mean it|, be sure of that|].
angry: [WHERE IS MY MONEY???|Do you even read these tickets?|I want to talk to a human being, not to a bot.|Third time I explain this!!]
angry: [Your status page says everything is fine.|Your app just shows a spinner.|Your help page sent me in circles.] [Great joke.|It is not fine.|Nobody is fine here.]
detail: [Device|I use]: {device}, app {app}.
detail: [My UID is {uid}|UID: {uid}], [it happened around {when}|time was about {when}|first noticed at {when}].
detail: [I already|Already] [cleared the cache|reinstalled the app|tried another browser|logged out and in again|restarted the phone], [no change|same thing|did not help|nothing changed].
detail: [For context|Background|Just so you know]: [I have been with you for {n} years|I usually do this {n} times a month|never had a problem in {n} months|I moved here from another platform {n} weeks ago].
detail: [Same|It was the same] [with VPN off|on Wi-Fi and on mobile data|in a private window|on my laptop], [tested at {clock}|tried again {mins} minutes later|tried {n} times].
detail: [My timezone is {city} time|I am in {city}], so [the {clock} in the screenshot is local time|I may answer late].
ref: [For your records my own reference is {ref}.|The app showed support code {ref}.|There was a code {ref} at the bottom of the screen.]
dear: [Hi|Hello|Dear] {name},
dear: [Hi|Hello] {name}, [thank you for your message.|thanks for writing in.|thanks for the details.|thank you for waiting.|and sorry for the trouble.]
dear: Hello {name}, [{agent} here|this is {agent}|my name is {agent}] from {brand}.
regards: [Best regards|Kind regards|Best|Regards],\n{agent}\n{team}
regards: [Best|Thanks|Talk soon],\n{agent}
regards: — {agent}, {brand} support
look: I [have passed this|have just handed this|am passing this] to {desk} together with [everything you sent|your details|the data above]. [They usually answer within|An answer usually takes them about] {short} hours, and I will write to you as soon as I have it. You do not need to do anything in the meantime.
look: [One moment more, please|Bear with me]: I can see the [entry|record|request] but not why it stopped, so {desk} is checking it. [Expect news from me within {short} hours|I will be back within {short} hours], also if there is nothing new.
look: To be sure and not just to guess I asked {desk} to verify this. Reference {ref}. I will update this ticket [today|within {short} hours].
nudge: [Any news|Any update|Is there any news|Anything new] [on this|here|about my {amount}|yet]? [It has been {hours} hours.|Last message was at {clock}.|I checked at {clock}, still the same.|Still waiting.]
nudge: [Hello?|Hi again,|Hi {agent},] [it is {clock} now and|{hours} hours later and] [nothing has changed|still nothing|the app still shows the same].
nudge: [Just checking in|Following up|Bumping this], [is somebody on it|did {agent} get an answer|please do not close the ticket]? [Looked again at {clock}.|Day {days} now.]
more: [Nothing final yet|Not yet|Still open], [sorry for the wait|I am sorry|I know this is annoying]. I heard from {desk}: [at {clock} they were on it|they need {short} more hours|it is number {n} in their queue]. Your ticket stays open and your place in the queue does not change when you write.
more: [I checked again at {clock}|Checked with the colleagues at {clock}]: the case is being worked on, no decision yet. I would rather tell you that than invent a time. Next update from me within {short} hours.
remind: [Just a reminder|A short reminder|Friendly reminder]: [we still need|I am still missing] the details from my last message to go on. [The ticket stays open until {date}|Take your time, nothing is lost|Answer whenever it suits you]; if you no longer need help, you can close it yourself.
remind: [Hi {name}, are you still there?|Hello {name},] [without the information I asked for I cannot check this any further|as soon as I have what I asked for I can go on]. If something is unclear, just ask, I am in until {until}.
thanks: [It is there|Arrived|I can see it|Works now|All good now|Sorted], [thank you {agent}|thanks a lot {agent}|thanks {agent}, quick work]! [{amount} at {clock}.|Checked at {clock}.|Took {mins} minutes in the end.|You can close this.]
thanks: [Perfect|Great|Brilliant|Super|Lovely], [that did it|that was it|it worked] [on {device}|at {clock}|on the first try after your message|after {mins} minutes]. [Thanks|Thank you|Cheers] [{agent}|for the help|and have a nice day].
thanks: [ok thanks|ok thank you|thx|thank you so much|much appreciated], [{clock} and all fine|working since {clock}|everything fine after {mins} min|learned something new today, {agent}].
clear: [Understood|Clear now|Good to know|Makes sense], thank you {agent}. [I will do that|That answers it|Noted for next time] (it is {clock} here).
clear: Thanks {agent}, also for [answering at {clock} my time|being so quick: {mins} minutes]. [You can close this|No further questions|I will have a look tonight].
welcome: [You are welcome|Glad to hear it|Happy to help|Good to hear], {name}! [I am closing this for now; an answer here opens it again.|If it comes back, just answer here.|Enjoy the rest of your day.]
welcome: [Great|Wonderful|Perfect], thank you for [telling us|confirming|the feedback] at {clock}. [I set the ticket to solved.|Have a good {days} days ahead.|All the best from {team}.]
reopen: [Sorry, but|Hm,|Well,] it is [not solved|not fixed|still the same|back again]: [since {clock} I see the same thing|at {clock} exactly the same happened|{mins} minutes after your message it was back].
reopen: [I have to come back to this|Reopening this|Me again]. [It worked once, then at {clock} it failed again|You said solved, but I checked at {clock} and nothing changed|The answer does not match what I see].
reopen: [Please do not close it|Why was this closed]? [I am still missing {amount}|At {clock} nothing has changed on my side|My question about {when} was not answered].
again: [Thank you for coming back|Good that you wrote again|Sorry about that], {name}. I [reopened|have reopened] the case and gave it to {desk} with [the new time {clock}|what you wrote at {clock}|a note that the first answer did not hold]. You will hear from me within {short} hours.
again: You are right, [my answer did not cover that|I looked at the wrong entry|that is not what should happen], sorry. I am checking it anew with {desk}; reference {ref}.
done: [It is corrected now|This is done now|Now it is really fixed], confirmed by {desk} at {clock}. Please reload the page [and have a look|and tell me if anything still looks odd]; I am sorry that it took a second round.
done: The second check found it: [an entry was stuck in a review queue|a cache showed you an old state|one step had been left out]. It was put right at {clock}, and I looked at the result myself. [Please have a look as well.|Thank you for your patience, {name}.]
note: [Checked|Looked at] the account: [nothing unusual in the last {days} days|last sign-in from {city}, same device as always|2FA on, whitelist on, no recent changes|settings unchanged for {days} days].
note: [Customer is polite but worried, keep it short|Customer is upset, please answer before {until}|Writes from a phone, send short steps|Second contact about this within {days} days], [see above|ref {ref}|prefers answers in the evening].
note: Spoke to {desk} at {clock}: [known, no ETA|they see it too|nothing on their side|wait for the next batch]. Ref {ref}.
note: [Amount is above my limit|Needs four eyes|Second opinion wanted before we answer], [asked {desk}|left it for the lead|see ref {ref}].
note: [Template does not fit here|Macro would be wrong here], wrote by hand. [Facts checked at {clock}.|Do not promise a time.|Customer already tried the standard steps.]
hand: [Handing over|Passing on] to {desk}: [customer did the basics already|steps 1 to {n} of the runbook are done|facts are collected above]. [Open question: why the entry stopped at {clock}.|What is missing: a decision on {amount}.|Please answer the customer directly.] [Shift ends {until}.|Ref {ref}.]

stamp.agent: Reference {ref}, {clock}.
stamp.customer: UID {uid}, {clock}.
when: {date} at {then}
when: {then} [on {date}|({date})]
when: about {then}, {date}
city: Manchester
city: Toronto
city: Singapore
city: Lagos
city: Brisbane
city: Lisbon
city: Bangalore
city: Denver
wallet: [Ledger|Trezor] wallet
wallet: [phone|desktop|browser] wallet
wallet: multisig wallet
wallet: old paper wallet
team.money: Deposits & withdrawals
team.trade: Trading & API
team.people: Accounts
team.security: Security desk
desk.money: the wallet [team|desk]
desk.trade: the [trading|market operations] team
desk.people: the [account|verification] team
desk.security: the security desk

== deposit-not-credited/unconfirmed @btc
s: [Deposit|My deposit|{coin} deposit] of {amount} [not credited|not showing|missing]
s: [Where is my {amount}|{coin} sent, nothing arrived|Deposit pending since {clock}]?
o: I [sent|transferred|withdrew] {amount} [from my {wallet}|from another exchange|from my old wallet] [to my deposit address here|to {brand}] at {when} and [it still does not show|my balance is unchanged|nothing arrived]. [TXID|Hash|Transaction]: {tx}
o: [My deposit of|I made a deposit of] {amount} [has not arrived|is not credited]. The explorer shows {conf} [confirmations|confirmation(s)]: {link} [Sent at {when}.|Sent it at about {clock}.] [How many do you need?|Why does it take so long?]
t: {amount} not credited, tx {tx}
t: where is my {coin}? {tx} [sent {when}|since {clock}]
q: [So that I can find it|To find it]: was it sent [from a wallet of your own|from a wallet] or from another exchange, and [did you choose a low fee|which fee did you choose]? The transaction {txcut}… is known to the network but not in a block yet.
a: [From my own wallet|{wallet}], fee was [{n} sat/vB, the cheap setting|the lowest one, {n} sat/vB|whatever it suggested, {n} sat/vB I think]. [Did I do something wrong?|Can it get lost?|So it just waits?]
v: Your transaction has [{conf} of {need} confirmations|{conf} confirmations; we credit {coin} after {need}]. Nothing is lost: [it was sent with a low fee while the network is busy|blocks have been slow in the last hours]. As soon as it reaches {need} confirmations, {amount} is credited without any further step. [If your wallet offers it, you can raise the fee (RBF) to speed it up.|You can follow it here: {link}]
v: Good news: the transaction [got its {need} confirmations at {clock}|was confirmed at {clock}] and {amount} [is in your spot account|has been credited]. [The delay was the network's, not yours|It had waited for a block because of its low fee].
n: Mempool only so far, fee {n} sat/vB. Nothing to do for us, watch {txcut}.

== deposit-not-credited/below-minimum @small
s: [Small deposit|Test deposit|{amount}] [not credited|did not arrive]
s: Deposit [confirmed but not in my account|confirmed on chain, balance still zero]
o: I [did a test transfer|wanted to test the address first and sent a small amount], {amount} via {net}. [It is confirmed|{conf} confirmations already] but [nothing shows up|not in my balance]. Hash {tx}
o: {link} is [my test deposit|a small deposit of mine], {amount}. [Sent {when}.|It was sent at {clock}.] [All green on the explorer.|Status success.] [Why do I not see it?|Is the address wrong?]
v: The address is right and your coins are safe. The deposit is below the minimum of {min} for {net}, so it is not credited on its own. [It is not lost:|What helps:] send [another deposit|the rest] to the *same* address over the *same* network; as soon as the sum reaches {min}, all of it is credited.
n: {amount} < minimum {min}. Explain top-up, same address and network.

== deposit-not-credited/contract @evm
s: [{amount} from a smart contract|Deposit via bridge|Deposit through a DEX aggregator] [missing|not credited]
s: [Bridge transfer|Batch payout] of {amount} not [visible|credited]
o: I [withdrew from a DeFi protocol|bridged|was paid by a payout contract] directly to my {brand} address: {amount} on {net}. The transaction is [successful|green], {tx}, but [nothing arrived|the balance did not change]. The explorer shows my address only under "internal transactions".
o: {amount} [were sent by a contract|came out of a multisig] to my deposit address at {when} ({net}). {link} [Confirmations: {conf}.|{conf} confirmations by now.] Still nothing.
q: Could you confirm that {addr} is the deposit address that you used, and tell us which [bridge or protocol|service] paid it out?
a: Yes, {addr} is what your app showed me. The payout came from [a bridge|a multisig of my employer|an aggregator], [block {height}|included in block {height}].
v: Thank you. We found it: the coins came by an *internal* transfer of a contract, which is not credited automatically. [Such transfers are checked by hand against the trace of the transaction|The transfer has to be checked by hand]; that took until {clock}. {amount} [is now credited|was credited to your spot account]. Next time please send to a wallet of your own first, then to us.
v: The transfer came from inside a contract, so our wallet did not see it by itself. [We verified the trace|The trace matches], and the amount was credited at {clock} after deduction of the handling fee of {fee}, as announced on the deposit page.
n: Top-level `to` is a contract, value moves in a call of the trace. Recoverable by hand, fee applies. Block {height}.

== deposit-not-credited/token @evm
s: [Unknown token|New token] sent to my {net} address
o: I sent a token that you [do not list yet|seem not to list] to my {net} deposit address, [about {amount} worth|value around {amount}]. Transaction {tx}. [I thought every token works there.|The address is the same, so I assumed it works.] Can I get it back?
v: Thank you for the hash. The contract of this token is not one that we list, which is why nothing was credited. [Please note|Important]: a token is known by its contract address, never by its name. Tokens on a supported network can usually be returned by hand; [the request takes up to {days} days|we put it into the next return batch] and costs {fee}. I cannot promise the result before the wallet desk has checked the contract. [Shall I open the request?|I have opened the request, reference {ref}.]
n: Contract not listed. Check that it is no fake of a listed symbol before anything is promised.

== deposit-not-credited/node @any
s: {coin} deposit [confirmed long ago, not credited|stuck after {conf} confirmations]
s: {conf} confirmations and still no {amount}
o: [My deposit|{amount}] over {net} has more than enough confirmations ({conf}, you ask for {need}) and is still not in my account. Hash {tx}, sent {when}.
o: The explorer says {conf} confirmations, your page says {need} are enough. {link} [Where are my {amount}?|Who is right?]
t: {conf} confs, you need {need}, still nothing. {tx}
v: You were right: our {net} node had fallen behind by {n} blocks, so it had not seen your deposit yet. The node has caught up since {clock}, the ledger was compared with the chain, and {amount} was credited. I am sorry; this one was on our side.
v: It was on our side: deposits over {net} were paused for maintenance from {clock} on, and credited in order afterwards. Yours, {amount}, [is in your account now|was number {n} and is done].
n: Own node {n} blocks behind the reference head. While that lasts, "not found" means unknown. Told {desk}.

== withdrawal-pending/hold @any
s: Withdrawal [pending for {hours} hours|stuck in review|on hold]
s: {amount} withdrawal [not leaving|"under review"|pending]
o: My withdrawal {wid} of {amount} ([{net}|via {net}]) is [pending|in review] since {when}. [It normally takes ten minutes.|I have never had that before.] [Why?|What is being reviewed?]
o: [I requested|I made] a withdrawal at {when}, {amount} to {addr}, and it says ["security review"|"pending"] ever since. [Nothing by e-mail.|No mail, no explanation.] Number {wid}.
t: withdrawal {wid} pending {hours}h, why
q: Did you [change your password or your 2FA|change something in your security settings] in the last days, or sign in from a new place? The withdrawal was made from an address we had not seen before ({ip}).
a: Yes, I [got a new phone and moved the authenticator on {date}|changed my password on {date}|am travelling, in {city} right now]. [It was me.|All of that was me.] The IP {ip} is [the hotel|my mobile provider|my office].
v: Thank you. [A change of the security settings|A sign-in from an unfamiliar address] puts withdrawals on hold for 24 hours; that protects you if somebody else is in your account. The hold on {wid} ends at {until}, then it is sent without any step by you. I cannot shorten it, and nobody here can.
v: The review of {wid} is finished, everything was in order. {amount} left at {clock}: {tx}. [The hold was caused by the new device|It was triggered by the new address]; adding the address to your whitelist avoids it next time.
n: Hold reason: new IP {ip} plus settings changed. Matches what the customer says. Do not release early.

== withdrawal-pending/onchain @any
s: Withdrawal [completed but not received|"completed", nothing arrived]
s: {wid}: sent, [not received|but the other side has nothing]
o: {brand} says my withdrawal {wid} is completed, but [the other platform has not credited it|nothing arrived in my {wallet}]. {amount}, {net}, sent to {addr}.
o: Status is "completed" since {clock}, yet [no {amount} here|my {wallet} is empty]. Withdrawal {wid}. [Please check the hash.|Please resend it.]
v: Your withdrawal is on the chain with {conf} confirmations: {link}. For us it is final, so we can neither cancel nor send it again. Please give the hash {tx} to the support of the receiving platform, they can find it with that. If it is a wallet of your own, check that the {net} network is shown in it.
n: Final on chain, {conf} confirmations, recipient has to credit.

== withdrawal-failed/whitelist @stable !3310
s: Withdrawal [failed|rejected|cancelled by itself]
s: [Cannot withdraw|Unable to withdraw] {coin}: [address error|failed again]
o: [Every time|Each time] I try to withdraw {amount} it [fails|is rejected] with [error {err}|code {err}, {errmsg}]. Address {addr}, network {net}. [Tried {n} times.|The last attempt was at {clock}.]
o: Withdrawal {wid} [failed at {clock}|went to failed]. The {amount} [are back in my balance|came back], but I need to send them. [What is wrong with the address?|Same address worked {days} days ago.]
q: Which network did you choose, and is the address in your address book? It starts with "{addrcut}", which [fits {net}|does not look like {net2}].
a: [I picked {net2}|It was {net2}], [because it is cheaper|as I always do]. And no, it is not in the address book, [I pasted it|I scanned the QR code].
v: That explains it: the address belongs to {net}, but {net2} was chosen, so the request was refused before anything was sent. Nothing is lost, {amount} is back in your spot account. Please choose {net} and try again. [If you use the API: the list of allowed addresses there is separate from the address book of the website.|The fee for it is {fee}.]
n: Refused before broadcast. Balance restored, checked at {clock}.

== withdrawal-failed/minimum @small !3127
s: Withdrawal of {amount} [refused|rejected]
s: Cannot withdraw {coin}: {err}
o: I want to empty my {coin} balance, {amount}, and every attempt ends with [{err}|{err} "{errmsg}"]. [Last one {when}.|Tried it {n} times over {net}.] [The money is there, I can see it.|What is the minimum?]
o: {amount} over {net}: refused at {clock}. [I closed everything else and just want the rest out.|It is the last bit in the account.] [Is it stuck for ever?|How do I get it out?]
v: The amount is below the minimum for {net}, which is {min}, so it was refused before anything was sent; {amount} [is available again|came back at {clock}]. You can convert small balances into another coin under "Assets", or withdraw once it is at least {min}.
n: Below the minimum of {net} ({min}). Point to converting small balances.

== wrong-network/evm-twin @evm
s: Sent {amount} over the [wrong network|wrong chain]
s: {coin}: {net} instead of {net2}, [help|what now]
o: I made a stupid mistake. I sent {amount} over {net} to the address that you gave me for {net2}. Hash {tx}. [Is my money gone?|Can you still get it?]
o: [My friend|I] [used|chose] {net} although the deposit page said {net2}. {amount}, [sent {when}|at {clock}], address {addr}. {link}
t: wrong network!! {net} not {net2}, {amount}, {tx}
q: [Do not worry yet|First the good news]: the transaction is on {net} and went to your own address. Please confirm that {addr} is the address that you copied from our {net2} deposit page and that you did not send it through a contract or bridge.
a: Confirmed, {addr} [is copied from your {net2} page|came from your page]. Sent directly from {wallet}, no bridge.
v: The address is the same on both chains and its keys are with us, so this can be recovered. It is manual work: [the wallet desk moves the coins and credits {coin}|the coins are moved by hand and then credited], which takes {days} working days and costs {fee}. The request is open under {ref}; you will see each step here.
v: Recovered: {amount} minus the fee of {fee} was credited at {clock}. For next time: the network is chosen by the *sender*, so compare it with the name at the top of our deposit page before you confirm.
n: Twin address, chain is supported, keys are ours. Recovery request {ref}, fee {fee}.

== wrong-network/unsupported @evm
s: Deposit over a network that you do not have
s: [Sent to the right address, unsupported chain|Can coins on another chain be recovered?]
o: I sent {amount} to my {net} address over a chain that you do not list [(a new layer 2)|(some layer 2 from a promo)]. Explorer of that chain says success, hash {tx}. How do I get it back?
v: I have to be honest: we do not run that network, so we cannot see or move coins there, and deposits over networks that are not on the deposit page generally cannot be recovered. I do not want to raise hopes. If we add the network one day, this ticket number is enough to ask again. [I know that this is not the answer that you hoped for.|I am sorry.]
n: Chain not operated by us. Do not promise anything.

== missing-memo/none @memo
s: Forgot the [memo|tag] on my {coin} deposit
s: {amount} without [memo|destination tag]
o: I sent {amount} and forgot the [memo|tag]. Hash {tx}, sent {when}. [My memo would have been {memo}.|It should have been {memo}.]
o: [I did not know that a memo is needed|Nobody told me that a memo is needed] for {coin}. The {amount} left my {wallet} at {clock}: {link} Please credit it to UID {uid}.
t: no memo on {tx}, {amount}
q: It can be credited once it is clear that the sending address is yours. Please make a second small deposit of at least {min} from the *same* sending address, this time with your memo {memo}. It has to be made after this message.
a: Done, [{amount2} with memo {memo}|second transfer with {memo}] at {clock}: {tx2}
v: Thank you, the second deposit came from the same address with the right memo, so the first one is yours. {amount} was credited at {clock}.
n: No memo on chain, our hot wallet received it. Proof by second deposit from the same sender.

== missing-memo/wrong @memo
s: Wrong memo on {coin} deposit
o: By mistake I used an [old memo|memo from another account] when sending {amount}. Used: {memo2}. Right: {memo}. Transaction {tx}.
v: The memo {memo2} belongs to another customer's account, and the deposit was credited there. We are not allowed to take it back, and for reasons of privacy I cannot tell you who it is. What we can do, and did: we asked that customer to return it. If they agree, you hear from us; I cannot promise it.
n: Memo maps to another account: not recoverable by us. Request to the holder sent at {clock}.

== api-error/signature @any !4006
s: API: {err} {errmsg}
s: [Signature error|{err}] on {endpoint}
o: [All of a sudden|Since {clock}] every private call is answered with {err}. Public endpoints work. [Library|Client]: {lib}.\n\n{log}
o: I am signing exactly as documented and still get {err} "{errmsg}" on {endpoint}. [GET works, POST does not.|Without query it works.]\n\n{log}\n\nServer clock is synced, skew {skew} ms.
t: {err} on {endpoint}\n{log}
q: Could you send the *exact* string that you sign (without the secret!) and the body as it goes over the wire, byte for byte? Please never send the secret itself, we do not need it.
a: The string is:\n\n{prehash}\n\nand the body is sent by {lib}, which [adds spaces after the colons, I now see|sorts the fields|I cannot see in detail].
v: Found it: the body that is signed is not the body that is sent. Your library serialises the JSON again and adds spaces, so the signature cannot match. Serialise once, sign *that* string and send the same bytes. [The query has to be part of the path too, URL-encoded as sent.|A test call is in the attached note.]
v: The signature in your example is the SHA-256 of string plus secret; the documentation asks for HMAC-SHA256 with the secret as its key parameter, in lower-case hex. With that your call is accepted. Error {err} then disappears.
n: Recomputed candidates from the prehash: body re-serialised. No secret needed.

== api-error/expired @any !4010
s: {err} {errmsg} on [order placement|every third call]
s: API [timestamps|clock] problem, {err}
o: Random {err} answers ("{errmsg}") from {endpoint}, [about one call in {n}|mostly at full minutes]. My server is in {city}.\n\n{log}
o: [Orders|Requests] are rejected with {err} since I moved the bot to a [container|new VM|Raspberry Pi]. {lib}.\n\n{log}
v: Your requests arrive {skew} ms after their own timestamp; older than 5000 ms is refused. [The clock of that machine runs late|The clock drifts]: please sync it (chrony or ntpd) and compare with our server time endpoint. The header with the window can widen it, but that only hides the drift.
n: Timestamps late by {skew} ms on average, {n} samples.

== api-error/ip @any !4007
s: {err} {errmsg} after [moving the server|changing the provider]
o: We get {err} on all private endpoints. Nothing was changed [in the code|on our side except the provider]. Our address should be {ip}.\n\n{log}
v: The request came from {ip2}, which is not on the IP list of that API entry; {ip} is. Your provider [gave you a new address|sends through another gateway]. Please add {ip2} in the API settings (needs your 2FA there), then it works at once.
n: Sees {ip2}, list has {ip}.

== api-error/rate @any !4213
s: [Rate limit|429] although we are below the [limit|documented limit]
o: We are being limited ({err}, "{errmsg}") at roughly {n} requests per second on {endpoint}. The documentation allows more. UID {uid}.\n\n{log}
v: The limit counts per account, not per API entry, and there is a long-period limit beside the one per second; the headers `X-RateLimit-Remaining` and `X-RateLimit-LongPeriod-24H-Remaining` show both. On {date} the long one was used up at {clock}. A websocket subscription instead of polling {endpoint} would solve it for good.
n: Long-period limit, not the short one.

== order-rejected/price @any !3606
s: Order [rejected|refused]: {errmsg}
s: [Cannot place|Unable to place] a limit order on {pair}
o: My limit order on {pair} ({size} at {price}) is rejected with {err}. [The balance is more than enough.|I have enough balance.] [What does that mean?|Yesterday the same order went through.]
o: {pair}: order {order} was refused at {clock}, message "{errmsg}". [Market was moving fast.|I lost a good entry because of it.]
t: {pair} order rejected {err}, why?
q: Was it placed in the app or by API, and was a stop attached to it? The log shows {order} at {clock}.
a: [App|Web|By hand in the app], {app}. Limit {price}, [stop at {stop}|no stop].
v: Your price of {price} was too far from the market ({price2} at {clock}): the price limit of {pair} refuses such orders to protect against slips. It is not about your balance. A price closer to the market, or a market order with a slippage limit, is accepted.
n: Price band, works as designed. Order {order}.

== order-rejected/delay @any !4002
s: Order [executed late|delayed] on {pair}
o: Order {order} on {pair} was sent at {clock} and [answered with a timeout|{err}]. I sent it again, and now I have [two positions|double size]. [Who pays for that?|Please cancel one.]
v: I understand the anger. At {clock} the matching engine of {pair} answered slowly for {n} seconds. A timeout ({err}) means "unknown", not "failed": the order may have gone through, so the status should be asked before sending again. Both orders ({order} is one) were filled at market prices, so I cannot cancel them; [the fee of the second one was refunded|I asked for a refund of the second fee], reference {ref}.
n: Latency event {clock}, {n} s. Fee refund within my limit.

== liquidation-dispute/mark @perp
s: Liquidated although the price never [reached|touched] {liq}
s: Dispute: liquidation of my {pair} position
o: My {lev} {pair} position was liquidated at {when}. Liquidation price was {liq}, but the chart shows [a low of {price2}|that it never went there]. I want [my margin back|an explanation with data].
o: You closed my position ({size} {pair}, {lev}) at {clock}. On other venues the price did not go below {price2}. [This is a scam wick.|Explain this to me.]
t: liquidated at {liq}, chart low {price2}, explain
q: Which price did you look at, last price or mark price? Please also tell us if you had other positions in cross margin at {clock}.
a: [Last price in the app|The chart as it opens, so last price I think]. [Cross, yes, a small one in another pair|No other positions|Isolated].
v: Liquidation follows the *mark* price, not the last traded price. At {clock} the mark price was {mark}, computed from the index of several venues, and your liquidation price at that moment was {liq}. You can see each sample under "mark price history" for {pair}. Funding and fees had moved the liquidation price from the one shown at opening. So the liquidation was according to the rules; I am sorry that the result is a loss. If you disagree, you can file a formal complaint from this ticket.
n: Mark {mark} vs liquidation {liq}. Samples complete, no gap. By the rules.

== settlement-question/owed @owed
s: {product}: [wrong coin paid out|I got {coin2} instead of {owed}]
s: Order {order} settled against its own terms
o: Order {order}, {product}, strike {strike}, settled on {date}. Your page shows a settlement price of {settle}, so I should have received {owed}. I got {coin2}. [Please check.|Which of the two is wrong, the price or the payout?]
o: I was paid {coin2} for {product} {order} on {date}. Strike {strike}, settlement price {settle}: by the terms that means {owed}, [for Sell High and for Buy Low alike|whichever side it was]. [Correct me if I am wrong.|I want what the terms say.]
q: So that we look at the same thing: strike {strike}, settled {date}, and {coin2} arrived in your spot account at {clock}?
a: Exactly, {coin2} at {clock}. Order {order}. I [kept|have] a screenshot of the terms.
v: I recomputed your order {order} from its terms and from the index samples, and the payout does **not** agree with them. You were right to ask, and I will not explain it away: it is with {desk} as a settlement error since {clock}. You get what the terms say, or the full calculation if I am mistaken.
n: Recomputed: {settle} against strike {strike} means {owed}, paid was {coin2}. Do not send the standard explanation.

== settlement-question/dual @earn
s: Dual Investment: settled in the wrong coin?
s: Settlement of {product} [on {date}|not as expected]
o: My {product} order {order} (strike {strike}) was settled in {coin2}, [but the price was {spot} at midnight UTC|although the spot price was {spot}]. [Why?|I think this is wrong.]
o: I do not understand the settlement price {settle} of order {order}. On my chart {price2} was the price at {clock}. [How is it made?|Where does it come from?]
q: So that we look at the same thing: is it the order of {date} with strike {strike}, and was it Sell High or Buy Low?
a: Yes, {date}, strike {strike}, [Sell High|Buy Low, I think]. Order {order}.
v: The settlement price is not the price of one moment: it is the average of the index over the window before 08:00 UTC, and its samples are listed in the order's details. For {order} the average was {settle}, strike {strike}. Sell High pays in the quote currency if the settlement price is at or above the strike, otherwise the deposited coin comes back, each with its return; Buy Low pays the coin at or below the strike, otherwise the quote currency comes back. I compared your order with this rule line by line, and the result agrees with it.
n: Recompute from terms and samples before answering. Window average {settle}, strike {strike}.

== earn-and-staking/redeem @any
s: [Redemption|Unstaking] of {amount} takes long
o: I redeemed {amount} from [flexible earn|staking] at {when} and it is still "processing". [The page said minutes.|How long does unstaking take?]
q: Which product is it, flexible or the one with {term} days? The list shows two of yours in {coin}.
a: The [{term}-day one|flexible one], started on {date}.
v: Staked {coin} leaves the network's own unbonding period first, which we cannot shorten; yours ends on {date2}. Flexible products are redeemed at once. The date is also on the redemption page, [admittedly in small print|under "details"]. During the unbonding no reward accrues.
n: Unbonding period of the chain. Ends {date2}.

== earn-and-staking/reward @any
s: Where is my [staking reward|interest] for {date}?
s: [Missing|No] reward for {coin} on {date}
o: The [reward|interest] for {date} is missing, normally I get about {amount2} a day. [Everything else looks normal.|Product: {term} days, {apy}.]
o: Checked at {clock}: no {coin} [interest|reward] for {date}, although {amount} are locked at {apy}. [Did I miss a change of terms?|Is the run late?]
v: The reward for {date} was paid a few hours late and is there since {clock}: {amount2}. The delay was in our distribution run; nobody lost anything by it.
n: Distribution run late, {amount2} booked.

== login-or-2fa/lost
s: [Lost|Broke] my phone, cannot [log in|pass 2FA]
o: My phone [was stolen|fell into the water|is dead] on {date} and with it the authenticator. I know my password but cannot get past the second step. [I have no recovery codes.|The recovery codes were on the phone too.]
t: new phone, no authenticator, locked out
q: I can help with the reset. It needs a check of your identity: please start it on the sign-in page under "lost second factor" from a device that you used before. We never ask for your password or for codes, so please do not send them.
a: [Started it|Did that] at {clock} from {device}. It [asks for a selfie with a document|says under review]. [How long does it take?|What now?]
v: Your identity check is complete and the second factor was reset at {clock}. On the next sign-in you set up a new one; write the recovery codes on paper this time. Withdrawals stay on hold for 24 hours after a reset, which protects you in case somebody else had tried this.
n: Reset only through the identity check. No shortcut, whatever is told on the phone.

== login-or-2fa/clock
s: 2FA [code rejected|not accepted] since [yesterday|{clock}]
s: Authenticator codes [suddenly wrong|stopped working]
o: The 2FA codes are refused since {clock}. The clock on my {device} [is set automatically|should be right]. I have not changed anything.
o: Every authenticator code is "wrong" since {when}. [{n} tries, {n} failures.|Same codes, same phone, {device}.] [Am I locked out now?|Do I need a reset?]
v: The codes were refused because the phone's clock was {mins} seconds off. In the authenticator choose "time correction", or set the phone to network time. No reset needed, I checked that nothing is blocked on your account.
n: Clock drift, {mins} s. No reset.

== login-or-2fa/mail
s: [No e-mails|Verification mail does not arrive]
o: I do not get the [sign-in e-mail|verification mail] any more. [Tried {n} times since {clock}.|Spam folder is empty.] My mail is the one with {uid}.
v: Your mail provider refused our messages between {clock} and now ("mailbox full" in their answer). Please make room and allow our sender address; then ask for a new mail. The old ones are no longer valid.
n: Bounce: mailbox full. Not ours.

== account-change/email
s: Change of [my e-mail address|the registered e-mail|my phone number]
s: [New e-mail|New number], lost access to the old one
o: I would like to change the [e-mail|phone number] of my account, [the old one is with a former employer|I moved to another country|I lost access to the old one]. UID {uid}. [How does it work?|Which documents do you need?]
o: [I got married and|After my move] my data [has|have] changed. I need a new [name|address|e-mail] in the account. [What do you need?|The form on the website does not let me.]
q: Do you still have access to the old e-mail address? If yes, you can change it yourself in a few minutes; if not, there is an identity check.
a: [No, the old mailbox is gone|Sadly not|Yes, but only until {date}]. [I can do the identity check|I have my passport here].
v: It is changed since {clock}. We informed the old and the new address, as always with such changes, and withdrawals are on hold for 24 hours. If you get such a message one day without having asked, freeze your account with the link in it.
n: Identity check passed. Old channel notified.

== kyc/rejected
s: [KYC|Verification] rejected [again|twice|without reason]
s: Verification [pending since {date}|takes too long]
o: My verification was rejected with "document not readable". It is a normal [passport|ID card|driving licence], photo taken with {device}. [That was attempt number {n}.|Attempt {n} today.]
o: I submitted my documents on {date} and it is still "in review". [I cannot deposit until then.|Your page says 24 hours.]
q: Please upload a new photo: the whole document within the picture, no flash, all four corners visible. Only upload it in the verification page, not here in the ticket.
a: Uploaded again at {clock}, [without flash this time|in daylight]. [Better?|Hope that works.]
v: That one is good: your verification was approved at {clock}. The limits of the new level apply at once. [The old photo had a reflection over the number.|The earlier picture was cut off at one corner.]
n: Reflection over the document number. Ask for a new photo, through the KYC page only.

== theft/drained @any
s: [HACKED|Account hacked], {amount} [gone|withdrawn], not by me
s: URGENT: somebody [is in my account|withdrew my {coin}]
o: There is a withdrawal of {amount} to {addr} in my account at {when} that I DID NOT make. [Please stop everything.|Freeze it now!!] I still have access but who knows how long.
o: I got a mail about a login from {city} ({ip}) at {clock} and when I looked, {amount} were gone. That was not me. [Help!|Please help, please.] Transaction {tx}
t: HACKED. {amount} gone. FREEZE MY ACCOUNT
q: Your account is frozen as of now: no withdrawal, no trade, all sessions ended, API entries off. Please tell me: did you enter your data on any page or give remote access to anybody since {date}? Never send passwords or codes, not to us either.
a: [I clicked a link in a message on {date}, {url}|Somebody "from support" called me and I installed a remote app|I honestly do not know]. [I am so stupid.|It looked completely real.]
v: Summary of where we are: the account stays frozen until your identity check is complete and two of us agree. The withdrawal {tx} is final on chain, we cannot reverse it; we reported the address {addr} to the analytics providers and marked it here. For the police report we prepared a statement with times and addresses, it is attached to the case as {ref}. I am sorry that I cannot promise you the money back.
n: SECURITY: sign-in from {ip} ({city}), then withdrawal. Frozen at {clock}. Unfreeze needs two people.

== theft/leaked @leak
s: Is my wallet safe? I [typed|entered] my [words|recovery words] somewhere
s: [Wallet connected to a fake site|Fake site got my recovery words]
o: I [connected|synchronised] my wallet on a page from a search ad and it asked for my recovery words. Here they are so that you can check if the wallet is still mine:\n\n{leak}\n\nThere were {amount} in it. [Is it safe?|What should I do?]
o: Please restore my wallet, the app shows zero since {when}. {amount} should be there. These are the words:\n{leak}
t: wallet shows 0 since {when}, should be {amount}. {leak} please check
v: Please act right now: whoever has these words has the wallet. Make a **new** wallet with new words on a clean device and move everything out of the old one that is still there, starting with the largest amount. We removed the words from your message before anybody could read them, but treat them as known. We never need them, and nobody at {brand} will ever ask for them. If the same device was used for your account here, freeze the account with the button at the top of this page.
n: Words masked by the guard. Wallet is the customer's own, not ours. Priority urgent.

== impersonation/caller
s: Is this [really you|your number|from you]?
s: [Scam attempt|Fake support] in your name
o: Somebody calling himself {brand} support wrote to me as {handle} [on Telegram|on X|on WhatsApp] and wants me to "verify my wallet" at {url}. [Is that you?|Real or fake?]
o: I was called at {clock} by a "{brand} security officer" who knew my name. He wanted me to move {amount} to a "safe account". [I hung up.|I did not do it. Was that right?]
q: Thank you for asking first. Did you enter anything on that page or install anything? And can you send the full address, letter by letter?
a: No, I [only opened it|did nothing]. The address was {url}, account {handle}.
v: That is **not** us. We never write first on messengers, never ask you to move coins to a "safe" address, and never ask for passwords, codes or words. {url} is reported and on our block list since {clock}, {handle} as well. You can check any name, number or address on our verification page. As you entered nothing, your account is safe; I looked at the sign-ins of the last {days} days.
n: Reported {url} and {handle}. Nothing entered by the customer.

== fees/network @any
s: [Question about|Surprised by] the fee of {fee}
s: Why was I charged {fee}?
o: For my withdrawal of {amount} I was charged {fee}. [On the website I read something else.|A friend pays half of that.] Can you explain?
o: {fee} for sending {amount} over {net}? [Last time it was less.|The other exchange takes half.] [Where does that money go?|Is there a cheaper way?]
v: {fee} is the network fee for {net} at that time; it goes to the network and changes with its load. Other networks for {coin} can be cheaper, the withdrawal page shows all of them side by side. We take nothing on top.
n: Network fee of {net}, correct at {clock}.

== fees/tier
s: Which [fee|rate] applies to me on {pair}?
s: {rate} or {rate2}? [Fee question|About my tier]
o: Which fee applies to me on {pair}? I see {rate} in one place and {rate2} in another. [I am {tier}.|The app says {tier}.]
o: Order {order} on {pair} was charged {rate2}, but as {tier} I should pay {rate}. [Since {date}, I think.|Or did my tier change on {date}?]
v: You are {tier}, so maker and taker on {pair} are {rate}. The {rate2} that you saw is the standard rate without tier. The tier is computed every day from your 30-day volume and your holdings, [the next one starts at a volume of {volume}|the page "My tier" shows how far the next one is].
n: Fee correct, {tier} since {date}.

== suggestion/feature
s: [Idea|Suggestion|Feature request]: [dark theme for charts|price alerts by pair|export for taxes|address labels|hide small balances]
s: [Small|Simple] wish for the app
o: [I love the app, but|One thing that bugs me:] [the chart on {pair} forgets my indicators|there is no way to label my {net} addresses|I cannot sort by date in the history|the tax export has no column for fees]. [Would be great to have that by {date}.|Any plans?]
o: Could you add [an alert when {pair} crosses a price like {price}|a widget with the balance of {coin}|a read-only login for my accountant|a limit on {net} withdrawals per day]? [I would use it every day.|Other apps have that.]
v: Thank you, that is a good one. I put it on the list of our product team as {ref}, with your example of {pair}. I do not know whether and when it will be built and would rather not guess; if it is, this ticket gets a message.
v: Good news, most of it exists: [under "Alerts" you can set a price for {pair}|in the history, tap the column head to sort|the address book takes a label for every address]. The rest went to the product team as {ref}.
n: Product idea, ref {ref}. {n} similar ones.

== complaint/formal
s: Formal complaint [about ticket handling|about case {ref}|about your support]
s: Complaint: [{days} days without an answer|wrong information by support]
o: I hereby file a formal complaint. On {date} I reported a problem with {amount}; since then I have received {n} different answers and no solution. I ask for a written statement [within your legal deadline|by {date2}].
o: I am not satisfied with how case {ref} was handled. [I was told that it takes {hours} hours, it took {days} days|Your agent promised a call that never came]. Please treat this as a formal complaint.
q: We have registered your complaint today under {ref}; handling it is free of charge, and you receive the decision in writing. Please tell us which outcome you ask for, and the dates that matter to you.
a: I want [the difference of {amount2}|an apology and the correct information|the fee of {fee} back] and to know why it took {days} days.
v: Your complaint {ref} was examined point by point. We uphold it: the first answer was wrong and the second came late. [The fee of {fee} has been refunded|The amount of {amount2} was credited as goodwill]. If you disagree with the decision, the letter names the body that you can turn to, free of charge.
n: Complaint register {ref}. Acknowledged in time, decision due {date2}.

== other/tax
s: [Tax report|Statement|Transaction history] for [last year|{date}]
o: I need [a statement of all trades until {date}|a confirmation of my balance on {date}] for [my tax office|my bank|a mortgage]. Where do I find it? UID {uid}.
o: My accountant asks for [everything since {date}|all trades with their fees]. [Is there a PDF?|CSV would be best.] UID {uid}, app {app}.
v: You find it under Account → Statements: choose the period up to {date} and the format (PDF or CSV); the file is ready after about {mins} minutes and stays there for {days} days. It contains every order, fee, deposit and withdrawal with its time in UTC.
n: Standard question, no risk. Answered at {clock}.

== other/closure @any
s: [How do I close my account?|Closing my account]
s: [Question about|Help with] [the referral programme|my account closure|your e-mails]
o: How do I [close my account|leave the referral programme|get fewer e-mails]? [I have {amount} left in it.|The app ({app}) has no button for it.]
o: I do not trade any more since {date} and would like to close the account. [{amount} are still in it.|Nothing personal.] UID {uid}.
v: Please withdraw or convert what is left first ({amount} at the moment), then Account → Close account leads you through it. The history remains available for the time that the law prescribes. If you only want fewer messages, the notification settings may be enough.
n: Closure: balance first, {amount}.
