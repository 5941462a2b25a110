# Lo que escriben clientes y agentes en español. La gramática está en ../story.rs.

== common
hello: [Hola|Buenas|Buenos días|Buenas tardes|Buenas noches],
hello: [Hola|Buenas] a todos, [soy {me}|es la primera vez que escribo|disculpen la molestia].
hello: Estimado equipo de {brand}:
plea: [Por favor|Les agradecería si pueden] [revisarlo|echarle un vistazo|mirarlo] [hoy|cuanto antes|en cuanto puedan].
plea: ¿[Qué tengo que hacer ahora|Necesitan algo más de mi parte|Cuál es el siguiente paso]?
plea: [Para mí es mucho dinero|Lo necesito para mañana|La verdad, me preocupa], así que agradezco una respuesta pronto.
bye: [Gracias|Muchas gracias|Mil gracias|Un saludo|Saludos].
bye: [Gracias|Saludos|Un abrazo],\n{me}
bye: [Quedo pendiente|Quedo a la espera]. UID {uid}.
angry: [Esto es inaceptable|Es una vergüenza|No lo puedo creer]. [Llevo {hours} horas esperando|{hours} horas sin respuesta] y [solo recibo respuestas automáticas|nadie me dice nada].
angry: [Si no se resuelve hoy|Si esto sigue así], [presento una reclamación formal|retiro todos mis fondos|aviso al regulador].
detail: Uso {device}, app {app}.
detail: Ya [borré la caché|reinstalé la app|probé con otro navegador] y [sigue igual|nada cambia].
detail: [Por si ayuda|Como dato]: [soy cliente desde hace {n} años|nunca tuve problemas en {n} meses|hago esto {n} veces al mes].
detail: Escribo desde {city}; [las {clock} de la captura son hora local|quizá tarde en contestar].
ref: [La app mostró el código {ref}|Abajo salía el código {ref}].
dear: Hola, {name}:
dear: Hola, {name}: [gracias por escribirnos|gracias por los datos|gracias por la espera|sentimos las molestias].
regards: [Un saludo|Saludos cordiales|Quedamos a su disposición],\n{agent}\n{team}
regards: Un saludo,\n{agent}, soporte de {brand}
look: He pasado su caso al {desk} con [todos los datos|lo que nos envió]. Suelen responder en {short} horas y le escribo en cuanto sepa algo. Mientras tanto no tiene que hacer nada.
look: Para no responder con suposiciones, pedí al {desk} que lo verifique (referencia {ref}). Le cuento en un plazo de {short} horas, haya novedades o no.
nudge: ¿[Alguna novedad|Se sabe algo|Hay noticias]? [Ya van {hours} horas|A las {clock} seguía igual|Sigo sin los {amount}].
nudge: [Retomo el tema|Perdón por insistir]: ¿[alguien lo está viendo|respondieron a {agent}]? [Es el día {days}|Lo miré a las {clock}].
more: Todavía no hay resultado, siento la espera. Según el {desk}, [a las {clock} estaban en ello|hacen falta {short} horas más]. Escribir aquí no le hace perder el turno.
more: Lo comprobé de nuevo a las {clock}: siguen trabajando en ello. Prefiero decírselo así antes que inventar una hora. Le escribo en {short} horas.
remind: Hola, {name}: nos faltan los datos del último mensaje para seguir. [El caso queda abierto hasta el {date2}|Conteste cuando le venga bien]; si ya no hace falta, puede cerrarlo usted.
remind: Hola, {name}: sin esos datos no puedo avanzar. Si algo no está claro, pregunte sin problema, estoy hasta las {until}.
thanks: [Ya llegó|Ya está|Ya lo veo|Resuelto], gracias {agent}. [{amount} a las {clock}|Lo comprobé a las {clock}|Tardó {mins} minutos].
thanks: [Perfecto|Genial], [era justo eso|funcionó a la primera] [en {device}|a las {clock}]. Muchas gracias.
clear: [Entendido|Queda claro|Ahora lo entiendo], gracias {agent}. [Lo haré así|No tengo más dudas|Lo tendré en cuenta] ({clock}).
clear: Gracias {agent}, [también por contestar a las {clock}|solo {mins} minutos]. [Pueden cerrarlo|No tengo más preguntas].
welcome: [De nada|Con mucho gusto|Me alegro], {name}. [Lo doy por resuelto; si vuelve, conteste aquí|Que tenga un buen día].
welcome: Gracias por confirmarlo a las {clock}, {name}. Dejo el caso como resuelto.
reopen: [Lo siento, pero|Pues] [sigue igual|ha vuelto a pasar]: [a las {clock} sale lo mismo|{mins} minutos después de su mensaje volvió].
reopen: ¿Por qué está cerrado? [Me siguen faltando {amount}|A las {clock} nada ha cambiado|No respondieron a lo del {when}].
again: {name}, [gracias por avisar|perdone la molestia]. Lo reabrí y se lo pasé al {desk} con lo que escribió a las {clock}. Tendrá respuesta en {short} horas.
again: Tiene razón, {name}: [miré el registro equivocado|mi respuesta no cubría eso]. Lo reviso de nuevo con el {desk}, referencia {ref}.
done: Ahora sí está corregido, el {desk} lo confirmó a las {clock}. Recargue la página y [dígame si ve algo raro|compruébelo, por favor]; siento la segunda vuelta.
done: La causa: [un registro atascado en revisión|una caché con datos antiguos|un paso que se saltó]. Se corrigió a las {clock} y comprobé el resultado.
note: Cuenta revisada a las {clock}: [sin novedades en {days} días|siempre entra desde {city}|2FA y lista blanca activas].
note: [Cliente preocupado, mensajes cortos|Escribe desde el móvil, pasos breves], contestar antes de las {until}. Ref. {ref}.
hand: Paso al {desk}: [lo básico ya está hecho|pasos 1 a {n} del manual hechos]. [Falta decidir sobre {amount}|Duda: por qué se paró a las {clock}]. Ref. {ref}.
stamp.agent: Referencia {ref}, {clock}.
stamp.customer: UID {uid}, {clock}.
when: el {date} a las {then}
when: el {date} sobre las {then}
city: Madrid
city: Bogotá
city: Ciudad de México
city: Buenos Aires
wallet: wallet [de hardware|del móvil|del navegador]
team.money: Depósitos y retiros
team.trade: Trading y API
team.people: Cuentas
team.security: Seguridad
desk.money: equipo de wallets
desk.trade: equipo de trading
desk.people: equipo de cuentas
desk.security: equipo de seguridad

== deposit-not-credited/unconfirmed @btc
s: [Mi depósito de|Depósito de] {amount} no aparece
o: Envié {amount} desde [mi {wallet}|otra plataforma] {when} y [no aparece|mi saldo no cambia]. Hash: {tx}
o: Faltan {amount}. El explorador muestra {conf} confirmaciones: {link} ¿[Cuántas hacen falta|Por qué tarda tanto]?
t: no llega mi {coin}, {tx}
q: ¿Lo envió desde una wallet propia o desde otra plataforma, y con qué comisión? La transacción {txcut}… está en la red, pero aún no en un bloque.
a: Desde mi {wallet}, con [la comisión más baja|{n} sat/vB]. ¿[Se puede perder|Solo queda esperar]?
v: Su transacción tiene {conf} confirmaciones y {coin} se acredita con {need}. No se ha perdido nada: la comisión era baja y la red está cargada. Al llegar a {need}, {amount} se acredita solo. [Puede seguirla aquí: {link}|Si su wallet permite RBF, puede subir la comisión.]
v: Buenas noticias: a las {clock} llegó a {need} confirmaciones y {amount} ya está en su cuenta. El retraso fue de la red, no suyo.
n: En mempool, {n} sat/vB. Vigilar {txcut}.

== withdrawal-pending/hold @any
s: Retiro {wid} pendiente hace {hours} horas
o: Mi retiro {wid} de {amount} ({net}) sigue en revisión desde {when}. [Normalmente tarda diez minutos|Nunca me había pasado]. ¿Qué revisan?
o: Pedí retirar {amount} a {addr} y solo dice "revisión de seguridad". Número {wid}, [ningún correo|ninguna explicación].
q: ¿Cambió estos días su contraseña o su 2FA, o entró desde un lugar nuevo? El retiro viene de una dirección que no conocíamos ({ip}).
a: Sí, [cambié de teléfono el {date}|estoy de viaje en {city}]. Todo lo hice yo, {ip} es [el hotel|mi operador móvil].
v: Gracias. [Un cambio de seguridad|Entrar desde un lugar nuevo] deja los retiros en espera 24 horas; así queda protegido si fuera otra persona. La espera de {wid} termina a las {until} y después sale solo. No puedo acortarla yo ni nadie aquí.
n: IP nueva {ip} y cambio de ajustes, coincide. No liberar antes.

== withdrawal-failed/whitelist @stable !3310
s: Retiro rechazado, error {err}
o: Cada vez que retiro {amount} falla con {err} {errmsg}. Dirección {addr}, red {net2}. Lo intenté {n} veces.
v: La dirección empieza por "{addrcut}" y es de {net}, pero se eligió {net2}; por eso se rechazó antes de enviar nada. {amount} volvió a su cuenta. Elija {net} y pruebe de nuevo.
n: Rechazado antes de emitir, saldo comprobado {clock}.

== wrong-network/evm-twin @evm
s: Envié {amount} por la red equivocada
o: Mandé {amount} por {net} a la dirección que me dieron para {net2}. Hash {tx}. ¿[Se puede recuperar|Lo he perdido]?
o: La página decía {net2} y elegí {net}. {amount}, a las {clock}, dirección {addr}. {link}
v: La dirección es la misma en las dos cadenas y las claves las tenemos nosotros, así que se puede recuperar. Es un trabajo manual: unos {days} días hábiles y {fee} de coste. La solicitud es {ref} y verá aquí cada paso.
n: Dirección gemela, cadena soportada. {ref}, {fee}.

== missing-memo/none @memo
s: Depósito de {coin} sin memo
o: Envié {amount} y olvidé el memo. Hash {tx}, {when}. El memo era {memo}.
o: No sabía que {coin} pedía memo. {amount} a las {clock}: {link} UID {uid}.
v: Se acredita en cuanto quede claro que la dirección de origen es suya. Después de este mensaje, haga otro depósito de al menos {min} desde la *misma* dirección, esta vez con el memo {memo}.
n: Sin memo en cadena. Prueba por segundo depósito.

== api-error/signature @any !4006
s: API: {err} {errmsg}
o: Desde las {clock} todas las llamadas privadas dan {err}; las públicas van bien. Cliente: {lib}.\n\n{log}
o: Firmo como dice la documentación y {endpoint} da {err}. Desfase del reloj: {skew} ms.\n\n{log}
q: ¿Puede enviarnos la cadena *exacta* que firma (sin la clave) y el cuerpo tal como sale? La clave no la necesitamos: por favor, no la envíe.
a: La cadena es:\n\n{prehash}\n\ny la envía {lib}, que [añade espacios tras los dos puntos|quizá ordena los campos].
v: El cuerpo que se firma no es el que se envía: la librería lo serializa otra vez. Serialice una sola vez, firme *esa* cadena y envíe los mismos bytes.
n: Recalculado con el prehash: cuerpo serializado dos veces.

== order-rejected/price @any !3606
s: Orden rechazada en {pair}, {err}
o: Mi orden límite en {pair} ({size} a {price}) se rechaza con {err} {errmsg}. [Tengo saldo de sobra|Ayer funcionaba].
o: Orden {order} en {pair} rechazada a las {clock}. [Perdí la entrada|¿Qué significa?]
v: Su precio de {price} estaba demasiado lejos del mercado ({price2} a las {clock}) y el límite de precio de {pair} lo rechaza. No tiene que ver con su saldo. Pruebe con un precio más cercano o una orden de mercado con tope de deslizamiento.
n: Banda de precios. Orden {order}.

== liquidation-dispute/mark @perp
s: Liquidación sin llegar a {liq}
o: Mi posición {lev} en {pair} se liquidó {when}. El precio era {liq} y el mínimo del gráfico fue {price2}. [Quiero los datos|Devuélvanme el margen].
o: A las {clock} cerraron mi posición de {size} en {pair}. En otros sitios no bajó de {price2}. Explíquenlo.
v: La liquidación sigue el precio de *marca*, no el último precio negociado. A las {clock} la marca era {mark} y su liquidación {liq}; cada muestra está en "historial del precio de marca". Fue conforme a las reglas y lamento la pérdida. Si no está de acuerdo, puede presentar una reclamación formal desde aquí.
n: Marca {mark}, liquidación {liq}. Muestras completas.

== settlement-question/dual @earn
s: Liquidación de {product} del {date}
o: Mi orden {order} de {product} (strike {strike}) se liquidó en {coin2}, pero a medianoche el precio era {spot}. ¿[Por qué|Es un error]?
o: No entiendo el precio de liquidación {settle} de la orden {order}; a las {clock} yo veía {price2}.
v: No es el precio de un momento: es la media del índice en la ventana antes de las 08:00 UTC, con sus muestras en el detalle de la orden. La media de {order} fue {settle}, strike {strike}. Venta alta paga en la moneda cotizada si es igual o mayor que el strike, y si no devuelve la moneda base; compra baja paga la moneda si es igual o menor, y si no devuelve la cotizada. Lo comprobé línea por línea y coincide.
n: Recalculado según condiciones. Media {settle}.

== earn-and-staking/redeem @any
s: El rescate de {amount} tarda mucho
o: Rescaté {amount} del staking {when} y sigue "en proceso". [La página decía minutos|¿Cuánto tarda?]
o: Falta la recompensa del {date}, normalmente unos {amount2} al día. Producto de {term} días, {apy}.
v: El staking de {coin} pasa primero por el periodo de desbloqueo de la propia red, que no podemos acortar; el suyo termina el {date2}. Durante ese tiempo no genera recompensa. Los productos flexibles se rescatan al instante.
n: Desbloqueo hasta el {date2}.

== login-or-2fa/lost
s: Perdí el teléfono y no puedo entrar
o: El {date} [me robaron el teléfono|se rompió el teléfono] y con él el autenticador. Recuerdo la contraseña pero no paso del segundo paso. [No tengo códigos de recuperación|Los códigos estaban en el mismo teléfono].
t: teléfono nuevo, sin autenticador, UID {uid}
v: Se puede restablecer con una verificación de identidad: empiece en la página de acceso, "perdí el segundo factor", desde un dispositivo que ya usó. Nunca pedimos contraseñas ni códigos, así que no los envíe. Después, los retiros quedan en espera 24 horas para protegerle. Referencia {ref}.
n: Solo por verificación. Explicado {clock}.

== account-change/email
s: Cambio de [correo|número de teléfono]
o: Quiero cambiar el [correo|teléfono] de mi cuenta; [el antiguo era del trabajo|me mudé de país]. UID {uid}. ¿Qué documentos necesitan?
v: Si aún puede leer el correo antiguo, lo cambia usted mismo en minutos; si no, hay una verificación de identidad en "Cuenta → Seguridad". Avisamos a las dos direcciones y los retiros esperan 24 horas. Referencia {ref}.
n: Procedimiento explicado {clock}.

== kyc/rejected
s: Verificación rechazada otra vez
o: Rechazaron mi verificación por "documento ilegible". Es [un pasaporte|un documento de identidad] normal, foto con {device}. Va el intento {n}.
v: Suba otra foto: el documento entero, sin flash, las cuatro esquinas visibles. Solo en la página de verificación, no aquí. En la anterior, vista a las {clock}, [había un reflejo en el número|faltaba una esquina].
n: Reflejo. Nueva foto por la página.

== theft/drained @any
s: URGENTE: me robaron {amount}
o: Hay un retiro de {amount} a {addr} {when} que NO hice yo. ¡Paren todo, por favor!
o: Me avisaron de un acceso desde {city} ({ip}) a las {clock} y faltan {amount}. Transacción {tx}. ¡Ayuda!
v: Su cuenta está congelada: sin retiros ni operaciones, todas las sesiones cerradas. {tx} es definitiva en la cadena y no podemos revertirla; {addr} está denunciada y marcada. Para descongelar hace falta su verificación y el acuerdo de dos personas. Siento no poder prometerle que el dinero vuelva.
n: Acceso desde {ip} ({city}). Congelada {clock}.

== theft/leaked @leak
s: Puse las palabras de mi wallet en una web
o: Una página de un anuncio me pidió las palabras de mi wallet para "sincronizar". Miren si sigue siendo mía:\n\n{leak}\n\nTenía {amount}, fue {when}.
v: Actúe ya: quien tenga esas palabras tiene la wallet. Cree una wallet **nueva** en un dispositivo limpio y pase lo que quede, empezando por lo más grande. Borramos las palabras antes de que nadie las leyera, pero délas por conocidas. Nadie de {brand} se las pedirá nunca. Referencia {ref}.
n: Palabras tapadas. Wallet del cliente. Urgente.

== impersonation/caller
s: ¿{handle} son ustedes?
o: Me escribió {handle} diciendo ser soporte de {brand} y quiere que "verifique" mi wallet en {url}. No puse nada. ¿[Es real|Es una estafa]?
v: **No** somos nosotros. Nunca escribimos primero, nunca pedimos mover monedas a una dirección "segura" ni pedimos contraseñas o códigos. {url} y {handle} están denunciados desde las {clock}. Hizo bien en preguntar.
n: Denunciado {url}.

== fees/tier
s: ¿Qué comisión me toca en {pair}?
o: En {pair} veo {rate} en un sitio y {rate2} en otro. [Soy {tier}|La app dice {tier}]. Orden {order}.
v: Usted es {tier}, así que en {pair} paga {rate}; {rate2} es la tarifa sin nivel. El nivel se calcula cada día con su volumen de 30 días y su saldo. [El siguiente empieza en {volume}|En "Mi nivel" ve cuánto falta].
n: Correcto, {tier} desde el {date}.

== suggestion/feature
s: Sugerencia: [alertas|etiquetas|modo oscuro]
o: [Me gusta mucho la app, pero|Un detalle:] [el gráfico de {pair} pierde los indicadores|no puedo poner nombre a mis direcciones {net}]. ¿Hay planes antes del {date2}?
v: Gracias, lo pasé al equipo de producto como {ref}, con su ejemplo de {pair}. No sé si se hará ni cuándo y prefiero no adivinar; si sale, se lo decimos aquí.
n: Idea {ref}.

== complaint/formal
s: Reclamación formal: {days} días sin solución
o: Presento una reclamación formal por {amount}, comunicado el {date}. He recibido {n} respuestas distintas. Pido contestación por escrito.
v: Su reclamación está registrada como {ref}, es gratuita y recibirá la decisión por escrito antes del {date2}. Si no está conforme, la carta indica a qué organismo acudir sin coste.
n: Reclamación {ref}.

== other/tax
s: Extracto para [Hacienda|el banco]
o: Necesito todas mis operaciones hasta el {date} para [Hacienda|el banco]. ¿Dónde las bajo? UID {uid}.
v: En Cuenta → Extractos elija el periodo hasta el {date} y el formato (PDF o CSV). Tarda unos {mins} minutos y queda {days} días, con horas en UTC.
n: Consulta normal, {clock}.
