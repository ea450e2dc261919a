// Package source is the one door to InfluxDB: visits, index, events, environment and the plan. It enforces sites and budgets,
// and tells those who answer what personal data to leave out.
package source

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Databases are the names of the five databases.
type Databases struct {
	Visits   string `json:"visits"`
	Index    string `json:"index"`
	Record   string `json:"record"`
	Curve    string `json:"curve"`
	Rejected string `json:"rejected"`
}

// Budget bounds one query.
type Budget struct {
	Rows  int           // rows read and rows answered
	Cells int           // cells of a join
	Bytes int64         // of one answer of InfluxDB
	Time  time.Duration // from start to frames
	// Patience is how long a query waits for what is newer than what was judged last; 0: as long as it takes.
	Patience time.Duration
}

// PersonalData is the plan's choice for data about persons.
type PersonalData = plan.PersonalData

// The choices: operators arrive as pseudonyms, in clear, or are left out.
const (
	PersonalDataPseudonym = plan.PersonalDataPseudonym
	PersonalDataClear     = plan.PersonalDataClear
	PersonalDataOff       = plan.PersonalDataOff
)

// Source is what all queries of one datasource share.
type Source struct {
	client    *influx.Client
	Databases Databases
	Budget    Budget
	// Sites are the only sites that may be read; empty: all.
	Sites []string
	// PersonalData says what becomes of operators.
	PersonalData PersonalData
	Now          func() time.Time

	flights flights
	schemas schemaCache
	plans   planCache
	struck  voidCache
}
