package problem

const (
	// mostWork is how many steps of a test by permutation, or of autocorrelations, a problem may cost: some seconds.
	mostWork = 200_000_000
	// easyWork is what replicates that nobody stated are cut to, but not below the fewest that give a p of 0.01.
	easyWork         = 100_000_000
	fewestReplicates = 99
)

// refuseWork refuses more steps than a problem may cost.
func refuseWork(field string, each, count int) {
	if each*count > mostWork {
		complain(field, "%d times %d values is too much; at most %d here", each, count, mostWork/count)
	}
}

// readReplicates reads replicates of a test on so many values: as stated, else the usual, and fewer for many values; the answer
// says how many.
func readReplicates(f *fields, values, usual int) int {
	if f.has("replicates") {
		stated := f.whole("replicates", 0)
		refuseWork(f.name("replicates"), stated, values)
		return stated
	}
	return max(fewestReplicates, min(usual, easyWork/max(1, values)))
}
