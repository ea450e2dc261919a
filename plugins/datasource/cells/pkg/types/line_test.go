package types_test

import (
	"fmt"
	"testing"
	"time"
)

// smallLine is a line of five stations with cells that each show one thing:
//
//	A1 passed everything once; A2 was topped up (two visits at filling) and tested twice; A3 has not reached eol;
//	A4 has no record of filling; A5 was sent again by filling with another value; A6 is a master.
func smallLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "coating", "roll", "coating-hall", "", 0)
	p.station(2, "stacking", "cell", "assembly-hall", "coating", 48)
	p.station(3, "filling", "cell", "dry-room", "stacking", 24)
	p.station(4, "formation", "cell", "formation-hall", "filling", 72)
	p.station(5, "eol", "cell", "test-hall", "formation", 400)
	p.characteristic(1, "coating", "areal_weight_c", "Cathode coating weight", "suffix:g/m²", 2, fields{"lsl": 186.2, "target": 190.0, "usl": 193.8})
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"lsl": 796.0, "target": 800.0, "usl": 804.0, "plausible_lo": 0.0, "plausible_hi": 2000.0,
		"chart": "xbar-r", "subgroup_by": "equipment,position", "subgroup_n": 5.0, "rules": "N1,N2",
		"reaction_text": `{"en":"Clean the nozzle.","de":"Düse reinigen."}`})
	p.characteristic(2, "filling", "fill_vacuum", "Vacuum at fill", "suffix:mbar", 1, fields{"usl": 8.0})
	p.characteristic(1, "formation", "capacity", "Capacity", "suffix:Ah", 2, fields{"lsl": 200.0, "target": 202.0})
	p.characteristic(1, "eol", "acir", "AC resistance", "suffix:mΩ", 3, fields{"usl": 0.75, "target": 0.7})
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*",
		fields{"model": "normal", "centre": 800.0, "sigma_within": 1.2, "sigma_between": 0.5, "subgroup_n": 5, "status": "approved"})
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=equipment\\=filler-02\\,position\\=nozzle-4",
		fields{"model": "normal", "centre": 801.0, "sigma_within": 1.2, "sigma_between": 0.5, "subgroup_n": 5, "status": "approved"})

	for i, weight := range []float64{190.4, 190.9} {
		for lane := 1; lane <= 2; lane++ {
			p.visitAt("coating", "line-1", "coater-01", "ROLL-7", at("03-06 10:00").Add(time.Duration(i)*time.Hour+time.Duration(lane)*time.Second), fields{
				"areal_weight_c": weight + float64(lane)*2 - 4, "lane": fmt.Sprint(lane), "visit": 2*i + lane,
				"from_m": float64(i) * 250, "to_m": float64(i+1) * 250})
		}
	}
	for i, cell := range []string{"A1", "A2", "A3", "A4", "A5"} {
		p.visit("stacking", "line-1", "stacker-01", cell, []string{"03-07 08:00", "03-07 08:01", "03-07 08:02", "03-07 08:03", "03-07 08:04"}[i], fields{"operator": "op-03"})
	}
	fill := func(cell, when, nozzle string, f fields) {
		f["position"], f["operator"], f["lot_electrolyte"] = nozzle, "op-07", "EL-2291"
		p.visit("filling", "line-1", "filler-02", cell, when, f)
	}
	fill("A1", "03-07 12:00", "nozzle-4", fields{"fill_mass": 799.8, "fill_vacuum": 4.9})
	fill("A2", "03-07 12:01", "nozzle-5", fields{"fill_mass": 790.0, "fill_vacuum": 5.0, "verdict": "nok"})
	fill("A2", "03-07 12:30", "nozzle-5", fields{"fill_mass": 800.3, "visit": 2})
	fill("A3", "03-07 12:02", "nozzle-6", fields{"fill_mass": 800.9, "fill_vacuum": 5.1})
	fill("A5", "03-07 12:04", "nozzle-12", fields{"fill_mass": 700.0, "fill_vacuum": 4.8})
	fill("A5", "03-07 12:04", "nozzle-12", fields{"fill_mass": 801.2, "fill_vacuum": 4.8, "received_ms": at("03-07 12:09").UnixMilli()})
	fill("A6", "03-07 12:05", "nozzle-4", fields{"fill_mass": 750.0, "run_type": "master"})
	for i, cell := range []string{"A1", "A2", "A3", "A4", "A5"} {
		p.visit("formation", "line-1", "formation-rack-01", cell, "03-08 20:00", fields{"capacity": 202.1 + float64(i)/10, "carrier": "TRAY-9",
			"slot": []string{"4", "12", "1", "100", "20"}[i], "started_ms": at("03-07 20:00").UnixMilli()})
	}
	p.visit("eol", "line-1", "eol-01", "A1", "03-10 09:00", fields{"acir": 0.701})
	p.visit("eol", "line-1", "eol-01", "A2", "03-10 09:01", fields{"acir": 0.781, "verdict": "retest"})
	p.visit("eol", "line-1", "eol-01", "A2", "03-10 09:20", fields{"acir": 0.722, "visit": 2})
	p.visit("eol", "line-1", "eol-01", "A4", "03-10 09:03", fields{"acir": 0.703})
	p.visit("eol", "line-1", "eol-01", "A5", "03-10 09:04", fields{"acir": 0.704})

	p.environment("dry-room", "dp-1", "03-07 11:45", fields{"dew_point": -41.0, "temperature": 22.1})
	p.environment("dry-room", "dp-1", "03-07 11:58", fields{"dew_point": -42.0, "temperature": 22.2})
	p.environment("dry-room", "dp-1", "03-07 12:03", fields{"dew_point": -43.5})
	for i, when := range []string{"03-07 19:00", "03-07 21:00", "03-08 09:00", "03-08 19:00"} {
		p.environment("formation-hall", "t-1", when, fields{"temperature": 24.0 + float64(i)})
	}
	p.state("line-1", "filler-02", "03-07 06:00", fields{"state": "running", "program": "fill-800"})
	p.state("line-1", "filler-02", "03-07 12:02:30", fields{"state": "changeover", "program": "fill-810"})
	p.state("line-2", "filler-02", "03-07 11:59", fields{"state": "fault", "program": "other-line"})

	p.edge("consumes", "ROLL-7", "roll", "BATCH-3", "batch", "03-06 08:00", fields{"quantity": 12.0, "unit": "kg"})
	p.edge("consumes", "BATCH-3", "batch", "LFP-LOT-1", "lot", "03-05 08:00", fields{"quantity": 400.0, "unit": "kg"})
	p.edge("cut_from", "ROLL-7-2", "roll", "ROLL-7", "roll", "03-06 14:00", fields{"lane": "2", "from_m": 0.0, "to_m": 500.0, "reversed": true})
	for _, cell := range []string{"A1", "A2", "A3", "A4", "A5"} {
		p.edge("cut_from", cell, "cell", "ROLL-7-2", "roll", "03-07 08:00", fields{"from_m": 12.0, "to_m": 24.0})
		p.edge("carried_by", cell, "cell", "TRAY-9", "tray", "03-07 19:50", fields{"quantity": 1.0})
	}
	p.edge("contains", "A1", "cell", "MOD-1", "module", "03-10 10:00", fields{"quantity": 1.0})

	p.event("hold", "cell", "A2", "03-07 12:01:10", fields{"hold_id": "H-1", "station": "filling", "characteristic": "fill_mass", "rule": "out-of-spec", "severity": "critical", "text": "fill_mass 790.0 below 796.0"})
	p.event("release", "cell", "A2", "03-07 12:40", fields{"answers": "H-1", "text": "topped up"})
	p.event("hold", "lot", "EL-2291", "03-09 07:00", fields{"hold_id": "H-2", "text": "water content to be checked"})
	p.event("note", "cell", "A1", "03-07 12:00:30", fields{"station": "filling", "text": "drop on the vent"})
	return p
}
