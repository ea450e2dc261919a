// Code generated from packages/vocabulary/words/columns.yaml by npm run gen. DO NOT EDIT.

// Package vocabulary is the words that all layers and languages share. Generated.
package vocabulary

// OtherColumns: Columns of the measurements that are no visits.
var OtherColumns = []string{
	"station",
	"bucket",
	"relation",
	"zone",
	"sensor",
	"kind",
	"item_type",
	"zone_reported",
	"sensor_reported",
	"key",
	"child_id",
	"child_type",
	"parent_id",
	"parent_type",
	"unit",
	"reversed",
	"state",
	"program",
	"event_id",
	"target_type",
	"target_id",
	"characteristic",
	"rule",
	"text",
	"author",
	"source",
	"disposition",
	"severity",
	"reference",
	"hold_id",
	"answers",
	"approver",
	"topic",
	"payload",
	"sha256",
	"detail",
	"truncated",
	"minute",
	"at",
	"expires_ms",
	"from_ms",
	"to_ms",
	"step",
	"cycle",
	"quantity",
}

// OtherTags: tags.
var OtherTags = []string{"station", "bucket", "relation", "zone", "sensor", "kind"}

// OtherTexts: fields of text.
var OtherTexts = []string{
	"item_type",
	"zone_reported",
	"sensor_reported",
	"key",
	"child_id",
	"child_type",
	"parent_id",
	"parent_type",
	"unit",
	"reversed",
	"state",
	"program",
	"event_id",
	"target_type",
	"target_id",
	"characteristic",
	"rule",
	"text",
	"author",
	"source",
	"disposition",
	"severity",
	"reference",
	"hold_id",
	"answers",
	"approver",
	"topic",
	"payload",
	"sha256",
	"detail",
	"truncated",
}

// OtherIntegers: fields of whole numbers.
var OtherIntegers = []string{"minute", "at", "expires_ms", "from_ms", "to_ms", "step", "cycle"}

// OtherFloats: fields of numbers.
var OtherFloats = []string{"quantity"}
