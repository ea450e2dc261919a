// Code generated from packages/vocabulary/words/genealogy.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// RelationConsumes: a batch, roll or machine took the lot.
	RelationConsumes = "consumes"
	// RelationCutFrom: slit roll from mother roll, cell from slit roll.
	RelationCutFrom = "cut_from"
	// RelationCarriedBy: cell by tray.
	RelationCarriedBy = "carried_by"
	// RelationContains: cell in module, module in pack.
	RelationContains = "contains"
)

// Relations: How a child belongs to a parent, in the order in which a traveler shows them.
var Relations = []string{"consumes", "cut_from", "carried_by", "contains"}

// RelationName: as people read it.
var RelationName = map[string]string{
	"consumes":   "made with",
	"cut_from":   "cut from",
	"carried_by": "carried by",
	"contains":   "built into",
}
