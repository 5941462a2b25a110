### See en/staff.ftl.

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
