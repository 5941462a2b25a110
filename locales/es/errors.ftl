### See en/errors.ftl for what each group is for.

error-signed-out = No has iniciado sesión. Inicia sesión y hazlo de nuevo.
error-session-expired = Tu sesión ha terminado. Inicia sesión de nuevo; lo que escribiste sigue aquí.
error-customers-only = Solo el propio cliente puede hacerlo. Inicia sesión desde el exchange.
error-csrf-missing = No pudimos comprobar que esto viniera de nuestra página. Recárgala y envíalo de nuevo.
error-locked-out = Ha habido demasiados intentos erróneos. Espera { $seconds } s e inténtalo de nuevo.
error-rate-limited = Han sido demasiadas peticiones de golpe. Espera { $seconds } s e inténtalo de nuevo.
error-token-malformed = El token de inicio de sesión está dañado. Abre de nuevo el soporte desde el exchange.
error-token-forged = El token de inicio de sesión no lo firmó el exchange. Abre el soporte desde el propio exchange.
error-token-expired = El token de inicio de sesión ha caducado. Abre de nuevo el soporte desde el exchange; creará uno nuevo.
error-token-lifetime = El token de inicio de sesión dura más de lo que aceptamos o no indica cuándo caduca. Abre de nuevo el soporte desde el exchange.
error-token-audience = El token de inicio de sesión se creó para otro sitio. Abre de nuevo el soporte desde el exchange.
error-token-replayed = El token de inicio de sesión ya se ha usado. Abre de nuevo el soporte desde el exchange; creará uno nuevo.
error-invalid-input = Algunas respuestas necesitan una revisión. Cada una dice qué falla.
error-not-found = Aquí no hay nada que puedas ver. Comprueba la dirección o el número.
error-field-required = Esto es necesario. Rellénalo.
error-field-too-long = Es demasiado largo. Usa { $limit } caracteres como máximo.
error-text-has-nul = El texto contiene un carácter cero invisible que no se puede guardar. Quítalo o pega el texto sin formato.
error-holds-secret = Aquí hay algo que parece una contraseña, una clave o una frase semilla, y no guardamos ninguna en ningún sitio. Quítalo; si era real, cámbialo.
error-body-too-large = Es demasiado para un solo envío. Escribe menos o adjúntalo como archivo.
error-cursor-invalid = Este punto de la lista ya no es válido. Empieza por la primera página.
error-idempotency-in-progress = La misma petición aún está en curso. Espera un momento y compruébalo.
error-ticket-number-wrong = No es un número de consulta: hay un carácter equivocado. Compáralo con nuestro correo o con tu lista.
error-ticket-closed = Esta consulta está cerrada y no admite respuestas. Abre otra e indica su número.
error-attachment-too-large = Este archivo supera { $limit }. Envía uno menor o recorta la grabación.
error-attachment-incomplete = El archivo no llegó entero. Envíalo de nuevo.
error-attachment-empty = Este archivo está vacío. Elige otro.
error-attachment-unusable = Este archivo no se puede adjuntar aquí: está en uso en otro lugar o ha caducado. Elígelo de nuevo.
error-too-many-attachments = Son demasiados archivos. Envía { $limit } como máximo con un mensaje.
error-storage-full = Nuestro almacenamiento está lleno y no se guardó nada. Ya lo sabemos; inténtalo en unos minutos.
error-read-only = Ahora podemos mostrar, pero no guardar. Conserva tu texto e inténtalo en unos minutos.
error-outcome-unknown = No sabemos si se guardó. Compruébalo antes de enviarlo de nuevo.
error-unavailable = Ahora mismo no podemos hacerlo. No se perdió nada; inténtalo en un minuto.
error-internal = Se ha producido un fallo por nuestra parte y ya lo sabemos. Inténtalo de nuevo; si sigue, indica el número de petición.
error-evidence-not-recognised = Aquí no hay nada que sea un ID de transacción, una dirección, un enlace o un importe. Pega el valor completo.
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

## Files

error-attachment-infected = Se encontró un virus en este archivo, así que nadie puede abrirlo.
error-attachment-unscanned = Este archivo aún se está analizando en busca de virus. Inténtalo de nuevo en un minuto.
error-upload-offset = La subida está en el byte { $offset }. Continúa desde ahí.
error-upload-length = Llegaron más bytes de los anunciados. Empieza la subida de nuevo.
error-upload-digest = Lo que llegó no es el archivo anunciado. Envíalo de nuevo desde el principio.
error-upload-stalled = No llegó nada durante demasiado tiempo y la subida se cerró. Comprueba la conexión y envía el archivo de nuevo.

## Forms, and customers who wait

error-not-our-turn = La consulta espera tu respuesta o ya está resuelta: no hace falta un recordatorio. Escribe abajo.
error-escalated-to-top = El responsable ya tiene tu consulta. No hay nadie por encima; el paso siguiente es una reclamación formal.

## What the exchange tells by itself

error-event-unsigned = Los eventos no están firmados. Envía proofdesk-key, proofdesk-timestamp y proofdesk-signature como muestra docs/exchange-events.md.
error-event-forged = La firma no corresponde a los eventos, o la clave es desconocida o está revocada. Firma los bytes exactos del cuerpo con una clave de esta marca.
error-event-stale = Los eventos se firmaron con más de { $seconds } segundos de diferencia respecto a la hora actual. Revisa el reloj, firma de nuevo y vuelve a enviarlos.
error-event-mismatch = Otro evento ya tiene este ID o número. Se usan una sola vez; envía el evento cambiado con otros nuevos.
error-event-not-failed = Solo se puede volver a procesar un evento que falló. Este está en espera o ya se procesó.

## Filters and views

error-filter-word = «{ $word }» no contiene nada que buscar. Escribe lo que dicen las consultas, o una clave, por ejemplo: { $takes }.
error-filter-key = No hay ninguna clave «{ $word }». Puede ser una de estas: { $takes }.
error-filter-value = «{ $key }» no puede ser «{ $word }». Puede ser, entre otros: { $takes }.
error-filter-comparison = «{ $key }» no se compara así. Escribe { $takes } detrás.
error-filter-unfinished = «{ $word }» está sin terminar: falta un valor o la comilla de cierre.
error-filter-long = Es demasiado para un solo filtro: como máximo { $takes }.

## Macros

error-macro-variable = «{ $name }», en la línea { $line }, columna { $column }, no es una variable. Elige una de la lista y ciérrala con {"}}"}.
error-macro-fallback = «{ $name }», en la línea { $line }, columna { $column }, no siempre se conoce. Indica tras una barra qué poner en ese caso: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Esta macro es solo para clientes con una verificación mayor. Pide al cliente que inicie sesión o responde con tus propias palabras.

## Requests that come again, or slowly

error-idempotency-refused = Esta dirección no admite clave de idempotencia: si se envía otra vez, se hace otra vez. Quita la clave.
error-answer-shown-once = Esto ya está hecho y su respuesta se muestra una sola vez. Si se perdió, deshazlo y repítelo con una clave nueva.
error-body-too-slow = Tu petición llegó demasiado despacio y no se completó. No ha cambiado nada; revisa la conexión y envíala otra vez.

## The help centre

error-article-state = Este texto no se puede mover desde su estado actual. Cárgalo de nuevo.
error-section-in-use = Hay artículos en esta sección. Muévelos primero.

## Search

error-search-not-ready = El índice de búsqueda de este servidor se está creando o está en otro lugar. Vuelve a intentarlo en unos minutos; los filtros con clave funcionan entretanto.
error-snooze-inactive = En esta consulta ya no hay nada que hacer, así que no hay nada que aplazar. Ábrela de nuevo primero.

## Tickets that go on in another one
error-ticket-merged = Esta consulta continúa en { $into }. Hazlo allí.
error-merge-itself = Un ticket no se puede unir consigo mismo.
error-merge-other-customer = Los dos tickets son de clientes distintos. Solo se unen tickets de un mismo cliente, para que nadie lea lo que no es suyo.
