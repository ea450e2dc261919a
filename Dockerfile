# syntax=docker/dockerfile:1
# Everything is built inside: a Docker user needs neither Node nor Go. Package files come first, so that an edit of the
# code builds again in seconds; the plan, dashboards and scripts are in no image.

FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS packages
WORKDIR /cellthread
COPY package.json package-lock.json .npmrc ./
COPY packages/calendar/package.json packages/calendar/
COPY packages/chart/package.json packages/chart/
COPY packages/panelkit/package.json packages/panelkit/
COPY packages/plan/package.json packages/plan/
COPY packages/plugin-config/package.json packages/plugin-config/
COPY packages/problem/package.json packages/problem/
COPY packages/stats/package.json packages/stats/
COPY packages/vocabulary/package.json packages/vocabulary/
COPY plugins/datasource/cells/package.json plugins/datasource/cells/
COPY plugins/panel/controlchart/package.json plugins/panel/controlchart/
COPY plugins/panel/traveler/package.json plugins/panel/traveler/
COPY simulator/package.json simulator/
COPY tools/cellthread/package.json tools/cellthread/
COPY tools/check/package.json tools/check/
COPY tools/commands/package.json tools/commands/
COPY tools/docker/package.json tools/docker/
COPY tools/generate/package.json tools/generate/
COPY tools/house/package.json tools/house/
COPY tools/ingest/package.json tools/ingest/
COPY tools/install/package.json tools/install/
COPY tools/spc/package.json tools/spc/
COPY tools/stack/package.json tools/stack/
COPY bench/package.json bench/
COPY e2e/package.json e2e/

FROM packages AS plugins
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY packages packages
COPY plugins/panel plugins/panel
COPY plugins/datasource/cells/.config plugins/datasource/cells/.config
COPY plugins/datasource/cells/src plugins/datasource/cells/src
COPY plugins/datasource/cells/CHANGELOG.md plugins/datasource/cells/LICENSE plugins/datasource/cells/README.md plugins/datasource/cells/
RUN node packages/plugin-config/build.mjs && chmod -R a+rX plugins

FROM --platform=$BUILDPLATFORM golang:1.26-bookworm AS backend
ARG TARGETOS TARGETARCH
WORKDIR /cellthread
ENV GOMODCACHE=/cache/mod GOCACHE=/cache/build
COPY plugins/datasource/cells/go.mod plugins/datasource/cells/go.sum ./
RUN --mount=type=cache,target=/cache go mod download
COPY plugins/datasource/cells/pkg pkg
RUN --mount=type=cache,target=/cache CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags '-w -s' -o /out/gpx_cells_${TARGETOS}_${TARGETARCH} ./pkg && chmod 755 /out/*

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
COPY --from=plugins /cellthread/plugins/panel/controlchart/dist /var/lib/cellthread/plugins/cellthread-controlchart-panel
COPY --from=plugins /cellthread/plugins/panel/traveler/dist /var/lib/cellthread/plugins/cellthread-traveler-panel
COPY --from=plugins /cellthread/plugins/datasource/cells/dist /var/lib/cellthread/plugins/cellthread-cells-datasource
COPY --from=backend /out/ /var/lib/cellthread/plugins/cellthread-cells-datasource/
# Passwords come from files that only Grafana's user reads, never from the environment of the container.
ENTRYPOINT ["sh", "-ec", "export CELLTHREAD_INFLUX_PASSWORD=\"$(cat /run/cellthread/influxdb_read)\" CELLTHREAD_MQTT_PASSWORD=\"$(cat /run/cellthread/mqtt_grafana)\"; exec /run.sh \"$@\"", "grafana"]
