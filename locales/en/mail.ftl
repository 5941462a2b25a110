### Mails to customers. Short; the number first; a time is promised or we say that there is none.

## Notifications

mail-subject = Your ticket { $number }
mail-receipt = We have your message. The number of your ticket is { $number }.
mail-receipt-expected = You have our answer by { $time }.
mail-receipt-no-time = We promise no time for this one: urgent tickets come first, the others in the order in which they arrive.
mail-opened = We opened a ticket for you. Its number is { $number }.
mail-opened-about = It is about: { $subject }
mail-reply = { $name } of { $brand } answered your ticket { $number }:
mail-reply-desk = { $brand } answered your ticket { $number }:
mail-reply-elsewhere = There is an answer to your ticket { $number }. It contains something that we do not send by e-mail; please read it on the page.
mail-wrote = { $name } of { $brand } wrote to you about your ticket { $number }:
mail-wrote-desk = { $brand } wrote to you about your ticket { $number }:
mail-wrote-elsewhere = There is a message about your ticket { $number }. It contains something that we do not send by e-mail; please read it on the page.
mail-waiting = To go on with your ticket { $number }, we need something from you.
mail-solved = Your ticket { $number } is solved. If it is not, tell us on the page.
mail-files = { $count ->
    [one] { $count } file is with it on the page.
   *[other] { $count } files are with it on the page.
}
mail-open = Open your ticket
mail-open-hint = { $days ->
    [one] The link works for { $days } day and is for you alone: please do not forward this e-mail.
   *[other] The link works for { $days } days and is for you alone: please do not forward this e-mail.
}
mail-answer-there = Please answer on the page. E-mail to this address is not read.
mail-why = You get this because you wrote to { $brand }.
mail-why-unproven = Somebody gave this address when they wrote to { $brand }. If it was not you, do nothing, and you hear no more of it.
mail-why-opened = You get this because { $brand } opened a ticket for you.
mail-why-opened-unproven = { $brand } opened a ticket for somebody and has this address for them. If it is not you, do nothing, and you hear no more of it.
mail-settings = Choose what we send you
mail-prove-signed-in = To be sure that it is you, please sign in and open this ticket: { $link }. Then we can go on.
mail-prove-email = To be sure that it is you, please open this ticket by the link in our e-mail. Then we can go on.

## Members of staff

mail-staff-invitation-subject = Your place at the support desk of { $organisation }
mail-staff-invitation = You are invited to the support desk of { $organisation }.
mail-staff-invitation-open = Accept the invitation
mail-staff-invitation-unasked = If you expected no invitation, do nothing.
mail-staff-reset-subject = Your new password at { $organisation }
mail-staff-reset = Somebody, most likely you, asked for a new password at the support desk of { $organisation }.
mail-staff-reset-open = Set a new password
mail-staff-reset-unasked = If it was not you, do nothing: your password stays as it is. Tell your administrator if it happens again.
mail-staff-once = The link works once, until { $time }. It is for you alone.
mail-staff-mention-subject = [{ $number }] { $name } mentioned you
mail-staff-mention = { $name } mentioned you in a note in the ticket { $number }.
mail-staff-mention-open = Open the ticket
mail-staff-mention-off = You get this because you are not at the desk just now. You can switch it off in your profile.

## Web push

push-receipt = We have your message. Its number is { $number }.
push-opened = We opened a ticket for you. Its number is { $number }.
push-reply = There is an answer to your ticket { $number }.
push-wrote = There is a new message about your ticket { $number }.
push-waiting = We need something from you for your ticket { $number }.
push-solved = Your ticket { $number } is solved. If it is not, tell us.

## Completing: what the customer's side still lacked

mail-link = Here is a new link to your ticket { $number }, as somebody asked who had an older one.

## What the exchange tells by itself

app-reply = Your ticket { $number } has an answer.
app-wrote = Your ticket { $number } has a new message.
mail-told-subject = News of your account at { $brand }
mail-told = { $what }. The exchange says so, as of { $time }.
mail-told-not-you = If this was not you, freeze your account now, on the page of your account.
mail-told-why = You get this because you have an account at { $brand } and let us write to you.
mail-open-account = Go to your account

## Customer's side: news by topic

push-deposit-seen = There is news of a deposit of yours. Your account shows it.
push-withdrawal-held = A withdrawal of yours is held. Your account shows why.
push-setting-changed = A security setting of your account has changed. If it was not you, freeze your account now.

## Departments
mail-side-subject = A question about ticket { $number }
mail-side = { $name } of { $brand } Support asks { $department } about ticket { $number }. Read it on the page and answer there; no account is needed.
mail-side-open = Read and answer
mail-side-hint = The link works until { $time }. It is for { $department } alone: please do not forward this e-mail.
mail-side-why = You get this because the support desk of { $brand } has this address for { $department }.

## Articles that are due for review
mail-staff-review-subject = Articles to read again: { $count }
mail-staff-review = These articles of the help centre are yours and are due for review. Read them, and say in the console that they still hold, or change them.
mail-staff-review-more = And { $more } more.
mail-staff-review-open = Open the list
mail-staff-review-off = You get this once for each date on which an article is due. You can switch it off in your profile.

## A text that was handed over for review
mail-staff-handover-subject = To review: { $title }
mail-staff-handover = A member handed this text of the help centre over for review. Somebody other than its author publishes it: read it, and publish it or put it back to draft.
mail-staff-handover-open = Open the text
mail-staff-handover-off = You get this when a text is handed over that you could publish. You can switch it off in your profile.
