package types_test

import (
	"fmt"
	"testing"
)

// reworkedLine is the small line with a calendar, machines, a shift of reworked cells on 03-09, and a night on 03-28 in which
// the clocks of the site go forward.
func reworkedLine(t testing.TB) *plant {
	p := smallLine(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Salzgitter","timezone":"Europe/Berlin","lines":["line-1","line-2"]}]`})
	p.planned("setting,name=calendar:de1", fields{"value": `{"timezone":"Europe/Berlin","day_start":"06:00","shifts":[` +
		`{"id":"A","start":"06:00","end":"14:00"},{"id":"B","start":"14:00","end":"22:00"},{"id":"C","start":"22:00","end":"06:00"}]}`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"coater-01","station":"coating","line":"line-1"},` +
		`{"id":"stacker-01","station":"stacking","line":"line-1"},{"id":"filler-02","station":"filling","line":"line-1"},` +
		`{"id":"filler-12","station":"filling","line":"line-2"},{"id":"formation-rack-01","station":"formation","line":"line-1"},` +
		`{"id":"eol-01","station":"eol","line":"line-1"}]`})
	p.station(6, "packing", "module", "pack-hall", "eol", 100)
	for name, decide := range map[string]string{"filling": "last", "formation": "median", "eol": "all"} {
		p.planned("station,station="+name, fields{"retest_decide": decide})
	}

	fill := func(line, equipment, cell, when, verdict string, f fields) {
		f["verdict"] = verdict
		p.visit("filling", line, equipment, cell, when, f)
	}
	fill("line-1", "filler-02", "R1", "03-09 08:00", "ok", fields{"fill_mass": 800.0, "position": "nozzle-4", "lot_electrolyte": "EL-1"})
	fill("line-1", "filler-02", "R2", "03-09 08:01", "nok", fields{"fill_mass": 790.0, "position": "nozzle-4", "lot_electrolyte": "EL-1"})
	fill("line-2", "filler-12", "R2", "03-09 09:00", "ok", fields{"fill_mass": 800.1, "position": "nozzle-1", "visit": 2})
	fill("line-1", "filler-02", "R3", "03-09 08:02", "retest", fields{"fill_mass": 810.0, "fill_vacuum": 9.0, "position": "nozzle-5"})
	fill("line-1", "filler-02", "R4", "03-09 08:03", "nok", fields{"fill_mass": 800.0, "position": "nozzle-5", "lot_electrolyte": "EL-1"})
	fill("line-1", "filler-02", "R4", "03-09 08:30", "nok", fields{"fill_mass": 800.0, "position": "nozzle-5", "visit": 2})
	fill("line-1", "filler-02", "R5", "03-09 08:04", "skipped", fields{"position": "nozzle-5"})
	fill("line-1", "filler-02", "R6", "03-09 08:05", "ok", fields{"fill_mass": 800.0, "visit": 2})
	fill("line-1", "filler-02", "R7", "03-09 08:06", "nok", fields{"fill_mass": 700.0})
	fill("line-1", "filler-02", "R7", "03-09 08:06", "ok", fields{"fill_mass": 800.0, "received_ms": at("03-09 08:09").UnixMilli()})
	for i, verdict := range []string{"nok", "ok", "ok"} {
		p.visit("formation", "line-1", "formation-rack-01", "R1", "03-09 10:00", fields{"visit": i + 1, "verdict": verdict})
		p.visit("eol", "line-1", "eol-01", "R1", "03-09 11:00", fields{"visit": i + 1, "verdict": verdict})
	}

	for cell, when := range map[string]string{
		"N1": "03-28 20:30", "N2": "03-28 21:30", "N3": "03-29 00:30", "N4": "03-29 01:15", "N5": "03-29 03:59", "N6": "03-29 04:00",
	} {
		verdict := "ok"
		if cell == "N4" || cell == "N6" {
			verdict = "nok"
		}
		fill("line-1", "filler-02", cell, when, verdict, fields{"fill_mass": 800.0})
	}
	fill("line-1", "filler-02", "N4", "03-29 05:00", "ok", fields{"fill_mass": 800.0, "visit": 2, "shift": "A"})
	return p
}

func TestYield(t *testing.T) {
	runFolders(t, reworkedLine(t).env(), "testdata/yield/*")
}

// twoSites stores one cell an hour for three days on either side of the Atlantic, and one at a site that nobody planned.
func twoSites(t testing.TB) *plant {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Salzgitter"},{"id":"us1","name":"Moses Lake"}]`})
	for site, zone := range map[string]string{"de1": "Europe/Berlin", "us1": "America/Los_Angeles"} {
		p.planned("setting,name=calendar:"+site, fields{"value": `{"timezone":"` + zone + `","day_start":"06:00","shifts":[]}`})
		p.planned("setting,name=equipment:"+site, fields{"value": `[{"id":"filler-01","station":"filling","line":"line-1"}]`})
	}
	for i, site := range []string{"de1", "us1", "xx9"} {
		for hour := range 72 {
			ms := at("03-07 12:30").UnixMilli() + int64(hour)*3_600_000
			p.row("visits", "filling,site="+site+",line=line-1,equipment=filler-01,product=lfp-202",
				fields{"cell_id": fmt.Sprintf("%s-%d", site, hour), "visit": 1, "verdict": "ok", "source_ms": ms, "received_ms": ms}, ms*1e6+int64(i))
		}
	}
	return p
}

func TestYieldOfSites(t *testing.T) {
	env := twoSites(t).env()
	runFolders(t, env, "testdata/yieldsites/*")
	env.Sites = []string{"us1"}
	runFolders(t, env, "testdata/yieldonesite/*")
}
