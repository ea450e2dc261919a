# syntax=docker/dockerfile:1
# Everything is built inside: a Docker user needs neither Node nor Go.

FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS node
WORKDIR /cellthread
COPY package.json package-lock.json .npmrc ./
COPY packages packages
COPY plugins plugins
COPY simulator simulator
COPY tools tools
COPY e2e/package.json e2e/package.json
COPY bench/package.json bench/package.json
COPY tsconfig.base.json tsconfig.json ./
COPY control-plan control-plan
RUN npm install --no-save --no-audit --no-fund

FROM node AS plugins
RUN node packages/plugin-config/build.mjs

FROM --platform=$BUILDPLATFORM golang:1.26-bookworm AS backend
ARG TARGETOS TARGETARCH
WORKDIR /cellthread
COPY plugins/datasource/cells/go.mod plugins/datasource/cells/go.sum ./
RUN go mod download
COPY plugins/datasource/cells ./
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags '-w -s' -o /out/gpx_cells_${TARGETOS}_${TARGETARCH} ./pkg

# The simulated line and the command line tool (control plan, replay).
FROM node AS tools
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["simulator/src/main.ts", "--help"]

FROM grafana/grafana:12.4.0 AS grafana
USER root
COPY --from=plugins /cellthread/plugins/panel/controlchart/dist /var/lib/cellthread/plugins/cellthread-controlchart-panel
COPY --from=plugins /cellthread/plugins/panel/traveler/dist /var/lib/cellthread/plugins/cellthread-traveler-panel
COPY --from=plugins /cellthread/plugins/datasource/cells/dist /var/lib/cellthread/plugins/cellthread-cells-datasource
COPY --from=backend --chmod=755 /out/ /var/lib/cellthread/plugins/cellthread-cells-datasource/
COPY provisioning /etc/grafana/provisioning
USER grafana
