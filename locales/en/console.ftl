### The staff's console. Calm, short, active; a problem says what to do now.

## Everywhere

retry = Try again
refresh = Refresh
request-id = Request
close = Close
cancel = Cancel
save = Save
change = Change
delete = Delete
back = Back
continue = Continue
copy = Copy
copied = Copied
download = Download
on = On
off = Off
paused = Paused
never = Never
created = Created
acts = Actions
attempts = Attempts
just-now = now
you = you
you-subject = You
people = People
brands = Brands
required = Required
name = Name
name-hint = Customers and colleagues see it on your messages.
email = E-mail
password = Password
language = Language
theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast, light
theme-contrast-dark = High contrast, dark
density = List density
density-comfortable = Comfortable
density-compact = Compact
load-more = Load more
paged-further = Nothing among what was looked at so far. There is more.
refresh-failed = This could not be read again, so it may have changed since.
part-not-loaded = This part of the console could not be loaded
part-not-loaded-safe = Drafts are kept. Trying again loads the console anew.
load-failed = { $what } could not be loaded
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
not-allowed = You do not have the permission for this. An administrator can give it to you.
needs-permission = Needs the permission “{ $permission }”
skip-to-content = Skip to the content
missing-title = There is no such page
missing-text = The address may be mistyped, or what it led to may be gone.
go-to-inbox = Go to the inbox
failure-start = The console could not start
failure-unreachable = The desk does not answer. Check your connection; what you typed is kept in this browser.

## Signing in

sign-in-title = Sign in
sign-in-text = For members of staff.
sign-in-customer = This browser is signed in as a customer. Sign in with your staff account to go on.
sign-in = Sign in
signing-in = Signing in…
sign-out = Sign out
password-show = Show the password
second-step-title = Second step
second-step-totp = Enter the six digits that your authenticator app shows now.
second-step-recovery = Enter one of the recovery codes that you saved. Each works once.
totp-code = Code from your app
recovery-code = Recovery code
use-recovery-code = Use a recovery code
use-totp = Use the app
locked-out = Too many wrong attempts. You can try again in { $seconds } s.
step-up-title = Confirm that it is you
step-up-text = This is a dangerous act. Enter a code that your authenticator app shows now.
session-ended = Your session has ended. Sign in again; what you typed is still here.
enrolment-title = Set up your second step
enrolment-text = Your desk requires one. It takes a minute and an authenticator app.
totp-failed = The second step could not be prepared
totp-scan = Scan this with your authenticator app:
totp-qr = QR code with the key of your second step
totp-by-hand = Or type this key into the app:
totp-copy = Copy the key
totp-code-hint = Six digits, new every 30 seconds.
totp-confirm = Confirm
recovery-text = Keep these codes where you keep your passwords. Each lets you in once when your phone is not at hand. They are shown only now.
recovery-saved = I have saved them
link-title = Welcome
link-reset-title = New password
link-invitation-text = Choose a name and a password for { $email }.
link-first-administrator-text = You are the first here. This makes you the administrator of this desk.
link-password-reset-text = Choose a new password for { $email }.
link-sign-in = Your new password is set. Sign in with it and your second step.
link-failed = This link does not work
link-accept = Set the password and sign in
link-expires = This link works until { $at }.
password-hint = At least { $least } characters. A sentence that only you would say is good.
password-short = { $have } of at least { $least } characters
password-current = Present password
password-new = New password
password-change = Change the password
password-changed = Your password is changed.
password-text = Long is better than complicated.

## Views and queues

views = Views
teams = Teams
settings = Settings
queue-unassigned = Unassigned
queue-mine = Mine
queue-mentions = Mentions
queue-following = Following
queue-drafts = Drafts
queue-open = Open
queue-waiting_on_customer = Waiting on customer
queue-waiting_on_internal = Waiting internally
queue-solved = Solved
queue-closed = Closed
queue-all = All tickets
list-filter = Filter or search, or paste a number, hash or link
list-width = Width of the list
list-new = { $count } new
list-failed = The list could not be loaded
list-cut-above = The tickets above could not be loaded. Try again
list-cut-below = More tickets could not be loaded
list-no-match = Nothing here matches
list-no-match-text = The filter looks at what is loaded of this queue: number, subject, customer, assignee, team and tags.
list-clear-filter = Clear the filter
list-number = This looks like a ticket number
list-open-number = Open { $number }
empty-unassigned = Nobody is waiting for an owner
empty-unassigned-text = New tickets appear here until somebody takes them.
empty-mine = Nothing is waiting for you
empty-mine-text = Tickets that are assigned to you appear here.
empty-mentions = Nobody has mentioned you
empty-mentions-text = Tickets in whose notes a colleague mentions you or one of your teams appear here.
empty-following = You follow no ticket
empty-following-text = Tickets that you follow without being assigned appear here.
empty-drafts = Nothing waits to be sent
empty-drafts-text = What you have begun to write, on any device, appears here until you send it.
empty-open = No open tickets
empty-open-text = Whatever customers write appears here at once.
empty-other = Nothing here
empty-other-text = Tickets appear here as soon as they belong here.
go-to-unassigned = Take one from Unassigned
go-to-all = See all tickets
unread = Unread
row-draft = You have a draft here
verify-ask = Ask to prove it
verify-ask-again = Ask to prove it again
verify-nothing = There is nothing that this customer could prove
verify-asked-now = The customer is asked. The sentence goes with your reply.
verify-asked = Asked to prove it
verify-asked-line = { $identity } · { $name }, { $asked } · until { $until }
verify-proven = Proven as asked
verify-proven-line = { $identity } · { $proven } · asked by { $name }, { $asked }
verify-expired = Not proven in time
verify-expired-line = { $identity } · { $name }, { $asked } · until { $until }
verify-withdrawn = Not asked any more
verify-withdrawn-line = { $identity } · taken back by { $by }, { $withdrawn }
verify-take-back = Take back
verify-taken-back = The customer is not asked any more.
tabs = Tickets in tabs
tabs-kept = { $number } stays in a tab
tabs-full = There are { $count } tabs. Close one first
tabs-none = No ticket is kept in a tab. { $keys } keeps the open one
tabs-news = Something happened since you looked
tabs-close = Close the tab of { $number }
row-others = Also here: { $names }
presence-looking = { $name } is looking at this too
presence-typing = { $name } is writing
row-left = Now { $status }
assigned-to = Assigned to { $name }
risk-theft = Suspected theft
risk-theft-text = Treat whoever writes as unproven, and do not discuss security settings, until the owner is confirmed.

## Thread

thread = Ticket
thread-none = Choose a ticket
thread-none-text = Press J and K to move through the list, Enter to open, ? for help and all keys.
thread-failed = Ticket { $id } could not be loaded
thread-new = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
messages = Messages
back-to-list = Back to the list
link-copied = The link to this ticket is copied.
ticket-bar = About this ticket
set-status = Set the status
set-priority = Set the priority
assign-to = Assign to…
assign-nobody = Nobody
assigned-to-you = This ticket is yours.
solved-now = Solved.
tag-find = Find or make a tag
tag-remove = Remove the tag { $tag }
picker-nothing = Nothing matches
picker-create = Make “{ $text }”
internal = Internal
masked = { $kind } masked
file-erased = erased
picture = Picture { $name }
message-quoted = … quoted text
events-folded = { $count ->
    [one] { $count } earlier change
   *[other] { $count } earlier changes
}

priority-urgent = Urgent
priority-high = High
priority-normal = Normal
priority-low = Low

category-open = Open
category-waiting_on_customer = Waiting on the customer
category-waiting_on_internal = Waiting on us
category-solved = Solved
category-closed = Closed

## The names that statuses and roles come with; renamed ones are shown as they are

status-open = Open
status-waiting-on-customer = Waiting on customer
status-waiting-on-internal = Waiting internally
status-solved = Solved
status-closed = Closed
role-administrator = Administrator
role-team-lead = Team lead
role-agent = Agent
role-auditor = Auditor

channel-portal = Portal
channel-console = Console
channel-api = API
channel-email = E-mail
channel-chat = Chat

author-customer = Customer
author-staff = Staff
author-system = Proofdesk
author-operator = Operator
author-anonymous = Somebody

verification-signed-in = Signed in
verification-signed-in-until = Signed in · until { $until }
verification-email = E-mail confirmed
verification-none = Not verified
verification-expired = Expired
verification-then = When this was written

event-ticket-opened = { $actor } opened this ticket
event-ticket-status-set = { $cause ->
    [customer_replied] { $actor } replied: { $status }
    [customer_reopened] { $actor } replied and reopened it: { $status }
    [customer_solved] { $actor } said that it is solved
    [desk] What it waited for has come: { $status }
   *[staff] { $actor } set the status to { $status }
}
event-ticket-assignment-set = { $to ->
    [self] { $actor } took it
    [both] { $actor } assigned it to { $assignee }, { $team }
    [person] { $actor } assigned it to { $assignee }
    [team] { $actor } assigned it to the team { $team }
    [somebody] { $actor } assigned it
   *[nobody] { $actor } took the assignment away
}
event-assigned-round-robin = Assigned to { $assignee } by round robin
event-assigned-least-load = Assigned to { $assignee } by least load
event-assigned-away-and-reassign = { $to ->
    [team] Given back to the team { $team }, because whoever had it is away
   *[nobody] Given back, because whoever had it is away
}
event-assigned-member-disabled = { $to ->
    [team] Given back to the team { $team }, because whoever had it cannot sign in any more
   *[nobody] Given back, because whoever had it cannot sign in any more
}
event-ticket-priority-set = { $actor } set the priority to { $priority }
event-ticket-risk-set = { $risk ->
    [suspected_theft] { $actor } marked a suspected theft
   *[none] { $actor } took the suspicion of theft away
}
event-ticket-tagged = { $count ->
    [one] { $actor } added the tag { $tag }
   *[other] { $actor } added { $count } tags, { $tag } last
}
event-ticket-untagged = { $count ->
    [one] { $actor } removed the tag { $tag }
   *[other] { $actor } removed { $count } tags, { $tag } last
}
event-ticket-evidence-added = { $count ->
    [one] { $actor } added evidence: { $what }
   *[other] { $actor } added { $count } pieces of evidence
}
event-ticket-evidence-changed = { $count ->
    [one] { $actor } corrected evidence: { $what }
   *[other] { $actor } corrected evidence { $count } times
}
event-ticket-evidence-removed = { $count ->
    [one] { $actor } removed a piece of evidence
   *[other] { $actor } removed { $count } pieces of evidence
}
event-unknown = { $actor }: { $kind }

## Composer

composer = What you write
composer-reply = Reply
composer-note = Note
composer-reply-placeholder = Write the answer, its proof and the next step
composer-note-placeholder = Only staff see this
composer-to = To
composer-note-to = Only staff see a note. The customer never does.
composer-saved = Saved { $at }
composer-unsaved = Not saved: this browser’s storage is full
composer-empty = Write something first.
composer-uploading = A file is still on its way. Send when it has arrived, or remove it.
composer-forbidden = You can read this ticket but not write in it. That needs “{ $permission }”; an administrator can give it to you.
attach = Attach files
drop-files = Drop to attach
send = Send
send-when-live = Send when possible
send-menu = More ways to send
add-note = Add note
review-then-send = Review, then send
reply-and-solve = Send and solve
reply-and-wait = Send and wait for the customer
reply-and-wait-internal = Send and wait for colleagues
note-and-solve = Add and solve
note-and-wait = Add and wait for the customer
note-and-wait-internal = Add and wait for colleagues
conflict-title = { $count ->
    [one] { $name } wrote while you were writing. Your draft is kept.
   *[other] { $count } messages came while you were writing. Your draft is kept.
}
message-erased = What stood here was erased.
message-sending = Sending
message-waiting = Waiting to be sent
message-withdraw = Back to draft
upload-going = { $percent } %
upload-failed = The upload failed
upload-too-large = { $size }: at most { $limit } go in one file
upload-remove = Remove { $name }

## Not live

live-not = Not live since { $since }. Checking every 15 s.
live-unreachable = No connection since { $since }. Checking every 15 s; what you send waits here.
live-waiting = { $count ->
    [one] { $count } message waits to be sent.
   *[other] { $count } messages wait to be sent.
}

## Context

context = About the customer
context-width = Width of the context
customer = Customer
customer-forbidden = The customer’s facts need “{ $permission }”. An administrator can give it to you.
customer-field-name = Name
customer-field-email = E-mail
customer-field-phone = Phone
customer-field-uid = UID
customer-field-locale = Language
customer-field-country = Country
reveal = Reveal
reveal-field = Reveal { $field }
reveal-why = Why do you need it?
reveal-hint = Your reason goes to the audit log with your name.
identity-portal = Portal
identity-email = E-mail
identity-telegram = Telegram
identity-phone = Phone
identity-forum = Forum
reveal-left = { $count } more this hour
hide-again = Hide again
earlier-tickets = Earlier tickets
earlier-none = This is their first ticket.
routing = Routing
fact-category = Category
fact-channel = Channel
fact-language = Language
fact-opened = Opened
fact-changed = Changed
fact-last-word = Last word
fact-customer-since = Known since
last-word-customer = Customer’s
last-word-staff = Ours
last-word-system = Proofdesk’s

## Keys

help-title = Keys
help-start = A ticket, from the list to its answer
start-open = Go through the list, and open a ticket
start-mine = Make it yours
start-reply = Write to the customer. In the field keys are letters again
start-macro = In the field, where a line begins: find an answer that is written already (a macro)
start-send = Send it
start-solve = Or send it and set the ticket to Solved
start-leave = Leave the field, so that single keys act
start-undo = Take back what was done last. A reply waits some seconds for that before it leaves
start-next = The next ticket of the list, with the cursor in its reply
start-else = Everything else by its name: type what you want, then Enter
start-about = An act is about what is selected; with nothing selected about the open ticket, and with none open about the row where the keyboard is.
help-list = List
help-ticket = Ticket
help-compose = Writing
help-go = Go to
help-page = Page
keys-then = then
keys-or = or
single-keys = Single keys act (those with Ctrl always do)
write-on-click = A click on a ticket puts the cursor into its reply
action-next = Next ticket
action-previous = Previous ticket
action-page-next = One screen of tickets further
action-page-previous = One screen of tickets back
action-first = First ticket
action-last = Last ticket of the list
action-next-write = Next ticket, into its reply
action-previous-write = Previous ticket, into its reply
action-open = Open
action-back = Back
action-search = Filter the list, or open a number
action-reply = Reply
action-note = Note
action-assign = Assign
action-assign-me = Assign to me
action-status = Status
action-solve = Solve
action-priority = Priority
action-tag = Tag
action-copy-link = Copy the link
action-look = Look at the newest file
look-none = This ticket has no file to look at.
action-next-message = Next message
action-verify = Ask the customer to prove who they are
action-keep-tab = Keep in a tab, or close the tab
action-next-tab = Next tab
action-previous-tab = Previous tab
action-previous-message = Previous message
action-send = Send
action-send-solve = Send and solve
action-send-wait = Send and wait for the customer
action-attach = Attach files
action-go-mine = Mine
action-go-mentions = Mentions
action-go-following = Following
action-go-drafts = Drafts
action-go-unassigned = Unassigned
action-go-open = Open
action-go-all = All tickets
action-go-solved = Solved
action-go-settings = Settings
action-toggle-views = Views, wide or narrow
action-toggle-context = Context, shown or not
action-next-region = Next region
action-previous-region = Previous region
action-help = This help

## Settings

settings-you = You
settings-people = People
settings-connections = Connections
settings-record = Record
section-profile = My profile
section-appearance = Appearance
section-security = My security
section-sessions = My sessions
section-members = Members
section-roles = Roles
section-teams = Teams
section-skills = Skills
section-tags = Tags
section-views = Views
section-api-tokens = API tokens
section-webhooks = Webhooks
section-jobs = Jobs
section-audit = Audit log

profile-text = How colleagues and customers see you, in which language and at which hour you read.
profile-saved = Your profile is saved.
profile-mention-mails = Mail me when a note mentions me while I am away
profile-mention-mails-hint = The mail names the ticket and who wrote the note, and nothing of what it says.
profile-review-mails = Mail me when articles of mine are due for review, or one is handed over that I could publish
profile-review-mails-hint = Once for each date, all that are due in one mail, and once for each text that is handed over. The console tells you in any case.
time-zone = Time zone
appearance-text = Kept in this browser only.
sound = Sound
sound-theft = A soft tone when a theft is suspected
sound-theft-hint = Once for each ticket that you may see, at most every five seconds. Browsers let a page sound only after a click or a key in it; before that, and where you have forbidden it, nothing sounds.
sound-try = Try it
sound-heard = It has sounded. If you heard nothing, look at the volume of the tab and of the device.
sound-forbidden = Your browser does not let this page sound. Allow it in the browser’s settings for this page, then try it.
pixels = { $least } to { $most } pixels; { $usual } is usual

security-text = How you prove that you are you.
totp = Second step
totp-short = Second step
totp-on = A code from your authenticator app is asked for at each sign-in.
totp-off = Your password alone lets you in. Set up an authenticator app.
totp-required = Your desk requires it.
totp-set-up = Set up
totp-remove = Remove
recovery-renew = New recovery codes
recovery-renew-text = The old codes stop working at once. Enter a code to show that it is you.
totp-remove-text = Your password alone will let you in, and your recovery codes stop working. Enter a code to show that it is you.

sessions-text = Where you are signed in. End what you do not recognise, then change your password.
session-device = Browser
session-begun = Begun
session-seen = Last used
session-this = This one
session-unknown = Unknown browser
session-end = End
session-end-title = End this session
session-end-others = End all others
session-end-others-text = Everywhere else, you will have to sign in again.
session-end-text = Whoever uses it has to sign in again.
session-end-this-text = This is the session that you are using. You will have to sign in again.

members-text = Who works here. A new member gets a link that you hand over yourself.
member-invite = Invite a member
member-invite-text = Inviting makes a link that works once. You hand it over; no mail is sent.
member-make-link = Make the link
member-new-link = New link
member-name-hint = May stay empty; the member can change it.
member-new-password = Link for a new password
member-end-sessions = End their sessions
member-end-sessions-done = { $name } is signed out everywhere.
member-reset-totp = Reset their second step
member-reset-totp-done = The second step of { $name } is reset.
member-state = State
member-active = Active
member-invited = Invited
member-disabled = Disabled
member-change = Change { $name }
member-sets = roles, teams, brands and skills
member-kept = Saved already: { $what }. The rest is not: save again.
member-disable = Disable
member-enable = Enable
member-disable-text = { $name } is signed out everywhere at once and cannot sign in. Nothing that they wrote changes.
member-enable-text = { $name } can sign in again with the password they had.
member-reassigned = { $count ->
    [one] One open ticket of { $name } goes back.
   *[other] { $count } open tickets of { $name } go back.
}
availability = Availability
availability-online = Online
availability-away = Away
availability-away_and_reassign = Away, give back what is open
availability-offline = Offline
availability-now = You are now: { $state }
availability-reassigned = { $count ->
    [one] You are away. One open ticket goes back.
   *[other] You are away. { $count } open tickets go back.
}
capacity = Open tickets at most
capacity-hint = { $count ->
    [0] They have none now.
    [one] They have one now, and keep it.
   *[other] They have { $count } now, and keep them.
}
capacity-unlimited = Without limit
link-once-title = One-time link
link-once = Hand this over on a channel that you trust. It works once, until { $at }, and is shown only now.
link-copy = Copy the link

roles-text = A role is a set of permissions, each with how far it reaches.
role-new = New role
role-create = Make the role
role-totp = Second step
role-totp-require = Whoever has this role must set up a second step
role-change = Change { $name }
role-delete = Delete { $name }
role-delete-text = Only a role that nobody has can be deleted.
role-fixed = Administrators may do everything. A second step can be asked of them all the same.
permission = Permission
reach-none = No
reach-own = Own
reach-team = Team
reach-brand = Brand
reach-all = All

permission-ticket-read = See tickets
permission-ticket-create = Open tickets for customers
permission-ticket-reply = Reply
permission-ticket-note = Write notes
permission-ticket-assign = Assign
permission-ticket-status = Set the status
permission-ticket-priority = Set the priority
permission-ticket-tag = Tag
permission-ticket-evidence = Add and correct evidence
permission-ticket-export = Take a conversation away
permission-customer-read = See customers, masked
permission-customer-reveal = Reveal a personal field
permission-constraint-manage = Add, change and end constraints on a customer’s account
permission-customer-erase = Erase a customer’s words
permission-member-read = See members
permission-member-manage = Manage members
permission-role-manage = Manage roles
permission-team-manage = Manage teams and skills
permission-token-manage = Manage API tokens
permission-webhook-manage = Manage webhooks
permission-brand-manage = Manage brands, categories, statuses and tags
permission-audit-read = Read the audit log
permission-job-manage = Manage jobs

teams-text = Tickets can be given to a team, and a permission can reach as far as one’s teams.
teams-none = No teams yet
teams-none-text = A team shares a queue and a reach.
team-new = New team
team-create = Make the team
team-change = Change { $name }
team-delete = Delete { $name }
team-delete-text = Its tickets stay with whom they are assigned to, without a team.
assignment = Assignment
assignment-first_come = First come
assignment-first_come-text = Nobody is assigned: whoever comes first takes a ticket.
assignment-round_robin = Round robin
assignment-round_robin-text = Whoever was given one longest ago is given the next.
assignment-least_load = Least load
assignment-least_load-text = Whoever has the fewest open tickets for what they can take is given the next.

skills-text = What members are good at: a topic or a language.
skills-none = No skills yet
skills-none-text = Skills say who is the best person for a ticket.
skill-new = New skill
skill-create = Make the skill
skill-kind = Kind
skill-topic = Topic
skill-language = Language
skill-tag = Language tag
skill-tag-hint = Such as ja, zh-Hans or pt-BR.
skill-hint = For example: Tron deposits, API, Japanese.
skill-delete = Delete { $name }
skill-delete-text = Members lose this skill. Nothing else changes.
tags-text = Short words that members put on tickets. A tag is made here, or when it is first put on a ticket.
tags-none = No tags yet
tags-none-text = Make the words that everybody should use, or put one on a ticket.
tags-find = Find a tag
tags-not-found = No tag is called so
tags-merge-text = Two tags for one thing: find the tickets by “tag:…”, give them the other tag, then delete this one.
tag-new = New tag
tag-create = Make the tag
tag-hint = Case does not matter; spaces become hyphens.
tag-rename = Rename { $name }
tag-rename-hint = All tickets follow. The old name still leads here: in macros, in views and when it is typed.
tag-delete = Delete { $name }
tag-delete-text = Only a tag that no ticket has can be deleted. A macro that puts it on makes it anew.

tokens-text = For programs. A token can do no more than whoever made it.
tokens-none = No tokens yet
tokens-none-text = A token lets a program use the API in your name, within the permissions that you choose.
token-new = New token
token-create = Make the token
token-name-hint = Which program will use it?
token-permissions = May
token-used = Last used
token-expires = Expires
token-revoke = Revoke
token-revoke-title = Revoke { $name }
token-revoke-text = Whatever uses it stops working at once.
token-revoked = Revoked
token-once-title = The new token
token-once = Put it where the program reads its secrets. It is shown only now.

webhooks-text = Signed messages to other systems about what happens here.
webhooks-none = No webhooks yet
webhooks-none-text = A webhook tells a system of yours about each new event, signed, again and again until it answers.
webhook-new = New webhook
webhook-create = Make the webhook
webhook-change = Change the webhook
webhook-delete = Delete the webhook
webhook-delete-text = { $name } is told nothing more. The log of its deliveries goes too.
webhook-url = Address
webhook-name-hint = Which system listens there?
webhook-everything = Tell it of everything
webhook-url-hint = HTTPS, reachable from this server, not inside its own network.
webhook-state = State
webhook-enabled = Deliver
webhook-events = Events
webhook-all-events = All
webhook-event-count = { $count ->
    [one] { $count } kind
   *[other] { $count } kinds
}
webhook-rotate = New secret
webhook-secret-title = The webhook’s secret
webhook-secret = Your system needs it to check the signature. It is shown only now.
deliveries = Deliveries
deliveries-text = What was sent, what was answered, and what is tried again.
deliveries-none = Nothing delivered yet
deliveries-none-text = The next event that this webhook wants appears here.
delivery-event = Event
delivery-state = State
delivery-answer = Answer
delivery-delivered = Delivered
delivery-pending = Pending
delivery-failed = Given up
delivery-again = It will be delivered again.
redeliver = Deliver again

jobs-text = Work in the background. What was given up after its last attempt needs somebody: look at the error, mend its cause, then try again. What waits or runs is looked at only.
jobs-state = State
jobs-state-dead = Given up
jobs-state-waiting = Waiting
jobs-state-running = Running
jobs-lane-all = Every lane
jobs-none-dead = No dead jobs
jobs-none-dead-text = Everything that was to be done has been done, or is being tried.
jobs-none-waiting = No job waits
jobs-none-waiting-text = Whatever was asked for is done, runs, or was given up.
jobs-none-running = No job runs
jobs-none-running-text = Most take less than a second: what stands here takes longer.
job-when-dead = Given up
job-when-waiting = Due
job-when-running = Held until
job-later = Later
job-kind = Job
job-error = Last error
job-retry = Try again
job-again = The job is back in the queue.
job-drop = Discard
job-drop-title = Discard { $kind }?
job-drop-text = It leaves the list and what it was to do is not done. The audit log keeps who decided so.

audit-text = What happened, in order, each event chained to the one before. Nothing here can be changed unnoticed.
audit-verified = Everything fits
audit-broken = { $count ->
    [one] { $count } thing does not fit
   *[other] { $count } things do not fit
}
audit-checked = { $events } events in { $streams } streams, { $messages } messages and { $files } files looked at.
audit-signed = The last signed checkpoint covers { $count } positions.
audit-unsigned = No checkpoint is signed yet.
audit-not-verified = The log could not be verified
audit-verify-title = Verify the whole log
audit-verify-text = Every event, message and file is compared with the chain. That takes a while on a large desk.
audit-proof = Save the proof
audit-erased = What this event said was erased. Its digest is still in the chain.
audit-root = Root
audit-verify = Verify
audit-verify-again = Verify again
audit-compared = { $count ->
    [one] One row compared with its events.
   *[other] { $count } rows compared with their events.
}
audit-outside = { $count ->
    [0] No checkpoint is kept outside of the database.
    [one] One checkpoint that is kept outside of the database was held against it.
   *[other] { $count } checkpoints that are kept outside of the database were held against it.
}
audit-more = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
audit-running = Verifying… { $stage }: { $looked }
audit-stage-chains = events
audit-stage-feed = positions
audit-stage-tiles = tree
audit-stage-rows = rows
audit-stage-erasures = erasures
audit-stage-state = rows and their events
audit-filter = Filter
audit-where = Ticket number or stream
audit-who = Member or actor
audit-from = From
audit-until = Before
audit-widen = Show everything
audit-none = No such events
audit-none-text = Widen the filter to see more.
audit-at = Time
audit-actor = Actor
audit-kind = Event
audit-stream = Stream
audit-seq = No.

## Evidence: what is known of hashes, addresses and links

evidence-as-written = Taken as it was written
evidence-state-checked = checked
evidence-state-shape = not checkable
evidence-state-phishing = fraudulent link
evidence-value = Value
evidence-host = Leads to
evidence-origin = Source
evidence-network-hint = Choose the one it is on, if you know it.
evidence-remove-title = Remove this from the ticket?
evidence-remove-text = { $what } is no longer shown or found on this ticket. The message itself stays as it is.
masked-told = The customer is told: { $advice }
text-looks-like = This looks like: { $what }. It is hidden before the message is saved.
list-with-evidence = Tickets with
list-show-queue = Back to the queue
list-no-evidence = No ticket has this
list-no-evidence-text = Nothing with this value was written in a ticket that you can see.

## Texts read again
event-ticket-message-masked = { $count ->
    [one] The guard masked a secret in a stored message
   *[other] The guard masked secrets in { $count } stored messages
}
event-ticket-subject-masked = The guard masked a secret in the subject
event-ticket-file-masked = { $count ->
    [one] The guard masked a secret in a stored file or its name
   *[other] The guard masked secrets in { $count } stored files or their names
}
permission-guard-rescan = Have stored texts read again by the guard
rescan = Stored texts
rescan-text = When the guard learns to find more secrets, every stored text is read again: messages, notes, subjects, form answers, drafts, macros, articles, names, tags, text files, forms and reasons. What is found is masked wherever it rests, and the log says so.
rescan-none = Not read again so far.
rescan-running = Reading { $stage ->
    [messages] messages and notes
    [tickets] subjects
    [evidence] evidence that was added by hand
    [answers] answers in forms
    [drafts] drafts of customers
    [reply-drafts] drafts of members
    [macros] macros
    [views] saved views
    [articles] articles
    [tags] tags
    [file-names] names of files
    [files] text files
    [customers] names of customers
    [terms] the glossary
    [searches] searches that found nothing
    [feedback] feedback on articles
    [constraints] constraints of customers
    [settings] names in settings
    [forms] forms
    [article-files] files of articles
    [identities] what accounts are called
   *[reasons] reasons
}: { $looked } read, { $masked } masked
rescan-done = Read { $looked }, masked { $masked }
rescan-start = Read all again
rescan-started = The stored texts are being read again.

## Notifications

sent-queued = Mail on its way
sent-queued-why = Mail waits: { $why }
sent-sent = Mail sent
sent-failed = Mail not sent
sent-failed-why = Mail not sent: { $why }
sent-bounced = Mail bounced
sent-bounced-why = Mail bounced: { $why }
sent-withheld = Not mailed
sent-withheld-why = Not mailed: { $why }
sent-about-receipt = Receipt
sent-about-opened = Ticket opened for the customer
sent-about-reply = Answer
sent-about-waiting = We wait for the customer
sent-about-solved = Solved
sent-error-unproven = nobody has proven that the address is the customer’s
sent-error-too-many = the address has had as many as it may in an hour
sent-error-bounced-before = the address was refused before
sent-error-connection = the mail server does not answer
sent-error-tls = the connection to the mail server is not secure
sent-error-timeout = the mail server is too slow
sent-error-no-mail-server = no mail server is configured
sent-error-no-address = the customer has no address
sent-error-address = the address cannot be written to
forgot-password = Forgot your password?
forgot-title = A new password
forgot-text = Type your address. If it is a member’s, we mail a link.
forgot-send = Send the link
forgot-sent = If the address is a member’s, a link is on its way. It works for three days. Nothing came? Ask an administrator.

## Forms: answers, customers who wait, tiers

answers-title = Answers
answers-count = { $answered } of { $asked } answered
answers-lacking = Does not have it
answers-missing = Missing: { $question }
row-nudged = Waits · { $count }×
row-tier-second = Tier 2
row-tier-lead = Lead
event-ticket-nudged = { $actor } asked whether anybody is there
event-ticket-verification-asked = { $actor } asked the customer to prove who they are
event-ticket-verification-proven = { $actor } proved who they are, as asked
event-ticket-verification-withdrawn = { $actor } no longer asks the customer to prove who they are
event-ticket-escalated = { $tier ->
    [lead] { $actor } asked for the lead
   *[other] { $actor } asked for a specialist
}

## Files

event-ticket-file-infected = { $actor } found a virus in a file: { $signature }
file-infected-as = Virus: { $signature }. Nobody can open it.
video-of = Video: { $name }
file-download = Download { $name }
file-preview = File
file-acts = What can be done with this file
file-place = { $at } of { $count }
file-by = from { $name }
file-masked-copy = Masked copy: secrets in it are hidden
file-gone = This file is gone, or you may not see it.
file-failed = This file could not be opened
file-unplayable = This browser cannot show this file. It can be downloaded.
file-no-viewer = This browser shows no PDFs in a page. The file can be downloaded.
file-only-download = Files of this kind are not shown here. They can be downloaded.
file-pdf = PDF: { $name }
file-text = Text: { $name }
file-text-part = { $loaded } of { $size } shown
file-text-whole = This is all of it
file-text-more = Load more
audio-of = Sound: { $name }
help-file = Looking at a file
action-next-file = Next file
action-previous-file = Previous file
action-zoom-file = Picture at full size, or whole
action-turn-file = Turn a picture
action-wrap-file = Break long lines of a text
action-save-file = Download

## The exchange bridge

account-card = Account at the exchange
transfers-card = Deposits and withdrawals
security-card = Security changes
security-card-none = No changes known
transfers-none = None
api-keys-card = API keys
api-keys-none = No API key
api-key-may-read = reads
api-key-may-trade = trades
api-key-may-withdraw = withdraws
api-key-anywhere = from anywhere
api-key-used = last used { $time }
api-key-unused = never used
api-key-until = until { $time }
api-key-over = over since { $time }
trading-card = Orders and positions
trading-show = Ask the exchange
trading-orders = Orders
trading-positions = Open positions
orders-none = None
positions-none = None
side-buy = Buy
side-sell = Sell
position-leverage = { $times }×
position-liquidation = Liquidated at { $price }, { $distance } % away
order-filled = { $filled } of { $size } filled
order-state-open = Open
order-state-partly-filled = Partly filled
order-state-filled = Filled
order-state-cancelled = Cancelled
order-state-rejected = Rejected
order-state-expired = Expired
order-reject-insufficient-balance = Rejected: not enough balance
order-reject-below-minimum = Rejected: below the minimum
order-reject-price-out-of-band = Rejected: the price is out of its band
order-reject-post-only-would-take = Rejected: post-only, and it would have taken
order-reject-reduce-only = Rejected: reduce-only, and it would have grown the position
order-reject-market-closed = Rejected: the market is closed
order-reject-rate-limited = Rejected: too many orders
order-reject-self-trade = Rejected: it would have met an order of their own
order-reject-account-frozen = Rejected: the account is frozen
act-freeze-pending = Freeze asked for, not confirmed yet. Tries without an answer: { $count }
act-freeze-done = Frozen by the customer. Receipt { $receipt }
act-freeze-refused = The freeze did not go through: do it by hand now
security-change-password-changed = Password changed
security-change-second-factor-changed = Second factor changed
security-change-email-changed = E-mail changed
security-change-phone-changed = Phone changed
security-change-whitelist-changed = Address list changed
security-change-api-key-created = API key made
security-change-new-device = New device
security-change-anti-phishing-changed = Anti-phishing code changed
security-change-frozen = Frozen
security-change-unfrozen = Unfrozen

## Web push

sent-push-queued = Push on its way
sent-push-queued-why = Push waits: { $why }
sent-push-sent = Push sent
sent-push-failed = Push not sent
sent-push-failed-why = Push not sent: { $why }
sent-push-bounced = No browser to push to
sent-push-bounced-why = No browser to push to: { $why }
sent-push-withheld = Not pushed
sent-push-withheld-why = Not pushed: { $why }
sent-push-error-too-many = the customer has had as many as they may in an hour
sent-push-error-no-push = push is not configured
sent-push-error-no-device = the customer removed it
sent-push-error-connect = the push service does not answer
sent-push-error-timeout = the push service is too slow
sent-push-error-404 = the push service knows it no more
sent-push-error-410 = the push service knows it no more
sent-push-error-429 = the push service asks us to wait
sent-push-error-403 = the push service does not accept us

## Bounces

sent-sent-why = Mail sent, but late: { $why }

## Completing: forms, transcripts, uploads in pieces

live-crowded = Not live since { $since }: too many windows of yours are connected. Close one; we try again every half minute.
upload-waiting = Waits for the others
upload-away = No connection; it goes on by itself
upload-changed = The file was changed or moved. Choose it again.
upload-empty = This file is empty
transcript-export = Export the transcript
transcript-text = What the customer may see of this ticket, signed, so that anybody can verify it. No internal notes.
transcript-why = Why?
transcript-why-hint = It goes into the log, and the customer reads it in their list of who looked at their data.
transcript-format = File
transcript-format-html = HTML, to read and to verify
transcript-format-json = JSON, for programs
transcript-language = Language of the page
transcript-export-part = Part (of { $parts }; 200 events each)
transcript-take = Export
transcript-taken = The transcript was exported.
settings-intake = Intake
section-forms = Categories and forms
forms-text = What tickets can be about, in the order in which customers choose, and what each category asks of whoever opens one.

section-brands = Brands
brands-text = The faces of your organisation: each has customers, tickets, categories, articles and words of its own.
brand-new = New brand
brand-create = Make the brand
brand-change = Change { $name }
brand-name = Name
brand-slug = Short name
brand-slug-hint = Lower-case letters, digits and hyphens. It stands in addresses and never changes.
brand-languages = Languages
brand-first-language = First language
brand-first-language-hint = For whoever reads none of the others.
brand-hosts = Own hosts
brand-hosts-none = None
brand-colours = Colours
brand-colours-text = Of the brand's pages for customers. They keep the lightness of our own, so that text on them can be read in light and in dark.
brand-colours-own = Colours of its own
brand-colours-none = Ours
brand-colours-told = Hue { $hue }, chroma { $chroma }
brand-hue = Hue
brand-hue-hint = 0 to 359: about 25 is red, 85 yellow, 145 green, 265 blue, 335 plum.
brand-hue-slide = Slide the hue
brand-chroma = Chroma
brand-chroma-hint = 0 to 400: 0 is grey, 160 vivid.
brand-chroma-slide = Slide the chroma
brand-look-link = Where is my deposit?
brand-look-text = We are looking into it.
brand-look-button = Send
brand-ratio-accent-text = Links: { $ratio } to 1, needs { $least }
brand-ratio-on-accent = Words on buttons: { $ratio } to 1, needs { $least }
brand-ratio-focus = Focus ring: { $ratio } to 1, needs { $least }
brand-hosts-text = A brand with a host of its own shows its pages there alone. Hosts are set on the server, in the configuration: http.brand_hosts.
forms-brand = Brand
forms-category = Category
forms-questions = Questions
forms-standing = Offered
forms-own = Own, version { $version }
forms-builtin = Built-in
forms-count = { $count } questions, { $mandatory } mandatory
forms-offered = Offered
forms-withdrawn = Withdrawn
forms-open = Open
forms-withdraw = Withdraw
forms-withdraw-title = Withdraw “{ $category }”?
forms-withdraw-text = Customers can no longer choose it. Tickets that have it stay as they are, and drafts wait for another category.
forms-offer = Offer again
forms-own-text = Your own questions, version { $version }. Tickets keep the version that they were opened with.
forms-builtin-text = The built-in questions. A change makes them your own.
forms-reset = Back to the built-in questions
forms-reset-text = New tickets are asked the built-in questions again. Older ones keep theirs, and your versions stay in the log.
forms-save = Save as a new version
forms-saved = Saved as version { $version }.
forms-restored = Changes that you had not saved are back.
forms-discard = Discard them
forms-wrong = Something is wrong with a question. It is marked below.
forms-load-theirs = Load what holds now
forms-none = No questions. Customers only write what happened.
forms-add = Add a question
forms-add-builtin = Add a built-in question
forms-full = A form has at most { $most } questions.
forms-untitled = New question
forms-conditional = Sometimes
forms-need = How much it matters
forms-need-mandatory = Mandatory
forms-need-helpful = Helpful
forms-need-mandatory-text = Mandatory: without it the ticket is not sent
forms-need-helpful-text = Helpful: with it the answer comes sooner
forms-can-lack = “I do not have it” is an answer
forms-key = Name in the API
forms-key-hint = Lower-case words with hyphens, such as card-type. Answers are kept under it.
forms-kind = Kind of answer
forms-kind-text = Text
forms-kind-choice = One of several
forms-kind-asset = Coin
forms-kind-network = Network
forms-kind-tx = Transaction ID
forms-kind-address = Address
forms-kind-amount = Amount
forms-kind-time = Day and time
forms-kind-order = Order ID
forms-kind-uid = UID
forms-kind-file = Files (one question a form)
forms-kind-api-request = API request
forms-kind-api-response = API response
forms-choices = Choices
forms-choices-hint = Names in the API; what customers read stands below, in each language.
forms-choice = Choice { $number }
forms-choice-add = Add a choice
forms-choice-remove = Remove { $choice }
forms-choice-name = What “{ $choice }” reads as
forms-when = When it is asked
forms-always = Always
forms-after = After “{ $question }”
forms-is = When the answer is “{ $value }”
forms-when-lacking = When they answer that they do not have it.
forms-when-none = Choose at least one answer.
forms-up = Move up
forms-down = Move down
forms-remove = Remove the question
forms-words = What customers read
forms-words-builtin = Built-in words, in all ten languages:
forms-words-own = Write own words
forms-language-add = Add a language…
forms-language-remove = Remove { $language }
forms-label = Question
forms-why = Why it is asked
forms-why-hint = One sentence. Customers read it below the question.
forms-no-english = Who reads another language gets the first one of these: there is no English.
forms-preview = As the customer sees it
forms-preview-language = Language of the preview
forms-preview-text = One question a page. Answer here to see which ones follow.
forms-preview-file = Choose files
forms-preview-none = Nothing is asked.
forms-optional = optional
forms-preview-lacking = I do not have it
section-statuses = Statuses
statuses-text = What tickets can be set to, in the order in which agents choose. A status is a free name over whose turn it is; customers read whose turn it is, and never the name.
statuses-none = No status
statuses-new = New status
statuses-create = Create
statuses-turn = Whose turn
statuses-turn-hint = It decides which lists show the ticket and what its customer reads, and cannot be changed later.
statuses-key = Name in filters and the API
statuses-key-hint = Lower-case letters, digits and hyphens, such as with-bank. It never changes.
statuses-standing = In use
statuses-builtin = Built-in
statuses-used = In use
statuses-retired = Retired
statuses-name-retired = { $name } (retired)
statuses-rename = Rename
statuses-rename-title = Rename “{ $name }”
statuses-retire = Retire
statuses-retire-title = Retire “{ $name }”?
statuses-retire-text = No ticket is set to it any more. Tickets that are done keep it and show it, and it can be brought back.
statuses-restore = Bring back
statuses-now-retired = { $name } is retired.
statuses-now-used = Tickets can be set to { $name } again.
statuses-note = The desk itself sets tickets to the five built-in ones when they are opened, answered, solved and closed: they can be renamed and moved, and stay. The first one of a turn is what keys and buttons such as “Send and solve” set.
names-hint-own = In one language at least. Who reads another one sees the nearest that there is.
names-hint-builtin = Where nothing stands here, the built-in word is shown.
forms-new = New category
forms-create = Create
forms-rename = Rename
forms-rename-title = Rename “{ $category }”
forms-slug = Name in addresses, filters and the API
forms-slug-hint = Lower-case letters, digits and hyphens, such as card-payment. It never changes.
forms-general = General questions
sent-about-link = New link
event-ticket-answered = { $actor } answered: { $questions }

## What the exchange tells by itself

sent-app-queued = App on its way
sent-app-sent = Told by the app
sent-app-failed = App not told
sent-app-bounced = No app of this account
sent-app-withheld = App not told: too many in an hour
section-exchange-events = Exchange events
exchange-events-text = What the exchange tells by itself, each once and in the order of its numbers.
exchange-events-none = The exchange has told nothing yet
exchange-events-none-text = docs/exchange-events.md shows how it sends the first event.
exchange-event = Event
exchange-event-account = Account
exchange-event-state = State
exchange-event-tickets = Tickets
exchange-event-received = Received
exchange-event-waiting = Waiting
exchange-event-handled = Handled
exchange-event-failed = Failed
exchange-event-all = All states
exchange-event-again = Handle again
exchange-event-again-done = It waits for its turn.
exchange-event-gone = What it said is destroyed. It can be handled once the exchange has sent it again.
exchange-gap = { $brand }: numbers { $from } to { $to } have not come. Later events wait for them.
exchange-gap-skip = Go on without them
exchange-gap-skip-title = Go on without these numbers?
exchange-gap-skip-text = Ask the exchange to send them first: it may send its stream again from any number, and nothing happens twice. If they come later after all, they are handled then.
exchange-kind-deposit-seen = Deposit seen
exchange-kind-withdrawal-held = Withdrawal held
exchange-kind-setting-changed = Setting changed
exchange-kind-risk-alert = Risk alert
exchange-kind-network-suspended = Network suspended
exchange-kind-network-resumed = Network resumed
exchange-kind-tier-changed = Tier changed
event-exchange-deposit-seen = The exchange on the deposit of { $amount } on { $network }: { $state } (as of { $time })
event-exchange-withdrawal-held = The exchange on the withdrawal of { $amount } on { $network }: { $state } (as of { $time })
event-exchange-setting-changed = The exchange on the account: { $state } (as of { $time })
event-ticket-risk-exchange = The exchange fears a theft from this account

## Customer's side: the exchange's app

section-app-push = Exchange app
app-push-text = Where notifications for the exchange’s own app go: one signed call each, for every customer who has an account and does not choose otherwise.
app-push-brand = Brand
app-push-address = Address
app-push-changed = Changed
app-push-none = No app is told
app-push-no-brand = There is no brand
app-push-set = Set the address
app-push-title = The app of { $brand }
app-push-call = docs/exchange-app.md shows a call and what to answer.
app-push-secret-title = The app’s signing secret
app-push-secret = Your system needs it to check the signature of each call. It is shown only now.
app-push-rotate-title = Make a new secret?
app-push-rotate-text = Calls for { $brand } are signed with the new one at once. Your system refuses them until it knows it; they are tried again.
app-push-remove = Remove
app-push-remove-title = Tell the app nothing more?
app-push-remove-text = Customers of { $brand } get no notifications in the exchange’s app any more. The secret goes too.

## Filters and saved views

filter-offers = What could stand here
filter-none = No ticket passes this filter
filter-none-text = Nothing that you can see here is all of this:
filter-wrong = This filter cannot be understood
filter-wrong-text = Above it says which word, and what could stand there. A team or tag may have been renamed.
filter-key-is = open, unassigned, unread…
filter-is-mentioned = a note mentions you
filter-key-status = a status by name
filter-key-category = what it is about
filter-key-assignee = whose it is
filter-key-participant = who follows it
filter-key-team = a team by name
filter-key-tag = a tag
filter-key-priority = how soon
filter-key-age = since it was opened
filter-key-waiting = since the customer waits
filter-key-created = the day it was opened
filter-key-updated = the last change
filter-key-chain = a network
filter-key-asset = a coin
filter-key-evidence = a hash, address or link
filter-key-from = a customer’s e-mail or UID, whole
filter-key-lang = the customer’s language
filter-key-channel = where it came by
filter-key-tier = who was asked for
filter-key-brand = a brand
filter-key-constraint = what is to be heeded about the customer
filter-is-open = our turn
filter-is-waiting = on the customer or another department
filter-is-waiting_on_customer = on the customer
filter-is-waiting_on_internal = on another department
filter-is-solved = solved
filter-is-closed = closed
filter-is-active = not solved, not closed
filter-is-unassigned = nobody has it
filter-is-assigned = somebody has it
filter-is-mine = assigned to you
filter-is-unread = with something you have not read
filter-is-theft = a theft is feared
filter-is-nudged = the customer asked after it
filter-is-escalated = somebody higher was asked for
filter-is-snoozed = put aside
filter-is-merged = goes on in another ticket
filter-is-split = messages of it go on in another ticket
filter-is-split_off = was split off another ticket
filter-is-linked = belongs together with another ticket
filter-value-me = you
filter-value-none = none
filter-value-mine = your teams
filter-value-today = today
filter-value-yesterday = yesterday
sort = Order
sort-label = Order: { $order }
sort-newest = Newest first
sort-oldest = Oldest first
sort-waiting = Waiting longest
sort-priority = Most urgent first
shown-number = Number
shown-status = Status
shown-priority = Priority
shown-category = Category
shown-tags = Tags
shown-lang = Language
shown-channel = Channel
shown-brand = Brand
shown-team = Team
shown-assignee = Assignee
views-own = My views
views-team = Shared in your teams
views-all = Shared with everybody
view-save = Save as view
view-save-verb = Save
view-keep = Save changes
view-reset = Discard changes
view-saved = “{ $name }” is saved.
view-change = Change the view
view-name = Name
view-filter = Filter
view-audience = Who sees it
view-for-own = Only me
view-for-team = The team { $team }
view-for-all = Everybody
view-for-a-team = A team
view-new = New view
views-text = Saved filters with names: your own, those of your teams, and everybody’s. Their order is changed beside the inbox.
views-none = No saved views yet
views-none-text = Filter the inbox and save what you typed, or make a view here.
view-shown = What each row shows
view-acts = More for { $name }
view-up = Move up
view-down = Move down
view-delete = Delete
view-delete-title = Delete “{ $name }”?
view-delete-text = Its tickets stay where they are.
view-delete-shared-text = It goes for everybody who sees it. Its tickets stay where they are.
view-broken = Its filter names something that is no longer there
view-gone = This view is not there
view-gone-text = It was deleted, or it is shared with other people.
permission-view-manage = Save and share views
channel-exchange = Exchange

## Keys, acts on many tickets, the command bar
action-select = Select
action-extend-next = Select, and on to the next
action-extend-previous = Select, and back to the previous
action-select-all = Select all that is loaded
action-unread = Unread again
action-commands = Command bar
action-acts = All actions
action-undo = Undo
action-availability = Online or away
undo = Undo
undo-too-late = Too late: it has gone.
help-change = Change keys
unread-now = Unread again, for you.
row-select = Select: { $subject }

bulk-bar = Selected tickets
bulk-clear = Clear the selection
bulk-selected = { $count } selected
bulk-all-shown = Everything that is loaded is selected.
bulk-reach = Select up to { $most }
range-lost = Only this ticket is selected: the one that the range began at is too far away, or not in the list any more.
range-part = { $count } of { $total } tickets of this range are selected. One act takes { $most } at most, and what has left the list is left out.
bulk-progress = { $done } of { $total }
bulk-stop = Stop
bulk-stopped = Not done: you stopped it.
bulk-busy = Not done: other tickets are still being changed. Try again when that is over.
undo-waits = It is undone as soon as it is done.
bulk-status = { $count ->
    [one] One ticket is now { $status }.
   *[other] { $count } tickets are now { $status }.
  }
bulk-priority = { $count ->
    [one] The priority of one ticket is now { $priority }.
   *[other] The priority of { $count } tickets is now { $priority }.
  }
bulk-assigned = { $count ->
    [one] One ticket went to { $name }.
   *[other] { $count } tickets went to { $name }.
  }
bulk-unassigned = { $count ->
    [one] One ticket is nobody’s now.
   *[other] { $count } tickets are nobody’s now.
  }
bulk-teamless = { $count ->
    [one] One ticket has no team now.
   *[other] { $count } tickets have no team now.
  }
bulk-tags = { $count ->
    [one] Tags of one ticket: { $tags }
   *[other] Tags of { $count } tickets: { $tags }
  }
bulk-nothing = { $count ->
    [one] Nothing to do: it was so already.
   *[other] Nothing to do: all { $count } were so already.
  }
bulk-unchanged = { $count ->
    [one] One more was so already.
   *[other] { $count } more were so already.
  }
bulk-undoing = Turning it back
bulk-undone = { $count ->
    [one] One ticket is as it was.
   *[other] { $count } tickets are as they were.
  }
bulk-left = { $count ->
    [one] One of { $total } tickets was left alone:
   *[other] { $count } of { $total } tickets were left alone:
  }
bulk-left-changed = Somebody changed it meanwhile. It is shown as it is now.
bulk-left-not-allowed = You may not do this to it.
bulk-left-not-found = It is no longer where you can see it.
bulk-left-refused = The desk refused it.
bulk-left-failed = The desk could not do it just now.
bulk-left-unsent = It was not sent.
bulk-left-limit-reached = That would be more than a ticket can have.
bulk-left-ticket-merged = It goes on in another ticket. Do it there.
bulk-select-left = { $count ->
    [one] Select this one
   *[other] Select these { $count }
  }
bulk-undo-done = { $count ->
    [one] Undo the one that was done
   *[other] Undo the { $count } that were done
  }

message-held = Goes in { $seconds } s
message-send-now = Send now
message-held-elsewhere = Your reply to { $number } goes in a few seconds.
send-refused-elsewhere = Your reply to { $number } was not sent and is its draft again. { $why }

section-keyboard = Keyboard
keyboard-text = Every key can be another one, or none. It is kept in this browser.
keyboard-press = Press the keys
keyboard-none = none
keyboard-remove = No key for: { $action }
keyboard-reset-one = The usual key for: { $action }
keyboard-reset = All keys as usual
keyboard-clash-same = { $keys } is taken by “{ $other }”. Give that another key first.
keyboard-clash-begins = { $keys } and the key of “{ $other }” begin alike, so that one of them could not be reached.
keyboard-clash-taken = { $keys } belongs to your browser or system.
keyboard-clash-letter = This acts while you write, so it needs Ctrl, Alt or a function key.
undo-seconds = Time to take a reply back
undo-seconds-hint = So long a reply waits before it leaves. Notes are added at once.
undo-seconds-of = { $seconds ->
    [0] None, send at once
   *[other] { $seconds } seconds
  }

command-title = Command bar
command-placeholder = assign, tag +urgent -spam, go …, or paste a hash, address or number
command-about-selected = { $count ->
    [one] About the one selected ticket
   *[other] About the { $count } selected tickets
  }
command-about-open = About { $number }
command-about-nothing = No ticket is open or selected
command-looking = Looking for its tickets
command-nothing = Nothing is called so.
command-foot = > actions · @ people · # numbers and tags
command-do-assign = Assign to
command-do-team = Team
command-do-status = Set to
command-do-priority = Priority
command-do-tag = Tags
command-do-go = Go to
command-do-open = Open
command-do-find = Find tickets with
# Words that begin a command, with commas between several. The English ones always work.
command-verb-assign = assign
command-verb-team = team
command-verb-status = status
command-verb-priority = priority
command-verb-tag = tag
command-verb-go = go
command-verb-open = open
bulk-running = { $count ->
    [one] Changing one ticket
   *[other] Changing { $count } tickets
  }

## Macros

macros = Macros
action-macro = Macro
section-macros = Macros
settings-answering = Answering
permission-macro-manage = Share macros
macro-pick = Find a macro
macros-none-here = No macro for this ticket yet. Settings → Macros makes one.
macro-foot = ↑ ↓ choose · Enter writes it, and nothing is done before you send
macro-foot-send = { $keys } sends it as it is
macro-write = Write it into the message
macro-send = Send at once: { $name }
macro-level-needed = Only for customers who are verified at least so: { $level }
macro-level-none = Everybody
macro-level-email = E-mail confirmed
macro-level-signed-in = Signed in
macro-level-short = from “{ $level }”
macro-in-language = { $language }, for { $number }
macro-as-note = Note
macro-acts-left-out = Some of what this macro does was left out: you may not do it, or whom it names is no longer there.
along-title = With the message
along-remove = Leave out: { $act }
along-status = Status: { $status }
along-priority = Priority: { $priority }
along-team = Team: { $name }
along-take = Assign to you
along-assign = Assign to { $name }
macros-text = Replies that are written once, in each language, with what is done to the ticket when they are sent.
macro-new = New macro
macros-none = No macros yet
macros-none-text = Write what you answer every day once, in every language that your customers read.
macro-find = Find by name or folder
macros-archived = Archived ({ $count })
macro-does = Does
macro-languages = Languages
macro-languages-count = { $count ->
    [one] One language
   *[other] { $count } languages
  }
macro-for = For
macro-uses = Sent
macro-only-text = Text alone
macro-audience-own = Only you
macro-audience-team = A team
macro-audience-all = Everybody
macro-archive = Archive
macro-archived = “{ $name }” is archived. Nobody is offered it any more.
macro-restore = Offer again
macro-restored = “{ $name }” is offered again.
macro-delete-title = Delete “{ $name }”?
macro-delete-text = Its texts and its count are gone then. What was sent with it stays as it was sent.
macro-saved = “{ $name }” is saved.
macro-save = Save macro
macro-reload = Load what is there now
macro-folder = Folder
macro-team = Team
macro-team-choose = Choose a team
macro-level = For customers
macro-level-hint = Whoever is verified less is not offered it, and cannot be sent it.
macro-as-note-check = Write it as a note among staff, and not as a reply
macro-not-yours = You can use this macro. Changing it is for whom it belongs to, or for who may share macros.
macro-used = { $count ->
    [0] Not sent yet
    [one] Sent with one message
   *[other] Sent with { $count } messages
  }
macro-text = Text in { $language }
macro-text-hint = Markdown. Where there may be nothing to know, say behind a bar what stands there then.
macro-fallback-words = …
macro-variables = Insert
macro-variable-customer-name = The customer’s name. The desk writes it when the message is sent; you do not see it before.
macro-variable-ticket-number = The ticket’s number
macro-variable-agent-name = Your first name, as customers see it
macro-variable-brand-name = The brand’s name
macro-variable-answer-asset = The asset that the customer named in the form
macro-variable-answer-network = The network that the customer named in the form
macro-variable-answer-amount = The amount that the customer named in the form
macro-variable-answer-order = The order that the customer named in the form
macro-preview = As the customer reads it, with examples
macro-does-title = What is done when it is sent
macro-does-hint = Whoever applies the macro sees this beside the message and can leave parts of it out. Taking the message back takes it back too.
macro-unchanged = Stays as it is
macro-takes = Whoever sends it
macro-hand-to = Team
macro-add-tags = Add tags
macro-remove-tags = Remove tags
macro-tags-hint = With spaces between them
command-do-macro = Macro
command-verb-macro = macro

## The help centre

permission-article-read = Read all articles, drafts and internal ones too
permission-article-write = Write articles
permission-article-publish = Publish and archive articles; sections and glossary
articles-title = Help centre
articles-text = What customers read before they write, and the runbooks that only agents see.
articles-filter = Which articles
articles-words = Title or address
articles-status = Status
articles-language = Language
articles-languages = Languages
articles-section = Section
articles-only = Show
articles-any = Any
articles-all = All articles
articles-due = Due for review
articles-outdated = Out of date
articles-missing = Missing translation
articles-none = No article here
articles-none-text = Change the filters, write one, or bring a folder with “proofdesk help import”.
article-new = New article
article-create = Create a draft
article-title = Title
article-slug = Address
article-slug-hint = Lower-case letters, digits and hyphens. It stays the same in every language.
article-summary = Summary
article-tags = Tags
article-tags-hint = With commas between them. Words that people search by.
article-body = Text
article-body-hint = Markdown. References stand in double braces, such as {"{{"}brand.name{"}}"}.
article-kind = Kind
article-kind-guide = Guide
article-kind-faq = Questions and answers
article-kind-reference = Reference
article-kind-troubleshooting = Step by step
article-audience = For
article-audience-public = Everybody
article-audience-signed_in = Customers who are signed in
article-audience-internal = Agents only
article-first-language = Written first in
article-language = Language
article-status-draft = Draft
article-status-in_review = In review
article-status-scheduled = Scheduled
article-status-published = Published
article-status-archived = Archived
article-version = Version { $number }
article-public-version = version { $number } is public
article-review-due = Review due
article-review = Read again, it holds
article-reviewed = Kept as reviewed.
article-open = Open
article-save = Save a new version
article-save-over = Review, then save yours
article-saved = Saved as a draft. What is public stays until you publish.
article-move-draft = Back to draft
article-move-in_review = Hand over for review
article-move-published = Publish
article-move-scheduled = Schedule
article-move-archived = Archive
article-moved-draft = It is a draft again.
article-moved-in_review = Handed over for review.
article-moved-published = Published.
article-moved-archived = Archived. Nobody reads it any more.
article-hour = Publish at
article-conflict = Somebody else saved this text meanwhile
article-conflict-text = Yours is kept below. Red is theirs, green is yours. Take over what you need, then save.
article-source-changed = The source changed from version { $from } to { $to }
article-source = Source in { $language }
article-preview = Preview
article-preview-none = Write something to see it here.
article-asking = Do these sentences ask the reader for a secret? We never ask for passwords, codes, phrases or keys.
article-looked = I looked at each of them: none does.
article-broken = These lead nowhere: { $names }
article-file-add = Add a picture or file
article-file-hint = Or paste it, or drop it onto the text. PNG, JPEG, GIF, WebP, AVIF, PDF or plain text, up to 10 MB.
article-file-going = { $name } is being uploaded…
article-file-too-large = { $name } is larger than 10 MB. Make it smaller and try again.
article-file-unnamed = picture
article-picture-title = What does the picture show?
article-picture-words = Words for the picture
article-picture-words-hint = For whoever does not see it. Say what matters in it, in the language of the text.
article-picture-decorative = It is only decoration and says nothing of its own
article-picture-insert = Insert
article-history = History
article-compare = Compare
article-restore = Take version { $number } into the editor
article-same = There is no difference in the text.
article-leave = Leave without saving what you wrote?
glossary-title = Glossary
glossary-text = Each term is explained where an article mentions it first.
glossary-new = New term
glossary-none = No term yet
glossary-term = Term
glossary-definition = Definition
glossary-forms = Forms in texts
glossary-forms-hint = With commas between them: plurals, other spellings, short forms.
glossary-edit = Change { $term }
glossary-delete = Delete { $term }
glossary-delete-text = Articles no longer explain it. Its page is gone.
ticket-articles = Help articles
ticket-articles-internal = For agents
ticket-article-insert = Put a link to “{ $title }” into the reply
macro-name = Name
article-masked = The guard takes something in it for a secret and hides it ({ $kinds }): look at the preview, and write it in other words.

## Search

sort-relevance = Best match first
sort-mentions = Unread mentions first

## Snooze

action-snooze = Snooze
action-go-snoozed = Snoozed
queue-snoozed = Snoozed
snooze-title = Snooze until…
snooze-later = Later today
snooze-tomorrow = Tomorrow morning
snooze-week = Next week
snooze-reply = Until the customer replies
snooze-deposit = Until the exchange tells of a deposit
snooze-choose = Choose a time…
snooze-wake = Bring it back now
snooze-word-tomorrow = tomorrow
snooze-until = Until { $at }
snooze-until-reply = Until a reply
snooze-until-deposit = Until a deposit
snooze-until-label = Until
snooze-zone = In your time zone, { $zone }. Whatever the customer does brings the ticket back before.
bulk-snoozed = { $count ->
    [one] Snoozed: { $until }.
   *[other] { $count } tickets are snoozed: { $until }.
  }
bulk-woken = { $count ->
    [one] The ticket is back.
   *[other] { $count } tickets are back.
  }
event-ticket-snoozed = { $actor } snoozed it: { $until }
event-ticket-woken = { $cause ->
    [time] It is back: the time has come
    [deposit] It is back: the exchange told of a deposit
    [department] It is back: a department answered
   *[staff] { $actor } brought it back
  }
woken = { $number } is back among your tickets.
command-do-snooze = Snooze
command-verb-snooze = snooze

## Merging tickets
action-merge = Merge
command-verb-merge = merge
command-do-merge = Merge into
merge-title = { $count ->
    [one] Merge this ticket
   *[other] Merge { $count } tickets
  }
merge-lead = Where does { $number } go on? Choose one of the customer's other tickets.
merge-lead-many = In which one do the { $count } tickets go on?
merge-find = Words of a ticket, or its number
merge-none = This customer has no other ticket that it could go on in.
merge-not-found = No ticket of this customer has these words or this number.
merge-strangers = The selected tickets are of different customers. Only tickets of one customer are merged, so that nobody reads what is not theirs.
merge-preview = What will happen
merge-will-close = { $count ->
    [one] { $number } is closed and goes on in { $into }.
   *[other] { $count } tickets are closed and go on in { $into }.
  }
merge-will-show = { $count ->
    [one] Its message is shown in { $into }, in order.
   *[other] { $count } messages are shown in { $into }, in order.
  }
merge-will-lead = What the customer writes to an old number arrives in { $into }. The customer's page says so; no mail is sent.
merge-will-status = { $into } becomes “{ $status }”, because there is still something to do.
merge-will-priority = { $into } gets the priority “{ $priority }”.
merge-will-theft = { $into } is treated as a suspected theft.
merge-will-tier = { $into } goes to: { $tier }.
merge-will-undo = It can be undone at any time.
merge-verb = Merge
merge-verb-into = Merge into { $number }
bulk-merged = { $count ->
    [one] Merged into { $into }.
   *[other] { $count } tickets are merged into { $into }.
  }
merge-notice = This ticket goes on in { $into }
merge-notice-text = Nothing more is written here. Its messages are shown there too.
merge-notice-draft = What you had begun to write is kept and goes along.
merge-open = Open { $into }
merge-apart = Take apart
merge-apart-one = Take { $number } apart again
merge-apart-done = { $number } stands for itself again.
merge-again-done = { $number } is merged again.
merge-from = From { $number }
event-ticket-merged = { $actor } merged it into { $number }
event-ticket-unmerged = { $actor } took it apart from { $number }
event-ticket-joined = { $actor } merged { $number } into this ticket
event-ticket-parted = { $actor } took { $number } apart again
merge-link-instead = Link them instead

## Linking tickets
action-link = Link
command-verb-link = link
command-do-link = Link with
command-verb-be = be
command-do-be = Set yourself to
command-verb-theme = theme
command-do-theme = Theme
command-verb-reveal = reveal
command-do-reveal = Reveal
linking-title = { $count ->
    [one] Link this ticket
   *[other] Link { $count } tickets
  }
linking-lead = Each of the two shows the other to colleagues who may see both. Customers are told nothing.
linking-find = Words of any ticket, or its number
linking-none = This customer has no other ticket. Write words or the number of any other one.
linking-not-found = No ticket has these words or this number.
linking-kind = What is it?
linking-kind-related = Something that belongs together with this
linking-kind-parent = What this is a case or a part of
linking-kind-child = A case or a part of this
linking-verb = Link
linking-verb-with = Link with { $number }
linking-done = { $number } is linked with { $other }.
linking-done-many = { $count ->
    [one] A ticket is linked with { $other }.
   *[other] { $count } tickets are linked with { $other }.
  }
linking-will = { $count ->
    [one] One ticket is linked with { $other }. It can be undone.
   *[other] { $count } tickets are linked with { $other }. It can be undone.
  }
linking-elsewhere = { $count ->
    [one] One of them goes on in another ticket, takes no link and is left out.
   *[other] { $count } of them go on in other tickets, take no link and are left out.
  }
linking-most = One ticket has at most { $most } links. What is beyond that is left alone, and you are told which.
linking-gone = { $number } is not linked with { $other } any more.
linking-remove = Take the link with { $number } away
linked-title = Linked tickets
linked-none = Linked with no ticket.
linked-related = Belongs together
linked-parent = This is a case of it
linked-child = A case of this
linked-hidden = a ticket that you may not see
event-ticket-linked = { $link ->
    [parent] { $actor } linked it as a case of { $number }
    [child] { $actor } linked a case of it: { $number }
   *[other] { $actor } linked it with { $number }
  }
event-ticket-unlinked = { $actor } took the link with { $number } away
event-ticket-participants-added = { $who ->
    [self] { $actor } began to follow it
   *[others] { $actor } added { $members } to the followers
  }
event-ticket-participants-removed = { $who ->
    [self] { $actor } stopped following it
   *[others] { $actor } removed { $members } from the followers
  }
action-follow = Follow, or stop following
command-verb-follow = follow
command-do-follow = Add follower
participants-title = Followers
participants-none = Nobody follows this ticket.
participants-follow = Follow
participants-leave = Stop following
participants-add = Add a follower
participants-remove = Remove { $name } from the followers
following-now = You follow { $number }.
following-not = You no longer follow { $number }.
following-added = { $name } follows { $number }.
following-removed = { $name } no longer follows { $number }.
mentions-unread = unread
row-mentioned = Mentions you
mention-add = Mention somebody
mention-offers = Who can be mentioned
mention-found = { $count ->
    [one] One suggestion
   *[other] { $count } suggestions
  }
mention-team = { $count ->
    [one] one member
   *[other] { $count } members
  }
mention-below = Mentions:

## Splitting tickets
action-split = Split off
split-message = Split off…
split-title = Split messages off
split-lead = What is about something else than { $number } goes on in a new ticket of the same customer.
split-subject = Subject of the new ticket
split-category = Category
split-messages = Messages that go on there
split-files = { $count ->
    [one] A file
   *[other] { $count } files
  }
split-will-show = They are shown there with their time, their files and what was recognised in them, and here no longer.
split-will-tell = The customer sees on both where it goes on, and is told of the new ticket as of any other.
split-will-undo = It can be undone at any time.
split-verb = Split off
split-none = The customer wrote nothing here that could be split off. The message that opened the ticket stays.
split-done = { $count ->
    [one] The message goes on in { $number }.
   *[other] { $count } messages go on in { $number }.
  }
split-back-done = The messages stand in { $number } again.
split-from = Split from { $number }
split-into = Split into { $number }
split-take-back = Take the messages back to { $number }
event-ticket-split-off = { $messages ->
    [one] { $actor } split a message off into { $number }
   *[other] { $actor } split { $messages } messages off into { $number }
  }
event-ticket-split-from = { $actor } split it from { $number }
event-ticket-taken-back = { $messages ->
    [one] { $actor } took the message back from { $number }
   *[other] { $actor } took { $messages } messages back from { $number }
  }
event-ticket-given-back = { $actor } took its messages back to { $number }
event-ticket-imported = Brought from { $source }, where it was { $reference }

## A way in without a session
identity-stranger = Wrote without signing in
section-sign-in-page = Sign-in page
sign-in-page-text = Where the exchange signs its customers in for support. Pages that need a sign-in lead there, with the way back.
sign-in-page-none = Customers are told how to come in by the exchange themselves.
sign-in-page-address = Address
sign-in-page-address-hint = An https address of the exchange.
sign-in-page-parameter = Parameter for the way back
sign-in-page-parameter-hint = The exchange brings its value back as “to” of /exchange.
sign-in-page-set = Set the address
sign-in-page-title = Sign-in page of { $brand }
sign-in-page-remove = Remove
sign-in-page-remove-title = Lead to no sign-in page any more?
sign-in-page-remove-text = Customers of { $brand } are then told how to come in by the exchange themselves.

## What is missing in the help centre

articles-inside = Found in the texts
ticket-articles-search = Search articles
ticket-articles-none = No article has these words.
article-link = Link to a help article
article-link-looking = Looking for articles
article-link-empty = No article fits the ticket. Type what it should be about.
article-link-internal = What fits is for agents alone: customers cannot open it.
article-link-foot = ↑ ↓ choose · Enter writes the link · Esc leaves what you wrote
gap-title = What is missing
gap-text = What readers looked for and did not find, and what they read and wrote to us all the same.
gap-brand = Brand
gap-searches = Searches without a result
gap-searches-text = Counted without whoever searched. What finds something by now leaves the list by itself.
gap-searches-none = Everything that was looked for is found
gap-words = Words
gap-times = Times
gap-last = Last
gap-acts = What to do
gap-abroad = In { $language }:
gap-write = Write it
gap-link = Link it
gap-dismiss = Dismiss
gap-linked = The article is found by “{ $words }” from now on.
gap-dismissed = “{ $words }” is off the list.
gap-link-title = Which article answers “{ $words }”?
gap-link-text = It will be found by these words, which readers do not see. Only articles with a text in { $language } are listed.
gap-link-search = Search articles
gap-link-none = No article with a text in { $language } has these words.
gap-unhelpful = Low feedback
gap-unhelpful-text = Of five answers or more in the last 90 days, less than 60 % say that it helped.
gap-helped = Helped
gap-helped-not = Did not help
gap-none = Nothing here.
gap-after = Tickets after reading
gap-after-text = The ticket’s category is counted at the articles that were read before it, and nothing else of it.
gap-about = Ticket about
gap-tickets = Tickets
gap-outdated = Translations out of date
gap-due = Due for review
article-words = Also found by
article-words-hint = What readers call it, with commas between. Readers do not see it, and no translation goes out of date by it.
article-words-save = Save these words
article-words-saved = Saved. It is found by them within a second.

## Erasing
message-acts = More for this message
erase-message = Erase…
erase-file = Erase file “{ $name }”…
erase-verb = Erase for good
erase-goes = What goes
erase-stays = What stays
erase-final = Nobody can bring it back: not you, not the administrator, not from a backup that is restored by the book.
erase-why = Why it is erased
erase-why-hint = It stays in the log for good, so name nobody.
erase-type = Type { $what } to show that you mean this
erase-message-title = Erase this message
erase-message-goes = The text in every form, what was recognised in it, and the answers that were given with it
erase-message-goes-files = { $count ->
    [one] The file that came with it
   *[other] The { $count } files that came with it
}
erase-message-stays = That there was a message, by whom and when, and a digest of it that nobody can read
erase-message-stays-sent = What was mailed or pushed already, and a subject that says the same
erase-file-title = Erase this file
erase-file-goes = The bytes of { $name }: the key to them is destroyed
erase-file-stays = Its name, its size, and that it was here
erase-customer = Erase this customer…
erase-customer-again = Erase what came since…
erase-customer-title = Erase this customer
erase-customer-goes-who = At once: name, addresses, account number, sessions, links, devices
erase-customer-goes-words = Of all their tickets: every subject, message, note, answer and piece of evidence, theirs and ours
erase-customer-goes-files = Every file with its name, drafts, and what they were notified of
erase-customer-stays-shell = Their tickets as empty shells: number, times, status, category, tags, who worked on them
erase-customer-stays-log = The log with its digests, so that it still proves itself, and your reason
erase-customer-stays-elsewhere = What the exchange itself knows, what was mailed, and what receivers of webhooks got
erase-under-way = Being erased: { $done } of { $total } tickets are empty
erase-since = Asked for
erase-was-running = This customer is being erased already, since { $time }. Nothing else was begun, and your reason is not kept. Ask again when it is done, for what is written meanwhile.
erase-progress = How far the erasure has come
erase-done = Erased
customer-erased = Erased customer
subject-erased = Erased
event-log-erased = { $what ->
    [message] { $count ->
        [one] { $actor } erased a message
       *[other] { $actor } erased a message and what belongs to it
    }
    [attachment] { $count ->
        [one] { $actor } erased a file
       *[other] { $actor } erased files
    }
    [file-name] { $actor } erased names of files
   *[other] { $actor } erased what an event said
}
event-ticket-subject-erased = { $actor } erased the subject
event-ticket-erasure-asked = { $erased ->
    [attachment] { $actor } had a file erased: { $reason }
   *[other] { $actor } had a message erased: { $reason }
}

## Departments, and what they are asked
section-departments = Departments
departments-text = Parts of the company that have no seat here. Agents ask them about tickets by e-mail, and they answer on the page that its link opens.
departments-none = No department yet
departments-none-text = Node operations, risk, legal: whoever agents have to ask. An administrator makes them in Settings → Departments.
department-new = New department
department-create = Create
department-change = Change { $name }
department-archive = Archive
department-restore = Offer again
department-away = Archived
department-archived = { $name } is archived and cannot be asked any more. What is open goes on.
department-restored = { $name } can be asked again.
department-email-hint = Whoever reads this mailbox reads what is asked. Links that went to another address open nothing once this is changed.
department-lang-hint = Its e-mails and its page are in this language.
action-department = Ask a department
command-verb-ask = ask
command-do-ask = Ask
asides-title = Departments
asides-none = No department was asked about this ticket.
aside-title = Ask a department about { $number }
aside-lead = It gets an e-mail with the number of the ticket, the subject and a link, and no account. It sees this conversation alone; the customer sees nothing of it.
aside-department = Department
aside-choose = Choose one
aside-subject = Subject
aside-body = What you want to know
aside-body-hint = Write what is needed to answer, and no more of the customer than that.
aside-pauses-ask = The ticket waits until it answers
aside-verb = Ask
aside-asked = { $department } is asked.
aside-read = Read it
aside-one = A department is asked about one ticket at a time.
aside-with = With { $department }
aside-pauses = The ticket waits for it
aside-waits = Asked, the ticket waits
aside-open = Asked
aside-has-answered = Answered
aside-closed = Closed
aside-erased = Erased
aside-link-until = The link works until
aside-write = Write to { $department }
aside-send = Send
aside-close = Close the conversation
aside-closed-now = The conversation is closed. Its link opens nothing any more.
aside-reopen = Open again
aside-reopened = The conversation is open. The next e-mail has a new link.
aside-remind = Send the link again
aside-reminded = The link is on its way.
aside-mail-lost = The last e-mail did not reach the department. Check its address in Settings → Departments, then send the link again.
aside-answered = { $department } answered in { $number }
aside-files-hint = The department can open what you attach. Give no more of the customer than it needs to answer.
aside-files-too-many = At most { $limit } files go with one message. Take some out.
aside-ticket-files = Files of the ticket
aside-ticket-files-none = No file that could be given came with this ticket.
event-ticket-side-files-shared = { $files ->
    [one] { $actor } gave { $department } a file of the ticket
   *[other] { $actor } gave { $department } { $files } files of the ticket
}
event-ticket-side-closed = { $actor } closed the conversation with { $department }
event-ticket-side-reopened = { $actor } opened the conversation with { $department } again
author-department = Department
channel-department = Department
article-settings = Settings in every language
article-settings-save = Save the settings
article-settings-saved = The settings are saved.
article-settings-conflict = Somebody else changed these settings meanwhile. Save again to put yours in place of theirs, or take theirs.
article-settings-theirs = Take theirs
article-slug-moves = The same in every language. Its present address goes on leading here.
article-tier = From VIP level
article-tier-hint = 0 for all customers. The exchange tells the level.
article-countries = Countries
article-countries-hint = Two letters each, with commas between: JP, KR. Empty for all.
article-owner = Owner
article-owner-hint = Is reminded once when it is due for review.
article-owner-none = Nobody
article-review-days = Review every (days)
article-review-days-hint = After so many days somebody is to read it again.
article-categories = Helps with
article-categories-hint = Categories by their short names, with commas between.
article-related = Read next
article-related-hint = Addresses of articles, with commas between.
reviews-title = To review
reviews-text = What is overdue, and what is due in the next 30 days. Whoever owns an article reads it again and says that it holds.
reviews-whose = Whose
reviews-mine = Mine
reviews-all = Everybody’s
reviews-overdue = Overdue
reviews-reminded = Reminded
reviews-nobody = Nobody is reminded of it.
reviews-none = Nothing to review
reviews-none-text = Nothing is due in the next 30 days.
reviews-yours = { $count ->
    [one] { $count } article of yours is overdue for review
   *[other] { $count } articles of yours are overdue for review
}
sections-title = Sections
sections-text = Where articles stand, in the order of the help centre’s first page. Each has a name in every language.
sections-new = New section
sections-none = No section yet
sections-articles = Articles
sections-names = Name by language
sections-up = Move { $name } up
sections-down = Move { $name } down
sections-moved = { $name } is in place { $place }.
sections-delete-text = No article stands in it. Its page is gone.
sections-theirs = Somebody called it “{ $name }” meanwhile.
sections-theirs-none = Somebody took this name out meanwhile.
lost-title = Links that lead nowhere
lost-text = Readers see the words of such a link and no link. Links to other websites are not checked.
lost-none = Every link of the public articles leads somewhere.
lost-to = Leads to
lost-why = Why not
lost-related = under “Read next”
lost-unknown = There is no such article
lost-not_public = The article is not public
lost-moved = The article has another address by now
lost-narrower = Not all who read this may read that
lost-category = There is no such category, or it is withdrawn
lost-page = There is no such page
lost-anchor = The text has no such heading
section-shifts = Shifts
shifts-text = When everybody works, by their own clock. Whoever is off shift or absent is given no tickets; by hand they can be given some all the same.
shifts-all-hours = At all hours
shifts-none = No shift
shifts-change = Shifts of { $name }
shifts-hint = By their own clock: { $zone }. Without any shift they work at all hours. A shift over midnight is two, one that ends at 00:00 and one that begins then.
shifts-from = { $day }, from
shifts-to = { $day }, to
shifts-add = Add a shift on { $day }
shifts-remove = Remove this shift on { $day }
shifts-backwards = A shift has no time, or ends before it begins.
absences = Absences
absence-enter = Enter an absence
absence-of = Absence of { $name }
absence-days = { $first } to { $last }
absence-first = First day
absence-last = Last day
absence-hint = This day still belongs to it. Days are those of { $zone }.
absence-reason = Reason
absence-reason-hint = Only they and whoever manages members can read it, and it is not in the audit log.
absence-holiday = Holiday
absence-sick = Sick
absence-other = Other
absence-remove = Remove the absence { $days }
off-shift = Off shift
off-shift-until = Off shift until { $at }
section-sealed-input = Sealed input
sealed-input-text = What was sent and nobody has taken yet. It lies here sealed, shown to nobody but its sender, and is destroyed with its keys when its time is over.
sealed-input-time = How long it may lie here
sealed-input-input-hours = Uploads under way, and events of the exchange that were not handled
sealed-input-file-hours = Files that no message took
sealed-input-hours =
  { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  }
sealed-input-change = Change the times
sealed-input-input-hours-hint = Hours since it came, from 1 to { $most }.
sealed-input-file-hours-hint = Hours since it came, from 1 to { $most }. Files in drafts of customers are among them; those in drafts of staff go with the draft.
sealed-input-change-note = What is older than that is destroyed at once, and cannot be brought back.
sealed-input-changed = The times are changed.
sealed-input-kind = What lies here now
sealed-input-count = How much
sealed-input-most = { $count } or more
sealed-input-oldest = Oldest
sealed-input-goes = The oldest goes
sealed-input-upload = Uploads that are not finished
sealed-input-file = Files that no message took
sealed-input-event-waiting = Events of the exchange that wait for their turn
sealed-input-event-failed = Events of the exchange that failed
section-health = Health
health-text = How the desk is just now, and since when. What to do about it is in docs/operation.md; proofdesk doctor on the machine looks closer.
health-check = What
health-level = State
health-found = Found
health-at = When
health-level-ok = Well
health-level-warning = Look at it
health-level-error = Broken
health-level-off = Not in use here
health-database = Database
health-files = Stored files
health-workers = Workers
health-workers-count = { $count ->
    [0] No job waits
    [one] One job waits
   *[other] { $count } jobs wait
}
health-dead-jobs = Dead jobs
health-dead-jobs-count = { $count ->
    [0] None was given up
    [one] One was given up
   *[other] { $count } were given up
}
health-mail = Mail
health-mail-count = { $count ->
    [0] No mail is on its way
    [one] One mail is on its way
   *[other] { $count } mails are on their way
}
health-webhooks = Webhooks
health-webhooks-count = { $count ->
    [0] Every event was handed on
    [one] One event behind
   *[other] { $count } events behind
}
health-ticket-index = Search index of tickets
health-ticket-index-count = { $count ->
    [0] Every event was read
    [one] One event behind
   *[other] { $count } events behind
}
health-article-index = Search index of articles
health-article-index-count = { $count ->
    [0] Every event was read
    [one] One event behind
   *[other] { $count } events behind
}
health-checkpoints = Checkpoints of the log
health-checkpoints-count = { $count ->
    [0] Every event is signed
    [one] One event is not signed yet
   *[other] { $count } events are not signed yet
}
health-error-storage-full = The disk is full
health-error-read-only = The disk is read-only
health-error-unavailable = Does not answer
health-error-search-not-ready = The node that is asked for words does not answer
health-elsewhere = Another node is asked, and answers
health-lanes = Lanes of the workers
health-lane = Lane
health-waiting = Waiting
health-oldest = Oldest
health-running = Running
health-later = Later
lost-file = There is no such picture or file

## What is to be heeded about a customer, and who looked
action-constraint = Add a constraint on the customer’s account
action-new-ticket = New ticket for this customer
opening-title = New ticket for { $name }
opening-lead = It is opened for the customer, who is told its number and reads there what you write here.
opening-category = What it is about
opening-subject = Subject
opening-body = Message
opening-verb = Open the ticket
opening-done = { $number } is open.
opening-one = These tickets belong to several customers. Choose those of one.
constraints-title = Constraints
constraints-none = Nothing has to be heeded about this account.
constraints-over = { $count ->
    [one] { $count } that is over
   *[other] { $count } that are over
}
constraints-coming = from { $time }
constraints-until = until { $time }
constraints-open = without end
constraints-ended = ended { $time } by { $name }
constraints-was = over since { $time }
constraints-change = Change “{ $text }”
constraints-end = End “{ $text }”
constraints-end-title = End this constraint?
constraints-end-text = It is not to be heeded any more, and stays among those that are over.
constraints-end-verb = End it
constraints-gone = The constraint is over.
constraint-new = New constraint
constraint-edit = Change the constraint
constraint-lead = Shown beside every ticket of this customer, who sees nothing of it.
constraint-kind = What it is about
constraint-text = What is to be heeded
constraint-text-hint = Secrets are masked.
constraint-from = From
constraint-from-hint = Empty: from now on. Times are in { $zone }.
constraint-until = Until
constraint-until-hint = Empty: until somebody ends it.
constraint-save = Save
constraint-theirs = Save once more to write over what it says now:
constraint-kind-sub-account = Sub-accounts
constraint-kind-region-limit = Region limit
constraint-kind-old-api = Old API
constraint-kind-known-fault = Known fault
constraint-kind-other = Other
looks-title = Who looked
looks-none = Nobody has looked at this customer’s data in clear.
looks-seen-transcript = the transcript of { $number }
looks-seen-account = the account at the exchange
looks-seen-unknown = a record that was erased
looks-show = Show

## What the exchange says holds for everybody
section-venue = At the exchange
venue-text = What the exchange says holds for every customer, as articles of the help centre show it. Nothing here is typed by anybody, and nothing is changed from here.
venue-networks = Networks
venue-fees = Trading fees
venue-rules = Rules
venue-levels = Levels of verification
venue-pauses = Pauses of withdrawals
venue-rates = Rate limits of the API
venue-offers = On offer
venue-earn = Earn
venue-dual = Dual Investment
venue-contracts = Futures contracts
venue-loans = Interest on margin loans
venue-fiat = Ordinary money
venue-terms = Terms
venue-version = Version
venue-from = In force from
venue-until = In force until
venue-hours = { $count } h
venue-passing = Not known right now: the exchange does not answer.
venue-untold = The exchange does not tell this.
venue-not-connected = No exchange stands behind this desk.
article-from-ticket-text = The draft begins with what this customer asked and what we answered. Numbers, addresses and the name are left out as far as they were recognised: read every line before you publish it.
article-follows = This text says all that version { $number } of the source says
article-made-from = made from version { $number }
article-reason-not_mine = It is about something else
article-reason-wrong = It says something wrong
article-reason-unclear = It is not clear
article-reason-incomplete = Something is missing
article-reason-policy = They understand it and do not like it
article-review-other = { $name } wrote this version and asks somebody else to read it. Publish it, or put it back to draft.
article-review-own = You wrote this version, and nobody else could publish it: read it once more before you do.
article-held = You wrote this version, so somebody else publishes it, such as { $names }. Hand it over for review.
article-held-review = You wrote this version and handed it over for review. Somebody else publishes it, such as { $names }.
articles-handed = Handed over for review: { $count }
article-said = What readers say
article-said-none = No reader has said anything yet.
article-said-counts = { $yes } helped, { $no } not
article-unkept = The glossary has words for these that the text does not use:
article-terms-reason = Why it is published without them
article-terms-reason-hint = Without a reason it is not published. What you write is kept in the log.
gap-lead-text = It will stand first under “Read next”, in every language.
gap-lead-title = Which article is to be read after “{ $title }”?
gap-led = “{ $title }” leads on to it.
gap-rewrite = Rewrite it
ticket-article-write = Make an article of it
glossary-see = Articles that say more
