package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unreadZones are the characteristics of a station's zone that no sensor has read for longer than it may say nothing: nobody knows
// whether they are within their spec. A site of which none is read any more is one signal. The value is the time without a reading as
// a multiple of what is allowed.
func (s *search) unreadZones(ctx context.Context, station *plan.Row, to int64) ([]signal, error) {
	of := s.ofZone(station, to)
	sensors, err := s.zoneSensors(ctx, station, of, to)
	if err != nil {
		return nil, err
	}
	watched, unread := map[string]int{}, map[string][]signal{}
	for i, c := range of {
		newest := map[string]int64{}
		for _, sensor := range sensors[i] {
			newest[sensor.site] = max(newest[sensor.site], sensor.last)
		}
		for site, last := range newest {
			watched[site]++
			// What fell silent before anybody was to be told of it is shown.
			if times := s.silence(site, last, to, zoneWindow(c)); times > 1 && !(s.Alerting && last < s.plan.Pushed) {
				unread[site] = append(unread[site], signal{Value: times, Facts: began(last), Labels: map[string]string{
					"site": site, "station": station.Station, "characteristic": c.Characteristic, "rule": vocabulary.SignalRuleSensor,
				}})
			}
		}
	}
	var out []signal
	for site, found := range unread {
		if len(found) > 1 && len(found) == watched[site] {
			found = []signal{newestRead(found)}
		}
		out = append(out, found...)
	}
	return out, nil
}

// newestRead is the signal of all characteristics of a zone: since the last reading of any.
func newestRead(found []signal) signal {
	whole := found[0]
	for _, of := range found {
		if of.Facts.SinceMs > whole.Facts.SinceMs {
			whole = of
		}
	}
	delete(whole.Labels, "characteristic")
	return whole
}
