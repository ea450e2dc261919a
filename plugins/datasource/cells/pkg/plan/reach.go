package plan

// Reach is how many hours before and after its visit at one station an item can have been at another: the sum of
// max_hours along the route, back to the last station both share and ahead from there. stations is the book of stations;
// ok is false when the plan does not connect the two.
func Reach(stations *Book, anchor, other string, ns int64) (back, ahead float64, ok bool) {
	upstream, downstream := hoursBack(stations, anchor, ns), hoursBack(stations, other, ns)
	for station, hours := range upstream {
		after, shared := downstream[station]
		if shared && (!ok || hours+after < back+ahead) {
			back, ahead, ok = hours, after, true
		}
	}
	return back, ahead, ok
}

// hoursBack is, for a station and all before it, the longest time an item may have taken from there.
func hoursBack(stations *Book, id string, ns int64) map[string]float64 {
	out := map[string]float64{}
	hours := 0.0
	for row := stations.At(id, "", Scope{}, ns); row != nil; row = stations.At(row.Text("from_station"), "", Scope{}, ns) {
		if _, circular := out[row.Station]; circular {
			break
		}
		out[row.Station] = hours
		hours += row.NumberOr("max_hours", 0)
	}
	return out
}
