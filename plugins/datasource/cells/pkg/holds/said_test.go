package holds

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// said reads events, one a line: its kind, then what it states. An event has the ID of its place unless it states one.
func said(t *testing.T, lines ...string) []record.Event {
	t.Helper()
	var out []record.Event
	for i, line := range lines {
		words := strings.Fields(line)
		e := record.Event{Kind: words[0], ID: fmt.Sprintf("event-%d", i+1)}
		for _, word := range words[1:] {
			key, value, _ := strings.Cut(word, "=")
			ms, _ := strconv.ParseInt(value, 10, 64)
			metres := float64(ms)
			switch key {
			case "id":
				e.ID = value
			case "hold":
				e.HoldID = value
			case "cell", "lot", "tray", "roll":
				e.TargetType, e.TargetID, e.ItemID = key, value, value
			case "equipment", "station", "line":
				if e.TargetID == "" {
					e.TargetType, e.TargetID = key, value
				} else if key == "station" {
					e.Station = value
				} else {
					e.Equipment = value
				}
			case "item":
				e.ItemID = value
			case "position":
				e.Position = value
			case "site":
				e.Site = value
			case "answers":
				e.Answers = strings.Split(value, ",")
			case "former":
				e.FormerID = value
			case "pass":
				e.PassMs = ms
			case "at":
				e.AtMs = ms
			case "stored":
				e.ReceivedMs = ms
			case "expires":
				e.ExpiresMs = ms
			case "from":
				e.FromMs = ms
			case "to":
				e.ToMs = ms
			case "from_m":
				e.FromM = &metres
			case "to_m":
				e.ToM = &metres
			default:
				t.Fatalf("%q states %q, which is nothing an event states", line, key)
			}
		}
		out = append(out, e)
	}
	return out
}

// told is a standing in a few words.
func told(s Standing) string {
	return fmt.Sprint(s.Target, " ", strings.Join(append([]string{s.State}, s.Holds...), " "), " #", s.Number)
}

// standing is that of a target in a few words, "" where nothing is told of it.
func standing(b *Book, target string, nowMs int64) string {
	for _, s := range b.Standings(nowMs) {
		if s.Target == target {
			return told(s)
		}
	}
	return ""
}
