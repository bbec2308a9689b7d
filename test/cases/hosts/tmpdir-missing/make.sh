echo 'TMPDIR=/srv/no-such-tmp' > env
