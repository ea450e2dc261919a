package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// CheckHealth says whether the datasource works, and if not what to do.
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if d.settings.URL == "" {
		return unhealthy("No URL is set. Enter the address of InfluxDB, for example http://influxdb:8086."), nil
	}
	for _, database := range []string{d.settings.Databases.Visits, d.settings.Databases.Index, d.settings.Databases.Record} {
		if _, err := d.env.Client.Measurements(ctx, database); err != nil {
			return unhealthy(d.classify(err).Message), nil
		}
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "InfluxDB answers."}, nil
}

func unhealthy(message string) *backend.CheckHealthResult {
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: message}
}
