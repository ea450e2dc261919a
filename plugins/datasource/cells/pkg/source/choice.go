package source

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"

// FewCells is up to how many anchor cells are named in the reads of the other stations: the server then sends only
// their rows.
const FewCells = 50

// ParallelStations is how many stations are read at a time.
const ParallelStations = 4

// CheckVisits accepts first, last and all.
func CheckVisits(v retest.Choice) error {
	switch v {
	case retest.First, retest.Last, retest.All:
		return nil
	}
	return Mistake("visits is %q; use first, last or all", v)
}
