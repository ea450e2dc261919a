package plan

// Plan is the control plan as it was pushed, with all its history.
type Plan struct {
	Stations, Characteristics, Limits *Book
	// Settings are kept under their name in place of a station.
	Settings *Book
	// Begin is when the earliest plan came into force, in ns: what was measured before is judged by it.
	Begin int64
	// Pushed is when a plan was pushed first, in ns: what was not seen before is not known.
	Pushed int64
	// Odd names what somebody stored in a way that cannot be read.
	Odd       []string
	Elsewhere Elsewhere
}

// Empty tells that no plan was ever pushed.
func (p *Plan) Empty() bool { return len(p.Stations.Keys()) == 0 }

// Begins tells whether anything that is planned of a station, or for all, takes effect in (from, to] ns.
func (p *Plan) Begins(station string, from, to int64) bool {
	return p.Remeasures(station, from, to) || p.Limits.begins(station, from, to) || p.Settings.begins("", from, to)
}

// Remeasures tells whether a row of a station or of what it measures takes effect in (from, to] ns.
func (p *Plan) Remeasures(station string, from, to int64) bool {
	return p.Stations.begins(station, from, to) || p.Characteristics.begins(station, from, to)
}

// Specs is what the specs of a characteristic were when, for a scope; before the plan began, what it began with.
func (p *Plan) Specs(station, characteristic string, scope Scope) Timeline {
	return p.Characteristics.Timeline(station, characteristic, scope, 0).sinceEver(p.Begin)
}

// ControlLimits is what the control limits of a characteristic were when, for a scope; before the plan began, what it began with.
func (p *Plan) ControlLimits(station, characteristic string, scope Scope) Timeline {
	return p.Limits.Timeline(station, characteristic, scope, 0).sinceEver(p.Begin)
}
