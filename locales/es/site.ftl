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

## Files

files-camera = Hacer una foto
files-drop = También puede soltar archivos aquí o pegar una captura de pantalla.
files-going = { $percent } enviado
files-away = No hay conexión. Continuará por sí solo.
files-done = Recibido
files-failed = No llegó. Inténtelo de nuevo o envíe el mensaje sin él.
files-too-large = Supera { $size }. Envíe uno más pequeño o recorte la grabación.
files-empty = Este archivo está vacío. Elija otro.
files-too-many = Un mensaje lleva como máximo { $count } archivos.
files-remove = Quitar { $name }
files-retry = Reintentar
files-hold = Su mensaje saldrá en cuanto lleguen los archivos.
file-held = Se está buscando virus. Después podrá abrirse.
