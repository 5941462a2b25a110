### See en/site.ftl for what each group is for.

site-skip = Ir al contenido
site-nav = Principal
site-my-tickets = Mis consultas
site-new-ticket = Escríbenos
site-language = Idioma
site-account = Cuenta
site-signed-in-as = Sesión iniciada como { $name }
site-sign-in = Iniciar sesión
site-sign-out = Cerrar sesión
site-safety = Nunca pedimos contraseñas, códigos 2FA, frases semilla ni claves privadas. Nadie de { $brand } lo hace.
site-title = { $title } · Soporte de { $brand }
site-error-title = Error: { $title }
site-support = Soporte de { $brand }

verification-signed-in = Sesión iniciada · hasta { $time }
verification-email = Correo confirmado
verification-none = Sin verificar
verification-expired = Caducado

age-now = ahora mismo
age-minutes = hace { $count } min
age-hours = hace { $count } h
age-days = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}

status-open = Estamos en ello
status-waiting-on-customer = Necesitamos algo de ti
status-waiting-on-internal = La revisa un equipo especializado
status-solved = Resuelta. Dinos si no es así
status-closed = Cerrada
status-next-open = No hemos prometido un plazo. La respuesta aparecerá aquí.
status-next-waiting-on-customer = Responde abajo y seguiremos de inmediato.
status-next-waiting-on-internal = No hemos prometido un plazo. En cuanto respondan, lo verás aquí.
status-next-solved = Si no está resuelta, escribe abajo o ábrela de nuevo: todo lo anterior se conserva.
status-next-closed = Ya no admite respuestas. Si vuelve a ocurrir, escríbenos e indica este número.

home-title = Soporte
home-heading = ¿En qué podemos ayudarte?
home-greeting = Hola, { $name }
home-open-tickets = Tus consultas abiertas
home-all-tickets = Todas mis consultas
home-no-open = No tienes consultas abiertas. Si algo va mal, escríbenos.
home-topics = ¿De qué se trata?
home-theft = Me han robado la cuenta
home-theft-hint = Dínoslo ya. Estos mensajes se responden antes que los demás.
home-anonymous = Inicia sesión desde el exchange para que sepamos de qué cuenta hablamos.

sign-in-title = Iniciar sesión
sign-in-how = El soporte no tiene contraseña propia
sign-in-step-open = Abre { $brand } en la aplicación o en su sitio web e inicia sesión allí.
sign-in-why = Así nadie puede hacerse pasar por ti escribiendo tu correo, y no hay una segunda contraseña que robar.
sign-in-development = Este es un entorno de desarrollo: elige un cliente de prueba.
sign-in-development-link = Clientes de prueba
sign-in-needed = Inicia sesión para ver esta página.
sign-in-failed-title = No has iniciado sesión
sign-in-again = Cómo iniciar sesión
sign-in-other-title = ¿Cambiar de cuenta?
sign-in-other = Has iniciado sesión como { $name }. El enlace que has abierto es de otra cuenta.
sign-in-other-switch = Cambiar a la otra cuenta
sign-in-other-stay = Seguir como { $name }

new-ticket-title = Escríbenos
new-ticket-category = ¿De qué se trata?
new-ticket-category-choose = Elige
new-ticket-subject = Asunto
new-ticket-subject-hint = En pocas palabras, como «No ha llegado mi depósito de USDT».
new-ticket-body = ¿Qué ha pasado?
new-ticket-body-hint = Cuándo, qué moneda y red, qué importe. Pega completo el ID de la transacción (hash).
new-ticket-send = Enviar
new-ticket-as = Responderemos en la cuenta de { $name }.
secrets-warning = Nunca escribas una contraseña, un código, una frase semilla ni una clave privada, tampoco aquí.
leak-edit = Corregir mi texto
leak-send-anyway = Enviar de todos modos

files-label = Archivos
files-optional = opcional
files-hint = Capturas, grabaciones, PDF o registros. Hasta { $count } archivos de { $size } cada uno.
files-again = Elige de nuevo los archivos nuevos: el navegador los olvida tras un error.
files-kept = Ya subidos
files-keep = Conservar { $name }
file-download = Descargar
file-download-name = Descargar { $name }
file-open-name = Abrir { $name }
file-meta = { $type }, { $size }
file-gone = Este archivo se eliminó
file-type-image = Imagen
file-type-video = Vídeo
file-type-pdf = PDF
file-type-text = Texto
file-type-other = Archivo

form-problem = Hay un problema
form-error-prefix = Error:
field-category-required = Elige de qué se trata.
field-subject-required = Escribe un asunto en pocas palabras.
field-subject-too-long = El asunto es demasiado largo: { $limit } caracteres como máximo.
field-body-required = Escribe qué ha pasado.
field-body-too-long = El texto es demasiado largo: { $limit } caracteres como máximo. Adjunta uno más largo como archivo.
field-reply-required = Escribe una respuesta o elige un archivo.
field-file = { $name }: { $problem }
field-file-waiting = Ya tienes demasiados archivos sin enviar. Envía el mensaje sin este archivo; los que no se envían se eliminan en una semana como máximo.

tickets-title = Mis consultas
tickets-open = Abiertas
tickets-done = Resueltas y cerradas
tickets-none = No tienes consultas
tickets-none-hint = Cuando nos escribes, tu mensaje y cada respuesta aparecen aquí.
tickets-updated = Actualizada { $age }
tickets-older = Consultas anteriores
tickets-newest = Consultas más recientes

ticket-number = Consulta { $number }
ticket-opened = Abierta: { $time }
ticket-category = Tema: { $category }
ticket-status = Estado de tu consulta
ticket-thread = Conversación
ticket-you = Tú
ticket-system = Mensaje automático
ticket-erased = Este mensaje se eliminó.
ticket-event-status = Ahora: { $status }
ticket-event-reopened = Abierta de nuevo
ticket-reply = Tu respuesta
ticket-reply-solved = ¿No está resuelta? Dínoslo
ticket-reply-solved-hint = Al enviar, la consulta se abre de nuevo.
ticket-send = Enviar
ticket-send-reopen = Enviar y abrir de nuevo
ticket-solve = Está resuelta
ticket-reopen = No está resuelta
ticket-new-instead = Escribir de nuevo
ticket-earlier = Mensajes anteriores
ticket-later = Mensajes más recientes
notice-ticket-sent = Hemos recibido tu mensaje. El número de tu consulta es { $number }.
notice-reply-sent = Tu respuesta se ha enviado.
notice-solved = Marcada como resuelta. Gracias por decírnoslo.
notice-reopened = Abierta de nuevo. Seguimos trabajando en ella.
notice-signed-out = Has cerrado sesión.

live-off = Sin actualizar desde las { $time }. Comprobamos cada { $seconds } s.
live-draft = Hemos recuperado un borrador anterior.
live-sending = Enviando…

problem-not-found-title = Esta página no existe
problem-not-found = Puede que la dirección esté mal escrita o que la consulta sea de otra cuenta. Las tuyas están en la lista.
problem-not-allowed-title = Esto no es posible
problem-form-only = Esta dirección solo recibe lo que se envía desde un formulario. Vuelve a la página anterior y envíalo desde allí.
problem-unavailable-title = Ahora mismo no podemos hacerlo
problem-internal-title = Se ha producido un fallo por nuestra parte
problem-too-large-title = Es demasiado grande
typed-title = Lo que has escrito
typed-text = No se ha enviado y solo queda en esta página. Cópialo y sigue; tendrás que elegir otra vez los archivos.
problem-session-title = Inicia sesión de nuevo, por favor
problem-session-typed = Tu sesión ha terminado. Inicia sesión de nuevo; lo que escribiste sigue aquí.
problem-request-id = Número de petición
problem-home = A la página de inicio
problem-tickets = Mis consultas

## Files

files-camera = Hacer una foto
files-drop = También puedes soltar archivos aquí o pegar una captura de pantalla.
files-going = { $percent } enviado
files-away = Se ha perdido la conexión. El envío continuará por sí solo cuando vuelva.
files-done = Recibido
files-failed = No llegó. Inténtalo de nuevo o envía el mensaje sin él.
files-too-large = Supera { $size }. Envía uno más pequeño o recorta la grabación.
files-empty = Este archivo está vacío. Elige otro.
files-changed = El archivo cambió mientras se enviaba. Elígelo de nuevo.
files-too-many = Un mensaje admite como máximo { $count } archivos.
files-remove = Quitar { $name }
files-retry = Reintentar
files-hold = Tu mensaje saldrá en cuanto lleguen los archivos.
file-held = Se está analizando en busca de virus. Después podrá abrirse.

## Transcript, looks, sessions, how to reach us

take-title = Llévate la conversación
take-text = Todos los mensajes de esta consulta en un archivo firmado. Cualquiera puede comprobar que no se ha cambiado nada, incluso sin nosotros. Los mensajes del último minuto están en él, pero aún no en el historial firmado.
take-html = Para leer (HTML)
take-json = Para programas (JSON)
take-html-part = Para leer, parte { $number } (HTML)
take-json-part = Para programas, parte { $number } (JSON)
verify-title = Comprobar un archivo de conversación
verify-intro = ¿Te han mostrado una conversación con nosotros? Elige el archivo y te decimos si es auténtico y qué se ha cambiado.
verify-file = Archivo de conversación (HTML o JSON)
verify-send = Comprobar
verify-private = El archivo se comprueba y no se guarda.
verify-none = Elige primero un archivo.
verify-too-large = Este archivo supera { $size }. Ninguno de los nuestros es tan grande; los mayores se comprueban con el comando «proofdesk transcript verify».
verify-genuine = Auténtico
verify-genuine-meaning = Esta conversación tuvo lugar con nosotros y no se ha cambiado nada en el archivo.
verify-changed = Modificado
verify-changed-meaning = El archivo lleva nuestra firma, pero se modificó después. No te fíes de él.
verify-not-ours = No es nuestro
verify-not-ours-meaning = Este archivo es de otro servicio de soporte. No podemos decir nada de él.
verify-key-unknown = No lo firmamos nosotros
verify-key-unknown-meaning = El archivo dice ser nuestro, pero ninguna de nuestras claves lo firmó. No te fíes de él.
verify-unreadable = No es un archivo de conversación
verify-unreadable-meaning = No podemos leerlo como archivo de conversación. Quizá sea otro archivo, o lo volvió a guardar un navegador o un editor.
verify-number = Consulta
verify-made = Archivo creado
verify-messages = Mensajes
verify-history = En el historial firmado
verify-covered = { $count } de { $all } registros
verify-part = Parte
verify-findings = Lo que no coincide
verify-more = Y { $count } más.
verify-text = El texto del mensaje n.º { $number }
verify-author = El autor del mensaje n.º { $number }
verify-time = La hora del registro n.º { $number }
verify-file-of = Un archivo del mensaje n.º { $number }
verify-status = El estado en el registro n.º { $number }
verify-erasure = El borrado del mensaje n.º { $number }
verify-record = La anotación del registro n.º { $number }
verify-entry = El registro n.º { $number }
verify-ticket = Un dato de la consulta
verify-head = Un dato del archivo
verify-seal = La firma del archivo
verify-page-entry = Lo que la página muestra del registro n.º { $number }
verify-page = Lo que muestra la página
verify-was-changed = { $what }: modificado
verify-is-missing = { $what }: falta
verify-was-added = { $what }: añadido después
verify-was-moved = { $what }: fuera de su sitio
verify-does-not-fit = { $what }: no coincide con el registro
verify-keys = Nuestras claves
verify-keys-hint = Quien compruebe sin nosotros necesita una de estas. La primera es la actual.
looks-title = Quién ha visto mis datos
looks-intro = Tu nombre, correo, teléfono y UID están ocultos para nuestro personal. Cuando alguien consulta uno de ellos, debe indicar el motivo, y aparece aquí. Las mismas letras son siempre la misma persona.
looks-none = Nadie ha consultado ninguno de ellos.
looks-name = Tu nombre
looks-email = Tu correo electrónico
looks-phone = Tu teléfono
looks-uid = Tu UID
looks-transcript = Toda la conversación de { $number }
looks-unknown = Algo cuyo registro se borró
looks-by = Agente { $code }
looks-reason = Motivo
looks-reason-gone = borrado
sessions-title = Dónde tengo la sesión abierta
sessions-intro = Estos navegadores tienen la sesión abierta en nuestro soporte. Si no reconoces alguno, cierra su sesión. La sesión en el propio exchange es aparte: ciérrala allí.
sessions-here = Este navegador
sessions-since = Desde el { $time }
sessions-seen = Último uso: { $time }
sessions-unknown = Navegador desconocido
sessions-end = Cerrar esta sesión
sessions-everywhere = Cerrar sesión en todas partes
sessions-everywhere-hint = Cierra todas estas sesiones, también esta.
notice-session-ended = La sesión está cerrada.
notice-signed-out-everywhere = Has cerrado sesión en todas partes.
reach-title = Cómo contactar con nosotros
reach-intro = Elige de qué se trata y te decimos cuánto ha tardado últimamente nuestra primera respuesta.
reach-way = Escríbenos
reach-way-hint = Puedes escribir a cualquier hora. Nuestra respuesta aparecerá en tu consulta, en este sitio.
reach-measured = La mitad de las consultas sobre esto tuvo nuestra primera respuesta en { $median }; nueve de cada diez, en { $p90 }.
reach-measured-half = La mitad de las consultas sobre esto tuvo nuestra primera respuesta en { $median }. De nueve de cada diez aún no podemos decirlo: demasiadas siguen esperando.
reach-basis = { $count ->
    [one] Medido con una consulta de los últimos 28 días. No es una promesa.
   *[other] Medido con { $count } consultas de los últimos 28 días. No es una promesa.
  }
reach-few = { $count ->
    [0] En los últimos 28 días no hubo consultas sobre esto, así que no podemos decir cuánto tarda una respuesta.
    [one] En los últimos 28 días solo hubo una consulta sobre esto: muy poco para decir cuánto tarda una respuesta.
   *[other] En los últimos 28 días solo hubo { $count } consultas sobre esto: muy pocas para decir cuánto tarda una respuesta.
  }
reach-waiting = Más de la mitad de las { $count } consultas recientes sobre esto aún espera respuesta.
reach-panel = Cuánto tardamos en responder
reach-own = Ya tienes consultas abiertas sobre esto
reach-own-hint = Si es el mismo problema, escribe ahí: todo lo dicho queda en un solo lugar.
span-minutes = { $count } min
span-hours = { $count } h
span-days = { $count ->
    [one] un día
   *[other] { $count } días
  }
site-more = Más

## Notifications

notices-title = Notificaciones
notices-none = Nada nuevo
notices-none-hint = Cuando respondamos, aparecerá aquí.
notices-unread = { $count ->
    [one] { $count } notificación nueva
   *[other] { $count } notificaciones nuevas
}
notices-new = Nueva
notices-read-all = Marcar todo como leído
notices-older = Anteriores
notice-kind-receipt = Hemos recibido tu mensaje
notice-kind-opened = Hemos abierto una consulta para ti
notice-kind-reply = Nueva respuesta
notice-kind-wrote = Nuevo mensaje
notice-kind-waiting = Necesitamos algo de ti
notice-kind-solved = Resuelta
notify-title = Qué te enviamos
notify-intro = Todo sobre tus consultas está en este sitio. Elige qué más quieres recibir.
notify-mail = Correo electrónico
notify-mail-hint = Se envía a { $address }
notify-mail-none = No tenemos ninguna dirección de correo tuya.
notify-language = Idioma
notify-language-hint = Te escribimos en este idioma.
notify-save = Guardar
notice-notify-saved = Guardado.
notice-all-read = Todo marcado como leído.
link-title = Abrir tu consulta
link-text = Este enlace lleva a tu consulta { $number }. Lo recibiste por correo.
link-open = Abrir la consulta
link-note = La sesión dura dos horas en este dispositivo.

## Forms: the question box, one question a page, and a ticket's life

question-label = Tu pregunta
question-placeholder = Pega un ID de transacción, una dirección o un enlace, o escribe unas palabras
question-hint = Leemos lo que pegues y te llevamos al formulario adecuado. Todavía no se envía nada.
question-ask = Ver
field-question-required = Escribe unas palabras o pega un ID de transacción, una dirección o un enlace.
field-question-too-long = La pregunta es demasiado larga: como máximo { $limit } caracteres.
question-title = Lo que hemos encontrado
question-recognised = Lo que hemos reconocido
question-network = Puede ser de la red { $network }.
question-networks = Puede ser de cualquiera de { $count } redes.
question-mentioned = Tus consultas que mencionan lo mismo
question-fitting = Temas adecuados
question-fitting-hint = Lo que escribiste ya está rellenado.
question-others = Otra cosa
choose-drafts = Sigue donde lo dejaste
choose-kept = Guardado { $age }
choose-withdrawn = «{ $category }» ya no está disponible. Elige otro tema: todo lo que escribiste se conserva.
text-step-hint = Lo que podamos leer aquí no te lo volveremos a preguntar.
step-count = Paso { $number } de unos { $total }
step-back-link = Atrás
step-continue = Continuar
step-lacking = No lo tengo
step-kept = Se guarda en cada página: puedes seguir en otro dispositivo.
step-discard = Descartar este borrador
find-hash-title = ¿Dónde lo encuentro?
field-amount-invalid = Escribe el importe en cifras, por ejemplo 250 USDT.
field-time-invalid = Escribe el día y la hora, por ejemplo 2026-11-28 11:52 UTC.
field-asset-invalid = Escribe el símbolo de la moneda, por ejemplo USDT.
field-asset-required = Escribe el símbolo de la moneda, por ejemplo USDT.
field-amount-required = Escribe el importe, por ejemplo 250 USDT.
field-time-required = Escribe el día y la hora, aunque sean aproximados.
check-title = Revisa y envía
check-intro = Cambia lo que no esté bien. No se envía nada antes de pulsar el botón.
check-facts = Tus respuestas
check-picked = Leído en tu texto
check-needed = Aún falta
check-none = Sin respuesta
check-change = Cambiar
check-answer = Responder
check-missing = Responde a esto: { $question }
check-meanwhile = Mientras tanto, tus respuestas o tus archivos se modificaron desde otra página u otro dispositivo. Revísalos una vez más y envíalos.
new-ticket-subject-of = { $category }: { $what }
steps-title = Qué pasa con tu consulta
step-done = Hecho:
step-now = Ahora:
step-next = Después:
step-opened = Hemos recibido tu mensaje
step-opened-for = Hemos abierto esta consulta para ti
step-answered = { $name } respondió
step-wrote = { $name } te escribió
step-desk-wrote = El sistema te escribió
step-replied = Respondiste
step-asked = Te pedimos información
step-handed-on = La tiene un equipo especializado
step-back = De vuelta en soporte
step-solved = Resuelta
step-closed = Cerrada
step-reopened = La abriste de nuevo
step-nudged = Enviaste un recordatorio
step-escalated = Pediste un especialista
step-escalated-lead = Pediste que la viera el responsable
step-verification-asked = Te pedimos que confirmes que eres tú
step-verification-proven = Confirmaste que eres tú
step-verification-withdrawn = Ya no hace falta que confirmes que eres tú
step-next-open = Verás aquí nuestra respuesta
step-next-waiting-on-customer = Respondes abajo y seguimos enseguida
step-next-waiting-on-internal = Los especialistas responderán y lo verás aquí
step-next-done = Si vuelve a ocurrir, ábrela de nuevo
given-title = Tus respuestas a nuestras preguntas
nudge = Enviar un recordatorio
nudge-from = Si para entonces nadie ha respondido, podrás enviar un recordatorio a partir del { $time }.
notice-nudged = Les hemos avisado de que estás esperando.
notice-proof-mailed = El enlace va de camino a tu correo. Puede tardar unos minutos.
proof-title = Confirma que eres tú
proof-text-sign-in = Nuestro equipo de soporte te pide que inicies sesión otra vez.
proof-text-mail = Nuestro equipo de soporte te pide que abras esta consulta con el enlace de nuestro correo.
proof-until = Plazo para hacerlo: { $time }.
proof-mail = Enviarme el enlace por correo
proof-link = Nuestro equipo de soporte te pidió confirmar que eres tú. Basta con abrir la consulta desde aquí.
escalate = Pedir un especialista
escalate-title = Pedir que la vea alguien con más atribuciones
escalate-intro = Un especialista de segundo nivel la revisa, con todo lo anterior. Tu consulta pasa a prioridad alta.
escalate-intro-lead = El responsable la revisa, con todo lo anterior.
escalate-reason = ¿Qué ha ido mal hasta ahora?
escalate-reason-hint = En unas frases, como máximo { $limit } caracteres. Se añade a tu consulta como mensaje.
escalate-send = Pedirlo
escalate-stay = Dejarla como está
escalate-from = El nivel que tiene tu consulta dispone de un día. Puedes pasarla al nivel superior a partir del { $time }.
escalate-top = El responsable ya tiene tu consulta. No hay nadie por encima.
escalate-not-open = Esta consulta está resuelta o cerrada. Ábrela primero de nuevo.
notice-escalated = Tu consulta pasa al nivel superior, con tu motivo.
field-escalation-required = Escribe en unas frases qué ha ido mal.
field-escalation-too-long = Es demasiado largo: como máximo { $limit } caracteres.

## The exchange bridge

account-title = Mi cuenta
account-facts = Cuenta
account-details = Detalles
account-tx = ID de la transacción
account-address = Dirección
account-memo = Memo o etiqueta
account-write = ¿Algo no cuadra? Escríbenos
taken-lead = Si alguien más puede haber entrado en tu cuenta, congélala ya. Basta una pulsación; las preguntas vienen después.
taken-what-people = El equipo de seguridad recibe una consulta que se atiende antes que todas las demás.
taken-what-back = Aquí no puedes deshacerlo. Recuperarás la cuenta cuando se confirme que eres su titular.
taken-button = Congelar mi cuenta ahora
taken-never = Nadie de nuestro equipo te llamará después para pedirte un código, una contraseña o un envío a una dirección «segura».
taken-pending = Pediste la congelación el { $time }. El exchange aún no la ha confirmado; seguimos insistiendo.
taken-done = Tu cuenta está congelada desde el { $time }. Nada sale de ella. Comprobante: { $receipt }.
taken-refused = Tras tu petición del { $time }, el exchange no congeló la cuenta automáticamente. El equipo de seguridad lo hace a mano.
taken-ticket = Ver la consulta
notice-freeze-asked = Hemos recibido tu aviso y lo atendemos antes que los demás. Esta página te lo dirá en cuanto el exchange lo confirme.

## Web push

push-title = Notificaciones en tu navegador
push-intro = Cuando haya algo nuevo, tu navegador te avisará al momento, aunque esta página esté cerrada. Solo dice el número de tu consulta, sin textos ni importes.
push-add = Activar en este navegador
push-here = Este navegador
push-since = Activado desde el { $time }
push-sent = Última notificación: { $time }
push-remove = Desactivar
push-unsupported = Este navegador no puede mostrar notificaciones de sitios web. En un iPhone o iPad, añade primero este sitio a la pantalla de inicio y ábrelo desde allí.
push-denied = Tu navegador bloquea las notificaciones de este sitio. Permítelas en los ajustes del navegador y vuelve a cargar esta página.
push-refused = Tu navegador no las ha activado y nada ha cambiado. Todo sobre tus consultas sigue estando en este sitio.
push-failed = No ha funcionado y nada ha cambiado. Vuelve a cargar esta página e inténtalo otra vez.
push-no-script = Para activarlas en este navegador hace falta JavaScript.
notice-device-added = Este navegador te avisará cuando respondamos.
notice-device-removed = Ese navegador ya no te avisará de nada.

## Bounces

notify-mail-failing = El correo a { $address } ha sido devuelto, así que durante un día no enviamos nada ahí. Comprueba la dirección en tu cuenta del exchange.

## Completing: what the customer's side still lacked

missing-title = Lo que todavía necesitamos de ti
missing-hint = Puede que no podamos seguir sin esto.
missing-helpful = { $count ->
    [one] Un dato más que ayudaría
   *[other] { $count } datos más que ayudarían
}
answer-add = Añadir a la consulta
answer-added-to = Se añade enseguida a tu consulta y lo ve quien la atiende.
answer-meanwhile = Mientras tanto se respondió a esto en otro lugar. Lo que escribiste sigue aquí; envíalo de nuevo y sustituirá a esa respuesta.
answer-stands = La respuesta actual
answer-closed = Esta consulta está cerrada y ya no admite respuestas. Puedes escribirnos de nuevo: lo que escribiste se conserva.
answer-not-asked = Esta pregunta ya no se hace.
answer-late-title = Tu respuesta
answer-typed = Lo que escribiste
answer-to-ticket = Volver a la consulta
reply-late-title = Esta consulta se cerró
reply-late = Tu respuesta no se envió: cerramos la consulta antes de que nos llegara. Puedes llevarla a una consulta nueva, junto con el número de esta.
reply-late-files = También se llevan estos archivos: { $files }
reply-late-new = Abrir una consulta nueva sobre esto
notice-answer-saved = Añadido a tu consulta. Gracias.
link-over-title = Este enlace ya no funciona
link-over = Ha caducado o cerraste sesión en todas partes. Podemos enviar uno nuevo a la misma dirección.
link-renew = Enviarme un enlace nuevo
link-over-account = Ya tienes una cuenta en { $brand }. Inicia sesión allí para ver tus consultas.
link-over-nothing = No se puede enviar otro a esa dirección. Escríbenos de nuevo desde donde lo hiciste la primera vez.
link-sent-title = Mira tu correo
link-sent = Un enlace nuevo va de camino a la dirección del anterior. Puede tardar unos minutos.
notice-kind-link = Se envió un enlace nuevo
reach-freeze = Hay otra persona en tu cuenta
reach-freeze-text = Congélala primero: basta una pulsación. Las preguntas vienen después y tu consulta se atiende antes que todas las demás.
reach-freeze-sign-in = Inicia sesión y congélala: basta una pulsación. Las preguntas vienen después y tu consulta se atiende antes que todas las demás.
reach-freeze-act = Congelar mi cuenta
reach-ticket = Una consulta en este sitio
reach-ticket-sign-in = Inicia sesión desde { $brand } y escribe a cualquier hora en cualquiera de nuestros diez idiomas. La respuesta aparece aquí.
reach-locked-out = ¿No puedes iniciar sesión?
reach-locked-out-text = Puedes recuperar el acceso en la página de inicio de sesión de { $brand }. Nadie te da acceso por un mensaje, y quien te pida un código no es de nuestro equipo.
reach-link = Recibiste un enlace por correo
reach-link-text = Ábrelo: lleva a tu consulta sin necesidad de cuenta. Si es demasiado antiguo, te ofrece uno nuevo.
reach-look = Compruébalo primero
reach-look-text = Pega un ID de transacción, una dirección o un enlace: te decimos al instante qué es y si tiene algún problema.
reach-look-act = Pegar
reach-like-both = Solo consultas en tu idioma abiertas más o menos a esta hora del día.
reach-like-language = Solo consultas en tu idioma.
reach-like-hour = Solo consultas abiertas más o menos a esta hora del día.
reach-no-promise = Medido en los últimos 28 días. No es una promesa.
reach-unknown = Últimamente hubo muy pocas consultas sobre esto y no podemos decir cuánto tarda una respuesta.
reach-waiting-many = Más de la mitad de las consultas recientes sobre esto siguen esperando respuesta.

## What the exchange tells by itself

notify-app = La aplicación del exchange
notify-app-hint = Un aviso breve en tu teléfono, sin el texto de la conversación.
looks-account = Lo que el exchange dice de tu cuenta
looks-intro-account = También figura aquí quien abre lo que el exchange dice de tu cuenta, como máximo una vez cada cuarto de hora.
told-as-of = { $what } (a fecha de { $time })
suspended-title = Redes suspendidas
suspended-both = Los depósitos y retiros de { $what } en { $network } están suspendidos. No se pierde nada: continuarán cuando la red vuelva a funcionar.
suspended-deposits = Los depósitos de { $what } en { $network } están suspendidos. Lo que se envíe ahora se acreditará cuando se reanuden.
suspended-withdrawals = Los retiros de { $what } en { $network } están suspendidos. Se enviarán cuando la red vuelva a funcionar.
suspended-all-coins = todas las monedas
suspended-until = Se espera que se reanude el { $time }.
notice-told-account = Tu cuenta

## Customer's side: news by topic

notify-topic = Tema
notify-topic-tickets = Tus consultas
notify-topic-tickets-hint = Respuestas, preguntas nuestras y avisos de que algo está resuelto.
notify-topic-account = Depósitos y retiros
notify-topic-account-hint = Lo que el exchange comunica por sí mismo: se vio un depósito, un retiro está retenido.
notify-topic-security = Seguridad de tu cuenta
notify-topic-security-hint = Un cambio de contraseña o de correo puede ser obra de otra persona, así que siempre lo enviamos.
notify-always = Siempre
notify-push = Navegador
notify-cell = { $topic }: { $channel }

## What did not arrive

problem-too-slow-title = El envío tardó demasiado
field-cut = Lo que enviaste era más largo de lo que podemos recibir de una vez: abajo está el principio, pero no el final. Adjunta los textos largos como archivo.
notify-older = Esta página estaba abierta desde antes de una actualización, así que no se guardó nada. Abajo está lo elegido ahora, junto con lo que acabas de marcar. Revísalo y guárdalo.

## The help centre

help-title = Ayuda
help-home-text = Respuestas sobre depósitos, retiros, operaciones y tu cuenta en { $brand }.
help-empty = Aún no hay artículos aquí.
help-all = Ver todo
help-all-of = Ver todo: { $section }
help-glossary = Glosario
help-glossary-text = Qué significan los términos de un exchange, en lenguaje sencillo.
help-see = Artículos sobre esto
help-stuck = ¿Sigues con el problema?
help-stuck-text = Pregúntanos. No hace falta que repitas lo que ya has leído.
help-where = Estás aquí
help-fallback = Esta página aún no existe en tu idioma ({ $wanted }). Idioma mostrado: { $language }.
help-internal = Interno
help-internal-text = Solo el personal ve esta página. No envíes su dirección a clientes.
help-updated = Actualizado
help-reviewed = Última revisión
help-contents = En esta página
help-step-by-step = Paso a paso
help-start-again = Empezar de nuevo
help-all-steps = Ver todos los pasos
help-rate = ¿Te ha servido?
help-rate-yes = Sí
help-rate-no = No
help-rate-why = ¿Qué faltaba?
help-rate-note = Con tus palabras (opcional)
help-rate-note-hint = Aquí nadie responde. Si necesitas ayuda con tu caso, pregúntanos.
help-rate-send = Enviar
help-reason-not-mine = Trata de otra cosa
help-reason-wrong = Hay algo incorrecto
help-reason-unclear = No lo entiendo
help-reason-incomplete = Se queda corto
help-reason-policy = Lo entiendo, pero no me gusta la norma
help-related = Sigue leyendo
help-before = Antes de escribir: quizá ya esté respondido
notice-feedback-given = Gracias. Quienes escriben estas páginas leerán tu opinión.
help-film = Vídeo, se abre en una pestaña nueva
help-field-memo = Memo
help-field-tag = Etiqueta de destino (Tag)
help-field-comment = Comentario (Memo)
help-terms = Versión de los términos
help-terms-from = Vigente desde
help-terms-until = Hasta
help-terms-in-force = vigente
help-terms-time = Hora de liquidación (UTC)
help-terms-window = Ventana de promedio, en minutos
help-terms-sample = Segundos entre dos muestras
help-terms-average = Tipo de promedio
help-terms-strike = Justo en el precio de ejercicio
help-terms-days = Cómputo de días
help-terms-rounding = Redondeo
help-average-arithmetic = aritmético
help-average-time = ponderado por tiempo
help-strike-exercises = se convierte
help-strike-expires = no se convierte
status-next-promised = Tendrás nuestra respuesta antes del { $time }.
status-next-late = Prometimos responder antes del { $time } y vamos con retraso. La respuesta aparecerá aquí.

## What comes too early or too often

problem-too-often-title = Demasiadas veces seguidas
notice-nudged-already = Ya enviaste un recordatorio, o todavía es pronto. Abajo dice desde cuándo puedes enviar otro.
escalate-written = Lo que escribiste

## Tickets that go on in another one
ticket-goes-on = Esta consulta continúa en { $number }
ticket-goes-on-text = Hemos unido las dos porque tratan de lo mismo. Todo lo que se escribió aquí se ve también allí; sigue escribiéndonos allí.
ticket-goes-on-open = Continuar en { $number }
ticket-joined-here = También se muestra aquí: { $numbers }
message-origin = de { $number }
step-merged = Continúa en { $number }
step-unmerged = Separada de { $number }: vuelve a ser una consulta aparte
step-joined = { $number } continúa aquí
step-parted = { $number } vuelve a ser una consulta aparte
step-split-off = Algunos mensajes continúan en { $number }
step-split-from = Empezó con mensajes de { $number }
step-taken-back = Los mensajes de { $number } vuelven a estar aquí
step-given-back = Los mensajes vuelven a estar en { $number }

## Search in the help centre

help-search-label = Buscar en la ayuda
help-search-placeholder = ¿Qué quieres saber?
help-search-button = Buscar
help-search-suggestions = Artículos que pueden servirte
help-search-heard = Artículos encontrados: { $count }. Usa las flechas para elegir.
help-search-heard-none = Todavía no hay artículos que encajen.
help-search-title = Búsqueda
help-search-of = Búsqueda: «{ $words }»
help-search-count = { $count ->
    [one] { $count } artículo
    [many] { $count } de artículos
    *[other] { $count } artículos
}
help-search-foreign = No hay nada en { $language }. En otros idiomas: { $count }.
help-search-sections = Secciones
help-search-everywhere = Todas las secciones
help-search-nothing = No hay nada sobre «{ $words }»
help-search-nothing-text = Prueba con menos palabras o con otras, o mira lo que más ayuda. Si no es eso, escríbenos.
help-search-not-ready = La búsqueda no está disponible ahora mismo. Todo lo demás funciona; prueba de nuevo en un minuto.
help-popular = Lo que más ayuda
help-fitting = Puede que la respuesta esté en estos artículos
question-articles = Artículos que pueden responderte
question-articles-all = Todos los resultados

## A way in without a session
write-title = Escríbenos
write-lead = No hace falta iniciar sesión. Indica un correo y te enviamos un enlace a tu consulta.
write-without = Sin iniciar sesión
write-without-text = ¿No has iniciado sesión o no puedes? Puedes escribirnos igualmente. Recibirás por correo un enlace a tu consulta.
write-email = Tu correo electrónico
write-email-hint = Ahí enviamos el enlace a tu consulta. No decimos a nadie si conocemos ese correo.
write-send = Enviar
write-unproven = Hasta que se abra el enlace del correo no sabemos quién ha escrito: no contamos nada de ninguna cuenta ni cambiamos nada en ella.
write-no-mail = Ahora mismo no podemos enviar correos. Leemos lo que escribes, pero nuestra respuesta no puede llegarte. Si puedes, inicia sesión y escribe desde ahí.
write-not-taken = No se ha enviado tu mensaje
write-too-many = En la última hora han llegado muchos mensajes desde tu conexión. Inténtalo dentro de una hora o inicia sesión. Lo que has escrito sigue abajo; los archivos hay que elegirlos de nuevo.
write-too-many-of = En el último día muchos mensajes han indicado este correo. Inténtalo mañana, indica otro correo o inicia sesión. Lo que has escrito sigue abajo; los archivos hay que elegirlos de nuevo.
write-files-again = Elige de nuevo tus archivos: sin iniciar sesión no guardamos ninguno antes de enviar el mensaje.
written-title = Hemos recibido tu mensaje
written-number = El número de tu consulta es { $number }. Apúntalo.
written-next = Qué pasa ahora
written-mail = Si el correo es tuyo, recibirás un mensaje con un enlace a tu consulta. Puede tardar unos minutos.
written-open = Abre ese enlace. Así comprobamos que lees el correo de esa dirección y, desde entonces, nuestras respuestas llegan ahí.
written-read = Una persona de nuestro equipo lee tu mensaje y responde en la consulta.
written-first = El equipo de seguridad lee tu mensaje antes que los demás.
written-promise = Tendrás respuesta antes del { $time }.
written-once = Para que nadie pueda llenar un buzón ajeno, una dirección sin confirmar recibe un solo correo de estos al día. Si ya nos escribiste hoy, sigue en esa consulta con el enlace de aquel correo.
theft-now-title = Qué hacer ahora, en este orden
theft-now-freeze = ¿Aún puedes iniciar sesión en { $brand }? Inicia sesión y congela la cuenta: basta una pulsación.
theft-now-write = Si no puedes, escribe ya al equipo de seguridad, sin iniciar sesión.
theft-now-mailbox = Protege tu buzón: cambia su contraseña y cierra allí todas las demás sesiones. Quien lee tu correo puede restablecer todo lo demás.
theft-now-password = Si aún puedes iniciar sesión en { $brand }, cambia allí tu contraseña, cierra todas las demás sesiones y elimina las claves de API.
theft-now-wallet = ¿Diste a alguien la frase semilla de una billetera tuya? Pasa lo que contiene a una billetera nueva.
theft-write = Escribir al equipo de seguridad
theft-no-freeze = No congelamos una cuenta solo por un mensaje: de lo contrario, cualquiera podría dejar a otro sin acceso. Antes lo revisa una persona.
taken-open-lead = ¿Puede haber alguien más en tu cuenta? Haz esto ya, en este orden.
taken-open-sign-in = Iniciar sesión y congelarla
taken-stops = En cuanto el exchange lo confirme, nadie podrá retirar ni enviar nada, tampoco tú.
taken-hand-lead = Si alguien más puede haber entrado en tu cuenta, avisa ya al equipo de seguridad. Basta una pulsación; las preguntas vienen después.
taken-hand-stops = La cuenta se congela a mano, porque soporte no puede hacerlo desde aquí. Hasta entonces aún son posibles los retiros.
taken-hand-meanwhile = Mientras tanto, si aún puedes iniciar sesión en { $brand }: cambia allí tu contraseña, cierra todas las demás sesiones y elimina las claves de API.
taken-hand-button = Pedir que congelen mi cuenta
notice-freeze-by-hand = Hemos recibido tu aviso y lo atendemos antes que los demás. El equipo de seguridad congela la cuenta a mano y te lo dirá aquí.
sign-in-link = Iniciar sesión en { $brand }
sign-in-link-text = Inicias sesión en { $brand } y vuelves a esta página.
sign-in-step-choose = Elige allí «Soporte»: se abre esta página con tu sesión iniciada.
reach-write-text = Escribe a cualquier hora en cualquiera de nuestros diez idiomas. Recibirás por correo un enlace a tu consulta.
field-email-required = Escribe tu correo electrónico.
field-email-invalid = Esto no parece un correo electrónico. Revísalo.
field-email-too-long = Es demasiado largo para un correo electrónico: como máximo { $limit } caracteres.

## What a department is asked, on the page behind its link
side-unnamed = Una pregunta del equipo de soporte
side-intro = { $name } tiene una pregunta para { $department } sobre la consulta { $number }. El cliente no ve nada de esta página.
side-answer = Tu respuesta
side-answer-hint = { $limit } caracteres como máximo. Solo la lee el equipo de soporte.
side-send = Enviar la respuesta
side-until = Esta página se puede abrir hasta el { $time }, y más tiempo si se escribe algo nuevo. Es solo para { $department }: por favor, no compartas el enlace.
notice-side-sent = El equipo de soporte ya tiene tu respuesta.
side-too-many = En la última hora han llegado muchas respuestas. Inténtalo dentro de un rato. Lo que has escrito sigue abajo.
side-full = Aquí no cabe más. Pide al equipo de soporte que abra otra conversación. Lo que has escrito sigue abajo.
side-expired = Hace tiempo que no se escribe nada y el enlace ha caducado. Podemos enviarlo otra vez al correo de tu departamento.
side-renew = Enviar el enlace otra vez
side-renewed = El enlace va de camino al correo de tu departamento. Puede tardar unos minutos.
side-closed-title = Esta conversación está cerrada
side-closed = La cerró el equipo de soporte. Aquí ya no se puede leer ni escribir nada.
side-void = Otro enlace ocupa el lugar de este. Abre el último correo del equipo de soporte o pregúntales.
field-side-required = Escribe tu respuesta o elige un archivo.
field-side-too-long = La respuesta es demasiado larga: { $limit } caracteres como máximo.

## What the exchange tells in articles
help-figures = Datos del exchange:
help-not-now = (dato no disponible ahora)
help-not-now-table = El exchange no responde en este momento y no podemos mostrar esta tabla. Vuelve a consultarla en unos minutos.

# Tables that are as long as the exchange makes them.
help-table-part = Aquí se muestran { $shown } de { $all } filas.
help-table-all = Ver la tabla completa
help-table-found = { $shown } de { $all } filas
help-table-find = Buscar una moneda, red o contrato
help-table-earlier = Página anterior
help-table-later = Página siguiente
help-table-contracts = Contratos: apalancamiento, margen y comisiones
help-table-dual-investment-pairs = Inversión dual: pares disponibles
help-table-earn = Productos de rendimiento disponibles
help-table-fiat = Dinero corriente: formas de ingreso y retiro
help-table-margin-interest = Préstamos de margen: intereses
help-table-memo = Monedas que necesitan memo o etiqueta
help-table-networks = Redes: mínimos, confirmaciones y comisiones
help-table-withdrawal-fees = Retiros: mínimos y comisiones

# What the house says of itself in articles.
help-col-kind = Tipo
help-col-address = Dirección o nombre
help-col-place = Dónde vives
help-col-confirmation = Acuse de recibo
help-col-decision = Decisión
help-col-longest = A más tardar
help-col-body = Organismo
help-col-until = Plazo para acudir tras la decisión
help-channel-site = Sitio web
help-channel-app = Aplicación
help-channel-mail = Correo electrónico
help-channel-phone = Teléfono
help-channel-social = Red social
