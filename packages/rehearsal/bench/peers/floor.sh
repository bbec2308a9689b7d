# Not a way to deploy: all that can be done beforehand is done in place while the old release runs, there is no backup,
# and nothing is proved. What is left between the page and the smoke tests is what no way of deploying can leave out.
set -eu
tag=$1 live=$2 flag=$3 supervisor=$4 unit=$5 env_file=$6 app=$7

cd "$live"
git fetch --quiet --force origin "+refs/tags/$tag:refs/tags/$tag"
git checkout --quiet --detach "$tag"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements.txt
export ENV_FILE="$env_file"
.venv/bin/python manage.py collectstatic --noinput --verbosity 0
.venv/bin/python manage.py check > /dev/null

echo "deploy of $tag" > "$flag"
supervisorctl -c "$supervisor" stop "$unit" > /dev/null
.venv/bin/python manage.py migrate --noinput --verbosity 0
supervisorctl -c "$supervisor" start "$unit" > /dev/null
until curl -fsS --max-time 5 "$app/health/" > /dev/null 2>&1; do sleep 0.1; done
BASE_URL=$app PYTHONDONTWRITEBYTECODE=1 .venv/bin/python -m pytest -q -p no:cacheprovider smoke > /dev/null
rm -f "$flag"
