// Closed lists of words that programs put into their messages and that are never anyone's data.

/** Programs whose names may be told, whatever command printed them. */
export const programs: ReadonlySet<string> = new Set(
  (
    "psql pg_dump pg_dumpall pg_restore pg_ctl pg_basebackup pg_isready createdb dropdb postgres initdb vacuumdb " +
    "pgbackrest pgbouncer git pip pip3 uv poetry pipenv python python3 pytest gunicorn uvicorn celery daphne " +
    "alembic flask django-admin manage.py node npm npx yarn pnpm knex prisma ruby bundle rails rake php composer " +
    "artisan java go dotnet sh bash dash env sudo su runuser doas timeout flock nice ionice nsenter unshare " +
    "mount umount curl wget ssh scp sftp rsync kex_exchange_identification cp mv mkdir rmdir rm ln ls df du cat " +
    "chmod chown sync xargs find sha256sum sort head tail tee touch stat readlink realpath mktemp sed awk gawk " +
    "mawk grep tar gzip gunzip zstd xz bzip2 age gpg openssl systemctl systemd-run journalctl loginctl " +
    "supervisorctl nginx haproxy caddy apache2 httpd socat nc nsupdate dig certbot acme.sh docker docker-compose " +
    "podman crontab redis-cli mysql mysqldump mariadb mariadb-dump sqlite3 mongodump restic borg make cargo"
  ).split(" "),
);

/** What the C library says of a failed call, in English and as glibc puts it in Russian. */
export const systemErrors: Readonly<Record<string, string>> = {
  "Operation not permitted": "Операция не позволена",
  "No such file or directory": "Нет такого файла или каталога",
  "No such process": "Нет такого процесса",
  "Interrupted system call": "Прерванный системный вызов",
  "Input/output error": "Ошибка ввода/вывода",
  "No such device or address": "Нет такого устройства или адреса",
  "Argument list too long": "Слишком длинный список аргументов",
  "Exec format error": "Ошибка формата выполняемого файла",
  "Bad file descriptor": "Неправильный дескриптор файла",
  "Resource temporarily unavailable": "Ресурс временно недоступен",
  "Cannot allocate memory": "Невозможно выделить память",
  "Permission denied": "Отказано в доступе",
  "Device or resource busy": "Устройство или ресурс занято",
  "File exists": "Файл существует",
  "Invalid cross-device link": "Недопустимая ссылка между устройствами",
  "Not a directory": "Это не каталог",
  "Is a directory": "Это каталог",
  "Invalid argument": "Недопустимый аргумент",
  "Too many open files": "Слишком много открытых файлов",
  "Text file busy": "Текстовый файл занят",
  "File too large": "Файл слишком велик",
  "No space left on device": "На устройстве не осталось свободного места",
  "Disk quota exceeded": "Превышена дисковая квота",
  "Read-only file system": "Файловая система доступна только для чтения",
  "Broken pipe": "Обрыв канала",
  "File name too long": "Слишком длинное имя файла",
  "Directory not empty": "Каталог не пуст",
  "Too many levels of symbolic links": "Слишком много уровней символьных ссылок",
  "Connection refused": "В соединении отказано",
  "Connection reset by peer": "Соединение разорвано другой стороной",
  "Connection timed out": "Время ожидания соединения истекло",
  "No route to host": "Нет маршрута до узла",
  "Network is unreachable": "Сеть недоступна",
  "Address already in use": "Адрес уже используется",
  "Cannot assign requested address": "Невозможно назначить запрошенный адрес",
  "Transport endpoint is not connected": "Конечная точка передачи не подсоединена",
  "Stale file handle": "Устаревший дескриптор файла",
  "command not found": "команда не найдена",
  "not found": "не найден",
  "Name or service not known": "Имя или служба не известны",
  "Temporary failure in name resolution": "Временный сбой в разрешении имен",
  Success: "Успех",
};

/** Types of PostgreSQL as its messages spell them. */
export const sqlTypes: ReadonlySet<string> = new Set(
  (
    "smallint|integer|bigint|numeric|real|double precision|money|boolean|date|time|time without time zone|" +
    "time with time zone|timestamp|timestamp without time zone|timestamp with time zone|interval|text|character|" +
    "character varying|bytea|uuid|json|jsonb|xml|inet|cidr|macaddr|bit|bit varying|oid|regclass|tsvector|tsquery|" +
    "point|box|path|polygon|circle|hstore|citext|array|name|int2vector|pg_lsn"
  ).split("|"),
);

/** Statements as PostgreSQL names them. */
export const sqlCommands: ReadonlySet<string> = new Set(
  (
    "SELECT|INSERT|UPDATE|DELETE|MERGE|COPY|COPY FROM|COPY TO|TRUNCATE|TRUNCATE TABLE|CREATE TABLE|CREATE INDEX|" +
    "CREATE INDEX CONCURRENTLY|CREATE DATABASE|DROP DATABASE|ALTER DATABASE|CREATE TABLE AS|DROP TABLE|" +
    "ALTER TABLE|CREATE EXTENSION|ALTER TYPE|ALTER TYPE ... ADD|VACUUM|ANALYZE|REINDEX|LOCK TABLE|" +
    "REFRESH MATERIALIZED VIEW|CREATE ROLE|ALTER ROLE|GRANT|REVOKE|nextval()|setval()"
  ).split("|"),
);

const pythonBuiltins =
  "BaseException Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError " +
  "BufferError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError " +
  "ConnectionResetError EOFError FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError " +
  "ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt " +
  "LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError " +
  "OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError StopIteration " +
  "SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError " +
  "UnicodeEncodeError UnicodeError ValueError ZeroDivisionError DeprecationWarning UserWarning RuntimeWarning " +
  "FutureWarning PendingDeprecationWarning SyntaxWarning ResourceWarning CalledProcessError TimeoutExpired " +
  "JSONDecodeError SSLError SSLCertVerificationError HTTPError URLError gaierror";

const pythonLibraries =
  "CommandError ImproperlyConfigured OperationalError ProgrammingError IntegrityError DataError DatabaseError " +
  "InterfaceError InternalError NotSupportedError CircularDependencyError NodeNotFoundError " +
  "InconsistentMigrationHistory AppRegistryNotReady FieldError FieldDoesNotExist ObjectDoesNotExist DoesNotExist " +
  "MultipleObjectsReturned ValidationError SuspiciousOperation DisallowedHost TemplateDoesNotExist " +
  "TemplateSyntaxError InvalidBasesError AmbiguityError IrreversibleError BadMigrationError NoReverseMatch " +
  "SystemCheckError PermissionDenied ConnectTimeout ReadTimeout RequestException MissingSchema InvalidURL " +
  "MaxRetryError NewConnectionError ProtocolError RedisError ResponseError BusyLoadingError CompileError " +
  "ArgumentError NoSuchTableError UnboundExecutionError StatementError ResourceClosedError ClientError " +
  "NoCredentialsError EndpointConnectionError BotoCoreError NotRegistered WorkerLostError TimeLimitExceeded " +
  "UsageError InvalidRequestError IdentifierError RevisionError MultipleHeads ResolutionImpossible " +
  "InvalidRequirement InvalidVersion AppImportError UndefinedTable UndefinedColumn CollectError " +
  "ConftestImportFailure PyprojectError SetupError Failed OfflineGenerationError Error";

const otherLanguages =
  "RangeError URIError EvalError AggregateError AbortError DOMException KnexTimeoutError " +
  "PrismaClientKnownRequestError PrismaClientInitializationError PrismaClientUnknownRequestError " +
  "MongoServerError SequelizeDatabaseError SequelizeConnectionError SequelizeUniqueConstraintError " +
  "SequelizeValidationError QueryFailedError EntityNotFoundError NoMethodError StandardError LoadError " +
  "ScriptError StatementInvalid RecordInvalid RecordNotFound RecordNotUnique NotNullViolation " +
  "PendingMigrationError NoDatabaseError ConnectionNotEstablished ConnectionNotDefined GemNotFound PDOException " +
  "QueryException ErrorException ParseError ArgumentCountError LogicException RuntimeException " +
  "InvalidArgumentException NullPointerException IllegalStateException IllegalArgumentException " +
  "ClassNotFoundException NoClassDefFoundError NoSuchMethodError SQLException PSQLException FlywayException " +
  "FlywayValidateException FlywaySqlException LiquibaseException OutOfMemoryError StackOverflowError IOException " +
  "FileNotFoundException ConnectException UnknownHostException BeanCreationException BindException " +
  "DbUpdateException NpgsqlException PostgresException InvalidOperationException TypeInitializationException " +
  "ArgumentException NullReferenceException";

/** Classes of exceptions of languages and libraries. One of the release's own is known from its tree. */
export const exceptions: ReadonlySet<string> = new Set(
  `${pythonBuiltins} ${pythonLibraries} ${otherLanguages}`.split(" "),
);

/** Packages that classes of exceptions stand in. */
export const exceptionPackages: ReadonlySet<string> = new Set(
  (
    "django core db utils management base exceptions errors psycopg psycopg2 sqlalchemy exc orm alembic util " +
    "redis celery requests urllib3 botocore json decoder yaml pytest asyncpg asyncio subprocess socket ssl " +
    "builtins migrations loader graph python_errors connection ActiveRecord ActionController ActiveModel Bundler " +
    "Gem PG Errno Illuminate Database java lang sql io net util org postgresql flywaydb springframework " +
    "hibernate System Npgsql Microsoft EntityFrameworkCore gunicorn http client pip _internal template " +
    "compressor offline rest_framework whitenoise"
  ).split(" "),
);

/** The same by the names that C, Node and Go have for them. */
export const errorCodes: ReadonlySet<string> = new Set(
  (
    "EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF EAGAIN ENOMEM EACCES EFAULT EBUSY EEXIST EXDEV " +
    "ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ETXTBSY EFBIG ENOSPC EROFS EMLINK EPIPE ENAMETOOLONG ENOTEMPTY " +
    "ELOOP EPROTO EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ECONNABORTED ECONNRESET ENOTCONN ETIMEDOUT " +
    "ECONNREFUSED EHOSTDOWN EHOSTUNREACH EDQUOT ENOTFOUND EAI_AGAIN"
  ).split(" "),
);
