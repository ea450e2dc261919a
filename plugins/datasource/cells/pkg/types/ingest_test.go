package types_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	gb     = int64(1) << 30
	second = int64(time.Second)
)

// told is when Telegraf told about itself; the end of a range does not belong to it.
func (p *plant) told(ago time.Duration, dropped, rejected int64) {
	p.row("rejected", "internal_write,alias=rows", fields{"buffer_size": int64(0), "metrics_dropped": dropped, "metrics_rejected": rejected}, noon.Add(-ago-1).UnixNano())
}

func (p *plant) disk(part string, free, total int64, ago time.Duration) {
	p.row("rejected", "disk,part="+part, fields{"free": free, "total": total}, noon.Add(-ago-1).UnixNano())
}

func (p *plant) save(f fields, ago time.Duration) {
	p.row("rejected", "filestat,part=mosquitto", f, noon.Add(-ago-1).UnixNano())
}

func (p *plant) bound(rule, part string, messages int64, ago time.Duration) {
	p.row("rejected", "ingest_bound,part="+part+",rule="+rule, fields{"messages": messages}, noon.Add(-ago-1).UnixNano())
}

func (p *plant) queue(messages float64) {
	p.row("rejected", "broker_queue,part=mosquitto", fields{"value": messages}, noon.Add(-5*time.Second).UnixNano())
}

func TestThePathFromStationToDatabaseIsToldBeforeItFails(t *testing.T) {
	slowtest.ManyCells(t)
	for name, c := range map[string]struct {
		given func(p *plant)
		want  map[string]float64 // rule and part → value
	}{
		"all is well": {func(p *plant) {
			p.told(10*time.Second, 3, 4)
			p.told(0, 3, 4)
			p.disk("influxdb", 200*gb, 1000*gb, 0)
			p.disk("mosquitto", 51*gb, 4000*gb, 0)
			p.save(fields{"exists": int64(1), "size_bytes": int64(47), "modification_time": noon.UnixNano() - 60*second}, 0)
			p.queue(100_000)
		}, map[string]float64{}},
		"nothing was ever watched": {func(*plant) {}, map[string]float64{}},
		"a disk has less than a fifth free": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("influxdb", 500*gb, 1000*gb, time.Minute)
			p.disk("influxdb", 10*gb, 100*gb, 0)
			p.disk("mosquitto", 50*gb, 100*gb, 0)
		}, map[string]float64{"free-space influxdb": 2}},
		"a large disk has less than 50 GB free": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("influxdb", 25*gb, 4000*gb, 0)
		}, map[string]float64{"free-space influxdb": 2}},
		"one disk that broker and database share is told once": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("mosquitto,device=sda1", 10*gb, 100*gb, 0)
			p.disk("influxdb,device=sda1", 10*gb+1, 100*gb, 0)
		}, map[string]float64{"free-space influxdb": 20 * float64(gb) / float64(10*gb+1)}},
		"disks of two hosts that bear one name are told each": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("mosquitto,device=sda1", 10*gb, 100*gb, 0)
			p.disk("influxdb,device=sda1", 5*gb, 100*gb, 0)
		}, map[string]float64{"free-space influxdb": 4, "free-space mosquitto": 2}},
		"a disk that is full is no division by zero": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("mosquitto", 0, 100*gb, 0)
		}, map[string]float64{"free-space mosquitto": 20 * float64(gb)}},
		"a disk that was full and is free again": {func(p *plant) {
			p.told(0, 0, 0)
			p.disk("mosquitto", 0, 100*gb, time.Minute)
			p.disk("mosquitto", 90*gb, 100*gb, 0)
		}, map[string]float64{}},
		"the broker has not saved for two minutes": {func(p *plant) {
			p.told(0, 0, 0)
			p.save(fields{"exists": int64(1), "modification_time": noon.UnixNano() - 130*second}, 10*time.Second)
		}, map[string]float64{"broker-save mosquitto": 2}},
		"the broker never saved": {func(p *plant) {
			p.told(0, 0, 0)
			p.save(fields{"exists": int64(0)}, 0)
		}, map[string]float64{"broker-save mosquitto": 15}},
		"the broker emptied its save on a full disk": {func(p *plant) {
			p.told(0, 0, 0)
			p.save(fields{"exists": int64(1), "size_bytes": int64(0), "modification_time": noon.UnixNano() - second}, 0)
		}, map[string]float64{"broker-save mosquitto": 15}},
		"messages pile up in the broker": {func(p *plant) {
			p.told(0, 0, 0)
			p.queue(250_000)
		}, map[string]float64{"queue mosquitto": 2.5}},
		"rows come late, or Telegraf has stopped, a month ago": {func(p *plant) {
			p.told(30*24*time.Hour, 0, 0)
		}, map[string]float64{"lag telegraf": 30 * 24 * 60}},
		"names beyond the bound, and more rubbish than is kept": {func(p *plant) {
			p.told(0, 0, 0)
			p.bound("unplanned-names", "equipment", 40, time.Minute)
			p.bound("unplanned-names", "equipment", 2, 0)
			p.bound("unplanned-names", "value", 1, 0)
			p.bound("unplanned-names", "value", 5, time.Hour)
			p.bound("rejected-flood", "not-json", 7000, 0)
		}, map[string]float64{"unplanned-names telegraf": 43, "rejected-flood telegraf": 7000}},
		"rows were given up, before and after a restart": {func(p *plant) {
			p.told(10*time.Minute, 100, 0)
			p.told(5*time.Minute, 130, 0)
			p.told(time.Minute, 2, 5)
			p.told(0, 2, 5)
		}, map[string]float64{"dropped telegraf": 37}},
	} {
		t.Run(name, func(t *testing.T) {
			p := smallLine(t)
			c.given(p)
			for _, sites := range [][]string{nil, {"de1"}} {
				env := p.env()
				env.Sites = sites
				got := ingestSignals(t, env)
				for key, value := range c.want {
					if math.Abs(got[key]-value) > 1e-9*value {
						t.Errorf("%s is %g, want %g", key, got[key], value)
					}
				}
				if len(got) != len(c.want) {
					t.Errorf("sites %v: found %v, want %v", sites, got, c.want)
				}
			}
		})
	}
}

// ingestSignals are the signals of the last 15 minutes, value by rule and part.
func ingestSignals(t *testing.T, env *query.Engine) map[string]float64 {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["ingest"]}`))
	if err != nil {
		t.Fatal(err)
	}
	frame := frames[0]
	value, _ := frame.FieldByName("value")
	rule, _ := frame.FieldByName("rule")
	part, _ := frame.FieldByName("equipment")
	out := map[string]float64{}
	for row := range frame.Rows() {
		v, _ := value.FloatAt(row)
		out[fmt.Sprint(rule.At(row), " ", part.At(row))] = v
	}
	return out
}
