# What the desk writes among itself in English. The format is that of ../story.rs; {who} is whoever a note mentions.
# `s` subject, `q` question, `a` answer, `w` one more question, `b` the answer to that, each behind its topic.

== common
mention: @{who} [could you have a look|can you take a second look|would you read this before I answer]? [{name} asks for more than I may decide|I am not sure about the last step|The reply in the macro does not fit here], reference {ref}.
mention: @{who} [heads-up|for your information]: [contact number {n} within {days} days|{name} has written {n} times by now|this one may come back], [I answer before {until}|my draft is ready since {clock}|facts checked at {clock}].
mention: [Second pair of eyes, please|Needs a decision]: @{who}, [do we refund the fee here|may I name a time|who writes to {name} first]? [Account {uid}.|Reference {ref}.]
mention: My shift ends {until}. @{who}, [please keep an eye on this|can you take it if {name} answers at night|the next step is yours], [everything is noted above|open point: what stood at {clock}].

node.s: {net}, transaction {txcut}: [where does it stand|confirmed but not booked|not seen by us]?
node.s: [Is the {net} node in step|Did the {net} scanner pass block {height}|{net}: is something held back]?
node.q: The customer's transaction {txcut} on {net} [shows its {need} confirmations|shows as confirmed in the explorer|is known to the network] [since {clock}|for {hours} hours], and [our side shows nothing|the account shows nothing|the entry does not move]. [Did the scanner pass block {height}|Is the {net} node in step|Was it picked up and not booked]? [Our reference is {ref}.|The ticket waits for you, reference {ref}.]
node.q: [Please look at|Can you check] {txcut} ({net}, {coin}). [First noticed|Last looked at it] at {clock}, [no entry in the ledger|it stands in the queue without a reason]. [Two other customers of today had the same.|It is the only one I know of.] Reference {ref}, account {uid}.
node.a: [Looked at it|Checked] at {clock}: the {net} [node was {mins} minutes behind|scanner had stopped at block {height}|worker had restarted in between] and has caught up. {txcut} [was replayed by hand|is in the batch that runs now|has gone through]. [You can tell the customer.|Nothing more to do on your side.|Tell us if it is not there in {mins} minutes.]
node.a: {txcut} is [in order|fine on the chain]: [it waits for the consolidation of {coin}|it was held because the hot wallet was being refilled|the fee was too low for {hours} hours]. [Expect it within {short} hours.|It moves with the next batch.] (Checked {clock}.)
node.w: [Thank you|Thanks, that helps]. [One more thing|One question left]: [are others in that window affected, so that we can write to them first|does the same hold for a second transfer of this account|may I name a time to the customer]? [Reference {ref}.|I answer them before {until}.]
node.b: [We went through the window|Checked the whole window]: [{n} more entries, all replayed|nothing else was affected|{n} others, they are booked by now], last look at {clock}. [{mins} minutes are safe to name.|No further action needed.]

engine.s: Code {err}: [our side or theirs|is the gateway in order|what do the logs say]?
engine.s: [Requests of one account|One account's orders] [refused with {err}|answered late], reference {ref}
engine.q: A customer [gets|reports] error {err} [since {clock}|for {hours} hours], account {uid}. [Do the gateways show these requests|Was there a restart in that time|Do we limit this account]? [Their log is in the ticket.|We could not reproduce it.] Reference {ref}.
engine.q: [Could you look at|Please check] what became of the requests of {uid} [around {clock}|in the last {hours} hours]: [they say that some were answered twice|they count {n} that were never answered|their count and ours differ]. Reference {ref}.
engine.a: [Found|We see] [{n} requests|a handful of requests] of this account [around {clock}|before {clock}]. [All were answered in time, the code is what the rules say|One gateway was drained late, and they fell on it|The limit applied; it resets by itself]. [Nothing is open on our side.|It is corrected, let them try again.] Ref {ref}.
engine.w: [Thanks|Thank you]. [Is that window over|Can it happen again|May I say so to the customer in these words]? [They ask for a time.|I write to them before {until}.] Ref {ref}.
engine.b: [It is over since {clock}|Over, last seen at {clock}]. [We are watching it for {hours} hours.|A fix is on its way within {days} days.|You may say so.]

legal.s: [May we say this to a customer|Is our answer in order|How do we word this], reference {ref}?
legal.s: [Claim|Complaint] of a customer, [answer due within {days} days|we need a position], {ref}
legal.q: [The customer says that we are liable|A customer mentions their lawyer|The customer wants a statement in writing] and [gives us until {until}|expects an answer within {days} days]. [May we state what the log shows|Which of our terms do we name|Do we answer, or do you]? Facts are in the ticket, reference {ref}.
legal.q: [Before I answer|Before this goes out]: the account {uid} [has been asked about by an authority|belongs to somebody who died, the family writes|is claimed by two people]. [What may we tell them|Do we freeze it until you know more]? Reference {ref}, noted at {clock}.
legal.a: [State the facts and nothing else|You may state what the log shows]: [what happened and when|the times and the amounts]. [No word on liability.|Do not offer anything yet.] [If they answer with a lawyer, the answer is ours.|We keep a copy under {ref}.] ({clock})
legal.a: [We have read it|Read at {clock}]: [the terms cover this, name the section on operating times|it needs a letter, we send it within {days} days|no need to freeze anything]. [Please do not promise a date.|Tell them that they hear from us.] Our file is {ref}.
legal.w: [Understood, thank you|Thanks]. [They came back|They wrote again] at {clock} and [ask for a name|want it by post|mention the regulator]. [Does your answer still stand|Anything to add]? Ref {ref}.
legal.b: [It stands|Nothing to add]. [By post is fine, within {days} days|No names; the department is enough|That is their right, and changes nothing for you]. [Noted {clock}.|File {ref}.]

constraint.sub_account: [Master account with|Runs] {n} sub-accounts: [withdrawals leave from the master account alone|only the master may change the whitelist|balances move between them at {clock}]. [Ask which of them it is about first.|The holder answers for all of them, account {uid}.]
constraint.region_limit: [Lives|Resident] where [perpetual contracts|earn products|margin trading] may not be offered: [do not point them to it|positions may be closed, not opened]. [As of {date}.|Legal knows of it, {ref}.]
constraint.old_api: [Their programs|Their bots] still call /v1 [for orders|for balances|for withdrawals], [which answers until {date2}|which goes away within {days} weeks]. [Point them to the guide on moving when they write about errors.|They know, and asked for {n} more weeks.]
constraint.known_fault: [Statements of this account|Their export of trades] [show the fee twice|miss the first day of a month|are an hour off], [known since {date}|reported under {ref}]. [Do not have them try again.|Send them the corrected file by hand.]
constraint.other: [Agreed on {date}|By agreement]: [answers go to their finance team too|nobody calls them before {clock}|withdrawals above their limit are looked at on the same day]. [Ref {ref}.|Account {uid}.]

stamp.agent: Reference {ref}, {clock}.
