package signals

import (
	"cmp"
	"slices"
)

// brought is whether a cell brought a value that can be true, and of which stream it is.
type brought struct {
	key  string
	row  int
	ns   int64
	read bool
}

// dead is a stream of which the last cells brought none, or the whole machine of one.
type dead struct {
	key     string
	whole   bool
	cells   int
	sinceNs int64
}

// byMachine are the keys of streams by machine.
func (l *latest) byMachine() (out [][]string) {
	at := map[string]int{}
	for _, key := range l.keys {
		of := l.labels[key]
		name := machine{of["site"], of["line"], of["equipment"]}.key()
		if _, known := at[name]; !known {
			at[name] = len(out)
			out = append(out, nil)
		}
		out[at[name]] = append(out[at[name]], key)
	}
	return out
}

// brought is what the last cells of streams brought of a characteristic where it is due, newest first.
func (l *latest) brought(keys []string, readAt func(row int) (due bool, ns int64, read bool)) (out []brought) {
	for _, key := range keys {
		for _, row := range l.streams[key] {
			if due, ns, read := readAt(row); due {
				out = append(out, brought{key, row, ns, read})
			}
		}
	}
	slices.SortFunc(out, func(a, b brought) int { return cmp.Compare(b.row, a.row) })
	return out
}

// unread is what of a machine says nothing, by its cells, newest first: the machine while none of its positions does, else the
// positions of which the last cells brought nothing while the machine brought something. What one gauge of all positions did not read
// says nothing of any of them once it reads again.
func unread(cells []brought) (out []dead) {
	blind := blindTimes(cells)
	if len(blind) > 0 && blind[0].from == 0 {
		first := cells[blind[0].to-1]
		return []dead{{first.key, true, blind[0].to, first.ns}}
	}
	of, read := map[string]*dead{}, map[string]bool{}
	var keys []string
	for i, cell := range cells {
		for len(blind) > 0 && blind[0].to <= i {
			blind = blind[1:]
		}
		switch {
		case read[cell.key] || len(blind) > 0 && blind[0].from <= i:
			continue
		case cell.read:
			read[cell.key] = true
			continue
		case of[cell.key] == nil:
			of[cell.key] = &dead{key: cell.key}
			keys = append(keys, cell.key)
		}
		of[cell.key].cells++
		of[cell.key].sinceNs = cell.ns
	}
	for _, key := range keys {
		if of[key].cells >= withoutReading {
			out = append(out, *of[key])
		}
	}
	return out
}

// stretch is of cells [from, to).
type stretch struct{ from, to int }

// blindTimes are where a machine with several positions read nothing: cells in a row, among them some of every position in use.
func blindTimes(cells []brought) (out []stretch) {
	places := placesOf(cells)
	for from, to := 0, 0; from < len(cells); from = to + 1 {
		for to = from; to < len(cells) && !cells[to].read; to++ {
		}
		if to-from < withoutReading {
			continue
		}
		// What had no cell while each of the others could be told of is out of use.
		used := placesOf(cells[from:min(len(cells), from+withoutReading*places)])
		if n := placesOf(cells[from:to]); n > 1 && n >= used {
			out = append(out, stretch{from, to})
		}
	}
	return out
}

func placesOf(cells []brought) int {
	seen := map[string]bool{}
	for _, cell := range cells {
		seen[cell.key] = true
	}
	return len(seen)
}
