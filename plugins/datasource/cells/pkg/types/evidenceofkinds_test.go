package types_test

import (
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestWhatIsWrongWithAMachineSaysForHowLongAndWithHowManyCells(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 10, 1, 4, 6)
	p.visitAt("filling", "line-1", "filler-02", "LAST", noon.Add(-2*time.Hour), fields{"fill_mass": 800.0, "position": "nozzle-1"})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "max_gap_s": 1800.0, "equipment": "filler-01,filler-02"})
	for kind, want := range map[string]map[string]float64{
		"k-of-n": {"since": 361, "cells": 7, "out_of_spec": 3},
		// Its last record arrived half a second after it was measured.
		"silent": {"since": 7199.5},
	} {
		for value, number := range want {
			run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}, Alerting: true}
			frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["`+kind+`"],"value":"`+value+`"}`))
			if err != nil {
				t.Fatal(err)
			}
			got, _ := frames[0].FieldByName("value")
			if got.Len() != 1 {
				t.Fatalf("%s of %s: %d rows, want one", value, kind, got.Len())
			}
			if v, _ := got.FloatAt(0); v != number {
				t.Errorf("%s of %s: %v, want %v", value, kind, v, number)
			}
		}
	}
}

func TestTheNumbersOfOneEvaluationAreOfOneSearch(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 10, 1, 4, 6)
	env := p.env()
	ask := func(to time.Time, value string) (float64, int) {
		run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: true}
		frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["k-of-n"],"value":"`+value+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		got, _ := frames[0].FieldByName("value")
		if got.Len() != 1 {
			t.Fatalf("%q: %d rows, want one", value, got.Len())
		}
		v, _ := got.FloatAt(0)
		return v, strings.Count(frames[0].Meta.ExecutedQueryString, "SELECT")
	}
	if v, reads := ask(noon, ""); v != 3 || reads == 0 {
		t.Errorf("%v cells by %d reads, want 3 by some", v, reads)
	}
	if v, reads := ask(noon, "cells"); v != 7 || reads != 0 {
		t.Errorf("%v cells by %d reads, want 7 by none", v, reads)
	}
	if v, reads := ask(noon.Add(time.Minute), "since"); v != 421 || reads == 0 {
		t.Errorf("since %v s by %d reads, want 421 by some", v, reads)
	}
}
