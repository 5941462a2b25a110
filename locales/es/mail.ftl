## Notifications

mail-subject = Tu consulta { $number }
mail-receipt = Hemos recibido tu mensaje. El número de tu consulta es { $number }.
mail-receipt-expected = Tendrás nuestra respuesta antes del { $time }.
mail-receipt-no-time = Para esta consulta no prometemos un plazo: primero van las urgentes y las demás por orden de llegada.
mail-opened = Hemos abierto una consulta para ti. Su número es { $number }.
mail-opened-about = Trata de: { $subject }
mail-reply = { $name }, de { $brand }, ha respondido a tu consulta { $number }:
mail-reply-desk = { $brand } ha respondido a tu consulta { $number }:
mail-reply-elsewhere = Hay una respuesta a tu consulta { $number }. Contiene datos que no enviamos por correo; léela en la página.
mail-wrote = { $name }, de { $brand }, te ha escrito sobre tu consulta { $number }:
mail-wrote-desk = { $brand } te ha escrito sobre tu consulta { $number }:
mail-wrote-elsewhere = Hay un mensaje sobre tu consulta { $number }. Contiene datos que no enviamos por correo; léelo en la página.
mail-waiting = Para seguir con tu consulta { $number } necesitamos algo de ti.
mail-solved = Tu consulta { $number } está resuelta. Si no es así, dínoslo en la página.
mail-files = { $count ->
    [one] En la página hay además { $count } archivo.
   *[other] En la página hay además { $count } archivos.
}
mail-open = Abrir tu consulta
mail-open-hint = { $days ->
    [one] El enlace funciona durante { $days } día y es solo para ti: no reenvíes este correo.
   *[other] El enlace funciona durante { $days } días y es solo para ti: no reenvíes este correo.
}
mail-answer-there = Responde en la página, por favor: nadie lee el correo que llega a esta dirección.
mail-why = Recibes este correo porque escribiste a { $brand }.
mail-why-unproven = Alguien dio esta dirección al escribir a { $brand }. Si no fuiste tú, no hagas nada y no recibirás más correos sobre esto.
mail-why-opened = Recibes este correo porque { $brand } ha abierto una consulta para ti.
mail-why-opened-unproven = { $brand } ha abierto una consulta para un cliente que figura con esta dirección de correo. Si no eres tú, no hagas nada y no recibirás más correos sobre esto.
mail-settings = Elegir qué te enviamos
mail-prove-signed-in = Para que podamos confirmar que eres tú, inicia sesión y abre esta consulta: { $link }. Después podremos continuar.
mail-prove-email = Para que podamos confirmar que eres tú, abre esta consulta con el enlace de nuestro correo. Después podremos continuar.

## Members of staff

mail-staff-invitation-subject = Tu puesto en el equipo de soporte de { $organisation }
mail-staff-invitation = Te han invitado al equipo de soporte de { $organisation }.
mail-staff-invitation-open = Aceptar la invitación
mail-staff-invitation-unasked = Si no esperabas una invitación, no hagas nada.
mail-staff-reset-subject = Tu nueva contraseña en { $organisation }
mail-staff-reset = Alguien, seguramente tú, ha pedido una contraseña nueva para el soporte de { $organisation }.
mail-staff-reset-open = Poner una contraseña nueva
mail-staff-reset-unasked = Si no has sido tú, no hagas nada: tu contraseña sigue igual. Avisa a tu administrador si vuelve a pasar.
mail-staff-once = El enlace funciona una sola vez, hasta el { $time }. Es solo para ti.
mail-staff-mention-subject = [{ $number }] { $name } te ha mencionado
mail-staff-mention = { $name } te ha mencionado en una nota de la consulta { $number }.
mail-staff-mention-open = Abrir la consulta
mail-staff-mention-off = Recibes este correo porque ahora no tienes la consola abierta. Puedes desactivar estos avisos en tu perfil.

## Web push

push-receipt = Hemos recibido tu mensaje. Su número es { $number }.
push-opened = Hemos abierto una consulta para ti. Su número es { $number }.
push-reply = Hay una respuesta a tu consulta { $number }.
push-wrote = Hay un nuevo mensaje sobre tu consulta { $number }.
push-waiting = Necesitamos algo de ti para tu consulta { $number }.
push-solved = Tu consulta { $number } está resuelta. Si no es así, dínoslo.

## Completing: what the customer's side still lacked

mail-link = Aquí tienes un enlace nuevo a tu consulta { $number }: lo pidió alguien que tenía el anterior.

## What the exchange tells by itself

app-reply = Tu consulta { $number } tiene respuesta.
app-wrote = Tu consulta { $number } tiene un nuevo mensaje.
mail-told-subject = Novedades de tu cuenta en { $brand }
mail-told = { $what }. Así lo indica el exchange a fecha de { $time }.
mail-told-not-you = Si no fuiste tú, congela ahora tu cuenta en la página «Mi cuenta».
mail-told-why = Recibes esto porque tienes una cuenta en { $brand } y nos permites escribirte.
mail-open-account = Ir a tu cuenta

## Customer's side: news by topic

push-deposit-seen = Hay novedades de un depósito tuyo. Míralas en tu cuenta.
push-withdrawal-held = Un retiro tuyo está retenido. En tu cuenta verás por qué.
push-setting-changed = Ha cambiado un ajuste de seguridad de tu cuenta. Si no fuiste tú, congela tu cuenta ahora.

## Departments
mail-side-subject = Una pregunta sobre la consulta { $number }
mail-side = { $name }, de Soporte de { $brand }, tiene una pregunta para { $department } sobre la consulta { $number }. Léela en la página y responde allí; no hace falta una cuenta.
mail-side-open = Leer y responder
mail-side-hint = El enlace funciona hasta el { $time }. Es solo para { $department }: por favor, no reenvíes este correo.
mail-side-why = Recibes este correo porque el equipo de soporte de { $brand } tiene registrada esta dirección para { $department }.

## Articles that are due for review
mail-staff-review-subject = Artículos por revisar: { $count }
mail-staff-review = Estos artículos del centro de ayuda están a tu cargo y toca revisarlos. Léelos y confirma en la consola que siguen siendo válidos, o cámbialos.
mail-staff-review-more = Y { $more } más.
mail-staff-review-open = Abrir la lista
mail-staff-review-off = Recibes este correo una sola vez por cada fecha de revisión. Puedes desactivarlo en tu perfil.

## Un texto enviado a revisión
mail-staff-handover-subject = Por revisar: { $title }
mail-staff-handover = Alguien del equipo ha enviado a revisión este texto del centro de ayuda. Debe publicarlo una persona distinta de quien lo escribió: léelo y publícalo, o devuélvelo a borrador.
mail-staff-handover-open = Abrir el texto
mail-staff-handover-off = Recibes este correo cuando se envía a revisión un texto que puedes publicar. Puedes desactivarlo en tu perfil.
