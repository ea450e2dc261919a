package record

import (
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Row is a row of a measurement. Fields are texts, int64 or float64. One whose time is zero is stamped by the database.
type Row struct {
	Measurement string
	Tags        map[string]string
	Fields      map[string]any
	NS          int64
}

// Rows are the row of an event, of the database record, and the pointers to it, of the database index: of its item and of its
// target. The bucket of the row is the target's, since what was decided about a lot or machine is looked up by these. When it was stored
// is part of the time of the row, and what it is about: what is stored again later overwrites nothing, nor what bears the same event_id, and
// readers take the earliest row of an event_id about one target.
func Rows(e Event, buckets uint32) (event Row, pointers []Row) {
	e = e.Whole()
	fields := map[string]any{}
	for _, f := range texts {
		if v := *f.of(&e); v != "" {
			fields[f.name] = v
		}
	}
	for _, f := range ints {
		if v := *f.of(&e); v != 0 {
			fields[f.name] = v
		}
	}
	for _, f := range floats {
		if v := *f.of(&e); v != nil {
			fields[f.name] = *v
		}
	}
	if len(e.Answers) > 0 {
		fields[answersField] = strings.Join(e.Answers, ",")
	}
	at := wholeSecondTime(e.AtMs, e.ID+"/"+strconv.FormatInt(e.ReceivedMs, 10)+"/"+e.About())
	about := []string{e.About()}
	if e.ItemID != "" && e.ItemID != e.About() {
		about = []string{e.ItemID, e.About()}
	}
	for _, item := range about {
		if item != "" {
			pointers = append(pointers, pointer(item, e.Site, at, buckets))
		}
	}
	tags := map[string]string{"site": e.Site, "kind": e.Kind, "bucket": BucketOf(e.About(), buckets)}
	return Row{Measurement: vocabulary.MeasurementEvent, Tags: tags, Fields: fields, NS: at}, pointers
}

const answersField = "answers"

// pointer says where to look for an item: an event's row has no line, equipment and product.
func pointer(item, site string, at int64, buckets uint32) Row {
	return pointerTo(item, vocabulary.MeasurementEvent+"|"+site+"|||", at, buckets)
}

// pointerTo says where to look for an item: `measurement|site|line|equipment|product`, and the row's exact time.
func pointerTo(item, key string, at int64, buckets uint32) Row {
	return Row{
		Measurement: vocabulary.MeasurementItemIndex,
		Tags:        map[string]string{"bucket": BucketOf(item, buckets)},
		Fields:      map[string]any{"item_id": item, "key": key, "at": at},
		NS:          at + int64(hash(item+"/"+key)%1000),
	}
}
