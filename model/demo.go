package model

// DemoSize says how much a made-up file holds. Of what is 0 there is as much
// as its customers bring with them; less than that can't be had. Receivables
// and orders come to the number but for a few, entries and projects exactly.
type DemoSize struct{ Customers, Entries, Receivables, Orders, Projects int }
