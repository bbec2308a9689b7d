# What an administrator has at hand for a release: one script, sent to the server by ssh (`ssh server sh -s -- … < deploy.sh`).
# Steps as golive's plan has them. Whatever fails leaves the maintenance page up.
set -eu
tag=$1 live=$2 flag=$3 supervisor=$4 unit=$5 env_file=$6 app=$7 dump=$8 host=$9
shift 9
port=$1 user=$2 database=$3 passfile=$4

echo "deploy of $tag" > "$flag"
supervisorctl -c "$supervisor" stop "$unit" > /dev/null
PGPASSFILE=$passfile pg_dump --no-password -h "$host" -p "$port" -U "$user" -Fc -f "$dump" "$database"

cd "$live"
git fetch --quiet origin "refs/tags/$tag:refs/tags/$tag"
git checkout --quiet --detach "$tag"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements.txt
export ENV_FILE="$env_file"
.venv/bin/python manage.py migrate --noinput --verbosity 0
.venv/bin/python manage.py check > /dev/null
.venv/bin/python manage.py collectstatic --noinput --verbosity 0
supervisorctl -c "$supervisor" start "$unit" > /dev/null

tries=0
until curl -fsS --max-time 5 "$app/health/" > /dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "not healthy" >&2; exit 1; }
  sleep 0.1
done
curl -fsS --max-time 5 "$app/version/" | grep -qF "\"$tag\""
BASE_URL=$app PYTHONDONTWRITEBYTECODE=1 .venv/bin/python -m pytest -q -p no:cacheprovider smoke > /dev/null

rm -f "$flag"
