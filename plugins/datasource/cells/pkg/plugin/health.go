package plugin

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// CheckHealth says whether the datasource works, and if not what to do.
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (result *backend.CheckHealthResult, err error) {
	failed := source.Guard("the health check", func() error {
		result, err = d.checkHealth(ctx)
		return err
	})
	if failed != nil && err == nil {
		return unhealthy(failed.Error()), nil
	}
	return result, err
}

func (d *Datasource) checkHealth(ctx context.Context) (*backend.CheckHealthResult, error) {
	if d.settings.URL == "" {
		return unhealthy("No URL is set. Enter the address of InfluxDB, for example http://influxdb:8086."), nil
	}
	ctx, cancel := context.WithTimeout(ctx, d.settings.timeout)
	defer cancel()
	databases := d.settings.Databases
	for _, database := range []string{databases.Visits, databases.Index, databases.Record, databases.Curve, databases.Rejected} {
		if err := d.source.Ping(ctx, database); err != nil {
			return unhealthy(d.classify(err).Message), nil
		}
	}
	state, err := d.source.Check(ctx)
	if err != nil {
		return unhealthy(d.classify(err).Message), nil
	}
	if state.Problem != "" {
		return unhealthy(state.Problem), nil
	}
	details, err := json.Marshal(state)
	if err != nil {
		return nil, err
	}
	return &backend.CheckHealthResult{
		Status: backend.HealthStatusOk,
		Message: fmt.Sprintf("InfluxDB answers. Control plan %s, revision %s: %d stations, %d characteristics.",
			state.PlanNumber, state.PlanRevision, state.Stations, state.Characteristics),
		JSONDetails: details,
	}, nil
}

func unhealthy(message string) *backend.CheckHealthResult {
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: message}
}
