### See en/errors.ftl for what each group is for.

error-signed-out = No has iniciado sesión. Inicia sesión y hazlo de nuevo.
error-session-expired = Tu sesión ha terminado. Inicia sesión de nuevo.
error-staff-only = Solo puede hacerlo el personal. Inicia sesión con tu cuenta de empleado.
error-customers-only = Solo el propio cliente puede hacerlo. Inicia sesión desde el exchange.
error-session-required = Esto lo hace una persona con la sesión iniciada, no un token de API. Inicia sesión y hazlo allí.
error-csrf-missing = No pudimos comprobar que esto viniera de nuestra página. Recárgala y envíalo de nuevo.
error-locked-out = Ha habido demasiados intentos erróneos. Espera { $seconds } s e inténtalo de nuevo.
error-rate-limited = Han sido demasiadas peticiones de golpe. Espera { $seconds } s e inténtalo de nuevo.
error-feedback-spent = Hoy ya se han enviado bastantes opiniones desde tu conexión. Vuelve mañana; si necesitas ayuda, escríbenos.
error-address-spent = En el último día muchos mensajes han indicado este correo. Inténtalo mañana, indica otro correo o inicia sesión.
error-link-used = Este enlace ya se ha usado. Pide uno nuevo.
error-link-expired = Este enlace ha caducado. Pide uno nuevo.
error-token-malformed = El token de inicio de sesión está dañado. Abre de nuevo el soporte desde el exchange.
error-token-forged = El token de inicio de sesión no lo firmó el exchange. Abre el soporte desde el propio exchange.
error-token-expired = El token de inicio de sesión ha caducado. Abre de nuevo el soporte desde el exchange; creará uno nuevo.
error-token-lifetime = El token de inicio de sesión dura más de lo que aceptamos o no indica cuándo caduca. Abre de nuevo el soporte desde el exchange.
error-token-audience = El token de inicio de sesión se creó para otro sitio. Abre de nuevo el soporte desde el exchange.
error-token-replayed = El token de inicio de sesión ya se ha usado. Abre de nuevo el soporte desde el exchange; creará uno nuevo.
error-invalid-input = Algunas respuestas necesitan una revisión. Cada una dice qué falla.
error-malformed-json = La petición no es un JSON válido. Revísala y envíala de nuevo.
error-unsupported-media-type = No podemos leer este tipo de contenido. Envíalo como muestra la documentación.
error-method-not-allowed = Esta dirección no admite ese tipo de petición. La documentación indica cuáles admite.
error-not-found = Aquí no hay nada que puedas ver. Comprueba la dirección o el número.
error-field-required = Esto es necesario. Rellénalo.
error-field-too-long = Es demasiado largo. Usa { $limit } caracteres como máximo.
error-field-too-short = Es demasiado corto. Usa { $limit } caracteres como mínimo.
error-field-unknown = No conocemos «{ $field }». Quítalo o revisa cómo está escrito.
error-field-invalid = No tiene la forma esperada. Revísalo e inténtalo de nuevo.
error-field-not-object = Aquí se espera un objeto formado por campos con nombre. Envíalo como muestra la documentación.
error-text-has-nul = El texto contiene un carácter cero invisible que no se puede guardar. Quítalo o pega el texto sin formato.
error-text-not-utf8 = «{ $field }» llegó dañado: hay partes que no se pueden leer (no son UTF-8). Vuelve a escribirlas y envíalo otra vez.
error-holds-secret = Aquí hay algo que parece una contraseña, una clave o una frase semilla, y no guardamos ninguna en ningún sitio. Quítalo; si era real, cámbialo.
error-body-too-large = Es demasiado para un solo envío. Escribe menos o adjúntalo como archivo.
error-cursor-invalid = Este punto de la lista ya no es válido. Empieza por la primera página.
error-range-invalid = La parte pedida queda fuera del archivo. Pide el archivo completo.
error-idempotency-mismatch = Esta clave ya se usó para otra petición. Usa una clave nueva para una petición nueva.
error-idempotency-in-progress = La misma petición aún está en curso. Espera un momento y compruébalo.
error-ticket-number-wrong = No es un número de consulta: hay un carácter equivocado. Compáralo con nuestro correo o con tu lista.
error-ticket-closed = Esta consulta está cerrada y no admite respuestas. Abre otra e indica su número.
error-version-conflict = Alguien cambió esto mientras escribías. Mira el cambio y después envía el tuyo.
error-version-required = Indica qué versión estás cambiando, para no sobrescribir el trabajo de nadie.
error-header-invalid = No se puede leer «{ $header }». Envía el ETag tal como llegó, con sus comillas, o quita la cabecera.
error-attachment-too-large = Este archivo supera { $limit }. Envía uno menor o recorta la grabación.
error-attachment-incomplete = El archivo no llegó entero. Envíalo de nuevo.
error-attachment-empty = Este archivo está vacío. Elige otro.
error-attachment-unusable = Este archivo no se puede adjuntar aquí: está en uso en otro lugar o ha caducado. Elígelo de nuevo.
error-too-many = Son demasiados. Indica { $limit } como máximo.
error-too-many-attachments = Son demasiados archivos. Envía { $limit } como máximo con un mensaje.
error-limit-reached = Puede haber { $limit } como máximo. Elimina lo que ya no haga falta.
error-storage-full = Nuestro almacenamiento está lleno y no se guardó nada. Ya lo sabemos; inténtalo en unos minutos.
error-read-only = Ahora podemos mostrar, pero no guardar. Conserva tu texto e inténtalo en unos minutos.
error-outcome-unknown = No sabemos si se guardó. Compruébalo antes de enviarlo de nuevo.
error-unavailable = Ahora mismo no podemos hacerlo. No se perdió nada; inténtalo en un minuto.
error-internal = Se ha producido un fallo por nuestra parte y ya lo sabemos. Inténtalo de nuevo; si sigue, indica el número de petición.
error-evidence-not-recognised = Aquí no hay nada que sea un ID de transacción, una dirección, un enlace o un importe. Pega el valor completo.

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

## Requests that come again, or slowly

error-idempotency-refused = Esta dirección no admite clave de idempotencia: si se envía otra vez, se hace otra vez. Quita la clave.
error-answer-shown-once = Esto ya está hecho y su respuesta se muestra una sola vez. Si se perdió, deshazlo y repítelo con una clave nueva.
error-body-too-slow = Tu petición llegó demasiado despacio y no se completó. No ha cambiado nada; revisa la conexión y envíala otra vez.

## Search

error-search-not-ready = La búsqueda no está disponible ahora mismo. Inténtalo en unos minutos; todo lo demás funciona.

## Tickets that go on in another one
error-ticket-merged = Esta consulta continúa en { $into }. Hazlo allí.
error-status-retired = Este estado ya no se usa. Elige otro.

## Departments
error-side-closed = Esta conversación con el departamento está cerrada. Ábrela de nuevo para escribir en ella.
error-mail-required = Aquí no está configurado el envío de correos, así que el departamento no se enteraría de nada. Un administrador puede configurar un servidor de correo.
