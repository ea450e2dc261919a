// Command judge watches windows of a line, over rows that never were in a database: it tells on standard output what would have
// been seen at the end of every window. Standard input is JSON values one after the other: first an order, then runs. A run is its
// rows, of each station in the order in which they were measured or done, and an end, that is a row of no station; it is answered by its
// episodes, a JSON line each, and an empty object. The first run is whole. Later ones are what the first was up to a moment: they say
// only what is after it, of the stations that are to be judged anew; a row that measured nothing names one.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// order says what is to be watched, and how. Moments are Unix ms.
type order struct {
	Plan []pushed.Row `json:"plan"`
	// FromMs and ToMs bound what is judged; what begins before AlikeMs is the same in all runs.
	FromMs  int64 `json:"fromMs"`
	AlikeMs int64 `json:"alikeMs"`
	ToMs    int64 `json:"toMs"`
	// Several: k of n is told as well.
	Several bool `json:"several"`
}

// row is one first visit, of a roll a stretch; what was done to a machine; or the end of a run.
type row struct {
	summary.Stream
	TimeMs int64 `json:"timeMs"`
	// Event is the kind of what was done, with what it says of where beside the stream; "" of a visit.
	Event      string             `json:"event"`
	TargetType string             `json:"target_type"`
	TargetID   string             `json:"target_id"`
	Item       string             `json:"item"`
	Lots       map[string]string  `json:"lots"`
	Verdict    string             `json:"verdict"`
	Values     map[string]float64 `json:"values"`
	// Limits of the end of a run: so many times as far as the plan's.
	Limits float64 `json:"limits"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	decoder := json.NewDecoder(bufio.NewReaderSize(in, 1<<20))
	var o order
	if err := decoder.Decode(&o); err != nil {
		return fmt.Errorf("reading the order: %w", err)
	}
	p, err := pushed.Plan(o.Plan)
	if err != nil {
		return err
	}
	lines := newLines(p, o)
	answer := json.NewEncoder(out)
	for {
		var r row
		err := decoder.Decode(&r)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a row: %w", err)
		}
		if r.Station != "" {
			lines.add(r)
			continue
		}
		for _, t := range lines.tell(r.Limits) {
			if err := answer.Encode(t); err != nil {
				return err
			}
		}
		if err := answer.Encode(struct{}{}); err != nil {
			return err
		}
	}
}
