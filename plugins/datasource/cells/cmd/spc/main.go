// Command spc answers statistical problems: one JSON problem on standard input, one JSON answer on standard output. A bad
// problem ends it with exit code 2 and a sentence that names the field, a fault of the program with 1. With --lines every input line is a problem, every
// output line its answer or {"error": sentence}.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc/problem"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, in io.Reader, out, problems io.Writer) int {
	switch {
	case len(args) == 0:
		return one(in, out, problems)
	case len(args) == 1 && args[0] == "--lines":
		return lines(in, out, problems)
	}
	_, _ = fmt.Fprintln(problems, "spc: the only option is --lines; the problem comes on standard input")
	return 2
}

func one(in io.Reader, out, problems io.Writer) int {
	text, err := io.ReadAll(in)
	if err != nil {
		_, _ = fmt.Fprintf(problems, "spc: reading standard input: %v\n", err)
		return 1
	}
	answer, err := problem.Answer(text)
	if err != nil {
		_, _ = fmt.Fprintln(problems, "spc: "+sentence(err))
		if fault := (*problem.Fault)(nil); errors.As(err, &fault) {
			return 1
		}
		return 2
	}
	if _, err := out.Write(append(answer, '\n')); err != nil {
		return 1
	}
	return 0
}

func sentence(err error) string {
	if bad := (*problem.Error)(nil); errors.As(err, &bad) {
		return bad.Error()
	}
	if fault := (*problem.Fault)(nil); errors.As(err, &fault) {
		return fault.Error()
	}
	return "standard input is not JSON: " + err.Error()
}

func lines(in io.Reader, out, problems io.Writer) int {
	reader, writer := bufio.NewReader(in), bufio.NewWriter(out)
	for {
		text, err := reader.ReadBytes('\n')
		if text = bytes.TrimSpace(text); len(text) > 0 {
			answer, bad := problem.Answer(text)
			if bad != nil {
				// A map of text always encodes.
				answer, _ = json.Marshal(map[string]string{"error": sentence(bad)})
			}
			_, _ = writer.Write(append(answer, '\n'))
			// Line by line: whatever ends the command leaves the answers before it.
			if writer.Flush() != nil {
				return 1
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			_, _ = fmt.Fprintf(problems, "spc: reading standard input: %v\n", err)
			return 1
		}
	}
	return 0
}
