# syntax=docker/dockerfile:1
# Everything is built inside: a Docker user needs neither Node nor Go. Package files come first, so that an edit of the
# code builds again in seconds; the plan, dashboards and scripts are in no image.

# The manifests of all workspaces, whichever there are: an edit of the code leaves them as they were.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS manifests
WORKDIR /cellthread
COPY . .
RUN mkdir /manifests && find . -name package.json -exec cp --parents {} /manifests ';' \
    && cp package-lock.json .npmrc /manifests && chmod -R a+rX /manifests

FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS packages
WORKDIR /cellthread
COPY --from=manifests /manifests ./

FROM packages AS plugins
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY packages packages
COPY plugins/panel plugins/panel
COPY plugins/datasource/cells/.config plugins/datasource/cells/.config
COPY plugins/datasource/cells/src plugins/datasource/cells/src
COPY plugins/datasource/cells/CHANGELOG.md plugins/datasource/cells/LICENSE plugins/datasource/cells/README.md plugins/datasource/cells/
RUN node packages/plugin-config/build.mjs
RUN set -e; mkdir /plugins; for dist in plugins/*/*/dist; do \
    id=$(node -p "require('./$dist/plugin.json').id"); cp -R "$dist" "/plugins/$id"; done; chmod -R a+rX /plugins

FROM --platform=$BUILDPLATFORM golang:1.26-bookworm AS backend
ARG TARGETOS TARGETARCH
WORKDIR /cellthread
ENV GOMODCACHE=/cache/mod GOCACHE=/cache/build
COPY plugins/datasource/cells/go.mod plugins/datasource/cells/go.sum ./
RUN --mount=type=cache,target=/cache go mod download
COPY plugins/datasource/cells/pkg pkg
RUN --mount=type=cache,target=/cache CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags '-w -s' -o /out/gpx_cells_${TARGETOS}_${TARGETARCH} ./pkg && chmod 755 /out/*

FROM backend AS keeper-program
ARG TARGETOS TARGETARCH
COPY plugins/datasource/cells/cmd/keeper cmd/keeper
RUN --mount=type=cache,target=/cache CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags '-w -s' -o /keeper/cellthread-keeper ./cmd/keeper

# The program alone: it needs nothing else, and no rights.
FROM scratch AS keeper
COPY --from=keeper-program /keeper/cellthread-keeper /cellthread-keeper
USER 65532:65532
ENTRYPOINT ["/cellthread-keeper"]

# The simulated line and the command line tool (secrets, database, control plan, replay), for the machine that runs them.
FROM packages AS tool-packages
FROM node:22-bookworm-slim AS tools
WORKDIR /cellthread
COPY --from=tool-packages /cellthread ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
    --include-workspace-root=false --workspace simulator --workspace tools/cellthread
COPY packages/calendar packages/calendar
COPY packages/plan packages/plan
COPY packages/stats packages/stats
COPY packages/vocabulary packages/vocabulary
COPY simulator simulator
COPY tools/cellthread tools/cellthread
COPY telegraf/influxdb telegraf/influxdb
COPY control-plan control-plan
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["simulator/src/main.ts", "--help"]

FROM grafana/grafana:12.4.0 AS grafana
COPY --from=plugins /plugins /var/lib/cellthread/plugins
COPY --from=backend /out/ /var/lib/cellthread/plugins/cellthread-cells-datasource/
# Every plugin of the image may load without a signature. Passwords come from files that only Grafana's user reads, never from
# the environment of the container.
ENTRYPOINT ["sh", "-ec", "export GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=\"$(cd /var/lib/cellthread/plugins && echo * | tr ' ' ,)\" CELLTHREAD_INFLUX_PASSWORD=\"$(cat /run/cellthread/influxdb_read)\" CELLTHREAD_INFLUX_WRITE_PASSWORD=\"$(cat /run/cellthread/influxdb_event)\" CELLTHREAD_MQTT_PASSWORD=\"$(cat /run/cellthread/mqtt_grafana)\"; exec /run.sh \"$@\"", "grafana"]
