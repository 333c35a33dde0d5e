# The program as an image: docker build -t licence-ledger .
# Runs without root and on a read-only root file system:
#   docker run --rm --read-only --user "$(id -u):$(id -g)" -v "$PWD:/ledgers" licence-ledger check
FROM node:24.21.0-alpine AS build
WORKDIR /source
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm run build \
 && npm pack --ignore-scripts --pack-destination /tmp \
 && mkdir /program \
 && tar -xzf /tmp/*.tgz -C /program --strip-components 1

FROM node:24.21.0-alpine
# For --since, diff, log and pack. A mounted repository belongs to whoever runs the image.
RUN apk add --no-cache git \
 && git config --system --add safe.directory '*' \
 && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn*
COPY --from=build /program /program
RUN ln -s /program/bin/ledger.js /usr/local/bin/ledger
USER node
WORKDIR /ledgers
ENTRYPOINT ["ledger"]
CMD ["check"]
