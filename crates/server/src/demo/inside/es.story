# Lo que la mesa escribe entre colegas en español. El formato es el de ../story.rs; {who} es a quien menciona la nota.

== common
mention: @{who}, [¿puedes echarle un vistazo|¿lo miras tú también|¿lo lees antes de que conteste]? [{name} pide más de lo que puedo decidir|No estoy seguro del último paso|La macro no encaja aquí], referencia {ref}.
mention: @{who}, [aviso|para que lo sepas]: [es el contacto número {n} en {days} días|{name} ha escrito ya {n} veces|este puede volver], [contesto antes de las {until}|el borrador está desde las {clock}|comprobado a las {clock}].
mention: [Hace falta otra opinión|Hace falta decidir]: @{who}, [¿devolvemos la comisión|¿puedo dar un plazo|¿quién escribe primero a {name}]? [Cuenta {uid}.|Referencia {ref}.]
mention: Mi turno acaba a las {until}. @{who}, [no lo pierdas de vista|tómalo si {name} contesta de noche|el siguiente paso es tuyo], [todo está anotado arriba|queda pendiente lo de las {clock}].

stamp.agent: Referencia {ref}, {clock}.
