/**
 * Everything that the sources tell people, in Russian, by the English text. {0}, {1} … are what is put in; {0:a|b|c} is the
 * word that goes with that number (1, 2, 5). A test reads the sources: no text may lack here, and none may be left over.
 */
export const ruTexts: Readonly<Record<string, string>> = {
  // access
  "no settings file is known that would hold {0}": "неизвестно, в каком файле настроек лежал бы {0}",
  "curl could not be run on {0} (exit {1}){2}": "на {0} не запустить curl (код {1}){2}",
  "the key is refused (status {0})": "ключ не принят (статус {0})",
  "says yes, but a wrong key could not be tried, so nothing is proved: {0}":
    "отвечает «да», но неверный ключ попробовать не удалось, так что ничего не доказано: {0}",
  "also says yes to a wrong key, so nothing is proved": "отвечает «да» и на неверный ключ, так что ничего не доказано",
  "says status {0} to a wrong key, neither yes nor no, so nothing is proved":
    "на неверный ключ отвечает статусом {0}, ни да ни нет, так что ничего не доказано",
  "status {0} in {1} s; a wrong key is refused ({2})": "статус {0} за {1} с; неверный ключ не принят ({2})",
  "status {0}{1}, expected {2}": "статус {0}{1}, а ждали {2}",
  "status 429: asked too often to tell": "статус 429: спрашивали слишком часто, сказать нельзя",
  "{0} is not in the settings file": "в файле настроек нет {0}",
  "{0} is empty in the settings file": "в файле настроек {0} пуст",
  "{0} holds a colon, which a login cannot": "в {0} есть двоеточие, а в логине его быть не может",
  "{0} has not the shape of such a token, so it was not sent": "{0} не похож на такой токен, поэтому не отправлен",
  "the settings file cannot be read": "файл настроек не прочитать",
  "the shell on {0} would show the key to others, so nothing was asked":
    "оболочка на {0} показала бы ключ другим, поэтому ничего не спрашивали",
  "{0} is not installed on {1}": "{0} не установлен на {1}",
  "no answer within {0} s": "нет ответа за {0} с",
  "curl is too old for this (for s3: 7.75 or newer)": "curl слишком старый (для s3 нужен 7.75 или новее)",
  "the proxy's name has no address": "у имени прокси нет адреса",
  "the name has no address (DNS)": "у имени нет адреса (DNS)",
  "no connection: refused, or no way there": "нет соединения: отказано, или туда нет пути",
  "not the answer of such a service": "такая служба так не отвечает",
  "no TLS connection comes about": "TLS-соединение не складывается",
  "its certificate is not trusted": "сертификату нет доверия",
  "it offers no TLS": "TLS не предлагает",
  "the connection broke before an answer came": "соединение оборвалось до ответа",
  "curl ended with {0} before an answer came": "curl завершился с {0} до ответа",
  "did not end within {0} s": "не завершилось за {0} с",
  "exit 0 in {0} s": "код 0 за {0} с",
  "the program could not be run": "программу не запустить",
  "exit {0} in {1} s": "код {0} за {1} с",
  "{0}; no end is told": "{0}; срок не указан",
  "{0}; when it ends cannot be read": "{0}; срок не прочитать",
  "ends in {0} {1}": "кончается через {0} {0:день|дня|дней}",
  "the key works but {0}; the plan wants at least {1}": "ключ работает, но {0}; план требует не меньше {1}",
  "is empty": "пуст",
  "put the key there": "положите ключ туда",
  "still holds a placeholder": "всё ещё заглушка",
  "is shorter than 8 characters, too short for a secret": "короче 8 символов, для секрета слишком мало",
  "make a longer one; if it is none, give it a name that does not speak of one":
    "сделайте длиннее; если это не секрет, дайте имя, которое о секрете не говорит",
  "holds a control character": "содержит управляющий символ",
  "write it anew by hand": "наберите его заново",
  "add it there, or take it out of the plan's names": "добавьте туда или уберите из имён плана",
  "{0} has the value that {1} has on staging": "у {0} то же значение, что на стейджинге у {1}",
  "make a key of its own for production; if it has to be the same, name it under shared":
    "сделайте для боя свой ключ; если он должен совпадать, назовите его в shared",
  "look at the names and shapes of the settings in {0}": "взгляд на имена и вид настроек в {0}",
  "the settings in {0} cannot be read": "настройки в {0} не прочитать",
  "let the user that deploys read it (chgrp and mode 0640), or correct the path":
    "дайте прочитать пользователю, который выкладывает (chgrp и права 0640), или исправьте путь",
  "the shell there would show the keys to others, so they were not looked at":
    "тамошняя оболочка показала бы ключи другим, поэтому на них не смотрели",
  "let sh be dash, bash or busybox": "пусть sh будет dash, bash или busybox",
  "{0} is not installed, so the settings in {1} were not looked at":
    "{0} не установлен, поэтому на настройки в {1} не смотрели",
  "install {0} (coreutils)": "установите {0} (coreutils)",
  "the settings in {0} could not be looked at to the end": "настройки в {0} не удалось посмотреть до конца",
  "may this user become the one who reads the file (sudo -n)?":
    "может ли этот пользователь стать тем, кто читает файл (sudo -n)?",
  "psql is not installed on {0}": "psql не установлен на {0}",
  "connected, but the answer cannot be read": "соединение есть, но ответ не прочитать",
  "connected to another database than the plan's": "соединение есть, но база не та, что в плане",
  "connected as a superuser, or as a role that may become one":
    "соединение от суперпользователя или роли, которая может им стать",
  "connected to a replica, which cannot be written to": "соединение с репликой, писать туда нельзя",
  "connected in {0} s, not as a superuser": "соединение за {0} с, не от суперпользователя",
  "pg_service.conf has no such service": "в pg_service.conf такой службы нет",
  "no password for it in the password file, or the file is open to others (mode 0600)":
    "в файле паролей для неё нет пароля, или файл открыт другим (права 0600)",
  "the server takes no connection now": "сервер сейчас соединений не принимает",
  "the password is refused": "пароль не принят",
  "no such database there": "такой базы там нет",
  "pg_hba.conf lets this role not in from here": "pg_hba.conf не пускает эту роль отсюда",
  "the server refuses the connection": "сервер отказывает в соединении",
  "{0} itself cannot be reached, so nothing was asked": "сам {0} недоступен, поэтому ничего не спрашивали",
  "{0} takes {1}": "{0} принимает {1}",
  "Mail server {0} takes {1}": "Почтовый сервер {0} принимает {1}",
  "Bucket {0} opens with {1}": "Бакет {0} открывается с {1}",
  "Database {0} lets the service in": "База {0} пускает службу",
  "{0} lets {1} in": "{0} пускает {1}",
  "Telegram takes {0}": "Telegram принимает {0}",
  "GitHub takes {0}": "GitHub принимает {0}",
  "{0} says so": "{0} говорит, что всё в порядке",
  "another region or endpoint is the bucket's": "у бакета другой регион или адрес",
  "another region, or not this storage": "другой регион или не это хранилище",
  "no such bucket": "такого бакета нет",
  "{0} (status {1})": "{0} (статус {1})",
  "the bucket opens, but nothing can be put there": "бакет открывается, но положить туда ничего нельзя",
  "a canary was put but not removed; look for {0}.*": "пробный объект положили, но не убрали; поищите {0}.*",
  "{0}; a canary was put and removed": "{0}; пробный объект положили и убрали",
  "must be the name of a setting, not its value": "должно быть именем настройки, а не её значением",
  "holds a space, a control character or a letter beyond ASCII":
    "содержит пробел, управляющий символ или букву вне ASCII",
  "holds credentials; name the setting that holds them as secret":
    "содержит логин с паролем; настройку, в которой они лежат, назовите в secret",
  "must have no ? and no #": "должно быть без ? и #",
  "must be a name, an IPv4 address, or an IPv6 address in [ ]":
    "должно быть именем, адресом IPv4 или адресом IPv6 в [ ]",
  "is not a header name": "не имя заголовка",
  "needs at least one status": "нужен хотя бы один статус",
  "holds the status of the right key as well": "содержит и статус верного ключа",
  "holds a colon or a control character": "содержит двоеточие или управляющий символ",
  "needs one of user and user-secret": "нужно что-то одно: user или user-secret",
  "must be scheme and host only": "должно быть только схемой и хостом",
  "is not a region": "не регион",
  "is not the name of a bucket": "не имя бакета",
  "must be an object's name of letters, digits, . _ - and /": "должно быть именем объекта из букв, цифр, . _ - и /",
  "holds a space": "содержит пробел",
  "is not a database name": "не имя базы",
  "must be a name or an address": "должно быть именем или адресом",
  "is not a user name": "не имя пользователя",
  'must be public host keys such as "ssh-ed25519 AAAA..."':
    'должно быть открытыми ключами хоста, например "ssh-ed25519 AAAA..."',
  "status {0}: the server is not able to tell now": "статус {0}: сервер сейчас сказать не может",
  "status {0} after the login": "статус {0} после входа",
  "ssh is not installed on {0}": "ssh не установлен на {0}",
  "the private key is not there, or cannot be read": "закрытого ключа нет, или его не прочитать",
  "ssh could not be run on {0} (exit {1})": "на {0} не запустить ssh (код {1})",
  "let in in {0} s, host key as in the plan": "пустили за {0} с, ключ хоста — как в плане",
  "let in, but `true` exited {0} there": "пустили, но `true` там завершилась с {0}",
  "shows another host key than the plan's": "показывает не тот ключ хоста, что в плане",
  "the private key is open to others (mode 0600)": "закрытый ключ открыт другим (права 0600)",
  "the private key cannot be used: not whole, or locked with a passphrase":
    "закрытым ключом не воспользоваться: не весь или под паролем",
  "the key is refused": "ключ не принят",
  "the connection is refused": "в соединении отказано",
  "no way there": "туда нет пути",
  // actions
  "is not the id of a comment": "не id комментария",
  "input comment": "вход comment",
  "pass github.event.comment.id": "передайте github.event.comment.id",
  "is not JSON": "не JSON",
  "input results": "вход results",
  "The checklist is {0}": "Чек-лист: {0}",
  "## {0} {1} is ready for its window\n\nThe checklist is [#{2}]({3}). The plan's digest is `{4}`; what is approved is this plan at commit `{5}` and no other.\n\n**Point of no return:** {6}.\n":
    "## {0} {1} готов к окну\n\nЧек-лист — [#{2}]({3}). Отпечаток плана `{4}`; согласуют именно этот план в коммите `{5}` и никакой другой.\n\n**Точка невозврата:** {6}.\n",
  "measured the day before": "измерено накануне",
  "earlier launches": "прежние запуски",
  "a usual value": "обычное значение",
  "## Forecast\n\n{0}\n\n| step | expected, s | at most, s | from |\n|---|---|---|---|\n{1}\n":
    "## Прогноз\n\n{0}\n\n| шаг | ожидаем, с | самое большее, с | откуда |\n|---|---|---|---|\n{1}\n",
  "input {0}": "вход {0}",
  'is "{0}"': "«{0}»",
  "use one of: {0}": "возьмите одно из: {0}",
  "input digest": "вход digest",
  "pass the output of the step with state: look; it is what was approved":
    "передайте выход шага с state: look; это то, что согласовали",
  "## golive {0} was ended early\n\n{1}\n": "## golive {0} прервали\n\n{1}\n",
  "{0}\nWhat state the site is in could not be looked up; `golive status` says it.":
    "{0}\nВ каком состоянии сайт, посмотреть не удалось; скажет `golive status`.",
  "golive {0}": "golive {0}",
  "{0} was cancelled.": "{0}: отменено.",
  "{0}\nThe run was cancelled. The site stays as it is; the checklist says how that is.":
    "{0}\nПрогон отменили. Сайт остаётся как есть; каким — видно в чек-листе.",
  "golive plan": "golive plan",
  ", not required": ", не обязательно",
  ", accepted by {0}": ", берёт на себя {0}",
  "## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n{0}\n\n{1}\n":
    "## Проверка\n\n| проверка | вердикт | что видно |\n|---|---|---|\n{0}\n\n{1}\n",
  "{0} more; the summary has them all": "ещё {0}; все — в summary",
  "is not a duration": "не длительность",
  "input limit": "вход limit",
  "write it as 5h30m, 90m or 30s": "напишите так: 5h30m, 90m или 30s",
  // checklist
  "{0} · comment {1} · {2}": "{0} · комментарий {1} · {2}",
  "The checklist #{0} could not be updated: {1}. The journal has it all; it is tried again.":
    "Не удалось обновить чек-лист #{0}: {1}. В журнале всё есть; попробуем ещё раз.",
  // checks
  "not asked": "не спрашивали",
  "no answer": "нет ответа",
  "wants a tenant (status 401)": "требует tenant (статус 401)",
  "refuses the key (status {0})": "не принимает ключ (статус {0})",
  "wants a key (status {0})": "требует ключ (статус {0})",
  "leads elsewhere (status {0}); the plan has to name the address itself":
    "перенаправляет (статус {0}); план должен назвать сам адрес",
  "status {0}{1}": "статус {0}{1}",
  "status {0}": "статус {0}",
  "the answer is no JSON": "в ответе не JSON",
  "cancelled; the last look said: {0}": "отменено; последний взгляд: {0}",
  "another version": "другая версия",
  "did not come to an end within its limit of {0}": "не закончилась за свой предел {0}",
  "{0} answers {1}": "{0} отвечает {1}",
  "Smoke tests: {0}": "Smoke-тесты: {0}",
  "{0} says so on {1}": "{0} на {1} говорит, что всё в порядке",
  " of {0}": " {0}",
  "The certificate{0} is good": "Сертификат{0} хорош",
  "The site's name": "Имя сайта",
  "{0} leads where it should": "{0} ведёт куда надо",
  "The units of the service": "Юниты службы",
  " on {0}": " на {0}",
  "{0} run{1}{2}": "{0}: в работе{2}",
  "Every migration is applied": "Все миграции применены",
  "The Telegram bot is well": "Бот в Telegram в порядке",
  "Prometheus scrapes the release (job {0})": "Prometheus собирает метрики релиза (job {0})",
  "Requests arrive in Loki": "Запросы доходят до Loki",
  "Requests arrive in {0}": "Запросы доходят до {0}",
  "Grafana is well": "Grafana в порядке",
  "in {0} s": "за {0} с",
  "{0} did not end within {1} s": "{0} не завершилась за {1} с",
  "exit 0 {0}": "код 0 {0}",
  "{0} could not be run{1}": "{0} не запустить{1}",
  "exit {0} {1}{2}": "код {0} {1}{2}",
  "is not a name such as clinic.example.org": "не имя вроде clinic.example.org",
  "is not the name of a unit": "не имя юнита",
  "must be an IP address, or IP:PORT ([…]:PORT for IPv6)": "должно быть IP-адресом или IP:PORT (для IPv6 […]:PORT)",
  "needs at least one server": "нужен хотя бы один сервер",
  "is not an IP address": "не IP-адрес",
  "needs at least one address": "нужен хотя бы один адрес",
  "has addresses that are another zone's: take addresses and ipv6 out":
    "адреса тут из другой зоны: уберите addresses и ipv6",
  "which servers {0} has is not known: {1}": "неизвестно, какие серверы у {0}: {1}",
  "no address is known of {0}, a server of {1}": "не найти адреса {0}, а это сервер {1}",
  "no zone is known that {0} would be in": "неизвестно, в какой зоне был бы {0}",
  "no answer in time": "вовремя не ответил",
  "connection refused": "в соединении отказано",
  "it could not be asked": "спросить не удалось",
  "{0} has no server that could be asked": "у {0} нет сервера, которого можно спросить",
  nothing: "ничего",
  "{0} at {1}": "{0} на {1}",
  "the servers do not agree: {0}": "серверы расходятся: {0}",
  "TTL {0} s": "TTL {0} с",
  "{0} server{1}: {2} leads to {3}": "{0} {0:сервер|сервера|серверов}: {2} ведёт на {3}",
  "CAA allows {0}": "CAA разрешает {0}",
  "answers {0}": "отвечает {0}",
  "does not know {0} (NXDOMAIN)": "не знает {0} (NXDOMAIN)",
  "{0} is no alias": "{0} — не псевдоним",
  "{0} is an alias of {1}, not of {2}": "{0} — псевдоним {1}, а не {2}",
  "{0} has no address": "у {0} нет адреса",
  "{0} is missing": "не хватает {0}",
  "leads to {0} as well, which the plan does not name": "ведёт ещё и на {0}, чего в плане нет",
  "{0} has no AAAA record": "у {0} нет записи AAAA",
  "others may remember it for {0} s, and the plan wants {1} s at most":
    "другие могут помнить её {0} с, а план требует не больше {1} с",
  "answers {0} when asked for CAA, and no CA issues then":
    "на вопрос о CAA отвечает {0}, и тогда ни один CA не выпускает",
  "has a critical CAA record that CAs may not know": "есть критическая запись CAA, которую CA могут не знать",
  nobody: "никто",
  "CAA does not allow {0}: {1}": "CAA не разрешает {0}: {1}",
  "Elasticsearch: the answer is not of its API": "Elasticsearch: так его API не отвечает",
  "Elasticsearch says that its answer is not whole": "Elasticsearch говорит, что ответ неполон",
  "Grafana: the answer is not of its API": "Grafana: так её API не отвечает",
  "Grafana's database is not well": "база Grafana не в порядке",
  "Grafana{0} and its database are well": "Grafana{0} и её база в порядке",
  "the maintenance page is up, and there is no token that leads past it":
    "включена страница обслуживания, а токена, который пускает мимо неё, нет",
  "the maintenance page answers, although the launch's token was sent":
    "отвечает страница обслуживания, хотя токен запуска передан",
  "connection failed": "соединиться не удалось",
  "no answer: {0}": "нет ответа: {0}",
  "status {0} {1}, expected {2}": "статус {0} {1}, а ждали {2}",
  "answered {0}, later than {1} s": "ответ через {0}, позже чем {1} с",
  'the answer does not hold "{0}"': 'в ответе нет "{0}"',
  "status {0} {1}, but {2}": "статус {0} {1}, но {2}",
  "status {0} {1}": "статус {0} {1}",
  "there is a header {0}": "есть заголовок {0}",
  "there is no header {0}": "нет заголовка {0}",
  'the header {0} is not "{1}"': 'заголовок {0} — не "{1}"',
  "the answer has no {0}": "в ответе нет {0}",
  "{0} is not {1}": "{0} — не {1}",
  "is not installed": "не установлен",
  "cannot be run": "не запускается",
  "curl {0} on {1}": "curl {0} на {1}",
  "curl did not end within {0} s": "curl не завершился за {0} с",
  "the JUnit report holds no test suite": "в отчёте JUnit нет ни одного набора тестов",
  "{0} at {1}:{2}": "{0} в {1}:{2}",
  "the canary got {0}": "пробный запрос: {0}",
  "{0} of {1} canary requests logged by {2}, not by {3}": "{0} из {1} пробных запросов записала {2}, а не {3}",
  none: "ни одного",
  "{0} of {1} canary requests in the log within {2} s": "за {2} с в журнале {0} из {1} пробных запросов",
  "{0} of {1} canary lines name no version": "{0} из {1} пробных строк не называют версии",
  "{0} of {1} canary requests logged by {2}, after {3}": "{0} из {1} пробных запросов записала {2}, через {3}",
  "{0} s": "{0} с",
  "{0}–{1} s": "{0}–{1} с",
  "errors by request: no request is in the log": "ошибки на запрос: в журнале нет ни одного запроса",
  "; before: {0} of {1} ({2})": "; до того: {0} из {1} ({2})",
  "errors by request: {0}{1}": "ошибки на запрос: {0}{1}",
  "Loki: the answer is not of its API": "Loki: так его API не отвечает",
  "the plan does not tell how the service's migrations are listed": "план не говорит, как перечислить миграции службы",
  "{0} not applied on {1}: {2}": "не применено на {1}: {0}: {2}",
  "every migration is applied": "все миграции применены",
  "this preset cannot compare models and migrations": "этот пресет не умеет сравнивать модели и миграции",
  "the models hold what no migration makes: {0}": "в моделях есть то, чего не создаёт ни одна миграция: {0}",
  "every migration is applied, and the models hold nothing beyond them":
    "все миграции применены, и ничего сверх них в моделях нет",
  "1 migration is": "1 миграция",
  "{0} {0:migration is|migrations are|migrations are}": "{0} {0:миграция|миграции|миграций}",
  "{0} and {1} more": "{0} и ещё {1}",
  "Prometheus: the answer is not of its API": "Prometheus: так его API не отвечает",
  "of job {0}": "job {0}",
  "Prometheus scrapes no target {0}": "Prometheus не собирает ни одной цели {0}",
  "{0} of {1} targets {2} down{3}": "не отвечает {0} из {1} {1:цели|целей|целей}, {2}{3}",
  "{0} {0:target|targets|targets} {1}, and the service has {2} instances":
    "{0} {0:цель|цели|целей} {1}, а у службы экземпляров {2}",
  "{0} of {1} targets {2} not scraped since the release was started":
    "{0} из {1} {1:цели|целей|целей}, {2}, не опрошены с тех пор, как запустили релиз",
  "no series {0} {1}": "нет ряда {0} {1}",
  "no {0}": "без {0}",
  "{0} of {1} series {2} of {3}, not of {4}": "{0} из {1} {1:ряда|рядов|рядов} {2}: {3}, а не {4}",
  "{0} has no number": "{0}: не число",
  "{0} series {1} of {2}, and the service has {3} instances":
    "{0} {0:ряд|ряда|рядов} {1}: {2}, а у службы экземпляров {3}",
  "{0} of {1} samples of {2} from before the release was started":
    "{0} из {1} {1:замера|замеров|замеров} {2} сделаны до запуска релиза",
  "{0} of {1} targets up, scraped {2} s ago; all of {3}":
    "{0:отвечает|отвечают|отвечают} {0} из {1} {1:цели|целей|целей}, опрос {2} с назад; все {3}",
  "the canary's counter has no series": "у счётчика пробных запросов нет ряда",
  "the canary's counter fell: what counts was started again meanwhile":
    "счётчик пробных запросов уменьшился: то, что считает, тем временем перезапустили",
  "{0} canary requests moved the counter by {1}, seen for {2} s":
    "{0} {0:пробный запрос|пробных запроса|пробных запросов} сдвинули счётчик на {1}, смотрели {2} с",
  "{0} canary requests counted after {1} s":
    "{0} {0:пробный запрос посчитан|пробных запроса посчитаны|пробных запросов посчитаны} через {1} с",
  "the canary's counter has {0} series; sum them in the plan":
    "у счётчика пробных запросов рядов {0}; сложите их в плане",
  "the canary's counter has no number": "у счётчика пробных запросов не число",
  "no data": "нет данных",
  "no number": "не число",
  "samples has {0} series; sum them in the plan": "у samples рядов {0}; сложите их в плане",
  "{0} {0:sample|samples|samples}, and the plan wants {1}": "{0} {0:замер|замера|замеров}, а план требует {1}",
  "{0}, at most {1}": "{0}, не больше {1}",
  "{0}, at least {1}": "{0}, не меньше {1}",
  ", at most {0}": ", не больше {0}",
  ", at least {0}": ", не меньше {0}",
  "more than one series; sum them in the plan": "рядов больше одного; сложите их в плане",
  "no data about all requests": "нет данных обо всех запросах",
  "no data about bad ones; where none is usual, write (…) or vector(0)":
    "нет данных о плохих; где их обычно нет, напишите (…) or vector(0)",
  "{0} bad of {1}, at most {2}": "плохих {0} из {1}, не больше {2}",
  "{0}: these do not belong together": "{0}: одно с другим не сходится",
  "{0}: too few to tell": "{0}: слишком мало, чтобы сказать",
  "Prometheus says that its answer is not whole": "Prometheus говорит, что ответ неполон",
  "is not a way such as checks[0].status": "не путь вроде checks[0].status",
  "needs at least one rule": "нужно хотя бы одно правило",
  "does not name {report}": "не называет {report}",
  "is not a variable's name": "не имя переменной",
  "needs one of expr and bad": "нужно что-то одно: expr или bad",
  "bad and all go together": "bad и all идут вместе",
  "needs at-most or at-least": "нужно at-most или at-least",
  "needs one of at-most (a share, 0 to 1) and slo": "нужно что-то одно: at-most (доля, от 0 до 1) или slo",
  "is not the name of a label": "не имя метки",
  "is not the name of a metric": "не имя метрики",
  "holds a space or a letter beyond ASCII": "содержит пробел или букву вне ASCII",
  "must begin with a selector in { }": "должно начинаться с селектора в { }",
  "needs one of label and field": "нужно что-то одно: label или field",
  "is not the name of an index": "не имя индекса",
  "the tests did not end within {0} s": "тесты не закончились за {0} с",
  "no tests in {0}": "в {0} нет тестов",
  "{0} wrote no report (exit {1})": "{0} не записал отчёта (код {1})",
  ": is {0} there?": ": есть ли там {0}?",
  ": is pytest in the environment?": ": есть ли pytest в окружении?",
  "pytest wrote no report (exit {0}{1}{2})": "pytest не записал отчёта (код {0}{1}{2})",
  ", {0} failed": ", не прошло {0}",
  "the report counts {0} {0:failure|failures|failures} and names none":
    "отчёт насчитал {0} {0:ошибку|ошибки|ошибок} и ни одной не называет",
  ", {0} {0:error|errors|errors}": ", с ошибкой {0}",
  ", {0} skipped": ", пропущено {0}",
  "{0} of {1} passed{2}{3}{4}": "прошло {0} из {1}{2}{3}{4}",
  "{0}; first: {1} ({2})": "{0}; первый: {1} ({2})",
  "{0}; the tests could not be run as they should (exit {1})": "{0}; тесты не удалось запустить как следует (код {1})",
  "{0}, yet {1} exited {2}": "{0}, и всё же {1} завершился с {2}",
  "{0}; the plan wants at least {1} passed": "{0}; план требует, чтобы прошло не меньше {1}",
  "{0}; the plan allows {1} skipped": "{0}; план позволяет пропустить {1}",
  "needs at least one unit": "нужен хотя бы один юнит",
  "no unit is named for {0}": "для {0} не назван ни один юнит",
  "systemd on {0} does not answer": "systemd на {0} не отвечает",
  "its journal is not shown to this user (group systemd-journal)":
    "этому пользователю журнал не показывают (группа systemd-journal)",
  "its journal could not be read in time": "журнал не удалось прочитать вовремя",
  "its journal cannot be read (exit {0})": "журнал не прочитать (код {0})",
  "{0} on {1} {2}": "{0} на {1}: {2}",
  ", never restarted": ", без перезапусков",
  ", {0} errors in the journal": ", ошибок в журнале: {0}",
  "is not told of by systemd": "systemd о нём не говорит",
  "is no unit there": "такого юнита там нет",
  "is masked": "замаскирован",
  "is not told of by systemd a second time": "во второй раз systemd о нём не говорит",
  "is still starting ({0})": "ещё запускается ({0})",
  "is {0} ({1}{2})": "в состоянии {0} ({1}{2})",
  "is active, but {0}": "активен, но {0}",
  "cannot be asked how often it was restarted: systemd there is too old":
    "не узнать, сколько раз его перезапускали: systemd там слишком старый",
  "was restarted {0} {0:time|times|times} by systemd": "systemd перезапускал его {0} {0:раз|раза|раз}",
  "was started anew between two looks": "между двумя взглядами его запустили заново",
  "does not say since when it runs": "не говорит, с каких пор работает",
  "runs since before the release was started ({0} s before)":
    "работает с тех пор, как релиза ещё не было (на {0} с раньше)",
  "is active, but its journal holds nothing since the start, not even that it started: may golive read it, and is it kept?":
    "активен, но в журнале с запуска ничего нет, даже о самом запуске: можно ли golive его читать, и хранится ли он?",
  "{0} or more": "{0} или больше",
  "has {0} entries of priority err or worse in its journal since the start":
    "записей с приоритетом err и хуже в журнале с запуска: {0}",
  "must be scheme, host and path only": "должно быть только схемой, хостом и путём",
  "is not the name of a bot": "не имя бота",
  "must be HOST or HOST/BEGINNING-OF-THE-PATH, without https://": "должно быть HOST или HOST/НАЧАЛО-ПУТИ, без https://",
  "cannot be with a webhook: leave one of them out": "вместе с вебхуком нельзя: уберите что-то одно",
  "the bot answers with this token": "с этим токеном бот отвечает",
  "{0} itself cannot ask: {1}": "сам {0} спросить не может: {1}",
  "Telegram: no answer within {0} s": "Telegram: нет ответа за {0} с",
  "curl could not be run on {0}": "на {0} не запустить curl",
  "no connection (curl {0})": "нет соединения (curl {0})",
  "Telegram refuses the token in {0} (status {1})": "Telegram не принимает токен из {0} (статус {1})",
  "Telegram: asked too often to tell (status 429)": "Telegram: спрашивали слишком часто, сказать нельзя (статус 429)",
  ", and no answer of a Bot API": ", и это не ответ Bot API",
  "Telegram: status {0}{1}": "Telegram: статус {0}{1}",
  "Telegram: this is not what the Bot API says of a bot": "Telegram: так Bot API о боте не отвечает",
  "the token in {0} is another bot's": "токен в {0} — от другого бота",
  "Telegram: this is not what the Bot API says of a webhook": "Telegram: так Bot API о вебхуке не отвечает",
  "the webhook was looked at less than three times": "на вебхук посмотрели меньше трёх раз",
  "a webhook is set, so the bot gets nothing by fetching": "задан вебхук, и опросом бот ничего не получает",
  "no webhook is set": "вебхук не задан",
  "the webhook leads elsewhere than the plan says": "вебхук ведёт не туда, куда велит план",
  "Telegram could not deliver a message since the release was started":
    "с запуска релиза Telegram не смог доставить сообщение",
  "{0} messages wait": "ждут сообщения: {0}",
  "{0}, more than {1}": "{0}, больше чем {1}",
  "{0}: they become more": "{0}: их всё больше",
  "{0}: whether they become more cannot be told": "{0}: становится ли их больше, не понять",
  "its webhook leads where it should": "вебхук ведёт куда надо",
  "the bot answers, {0}; {1}": "бот отвечает, {0}; {1}",
  "{0} is not in the settings file, or empty": "в файле настроек нет {0}, или он пуст",
  "the settings file cannot be read on {0}": "на {0} не прочитать файл настроек",
  "the shell on {0} would show the token to others, so nothing was asked":
    "оболочка на {0} показала бы токен другим, поэтому ничего не спрашивали",
  "must be HOST or HOST:PORT": "должно быть HOST или HOST:PORT",
  "must be certificates in PEM (-----BEGIN CERTIFICATE-----)":
    "должно быть сертификатами в PEM (-----BEGIN CERTIFICATE-----)",
  "no address was asked": "ни одного адреса не спросили",
  "the connection broke": "соединение оборвалось",
  " and ": " и ",
  "{0} address{1}, {2}": "{0} {0:адрес|адреса|адресов}, {2}",
  "http leads to https": "http ведёт на https",
  "{0} is active": "{0} активен",
  "{0}… at {1}": "{0}… на {1}",
  "not the same certificate everywhere: {0}": "сертификат не везде один: {0}",
  "⚠ a renewal is due: ": "⚠ пора продлевать: ",
  "{0}{1} left of {2}": "{0}осталось {1} из {2}",
  "{0} {0:day|days|days}": "{0} {0:день|дня|дней}",
  "the name has no address": "у имени нет адреса",
  "speaks {0} only, older than {1}": "говорит только {0}, старше чем {1}",
  "no TLS connection comes about ({0})": "TLS-соединение не складывается ({0})",
  "whether it still takes less than {0} is not known: no answer":
    "принимает ли ещё старше чем {0}, неизвестно: нет ответа",
  "still takes {0}, older than {1}": "всё ещё принимает {0}, старше чем {1}",
  "the certificate names no lifetime": "в сертификате не указан срок",
  "the certificate ended {0} ago": "срок сертификата кончился, прошло: {0}",
  "the certificate is good in {0} only": "сертификат начнёт действовать только через {0}",
  "{0} left of {1}: its renewal is long due": "осталось {0} из {1}: продлить надо было давно",
  "{0} left, and the plan wants {1}": "осталось {0}, а план требует {1}",
  "the certificate is not for {0}": "сертификат не для {0}",
  "the certificate is signed by itself": "сертификат подписан сам собой",
  "it is not of the plan's CA": "он не от CA из плана",
  "its CA is not known": "его CA неизвестен",
  "the chain is not whole: an intermediate certificate is not sent, or {0}":
    "цепочка неполна: не передан промежуточный сертификат, или {0}",
  "the certificate is not of the plan's CA": "сертификат не от CA из плана",
  "a certificate of the chain has ended": "кончился срок сертификата из цепочки",
  "the certificate is not trusted ({0})": "сертификату нет доверия ({0})",
  "http: no answer ({0})": "http: нет ответа ({0})",
  "http shows the maintenance page, so where it leads is not known":
    "http показывает страницу обслуживания, поэтому куда ведёт, неизвестно",
  "http answers {0} and does not lead to https": "http отвечает {0} и не ведёт на https",
  "http leads elsewhere than to https": "http ведёт не на https",
  "{0} cannot be asked for: {1}": "о {0} не спросить: {1}",
  "systemd on {0} does not say how {1} is": "systemd на {0} не говорит, как там {1}",
  "there is no {0} on {1}": "{0} на {1} нет",
  "{0} on {1} is {2}": "{0} на {1} в состоянии {2}",
  "{0} on {1} has no next run": "у {0} на {1} нет следующего запуска",
  "systemd on {0} does not say how the last run of {1} went":
    "systemd на {0} не говорит, как прошёл последний запуск {1}",
  "the last run of {0} on {1} failed ({2})": "последний запуск {0} на {1} не удался ({2})",
  // cli
  "none yet": "пока нет",
  "up on some balancers, down on others": "на одних балансировщиках включена, на других снята",
  up: "включена",
  down: "снята",
  "maintenance page  {0}": "страница обслуживания    {0}",
  free: "свободен",
  "lock              {0}": "замок                    {0}",
  "there is no reason": "нет причины",
  'say why, for the record: golive maintenance off --because "…"':
    'скажите почему, для записи: golive maintenance off --because "…"',
  "The site is open: {0}\n": "Сайт открыт: {0}\n",
  "nobody is named": "никто не назван",
  "a lock is broken by a person who answers for it; give your name":
    "замок ломает человек, который за это отвечает; назовите своё имя",
  "say why, for the record": "скажите почему, для записи",
  "the plan names no way past the maintenance page": "план не называет пути мимо страницы обслуживания",
  "add load-balancer.bypass (docs/maintenance.md)": "добавьте load-balancer.bypass (docs/maintenance.md)",
  "no page of golive is up, so there is no token": "страницы golive нет, поэтому нет и токена",
  "it is made when the page goes up; `golive status` says how the site stands":
    "он появляется вместе со страницей; как обстоит с сайтом, скажет `golive status`",
  "The page of {0} lets this token through. It is a secret, and ends with the page.\n\nIn a browser, on the page itself, in the console of its tools (F12):\n  document.cookie = \"{1}={2}; path=/; SameSite=Lax{3}\"; location.reload()\n\nWith curl:\n  curl -H '{4}: {5}' {6}\n":
    "С этим токеном страница {0} пропускает. Это секрет, и кончается он вместе со страницей.\n\nВ браузере, на самой странице, в консоли её инструментов (F12):\n  document.cookie = \"{1}={2}; path=/; SameSite=Lax{3}\"; location.reload()\n\nС curl:\n  curl -H '{4}: {5}' {6}\n",
  "{0} holds what the rollback set aside.\n": "В {0} лежит то, что отложил откат.\n",
  "Nothing was written between the backup and the rollback.\n":
    "Между резервной копией и откатом ничего не записано.\n",
  table: "таблица",
  inserted: "добавлено",
  changed: "изменено",
  deleted: "удалено",
  "  {0}: not compared: {1}\n": "  {0}: не сравнивалось: {1}\n",
  "by people": "людьми",
  "there is no such file": "такого файла нет",
  "name the plan with --plan FILE": "назовите план: --plan ФАЙЛ",
  "the plan has no host {0}": "в плане нет хоста {0}",
  "this plan runs nothing with sudo there": "этот план там ничего не запускает через sudo",
  "golive may not manage {0}: {1}": "golive не может управлять {0}: {1}",
  "exit {0}": "код {0}",
  "let this user manage it: with sudo (docs/hosts.md has the lines), or by a rule of polkit":
    "разрешите это этому пользователю: через sudo (строки есть в docs/hosts.md) или правилом polkit",
  "{0} cannot be written, so {1} cannot be renamed": "{0} недоступна для записи, поэтому {1} не переименовать",
  "set sudo: true for it, with the lines that `golive sudoers` prints":
    "задайте для этого sudo: true и добавьте строки, которые печатает `golive sudoers`",
  "this file has {0} KiB, and a plan at most {1}": "в этом файле {0} КиБ, а в плане не больше {1}",
  "is this the plan? Name the file with --plan, or in the input plan":
    "это план? Назовите файл в --plan или во входном параметре plan",
  "and {0} more": "и ещё {0}",
  "mend these first": "сначала исправьте эти",
  "{0} cannot be made or written{1} ({2})": "{0} не создать или не записать{1} ({2})",
  "create it and give it to that user, or name another folder in {0}":
    "создайте её и отдайте этому пользователю, или назовите другую папку в {0}",
  "others may put something else in the place of {0} ({1})": "другие могут подменить {0} ({1})",
  "others may put something else in the place of {0}": "другие могут подменить {0}",
  "every folder on the way has to be root's or that user's, and written by no one else; or name another in {0}":
    "каждая папка на пути должна принадлежать root или этому пользователю, и больше никто не должен в неё писать; или назовите другую в {0}",
  "every folder on the way has to be root's or that user's, and written by no one else":
    "каждая папка на пути должна принадлежать root или этому пользователю, и больше никто не должен в неё писать",
  'golive: there is no command "{0}"\n{1}': 'golive: команды "{0}" нет\n{1}',
  "start from examples/golive.yml": "начните с examples/golive.yml",
  "check its rights": "проверьте права на него",
  "{0}: the plan holds ({1}, {2} {2:check|checks|checks})\n": "{0}: план верен ({1}, проверок: {2})\n",
  "{0}: {1} problem{2}": "{0}: {1} {1:ошибка|ошибки|ошибок}",
  '"{0}" is no word that golive clean knows': 'слова "{0}" golive clean не знает',
  "say --remove {0}": "скажите --remove {0}",
  '"{0}" is not a duration': '"{0}" — не длительность',
  "write 30d or 12h": "напишите 30d или 12h",
  "removed  {0} ({1})": "удалено    {0} ({1})",
  "stays    {0}: {1}": "остаётся   {0}: {1}",
  "Nothing is that old.": "Настолько старого ничего нет.",
  "{0} stays: {1}": "{0} остаётся: {1}",
  "Launches left nothing behind.\n": "Запуски ничего после себя не оставили.\n",
  "; stays: {0}": "; остаётся: {0}",
  "{0}\n\n{1} {1:thing|things|things}, {2}; 👤 holds people's data. To remove: golive clean --remove ID… --because REASON\n":
    "{0}\n\n{1} {1:вещь|вещи|вещей}, {2}; 👤 — с данными людей. Удалить: golive clean --remove ID… --because ПРИЧИНА\n",
  "{0} removes {1}, because {2}": "{0} удаляет {1}, потому что {2}",
  "{0} copies of uploaded files of earlier launches removed":
    "{0:удалена|удалены|удалено} {0} {0:копия|копии|копий} загруженных файлов прежних запусков",
  "nothing that a launch left is called {0}; nothing was removed":
    "среди оставленного запусками нет ничего с именем {0}; ничего не удалено",
  "`golive clean` lists what there is": "что есть, показывает `golive clean`",
  "a launch holds the lock ({0}, {1}), and may need what is there":
    "блокировку держит запуск ({0}, {1}), и то, что там лежит, может ему понадобиться",
  "wait until it is over; `golive status` says how it stands": "дождитесь его конца; как дела, скажет `golive status`",
  "this launch left nothing behind": "этот запуск ничего после себя не оставил",
  "{0} {0:thing|things|things}, {1}, kept until {2}; `golive clean` lists them, and removes what is named":
    "{0} {0:вещь|вещи|вещей}, {1}, хранится до {2}; `golive clean` их перечислит и удалит названное",
  "the newest backup that is proved": "самая новая из доказанных копий",
  "a launch is under way, and may use it": "идёт запуск, и оно может ему понадобиться",
  "{0} could not be dropped; somebody may be connected to it": "{0} не удалить; возможно, к ней кто-то подключён",
  "look at pg_stat_activity, then try again": "посмотрите pg_stat_activity и попробуйте снова",
  "the launch is under way": "запуск идёт",
  "kept until {0} (keep-for)": "хранится до {0} (keep-for)",
  "the way back from the release that is live": "путь назад от релиза, который работает",
  // core
  "it is not on the checklist of the launch that was opened last":
    "он не в чек-листе запуска, который открыли последним",
  "the checklist is closed; reopen it, or start the launch again":
    "чек-лист закрыт; откройте его снова или начните запуск заново",
  "it was posted by a bot or an app; an approver has to write it by hand":
    "его написал бот или приложение; согласующий должен написать сам",
  "its author is not among the approvers of the plan (approval.comment.approvers)":
    "его автора нет среди согласующих плана (approval.comment.approvers)",
  "its author started this launch; somebody else has to approve it":
    "его автор начал этот запуск; согласовать должен другой",
  "its author may not write to this repository": "его автор не может писать в этот репозиторий",
  "it was edited after it was posted; write a new one": "его правили после отправки; напишите новый",
  "it was used already; each approval counts once": "он уже использован; каждое согласование считается один раз",
  "the launch that was opened last is of another tag": "последним открыли запуск другого тега",
  "the tag or the plan has changed since this launch was opened; start a new launch, so that an approver sees what has changed":
    "с открытия этого запуска изменился тег или план; начните новый запуск, чтобы согласующий увидел, что изменилось",
  "it names another plan digest than this launch has": "отпечаток плана в нём не тот, что у этого запуска",
  "it is older than the run that opened this launch": "он старше прогона, который открыл этот запуск",
  "this launch does not wait for an approval now; the checklist says how it stands":
    "согласования этот запуск сейчас не ждёт; как обстоит дело, видно в чек-листе",
  " (and {0} more)": " (и ещё {0})",
  refused: "отказано",
  "was ended by a signal": "прервана сигналом",
  "exited {0}": "завершилась с {0}",
  "{0} KiB": "{0} КиБ",
  "{0} MiB": "{0} МиБ",
  "{0} GiB": "{0} ГиБ",
  "the tag is empty": "тег пуст",
  "the tag may hold letters, digits and . _ + / - only, and starts with a letter or digit":
    "в теге могут быть только латинские буквы, цифры и . _ + / -, и начинается он с буквы или цифры",
  "this is not a name that git accepts for a tag": "такого имени для тега git не примет",
  "the tag is longer than 100 characters": "тег длиннее 100 символов",
  requests: "запросы",
  "requests in time": "ответы вовремя",
  "own requests": "собственные запросы",
  units: "юниты",
  bot: "бот",
  "{0}: {1} of {2} bad in {3} min": "{0}: плохих {1} из {2} за {3} мин",
  "a unit of the service does not run": "юнит службы не работает",
  "the bot is not well": "бот не в порядке",
  "nothing could be asked for, {0} {0:time|times|times} in a row":
    "спросить ничего не удалось, {0} {0:раз|раза|раз} подряд",
  // database
  "pg_restore and gzip of {0}": "pg_restore и gzip для {0}",
  "table {0} is not in the dump": "таблицы {0} нет в дампе",
  "the dump holds the table with oid {0}, which the database does not have":
    "в дампе есть таблица с oid {0}, которой нет в базе",
  "table {0} does not have the same bytes in the dump": "в дампе у таблицы {0} другие байты",
  "offer a dump in directory or custom format (pg_dump --format=directory)":
    "предложите дамп в формате directory или custom (pg_dump --format=directory)",
  "there is no such file or folder, or its folder may not be entered":
    "такого файла или папки нет, или в папку нельзя войти",
  "name a dump that lies on the database host": "назовите дамп, который лежит на хосте базы",
  "it may not be read by the user of the PostgreSQL programs":
    "пользователь программ PostgreSQL не может его прочитать",
  "give it to the user of database.run-as": "отдайте его пользователю из database.run-as",
  "this folder holds no dump: there is no toc.dat in it, or a damaged one":
    "в этой папке нет дампа: нет toc.dat, или он испорчен",
  "this is SQL text: that it is whole cannot be proved before it is used":
    "это текст SQL: доказать, что он целый, до использования нельзя",
  "it is packed with gzip": "он упакован gzip",
  "unpack it (gunzip), then offer the file inside": "распакуйте (gunzip) и предложите файл, который внутри",
  "it is encrypted": "он зашифрован",
  "decrypt and unpack it on the database host (age --decrypt), then offer what is inside":
    "расшифруйте и распакуйте его на хосте базы (age --decrypt), затем предложите то, что внутри",
  "it is a dump neither in directory nor in custom format": "дамп не в формате directory и не в custom",
  "a newer pg_dump": "более новый pg_dump",
  "its table of contents cannot be read: {0}": "его оглавление не прочитать: {0}",
  "this dump is damaged or cut off; offer another": "дамп испорчен или обрезан; предложите другой",
  "pg_dump {0}": "pg_dump {0}",
  " and {0} more": " и ещё {0}",
  "files of it are missing: {0}{1}": "не хватает его файлов: {0}{1}",
  "this dump is damaged; offer another": "дамп испорчен; предложите другой",
  "it was made by {0}, and pg_restore {1} here is older": "его сделал {0}, а здешний pg_restore {1} старше",
  "install the client programs of that version and name their folder in database.programs, or offer a dump of this version":
    "установите клиентские программы этой версии и назовите их папку в database.programs или предложите дамп нынешней версии",
  'it is a dump of the database "{0}", not of "{1}"': 'это дамп базы "{0}", а не "{1}"',
  "offer a dump of {0}": "предложите дамп {0}",
  "the manifest beside it cannot be read": "манифест рядом с ним не прочитать",
  "look who changed manifest.json, or offer another dump":
    "выясните, кто изменил manifest.json, или предложите другой дамп",
  "its manifest says that it comes from another PostgreSQL cluster ({0} instead of {1})":
    "судя по манифесту, он из другого кластера PostgreSQL ({0}, а не {1})",
  "offer a dump of this cluster": "предложите дамп этого кластера",
  "{0} ({1} old)": "{0} (уже {1})",
  "a prepared transaction is open in {0}, so that it can neither be cloned nor renamed: {1}":
    "в {0} открыта подготовленная транзакция, и базу не склонировать и не переименовать: {1}",
  "COMMIT PREPARED {0} or ROLLBACK PREPARED {1}": "COMMIT PREPARED {0} или ROLLBACK PREPARED {1}",
  "connected to {0}, after asking whose it is: {1}": "выясните, чья она, и в соединении с {0}: {1}",
  "{0}{1}, {2} old": "{0}{1}, уже {2}",
  "a transaction stays open in {0}, and its locks would hold up the dump: {1}":
    "в {0} не закрывается транзакция, её блокировки задержали бы дамп: {1}",
  "have its program end it, or as superuser: {0}": "пусть её закончит её программа, или суперпользователем: {0}",
  "replication slot {0}": "слот репликации {0}",
  "subscription {0}": "подписка {0}",
  "without a name": "без имени",
  "{0} attached {1} ({2})": "подключено получателей: {0} ({2})",
  "{0} takes part in logical replication, which blocks clone and rename, or stays with the renamed database: {1}":
    "{0} участвует в логической репликации, а она мешает клонировать и переименовать или остаётся у переименованной базы: {1}",
  "stop it before the launch and set it up again after it: disable the subscription on the other side and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here":
    "остановите её до запуска и настройте снова после: отключите подписку на другой стороне и удалите слот (SELECT pg_drop_replication_slot) или DROP SUBSCRIPTION здесь",
  "superusers are connected to {0}, and the role {1} may not end their sessions: {2}":
    "к {0} подключены суперпользователи, а роли {1} нельзя завершать их сеансы: {2}",
  "have them disconnect, or let database.connection be a superuser's":
    "пусть отключатся, или пусть database.connection будет от суперпользователя",
  "the role {0} may not end the sessions of other roles in {1}: {2}":
    "роли {0} нельзя завершать сеансы других ролей в {1}: {2}",
  'as superuser: GRANT pg_signal_backend TO "{0}"': 'суперпользователем: GRANT pg_signal_backend TO "{0}"',
  "the role {0} does not see what the sessions of other roles in {1} are, and would overlook them: {2}":
    "роль {0} не видит, что за сеансы у других ролей в {1}, и пропустила бы их: {2}",
  'as superuser: GRANT pg_read_all_stats TO "{0}"': 'суперпользователем: GRANT pg_read_all_stats TO "{0}"',
  "a database {0} is there already, and the launch needs its name": "база {0} уже есть, а её имя нужно запуску",
  "it is what an earlier launch kept; look at it, then rename or drop it yourself":
    "её сохранил прежний запуск; посмотрите и сами переименуйте или удалите",
  "or let database.connection be a superuser's": "или пусть database.connection будет от суперпользователя",
  'as superuser: GRANT {0} TO "{1}"; {2}': 'суперпользователем: GRANT {0} TO "{1}"; {2}',
  "owners or grants in {0} name roles that do not exist any more, and a dump of it could not be restored":
    "владельцы или права в {0} называют роли, которых больше нет; такой дамп не восстановить",
  "as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)":
    "суперпользователем уберите эти записи из списков доступа (psql: \\dp и \\ddp показывают их номерами)",
  "the role {0} may not give objects of a restored {1} to their owners, as it is no member of them":
    "роли {0} нельзя отдать объекты восстановленной {1} их владельцам: она не их член",
  "objects in {0} belong to superusers, and the role {1} may not restore them as theirs":
    "в {0} есть объекты суперпользователей, а роли {1} нельзя восстановить их такими",
  "give them to the database's owner (ALTER … OWNER TO); {0}": "отдайте их владельцу базы (ALTER … OWNER TO); {0}",
  "the role {0} may not put back grants in {1} that others than the owners gave":
    "роли {0} нельзя вернуть в {1} права, которые выдали не владельцы",
  "let the owners give these grants; {0}": "пусть эти права выдадут владельцы; {0}",
  "extensions of {0} are not installed on the server any more, and a dump of it could not be restored":
    "расширения {0} на сервере больше не установлены; такой дамп не восстановить",
  "install their packages again, or DROP EXTENSION what is not used":
    "установите их пакеты снова или DROP EXTENSION то, чем не пользуются",
  "the role {0} may not create extensions that {1} has; only a superuser may":
    "роли {0} нельзя создать расширения, которые есть в {1}; это может только суперпользователь",
  "DROP EXTENSION what is not used; {0}": "DROP EXTENSION то, чем не пользуются; {0}",
  "the role {0} may not read all of {1}, and pg_dump would stop there":
    "роли {0} нельзя читать всё в {1}, и pg_dump там остановился бы",
  'as superuser: GRANT pg_read_all_data TO "{0}" (PostgreSQL 14 and newer), and ALTER ROLE "{1}" BYPASSRLS where policies hide rows':
    'суперпользователем: GRANT pg_read_all_data TO "{0}" (PostgreSQL 14 и новее), а где строки скрывают политики — ALTER ROLE "{1}" BYPASSRLS',
  "the role {0} may not give a copy of {1} the settings that it has": "роли {0} нельзя дать копии {1} её настройки",
  "{0} was held open behind closed doors, and could neither be cloned nor renamed: {1}":
    "{0} и за закрытыми дверями осталась занята, её не удалось ни скопировать, ни переименовать: {1}",
  "end what holds it, or let database.connection be a superuser's, then run again":
    "завершите то, что её держит, или пусть database.connection будет суперпользователя, и запустите снова",
  "; {0} had to be ended and did not come back: restart PostgreSQL for it":
    "; {0} пришлось завершить, и само оно не вернулось: перезапустите ради него PostgreSQL",
  "the look at {0} failed, so that it is not known what is in the launch's way there: {1}":
    "осмотр {0} не удался, и что в ней помешает запуску, неизвестно: {1}",
  "try again; look in the server's log what it says there":
    "попробуйте снова; посмотрите, что сервер говорит в своём журнале",
  "the server would not let golive into the databases that the launch makes beside {0} ({1}): {2}":
    "сервер не пустит golive в базы, которые запуск создаёт рядом с {0} ({1}): {2}",
  'let its role into them in pg_hba.conf, by "all" or by their names, and reload it: SELECT pg_reload_conf()':
    "пустите его роль в них в pg_hba.conf, словом «all» или по именам, и перечитайте его: SELECT pg_reload_conf()",
  "the database {0} is invalid: dropping it was broken off, and nobody can connect to it any more":
    "база {0} недействительна: её удаление оборвалось, и подключиться к ней больше нельзя",
  "restore it from a backup under another name, then drop this one and rename the other":
    "восстановите её из копии под другим именем, затем удалите эту и переименуйте ту",
  "the write-ahead log that {0} holds": "журнал предзаписи, который держит {0}",
  "drop the slot or mend archive_command": "удалите слот или почините archive_command",
  "pg_cron of {0} is restored beside it under the name {1}, and there is such a database already":
    "pg_cron из {0} восстанавливается рядом под именем {1}, а такая база уже есть",
  "rename that database, or drop it": "переименуйте ту базу или удалите её",
  "tables of {0} were added to extensions that do not bring them, so that pg_dump leaves them out: {1}":
    "таблицы {0} добавлены в расширения, которые их не создают, и pg_dump их пропускает: {1}",
  "golive's own settings do not reach the server, as a service file with options= goes before them, and it would be stopped by: {0}":
    "настройки самого golive не доходят до сервера, потому что options= файла служб важнее, и его остановит: {0}",
  "take options= out of that entry of pg_service.conf, or name host, port and user in database.connection":
    "уберите options= из этой записи pg_service.conf или назовите host, port и user в database.connection",
  "indexes of {0} were sorted by other versions of these collations, and may not find what they hold: {1}":
    "индексы {0} отсортированы по другим версиям этих правил сортировки и могут не найти того, что в них есть: {1}",
  'before the launch: REINDEX DATABASE "{0}"; ALTER COLLATION … REFRESH VERSION for each':
    'до запуска: REINDEX DATABASE "{0}"; ALTER COLLATION … REFRESH VERSION для каждого',
  "no database can be made from a template of another version of the system's collations: {0}":
    "из шаблона с другой версией системных правил сортировки базу не создать: {0}",
  "as superuser: ALTER DATABASE template0 REFRESH COLLATION VERSION":
    "суперпользователем: ALTER DATABASE template0 REFRESH COLLATION VERSION",
  "the role {0} may not create anything in tablespaces that {1} lies in: {2}":
    "роль {0} не может ничего создать в табличных пространствах, где лежит {1}: {2}",
  'as superuser: GRANT CREATE ON TABLESPACE {0} TO "{1}"':
    'суперпользователем: GRANT CREATE ON TABLESPACE {0} TO "{1}"',
  "background workers hold {0} open, so that it can neither be cloned nor renamed, and the role {1} may not end them: {2}":
    "фоновые процессы держат {0} занятой, её нельзя ни скопировать, ни переименовать, а роли {1} нельзя их завершить: {2}",
  "let database.connection be a superuser's, or give the worker another database (pg_cron: cron.database_name = 'postgres', and cron.schedule_in_database)":
    "пусть database.connection будет суперпользователя, или дайте процессу другую базу (pg_cron: cron.database_name = 'postgres' и cron.schedule_in_database)",
  "background workers would have to be ended for the rollback copy of {0}, and would not start again before PostgreSQL does: {1}":
    "ради копии для отката {0} пришлось бы завершить фоновые процессы, и до перезапуска PostgreSQL они не вернулись бы: {1}",
  "do without the rollback copy (database.backup.copy: false), or give the worker another database (cron.database_name = 'postgres', and cron.schedule_in_database), or install pg_cron 1.6 or newer":
    "обойдитесь без копии для отката (database.backup.copy: false), или дайте процессу другую базу (cron.database_name = 'postgres' и cron.schedule_in_database), или поставьте pg_cron 1.6 или новее",
  "a restored {0} could not compute this with the rows that are there: {1}":
    "восстановленная {0} не смогла бы вычислить это по строкам, которые есть: {1}",
  "mend the rows, or let the function name its schemas (ALTER FUNCTION … SET search_path = …), or drop what is not used":
    "исправьте строки, или пусть функция называет свои схемы (ALTER FUNCTION … SET search_path = …), или удалите ненужное",
  "rows break it": "строки его нарушают",
  "the server has no files of these tables and indexes of {0} any more: {1}":
    "у сервера больше нет файлов этих таблиц и индексов {0}: {1}",
  "mount what is not mounted (a tablespace's disk), or restore them from a backup; drop or REINDEX what is lost for good":
    "подключите неподключённое (диск табличного пространства) или восстановите их из копии; потерянное навсегда удалите или REINDEX",
  "functions of {0} are in libraries that the server does not have any more, and a dump of it could not be restored: {1}":
    "функции {0} лежат в библиотеках, которых у сервера больше нет, и её дамп не восстановить: {1}",
  "install their package again, or drop the functions": "поставьте снова их пакет или удалите функции",
  "triggers run at each login to {0}, golive's too, and may change what is compared: {1}":
    "при каждом входе в {0}, и при входе golive, срабатывают триггеры и могут изменить то, что сравнивается: {1}",
  'as superuser: ALTER ROLE "{0}" SET event_triggers = off':
    'суперпользователем: ALTER ROLE "{0}" SET event_triggers = off',
  "only a superuser may restore this of {0}, and the role {1} is none: {2}":
    "это из {0} восстановит только суперпользователь, а роль {1} — нет: {2}",
  "let database.connection be a superuser's, or drop what is not used":
    "пусть database.connection будет суперпользователя, или удалите ненужное",
  "objects of {0} lie in PostgreSQL's own schemas, where pg_dump leaves them out: {1}":
    "объекты {0} лежат в собственных схемах PostgreSQL, и pg_dump их там пропускает: {1}",
  "move them to a schema of your own (ALTER … SET SCHEMA), or drop what is not used":
    "перенесите их в свою схему (ALTER … SET SCHEMA) или удалите ненужное",
  "{0} takes {1} connections at once, and golive's dump needs {2}":
    "{0} принимает подключений сразу: {1}, а дампу golive нужно {2}",
  'ALTER DATABASE "{0}" CONNECTION LIMIT {1}, or fewer database.backup.jobs':
    'ALTER DATABASE "{0}" CONNECTION LIMIT {1} или меньше database.backup.jobs',
  "the role {0} may have {1} connections at once, {2} of them are in use elsewhere, and golive's dump needs {3}":
    "роли {0} можно подключений сразу: {1}, из них занято в других местах {2}, а дампу golive нужно {3}",
  'as superuser: ALTER ROLE "{0}" CONNECTION LIMIT {1}; or fewer database.backup.jobs':
    'суперпользователем: ALTER ROLE "{0}" CONNECTION LIMIT {1}; или меньше database.backup.jobs',
  "the server takes {0} connections of such a role, {1} of them are in use for other databases, and golive's dump needs {2}":
    "сервер принимает от такой роли подключений: {0}, из них занято другими базами {1}, а дампу golive нужно {2}",
  "raise max_connections and restart PostgreSQL, or close what is not needed; or fewer database.backup.jobs":
    "поднимите max_connections и перезапустите PostgreSQL, или закройте ненужное, или меньше database.backup.jobs",
  "a dump of {0} locks {1} tables, sequences and views at once, and the server has room for {2} locks, {3} of them in use":
    "дамп {0} блокирует разом таблиц, последовательностей и представлений: {1}, а у сервера место на блокировок {2}, из них занято {3}",
  "ALTER SYSTEM SET max_locks_per_transaction = {0} (it is {1}), and restart PostgreSQL":
    "ALTER SYSTEM SET max_locks_per_transaction = {0} (сейчас {1}) и перезапустите PostgreSQL",
  "take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped":
    "уберите их из расширения (ALTER EXTENSION … DROP TABLE …), чтобы они попадали в дамп",
  "set them for the server or the role instead of in the database; {0}": "задайте их серверу или роли, а не базе; {0}",
  "the database {0} does not let golive in: {1}": "база {0} не пускает golive: {1}",
  'as superuser: ALTER DATABASE "{0}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "{1}" to the role of database.connection':
    'суперпользователем: ALTER DATABASE "{0}" ALLOW_CONNECTIONS true; и GRANT CONNECT ON DATABASE "{1}" роли из database.connection',
  "table {0} is missing ({1} {1:row|rows|rows})": "нет таблицы {0} ({1} {1:строка|строки|строк})",
  "table {0} should not be there ({1} {1:row|rows|rows})": "таблицы {0} быть не должно ({1} {1:строка|строки|строк})",
  "table {0} has {1} {1:row|rows|rows} instead of {2}": "в таблице {0} строк {1}, а не {2}",
  "table {0} has the same number of rows, but not the same values":
    "в таблице {0} столько же строк, но значения другие",
  "at {0}": "на {0}",
  ", and should not be there": ", и быть её не должно",
  " instead of {0}": " а не {0}",
  "sequence {0} is {1}{2}": "последовательность {0}: {1}{2}",
  "the large objects do not have the same bytes in the dump": "у больших объектов в дампе другие байты",
  "the large objects are not the same ({0} instead of {1}, or other bytes)":
    "большие объекты другие ({0}, а не {1}, или другие байты)",
  "the rollback copy {0} is gone, or another database bears its name":
    "копии для отката {0} нет, или её имя носит другая база",
  "the dump is the way back now; find out who removed the copy": "теперь путь назад — дамп; выясните, кто убрал копию",
  "there is no room left for the dump; the unfinished one was removed":
    "для дампа не осталось места; недописанный удалён",
  "make room, or move database.backup.directory to a larger disk":
    "освободите место или перенесите database.backup.directory на больший диск",
  "the folder for the dump cannot be made": "папку для дампа не создать",
  "create it for the user of database.run-as, mode 0700": "создайте её для пользователя из database.run-as, права 0700",
  "pg_dump is older than the server": "pg_dump старше сервера",
  "install the client programs of the server's version on that host":
    "установите на этом хосте клиентские программы той же версии, что у сервера",
  "somebody's open transaction holds a lock that the dump needs":
    "чья-то открытая транзакция держит блокировку, которая нужна дампу",
  "end that session (SELECT * FROM pg_stat_activity), then run again":
    "завершите этот сеанс (SELECT * FROM pg_stat_activity) и запустите снова",
  "this dump is not the one that was proved; look who changed it, and restore from another backup":
    "это не тот дамп, который проверили; выясните, кто его изменил, и восстановите из другой копии",
  "the manifest is not the one in the journal": "манифест не тот, что в журнале",
  "file {0} is damaged: its checksum differs": "файл {0} испорчен: другая контрольная сумма",
  "file {0} is missing": "нет файла {0}",
  "file {0} does not belong to this dump": "файл {0} не из этого дампа",
  "there is no backup at {0}": "нет резервной копии в {0}",
  "find out why the nightly backup does not run, or correct prepare.newest-backup":
    "выясните, почему не делается ночная копия, или исправьте prepare.newest-backup",
  "the newest backup is empty": "самая новая копия пуста",
  "find out why the nightly backup fails": "выясните, почему не удаётся ночная копия",
  "the newest backup is still being written": "самая новая копия ещё пишется",
  "run this again once it is through": "запустите ещё раз, когда она допишется",
  "the newest backup is {0} old; the plan allows {1}": "самой новой копии {0}; план позволяет {1}",
  "find out why there is none since": "выясните, почему с тех пор новой нет",
  "the newest backup is encrypted, so it cannot be looked into here":
    "самая новая копия зашифрована, заглянуть в неё здесь нельзя",
  "name a copy that is not, or a command that opens it and prints where":
    "назовите незашифрованную или команду, которая её откроет и напечатает, где она",
  "the newest backup is nothing that pg_dump writes": "самая новая копия — не то, что пишет pg_dump",
  "the newest backup is damaged or cut off": "самая новая копия испорчена или обрезана",
  "find out why; the nightly backup cannot be relied on": "выясните почему; на ночную копию положиться нельзя",
  'the newest backup is of the database "{0}", not of "{1}"': 'самая новая копия — базы "{0}", а не "{1}"',
  "correct prepare.newest-backup": "исправьте prepare.newest-backup",
  "{0}: stanza {1}": "{0}: stanza {1}",
  "pgBackRest has no backup": "у pgBackRest нет ни одной копии",
  "find out why its timer does not run": "выясните, почему не срабатывает его таймер",
  "the newest backup ({0}) is {1} old; the plan allows {2}": "самой новой копии ({0}) {1}; план позволяет {2}",
  "{0} should not be there": "{0} быть не должно",
  "{0} is defined otherwise": "{0} задано иначе",
  "there is no room left for {0}": "для {0} не осталось места",
  "make room there, then run again": "освободите там место и запустите снова",
  "it cannot be unpacked": "не распаковать",
  "the backup is damaged: {0}": "копия испорчена: {0}",
  "pgbackrest verify names the file; take another full backup, this one is no way back":
    "файл назовёт pgbackrest verify; сделайте новую полную копию, эта назад не вернёт",
  "pgbackrest is missing": "нет pgbackrest",
  "install the package pgbackrest there": "установите там пакет pgbackrest",
  'another pgbackrest is at work on the stanza "{0}"': 'со stanza "{0}" уже работает другой pgbackrest',
  "wait for it to end (pgbackrest info), and keep its timer out of the maintenance window":
    "дождитесь его конца (pgbackrest info) и уберите его таймер из окна обслуживания",
  "there is no file {0}": "нет файла {0}",
  "change database.backup.pgbackrest.config in the plan": "исправьте в плане database.backup.pgbackrest.config",
  "pgbackrest cannot connect to PostgreSQL": "pgbackrest не соединяется с PostgreSQL",
  'set pg1-socket-path, pg1-port and pg1-user of the stanza "{0}", and database.run-as in the plan to a user who may connect (mostly postgres)':
    'задайте stanza "{0}" pg1-socket-path, pg1-port и pg1-user, а в плане database.run-as — пользователя, которому можно соединяться (обычно postgres)',
  'the stanza "{0}" belongs to another PostgreSQL server, or to an older version of this one':
    'stanza "{0}" — от другого сервера PostgreSQL или от прежней версии этого',
  "set its pg1-path; after an upgrade: {0} stanza-upgrade": "задайте ей pg1-path; после обновления: {0} stanza-upgrade",
  'pgbackrest was stopped for the stanza "{0}"': 'pgbackrest остановлен для stanza "{0}"',
  "{0} start": "{0} start",
  "PostgreSQL does not archive through pgbackrest, so that no backup could be brought back":
    "PostgreSQL не архивирует через pgbackrest, и ни одну копию было бы не вернуть",
  "in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza={0} archive-push %p'; then restart PostgreSQL":
    "в postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza={0} archive-push %p'; затем перезапустите PostgreSQL",
  "this backup is not in the repository, or no longer": "этой копии нет в хранилище, или уже нет",
  "look for it with pgbackrest info; a retention that is too short expires it":
    "поищите её через pgbackrest info; слишком короткий срок хранения её удаляет",
  "PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)":
    "журнал PostgreSQL не доходит до хранилища (архивирование не работает или сильно отстаёт)",
  "read PostgreSQL's log for what archive_command said": "прочитайте в журнале PostgreSQL, что сказала archive_command",
  " as {0}": " от имени {0}",
  "pgbackrest may not read or write its files{0}": "pgbackrest не может читать или писать свои файлы{0}",
  "set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)":
    "укажите в плане database.run-as — пользователя, которому принадлежат данные PostgreSQL (обычно postgres)",
  "what pgbackrest writes": "то, что пишет pgbackrest",
  'pgbackrest knows no stanza "{0}"': 'pgbackrest не знает stanza "{0}"',
  "change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make it: {0} stanza-create":
    "исправьте в плане database.backup.pgbackrest.stanza; или опишите её в pgbackrest.conf и создайте: {0} stanza-create",
  'the stanza "{0}" has no backup {1}, or no longer': 'у stanza "{0}" нет копии {1}, или уже нет',
  "the folder for the restored server has too long a path for its socket, or a comma in it":
    "у папки для восстановленного сервера слишком длинный путь для его сокета, или в нём запятая",
  "choose one of at most 86 bytes without a comma": "выберите не длиннее 86 байт и без запятой",
  "a restored copy of the database was left behind: {0}": "осталась восстановленная копия базы: {0}",
  "run again, or stop the server there and remove the folder":
    "запустите ещё раз или остановите там сервер и удалите папку",
  "the restored backup {0} does not start: {1}": "восстановленная копия {0} не запускается: {1}",
  "a part of its log may be missing: pgbackrest verify; take another backup":
    "может не хватать части её журнала: pgbackrest verify; сделайте новую копию",
  "the user golive runs as": "пользователь, от которого работает golive",
  "the folder is not empty, and was not made by golive": "папка не пуста, и создал её не golive",
  "name a folder that does not exist yet; golive leaves this one as it is":
    "назовите папку, которой ещё нет; эту golive оставит как есть",
  "the folder holds an earlier restore": "в папке прежнее восстановление",
  "look at it and remove it, or restore over it with delta": "посмотрите и удалите или восстановите поверх с delta",
  "{0} may not make or write this folder": "{0} не может создать эту папку или писать в неё",
  "make its parent folder writable for {0}": "откройте {0} запись в папку уровнем выше",
  "{0} free for the restored server, {1} needed": "для восстановленного сервера свободно {0}, нужно {1}",
  "make room, or choose a folder on another disk": "освободите место или выберите папку на другом диске",
  "postgres and pg_ctl of PostgreSQL {0} are missing": "нет postgres и pg_ctl от PostgreSQL {0}",
  "install postgresql-{0} there, or name their folder in database.programs":
    "установите там postgresql-{0} или назовите их папку в database.programs",
  "PostgreSQL does not run as root": "PostgreSQL не работает от root",
  "set database.run-as in the plan to its user (mostly postgres)":
    "укажите в плане database.run-as — его пользователя (обычно postgres)",
  "must be a stanza name of at most 64 letters, digits, _ . -":
    "должно быть именем stanza не длиннее 64 символов: буквы, цифры, _ . -",
  "pgbackrest does not answer: {0}": "pgbackrest не отвечает: {0}",
  "check database.run-as in the plan": "проверьте database.run-as в плане",
  "the restored server of the proof cannot run as root":
    "восстановленный для проверки сервер не может работать от root",
  "set database.run-as in the plan to the user of PostgreSQL (mostly postgres)":
    "укажите в плане database.run-as — пользователя PostgreSQL (обычно postgres)",
  "pgbackrest {0} is too old": "pgbackrest {0} слишком старый",
  "golive needs version 2.{0} or newer": "golive нужен 2.{0} или новее",
  "run pgbackrest check there until it is silent": "запускайте там pgbackrest check, пока он не замолчит",
  'the stanza "{0}" backs up another PostgreSQL server than the one that holds {1}':
    'stanza "{0}" копирует не тот сервер PostgreSQL, на котором {1}',
  "change database.backup.pgbackrest.stanza or database.connection in the plan":
    "исправьте в плане database.backup.pgbackrest.stanza или database.connection",
  "check database.connection and database.run-as in the plan":
    "проверьте в плане database.connection и database.run-as",
  'pgbackrest ended well, but the stanza "{0}" has no new backup':
    'pgbackrest завершился хорошо, но новой копии у stanza "{0}" нет',
  "look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest":
    "посмотрите pgbackrest info и журнал pgbackrest, обычно в /var/log/pgbackrest",
  "the backup {0} holds pages of the database whose checksums are wrong":
    "в копии {0} есть страницы базы с неверными контрольными суммами",
  "the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed":
    "испорчена сама база: найдите таблицы через pg_amcheck или по журналу pgbackrest, прежде чем что-то выкладывать",
  "log segment {0} is missing": "нет сегмента журнала {0}",
  "the backup {0} is damaged: {1}": "копия {0} испорчена: {1}",
  "take another full backup; this one is no way back": "сделайте новую полную копию; эта назад не вернёт",
  "pgbackrest verify does not speak of it": "pgbackrest verify о ней не говорит",
  'pgbackrest verify calls it "{0}" ({1} of {2} files)':
    'pgbackrest verify называет её "{0}" ({1} из {2} {2:файла|файлов|файлов})',
  "pgbouncer did not hold back the queries for {0}: {1}": "pgbouncer не придержал запросы к {0}: {1}",
  "look at database.poolers in the plan and at pgbouncer's log, then run again":
    "посмотрите database.poolers в плане и журнал pgbouncer, затем запустите снова",
  "someone is still connected to {0} through pgbouncer and could write after the backup: {1}":
    "к {0} ещё кто-то подключён через pgbouncer и мог бы писать после копии: {1}",
  "pgbouncer still holds back the queries for {0}: {1}": "pgbouncer всё ещё держит запросы к {0}: {1}",
  'in its console (psql -d pgbouncer): RESUME "{0}"; or run again':
    'в его консоли (psql -d pgbouncer): RESUME "{0}"; или запустите снова',
  "pgbouncer's console does not answer: {0}": "консоль pgbouncer не отвечает: {0}",
  'check database.poolers in the plan, on that host: psql -p {0} -d pgbouncer -c "SHOW DATABASES"':
    'проверьте database.poolers в плане, на этом хосте: psql -p {0} -d pgbouncer -c "SHOW DATABASES"',
  "database.poolers names a user that may look at pgbouncer and not pause it":
    "в database.poolers назван пользователь, которому можно смотреть на pgbouncer, но не останавливать его",
  "add it to admin_users in pgbouncer.ini and reload pgbouncer":
    "добавьте его в admin_users в pgbouncer.ini и перечитайте настройки pgbouncer",
  "no database of pgbouncer leads to {0}": "ни одна база pgbouncer не ведёт к {0}",
  "name those that do in database.poolers, under databases; without a line of their own in pgbouncer.ini they are there only while somebody is connected":
    "назовите такие в database.poolers, в databases; без своей строки в pgbouncer.ini они видны, только пока кто-то подключён",
  "pgbouncer has no database {0}": "у pgbouncer нет базы {0}",
  "correct databases under database.poolers; without a line of its own in pgbouncer.ini one is there only while somebody is connected":
    "исправьте databases в database.poolers; без своей строки в pgbouncer.ini база видна, только пока кто-то подключён",
  "pgbouncer holds back the queries for {0}": "pgbouncer держит запросы к {0}",
  'find out who paused it; in its console: RESUME "{0}"': 'узнайте, кто его остановил; в его консоли: RESUME "{0}"',
  "refuses it ({0})": "отказывает ({0})",
  "PostgreSQL does not answer: {0}": "PostgreSQL не отвечает: {0}",
  "database.connection leads to a pooler such as pgbouncer, which {0}: snapshots and settings of a session do not survive there":
    "database.connection ведёт в пулер вроде pgbouncer, и он {0}: снимки и настройки сеанса там не живут",
  'there is no database "{0}"': 'базы "{0}" нет',
  'did you mean "{0}"? Change database.name in the plan': 'может быть, "{0}"? Исправьте database.name в плане',
  "change database.name in the plan; there are: {0}": "исправьте database.name в плане; есть: {0}",
  "drops the settings that golive asks for": "отбрасывает настройки, о которых просит golive",
  "this server is a replica, which can be neither cloned nor restored on":
    "этот сервер — реплика: на ней нельзя ни клонировать, ни восстановить",
  "name the primary in database.connection, and its machine in database.host":
    "назовите в database.connection основной сервер, а в database.host — его машину",
  "PostgreSQL {0} is too old": "PostgreSQL {0} слишком старый",
  "golive needs version 13 or newer": "golive нужна версия 13 или новее",
  "the role {0} may not create databases, so no dump can be proved and nothing put back":
    "роли {0} нельзя создавать базы: ни дамп проверить, ни вернуть ничего не выйдет",
  "the role {0} is not a member of the owner of {1}, or does not inherit its rights":
    "роль {0} — не член владельца {1} или не наследует его прав",
  'as superuser: GRANT "{0}" TO "{1}"; ALTER ROLE "{2}" INHERIT':
    'суперпользователем: GRANT "{0}" TO "{1}"; ALTER ROLE "{2}" INHERIT',
  "{0} {1} missing": "не хватает {0}",
  "install the PostgreSQL client programs there, or name their folder in database.programs":
    "установите там клиентские программы PostgreSQL или назовите их папку в database.programs",
  "{0} is of version {1}": "{0} — версии {1}",
  "{0}, the server of {1}": "{0}, а сервер — {1}",
  "install postgresql-client-{0} there and name its folder in database.programs (Debian: /usr/lib/postgresql/{1}/bin)":
    "установите там postgresql-client-{0} и назовите его папку в database.programs (Debian: /usr/lib/postgresql/{1}/bin)",
  "the dump": "дамп",
  " in tablespace {0}": " в табличном пространстве {0}",
  "the restored proof{0}": "восстановление для проверки{0}",
  "the rollback copy{0}": "копия для отката{0}",
  "room for {0} could not be looked at{1}": "место не посмотреть, нужно для: {0}{1}",
  "tablespace {0} holds {1} of it at {2}": "в табличном пространстве {0} из этого {1}, {2}",
  "{0} and {1}": "{0} и {1}",
  "{0} free for {1}, {2} needed": "свободно {0} под {1}, нужно {2}",
  "make room": "освободите место",
  "choose another database.backup.directory": "выберите другой database.backup.directory",
  "do without the rollback copy (database.backup.copy: false)":
    "обойдитесь без копии для отката (database.backup.copy: false)",
  " with {0} to stay free": " и {0} должно остаться свободно",
  ", or ": " или ",
  "there is no room left to restore the dump beside the database": "восстановить дамп рядом с базой нет места",
  "make room where PostgreSQL keeps its data": "освободите место там, где PostgreSQL хранит данные",
  "the dump is not the database: {0}": "дамп — не то же, что база: {0}",
  "this backup is worthless; find out why before anything is deployed":
    "эта копия ничего не стоит; выясните почему, прежде чем что-то выкладывать",
  "{0} is not golive's to drop": "{0} — не golive, удалять её нельзя",
  "someone is still connected to {0} and could write after the backup: {1}":
    "к {0} ещё кто-то подключён и мог бы писать после копии: {1}",
  "name what else writes under services.units, stop it before the window, or list roles that only look in database.observers":
    "назовите то, что ещё пишет, в services.units, остановите до окна или перечислите роли, которые только смотрят, в database.observers",
  "a database {0} is there already": "база {0} уже есть",
  "it is what an earlier rollback kept; rename or drop it yourself, then run again":
    "её сохранил прежний откат; сами переименуйте или удалите и запустите снова",
  "the restored database {0} is gone": "восстановленной базы {0} больше нет",
  "run the rollback again": "запустите откат ещё раз",
  "there is a database {0} already, and golive did not make it": "база {0} уже есть, и создал её не golive",
  "rename it, or drop it if nobody needs it": "переименуйте или удалите, если она никому не нужна",
  "the scratch server has no role {0}, to whom the service's database belongs":
    "на пробном сервере нет роли {0}, а ей принадлежит база службы",
  'as superuser there: CREATE ROLE "{0}" LOGIN': 'там суперпользователем: CREATE ROLE "{0}" LOGIN',
  "restore {0} into {1}": "восстановление {0} в {1}",
  "the newest backup was not restored within {0}": "самая новая копия не восстановилась за {0}",
  "give prepare.test-restore.statement-timeout more, if the window does not depend on it":
    "увеличьте prepare.test-restore.statement-timeout, если окно от этого не зависит",
  "the newest backup cannot be restored": "самая новая копия не восстанавливается",
  "find out why; as it is, it is no way back": "выясните почему; такая назад не вернёт",
  "restored from the newest backup, {0} {1}": "восстановлено из самой новой копии, {0}: {1}",
  "the backup lacks data, or prepare.test-restore.rules expects too much":
    "в копии не хватает данных, или prepare.test-restore.rules требует слишком многого",
  "has no column {0}": "нет столбца {0}",
  "is not there": "её нет",
  "cannot be read": "не прочитать",
  "has {0} {0:row|rows|rows}; the plan expects at least {1}": "строк {0}, а план ждёт не меньше {1}",
  "has no value in {0}": "нет значений в {0}",
  "was last written {0} ago; the plan expects {1} at most": "последняя запись {0} назад, а план ждёт не больше {1}",
  "{0} {1} {1:row|rows|rows}": "{0} {1} {1:строка|строки|строк}",
  "compare rows of {0} and {1}": "сравнение строк {0} и {1}",
  "nothing was written": "ничего не записано",
  "the rows were not counted": "строки не посчитаны",
  "not all rows could be written to {0}": "не все строки удалось записать в {0}",
  " (not compared: {0})": " (не сравнивалось: {0})",
  "create {0}": "создание {0}",
  "restore the schema into {0}": "восстановление схемы в {0}",
  "it printed more than can be read: {0}": "вывод больше, чем можно прочитать: {0}",
  "this is more than golive was made for; report it": "golive не рассчитан на такой объём; сообщите об этом",
  "make the extensions of {0}": "создание расширений {0}",
  "the database itself is another one: {0}": "сама база другая: {0}",
  "{0} {0:row|rows|rows} of table {1}, which belongs to an extension, {0:is|are|are} not in the dump":
    "в выгрузке нет {0} {0:строки|строк|строк} таблицы {1}, которая принадлежит расширению",
  "tables of {0} belong to extensions, so that pg_dump leaves them out, and hold rows that no extension brings: {1}":
    "таблицы {0} принадлежат расширениям, pg_dump их не берёт, а строки в них ни одно расширение не создаст: {1}",
  "{0}: {1} rows": "{0}: {1} {1:строка|строки|строк}",
  "take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them":
    "выньте их из расширения (ALTER EXTENSION … DROP TABLE …), чтобы они попали в выгрузку, или опустошите",
  "extensions of {0} are of versions that the server cannot create any more, and a restored one would have others: {1}":
    "расширения {0} таких версий, каких сервер уже не создаст, и в восстановленной базе были бы другие: {1}",
  "{0} {1}, now {2}": "{0} {1}, теперь {2}",
  "bring them up to date before the launch: ALTER EXTENSION … UPDATE":
    "обновите их до запуска: ALTER EXTENSION … UPDATE",
  "{0} was sorted by another version of the system's collations, so that it can not be cloned, and its indexes may not find what they hold: {1}":
    "{0} отсортирована другой версией системных правил сортировки: её нельзя клонировать, а индексы могут не находить того, что в них есть: {1}",
  "{0}, now {1}": "{0}, теперь {1}",
  'before the launch: REINDEX DATABASE "{0}"; ALTER DATABASE "{1}" REFRESH COLLATION VERSION':
    'до запуска: REINDEX DATABASE "{0}"; ALTER DATABASE "{1}" REFRESH COLLATION VERSION',
  // dns
  "{0} prints {1} {1:character|characters|characters}, and at most {2} are kept":
    "{0} печатает {1} {1:символ|символа|символов}, а хранится не больше {2}",
  "let it print the records of this change only": "пусть печатает записи только этого изменения",
  "nobody can tell whether {0} is done": "неизвестно, сделано ли {0}",
  "its status has to exit 0 when the records are as they should be, and 3 when they are not":
    "его status должен завершаться с 0, когда записи такие, как надо, и с 3, когда нет",
  "{0} exited 0, and {1} still says that {2} is not done":
    "{0} завершилась с 0, а {1} всё ещё говорит, что {2} не сделано",
  "look what it did": "посмотрите, что она сделала",
  "what is on record is not of a command": "запись в журнале — не от команды",
  "{0} exited 0, and {1} prints other records than before the launch":
    "{0} завершилась с 0, а {1} печатает не те записи, что были до запуска",
  "put them back by hand; what it printed then is in the journal":
    "верните их вручную; что было напечатано тогда, есть в журнале",
  "{0} {0:line|lines|lines}": "{0} {0:строка|строки|строк}",
  "{0} prints other text each time": "{0} каждый раз печатает другой текст",
  "it prints the records and nothing else (no times, no serial), so that one can tell whether they are back":
    "она печатает записи и больше ничего (ни времени, ни serial), чтобы было видно, вернулись ли они",
  "it only looks, and has to work by day as well": "она только смотрит и должна работать и днём",
  "a record holds what no line of nsupdate can": "в записи есть то, чего не вместит строка nsupdate",
  "{0} {1} (TTL {2} s)": "{0} {1} (TTL {2} с)",
  "dig is not installed": "dig не установлен",
  "install it there (Debian: bind9-dnsutils)": "установите там (Debian: bind9-dnsutils)",
  "the name server {0} does not answer (TCP)": "сервер имён {0} не отвечает (TCP)",
  "is it up, and may this host reach it?": "работает ли он, и виден ли он с этого хоста?",
  "{0} answers {1} for {2}": "{0} отвечает {1} на вопрос о {2}",
  "has it the zone {0}, and may this host ask it?": "есть ли у него зона {0}, и можно ли этому хосту спрашивать?",
  "{0} is not authoritative for {1}": "{0} не отвечает за {1}",
  "name the primary server of the zone that {0} is in": "назовите первичный сервер зоны, в которой {0}",
  "somebody changes {0} at this moment": "прямо сейчас кто-то меняет {0}",
  "start again when they are done": "начните снова, когда закончат",
  "{0} has no records of its own at {1}: what it answers comes from a wildcard":
    "у {0} нет собственных записей {1}: отвечает за него шаблон (*)",
  "give the name its own records first, so that there is something to put back":
    "сначала дайте имени собственные записи, чтобы было что возвращать",
  "{0} holds no key that nsupdate can read": "в {0} нет ключа, который прочитает nsupdate",
  "write it with tsig-keygen, and let its user read it":
    "запишите его через tsig-keygen и дайте прочитать его пользователю",
  "{0} has other records at {1} than were read from it": "у {0} на {1} не те записи, что были прочитаны",
  "look who else changes them": "выясните, кто ещё их меняет",
  "{0} does not let the key change {1} {2}": "{0} не даёт ключу менять {1} {2}",
  "allow it in the zone's update-policy (docs/dns.md has the lines)":
    "разрешите в update-policy зоны (строки есть в docs/dns.md)",
  "{0} does not know the key {1}": "{0} не знает ключа {1}",
  "give the server the same key, under the same name": "дайте серверу тот же ключ под тем же именем",
  "the key {0} has another secret than the one of that name at {1}":
    "у ключа {0} другой секрет, чем у ключа с этим именем на {1}",
  "copy it from the server again": "скопируйте его с сервера ещё раз",
  "the clocks of this host and of {0} are too far apart for a signed update":
    "часы этого хоста и {0} слишком расходятся для подписанного изменения",
  "set them by NTP": "поставьте их по NTP",
  "{0} is not the primary server of {1}": "{0} — не первичный сервер {1}",
  "name the one that takes updates": "назовите тот, который принимает изменения",
  "{0} is not in the zone {1} at {2}": "{0} нет в зоне {1} на {2}",
  "name the zone that it is in": "назовите зону, в которой оно лежит",
  "{0} takes no updates for {1}": "{0} не принимает изменений {1}",
  "name the primary server, or use a change of kind command":
    "назовите первичный сервер или возьмите изменение вида command",
  "{0} could not make the update (SERVFAIL)": "у {0} изменение не вышло (SERVFAIL)",
  "its log says why; may it write its zone's journal?": "почему — в его журнале; может ли он писать журнал своей зоны?",
  "nsupdate is not installed": "nsupdate не установлен",
  "{0} refuses the update ({1})": "{0} отказывает в изменении ({1})",
  "its log says why": "почему — в его журнале",
  "the name server {0} does not answer the update (TCP)": "сервер имён {0} не отвечает на изменение (TCP)",
  "nsupdate exited {0}": "nsupdate завершился с {0}",
  "is the server up, and may this host reach it?": "работает ли сервер, и виден ли он с этого хоста?",
  "{0} took the update of {1}, and has {2}": "{0} принял изменение {1}, а на нём {2}",
  "what is on record is not of a name server": "запись в журнале — не от сервера имён",
  "the user of the connection": "пользователь соединения",
  "there is no key {0}, or {1} may not see it": "ключа {0} нет, или {1} не может его увидеть",
  "put it there (docs/dns.md)": "положите его туда (docs/dns.md)",
  "everybody on this host may read the key {0}": "ключ {0} на этом хосте может прочитать кто угодно",
  "{0} may not read the key {1}": "{0} не может прочитать ключ {1}",
  "give it to that user, or name one in run-as (docs/hosts.md has the lines for sudo)":
    "отдайте его этому пользователю или назовите другого в run-as (строки для sudo есть в docs/hosts.md)",
  "is not a whole name such as www.example.org, without a dot at its end":
    "не полное имя вроде www.example.org, без точки в конце",
  "an IPv4 address": "адрес IPv4",
  "an IPv6 address": "адрес IPv6",
  "a whole name, without a dot at its end": "полное имя без точки в конце",
  'a text of printable ASCII without " and \\': 'текст из печатных символов ASCII без " и \\',
  "FLAGS TAG VALUE, such as: 0 issue letsencrypt.org": "ФЛАГИ ТЕГ ЗНАЧЕНИЕ, например: 0 issue letsencrypt.org",
  "PREFERENCE NAME, such as: 10 mail.example.org": "ПРИОРИТЕТ ИМЯ, например: 10 mail.example.org",
  "PRIORITY WEIGHT PORT NAME, such as: 0 5 443 www.example.org":
    "ПРИОРИТЕТ ВЕС ПОРТ ИМЯ, например: 0 5 443 www.example.org",
  "must be a name or an IP address, with :PORT when it is not 53 ([…]:PORT for IPv6)":
    "должно быть именем или IP-адресом, с :PORT, если не 53 (для IPv6 […]:PORT)",
  "needs at least one value": "нужно хотя бы одно значение",
  "must hold no space, quote or \\": "не должно содержать пробелов, кавычек и \\",
  "is not in the zone {0}": "не в зоне {0}",
  "is longer than a week, which nobody remembers a record for": "дольше недели, столько записей никто не помнит",
  "is not {0}": "не {0}",
  "is there twice": "есть дважды",
  "has more than one value, and a name is an alias of one other":
    "значений больше одного, а имя — псевдоним только одного другого",
  "cannot stand at the zone's own name, which has its SOA and NS records":
    "не может стоять у имени самой зоны, там её записи SOA и NS",
  // files
  "{0} holds {1} newer {1:file|files|files} ({2}) of {3}, under the paths that they had.\n":
    "{0}: {1} {1:более новый файл|более новых файла|более новых файлов} ({2}) из {3}, под теми же путями.\n",
  "give the files of {0} back": "вернуть файлы {0}",
  "look at the files of {0}": "посмотреть на файлы {0}",
  "keep the files of {0}": "сохранить файлы {0}",
  "there is no room left to give the files of {0} back": "не осталось места, чтобы вернуть файлы {0}",
  "make room, then run again: it goes on where it stopped, and nothing is lost meanwhile":
    "освободите место и запустите снова: продолжится с того же места, и ничего тем временем не пропадёт",
  "what was kept of {0} is not what is on record": "сохранённое из {0} — не то, что записано в журнале",
  "nothing was changed; look at {0}, and who was there": "ничего не изменено; посмотрите на {0} и кто там был",
  "files of {0} changed although the services are stopped": "файлы {0} изменились, хотя службы остановлены",
  "find out who writes there (lsof +D), stop it, then run again":
    "выясните, кто туда пишет (lsof +D), остановите и запустите снова",
  "{0} is no folder any more": "{0} больше не папка",
  "nothing was changed; move what bears its name away, then run again":
    "ничего не изменено; уберите то, что носит это имя, и запустите снова",
  "what is newer among the files of {0} could not be set aside whole":
    "более новое из файлов {0} не удалось отложить целиком",
  "nothing was removed; look at {0}/set-aside, then run again":
    "ничего не удалено; посмотрите на {0}/set-aside и запустите снова",
  "there is no room left to keep the files of {0}": "не осталось места, чтобы сохранить файлы {0}",
  "make room, or name another disk (keep-in); what was copied so far is used by the next try":
    "освободите место или назовите другой диск (keep-in); уже скопированное пригодится следующей попытке",
  "the folder {0} is not there": "папки {0} нет",
  "create it, or correct files in the plan": "создайте её или поправьте files в плане",
  "what is kept of {0} is not what is there": "сохранённое из {0} — не то, что там лежит",
  "give run-as a user that may set their owners (root), or the one that they belong to":
    "назовите в run-as того, кто вправе назначать их владельцев (root), или того, кому они принадлежат",
  "find, sort or tar there are not GNU's": "find, sort или tar там не от GNU",
  "install findutils, coreutils and tar of GNU": "установите findutils, coreutils и tar от GNU",
  "{0} is no folder": "{0} — не папка",
  "correct files in the plan": "поправьте files в плане",
  "{0} is a link, or lies behind one": "{0} — ссылка или лежит за ссылкой",
  "name the folder itself (readlink -f {0})": "назовите саму папку (readlink -f {0})",
  "{0} {0:file or folder|files or folders|files or folders} in {1} cannot be read by {2}":
    "{0} {0:файл или папку|файла или папки|файлов или папок} в {1} не может прочитать {2}",
  "name in run-as the user that they belong to, or root": "назовите в run-as того, кому они принадлежат, или root",
  "{0} {0:file or folder|files or folders|files or folders} in {1} {0:has|have|have} an owner or a group that {2} cannot give them":
    "у {0} {0:файла или папки|файлов или папок|файлов или папок} в {1} такой владелец или группа, что {2} их не назначит",
  "{0} cannot write to {1}, so nothing could be given back": "{0} не может писать в {1}, и вернуть ничего бы не вышло",
  "name in run-as the user that it belongs to, or root": "назовите в run-as того, кому она принадлежит, или root",
  "{0} cannot make {1}": "{0} не может создать {1}",
  "create it with mode 0700 for that user, or name another folder (keep-in)":
    "создайте её с правами 0700 для этого пользователя или назовите другую папку (keep-in)",
  "{0} lies on another disk, where there are no links to {1}":
    "{0} лежит на другом диске, а ссылок на {1} там не бывает",
  "set keep: copy": "задайте keep: copy",
  "there is no room to keep {0}: {1} more are needed in {2}": "нет места, чтобы сохранить {0}: в {2} не хватает {1}",
  "make room, name another disk (keep-in), or set keep: link (docs/files.md says what that does not hold)":
    "освободите место, назовите другой диск (keep-in) или задайте keep: link (чего оно не держит, сказано в docs/files.md)",
  "the plan does not say where the files lie that people upload":
    "план не говорит, где лежат файлы, которые загружают люди",
  "add files: with the folders (docs/files.md), or files: none when there are none":
    "добавьте files: с папками (docs/files.md) или files: none, если таких нет",
  'files "{0}" is named twice': 'files "{0}" названа дважды',
  "give each folder an id of its own": "дайте каждой папке свой id",
  "{0} is kept already, as {1}": "{0} уже сохраняется, как {1}",
  "name it once": "назовите её один раз",
  "move uploads to a folder of their own, outside of what a deploy replaces":
    "перенесите загруженное в отдельную папку, вне того, что заменяет развёртывание",
  "{0} and {1} overlap": "{0} и {1} пересекаются",
  "name only the folder with the uploads": "назовите только папку с загруженным",
  "what is kept would lie inside the uploads, or they in it": "сохранённое лежало бы внутри загруженного или наоборот",
  "name a folder beside": "назовите папку рядом",
  "the release itself lies in {0}": "в {0} лежит сам релиз",
  "{0} lies in {1}, which belongs to the deploy": "{0} лежит в {1}, а это принадлежит развёртыванию",
  "must be none, or a list of folders with host and directory": "должно быть none или списком папок с host и directory",
  "{0}: {1}, {2}": "{0}: {1}, {2}",
  "kept by second names: what is written into a file that stays is not held":
    "сохраняются вторыми именами: запись внутрь оставшегося файла они не держат",
  "only counted: what is deleted cannot be given back": "только считаются: удалённое не вернуть",
  "kept as a copy that shares blocks": "сохраняются копией с общими блоками",
  "kept as a copy": "сохраняются копией",
  "{0} {0:file|files|files} in {1} {0:is|are|are} the release's own (git ls-files)":
    "{0} {0:файл|файла|файлов} в {1} принадлежат самому релизу (git ls-files)",
  "{0} in {1}; once more in {2}": "{0} за {1}; ещё раз за {2}",
  "{0}; manifest {1}": "{0}; манифест {1}",
  "the deploy began before the files were kept": "развёртывание началось раньше, чем файлы были сохранены",
  "roll back: the next launch keeps them first": "откатите: следующий запуск сохранит их первыми",
  "they were not kept yet, and not touched": "они ещё не были сохранены и не тронуты",
  "{0}: {1}": "{0}: {1}",
  "{0} uploaded files, {1}": "{0} {0:загруженный файл|загруженных файла|загруженных файлов}, {1}",
  "the database stays as it is, so what people uploaded stays with it":
    "база остаётся как есть, поэтому и загруженное людьми остаётся",
  "as they were: nothing was touched": "как были: ничего не тронуто",
  "{0} {0:file|files|files} given back": "{0:возвращён|возвращены|возвращено} {0} {0:файл|файла|файлов}",
  "{0} newer ones ({1}) set aside in {2}:{3}":
    "{0} {0:более новый отложен|более новых отложены|более новых отложены} ({1}) в {2}:{3}",
  "{0} {0:file was|files were|files were} NOT given back: they are not among what was kept":
    "{0} {0:файл НЕ возвращён|файла НЕ возвращены|файлов НЕ возвращены}: среди сохранённого их нет",
  // github
  "trying again in {0} s": "ещё одна попытка через {0} с",
  "giving up": "больше не пытаемся",
  "GitHub's {0} limit is reached ({1} {2}); {3}": "достигнут предел GitHub, {0} ({1} {2}); {3}",
  'there is no tag "{0}" in {1}/{2}': 'тега "{0}" нет в {1}/{2}',
  "create and push it (git tag {0} && git push origin {1}), or choose one that exists":
    "создайте и отправьте его (git tag {0} && git push origin {1}) или выберите существующий",
  // hosts
  "{0} is not there": "{0} нет на месте",
  "as root there: install -d -m 1777 {0}": "там от root: install -d -m 1777 {0}",
  "{0} lies on a file system that is read-only": "{0} лежит на файловой системе, доступной только для чтения",
  "dmesg there says whether a disk failed (then mend that first); else mount it with rw, and look at /etc/fstab":
    "dmesg там скажет, не отказал ли диск (тогда сначала чините его); иначе смонтируйте с rw и посмотрите /etc/fstab",
  "the quota of golive's user is used up, so nothing can be written in {0}":
    "квота пользователя golive исчерпана, так что в {0} ничего не записать",
  "quota -s shows it there; raise it, or remove what that user no longer needs":
    "её там показывает quota -s; увеличьте её или удалите то, что этому пользователю больше не нужно",
  "the file system of {0} can hold no more files (its inodes are used up), though it may have room":
    "файловая система, где лежит {0}, не вместит больше ни одного файла (кончились inode), хотя место на ней может быть",
  "df -i shows it there; find what made so many small files (sessions, caches, mail), and remove those":
    "это там показывает df -i; найдите, что создало столько мелких файлов (сессии, кэши, почта), и удалите их",
  "the file system of {0} is full": "файловая система, где лежит {0}, заполнена",
  "df -h shows it there; make room before a launch writes its dump and its release":
    "это там показывает df -h; освободите место, прежде чем запуск запишет дамп и релиз",
  "golive's user may not write in {0}": "пользователю golive нельзя писать в {0}",
  "give it the rights that it usually has (/tmp and /var/tmp: root, mode 1777), and look at TMPDIR there":
    "верните обычные права (/tmp и /var/tmp: root, режим 1777) и посмотрите там TMPDIR",
  "nothing can be written in {0}": "в {0} ничего не записать",
  "try it there as golive's user: dd if=/dev/zero of={0}/try bs=64k count=16":
    "попробуйте там от пользователя golive: dd if=/dev/zero of={0}/try bs=64k count=16",
  "look at the host itself": "посмотреть на сам хост",
  "the home folder of {0} is not there, and cannot be made: {1}":
    "домашнего каталога пользователя {0} нет, и создать его нельзя: {1}",
  "as root there: install -d -o {0} -m 700 {1}; golive remembers in it which launch may act":
    "там от root: install -d -o {0} -m 700 {1}; в нём golive помнит, какому запуску можно действовать",
  "the programs that every command begins with (sh, env, timeout) are not found there":
    "там не найти программ, с которых начинается каждая команда (sh, env, timeout)",
  "install coreutils, and look at PATH as a command by ssh gets it (ssh HOST 'echo $PATH')":
    "установите coreutils и посмотрите, какой PATH получает команда по ssh (ssh HOST 'echo $PATH')",
  "its clock is {0} s ahead of the runner's": "его часы на {0} с впереди часов раннера",
  "its clock is {0} s behind the runner's": "его часы на {0} с отстают от часов раннера",
  "set it by NTP (timedatectl shows whether that works); where every host is told so, the runner's own clock is off":
    "выставьте их по NTP (работает ли он, покажет timedatectl); если так сказано о каждом хосте, неверны часы самого раннера",
  "no program can be run from {0} on {1} (noexec): what builds in it fails":
    "на {1} из {0} нельзя запустить ни одной программы (noexec): сборка в нём не пройдёт",
  "{0} takes {1} s to look up its own name {2}, and so does each sudo there (/etc/hosts, DNS)":
    "{0} ищет собственное имя {2} {1} с, и столько же ждёт там каждый sudo (/etc/hosts, DNS)",
  "{0} takes {1} s to look up the runner's address {2}, and so may each login there (UseDNS, DNS)":
    "{0} ищет адрес раннера {2} {1} с, и столько же может ждать там каждый вход (UseDNS, DNS)",
  "{0} shows a host certificate of the plan's authority that is for other names":
    "{0} показывает сертификат хоста от центра из плана, но на другие имена",
  "{0} shows a host certificate of the plan's authority that is not valid now ({1})":
    "{0} показывает сертификат хоста от центра из плана, который сейчас не действует ({1})",
  "sign it anew with -n {0}, or write the address in the plan as the certificate has it":
    "подпишите его заново с -n {0} или напишите в плане адрес так, как он в сертификате",
  "sign it anew (ssh-keygen -s CA -h -V), and look at the clocks of the host and the runner":
    "подпишите его заново (ssh-keygen -s CA -h -V) и посмотрите часы хоста и раннера",
  "{0} shows no host certificate of the plan's authority: another one's, or none":
    "{0} не показывает сертификата хоста от центра из плана: он от другого центра, или его нет",
  "compare host-key with the authority's own .pub file, and HostCertificate in sshd_config there (sshd -T says it)":
    "сравните host-key с файлом .pub самого центра и посмотрите там HostCertificate в sshd_config (его скажет sshd -T)",
  "{0}, by way of {1}": "{0}, по пути через {1}",
  "{0} lets the runner in, but not through to {1}": "{0} впускает раннер, но дальше к {1} не пропускает",
  "allow it in sshd_config there (AllowTcpForwarding yes; PermitOpen has to name {0} where it is set), and take restrict or no-port-forwarding from the key in authorized_keys":
    "разрешите это там в sshd_config (AllowTcpForwarding yes; PermitOpen, если он задан, должен называть {0}) и уберите restrict или no-port-forwarding у ключа в authorized_keys",
  "{0} has no address for {1}": "у {0} нет адреса для {1}",
  "the host before it on the way looks the name up: write it as that one knows it":
    "имя ищет предыдущий хост на пути: напишите его так, как знает его тот",
  "{0} cannot be reached from {1}": "до {0} не дойти с {1}",
  "is the host up, is sshd running there at this port, and does its firewall let the host before it in?":
    "работает ли хост, слушает ли там sshd этот порт и впускает ли его брандмауэр предыдущий хост на пути?",
  '"{0}" is the runner itself, so no way leads by it': "«{0}» — это сам раннер, через него никакой путь не ведёт",
  "take it out of via": "уберите его из via",
  'the way to "{0}" leads by "{1}" itself': "путь к «{0}» ведёт через сам «{1}»",
  "let via name a host that the runner reaches": "пусть via называет хост, до которого раннер доходит",
  "a key is read on a host, and none is named that asks": "ключ читают на хосте, а кто спрашивает, не названо",
  "the answer is larger than 8 MiB": "ответ больше 8 МиБ",
  "curl is not installed on {0}": "curl не установлен на {0}",
  "the settings file with {0} cannot be read on {1}": "на {1} не прочитать файл настроек, в котором {0}",
  "is not": "нет",
  "{0} {1} in the settings file on {2}": "{0} {1} в файле настроек на {2}",
  "{0} holds a control character, so it was not sent": "в {0} есть управляющий символ, поэтому не отправлено",
  "curl ended with {0}": "curl завершился с {0}",
  "this run lost the launch lock to a later one, so it can no longer do anything here":
    "этот прогон уступил замок запуска более позднему и ничего здесь больше сделать не может",
  "see the later run of the workflow, or `golive status`":
    "посмотрите более поздний прогон этого workflow или `golive status`",
  "golive cannot write down which launch may act here: {0}":
    "golive не может записать, какому запуску здесь можно действовать: {0}",
  "the user of the connection needs a home folder that it can write (docs/hosts.md)":
    "пользователю соединения нужна домашняя папка, в которую он может писать (docs/hosts.md)",
  "{0} {0:command|commands|commands} of an earlier run still {0:runs|run|run} and cannot be ended ({1})":
    "{0} {0:команда|команды|команд} прежнего прогона ещё идут, и завершить их не удаётся ({1})",
  "commands of an earlier run still run and cannot be ended":
    "команды прежнего прогона ещё идут, и завершить их не удаётся",
  "end them by hand, then run the job again": "завершите их вручную и запустите job снова",
  "{0} shows another host key than the plan's": "{0} показывает не тот ключ хоста, что в плане",
  "{0} does not accept the key": "{0} не принимает ключ",
  "the private key cannot be read": "закрытый ключ не прочитать",
  "the secret has to hold the whole file, from BEGIN to END": "в секрете должен быть весь файл, от BEGIN до END",
  "check the host's address in the plan, and the runner's DNS": "проверьте адрес хоста в плане и DNS у runner",
  "{0} refuses the connection": "{0} отказывает в соединении",
  "is sshd running there, and is this its port?": "работает ли там sshd, и этот ли у него порт?",
  "{0} cannot be reached": "{0} недоступен",
  "is the host up, and does its firewall let the runner in?": "включён ли хост, и пускает ли runner его файрвол?",
  "the connection to {0} broke": "соединение с {0} оборвалось",
  "look at sshd's log on the host; then run the job again": "посмотрите журнал sshd на хосте и запустите job снова",
  "the connection to {0}, or the command on it, was ended from outside without a word":
    "соединение с {0} или команду в нём прервали снаружи без объяснений",
  "run the job again; look at sshd's log on the host": "запустите job снова; посмотрите журнал sshd на хосте",
  "ssh is not installed on the runner": "ssh не установлен на runner",
  "install the OpenSSH client there (openssh-client)": "установите там клиент OpenSSH (openssh-client)",
  "{0} is not installed on the runner": "{0} не установлен на runner",
  "install it there, or add its folder to the PATH of the job":
    "установите его там или добавьте его папку в PATH этого job",
  "{0} is not a folder that only this user can enter": "{0} — не папка, в которую может войти только этот пользователь",
  "remove it; it would hold the connections of this launch": "удалите; там лежали бы соединения этого запуска",
  // journal
  "a line of the journal is damaged": "строка журнала повреждена",
  "a line of the journal is not golive's: {0}": "строка журнала не от golive: {0}",
  "a line of the journal is not golive's": "строка журнала — не от golive",
  "somebody edited the journal; put it back from a backup, or move it away to start anew":
    "журнал кто-то правил; верните его из копии или уберите в сторону, чтобы начать заново",
  "the lock is an empty file": "замок — пустой файл",
  "no launch wrote that; remove it once `golive status` shows none under way":
    "ни один запуск такого не пишет; удалите, когда `golive status` покажет, что запуска нет",
  "the lock is not golive's": "замок — не от golive",
  "somebody wrote into it; remove it once `golive status` shows no launch under way":
    "в него кто-то писал; удалите, когда `golive status` покажет, что запуска нет",
  "nobody had to approve it": "согласовывать никто не обязан",
  "{0}: back to the release before, because {1}": "{0}: назад на прежний релиз, потому что {1}",
  "{0} takes on that the window is not kept to, because {1}":
    "{0} берёт на себя, что окно не соблюдено, потому что {1}",
  "{0} took it back": "{0} снимает отметку",
  // load-balancer
  "write {0}": "запись {0}",
  "read {0}": "чтение {0}",
  "{0} did not print a number": "{0} не напечатал числа",
  "it prints how many requests still run, and nothing else": "он печатает, сколько запросов ещё идёт, и больше ничего",
  "no request runs any more, after {0} s": "запросов больше нет, через {0} с",
  "nobody can tell how many requests still run ({0}); {1} s were waited":
    "неизвестно, сколько запросов ещё идёт ({0}); подождали {1} с",
  "{0} {0:request|requests|requests} still {0:runs|run|run} after {1} s; the services end {0:it|them|them} as they stop":
    "через {1} с ещё {0:идёт|идут|идут} {0} {0:запрос|запроса|запросов}; службы завершат их при остановке",
  "HAProxy has no map {0}": "у HAProxy нет карты {0}",
  "is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md":
    "записана ли она так же, как в haproxy.cfg, и уровня ли admin сокет? См. docs/maintenance.md",
  'after "set map" the file says {0} and HAProxy {1}, not {2}':
    'после "set map" в файле {0}, а в HAProxy {1}, а не {2}',
  "is the socket of level admin, and the map's name the one in haproxy.cfg?":
    "уровня ли admin сокет, и то ли имя карты, что в haproxy.cfg?",
  "HAProxy did not take over what was written into {0}": "HAProxy не принял того, что записано в {0}",
  "is the socket of level admin?": "уровня ли admin сокет?",
  "HAProxy has no backend {0}": "у HAProxy нет бэкенда {0}",
  "is load-balancer.backend spelled as in haproxy.cfg?": "записан ли load-balancer.backend так же, как в haproxy.cfg?",
  "load-balancer.servers does not say which server {0} is": "в load-balancer.servers не сказано, какой сервер — {0}",
  "add {0}: with its name in the backend {1}": "добавьте {0}: с именем в бэкенде {1}",
  "not there": "нет",
  "{0}/{1} is {2} after it was set to {3}{4}": "{0}/{1} в состоянии {2} после перевода в {3}{4}",
  "is the socket of level admin, and the server's name the one in haproxy.cfg?":
    "уровня ли admin сокет, и то ли имя сервера, что в haproxy.cfg?",
  "write a token into {0}": "запись токена в {0}",
  "clear {0}": "очистка {0}",
  "{0} is not a page of nginx's stub_status": "{0} — не страница stub_status nginx",
  "give it a server of its own on loopback (docs/maintenance.md)":
    "дайте ей собственный server на loopback (docs/maintenance.md)",
  "timed out": "время вышло",
  "no whole answer within {0} s": "нет полного ответа за {0} с",
  "is the balancer configured for tokens as docs/maintenance.md shows?":
    "настроен ли балансировщик на токены, как показано в docs/maintenance.md?",
  "with the launch's token one gets the maintenance page, not the site":
    "с токеном запуска открывается страница обслуживания, а не сайт",
  "what is not a token of this launch leads past the page: one gets {0}":
    "мимо страницы пускает и то, что не токен этого запуска: открывается {0}",
  "the token leads past it; {0} that are none do not": "токен пускает мимо страницы, {0} ненастоящих — нет",
  "{0} {0:look|looks|looks} in a row at {1}: {2}": "{0} {0:раз|раза|раз} подряд, {1}: {2}",
  "no answer ({0})": "нет ответа ({0})",
  "the maintenance page": "страница обслуживания",
  " that is not the page's": ", и это не страница обслуживания",
  "the site": "сайт",
  "visitors get {0}, not {1}": "посетители видят: {0}, а не {1}",
  "can the runner reach this address? See load-balancer.addresses and site.url in the plan":
    "видит ли runner этот адрес? См. load-balancer.addresses и site.url в плане",
  "the header {0}": "заголовок {0}",
  "the plan's page-text": "page-text из плана",
  "does the balancer show the page with status 503 and {0}? See docs/maintenance.md":
    "показывает ли балансировщик страницу со статусом 503, и есть ли на ней {0}? См. docs/maintenance.md",
  "look at the balancer's error log and at the service behind it":
    "посмотрите журнал ошибок балансировщика и службу за ним",
  "every server is ready, after {0} s": "все серверы готовы, через {0} с",
  "{0} is {1}, so it gets no visitors": "{0}: {1}, посетители туда не попадают",
  'somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers':
    'его кто-то вывел; верните ("set server … state ready") или уберите из load-balancer.servers',
  "look at the service's log on that host, and at its health check in haproxy.cfg":
    "посмотрите журнал службы на этом хосте и проверку здоровья в haproxy.cfg",
  // monitoring
  "Alertmanager: silence {0} is expired already": "Alertmanager: заглушка {0} уже истекла",
  "Alertmanager: the answer is not of its API": "Alertmanager: так его API не отвечает",
  unknown: "неизвестно",
  "Alertmanager: silence {0} is {1} after it was deleted": "Alertmanager: заглушка {0} после удаления в состоянии {1}",
  "Grafana: annotation {0} has no end after it was closed": "Grafana: у аннотации {0} после закрытия нет конца",
  "the runner": "runner",
  "refuses the key, or wants one": "не принимает ключ или требует его",
  "leads elsewhere": "перенаправляет в другое место",
  "says no to {0} {1}": "отказывает: {0} {1}",
  'is not a matcher; write service="clinic" or severity=~"warning|critical"':
    'не matcher; напишите service="clinic" или severity=~"warning|critical"',
  "needs at least one matcher": "нужен хотя бы один matcher",
  "has to name what is silenced, by = or =~, and not only what is not":
    "должно назвать, что заглушить, через = или =~, а не только чего не заглушать",
  "needs at least one tag": "нужен хотя бы один тег",
  "is not the uid of a dashboard": "не uid дашборда",
  // notices
  "an earlier try may have arrived": "прежняя попытка могла дойти",
  "no connection": "нет соединения",
  "the mail server {0}: {1}": "почтовый сервер {0}: {1}",
  "its key is no address": "ключ — не адрес",
  "the answer broke off": "ответ оборвался",
  "the proxy says {0}": "прокси отвечает {0}",
  "the proxy does not answer": "прокси не отвечает",
  "the proxy: {0}": "прокси: {0}",
  "must be the name of a key, not its value": "должно быть именем ключа, а не его значением",
  "must be the id of a chat, or @channel": "должно быть id чата или @каналом",
  "is not a mail address": "не почтовый адрес",
  "needs at least one channel": "нужен хотя бы один канал",
  "needs at least one event": "нужно хотя бы одно событие",
  "too many messages (429)": "слишком много сообщений (429)",
  "Telegram answers {0}": "Telegram отвечает {0}",
  "not sent": "не отправлено",
  "the webhook": "вебхук",
  // plan
  "services.user is about units of systemd, and the manager is {0}":
    "services.user говорит о юнитах systemd, а менеджер здесь {0}",
  "take it out, or set manager: systemd": "уберите его или укажите manager: systemd",
  '{0} {1} is what "{2}" changes already': '{0} {1} уже меняет "{2}"',
  "name all values in one change": "назовите все значения в одном изменении",
  'an alias stands alone, and "{0}" gives {1} {2} records': 'псевдоним стоит один, а "{0}" даёт {1} записи {2}',
  "keep one of the two": "оставьте одно из двух",
  " in {0}": " в {0}",
  'unknown key "{0}"{1}': 'неизвестный ключ "{0}"{1}',
  'did you mean "{0}"?': 'может быть, "{0}"?',
  "known here: {0}": "здесь известны: {0}",
  "add {0}: {1}": "добавьте {0}: {1}",
  "{0} is {1}": "{0} — {1}",
  "; put it in quotes": "; возьмите в кавычки",
  "it has to be {0}{1}": "здесь нужно {0}{1}",
  "did you mean {0}? Possible: {1}": "может быть, {0}? Возможны: {1}",
  "{0} is not of a form the plan knows": "{0} записано не так, как понимает план",
  "see docs/plan.md": "см. docs/plan.md",
  "one of: ": "одно из: ",
  "use {0}{1}": "напишите {0}{1}",
  "at least {0}": "не меньше {0}",
  "at most {0}": "не больше {0}",
  " characters": " символов",
  " entries": " записей",
  '"{0}" cannot be a name here': '"{0}" здесь не может быть именем',
  "use lower-case letters, digits, . and -": "возьмите строчные латинские буквы, цифры, . и -",
  "it is {0}": "здесь {0}",
  empty: "пусто",
  "a list": "список",
  "a mapping": "набор ключей",
  "a text": "текст",
  "a number": "число",
  "a whole number": "целое число",
  "true or false": "true или false",
  "is not a duration; write 30s, 5m or 2h": "не длительность; напишите 30s, 5m или 2h",
  "must be a GitHub login with @": "должно быть логином GitHub с @",
  "must be an absolute path without ..": "должно быть абсолютным путём без ..",
  "must be a path inside the repository, without a leading / and without ..":
    "должно быть путём внутри репозитория, без / в начале и без ..",
  "is not an http or https URL": "не адрес http или https",
  'is not a time of day; write it as "02:15"': 'не время суток; напишите так: "02:15"',
  "must be lower-case letters, digits, . and -": "должно состоять из строчных латинских букв, цифр, . и -",
  "must be lower-case letters, digits, - and _": "должно состоять из строчных латинских букв, цифр, - и _",
  "needs at least the program's name": "нужно хотя бы имя программы",
  "must be scheme, host and path only, without a login (name the setting that holds the key under auth)":
    "должно быть только схемой, хостом и путём, без логина (настройку, в которой лежит ключ, назовите в auth)",
  "this is not YAML: {0}": "это не YAML: {0}",
  "compare the indentation, quotes and colons of this line and the one above":
    "сравните отступы, кавычки и двоеточия этой строки и строки выше",
  "this is not usable YAML: {0}": "этот YAML использовать нельзя: {0}",
  "write the values out instead of anchors and aliases": "напишите значения вместо якорей и ссылок",
  "the plan is empty": "план пуст",
  "the plan is not a mapping of keys": "план — не набор ключей",
  "must be a table, or schema.table": "должно быть таблицей или schema.table",
  "is not a column's name": "не имя столбца",
  "needs at least one rule; a restore nobody looks at proves nothing":
    "нужно хотя бы одно правило; восстановление, на которое никто не смотрел, ничего не доказывает",
  "must be http://127.0.0.1:PORT/…": "должно быть http://127.0.0.1:PORT/…",
  "must be @login or @organization/team": "должно быть @логином или @организация/команда",
  'host "{0}" is not among hosts': 'хоста "{0}" нет среди hosts',
  "add it under hosts, or use one of: {0}": "добавьте его в hosts или возьмите одно из: {0}",
  '"{0}" is not a host of the deploy': 'на "{0}" ничего не выкладывают',
  "use one of deploy.hosts: {0}": "возьмите одно из deploy.hosts: {0}",
  '"{0}" has no checkout to run pytest in': 'на "{0}" нет рабочего каталога, в котором можно запустить pytest',
  "with preset {0} there is no pytest of the virtual environment":
    "с пресетом {0} нет pytest из виртуального окружения",
  "add run: with the words that write a JUnit report to {report}":
    "добавьте run: со словами, которые пишут отчёт JUnit в {report}",
  "site.url has no name that could be asked for": "в site.url нет имени, о котором можно спросить",
  "add name: with the site's name": "добавьте name: с именем сайта",
  "the services run under {0}, so systemd knows nothing of them":
    "службы работают под {0}, и systemd о них ничего не знает",
  "name units of systemd in units:, or take the check out": "назовите юниты systemd в units: или уберите проверку",
  '"{0}" has no release whose migrations could be listed': 'на "{0}" нет релиза, миграции которого можно перечислить',
  "the plan does not tell how migrations are listed": "план не говорит, как перечислить миграции",
  "add deploy.migrate, or take the check out": "добавьте deploy.migrate или уберите проверку",
  "with preset {0} nobody knows what the models hold": "с пресетом {0} никто не знает, что в моделях",
  "take models out": "уберите models",
  "this webhook rests while the site is closed, and that is when it would be looked at":
    "пока сайт закрыт, этот вебхук отдыхает, а смотрели бы именно тогда",
  "take webhook out here, and ask for it in prepare.checks": "уберите webhook здесь и спросите о нём в prepare.checks",
  "smoke tests before the window are run against staging": "до окна smoke-тесты запускают на стейджинге",
  "name them in verify.checks, and add prepare.staging": "назовите их в verify.checks и добавьте prepare.staging",
  "the key is read on a host, and none is named that asks": "ключ читают на хосте, а кто спрашивает, не названо",
  "add from: with that host": "добавьте from: с этим хостом",
  "the plan names no settings file that would hold the key": "план не называет файла настроек, в котором был бы ключ",
  "add file: here, or deploy.env-file": "добавьте file: здесь или deploy.env-file",
  'id "{0}" is used twice': 'id "{0}" использован дважды',
  "give each its own": "дайте каждому свой",
  'there is no channel "{0}"': 'канала "{0}" нет',
  '"{0}" is not a check of kind tls': '"{0}" — не проверка вида tls',
  "name one of verify.checks": "назовите одну из verify.checks",
  'id "{0}" is kept for the scenarios': 'id "{0}" занят сценариями',
  "give it another": "дайте другой",
  "nothing is required; a launch that nothing has to hold for is not verified":
    "ничто не обязательно; запуск, для которого ничего не должно выполняться, не проверен",
  "take required: false from at least one check": "уберите required: false хотя бы у одной проверки",
  '"{0}" is not a time zone': '"{0}" — не часовой пояс',
  "use an IANA name such as Europe/Moscow": "возьмите имя IANA, например Europe/Moscow",
  "the window has no length": "у окна нет длины",
  "end has to differ from start": "end должно отличаться от start",
  "nobody is named to be asked": "не названо, кого спрашивать",
  'add ask: {who: ["@login"]}': 'добавьте ask: {who: ["@login"]}',
  "{0} at {1} lies outside the window {2}-{3}": "{0} в {1} лежит вне окна {2}-{3}",
  "move it inside": "перенесите внутрь",
  "{0} at {1} comes before the phase it follows": "{0} в {1} раньше этапа, за которым следует",
  "the order is {0}": "порядок такой: {0}",
  "this check would see the maintenance page: the site is closed while it is verified":
    "эта проверка увидела бы страницу обслуживания: на время проверки сайт закрыт",
  "ask the service itself from its host, with `from:` and the address behind the balancer; or go past the page with `bypass: true`":
    "спросите саму службу с её хоста, с `from:` и адресом за балансировщиком; или пройдите мимо страницы с `bypass: true`",
  "a check past the page is asked from the runner, at every address of the balancers":
    "проверка мимо страницы спрашивает с runner, по каждому адресу балансировщиков",
  "take `from:` out, or `bypass: true`": "уберите `from:` или `bypass: true`",
  "the token is for {0} only, and this address is another's": "токен только для {0}, а этот адрес чужой",
  "name a page of the site, or take `bypass: true` out": "назовите страницу сайта или уберите `bypass: true`",
  "the day before there is no page to go past": "накануне страницы нет, и мимо неё идти незачем",
  "take the bypass out": "уберите bypass",
  "the canary would get the maintenance page: the site is closed while it is verified":
    "пробный запрос попал бы на страницу обслуживания: на время проверки сайт закрыт",
  "name the address of the service behind the balancer": "назовите адрес службы за балансировщиком",
  "the flag lies in the folder of the tokens": "флаг лежит в папке токенов",
  "give the tokens a folder of their own": "дайте токенам отдельную папку",
  "the plan names no backend": "план не называет бэкенда",
  "add backend: with its name in haproxy.cfg": "добавьте backend: с именем из haproxy.cfg",
  "the tokens have a map of their own, and this is the page's": "у токенов своя карта, а это карта страницы",
  "name another file, and add it to haproxy.cfg (docs/maintenance.md)":
    "назовите другой файл и добавьте его в haproxy.cfg (docs/maintenance.md)",
  "a dump after the migration is taken from the copy, and the plan has none":
    "дамп после миграции снимают с копии, а в плане её нет",
  "set copy: true, or dump: before-deploy": "укажите copy: true или dump: before-deploy",
  "with pgBackRest the way back is the copy: a restore of the whole server takes the other databases back as well":
    "с pgBackRest путь назад — копия: восстановление всего сервера вернуло бы назад и другие базы",
  "set copy: true": "укажите copy: true",
  "pgBackRest backs the whole server up, so it cannot take the frozen copy later":
    "pgBackRest копирует весь сервер и снять застывшую копию потом не может",
  "set dump: before-deploy": "укажите dump: before-deploy",
  "a backup of pgBackRest has no tables to compare before it is restored":
    "в копии pgBackRest до восстановления нет таблиц, которые можно сравнить",
  "set proof: restore, or proof: read": "укажите proof: restore или proof: read",
  "pgBackRest has its own repositories for that": "для этого у pgBackRest есть свои репозитории",
  "add a second repository (repo2-…) to its configuration, and take offsite out":
    "добавьте в его настройки второй репозиторий (repo2-…) и уберите offsite",
  "a backup leaves the host encrypted only, and the plan names no recipient":
    "копия покидает хост только зашифрованной, а план не называет получателя",
  "add recipient: age1… (the public key that age-keygen prints)":
    "добавьте recipient: age1… (открытый ключ, который печатает age-keygen)",
  "the command does not name the file": "команда не называет файла",
  "put {file} where it wants the path": "поставьте {file} туда, где ей нужен путь",
  "there is one directory only, so nothing has to be shared": "каталог только один, общего быть не может",
  "set strategy: releases, or take shared out": "укажите strategy: releases или уберите shared",
  '"{0}" is the release itself': '"{0}" — это сам релиз',
  "name a file or folder inside it": "назовите файл или папку внутри него",
  '"{0}" is shared already': '"{0}" уже общее',
  "take it out": "уберите",
  'approver "{0}" is named twice': 'согласующий "{0}" назван дважды',
  "take one out; GitHub does not tell logins apart by case": "уберите одного; GitHub не различает логины по регистру",
  "a check of kind {0} tells nothing about a release that is only tried":
    "проверка вида {0} ничего не говорит о релизе, который только пробуют",
  "name it in verify.checks or prepare.checks": "назовите её в verify.checks или prepare.checks",
  'the release is tried on "{0}", not on "{1}"': 'релиз пробуют на "{0}", а не на "{1}"',
  "set host: {0}": "укажите host: {0}",
  "what is tried the day before has to pass": "то, что пробуют накануне, должно пройти",
  "take required out, or the test": "уберите required или тест",
  "add deploy.env-file": "добавьте deploy.env-file",
  "there is no backup named to restore": "не названо резервной копии, которую восстанавливать",
  "add prepare.newest-backup": "добавьте prepare.newest-backup",
  'the backup is restored on "{0}", and is on another host':
    'копию восстанавливают на "{0}", а лежит она на другом хосте',
  "name a copy of it on {0}": "назовите её копию на {0}",
  "a backup of pgBackRest is the whole server, so it is not restored beside the service":
    "копия pgBackRest — это весь сервер, рядом со службой её не восстановить",
  "name a dump in prepare.newest-backup; pgBackRest's own backup is proved in the window":
    "назовите дамп в prepare.newest-backup; собственную копию pgBackRest проверяют в окне",
  "a release is tried on a restored backup, and the plan restores none":
    "релиз пробуют на восстановленной копии, а план ничего не восстанавливает",
  "add prepare.test-restore": "добавьте prepare.test-restore",
  "no command of the plan applies all migrations, so none is needed that applies the next":
    "план не применяет все миграции одной командой, поэтому команда для следующей не нужна",
  "take it out (Django's are tried one by one anyway), or add deploy.migrate":
    "уберите её (миграции Django и так пробуются по одной) или добавьте deploy.migrate",
  "nothing points the release to the scratch database": "ничто не направляет релиз на пробную базу",
  'add settings: {PGDATABASE: "{database}"}, or database-url: DATABASE_URL':
    'добавьте settings: {PGDATABASE: "{database}"} или database-url: DATABASE_URL',
  "the plan has no smoke tests to run against staging": "в плане нет smoke-тестов для стейджинга",
  "add a check of kind smoke to verify.checks": "добавьте проверку вида smoke в verify.checks",
  "the compose file of the services is not named": "не назван файл compose этих служб",
  "add config: with the path of the one that is live": "добавьте config: с путём к тому, что сейчас в работе",
  'services run on "{0}", but nothing is deployed there': 'службы работают на "{0}", но туда ничего не выкладывают',
  "add it to deploy.hosts, or take it out here": "добавьте его в deploy.hosts или уберите здесь",
  '"{0}" has no service that could answer': 'на "{0}" нет службы, которая могла бы ответить',
  "name hosts of services.hosts": "назовите хосты из services.hosts",
  '"{0}" is not a host of the services': 'на "{0}" служб нет',
  "add it to services.hosts, or take it out here": "добавьте его в services.hosts или уберите здесь",
  "use some of: {0}": "возьмите что-то из: {0}",
  '"{0}" does not have the release yet when {1} migrates': 'на "{0}" ещё нет релиза, когда {1} выполняет миграции',
  "{0} goes first and alone: leave hosts out, or use when: before-start or after-start":
    "{0} идёт первым и один: уберите hosts или укажите when: before-start или after-start",
  '"{0}" is a host and a role': '"{0}" — и хост, и роль',
  "give the role a name of its own": "дайте роли другое имя",
  'must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)':
    'должно быть открытыми ключами хоста, например "ssh-ed25519 AAAA..." (ssh-keyscan HOST, сверьте с ключом на самом хосте)',
  "needs at least one person": "нужен хотя бы один человек",
  "must be a GitHub login without @": "должно быть логином GitHub без @",
  "needs at least one approver": "нужен хотя бы один согласующий",
  "is not a name of HAProxy": "не имя HAProxy",
  'ssh-keygen -y -P "" -f {0} has to print the public half there: put a private key of golive\'s own into the file, as ssh-keygen -t ed25519 -N "" writes it, or give the key as ssh-key':
    'команда ssh-keygen -y -P "" -f {0} должна напечатать там открытую половину: положите в файл закрытый ключ самого golive, как его пишет ssh-keygen -t ed25519 -N "", или передайте ключ через ssh-key',
  "the private key's file on the runner is not as ssh wants it: empty, or with other line ends or blanks":
    "файл закрытого ключа на раннере не таков, как нужно ssh: пуст либо с другими концами строк или пробелами",
  "look at what the service has of settings": "взгляд на то, какие настройки есть у сервиса",
  "commands of the release do not get {0} as deploy.env-file has it: the shell keeps that name":
    "команды релиза получают не то значение {0}, что в deploy.env-file: это имя оболочка оставляет себе",
  "{0} reads {1}, which deploy.env-file does not name: commands of the release do not get what is in it":
    "{0} читает {1}, а в deploy.env-file этого нет: команды релиза не получают того, что там",
  "{0} sets {1} in its unit file: commands of the release do not get that (put it into deploy.env-file)":
    "{0} задаёт {1} в своём юните: команды релиза этого не получают (впишите в deploy.env-file)",
  "{0} takes {1} away (UnsetEnvironment=): commands of the release get it":
    "{0} убирает {1} (UnsetEnvironment=), а команды релиза это получают",
  "on {0} {1}": "на {0}: {1}",
  "needs at least one file": "нужен хотя бы один файл",
  "needs at least one host": "нужен хотя бы один хост",
  "must hold no space, ; or \\": "не должно содержать пробелов, ; и \\",
  "must be of letters, digits, . _ -": "должно состоять из букв, цифр и . _ -",
  "must hold no space, comma, colon or !": "не должно содержать пробелов, запятых, двоеточий и !",
  "must be a database name of at most 40 letters, digits, _ $ -":
    "должно быть именем базы не длиннее 40 символов: буквы, цифры, _ $ -",
  "is not a public key of age (age1…)": "не открытый ключ age (age1…)",
  "must be at most 40 lower-case letters, digits and -":
    "должно быть не длиннее 40 символов: строчные латинские буквы, цифры и -",
  "needs at least one check; a launch nobody looks at is not verified":
    "нужна хотя бы одна проверка; запуск, на который никто не смотрел, не проверен",
  "are more than people walk through in a night": "больше, чем люди пройдут за ночь",
  "needs at least one number": "нужно хотя бы одно число",
  "is 0, and there is no prometheus: then nothing is watched": "0, а prometheus нет: тогда наблюдать не за чем",
  // presets
  "fetch {0} before the window": "получить {0} до окна",
  "look whether {0} is there": "посмотреть, есть ли {0}",
  "{0}, there since the day before": "{0}, есть с предыдущего дня",
  "not read": "прочитать не удалось",
  "part of the build": "входит в сборку",
  "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file":
    "дайте прочитать пользователю, который выкладывает (chgrp и права 0640), или исправьте deploy.env-file",
  "On {0} the services stay stopped until then, also after a restart of the host. By hand: {1}":
    "На {0} службы до тех пор остаются остановленными, в том числе после перезагрузки сервера. Вручную: {1}",
  "look for locks in {0}": "поиск блокировок в {0}",
  "golive has stopped this unit for a launch, and it does not start while this file is here: golive status says how the launch stands":
    "golive остановил этот юнит на время запуска, и пока этот файл здесь, юнит не запустится: как идёт запуск, говорит golive status",
  "keep {0} stopped": "удержание {0} остановленным",
  "let {0} start again": "снятие удержания с {0}",
  "look what a restart would start": "взгляд на то, что запустила бы перезагрузка",
  "{0} cannot be written, so a unit that golive stops could not be kept stopped (services.hold)":
    "в {0} нельзя писать, и остановленный юнит было бы нечем удержать (services.hold)",
  "create it and give it to the user of the connection (docs/hosts.md)":
    "создайте папку и отдайте её пользователю подключения (docs/hosts.md)",
  "services were started meanwhile, and the backup may lack what they wrote":
    "тем временем службы запустились, и в резервной копии может не быть того, что они записали",
  "was the host restarted? docs/hosts.md has the drop-in that keeps units stopped then; the next launch goes on as usual":
    "сервер перезагрузили? в docs/hosts.md есть drop-in, с которым юниты и тогда остаются остановленными; следующий запуск пойдёт как обычно",
  "waiting for {0} (at most {1} s)": "ждём: {0} (не дольше {1} с)",
  "a connection broke; once the hosts answer this is done again ({0} of {1})":
    "подключение оборвалось; когда серверы ответят, это начнётся ещё раз ({0} из {1})",
  "a restart of {0} in the window would start {1} behind the page (docs/hosts.md has the drop-in that prevents it)":
    "перезагрузка {0} в окне запустила бы {1} за страницей обслуживания (drop-in, который этого не даёт, — в docs/hosts.md)",
  "look at the form of {0}": "взгляд на вид {0}",
  "line {0} of the settings in {1} holds a NUL byte; systemd reads nothing of such a file":
    "в строке {0} настроек в {1} есть байт NUL; systemd не читает из такого файла ничего",
  "write the file anew as text": "запишите файл заново как текст",
  "line {0} of the settings in {1} is not UTF-8; systemd reads nothing of such a file":
    "строка {0} настроек в {1} не в UTF-8; systemd не читает из такого файла ничего",
  "write the file anew in UTF-8 (iconv)": "запишите файл заново в UTF-8 (iconv)",
  "{0} is not among the settings": "среди настроек нет {0}",
  "correct deploy.database-setting or deploy.env-file": "исправьте deploy.database-setting или deploy.env-file",
  '{0} leads to the database "{1}", not "{2}"': '{0} ведёт в базу "{1}", а не "{2}"',
  "correct deploy.env-file or database.name": "исправьте deploy.env-file или database.name",
  "the plan's preset is {0}": "пресет плана — {0}",
  "images of {0}": "образы {0}",
  "a field that needs a default": "полю нужно значение по умолчанию",
  "the plan says so": "так сказано в плане",
  "manage.py does not run with these settings": "manage.py с этими настройками не работает",
  "try it by hand: manage.py check": "попробуйте вручную: manage.py check",
  'with these settings Django uses the database "{0}", not "{1}"':
    'с этими настройками Django пользуется базой "{0}", а не "{1}"',
  "the tag {0} is {1} at the host's remote, but {2} was approved": "тег {0} в remote хоста — {1}, а согласовали {2}",
  "somebody moved the tag, or the remote is another repository; start a new launch":
    "тег кто-то переставил, или remote — другой репозиторий; начните новый запуск",
  'there is no git remote "{0}"': 'git remote "{0}" нет',
  "correct deploy.remote, or add the remote": "исправьте deploy.remote или добавьте remote",
  "set deploy.run-as to the user that owns it": "укажите в deploy.run-as пользователя, которому это принадлежит",
  "the checkout stands at {0} instead of {1}": "рабочий каталог стоит на {0}, а не на {1}",
  "look at git status in the live directory": "посмотрите git status в рабочем каталоге",
  "clone the service's repository there, or correct deploy.directory":
    "склонируйте туда репозиторий службы или исправьте deploy.directory",
  "clone the service's repository there": "склонируйте туда репозиторий службы",
  "the live directory is not a git checkout that can be used": "рабочий каталог — не git, которым можно пользоваться",
  "s were": "",
  " was": "",
  "{0} tracked file{1} changed by hand ({2})":
    "вручную {0:изменён|изменены|изменено} {0} {0:файл|файла|файлов} из git ({2})",
  "commit or undo these changes; a checkout would lose them or stop":
    "закоммитьте или отмените эти изменения; иначе переключение их потеряет или остановится",
  "{0} and its environment in {1}": "{0} и его окружение в {1}",
  ", environment as before": ", окружение прежнее",
  "correct deploy.built, or the build": "исправьте deploy.built или сборку",
  "{0} is live, and its files are not those of {1} as approved":
    "{0} сейчас в работе, и файлы там не те, что согласованы в {1}",
  "look at git status there; launch another tag rather than the same once more":
    "посмотрите там git status; запустите другой тег, а не тот же ещё раз",
  "{0} is there and was not made by golive": "{0} уже есть, и создал его не golive",
  "move it away": "уберите его в сторону",
  "the release could not be checked out into {0}: {1}": "не удалось развернуть релиз в {0}: {1}",
  "look at git worktree list in {0}/repo": "посмотрите git worktree list в {0}/repo",
  "link {0}": "ссылка {0}",
  "link current to {0}": "ссылка current на {0}",
  "{0}/current leads to {1} instead of {2}": "{0}/current ведёт в {1}, а не в {2}",
  "find out what else changes that link": "выясните, что ещё меняет эту ссылку",
  "{0}, there since it was built": "{0}, лежит с тех пор, как собрали",
  "built before the window": "собран до окна",
  "collected with the release": "собрана вместе с релизом",
  "{0}/repo is not a git repository that can be used": "{0}/repo — не git-репозиторий, которым можно пользоваться",
  "clone the service's repository there (docs/releases.md)": "склонируйте туда репозиторий службы (docs/releases.md)",
  "docs/releases.md says how a server is moved to this layout":
    "как перевести сервер на эту раскладку, сказано в docs/releases.md",
  "{0}/shared/{1} is not there": "нет {0}/shared/{1}",
  "create it, or take it out of deploy.shared": "создайте или уберите из deploy.shared",
  " is there and whole": " лежит там, целый",
  "the journal does not say where the previous release lies": "журнал не говорит, где лежит прежний релиз",
  "link {0}/current to it by hand": "направьте туда ссылку {0}/current вручную",
  "remove old releases": "уборка старых релизов",
  "is not the name of a git remote": "не имя git remote",
  // services
  "{0} is a target: it counts as stopped while the units that it started still run and write":
    "{0} — это target: он считается остановленным, пока запущенные им юниты ещё работают и пишут",
  "name the services themselves in its place; it starts none that systemd knows of":
    "назовите вместо него сами службы; он не запускает ни одной, о которой знает systemd",
  "name what it starts in its place: {0}": "назовите вместо него то, что он запускает: {0}",
  "the systemd of {0} does not answer (services.user)": "systemd пользователя {0} не отвечает (services.user)",
  "as root there: loginctl enable-linger {0}; is the package dbus-user-session installed?":
    "там от root: loginctl enable-linger {0}; установлен ли пакет dbus-user-session?",
  "the systemd of {0} ends with the last login, and its units with it (no linger)":
    "systemd пользователя {0} завершается с последним выходом, и его юниты с ним (нет linger)",
  "as root there: loginctl enable-linger {0}": "там от root: loginctl enable-linger {0}",
  "units of a user's own systemd need no root, and root cannot manage them so":
    "юнитам собственного systemd пользователя root не нужен, и так root ими не управляет",
  "take services.sudo out; golive becomes {0} by sudo -u where it is somebody else":
    "уберите services.sudo; golive становится {0} через sudo -u, если сам он кто-то другой",
  "rename {0}": "переименование {0}",
  "look for {0}": "поиск {0}",
  "nobody can tell whether {0} works or is paused": "неизвестно, работает {0} или приостановлено",
  "its status has to exit 0 when it works and 3 when it is paused":
    "его status должен завершаться с 0, когда оно работает, и с 3, когда приостановлено",
  "is that file there?": "есть ли там этот файл?",
  "is this the name of a unit there?": "есть ли там юнит с таким именем?",
  "{0} still runs after it was stopped": "{0} всё ещё работает после остановки",
  "look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable":
    "посмотрите журнал на хосте; юнит, который перезапускается сам или от сокета, должно быть можно остановить",
  "{0} does not say whether {1} runs": "{0} не говорит, работает ли {1}",
  "is this the name of a unit there, and may golive ask? Try: {0}":
    "есть ли там юнит с таким именем, и можно ли golive спрашивать? Попробуйте: {0}",
  "{0} does not run": "{0} не работает",
  "a launch starts from a service that works; start it, or take it out of services.units":
    "запуск начинается с работающей службы; запустите её или уберите из services.units",
  "{0} is still {1}": "{0} всё ещё {1}",
  "look what keeps it so; a unit that something else starts has to be paused there":
    "посмотрите, что его так держит; юнит, который запускает что-то другое, приостанавливать надо там",
  "sudo does not let golive run: {0}": "sudo не пускает golive: {0}",
  "sudo wants a password for: {0}": "sudo требует пароль для: {0}",
  "allow it without a password, after every line that asks for one; `golive sudoers` prints the lines (docs/hosts.md)":
    "разрешите без пароля, после всех строк, которые его требуют; строки печатает `golive sudoers` (docs/hosts.md)",
  "keep {0}": "сохранение {0}",
  "what {0} was cannot be read": "не прочитать, каким был {0}",
  "is the home folder of the connection's user there?": "есть ли там домашняя папка пользователя соединения?",
  "what {0} was is no longer readable": "запись о том, каким был {0}, больше не читается",
  "set the webhook by hand, then remove ~/.local/state/golive/{0}":
    "задайте вебхук вручную и удалите ~/.local/state/golive/{0}",
  "Telegram keeps what comes, for a day at most": "Telegram хранит приходящее, самое большее сутки",
  "nothing is kept of {0}": "о {0} ничего не сохранено",
  "set the webhook by hand": "задайте вебхук вручную",
  "{0} is not as it was before the page went up": "{0} не такой, каким был до страницы обслуживания",
  "compare getWebhookInfo with ~/.local/state/golive/{0}": "сравните getWebhookInfo с ~/.local/state/golive/{0}",
  "{0} update{1} waited": "{0:ждало|ждали|ждало} {0} {0:обновление|обновления|обновлений}",
  "{0} has a certificate of its own, which Telegram does not give back":
    "у {0} собственный сертификат, а Telegram его не отдаёт",
  "name its file in certificate:": "назовите его файл в certificate:",
  "this is not what the Bot API says of a webhook": "так Bot API о вебхуке не отвечает",
  "is base: the address of a Bot API?": "точно ли в base: адрес Bot API?",
  "curl could not be run": "curl не запустить",
  "is it installed, and may golive run it?": "установлен ли он, и можно ли golive его запускать?",
  "the webhook's certificate cannot be read": "сертификат вебхука не прочитать",
  "see certificate: in the plan": "см. certificate: в плане",
  "asked too often": "спрашивали слишком часто",
  ", again in {0} s": ", снова через {0} с",
  "Telegram does not do {0}: {1}{2}": "Telegram не выполняет {0}: {1}{2}",
  "nothing is lost: what comes meanwhile is kept by Telegram for a day. Try again":
    "ничего не потеряно: приходящее тем временем Telegram хранит сутки. Попробуйте ещё раз",
  "put the bot's token into the settings file": "положите токен бота в файл настроек",
  "Telegram does not do {0}: status {1}{2}": "Telegram не выполняет {0}: статус {1}{2}",
  "look at the bot's webhook by hand (getWebhookInfo)": "посмотрите вебхук бота вручную (getWebhookInfo)",
  "the webhook holds a control character, which curl cannot be told":
    "в вебхуке есть управляющий символ, а curl такой не передать",
  "set it anew by hand, without one": "задайте его заново вручную, без этого символа",
  "see deploy.env-file": "см. deploy.env-file",
  "{0} has not the shape of such a key, so it was not sent": "{0} не похож на такой ключ, поэтому не отправлен",
  "it is of letters, digits, : _ and -": "он состоит из букв, цифр, : _ и -",
  "see deploy.env-file and deploy.run-as": "см. deploy.env-file и deploy.run-as",
  "the shell there would show the key to others, so nothing was asked":
    "тамошняя оболочка показала бы ключ другим, поэтому ничего не спрашивали",
  "use a shell whose printf is its own": "возьмите оболочку со встроенным printf",
  "{0} is not installed": "{0} не установлен",
  "install it there": "установите там",
  "the bot's webhook": "вебхук бота",
  // stages
  "# sudo-rs takes the next line without the backslashes before * ? [ ]":
    "# для sudo-rs в следующей строке уберите обратные косые перед * ? [ ]",
  "put the right key or address there before the night": "положите туда верный ключ или адрес до ночи",
  "nothing was proved, which is not a pass; look why": "ничего не доказано, а это не pass; выясните почему",
  "no placeholder, none empty": "заглушек нет, пустых нет",
  "no placeholder, none empty, none that staging has": "заглушек нет, пустых нет, общих со стейджингом нет",
  "forecast {0}, took {1}: {2} % off": "прогноз {0}, на деле {1}: расхождение {2} %",
  "tar and age of {0}": "tar и age для {0}",
  "{0}, encrypted, sent in {1}": "{0}, зашифровано, отправлено за {1}",
  "{0} {0:backup|backups|backups} beyond the plan's keep were removed":
    "убрано {0} {0:копия|копии|копий} сверх того, что хранит план",
  "rollback copies of earlier launches dropped: {0}": "удалены копии для отката от прежних запусков: {0}",
  "releases beyond the plan's keep were removed: {0}": "убраны релизы сверх того, что хранит план: {0}",
  "nothing of earlier launches is in the way": "от прежних запусков ничего не мешает",
  "input approval": "вход approval",
  "the plan takes no approval by a comment": "план не принимает согласования комментарием",
  "leave it empty, or name approvers in approval.comment":
    "оставьте пустым или назовите согласующих в approval.comment",
  "leave it empty; the workflow Approve fills it in": "оставьте пустым; его заполняет workflow Approve",
  "no launch was opened yet": "запуск ещё не открывали",
  "start the launch first; its checklist says what to write":
    "сначала начните запуск; в его чек-листе сказано, что написать",
  "there is no comment {0}": "комментария {0} нет",
  "it was deleted; write a new one": "его удалили; напишите новый",
  "an approver writes {0} on checklist #{1}; that starts the window":
    "согласующий пишет {0} в чек-листе #{1}; с этого начинается окно",
  "nobody approved this run by a comment": "этот прогон никто не согласовал комментарием",
  "the comment of {0} that approved this run was deleted": "комментарий {0}, которым согласовали этот прогон, удалён",
  "The approvers could not be told: {0}. The checklist says what to write.":
    "Не удалось сказать согласующим: {0}. Что написать, сказано в чек-листе.",
  "the run that opened this launch is gone from GitHub; start the launch again":
    "прогона, который открыл этот запуск, больше нет на GitHub; начните запуск заново",
  "the run that opened this launch is not over yet; write it again once it is":
    "прогон, который открыл этот запуск, ещё не закончился; напишите ещё раз, когда закончится",
  "it is too early; write it again from {0} on": "слишком рано; напишите ещё раз не раньше {0}",
  "{0} of the window are left, and the launch and a rollback may need {1}; write it again for the next window":
    "от окна осталось {0}, а запуску с откатом может понадобиться {1}; напишите ещё раз для следующего окна",
  "🔏 This comment does not approve the launch: {0}.": "🔏 Этот комментарий запуск не согласует: {0}.",
  "The comment could not be answered: {0}": "Не удалось ответить на комментарий: {0}",
  "comment {0} of {1} does not approve the launch: {2}": "комментарий {0} от {1} запуск не согласует: {2}",
  "the checklist says what to write, and who may": "в чек-листе сказано, что написать и кто может",
  "Nobody could be asked: {0}": "Не удалось никого спросить: {0}",
  "{0}, {1}, {2} of them new in the repository": "{0}, {1}, из них {2} новых в репозитории",
  "{0} {0:file|files|files}": "{0} {0:файл|файла|файлов}",
  "the plan asks for no more than that its files are whole (proof: read)":
    "план требует только, чтобы файлы были целы (proof: read)",
  "restored on a server of its own; {0} {0:row|rows|rows} in {1} {1:table|tables|tables} and {2} {2:object|objects|objects} of the schema are the same":
    "восстановлено на отдельном сервере; совпали {0} {0:строка|строки|строк} в {1} {1:таблице|таблицах|таблицах} и {2} {2:объект|объекта|объектов} схемы",
  "the site is still open, so the backup would miss what people write meanwhile":
    "сайт ещё открыт: в копию не попадёт то, что люди запишут тем временем",
  "run maintenance with state: on first": "сначала запустите maintenance с state: on",
  ", sharing blocks with the original": ", блоки общие с оригиналом",
  ", of {0}": ", из {0}",
  "{0} {0:file|files|files}; {1} {1:table|tables|tables}, {2} {2:row|rows|rows}; manifest {3}":
    "{0} {0:файл|файла|файлов}; {1} {1:таблица|таблицы|таблиц}, {2} {2:строка|строки|строк}; манифест {3}",
  "read in {0}": "прочитано за {0}",
  "{0} {0:row|rows|rows} in {1} {1:table|tables|tables} and {2} {2:object|objects|objects} of the schema":
    "{0} {0:строка|строки|строк} в {1} {1:таблице|таблицах|таблицах} и {2} {2:объект|объекта|объектов} схемы",
  "; only counted: {0}": "; только посчитаны: {0}",
  "the plan asks for no more than that it reads through whole (proof: read)":
    "план требует только, чтобы дамп читался до конца (proof: read)",
  "not restored; {0} stand in the dump as in the database": "не восстанавливали; в дампе то же, что в базе: {0}",
  "restored beside; {0} are the same{1}": "восстановлено рядом; совпали {0}{1}",
  "neither the rollback copy nor a proved dump of this launch is there":
    "нет ни копии для отката, ни проверенного дампа этого запуска",
  "look for the copy under another name (psql --list)": "поищите копию под другим именем (psql --list)",
  "the rollback copy is gone, and pgBackRest's backup is of the whole server":
    "копии для отката нет, а копия pgBackRest — это весь сервер",
  "restore it on a server of its own (docs/pgbackrest.md) and compare there":
    "восстановите её на отдельном сервере (docs/pgbackrest.md) и сравните там",
  "The token that led past the page could not be removed: {0}":
    "Не удалось удалить токен, который пускал мимо страницы: {0}",
  "The certificate of {0} is good, or renewed": "Сертификат {0} хорош или продлён",
  "{0}: it is renewed in the window": "{0}: продлим в окне",
  "{0}: whether it has to be renewed is not known": "{0}: нужно ли продлевать, неизвестно",
  "the certificate cannot be looked at: {0}": "сертификат не посмотреть: {0}",
  "nothing is renewed on a guess; mend the check or what it asks":
    "наугад ничего не продлеваем; исправьте проверку или то, что она спрашивает",
  "it is not renewed: {0}": "не продлеваем: {0}",
  "{0}; its renewal was rehearsed": "{0}; продление отрепетировано",
  "the certificate cannot be looked at, and is not renewed on a guess: {0}":
    "сертификат не посмотреть, а наугад не продлеваем: {0}",
  "mend what the check asks, then re-run the job": "исправьте то, что спрашивает проверка, и перезапустите job",
  "; the last: {0}": "; последняя: {0}",
  "still not good after {0} {1}: {2}{3}": "всё ещё нехорош, попыток {0}: {2}{3}",
  "look at the client's log there; a CA lets few tries fail in an hour, so renew it by hand and re-run the job, or let it roll back":
    "посмотрите там журнал клиента; CA позволяет в час лишь несколько неудач, поэтому продлите вручную и перезапустите job или дайте откатить",
  ", with try {0}": ", с попытки {0}",
  "renewed{0}: {1}": "продлён{0}: {1}",
  "{0}: tried again in {1}": "{0}: ещё одна попытка через {1}",
  "the run was cancelled between two tries": "прогон отменили между двумя попытками",
  "there is no check {0} of kind tls": "проверки {0} вида tls нет",
  "{0}: not renewed, and not required: {1}": "{0}: не продлён, и это не обязательно: {1}",
  "its lock is gone": "её замка больше нет",
  "see {0}": "см. {0}",
  "run {0} (attempt {1}, {2}) goes on with the launch of run {3}, which is over":
    "прогон {0} (попытка {1}, {2}) продолжает запуск прогона {3}, который закончился",
  "the lock of run {0}, which is over, was taken over; it had changed nothing":
    "замок прогона {0}, который закончился, перешёл к этому; тот ничего не изменил",
  "another run took the launch lock at the same moment": "в ту же секунду замок запуска взял другой прогон",
  "see the workflow's other runs": "посмотрите другие прогоны этого workflow",
  "it never gave a sign of life": "признаков жизни не подавал",
  "its last sign of life is {0} old": "последний признак жизни — {0} назад",
  "run {0}, started by {1} at {2}": "прогон {0}, начал {1} в {2}",
  'once you know that it does nothing any more: golive unlock --by "your name" --because "…"':
    'когда убедитесь, что он больше ничего не делает: golive unlock --by "ваше имя" --because "…"',
  "the launch lock is held by {0}, and GitHub does not say whether that run is over ({1}); {2}":
    "замок запуска держит {0}, а GitHub не говорит, закончился ли этот прогон ({1}); {2}",
  "start again when GitHub answers; or {0}": "начните снова, когда GitHub ответит; или {0}",
  "a launch of {0} is in flight: {1}; {2}": "запуск {0} идёт: {1}; {2}",
  "wait for it, or cancel it: {0}": "дождитесь его или отмените: {0}",
  "the launch lock is held by {0}; GitHub knows no such run in this repository, but {1}":
    "замок запуска держит {0}; GitHub не знает такого прогона в этом репозитории, но {1}",
  "another repository may launch with the same control.directory; see {0}; or {1}":
    "с тем же control.directory может запускать другой репозиторий; см. {0}; или {1}",
  "run {0}, attempt {1}, started by {2}, goes on with this launch":
    "прогон {0}, попытка {1}, начал {2}, продолжает этот запуск",
  "the launch of {0} is half done ({1}); another one would build on it":
    "запуск {0} сделан наполовину ({1}); новый лёг бы поверх него",
  "launch {0} again: it goes on where it stopped, or rolls back. Or start the workflow Roll back for {1}: it goes back, whatever became of the tag":
    "запустите {0} ещё раз: запуск продолжится с того места, где остановился, или откатится. Или запустите workflow Roll back для {1}: он вернёт прежний релиз, что бы ни стало с тегом",
  "against staging": "на стейджинге",
  "{0}, {1}, {2} old, whole": "{0}, {1}, возраст {2}, целая",
  "pgBackRest backs the whole server up; its earlier runs tell how long it takes":
    "pgBackRest копирует весь сервер; сколько это занимает, видно по прежним копиям",
  "dump {0}, proof ({1}) {2}": "дамп {0}, проверка ({1}) {2}",
  "on the migrated copy": "на мигрированной копии",
  "healthy after {0}": "здорова через {0}",
  "; this does NOT fit into the window": "; в окно это НЕ укладывается",
  "closed for {0} (at most {1}), the way back {2} (at most {3}); a rollback fits until {4}{5}":
    "закрыт {0} (самое большее {1}), путь назад {2} (самое большее {3}); откат укладывается до {4}{5}",
  "{0} told": "предупреждено: {0}",
  "⚠️ nothing was asked of it: it has none of the tests of prepare.trial, and prepare.trial.start is not there":
    "⚠️ его ни о чём не спросили: в нём нет тестов из prepare.trial, а prepare.trial.start не задан",
  "checks of the night that pass: {0}": "проверки ночи, которые проходят: {0}",
  "⚠️ not asked of it, since the release that is tried does not pass it: {0}":
    "⚠️ не спрошено, так как на пробе этого не проходит и новый релиз: {0}",
  "healthy after {0}; ⚠️ no more was asked of it: it has none of the tests of prepare.trial":
    "здорова через {0}; ⚠️ больше ничего не спрошено: в нём нет тестов из prepare.trial",
  "the way back leaves it without something that it needs: keep what steps built aside (deploy.keep), or have them run again (on-rollback: again)":
    "после отката ему чего-то не хватает: сохраняйте то, что собрали шаги (deploy.keep), или пусть шаги выполняются снова (on-rollback: again)",
  "mend the release": "исправьте релиз",
  "nothing was measured, which is not a pass": "ничего не измерено, а это не pass",
  "Something of the rehearsal could not be removed: {0}": "Что-то от репетиции не удалось убрать: {0}",
  "nothing is deployed before the way back is there": "пока нет пути назад, ничего не выкладываем",
  "run backup first": "сначала запустите backup",
  "input hosts": "вход hosts",
  "{0} goes first, and is not through yet ({1})": "{0} идёт первым и ещё не готов ({1})",
  "let the job for these hosts need the one with hosts: {0}": "пусть job этих хостов ждёт job с hosts: {0}",
  "has {0}, not {1}": "там {0}, а не {1}",
  "it was deployed, and does not run the release now; look at its service":
    "выложено, но сейчас там работает не этот релиз; посмотрите службу",
  "all {0} {0:host|hosts|hosts}: {1}": "все хосты, {0}: {1}",
  "{0} on {1}": "{0} на {1}",
  "no migration was pending": "ожидающих миграций не было",
  "{0} {0:migration is|migrations are|migrations are} still unapplied: {1}": "ещё не применено миграций {0}: {1}",
  "look at manage.py showmigrations": "посмотрите manage.py showmigrations",
  "it is so already{0}": "уже так{0}",
  "done{0}": "сделано{0}",
  "somebody else changes {0}: it was {1} when the launch began to change it, and is {2} now":
    "{0} меняет кто-то ещё: когда запуск начал менять, было {1}, а сейчас {2}",
  "put one of the two there, and re-run the job; or let it roll back, which leaves it alone":
    "верните одно из двух и перезапустите job; или дайте откатить, запись при этом не тронем",
  "somebody else changed {0} in the same moment, and it was left alone: {1}":
    "{0} в ту же секунду изменил кто-то ещё, мы не тронули: {1}",
  "look who it was, then re-run the job": "выясните, кто это был, и перезапустите job",
  "was {0}{1}{2}": "было {0}{1}{2}",
  "it is {0}, as before the launch": "{0}, как до запуска",
  "{0} was changed by somebody since and is LEFT AS IT IS: {1}. Before the launch it was {2}":
    "{0} с тех пор кто-то изменил, и мы ОСТАВЛЯЕМ КАК ЕСТЬ: {1}. До запуска было {2}",
  "{0} was changed by somebody in this moment and is LEFT AS IT IS. Before the launch it was {1}":
    "{0} кто-то изменил прямо сейчас, и мы ОСТАВЛЯЕМ КАК ЕСТЬ. До запуска было {1}",
  "{0} again": "снова {0}",
  "; others may remember what was there for {0}": "; другие могут помнить прежнее ещё {0}",
  "; on {0} server{1}": "; на {0} {0:сервере|серверах|серверах}",
  "after {0} {1}": "через {0} {1}",
  "does that server get the zone from the primary (notify, transfer)?":
    "получает ли этот сервер зону с первичного (notify, передача)?",
  "{0} has {1} at {2}": "у {0} {1} на {2}",
  "mend the zone, or name its servers in `servers`": "исправьте зону или назовите её серверы в `servers`",
  "{0}, dns {1}": "{0}, dns {1}",
  "{0} has {1} records, and an alias stands alone": "у {0} есть записи {1}, а псевдоним стоит один",
  "take them away first, or name the addresses instead of an alias":
    "сначала уберите их или назовите адреса вместо псевдонима",
  " ⚠ longer than the {0} from there to the window's end: lower the TTL at least {1} before":
    " ⚠ дольше, чем {0} оттуда до конца окна: уменьшите TTL хотя бы за {1}",
  "{0} is so already": "{0} уже так",
  "{0}, remembered for {1} after it changes{2}": "{0}, помнят ещё {1} после изменения{2}",
  "the servers of {0} do not agree today: {1}": "серверы {0} сегодня расходятся: {1}",
  "a change would not reach that one either; mend its transfer":
    "изменение до него тоже не дойдёт; почините передачу зоны",
  "DNS: {0} was begun by this launch and stays as it is now": "DNS: {0} начал менять этот запуск, остаётся как сейчас",
  "{0}, by hand, since {1}": "{0}, вручную, с {1}",
  "run {0} of {1}, {2}, since {3} ({4})": "прогон {0} — {1}, {2}, с {3} ({4})",
  "the lock changed hands at this moment": "замок только что сменил владельца",
  "look at `golive status`, then try again": "посмотрите `golive status` и попробуйте ещё раз",
  "nobody holds the launch lock": "замок запуска никто не держит",
  "nothing has to be broken; `golive status` says how the site stands":
    "ломать нечего; как обстоит с сайтом, скажет `golive status`",
  "{0} holds the lock, and {1}": "замок держит {0}, и {1}",
  "cancel that run first; its lock can be broken {0} after its last sign of life":
    "сначала отмените этот прогон; замок можно сломать через {0} после последнего признака жизни",
  "{0} broke the lock of run {1}: {2}": "{0} сломал замок прогона {1}: {2}",
  "The lock is free. The launch of {0} is half done: launch {1} again, and it goes on or rolls back.":
    "Замок свободен. Запуск {0} сделан наполовину: запустите {1} снова, он продолжит или откатит.",
  "The lock is free. That launch had changed nothing.": "Замок свободен. Тот запуск ничего не изменил.",
  "opened by hand by {0}: {1}": "открыто вручную, {0}: {1}",
  "no rollback kept a database": "ни один откат не сохранял базы",
  "a rollback without a migration leaves the database as it is: then nothing was set aside":
    "откат без миграции оставляет базу как есть: тогда откладывать было нечего",
  "The evidence could not be kept on the control host: {0}":
    "Не удалось сохранить evidence.json на управляющем хосте: {0}",
  "The window is not looked at: {0} takes that on, because {1}":
    "На окно не смотрим: {0} берёт это на себя, потому что {1}",
  "start the workflow again; if it has to be now, with `override` and the reason":
    "начните workflow заново; если нужно сейчас — с `override` и причиной",
  "the run was cancelled before the window opened": "прогон отменили до начала окна",
  "The window opens in {0}, at {1}; waiting": "Окно откроется через {0}, {1}; ждём",
  "it is too early: the window opens at {0}": "слишком рано: окно откроется {0}",
  "approve it from {0} on (re-run the failed jobs); window.wait-at-most says how long it may wait":
    "согласуйте не раньше {0} (перезапустите неудавшиеся job); сколько можно ждать, говорит window.wait-at-most",
  "the window is over since {0}": "окно закончилось {0}",
  "{0}; it takes the next window": "{0}; пойдёт в следующее окно",
  "{0} of the window are left; the launch and a rollback may need {1}":
    "от окна осталось {0}, а запуску с откатом может понадобиться {1}",
  "make the window longer, or {0}": "сделайте окно длиннее или {0}",
  "the last moment at which a rollback fits into the window ({0}) has passed":
    "последний момент, когда откат ещё укладывался в окно ({0}), прошёл",
  "the launch goes back": "запуск откатываем",
  "people are asked": "спрашиваем людей",
  "it goes on, as the plan or a person says": "продолжаем, как велит план или человек",
  "the release goes back by itself; window.on-overrun: continue would have it go on":
    "релиз откатывается сам; window.on-overrun: continue велело бы продолжать",
  "{0} says to go back": "{0} велит откатить",
  ", version {0}": ", версия {0}",
  "healthy after {0} s{1}": "здорова через {0} с{1}",
  "not healthy within {0} s: {1}": "не здорова за {0} с: {1}",
  "look at the service's log on that host": "посмотрите журнал службы на этом хосте",
  "does not answer ({0})": "не отвечает ({0})",
  "{0} says {1}, not {2}": "{0} говорит {1}, а не {2}",
  "the plan names no version page": "план не называет страницы с версией",
  '{0} holds no "{1}"': 'на {0} нет "{1}"',
  "Comment {0} is not about scenarios: nothing to do": "Комментарий {0} не о сценариях: делать нечего",
  "#{0} is no checklist: nothing to do": "#{0} — не чек-лист: делать нечего",
  "What was said is on record": "Сказанное записано",
  "Nothing new was said": "Нового не сказано",
  "there is no plan at {0} on {1}": "нет плана {0} в {1}",
  "commit it there, or name its path in the input plan": "закоммитьте его туда или назовите путь во входе plan",
  "The incident could not be told on GitHub: {0}. It is tried again.":
    "Не удалось рассказать об инциденте на GitHub: {0}. Попробуем ещё раз.",
  "The issue of the incident could not be closed: {0}": "Не удалось закрыть задачу инцидента: {0}",
  "; it no longer rolls back by itself, since people may have written":
    "; сам он уже не откатится: люди могли что-то записать",
  ", and rolls back by itself if a step fails": ", а если шаг не удастся, откатится сам",
  "The run stopped at “{0}” ({1}). {2}. Press “Re-run failed jobs” on the run: it goes on from here{3}.":
    "Прогон остановился на «{0}» ({1}). {2}. Нажмите “Re-run failed jobs” у прогона: он продолжит отсюда{3}.",
  "Nothing was touched: the site serves as before.": "Ничего не тронуто: сайт работает как прежде.",
  "the run's process was ended before it could say how this went":
    "процесс прогона завершили раньше, чем он успел сказать, чем кончилось",
  "the control host is not among the hosts": "управляющего хоста нет среди хостов",
  "{0}: {1} command{2} of an earlier run still ran, and {3} ended":
    "{0}: от прежнего прогона ещё {1:шла|шли|шло} {1} {1:команда|команды|команд}, завершили",
  "there is no plan at {0} in commit {1}": "нет плана {0} в коммите {1}",
  "commit the plan before the tag is made (start from examples/golive.yml), or name its path in the input `plan`":
    "закоммитьте план до того, как ставить тег (начните с examples/golive.yml), или назовите путь во входе `plan`",
  "the journal knows no launch of this run with this plan": "журнал не знает запуска этого прогона с этим планом",
  "start the workflow again": "начните workflow заново",
  "the plan is not the one that was approved (its digest differs)": "план — не тот, что согласовали (отпечаток другой)",
  "start a new launch, so that a reviewer sees what has changed":
    "начните новый запуск, чтобы согласующий увидел, что изменилось",
  "the launch lock is held by run {0} ({1}, {2}), not by this run":
    "замок запуска держит прогон {0} ({1}, {2}), а не этот",
  "this run no longer holds the launch lock": "этот прогон больше не держит замок запуска",
  "this launch has ended; start the workflow again": "этот запуск закончился; начните workflow заново",
  "this launch has ended ({0}: {1})": "этот запуск закончился ({0}: {1})",
  "a rollback of this launch has begun and has to be finished first":
    "откат этого запуска начат, сначала его надо закончить",
  "the rollback goes on by itself in this job": "откат продолжится сам в этой job",
  "the site was being opened already; it is not closed again": "сайт уже открывали; снова не закрываем",
  "the site stays closed: the dump is not proved yet": "сайт остаётся закрытым: дамп ещё не проверен",
  "run backup once more after the deploy (database.backup.dump is after-migration)":
    "запустите backup ещё раз после выкладки (database.backup.dump: after-migration)",
  "the site stays closed: not verified yet ({0})": "сайт остаётся закрытым: ещё не проверено ({0})",
  "run verify first; the maintenance page comes down for a verified release or a finished rollback only":
    "сначала запустите verify; страницу обслуживания снимают только для проверенного релиза или законченного отката",
  "{0} is verified and open": "{0} проверен и открыт",
  "golive: {0}, run {1}, by {2}": "golive: {0}, прогон {1}, {2}",
  "launch of {0}": "запуск {0}",
  "{0} is verified": "{0} проверен",
  "services were started meanwhile on {0}": "тем временем на {0} запустили службы",
  "the maintenance page was taken down meanwhile": "тем временем страницу обслуживания сняли",
  "{0}; what was written since is newer than the backup": "{0}; записанное с тех пор новее резервной копии",
  "{0}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself":
    "{0}, когда миграция уже началась: в копии нет записанного с тех пор, поэтому само ничего не продолжится",
  "look at the site; then `golive maintenance off --because …` ends this launch as it is, or go back by hand (docs/rollback.md)":
    "посмотрите на сайт; потом `golive maintenance off --because …` закончит запуск как есть, или откатите вручную (docs/rollback.md)",
  "the tag {0} now points to {1}, but {2} was approved": "тег {0} теперь указывает на {1}, а согласовали {2}",
  "nobody approved {0} in this run": "в этом прогоне никто не согласовал {0}",
  // requests to outside services
  "its key cannot stand in a header": "его ключ не может стоять в заголовке",
  "is a header that belongs to the connection": "заголовок, который принадлежит соединению",
  "names something in braces that no message has": "называет в фигурных скобках то, чего нет ни в одном сообщении",
  "would show the key; leave url out when the key is the address":
    "показал бы ключ; уберите url, если адрес — сам ключ",
  "goes nowhere: add header, or {key} in the body": "никуда не идёт: добавьте header или {key} в теле",
  // a plan of several environments
  "[--check] FILE": "[--check] ФАЙЛ",
  "write the plan of each environment that a plan names, beside it":
    "записать рядом с планом по плану на каждую его среду",
  "write nothing; exit 1 when a file is not what would be written":
    "ничего не писать; код 1, если файл не тот, что был бы записан",
  "this environment of the plan alone": "только эта среда плана",
  "this is the plan of several environments, and none of them": "это план нескольких сред, а не одной из них",
  "write each with `golive environments`, and launch with that file as the input plan (docs/plan.md)":
    "запишите каждый через `golive environments` и запускайте с этим файлом во входе plan (docs/plan.md)",
  "environments is no mapping of names": "environments — не набор имён со значениями",
  "write environments: { staging: { site: … }, production: { site: … } }":
    "напишите environments: { staging: { site: … }, production: { site: … } }",
  '"{0}" is not an environment with its values': "«{0}» — не среда со своими значениями",
  "its name has lower-case letters, digits and -, and it is a mapping of values":
    "её имя — из строчных букв, цифр и -, а сама она — набор значений",
  '"{0}" is not a text, a number, true or false by a name of lower-case letters, digits and -':
    "«{0}» — не текст, не число и не true или false под именем из строчных букв, цифр и -",
  "lists and mappings stand in the plan; a value names no other value":
    "списки и наборы пишутся в самом плане; значение не называет другого",
  'the environment "{0}" does not say {1}': "среда «{0}» не задаёт {1}",
  "add {0}: with its value there": "добавьте туда {0}: со значением",
  "no environment says {0}": "ни одна среда не задаёт {0}",
  "add {0} to each of environments": "добавьте {0} в каждую из environments",
  "{0} is put into a part of a value": "{0} подставляется в часть значения",
  "a value stands for a whole one; give each environment the whole text":
    "значение заменяет целое; задайте в каждой среде весь текст",
  "the plan does not use {0}": "план не использует {0}",
  "take it out of each environment, or name it where it belongs":
    "уберите его из каждой среды или назовите там, где оно нужно",
  "name the plan that has environments": "назовите план, в котором есть environments",
  "{0}: is as it should be\n": "{0}: всё как надо\n",
  "{0}: written\n": "{0}: записан\n",
  "this plan names no environments": "в этом плане нет environments",
  "add environments: with the values of each (docs/plan.md)":
    "добавьте environments: со значениями каждой среды (docs/plan.md)",
  "this is not what {0} says now": "это не то, что сейчас говорит {0}",
  "golive environments {0}, and commit it": "golive environments {0}, и закоммитьте",
  'the plan has no environment "{0}"': "в плане нет среды «{0}»",
  "it names none": "он не называет ни одной",
  // what runs by itself at night
  "What else runs by itself in the window and the hour after it":
    "Что ещё запустится само в окне и в течение часа после",
  "nothing, {0} to {1}": "ничего, с {0} до {1}",
  "{0} to {1}: {2}": "с {0} до {1}: {2}",
  "{0} could not be asked: {1}": "{0} спросить не удалось: {1}",
  "{0}: other users' crontabs ({1}) cannot be read": "{0}: crontab других пользователей ({1}) прочитать нельзя",
  "{0}: its timers cannot be read": "{0}: таймеры прочитать нельзя",
  "{0}: paused as {1}": "{0}: приостанавливается как {1}",
  "{0} → to pause it, under services.pause: {1}": "{0} → чтобы приостановить, добавьте в services.pause: {1}",
  "look what runs by itself": "посмотреть, что запускается само",
  "at a time that could not be read": "во время, которое прочитать не удалось,",
  "line {0} of {1}": "строка {0} файла {1}",
  "line {0} of the crontab of {1}": "строка {0} в crontab: {1}",
  "user {0}": "пользователь {0}",
  "dumps a database: what migrates waits for it": "выгружает базу данных: миграции его ждут",
  "makes a backup": "делает резервную копию",
  "renews certificates": "продлевает сертификаты",
  "installs upgrades, which restart services and PostgreSQL":
    "ставит обновления, а они перезапускают службы и PostgreSQL",
  "locks tables": "блокирует таблицы",
  "stops or starts services": "останавливает или запускает службы",
  "restarts services by {0}": "перезапускает службы через {0}",
  "the repository's workflows could not be read: {0}": "workflow репозитория прочитать не удалось: {0}",
  "to keep it from that: gh workflow disable {0}, and enable it again after the launch":
    "чтобы этого не было: gh workflow disable {0}, а после запуска — enable",
  "the workflow {0} deploys with every push to {1} → {2}": "workflow {0} выкладывает при каждом push в {1} → {2}",
  "the workflow {0} deploys by a schedule that could not be read → {1}":
    "workflow {0} выкладывает по расписанию, прочитать которое не удалось → {1}",
  "the workflow {0} deploys by its schedule, due at {1} → {2}":
    "workflow {0} выкладывает по расписанию, срок в {1} → {2}",
  "the crontab of the connection's user": "crontab пользователя подключения",
  "the crontab of {0}": "crontab пользователя {0}",
  "has it a job, and do the lines that `golive sudoers` prints let it be read?":
    "есть ли в нём задание и дают ли его прочитать строки, которые печатает `golive sudoers`?",
  "look at the crontab": "посмотреть crontab",
  "make comments of the crontab's jobs": "закомментировать задания crontab",
  "make jobs of the crontab's comments": "вернуть задания crontab из комментариев",
  "look which cron there is": "посмотреть, какой там cron",
  "cron reads files of any name there, so {0} would work on under another":
    "cron там читает файлы с любым именем, так что {0} продолжит работать и под другим",
  "move its lines into a user's crontab, and name that with kind: crontab":
    "перенесите его строки в crontab пользователя и назовите его с kind: crontab",
  "must be a file in /etc/cron.d (or cron.daily and the like), of letters, digits, _ and -":
    "должен быть файл в /etc/cron.d (или cron.daily и т. п.) из букв, цифр, _ и -",
  "notices by {0}: {1}": "оповещения через {0}: {1}",
  'the group {0} is a supergroup now; write chat: "{1}" into the plan':
    'группа {0} стала супергруппой; впишите в план chat: "{1}"',
  "notices by {0} do not get through": "уведомления через {0} не доходят",
  "there is no key {0} in GOLIVE_NOTICES": "в GOLIVE_NOTICES нет ключа {0}",
  'channel "{0}" needs the key {1}, and it is not there': 'каналу "{0}" нужен ключ {1}, а его нет',
  "secret GOLIVE_NOTICES": "секрет GOLIVE_NOTICES",
  "add a line {0}=… to the secret, and pass it to every action as notice-keys":
    "добавьте в секрет строку {0}=… и передайте его каждому action как notice-keys",
  "input date": "вход date",
  "input tag": "вход tag",
  "give the tag that is live now": "укажите тег, который сейчас работает",
  "only the newest launch can be taken back": "вернуть можно только самый новый запуск",
  "{0} was rolled back already": "{0} уже откатили",
  "nothing is left to do; `golive status` says how it stands":
    "делать больше нечего; как обстоит дело, скажет `golive status`",
  "Comment {0} is no {1}: nothing to do": "Комментарий {0} — не {1}: делать нечего",
  "it does not wait for an approval now; the checklist says how it stands":
    "согласования он сейчас не ждёт; как обстоит дело, видно в чек-листе",
  "the checklist is closed": "чек-лист закрыт",
  "this token may not start {0}": "этому токену нельзя запускать {0}",
  "give the job `actions: write`": "дайте job `actions: write`",
  "{0} cannot be started on {1}": "{0} не запускается на {1}",
  "input workflow": "вход workflow",
  "{0} is started for {1}; it decides whether comment {2} approves it":
    "{0} запущен для {1}; согласует ли комментарий {2}, решит он",
  "give the name of the tag to launch, such as v1.1.0": "укажите имя тега, который запускаете, например v1.1.0",
  "the launch that was approved no longer holds the lock": "согласованный запуск больше не держит замка",
  "start the launch again; its checklist says what to write":
    "начните запуск заново; в его чек-листе сказано, что написать",
  " or ": " или ",
  "a comment of {0}": "комментарий от {0}",
  "nobody has to approve": "согласовывать никто не обязан",
  "{0} may not write to the repository ({1}), so what they say would not count":
    "{0} не может писать в репозиторий ({1}), поэтому сказанное не будет считаться",
  "{0} may not write to the repository ({1}), so this answer does not count":
    "{0} не может писать в репозиторий ({1}), поэтому этот ответ не считается",
  "give them write permission, or name somebody else": "дайте право записи или назовите другого",
  "{0} starts this launch and is the only approver, so nobody could approve it":
    "{0} начинает этот запуск и он же единственный согласующий: согласовать было бы некому",
  "name another approver, or let somebody else start it":
    "назовите ещё одного согласующего, или пусть запуск начнёт другой",
  'there is no environment "{0}"; GitHub would make one that nobody has to approve':
    'нет environment "{0}"; GitHub создал бы такой, который согласовывать никто не обязан',
  'the environment "{0}" has no required reviewer': 'у environment "{0}" нет обязательных согласующих',
  "add required reviewers to it (Settings → Environments); where GitHub does not offer them, name approvers in approval.comment, or in approval.unprotected who takes this on, and why":
    "добавьте ему required reviewers (Settings → Environments); где GitHub их не предлагает, назовите согласующих в approval.comment или в approval.unprotected — кто и почему берёт это на себя",
  "{0} is not in the release": "{0} нет в релизе",
  "commit the tests before the tag is made, or correct the path":
    "закоммитьте тесты до того, как ставить тег, или исправьте путь",
  "{0} of {1} hosts cannot be used, so nothing is begun on any":
    "{0} из {1} хостов использовать нельзя, поэтому не начинаем ни на одном",
  "mend them, or take them out of the plan": "исправьте их или уберите из плана",
  "could not be read": "прочитать не удалось",
  "none: going back is a matter of code alone": "нет: вернуться — значит вернуть только код",
  "{0}, PostgreSQL {1}, {2}": "{0}, PostgreSQL {1}, {2}",
  "commands cannot run as {0}": "от имени {0} команды не выполняются",
  " by {0}": " для {0}",
  "{0} cannot be written{1} ({2})": "в {0} нельзя писать{1} ({2})",
  "create it and give it to that user": "создайте и отдайте этому пользователю",
  "the release that runs now is not healthy: {0}": "релиз, который работает сейчас, не здоров: {0}",
  "mend the service, or health.url in the plan; a rollback could not be told from a failure":
    "исправьте службу или health.url в плане; иначе откат не отличить от неудачи",
  "mend it before the window; at night it would be no better": "исправьте до окна: ночью лучше не станет",
  "nothing was measured, which is not a pass; mend the check or what it asks":
    "ничего не измерено, а это не pass; исправьте проверку или то, что она спрашивает",
  "not required: {0}": "не обязательно: {0}",
  "the maintenance page is up already, and no launch of golive is under way":
    "страница обслуживания уже включена, а запуска golive нет",
  "find out who put it up, and take it down first": "выясните, кто её включил, и сначала снимите",
  "a launch starts from a site that works; mend it, or name in load-balancer.servers those that count":
    "запуск начинается с работающего сайта; почините или назовите в load-balancer.servers те, что считаются",
  "a launch starts from a site that works; see site.url and load-balancer.addresses in the plan":
    "запуск начинается с работающего сайта; см. site.url и load-balancer.addresses в плане",
  "Since the backup: {0}": "После резервной копии: {0}",
  "No migration ran: the database stays as it is": "Миграций не было: база остаётся как есть",
  "the launch is not the one that was looked at (its digest differs)":
    "это не тот запуск, на который смотрели (отпечаток другой)",
  "start the rollback again, so that a reviewer sees what it would set aside":
    "начните откат заново, чтобы согласующий увидел, что он отложит",
  "The checklist could not be closed: {0}": "Не удалось закрыть чек-лист: {0}",
  "{0} calls it back, {1} after the opening": "{0} отзывает его, {1} после открытия",
  "the site has been open for {0}, and no reason is given; without one a release is called back within {1}":
    "сайт открыт уже {0}, а причина не названа; без причины релиз отзывают в первые {1}",
  "input because": "вход because",
  "say why, for those who approve it and for the record": "скажите почему: для тех, кто согласует, и для записи",
  "the job of this step has to name that environment, and a reviewer has to approve it":
    "job этого шага должна назвать этот environment, и согласующий должен его согласовать",
  "the launch lock is held by run {0} for {1}": "замок запуска держит прогон {0}, запуск {1}",
  "finish that launch first: {0}": "сначала закончите тот запуск: {0}",
  "the site was already being opened, so people may have written since; this is not rolled back by itself":
    "сайт уже открывали, и люди могли что-то записать; само это не откатывается",
  "look at the site first; the workflow rollback.yml counts what was written since and goes back once that is approved":
    "сначала посмотрите на сайт; workflow rollback.yml посчитает записанное с тех пор и откатит, когда это согласуют",
  "the site was open after the migration had begun, so the backup lacks what was written since; this is not rolled back by itself":
    "после начала миграции сайт был открыт, и в копии нет записанного с тех пор; само это не откатывается",
  "`golive maintenance off --because …` ends the launch as it is, or go back by hand (docs/rollback.md)":
    "`golive maintenance off --because …` закончит запуск как есть, или откатите вручную (docs/rollback.md)",
  "the launch was stopped before it ended": "запуск остановили до конца",
  "rollback of {0}": "откат {0}",
  "no migration ran, so the database stays and nothing has to be set aside":
    "миграций не было: база остаётся, откладывать нечего",
  "{0}; the rows are in {1}:{2}, and stay in the database that is kept":
    "{0}; строки лежат в {1}:{2} и остаются в сохранённой базе",
  "no migration ran, so the database stays as it is": "миграций не было, база остаётся как есть",
  "the large objects do not have the same owners, grants and comments":
    "у больших объектов другие владельцы, права или комментарии",
  "the materialized view {0} is not filled": "материализованное представление {0} не заполнено",
  "the materialized view {0} is filled, and was not": "материализованное представление {0} заполнено, а было пустым",
  "the database is as it was when the site closed; the failed one is kept as {0}":
    "база такая, какой была, когда сайт закрыли; неудавшаяся сохранена как {0}",
  "; the statistics were made anew in {0}": "; статистика собрана заново за {0}",
  "; the statistics could not be made: run ANALYZE in {0}, queries are slow until then":
    "; статистику собрать не удалось: выполните ANALYZE в {0}, до этого запросы медленны",
  "the rollback copy {0} is gone, and no dump is proved": "копии для отката {0} нет, и ни один дамп не проверен",
  "nothing was changed; look for the copy under another name (psql --list), or restore from another backup":
    "ничего не изменено; поищите копию под другим именем (psql --list) или восстановите из другой резервной копии",
  "the rollback copy {0} is gone, and pgBackRest's backup is of the whole server":
    "копии для отката {0} нет, а копия pgBackRest — это весь сервер",
  "nothing was changed; docs/pgbackrest.md says how to go back with it":
    "ничего не изменено; как вернуться с ней, сказано в docs/pgbackrest.md",
  "the code was not touched yet": "код ещё не трогали",
  "; not asked of the previous release: {0}": "; у прежнего релиза не спрашивали: {0}",
  "{0} {0:check passes|checks pass|checks pass}{1}": "{0:прошла|прошли|прошло} {0} {0:проверка|проверки|проверок}{1}",
  "rolled back to the previous release": "откатили на прежний релиз",
  "not touched": "не тронута",
  "Set aside: {0}.": "Отложено: {0}.",
  "Uploaded files: {0}.": "Загруженные файлы: {0}.",
  "Database: {0}.": "База: {0}.",
  "{0}: done before": "{0}: сделано раньше",
  "{0}: on record as done, and no longer so": "{0}: записано как сделанное, но уже не так",
  "the run was cancelled before this step": "прогон отменили до этого шага",
  skipped: "пропущено",
  done: "сделано",
  "{0} {1} in {2}{3}": "{0} {1} за {2}{3}",
  ", about {0} left": ", осталось около {0}",
  ", forecast {0} (at most {1})": ", по прогнозу {0} (самое большее {1})",
  "{0}: {1} so far{2}": "{0}: пока {1}{2}",
  cancelled: "отменено",
  "\nAll it said is in {0}": "\nВесь вывод — в {0}",
  "The scenarios could not be posted: {0}. It is tried again.":
    "Не удалось разместить сценарии: {0}. Попробуем ещё раз.",
  "The scenarios could not be looked at: {0}. It is tried again.":
    "Не удалось посмотреть сценарии: {0}. Попробуем ещё раз.",
  "the run was cancelled while people walked through the scenarios": "прогон отменили, пока люди проходили сценарии",
  "waiting for {0}; {1} left": "ждём {0}; осталось {1}",
  "{0} of {1} work": "работает {0} из {1}",
  "{0} do not": "не работает {0}",
  "{0} unsaid": "не сказано {0}",
  "a check failed before": "проверка до этого не прошла",
  "the comment with the scenarios was deleted; another one is posted, and what was said stays":
    "комментарий со сценариями удалили; размещён новый, сказанное остаётся",
  "{0} says that it does not work{1}": "{0} говорит, что не работает{1}",
  "nobody said within {0} whether it works": "за {0} никто не сказал, работает ли",
  "nobody said whether it works": "никто не сказал, работает ли",
  "It could not be said why ticks were put back: {0}": "Не удалось сказать, почему отметки вернули: {0}",
  "Nobody could be reminded: {0}": "Не удалось никому напомнить: {0}",
  "it does not work now, and stays so": "сейчас не работает и так и останется",
  "it was not paused by this launch": "этот запуск её не приостанавливал",
  "the day before is rehearsed; nothing was launched": "день накануне отрепетирован; ничего не запускали",
  "cancelled before anything was touched": "отменено до того, как что-то тронули",
  "it failed at “{0}”: {1}": "не удалось на «{0}»: {1}",
  "rejected, or failed before anything was touched": "отклонено или не удалось до того, как что-то тронули",
  "nothing was done": "ничего не сделано",
  "rolled back": "откатили",
  "alerts may still be SILENCED": "алерты, возможно, всё ещё ЗАГЛУШЕНЫ",
  "the region on Grafana's graphs has no end": "у отметки на графиках Grafana нет конца",
  "alerts are NOT silenced": "алерты НЕ заглушены",
  "{0} of {1}, run {2}": "{0}: {1}, прогон {2}",
  "; not {0}": "; кроме {0}",
  "until {0} at the latest{1}": "самое позднее до {0}{1}",
  "Grafana's graphs do not show the window": "на графиках Grafana окна не видно",
  "{0} {1}: the site is closed": "{0} {1}: сайт закрыт",
  "annotation {0}": "аннотация {0}",
  "alerts may still be silenced: {0}": "алерты, возможно, всё ещё заглушены: {0}",
  "opened by hand": "открыто вручную",
  "the region on Grafana's graphs has no end: {0}": "у отметки на графиках Grafana нет конца: {0}",
  "nothing was silenced by this launch": "этот запуск ничего не заглушал",
  "{0} silence{1} expired": "снято заглушек: {0}",
  "{0}: the site was closed; {1}": "{0}: сайт был закрыт; {1}",
  "no annotation of this launch is open": "открытых аннотаций этого запуска нет",
  "the plan has no {0}": "в плане нет {0}",
  "the built release does not run with the settings of the trial": "собранный релиз не работает с настройками пробы",
  'with the settings of the trial the release uses the database "{0}", not the scratch database':
    'с настройками пробы релиз пользуется базой "{0}", а не пробной',
  "correct prepare.trial.settings or database-url; nothing was migrated":
    "исправьте prepare.trial.settings или database-url; миграции не выполнялись",
  "the migration {0} fails on yesterday's data: {1}": "миграция {0} падает на вчерашних данных: {1}",
  "mend the migration or the data; nothing of the service was touched":
    "исправьте миграцию или данные; у службы ничего не тронуто",
  "{0} {0:migration is|migrations are|migrations are} still unapplied on the scratch database: {1}":
    "на пробной базе ещё не применено миграций {0}: {1}",
  "none is pending": "ожидающих нет",
  "{0} ended well and applied none of: {1}": "{0}: завершилась успешно, но не применила ни одной из: {1}",
  "correct prepare.trial.migrate-next, or leave it out: all are then tried as one":
    "исправьте prepare.trial.migrate-next или уберите: тогда все будут опробованы как одна",
  "{0} more": "ещё {0}",
  "{0} ({1} {1:row|rows|rows})": "{0} ({1} {1:строка|строки|строк})",
  "what it does could not be seen": "что она делает, увидеть не удалось",
  "{0}: dropped and rewrote nothing on yesterday's data": "{0}: на вчерашних данных ничего не удалила и не переписала",
  "{0} (the release before has to cope with it)": "{0} (прежний релиз должен с этим справиться)",
  "changes nothing that is there": "не меняет ничего из того, что есть",
  "writes of {0} wait {1}": "запись в {0} ждёт {1}",
  "reads and writes of {0} wait {1}": "чтение и запись {0} ждут {1}",
  "something answers at {0} already": "по {0} уже что-то отвечает",
  "choose a port that nothing uses, in prepare.trial.start":
    "выберите в prepare.trial.start порт, которым никто не пользуется",
  "the release ended as soon as it was started": "релиз завершился сразу после запуска",
  "run it by hand; what it said is on the control host":
    "запустите его вручную; что он сказал, лежит на управляющем хосте",
  "the release is not healthy within {0} s: {1} {2}": "релиз не здоров за {0} с: {1} {2}",
  "look why; it would not come up in the window either": "выясните почему; в окне он тоже не поднялся бы",
  "not every unit runs any more on {0}": "на {0} работают уже не все юниты",
  "{0} opens the site although it could not be told of {1} whether it works":
    "{0} открывает сайт, хотя не удалось понять, работает ли {1}",
  "there is no token that leads past the maintenance page": "нет токена, который пускает мимо страницы обслуживания",
  "{0} (not required)": "{0} (не обязательно)",
  "the release does not do what the plan expects of it": "релиз делает не то, чего ждёт план",
  "the plan watches nothing": "план ни за чем не следит",
  "{0} is not live": "{0} сейчас не работает",
  "`golive status` says how it stands": "как обстоит дело, скажет `golive status`",
  "The journal could not be read: {0}. It is tried again.": "Не удалось прочитать журнал: {0}. Попробуем ещё раз.",
  "The ping that says that the watch lives is not taken (status {0})":
    "Сигнал о том, что наблюдение живо, не принят (статус {0})",
  "this job's time is over": "время этой job вышло",
  "another release": "другой релиз",
  "{0} was launched since": "с тех пор запустили {0}",
  "run {0} watches it now": "теперь за ним следит прогон {0}",
  "it is taken back": "его откатывают",
  "The journal could not be written: {0}": "Не удалось записать в журнал: {0}",
  "The checklist could not be told: {0}": "Не удалось обновить чек-лист: {0}",
  "{0} % of {1}": "{0} % из {1}",
  "requests answered well": "запросы с хорошим ответом",
  "in time": "вовремя",
  "own requests answered well": "собственные запросы с хорошим ответом",
  "no incident": "без инцидентов",
  "one incident": "один инцидент",
  "{0} incidents": "{0} {0:инцидент|инцидента|инцидентов}",
  "{0} unknown": "{0}: неизвестно",
  "{0} {1} of {2} bad": "{0}: плохих {1} из {2}",
  well: "в порядке",
  "NOT well": "НЕ в порядке",
  "; an incident is open": "; инцидент открыт",
  "watch {0}: {1}{2}; {3} left": "наблюдение, {0}: {1}{2}; осталось {3}",
  "What the watch knows could not be kept: {0}. The next job begins anew.":
    "Не удалось сохранить то, что знает наблюдение: {0}. Следующая job начнёт заново.",
  'nothing says what becomes of the step "{0}" on the way back': "не сказано, что будет с шагом «{0}» при откате",
  "add on-rollback: again (run once more in the release before), skip, or other words; the day before can find out for steps it may try (prepare.trial)":
    "добавьте on-rollback: again (выполнить ещё раз в прежнем релизе), skip или другие слова; для шагов, которые можно пробовать заранее (prepare.trial), это узнаёт репетиция накануне",
  '"{0}" names two steps': "«{0}» — имя двух шагов",
  "give one of them another id; those of deploy.steps count as well":
    "дайте одному из них другой id; шаги deploy.steps тоже считаются",
  '"{0}" lies in each release\'s own directory, where the release before still has it':
    "«{0}» лежит в собственной папке каждого релиза, и у прежнего он остаётся",
  "take it out; only what is under deploy.shared, or elsewhere, has to be kept":
    "уберите; сохранять нужно только то, что лежит под deploy.shared или в другом месте",
  "copy {0}": "копирование {0}",
  "{0}/.git is no folder, so a copy of the checkout would share what git changes":
    "{0}/.git — не папка, и копия делила бы с ней то, что меняет git",
  "make it a clone of its own": "сделайте её отдельным клоном",
  "copy {0} and {1}": "копирование {0} и {1}",
  "remove {0}": "удаление {0}",
  "{0} kept aside: {1}": "отложено: {0} ({1})",
  "put {0} back": "возврат {0}",
  "{0} built {0:file|files|files} as before": "собранные файлы как прежде: {0}",
  "must not be empty or hold a line break": "не может быть пустым или содержать перевод строки",
  "must not hold ..": "не может содержать ..",
  "names everything; name what the steps build": "это всё сразу; назовите то, что собирают шаги",
  "{0} on a copy of what serves": "{0} на копии того, что работает",
  "containers cannot be shown a copy of their files": "контейнерам нельзя показать копию их файлов",
  "{0} cannot show a command another folder ({1})": "{0} не может показать команде другую папку ({1})",
  "on the release before, after the way back": "на прежнем релизе после отката",
  "nothing was restored": "ничего не было восстановлено",
  "the way back cannot be practised ({0}), and nothing says what becomes of: {1}":
    "откат нельзя отрепетировать ({0}), и не сказано, что будет с шагами: {1}",
  "add on-rollback: to these steps (again, skip, or other words)":
    "добавьте к этим шагам on-rollback: (again, skip или другие слова)",
  "⚠️ not practised: {0}": "⚠️ не отрепетирован: {0}",
  "on the trial: {0}": "на пробе: {0}",
  'the step "{0}" made other files when it was run a second time ({1}{2}), so nobody knows whether it may be run again on the way back':
    "шаг «{0}» во второй раз сделал другие файлы ({1}{2}), и неизвестно, можно ли повторить его при откате",
  ", named in {0}": ", их имена в {0}",
  "{0} built anew, and not as before":
    "{0} {0:файл собран|файла собраны|файлов собраны} заново и не {0:таков, как прежде|таковы, как прежде|таковы, как прежде}",
  "add on-rollback: to it (again, skip, or other words), and deploy.keep for files that it builds":
    "добавьте к нему on-rollback: (again, skip или другие слова), а для файлов, которые он собирает, deploy.keep",
  "what the step wrote": "что записал шаг",
  "⚠️ {0} {0:file that steps wrote is not as it was|files that steps wrote are not as they were|files that steps wrote are not as they were}{1}":
    "⚠️ {0} {0:файл|файла|файлов} от шагов не {0:стал таким|стали такими|стали такими}, как прежде{1}",
  "compare what steps wrote": "сравнение того, что записали шаги",
  "{0} fails on the trial: {1}": "{0} не проходит на пробе: {1}",
  "mend it by day; nothing that serves was touched": "исправьте это днём; то, что работает, не тронуто",
  "the deploy did not get to that step": "развёртывание не дошло до этого шага",
  "the plan does not say what becomes of it on the way back, and the day before did not try it":
    "план не говорит, что с ним делать на обратном пути, а накануне его не пробовали",
  // the way back that is never blocked, and a terminal without GitHub
  "the release of before": "прежний релиз",
  "{0}, the release of before": "{0}, прежний релиз",
  "some hosts have {0}, others {1}": "на одних хостах {0}, на других {1}",
  "it was being changed between {0} and {1}": "его как раз меняли: {0} и {1}",
  "; as it was before, it is {0}": "; какой она была до этого — {0}",
  "no migration ran: it is as it was": "миграций не было: какой была, такой и осталась",
  "the migrations of {0} ran in it{1}": "в ней прошли миграции {0}{1}",
  "as it was when the site closed; the one of {0} is kept as {1}":
    "как при закрытии сайта; база релиза {0} сохранена под именем {1}",
  "the one of before was just being put in its place": "прежнюю базу как раз возвращали на место",
  "**The way back failed: {0}.**": "**Откат не прошёл: {0}.**",
  "**The way back failed at “{0}”: {1}.**": "**Откат не прошёл на шаге «{0}»: {1}.**",
  "Code: {0}. Database: {1}.": "Код: {0}. База: {1}.",
  "The maintenance page is up on some balancers and down on others.":
    "Страница обслуживания показывается не на всех балансировщиках.",
  "The site is open: visitors reach it.": "Сайт открыт: посетители на него попадают.",
  "The site is closed: visitors see the maintenance page.": "Сайт закрыт: посетители видят страницу обслуживания.",
  "start the workflow *Roll back* again for {0}": "запустите workflow *Roll back* ещё раз для {0}",
  "To go on, {0}.": "Чтобы продолжить, {0}.",
  "To go on, press *Re-run failed jobs* on [run {0}]({1}), or {2}.":
    "Чтобы продолжить, нажмите *Re-run failed jobs* в [прогоне {0}]({1}) или {2}.",
  "It goes on where it failed, as often as it takes. Without GitHub: {0}.":
    "Откат пойдёт с того места, где остановился, сколько бы раз ни понадобилось. Без GitHub: {0}.",
  "a person": "человек",
  "**{0} opened the site by hand at {1}: {2}.**": "**{0}: сайт открыт вручную в {1}: {2}.**",
  "Warning: {0}\n": "Внимание: {0}\n",
  "launch            {0}": "запуск            {0}",
  "; it is in its place": "; она на месте",
  "; it is not in its place yet": "; она ещё не на месте",
  "code              {0}": "код               {0}",
  "database          {0}{1}": "база              {0}{1}",
  "by hand           {0}, {1}: {2}": "вручную           {0}, {1}: {2}",
  "not known: the balancer does not say": "неизвестно: балансировщик не отвечает",
  "{0} {0:comment|comments|comments} could not be written yet":
    "пока не удалось написать {0} {0:комментарий|комментария|комментариев}",
  "try again once GitHub answers": "повторите, когда GitHub ответит",
  "The checklist #{0} is up to date.\n": "Чек-лист #{0} обновлён.\n",
  "there is no token for GitHub": "нет токена для GitHub",
  "set it to one that may write issues of the repository": "укажите токен, которому можно писать в issues репозитория",
  "it is not known which repository has the checklist": "неизвестно, в каком репозитории чек-лист",
  "name it: golive checklist --repository OWNER/NAME": "назовите его: golive checklist --repository OWNER/NAME",
  'say why, for the record: golive rollback --because "…"': 'скажите почему, для записи: golive rollback --because "…"',
  "{0} is rolled back.\n": "{0}: откат прошёл.\n",
  "The checklist #{0} does not know yet: `golive checklist` tells it once GitHub answers.\n":
    "В чек-листе #{0} этого пока нет: когда GitHub ответит, его обновит `golive checklist`.\n",
  "the launch of {0} changed nothing": "запуск {0} ничего не изменил",
  "what was accepted ({0}) is not what is on record now ({1})": "согласились не с тем ({0}), что записано сейчас ({1})",
  'read the table above; then golive rollback --because "…" --accept-loss {0}':
    'прочтите таблицу выше; затем golive rollback --because "…" --accept-loss {0}',
  "Type {0} to go back: ": "Чтобы откатить, введите {0}: ",
  "Nothing was changed.\n": "Ничего не изменено.\n",
  "nothing was changed: what is set aside has to be accepted first":
    "ничего не изменено: сначала надо согласиться с тем, что будет отложено",
  'golive rollback --because "…" --accept-loss {0}': 'golive rollback --because "…" --accept-loss {0}',
  "GitHub is not asked from here": "отсюда к GitHub не обращаемся",
  "once it answers again, `golive checklist` tells it what was done":
    "когда он снова ответит, `golive checklist` запишет там, что сделано",
  "how many is not known, and there is no file of the rows ({0}): they stay in the database that is kept; `golive recover` writes them from there":
    "сколько их, неизвестно, и файла со строками нет ({0}): они остаются в базе, которая сохраняется; `golive recover` запишет их оттуда",
  "the launch lock is held by {0} ({1}), and {2}": "замок запуска держит {0} ({1}), и {2}",
  "cancel that run first, or wait: golive goes on {0} after its last sign of life":
    "сначала отмените тот прогон или подождите: golive продолжит через {0} после его последнего признака жизни",
  "the tag {0} is gone; the launch on record was of {1}, and that counts":
    "тега {0} больше нет; по записи запускали {1}, это и считается",
  "the tag {0} leads to {1} now; the launch on record was of {2}, and that counts":
    "тег {0} теперь ведёт на {1}; по записи запускали {2}, это и считается",
  "it does not say where the control host is": "в нём не сказано, где управляющий хост",
  "{0} knows no such launch": "{0} такого запуска не знает",
  "the plan was {0} when the launch opened; its text of then counts":
    "когда запуск открыли, план был в {0}; считается его тогдашний текст",
  "the plan that was kept at the launch is gone or was changed": "план, сохранённый при запуске, пропал или изменён",
  "{0} is not the plan of the launch; it is used as it is": "{0} — не план этого запуска; используется как есть",
  "the plan with which {0} was launched is neither kept nor at its commit any more":
    "плана, с которым запускали {0}, нет ни среди сохранённых, ни в его коммите",
  "give the file as it was: golive rollback --plan FILE (docs/when-github-is-gone.md)":
    "дайте файл, каким он был: golive rollback --plan ФАЙЛ (docs/when-github-is-gone.md)",
  "{0} is not the release that was launched last (that is {1} at {2})":
    "{0} — не тот релиз, который запускали последним (это {1}, {2})",
  "no launch {0} was found: {1}": "запуск {0} не найден: {1}",
  "input plan": "вход plan",
  "name a plan that leads to the control host of the launch: the input plan, or golive rollback --plan FILE":
    "назовите план, который ведёт к управляющему хосту запуска: вход plan или golive rollback --plan ФАЙЛ",
  ", until the way back is through": ", пока откат не пройдёт до конца",
  "{0}\nThe plan that was kept when the launch opened is used.":
    "{0}\nИспользуется план, сохранённый при открытии запуска.",
  "there is no database {0} now": "базы {0} сейчас нет",
  "the database of before serves already": "уже работает прежняя база",
  "another database bears the name since": "с тех пор это имя носит другая база",
  "nothing was counted": "ничего не считали",
  "the maintenance page is up": "страница обслуживания показывается",
  "the site is open": "сайт открыт",
  "the page is up on some balancers only": "страница показывается не на всех балансировщиках",
  "nothing has to be taken back; `golive status` says how it stands":
    "откатывать нечего; как обстоит дело, скажет `golive status`",
  "{0} refused it": "отказ: {0}",
  "nobody approved it, or the run ended before it began": "никто не согласовал, или прогон закончился раньше",
  "↩️ **{0} was not taken back by [run {1}]({2}): {3}.**": "↩️ **{0}: [прогон {1}]({2}) релиз не откатил: {3}.**",
  "Nothing was changed. How it stands: {0}.": "Ничего не изменено. Как обстоит дело: {0}.",
  "The plan of the default branch could not be read: {0}. The launch's own says who approves.":
    "Не удалось прочитать план основной ветки: {0}. Кто согласует, скажет план самого запуска.",
  "{0} finishes the way back": "{0} заканчивает откат",
  "{0} finishes the way back, because {1}": "{0} заканчивает откат, причина: {1}",
  "The site did not open: nobody could write": "Сайт не открывался: никто не мог писать",
  "What was written since the backup is not known: {0}": "Что записано после резервной копии, неизвестно: {0}",
  "A comment could not be written on the checklist: {0}. It is owed, and written later.":
    "Не удалось написать комментарий в чек-лист: {0}. Он записан как долг и будет написан позже.",
  "The checklist could not be opened again: {0}": "Не удалось снова открыть чек-лист: {0}",
  "People could not be told that the way back failed: {0}": "Не удалось сообщить людям, что откат не прошёл: {0}",
  "the run ended before the way back was through": "прогон закончился раньше, чем прошёл откат",
  "{0}, where the record was kept before, cannot be looked at: {1}":
    "{0}, где запись велась раньше, посмотреть не удалось: {1}",
  "the plan moves the record to {0}:{1}, and at {2}, where it was kept before, {3}":
    "план переносит запись в {0}:{1}, а в {2}, где она велась раньше, {3}",
  "finish that launch first, with the plan it was opened with; the record may move once it has ended":
    "сначала закончите тот запуск с планом, с которым его открыли; запись можно перенести, когда он закончится",
  "the launch {0} is not finished": "запуск {0} не закончен",
  "the launch {0} holds the lock": "запуск {0} держит замок",
  "GitHub does not say where the launch is on record ({0})": "GitHub не говорит, где запись о запуске ({0})",
  "run it again once GitHub answers, or go on from a terminal: golive rollback (docs/when-github-is-gone.md)":
    "повторите, когда GitHub ответит, или продолжите из терминала: golive rollback (docs/when-github-is-gone.md)",
  "FILE...": "ФАЙЛ...",
  "check plan files; exit 1 when one does not hold": "проверить файлы плана; код 1, если какой-то неверен",
  "what state the launch and the site are in": "в каком состоянии запуск и сайт",
  "--because REASON": "--because ПРИЧИНА",
  "go back to the release before, without GitHub; says what it sets aside first":
    "вернуть прежний релиз без GitHub; сначала говорит, что будет отложено",
  "open the site as it is, on record, and end the launch under way":
    "открыть сайт как есть, с записью, и закончить идущий запуск",
  "how a tester gets past the maintenance page while it is up; prints a secret":
    "как тестировщику пройти мимо страницы обслуживания, пока она показывается; печатает секрет",
  "--by NAME --because REASON": "--by ИМЯ --because ПРИЧИНА",
  "break the lock of a run that does nothing any more, on record":
    "сломать замок прогона, который больше ничего не делает, с записью",
  "list what a rollback set aside, and write the rows to a file on the database host":
    "перечислить, что отложил откат, и записать строки в файл на хосте базы",
  "[--host NAME] [--user NAME]": "[--host ИМЯ] [--user ИМЯ]",
  "print the lines that sudoers needs for a plan, host by host":
    "напечатать строки, которые нужны в sudoers для плана (--plan ФАЙЛ), по хостам",
  "list what launches left behind: age, size, whether people's data is in it":
    "перечислить, что оставили запуски: возраст, размер, есть ли там данные людей",
  "--remove ID… --because REASON": "--remove ID… --because ПРИЧИНА",
  "remove some of it, on record; or --all-older-than 30d": "удалить названное, с записью; или --all-older-than 30d",
  "tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)":
    "записать в GitHub, что сделано, пока его не было (GITHUB_TOKEN в окружении)",
  "this text": "этот текст",
  "All but validate, environments and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.":
    "Все, кроме validate, environments и help, понимают --plan ФАЙЛ (.github/golive.yml), --ssh-key-file ФАЙЛ и --by ИМЯ.",
  "rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.":
    "rollback понимает --accept-loss ДАЙДЖЕСТ или --yes, что бы ни откладывалось. checklist понимает --repository OWNER/NAME.",
  FILE: "ФАЙЛ",
  NAME: "ИМЯ",
  REASON: "ПРИЧИНА",
  DIGEST: "ДАЙДЖЕСТ",
  "the plan; .github/golive.yml without it": "план; без этого .github/golive.yml",
  "the private key that opens the hosts": "закрытый ключ, с которым пускают хосты",
  "who does it, for the record": "кто это делает, для записи",
  "why, for the record": "почему, для записи",
  "accept what was shown under this digest": "принять то, что было показано с этим дайджестом",
  "accept whatever is set aside": "принять, что бы ни откладывалось",
  "this host of the plan alone": "только этот хост плана",
  "the user that golive runs as there": "пользователь, под которым golive там работает",
  "remove these": "удалить эти",
  "remove all that is older": "удалить всё, что старше",
  "for programs to read": "для программ",
  "whose issue the checklist is": "в чьём репозитории чеклист",
  "The rows are in {0}, one JSON object a line: table, change, key, row.\n":
    "Строки лежат в {0}, по одному объекту JSON в строке: table, change, key, row.\n",
  "allow it without a password (docs/hosts.md has the lines)": "разрешите это без пароля (строки есть в docs/hosts.md)",
  "the newest backup is packed with {0}, which is not installed there":
    "последняя копия сжата программой {0}, а её там нет",
  "the newest backup is text of two bytes a character, as PowerShell writes it; psql cannot read that":
    "последняя копия — текст по два байта на знак, как пишет PowerShell; psql такой не читает",
  "let pg_dump write the file itself: pg_dump --file=…": "пусть файл пишет сам pg_dump: pg_dump --file=…",
  "the newest backup was made by a newer pg_dump (archive format {0}), which the programs there cannot read":
    "последнюю копию сделал более новый pg_dump (формат архива {0}), здешние программы её не читают",
  "make it with the pg_dump of the server's version, or install that newer version and name its folder in database.programs":
    "делайте её pg_dump той же версии, что сервер, или поставьте новую версию и назовите её папку в database.programs",
  "correct prepare.newest-backup; formats: pg_dump's custom, directory and tar, and plain SQL; packed with gzip, zstd, xz, bzip2 or lz4":
    "исправьте prepare.newest-backup; форматы: custom, directory и tar от pg_dump и SQL текстом; сжатие gzip, zstd, xz, bzip2 или lz4",
  "the newest backup holds no table": "в последней копии нет ни одной таблицы",
  "no table of the newest backup holds a row": "ни в одной таблице последней копии нет строк",
  "find out how it is made (pg_dump --schema-only?); as it is, it is no way back":
    "выясните, как она делается (pg_dump --schema-only?); в таком виде назад с ней не вернуться",
  "ssh does not forward the socket of the throwaway server": "ssh не пробрасывает сокет временного сервера",
  "allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in prepare.test-restore.server that the release's host reaches":
    "разрешите это в sshd_config обоих хостов (AllowStreamLocalForwarding yes) или назовите в prepare.test-restore.server сервер, до которого достаёт хост релиза",
  "; as {0}, turned away by PostgreSQL in {1} {1:way|ways|ways}":
    "; от имени {0}, которому PostgreSQL отказал {1:раз|раза|раз}",
  "restored in {0}; {1}{2}": "восстановлена за {0}; {1}{2}",
  "{0}, roles, settings and tablespaces are the same as before":
    "{0}, роли, настройки и табличные пространства те же, что и до этого",
  'with the settings of the trial the release goes to the server "{0}", not to the throwaway one':
    'с настройками пробы релиз идёт на сервер "{0}", а не на временный',
  'add the setting that names the host to prepare.trial.settings, as in DB_HOST: "{host}" (and DB_PORT: "{port}"); nothing was migrated':
    'добавьте в prepare.trial.settings настройку, где назван хост, например DB_HOST: "{host}" (и DB_PORT: "{port}"); миграций не было',
  "with the settings of the trial the release would tell the service's password to a server in which a backup had its say":
    "с настройками пробы релиз сказал бы пароль службы серверу, в котором распоряжалась копия",
  'empty it in prepare.trial.settings, as in DB_PASSWORD: ""; the throwaway server asks for none':
    'сделайте его пустым в prepare.trial.settings, например DB_PASSWORD: ""; временный сервер пароля не спрашивает',
  "psql there does not know \\restrict, so a plain dump could tell it to run programs":
    "тамошний psql не знает \\restrict, и дамп текстом мог бы запускать через него программы",
  "update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc":
    "обновите клиентские программы PostgreSQL (14.19, 15.14, 16.10, 17.6 или новее) или делайте копию через pg_dump -Fc",
  "the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run":
    "в последней копии есть команды самому psql, вроде \\! или \\connect; pg_dump таких не пишет, ни одна не выполнена",
  "find out who wrote into it before anybody restores it":
    "выясните, кто в неё писал, прежде чем её кто-нибудь восстановит",
  "there is no room left to restore the newest backup": "не хватает места, чтобы восстановить последнюю копию",
  "make room where the scratch server is, or name another folder in prepare.test-restore.directory":
    "освободите место там, где сервер для пробы, или назовите другую папку в prepare.test-restore.directory",
  "the newest backup says {0} in line {1}, which is not the database's own, and cannot be restored":
    "в строке {1} последней копии стоит {0}, к самой базе это не относится, и восстановить её нельзя",
  "make it with pg_dump; roles and tablespaces are not part of it":
    "делайте её через pg_dump; роли и табличные пространства в неё не входят",
  "the newest backup gives things to the role {0}, which the server does not have":
    "последняя копия отдаёт объекты роли {0}, а такой на сервере нет",
  'as superuser on the service\'s server: CREATE ROLE "{0}"; or make the backup with --no-owner':
    'суперпользователем на сервере службы: CREATE ROLE "{0}"; или делайте копию с --no-owner',
  'the newest backup holds several databases, and "{0}" is none of them':
    'в последней копии несколько баз, и "{0}" среди них нет',
  'make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "{0}" FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out':
    'заведите для этого роль: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "{0}" FROM PUBLIC, и назовите её в prepare.test-restore.server.connection; или уберите server',
  "the backup would be restored on the service's own server by a role that is or may become {0}":
    "копию на сервере самой службы восстанавливала бы роль, которая есть или может стать {0}",
  "the backup would be restored on the service's own server by a role that {0} lets in":
    "копию на сервере самой службы восстанавливала бы роль, которую {0} пускает к себе",
  "the throwaway server could not be given the roles {0}": "временному серверу не удалось дать роли {0}",
  "look at what it said, on the control host; or name a server in prepare.test-restore.server":
    "посмотрите на управляющем хосте, что он сказал, или назовите сервер в prepare.test-restore.server",
  "start a throwaway server as {0}": "запуск временного сервера от имени {0}",
  "the folder for the throwaway server cannot be made, or is somebody else's":
    "папку для временного сервера не создать, или она чужая",
  "as root: install -d -o {0} {1}; or name another in prepare.test-restore.directory":
    "от root: install -d -o {0} {1}; или назовите другую в prepare.test-restore.directory",
  "the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it":
    "у папки для временного сервера слишком длинный для сокета путь, или в нём запятая, кавычка или пробел",
  "name one of at most 79 bytes in prepare.test-restore.directory":
    "назовите в prepare.test-restore.directory путь не длиннее 79 байт",
  "{0} cannot get to {1}, or make a folder in it": "{0} не может дойти до {1} или создать там папку",
  "open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory":
    "откройте её родительские папки для прохода (chmod a+x) или назовите другую в prepare.test-restore.directory",
  "there is no room left for the throwaway server": "для временного сервера не хватает места",
  "make room in {0}, or name another folder in prepare.test-restore.directory":
    "освободите место в {0} или назовите другую папку в prepare.test-restore.directory",
  "initdb and postgres of PostgreSQL {0} are missing, so the backup has no server to be tried in":
    "нет initdb и postgres от PostgreSQL {0}, копию негде пробовать",
  "install postgresql-{0} there (only its programs are used), or name a server in prepare.test-restore.server":
    "поставьте там postgresql-{0} (нужны только программы) или назовите сервер в prepare.test-restore.server",
  "PostgreSQL does not run as root, and no backup should": "PostgreSQL не работает от root, и копии тоже незачем",
  "name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch":
    "назовите в prepare.test-restore.run-as другого пользователя, заведённого для этого: useradd --system --shell /usr/sbin/nologin golive-scratch",
  "the throwaway server does not start: {0}": "временный сервер не запускается: {0}",
  "what {0} may do there": "что там может {0}",
  "the throwaway server for the backup cannot run as {0}": "временный сервер для копии не запустить от имени {0}",
  "let golive run commands as {0} without a password (docs/hosts.md has the line)":
    "разрешите golive выполнять команды от имени {0} без пароля (строка есть в docs/hosts.md)",
  "what a backup says would run as {0}, and PostgreSQL lets {1} in as {2} without a password ({3}, database {4})":
    "то, что велит копия, выполнялось бы от имени {0}, а PostgreSQL пускает {1} без пароля как {2} ({3}, база {4})",
  "take that line out of pg_hba.conf, or {0}": "уберите эту строку из pg_hba.conf, или {0}",
  "what a backup says would run as {0}, and PostgreSQL does not turn {1} away as {2} ({3}, database {4}): {5}":
    "то, что велит копия, выполнялось бы от имени {0}, а PostgreSQL не отказывает {1} как {2} ({3}, база {4}): {5}",
  "{0} is the user that PostgreSQL itself runs as ({1}), so what a backup says would run with its rights":
    "{0} — пользователь самого PostgreSQL ({1}), и то, что велит копия, выполнялось бы с его правами",
  "{0} may run commands as others by sudo": "{0} может через sudo выполнять команды от чужого имени",
  "{0} is in the group {1}, which leads to root": "{0} состоит в группе {1}, а она ведёт к root",
  "{0} can read {1}, which may hold the way to production":
    "{0} может прочесть {1}, а там может быть путь к боевому серверу",
  "take that right away (chmod o-r), or {0}": "отнимите это право (chmod o-r), или {0}",
  "{0} finds no psql there": "{0} не находит там psql",
  "{0} is gone": "{0}: больше нет",
  "{0} is new": "{0}: раньше не было",
  "{0} was changed": "{0}: изменено",
  "{0} is another one than before": "{0}: уже не прежнее",
  "the database {0}": "база {0}",
  "the role {0}": "роль {0}",
  "a membership of roles": "членство ролей",
  "the tablespace {0}": "табличное пространство {0}",
  "the table {0}": "таблица {0}",
  "a setting of a database or role": "настройка базы или роли",
  "the server's {0}": "на сервере {0}",
  "PRODUCTION IS NOT WHAT IT WAS before the backup was tried: {0}":
    "БОЕВОЙ СЕРВЕР НЕ ТАКОЙ, каким был до пробы копии: {0}",
  "find out at once who did that. If it was none of you, it was the backup or the release: look at the site, and launch nothing":
    "сейчас же выясните, кто это сделал. Если никто из вас, то копия или релиз: посмотрите на сайт и ничего не запускайте",
  "whether PRODUCTION IS WHAT IT WAS before the backup was tried cannot be seen: its PostgreSQL does not answer":
    "не видно, ТАКОЙ ЛИ БОЕВОЙ СЕРВЕР, каким был до пробы копии: его PostgreSQL не отвечает",
  "look at the site and at PostgreSQL at once; launch nothing before you know":
    "сейчас же посмотрите на сайт и PostgreSQL; ничего не запускайте, пока не узнаете",
  "{0} cannot be read, so it could not be kept (deploy.keep)":
    "{0} нельзя прочитать, и сохранить это не удалось бы (deploy.keep)",
  "let the user that deploys read it, or name what it does read":
    "дайте читать это пользователю, который развёртывает, или назовите то, что он читает",
  "make {0}": "создание {0}",
  "it writes outside of the release's directory, which the day before does not allow: that is live":
    "он пишет за пределами папки релиза, а накануне это нельзя: там то, что работает",
  "name the folder in prepare.trial.scratch, and the practice shows the step a copy of it; or say practice: false and on-rollback: for the step. What it said is on the control host":
    "назовите папку в prepare.trial.scratch, и репетиция покажет шагу её копию; или укажите для шага practice: false и on-rollback:. Весь его вывод на хосте управления",
  "## The gate\n\n{0} is {1}, part of {2} ({3}), whose policy holds.\n\n{4}\n":
    "## Допуск\n\n{0} — это {1}, часть ветки {2} ({3}); действует её политика.\n\n{4}\n",
  "give it a value in the workflow's `with:`; GitHub drops an output of a job before that holds the value of a secret, so a secret whose value is a common word (production, v1) has to go":
    "задайте значение в `with:` процесса; GitHub отбрасывает вывод предыдущего задания, в котором есть значение секрета, поэтому секрет с обычным словом внутри (production, v1) нужно убрать",
  "is not what `plan` gave": "не то, что выдало действие `plan`",
  "input launch": "ввод launch",
  "hand on the output `launch` of the job `plan`": "передайте вывод `launch` задания `plan`",
  "the default branch {0} is empty": "основная ветка {0} пуста",
  "push it; it holds the plan and the workflows": "отправьте её: в ней лежат план и процессы",
  "it is not part of {0}": "это не часть ветки {0}",
  "the plan that was kept when the launch opened is gone or was changed":
    "план, сохранённый при открытии запуска, пропал или изменён",
  "nothing was heard; start the launch again": "ничего не учтено; начните запуск заново",
  "{0}; the launch is under way and goes on": "{0}; запуск уже идёт и продолжается",
  "name the file in .github/workflows that launches; it needs workflow_dispatch with the inputs tag and approval":
    "назовите файл в .github/workflows, который запускает; ему нужен workflow_dispatch с вводами tag и approval",
  "the tag {0} is gone; {1} was approved": "тега {0} больше нет; одобрен был {1}",
  "the policy on {0} changed since this launch was opened ({1}; now {2}, then {3})":
    "политика в {0} изменилась с открытия этого запуска ({1}; сейчас {2}, тогда {3})",
  "{0} is part of {1} only, where whoever may push may change it alone":
    "{0} есть только в {1}, а её может в одиночку изменить любой, кто вправе отправлять изменения",
  "add rules for that branch (Settings → Rules), or merge it into {0}":
    "добавьте правила для этой ветки (Settings → Rules) или влейте её в {0}",
  "{0} ({1}) is not part of {2}": "{0} ({1}) не входит в ветку {2}",
  "tag the commit on {0}, once it is merged (after a squash that is another commit); branches that hold releases beside it are named in approval.release-branches":
    "поставьте тег на коммит в {0} после слияния (после squash это другой коммит); другие ветки с релизами называют в approval.release-branches",
  "{0} says otherwise than the plan of {1}, and holds: {2}": "{0} говорит иное, чем план {1}, и действует: {2}",
  "a comment approved this launch, and `override` was not part of what it approved":
    "этот запуск одобрен комментарием, а `override` не входило в то, что он одобрил",
  "input override": "ввод override",
  "leave it empty; or start a new launch with it, so that an approver sees it":
    "оставьте пустым; или начните с ним новый запуск, чтобы одобряющий это увидел",
  "there is no plan at {0} on {1}; who may launch, and where, is read there":
    "в ветке {1} нет плана {0}; кто и где может запускать, читается оттуда",
  "merge the plan into {0} first, or name its path in the input `plan`":
    "сначала влейте план в {0} или назовите его путь во вводе `plan`",
  "{0} on {1} does not say who approves; the usual environments count":
    "{0} в {1} не говорит, кто одобряет; действуют обычные окружения",
  "the launch of {0} is half done; it goes on with the plan and the policy it was begun with":
    "запуск {0} выполнен наполовину; он продолжается с планом и политикой, с которыми начат",
  "what the job `gate` saw changed while this run began":
    "то, что видело задание `gate`, изменилось, пока этот прогон начинался",
  "this run was started on {0}, so it follows that one's workflow":
    "этот прогон начат на {0} и следует процессу оттуда",
  "start it on {0} (Run workflow → Use workflow from)": "начните его на {0} (Run workflow → Use workflow from)",
  "this run follows {0} as it was at {1}, and {2} has another one now":
    "этот прогон следует {0} в том виде, в каком он был в {1}, а в {2} сейчас другой",
  "start the workflow anew instead of running this run again": "начните процесс заново вместо повтора этого прогона",
  "{0} on {1} does not name {2} among the plans that may be launched":
    "{0} в {1} не называет {2} среди планов, которые можно запускать",
  "name it there, once people have seen who approves it and which hosts it reaches":
    "назовите его там, когда люди увидели, кто его одобряет и до каких хостов он дотягивается",
  "{0} takes on, because {1}: {2}": "{0} берёт на себя, потому что {1}: {2}",
  "make it (Settings → Environments), for the default branch only, and keep the keys in it (docs/approval.md)":
    "создайте его (Settings → Environments) только для основной ветки и держите ключи в нём (docs/approval.md)",
  'the environment "{0}" may be used from {1}, so whoever may push there may use its keys':
    "окружением «{0}» можно пользоваться из: {1}; значит, его ключи доступны любому, кто вправе отправлять туда изменения",
  "restrict its deployment branches to {0} (Settings → Environments)":
    "ограничьте его ветки развёртывания: {0} (Settings → Environments)",
  "every branch": "любая ветка",
  "the SSH key is a secret of the repository: a workflow of any branch can read it":
    "ключ SSH лежит в секретах репозитория: его может прочитать процесс любой ветки",
  "keep it in the environments only (Settings → Environments → the environment → Environment secrets), and delete it from the repository's secrets":
    "держите его только в окружениях (Settings → Environments → окружение → Environment secrets) и удалите из секретов репозитория",
  "{0} has no rules: whoever may push changes the plan and the workflows alone":
    "у {0} нет правил: план и процессы может в одиночку изменить любой, кто вправе отправлять изменения",
  "add a rule that asks for a pull request and a review (Settings → Rules → Rulesets)":
    "добавьте правило, требующее pull request и проверку (Settings → Rules → Rulesets)",
  "{0} takes on that nothing keeps one person from launching alone, and somebody else started this run":
    "{0} берёт на себя, что запустить может и один человек, а этот прогон начал кто-то другой",
  "let {0} start it, or add what lacks (docs/approval.md)":
    "пусть его начнёт {0}, или добавьте недостающее (docs/approval.md)",
  '{0} starts this launch and is the only reviewer of "{1}", so nobody could approve it':
    "{0} начинает этот запуск и единственный одобряет «{1}», так что одобрить его некому",
  "let somebody else start it, add a reviewer, or name in approval.self-review who may approve what they started":
    "пусть его начнёт кто-то другой, добавьте одобряющего или назовите в approval.self-review, кто может одобрять начатое собой",
  "{0} lets a job wait {1} min by itself": "{0} само задерживает задание на {1} мин",
  "administrators may pass by the reviewers of {0}; golive then refuses, as nobody approved":
    "администраторы могут обойти одобряющих {0}; тогда golive откажет: никто не одобрил",
  "{0} started this run and approved it; that is one person, not two":
    "{0} и начинает этот прогон, и одобряет его: это один человек, а не двое",
  "let another reviewer approve it: start the workflow anew; or name in approval.self-review who may approve what they started":
    "пусть одобрит другой: начните процесс заново; или назовите в approval.self-review, кто может одобрять начатое собой",
  "the job of this step has to name the environment of the plan, and a reviewer has to approve it (an administrator who passes by them does not); or name who takes a launch without one on, in approval.unprotected":
    "задание этого шага должно называть окружение плана, и его должен одобрить ревьюер (обход администратором не считается); или назовите в approval.unprotected, кто берёт запуск без одобрения на себя",
  "no rule protects the tags: whoever may push may move one until it is launched":
    "теги не защищены правилом: до запуска тег может передвинуть любой, кто вправе отправлять изменения",
  "CODEOWNERS names nobody for .github: any reviewer may let a change of plan and workflows in":
    "CODEOWNERS не называет никого для .github: изменение плана и процессов может пропустить любой ревьюер",
  "it has to be exactly `{0}`, on a line of its own, with nothing else in the comment but quotations":
    "в комментарии должно быть ровно `{0}` отдельной строкой и больше ничего, кроме цитат",
  "somebody else edited it; write a new one": "его отредактировал кто-то другой; напишите новый",
  "GitHub does not tell golive's token who edited it, so it cannot be relied on":
    "GitHub не сообщает токену golive, кто его редактировал, поэтому полагаться на него нельзя",
  "GitHub does not tell this token who edited a comment, so nothing that people write can be relied on":
    "GitHub не сообщает этому токену, кто редактировал комментарий, поэтому ни на что из написанного людьми нельзя полагаться",
  "give the job `issues: write`, and pass it the run's own token; a token of a person or an app needs to read issues by GraphQL (userContentEdits)":
    "дайте заданию `issues: write` и передайте ему токен самого прогона; токену человека или приложения нужно право читать задачи через GraphQL (userContentEdits)",
  "What people wrote could not be looked at: {0}": "Не удалось посмотреть, что написали люди: {0}",
  "This answer does not count: it was asked of {0}": "Этот ответ не считается: спрашивали {0}",
  "This answer does not count: write one of the answers of the question, and nothing else, as a new comment":
    "Этот ответ не считается: напишите новым комментарием один из ответов, названных в вопросе, и больше ничего",
  "This answer does not count: {0}": "Этот ответ не считается: {0}",
  "#{0} is not the checklist of the last launch": "#{0} — не чек-лист последнего запуска",
  "the plan of this launch has no scenarios": "в плане этого запуска нет сценариев",
  "nobody is asked about scenarios yet": "о сценариях пока никого не спрашивают",
  "Comment {0} was not heard: {1}": "Комментарий {0} не учтён: {1}",
  "This comment was not heard: {0}.": "Этот комментарий не учтён: {0}.",
  "Comment {0} approves nothing: {1}": "Комментарий {0} ничего не одобряет: {1}",
  "it begins like `{0}`, and is not; write a new comment with what the checklist shows, without quotation marks":
    "он начинается как `{0}`, но это не она; напишите новым комментарием то, что показано в чек-листе, без кавычек",
  "what people said could not be heard: {0}": "услышать людей не удалось: {0}",
  "curl ended with exit code {0}": "curl завершился с кодом {0}",
  "the JUnit report is not well-formed (line {0})": "отчёт JUnit испорчен (строка {0})",
  "test {0}": "тест {0}",
  "test {0} of {1}": "тест {0} из {1}",
  "failed at {0}:{1}": "провален в {0}:{1}",
  "unexpected: {0}": "неожиданно: {0}",
  "something that is no error was thrown": "брошено то, что не ошибка",
  "GitHub answered {0} to {1} {2}": "GitHub ответил {0} на {1} {2}",
  "a checksum is wrong": "контрольная сумма не сходится",
  "psql printed no facts about the server": "psql не вывел сведений о сервере",
  "ended by a signal": "завершён сигналом",
  "all it said: {0}": "весь вывод: {0}",
  "{0}/current is not a symbolic link": "{0}/current — не символическая ссылка",
  "{0}/current leads nowhere": "{0}/current ведёт в никуда",
  "what {0}/current leads to is no git worktree and has no file REVISION":
    "то, куда ведёт {0}/current, — не рабочее дерево git, и файла REVISION там нет",
  "the host writes text of its own beside the answers of commands ({0} lines)":
    "хост пишет рядом с ответами команд свой текст (строк: {0})",
  "a start-up file of {0}'s shell prints it (~/.bashrc, ~/.bash_logout, ~/.zshenv): let it print for people only, after [ -t 1 ] or exit":
    "его выводит один из файлов запуска оболочки {0} (~/.bashrc, ~/.bash_logout, ~/.zshenv): пусть выводит только людям, после [ -t 1 ], или завершается",
  "the shell of {0} there reads quotes in its own way": "оболочка {0} там понимает кавычки по-своему",
  "as root there: chsh -s /bin/sh {0} (or bash, dash, zsh); fish and csh change commands":
    "там от root: chsh -s /bin/sh {0} (или bash, dash, zsh); fish и csh меняют команды",
  "another program answers there than the one that was asked for": "там отвечает не та программа, о которой просили",
  'take ForceCommand for {0} out of sshd_config, and command="…" out of authorized_keys; golive needs a shell':
    'уберите ForceCommand для {0} из sshd_config и command="…" из authorized_keys; golive нужна оболочка',
  "the password or the account of {0} has expired there, so no command is run for it":
    "там истёк срок пароля или учётной записи {0}, и команды для неё не выполняются",
  "as root there: chage -l {0} shows it; chage -M -1 -E -1 {1} ends that for an account that has only a key":
    "там от root: chage -l {0} покажет срок; chage -M -1 -E -1 {1} снимет его с записи, у которой есть только ключ",
  "{0} is let in there, but no command is run for it": "{0} туда впускают, но команды для неё не выполняются",
  'look at its shell (getent passwd {0}; chsh -s /bin/sh {1}), then at ForceCommand in sshd_config and command="…" in authorized_keys':
    'посмотрите на её оболочку (getent passwd {0}; chsh -s /bin/sh {1}), затем на ForceCommand в sshd_config и command="…" в authorized_keys',
  "the private key's file on the runner is not there, or cannot be read":
    "файла закрытого ключа на раннере нет, или его нельзя прочитать",
  "correct identity-file in the plan, or give the key as ssh-key":
    "исправьте identity-file в плане или передайте ключ через ssh-key",
  "the private key's file on the runner is open to others": "файл закрытого ключа на раннере открыт другим",
  "chmod 600 that file": "chmod 600 для этого файла",
  "{0} takes this RSA key only with SHA-1, which is broken and refused here":
    "{0} принимает этот ключ RSA только с SHA-1, а он взломан и здесь отвергается",
  "use an ed25519 key (ssh-keygen -t ed25519), or update OpenSSH on the host":
    "возьмите ключ ed25519 (ssh-keygen -t ed25519) или обновите OpenSSH на хосте",
  "{0} speaks only forms of SSH that are broken and refused here":
    "{0} говорит только на взломанных видах SSH, которые здесь отвергаются",
  "update OpenSSH on the host, or let its sshd_config offer what current clients take (ssh-keygen -A makes host keys of today's kinds)":
    "обновите OpenSSH на хосте или пусть его sshd_config предлагает то, что берут нынешние клиенты (ssh-keygen -A создаст ключи хоста нынешних видов)",
  "{0} ended the connection, as too many keys were offered": "{0} прервал соединение: предложено слишком много ключей",
  "the agent or the user's folder ~/.ssh on the runner holds many: give one as ssh-key, or name it by identity-file in the plan":
    "в агенте или в папке ~/.ssh на раннере их много: передайте один через ssh-key или назовите его в плане (identity-file)",
  "something answers at {0} that is no SSH server, or does not begin to speak":
    "по адресу {0} отвечает не сервер SSH, или он не начинает говорить",
  "is this sshd's port? If it is, the host may be overloaded: look at it":
    "это порт sshd? Если да, хост может быть перегружен: посмотрите на него",
  "the connection to {0} was closed before sshd said anything":
    "соединение с {0} закрыто раньше, чем sshd что-либо сказал",
  "is this sshd's port? If it is, sshd keeps the runner out (fail2ban, hosts.deny) or is overloaded (MaxStartups): its log says; then run the job again":
    "это порт sshd? Если да, sshd не пускает раннер (fail2ban, hosts.deny) или перегружен (MaxStartups): об этом говорит его журнал; затем запустите задание снова",
  "it shows {0} {1}; ": "он показывает {0} {1}; ",
  "read it on the host's own console (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub)":
    "прочитайте ключ на консоли самого хоста (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub)",
  "{0}{1}: if the host was reinstalled, change host-key in the plan; if not, somebody may be in between":
    "{0}{1}: если хост переустановили, измените host-key в плане; если нет, между вами может быть посторонний",
  "{0} shows another host key than the plan's, of a kind that the plan has none of ({1})":
    "{0} показывает не тот ключ хоста, что в плане: вида, которого в плане нет ({1})",
  "{0}{1} and put it into host-key in the plan, which may hold keys of several kinds":
    "{0}{1} и впишите его в host-key плана; там могут быть ключи разных видов",
  "{0} asks for more than a key ({1})": "{0} требует не только ключ ({1})",
  "let sshd take a key alone for {0} (AuthenticationMethods publickey in a Match block); nobody types at night":
    "пусть для {0} sshd довольствуется ключом (AuthenticationMethods publickey в блоке Match); ночью никто ничего не наберёт",
  "{0} lets nobody in without a key, and none was given: ssh-key is empty":
    "{0} никого не пускает без ключа, а ключ не передан: ssh-key пуст",
  "put the private key into a secret GOLIVE_SSH_KEY of the environment that the job names (Settings → Environments), and hand it on as ssh-key; a called workflow gets a secret of an environment only by secrets: inherit, and never from another account":
    "положите закрытый ключ в секрет GOLIVE_SSH_KEY того окружения, которое названо в задании (Settings → Environments), и передайте его через ssh-key; вызванный workflow получает секрет окружения только через secrets: inherit, а из другой учётной записи никогда",
  "the key given is {0}; ": "передан ключ {0}; ",
  "; an old host takes RSA keys with SHA-1 only: use an ed25519 key there":
    "; старый хост берёт ключи RSA только с SHA-1: возьмите для него ключ ed25519",
  "{0}put its public half into authorized_keys of {1} there; if it is there, sshd's log says why (an account that is locked or has expired, AllowUsers, rights of ~/.ssh){2}":
    "{0}добавьте его открытую половину в authorized_keys пользователя {1}; если она там есть, причину назовёт журнал sshd (запись закрыта или истекла, AllowUsers, права на ~/.ssh){2}",
  "put the private key into the secret: the whole file, from the line BEGIN to the line END":
    "положите в секрет закрытый ключ: весь файл, от строки BEGIN до строки END",
  'make a key for golive alone (ssh-keygen -t ed25519 -N "" -f golive), put golive.pub into authorized_keys and the file golive into the secret':
    'создайте ключ только для golive (ssh-keygen -t ed25519 -N "" -f golive), добавьте golive.pub в authorized_keys, а файл golive положите в секрет',
  'take it off a copy (ssh-keygen -p -N "" -f COPY) and put that into the secret; or make a key for golive alone (ssh-keygen -t ed25519 -N "" -f golive) and put golive.pub into authorized_keys':
    'снимите её с копии (ssh-keygen -p -N "" -f COPY) и положите в секрет копию; или создайте ключ только для golive (ssh-keygen -t ed25519 -N "" -f golive) и добавьте golive.pub в authorized_keys',
  "the private key is locked with a passphrase": "закрытый ключ защищён парольной фразой",
  "the private key is not whole: a part of it is missing, or was changed":
    "закрытый ключ не цел: часть его пропала или изменена",
  "the secret holds more than one private key": "в секрете больше одного закрытого ключа",
  "leave the one that the hosts let in; one key serves all hosts of a plan":
    "оставьте тот, с которым хосты впускают; один ключ служит для всех хостов плана",
  "the private key is a DSA key, which OpenSSH does not use any more":
    "это закрытый ключ DSA, а OpenSSH ими больше не пользуется",
  "the private key works only with a security key that somebody touches (sk-…)":
    "этот закрытый ключ работает только с аппаратным ключом, которого кто-то касается (sk-…)",
  "the private key is of a kind that SSH does not know": "закрытый ключ такого вида, которого SSH не знает",
  "the private key is in the format of another SSH program (SSH2)":
    "закрытый ключ в формате другой программы SSH (SSH2)",
  "convert it: ssh-keygen -i -f FILE; then put the result into the secret":
    "преобразуйте его: ssh-keygen -i -f FILE; результат положите в секрет",
  "the private key is in PuTTY's format (.ppk)": "закрытый ключ в формате PuTTY (.ppk)",
  "convert it: puttygen KEY.ppk -O private-openssh -o golive, or in PuTTYgen Conversions → Export OpenSSH key; without a passphrase":
    "преобразуйте его: puttygen KEY.ppk -O private-openssh -o golive, или в PuTTYgen: Conversions → Export OpenSSH key; без парольной фразы",
  "the secret holds a public key; the private one is needed": "в секрете открытый ключ, а нужен закрытый",
  "put the file without .pub into the secret; the public one belongs into authorized_keys on the hosts":
    "положите в секрет файл без .pub; открытому место в authorized_keys на хостах",
  "the secret holds a certificate of SSH without its private key": "в секрете сертификат SSH без закрытого ключа",
  "put the private key into the secret; the certificate may stand on a line after it":
    "положите в секрет закрытый ключ; сертификат может стоять строкой после него",
  "the secret holds a certificate of a web server, no SSH key": "в секрете сертификат веб-сервера, а не ключ SSH",
  "the secret holds a key of PGP (GPG), no SSH key": "в секрете ключ PGP (GPG), а не ключ SSH",
  "the secret holds a key of age, no SSH key": "в секрете ключ age, а не ключ SSH",
  "the secret holds a JSON web key, no SSH key": "в секрете ключ JSON Web Key, а не ключ SSH",
  "the secret holds JSON, such as the key file of another service, no SSH key":
    "в секрете JSON, например файл ключа другого сервиса, а не ключ SSH",
  "the secret holds a token of GitHub, no SSH key": "в секрете токен GitHub, а не ключ SSH",
  "put the private key there; take the token back at GitHub if others could see it":
    "положите туда закрытый ключ; если токен могли видеть другие, отзовите его в GitHub",
  "the secret holds the fingerprint of a key, not the key": "в секрете отпечаток ключа, а не сам ключ",
  "the secret holds the path of a file, not what is in it": "в секрете путь к файлу, а не его содержимое",
  "put the file's content there; a key file of the runner is named by identity-file in the plan":
    "положите туда содержимое файла; файл ключа на раннере называют в плане (identity-file)",
  "ssh-key holds an expression of a workflow as text": "в ssh-key выражение workflow как простой текст",
  "write it in the workflow's with:, without quotes of a shell around it":
    "напишите его в with: самого workflow, не в кавычках оболочки",
  "ssh-key holds asterisks: somebody copied a masked value":
    "в ssh-key звёздочки: кто-то скопировал замаскированное значение",
  "the secret holds something else than a private SSH key": "в секрете не закрытый ключ SSH, а что-то другое",
  "- [ ] … {0} more {0:line|lines|lines} not begun": "- [ ] … и ещё {0} {0:строка|строки|строк}: не начато",
  "{0} finished": "выполнено: {0}",
  "- [x] {0} finished; each is in the log of [run {1}]({2})":
    "- [x] выполнено: {0}; каждая строка есть в журнале [запуска {1}]({2})",
  "… the rest is in the log of [run {0}]({1})": "… остальное в журнале [запуска {0}]({1})",
  "… more does not fit into a comment; the rest is in the run's log and in the journal":
    "… больше в комментарий не помещается; остальное в журнале run и в журнале запуска",
  "… more does not fit into a summary; the rest is in the run's log and in the journal":
    "… больше в сводку не помещается; остальное в журнале run и в журнале запуска",
  "look what is kept stopped": "посмотреть, что держится остановленным",
  "kept stopped      {0}: not known, it does not answer": "не запускается    {0}: неизвестно, хост не отвечает",
  "kept stopped      {0}: {1}; golive maintenance off lets them start again":
    "не запускается    {0}: {1}; golive maintenance off снова даст им запуститься",
  "not finished": "не закончено",
  failed: "не удалось",
  "this key is there twice": "этот ключ здесь дважды",
  "It could not be tried whether GitHub tells who edited a comment: {0}":
    "Не удалось проверить, сообщает ли GitHub, кто редактировал комментарий: {0}",
  "the rules of {0} ask for no review: whoever may push changes the plan and the workflows alone":
    "правила {0} не требуют проверки: план и процессы может в одиночку изменить любой, кто вправе отправлять изменения",
  "the workflow file that this run follows is not in the repository, so nobody can tell whether people saw it":
    "файла процесса, по которому идёт этот запуск, в репозитории нет, и никто не скажет, видели ли его люди",
  "start a workflow that lies on the default branch of this repository":
    "запустите процесс, который лежит в основной ветке этого репозитория",
  "{0} started this run, and GitHub does not say who had it do that":
    "этот запуск начал {0}, а GitHub не говорит, кто это поручил",
  "let a person start it (Actions → Run workflow)": "пусть его запустит человек (Actions → Run workflow)",
  "the day before was not through when it was written; write it again":
    "когда он был написан, подготовка ещё не закончилась; напишите его снова",
  "it was written before the time for this window; write it again":
    "он написан раньше, чем пришло время этого окна; напишите его снова",
  "{0} edited the checklist after golive wrote it, so nobody can tell what was approved; start the launch again, and look at it anew":
    "{0} правит чек-лист после golive, и никто не скажет, что было утверждено; запустите выпуск снова и посмотрите на него заново",
  'the environment "{0}" may not be used from {1}, so GitHub would refuse its jobs':
    "окружение «{0}» нельзя использовать из {1}, и GitHub откажет его заданиям",
  "add {0} to its deployment branches (Settings → Environments)":
    "добавьте {0} к его веткам развёртывания (Settings → Environments)",
  "it leads to a host that {0} does not know": "он ведёт на хост, которого {0} не знает",
  "The tag is there and the plan at its commit holds": "Тег на месте, план в его коммите верен",
  "The window needs a reviewer's approval": "Окно требует согласования",
  "Every host answers, with the host key of the plan": "Все хосты отвечают, ключи хостов — из плана",
  "The programs the launch needs are on the hosts": "На хостах есть все нужные программы",
  "Every right the window and the way back need is there": "Есть все права, нужные окну и откату",
  "The services are known and run now": "Службы известны и сейчас работают",
  "The release that runs now is healthy, and its settings name the database":
    "Нынешний релиз здоров, его настройки указывают на базу",
  "The live checkout is clean and knows its remote": "Рабочий каталог чист и знает свой репозиторий",
  "The migrations the release brings": "Миграции, которые приносит релиз",
  "The database answers, and the role may do what the way back needs":
    "База отвечает, роль может всё, что нужно для отката",
  "There is room for the copy, the dump and its proof": "Хватает места для копии, дампа и его проверки",
  "The site is open now, and its page can be switched": "Сайт сейчас открыт, страницу обслуживания можно включить",
  "The certificates, and what would renew them": "Сертификаты и то, что их продлевает",
  "The smoke tests are in the release": "Smoke-тесты есть в релизе",
  "Every DNS change is allowed, and what it takes the place of is known":
    "Каждое изменение DNS разрешено, и известно, что оно заменит",
  "The files that people uploaded are known, and can be kept":
    "Файлы, загруженные людьми, известны, и их можно сохранить",
  "The service's secrets are its own, and no placeholders": "Секреты у службы свои, заглушек нет",
  "Build the release, with an environment of its own": "Собрать релиз со своим окружением",
  "The release's smoke tests pass against staging": "Smoke-тесты релиза проходят на стейджинге",
  "The newest nightly backup is there, young enough and whole": "Свежая ночная копия на месте, не старая и целая",
  "That backup is restored beside, and holds what it should": "Эта копия восстанавливается рядом и содержит что должна",
  "Rehearse the window's backup and its proof on it": "Отрепетировать на ней дамп и его проверку",
  "Rehearse the migrations on it": "Отрепетировать на ней миграции",
  "The release starts on the migrated copy and passes its tests":
    "На мигрированной копии релиз запускается и проходит тесты",
  "The way back is practised: the release before serves again": "Откат отрепетирован: прежний релиз снова отвечает",
  "Production is what it was before the backup was tried": "Боевой сервер такой же, каким был до пробы копии",
  "Forecast of the window": "Прогноз окна",
  "Tell those who have to know": "Предупредить тех, кому надо знать",
  "Put the maintenance page up": "Включить страницу обслуживания",
  "Proof from outside: visitors see the maintenance page": "Взгляд снаружи: посетители видят страницу обслуживания",
  "Requests that came before it end": "Начатые запросы доходят до конца",
  "Stop the services, so that nothing writes": "Остановить службы, чтобы никто не писал",
  "Silence the service's alerts until the site is open": "Заглушить алерты службы, пока сайт закрыт",
  "Mark the window on Grafana's graphs": "Отметить окно на графиках Grafana",
  "Clone the database, so that the way back is a rename": "Клонировать базу, чтобы откат был переименованием",
  "Back the server up with pgBackRest": "Снять копию сервера через pgBackRest",
  "Proof: pgBackRest finds every file whole": "Проверка: pgBackRest находит все файлы целыми",
  "Dump the database": "Снять дамп базы",
  "Checksum every file and write the manifest": "Посчитать суммы всех файлов и записать манифест",
  "Proof: the dump reads through whole": "Проверка: дамп читается до конца",
  "Proof of the backup: contents and schema": "Проверка копии: содержимое и схема",
  "Fetch the release": "Получить релиз",
  "Keep aside what steps build": "Отложить то, что собирают шаги",
  "Check the release out": "Переключить каталог на релиз",
  "Install the requirements": "Установить зависимости",
  "The release in a directory of its own": "Релиз в собственном каталоге",
  "Switch the link to the release": "Переключить ссылку на релиз",
  "Run the migrations": "Выполнить миграции",
  "Collect the static files": "Собрать статику",
  "Start the services": "Запустить службы",
  "The new release answers on its health page": "Новый релиз отвечает на своей странице здоровья",
  "Every host was asked, and has the release": "Опрошен каждый хост, релиз на всех",
  "The units of the service still run": "Юниты службы всё ещё работают",
  "People walk through the scenarios": "Люди проходят сценарии",
  "The release is watched while visitors use it": "Следим за релизом, пока им пользуются",
  Report: "Отчёт",
  "Every server behind the balancer is ready": "Все серверы за балансировщиком готовы",
  "Take the maintenance page down": "Снять страницу обслуживания",
  "Proof from outside: visitors reach the new release": "Взгляд снаружи: посетители попадают на новый релиз",
  "Alerts ring again": "Алерты снова звучат",
  "End the mark on Grafana's graphs": "Закрыть отметку на графиках Grafana",
  "Send the backup elsewhere, encrypted": "Отправить копию в другое место, зашифрованной",
  "Remove what earlier launches left and the plan does not keep":
    "Убрать остатки прежних запусков, которые план не хранит",
  "What this launch leaves behind, and until when it is kept":
    "Что остаётся после этого запуска и до каких пор хранится",
  "Forecast and what it took": "Прогноз и сколько вышло",
  "Set aside what was written since the backup": "Отложить записанное после копии",
  "Stop the services": "Остановить службы",
  "Put the code back to the previous release": "Вернуть код прежнего релиза",
  "Put the database back": "Вернуть базу",
  "The previous release answers on its health page": "Прежний релиз отвечает на своей странице здоровья",
  "The checks pass on the previous release": "Проверки на прежнем релизе проходят",
  "there is none beside the service's own: with database.switch and backup.copy: false that one does":
    "кроме базы сервиса такой нет: с database.switch и backup.copy: false годится и она",
  "it may connect to: {0}": "ей открыты: {0}",
  "the role of database.connection is not let into the database {0}, which questions about the server are asked in":
    "роль из database.connection не пускают в базу {0}, а в ней задают вопросы обо всём сервере",
  "name another one in database.maintenance, best not the service's own; {0}":
    "назовите в database.maintenance другую, лучше не базу сервиса; {0}",
  "name the address and port of PostgreSQL itself in database.connection; where the provider has none, one in session mode, with database.connection.pooler: session (docs/managed-databases.md)":
    "назовите в database.connection адрес и порт самого PostgreSQL; если у провайдера их нет — пулера в режиме session, с database.connection.pooler: session (docs/managed-databases.md)",
  " in spite of database.connection.pooler: session": " вопреки database.connection.pooler: session",
  "database.connection leads to a pooler in transaction mode{0}: locks, settings and snapshots of a session are lost there between two statements":
    "database.connection ведёт в пулер в режиме transaction{0}: блокировки, настройки и снимки сеанса теряются там между двумя командами",
  "name the address and port of PostgreSQL itself in database.connection, or of a pooler in session mode; docs/managed-databases.md has those of providers":
    "назовите в database.connection адрес и порт самого PostgreSQL или пулера в режиме session; какие они у провайдеров — в docs/managed-databases.md",
  "check database.connection and database.run-as in the plan, on that host: psql -d {0}":
    "проверьте database.connection и database.run-as в плане, на этом хосте: psql -d {0}",
  'where a provider makes the databases: database.switch (docs/managed-databases.md); as superuser: ALTER ROLE "{0}" CREATEDB':
    'если базы создаёт провайдер: database.switch (docs/managed-databases.md); суперпользователем: ALTER ROLE "{0}" CREATEDB',
  "way back: the provider's snapshot, and else {0}": "путь назад: снимок провайдера, а иначе {0}",
  "way back: {0}": "путь назад: {0}",
  "the copy takes the name": "копия получает имя базы",
  "the dump restored beside takes the name": "дамп, восстановленный рядом, получает имя базы",
  " (made by the provider's command)": " (базу создаёт команда провайдера)",
  "the service changes over to the copy": "сервис переходит на копию",
  "the dump restored beside{0}, which the service changes over to":
    "дамп, восстановленный рядом{0}, на который переходит сервис",
  "the database {0} was made by database.switch.create, and does not let golive in":
    "база {0} создана через database.switch.create, но golive не пускает",
  "its owner has to be the service's, and the role of database.connection has to be allowed into it":
    "её владелец должен быть тем же, что у сервиса, и роль из database.connection должна иметь доступ",
  "the plan has no database.snapshot": "в плане нет database.snapshot",
  "the snapshot {0} was taken, and the provider does not find it": "снимок {0} сделан, но провайдер его не находит",
  "run database.snapshot.check by hand; or set database.backup.copy: false, and the way back is the dump":
    "выполните database.snapshot.check вручную; или поставьте database.backup.copy: false, и путём назад будет дамп",
  "the snapshot {0} was restored, and the database does not answer": "снимок {0} восстановлен, но база не отвечает",
  "the snapshot {0} could not be restored: {1}": "снимок {0} не удалось восстановить: {1}",
  "look at the provider's console; once the server answers, the way back goes on with the dump":
    "посмотрите в консоли провайдера; когда сервер ответит, путь назад продолжится с дампа",
  "Take the provider's snapshot, so that the way back is its restore":
    "Сделать снимок у провайдера, чтобы путь назад был его восстановлением",
  "Let the service use the database that was put back": "Перевести сервис на возвращённую базу",
  "{0}{1}; the provider says that it is there, and what is in it is compared once it is restored":
    "{0}{1}; провайдер говорит, что он есть, а что в нём — сравнивается после восстановления",
  "as it was when the site closed, the database is {0}, which the service is let use next; the failed one stays as {1}. Name {2} in database.name of the plan before the next launch":
    "база в том виде, в каком сайт закрыли, — {0}, дальше сервис переходит на неё; неудачная остаётся под именем {1}. Перед следующим запуском назовите {2} в database.name плана",
  "the dump is the way back: {0}": "путь назад — дамп: {0}",
  "not by the snapshot ({0})": "не снимком ({0})",
  "the provider put the database back to its snapshot {0}, and contents and schema are the same as when the site closed; of the failed one only what was set aside is left":
    "провайдер вернул базу к снимку {0}, содержимое и схема те же, что при закрытии сайта; от неудачной осталось только отложенное",
  "the service's database is the one that it had before": "база у сервиса та же, что была",
  "the rollback copy is the provider's snapshot, and no commands take and restore one":
    "копия для отката — снимок провайдера, а команд, чтобы его сделать и вернуть, нет",
  "add database.snapshot with take, check and restore (docs/managed-databases.md)":
    "добавьте database.snapshot с take, check и restore (docs/managed-databases.md)",
  "nothing takes the provider's snapshot": "снимок провайдера никто не делает",
  "set database.backup.copy: snapshot, or take snapshot out":
    "поставьте database.backup.copy: snapshot или уберите snapshot",
  "check or restore does not say which snapshot": "check или restore не говорит, какой снимок",
  "put {snapshot} where they want the name that golive gave it, or {id} for what take printed":
    "поставьте {snapshot} там, где нужно имя, которое дал golive, или {id} для того, что напечатал take",
  "one of the commands does not name the database": "одна из команд не называет базу",
  "put {database} where it wants the name": "поставьте {database} там, где нужно имя",
  "the provider makes the databases (database.switch.create), and the copy would be cloned by SQL":
    "базы создаёт провайдер (database.switch.create), а копию делал бы SQL",
  "set copy: false, and the way back is the dump; or copy: snapshot with the provider's commands":
    "поставьте copy: false, и путём назад будет дамп; или copy: snapshot с командами провайдера",
  "a database is neither cloned nor renamed from within": "изнутри базу нельзя ни клонировать, ни переименовать",
  "name another one that the role may connect to; or add database.switch and set backup.copy: false":
    "назовите другую, которая роли открыта; или добавьте database.switch и поставьте backup.copy: false",
  "the last way back let the service change over to the database {0}, and the plan still names {1}":
    "последний откат перевёл сервис на базу {0}, а план всё ещё называет {1}",
  "name {0} in database.name of the plan": "назовите {0} в database.name плана",
  "what database.switch.create makes is not like the service's database: {0}":
    "то, что создаёт database.switch.create, не похоже на базу сервиса: {0}",
  "give the provider's command the owner, locale and extensions of the service's database":
    "дайте команде провайдера владельца, локаль и расширения базы сервиса",
  "{0} was made, is like {1} itself, and was dropped again": "{0} создана, устроена так же, как {1}, и снова удалена",
  "the server does not let golive close {0} to everybody, so it can be neither cloned nor renamed: {1}":
    "сервер не даёт golive закрыть {0} для всех, поэтому её нельзя ни клонировать, ни переименовать: {1}",
  "set backup.copy: false and name database.switch: the way back is then a database beside, and nothing is closed (docs/managed-databases.md)":
    "поставьте backup.copy: false и задайте database.switch: путём назад тогда будет база рядом, и закрывать ничего не нужно (docs/managed-databases.md)",
  "The provider makes a database like the service's": "Провайдер создаёт базу, как у сервиса",
  "triggers of foreign keys and other constraints are switched off in {0}, which pg_dump does not write: {1}":
    "триггеры внешних ключей и других ограничений в {0} отключены, а pg_dump этого не записывает: {1}",
  "ALTER TABLE … ENABLE TRIGGER ALL; where rows break the key by now, mend them first":
    "ALTER TABLE … ENABLE TRIGGER ALL; если строки уже нарушают ключ, сначала исправьте их",
  "grants of {0} in information_schema were changed, which pg_dump does not write: {1}":
    "права {0} в information_schema изменены, а pg_dump этого не записывает: {1}",
  "give back what was taken (GRANT SELECT … TO PUBLIC), and let roles read by a view in a schema of your own":
    "верните отобранное (GRANT SELECT … TO PUBLIC), а ролям дайте читать через представление в своей схеме",
  "it cannot be told whether these further databases of the settings have migrations: {0}":
    "неизвестно, есть ли миграции у этих других баз из настроек: {0}",
  "let the service's settings reach them; or name them under deploy.other-databases":
    "пусть настройки сервиса до них доходят; или назовите их в deploy.other-databases",
  "the settings have further databases with migrations of their own, which golive neither backs up nor migrates: {0}":
    "в настройках есть и другие базы со своими миграциями, которые golive не сохраняет и не мигрирует: {0}",
  "migrate them by a step of your own (deploy.steps), back them up yourselves, and name them under deploy.other-databases":
    "мигрируйте их своим шагом (deploy.steps), сохраняйте сами и назовите в deploy.other-databases",
  "must be a name of Django's DATABASES": "должно быть именем из DATABASES в Django",
  // engines of the database
  "\n**Not promised:** {0}.\n": "\n**Не обещано:** {0}.\n",
  "Not promised": "Не обещано",
  "visitors get {0}, though the services are stopped": "посетители получают {0}, хотя службы остановлены",
  "what else answers for site.url: another instance, a cache, a page of the web server's own? Name a page there that the service answers":
    "что ещё отвечает за site.url: другой экземпляр, кэш, собственная страница веб-сервера? Назовите там страницу, на которую отвечает служба",
  "look at the service's log": "посмотрите журнал службы",
  "the folder for the backup cannot be made": "папку для резервной копии не создать",
  "make database.directory for the user of database.run-as, mode 0700":
    "создайте database.directory для пользователя database.run-as, с правами 0700",
  "{0} {0:line|lines|lines} of {1} changed while the backup was made: something writes, though the services are stopped":
    "{0} {0:строка|строки|строк} {1} изменились, пока делалась копия: что-то пишет, хотя службы остановлены",
  "find out what writes (a cron job, a worker, an import), stop it or name it in services.pause":
    "выясните, что пишет (задание cron, обработчик, импорт), остановите это или назовите в services.pause",
  "this backup is not the one that was made; look who changed it, and restore from another":
    "это не та копия, что была сделана; посмотрите, кто её изменил, и восстановите из другой",
  "{0} ended well and left no {1}": "{0} завершилось успешно, а {1} нет",
  "let it write into {directory}, or correct {0}.leaves": "пусть пишет в {directory}; или исправьте {0}.leaves",
  "{0} left {1} {1:file|files|files} with a name that cannot be kept (a line's end, ? or \\\\)":
    "{0}: {1} {1:файл|файла|файлов} с именем, которое не сохранить (конец строки, ? или \\\\)",
  "give the files plain names": "дайте файлам простые имена",
  "{0}, which {1} left, is a link or no file of its own": "{0}, что оставило {1}, — ссылка или не отдельный файл",
  "let it write a file of its own into {directory}": "пусть пишет отдельный файл в {directory}",
  "{0} ended well and left {1} empty": "{0} завершилось успешно, а {1} пуст",
  "try it by hand; in a pipe only the last program's end counts (set -o pipefail)":
    "попробуйте вручную; в конвейере считается лишь итог последней программы (set -o pipefail)",
  "{0}, which {1} left, is older than this backup": "{0}, что оставило {1}, старше этой копии",
  "let it make the file, and not copy one that was there (and cp without -p)":
    "пусть создаёт файл, а не копирует прежний (и cp без -p)",
  "{0} left {1} with {2} bytes, and the plan wants {3} at least": "{0}: в {1} байтов {2}, а план требует не меньше {3}",
  "look what is in it, or correct {0}.at-least": "посмотрите, что в нём, или исправьте {0}.at-least",
  "{0} of {1} {1:line|lines|lines} of {2} are not among what {3} printed":
    "{0} из {1} {1:строки|строк|строк} {2} нет в том, что напечатало {3}",
  "does the backup hold every table, and do both print the same lines for the same data?":
    "есть ли в копии все таблицы и печатают ли обе команды одни и те же строки для одних и тех же данных?",
  "{0} of {1} {1:line|lines|lines} of {2} are not as when the site closed, after {3} ended well":
    "{0} из {1} {1:строки|строк|строк} {2} не такие, как при закрытии сайта, хотя {3} завершилось успешно",
  "the services stay stopped; look at the database, then finish the way back (golive rollback)":
    "службы остаются остановленными; посмотрите базу, затем завершите возврат (golive rollback)",
  "{0} did not end within {1}, and was ended": "{0} не завершилось за {1} и было прервано",
  "try it by hand as that user; does it ask for a password? Or give it a longer {0}.timeout":
    "попробуйте вручную под этим пользователем; не спрашивает ли пароль? Или задайте {0}.timeout больше",
  "{0}: {1} is not there": "{0}: {1} нет",
  "{0}: {1} cannot be run by that user": "{0}: {1} этому пользователю не запустить",
  "put it there, executable (chmod 755), or correct {0}.run":
    "положите туда исполняемый файл (chmod 755) или исправьте {0}.run",
  "{0} printed more than can be read": "{0} напечатало больше, чем можно прочитать",
  "let it print one line a table": "пусть печатает по строке на таблицу",
  "try it by hand as that user": "попробуйте вручную под этим пользователем",
  "{0} printed something that is no text": "{0} напечатало не текст",
  "let it print plain lines and nothing else": "пусть печатает простые строки и ничего больше",
  "needs at least one file; a backup that leaves none is none":
    "нужен хотя бы один файл; копия, которая ничего не оставляет, — не копия",
  "{0} printed something else than one number of bytes above 0": "{0} напечатало не одно число байтов больше 0",
  "let it print the bytes as digits, and nothing else": "пусть печатает байты цифрами и ничего больше",
  "{0} printed no line of the database's state": "{0} не напечатало ни строки о состоянии базы",
  "let it print a line for each table, such as its name, its rows and a checksum":
    "пусть печатает строку на таблицу: имя, число строк, контрольную сумму",
  "there is no maintenance page: visitors see errors from the stop of the services, and are back as soon as the release is started, before it is verified":
    "страницы обслуживания нет: с остановки служб посетители видят ошибки, а возвращаются, как только релиз запущен, до его проверки",
  "no database is backed up, and none comes back": "ни одна база не копируется и не возвращается",
  "{0} is backed up and put back by commands of your own: what was written since the backup is not counted before a rollback is approved, only kept whole in a backup of its own; there is no copy to change places with, so the way back takes as long as the restore":
    "{0} копируется и возвращается вашими командами: записанное после копии перед одобрением отката не подсчитывается, а лишь сохраняется целиком в отдельной копии; копии для замены переименованием нет, поэтому возврат длится столько, сколько восстановление",
  "whether something writes while the site is closed, and whether the backup and the restored database hold what they should, is not looked at (no database.state)":
    "пишет ли что-то, пока сайт закрыт, и то ли хранят копия и восстановленная база, не проверяется (нет database.state)",
  "no rollback kept newer data": "ни один откат не сохранил более новых данных",
  "rows are not told apart with this engine: the newer data are kept whole in {0}":
    "с этим движком строки не различаются: более новые данные сохранены целиком в {0}",
  "restore it beside, by the program of database.restore and a database of another name, and compare there":
    "восстановите рядом программой из database.restore в базу с другим именем и сравните там",
  "The site is being closed: there is no page, visitors see errors once the services stop":
    "Сайт закрывается: страницы нет, с остановки служб посетители видят ошибки",
  "Proof from outside: visitors see errors, nothing answers for the site":
    "Проверка снаружи: посетители видят ошибки, за сайт ничто не отвечает",
  "The site is open to visitors, as it has been since the release was started":
    "Сайт открыт посетителям — уже с запуска релиза",
  "The site is open to visitors, as it has been since the services were started":
    "Сайт открыт посетителям — уже с запуска служб",
  "The database's commands are there, and tell its size": "Команды базы на месте и сообщают её размер",
  "There is room for the backup, and for one of what is newer":
    "Есть место для копии и для ещё одной — с более новыми данными",
  "Back the database up by its commands and prove it, by day": "Скопировать базу её командами и проверить копию — днём",
  "Back the database up by its command": "Скопировать базу её командой",
  "Proof of the backup by its command": "Проверка копии её командой",
  "Back up what is newer, before the database is put back": "Скопировать более новое, прежде чем база вернётся",
  "the command does not say which backup it is about": "команда не говорит, о какой копии речь",
  "put {directory} where it wants the folder": "поставьте {directory} туда, где ей нужна папка",
  "this is text for a shell, and no shell reads it": "это текст для оболочки, а оболочка его не читает",
  "write it as a list of words, one program; what needs a pipe goes into a script of its own (docs/databases.md)":
    "запишите списком слов, одну программу; то, чему нужен конвейер, — в отдельный скрипт (docs/databases.md)",
  "what is restored and tried the day before is PostgreSQL's, and the plan's engine is another":
    "накануне восстанавливается и пробуется только PostgreSQL, а движок в плане другой",
  "take it out; with engine: commands the day before backs up and proves by the plan's commands":
    "уберите; с engine: commands накануне делается и проверяется копия командами плана",
  "the release brings migrations, and no database would be backed up before them":
    "релиз приносит миграции, а перед ними не копировалась бы ни одна база",
  "name the database (engine: postgresql or commands), or take deploy.migrate out":
    "назовите базу (engine: postgresql или commands) или уберите deploy.migrate",
  "{0} {0:file|files|files}, {1}{2}": "{0} {0:файл|файла|файлов}, {1}{2}",
  "; whether something wrote meanwhile is not known (no database.state)":
    "; писало ли что-то тем временем, неизвестно (нет database.state)",
  "; the state was the same before it and after": "; состояние до неё и после одно и то же",
  "{0} {0:file|files|files}; manifest {1}": "{0} {0:файл|файла|файлов}; манифест {1}",
  "database.prove ended well; what it found is not compared (no database.state)":
    "database.prove завершилось успешно; найденное не сравнивается (нет database.state)",
  "{0} {0:line|lines|lines} of the state are the same": "{0} {0:строка|строки|строк} состояния те же",
  "{0} {0:file|files|files}, {1} in {2}, proof {3}{4}; database.restore is never run by day":
    "{0} {0:файл|файла|файлов}, {1} за {2}, проверка {3}{4}; database.restore днём не запускается",
  "; ⚠️ nothing is compared (no database.state)": "; ⚠️ ничего не сравнивается (нет database.state)",
  "; {0} {0:line|lines|lines} of the state are the same": "; {0} {0:строка|строки|строк} состояния те же",
  "; of {0} {0:line|lines|lines} of the state {1} differ, as people wrote meanwhile":
    "; из {0} {0:строки|строк|строк} состояния отличаются {1}: люди тем временем писали",
  "{0} prints {1} bytes, and the backup took {2}": "{0} печатает {1} байтов, а копия заняла {2}",
  "let it print how many bytes a backup takes at most": "пусть печатает, сколько байтов копия занимает самое большее",
  "{0}, by commands, {1}": "{0}, командами, {1}",
  "{0}: {1} is not there, or cannot be run by that user": "{0}: {1} нет, или этому пользователю его не запустить",
  "make room: the launch keeps a backup, and on the way back one more of what is newer":
    "освободите место: запуск хранит копию, а на обратном пути ещё одну, с более новым",
  "how much room is free for {0} cannot be read": "сколько места свободно для {0}, не прочитать",
  "look at df there": "посмотрите там df",
  "the database was being put back already": "базу уже возвращали",
  "could not be backed up once more ({0}); nobody could write since the site closed":
    "ещё раз скопировать не удалось ({0}); с закрытия сайта никто не мог писать",
  "newer data kept at {0}:{1} ({2} {2:file|files|files}, {3}, manifest {4})":
    "более новые данные сохранены в {0}:{1} ({2} {2:файл|файла|файлов}, {3}, манифест {4})",
  "no proved backup of this launch is on record": "проверенной копии этого запуска в журнале нет",
  "nothing was changed; restore from another backup by hand":
    "ничего не изменено; восстановите вручную из другой копии",
  "database.restore ended well; whether the database is as when the site closed is not known (no database.state)":
    "database.restore завершилось успешно; такая ли база, как при закрытии сайта, неизвестно (нет database.state)",
  "the database is as when the site closed: {0} {0:line|lines|lines} of the state are the same":
    "база такая же, как при закрытии сайта: {0} {0:строка|строки|строк} состояния те же",
  'How much was written since the site was closed for the backup is not known: the commands of the plan cannot count it, and that is not none. Before {0} is put back it is backed up once more, whole, into a folder of its own on the database host; the checklist names it ("newer data kept at"). After the rollback what is newer is there, and not in the database.':
    "Сколько записано с тех пор, как сайт закрылся для копии, неизвестно: команды плана этого не считают, и это не значит «ничего». Прежде чем {0} вернётся, она ещё раз копируется целиком в отдельную папку на хосте базы; чек-лист её называет («более новые данные сохранены в»). После отката более новое — там, а не в базе.",
  "How much was written since the backup is not known; it is backed up once more before the database is put back":
    "Сколько записано после копии, неизвестно; прежде чем база вернётся, она копируется ещё раз",
  // the preset of commands, and what is in a tag
  "needs at least one command": "нужна хотя бы одна команда",
  "let the build put the tag or the commit into what it makes, or take deploy.version out":
    "пусть сборка вписывает метку или коммит в то, что делает, или уберите deploy.version",
  "{0} printed nothing, so nobody knows what was built": "{0} ничего не вывел, так что неизвестно, что собрано",
  "{0} names neither {1} nor {2}: something else was built": "{0} не называет ни {1}, ни {2}: собрано что-то другое",
  "{0} made no {1}": "{0}: не сделано {1}",
  "the release has no {0}, which a command of the plan begins with":
    "в релизе нет {0}, с которого начинается команда плана",
  "commit it before the tag is made, name it under deploy.built, or correct the command's first word":
    "закоммитьте его до создания метки, впишите в deploy.built или исправьте первое слово команды",
  "{0}, which a command of the plan begins with, may not be executed":
    "{0}, с которого начинается команда плана, нельзя исполнить",
  "chmod +x it in the repository (git update-index --chmod=+x), and begin it with #!":
    "сделайте chmod +x в репозитории (git update-index --chmod=+x) и начните файл с #!",
  "is not a regular expression, or one that an empty line fits":
    "не регулярное выражение, или под него подходит пустая строка",
  "needs at least one exit code": "нужен хотя бы один код завершения",
  "it has to print lines of UTF-8; look at it by hand": "нужны строки в UTF-8; посмотрите вручную",
  "{0} printed nothing, so nobody knows what is pending": "{0} ничего не вывел, так что неизвестно, что не применено",
  "take lines: out if it prints the pending ones alone; else look at it by hand":
    "уберите lines:, если выводятся только неприменённые; иначе посмотрите вручную",
  "it must ask nobody; else give it a longer timeout:":
    "команда не должна никого спрашивать; иначе дайте ей больше времени: timeout:",
  "{0}: there is no such program": "{0}: такой программы нет",
  "correct its first word: a path inside the release, or a program of the host":
    "исправьте её первое слово: путь внутри релиза или программа хоста",
  "{0} may not be executed": "{0} нельзя исполнить",
  "try it by hand in the release's directory": "попробуйте вручную в каталоге релиза",
  "commit it before the tag is made; npm init writes one": "закоммитьте его до создания метки; его пишет npm init",
  "the release has no package.json": "в релизе нет package.json",
  "the release's package.json is no JSON": "package.json релиза — не JSON",
  'deploy.build is true, and the release\'s package.json has no script "build"':
    "deploy.build включён, а в package.json релиза нет скрипта «build»",
  "take deploy.build out: then it is built where there is such a script":
    "уберите deploy.build: тогда сборка идёт там, где такой скрипт есть",
  "the release has no lock file ({0})": "в релизе нет lock-файла ({0})",
  "commit it: without one each host would install something else":
    "закоммитьте его: без него каждый хост установит своё",
  "the release has lock files of several package managers: {0}":
    "в релизе lock-файлы нескольких менеджеров пакетов: {0}",
  "remove those that are not used, or say which counts: deploy.manager":
    "удалите лишние или укажите нужный: deploy.manager",
  "Yarn would install the release without node_modules (Plug'n'Play), which this preset does not serve":
    "Yarn установил бы релиз без node_modules (Plug'n'Play), этот пресет такого не умеет",
  "set nodeLinker: node-modules in .yarnrc.yml, or use preset: commands":
    "поставьте nodeLinker: node-modules в .yarnrc.yml или возьмите preset: commands",
  "the release has no {0}, and no poetry.lock or uv.lock": "в релизе нет ни {0}, ни poetry.lock, ни uv.lock",
  "commit one before the tag is made, or correct deploy.requirements":
    "закоммитьте один из них до создания метки или исправьте deploy.requirements",
  "commit it before the tag is made, or correct the plan": "закоммитьте его до создания метки или исправьте план",
  "the release has no {0}": "в релизе нет {0}",
  "the repository has {0}, and {1} is removed before the build":
    "в репозитории есть {0}, а {1} удаляется перед сборкой",
  "name in deploy.built only files and folders that the build makes":
    "называйте в deploy.built только файлы и папки, которые делает сборка",
  "{0} is a submodule, and .gitmodules does not say where it comes from":
    "{0} — подмодуль, а .gitmodules не говорит, откуда он",
  "add it with git submodule add, or take it out of the repository (git rm --cached)":
    "добавьте его через git submodule add или уберите из репозитория (git rm --cached)",
  "read what is in {0}": "прочитать, что есть в {0}",
  '"{0}" begins with a setting, and no shell is there to set it':
    "«{0}» начинается с переменной, а оболочки, которая её задаст, нет",
  "put it under deploy.env": "впишите её в deploy.env",
  '"{0}" leads out of the release': "«{0}» ведёт наружу релиза",
  "name a path inside the release, or a program of the host": "назовите путь внутри релиза или программу хоста",
  '"{0}" holds a NUL': "в «{0}» есть NUL",
  '"{0}" is text for a shell, and none reads it': "«{0}» — текст для оболочки, а её здесь нет",
  "write each word by itself ([bin/build, --all]); for more than one program write a script of the release":
    "пишите каждое слово отдельно ([bin/build, --all]); для нескольких программ напишите скрипт в релизе",
  '"{0}" is the release itself, and what is built is removed before the build':
    "«{0}» — сам релиз, а собранное удаляется перед сборкой",
  "name the file or folder that the build makes": "назовите файл или папку, которые делает сборка",
  '"{0}" and "{1}" of deploy.shared overlap, and what is built is removed before the build':
    "«{0}» и «{1}» из deploy.shared пересекаются, а собранное удаляется перед сборкой",
  "name what the build makes more closely": "назовите точнее, что делает сборка",
  "look what is changed in {0}": "посмотреть, что изменено в {0}",
  "note what the build changed": "записать, что изменила сборка",
  "put aside what the build changed": "отложить то, что изменила сборка",
  "give back what the build had changed": "вернуть то, что изменила сборка",
  "update submodules in {0}": "обновить подмодули в {0}",
  "fetch submodules and LFS files of {0}": "получить подмодули и файлы LFS для {0}",
  "files of Git LFS could not be fetched: {0}": "файлы Git LFS не получить: {0}",
  "try git lfs pull there by hand": "попробуйте там git lfs pull вручную",
  "submodules could not be updated: {0}": "подмодули не обновить: {0}",
  "try git submodule update --init --recursive there by hand; the host has to reach their repositories":
    "попробуйте там git submodule update --init --recursive вручную; хост должен достучаться до их репозиториев",
  "look at submodules in {0}": "посмотреть подмодули в {0}",
  "; the build changes {0} tracked {0:file|files|files}: {1}{2}":
    "; сборка меняет {0} {0:файл|файла|файлов} под git: {1}{2}",
  "{0} could not be read: {1}": "{0} не прочитать: {1}",
  "the release has files of Git LFS, and git is not set up for it":
    "в релизе есть файлы Git LFS, а git под это не настроен",
  'run git lfs install there as the user that deploys (git config lfs.fetchexclude "*" where the service needs none of them)':
    'выполните там git lfs install от пользователя деплоя (git config lfs.fetchexclude "*", если сервису они не нужны)',
  // asking the service as it is, and the watch
  "must begin with / and hold no space": "должен начинаться с / и быть без пробелов",
  "needs at least one path": "нужен хотя бы один путь",
  "it answered {0} before the page went up; where the release means it, say so with site.status":
    "до страницы обслуживания он отвечал {0}; если релиз меняет это намеренно, скажите это в site.status",
  "the plan wants {0} (site.status)": "план ждёт {0} (site.status)",
  "no host is named that sends the canary, and the runner cannot send it as the site":
    "не назван хост, который отправляет пробный запрос, а исполнитель не может отправить его от имени сайта",
  "add from: with a host, or take `as-site:` out": "добавьте from: с хостом или уберите `as-site:`",
  "the header {0} is named twice": "заголовок {0} назван дважды",
  "the header {0} belongs to whoever speaks HTTP, not to the plan":
    "заголовком {0} распоряжается тот, кто говорит по HTTP, а не план",
  "the header {0} would hold a secret in the plan": "в заголовке {0} в плане лежал бы секрет",
  "name the setting that holds it under `auth:`, with `from:`": "назовите настройку с ним в `auth:`, вместе с `from:`",
  "what visitors see needs no key; take it out": "тому, что видят посетители, ключ не нужен; уберите его",
  "{0}: could not be asked for, {1} {1:time|times|times} in a row": "{0}: не узнать, уже {1} {1:раз|раза|раз} подряд",
  "Reconcile what machines called in vain while the site was closed":
    "Сверить то, с чем машины звали напрасно, пока сайт был закрыт",
  "Paths that machines call stay open beside the page":
    "Пути, по которым зовут машины, открыты и при странице обслуживания",
  "must be 1 to 2000 characters of ASCII, and no control character":
    "должен быть из 1–2000 знаков ASCII, без управляющих",
  "is not a regular expression": "не регулярное выражение",
  "needs one of url and file": "нужен один из ключей url и file",
  "needs one of json, text and header at most": "нужен не более чем один из ключей json, text и header",
  "has a header, and a file has none": "называет заголовок, а у файла его нет",
  "{0} does not answer ({1})": "{0} не отвечает ({1})",
  "{0} sends no header {1}": "{0} не присылает заголовка {1}",
  "{0} cannot be read": "{0} не прочитать",
  "{0} holds nothing like {1}": "в {0} нет ничего похожего на {1}",
  "{0} is empty": "{0} пуст",
  "⚠ not open: {0}. Reconcile since {1}": "⚠ не открыто: {0}. Сверить начиная с {1}",
  "all of them stayed open": "все они оставались открыты",
  "⚠ left to do by people: {0}, from {1} to {2}": "⚠ остаётся людям: {0}, с {1} до {2}",
  "the address holds a login, and there is a key for it as well": "в адресе есть логин, а для него назван ещё и ключ",
  "take the login out of the address": "уберите логин из адреса",
  "this address is the site's own, so it is asked as the site anyway":
    "это адрес самого сайта, его и так спрашивают как сайт",
  "take `as-site:` out": "уберите `as-site:`",
  "this is more than counters that are added or taken away, so an exporter that misses one scrape would look like errors":
    "это больше, чем сумма и разность счётчиков: экспортёр, с которого раз не сняли показаний, выглядел бы как ошибки",
  "write sums of counters, and no rate() or increase(): sum(a{…}) - sum(b{…}); the watch takes the increase itself":
    "напишите суммы счётчиков, без rate() и increase(): sum(a{…}) - sum(b{…}); прирост наблюдение считает само",
  "{0} has no release that a file could be read of": "на {0} нет релиза, файл которого можно было бы прочитать",
  "name under health.hosts only hosts of the deploy ({0}), or a page instead of the file":
    "назовите в health.hosts только хосты выкладки ({0}) или страницу вместо файла",
  "this is the page by which the site is seen to be closed": "по этой странице видно, что сайт закрыт",
  "take it out, or name another page as site.url": "уберите её или назовите в site.url другую страницу",
  "{0} is named twice, or leads to another site": "{0} назван дважды или ведёт на другой сайт",
  "name each path of the site once": "назовите каждый путь сайта один раз",
  "{0} should stay open at night, and by day one gets {1}": "{0}: ночью это должно быть открыто, а днём приходит: {1}",
  "correct the path or its status under load-balancer.open-paths, or mend what serves it":
    "исправьте путь или его статус в load-balancer.open-paths или почините то, что по нему отвечает",
  "the watch sees {0}": "наблюдение видит: {0}",
  "⚠ the plan wants {0} (site.status) once the release is there": "⚠ с новым релизом план ждёт {0} (site.status)",
  "⚠ not passed by what runs now either, so the release has to bring it: {0}":
    "⚠ то, что работает сейчас, этого тоже не проходит, так что это должен принести релиз: {0}",
  "⚠ no version is told today ({0}); the release has to bring it":
    "⚠ сегодня версию не узнать ({0}); её должен принести релиз",
  "{0} does not hold the text that the watch looks for": "в {0} нет текста, который ищет наблюдение",
  "{0}: the watch gets {1}, and would call every visitor's request bad":
    "{0}: наблюдение получает: {1}; плохим оно назвало бы каждый запрос посетителей",
  "correct it under watch.probes; for a page that only the release brings, `new: true`":
    "исправьте это в watch.probes; для страницы, которую приносит только релиз, — `new: true`",
  "the watch cannot ask for its metrics: {0}": "наблюдение не может спросить свои метрики: {0}",
  "correct watch.prometheus, or what it asks; without it nobody would see errors after the opening":
    "исправьте watch.prometheus или то, что оно спрашивает; без него никто не увидел бы ошибок после открытия",
  "metrics of {0} {0:exporter|exporters|exporters}": "метрики {0} {0:экспортёра|экспортёров|экспортёров}",
  "⚠ watch.prometheus.{0} has no series; does the release bring its metrics?":
    "⚠ у watch.prometheus.{0} нет рядов; свои метрики приносит релиз?",
  "People do what is theirs the day before": "Люди делают своё накануне",
  "People do what is theirs before the site closes": "Люди делают своё до закрытия сайта",
  "People do what needs a closed site": "Люди делают то, для чего сайт должен быть закрыт",
  "People do what is theirs once the site is open": "Люди делают своё после открытия сайта",
  "People do what is theirs on the way back": "Люди делают своё при откате",
  "must be a GitHub login with @, or a role of people": "должно быть логином GitHub с @ или ролью из people",
  "is longer than people read at night": "длиннее, чем читают ночью",
  "are more than people do in a night": "больше, чем люди успеют за ночь",
  "People could not be asked for what is theirs on the way back: {0}":
    "Не удалось попросить людей сделать своё при откате: {0}",
  "tick it once it is done, and start the workflow Roll back again: it goes on from here":
    "отметьте, когда сделаете, и запустите Roll back ещё раз: откат продолжится отсюда",
  "{0} of {1} are done": "сделано {0} из {1}",
  "GitHub was gone, so nobody could be asked; {0} was told at the keyboard":
    "GitHub был недоступен, спросить было некого; за клавиатурой об этом узнал {0}",
  "People do this on the way back, and golive cannot ask them: {0}: {1}":
    "При откате это делают люди, а спросить их golive не может: {0}: {1}",
  "What people do once the site is open could not be asked for: {0}":
    "Не удалось попросить о том, что люди делают после открытия сайта: {0}",
  "the site was not closed; start the launch again once it is done":
    "сайт не закрывали; запустите ещё раз, когда это сделают",
  "{0} says that it could not be done{1}": "{0} говорит, что сделать не вышло{1}",
  "nobody said within {0} that it is done": "за {0} никто не сказал, что это сделано",
  "nobody said that it is done": "никто не сказал, что это сделано",
  'id "{0}" is a scenario\'s as well': "id «{0}» есть и у сценария",
  "give the step another: a comment names either of them by its id alone":
    "дайте шагу другой: в комментарии и то и другое называют только по id",
  'the way back waits for "{0}", and nobody but {1} could say that it is done':
    "откат ждёт «{0}», а сказать, что это сделано, может только {1}",
  'name a second owner or a substitute, or who decides instead: verify.ask: {who: ["@login"]}':
    'назовите второго ответственного или заместителя, либо того, кто решает: verify.ask: {who: ["@login"]}',
  '"{0}" is no role of people': "роли «{0}» в people нет",
  "a login is written with @ ({0}); a role is mapped to logins under people, on the default branch":
    "логин пишут с @ ({0}); роль сопоставляют с логинами в people, в основной ветке",
  "no window opens within a year": "в ближайший год окно не открывается",
  "leave days out of window.not-on, or add some to window.days":
    "уберите дни из window.not-on или добавьте в window.days",
  "is not a date; write 2026-12-31 or 2026-12-28..2027-01-08":
    "не дата; напишите 2026-12-31 или 2026-12-28..2027-01-08",
  "needs at least one day": "нужен хотя бы один день",
  '"{0}" is not a date': "«{0}» — не дата",
  "write it as 2026-12-31, or leave it empty for the next window":
    "напишите как 2026-12-31 или оставьте пустым: возьмётся следующее окно",
  "a comment approved this launch for its own date": "комментарий согласовал этот запуск на его собственную дату",
  "leave it empty; or start a new launch for that date, so that an approver sees it":
    "оставьте пустым; или начните новый запуск на эту дату, чтобы её увидел согласующий",
  "its window is over since {0}; start the launch again": "его окно закончилось ({0}); начните запуск заново",
  "The window may open on that day": "В этот день окно может открыться",
  "the clocks skip the window on {0}": "часы перескакивают окно {0}",
  "{0} falls on {1}, and window.days has {2} only": "{0} — это {1}, а в window.days только {2}",
  "the window of {0} touches {1}, which window.not-on leaves out ({2})":
    "окно {0} задевает {1}, а window.not-on это исключает ({2})",
  "the window of {0} is over since {1}": "окно {0} закончилось: {1}",
  "{0} is more than a year away": "до {0} больше года",
  "the next window is {0}: {1}; leave it empty for that": "следующее окно — {0}: {1}; для него оставьте пустым",
  "the job that would wait {0} for it ends before that": "задание, которое ждало бы этого {0}, закончится раньше",
  "make it at most {0}": "сделайте не больше {0}",
};
