### See en/site.ftl for what each group is for.

site-skip = Ir al contenido
site-nav = Principal
site-my-tickets = Mis consultas
site-new-ticket = Escríbenos
site-language = Idioma
site-account = Cuenta
site-signed-in-as = Has entrado como { $name }
site-sign-in = Entrar
site-sign-out = Salir
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
status-waiting-on-internal = Lo revisa un equipo especializado
status-solved = Resuelta. Dinos si no es así
status-closed = Cerrada
status-next-open = No hemos prometido una hora. La respuesta aparece aquí.
status-next-waiting-on-customer = Responde abajo y seguimos de inmediato.
status-next-waiting-on-internal = No hemos prometido una hora. En cuanto respondan, lo lees aquí.
status-next-solved = Si no está resuelta, escribe abajo o ábrela de nuevo: todo lo anterior se conserva.
status-next-closed = Ya no admite respuestas. Si vuelve a ocurrir, escríbenos e indica este número.

home-title = Soporte
home-heading = ¿En qué podemos ayudarte?
home-greeting = Hola, { $name }
home-open-tickets = Tus consultas abiertas
home-all-tickets = Todas mis consultas
home-no-open = No hay nada abierto. Si algo va mal, escríbenos.
home-topics = ¿De qué se trata?
home-theft = Me han robado la cuenta
home-theft-hint = Dínoslo ya. Estos mensajes se responden antes que los demás.
home-anonymous = Entra desde la plataforma para que sepamos de qué cuenta hablamos.

sign-in-title = Entrar
sign-in-how = El soporte no tiene contraseña propia
sign-in-step-open = Abre { $brand } en la aplicación o en su sitio web y entra allí.
sign-in-step-support = Elige «Soporte». Vuelves aquí con la sesión iniciada.
sign-in-why = Así nadie puede hacerse pasar por ti escribiendo tu correo, y no hay una segunda contraseña que robar.
sign-in-development = Este es un entorno de desarrollo: elige un cliente de prueba.
sign-in-development-link = Clientes de prueba
sign-in-needed = Entra para ver esta página.
sign-in-failed-title = No has entrado
sign-in-again = Cómo entrar
sign-in-other-title = ¿Cambiar de cuenta?
sign-in-other = Has entrado como { $name }. El enlace que has abierto es de otra cuenta.
sign-in-other-switch = Cambiar a la otra cuenta
sign-in-other-stay = Seguir como { $name }

new-ticket-title = Escríbenos
new-ticket-category = ¿De qué se trata?
new-ticket-category-choose = Elige
new-ticket-subject = Asunto
new-ticket-subject-hint = En pocas palabras, como «No ha llegado mi depósito de USDT».
new-ticket-body = ¿Qué ha pasado?
new-ticket-body-hint = Cuándo, qué moneda y red, qué importe. Pega el hash de la transacción completo.
new-ticket-send = Enviar
new-ticket-as = Respondemos a la cuenta de { $name }.
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
notice-ticket-sent = Tenemos tu mensaje. Su número es { $number }.
notice-reply-sent = Tu respuesta se ha enviado.
notice-solved = Marcada como resuelta. Gracias por decírnoslo.
notice-reopened = Abierta de nuevo. Volvemos a ello.
notice-signed-out = Has salido.

live-off = Sin actualización desde las { $time }. Comprobamos cada { $seconds } s.
live-draft = Un borrador anterior está de nuevo en el campo.
live-sending = Enviando…

problem-not-found-title = Esta página no existe
problem-not-found = Puede que la dirección esté mal escrita o que la consulta sea de otra cuenta. Las tuyas están en la lista.
problem-not-allowed-title = Esto no es posible
problem-unavailable-title = Ahora mismo no podemos hacerlo
problem-internal-title = Algo se ha roto por nuestra parte
problem-too-large-title = Es demasiado grande
problem-session-title = Entra de nuevo, por favor
problem-request-id = Número de petición
problem-home = A la página de inicio
problem-tickets = Mis consultas

## Files

files-camera = Hacer una foto
files-drop = También puede soltar archivos aquí o pegar una captura de pantalla.
files-going = { $percent } enviado
files-away = No hay conexión. Continuará por sí solo.
files-done = Recibido
files-failed = No llegó. Inténtelo de nuevo o envíe el mensaje sin él.
files-too-large = Supera { $size }. Envíe uno más pequeño o recorte la grabación.
files-empty = Este archivo está vacío. Elija otro.
files-changed = El archivo cambió mientras se enviaba. Elija el archivo de nuevo.
files-too-many = Un mensaje lleva como máximo { $count } archivos.
files-remove = Quitar { $name }
files-retry = Reintentar
files-hold = Su mensaje saldrá en cuanto lleguen los archivos.
file-held = Se está buscando virus. Después podrá abrirse.

## Transcript, looks, sessions, how to reach us

take-title = Llévese la conversación
take-text = Todos los mensajes de esta consulta en un archivo firmado. Cualquiera puede comprobar que no se ha cambiado nada, incluso sin nosotros. Los mensajes del último minuto están en él, pero aún no en el historial sellado.
take-html = Para leer (HTML)
take-json = Para programas (JSON)
take-html-part = Para leer, parte { $number } (HTML)
take-json-part = Para programas, parte { $number } (JSON)
verify-title = Comprobar un archivo de conversación
verify-intro = ¿Le han mostrado una conversación con nosotros? Elija el archivo y le decimos si es auténtico y qué se ha cambiado.
verify-file = Archivo de conversación (HTML o JSON)
verify-send = Comprobar
verify-private = El archivo se comprueba y se olvida. No lo guardamos.
verify-none = Elija primero un archivo.
verify-too-large = Este archivo supera { $size }. Ninguno de los nuestros es tan grande; los mayores se comprueban con el comando «proofdesk transcript verify».
verify-genuine = Auténtico
verify-genuine-meaning = Esta conversación tuvo lugar con nosotros y no se ha cambiado nada en el archivo.
verify-changed = Modificado
verify-changed-meaning = El archivo lleva nuestra firma, pero se modificó después. No se fíe de él.
verify-not-ours = No es nuestro
verify-not-ours-meaning = Este archivo es de otro servicio de soporte. No podemos decir nada de él.
verify-key-unknown = No lo firmamos nosotros
verify-key-unknown-meaning = El archivo dice ser nuestro, pero ninguna de nuestras claves lo firmó. No se fíe de él.
verify-unreadable = No es un archivo de conversación
verify-unreadable-meaning = No podemos leerlo como archivo de conversación. Quizá sea otro archivo, o lo volvió a guardar un navegador o un editor.
verify-number = Consulta
verify-made = Archivo creado
verify-messages = Mensajes
verify-history = En el historial firmado
verify-covered = { $count } de { $all } registros
verify-part = Parte
verify-findings = Lo que no encaja
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
verify-seal = El sello del archivo
verify-page-entry = Lo que la página muestra del registro n.º { $number }
verify-page = Lo que muestra la página
verify-was-changed = { $what }: modificado
verify-is-missing = { $what }: falta
verify-was-added = { $what }: añadido después
verify-was-moved = { $what }: fuera de su sitio
verify-does-not-fit = { $what }: no encaja con el registro
verify-keys = Nuestras claves
verify-keys-hint = Quien compruebe sin nosotros necesita una de estas. La primera es la actual.
looks-title = Quién ha visto mis datos
looks-intro = Su nombre, correo, teléfono y número de cuenta están ocultos para nuestro personal. Cuando alguien revela uno de ellos debe decir por qué, y aparece aquí. Las mismas letras son siempre la misma persona.
looks-none = Nadie ha revelado nada.
looks-name = Su nombre
looks-email = Su correo electrónico
looks-phone = Su teléfono
looks-uid = Su número de cuenta
looks-transcript = Toda la conversación de { $number }
looks-unknown = Algo cuyo registro se borró
looks-by = Personal { $code }
looks-reason = Motivo
looks-reason-gone = borrado
sessions-title = Dónde tengo la sesión abierta
sessions-intro = Estos navegadores tienen la sesión abierta en nuestro soporte. Si no reconoce alguno, ciérrelo. La sesión en la propia plataforma de intercambio es aparte: ciérrela allí.
sessions-here = Este navegador
sessions-since = Desde { $time }
sessions-seen = Último uso: { $time }
sessions-unknown = Navegador desconocido
sessions-end = Cerrar esta sesión
sessions-everywhere = Cerrar sesión en todas partes
sessions-everywhere-hint = Cierra todas estas sesiones, también esta.
notice-session-ended = La sesión está cerrada.
notice-signed-out-everywhere = Ha cerrado sesión en todas partes.
reach-title = Cómo contactarnos
reach-intro = Elija de qué se trata y le decimos cuánto ha tardado últimamente nuestra primera respuesta.
reach-way = Escríbanos
reach-way-hint = Puede escribir a cualquier hora. Nuestra respuesta aparece en su consulta, en este sitio.
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
reach-own = Ya tiene consultas abiertas sobre esto
reach-own-hint = Si es el mismo problema, escriba ahí: todo lo dicho queda en un solo lugar.
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
notice-kind-receipt = Tenemos tu mensaje
notice-kind-reply = Nueva respuesta
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

question-label = Su pregunta
question-placeholder = Pegue un ID de transacción, una dirección o un enlace, o escriba unas palabras
question-hint = Leemos lo que pegue y le llevamos al formulario adecuado. Todavía no se envía nada.
question-ask = Ver
field-question-required = Escriba unas palabras o pegue un ID de transacción, una dirección o un enlace.
field-question-too-long = La pregunta es demasiado larga: como máximo { $limit } caracteres.
question-title = Lo que hemos encontrado
question-recognised = Lo que hemos reconocido
question-network = Puede existir en { $network }.
question-networks = Puede existir en { $count } redes.
question-mentioned = Sus tickets que mencionan lo mismo
question-fitting = Esto encaja
question-fitting-hint = Lo que escribió ya está puesto.
question-others = Otra cosa
choose-drafts = Siga donde lo dejó
choose-kept = Guardado { $age }
choose-withdrawn = “{ $category }” ya no se ofrece. Elija otro tema: todo lo que escribió le acompaña.
text-step-hint = Lo que podamos leer aquí no lo volvemos a preguntar.
step-count = Paso { $number } de unos { $total }
step-back-link = Atrás
step-continue = Continuar
step-lacking = No lo tengo
step-kept = Se guarda en cada página: puede seguir en otro dispositivo.
step-discard = Descartar este borrador
find-hash-title = ¿Dónde lo encuentro?
field-amount-invalid = Escriba el importe en cifras, por ejemplo 250 USDT.
field-time-invalid = Escriba el día y la hora, por ejemplo 2026-11-28 11:52 UTC.
field-asset-invalid = Escriba el nombre corto de la moneda, por ejemplo USDT.
field-asset-required = Escriba el nombre corto de la moneda, por ejemplo USDT.
field-amount-required = Escriba el importe, por ejemplo 250 USDT.
field-time-required = Escriba el día y la hora, hasta donde los sepa.
check-title = Revise y envíe
check-intro = Cambie lo que no esté bien. No se envía nada antes de pulsar el botón.
check-facts = Sus respuestas
check-picked = Leído en su texto
check-needed = Falta todavía
check-none = Sin respuesta
check-change = Cambiar
check-answer = Responder
check-missing = Responda a esto: { $question }
new-ticket-subject-of = { $category }: { $what }
steps-title = Qué pasa con su ticket
step-done = Hecho:
step-now = Ahora:
step-next = Después:
step-opened = Recibimos su mensaje
step-answered = { $name } respondió
step-desk-wrote = El sistema le escribió
step-replied = Usted respondió
step-asked = Le pedimos algo
step-handed-on = Lo tiene un equipo especializado
step-back = De vuelta en soporte
step-solved = Resuelto
step-closed = Cerrado
step-reopened = Usted lo abrió de nuevo
step-nudged = Preguntó si hay alguien ahí
step-escalated = Pidió un especialista
step-escalated-lead = Pidió al responsable
step-next-open = Leerá aquí nuestra respuesta
step-next-waiting-on-customer = Usted responde abajo y seguimos enseguida
step-next-waiting-on-internal = Los especialistas responden y lo lee aquí
step-next-done = Si vuelve a ocurrir, lo abre de nuevo
given-title = Sus respuestas a nuestras preguntas
nudge = ¿Hay alguien ahí?
nudge-from = Si para entonces nadie ha respondido, puede preguntar a partir del { $time }.
notice-nudged = Les hemos dicho que espera.
escalate = Pedir un especialista
escalate-title = Pedir a alguien con más facultades
escalate-intro = Un especialista de segundo nivel lo mira, con todo lo anterior. Su ticket pasa a prioridad alta.
escalate-intro-lead = El responsable lo mira, con todo lo anterior.
escalate-reason = ¿Qué ha ido mal hasta ahora?
escalate-reason-hint = En unas frases, como máximo { $limit } caracteres. Se añade a su ticket como mensaje.
escalate-send = Pedirlo
escalate-stay = Dejarlo como está
escalate-from = El nivel que tiene su ticket necesita un día. Puede subir a partir del { $time }.
escalate-top = El responsable ya tiene su ticket. No hay nadie por encima.
escalate-not-open = Este ticket está resuelto o cerrado. Ábralo primero de nuevo.
notice-escalated = Su ticket pasa al nivel superior, con su motivo.
field-escalation-required = Escriba en unas frases qué ha ido mal.
field-escalation-too-long = Es demasiado largo: como máximo { $limit } caracteres.

## The exchange bridge

account-title = Mi cuenta
account-facts = Cuenta
account-details = Detalles
account-tx = Id de la transacción
account-address = Dirección
account-memo = Memo o etiqueta
account-write = ¿Algo no cuadra? Escríbenos
taken-lead = Si alguien más puede estar en tu cuenta, congélala ya. Una pulsación; las preguntas vienen después.
taken-what-stops = Nadie podrá retirar ni enviar nada, tampoco tú.
taken-what-people = El equipo de seguridad recibe un ticket que va antes que todos.
taken-what-back = Aquí no puedes deshacerlo. Recuperas la cuenta cuando sepamos que eres su titular.
taken-button = Congelar mi cuenta ahora
taken-never = Nadie de nosotros te llamará después para pedirte un código, una contraseña o un envío a una dirección «segura».
taken-pending = Pediste la congelación el { $time }. El exchange aún no la ha confirmado; seguimos pidiéndola.
taken-done = Tu cuenta está congelada desde { $time }. Nada sale de ella. Recibo { $receipt }.
taken-refused = Tras tu petición del { $time }, el exchange no congeló la cuenta automáticamente. El equipo de seguridad lo hace a mano.
taken-ticket = Ver el ticket
notice-freeze-asked = Tenemos tu aviso, antes que todos. Esta página te lo dirá en cuanto el exchange lo confirme.

## What the exchange tells by itself

notify-app = La aplicación de la plataforma
notify-app-hint = Un aviso breve en tu teléfono, sin lo que tú o nosotros escribimos.
looks-account = Lo que la plataforma dice de tu cuenta
looks-intro-account = También figura quien abre lo que la plataforma dice de tu cuenta, una vez por cuarto de hora.
told-as-of = { $what } (a fecha de { $time })
suspended-title = Redes detenidas
suspended-both = Los depósitos y retiradas de { $what } en { $network } están suspendidos. No se pierde nada; siguen cuando la red vuelva.
suspended-deposits = Los depósitos de { $what } en { $network } están suspendidos. Lo que se envíe ahora se abona cuando se reanuden.
suspended-withdrawals = Las retiradas de { $what } en { $network } están suspendidas. Salen cuando la red se reanude.
suspended-all-coins = todas las monedas
suspended-until = Se espera que siga el { $time }.
notice-told-account = Tu cuenta
