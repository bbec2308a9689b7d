# Whether every submodule stands where the commit says. $1 the checkout.
cd -- "$1" && ! git submodule status --recursive | grep -q '^[-+U]'
