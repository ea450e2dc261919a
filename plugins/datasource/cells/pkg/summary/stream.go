// Package summary keeps what stations measured in steps of time: number, mean, spread and verdicts of every stream, so that
// days can be judged without reading their rows again. Rows in, steps out. Pure.
package summary

// Stream is a place where something is measured, and what is made there. An empty text is a part that is not told apart.
type Stream struct {
	Site      string `json:"site"`
	Line      string `json:"line"`
	Station   string `json:"station"`
	Equipment string `json:"equipment"`
	Position  string `json:"position"`
	Product   string `json:"product"`
	// Lot is the lot that it is made of, where lots are told apart.
	Lot string `json:"lot,omitempty"`
}

// Machine is the stream of a whole machine, its positions together.
func (s Stream) Machine() Stream {
	s.Position = ""
	return s
}

// AtLine is the stream of all machines of a station on a line; of all its lines where that is empty.
func (s Stream) AtLine(line string) Stream {
	s.Line, s.Equipment, s.Position = line, "", ""
	return s
}

// wider are the stream itself, its machine where it is of a position, and its line.
func (s Stream) wider() []Stream {
	out := []Stream{s}
	if s.Position != "" {
		out = append(out, s.Machine())
	}
	if s.Equipment != "" {
		out = append(out, s.AtLine(s.Line))
	}
	return out
}

// Key is what a series of steps is of: a stream and a characteristic; no characteristic for its verdicts.
type Key struct {
	Stream
	Characteristic string
}
