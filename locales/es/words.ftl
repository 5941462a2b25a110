### See en/words.ftl.

issue-deposit-not-credited = Depósito no acreditado
issue-withdrawal-pending = Retiro pendiente
issue-withdrawal-failed = Retiro fallido
issue-wrong-network = Red equivocada
issue-missing-memo = Falta memo o etiqueta
issue-api-error = Error de API
issue-order-rejected = Orden rechazada o demorada
issue-liquidation-dispute = Disputa por liquidación
issue-settlement-question = Pregunta sobre liquidación de producto
issue-earn-and-staking = Rendimiento y staking
issue-login-or-2fa = Acceso o 2FA perdidos
issue-account-change = Cambio de cuenta
issue-kyc = KYC
issue-theft = Robo
issue-impersonation = Suplantación
issue-fees = Comisiones
issue-suggestion = Sugerencia
issue-complaint = Queja
issue-other = Otro

secret-seed-phrase = Frase semilla
secret-slip39-share = Parte de la frase de recuperación (SLIP-39)
secret-monero-seed = Frase semilla de Monero
secret-wif-key = Clave privada
secret-extended-private-key = Clave privada extendida
secret-hex-private-key = Clave privada
secret-bip38-key = Clave privada cifrada (BIP-38)
secret-xrp-seed = Clave secreta de XRP
secret-stellar-secret = Clave secreta de Stellar
secret-solana-keypair = Clave privada de Solana
secret-keystore = Archivo keystore
secret-pem-private-key = Clave privada (PEM)
secret-otpauth-uri = Enlace de configuración del autenticador
secret-totp-secret = Clave de configuración del autenticador
secret-one-time-code = Código de verificación
secret-password = Contraseña
secret-api-secret = Clave secreta de API
secret-api-passphrase = Frase de contraseña de API (passphrase)
secret-session-token = Token de entrada
secret-card-number = Número de tarjeta
secret-iban = Número de cuenta bancaria (IBAN)

leak-hidden = { $what }: hemos ocultado esto antes de guardar tu mensaje. Aquí nadie puede leerlo.
leak-before-send = { $what }: parece que tu texto contiene esto. Quítalo antes de enviar. Nadie de { $brand } lo necesita.
leak-theft = Lo tratamos como un posible robo y lo atendemos en primer lugar.
leak-advice-wallet = Da por hecho que otros conocen esto: mueve ahora todos tus fondos a una cartera nueva. Cambiar la contraseña no protege la cartera anterior.
leak-advice-keystore = Mueve ahora todos tus fondos a una cartera nueva, salvo que esto lo proteja una contraseña segura que solo tú conozcas. Cambiarla no sirve: quien tenga una copia la abre con la anterior.
leak-advice-two-factor = Desactiva ahora tu autenticador y configúralo de nuevo. Quien tenga la clave anterior puede generar tus códigos.
leak-advice-code = No uses este código; pide otro. No des nunca un código a nadie, tampoco a nosotros.
leak-advice-password = Cambia ahora esta contraseña en todos los sitios donde la uses.
leak-advice-api = Elimina ahora esta clave de API y crea otra. Después revisa si entre tus últimas órdenes y retiros hay alguno que no sea tuyo.
leak-advice-session = Cierra ahora la sesión en todos tus dispositivos y vuelve a entrar. Hasta entonces, otra persona podría actuar en tu nombre.
leak-advice-card = No lo necesitamos. Si se lo has dado a alguien más o ves un pago que no es tuyo, avisa ya a tu banco.
leak-advice-bank = Hemos ocultado esto para proteger tu privacidad. No tienes que hacer nada.

upload-not-read = No podemos revisar si hay secretos en imágenes, vídeos y PDF. Procura que no se vea en ellos una frase semilla, una clave ni un código.
upload-text-masked = Hemos ocultado secretos en este archivo.

asks-for-secret-title = No se puede enviar: pide un secreto
asks-for-secret-password = Aquí se pide una contraseña. Nunca la pedimos a los clientes. Dilo sin eso.
asks-for-secret-one-time-code = Aquí se pide un código de verificación. Nunca lo pedimos a los clientes. Dilo sin eso.
asks-for-secret-seed-phrase = Aquí se pide una frase semilla. Nunca la pedimos a los clientes. Pide en su lugar la dirección o el hash de la transacción.
asks-for-secret-private-key = Aquí se pide una clave privada. Nunca la pedimos a los clientes. Pide en su lugar la dirección o el hash de la transacción.
asks-for-secret-api-secret = Aquí se pide el secreto o la frase de contraseña de una clave de API. Nunca los pedimos a los clientes. Pide en su lugar el identificador público de la clave o el mensaje de error.
asks-for-secret-card-security-code = Aquí se pide el código de seguridad de una tarjeta. Nunca lo pedimos a los clientes. Bastan las cuatro últimas cifras del número.

evidence-kind-tx = Hash de la transacción
evidence-kind-address = Dirección
evidence-kind-link = Enlace
evidence-kind-amount = Importe
evidence-kind-uid = UID
evidence-kind-order = Número de orden
evidence-kind-height = Altura de bloque
evidence-kind-chain-id = ID de la cadena (Chain ID)
evidence-kind-time = Fecha y hora
evidence-kind-ticker = Moneda

evidence-title = Datos para comprobar
evidence-none = Aún no hay ningún hash, dirección ni enlace. Añade uno y lo comprobamos enseguida.
evidence-placeholder = Pega un hash de transacción, una dirección o un enlace
evidence-not-recognised = No reconocemos esto. Pega completo el hash de la transacción, la dirección o el enlace del explorador.
evidence-add = Añadir un dato
evidence-edit = Editar
evidence-remove = Quitar
evidence-copy = Copiar todo
evidence-open-explorer = Abrir en el explorador
evidence-search = Buscar consultas con este dato
evidence-network = Red
evidence-networks-possible = { $count ->
    [one] { $count } red posible
   *[other] { $count } redes posibles
}
evidence-memo = Memo o etiqueta
evidence-found-by-desk = Reconocido en el mensaje
evidence-added-by = Añadido por { $name }
evidence-uid-not-yours = Este UID no es el de la cuenta con la que has entrado.

evidence-checked = Comprobado: sin errores de escritura (la suma de control coincide)
evidence-shape = Parece correcto. No lleva suma de control, así que un error de escritura no se notaría.
evidence-problem = Algo no está bien
evidence-unchecked = Sin comprobar

evidence-problem-cut-off = { $what }: falta el final, hay { $have } de { $want } caracteres. Copia otra vez el dato con el botón de copiar de tu cartera.
evidence-problem-too-long = { $what }: sobra algo, hay { $have } caracteres en vez de { $want }. Copia otra vez solo este dato, sin lo que va antes o después.
evidence-problem-changed-character = { $what }: hay un carácter equivocado en la posición { $position }. Copia otra vez el dato de donde lo encontraste; no lo corrijas a mano.
evidence-problem-changed-character-expected = { $what }: hay un carácter equivocado en la posición { $position }; lo más probable es que sea «{ $expected }». Copia otra vez el dato de donde lo encontraste; no lo corrijas a mano.
evidence-problem-wrong-checksum = { $what }: la suma de control no coincide, así que hay un error de escritura. Copia otra vez el dato con el botón de copiar de tu cartera.
evidence-problem-ellipsis = { $what }: solo se ven los { $head } primeros y los { $tail } últimos caracteres. Abre tu cartera y copia el dato completo.
evidence-problem-look-alike = { $what }: en la posición { $position } hay «{ $found }», que solo se parece a «{ $meant }». Lo hemos leído como «{ $meant }»; compáralo con el original.
evidence-problem-spaces = { $what }: había espacios dentro y los hemos quitado. Comprueba que no falta nada.
evidence-problem-line-break = { $what }: ocupaba varias líneas, que hemos unido. Comprueba que no falta nada.
evidence-problem-invisible = { $what }: había caracteres invisibles dentro y los hemos quitado. No tienes que hacer nada.
evidence-problem-full-width = { $what }: tenía caracteres de ancho completo, que hemos cambiado por los normales. No tienes que hacer nada.
evidence-problem-missing-prefix = { $what }: falta «0x» al principio. Copia otra vez el dato desde el comienzo.
evidence-problem-mixed-case = { $what }: mezcla mayúsculas y minúsculas, y esta red no lo permite. Copia otra vez el dato con el botón de copiar de tu cartera.
evidence-problem-wrong-variant = { $what }: procede de un programa anticuado y no puede recibir nada. Actualiza la cartera y copia otra vez su dirección.
evidence-problem-malformed = { $what }: no puede existir en esta red. Copia otra vez el dato de donde lo encontraste y hasta entonces no envíes nada ahí.
evidence-problem-test-network = { $what }: es de una red de pruebas, cuyas monedas no valen nada. Si hablas de monedas reales, copia el dato de la red principal.
evidence-problem-token-contract = { $what }: es el contrato de { $symbol }, no una cartera. No envíes nada ahí; si ya lo has hecho, dinos el hash de la transacción.
evidence-problem-burn-address = { $what }: no es de nadie, y lo que se envía ahí no se recupera. Comprueba qué dirección querías usar.
evidence-problem-address-not-hash = Esto es una dirección, pero aquí hace falta el hash de una transacción. Abre la transacción en tu cartera y copia su hash (TxID).
evidence-problem-hash-not-address = Esto es el hash de una transacción, pero aquí hace falta una dirección. Abre la transacción en tu cartera y copia la dirección.
evidence-problem-look-alike-host = Este enlace se hace pasar por { $real }. No introduzcas nada ahí; si ya lo has hecho, dínoslo ahora.
evidence-problem-user-info = Este enlace oculta con una «@» adónde lleva en realidad. No introduzcas nada ahí; si ya lo has hecho, dínoslo ahora.
evidence-problem-port = Este enlace lleva a un puerto que el explorador verdadero no usa. No introduzcas nada ahí; si ya lo has hecho, dínoslo ahora.
evidence-problem-ambiguous-date = En esta fecha se pueden confundir el día y el mes. Escríbela como año, mes y día, por ejemplo 2026-03-04.
evidence-problem-no-such-time = Esa fecha u hora no existe. Compruébala y escríbela de nuevo.
evidence-problem-wrong-form = { $what }: no tiene la forma que usamos aquí. Copia otra vez el dato de tu cuenta.

## Files

file-infected = Contiene un virus. Nadie puede abrirlo.
file-not-scanned = Aún sin comprobar si tiene virus
file-scan-failed = No se pudo comprobar si tiene virus
file-metadata-kept = Esta imagen puede conservar lugar, dispositivo y hora: no pudimos quitarlos.
