// Command judge watches windows of a line, over rows that never were in a database: it tells on standard output what would
// have been seen at the end of every window, an episode a JSON line. Standard input is JSON values one after the other: first an
// order, then rows in the order in which they were measured.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// order says what is to be watched, and how.
type order struct {
	Plan []pushed.Row `json:"plan"`
	// FromMs and ToMs bound what is judged.
	FromMs int64 `json:"fromMs"`
	ToMs   int64 `json:"toMs"`
}

// row is one first visit, of a roll a stretch.
type row struct {
	summary.Stream
	TimeMs  int64              `json:"timeMs"`
	Item    string             `json:"item"`
	Lots    map[string]string  `json:"lots"`
	Verdict string             `json:"verdict"`
	Values  map[string]float64 `json:"values"`
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
	line := newLine(p, time.UnixMilli(o.FromMs).UnixNano())
	for {
		var r row
		err := decoder.Decode(&r)
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("reading a row: %w", err)
		}
		line.add(r)
	}
	return line.tell(o, json.NewEncoder(out))
}
