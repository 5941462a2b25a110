### The customer's side. Short, active, second person; a time is promised or we say that there is none.

## Frame

site-skip = Skip to the content
site-nav = Main
site-my-tickets = My tickets
site-new-ticket = Write to us
site-language = Language
site-account = Account
site-signed-in-as = Signed in as { $name }
site-sign-in = Sign in
site-sign-out = Sign out
site-safety = We never ask for passwords, 2FA codes, seed phrases or private keys. Nobody from { $brand } does.
site-title = { $title } · { $brand } Support
site-error-title = Error: { $title }
site-support = { $brand } Support

## Verification: how sure we are of who writes

verification-signed-in = Signed in · until { $time }
verification-email = E-mail confirmed
verification-none = Not verified
verification-expired = Expired

## Ages

age-now = just now
age-minutes = { $count } min ago
age-hours = { $count } h ago
age-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

## Status: what the customer reads

status-open = We are working on it
status-waiting-on-customer = We need something from you
status-waiting-on-internal = A specialist team is checking
status-solved = Solved. Tell us if it is not
status-closed = Closed
status-next-open = We have not promised a time. The answer appears here.
status-next-waiting-on-customer = Answer below and we go on at once.
status-next-waiting-on-internal = We have not promised a time. As soon as they answer, you read it here.
status-next-solved = If it is not solved, write below or open it again: everything above stays with it.
status-next-closed = It takes no more replies. If it comes back, write to us and mention this number.

## Home

home-title = Support
home-heading = How can we help?
home-greeting = Hello, { $name }
home-open-tickets = Your open tickets
home-all-tickets = All my tickets
home-no-open = Nothing is open. If something is wrong, write to us.
home-topics = What is it about?
home-theft = My account was taken
home-theft-hint = Tell us at once. These messages are answered before all others.
home-anonymous = Sign in from the exchange, so that we know which account we are talking about.

## Signing in

sign-in-title = Sign in
sign-in-how = Support has no password of its own
sign-in-step-open = Open { $brand } in the app or on its website and sign in there.
sign-in-why = So nobody can pose as you by typing your e-mail address, and there is no second password to steal.
sign-in-development = This is a development desk: choose a demo customer instead.
sign-in-development-link = Demo customers
sign-in-needed = Sign in to see this page.
sign-in-failed-title = You are not signed in
sign-in-again = How to sign in
sign-in-other-title = Change the account?
sign-in-other = You are signed in as { $name }. The link that you followed belongs to another account.
sign-in-other-switch = Change to the other account
sign-in-other-stay = Stay signed in as { $name }

## New ticket

new-ticket-title = Write to us
new-ticket-category = What is it about?
new-ticket-category-choose = Choose
new-ticket-subject = Subject
new-ticket-subject-hint = In a few words, such as “USDT deposit has not arrived”.
new-ticket-body = What happened?
new-ticket-body-hint = When, which coin and network, which amount. Paste a transaction ID (hash) in full.
new-ticket-send = Send
new-ticket-as = We answer to the account of { $name }.
secrets-warning = Never write a password, a code, a seed phrase or a private key, not even here.
leak-edit = Edit my text
leak-send-anyway = Send anyway

## Files

files-label = Files
files-optional = optional
files-hint = Screenshots, recordings, PDF or logs. Up to { $count } files of { $size } each.
files-again = Choose new files again: a browser forgets them after an error.
files-kept = Already uploaded
files-keep = Keep { $name }
file-download = Download
file-download-name = Download { $name }
file-open-name = Open { $name }
file-meta = { $type }, { $size }
file-gone = This file was deleted
file-type-image = Image
file-type-video = Video
file-type-pdf = PDF
file-type-text = Text
file-type-other = File

## Form errors

form-problem = There is a problem
form-error-prefix = Error:
field-category-required = Choose what it is about.
field-subject-required = Write a subject, in a few words.
field-subject-too-long = The subject is too long: at most { $limit } characters.
field-body-required = Write what happened.
field-body-too-long = The text is too long: at most { $limit } characters. Attach a longer text as a file.
field-reply-required = Write a reply, or choose a file.
field-file = { $name }: { $problem }
field-file-waiting = Too many of your files already wait to be sent with a message. Send this message without it; files that are never sent are deleted within a week.

## My tickets

tickets-title = My tickets
tickets-open = Open
tickets-done = Solved and closed
tickets-none = You have no tickets
tickets-none-hint = When you write to us, your message and every answer appear here.
tickets-updated = Updated { $age }
tickets-older = Older tickets
tickets-newest = Newest tickets

## Ticket

ticket-number = Ticket { $number }
ticket-opened = Opened { $time }
ticket-category = About: { $category }
ticket-status = State of your ticket
ticket-thread = Conversation
ticket-you = You
ticket-system = Automatic message
ticket-erased = This message was deleted.
ticket-event-status = Now: { $status }
ticket-event-reopened = Opened again
ticket-reply = Your reply
ticket-reply-solved = Not solved? Tell us
ticket-reply-solved-hint = Sending this opens the ticket again.
ticket-send = Send
ticket-send-reopen = Send and open again
ticket-solve = It is solved
ticket-reopen = It is not solved
ticket-new-instead = Write to us again
ticket-earlier = Earlier messages
ticket-later = Latest messages
notice-ticket-sent = We have your message. Its number is { $number }.
notice-reply-sent = Your reply is sent.
notice-solved = Marked as solved. Thank you for telling us.
notice-reopened = Open again. We are back on it.
notice-signed-out = You are signed out.

## Live

live-off = Not live since { $time }. Checking every { $seconds } s.
live-draft = A draft from earlier is back in the field.
live-sending = Sending…

## Problems

problem-not-found-title = This page does not exist
problem-not-found = The address may be mistyped, or the ticket belongs to another account. Your own tickets are in the list.
problem-not-allowed-title = This is not possible
problem-form-only = This address only takes what is sent from a form. Open the page that you came from, and send it from there.
problem-unavailable-title = We cannot do this at the moment
problem-internal-title = Something broke on our side
problem-too-large-title = This is too large
typed-title = What you wrote
typed-text = It was not sent, and it is kept nowhere but on this page. Copy it, then go on; your files have to be chosen again.
problem-session-title = Please sign in again
problem-session-typed = Your session has ended. Sign in again; what you typed is still here.
problem-request-id = Request number
problem-home = To the start page
problem-tickets = My tickets

## Files

files-camera = Take a photo
files-drop = You can also drop files here, or paste a screenshot.
files-going = { $percent } sent
files-away = The connection is away. The upload goes on by itself when it is back.
files-done = Arrived
files-failed = It did not arrive. Try again, or send the message without it.
files-too-large = Larger than { $size }. Send a smaller one, or cut the recording.
files-empty = This file is empty. Choose another.
files-changed = This file was changed while it was being sent. Choose it again.
files-too-many = At most { $count } files go with one message.
files-remove = Remove { $name }
files-retry = Try again
files-hold = Your message goes out as soon as the files have arrived.
file-held = Being checked for viruses. It can be opened after that.

## Transcript, looks, sessions, how to reach us

take-title = Take the conversation with you
take-text = Every message of this ticket in a signed file. Anybody can check that nothing in it was changed, even without us. Messages of the last minute are in it, but not yet in the sealed history.
take-html = To read (HTML)
take-json = For programs (JSON)
take-html-part = To read, part { $number } (HTML)
take-json-part = For programs, part { $number } (JSON)
verify-title = Check a conversation file
verify-intro = You were shown a conversation with us? Choose the file, and we say whether it is genuine and what was changed in it.
verify-file = Conversation file (HTML or JSON)
verify-send = Check
verify-private = The file is looked at and forgotten. We do not keep it.
verify-none = Choose a file first.
verify-too-large = This file is larger than { $size }. No conversation file of ours is; larger ones can be checked with the command “proofdesk transcript verify”.
verify-genuine = Genuine
verify-genuine-meaning = This conversation took place with us, and nothing in the file was changed.
verify-changed = Changed
verify-changed-meaning = The file is signed by us, but it was changed afterwards. Do not rely on it.
verify-not-ours = Not from us
verify-not-ours-meaning = This file comes from another support desk. We can say nothing about it.
verify-key-unknown = Not signed by us
verify-key-unknown-meaning = The file says that it comes from us, but none of our keys signed it. Do not trust it.
verify-unreadable = Not a conversation file
verify-unreadable-meaning = We cannot read this as a conversation file. Perhaps it is another file, or it was saved anew by a browser or an editor.
verify-number = Ticket
verify-made = File made
verify-messages = Messages
verify-history = In the signed history
verify-covered = { $count } of { $all } records
verify-part = Part
verify-findings = What does not fit
verify-more = And { $count } more.
verify-text = The text of message #{ $number }
verify-author = The author of message #{ $number }
verify-time = The time of record #{ $number }
verify-file-of = A file of message #{ $number }
verify-status = The status in record #{ $number }
verify-erasure = The erasure of message #{ $number }
verify-record = The log entry of record #{ $number }
verify-entry = Record #{ $number }
verify-ticket = A fact of the ticket
verify-head = A fact about the file
verify-seal = The seal of the file
verify-page-entry = What the page shows of record #{ $number }
verify-page = What the page shows
verify-was-changed = { $what }: changed
verify-is-missing = { $what }: missing
verify-was-added = { $what }: added later
verify-was-moved = { $what }: in the wrong place
verify-does-not-fit = { $what }: does not fit the record
verify-keys = Our keys
verify-keys-hint = Whoever checks without us needs one of these. The first is the present one.
looks-title = Who looked at my data
looks-intro = Your name, address, phone number and UID are hidden from our staff. When one of us reveals one of them, they must say why, and it is listed here. The same letters are always the same person.
looks-none = Nobody has revealed any of it.
looks-name = Your name
looks-email = Your e-mail address
looks-phone = Your phone number
looks-uid = Your UID
looks-transcript = The whole conversation of { $number }
looks-unknown = Something whose record was erased
looks-by = Staff { $code }
looks-reason = Reason
looks-reason-gone = erased
sessions-title = Where I am signed in
sessions-intro = These browsers are signed in to our support. If you do not know one of them, end it. Your sign-in at the exchange itself is separate: end that there.
sessions-here = This browser
sessions-since = Since { $time }
sessions-seen = Last used { $time }
sessions-unknown = Unknown browser
sessions-end = End this session
sessions-everywhere = Sign out everywhere
sessions-everywhere-hint = Ends all of these sessions, this one too.
notice-session-ended = The session is over.
notice-signed-out-everywhere = You are signed out everywhere.
reach-title = How to reach us
reach-intro = Choose what it is about, and we say how long our first answer took lately.
reach-way = Write to us
reach-way-hint = You can write at any hour. Our answer appears in your ticket on this site.
reach-measured = Half of the tickets about this had our first answer within { $median }, nine out of ten within { $p90 }.
reach-measured-half = Half of the tickets about this had our first answer within { $median }. For nine out of ten we cannot tell yet: too many still wait.
reach-basis = { $count ->
    [one] Measured on one ticket of the last 28 days. It is no promise.
   *[other] Measured on { $count } tickets of the last 28 days. It is no promise.
  }
reach-few = { $count ->
    [0] There was no ticket about this in the last 28 days, so we cannot say how long an answer takes.
    [one] There was only one ticket about this in the last 28 days: too few to say how long an answer takes.
   *[other] There were only { $count } tickets about this in the last 28 days: too few to say how long an answer takes.
  }
reach-waiting = More than half of the { $count } recent tickets about this still wait for an answer.
reach-panel = How fast we answer
reach-own = You already have open tickets about this
reach-own-hint = If it is the same problem, write there: everything that was said is in one place.
span-minutes = { $count } min
span-hours = { $count } h
span-days = { $count ->
    [one] one day
   *[other] { $count } days
  }
site-more = More

## Notifications

notices-title = Notifications
notices-none = Nothing new
notices-none-hint = When we answer, it stands here.
notices-unread = { $count ->
    [one] { $count } new notification
   *[other] { $count } new notifications
}
notices-new = New
notices-read-all = Mark all as read
notices-older = Older ones
notice-kind-receipt = We have your message
notice-kind-opened = We opened a ticket for you
notice-kind-reply = New answer
notice-kind-wrote = New message
notice-kind-waiting = We need something from you
notice-kind-solved = Solved
notify-title = What we send you
notify-intro = Everything about your tickets is on this site. Choose what else you get.
notify-mail = E-mail
notify-mail-hint = Goes to { $address }
notify-mail-none = We know no e-mail address of yours.
notify-language = Language
notify-language-hint = We write to you in this language.
notify-save = Save
notice-notify-saved = Saved.
notice-all-read = All marked as read.
link-title = Open your ticket
link-text = This link leads to your ticket { $number }. You got it by e-mail.
link-open = Open the ticket
link-note = You stay signed in on this device for two hours.

## Forms: the question box, one question a page, and a ticket's life

question-label = Your question
question-placeholder = Paste a transaction ID, an address or a link, or write a few words
question-hint = We read what you paste and lead you to the form that fits. Nothing is sent yet.
question-ask = Look
field-question-required = Write a few words, or paste a transaction ID, an address or a link.
field-question-too-long = This is too long for a question: at most { $limit } characters.
question-title = What we found in it
question-recognised = What we recognised
question-network = It can exist on { $network }.
question-networks = It can exist on { $count } networks.
question-mentioned = Your tickets that mention the same
question-fitting = This fits
question-fitting-hint = What you wrote is filled in already.
question-others = Something else
choose-drafts = Go on where you stopped
choose-kept = Kept { $age }
choose-withdrawn = “{ $category }” is no longer offered. Choose another topic: everything you wrote goes with you.
text-step-hint = What we can read from it, we do not ask again.
step-count = Step { $number } of about { $total }
step-back-link = Back
step-continue = Continue
step-lacking = I do not have it
step-kept = Kept on each page: you can go on with it on another device.
step-discard = Throw this draft away
find-hash-title = Where do I find it?
field-amount-invalid = Write the amount in digits, such as 250 USDT.
field-time-invalid = Write day and time, such as 2026-11-28 11:52 UTC.
field-asset-invalid = Write the coin’s short name, such as USDT.
field-asset-required = Write the coin’s short name, such as USDT.
field-amount-required = Write the amount, such as 250 USDT.
field-time-required = Write day and time, as well as you know them.
check-title = Look it over and send
check-intro = Change whatever is not right. Nothing is sent before you press the button.
check-facts = Your answers
check-picked = Read from your text
check-needed = Still needed
check-none = Not answered
check-change = Change
check-answer = Answer
check-missing = Answer this: { $question }
check-meanwhile = Your answers or files were changed on another page or device in the meantime. Look them over once more, then send.
new-ticket-subject-of = { $category }: { $what }
steps-title = What happens with it
step-done = Done:
step-now = Now:
step-next = Next:
step-opened = We received your message
step-opened-for = We opened this ticket for you
step-answered = { $name } answered
step-wrote = { $name } wrote to you
step-desk-wrote = The desk wrote to you
step-replied = You answered
step-asked = We asked you for something
step-handed-on = A specialist team took over
step-back = Back with support
step-solved = Solved
step-closed = Closed
step-reopened = You opened it again
step-nudged = You asked whether anybody is there
step-escalated = You asked for a specialist
step-escalated-lead = You asked for the lead
step-verification-asked = We asked you to show that it is you
step-verification-proven = You showed that it is you
step-verification-withdrawn = You need not show any more that it is you
step-next-open = You read our answer here
step-next-waiting-on-customer = You answer below, and we go on at once
step-next-waiting-on-internal = The specialists answer, and you read it here
step-next-done = If it comes back, you open it again
given-title = Your answers to our questions
nudge = Is anybody there?
nudge-from = If nobody has answered by then, you can ask from { $time }.
notice-nudged = We told them that you wait.
notice-proof-mailed = A link is on its way to your e-mail address. It may take a few minutes.
proof-title = Please show that it is you
proof-text-sign-in = Our support asks you to sign in once more.
proof-text-mail = Our support asks you to open this ticket by the link in our e-mail.
proof-until = You can do so until { $time }.
proof-mail = E-mail me the link
proof-link = Our support asked you to show that it is you. Opening the ticket here does that.
escalate = Ask for a specialist
escalate-title = Ask for somebody who may do more
escalate-intro = A specialist of the second tier looks at it, with everything above. Your ticket gets a high priority.
escalate-intro-lead = The lead looks at it, with everything above.
escalate-reason = What went wrong so far?
escalate-reason-hint = In a few sentences, at most { $limit } characters. It is added to your ticket as a message.
escalate-send = Ask for it
escalate-stay = Leave it as it is
escalate-from = The tier that has your ticket needs a day for it. You can go above from { $time }.
escalate-top = The lead has your ticket already. There is nobody above.
escalate-not-open = This ticket is solved or closed. Open it again first.
notice-escalated = Your ticket goes to the tier above, with your reason.
field-escalation-required = Write what went wrong, in a few sentences.
field-escalation-too-long = This is too long: at most { $limit } characters.

## The exchange bridge

account-title = My account
account-facts = Account
account-details = Details
account-tx = Transaction ID
account-address = Address
account-memo = Memo or tag
account-write = Something is wrong? Write to us
taken-lead = If somebody else may be in your account, freeze it now. One press; the questions come later.
taken-what-people = The security desk gets a ticket that goes before all others.
taken-what-back = You cannot undo it here. You get the account back once people know that you are its owner.
taken-button = Freeze my account now
taken-never = Nobody from us will call you afterwards and ask for a code, a password or a transfer to a “safe” address.
taken-pending = You asked for the freeze at { $time }. The exchange has not confirmed it yet; we go on asking.
taken-done = Your account is frozen since { $time }. Nothing leaves it. Receipt { $receipt }.
taken-refused = The exchange did not freeze the account by itself after you asked at { $time }. The security desk does it by hand.
taken-ticket = To the ticket
notice-freeze-asked = We have your call, before all others. This page tells you as soon as the exchange confirms.

## Web push

push-title = Messages in your browser
push-intro = When there is something new, your browser tells you at once, even while this page is closed. It names your ticket’s number, and neither words nor amounts.
push-add = Turn on in this browser
push-here = This browser
push-since = On since { $time }
push-sent = Last message { $time }
push-remove = Turn off
push-unsupported = This browser cannot show messages from sites. On an iPhone or iPad, add this site to the home screen first and open it from there.
push-denied = Your browser blocks messages from this site. Allow notifications for it in the browser’s settings, then load this page again.
push-refused = Your browser did not turn them on, and nothing has changed. Everything about your tickets is on this site all the same.
push-failed = That did not work, and nothing has changed. Load this page again and try once more.
push-no-script = Turning them on in this browser needs JavaScript.
notice-device-added = This browser tells you when we answer.
notice-device-removed = That browser tells you nothing more.

## Bounces

notify-mail-failing = Mail to { $address } came back, so we send none there for a day. Check the address in your account at the exchange.

## Completing: what the customer's side still lacked

missing-title = What we still need from you
missing-hint = We may not be able to go on without it.
missing-helpful = { $count ->
    [one] One more thing that would help
   *[other] { $count } more things that would help
}
answer-add = Add to the ticket
answer-added-to = It goes to your ticket at once, and whoever works on it sees it.
answer-meanwhile = This was answered elsewhere in the meantime. What you wrote is still here; send it again and it takes the other answer’s place.
answer-stands = The answer that stands now
answer-closed = This ticket is closed and takes no more answers. You can write to us again; what you wrote goes along.
answer-not-asked = This question is no longer asked.
answer-late-title = Your answer
answer-typed = What you wrote
answer-to-ticket = Back to the ticket
reply-late-title = This ticket was closed
reply-late = Your reply was not sent: we closed the ticket before it reached us. It can go into a new ticket, together with the number of this one.
reply-late-files = These files go along: { $files }
reply-late-new = Open a new ticket about this
notice-answer-saved = Added to your ticket. Thank you.
link-over-title = This link no longer works
link-over = It has expired, or you signed out everywhere. We can send a new one to the same address.
link-renew = Send me a new link
link-over-account = You have an account at { $brand } by now. Sign in there to see your tickets.
link-over-nothing = No new one can be sent to that address. Write to us again from where you wrote first.
link-sent-title = Look into your mail
link-sent = A new link is on its way to the address that the old one went to. It may take a few minutes.
notice-kind-link = A new link was mailed
reach-freeze = Somebody else is in your account
reach-freeze-text = Freeze it first, with one press. The questions come later, and your ticket goes before all others.
reach-freeze-sign-in = Sign in and freeze it, with one press. The questions come later, and your ticket goes before all others.
reach-freeze-act = Freeze my account
reach-ticket = A ticket on this site
reach-ticket-sign-in = Sign in through { $brand }, and write at any hour in any of our ten languages. The answer appears here.
reach-locked-out = You cannot sign in?
reach-locked-out-text = The sign-in page of { $brand } has the way back. Nobody lets you in by a message, and whoever asks you for a code there is not us.
reach-link = You got a link by e-mail
reach-link-text = Open it: it leads to your ticket without an account. One that is too old offers you a new one.
reach-look = Look it up first
reach-look-text = Paste a transaction ID, an address or a link: we say at once what it is and whether something is wrong with it.
reach-look-act = Paste it
reach-like-both = Only tickets in your language that were opened at about this time of day.
reach-like-language = Only tickets in your language.
reach-like-hour = Only tickets that were opened at about this time of day.
reach-no-promise = Measured over the last 28 days. It is no promise.
reach-unknown = There were too few tickets about this lately, so we cannot say how long an answer takes.
reach-waiting-many = More than half of the recent tickets about this still wait for an answer.

## What the exchange tells by itself

notify-app = The exchange’s app
notify-app-hint = A short note on your phone, without what you or we wrote.
looks-account = What the exchange says of your account
looks-intro-account = Who opens what the exchange says of your account is listed too, once in a quarter of an hour.
told-as-of = { $what } (as of { $time })
suspended-title = Networks that stand still
suspended-both = Deposits and withdrawals of { $what } on { $network } are suspended. Nothing is lost; they go on when the network does.
suspended-deposits = Deposits of { $what } on { $network } are suspended. What is sent now is credited when they resume.
suspended-withdrawals = Withdrawals of { $what } on { $network } are suspended. They go out when the network resumes.
suspended-all-coins = all coins
suspended-until = Expected to go on at { $time }.
notice-told-account = Your account

## Customer's side: news by topic

notify-topic = What it is about
notify-topic-tickets = Your tickets
notify-topic-tickets-hint = Answers, questions from us, and that something is solved.
notify-topic-account = Deposits and withdrawals
notify-topic-account-hint = What the exchange tells by itself: a deposit was seen, a withdrawal is held.
notify-topic-security = Security of your account
notify-topic-security-hint = A changed password or address may be somebody else’s doing, so this is always sent.
notify-always = Always
notify-push = Browser
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = That took too long to arrive
field-cut = What you sent was longer than we can take at once: its beginning is below, its end is not. Attach a long text as a file.
notify-older = This page was open since before an update, so nothing was saved. Below is what is chosen now, with what you just ticked. Look at it once more and save it.

## The help centre

help-title = Help
help-home-text = Answers about deposits, withdrawals, trading and your account at { $brand }.
help-empty = There is no article here yet.
help-all = Show all
help-all-of = Show all: { $section }
help-glossary = Glossary
help-glossary-text = What the words of an exchange mean, in plain language.
help-see = Articles about it
help-stuck = Still stuck?
help-stuck-text = Ask us. You do not have to repeat what you have read.
help-where = You are here
help-fallback = This page does not exist in { $wanted } yet. You are reading it in { $language }.
help-internal = Internal
help-internal-text = Only staff see this page. Do not send its address to customers.
help-updated = Updated
help-reviewed = Last reviewed
help-contents = On this page
help-step-by-step = Step by step
help-start-again = Start again
help-all-steps = Show all steps
help-rate = Did this help?
help-rate-yes = Yes
help-rate-no = No
help-rate-why = What was missing?
help-rate-note = In your words (optional)
help-rate-note-hint = Nobody answers here. For help with your own case, ask us.
help-rate-send = Send
help-reason-not-mine = It is about something else
help-reason-wrong = Something in it is wrong
help-reason-unclear = I do not understand it
help-reason-incomplete = It ends too early
help-reason-policy = I understand it and do not like it
help-related = Read next
help-before = Before you write: this may already answer it
notice-feedback-given = Thank you. Those who write these pages read what you said.
help-film = Video, opens in a new tab
help-field-memo = Memo
help-field-tag = Destination tag
help-field-comment = Comment (Memo)
help-terms = Version of the terms
help-terms-from = In force from
help-terms-until = Until
help-terms-in-force = in force
help-terms-time = Settlement time (UTC)
help-terms-window = Averaging window in minutes
help-terms-sample = Seconds between two samples
help-terms-average = Kind of average
help-terms-strike = Exactly at the strike
help-terms-days = Day count
help-terms-rounding = Rounding
help-average-arithmetic = arithmetic
help-average-time = time-weighted
help-strike-exercises = converted
help-strike-expires = not converted
status-next-promised = You have our answer by { $time }.
status-next-late = We promised an answer by { $time } and are late. It appears here.

## What comes too early or too often

problem-too-often-title = That was too often
notice-nudged-already = You told them already, or it is too early for it. Below it says from when you can ask again.
escalate-written = What you wrote

## Tickets that go on in another one
ticket-goes-on = This ticket goes on in { $number }
ticket-goes-on-text = We have put the two together, because they are about the same thing. Everything that was written here is shown there too, and what you write reaches us there.
ticket-goes-on-open = Go on in { $number }
ticket-joined-here = Also shown here: { $numbers }
message-origin = from { $number }
step-merged = Goes on in { $number }
step-unmerged = Stands for itself again, apart from { $number }
step-joined = { $number } goes on here too
step-parted = { $number } stands for itself again
step-split-off = Some messages go on in { $number }
step-split-from = Begun with messages from { $number }
step-taken-back = The messages from { $number } stand here again
step-given-back = The messages stand in { $number } again

## Search in the help centre

help-search-label = Search the help centre
help-search-placeholder = What do you want to know?
help-search-button = Search
help-search-suggestions = Articles that fit
help-search-heard = Articles found: { $count }. The arrow keys lead to them.
help-search-heard-none = No article fits yet.
help-search-title = Search
help-search-of = Search: “{ $words }”
help-search-count = { $count ->
    [one] { $count } article
    *[other] { $count } articles
}
help-search-foreign = Nothing in { $language }. In other languages: { $count }.
help-search-sections = Sections
help-search-everywhere = All sections
help-search-nothing = Nothing found for “{ $words }”
help-search-nothing-text = Try fewer or other words, or look at what helps most people. If that is not it, write to us.
help-search-not-ready = Search is not ready just now. Everything else works; please try again in a minute.
help-popular = What helps most people
help-fitting = These articles may answer it
question-articles = Articles that may answer it
question-articles-all = All results

## A way in without a session
write-title = Write to us
write-lead = You need not be signed in. Give an e-mail address, and we send you a link to your ticket.
write-without = Without signing in
write-without-text = Not signed in, or locked out? You can write to us all the same. You get a link to your ticket by e-mail.
write-email = Your e-mail address
write-email-hint = The link to your ticket goes there. Nobody is told whether we know the address.
write-send = Send
write-unproven = Until the link in the e-mail is opened we do not know who wrote: we tell nothing about an account, and change nothing in one.
write-no-mail = This desk sends no e-mail at the moment. We read what you write, but our answer cannot reach you. If you can, sign in and write from there.
write-not-taken = Your message was not sent
write-too-many = Many messages came from your connection within the last hour. Try again in an hour, or sign in. What you wrote stands below; files have to be chosen again.
write-too-many-of = Many messages named this address within the last day. Try again tomorrow, give another address, or sign in. What you wrote stands below; files have to be chosen again.
write-files-again = Choose your files once more: without a sign-in we keep none before the message is sent.
written-title = We have your message
written-number = Your ticket is { $number }. Note the number.
written-next = What happens next
written-mail = If the address is yours, an e-mail with a link to your ticket is on its way. It may take a few minutes.
written-open = Open that link. It shows us that you read the e-mail of this address, and our answers go there from then on.
written-read = A person reads your message and answers in the ticket.
written-first = The security desk reads your message before all others.
written-promise = You have an answer by { $time }.
written-once = So that strangers cannot fill a mailbox, an address that nobody has confirmed gets one such e-mail a day. If you wrote to us earlier today, go on in that ticket, by the link of that e-mail.
theft-now-title = What to do now, in this order
theft-now-freeze = Can you still sign in at { $brand }? Then sign in and freeze the account: one press.
theft-now-write = If you cannot, write to the security desk at once, without signing in.
theft-now-mailbox = Secure your mailbox: change its password and end all other sessions there. Whoever reads your mail can reset everything else.
theft-now-password = If you can still sign in at { $brand }, change your password there, end all other sessions and delete the API keys.
theft-now-wallet = Did you give somebody the seed phrase of a wallet of your own? Move what is in it to a new wallet.
theft-write = Write to the security desk
theft-no-freeze = We freeze no account on a message alone: else anybody could lock anybody out. People look at it first.
taken-open-lead = Somebody else may be in your account? Do this at once, in this order.
taken-open-sign-in = Sign in and freeze it
taken-stops = Once the exchange has confirmed it, nothing can be withdrawn or sent any more, by anybody, you included.
taken-hand-lead = If somebody else may be in your account, tell the security desk now. One press; the questions come later.
taken-hand-stops = People freeze the account by hand, because support cannot reach it from here. Until they have done so, withdrawals are still possible.
taken-hand-meanwhile = Meanwhile, if you can still sign in at { $brand }: change your password there, end all other sessions and delete the API keys.
taken-hand-button = Have my account frozen
notice-freeze-by-hand = We have your call, before all others. The security desk freezes the account by hand and tells you here.
sign-in-link = Sign in at { $brand }
sign-in-link-text = You sign in at { $brand } and come back to this page.
sign-in-step-choose = Choose “Support” there. It opens this desk, and you are signed in.
reach-write-text = Write at any hour, in any of our ten languages. You get a link to your ticket by e-mail.
field-email-required = Write your e-mail address.
field-email-invalid = This does not look like an e-mail address. Look it over.
field-email-too-long = This is too long for an e-mail address: at most { $limit } characters.

## What a department is asked, on the page behind its link
side-unnamed = A question of the support desk
side-intro = { $name } asks { $department } about ticket { $number }. The customer sees nothing of this page.
side-answer = Your answer
side-answer-hint = At most { $limit } characters. Only the support desk reads it.
side-send = Send the answer
side-until = This page opens until { $time }, and for longer when something new is written. It is for { $department } alone: please do not pass the link on.
notice-side-sent = Your answer is with the support desk.
side-too-many = Many answers came within the last hour. Try again in a while. What you wrote stands below.
side-full = This conversation has no room for more. Ask the support desk to begin another one. What you wrote stands below.
side-expired = Nothing was written for a while, so this link has expired. We can send it again, to your department’s address.
side-renew = Send the link again
side-renewed = The link is on its way to your department’s address. It may take a few minutes.
side-closed-title = This conversation is closed
side-closed = The support desk closed it. Nothing can be read or written here any more.
side-void = Another link took the place of this one. Open the newest e-mail of the support desk, or ask there.
field-side-required = Write your answer, or choose a file.
field-side-too-long = The answer is too long: at most { $limit } characters.

## What the exchange tells in articles
help-figures = What the exchange tells:
help-not-now = (not known right now)
help-not-now-table = The exchange does not answer right now, so this table cannot be shown. Please look again in a few minutes.

# Tables that are as long as the exchange makes them.
help-table-part = { $shown } of { $all } lines are shown here.
help-table-all = The whole table
help-table-found = { $shown } of { $all } lines
help-table-find = Find a coin, network or contract
help-table-earlier = Previous page
help-table-later = Next page
help-table-contracts = Contracts: leverage, margin and fees
help-table-dual-investment-pairs = Dual Investment: pairs on offer
help-table-earn = Earn: products on offer
help-table-fiat = Ordinary money: ways in and out
help-table-margin-interest = Margin loans: interest
help-table-memo = Coins that need a memo or tag
help-table-networks = Networks: minimums, confirmations and fees
help-table-withdrawal-fees = Withdrawals: minimums and fees

# What the house says of itself in articles.
help-col-kind = Kind
help-col-address = Address or name
help-col-place = Where you live
help-col-confirmation = Confirmation
help-col-decision = Decision
help-col-longest = At the latest
help-col-body = Body
help-col-until = Until when after the decision
help-channel-site = Website
help-channel-app = App
help-channel-mail = E-mail
help-channel-phone = Phone
help-channel-social = Social network
