#!/bin/sh
# Makes the domain of the image from the same asadmin file as ./stoa up. The passwords are of no use
# to anybody: start.sh sets new ones, and administration answers inside the container only.
set -eu

home=/opt/stoa
asadmin() {
  "$home/payara6/bin/asadmin" --user admin --passwordfile "$home/passwords" --port "$STOA_ADMIN_PORT" "$@"
}

printf 'AS_ADMIN_PASSWORD=build\nAS_ADMIN_MASTERPASSWORD=changeit\n' > "$home/passwords"
asadmin create-domain --domaindir "$home/domains" --checkports=false \
  --domainproperties "domain.adminPort=$STOA_ADMIN_PORT:domain.instancePort=$STOA_HTTP_PORT" stoa
cp "$home"/drivers/*.jar "$home/domains/stoa/lib/"
rm -rf "$home"/domains/stoa/docroot/*

asadmin start-domain --domaindir "$home/domains" stoa
asadmin multimode --file "$home/stoa.asadmin" > "$home/made.log" 2>&1 || true
asadmin stop-domain --domaindir "$home/domains" stoa

cat "$home/made.log"
if grep -Eq '^Command [^ ]+ failed' "$home/made.log"; then
  echo "The server refused a part of stoa.asadmin: see above." >&2
  exit 1
fi

# In a container the log goes to the console, one JSON object per line.
sed -i \
  -e 's/^\(java.util.logging.ConsoleHandler.level\)=.*/\1=ALL/' \
  -e 's/^\(java.util.logging.ConsoleHandler.formatter\)=.*/\1=fish.payara.enterprise.server.logging.JSONLogFormatter/' \
  -e 's/^\(com.sun.enterprise.server.logging.GFFileHandler.logtoFile\)=.*/\1=false/' \
  "$home/domains/stoa/config/logging.properties"
rm -rf "$home/domains/stoa/logs" "$home/made.log" "$home/passwords"
mkdir "$home/domains/stoa/logs"
