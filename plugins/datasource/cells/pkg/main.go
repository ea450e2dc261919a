// Package main starts the cells datasource backend.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plugin"
)

func main() {
	plugin.LogTo(log.DefaultLogger)
	if err := datasource.Manage("cellthread-cells-datasource", plugin.New, datasource.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("the datasource ended", "error", err)
		os.Exit(1)
	}
}
