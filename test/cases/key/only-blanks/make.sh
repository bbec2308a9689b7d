printf ' \t\r\n  \n' > secret
: > authorized
