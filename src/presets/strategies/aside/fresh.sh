# What is built there is run: nobody else may put something else in its place meanwhile.
fresh() { make_safe "$(dirname -- "$1")" && rm -rf -- "$1" && mkdir -m 700 -- "$1" && safe_way "$1"; }
