#!/bin/sh
# Starts Payara as the container's first process and deploys the application.
set -eu

home=/opt/stoa
for name in STOA_DATABASE_URL STOA_DATABASE_PASSWORD STOA_DATABASE_OWNER_PASSWORD \
  STOA_REDIS_URL STOA_TOKEN_KEY STOA_SMTP_HOST; do
  eval "value=\${$name:-}"
  if [ -z "$value" ]; then
    echo "Set $name: the server does not start without it." >&2
    exit 1
  fi
done

umask 077
passwords=$home/passwords
if [ ! -f "$passwords" ]; then
  new=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')
  printf 'AS_ADMIN_PASSWORD=build\nAS_ADMIN_NEWPASSWORD=%s\n' "$new" > "$passwords.new"
  "$home/payara6/bin/asadmin" --user admin --passwordfile "$passwords.new" \
    change-admin-password --domain_name stoa --domaindir "$home/domains"
  rm "$passwords.new"
  printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=changeit\n' "$new" > "$passwords"
fi
printf 'deploy --force=true --name stoa %s/stoa.ear\n' "$home" > "$home/after-start.asadmin"

# Payara's own client says how to start the server; this shell becomes it.
"$home/payara6/bin/asadmin" --passwordfile "$passwords" start-domain --dry-run \
  --postbootcommandfile "$home/after-start.asadmin" --domaindir "$home/domains" stoa > "$home/command"
set --
while IFS= read -r argument; do
  set -- "$@" "$argument"
done <<ARGUMENTS
$(sed -e '1,/^Dump of JVM/d' -e '/^$/,$d' "$home/command")
ARGUMENTS
printf 'AS_ADMIN_MASTERPASSWORD=changeit\n' > "$home/master"
# shellcheck disable=SC2086
exec "$@" < "$home/master"
