//! Spanish.

use crate::outgoing::Wanted::{
    ApiSecret, CardSecurityCode, OneTimeCode, Password, PrivateKey, SeedPhrase,
};
use crate::outgoing::cue::Act::{Ask, Fill, Hand, Own, Require};
use crate::outgoing::cue::Cue::{
    Harmless, Here, Hint, Not, Place, Purpose, Secret, Topic, Urge, Verb, Warning, Whole,
};
use crate::outgoing::cue::Entry;
use crate::outgoing::cue::Side::{After, Before, Both};
use crate::outgoing::cue::Topic::{Api, Codes, Wallet};

#[rustfmt::skip]
pub(super) const WORDS: &[Entry] = &[
    (Secret(Password), &[
        "contraseña", "contraseñas", "clave de acceso", "clave de inicio", "clave de ingreso",
        "clave actual", "clave de su cuenta", "clave de tu cuenta", "su clave", "tu clave",
        "credenciales", "datos de acceso", "usuario y clave", "pin de su cuenta", "clave de retiro",
        "clave de fondos",
    ]),
    (Secret(OneTimeCode), &[
        "código de verificación", "códigos de verificación", "código de confirmación",
        "código de seguridad", "código de autenticación", "código del autenticador",
        "código de un solo uso", "clave de un solo uso", "contraseña de un solo uso",
        "código temporal", "código 2fa", "código otp", "código sms", "código del sms",
        "código por sms", "código que recibió", "código que recibiste", "código que le enviamos",
        "código que le hemos enviado", "código que te enviamos", "código del correo",
        "código de la aplicación", "código de acceso", "código de respaldo", "códigos de respaldo",
        "código de recuperación", "códigos de recuperación", "seis dígitos", "6 dígitos",
        "código de seis dígitos", "código de 6 dígitos", "seis números", "seis cifras",
        "clave secreta de google authenticator", "clave del autenticador",
        "clave secreta del autenticador", "código de google", "códigos de un solo uso",
    ]),
    (Hint(OneTimeCode), &["código", "códigos", "dígitos", "números", "cifras"]),
    (Secret(SeedPhrase), &[
        "frase semilla", "frase de recuperación", "frase mnemotécnica", "frase mnemónica",
        "frase de respaldo", "frase secreta", "palabras de recuperación", "palabras semilla",
        "palabras secretas", "palabras de respaldo", "mnemotécnico", "mnemónico", "12 palabras",
        "doce palabras", "24 palabras", "veinticuatro palabras", "palabras de su cartera",
        "palabras de su monedero", "palabras de su billetera", "palabras de tu cartera",
        "palabras de tu billetera", "su semilla", "tu semilla", "semilla de su cartera",
        "semilla de la cartera", "semilla de su billetera",
    ]),
    (Hint(SeedPhrase), &["semilla", "palabras", "frase"]),
    (Secret(PrivateKey), &[
        "clave privada", "claves privadas", "llave privada", "llaves privadas",
        "clave de la cartera", "clave del monedero", "clave de la billetera", "archivo keystore",
        "fichero keystore", "archivo de claves",
    ]),
    (Secret(ApiSecret), &[
        "frase de contraseña", "frase de paso", "frase de acceso", "secreto de la api",
        "secreto de api", "secreto de su api", "secreto de tu api", "clave secreta",
        "clave secreta de la api", "clave secreta de su api", "clave api y el secreto",
        "contraseña de la api", "frase de contraseña de la api", "passphrase de la api",
        "clave secreta de api", "secreto api", "llave secreta", "api secreta",
    ]),
    (Hint(ApiSecret), &["secreto", "el secreto"]),
    (Secret(CardSecurityCode), &[
        "cvv de su tarjeta", "código cvv", "código cvc", "código de seguridad de su tarjeta",
        "código de seguridad de la tarjeta", "tres dígitos del reverso", "tres números del reverso",
    ]),
    (Harmless, &[
        "código de error", "códigos de error", "código de estado", "código de respuesta",
        "código qr", "código postal", "código de referido", "código de invitación",
        "código promocional", "código de país", "código fuente", "código antiphishing",
        "clave pública", "llave pública", "últimos cuatro dígitos", "últimos 4 dígitos",
        "primeros seis dígitos", "números de orden", "identificador de la clave",
        "restablecer la contraseña", "olvidó su contraseña", "olvidé mi contraseña",
        "cambio de contraseña", "gestor de contraseñas", "restablecimiento de contraseña",
        "restablecer contraseña", "código de moneda", "código de red", "en otras palabras",
        "contraseña olvidada",
    ]),
    (Verb(Hand, After), &[
        "nos falta", "ingeniero necesita", "especialista necesita", "agente necesita",
        "equipo necesita", "técnico necesita", "darnos", "darme", "envíe", "envía", "envíeme",
        "envíame", "envíenos", "envíanos", "enviarme", "enviarnos", "enviar a nuestro", "mande",
        "manda", "mándeme", "mándame", "mándenos", "mándanos", "mandarnos", "mandarme", "diga",
        "dígame", "dime", "díganos", "dinos", "decirme", "decirnos", "comparta", "comparte",
        "compartir con nosotros", "compartirnos", "compártanos", "proporcione", "proporciona",
        "proporciónenos", "proporcionarnos", "proporcionarme", "facilite", "facilita",
        "facilítenos", "facilítanos", "facilitarnos", "facilitarme", "!dé", "deme", "dame", "denos",
        "danos", "indique", "indíqueme", "indíquenos", "indicarnos", "indicarme", "reenvíe",
        "reenvíenos", "reenvíanos", "reenviarnos", "pegue", "pega", "adjunte", "adjunta", "suba",
        "responda con", "responde con", "responda", "conteste con", "dicte", "dícteme", "díctenos",
        "dictarme", "léame", "léanos", "léeme", "leerme", "entregue", "entréguenos", "pase",
        "páseme", "pásame", "pásenos", "pasarme", "pasarnos", "me pasa", "me da", "nos da",
        "me puede dar", "me puede pasar", "puede darme", "puede decirme", "escríbanos", "escríbame",
        "escríbenos", "necesitamos", "necesito", "necesitaremos", "nos hace falta", "hace falta su",
        "nos falta su", "muéstreme", "muéstrenos", "revele", "suministre", "aporte", "comunique",
        "comuníquenos", "requerimos", "solicitamos", "ponga aquí", "deje aquí", "remita",
        "remítanos", "haga una foto de", "haga llegar",
    ]),
    (Verb(Hand, Before), &[
        "envíela", "envíelo", "envíelas", "envíenosla", "envíenoslo", "envíemela", "mándela",
        "mándelo", "mándenosla", "dígamela", "díganosla", "pásela", "compártala", "reenvíelo",
        "péguela", "péguelo", "léamelo", "dícteme lo", "díctemelo", "escríbalo aquí",
    ]),
    (Whole(Password), &["contraseña por favor"]),
    (Whole(OneTimeCode), &["código por favor"]),
    (Verb(Fill, After), &[
        "escriba", "escribe", "escribir", "introduzca", "introduce", "ingrese", "ingresa", "teclee",
        "ponga", "deje", "confirme", "confirma", "rellene", "complete", "incluya", "incluye",
        "anote", "exporte", "copie", "inserte", "repita",
    ]),
    (Verb(Require, Both), &[
        "se requiere", "se requieren", "se necesita", "es necesaria", "es necesario", "hace falta",
        "es imprescindible",
    ]),
    (Verb(Ask, After), &[
        "cuál es su", "cuál es tu", "cuál es la", "cuál es el", "cuáles son sus", "cuáles son las",
        "cuáles son los", "qué código le", "qué seis dígitos", "qué código muestra",
        "qué contraseña", "qué palabras", "qué dígitos", "qué números",
    ]),
    (Verb(Own, After), &[
        "cambie", "cambia", "cambiar", "cambió", "cambiado", "cámbiela", "restablezca",
        "restablecer", "restablecido", "olvidó", "olvidado", "recuperar", "cree", "crear",
        "establezca", "configure", "guarde", "guárdela", "conserve", "proteja", "memorice", "borre",
        "borrado", "elimine", "eliminar", "tapando", "ocultando", "quitando", "borrando", "oculte",
        "tape", "recibido", "recibe", "recibir", "revelado", "introduce su", "cuando introduce",
        "qué dispositivo", "qué aplicación", "cuántos", "firme", "firmar", "genera", "caduca",
        "vence", "tener al menos", "debe tener", "sobre", "acerca de", "cuando", "si ha",
        "compruebe", "escrito", "intentado", "use", "usa", "utilice", "no hace falta",
        "no es necesario", "no necesitamos", "enviado", "ha enviado", "qué es", "escanee", "active",
        "activar", "desactivar", "restablezco", "ver", "enviado el enlace", "gestione",
    ]),
    (Not, &["no", "ni", "sin", "tampoco", "excepto", "salvo", "en lugar de", "en vez de"]),
    (Urge, &[
        "no dude", "no dudes", "no tema", "no temas", "no tenga miedo", "no se preocupe",
        "no te preocupes", "no olvide", "no olvides", "no tenga reparo", "con total confianza",
        "no vacile", "nadie más lo verá", "nadie más la verá", "por qué no",
    ]),
    (Warning, &[
        "nunca", "jamás", "a nadie", "con nadie", "nadie", "ningún empleado", "ningún agente",
        "estafador*", "estafa", "estafas", "fraude", "phishing", "suplanta*", "robarle", "robar",
        "quien le pida", "quien pida", "quien pregunta", "quien pregunte", "si alguien", "le piden",
        "le pide", "cuelgue", "evite", "evita", "no es seguro", "terceros", "desconocidos",
        "prohibido", "se presente como", "se hace pasar", "cuidado", "desconfíe", "infórmenos",
        "no pedimos", "no le pediremos",
    ]),
    (Here, &[
        "en esta conversación", "aquí", "en este chat", "en el chat", "en este tique",
        "en este ticket", "abajo", "a nosotros", "con nosotros", "al agente", "con el agente",
        "con nuestro", "a nuestro", "a nuestros", "al operador", "al especialista",
        "en su respuesta", "en la respuesta", "como respuesta", "a este correo", "a este mensaje",
        "envíenosla", "envíenoslo", "en este formulario y devuélv*", "devuelva",
    ]),
    (Place, &[
        "página de inicio de sesión", "página de acceso", "página de seguridad",
        "sección seguridad", "sección de seguridad", "sitio oficial", "web oficial",
        "página oficial", "en la aplicación", "en ajustes", "en la configuración",
        "página de retiro", "en la app", "en nuestra web",
    ]),
    (Purpose, &[
        "para verificar", "para confirmar", "para comprobar", "para la verificación",
        "para verificarlo", "para investigar", "para firmar", "para desbloquear", "por seguridad",
    ]),
    (Topic(Codes), &[
        "sms", "teléfono", "móvil", "celular", "correo", "autenticador", "dos pasos", "enviado",
        "recibió", "llegará", "llegó", "aplicación", "google authenticator", "acaba de llegar",
    ]),
    (Topic(Api), &["firma"]),
    (Topic(Wallet), &["cartera", "billetera", "monedero", "fondos"]),
];
