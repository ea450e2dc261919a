package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// BySite are events by the site that they are of: items of two sites may bear one ID. What answers a hold of another site is of that one.
func BySite(events []record.Event) map[string][]record.Event {
	out, placed := map[string][]record.Event{}, map[string][]string{}
	for _, e := range events {
		if e.Kind == vocabulary.EventHold {
			placed[e.Site] = append(placed[e.Site], e.ID, e.HoldID)
		}
	}
	for _, e := range events {
		of := []string{e.Site}
		for site, ids := range placed {
			if site != e.Site && slices.ContainsFunc(e.Answers, func(id string) bool { return slices.Contains(ids, id) && !slices.Contains(placed[e.Site], id) }) {
				of = append(of, site)
			}
		}
		for _, site := range of {
			out[site] = append(out[site], e)
		}
	}
	return out
}
