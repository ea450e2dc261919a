package types_test

import (
	"fmt"
	"testing"
	"time"
)

func TestAStationThatPassesOrFailsAgainstThePlanAgainAndAgainIsToldByMachine(t *testing.T) {
	p := kOfNLine(t)
	visit := func(equipment, position string, ago int, mass float64, verdict string) {
		f := fields{"fill_mass": mass, "verdict": verdict}
		if position != "" {
			f["position"] = position
		}
		p.visitAt("filling", "line-1", equipment, fmt.Sprint(equipment, ago), noon.Add(-time.Duration(ago)*time.Minute), f)
	}
	for ago := 1; ago <= 30; ago++ {
		switch {
		case ago%8 == 2: // of three nozzles, four of the last thirty
			visit("filler-02", fmt.Sprint("nozzle-", 1+ago%3), ago, 810, "ok")
		case ago%10 == 0:
			visit("filler-02", "nozzle-1", ago, 800, "nok") // two of the last twenty
		default:
			visit("filler-02", "nozzle-2", ago, 800, "ok")
		}
		visit("filler-01", "", ago, 810, "nok") // as the plan says
	}
	if got := toldOf(t, p, "verdict-differs", time.Minute); len(got) != 1 || got["filler-02 passed"] != 3 {
		t.Errorf("got %v", got)
	}
	for ago := 31; ago <= 34; ago++ {
		visit("filler-01", "", ago, 800, "nok")
	}
	if got := toldOf(t, p, "verdict-differs", time.Minute); len(got) != 1 {
		t.Errorf("what lies before the last twenty is over: got %v", got)
	}
}
