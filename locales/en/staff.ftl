### What only members of staff are told, and the machines of the exchange. Whatever a customer can meet stands in the files beside this one,
### and has words in every language.

## Who you are

error-no-permission = This needs the permission “{ $permission }”. An administrator can give it to you.
error-wrong-credentials = The e-mail address or the password is not right. Check both and try again.
error-password-weak = This password is too easy to guess. Use at least { $limit } characters that are not a known password.
error-second-factor-required = Enter the six digits from your authenticator app to go on.
error-second-factor-wrong = This code is not right, or its 30 seconds are over. Enter the one that the app shows now.
error-second-factor-enrolment = Your administrator requires a second step. Set up an authenticator app to go on.
error-second-factor-state = The second step has changed meanwhile. Load the page again to see how it stands.
error-member-disabled = This account is switched off. An administrator can switch it on again.
error-budget-spent = You have taken as much as one hour allows. Wait { $seconds } s, or ask your lead.

## Administration

error-field-taken = This is in use already. Choose another.
error-last-administrator = This is the last administrator. Make somebody else one first.
error-role-in-use = Members still have this role. Give them another first.
error-team-in-use = Tickets still belong to this team. Move them to another team first.
error-role-builtin = This role belongs to the program and cannot be changed. Copy it and change the copy.
error-webhook-url = We do not send to this address. Use an https address on the public internet.
error-delivery-pending = This delivery is still on its way. Wait for its result.

## The log
error-not-checkpointed = Nothing that is signed covers this event yet. It will within { $seconds } s; ask again then.

## What must not go out

error-asks-for-secret =
    { $wanted ->
        [password] { asks-for-secret-password }
        [one-time-code] { asks-for-secret-one-time-code }
        [seed-phrase] { asks-for-secret-seed-phrase }
        [private-key] { asks-for-secret-private-key }
        [api-secret] { asks-for-secret-api-secret }
        [card-security-code] { asks-for-secret-card-security-code }
       *[other] { asks-for-secret-title }
    }

## The exchange’s machines

error-event-unsigned = The events are not signed. Send proofdesk-key, proofdesk-timestamp and proofdesk-signature, as docs/exchange-events.md shows.
error-event-forged = The signature does not fit the events, or the key is unknown or revoked. Sign the exact bytes of the body, with a key of this brand.
error-event-stale = The events were signed more than { $seconds } seconds away from now. Check the clock, sign anew and send again.
error-event-mismatch = Another event has this id or number already. Ids and numbers are used once; send a changed event under new ones.
error-event-not-failed = Only an event that failed can be handled again. This one waits or was handled.
error-input-gone = What this event said was here for longer than it may stay, and is destroyed. Have the exchange send the same event once more; then it can be handled.

## Filters

error-filter-word = “{ $word }” has nothing to look for in it. Write what the tickets say, or a key such as: { $takes }.
error-filter-key = There is no key “{ $word }”. It may be one of: { $takes }.
error-filter-value = “{ $key }” cannot be “{ $word }”. It can be, among others: { $takes }.
error-filter-comparison = “{ $key }” is not compared like this. Write { $takes } behind it.
error-filter-unfinished = “{ $word }” is not finished: a value or the closing quotation mark is missing.
error-filter-long = This is too much for one filter: { $takes } at most.

## Macros and articles

error-macro-variable = “{ $name }” in line { $line }, column { $column } is no variable. Choose one from the list and close it with {"}}"}.
error-macro-fallback = “{ $name }” in line { $line }, column { $column } is not always known. Say behind a bar what stands there then: {"{{"}{ $name }|…{"}}"}.
error-verification-required = This macro is only for customers who are verified further. Ask the customer to sign in, or answer in your own words.
error-nothing-to-prove = This customer has no account and no e-mail address of their own, so there is nothing that they could prove.
error-article-state = This text is not where it could be moved from. Load it again.
error-review-by-another = You wrote this version, so another member publishes it. Hand it over for review.
error-terms-unkept = The glossary has words that this translation does not use: { $terms }. In the source: “{ $place }”. Use them, or say why not when you publish.
error-section-in-use = Articles stand in this section. Move them first.
error-category-last = This is the only category that the brand offers. Offer another one first.
error-accent-too-faint = These colours are too faint to read: one stands out by { $ratio } to 1 and needs { $least }. Choose a lower chroma or another hue.
error-status-needed = The desk sets tickets to this status by itself, so it stays. You can give it another name.
error-status-in-use = Tickets on which there is something to do have this status: { $count }. Give them another one first.
error-tag-in-use = Tickets have this tag: { $count }. Take it off them first.
error-status-in-macros = Macros that are shared set this status: { $count }. Change or archive them first.
error-article-not-signed-in = VIP levels and countries can be set only for an article for customers who are signed in.
error-article-file-type = Articles take undamaged PNG, JPEG, GIF, WebP and AVIF pictures, PDF files and plain text.
error-image-without-words = A picture in the text has no words. Write what it shows, or mark it as decoration.

## Tickets

error-snooze-inactive = Nobody has anything to do on this ticket, so there is nothing to put aside. Open it again first.
error-constraint-ended = Somebody ended this constraint meanwhile. Add a new one if it still holds.
error-merge-itself = A ticket cannot be merged into itself.
error-merge-other-customer = The two tickets are of different customers. Only tickets of one customer are merged, so that nobody reads what is not theirs.
error-link-itself = A ticket cannot be linked with itself.
error-account-act-pending = The exchange has not answered yet whether it froze this customer’s account. Wait for its answer, then erase.

## The development page

development-title = Demo customers
development-intro = Each button signs a short-lived token as the exchange would, and comes back with it. This page exists only where the configuration allows it.
development-sign-in = Sign in
development-sign-in-as = Sign in as { $name }
development-none = There are no customers yet.
development-other = Any other account
development-other-hint = The account’s id at the exchange. One that is new here becomes a customer.
