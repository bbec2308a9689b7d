# What each target starts, in a line. The arguments are targets.
for u; do
  printf '%s ' "$u"
  LC_ALL=C systemctl show --property=Wants,Requires,BindsTo,Upholds,ConsistsOf --value -- "$u" | tr '\n' ' '
  echo
done
