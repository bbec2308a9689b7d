: > secret
: > authorized
