package plugin

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/gate"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// gatePatience is how long a gate waits at most: its cell stands before it.
const gatePatience = 2 * time.Second

// getCellStatus tells a gate whether an item may pass. That it is not known is an answer as well: an error would look like that of a proxy.
func (d *Datasource) getCellStatus(r *http.Request) (any, error) {
	item, station, err := gateOf(r)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(r.Context(), gatePatience)
	defer cancel()
	asOf := d.source.Now().UnixMilli()
	var status gate.Status
	err = source.Guard(r.URL.Path, func() (err error) {
		status, err = gate.Ask(ctx, d.source, item, station)
		return err
	})
	switch {
	case err != nil && ctx.Err() != nil:
		return gate.NotKnown(asOf, "InfluxDB has not answered within "+gatePatience.String()+"."), nil
	case err != nil:
		return gate.NotKnown(asOf, d.classify(err).Message), nil
	}
	return status, nil
}

// gateOf reads which item is asked for, and by which station; anything else is refused, since a gate that names its station wrongly would be
// told less than it needs.
func gateOf(r *http.Request) (item, station string, err error) {
	item = r.PathValue("id")
	if err := source.CheckIdentifier("cell", item); err != nil {
		return "", "", err
	}
	for name, values := range r.URL.Query() {
		if name != "station" || len(values) != 1 {
			return "", "", source.Mistake("%s=%s is not understood; name the gate's station once, as station=…, or nothing", name, strings.Join(values, ","))
		}
		if err := source.CheckName("station", values[0]); err != nil {
			return "", "", err
		}
		station = values[0]
	}
	return item, station, nil
}
