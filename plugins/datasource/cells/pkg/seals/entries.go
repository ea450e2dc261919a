package seals

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Entry is one sealed row of an event.
type Entry struct {
	ID     string // event_id
	At     int64  // time of the row, ns
	SHA256 string
	Late   bool // stored under a day that was sealed before
}

// Key tells an entry from others of its time.
func (e Entry) Key() string { return strconv.FormatInt(e.At, 10) + "/" + e.ID }

// StoredAt is when a row of an event was stored; of one that does not say it, when it happened.
func StoredAt(row record.Row) time.Time {
	if ms, _ := row.Fields["received_ms"].(int64); ms != 0 {
		return time.UnixMilli(ms)
	}
	return time.Unix(0, row.NS)
}

// Entries are those of a day: the rows that were stored on it, and those that were stored under one of the LateDays before, of which the
// first is given, and are listed in no seal of these, by their keys.
func Entries(of, first Day, rows []record.Row, listed map[string]bool) (out []Entry) {
	first = max(first, of.Add(-LateDays))
	for _, row := range rows {
		id, _ := row.Fields["event_id"].(string)
		e := Entry{ID: id, At: row.NS, SHA256: record.Hash(row)}
		stored := DayOf(StoredAt(row))
		e.Late = stored < of
		if stored == of || e.Late && stored >= first && !listed[e.Key()] {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return cmp.Or(cmp.Compare(a.SHA256, b.SHA256), cmp.Compare(a.At, b.At)) })
	return out
}

// Root is the SHA-256 of all hashes in the order of the alphabet, each followed by an end of line.
func Root(entries []Entry) string {
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.SHA256 + "\n"
	}
	slices.Sort(all)
	return record.SHA256(strings.Join(all, ""))
}

const (
	sealTag   = "seal"
	idField   = "event_id"
	timeField = "row_time"
	hashField = "sha256"
	// tagDigits are the digits of a root by which its list is told from another of that day.
	tagDigits = 16
)

// ListTag is the value of the tag of the list of a root.
func ListTag(root string) string { return root[:min(tagDigits, len(root))] }

// Rows are the list of a seal as it is stored, an entry a row, in the time of its day.
func Rows(of Day, entries []Entry) []record.Row {
	from, _ := of.Bounds()
	tags := map[string]string{sealTag: ListTag(Root(entries))}
	out := make([]record.Row, len(entries))
	for i, e := range entries {
		out[i] = record.Row{
			Measurement: vocabulary.MeasurementSealed, Tags: tags, NS: from.UnixNano() + int64(i),
			Fields: map[string]any{idField: e.ID, timeField: strconv.FormatInt(e.At, 10), hashField: e.SHA256},
		}
	}
	return out
}

// ListFields are the fields of a list, all of text.
func ListFields() []string { return []string{idField, timeField, hashField} }

// SealTag is the tag of a list.
const SealTag = sealTag

// EntryOf is the entry that a row of a list holds.
func EntryOf(rows *table.Table, row int) Entry {
	at, _ := strconv.ParseInt(table.TextOr(rows.Column(timeField), row, ""), 10, 64)
	return Entry{ID: table.TextOr(rows.Column(idField), row, ""), At: at, SHA256: table.TextOr(rows.Column(hashField), row, "")}
}
