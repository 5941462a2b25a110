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
home-intro = Describe el problema una sola vez. Aquí ves quién se ocupa y qué pasa después.
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
new-ticket-intro = Un problema por mensaje recibe la respuesta más rápida.
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
reach-waiting = Más de la mitad de las { $count } consultas recientes sobre esto aún espera respuesta. Vamos más lentos de lo habitual.
reach-own = Ya tiene consultas abiertas sobre esto
reach-own-hint = Escribir ahí es más rápido que abrir otra.
span-minutes = { $count } min
span-hours = { $count } h
span-days = { $count ->
    [one] un día
   *[other] { $count } días
  }
site-more = Más
