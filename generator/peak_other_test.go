//go:build !unix

package main

// peakMegabytes isn't known on this system.
func peakMegabytes() float64 { return 0 }
