package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// partColumns are the columns of each part, in their order.
var partColumns = map[string][]string{
	vocabulary.PartHeader:          vocabulary.HeaderColumns,
	vocabulary.PartOperations:      vocabulary.OperationColumns,
	vocabulary.PartCharacteristics: vocabulary.CharacteristicColumns,
	vocabulary.PartGenealogy:       vocabulary.GenealogyColumns,
	vocabulary.PartEnvironment:     vocabulary.EnvironmentColumns,
	vocabulary.PartEvents:          vocabulary.EventColumns,
}

// columnSpecs are the columns that hold no text, whatever part they stand in.
var columnSpecs = func() map[string]table.Spec {
	specs := map[string]table.Spec{
		"time":            {Kind: table.Time, Required: true},
		"peer_percentile": {Kind: table.Float, Unit: "percent"},
		"age_s":           {Kind: table.Float, Unit: "s"},
		"superseded":      {Kind: table.Bool},
	}
	for kind, names := range map[table.Kind][]string{
		table.Time:  {"started", "first_seen", "last_seen"},
		table.Int:   {"order", "visits", "out_of_spec", "rework", "depth"},
		table.Float: {"value", "lsl", "target", "usl", "centre", "sigma", "z", "lcl", "ucl", "quantity", "from_m", "to_m"},
	} {
		for _, name := range names {
			specs[name] = table.Spec{Kind: kind}
		}
	}
	return specs
}()

// newPart is a part without rows. Names of the environment's quantities are text, those of the genealogy are amounts.
func newPart(name string) *table.Table {
	out := table.New(name)
	for _, column := range partColumns[name] {
		spec, known := columnSpecs[column]
		if !known || name == vocabulary.PartEnvironment && column == "quantity" {
			spec = table.Spec{Kind: table.Text}
		}
		spec.Name = column
		out.Add(table.NewColumn(spec))
	}
	return out
}

// appendTexts appends a row's texts by the names of their columns; an empty one is missing.
func appendTexts(out *table.Table, texts map[string]string) {
	for name, text := range texts {
		table.AppendTextOr(out.Column(name), text)
	}
}
