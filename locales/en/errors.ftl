### What went wrong and what to do now: one sentence or two for each code of the problem table.
### Arguments arrive as the desk sent them; numbers may come as text, so nothing here selects on them.

## Who you are

error-signed-out = You are not signed in. Sign in, then do it again.
error-session-expired = Your session has ended. Sign in again.
error-staff-only = Only members of staff can do this. Sign in with your staff account.
error-customers-only = Only the customer can do this. Sign in from the exchange.
error-session-required = This is done by a person who is signed in, not with an API token. Sign in and do it there.
error-csrf-missing = We could not tell that this came from our own page. Load the page again, then send it again.
error-locked-out = There were too many wrong attempts. Wait { $seconds } s, then try again.
error-rate-limited = That was too much at once. Wait { $seconds } s, then try again.
error-feedback-spent = Enough was said about our pages from your connection for one day. Come back tomorrow; if you need help, write to us.
error-address-spent = Many messages named this address within the last day. Try again tomorrow, give another address, or sign in.

## Links and tokens

error-link-used = This link has been used already. Ask for a new one.
error-link-expired = This link has expired. Ask for a new one.
error-token-malformed = The sign-in token is damaged. Open support from the exchange again.
error-token-forged = The sign-in token was not signed by the exchange. Open support from the exchange itself.
error-token-expired = The sign-in token has expired. Open support from the exchange again; it makes a new one.
error-token-lifetime = The sign-in token lives longer than we accept, or names no end. Open support from the exchange again.
error-token-audience = The sign-in token was made for somewhere else. Open support from the exchange again.
error-token-replayed = The sign-in token has been used already. Open support from the exchange again; it makes a new one.

## What you sent

error-invalid-input = Some answers need another look. Each one says what is wrong.
error-malformed-json = The request is not valid JSON. Check it and send it again.
error-unsupported-media-type = We cannot read this kind of content. Send it as the documentation shows.
error-method-not-allowed = This address does not take that kind of request. The documentation lists those it takes.
error-not-found = There is nothing here that you can see. Check the address or the number.
error-field-required = This is needed. Fill it in.
error-field-too-long = This is too long. Use at most { $limit } characters.
error-field-too-short = This is too short. Use at least { $limit } characters.
error-field-unknown = We do not know “{ $field }”. Leave it out, or check its spelling.
error-field-invalid = This does not have the expected form. Check it and try again.
error-field-not-object = An object with named fields belongs here. Send it as the documentation shows.
error-text-has-nul = The text contains an invisible zero character that cannot be stored. Remove it, or paste the text without formatting.
error-text-not-utf8 = “{ $field }” arrived damaged: parts of it are no readable text (UTF-8). Type those parts again, then send it once more.
error-holds-secret = This holds what looks like a password, a key or a seed phrase, and we keep none anywhere. Take it out; what was a real one should be replaced.
error-body-too-large = This is too large to send at once. Send less text, or attach it as a file.
error-cursor-invalid = This place in the list is no longer valid. Start again from the first page.
error-range-invalid = The requested part lies outside the file. Ask for the whole file.
error-idempotency-mismatch = This key was used for a different request. Use a new key for a new request.
error-idempotency-in-progress = The same request is still being worked on. Wait a moment, then ask again.

## Tickets

error-ticket-number-wrong = This is not a ticket number: a character is mistyped. Compare it with our e-mail or your list.
error-ticket-closed = This ticket is closed and takes no more replies. Open a new one and mention its number.
error-version-conflict = Somebody changed this while you were writing. Look at the change, then send yours.
error-version-required = Say which version you are changing, so that nobody's work is overwritten.
error-header-invalid = “{ $header }” cannot be read. Send the tag as it came, in quotation marks, or leave the header out.

## Files

error-attachment-too-large = This file is larger than { $limit }. Send a smaller one, or cut the recording.
error-attachment-incomplete = The file did not arrive whole. Send it again.
error-attachment-empty = This file is empty. Choose another.
error-attachment-unusable = This file cannot be attached here: it is used elsewhere, or has expired. Choose it again.
error-too-many = These are too many. Name at most { $limit }.
error-too-many-attachments = These are too many files. Send at most { $limit } with one message.

## Administration

error-limit-reached = There can be at most { $limit } of these. Delete one that is no longer needed.

## Us

error-storage-full = Our storage is full, so nothing was saved. We have been told; try again in a few minutes.
error-read-only = We can show but not save anything at the moment. Keep your text and try again in a few minutes.
error-outcome-unknown = We cannot tell whether this was saved. Look before you send it again.
error-unavailable = We cannot do this at the moment. Nothing was lost; try again in a minute.
error-internal = Something broke on our side, and we have been told. Try again; if it happens again, quote the request number.
error-evidence-not-recognised = Nothing in this is recognised as a transaction ID, an address, a link or an amount. Paste the whole value.

## Files

error-attachment-infected = A virus was found in this file, so nobody can open it.
error-attachment-unscanned = This file is still being checked for viruses. Try again in a minute.
error-upload-offset = The upload stands at byte { $offset }. Go on from there.
error-upload-length = More bytes came than were announced. Begin the upload again.
error-upload-digest = What arrived is not the file that was announced. Send it again from the beginning.
error-upload-stalled = Nothing came for too long, so the upload was ended. Check the connection and send the file again.

## Forms, and customers who wait

error-not-our-turn = There is nothing to remind us of: the ticket waits for your answer, or it is solved. Write below instead.
error-escalated-to-top = The lead has your ticket already. There is nobody above; a formal complaint is the next step.

## Requests that come again, or slowly

error-idempotency-refused = This address takes no idempotency key: sent again, it would be done again. Leave the key out.
error-answer-shown-once = This was done already, and its answer was shown once. If it was lost, undo it and do it again with a new key.
error-body-too-slow = Your request came too slowly and was not finished. Nothing was changed; check the connection, then send it again.

## Search

error-search-not-ready = Search is not ready just now. Try again in a few minutes; everything else works.

## Tickets that go on in another one
error-ticket-merged = This ticket goes on in { $into }. Do it there.
error-status-retired = This status is no longer used. Choose another one.

## Departments
error-side-closed = This side conversation is closed. Open it again to write into it.
error-mail-required = This desk sends no e-mail, so a department would hear of nothing. An administrator can set up a mail server.
