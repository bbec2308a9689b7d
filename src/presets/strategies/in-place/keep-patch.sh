# What the launch's own steps changed, as a patch in .git; a first one stays. $1 the checkout, $2 the patch's name.
f=$1/.git/$2; [ -e "$f" ] || { git -C "$1" diff --binary --output="$f.part" HEAD && mv -- "$f.part" "$f"; }
