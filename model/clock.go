package model

import "time"

// later moves the clock on by a duration such as 8760h. Only the linker sets
// it, so that the whole suite can be run as on a later day:
//
//	GOFLAGS=-ldflags=-X=genjin/model.later=8760h go test ./...
var later string

// Now is the clock's time, in the person's zone.
func Now() time.Time {
	if by, err := time.ParseDuration(later); err == nil {
		return time.Now().Add(by)
	}
	return time.Now()
}
