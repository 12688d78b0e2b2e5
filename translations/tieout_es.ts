<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <source>New payment</source>
        <translation>Nuevo pago</translation>
    </message>
    <message>
        <source>%1 created it at %2.</source>
        <translation>%1 lo creó el %2.</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>Cancelar el pago</translation>
    </message>
    <message>
        <source>%1 cancelled it at %2.</source>
        <translation>%1 lo canceló el %2.</translation>
    </message>
    <message>
        <source>Reissue the payment</source>
        <translation>Reemitir el pago</translation>
    </message>
    <message>
        <source>%1 reissued it at %2.</source>
        <translation>%1 lo reemitió el %2.</translation>
    </message>
    <message>
        <source>Hold the payment</source>
        <translation>Retener el pago</translation>
    </message>
    <message>
        <source>%1 put it on hold at %2.</source>
        <translation>%1 lo retuvo el %2.</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>Levantar la retención</translation>
    </message>
    <message>
        <source>%1 released a hold at %2.</source>
        <translation>%1 levantó una retención el %2.</translation>
    </message>
    <message>
        <source>Link a transfer</source>
        <translation>Vincular una transferencia</translation>
    </message>
    <message>
        <source>%1 linked a transfer at %2.</source>
        <translation>%1 vinculó una transferencia el %2.</translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation>Resolver el caso</translation>
    </message>
    <message>
        <source>%1 resolved the case at %2.</source>
        <translation>%1 resolvió el caso el %2.</translation>
    </message>
    <message>
        <source>Done. A second person has to confirm it.</source>
        <translation>Hecho. Una segunda persona debe confirmarlo.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>%1 It is taken back as soon as the database answers.</source>
        <extracomment>%1 is a sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>%1 Se anulará en cuanto responda la base de datos.</translation>
    </message>
    <message>
        <source>%1 What you entered is kept and asked again by itself.</source>
        <extracomment>%1 is a sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>%1 Lo que ha introducido se conserva y se solicitará de nuevo automáticamente.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Anulando…</translation>
    </message>
    <message>
        <source>Waiting for the engine since %1 UTC. Nothing has been changed yet.</source>
        <extracomment>%1 is a time of day in UTC.</extracomment>
        <translation>Esperando al motor desde las %1 UTC. Todavía no se ha modificado nada.</translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>Decidiendo…</translation>
    </message>
    <message>
        <source>First was %1 (%2) at %3.</source>
        <extracomment>A person or the engine, what was written into the journal, a time.</extracomment>
        <translation>Antes fue %1 (%2) el %3.</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún no enviada</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <extracomment>%1 is a time of day in UTC, hours and minutes.</extracomment>
        <translation>en espera desde las %1</translation>
    </message>
    <message>
        <source>deciding…</source>
        <translation>decidiendo…</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Guardar la vista</translation>
    </message>
    <message>
        <source>%1 saved it at %2.</source>
        <translation>%1 la guardó el %2.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Eliminar la vista</translation>
    </message>
    <message>
        <source>%1 deleted it at %2.</source>
        <translation>%1 la eliminó el %2.</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>Releer bloques</translation>
    </message>
    <message>
        <source>%1 had it read again at %2.</source>
        <translation>%1 lo hizo leer de nuevo el %2.</translation>
    </message>
    <message>
        <source>Test a source</source>
        <translation>Probar una fuente</translation>
    </message>
    <message>
        <source>%1 had a source tested at %2.</source>
        <translation>%1 hizo probar una fuente el %2.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Name the file that is to be written.</source>
        <translation>Indique el archivo que se va a escribir.</translation>
    </message>
    <message>
        <source>Type the whole path, or choose the place with Browse.</source>
        <translation>Escriba la ruta completa o elija el lugar con Examinar.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of a file to it.</source>
        <translation>Esto es una carpeta. Añada el nombre de un archivo.</translation>
    </message>
    <message>
        <source>This folder isn&apos;t there. Make it first, or choose another one.</source>
        <translation>Esta carpeta no existe. Créela primero o elija otra.</translation>
    </message>
    <message>
        <source>You may not write into this folder. Choose another one.</source>
        <translation>No tiene permiso para escribir en esta carpeta. Elija otra.</translation>
    </message>
    <message>
        <source>This file is there and can&apos;t be replaced. Choose another name.</source>
        <translation>Este archivo existe y no se puede reemplazar. Elija otro nombre.</translation>
    </message>
    <message>
        <source>A file of this name is there. Choose another name, or say that it is replaced.</source>
        <translation>Ya existe un archivo con este nombre. Elija otro nombre o indique que se reemplace.</translation>
    </message>
    <message>
        <source>That is more than a workbook holds. Choose CSV or JSON, or a smaller filter.</source>
        <translation>Es más de lo que admite un libro de cálculo. Elija CSV o JSON, o un filtro más estrecho.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written. Choose another place.</source>
        <translation>No se puede escribir el archivo. Elija otro lugar.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1. Free some space, or choose another place.</source>
        <extracomment>%1 is the system&apos;s word for what is wrong, such as &quot;No space left on device&quot;.</extracomment>
        <translation>No se puede escribir el archivo: %1. Libere espacio o elija otro lugar.</translation>
    </message>
    <message>
        <source>less than 10 s left</source>
        <translation>faltan menos de 10 s</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>faltan unos %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>faltan unos %1 min</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Detección</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmación</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Rail</source>
        <translation>Riel</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corredor</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Comercio</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Debido</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Amount confirmed</source>
        <translation>Importe confirmado</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmaciones</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>Confirmado el</translation>
    </message>
    <message>
        <source>Final at</source>
        <translation>Definitivo el</translation>
    </message>
    <message>
        <source>Released at</source>
        <translation>Liberado el</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlación</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range with both its ends: amounts, times, numbers.</extracomment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>%1 isn&apos;t “%2”</source>
        <translation>%1 no es «%2»</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t contain “%2”</source>
        <translation>%1 no contiene «%2»</translation>
    </message>
    <message>
        <source>%1 is exactly “%2”</source>
        <translation>%1 es exactamente «%2»</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1 contiene «%2»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: none of %2</source>
        <extracomment>Field, then several values, with commas.</extracomment>
        <translation>%1: ninguno de %2</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: no %2</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for these words as they are, put them in quotes.</source>
        <translation>No existe el campo «%1». Para buscar estas palabras tal cual, póngalas entre comillas.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean %3?</source>
        <translation>No existe el campo «%1». ¿Quería decir %3?</translation>
    </message>
    <message>
        <source>“%1” is no value of the field “%2”.</source>
        <translation>«%1» no es un valor del campo «%2».</translation>
    </message>
    <message>
        <source>“%1” is no value of the field “%2”. It can be %3.</source>
        <translation>«%1» no es un valor del campo «%2». Puede ser %3.</translation>
    </message>
    <message>
        <source>The field “%2” needs a value.</source>
        <translation>El campo «%2» necesita un valor.</translation>
    </message>
    <message>
        <source>The field “%2” needs a value, such as %3.</source>
        <translation>El campo «%2» necesita un valor, como %3.</translation>
    </message>
    <message>
        <source>“%1” needs a field before it, as in amount&gt;100.</source>
        <translation>«%1» necesita un campo delante, como en amount&gt;100.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t go with the field “%2”.</source>
        <translation>«%1» no es compatible con el campo «%2».</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t go with the field “%2”. Write %3 instead.</source>
        <translation>«%1» no es compatible con el campo «%2». Escriba %3 en su lugar.</translation>
    </message>
    <message>
        <source>A comparison has one value. Write “%2” again for another.</source>
        <translation>Una comparación tiene un solo valor. Escriba «%2» otra vez para añadir otro.</translation>
    </message>
    <message>
        <source>“%1” is no id. Copy the whole of it.</source>
        <translation>«%1» no es un identificador. Cópielo entero.</translation>
    </message>
    <message>
        <source>“%1” is no address. Copy the whole of it: one letter that is wrong makes it another&apos;s.</source>
        <translation>«%1» no es una dirección. Cópiela entera: una sola letra equivocada la convierte en la de otra persona.</translation>
    </message>
    <message>
        <source>“%1” is no transaction hash: that is 64 digits from 0 to 9 and a to f.</source>
        <translation>«%1» no es el hash de una transacción: son 64 dígitos de 0 a 9 y de a a f.</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>«%1» no es un importe.</translation>
    </message>
    <message>
        <source>“%1” is no amount. Write it as in %3, with a point and no spaces.</source>
        <translation>«%1» no es un importe. Escríbalo como en %3, con punto y sin espacios.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«%1» no es un número entero.</translation>
    </message>
    <message>
        <source>“%1” is no whole number. Write it as in %3.</source>
        <translation>«%1» no es un número entero. Escríbalo como en %3.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>«%1» no es una hora.</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it as in %3 (UTC).</source>
        <translation>«%1» no es una hora. Escríbala como en %3 (UTC).</translation>
    </message>
    <message>
        <source>“%1” is no age.</source>
        <translation>«%1» no es una antigüedad.</translation>
    </message>
    <message>
        <source>“%1” is no age. Write it as in %3.</source>
        <translation>«%1» no es una antigüedad. Escríbala como en %3.</translation>
    </message>
    <message>
        <source>There is a character here that can&apos;t be searched for. Type the value again.</source>
        <translation>Aquí hay un carácter que no se puede buscar. Escriba el valor de nuevo.</translation>
    </message>
    <message>
        <source>This range ends before it begins.</source>
        <translation>Este intervalo termina antes de empezar.</translation>
    </message>
    <message>
        <source>This range ends before it begins. Did you mean %3?</source>
        <translation>Este intervalo termina antes de empezar. ¿Quería decir %3?</translation>
    </message>
    <message>
        <source>The quote has no end. Add a &quot; behind the last word.</source>
        <translation>Las comillas no se cierran. Añada &quot; después de la última palabra.</translation>
    </message>
    <message>
        <source>This is too long to search for.</source>
        <translation>Es demasiado largo para buscarlo.</translation>
    </message>
    <message>
        <source>This is too long to search for: at most %3 characters.</source>
        <translation>Es demasiado largo para buscarlo: como máximo %3 caracteres.</translation>
    </message>
    <message>
        <source>There is nothing to search for here. Add words, or take it away.</source>
        <translation>Aquí no hay nada que buscar. Añada palabras o elimínelo.</translation>
    </message>
    <message>
        <source>That are too many conditions: 32 at most. Take some away.</source>
        <translation>Son demasiadas condiciones: 32 como máximo. Elimine algunas.</translation>
    </message>
    <message>
        <source>That are too many values: 128 at most. Take some away.</source>
        <translation>Son demasiados valores: 128 como máximo. Elimine algunos.</translation>
    </message>
    <message>
        <source>This filter is too long. Take some of it away.</source>
        <translation>Este filtro es demasiado largo. Elimine una parte.</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>sin «%1»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 not %2 %3</source>
        <extracomment>Field, a sign such as &gt;, and a value.</extracomment>
        <translation>%1 no %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>This part can&apos;t be understood.</source>
        <translation>Esta parte no se entiende.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
</context>
<context>
    <name>LinkTransfer</name>
    <message>
        <source>the right token</source>
        <translation>el token correcto</translation>
    </message>
    <message>
        <source>the amount that remains</source>
        <translation>el importe restante</translation>
    </message>
    <message>
        <source>the amount due</source>
        <translation>el importe debido</translation>
    </message>
    <message>
        <source>a similar reference</source>
        <translation>una referencia parecida</translation>
    </message>
    <message>
        <source>came in its time</source>
        <translation>llegó dentro de plazo</translation>
    </message>
    <message>
        <source>a known sender</source>
        <translation>un remitente conocido</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Awaiting payment</source>
        <translation>A la espera de pago</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Confirmando</translation>
    </message>
    <message>
        <source>Underpaid</source>
        <translation>Insuficiente</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>En exceso</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Reorganised away</source>
        <translation>Reorganizados</translation>
    </message>
    <message>
        <source>Late, undecided</source>
        <translation>Tardíos, sin decidir</translation>
    </message>
    <message>
        <source>The sources are behind what was read already</source>
        <translation>Las fuentes van por detrás de lo que ya se leyó</translation>
    </message>
    <message>
        <source>No new block for too long</source>
        <translation>Demasiado tiempo sin un bloque nuevo</translation>
    </message>
    <message>
        <source>Reading up to the head</source>
        <translation>Leyendo hasta el último bloque</translation>
    </message>
    <message>
        <source>Blocks are missing in the coverage</source>
        <translation>Faltan bloques en la cobertura</translation>
    </message>
    <message>
        <source>A source took back a block that it had called final</source>
        <translation>Una fuente retiró un bloque que había dado por definitivo</translation>
    </message>
    <message>
        <source>A block that was final lost its place</source>
        <translation>Un bloque que era definitivo perdió su lugar</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>At least so many.</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>congelado</translation>
    </message>
    <message>
        <source>no head yet</source>
        <translation>aún sin último bloque</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>en buen estado</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>en mal estado</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguno</translation>
    </message>
    <message>
        <source>at %1 UTC</source>
        <extracomment>The time of day in UTC.</extracomment>
        <translation>a las %1 UTC</translation>
    </message>
    <message>
        <source>head %1 old</source>
        <extracomment>How old the newest block is.</extracomment>
        <translation>bloque hace %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <comment>behind the head</comment>
        <translation>
            <numerusform>%n bloque</numerusform>
            <numerusform>%n bloques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>final, %n block(s) behind</source>
        <translation>
            <numerusform>definitivo, a %n bloque</numerusform>
            <numerusform>definitivo, a %n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>safe; no final mark yet</source>
        <translation>seguro; aún sin marca definitiva</translation>
    </message>
    <message>
        <source>by depth</source>
        <translation>por profundidad</translation>
    </message>
    <message>
        <source>no mark of its own</source>
        <translation>sin marca propia</translation>
    </message>
    <message>
        <source>nothing read</source>
        <translation>nada leído</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n hueco</numerusform>
            <numerusform>%n huecos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) missing</source>
        <translation>
            <numerusform>falta %n bloque</numerusform>
            <numerusform>faltan %n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>sin huecos</translation>
    </message>
    <message>
        <source>since block %1</source>
        <extracomment>The first block that was watched.</extracomment>
        <translation>desde el bloque %1</translation>
    </message>
    <message>
        <source>none has reported</source>
        <translation>ninguna ha informado</translation>
    </message>
    <message>
        <source>%1 of %2 ok</source>
        <extracomment>Healthy sources of all.</extracomment>
        <translation>%1 de %2 bien</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A source, then its last error.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>fallando</translation>
    </message>
    <message>
        <source>none</source>
        <comment>reorganisations</comment>
        <translation>ninguna</translation>
    </message>
    <message numerus="yes">
        <source>deepest %n block(s)</source>
        <translation>
            <numerusform>máx. %n bloque</numerusform>
            <numerusform>máx. %n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>Severity 1</source>
        <translation>Gravedad 1</translation>
    </message>
    <message>
        <source>Severity 2</source>
        <translation>Gravedad 2</translation>
    </message>
    <message>
        <source>Severity 3</source>
        <translation>Gravedad 3</translation>
    </message>
    <message>
        <source>Severity 4</source>
        <translation>Gravedad 4</translation>
    </message>
    <message>
        <source>&lt; 15 m</source>
        <translation>&lt; 15 min</translation>
    </message>
    <message>
        <source>15–60 m</source>
        <translation>15–60 min</translation>
    </message>
    <message>
        <source>1–4 h</source>
        <translation>1–4 h</translation>
    </message>
    <message>
        <source>4–24 h</source>
        <translation>4–24 h</translation>
    </message>
    <message>
        <source>1–7 d</source>
        <translation>1–7 d</translation>
    </message>
    <message>
        <source>&gt; 7 d</source>
        <translation>&gt; 7 d</translation>
    </message>
    <message>
        <source>stop money now</source>
        <translation>parar ya</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>el mismo día</translation>
    </message>
    <message>
        <source>within the period</source>
        <translation>en plazo</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>informativo</translation>
    </message>
    <message>
        <source>Frozen: %1</source>
        <translation>Congelado: %1</translation>
    </message>
    <message>
        <source>Nothing is settled on this rail until a person acknowledges it.</source>
        <translation>Nada se liquida en este riel hasta que una persona dé el visto bueno.</translation>
    </message>
    <message>
        <source>Nothing is promoted on this rail meanwhile.</source>
        <translation>Mientras tanto no se promociona nada en este riel.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What is wrong with a rail, then a sentence about what follows.</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>PaymentStory</name>
    <message>
        <source>Nobody may pay this now</source>
        <translation>Nadie debe pagar esto ahora</translation>
    </message>
    <message>
        <source>The address in the database is not the one that the corridor gives: somebody changed it. It is not shown.
Next: tell the customer to wait and an engineer to look (case ENV-MISMATCH, severity 1), then reissue the payment, which gives it a new address.</source>
        <translation>La dirección guardada en la base de datos no es la que da el corredor: alguien la ha cambiado. No se muestra.
Siguiente paso: pida al cliente que espere y a un ingeniero que lo examine (caso ENV-MISMATCH, gravedad 1); después reemita el pago, con lo que recibe una dirección nueva.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Debido</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Verdict</source>
        <extracomment>A verdict, and the version of the rules that gave it.</extracomment>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>%1, by version %2 of the corridor</source>
        <translation>%1, según la versión %2 del corredor</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Requiere</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corredor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Pay to</source>
        <extracomment>In place of an address that was changed in the database.</extracomment>
        <translation>Pagar a</translation>
    </message>
    <message>
        <source>nowhere: the stored address is not the corridor&apos;s</source>
        <translation>a ninguna parte: la dirección guardada no es la del corredor</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Earlier bindings</source>
        <translation>Vinculaciones anteriores</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Comercio</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlación</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>bloque %1</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>profundidad %1</translation>
    </message>
    <message>
        <source>replaced by %1</source>
        <translation>reemplazada por %1</translation>
    </message>
    <message>
        <source>tx %1</source>
        <translation>tx %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>linked by %1</source>
        <translation>vinculada por %1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>vista el %1</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <translation>Retención: %1</translation>
    </message>
    <message>
        <source>released</source>
        <translation>levantada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>open · severity %1</source>
        <translation>abierto · gravedad %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resuelto</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>desde %1 · %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>plazo %1</translation>
    </message>
    <message>
        <source>rail frozen</source>
        <translation>riel congelado</translation>
    </message>
    <message>
        <source>rail paused</source>
        <translation>riel en pausa</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources</source>
        <extracomment>How many of the operators that must name the same block have done so.</extracomment>
        <translation>
            <numerusform>%1 de %n fuente</numerusform>
            <numerusform>%1 de %n fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>too few sources agree</source>
        <translation>muy pocas fuentes coinciden</translation>
    </message>
    <message>
        <source>%1 here (UTC%2)</source>
        <extracomment>A moment on this machine&apos;s clock, with its distance from UTC.</extracomment>
        <translation>%1 hora local (UTC%2)</translation>
    </message>
    <message>
        <source>not yet: %1</source>
        <extracomment>A mark of the chain itself (&quot;finalized&quot;) that a block has not got yet.</extracomment>
        <translation>todavía no: %1</translation>
    </message>
    <message numerus="yes">
        <source>needs %n sources</source>
        <translation>
            <numerusform>requiere %n fuente</numerusform>
            <numerusform>requiere %n fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Who did something.</extracomment>
        <translation>por %1</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>In the mempool: %1</source>
        <translation>En la mempool: %1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Reemplazada</translation>
    </message>
    <message>
        <source>Mined again: %1</source>
        <translation>Minada de nuevo: %1</translation>
    </message>
    <message>
        <source>Mined: %1</source>
        <translation>Minada: %1</translation>
    </message>
    <message>
        <source>Reorganised away: %1</source>
        <translation>Retirada por una reorganización: %1</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>Vinculada: %1</translation>
    </message>
    <message>
        <source>%1 of %2 %3 received</source>
        <extracomment>An amount, the amount that was due, and their unit.</extracomment>
        <translation>%1 de %2 %3 recibidos</translation>
    </message>
    <message>
        <source>Reissued: a new place to pay to</source>
        <translation>Reemitido: un nuevo lugar al que pagar</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Retenido: %1</translation>
    </message>
    <message>
        <source>Hold released: %1</source>
        <translation>Retención levantada: %1</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>Anotado: %1</translation>
    </message>
    <message>
        <source>Case opened: %1</source>
        <translation>Caso abierto: %1</translation>
    </message>
    <message>
        <source>Case resolved: %1</source>
        <translation>Caso resuelto: %1</translation>
    </message>
    <message>
        <source>Decided: the money counts</source>
        <translation>Decidido: el dinero cuenta</translation>
    </message>
    <message>
        <source>Decided: the money doesn&apos;t count</source>
        <translation>Decidido: el dinero no cuenta</translation>
    </message>
    <message>
        <source>Surplus credited: %1</source>
        <translation>Excedente abonado: %1</translation>
    </message>
    <message>
        <source>Surplus applied elsewhere: %1</source>
        <translation>Excedente aplicado a otro pago: %1</translation>
    </message>
    <message>
        <source>by itself, the reason went away</source>
        <translation>por sí solo, el motivo desapareció</translation>
    </message>
    <message>
        <source>Money is on its way. Wait for it: who pays now may pay twice.</source>
        <translation>Hay dinero en camino. Espérelo: quien pague ahora podría pagar dos veces.</translation>
    </message>
    <message>
        <source>The window for topping up is over.</source>
        <translation>La ventana de complemento ha terminado.</translation>
    </message>
    <message>
        <source>The deadline has passed. Reissue the payment to wait longer.</source>
        <translation>La fecha límite ha pasado. Reemita el pago para esperar más tiempo.</translation>
    </message>
    <message>
        <source>The payment has no address.</source>
        <translation>El pago no tiene dirección.</translation>
    </message>
    <message>
        <source>The address can&apos;t be proved, so there is nothing to pay to.</source>
        <translation>La dirección no se puede demostrar, así que no hay a dónde pagar.</translation>
    </message>
    <message>
        <source>The money is recognised by its reference, which no payment link can carry. Give the payer both.</source>
        <translation>El dinero se reconoce por su referencia, que ningún enlace de pago puede llevar. Dé ambas cosas al pagador.</translation>
    </message>
    <message>
        <source>Tron has no payment links: the code holds the address only. The payer types the amount.</source>
        <translation>Tron no tiene enlaces de pago: el código contiene solo la dirección. El pagador escribe el importe.</translation>
    </message>
    <message>
        <source>There are no payment links for this network.</source>
        <translation>No hay enlaces de pago para esta red.</translation>
    </message>
    <message>
        <source>The corridor&apos;s version, which names the token, can&apos;t be read. So there is no payment link.</source>
        <translation>No se puede leer la versión del corredor, que indica el token. Por eso no hay enlace de pago.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Open holds and cases</source>
        <translation>Retenciones y casos abiertos</translation>
    </message>
    <message>
        <source>Latest (UTC)</source>
        <translation>Lo último (UTC)</translation>
    </message>
    <message>
        <source>(left out: it names an address that can&apos;t be proved)</source>
        <translation>(omitido: nombra una dirección que no se puede demostrar)</translation>
    </message>
    <message>
        <source>Payment</source>
        <extracomment>A heading above JSON.</extracomment>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Events, as they are stored</source>
        <translation>Eventos, tal como se guardan</translation>
    </message>
    <message>
        <source>Journal, as it is stored</source>
        <translation>Diario, tal como se guarda</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>not sealed yet</source>
        <translation>aún sin sellar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Events waiting: %1</source>
        <translation>Eventos en espera: %1</translation>
    </message>
    <message>
        <source>attempts: %1</source>
        <translation>intentos: %1</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>The next one is due %1</source>
        <translation>El siguiente toca el %1</translation>
    </message>
    <message>
        <source>%1 · by %2</source>
        <translation>%1 · por %2</translation>
    </message>
    <message>
        <source>Top-up until</source>
        <translation>Complemento hasta</translation>
    </message>
</context>
<context>
    <name>PaymentsTable</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Debido</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmaciones</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corredor</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>Creado (UTC)</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 UTC
%2 here</source>
        <translation>%1 UTC
%2 hora local</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A payment&apos;s status, then a sentence about what is being decided.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: late from %2 UTC, breached from %3 UTC</source>
        <extracomment>How pressing it is (&quot;Late&quot;), then two times.</extracomment>
        <translation>%1: tarde desde %2 UTC, plazo incumplido desde %3 UTC</translation>
    </message>
</context>
<context>
    <name>RailLine</name>
    <message>
        <source>Rail</source>
        <translation>Riel</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Último bloque</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Finality</source>
        <translation>Carácter definitivo</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Reorganisations</source>
        <translation>Reorganizaciones</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Filtrar por estado</translation>
    </message>
</context>
<context>
    <name>TracksView</name>
    <message>
        <source>Detection</source>
        <translation>Detección</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmación</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Entrega</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The database can&apos;t be reached. Check the address and that the server runs; the window tries again by itself.</source>
        <translation>No se puede acceder a la base de datos. Compruebe la dirección y que el servidor esté en marcha; la ventana lo reintenta automáticamente.</translation>
    </message>
    <message>
        <source>The connection to the database was lost. What you see may be old; the window reads again as soon as the database answers.</source>
        <translation>Se ha perdido la conexión con la base de datos. Lo que ve puede estar desactualizado; la ventana vuelve a leer en cuanto responda la base de datos.</translation>
    </message>
    <message>
        <source>Another program has locked the database file. Close it there, then press Retry.</source>
        <translation>Otro programa ha bloqueado el archivo de la base de datos. Ciérrelo allí y pulse Reintentar.</translation>
    </message>
    <message>
        <source>The database is busy with another writer. Nothing was lost; try again in a moment.</source>
        <translation>La base de datos está ocupada con otra escritura. No se ha perdido nada; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The database refused this login. Check the name and the password, or ask an administrator for a role.</source>
        <translation>La base de datos ha rechazado este inicio de sesión. Compruebe el nombre y la contraseña, o pida un rol a un administrador.</translation>
    </message>
    <message>
        <source>The database can only be read here. Check the rights of the file or of your login.</source>
        <translation>Aquí la base de datos solo se puede leer. Compruebe los permisos del archivo o de su usuario.</translation>
    </message>
    <message>
        <source>The database is damaged. Stop the engine, keep a copy of the file and restore the last backup.</source>
        <translation>La base de datos está dañada. Detenga el motor, guarde una copia del archivo y restaure la última copia de seguridad.</translation>
    </message>
    <message>
        <source>That is no address of a database. Use the path of a file, or postgresql://user@host/name.</source>
        <translation>No es la dirección de una base de datos. Use la ruta de un archivo o postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>This database was made by a newer version of Tieout. Install that version to open it.</source>
        <translation>Esta base de datos se creó con una versión más reciente de Tieout. Instale esa versión para abrirla.</translation>
    </message>
    <message>
        <source>This database is older than the program. An administrator brings it up to date with: tieoutd migrate</source>
        <translation>Esta base de datos es más antigua que el programa. Un administrador la actualiza con: tieoutd migrate</translation>
    </message>
    <message>
        <source>This database is empty. An administrator prepares it with: tieoutd migrate</source>
        <translation>Esta base de datos está vacía. Un administrador la prepara con: tieoutd migrate</translation>
    </message>
    <message>
        <source>This file belongs to another program. Choose another file.</source>
        <translation>Este archivo pertenece a otro programa. Elija otro archivo.</translation>
    </message>
    <message>
        <source>This database was made by another build of Tieout whose tables differ. Open it with that build.</source>
        <translation>Esta base de datos se creó con otra compilación de Tieout cuyas tablas son distintas. Ábrala con esa compilación.</translation>
    </message>
    <message>
        <source>This database belongs to the other environment: sandbox and production never mix. Check which database you meant to open.</source>
        <translation>Esta base de datos pertenece al otro entorno: las pruebas y la producción nunca se mezclan. Compruebe qué base de datos quería abrir.</translation>
    </message>
    <message>
        <source>This database doesn&apos;t say whether it is a sandbox or production. An administrator prepares it with: tieoutd migrate</source>
        <translation>Esta base de datos no indica si es de pruebas o de producción. Un administrador la prepara con: tieoutd migrate</translation>
    </message>
    <message>
        <source>This file is open in another window of Tieout, which was asked to come to the front. Work there, or open another database.</source>
        <translation>Este archivo está abierto en otra ventana de Tieout, a la que se ha pedido que pase al frente. Trabaje allí o abra otra base de datos.</translation>
    </message>
    <message>
        <source>Name the server.</source>
        <translation>Indique el servidor.</translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation>Indique la base de datos.</translation>
    </message>
    <message>
        <source>Name your login.</source>
        <translation>Indique su usuario.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>El puerto es un número del 1 al 65535.</translation>
    </message>
    <message>
        <source>The disk of the database is full. Free some space; the work goes on by itself.</source>
        <translation>El disco de la base de datos está lleno. Libere espacio; el trabajo continúa automáticamente.</translation>
    </message>
    <message>
        <source>This exists already. Open what is there, or choose another name.</source>
        <translation>Esto ya existe. Abra lo que hay o elija otro nombre.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing at the same moment. Look at it again, then repeat your step if it is still right.</source>
        <translation>Otra persona modificó lo mismo en el mismo momento. Vuelva a mirarlo y repita su paso si sigue siendo correcto.</translation>
    </message>
    <message>
        <source>This payment isn&apos;t in the database. Check the id, and that you opened the right environment.</source>
        <translation>Este pago no está en la base de datos. Compruebe el identificador y que ha abierto el entorno correcto.</translation>
    </message>
    <message>
        <source>Another engine works on this database. Stop it first, or leave this one as a console.</source>
        <translation>Otro motor trabaja con esta base de datos. Deténgalo primero o deje este solo como consola.</translation>
    </message>
    <message>
        <source>Another engine took over this database. This one has stopped writing.</source>
        <translation>Otro motor ha asumido esta base de datos. Este ha dejado de escribir.</translation>
    </message>
    <message>
        <source>The configuration has mistakes. The log names each line; correct them and start again.</source>
        <translation>La configuración tiene errores. El registro indica cada línea; corríjalas e inicie de nuevo.</translation>
    </message>
    <message>
        <source>The configuration file can&apos;t be read. Check its path and its rights.</source>
        <translation>No se puede leer el archivo de configuración. Compruebe su ruta y sus permisos.</translation>
    </message>
    <message>
        <source>The configuration file is too large or deep. That can&apos;t be the right file.</source>
        <translation>El archivo de configuración es demasiado grande o profundo. No puede ser el archivo correcto.</translation>
    </message>
    <message>
        <source>The command line isn&apos;t understood. Run with --help to see the options.</source>
        <translation>No se entiende la línea de órdenes. Ejecute con --help para ver las opciones.</translation>
    </message>
    <message>
        <source>The folder for the data can&apos;t be written. Check its rights, or name a database with --database.</source>
        <translation>No se puede escribir en la carpeta de datos. Compruebe sus permisos o indique una base de datos con --database.</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t hold this decision. Ask somebody whose role does.</source>
        <translation>Su rol no incluye esta decisión. Pida a alguien cuyo rol la incluya.</translation>
    </message>
    <message>
        <source>You no longer hold the role that this needs. Ask an administrator.</source>
        <translation>Ya no tiene el rol que esto requiere. Pídalo a un administrador.</translation>
    </message>
    <message>
        <source>Too many of your decisions wait for the engine. Take some back, or wait until it has answered.</source>
        <translation>Demasiadas decisiones suyas esperan al motor. Anule algunas o espere a que responda.</translation>
    </message>
    <message>
        <source>No engine took this in time, and none will any more. Nothing was changed; ask again once an engine runs.</source>
        <translation>Ningún motor lo tomó a tiempo, y ya no lo hará ninguno. No se ha modificado nada; solicítelo de nuevo cuando haya un motor en marcha.</translation>
    </message>
    <message>
        <source>Taken back before the engine took it. Nothing was changed.</source>
        <translation>Anulado antes de que el motor lo tomara. No se ha modificado nada.</translation>
    </message>
    <message>
        <source>Somebody else asked for this, so only he can take it back.</source>
        <translation>Lo solicitó otra persona, así que solo esa persona puede anularlo.</translation>
    </message>
    <message>
        <source>This was asked for with other words already. Close the window and start anew.</source>
        <translation>Esto ya se solicitó con otras palabras. Cierre la ventana y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The engine didn&apos;t understand the request. Nothing was changed; show the log to an engineer.</source>
        <translation>El motor no ha entendido la solicitud. No se ha modificado nada; muestre el registro a un ingeniero.</translation>
    </message>
    <message>
        <source>That is too much text. Shorten it and try again.</source>
        <translation>Es demasiado texto. Acórtelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The text holds characters that can&apos;t be kept. Type it again without them.</source>
        <translation>El texto contiene caracteres que no se pueden guardar. Escríbalo de nuevo sin ellos.</translation>
    </message>
    <message>
        <source>The engine ended while it worked on this. Look at what stands now, then ask again.</source>
        <translation>El motor terminó mientras trabajaba en esto. Mire cómo ha quedado y solicítelo de nuevo.</translation>
    </message>
    <message>
        <source>This engine can&apos;t do that. Ask an engineer which one can.</source>
        <translation>Este motor no puede hacerlo. Pregunte a un ingeniero cuál puede.</translation>
    </message>
    <message>
        <source>Tieout can&apos;t do this yet.</source>
        <translation>Tieout todavía no puede hacerlo.</translation>
    </message>
    <message>
        <source>The payment changed at the same moment. Look at it again, then repeat your step.</source>
        <translation>El pago cambió en el mismo momento. Vuelva a mirarlo y repita su paso.</translation>
    </message>
    <message>
        <source>Somebody was first: the payment changed since you opened this. Look at it as it is now, and decide again if it is still right.</source>
        <translation>Alguien se adelantó: el pago ha cambiado desde que abrió esto. Mírelo como está ahora y decida de nuevo si sigue siendo correcto.</translation>
    </message>
    <message>
        <source>Somebody was first: the case changed since you opened this. Look at it as it is now.</source>
        <translation>Alguien se adelantó: el caso ha cambiado desde que abrió esto. Mírelo como está ahora.</translation>
    </message>
    <message>
        <source>The payment is closed already: cancelled, or refunded in full.</source>
        <translation>El pago ya está cerrado: cancelado o reembolsado por completo.</translation>
    </message>
    <message>
        <source>Money was seen for this payment, so it can&apos;t be cancelled. Hold it, or resolve its case.</source>
        <translation>Ya se vio dinero de este pago, así que no se puede cancelar. Reténgalo o resuelva su caso.</translation>
    </message>
    <message>
        <source>Money of this payment waits for a decision. Resolve its case first.</source>
        <translation>Hay dinero de este pago que espera una decisión. Resuelva antes su caso.</translation>
    </message>
    <message>
        <source>The payment is paid and released: nothing is left to ask for.</source>
        <translation>El pago está pagado y liberado: no queda nada que pedir.</translation>
    </message>
    <message>
        <source>A hold of this kind is open already. Release it first.</source>
        <translation>Ya hay abierta una retención de este tipo. Levántela primero.</translation>
    </message>
    <message>
        <source>Holds of this kind belong to another role: screening to compliance, finance to finance, a stopped corridor to treasury.</source>
        <translation>Las retenciones de este tipo corresponden a otro rol: las de cribado a cumplimiento, las de finanzas a finanzas, las de corredor detenido a tesorería.</translation>
    </message>
    <message>
        <source>Cases of this kind are decided by another role: the case names its owner.</source>
        <translation>Los casos de este tipo los decide otro rol: el caso indica su responsable.</translation>
    </message>
    <message>
        <source>This hold was released by somebody else.</source>
        <translation>Otra persona levantó esta retención.</translation>
    </message>
    <message>
        <source>This hold ends by itself, with the refund that it belongs to.</source>
        <translation>Esta retención termina por sí sola, con el reembolso al que pertenece.</translation>
    </message>
    <message>
        <source>No hold is open.</source>
        <translation>No hay ninguna retención abierta.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>No hay ningún caso abierto.</translation>
    </message>
    <message>
        <source>Choose one of the two decisions.</source>
        <translation>Elija una de las dos decisiones.</translation>
    </message>
    <message>
        <source>Choose the transfer that belongs to this payment.</source>
        <translation>Elija la transferencia que corresponde a este pago.</translation>
    </message>
    <message>
        <source>A case of this kind can&apos;t end this way.</source>
        <translation>Un caso de este tipo no puede terminar así.</translation>
    </message>
    <message>
        <source>Accepting means saying which payment the money belongs to: use Link transfer.</source>
        <translation>Aceptar significa decir a qué pago corresponde el dinero: use Vincular.</translation>
    </message>
    <message>
        <source>This means sending money back, and refunds can&apos;t be made here yet.</source>
        <translation>Esto significa devolver dinero, y aquí todavía no se pueden hacer reembolsos.</translation>
    </message>
    <message>
        <source>What opened the case is still so, so the word alone can&apos;t end it. Change the fact first.</source>
        <translation>Lo que abrió el caso sigue siendo así, de modo que la palabra sola no puede cerrarlo. Cambie antes el hecho.</translation>
    </message>
    <message>
        <source>This case isn&apos;t in the database. Read the list again.</source>
        <translation>Este caso no está en la base de datos. Lea la lista de nuevo.</translation>
    </message>
    <message>
        <source>No transfer of this chain transaction was seen in a block on this rail. Check the hash and the network; if it is new, wait for the next block.</source>
        <translation>No se ha visto en ningún bloque de este riel una transferencia de esta transacción de la cadena. Compruebe el hash y la red; si es nueva, espere al bloque siguiente.</translation>
    </message>
    <message>
        <source>This money belongs to another payment already.</source>
        <translation>Este dinero ya corresponde a otro pago.</translation>
    </message>
    <message>
        <source>This transfer moved nothing, so there is nothing to link.</source>
        <translation>Esta transferencia no movió nada, así que no hay nada que vincular.</translation>
    </message>
    <message>
        <source>This money came on another network than the payment&apos;s.</source>
        <translation>Este dinero llegó por una red distinta de la del pago.</translation>
    </message>
    <message>
        <source>A hash has 64 digits from 0 to 9 and a to f, with or without 0x before them.</source>
        <translation>Un hash tiene 64 dígitos de 0 a 9 y de a a f, con o sin 0x delante.</translation>
    </message>
    <message>
        <source>This merchant isn&apos;t in the database.</source>
        <translation>Este comercio no está en la base de datos.</translation>
    </message>
    <message>
        <source>Choose the merchant.</source>
        <translation>Elija el comercio.</translation>
    </message>
    <message>
        <source>No corridor is enabled for this merchant. Treasury enables corridors.</source>
        <translation>No hay ningún corredor habilitado para este comercio. Tesorería habilita los corredores.</translation>
    </message>
    <message>
        <source>This corridor isn&apos;t in the database.</source>
        <translation>Este corredor no está en la base de datos.</translation>
    </message>
    <message>
        <source>This corridor isn&apos;t enabled for this merchant. Treasury enables corridors.</source>
        <translation>Este corredor no está habilitado para este comercio. Tesorería habilita los corredores.</translation>
    </message>
    <message>
        <source>This corridor is a draft; nothing may be created on it yet.</source>
        <translation>Este corredor es un borrador; todavía no se puede crear nada en él.</translation>
    </message>
    <message>
        <source>This corridor is for the sandbox only.</source>
        <translation>Este corredor es solo para el entorno de pruebas.</translation>
    </message>
    <message>
        <source>This corridor takes no new payments at the moment. Choose another one.</source>
        <translation>Este corredor no admite pagos nuevos por el momento. Elija otro.</translation>
    </message>
    <message>
        <source>This corridor is stopped. Choose another one, or ask treasury.</source>
        <translation>Este corredor está detenido. Elija otro o consulte a tesorería.</translation>
    </message>
    <message>
        <source>This corridor is retired. Choose another one.</source>
        <translation>Este corredor está dado de baja. Elija otro.</translation>
    </message>
    <message>
        <source>The corridor moved to another rail since the payment was made. Create a new payment instead.</source>
        <translation>El corredor pasó a otro riel desde que se creó el pago. Cree un pago nuevo en su lugar.</translation>
    </message>
    <message>
        <source>The rail of this corridor isn&apos;t set up. Ask an engineer.</source>
        <translation>El riel de este corredor no está configurado. Consulte a un ingeniero.</translation>
    </message>
    <message>
        <source>Type an amount such as 1234.50: digits, and a point before the decimals.</source>
        <translation>Escriba un importe como 1234.50: dígitos, y un punto antes de los decimales.</translation>
    </message>
    <message>
        <source>The token has fewer decimals than that.</source>
        <translation>El token tiene menos decimales.</translation>
    </message>
    <message>
        <source>The amount is too large to be kept.</source>
        <translation>El importe es demasiado grande para guardarlo.</translation>
    </message>
    <message>
        <source>The amount has other decimals than the corridor&apos;s token.</source>
        <translation>El importe tiene otros decimales que el token del corredor.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>El importe debe ser mayor que cero.</translation>
    </message>
    <message>
        <source>The amount is below the corridor&apos;s minimum.</source>
        <translation>El importe es inferior al mínimo del corredor.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Es obligatorio.</translation>
    </message>
    <message>
        <source>Say why; the journal keeps it.</source>
        <translation>Indique el motivo; el diario lo conserva.</translation>
    </message>
    <message>
        <source>This is longer than can be kept. Shorten it.</source>
        <translation>Es más largo de lo que se puede guardar. Acórtelo.</translation>
    </message>
    <message>
        <source>This holds characters that can&apos;t be kept. Type it again without them.</source>
        <translation>Contiene caracteres que no se pueden guardar. Escríbalo de nuevo sin ellos.</translation>
    </message>
    <message>
        <source>Type a time such as 30m, 24h or 7d.</source>
        <translation>Escriba un tiempo como 30m, 24h o 7d.</translation>
    </message>
    <message>
        <source>The time must be from one second to 90 days.</source>
        <translation>El tiempo debe ser de un segundo a 90 días.</translation>
    </message>
    <message>
        <source>Reading the corridors…</source>
        <translation>Leyendo los corredores…</translation>
    </message>
    <message>
        <source>Another payment has this key already.</source>
        <translation>Otro pago ya tiene esta clave.</translation>
    </message>
    <message>
        <source>The watcher hasn&apos;t acknowledged enough addresses yet, and none is handed out that nobody watches. Try again in a moment.</source>
        <translation>El vigilante todavía no ha confirmado suficientes direcciones, y no se entrega ninguna que nadie vigile. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The account key of this corridor isn&apos;t set up. Ask an engineer.</source>
        <translation>La clave de cuenta de este corredor no está configurada. Consulte a un ingeniero.</translation>
    </message>
    <message>
        <source>The address isn&apos;t the one that the corridor gives, so it isn&apos;t shown. Tell an engineer at once; nobody may pay to it.</source>
        <translation>La dirección no es la que da el corredor, así que no se muestra. Avise de inmediato a un ingeniero; nadie debe pagar a ella.</translation>
    </message>
    <message>
        <source>That isn&apos;t there any more. Read the list again.</source>
        <translation>Eso ya no existe. Lea la lista de nuevo.</translation>
    </message>
    <message>
        <source>Somebody else was first. Look at what changed before you go on.</source>
        <translation>Alguien se adelantó. Mire qué ha cambiado antes de continuar.</translation>
    </message>
    <message>
        <source>That can&apos;t be accepted. Correct it and try again.</source>
        <translation>No se puede aceptar. Corríjalo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t allow this. Ask somebody who holds the right one.</source>
        <translation>Su rol no lo permite. Pida a alguien que tenga el rol adecuado.</translation>
    </message>
    <message>
        <source>No answer at the moment. Try again shortly.</source>
        <translation>Sin respuesta por el momento. Inténtelo de nuevo en breve.</translation>
    </message>
    <message>
        <source>The data is not as it must be. Stop here and show the log to an engineer.</source>
        <translation>Los datos no son como deben ser. Deténgase aquí y muestre el registro a un ingeniero.</translation>
    </message>
    <message>
        <source>That was cancelled. Nothing was changed.</source>
        <translation>Se ha cancelado. No se ha modificado nada.</translation>
    </message>
    <message>
        <source>The program met a fault of its own. Nothing was changed; the log has the details.</source>
        <translation>El programa ha tenido un fallo propio. No se ha modificado nada; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A sentence, then the machine&apos;s word for the reason.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You have a saved view of this name already. Choose another.</source>
        <translation>Ya tiene una vista guardada con este nombre. Elija otro.</translation>
    </message>
    <message>
        <source>The saved view has been changed meanwhile. Look at it as it is now.</source>
        <translation>La vista guardada ha cambiado entretanto. Mírela como está ahora.</translation>
    </message>
    <message>
        <source>The saved view has been deleted meanwhile.</source>
        <translation>La vista guardada se ha eliminado entretanto.</translation>
    </message>
    <message>
        <source>Only its owner can change this view. Save it as your own.</source>
        <translation>Solo su dueño puede cambiar esta vista. Guárdela como propia.</translation>
    </message>
    <message>
        <source>This view is too large to be saved. Shorten its filter.</source>
        <translation>Esta vista es demasiado grande para guardarla. Acorte su filtro.</translation>
    </message>
    <message>
        <source>Choose a case.</source>
        <translation>Elija un caso.</translation>
    </message>
    <message>
        <source>Choose a hold.</source>
        <translation>Elija una retención.</translation>
    </message>
    <message>
        <source>Money of this payment was reorganised away and may come back. Resolve that case first.</source>
        <translation>Una reorganización se llevó dinero de este pago y puede volver. Resuelva primero ese caso.</translation>
    </message>
    <message>
        <source>This is a move of our own money, from one of our addresses: it is no income.</source>
        <translation>Es un movimiento de nuestro propio dinero, desde una de nuestras direcciones: no es un ingreso.</translation>
    </message>
    <message>
        <source>These blocks lie before the first one that was ever read. To begin earlier, set start_block in the configuration and start the engine again; nothing is confirmed until all of it is read.</source>
        <translation>Estos bloques son anteriores al primero que se leyó. Para empezar antes, ponga start_block en la configuración y reinicie el motor; nada se confirma hasta que todo se haya leído.</translation>
    </message>
    <message>
        <source>Only scheme, host and port may stand in an address that is tested: a key in it would be kept for ever. Put the address into the configuration and test that source by its name.</source>
        <translation>En una dirección que se prueba solo pueden figurar esquema, servidor y puerto: una clave en ella se conservaría para siempre. Ponga la dirección en la configuración y pruebe esa fuente por su nombre.</translation>
    </message>
    <message>
        <source>The money isn&apos;t confirmed yet and may still be reorganised away. Give it away once it is confirmed.</source>
        <translation>El dinero aún no está confirmado y una reorganización todavía podría retirarlo. Entréguelo cuando esté confirmado.</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>Displayed status</source>
        <translation>Estado mostrado</translation>
    </message>
    <message>
        <source>A label it carries, or none</source>
        <translation>Una etiqueta que lleva, o ninguna</translation>
    </message>
    <message>
        <source>Code of an open case; yes: any, no: none open</source>
        <translation>Código de un caso abierto; yes: cualquiera, no: ninguno abierto</translation>
    </message>
    <message>
        <source>Kind of an open hold; yes: any, no: none open</source>
        <translation>Tipo de una retención abierta; yes: cualquiera, no: ninguna abierta</translation>
    </message>
    <message>
        <source>Amount verdict</source>
        <translation>Veredicto del importe</translation>
    </message>
    <message>
        <source>State of the detection track</source>
        <translation>Estado de la pista de detección</translation>
    </message>
    <message>
        <source>State of the confirmation track</source>
        <translation>Estado de la pista de confirmación</translation>
    </message>
    <message>
        <source>State of the recognition track</source>
        <translation>Estado de la pista de reconocimiento</translation>
    </message>
    <message>
        <source>Whether fulfilment was released or recalled</source>
        <translation>Si la entrega se liberó o se revocó</translation>
    </message>
    <message>
        <source>Name of the rail</source>
        <translation>Nombre del riel</translation>
    </message>
    <message>
        <source>Name of the corridor</source>
        <translation>Nombre del corredor</translation>
    </message>
    <message>
        <source>Symbol of the token</source>
        <translation>Símbolo del token</translation>
    </message>
    <message>
        <source>Name or id of the merchant</source>
        <translation>Nombre o identificador del comercio</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Importe debido</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>Importe recibido</translation>
    </message>
    <message>
        <source>Amount confirmed</source>
        <translation>Importe confirmado</translation>
    </message>
    <message>
        <source>Amount that is still missing</source>
        <translation>Importe que aún falta</translation>
    </message>
    <message>
        <source>Blocks on the deciding transfer, itself included</source>
        <translation>Bloques sobre la transferencia decisiva, incluido el suyo</translation>
    </message>
    <message>
        <source>Time since it was created</source>
        <translation>Tiempo desde que se creó</translation>
    </message>
    <message>
        <source>When it was created (UTC)</source>
        <translation>Cuándo se creó (UTC)</translation>
    </message>
    <message>
        <source>Its deadline (UTC)</source>
        <translation>Su fecha límite (UTC)</translation>
    </message>
    <message>
        <source>When what is shown of it last changed (UTC)</source>
        <translation>Cuándo cambió por última vez lo que se muestra de él (UTC)</translation>
    </message>
    <message>
        <source>When it was confirmed (UTC)</source>
        <translation>Cuándo se confirmó (UTC)</translation>
    </message>
    <message>
        <source>When it became final (UTC)</source>
        <translation>Cuándo pasó a ser definitivo (UTC)</translation>
    </message>
    <message>
        <source>When fulfilment was released (UTC)</source>
        <translation>Cuándo se liberó la entrega (UTC)</translation>
    </message>
    <message>
        <source>Order reference</source>
        <translation>Referencia del pedido</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Payment id</source>
        <translation>Identificador del pago</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>Identificador de correlación</translation>
    </message>
    <message>
        <source>Address where its money is expected</source>
        <translation>Dirección en la que se espera su dinero</translation>
    </message>
    <message>
        <source>Hash of a transaction that pays it</source>
        <translation>Hash de una transacción que lo paga</translation>
    </message>
    <message>
        <source>Severity of an open case: 1 stops money now, 4 only informs</source>
        <translation>Gravedad de un caso abierto: 1 detiene el dinero ya, 4 solo informa</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Already open in another window</source>
        <translation>Ya está abierto en otra ventana</translation>
    </message>
    <message>
        <source>Made by a newer version of Tieout</source>
        <translation>Creada con una versión más reciente de Tieout</translation>
    </message>
    <message>
        <source>Made by an older version of Tieout</source>
        <translation>Creada con una versión anterior de Tieout</translation>
    </message>
    <message>
        <source>This database is empty</source>
        <translation>Esta base de datos está vacía</translation>
    </message>
    <message>
        <source>This is no database of Tieout</source>
        <translation>No es una base de datos de Tieout</translation>
    </message>
    <message>
        <source>Made by another build of Tieout</source>
        <translation>Creada con otra compilación de Tieout</translation>
    </message>
    <message>
        <source>Sandbox and production never mix</source>
        <translation>Las pruebas y la producción nunca se mezclan</translation>
    </message>
    <message>
        <source>Neither sandbox nor production</source>
        <translation>Ni de pruebas ni de producción</translation>
    </message>
    <message>
        <source>The login was refused</source>
        <translation>Se rechazó el inicio de sesión</translation>
    </message>
    <message>
        <source>The database doesn&apos;t answer</source>
        <translation>La base de datos no responde</translation>
    </message>
    <message>
        <source>Another program holds this file</source>
        <translation>Otro programa retiene este archivo</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>El archivo está dañado</translation>
    </message>
    <message>
        <source>The file can&apos;t be written</source>
        <translation>No se puede escribir el archivo</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written</source>
        <translation>No se puede escribir en la carpeta</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The database can&apos;t be opened</source>
        <translation>No se puede abrir la base de datos</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Find payments</source>
        <translation>Buscar pagos</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Cambiar entre claro y oscuro</translation>
    </message>
    <message>
        <source>Switch between comfortable and compact rows</source>
        <translation>Cambiar entre filas cómodas y compactas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Select more rows</source>
        <translation>Seleccionar más filas</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copiar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>En las listas</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>Nuevo pago</translation>
    </message>
    <message>
        <source>Export payments</source>
        <translation>Exportar pagos</translation>
    </message>
    <message>
        <source>Copy the current cell</source>
        <translation>Copiar la celda actual</translation>
    </message>
    <message>
        <source>What can be copied of the row</source>
        <translation>Lo que se puede copiar de la fila</translation>
    </message>
    <message>
        <source>Back from a rail to the overview</source>
        <translation>Volver de un riel al resumen</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON sin procesar</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copiar el identificador</translation>
    </message>
    <message>
        <source>Copy the address to pay to</source>
        <translation>Copiar la dirección a la que pagar</translation>
    </message>
    <message>
        <source>Copy the transaction&apos;s hash</source>
        <translation>Copiar el hash de la transacción</translation>
    </message>
    <message>
        <source>Copy as ticket</source>
        <translation>Copiar como tique</translation>
    </message>
    <message>
        <source>QR code, large or small</source>
        <translation>Código QR, grande o pequeño</translation>
    </message>
    <message>
        <source>Open in the explorer</source>
        <translation>Abrir en el explorador</translation>
    </message>
    <message>
        <source>On the payment</source>
        <translation>En el pago</translation>
    </message>
</context>
<context>
    <name>tieout::AppearanceSettings</name>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Rows of long tables</source>
        <translation>Filas de las tablas largas</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Cómodas</translation>
    </message>
    <message>
        <source>Compact: more rows on the screen</source>
        <translation>Compactas: más filas en la pantalla</translation>
    </message>
    <message>
        <source>Light and dark apply at once. “System” follows the desktop: at once where it announces a change, otherwise at the next start.</source>
        <translation>Claro y oscuro se aplican al momento. «Sistema» sigue al escritorio: al momento si este anuncia el cambio y, si no, en el siguiente inicio.</translation>
    </message>
</context>
<context>
    <name>tieout::BackfillCard</name>
    <message numerus="yes">
        <source>reading, %n block(s) done</source>
        <extracomment>Of a reading again: how many blocks are done.</extracomment>
        <translation>
            <numerusform>leyendo, %n bloque hecho</numerusform>
            <numerusform>leyendo, %n bloques hechos</numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation>leídos</translation>
    </message>
    <message>
        <source>failed at block %1</source>
        <translation>falló en el bloque %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>asked for by %1, %2 UTC</source>
        <extracomment>A person, then a time.</extracomment>
        <translation>solicitado por %1, %2 UTC</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>Relectura</translation>
    </message>
    <message>
        <source>&amp;Read these blocks again</source>
        <translation>&amp;Leer estos bloques de nuevo</translation>
    </message>
    <message>
        <source>Progress of the backfill</source>
        <translation>Progreso de la relectura</translation>
    </message>
    <message>
        <source>Backfills of this rail</source>
        <translation>Relecturas de este riel</translation>
    </message>
    <message>
        <source>The engine reads the blocks once more and records what it finds; what is known already changes nothing.</source>
        <translation>El motor vuelve a leer los bloques y registra lo que encuentra; lo que ya se conoce no cambia nada.</translation>
    </message>
    <message>
        <source>&amp;From block</source>
        <translation>&amp;Desde el bloque</translation>
    </message>
    <message>
        <source>&amp;To block</source>
        <translation>&amp;Hasta el bloque</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>Moti&amp;vo</translation>
    </message>
    <message>
        <source>Block %1 was read last</source>
        <translation>El último bloque leído es el %1</translation>
    </message>
    <message>
        <source>Write the number of a block</source>
        <translation>Escriba el número de un bloque</translation>
    </message>
    <message>
        <source>The last block is below the first</source>
        <translation>El último bloque es anterior al primero</translation>
    </message>
    <message>
        <source>Block %1 was read last; beyond it there is nothing to read again</source>
        <translation>El último bloque leído es el %1; más allá no hay nada que releer</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 blocks</source>
        <extracomment>Blocks that are read, of all that are asked for.</extracomment>
        <translation>Leyendo: %1 de %2 bloques</translation>
    </message>
    <message>
        <source>Block %1 was read first</source>
        <translation>El bloque %1 fue el primero en leerse</translation>
    </message>
</context>
<context>
    <name>tieout::CancelPaymentDialog</name>
    <message>
        <source>Why nobody waits for this money any more</source>
        <translation>Por qué ya nadie espera este dinero</translation>
    </message>
    <message>
        <source>&amp;Cancel the payment</source>
        <translation>&amp;Cancelar el pago</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>Cancelar el pago</translation>
    </message>
    <message>
        <source>This is final: a cancelled payment can&apos;t be opened again. Its address stays watched, and money that still comes opens a case.</source>
        <translation>Esto es definitivo: un pago cancelado no se puede volver a abrir. Su dirección sigue vigilada, y el dinero que aún llegue abre un caso.</translation>
    </message>
</context>
<context>
    <name>tieout::Chart</name>
    <message>
        <source>Copy as &amp;image</source>
        <translation>Copiar como &amp;imagen</translation>
    </message>
    <message>
        <source>Copy figures as &amp;CSV</source>
        <translation>Copiar las cifras como &amp;CSV</translation>
    </message>
</context>
<context>
    <name>tieout::CloseNotice</name>
    <message>
        <source>Close before the database has answered?</source>
        <translation>¿Cerrar antes de que la base de datos responda?</translation>
    </message>
    <message>
        <source>&amp;Keep the window</source>
        <translation>&amp;Mantener la ventana</translation>
    </message>
    <message>
        <source>&amp;Close anyway</source>
        <translation>&amp;Cerrar de todos modos</translation>
    </message>
    <message>
        <source>This window alone keeps what is named below, and sends it again as soon as the database answers. Closed now, what has not arrived is lost, and nobody decides it.</source>
        <translation>Solo esta ventana conserva lo que se nombra abajo y lo envía de nuevo en cuanto la base de datos responda. Si se cierra ahora, lo que no haya llegado se pierde y nadie lo decide.</translation>
    </message>
</context>
<context>
    <name>tieout::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>¿Qué está buscando?</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Coincidencias</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>No hay coincidencias.</translation>
    </message>
    <message>
        <source>↑ ↓ to move   ·   Enter to choose   ·   Esc to close</source>
        <translation>↑ ↓ para moverse   ·   Intro para elegir   ·   Esc para cerrar</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Search the payments for “%1”</source>
        <translation>Buscar «%1» en los pagos</translation>
    </message>
    <message>
        <source>Page, view, action, payment id, order, address or transaction</source>
        <translation>Página, vista, acción, id. de pago, pedido, dirección o transacción</translation>
    </message>
    <message>
        <source>Saved view of payments</source>
        <translation>Vista guardada de pagos</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionBanner</name>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>No answer from the database since %1 UTC</source>
        <translation>Sin respuesta de la base de datos desde %1 UTC</translation>
    </message>
    <message>
        <source>The database can&apos;t be read</source>
        <translation>No se puede leer la base de datos</translation>
    </message>
    <message>
        <source>%1 What is on screen is from before.</source>
        <translation>%1 Lo que hay en pantalla es de antes.</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionSettings</name>
    <message>
        <source>Open in this window</source>
        <translation>Abrir en esta ventana</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Abiertas antes</translation>
    </message>
    <message>
        <source>Opening another one closes this window in order first. Passwords are never kept; the login&apos;s is asked for again.</source>
        <translation>Al abrir otra, esta ventana se cierra antes de forma ordenada. Las contraseñas nunca se guardan; la del usuario se pide de nuevo.</translation>
    </message>
    <message>
        <source>Open another database…</source>
        <translation>Abrir otra base de datos…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Acting as</source>
        <translation>Actúa como</translation>
    </message>
    <message>
        <source>a socket of this machine</source>
        <translation>un socket de esta máquina</translation>
    </message>
    <message>
        <source>libpq&apos;s default (prefer)</source>
        <translation>el predeterminado de libpq (prefer)</translation>
    </message>
    <message>
        <source>TLS mode</source>
        <translation>Modo TLS</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún no leído</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>%1, term %2</source>
        <translation>%1, mandato %2</translation>
    </message>
    <message>
        <source>none works on it now</source>
        <translation>ninguno trabaja con ella ahora</translation>
    </message>
    <message>
        <source>Is open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>It is open in this window</source>
        <translation>Está abierta en esta ventana</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Forget it; the database itself stays</source>
        <translation>Olvidarla; la base de datos en sí se conserva</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
    <message>
        <source>Nothing yet: this window was opened directly.</source>
        <translation>Nada todavía: esta ventana se abrió directamente.</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionView</name>
    <message>
        <source>A file of this machine: nothing travels</source>
        <translation>Un archivo de esta máquina: nada viaja</translation>
    </message>
    <message>
        <source>A socket of this machine: nothing travels</source>
        <translation>Un socket de esta máquina: nada viaja</translation>
    </message>
    <message>
        <source>None: passwords and amounts cross the network in clear</source>
        <translation>Ninguna: contraseñas e importes cruzan la red sin cifrar</translation>
    </message>
    <message>
        <source>%1, but the server&apos;s name isn&apos;t checked</source>
        <translation>%1, pero no se comprueba el nombre del servidor</translation>
    </message>
    <message>
        <source>%1, and the server&apos;s name is checked</source>
        <translation>%1, y se comprueba el nombre del servidor</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connected, but it can&apos;t be used yet</source>
        <translation>Conectado, pero todavía no se puede usar</translation>
    </message>
    <message>
        <source>Connected as a superuser</source>
        <translation>Conectado como superusuario</translation>
    </message>
    <message>
        <source>Such a login acts for nobody, so the console would only look on. Use a login that an administrator made with: tieoutd user add</source>
        <translation>Un usuario así no actúa por nadie, de modo que la consola solo miraría. Use un usuario que un administrador haya creado con: tieoutd user add</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>This console can work with the database.</source>
        <translation>Esta consola puede trabajar con la base de datos.</translation>
    </message>
    <message>
        <source>The connection is not fully protected</source>
        <translation>La conexión no está protegida por completo</translation>
    </message>
    <message>
        <source>Choose “verify the server” unless both ends stand in one trusted network.</source>
        <translation>Elija «verificar el servidor», salvo que ambos extremos estén en una misma red de confianza.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>May act as</source>
        <translation>Puede actuar como</translation>
    </message>
    <message>
        <source>nobody: this login can only look</source>
        <translation>nadie: este usuario solo puede mirar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>version %1, this program works with %2</source>
        <translation>versión %1, este programa trabaja con la %2</translation>
    </message>
</context>
<context>
    <name>tieout::CoverageBar</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>The first and the last block of a range.</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n block(s)</source>
        <extracomment>A range of blocks, then how many there are.</extracomment>
        <translation>
            <numerusform>%1 · %n bloque</numerusform>
            <numerusform>%1 · %n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks that were read</source>
        <translation>Bloques que se han leído</translation>
    </message>
    <message>
        <source>Watched: %1</source>
        <translation>Vigilado: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n hueco</numerusform>
            <numerusform>%n huecos</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>vigilado</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>Hueco: %1</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>hueco</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún no leído</translation>
    </message>
    <message>
        <source>head %1</source>
        <extracomment>The newest block of a chain, below the end of a bar.</extracomment>
        <translation>último bloque %1</translation>
    </message>
</context>
<context>
    <name>tieout::CoverageCard</name>
    <message>
        <source>all tokens at watched addresses</source>
        <translation>todos los tokens en direcciones vigiladas</translation>
    </message>
    <message>
        <source>listed tokens only</source>
        <translation>solo los tokens de la lista</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Hueco</translation>
    </message>
    <message>
        <source>Backfill…</source>
        <translation>Rellenar…</translation>
    </message>
    <message>
        <source>Backfill the gap %1</source>
        <translation>Rellenar el hueco %1</translation>
    </message>
    <message>
        <source>Every block from %1 to %2 was read.</source>
        <translation>Se leyeron todos los bloques del %1 al %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are missing; the first %1 gaps:</source>
        <translation>
            <numerusform>Falta %n bloque; los primeros %1 huecos:</numerusform>
            <numerusform>Faltan %n bloques; los primeros %1 huecos:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are missing. Nothing is promoted until they are read.</source>
        <translation>
            <numerusform>Falta %n bloque. No se promociona nada hasta que se lea.</numerusform>
            <numerusform>Faltan %n bloques. No se promociona nada hasta que se lean.</numerusform>
        </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Watched set</source>
        <translation>Conjunto vigilado</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leídos</translation>
    </message>
    <message>
        <source>Read twice</source>
        <translation>Leídos dos veces</translation>
    </message>
    <message>
        <source>Last read (UTC)</source>
        <translation>Última lectura (UTC)</translation>
    </message>
    <message>
        <source>version %1</source>
        <extracomment>The version of the set of addresses that was looked for.</extracomment>
        <translation>versión %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>No block of this rail was read yet. The engine begins at its head, or at the first block that its configuration names.</source>
        <translation>Todavía no se ha leído ningún bloque de este riel. El motor empieza en el último bloque, o en el primero que indique su configuración.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks read</source>
        <extracomment>Blocks that were read, out of all from the first that is watched to the head.</extracomment>
        <translation>%1 de %2 bloques leídos</translation>
    </message>
</context>
<context>
    <name>tieout::CreatePaymentDialog</name>
    <message>
        <source>New payment</source>
        <translation>Nuevo pago</translation>
    </message>
    <message>
        <source>An amount that somebody is expected to pay on one corridor.</source>
        <translation>Un importe que se espera que alguien pague por un corredor.</translation>
    </message>
    <message>
        <source>Its terms are final once it is created: the amount, the corridor and its rules are pinned.</source>
        <translation>Sus condiciones son definitivas una vez creado: el importe, el corredor y sus reglas quedan fijados.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Crear</translation>
    </message>
    <message>
        <source>&amp;Merchant</source>
        <translation>Co&amp;mercio</translation>
    </message>
    <message>
        <source>C&amp;orridor</source>
        <translation>C&amp;orredor</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Importe</translation>
    </message>
    <message>
        <source>O&amp;rder reference</source>
        <translation>&amp;Referencia del pedido</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>C&amp;liente</translation>
    </message>
    <message>
        <source>&amp;Expires in</source>
        <translation>Vence &amp;en</translation>
    </message>
    <message>
        <source>Such as 30m, 24h or 7d; empty: as the corridor says.</source>
        <translation>Por ejemplo 30m, 24h o 7d; vacío: lo que indique el corredor.</translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <extracomment>A corridor&apos;s name, its token and its rail.</extracomment>
        <translation>%1: %2 en %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: at least %2, up to %n decimal(s).</source>
        <extracomment>A token, an amount, a number of decimals.</extracomment>
        <translation>
            <numerusform>%1: al menos %2, hasta %n decimal.</numerusform>
            <numerusform>%1: al menos %2, hasta %n decimales.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment was created</source>
        <translation>El pago se ha creado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Pay to</source>
        <translation>Pagar a</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>Copiar la &amp;dirección</translation>
    </message>
    <message>
        <source>Copy the &amp;reference</source>
        <translation>Copiar la &amp;referencia</translation>
    </message>
</context>
<context>
    <name>tieout::DecidingRows</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What was asked for, then how it stands.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tieout::DecisionDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation>Moti&amp;vo</translation>
    </message>
    <message>
        <source>Stays in the journal for ever, with your name.</source>
        <translation>Queda en el diario para siempre, con su nombre.</translation>
    </message>
</context>
<context>
    <name>tieout::DecisionStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Anular</translation>
    </message>
    <message>
        <source>Nobody decides it any more; nothing will be changed</source>
        <translation>Ya nadie lo decide; no se modificará nada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A button, then what it is about.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Anular</translation>
    </message>
</context>
<context>
    <name>tieout::DeleteViewDialog</name>
    <message>
        <source>Delete the view “%1”</source>
        <extracomment>Who sees a view: only its owner, everyone, a class.</extracomment>
        <translation>Eliminar la vista «%1»</translation>
    </message>
    <message>
        <source>Seen by: %1</source>
        <translation>Visible para: %1</translation>
    </message>
    <message>
        <source>It is gone for everyone who uses it. No payment is changed.</source>
        <translation>Desaparece para todas las personas que la usan. No se modifica ningún pago.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
</context>
<context>
    <name>tieout::DepthList</name>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>Oldest case</source>
        <extracomment>Above ages: of the oldest of a queue.</extracomment>
        <translation>Caso más antiguo</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Más antiguo</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n fuera de plazo</numerusform>
            <numerusform>%n fuera de plazo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about no payment</source>
        <translation>
            <numerusform>%n sin pago</numerusform>
            <numerusform>%n sin pago</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1, oldest: %2</source>
        <extracomment>A queue, then the age of the oldest in it.</extracomment>
        <translation>%1, el más antiguo: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A queue, then how many payments are in it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tieout::EntryList</name>
    <message>
        <source>takes back: %1</source>
        <extracomment>An entry of a timeline that undoes another one, whose title is given.</extracomment>
        <translation>deshace: %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>tieout::EnvironmentStrip</name>
    <message>
        <source>SANDBOX</source>
        <translation>PRUEBAS</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <source>NO DATABASE</source>
        <translation>SIN BASE DE DATOS</translation>
    </message>
</context>
<context>
    <name>tieout::ExportDialog</name>
    <message>
        <source>Export payments</source>
        <translation>Exportar pagos</translation>
    </message>
    <message>
        <source>What the list shows now, into a file of its own.</source>
        <translation>Lo que muestra la lista ahora, en un archivo propio.</translation>
    </message>
    <message>
        <source>The file begins with its filter, the time in UTC, the number of its rows and a hash of them. Nothing in it can be taken for a formula.</source>
        <translation>El archivo empieza con su filtro, la hora en UTC, el número de filas y un hash de ellas. Nada en él se puede tomar por una fórmula.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Libro de Excel (XLSX)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>&amp;Replace the file that is there</source>
        <translation>&amp;Reemplazar el archivo existente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Payments</source>
        <extracomment>Of rows in a list that is still being counted.</extracomment>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>A number of columns, then their names.</extracomment>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>%1 as shown: %2</source>
        <translation>%1 como se muestran: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>none: all payments</source>
        <translation>ninguno: todos los pagos</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Text for spreadsheets and scripts, in UTF-8.</source>
        <translation>Texto para hojas de cálculo y scripts, en UTF-8.</translation>
    </message>
    <message>
        <source>For Excel and LibreOffice. Amounts keep every digit.</source>
        <translation>Para Excel y LibreOffice. Los importes conservan cada dígito.</translation>
    </message>
    <message>
        <source>For programs. Amounts are texts, so that none is rounded.</source>
        <translation>Para programas. Los importes son textos, para que ninguno se redondee.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
</context>
<context>
    <name>tieout::ExportStrip</name>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>Elegir otro &amp;archivo…</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>Abrir carpe&amp;ta</translation>
    </message>
    <message>
        <source>Copy has&amp;h</source>
        <translation>Copiar &amp;hash</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>%1 written</source>
        <extracomment>Rows of a file that are written, of all.</extracomment>
        <translation>%1 escritos</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>%1 de %2 escritos</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Rows that are written, then the time that is left.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Exporting payments to %1</source>
        <translation>Exportando pagos a %1</translation>
    </message>
    <message>
        <source>The export wasn&apos;t written</source>
        <translation>La exportación no se ha escrito</translation>
    </message>
    <message>
        <source>The export stopped after %1 of its rows</source>
        <translation>La exportación se detuvo tras %1 de sus filas</translation>
    </message>
    <message numerus="yes">
        <source>%1 payment(s) exported to %2</source>
        <extracomment>%1 is the number, grouped by threes, %2 a file; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 pago exportado a %2</numerusform>
            <numerusform>%1 pagos exportados a %2</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 · SHA-256 %2…</source>
        <extracomment>The folder of a file, and the first digits of its hash.</extracomment>
        <translation>En %1 · SHA-256 %2…</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>La exportación se ha cancelado</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>No se ha escrito ningún archivo.</translation>
    </message>
    <message>
        <source>%1 What is written is kept; go on, and the rest is added.</source>
        <extracomment>A sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>%1 Lo escrito se conserva; continúe y se añadirá el resto.</translation>
    </message>
    <message>
        <source>%1 written; the file is being put in its place</source>
        <extracomment>%1 is the number of rows.</extracomment>
        <translation>%1 escritos; el archivo se está colocando en su sitio</translation>
    </message>
    <message>
        <source>The file is being put in its place, and that can&apos;t be taken back</source>
        <translation>El archivo se está colocando en su sitio y eso no se puede deshacer</translation>
    </message>
</context>
<context>
    <name>tieout::FactGrid</name>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the name of a fact, such as &quot;Order&quot;.</extracomment>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>tieout::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation>Filtro en vigor</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Remove the condition %1</source>
        <translation>Eliminar la condición %1</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Eliminar esta condición</translation>
    </message>
</context>
<context>
    <name>tieout::FilterEdit</name>
    <message>
        <source>Filters used before</source>
        <translation>Filtros usados antes</translation>
    </message>
    <message>
        <source>Filters used before (↓ in the empty field)</source>
        <translation>Filtros usados antes (↓ en el campo vacío)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
</context>
<context>
    <name>tieout::FilterPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>↑ ↓ to move   ·   Tab to take   ·   Esc to close</source>
        <translation>↑ ↓ para moverse   ·   Tab para tomar   ·   Esc para cerrar</translation>
    </message>
</context>
<context>
    <name>tieout::FilterSuggestions</name>
    <message>
        <source>No filter has been used yet.</source>
        <translation>Todavía no se ha usado ningún filtro.</translation>
    </message>
</context>
<context>
    <name>tieout::Footer</name>
    <message>
        <source>engine running, term %1</source>
        <translation>motor en marcha, mandato %1</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>sin motor</translation>
    </message>
    <message>
        <source>no engine for %1</source>
        <translation>sin motor desde hace %1</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <extracomment>The time of day in UTC.</extracomment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Reading the state of the rails…</source>
        <translation>Leyendo el estado de los rieles…</translation>
    </message>
    <message>
        <source>No rail has been watched yet</source>
        <translation>Todavía no se ha vigilado ningún riel</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>%1
Held by %2</source>
        <translation>%1
Lo tiene %2</translation>
    </message>
    <message>
        <source>%1
What people decide waits until one works again</source>
        <translation>%1
Lo que las personas decidan espera hasta que vuelva a trabajar uno</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>database lost, reconnecting for %1</source>
        <translation>base de datos perdida, reconectando desde hace %1</translation>
    </message>
    <message>
        <source>database can&apos;t be read</source>
        <translation>no se puede leer la base de datos</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectada</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>The database answers</source>
        <translation>La base de datos responde</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>Esperando la primera respuesta</translation>
    </message>
</context>
<context>
    <name>tieout::HoldPaymentDialog</name>
    <message>
        <source>Operator: something has to be asked</source>
        <translation>Operador: hay que preguntar algo</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzas</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Cribado</translation>
    </message>
    <message>
        <source>&amp;Kind of hold</source>
        <translation>&amp;Tipo de retención</translation>
    </message>
    <message>
        <source>What has to be cleared up</source>
        <translation>Qué hay que aclarar</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Retener</translation>
    </message>
    <message>
        <source>Hold the payment</source>
        <translation>Retener el pago</translation>
    </message>
    <message>
        <source>This is final: that it was held, and why, stays in the journal. The payment is held until somebody releases it; money that comes is still counted.</source>
        <translation>Esto es definitivo: que se retuvo, y por qué, queda en el diario. El pago queda retenido hasta que alguien levante la retención; el dinero que llegue se sigue contando.</translation>
    </message>
</context>
<context>
    <name>tieout::IntakeList</name>
    <message>
        <source>Corridor</source>
        <translation>Corredor</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message numerus="yes">
        <source>%1, confirmed today: %n payment(s)</source>
        <translation>
            <numerusform>%1, confirmado hoy: %n pago</numerusform>
            <numerusform>%1, confirmados hoy: %n pagos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::LanguageSettings</name>
    <message>
        <source>Language of the console</source>
        <translation>Idioma de la consola</translation>
    </message>
    <message>
        <source>Used from the next start on, with the direction of its script. Journal, logs and stored values keep their words.</source>
        <translation>Se usa desde el siguiente inicio, con la dirección de su escritura. El diario, los registros y los valores guardados conservan sus palabras.</translation>
    </message>
    <message>
        <source>The system&apos;s language</source>
        <translation>El idioma del sistema</translation>
    </message>
    <message>
        <source>Close and start Tieout again to read it in this language.</source>
        <translation>Cierre Tieout y vuelva a iniciarlo para leerlo en este idioma.</translation>
    </message>
</context>
<context>
    <name>tieout::LinkTransferDialog</name>
    <message>
        <source>What shows that the money is meant for this payment</source>
        <translation>Qué demuestra que el dinero es para este pago</translation>
    </message>
    <message>
        <source>This is final: a transfer counts for one payment only.</source>
        <translation>Esto es definitivo: una transferencia cuenta para un solo pago.</translation>
    </message>
    <message>
        <source>&amp;Link to this payment</source>
        <translation>Vincular a este pa&amp;go</translation>
    </message>
    <message>
        <source>Transfers that belong to no payment</source>
        <translation>Transferencias que no corresponden a ningún pago</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Hora (UTC)</translation>
    </message>
    <message>
        <source>Why it is proposed</source>
        <translation>Por qué se propone</translation>
    </message>
    <message>
        <source>Or the hash of the chain transaction: 0x…</source>
        <translation>O el hash de la transacción de la cadena: 0x…</translation>
    </message>
    <message>
        <source>Hash of the chain transaction</source>
        <translation>Hash de la transacción de la cadena</translation>
    </message>
    <message>
        <source>The chosen transfer</source>
        <translation>La transferencia elegida</translation>
    </message>
    <message>
        <source>Link a transfer</source>
        <translation>Vincular una transferencia</translation>
    </message>
    <message>
        <source>No money came to %1 that belongs to no payment. If the customer has paid, ask for the hash of the chain transaction.</source>
        <translation>No ha llegado a %1 dinero que no corresponda a ningún pago. Si el cliente ha pagado, pídale el hash de la transacción de la cadena.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
</context>
<context>
    <name>tieout::MainWindow</name>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>Tieout</source>
        <extracomment>The title of the window: environment, database, program.</extracomment>
        <translation>Tieout</translation>
    </message>
    <message>
        <source>[%1] %2 – Tieout</source>
        <translation>[%1] %2 – Tieout</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>tieout::Navigation</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The name of an action and its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>tieout::NewRowsButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Orden cambiado</translation>
    </message>
    <message>
        <source>Show the new payments</source>
        <translation>Mostrar los pagos nuevos</translation>
    </message>
    <message>
        <source>Some payments changed their place: read the list again</source>
        <translation>Algunos pagos cambiaron de lugar: lea la lista de nuevo</translation>
    </message>
</context>
<context>
    <name>tieout::NotificationSettings</name>
    <message>
        <source>Desktop notifications</source>
        <translation>Notificaciones de escritorio</translation>
    </message>
    <message>
        <source>One message for each new case of severity 1, the kind that stops money. Nothing else makes noise.</source>
        <translation>Un mensaje por cada caso nuevo de gravedad 1, la que detiene dinero. Nada más hace ruido.</translation>
    </message>
    <message>
        <source>Tell me of cases of severity 1</source>
        <translation>Avisarme de los casos de gravedad 1</translation>
    </message>
    <message>
        <source>This desktop has no notification area, so that there is nowhere to tell it.</source>
        <translation>Este escritorio no tiene área de notificación, así que no hay dónde avisar.</translation>
    </message>
</context>
<context>
    <name>tieout::Notifier</name>
    <message>
        <source>Tieout: no open case of severity 1</source>
        <translation>Tieout: ningún caso abierto de gravedad 1</translation>
    </message>
    <message numerus="yes">
        <source>Tieout: %n open case(s) of severity 1</source>
        <translation>
            <numerusform>Tieout: %n caso abierto de gravedad 1</numerusform>
            <numerusform>Tieout: %n casos abiertos de gravedad 1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s) of severity 1</source>
        <translation>
            <numerusform>%n caso nuevo de gravedad 1</numerusform>
            <numerusform>%n casos nuevos de gravedad 1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first: %1, %2</source>
        <translation>El primero: %1, %2</translation>
    </message>
</context>
<context>
    <name>tieout::OverviewBoard</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n pago</numerusform>
            <numerusform>%n pagos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them for a mark of the chain</source>
        <translation>
            <numerusform>%n de ellos espera una marca de la cadena</numerusform>
            <numerusform>%n de ellos esperan una marca de la cadena</numerusform>
        </translation>
    </message>
    <message>
        <source>the last %1</source>
        <extracomment>A window of time that ends now, such as &quot;the last 5 h 12 m&quot;.</extracomment>
        <translation>últimas %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>How many were measured, and over how long: &quot;2 113 payments · 30 days&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Rails</source>
        <translation>Rieles</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Colas</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Casos abiertos</translation>
    </message>
    <message>
        <source>Money in today</source>
        <translation>Dinero recibido hoy</translation>
    </message>
    <message>
        <source>Ageing of open payments</source>
        <translation>Antigüedad de los pagos abiertos</translation>
    </message>
    <message>
        <source>Confirmations in progress</source>
        <translation>Confirmaciones en curso</translation>
    </message>
    <message>
        <source>Time from first seen</source>
        <translation>Tiempo desde la detección</translation>
    </message>
    <message>
        <source>No rail has been watched on this database yet.
Rails are named in the engine&apos;s configuration; they appear here as soon as it runs.</source>
        <translation>Todavía no se ha vigilado ningún riel en esta base de datos.
Los rieles se nombran en la configuración del motor; aparecen aquí en cuanto esté en marcha.</translation>
    </message>
    <message>
        <source>Enter opens a rail</source>
        <translation>Intro abre un riel</translation>
    </message>
    <message>
        <source>No money was confirmed since 00:00 UTC.</source>
        <translation>No se ha confirmado dinero desde las 00:00 UTC.</translation>
    </message>
    <message>
        <source>UTC day %1</source>
        <extracomment>A day in UTC.</extracomment>
        <translation>día UTC %1</translation>
    </message>
    <message>
        <source>as of %1 UTC</source>
        <translation>a las %1 UTC</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>cases</comment>
        <translation>
            <numerusform>%n abierto</numerusform>
            <numerusform>%n abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>No open cases.
Everything that was found is decided.</source>
        <translation>No hay casos abiertos.
Todo lo que se encontró está decidido.</translation>
    </message>
    <message>
        <source>since they were created</source>
        <translation>desde su creación</translation>
    </message>
    <message>
        <source>of the first %1</source>
        <translation>de las primeras %1</translation>
    </message>
    <message>
        <source>blocks on the deciding transfer</source>
        <translation>bloques sobre la transferencia decisiva</translation>
    </message>
    <message>
        <source>measured here; no promise</source>
        <translation>medido, no prometido</translation>
    </message>
    <message>
        <source>Nothing was confirmed within 30 days.
Half, 95 and 99 of a hundred payments are told apart here.</source>
        <translation>No se confirmó nada en 30 días.
Aquí se distinguen la mitad, 95 y 99 de cada cien pagos.</translation>
    </message>
    <message>
        <source>No payments are open.
New ones are made on the page Payments.</source>
        <translation>No hay pagos abiertos.
Los nuevos se crean en la página Pagos.</translation>
    </message>
    <message>
        <source>%1 · confirmed</source>
        <extracomment>A rail, then what was reached.</extracomment>
        <translation>%1 · confirmado</translation>
    </message>
    <message>
        <source>%1 · final</source>
        <translation>%1 · definitivo</translation>
    </message>
    <message>
        <source>No payment is confirming.
Once money is mined, each rail shows here how many confirmations its payments have.</source>
        <translation>Ningún pago se está confirmando.
Cuando se mine dinero, cada riel muestra aquí cuántas confirmaciones tienen sus pagos.</translation>
    </message>
</context>
<context>
    <name>tieout::OverviewCard</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>As of %1 UTC; the database doesn&apos;t answer</source>
        <translation>A las %1 UTC; la base de datos no responde</translation>
    </message>
    <message>
        <source>As of %1 UTC. %2</source>
        <extracomment>A time of day, then a sentence that says why there is nothing newer.</extracomment>
        <translation>A las %1 UTC. %2</translation>
    </message>
</context>
<context>
    <name>tieout::PanelHeader</name>
    <message>
        <source>Raw JSON of the payment</source>
        <translation>JSON sin procesar del pago</translation>
    </message>
    <message>
        <source>Copy as ticket</source>
        <translation>Copiar como tique</translation>
    </message>
    <message>
        <source>Copy a summary in Markdown</source>
        <translation>Copiar un resumen en Markdown</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Importe debido</translation>
    </message>
    <message>
        <source>Id of the payment</source>
        <translation>Identificador del pago</translation>
    </message>
    <message>
        <source>Copy the id of the payment</source>
        <translation>Copiar el identificador del pago</translation>
    </message>
</context>
<context>
    <name>tieout::PanelNotice</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Read the payment again</source>
        <translation>Leer el pago de nuevo</translation>
    </message>
</context>
<context>
    <name>tieout::PayCard</name>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Show the code large, or small again</source>
        <translation>Mostrar el código grande, o de nuevo pequeño</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Espera %1</translation>
    </message>
    <message>
        <source>until %1 UTC</source>
        <translation>hasta %1 UTC</translation>
    </message>
    <message>
        <source>Address to pay to</source>
        <translation>Dirección a la que pagar</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentActions</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Reading what is allowed…</source>
        <translation>Leyendo lo que está permitido…</translation>
    </message>
    <message>
        <source>&amp;Resolve case…</source>
        <translation>Re&amp;solver…</translation>
    </message>
    <message>
        <source>&amp;Link transfer…</source>
        <translation>&amp;Vincular…</translation>
    </message>
    <message>
        <source>Re&amp;issue…</source>
        <translation>Reem&amp;itir…</translation>
    </message>
    <message>
        <source>&amp;Hold…</source>
        <translation>&amp;Retener…</translation>
    </message>
    <message>
        <source>Rel&amp;ease…</source>
        <translation>&amp;Levantar…</translation>
    </message>
    <message>
        <source>&amp;Cancel…</source>
        <translation>&amp;Cancelar…</translation>
    </message>
    <message>
        <source>&amp;New payment…</source>
        <translation>&amp;Nuevo pago…</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>Nuevo pago</translation>
    </message>
    <message>
        <source>You only look on: none of your roles decides about payments.</source>
        <translation>Solo puede mirar: ninguno de sus roles decide sobre pagos.</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentColumns</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>One column always stays</source>
        <translation>Siempre queda una columna</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer columnas</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>Ocultar «%1»</translation>
    </message>
    <message>
        <source>Move towards the beginning</source>
        <translation>Mover hacia el principio</translation>
    </message>
    <message>
        <source>Move towards the end</source>
        <translation>Mover hacia el final</translation>
    </message>
    <message>
        <source>As wide as its content</source>
        <translation>Tan ancha como su contenido</translation>
    </message>
    <message>
        <source>Ordered by %1, ascending</source>
        <extracomment>A column&apos;s title.</extracomment>
        <translation>Ordenado por %1, ascendente</translation>
    </message>
    <message>
        <source>Ordered by %1, descending</source>
        <translation>Ordenado por %1, descendente</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <extracomment>A column&apos;s title; opens a menu of what can be done with it.</extracomment>
        <translation>Columna «%1»</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascendente</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descendente</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentDialog</name>
    <message>
        <source>order %1</source>
        <translation>pedido %1</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Reading the payment…</source>
        <translation>Leyendo el pago…</translation>
    </message>
    <message>
        <source>No payment chosen</source>
        <translation>Ningún pago elegido</translation>
    </message>
    <message>
        <source>Choose one in the list to see its money, its tracks and its story.</source>
        <translation>Elija uno en la lista para ver su dinero, sus pistas y su historia.</translation>
    </message>
    <message>
        <source>This payment is gone</source>
        <translation>Este pago ya no está</translation>
    </message>
    <message>
        <source>The database doesn&apos;t have it any more: %1</source>
        <translation>La base de datos ya no lo tiene: %1</translation>
    </message>
    <message>
        <source>The payment can&apos;t be read</source>
        <translation>No se puede leer el pago</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentSections</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Read the payment again</source>
        <translation>Leer el pago de nuevo</translation>
    </message>
    <message>
        <source>To be read only: nothing is decided here.</source>
        <translation>Solo lectura: aquí no se decide nada.</translation>
    </message>
    <message>
        <source>Holds and cases</source>
        <translation>Retenciones y casos</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Timeline (UTC)</source>
        <translation>Cronología (UTC)</translation>
    </message>
    <message>
        <source>This may be old</source>
        <translation>Puede estar desactualizado</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsExporter</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Export payments</source>
        <translation>Exportar pagos</translation>
    </message>
    <message>
        <source>Reading which environment this is…</source>
        <translation>Leyendo qué entorno es este…</translation>
    </message>
    <message>
        <source>An export is running</source>
        <translation>Hay una exportación en curso</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsFilterBar</name>
    <message>
        <source>Filter, such as status:underpaid age&gt;4h, or any words</source>
        <translation>Filtro, como status:underpaid age&gt;4h, o cualquier palabra</translation>
    </message>
    <message>
        <source>Filter payments</source>
        <translation>Filtrar pagos</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Detener la búsqueda</translation>
    </message>
    <message numerus="yes">
        <source>%n more to correct after that.</source>
        <extracomment>After a sentence about one mistake in a filter.</extracomment>
        <translation>
            <numerusform>Después hay que corregir %n más.</numerusform>
            <numerusform>Después hay que corregir %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The list shows what it showed before; Enter searches again.</source>
        <translation>Detenida. La lista muestra lo que mostraba antes; Intro busca de nuevo.</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsPage</name>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>Copy the &amp;id</source>
        <translation>Copiar el &amp;identificador</translation>
    </message>
    <message>
        <source>Copy the &amp;order reference</source>
        <translation>Copiar la referencia del &amp;pedido</translation>
    </message>
    <message>
        <source>The payment beside is not in this list: the filter leaves it out.</source>
        <translation>El pago de al lado no está en esta lista: el filtro lo deja fuera.</translation>
    </message>
</context>
<context>
    <name>tieout::PostgresForm</name>
    <message>
        <source>Encrypt and verify the server (verify-full)</source>
        <translation>Cifrar y verificar el servidor (verify-full)</translation>
    </message>
    <message>
        <source>Encrypt and verify the authority (verify-ca)</source>
        <translation>Cifrar y verificar la autoridad (verify-ca)</translation>
    </message>
    <message>
        <source>Encrypt, trust any server (require)</source>
        <translation>Cifrar, confiar en cualquier servidor (require)</translation>
    </message>
    <message>
        <source>Don&apos;t encrypt (disable)</source>
        <translation>No cifrar (disable)</translation>
    </message>
    <message>
        <source>Connect to PostgreSQL</source>
        <translation>Conectar con PostgreSQL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Test the connection first; it has to work</source>
        <translation>Pruebe antes la conexión; tiene que funcionar</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>db.example.com, or the folder of a socket</source>
        <translation>db.example.com, o la carpeta de un socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Server and port</source>
        <translation>Servidor y puerto</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>For this session only: it is never kept</source>
        <translation>Solo para esta sesión: nunca se guarda</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Authority&apos;s certificate</source>
        <translation>Certificado de la autoridad</translation>
    </message>
    <message>
        <source>A PEM file; empty: ~/.postgresql/root.crt</source>
        <translation>Un archivo PEM; vacío: ~/.postgresql/root.crt</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autoridad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>tieout::ProblemView</name>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <extracomment>The machine&apos;s word for what went wrong, for a message to an administrator.</extracomment>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>&amp;Stop trying</source>
        <translation>&amp;Dejar de intentarlo</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Choose another &amp;database</source>
        <translation>Elegir otra &amp;base de datos</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>It isn&apos;t tried again by itself any more.</source>
        <translation>Ya no se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Nuevo intento en %1 s</translation>
    </message>
</context>
<context>
    <name>tieout::QrView</name>
    <message>
        <source>QR code for the payer</source>
        <translation>Código QR para el pagador</translation>
    </message>
</context>
<context>
    <name>tieout::QueueCount</name>
    <message numerus="yes">
        <source>%1 payment(s)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 pago</numerusform>
            <numerusform>%1 pagos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 payments</source>
        <translation>%1 pagos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many payments match the filter, of how many there are.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 coincidencia</numerusform>
            <numerusform>%1 coincidencias</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more than have been counted so far</source>
        <translation>Hay más de los que se han contado hasta ahora</translation>
    </message>
</context>
<context>
    <name>tieout::QueueNotice</name>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>tieout::QueuePlaceholder</name>
    <message>
        <source>Reading payments…</source>
        <translation>Leyendo pagos…</translation>
    </message>
    <message>
        <source>No payments could be read.</source>
        <translation>No se pudo leer ningún pago.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No payments yet.</source>
        <translation>Todavía no hay pagos.</translation>
    </message>
    <message>
        <source>They appear here as soon as one is created.</source>
        <translation>Aparecen aquí en cuanto se crea uno.</translation>
    </message>
    <message>
        <source>No payment matches this filter.</source>
        <translation>Ningún pago coincide con este filtro.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>New payment…</source>
        <translation>Nuevo pago…</translation>
    </message>
</context>
<context>
    <name>tieout::QueueView</name>
    <message>
        <source>More than %1 rows are selected, too many for the clipboard. An export writes them all.</source>
        <translation>Hay más de %1 filas seleccionadas, demasiadas para el portapapeles. Una exportación las escribe todas.</translation>
    </message>
    <message>
        <source>Some of the rows are still being read. Copy again in a moment.</source>
        <translation>Algunas filas todavía se están leyendo. Copie de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Copy the &amp;cell</source>
        <translation>Copiar la &amp;celda</translation>
    </message>
    <message>
        <source>Copy the &amp;rows</source>
        <translation>Copiar las &amp;filas</translation>
    </message>
    <message>
        <source>Copy the &amp;row</source>
        <translation>Copiar la &amp;fila</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Copiar con e&amp;ncabezados</translation>
    </message>
</context>
<context>
    <name>tieout::RailLabel</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation>
            <numerusform>%n bloque de retraso</numerusform>
            <numerusform>%n bloques de retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>no head yet</source>
        <translation>aún sin último bloque</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%1 de %2 fuentes en buen estado</translation>
    </message>
    <message>
        <source>Frozen: nothing is settled by itself until a person acknowledges</source>
        <translation>Congelado: nada se liquida por sí solo hasta que una persona dé el visto bueno</translation>
    </message>
</context>
<context>
    <name>tieout::RailLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Rail %1</source>
        <translation>Riel %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The state of a rail, then which chain it is.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>tieout::RailPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Back to the overview (Esc)</source>
        <translation>Volver al resumen (Esc)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Rail %1</source>
        <translation>Riel %1</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Último bloque</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>Leído hasta</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Finality</source>
        <translation>Carácter definitivo</translation>
    </message>
    <message>
        <source>Safe mark</source>
        <translation>Marca segura</translation>
    </message>
    <message>
        <source>Reorganisations</source>
        <translation>Reorganizaciones</translation>
    </message>
    <message>
        <source>Frozen since</source>
        <translation>Congelado desde</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>No source has reported yet. Sources are named in the engine&apos;s configuration.</source>
        <translation>Todavía no ha informado ninguna fuente. Las fuentes se nombran en la configuración del motor.</translation>
    </message>
    <message>
        <source>Paused after failures; asked again at %1 UTC</source>
        <translation>En pausa tras fallos; se consulta de nuevo a las %1 UTC</translation>
    </message>
    <message>
        <source>All tokens: every transfer of each new block is downloaded, some hundred logs per block on a busy network. Money in a wrong token is found.</source>
        <translation>Todos los tokens: se descarga cada transferencia de cada bloque nuevo, unos cientos de registros por bloque en una red activa. Se encuentra el dinero en un token equivocado.</translation>
    </message>
    <message>
        <source>Listed tokens: only the corridors&apos; contracts are asked for, a few logs per block. Money in another token is not looked for.</source>
        <translation>Tokens de la lista: solo se piden los contratos de los corredores, unos pocos registros por bloque. No se busca dinero en otro token.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Rastreo</translation>
    </message>
</context>
<context>
    <name>tieout::RawView</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the payment (Esc)</source>
        <translation>Volver al pago (Esc)</translation>
    </message>
    <message>
        <source>Copy canonical</source>
        <translation>Copiar canónico</translation>
    </message>
    <message>
        <source>Copy the payment alone, in canonical form (RFC 8785)</source>
        <translation>Copiar solo el pago, en forma canónica (RFC 8785)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Search in the JSON</source>
        <translation>Buscar en el JSON</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON sin procesar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which match of how many is shown; both 0 when there is none.</extracomment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>tieout::ReissuePaymentDialog</name>
    <message>
        <source>&amp;Expires in</source>
        <translation>Vence &amp;en</translation>
    </message>
    <message>
        <source>Why the customer needs another one</source>
        <translation>Por qué el cliente necesita otra</translation>
    </message>
    <message>
        <source>This is final: the payment gets a new address or reference. The old one stays watched, and money that comes to it still belongs here.</source>
        <translation>Esto es definitivo: el pago recibe una dirección o referencia nueva. La anterior sigue vigilada, y el dinero que llegue a ella sigue siendo de aquí.</translation>
    </message>
    <message>
        <source>Re&amp;issue</source>
        <translation>Ree&amp;mitir</translation>
    </message>
    <message>
        <source>Reissue the payment</source>
        <translation>Reemitir el pago</translation>
    </message>
    <message>
        <source>Such as 30m, 24h or 7d; empty: as the corridor says.</source>
        <translation>Por ejemplo 30m, 24h o 7d; vacío: lo que indique el corredor.</translation>
    </message>
</context>
<context>
    <name>tieout::ReleasePaymentDialog</name>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Retención</translation>
    </message>
    <message>
        <source>What was cleared up</source>
        <translation>Qué se ha aclarado</translation>
    </message>
    <message>
        <source>This is final. Without a hold the payment goes on by itself: what is paid and confirmed is released for fulfilment.</source>
        <translation>Esto es definitivo. Sin retención, el pago sigue por sí solo: lo que está pagado y confirmado se libera para la entrega.</translation>
    </message>
    <message>
        <source>R&amp;elease</source>
        <translation>&amp;Levantar</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>Levantar una retención</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The kind of a hold, and the reason that was given for it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Since %1 UTC, by %2.</source>
        <translation>Desde %1 UTC, por %2.</translation>
    </message>
</context>
<context>
    <name>tieout::ResolveCaseDialog</name>
    <message>
        <source>Cas&amp;e</source>
        <translation>&amp;Caso</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>What the decision rests on</source>
        <translation>En qué se apoya la decisión</translation>
    </message>
    <message>
        <source>&amp;Resolve the case</source>
        <translation>&amp;Resolver el caso</translation>
    </message>
    <message>
        <source>Resolve a case</source>
        <translation>Resolver un caso</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The code of a case, and what it means.
----------
Accept or decline, and the reason code that this stands for.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Severity %1, open since %2 UTC.</source>
        <translation>Gravedad %1, abierto desde %2 UTC.</translation>
    </message>
    <message>
        <source>%1 in question. %2</source>
        <translation>%1 en cuestión. %2</translation>
    </message>
    <message>
        <source>A&amp;ccept</source>
        <translation>Ac&amp;eptar</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>Rec&amp;hazar</translation>
    </message>
    <message>
        <source>A second person has to confirm it.</source>
        <translation>Una segunda persona debe confirmarlo.</translation>
    </message>
    <message>
        <source>This is final: a resolved case isn&apos;t opened again by anybody.</source>
        <translation>Esto es definitivo: nadie vuelve a abrir un caso resuelto.</translation>
    </message>
</context>
<context>
    <name>tieout::SaveViewDialog</name>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <extracomment>A class of people: operator, treasury, …</extracomment>
        <translation>Clase: %1</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Cambiar la vista</translation>
    </message>
    <message>
        <source>Such as: Underpaid for more than a day</source>
        <translation>Por ejemplo: Insuficientes desde hace más de un día</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Whoever sees it can use it; only you can change or delete it.</source>
        <translation>Quien la ve puede usarla; solo usted puede cambiarla o eliminarla.</translation>
    </message>
    <message>
        <source>&amp;Save view</source>
        <translation>&amp;Guardar la vista</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>&amp;Guardar los cambios</translation>
    </message>
    <message>
        <source>S&amp;een by</source>
        <translation>Visible &amp;para</translation>
    </message>
</context>
<context>
    <name>tieout::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de los ajustes</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Rails and sources</source>
        <translation>Rieles y fuentes</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
</context>
<context>
    <name>tieout::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>tieout::SourceRow</name>
    <message>
        <source>it answers</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>it answers, head %1</source>
        <translation>responde, último bloque %1</translation>
    </message>
    <message>
        <source>it answers within %1 ms, head %2</source>
        <translation>responde en %1 ms, último bloque %2</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>probando…</translation>
    </message>
    <message>
        <source>waiting for the engine since %1 UTC</source>
        <translation>esperando al motor desde las %1 UTC</translation>
    </message>
    <message>
        <source>cancelled before the engine took it</source>
        <translation>cancelada antes de que el motor la tomara</translation>
    </message>
    <message>
        <source>no engine took it in time</source>
        <translation>ningún motor la tomó a tiempo</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>en buen estado</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>fallando</translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation>gestionada por %1</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>último bloque %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed</source>
        <translation>%1 de %2 solicitudes fallidas</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Último error: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Prueba: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Cancel the test of %1</source>
        <translation>Cancelar la prueba de %1</translation>
    </message>
    <message>
        <source>Test %1 now</source>
        <translation>Probar %1 ahora</translation>
    </message>
    <message>
        <source>Has the engine ask for the network&apos;s identity and its head; needs the class engineer</source>
        <translation>Hace que el motor pregunte la identidad de la red y su último bloque; requiere la clase ingeniero</translation>
    </message>
</context>
<context>
    <name>tieout::SourceSettings</name>
    <message>
        <source>Head %1, %2 ago</source>
        <translation>Último bloque %1, hace %2</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>Aún sin último bloque</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%1 de %2 fuentes en buen estado</translation>
    </message>
    <message>
        <source>no source has reported yet</source>
        <translation>ninguna fuente ha informado todavía</translation>
    </message>
    <message>
        <source>frozen until a person acknowledges</source>
        <translation>congelado hasta que una persona dé el visto bueno</translation>
    </message>
    <message>
        <source>No rail has been watched on this database yet. Rails are named in the engine&apos;s configuration.</source>
        <translation>Todavía no se ha vigilado ningún riel en esta base de datos. Los rieles se nombran en la configuración del motor.</translation>
    </message>
    <message>
        <source>Sources are part of the engine&apos;s configuration, for their addresses may hold keys: change them there and start the engine again.</source>
        <translation>Las fuentes forman parte de la configuración del motor, pues sus direcciones pueden contener claves: cámbielas allí e inicie el motor de nuevo.</translation>
    </message>
</context>
<context>
    <name>tieout::SpreadChart</name>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>%1: p50 %2, p95 %3, p99 %4; %5</source>
        <extracomment>What is measured, three durations, then the window and the count.</extracomment>
        <translation>%1: p50 %2, p95 %3, p99 %4; %5</translation>
    </message>
</context>
<context>
    <name>tieout::StackChart</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A state, an age, how many: &quot;Underpaid, 1 h to 4 h: 12&quot;.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>tieout::StartChoices</name>
    <message>
        <source>Try the sandbox</source>
        <translation>Probar el entorno de pruebas</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Create a file…</source>
        <translation>Crear un archivo…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Conectar…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>A scripted chain with payments in every state, in a file of your own. No network, no keys, no money.</source>
        <translation>Una cadena simulada con pagos en todos los estados, en un archivo propio. Sin red, sin claves, sin dinero.</translation>
    </message>
    <message>
        <source>A file on this machine</source>
        <translation>Un archivo en esta máquina</translation>
    </message>
    <message>
        <source>One desk: the engine works inside this window. A new file becomes a sandbox; production is set up with tieoutd and a configuration.</source>
        <translation>Un solo puesto: el motor trabaja dentro de esta ventana. Un archivo nuevo es un entorno de pruebas; la producción se prepara con tieoutd y una configuración.</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>A team: everyone has their own login, and the engine runs beside the database as tieoutd.</source>
        <translation>Un equipo: cada persona tiene su propio usuario, y el motor funciona junto a la base de datos como tieoutd.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Abiertas antes</translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <translation>%1   –   %2</translation>
    </message>
</context>
<context>
    <name>tieout::StartWindow</name>
    <message>
        <source>Tieout</source>
        <translation>Tieout</translation>
    </message>
    <message>
        <source>Stablecoin payments, watched, matched and proved.</source>
        <translation>Pagos con stablecoins, vigilados, emparejados y demostrados.</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Cambiar entre claro y oscuro</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Opening the database</source>
        <translation>Abriendo la base de datos</translation>
    </message>
    <message>
        <source>Create a database</source>
        <translation>Crear una base de datos</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Abrir una base de datos</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.db)</source>
        <translation>Bases de datos SQLite (*.sqlite *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>tieout::StepChart</name>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>Desde el paso</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>Hasta el paso</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>%1, %2 confirmations: %3</source>
        <extracomment>A rail, then how many confirmations out of how many: &quot;base, 5 of 12 confirmations: 3&quot;.</extracomment>
        <translation>%1, %2 confirmaciones: %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 confirmations: %4</source>
        <translation>%1, %2 de %3 confirmaciones: %4</translation>
    </message>
</context>
<context>
    <name>tieout::StopNotice</name>
    <message>
        <source>Stopping the engine</source>
        <translation>Deteniendo el motor</translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation>Deteniendo el motor…</translation>
    </message>
    <message>
        <source>It finishes the step it is at and hands its lease back. The window closes by itself.</source>
        <translation>Termina el paso en el que está y devuelve su concesión. La ventana se cierra sola.</translation>
    </message>
    <message>
        <source>The engine needs longer than expected</source>
        <translation>El motor necesita más de lo previsto</translation>
    </message>
    <message>
        <source>Its open calls are being interrupted. Nothing is lost: what was not committed is done again at the next start.</source>
        <translation>Se están interrumpiendo sus llamadas abiertas. No se pierde nada: lo que no se confirmó en la base de datos se repite en el siguiente inicio.</translation>
    </message>
</context>
<context>
    <name>tieout::TracksView</name>
    <message>
        <source>Tracks</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>no iniciada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a track, and the state it is in.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tieout::ViewControl</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>%1 · modified</source>
        <extracomment>The name of a saved view that was changed since and not saved.</extracomment>
        <translation>%1 · modificada</translation>
    </message>
    <message>
        <source>Saved views: %1, modified</source>
        <translation>Vistas guardadas: %1, modificada</translation>
    </message>
    <message>
        <source>Saved views: %1</source>
        <translation>Vistas guardadas: %1</translation>
    </message>
    <message>
        <source>All payments</source>
        <translation>Todos los pagos</translation>
    </message>
    <message>
        <source>Reading the saved views…</source>
        <translation>Leyendo las vistas guardadas…</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>Todavía no hay vistas guardadas</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Compartidas conmigo</translation>
    </message>
    <message>
        <source>Read the saved views again</source>
        <translation>Leer de nuevo las vistas guardadas</translation>
    </message>
    <message>
        <source>%1  –  of %2</source>
        <extracomment>A saved view and whose it is.</extracomment>
        <translation>%1  –  de %2</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <extracomment>A saved view and who sees it: everyone, a class.</extracomment>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>This view was saved in a form that isn&apos;t known here</source>
        <translation>Esta vista se guardó en un formato que aquí no se conoce</translation>
    </message>
    <message>
        <source>Only %1 can change this view</source>
        <translation>Solo %1 puede cambiar esta vista</translation>
    </message>
    <message>
        <source>Nothing has been changed in it</source>
        <translation>No se ha modificado nada en ella</translation>
    </message>
    <message>
        <source>Update “%1”</source>
        <translation>Actualizar «%1»</translation>
    </message>
    <message>
        <source>Rename or share “%1”…</source>
        <translation>Renombrar o compartir «%1»…</translation>
    </message>
    <message>
        <source>Delete “%1”…</source>
        <translation>Eliminar «%1»…</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>Guardar como vista nueva…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Automatic, logged</source>
        <translation>Automático, registrado</translation>
    </message>
    <message>
        <source>Wait for top-up</source>
        <translation>Esperar el complemento</translation>
    </message>
    <message>
        <source>Accept short</source>
        <translation>Aceptar el faltante</translation>
    </message>
    <message>
        <source>Cancel and refund</source>
        <translation>Cancelar y reembolsar</translation>
    </message>
    <message>
        <source>Credit customer</source>
        <translation>Abonar al cliente</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Reembolsar</translation>
    </message>
    <message>
        <source>Apply to another payment</source>
        <translation>Aplicar a otro pago</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Link to payment</source>
        <translation>Vincular a un pago</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retener</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Ask customer</source>
        <translation>Preguntar al cliente</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Abonar</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>Nuevo pago</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Re-quote</source>
        <translation>Recotizar</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Enable corridor</source>
        <translation>Habilitar el corredor</translation>
    </message>
    <message>
        <source>Stop rail</source>
        <translation>Detener el riel</translation>
    </message>
    <message>
        <source>Fix corridor</source>
        <translation>Corregir el corredor</translation>
    </message>
    <message>
        <source>Restate</source>
        <translation>Reexpresar</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>Segunda fuente</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalar</translation>
    </message>
    <message>
        <source>Back to Detected</source>
        <translation>Volver a Detectado</translation>
    </message>
    <message>
        <source>Stop fulfilment</source>
        <translation>Detener la entrega</translation>
    </message>
    <message>
        <source>Compensate posting</source>
        <translation>Compensar el asiento</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Reclamar</translation>
    </message>
    <message>
        <source>Wait for the replacement</source>
        <translation>Esperar el reemplazo</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>Rellenar el hueco</translation>
    </message>
    <message>
        <source>Pause promotions</source>
        <translation>Pausar las promociones</translation>
    </message>
    <message>
        <source>Switch source</source>
        <translation>Cambiar de fuente</translation>
    </message>
    <message>
        <source>Exclude source</source>
        <translation>Excluir la fuente</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>Classify internal</source>
        <translation>Clasificar como interna</translation>
    </message>
    <message>
        <source>Unidentified liability</source>
        <translation>Pasivo sin identificar</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Find transfer</source>
        <translation>Buscar la transferencia</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Dar por incobrable</translation>
    </message>
    <message>
        <source>Re-read</source>
        <translation>Releer</translation>
    </message>
    <message>
        <source>Correct our record from the chain</source>
        <translation>Corregir nuestro registro según la cadena</translation>
    </message>
    <message>
        <source>Ticket to the provider</source>
        <translation>Reclamación al proveedor</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Treat as payout</source>
        <translation>Tratar como desembolso</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>Investigar</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Inmovilizar</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Comunicar</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Levantar</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>Otra fuente</translation>
    </message>
    <message>
        <source>Release below band</source>
        <translation>Levantar por debajo de la banda</translation>
    </message>
    <message>
        <source>Reclassify</source>
        <translation>Reclasificar</translation>
    </message>
    <message>
        <source>Contact issuer</source>
        <translation>Contactar con el emisor</translation>
    </message>
    <message>
        <source>Reserve loss</source>
        <translation>Provisionar la pérdida</translation>
    </message>
    <message>
        <source>Suspend corridor</source>
        <translation>Suspender el corredor</translation>
    </message>
    <message>
        <source>Governed change</source>
        <translation>Cambio gobernado</translation>
    </message>
    <message>
        <source>Approve corridor</source>
        <translation>Aprobar el corredor</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotar</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Poner en cuarentena</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incidente</translation>
    </message>
    <message>
        <source>Accept fee rule</source>
        <translation>Aceptar la regla de comisión</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Denegar</translation>
    </message>
    <message>
        <source>Check rotation</source>
        <translation>Comprobar la rotación</translation>
    </message>
    <message>
        <source>Block source</source>
        <translation>Bloquear la fuente</translation>
    </message>
    <message>
        <source>No-op, logged</source>
        <translation>Sin efecto, registrado</translation>
    </message>
    <message>
        <source>Fix endpoint</source>
        <translation>Corregir el punto de recepción</translation>
    </message>
    <message>
        <source>Replay missing</source>
        <translation>Repetir los que faltan</translation>
    </message>
    <message>
        <source>Exposure list</source>
        <translation>Lista de exposición</translation>
    </message>
    <message>
        <source>Re-verify</source>
        <translation>Volver a verificar</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Contabilizar</translation>
    </message>
    <message>
        <source>Hold with reason</source>
        <translation>Retener con motivo</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Adjust fee rule</source>
        <translation>Ajustar la regla de comisión</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>Dar fe</translation>
    </message>
    <message>
        <source>Chase partner</source>
        <translation>Insistir al socio</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Ampliar el plazo</translation>
    </message>
    <message>
        <source>Accept fee</source>
        <translation>Aceptar la comisión</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Disputar</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Re-instruct</source>
        <translation>Dar nueva instrucción</translation>
    </message>
    <message>
        <source>Return coins</source>
        <translation>Devolver las monedas</translation>
    </message>
    <message>
        <source>Edit staging</source>
        <translation>Editar la preparación</translation>
    </message>
    <message>
        <source>Discard with reason</source>
        <translation>Descartar con motivo</translation>
    </message>
    <message>
        <source>Perform</source>
        <translation>Realizar</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>Aplazar</translation>
    </message>
    <message>
        <source>Rename into a named code</source>
        <translation>Pasar a un código con nombre</translation>
    </message>
    <message>
        <source>short or over within grace, accepted; a surplus is credited</source>
        <translation>de menos o de más dentro del margen, aceptado; el excedente se abona</translation>
    </message>
    <message>
        <source>short beyond grace</source>
        <translation>faltante superior al margen</translation>
    </message>
    <message>
        <source>surplus beyond tolerance</source>
        <translation>excedente superior a la tolerancia</translation>
    </message>
    <message>
        <source>below the rail&apos;s economic floor</source>
        <translation>por debajo del mínimo económico del riel</translation>
    </message>
    <message>
        <source>credit to a shared address without reference or memo</source>
        <translation>abono a una dirección compartida sin referencia ni memo</translation>
    </message>
    <message>
        <source>several payments fit</source>
        <translation>encajan varios pagos</translation>
    </message>
    <message>
        <source>money to the binding of a closed payment</source>
        <translation>dinero en la vinculación de un pago cerrado</translation>
    </message>
    <message>
        <source>money after expiry (and after the top-up window)</source>
        <translation>dinero tras el vencimiento (y tras la ventana de complemento)</translation>
    </message>
    <message>
        <source>paid twice in full</source>
        <translation>pagado dos veces por completo</translation>
    </message>
    <message>
        <source>another asset (bridged, other issuer) at our address</source>
        <translation>otro activo (puente, otro emisor) en nuestra dirección</translation>
    </message>
    <message>
        <source>look-alike token</source>
        <translation>token imitado</translation>
    </message>
    <message>
        <source>right asset, network not enabled</source>
        <translation>activo correcto, red no habilitada</translation>
    </message>
    <message>
        <source>zero-value or look-alike-address noise</source>
        <translation>ruido de valor cero o de dirección imitada</translation>
    </message>
    <message>
        <source>scaled wrongly</source>
        <translation>escala equivocada</translation>
    </message>
    <message>
        <source>included but failed</source>
        <translation>incluida pero fallida</translation>
    </message>
    <message>
        <source>no depth progress beyond the rail&apos;s p99</source>
        <translation>sin avance de profundidad más allá del p99 del riel</translation>
    </message>
    <message>
        <source>withdrawn while confirming</source>
        <translation>retirada durante la confirmación</translation>
    </message>
    <message>
        <source>withdrawn after Confirmed or posting</source>
        <translation>retirada tras la confirmación o la contabilización</translation>
    </message>
    <message>
        <source>nonce replaced or dropped</source>
        <translation>nonce reemplazado o descartado</translation>
    </message>
    <message>
        <source>uncovered block range</source>
        <translation>intervalo de bloques sin cubrir</translation>
    </message>
    <message>
        <source>head not moving or lagging</source>
        <translation>el último bloque no avanza o se retrasa</translation>
    </message>
    <message>
        <source>two sources differ</source>
        <translation>dos fuentes difieren</translation>
    </message>
    <message>
        <source>chain credit without payment</source>
        <translation>abono en la cadena sin pago</translation>
    </message>
    <message>
        <source>paid in commerce or provider without transfer</source>
        <translation>pagado según ventas o proveedor, sin transferencia</translation>
    </message>
    <message>
        <source>API, webhook and provider record differ beyond the window</source>
        <translation>API, webhook y registro del proveedor difieren más allá de la ventana</translation>
    </message>
    <message>
        <source>own-to-own move not in the registry</source>
        <translation>movimiento entre direcciones propias que no está en el registro</translation>
    </message>
    <message>
        <source>sender on a sanctions or risk list</source>
        <translation>remitente en una lista de sanciones o de riesgo</translation>
    </message>
    <message>
        <source>no screening result above the band</source>
        <translation>sin resultado de cribado por encima de la banda</translation>
    </message>
    <message>
        <source>an old result now differs</source>
        <translation>un resultado anterior ahora difiere</translation>
    </message>
    <message>
        <source>one of our or a payer&apos;s addresses is frozen by the issuer</source>
        <translation>una dirección nuestra o de un pagador está congelada por el emisor</translation>
    </message>
    <message>
        <source>contract paused, deprecated or upgraded</source>
        <translation>contrato en pausa, obsoleto o actualizado</translation>
    </message>
    <message>
        <source>money on a corridor not enabled</source>
        <translation>dinero en un corredor no habilitado</translation>
    </message>
    <message>
        <source>sandbox id, secret or chain in production, or the reverse</source>
        <translation>id., secreto o cadena de pruebas en producción, o al revés</translation>
    </message>
    <message>
        <source>sent, not final</source>
        <translation>enviado, no definitivo</translation>
    </message>
    <message>
        <source>outgoing on chain, not in our records</source>
        <translation>salida en la cadena que no está en nuestros registros</translation>
    </message>
    <message>
        <source>one instruction sent twice</source>
        <translation>una instrucción enviada dos veces</translation>
    </message>
    <message>
        <source>amount differs from the instruction</source>
        <translation>el importe difiere de la instrucción</translation>
    </message>
    <message>
        <source>refund &gt; received − fees</source>
        <translation>reembolso &gt; recibido − comisiones</translation>
    </message>
    <message>
        <source>destination is a pooled or exchange sender, unverified</source>
        <translation>el destino es un remitente agrupado o de una bolsa, sin verificar</translation>
    </message>
    <message>
        <source>signature invalid</source>
        <translation>firma no válida</translation>
    </message>
    <message>
        <source>timestamp outside window, or id reused with another body</source>
        <translation>marca de tiempo fuera de la ventana, o id. reutilizado con otro cuerpo</translation>
    </message>
    <message>
        <source>older version after newer</source>
        <translation>versión anterior después de otra más reciente</translation>
    </message>
    <message>
        <source>retries finished</source>
        <translation>reintentos agotados</translation>
    </message>
    <message>
        <source>secret suspected leaked</source>
        <translation>se sospecha la filtración de un secreto</translation>
    </message>
    <message>
        <source>confirmed, not posted beyond the ERP lag</source>
        <translation>confirmado, sin contabilizar más allá del retraso del ERP</translation>
    </message>
    <message>
        <source>posted before its gates</source>
        <translation>contabilizado antes de sus condiciones</translation>
    </message>
    <message>
        <source>posted amount ≠ settled ± fees</source>
        <translation>importe contabilizado ≠ liquidado ± comisiones</translation>
    </message>
    <message>
        <source>manual journal without a payment</source>
        <translation>asiento manual sin un pago</translation>
    </message>
    <message>
        <source>expected fiat not seen in its window</source>
        <translation>dinero fiat esperado no visto en su ventana</translation>
    </message>
    <message>
        <source>fiat ≠ expected ± fee and rate band</source>
        <translation>fiat ≠ esperado ± banda de comisión y tipo</translation>
    </message>
    <message>
        <source>fiat leg returned</source>
        <translation>tramo fiat devuelto</translation>
    </message>
    <message>
        <source>statement row unreadable or duplicate</source>
        <translation>fila de extracto ilegible o duplicada</translation>
    </message>
    <message>
        <source>access review, drill or sign-off past due</source>
        <translation>revisión de accesos, simulacro o firma fuera de plazo</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>cualquier otra cosa</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta de bloque</translation>
    </message>
    <message>
        <source>Solidified</source>
        <translation>Solidificado</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Ledger closed</source>
        <translation>Libro cerrado</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Finalized</source>
        <translation>Finalizado</translation>
    </message>
    <message>
        <source>Finalized commitment</source>
        <translation>Compromiso finalizado</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Above an amount</source>
        <translation>Por encima de un importe</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Dirección propia</translation>
    </message>
    <message>
        <source>Address and reference</source>
        <translation>Dirección y referencia</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Treasury</source>
        <translation>Tesorería</translation>
    </message>
    <message>
        <source>Hot wallet</source>
        <translation>Monedero caliente</translation>
    </message>
    <message>
        <source>Deposit address</source>
        <translation>Dirección de depósito</translation>
    </message>
    <message>
        <source>Gas station</source>
        <translation>Estación de gas</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Customer payment</source>
        <translation>Pago de cliente</translation>
    </message>
    <message>
        <source>Internal sweep</source>
        <translation>Barrido interno</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Desembolso</translation>
    </message>
    <message>
        <source>Off-ramp leg</source>
        <translation>Tramo de salida a fiat</translation>
    </message>
    <message>
        <source>Own to own, unknown</source>
        <translation>Entre propias, desconocido</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>No es nuestra</translation>
    </message>
    <message>
        <source>Contract event</source>
        <translation>Evento de contrato</translation>
    </message>
    <message>
        <source>Right token</source>
        <translation>Token correcto</translation>
    </message>
    <message>
        <source>Wrong token</source>
        <translation>Token equivocado</translation>
    </message>
    <message>
        <source>Look-alike token</source>
        <translation>Token imitado</translation>
    </message>
    <message>
        <source>Network not enabled</source>
        <translation>Red no habilitada</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Confirmando</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>En exceso</translation>
    </message>
    <message>
        <source>Underpaid</source>
        <translation>Insuficiente</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Reorganised</source>
        <translation>Reorganizado</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Reembolsado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Detectado</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Desaparecido</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation>No apto</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Liquidado</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Revertido</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Sin juzgar</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Faltante</translation>
    </message>
    <message>
        <source>Accepted short</source>
        <translation>Faltante aceptado</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Accepted over</source>
        <translation>Excedente aceptado</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Excedente</translation>
    </message>
    <message>
        <source>In the mempool</source>
        <translation>En la mempool</translation>
    </message>
    <message>
        <source>Mined</source>
        <translation>Minado</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tardío</translation>
    </message>
    <message>
        <source>Several transfers</source>
        <translation>Varias transferencias</translation>
    </message>
    <message>
        <source>Wrong network</source>
        <translation>Red equivocada</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Part refunded</source>
        <translation>Reembolsado en parte</translation>
    </message>
    <message>
        <source>Poison</source>
        <translation>Envenenamiento</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Barrido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Asignado</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuesto</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzas</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Cribado</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Corridor stopped</source>
        <translation>Corredor detenido</translation>
    </message>
    <message>
        <source>Closing refund</source>
        <translation>Reembolso de cierre</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Cumplimiento</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingeniero</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Habilitado</translation>
    </message>
    <message>
        <source>Suspended for new payments</source>
        <translation>Suspendido para pagos nuevos</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Dado de baja</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Excedente</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>En parte</translation>
    </message>
    <message>
        <source>In full, closing</source>
        <translation>Por completo, de cierre</translation>
    </message>
    <message>
        <source>Money that never counted</source>
        <translation>Dinero que nunca contó</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Observed on chain</source>
        <translation>Observado en la cadena</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Conciliado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Contar</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>No liberado</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Revocado</translation>
    </message>
    <message>
        <source>Payment created</source>
        <translation>Pago creado</translation>
    </message>
    <message>
        <source>Payment detected</source>
        <translation>Pago detectado</translation>
    </message>
    <message>
        <source>Payment confirming</source>
        <translation>Pago confirmándose</translation>
    </message>
    <message>
        <source>Payment confirmed</source>
        <translation>Pago confirmado</translation>
    </message>
    <message>
        <source>Payment released</source>
        <translation>Pago liberado</translation>
    </message>
    <message>
        <source>Payment recalled</source>
        <translation>Pago revocado</translation>
    </message>
    <message>
        <source>Payment underpaid</source>
        <translation>Pago insuficiente</translation>
    </message>
    <message>
        <source>Payment overpaid</source>
        <translation>Pago en exceso</translation>
    </message>
    <message>
        <source>Payment reorganised</source>
        <translation>Pago reorganizado</translation>
    </message>
    <message>
        <source>Payment expired</source>
        <translation>Pago vencido</translation>
    </message>
    <message>
        <source>Payment cancelled</source>
        <translation>Pago cancelado</translation>
    </message>
    <message>
        <source>Payment held</source>
        <translation>Pago retenido</translation>
    </message>
    <message>
        <source>Payment resumed</source>
        <translation>Pago reanudado</translation>
    </message>
    <message>
        <source>Payment refunded</source>
        <translation>Pago reembolsado</translation>
    </message>
    <message>
        <source>Payment posted</source>
        <translation>Pago contabilizado</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>Pago revertido</translation>
    </message>
    <message>
        <source>Transfer unmatched</source>
        <translation>Transferencia sin vincular</translation>
    </message>
    <message>
        <source>Refund proposed</source>
        <translation>Reembolso propuesto</translation>
    </message>
    <message>
        <source>Refund approved</source>
        <translation>Reembolso aprobado</translation>
    </message>
    <message>
        <source>Refund sent</source>
        <translation>Reembolso enviado</translation>
    </message>
    <message>
        <source>Refund confirmed</source>
        <translation>Reembolso confirmado</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Reembolso fallido</translation>
    </message>
    <message>
        <source>Payout proposed</source>
        <translation>Desembolso propuesto</translation>
    </message>
    <message>
        <source>Payout approved</source>
        <translation>Desembolso aprobado</translation>
    </message>
    <message>
        <source>Payout sent</source>
        <translation>Desembolso enviado</translation>
    </message>
    <message>
        <source>Payout confirmed</source>
        <translation>Desembolso confirmado</translation>
    </message>
    <message>
        <source>Payout failed</source>
        <translation>Desembolso fallido</translation>
    </message>
    <message>
        <source>Conversion proposed</source>
        <translation>Conversión propuesta</translation>
    </message>
    <message>
        <source>Conversion sent</source>
        <translation>Conversión enviada</translation>
    </message>
    <message>
        <source>Conversion settled</source>
        <translation>Conversión liquidada</translation>
    </message>
    <message>
        <source>Conversion failed</source>
        <translation>Conversión fallida</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>Caso abierto</translation>
    </message>
    <message>
        <source>Case resolved</source>
        <translation>Caso resuelto</translation>
    </message>
    <message>
        <source>Corridor changed</source>
        <translation>Corredor modificado</translation>
    </message>
    <message>
        <source>Period signed</source>
        <translation>Periodo firmado</translation>
    </message>
    <message>
        <source>Rail stalled</source>
        <translation>Riel estancado</translation>
    </message>
    <message>
        <source>Rail recovered</source>
        <translation>Riel recuperado</translation>
    </message>
    <message>
        <source>Endpoint disabled</source>
        <translation>Punto de recepción deshabilitado</translation>
    </message>
    <message>
        <source>Endpoint test</source>
        <translation>Prueba del punto de recepción</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Reciente</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Vence pronto</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Plazo incumplido</translation>
    </message>
</context>
</TS>
