### See en/staff.ftl.

## Who you are

error-no-permission = Para esto hace falta el permiso «{ $permission }». Un administrador puede dártelo.
error-wrong-credentials = La dirección de correo o la contraseña no es correcta. Revisa ambas e inténtalo de nuevo.
error-password-weak = Esta contraseña es demasiado fácil de adivinar. Usa al menos { $limit } caracteres que no formen una contraseña conocida.
error-second-factor-required = Introduce los seis dígitos de tu aplicación de autenticación para continuar.
error-second-factor-wrong = El código no es correcto o ya pasaron sus 30 segundos. Introduce el que la aplicación muestra ahora.
error-second-factor-enrolment = Tu administrador exige la autenticación de dos factores. Configura una aplicación de autenticación para continuar.
error-second-factor-state = Mientras tanto, el segundo factor ha cambiado. Vuelve a cargar la página para ver cómo está.
error-member-disabled = Esta cuenta está desactivada. Un administrador puede volver a activarla.
error-budget-spent = Has agotado lo que se permite en una hora. Espera { $seconds } s o habla con tu responsable.

## Administration

error-field-taken = Ya está en uso. Elige algo distinto.
error-last-administrator = Es el último administrador. Nombra antes a otro.
error-role-in-use = Todavía hay personas con este rol. Dales antes otro.
error-team-in-use = Todavía hay consultas de este equipo. Pásalas antes a otro equipo.
error-role-builtin = Este rol forma parte del programa y no se puede cambiar. Cópialo y cambia la copia.
error-webhook-url = No enviamos a esta URL. Usa una URL https de la internet pública.
error-delivery-pending = Esta entrega sigue en curso. Espera su resultado.

## The log

error-not-checkpointed = Todavía no hay ninguna firma que cubra este evento. La habrá en { $seconds } s como máximo; inténtalo de nuevo entonces.

## What must not go out

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

## The exchange’s machines

error-event-unsigned = Los eventos no están firmados. Envía proofdesk-key, proofdesk-timestamp y proofdesk-signature como muestra docs/exchange-events.md.
error-event-forged = La firma no corresponde a los eventos, o la clave es desconocida o está revocada. Firma los bytes exactos del cuerpo con una clave de esta marca.
error-event-stale = Los eventos se firmaron con más de { $seconds } segundos de diferencia respecto a la hora actual. Revisa el reloj, firma de nuevo y vuelve a enviarlos.
error-event-mismatch = Otro evento ya tiene este ID o número. Se usan una sola vez; envía el evento cambiado con otros nuevos.
error-event-not-failed = Solo se puede volver a procesar un evento que falló. Este está en espera o ya se procesó.
error-input-gone = El contenido de este evento superó el tiempo permitido y se destruyó. Pide al exchange que envíe otra vez el mismo evento; después podrá procesarse.

## Filters

error-filter-word = «{ $word }» no contiene nada que buscar. Escribe lo que dicen las consultas, o una clave, por ejemplo: { $takes }.
error-filter-key = No hay ninguna clave «{ $word }». Puede ser una de estas: { $takes }.
error-filter-value = «{ $key }» no puede ser «{ $word }». Puede ser, entre otros: { $takes }.
error-filter-comparison = «{ $key }» no se compara así. Escribe { $takes } detrás.
error-filter-unfinished = «{ $word }» está sin terminar: falta un valor o la comilla de cierre.
error-filter-long = Es demasiado para un solo filtro: como máximo { $takes }.

## Macros and articles

error-macro-variable = «{ $name }», en la línea { $line }, columna { $column }, no es una variable. Elige una de la lista y ciérrala con {"}}"}.
error-macro-fallback = «{ $name }», en la línea { $line }, columna { $column }, no siempre se conoce. Indica tras una barra qué poner en ese caso: {"{{"}{ $name }|…{"}}"}.
error-verification-required = Esta macro es solo para clientes con una verificación mayor. Pide al cliente que inicie sesión o responde con tus propias palabras.
error-nothing-to-prove = Este cliente no tiene cuenta ni una dirección de correo propia, así que no hay nada que pueda demostrar.
error-article-state = Este texto no se puede mover desde su estado actual. Cárgalo de nuevo.
error-review-by-another = Esta versión la escribiste tú, así que debe publicarla otra persona del equipo. Envíala a revisión.
error-terms-unkept = La traducción no usa palabras fijadas en el glosario: { $terms }. En el texto original: «{ $place }». Úsalas o explica por qué no al publicar.
error-section-in-use = Hay artículos en esta sección. Muévelos primero.
error-category-last = Es la única categoría que ofrece la marca. Ofrece otra primero.
error-accent-too-faint = Estos colores no se leen bien: un contraste es de { $ratio }:1 y debe ser de { $least }:1 como mínimo. Baja el croma o elige otro tono.
error-status-needed = El sistema asigna este estado automáticamente, por lo que no se puede retirar. Puedes cambiarle el nombre.
error-status-in-use = Hay consultas pendientes con este estado: { $count }. Cámbialas antes a otro estado.
error-tag-in-use = Hay consultas con esta etiqueta: { $count }. Quítasela antes.
error-status-in-macros = Hay macros compartidas que asignan este estado: { $count }. Cámbialas o archívalas primero.
error-article-not-signed-in = El nivel VIP y los países solo se pueden indicar en un artículo para clientes con la sesión iniciada.
error-article-file-type = Los artículos admiten imágenes PNG, JPEG, GIF, WebP y AVIF que no estén dañadas, archivos PDF y texto sin formato.
error-image-without-words = Una imagen del texto no tiene descripción. Escribe qué muestra o márcala como decorativa.

## Tickets

error-snooze-inactive = En esta consulta ya no hay nada que hacer, así que no hay nada que aplazar. Ábrela de nuevo primero.
error-constraint-ended = Mientras tanto, alguien dio por terminada esta restricción. Si sigue vigente, añade una nueva.
error-merge-itself = Una consulta no se puede unir consigo misma.
error-merge-other-customer = Las dos consultas son de clientes distintos. Solo se unen consultas de un mismo cliente, para que nadie lea lo que no es suyo.
error-link-itself = Una consulta no se puede vincular consigo misma.
error-account-act-pending = El exchange aún no ha confirmado si congeló la cuenta de este cliente. Espera su respuesta antes de eliminar los datos.

## The development page

development-title = Clientes de demostración
development-intro = Cada botón firma un token de corta duración, como lo haría el exchange, y vuelve con él. Esta página solo existe donde la configuración lo permite.
development-sign-in = Iniciar sesión
development-sign-in-as = Iniciar sesión como { $name }
development-none = Todavía no hay clientes.
development-other = Cualquier otra cuenta
development-other-hint = El ID de la cuenta en el exchange. Si aquí todavía no existe, se crea un cliente nuevo.
