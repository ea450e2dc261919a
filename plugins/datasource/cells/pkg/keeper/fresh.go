package keeper

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

const (
	// whole is how long after it was seen first a record is seen whole: InfluxDB stores the fields of a row one after the other, so that a
	// value that is there may be missing still, or the mark that it only tells what was.
	whole = time.Second
	// freshFor is how long it is remembered when something was seen first.
	freshFor = 10 * time.Minute
)

// fresh is when events were seen first, as they are told apart.
type fresh map[string]time.Time

// settled tells whether what asks for an event was there a while ago, seen before or stored long before; and when it was seen first.
func (f *fresh) settled(e record.Event, stored, now time.Time) (first time.Time, is bool) {
	if *f == nil {
		*f = fresh{}
	}
	first, seen := (*f)[apart(e)]
	if !seen {
		(*f)[apart(e)], first = now, now
	}
	return first, now.Sub(first) >= whole || now.Sub(stored) > overlap
}

func (f *fresh) forget(now time.Time) {
	for id, first := range *f {
		if now.Sub(first) > freshFor {
			delete(*f, id)
		}
	}
}

// apart tells events apart that may bear one ID: an MES that names what it orders names the hold and its release, of one item and of many.
func apart(e record.Event) string {
	return e.ID + "\x00" + e.Kind + "\x00" + e.About() + "\x00" + e.Site
}
